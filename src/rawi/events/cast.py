"""Who takes part in an event, by role."""

import msgspec

from rawi.events.phrases import Phrase
from rawi.lexicon.events import Role


class Cast(msgspec.Struct):
    """The phrases found for a trigger by role."""

    actors: list[Phrase] = []
    targets: list[Phrase] = []

    def add(self, role: Role, phrases: list[Phrase]) -> None:
        """Give the phrases the role; both sides of a meeting are actors."""
        if role in ("actor", "sides"):
            self.actors.extend(phrases)
        elif role == "target":
            self.targets.extend(phrases)
