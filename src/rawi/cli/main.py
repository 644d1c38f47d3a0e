"""The ``rawi`` command itself: choosing the verb, and turning errors into messages and exit codes."""

import difflib
import logging
import os
import sys
from importlib import import_module
from typing import Any

import click

from rawi import __version__
from rawi.cli.verbs import VERBS
from rawi.errors import RawiError

INTERRUPTED = 130


class Complaint(click.ClickException):
    """What is wrong and what to do, for people; bad input inside a batch is not raised but counted (exit code 1)."""

    exit_code = 2


class Verbs(click.Group):
    """Loads a verb when it is used; suggests the nearest when there is no such verb."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order of a first acquaintance."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb's command, loaded now."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(VERBS[cmd_name][0]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of the first word, or a complaint that names the nearest verb."""
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], VERBS, n=1)
            advice = f"did you mean {near[0]!r}?" if near else f"the verbs are {', '.join(VERBS)}."
            ctx.fail(f"there is no verb {args[0]!r}; {advice}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the verbs without loading them."""
        with formatter.section("Verbs"):
            formatter.write_dl([(name, line) for name, (_, line) in VERBS.items()])

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click declares it
        """Run the verb; an error of Rawi is a message, a closed pipe is no error."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # The reader has had enough: no error of ours. The interpreter would complain when it flushes what is left.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except RawiError as error:
            raise Complaint(str(error)) from error


@click.group(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: rawi demo, then rawi statements --force deny",
)
@click.version_option(__version__, "--version", message="rawi %(version)s")
@click.option("--debug", is_flag=True, help="Say on standard error what goes on inside, with tracebacks.")
def rawi(*, debug: bool) -> None:
    """Read Arabic news into a ledger of who said what, and ask it.

    RAWI_LEDGER names the ledger (else rawi.db in this folder), RAWI_LEXICON a folder of your own lexicon entries.
    """
    logging.basicConfig(level=logging.DEBUG if debug else logging.WARNING, stream=sys.stderr)


def main() -> None:
    """Run the command line; a reader that closes its pipe early ends it quietly."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        sys.exit(rawi.main(standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("rawi: stopped; what was written so far is kept, and the same command goes on from there.", err=True)
        sys.exit(INTERRUPTED)
