"""The command line: ``rawi VERB``. Results go to standard output, talk to standard error."""

from rawi.cli.main import main

__all__ = ["main"]
