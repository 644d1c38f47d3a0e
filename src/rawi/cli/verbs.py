"""The verbs of ``rawi``, each with the module that holds it and its line in the help.

A module is loaded when its verb is used, so that ``rawi --help`` and ``rawi stats`` do not wait for the lexicon.
"""

VERBS: dict[str, tuple[str, str]] = {
    "analyze": ("rawi.cli.analyze", "Analyze files into JSON lines; nothing is stored."),
    "ingest": ("rawi.cli.ingest", "Read files into the ledger."),
    "statements": ("rawi.cli.statements", "Find statements: who said what."),
    "events": ("rawi.cli.events", "Find events: who did what to whom."),
    "show": ("rawi.cli.show", "Show an article with its statements marked."),
    "speakers": ("rawi.cli.speakers", "List who speaks, the busiest first."),
    "entities": ("rawi.cli.entities", "List who is named; merge, split, rename, import and export."),
    "compare": ("rawi.cli.compare", "Compare outlets: stories, copies, conflicts, omissions, follow-ups."),
    "story": ("rawi.cli.story", "Show one matter: who carried, altered or left out what."),
    "conflicts": ("rawi.cli.conflicts", "Set conflicting accounts side by side."),
    "followups": ("rawi.cli.followups", "Follow up pledges, threats, demands, denials and predictions."),
    "wires": ("rawi.cli.wires", "List agency texts that several outlets ran, and what each changed."),
    "diff": ("rawi.cli.diff", "Compare two reports statement by statement."),
    "positions": ("rawi.cli.positions", "Show what an actor said on an issue over time."),
    "export": ("rawi.cli.export", "List event data: PLOVER JSON or a POLECAT table."),
    "schema": ("rawi.cli.schema", "Print the JSON Schema of what is written."),
    "stats": ("rawi.cli.stats", "Count what is in the ledger."),
    "demo": ("rawi.cli.demo", "Read the sample, or your files, and show what is found."),
    "lexicon": ("rawi.cli.lexicon", "Check the language data."),
    "evaluate": ("rawi.cli.evaluate", "Score the analysis against a gold file."),
}
