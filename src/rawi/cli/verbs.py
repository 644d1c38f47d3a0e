"""The verbs of ``rawi``, each with the module that holds it and its line in the help.

A module is loaded when its verb is used, so that ``rawi --help`` and ``rawi stats`` do not wait for the lexicon.
"""

VERBS: dict[str, tuple[str, str]] = {
    "analyze": ("rawi.cli.analyze", "Analyze files into JSON lines; nothing is stored."),
    "ingest": ("rawi.cli.ingest", "Read files into the ledger."),
    "statements": ("rawi.cli.statements", "Find statements: who said what."),
    "show": ("rawi.cli.show", "Show an article with its statements marked."),
    "speakers": ("rawi.cli.speakers", "List who speaks, the busiest first."),
    "stats": ("rawi.cli.stats", "Count what is in the ledger."),
    "demo": ("rawi.cli.demo", "Read the sample, or your files, and show what is found."),
    "lexicon": ("rawi.cli.lexicon", "Check the language data."),
    "evaluate": ("rawi.cli.evaluate", "Score the analysis against a gold file."),
}
