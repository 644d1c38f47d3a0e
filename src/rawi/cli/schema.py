"""``rawi schema``: the JSON Schema of what ``rawi analyze`` writes."""

import click

from rawi.cli.output import opened, write_lines
from rawi.export.schema import analysis_schema


@click.command(epilog="Example: rawi schema > rawi-1.schema.json")
def command() -> None:
    """Print the JSON Schema of one line of `rawi analyze`."""
    with opened(None) as file:
        write_lines([analysis_schema()], file)
