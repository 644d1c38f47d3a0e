"""The dateline that opens a report: its place, and the agency or writer it is credited to."""

import msgspec

from rawi.model.reading import Words
from rawi.text.phrases import PhraseIndex

_DASHES = frozenset("-\u2013\u2014\u2015\u2212")
_SEPARATORS = _DASHES | frozenset(":/|\u060c,\u0640")
_OPENING = frozenset('([\u00ab\u00bb"\u201c\u201d')
_CLOSING = frozenset(')]\u00ab\u00bb"\u201c\u201d')
_TATWEEL = "\u0640"
_LONGEST = 14
_LONGEST_NAME = 6
_LONGEST_QUOTED = 3


class DatelineWords(msgspec.Struct, frozen=True):
    """What a dateline is made of: places, agencies (dots left out), outlets, what opens a byline, given names."""

    places: PhraseIndex
    agencies: PhraseIndex
    bylines: PhraseIndex
    outlets: PhraseIndex = PhraseIndex(())
    given_names: frozenset[str] = frozenset()


class Dateline(msgspec.Struct, frozen=True):
    """Word ranges, half-open, of a dateline's ``place``, ``credit`` and ``byline``; ``last`` is the word after it."""

    last: int
    place: tuple[int, int] | None = None
    credit: tuple[int, int] | None = None
    byline: tuple[int, int] | None = None


def find_dateline(words: Words, first: int, last: int, vocabulary: DatelineWords) -> Dateline | None:
    """The dateline at the beginning of the line ``[first, last)``, or None.

    Knows ``باريس - أ ف ب``, ``موسكو (رويترز) - ``, ``دبي، الإمارات (CNN)-- ``, ``(رويترز)``, ``عدن «الوطن»: ``,
    ``كييف – `` and the writer, ``كتب: فلان`` or ``القاهرة - فلان``. A place alone needs a dash after it; a writer
    needs the line to end, or a colon after a known given name. Of two credits (``«الوطن»، وكالات``) the last counts.
    """
    begin = _separators(words, first, last)
    if begin >= last:
        return None
    return (
        _with_agency(words, begin, last, vocabulary)
        or _with_writer(words, begin, last, vocabulary)
        or _writer_before_text(words, begin, last, vocabulary)
        or _place_alone(words, begin, last, vocabulary)
    )


def _with_agency(words: Words, first: int, last: int, vocabulary: DatelineWords) -> Dateline | None:
    end = min(last, first + _LONGEST)
    place = _place(words, first, end, vocabulary)
    after = _separators(words, place[1] if place else first, end)
    # Without a place only brackets show that a name that is no agency is a credit.
    bracketed = last - first <= _LONGEST_QUOTED + 2 and words.raw[first] == "("
    credit = _credit(words, after, end, vocabulary, quoted=place is not None or bracketed)
    if credit is None:
        return None
    stop = _separators(words, credit[2], end)
    more = _credit(words, stop, end, vocabulary, quoted=False)
    if more is not None:
        stop = _separators(words, more[2], end)
    enclosed = words.raw[after] in _OPENING
    if stop < last and not ((place or enclosed) and (stop > credit[2] or enclosed)):
        return None
    return Dateline(stop, place=place, credit=(more or credit)[:2])


def _place_alone(words: Words, first: int, last: int, vocabulary: DatelineWords) -> Dateline | None:
    """A place, a dash and a space before the text."""
    place = _place(words, first, min(last, first + _LONGEST), vocabulary)
    if place is None:
        return None
    after = _separators(words, place[1], last)
    return Dateline(after, place=place) if _dashed(words, place[1], after) and _spaced(words, after, last) else None


def _with_writer(words: Words, first: int, last: int, vocabulary: DatelineWords) -> Dateline | None:
    """A line of its own that names a writer after a word for writing, or after or before a place and a dash."""
    if last - first > _LONGEST_NAME + 3:
        return None
    opened = vocabulary.bylines.length_at(words.folded, first, last)
    place = None if opened else _place(words, first, last, vocabulary)
    if not opened and place is None:
        return _name_and_place(words, first, last, vocabulary)
    position = place[1] if place else first + opened
    name = _separators(words, position, last)
    stop = last
    while stop > name and words.raw[stop - 1] in _SEPARATORS:
        stop -= 1
    separated = _dashed(words, position, name) if place else name > position or stop < last
    if not separated or not 0 < stop - name <= _LONGEST_NAME or not _all_letters(words, name, stop):
        return None
    return _signed(words, (name, stop), last, place, vocabulary)


