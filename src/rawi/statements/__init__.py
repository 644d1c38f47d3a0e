"""Who said what: cues, sources, contents, speakers, force, chain."""

from rawi.statements.find import find_statements

__all__ = ["find_statements"]
