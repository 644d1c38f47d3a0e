"""The event types, modes, contexts and sectors of ``resources/ontology/plover.yaml``."""

from pathlib import Path

import msgspec

from rawi.lexicon.files import read_yaml, resource_paths


class EventType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A PLOVER type: its quarter of the cooperation/conflict square, its score, its modes with what each means."""

    quad: str
    score: float
    recipient: str
    means: str
    modes: dict[str, str] = {}


class ForceCode(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a statement's force is exported: its PLOVER type (``""`` where PLOVER has none) and its CAMEO code."""

    type: str
    cameo: str


class Ontology(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """PLOVER, as pinned: see the file for what each field holds."""

    name: str
    version: str
    cited: str
    types: dict[str, EventType]
    contexts: tuple[str, ...]
    statements: dict[str, ForceCode]
    sectors: dict[str, str]


def load_ontology(overlay: Path | None = None) -> Ontology:
    """The ontology of the package, or of the user's folder when it has the file."""
    return read_yaml(resource_paths("ontology/plover.yaml", overlay)[-1], Ontology)
