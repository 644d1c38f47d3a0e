"""``rawi evaluate``: how good the analysis is."""

from collections import Counter
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rawi.cli.bidi import isolate, shorten
from rawi.cli.options import lexicon_option
from rawi.cli.output import console, opened, write_lines
from rawi.cli.progress import shown_progress
from rawi.evaluate import Miss, RuleCount, Scores, count_entries, count_rules, measure_reliability
from rawi.workflows.evaluating import evaluate
from rawi.workflows.lexicons import load_lexicon

_CONFUSIONS = 8
_ENTRIES = 40
_BY_OUTLET = ("who_said_what", "detected", "speaker", "force")
_WRONG = ("extra", "speaker", "content", "value")
_Record = dict[str, object]


@click.command(epilog="Example: rawi evaluate gold.jsonl --errors 5 --by outlet --by rule")
@click.argument("gold", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="GOLD")
@click.option("--errors", metavar="N", type=click.IntRange(min=0), default=0, help="Show so many errors of each class.")
@click.option(
    "--by",
    type=click.Choice(["outlet", "rule", "entry", "confidence"]),
    multiple=True,
    help="Also a table by outlet, by rule or lexicon entry of the evidence, or by confidence; may be given again.",
)
@click.option("--json", "as_json", is_flag=True, help="The scores as JSON, and every error.")
@lexicon_option
@click.pass_context
def command(
    ctx: click.Context, gold: Path, errors: int, by: tuple[str, ...], overlay: Path | None, *, as_json: bool
) -> None:
    """Score a fresh analysis of a gold file's texts against its annotations.

    GOLD holds one annotated article a line, as the annotation guideline describes. P is the share of what was found
    that is right, R the share of what is annotated that was found, F1 both in one. By rule and by entry, a statement
    is right when its speaker and content are.
    """
    with shown_progress([str(gold)], what="Analyzing") as progress:
        scores = evaluate(gold, load_lexicon(overlay), progress=progress)
    whole = scores[""]
    if as_json:
        with opened(None) as file:
            write_lines([_record(scores, by)], file)
    else:
        screen = console()
        _print_measures(whole, screen)
        for name in dict.fromkeys(by):
            screen.print()
            _PRINTERS[name](scores, screen)
        _print_misses(whole.misses, errors, screen)
    ctx.exit(1 if whole.missing else 0)


def _record(scores: dict[str, Scores], by: tuple[str, ...]) -> _Record:
    whole = scores[""]
    found: _Record = {"articles": whole.articles, "missing": whole.missing, "scores": whole.measures}
    found["errors"] = whole.misses
    if "outlet" in by:
        found["by_outlet"] = {name: one.measures for name, one in scores.items() if name}
    if "rule" in by:
        found["by_rule"] = count_rules(whole.judgments)
    if "entry" in by:
        found["by_entry"] = count_entries(whole.judgments)
    if "confidence" in by:
        found["by_confidence"] = measure_reliability(whole.judgments)
    return found


def _print_measures(scores: Scores, screen: Console) -> None:
    screen.print(f"{scores.articles} articles, {len(scores.missing)} without an analysis")
    table = _table("", "P", "R", "F1", "right", "found", "gold")
    for name, one in scores.measures.items():
        figures = (f"{value:.3f}" for value in (one.p, one.r, one.f1))
        table.add_row(name, *figures, str(one.tp), str(one.pred), str(one.gold))
    screen.print(table)
    for (expected, found), number in scores.confusions().most_common(_CONFUSIONS):
        screen.print(f"force {expected} taken for {found}: {number}")
    classes = Counter(miss.kind for miss in scores.misses)
    if classes:
        screen.print(f"errors: {', '.join(f'{kind} {number}' for kind, number in classes.most_common())}")


def _print_outlets(scores: dict[str, Scores], screen: Console) -> None:
    table = _table("outlet", "articles", "gold", *(f"{name} F1" for name in _BY_OUTLET))
    for name, one in scores.items():
        if name:
            figures = [f"{one.measures[key].f1:.3f}" if key in one.measures else "-" for key in _BY_OUTLET]
            table.add_row(isolate(shorten(name, 24)), str(one.articles), str(one.measures["detected"].gold), *figures)
    screen.print(table)


def _print_rules(scores: dict[str, Scores], screen: Console) -> None:
    _print_counts("rule", count_rules(scores[""].judgments), screen)


def _print_entries(scores: dict[str, Scores], screen: Console) -> None:
    entries = count_entries(scores[""].judgments)
    _print_counts("entry", entries[:_ENTRIES], screen)
    if len(entries) > _ENTRIES:
        screen.print(f"{len(entries) - _ENTRIES} more that fired less often: --json gives all")


def _print_counts(what: str, counts: tuple[RuleCount, ...], screen: Console) -> None:
    table = _table(what, "fired", "right", "wrong", "share", *_WRONG)
    for one in counts:
        kinds = (str(getattr(one, kind)) for kind in _WRONG)
        figures = (str(one.fired), str(one.right), str(one.wrong), f"{one.right / one.fired:.2f}")
        table.add_row(isolate(one.name), *figures, *kinds)
    screen.print(table)
    screen.print("share: of right ones; then the wrong ones by what is wrong")


def _print_reliability(scores: dict[str, Scores], screen: Console) -> None:
    found = measure_reliability(scores[""].judgments)
    table = _table("confidence", "statements", "mean confidence", "share right")
    for one in found.bins:
        row = (f"{one.low:.1f}-{one.high:.1f}", str(one.statements), f"{one.confidence:.3f}", f"{one.right:.3f}")
        table.add_row(*row)
    screen.print(table)
    screen.print(
        f"expected calibration error {found.expected_calibration_error:.3f} over {found.statements} statements"
    )


_PRINTERS = {
    "outlet": _print_outlets,
    "rule": _print_rules,
    "entry": _print_entries,
    "confidence": _print_reliability,
}


def _print_misses(misses: tuple[Miss, ...], most: int, screen: Console) -> None:
    classes = Counter(miss.kind for miss in misses)
    costing = Counter(miss.kind for miss in misses if miss.costs)
    for kind, number in classes.most_common() if most else ():
        screen.print()
        screen.print(Text(f"{kind}: {number}, of which {costing[kind]} cost the statement", style="bold"))
        shown = sorted((one for one in misses if one.kind == kind), key=lambda one: not one.costs)
        for miss in shown[:most]:
            values = (value for value in (miss.expected, miss.found) if value)
            parts = (miss.article, isolate(miss.cue), " not ".join(map(isolate, values)), isolate(miss.words))
            screen.print("  " + " | ".join(parts), soft_wrap=True)


def _table(*columns: str) -> Table:
    table = Table(box=None, padding=(0, 1), header_style="bold", pad_edge=False)
    for index, name in enumerate(columns):
        table.add_column(name, justify="right" if index else "left", no_wrap=True)
    return table
