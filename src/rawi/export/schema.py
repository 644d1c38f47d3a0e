"""The JSON Schema of what Rawi writes, made from the records themselves so that it cannot drift."""

import msgspec

from rawi.model import SCHEMA, Analysis

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def analysis_schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of one line of ``rawi analyze``: an `Analysis` and every record inside it.

    >>> analysis_schema()["title"]
    'rawi/1'
    """
    (reference,), definitions = msgspec.json.schema_components([Analysis], ref_template="#/$defs/{name}")
    return {"$schema": _DRAFT, "title": SCHEMA, **reference, "$defs": definitions}
