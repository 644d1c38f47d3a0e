#!/usr/bin/env python3
"""Measures the analysis on the gold in ../shared, writes docs/accuracy.md and the README: ``make accuracy``.

A table stands between ``<!-- NAME -->`` and ``<!-- end -->``; what is written by hand around them stays. With
``--quick`` nothing is trained, and the table of held-out outlets stays as it is.
"""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from rawi.evaluate import Measure, RuleCount, Scores, count_entries, count_rules, measure_reliability, read_gold, score
from rawi.lexicon import Lexicon, load_lexicon
from rawi.model import Analysis
from rawi.workflows.evaluating import evaluate

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "accuracy.md"
README = ROOT / "README.md"
GOLD = ROOT.parent / "shared" / "eval"
# What the work has to reach at least (p, r or F1 on dev), as it was asked for.
ASKED = {
    "who_said_what": "0.80",
    "detected": "0.86",
    "direct": "P 0.95, R 0.92",
    "content_words": "0.88",
    "speaker": "0.92",
    "force": "0.80",
    "via": "0.65",
    "nested": "0.55",
    "condition": "0.50",
    "channel": "0.60",
    "addressee": "0.55",
    "said_on": "0.60",
}
ASKED_OF_SEEDS = {"who_said_what": "0.90"}
# What the trained decisions that are fitted anew for each held-out outlet bear on.
HELD_OUT = ("who_said_what", "detected", "direct", "content_words", "speaker", "mode", "cue")
CLASSES = (
    "missed", "extra", "content", "speaker", "too long", "too short", "begins early", "begins late", "parts", "force",
    "mode",
)  # fmt: skip
# The figures of the README, and what they say in a reader's words.
IN_SHORT = {
    "who_said_what": "who said what: content and speaker right",
    "detected": "statements found",
    "direct": "quotations found",
    "speaker": "speaker right, of the statements found",
    "force": "force right, of the statements found",
    "time_value": "dates with their value",
    "event": "events with their type",
}
ENTRIES = 40
WRONG = ("extra", "speaker", "content", "value")
MARK, END = "<!-- {} -->\n", "<!-- end -->\n"


def main(arguments: Sequence[str]) -> None:
    """Write the page anew; where the gold is absent say so, and leave it."""
    if not GOLD.is_dir():
        print("accuracy: skipped, because ../shared with the gold is not here.")
        return
    lexicon = load_lexicon()
    dev, seeds = (evaluate(GOLD / name, lexicon) for name in ("dev.jsonl", "seeds.jsonl"))
    tables = make_tables(dev, seeds[""])
    if "--quick" not in arguments:
        tables["held-out"] = measures_table(held_out_scores(lexicon), names=HELD_OUT)
    tables["run"] = run_line()
    for page, written in ((PAGE, tables), (README, {"figures": figures_table(dev[""], seeds[""])})):
        page.write_text(fill(page.read_text(encoding="utf-8"), written), encoding="utf-8")
    headlines = [scores.measures["who_said_what"].f1 for scores in (dev[""], seeds[""])]
    print("accuracy: who_said_what F1 {:.3f} on dev, {:.3f} on the seeds; see docs/accuracy.md".format(*headlines))


def make_tables(dev: dict[str, Scores], seeds: Scores) -> dict[str, str]:
    """The tables of one run over dev (the whole under ``""``, then each outlet) and the seeds, by name."""
    whole = dev[""]
    return {
        "dev": measures_table(whole, asked=ASKED),
        "seeds": measures_table(seeds, asked=ASKED_OF_SEEDS),
        "outlets": outlets_table({name: one for name, one in dev.items() if name}),
        "classes": classes_table(whole, seeds),
        "forces": forces_table(whole),
        "confidence": confidence_table(whole),
        "rules": counts_table("rule", count_rules(whole.judgments)),
        "entries": counts_table("entry", count_entries(whole.judgments)[:ENTRIES]),
    }


def fill(page: str, tables: dict[str, str]) -> str:
    """The page with the tables between their marks; raises ValueError when the page has no place for one."""
    for name, table in tables.items():
        before, mark, rest = page.partition(MARK.format(name))
        _, end, after = rest.partition(END)
        if not mark or not end:
            raise ValueError(f"the page has no place for a table: add {MARK.format(name) + END!r}.")
        page = f"{before}{mark}{table}{end}{after}"
    return page


