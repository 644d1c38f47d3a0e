"""Arabic on a terminal: isolating what would otherwise change places, and breaking lines by what letters take up.

Some terminals order right-to-left text themselves, each screen line for itself, others do not at all. An isolate
(U+2068 ... U+2069, Unicode Annex 9) takes no room; it keeps the columns of a table and the parts of a date in their
places in the first kind and does nothing in the second.
"""

import re
import unicodedata
from collections.abc import Iterator

from rich.cells import cell_len

LEFT_TO_RIGHT = "\u2066"
RIGHT_TO_LEFT = "\u2067"
_FIRST_STRONG_ISOLATE = "\u2068"
_END_OF_ISOLATE = "\u2069"
_NO_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
# Numbers joined by marks: after an Arabic letter, 10-01-2022 would be shown as 2022-01-10.
_JOINED_NUMBERS = re.compile(r"(?<![A-Za-z\d])\d+(?:[-/.:]\d+)+")


def isolate(text: str) -> str:
    """The text as one unit whose direction is its own. Must not hold a line break: an isolate ends with its line."""
    return f"{_FIRST_STRONG_ISOLATE}{text}{_END_OF_ISOLATE}" if text else ""


def isolate_numbers(text: str) -> str:
    """The text with dates, times and the like kept in their written order."""
    return _JOINED_NUMBERS.sub(lambda match: isolate(match[0]), text)


def without_isolates(text: str) -> str:
    """The text as it was before any isolate was put in."""
    return text.translate(_NO_ISOLATES)


def isolating(text: str) -> tuple[str, str]:
    """What to put before and after each line of a paragraph: the direction of its first letter that has one."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("R", "AL"):
            return RIGHT_TO_LEFT, _END_OF_ISOLATE
        if direction == "L":
            break
    return LEFT_TO_RIGHT, _END_OF_ISOLATE


def wrap(text: str, width: int) -> list[str]:
    """The words of the text in lines of at most ``width`` cells; a longer word is broken."""
    lines, line, used = [], "", 0
    for word in _words(text, width):
        size = cell_len(word)
        if line and used + 1 + size > width:
            lines.append(line)
            line, used = word, size
        else:
            line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
    return [*lines, line] if line else lines


def shorten(text: str, width: int) -> str:
    """The text in one line of at most ``width`` cells, cut at a word where it is longer."""
    lines = wrap(text, width - 1)
    return lines[0] + "…" if len(lines) > 1 else "".join(lines)


def _words(text: str, width: int) -> Iterator[str]:
    for word in text.split():
        while cell_len(word) > width:
            yield word[:width]
            word = word[width:]
        if word:
            yield word
