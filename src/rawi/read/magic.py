"""What a file is by its first bytes, whatever its name says."""

import re

_FORMATS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document of the older kind"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound, film or WebP file"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
_PDF_WITHIN = 1024
_PAGE = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_BOM = b"\xef\xbb\xbf"


def name_of_format(content: bytes) -> str | None:
    """The name of the format the bytes begin like, None when they may be text."""
    for start, name in _FORMATS:
        if content.startswith(start):
            return name
    return _FORMATS[0][1] if b"%PDF-" in content[:_PDF_WITHIN] and b"\x00" in content[: 1 << 16] else None


def looks_like_page(start: bytes) -> bool:
    """Whether the bytes begin as an HTML page does."""
    return (
        _PAGE.match(start.removeprefix(_BOM).replace(b"\x00", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff"))
        is not None
    )


def looks_like_json_lines(start: bytes) -> bool:
    """Whether the bytes begin with a JSON object."""
    return re.match(rb'\s*\{\s*"', start.removeprefix(_BOM)) is not None


def utf16_of(start: bytes) -> str | None:
    """The UTF-16 encoding the bytes are in by their byte-order mark or by every second byte being empty, else None."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if start[1:2] == b"\x00" and start[:1] == b"{":
        return "utf-16-le"
    return "utf-16-be" if start[:2] == b"\x00{" else None