def held_out_scores(lexicon: Lexicon) -> Scores:
    """The scores on train with decisions that saw no article of the outlet they are measured on."""
    # Only this needs the tools of training (scikit-learn), so the rest runs without them.
    from training.confidence import held_out_statements
    from training.gold import read_gold as read_for_training

    path = GOLD / "train.jsonl"
    found = {}
    for article, statements in held_out_statements(list(read_for_training(path, lexicon))):
        name = article.reading.article.id
        found[name] = Analysis(id=name, statements=statements)
    return score(read_gold(path), found, particles=lexicon.words.words("evaluate.complementizers"))


def run_line() -> str:
    """Which commit was measured, and of which day it is."""
    commit = git("log", "-1", "--format=%h of %cs")
    changed = ", with changes not yet in it" if git("status", "--porcelain", "--", "src") else ""
    return f"Measured at commit {commit}{changed}.\n"


def git(*arguments: str) -> str:
    """What git says, without the line break at its end."""
    done = subprocess.run(["git", *arguments], cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True)
    return done.stdout.strip()


def measures_table(scores: Scores, *, asked: dict[str, str] | None = None, names: Iterable[str] = ()) -> str:
    """Precision, recall and F1 of each measure, or of those named, beside what is asked for."""
    head = ["measure", "P", "R", "F1", "right", "found", "gold", *(["asked"] if asked else [])]
    chosen = [name for name in scores.measures if not names or name in names]
    rows = [[name, *figures_of(scores.measures[name]), *([asked.get(name, "")] if asked else [])] for name in chosen]
    return table_of(head, rows)


def figures_of(one: Measure) -> list[str]:
    """The cells of a measure."""
    return [*(f"{value:.3f}" for value in (one.p, one.r, one.f1)), str(one.tp), str(one.pred), str(one.gold)]


def figures_table(dev: Scores, seeds: Scores) -> str:
    """The figures that matter most, F1 on dev and on the seeds."""
    cells = [[scores.measures.get(name) for scores in (dev, seeds)] for name in IN_SHORT]
    figures = [["" if one is None else f"{one.f1:.2f}" for one in row] for row in cells]
    rows = [[said, *row] for said, row in zip(IN_SHORT.values(), figures, strict=True)]
    return table_of(["F1", f"{dev.articles} reports", "the two reports of the beginning"], rows)


def outlets_table(outlets: dict[str, Scores]) -> str:
    """A row for each outlet, those with most statements first."""
    names = ("who_said_what", "detected", "speaker", "content_words", "force")
    ordered = sorted(outlets, key=lambda name: (-outlets[name].measures["detected"].gold, name))
    rows = []
    for name in ordered:
        measures = outlets[name].measures
        figures = [f"{measures[key].f1:.3f}" if key in measures else "" for key in names]
        rows.append([name, str(outlets[name].articles), str(measures["detected"].gold), *figures])
    return table_of(["outlet", "articles", "statements", *names], rows)


def classes_table(dev: Scores, seeds: Scores) -> str:
    """How often each class of error occurs, and how often it costs a statement."""
    sides = []
    for scores in (dev, seeds):
        sides.append(Counter(miss.kind for miss in scores.misses))
        sides.append(Counter(miss.kind for miss in scores.misses if miss.costs))
    rows = [[kind, *(str(side[kind]) for side in sides)] for kind in CLASSES]
    return table_of(["class", "dev", "cost on dev", "seeds", "cost on the seeds"], rows)


def forces_table(scores: Scores) -> str:
    """The confusions of force, the most frequent first."""
    rows = [[gold, found, str(number)] for (gold, found), number in scores.confusions().most_common(12)]
    return table_of(["force in the gold", "taken for", "times"], rows)


def confidence_table(scores: Scores) -> str:
    """The reliability table with the calibration error below it."""
    found = measure_reliability(scores.judgments)
    rows = [
        [f"{one.low:.1f}–{one.high:.1f}", str(one.statements), f"{one.confidence:.3f}", f"{one.right:.3f}"]
        for one in found.bins
    ]
    error = f"\nExpected calibration error {found.expected_calibration_error:.3f} over {found.statements} statements.\n"
    return table_of(["confidence", "statements", "mean confidence", "share right"], rows) + error


def counts_table(what: str, counts: Iterable[RuleCount]) -> str:
    """How often each rule or entry fired, right and wrong, and what was wrong."""
    rows = [
        [f"`{one.name}`", *map(str, (one.fired, one.right, one.wrong)), f"{one.right / one.fired:.2f}",
         *(str(getattr(one, kind)) for kind in WRONG)]
        for one in counts
    ]  # fmt: skip
    return table_of([what, "fired", "right", "wrong", "share right", *WRONG], rows)


def table_of(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table, the first column to the left and figures to the right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    main(sys.argv[1:])
