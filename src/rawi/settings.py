"""What a user sets once for all commands, from the environment."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from rawi.errors import SettingsError


class Settings(msgspec.Struct, frozen=True):
    """Where the ledger is, and the folder of one's own lexicon entries, if any."""

    ledger: str = "rawi.db"
    lexicon: Path | None = None


def load_settings(environment: Mapping[str, str]) -> Settings:
    """The settings of ``RAWI_LEDGER`` and ``RAWI_LEXICON``; what is not set is as `Settings` has it.

    >>> load_settings({"RAWI_LEDGER": "press.db"}).ledger
    'press.db'
    """
    lexicon = environment.get("RAWI_LEXICON")
    if lexicon and not Path(lexicon).is_dir():
        raise SettingsError(
            f"RAWI_LEXICON={lexicon!r} is not a folder. Set it to the folder of your own entries, or unset it."
        )
    return Settings(
        ledger=environment.get("RAWI_LEDGER") or Settings().ledger, lexicon=Path(lexicon) if lexicon else None
    )
