"""Time expressions of an article, or of one text, with their TIMEX3 values."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import structs

from rawi.lexicon.load import Lexicon
from rawi.model.reading import Reading, Words
from rawi.model.timex import Timex
from rawi.text.words import split_words
from rawi.timex.calendar import DAY, bounds_of, precision_of
from rawi.timex.context import Context
from rawi.timex.grammar import Grammar, load_grammar
from rawi.timex.hit import Found, Hit
from rawi.timex.joining import Tokens, join_words

# A report that says "today, Wednesday" may have been published some days later: the nearest such day, the past first.
_OFFSETS = (0, -1, 1, -2, -3, -4, -5)


def find_times(reading: Reading, *, lexicon: Lexicon) -> tuple[Timex, ...]:
    """The expressions of an article that point at a date or a span of days, in text order, none overlapping another.

    Values are TIMEX3, resolved against the day of publication; where the article says which day of the week it calls
    today or yesterday, against that day. Without a day of publication relative expressions stay open. Durations, ages
    and hours are not dates: see `find_durations`.
    """
    article = reading.article
    spans = [(sentence.first, sentence.last) for sentence in reading.sentences]
    return _find(article.text, reading.words, spans, (article.published, False), lexicon)


def read_times(text: str, *, published: date | None, lexicon: Lexicon, forward: bool = False) -> tuple[Timex, ...]:
    """The time expressions of one text, as `find_times` finds those of an article.

    With ``forward`` the text is read as an assistant reads it: a bare weekday, day or month means the next one.

    >>> from rawi.lexicon import load_lexicon
    >>> [time.value for time in read_times("10/01/2022", published=None, lexicon=load_lexicon())]
    ['2022-01-10']
    """
    words = split_words(text)
    return _find(text, words, [(0, len(words))], (published, forward), lexicon)


def _find(
    text: str, words: Words, spans: Iterable[tuple[int, int]], clock: tuple[date | None, bool], lexicon: Lexicon
) -> tuple[Timex, ...]:
    grammar = load_grammar(lexicon)
    tokens = join_words(text, words, lexicon=lexicon)
    published, forward = clock
    context = Context(tokens, today=_day_of_report(tokens, grammar, published), forward=forward)
    found = [list(_find_between(first, last, context, grammar)) for first, last in spans]
    if found:
        told = _weekdays_told(found[1:])
        found[0] = [(_as_told_below(finding, told), name) for finding, name in found[0]]
    return tuple(_timex(text, words, finding, name) for pairs in found for finding, name in pairs)


def _weekdays_told(below: list[list[tuple[Found, str]]]) -> dict[int, str]:
    """The value that each day of the week has where the report first names it."""
    told: dict[int, str] = {}
    for finding, name in (pair for pairs in below for pair in pairs):
        if name == "weekday" and finding.value[:1].isdigit():
            told.setdefault(date.fromisoformat(finding.value).isoweekday(), finding.value)
    return told


def _as_told_below(finding: Found, told: dict[int, str]) -> Found:
    """A headline's day of the week as the report below it has it: headlines leave out what says when."""
    if not finding.loose:
        return finding
    return structs.replace(finding, value=told.get(date.fromisoformat(finding.value).isoweekday(), finding.value))


def _find_between(first: int, last: int, context: Context, grammar: Grammar) -> Iterator[tuple[Found, str]]:
    """The findings of one sentence; at each word the longest match that its rule accepts."""
    context.begin_sentence(first)
    codes = context.tokens.codes
    at = first
    while (start := grammar.start.search(codes, at, last)) is not None:
        found, name, at = _longest(start.start(), last, context, grammar)
        for finding in found:
            context.remember(finding.value)
            yield finding, name


def _longest(at: int, last: int, context: Context, grammar: Grammar) -> tuple[tuple[Found, ...], str, int]:
    """What the longest accepted match at a word finds, its rule, and the word after; nothing and the next word else."""
    codes = context.tokens.codes
    rules = grammar.by_first[codes[at]]
    matches = [(match, rule) for rule, pattern in rules if (match := pattern.match(codes, at, last)) is not None]
    matches.sort(key=lambda pair: -pair[0].end())
    for match, rule in matches:
        found = rule.resolve(Hit(match, context))
        if found is not None:
            return found, rule.name, match.end()
    return (), "", at + 1


def _day_of_report(tokens: Tokens, grammar: Grammar, published: date | None) -> date | None:
    """The day the report calls today: where it first names the weekday of today or yesterday, the day that fits."""
    pair = grammar.day_pairs.search(tokens.codes)
    if pair is None or published is None:
        return published
    shift = tokens.value(pair.start("deictic"), "deictic", "today")
    weekday = tokens.value(pair.start("weekday"), "weekday")
    if not isinstance(shift, int):
        return published
    for offset in _OFFSETS:
        today = published + offset * DAY
        if (today + shift * DAY).isoweekday() == weekday:
            return today
    return published


def _timex(text: str, words: Words, found: Found, rule: str) -> Timex:
    start, end = words.starts[found.first], words.ends[found.last - 1]
    begin, finish = found.begin, found.finish
    if begin is None:
        begin, finish = bounds_of(found.value) or (None, None)
    return Timex(
        start=start,
        end=end,
        text=text[start:end],
        value=found.value,
        precision=precision_of(found.value),
        anchor=found.anchor,
        begin=begin,
        finish=finish,
        rule=rule,
    )
