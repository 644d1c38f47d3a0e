"""The codes an export needs, as one record: built by workflows from the lexicon, passed in, never read here."""

import msgspec


class TypeCode(msgspec.Struct, frozen=True):
    """What PLOVER says of an event type: its quad, its conflict/cooperation score, the modes it knows."""

    quad: str
    score: float
    modes: tuple[str, ...] = ()


class StateCode(msgspec.Struct, frozen=True):
    """A state's ISO 3166 alpha-3 code, its Correlates of War number and its English name."""

    iso3: str
    cow: str
    name: str


class Coding(msgspec.Struct, frozen=True):
    """PLOVER as pinned: types, what becomes of a statement's force, states by ISO alpha-2, entity names by id.

    ``forces`` gives for each force the PLOVER type (``""`` where it has none) and the CAMEO code kept beside it.
    """

    version: str
    types: dict[str, TypeCode]
    forces: dict[str, tuple[str, str]]
    contexts: tuple[str, ...]
    sectors: tuple[str, ...]
    states: dict[str, StateCode]
    names: dict[str, str] = {}

    def iso3(self, country: str) -> str:
        """The alpha-3 code of an alpha-2 one; PLOVER's codes for those of no state stay, anything else is ``""``."""
        state = self.states.get(country)
        return state.iso3 if state is not None else country if len(country) == 3 else ""
