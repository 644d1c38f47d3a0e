"""From bytes to text: UTF-8, UTF-16, windows-1256 and ISO-8859-6, marked or not, whole or damaged."""

import codecs
from itertools import pairwise

import msgspec

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8 with a byte-order mark"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32 with a byte-order mark"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32 with a byte-order mark"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16 with a byte-order mark"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16 with a byte-order mark"),
)
_REPLACEMENT = "\ufffd"
_SAMPLE = 1 << 16
# Bytes of a text in an unmarked UTF-16: nearly every second one is the block's number.
_BLOCK_BYTES = bytes([0x00, 0x06, 0x20, 0xFE, 0xFB])
_BLOCK_SHARE = 0.9
# A UTF-8 text is worth reading while at most one in ten of its characters is broken.
_BROKEN_SHARE = 0.1
_CONTROL_SHARE = 0.02
_ARABIC = range(0x0600, 0x0700)
_LATIN_SUPPLEMENT = range(0x00C0, 0x0250)
_TEXT_CONTROLS = "\t\n\r\f\v\x1a\x85"
# Of an Arabic text at least this share of the letters is Arabic: below it a guess is no better than none.
_ARABIC_SHARE = 0.5


class Decoded(msgspec.Struct, frozen=True):
    """A text, its encoding by IANA name, how that was known, and what was lost on the way (``""``: nothing)."""

    text: str
    encoding: str
    source: str
    loss: str = ""


def decode_bytes(content: bytes, *, declared: str = "") -> Decoded | None:
    """The text of the bytes, or None when no known encoding makes text of them.

    A byte-order mark decides; then UTF-8 if the bytes are valid, an unmarked UTF-16, the ``declared`` encoding (of a
    page), and the two Arabic code pages by what each makes of the bytes. UTF-8 with a few broken bytes is read with
    U+FFFD in their place, which ``loss`` says.
    """
    for mark, encoding, source in _BOMS:
        if content.startswith(mark):
            return _lenient(content[len(mark) :], encoding, source)
    try:
        return _unless_binary(Decoded(content.decode("utf-8"), "utf-8", "valid UTF-8"))
    except UnicodeDecodeError:
        pass
    return _unmarked_utf16(content) or _declared(content, declared) or _damaged_utf8(content) or _code_page(content)


def _lenient(content: bytes, encoding: str, source: str) -> Decoded:
    text = content.decode(encoding, "replace")
    return Decoded(text, encoding, source, _loss(text.count(_REPLACEMENT)))


def _loss(broken: int) -> str:
    return f"{broken} broken characters replaced" if broken else ""


def _unless_binary(decoded: Decoded) -> Decoded | None:
    return _unmarked_utf16(decoded.text.encode()) or (None if _is_binary(decoded.text) else decoded)


def _is_binary(text: str) -> bool:
    """Whether too many of the first characters are control characters that no text holds."""
    sample = text[:_SAMPLE]
    controls = sum(char < " " and char not in _TEXT_CONTROLS for char in sample)
    return controls > max(4, _CONTROL_SHARE * len(sample))


def _unmarked_utf16(content: bytes) -> Decoded | None:
    """UTF-16 without a mark: the high bytes name Latin, Arabic or punctuation, all at even or all at odd places."""
    sample = content[:_SAMPLE]
    if len(sample) < 4 or (b"\x00" not in sample and b"\x06" not in sample):
        return None
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = sample[first::2]
        if sum(byte in _BLOCK_BYTES for byte in high) >= _BLOCK_SHARE * len(high):
            decoded = _lenient(content, encoding, "every second byte names a block of letters")
            return decoded if len(decoded.loss) == 0 and not _is_binary(decoded.text) else None
    return None


def _declared(content: bytes, declared: str) -> Decoded | None:
    if not declared:
        return None
    try:
        encoding = codecs.lookup(declared).name
        text = content.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None
    return Decoded(text, _iana(encoding), "declared by the page")


def _iana(encoding: str) -> str:
    return {"cp1256": "windows-1256", "iso8859-6": "iso-8859-6", "cp1252": "windows-1252"}.get(encoding, encoding)


def _damaged_utf8(content: bytes) -> Decoded | None:
    text = content.decode("utf-8", "replace")
    broken = text.count(_REPLACEMENT)
    beyond_ascii = sum(char > "\x7f" for char in text) - broken
    if broken > _BROKEN_SHARE * max(1, beyond_ascii) or _is_binary(text):
        return None
    return Decoded(text, "utf-8", "UTF-8 with broken bytes", _loss(broken))


def _code_page(content: bytes) -> Decoded | None:
    """One of the Arabic code pages, else what charset-normalizer makes of the bytes."""
    windows = content.decode("cp1256", "replace")
    if _is_binary(windows):
        return None
    iso = content.decode("iso8859_6", "replace")
    # Read as windows-1256, a text in ISO-8859-6 has accented Latin letters in the middle of its Arabic words, and it
    # has no byte that ISO-8859-6 leaves open.
    if _REPLACEMENT not in iso and _mixed_words(windows) > _mixed_words(iso) and _arabic_share(iso) >= _ARABIC_SHARE:
        return Decoded(iso, "iso-8859-6", "its letters read as words")
    if _arabic_share(windows) >= _ARABIC_SHARE:
        return Decoded(windows, "windows-1256", "its letters read as words", _loss(windows.count(_REPLACEMENT)))
    return _best_guess(content)


def _mixed_words(text: str) -> int:
    """How often an accented Latin letter touches an Arabic one."""
    sample = text[:_SAMPLE]
    kinds = [ord(char) in _ARABIC or -(ord(char) in _LATIN_SUPPLEMENT) for char in sample]
    return sum(left * right < 0 for left, right in pairwise(kinds))


def _arabic_share(text: str) -> float:
    letters = [ord(char) for char in text[:_SAMPLE] if char.isalpha()]
    return sum(code in _ARABIC for code in letters) / len(letters) if letters else 0.0


def _best_guess(content: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    best = from_bytes(content[:_SAMPLE]).best()
    if best is None:
        return None
    text = content.decode(best.encoding, "replace")
    return Decoded(text, _iana(best.encoding), "the likeliest encoding", _loss(text.count(_REPLACEMENT)))
