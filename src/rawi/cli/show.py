"""``rawi show``: an article with its statements marked."""

import sys

import click
from rich.console import Console
from rich.text import Text

from rawi.cli.bidi import RIGHT_TO_LEFT, isolate, isolate_numbers, isolating
from rawi.cli.options import ledger_option
from rawi.cli.output import console, opened, write_lines
from rawi.cli.statement_view import LINK, force_of
from rawi.model import Article, Statement
from rawi.queries import Segment, find_article, mark_article
from rawi.workflows.ledgers import open_ledger

_COLORS = ("cyan", "green", "yellow", "magenta", "blue", "bright_red")
# Beyond fifty there are no circled numbers.
_CIRCLED = (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0))


@click.command(epilog="Example: rawi show jan22-01 --why | less -R")
@click.argument("article", metavar="ARTICLE")
@click.option("--why", is_flag=True, help="Also say which rule, words and entry each statement rests on.")
@click.option("--format", "shape", type=click.Choice(["text", "jsonl"]), default="text", help="Text, or the analysis.")
@ledger_option
def command(article: str, ledger: str, shape: str, *, why: bool) -> None:
    """Show an article with its statements marked and listed below.

    ARTICLE is its id, or the beginning of one. What was said stands between numbered brackets, the cue underlined and
    the source in bold.
    """
    with open_ledger(ledger, create=False) as store:
        found, analysis = find_article(store, article)
    if shape == "jsonl":
        with opened(None) as file:
            write_lines([analysis], file)
        return
    screen = console()
    marked = mark_article(found, analysis)
    _print_head(found, screen)
    for line in marked.lines:
        print_paragraph(_marked_line(line), screen)
    screen.rule(style="dim") if sys.stdout.isatty() else screen.print()
    for number, statement in enumerate(marked.statements, 1):
        _print_legend(number, statement, screen, why=why)


def numbered(number: int) -> str:
    """The number in a circle, which has no direction of its own and so stays where it is put."""
    return chr(_CIRCLED[number - 1]) if number <= len(_CIRCLED) else f"({number})"


def print_paragraph(paragraph: Text, screen: Console) -> None:
    """Print one paragraph, each of its lines isolated in the direction of the whole."""
    if not paragraph.plain:
        screen.print()
        return
    opening, closing = isolating(paragraph.plain)
    # The last column stays free: some terminals drop an invisible mark that comes after it.
    width = screen.width - 1
    to_the_right = opening == RIGHT_TO_LEFT and sys.stdout.isatty()
    for line in paragraph.wrap(screen, width):
        line.rstrip()
        indent = " " * (width - line.cell_len if to_the_right else 0)
        screen.print(Text.assemble(indent, opening, line, closing), soft_wrap=True)


def _print_head(article: Article, screen: Console) -> None:
    day = article.published.isoformat() if article.published else "undated"
    parts = (article.id, isolate(article.outlet), day, isolate(article.byline), article.origin)
    screen.print(Text(" · ".join(part for part in parts if part), style="dim"))


def _marked_line(segments: tuple[Segment, ...]) -> Text:
    line = Text()
    for segment in segments:
        for number in segment.opens:
            line.append(f"{numbered(number)}⟨", style=f"bold {_color(number)}")
        line.append(isolate_numbers(segment.text), style=_style(segment))
        for number in segment.closes:
            line.append("⟩", style=f"bold {_color(number)}")
    return line


def _style(segment: Segment) -> str:
    color = _color(segment.inside[-1]) if segment.inside else ""
    return " ".join(
        part for part in (color, "underline" if segment.cue else "", "bold" if segment.source else "") if part
    )


def _color(number: int) -> str:
    return _COLORS[(number - 1) % len(_COLORS)]


def _print_legend(number: int, said: Statement, screen: Console, *, why: bool) -> None:
    line = Text.assemble(
        (numbered(number), f"bold {_color(number)}"), " ",
        (isolate(said.speaker.name or "?"), "bold"), "  ",
        force_of(said), f"  {said.mode}",
    )  # fmt: skip
    notes = [
        ("on", said.said_on),
        ("via", LINK.join(isolate(hop.name) for hop in said.via)),
        ("unnamed", said.speaker.anonymity),
        ("sure", f"{said.confidence:.2f}" if said.confidence is not None else None),
        ("inside", numbered(said.parent + 1) if said.parent is not None else None),
    ]
    for name, note in notes:
        if note:
            line.append(f"  {name} ", style="dim").append(note)
    screen.print(line, soft_wrap=True)
    for name in ("condition", "addressee", "channel"):
        span = getattr(said, name)
        if span is not None:
            screen.print(Text.assemble((f"   {name} ", "dim"), isolate(isolate_numbers(span.text))), soft_wrap=True)
    for reason in said.evidence if why else ():
        words = (isolate(reason.words), reason.entry)
        screen.print(Text("   because " + " · ".join((reason.rule, *filter(None, words))), style="dim"), soft_wrap=True)