def _signed(
    words: Words, name: tuple[int, int], last: int, place: tuple[int, int] | None, vocabulary: DatelineWords
) -> Dateline | None:
    """The line signed by an outlet or, with two words or more beside a place, by a writer."""
    first, stop = name
    if place and vocabulary.outlets.length_at(words.folded, first, stop) == stop - first:
        return Dateline(last, place=place, credit=name)
    return Dateline(last, place=place, byline=name) if stop - first > 1 or not place else None


def _writer_before_text(words: Words, first: int, last: int, vocabulary: DatelineWords) -> Dateline | None:
    """A place, a writer known by the given name, and a colon before the text or the end of the line."""
    place = _place(words, first, min(last, first + _LONGEST), vocabulary)
    if place is None:
        return None
    name = _separators(words, place[1], last)
    if name == place[1] or name >= last or words.folded[name] not in vocabulary.given_names:
        return None
    stop = name
    while stop < min(last, name + _LONGEST_NAME) and words.raw[stop][0].isalpha():
        stop += 1
    ends = stop == last or words.raw[stop] == ":"
    return (
        Dateline(_separators(words, stop, last), place=place, byline=(name, stop)) if ends and stop > name + 1 else None
    )


def _name_and_place(words: Words, first: int, last: int, vocabulary: DatelineWords) -> Dateline | None:
    """A line of a name, a dash and a place."""
    dash = next((i for i in range(first, last) if words.raw[i] in _DASHES), last)
    place = _place(words, dash + 1, last, vocabulary)
    if (
        place is None
        or place[1] < last
        or not first < dash <= first + _LONGEST_NAME
        or not _all_letters(words, first, dash)
    ):
        return None
    return _signed(words, (first, dash), last, place, vocabulary)


def _place(words: Words, first: int, last: int, vocabulary: DatelineWords) -> tuple[int, int] | None:
    """One place, or a place and its country after a comma or in brackets."""
    length = vocabulary.places.length_at(words.folded, first, last)
    if not length:
        return None
    end = first + length
    if end + 1 < last and words.raw[end] in "\u060c,(":
        more = vocabulary.places.length_at(words.folded, end + 1, last)
        if more:
            end += 1 + more
            end += end < last and words.raw[end] == ")"
    return first, end


def _credit(
    words: Words, first: int, last: int, vocabulary: DatelineWords, *, quoted: bool
) -> tuple[int, int, int] | None:
    """The agency's words and the word after what encloses them; any short quoted name when ``quoted``."""
    if first >= last:
        return None
    enclosed = words.raw[first] in _OPENING
    begin = first + enclosed
    stop = _agency_end(words, begin, last, vocabulary)
    if stop == begin and enclosed and quoted:
        while stop < last and stop - begin < _LONGEST_QUOTED and words.raw[stop] not in _CLOSING:
            stop += 1
    if stop == begin:
        return None
    if enclosed and (stop >= last or words.raw[stop] not in _CLOSING):
        return None
    return begin, stop, stop + enclosed


def _agency_end(words: Words, first: int, last: int, vocabulary: DatelineWords) -> int:
    """The end of the agency's name at ``first``: its letters may be set apart by dots or spaces."""
    kept = [i for i in range(first, min(last, first + _LONGEST)) if words.raw[i] != "."]
    length = vocabulary.agencies.length_at([words.folded[i] for i in kept], 0, len(kept))
    if not length:
        return first
    end = kept[length - 1] + 1
    single = len(words.folded[end - 1]) == 1
    return end + 1 if single and end < last and words.raw[end] == "." else end


def _separators(words: Words, first: int, last: int) -> int:
    while first < last and (words.raw[first] in _SEPARATORS or not words.raw[first].strip(_TATWEEL)):
        first += 1
    return first


def _dashed(words: Words, first: int, last: int) -> bool:
    return any(words.raw[i] in _DASHES for i in range(first, last))


def _spaced(words: Words, position: int, last: int) -> bool:
    """Whether the separator before ``position`` is followed by a space and a text."""
    return position < last and words.starts[position] > words.ends[position - 1]


def _all_letters(words: Words, first: int, last: int) -> bool:
    return all(words.raw[i][0].isalpha() for i in range(first, last))
