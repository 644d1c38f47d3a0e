"""Which language data this is, as a hash of its files."""

from hashlib import blake2b
from pathlib import Path

from rawi.lexicon.files import RESOURCES

# The sample is read like any other file; it is not language data.
_NOT_LANGUAGE = RESOURCES / "sample"


def fingerprint(overlay: Path | None) -> str:
    """An 8-digit hexadecimal hash of all resource files and of those in the user's folder, names and contents."""
    digest = blake2b(digest_size=4)
    for root in (RESOURCES, overlay) if overlay is not None else (RESOURCES,):
        for path in sorted(root.rglob("*")):
            if path.is_file() and not path.is_relative_to(_NOT_LANGUAGE):
                digest.update(path.relative_to(root).as_posix().encode() + b"\0")
                digest.update(path.read_bytes())
    return digest.hexdigest()
