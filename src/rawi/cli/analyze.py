"""``rawi analyze``: files to JSON lines."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from rawi.cli.options import lexicon_option, source_options
from rawi.cli.output import describe, opened, talk, write_lines
from rawi.model import Analysis, Failure
from rawi.workflows.analyzing import Source, analyze_all
from rawi.workflows.lexicons import load_lexicon


@click.command(epilog="Example: rawi analyze report.txt page.html | jq '.statements[].speaker.name'")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@source_options
@lexicon_option
@click.option("--format", "shape", type=click.Choice(["jsonl"]), default="jsonl", help="JSON, one analysis a line.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write here, not to standard output."
)
@click.pass_context
def command(
    ctx: click.Context,
    /,
    files: tuple[str, ...],
    published: date | None,
    outlet: str | None,
    overlay: Path | None,
    **how: Path,
) -> None:
    """Analyze files into JSON lines, one article a line; nothing is stored.

    FILE is a .txt, .html or .jsonl file, a folder of such, or - for standard input. Failures go to standard error;
    the exit code is 1 when there were any.
    """
    failures: list[Failure] = []
    articles = Source(files, published, outlet).read()
    analyses = analyze_all(articles, load_lexicon(overlay))
    with opened(how["output"]) as file:
        write_lines(_without_failures(analyses, failures), file)
    if failures:
        talk(f"rawi: {len(failures)} of the inputs could not be read; the others are written.")
        ctx.exit(1)


def _without_failures(found: Iterator[Analysis | Failure], failures: list[Failure]) -> Iterator[Analysis]:
    for one in found:
        if isinstance(one, Failure):
            failures.append(one)
            talk(describe(one))
        else:
            yield one
