"""The statements of all reports, prepared for comparing: contents as terms, speakers, days, polarity."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from rawi.compare.headings import heading_statements
from rawi.compare.records import Passage, Variant
from rawi.compare.speakers import Voice, voice_of
from rawi.compare.terms import TermBag
from rawi.compare.text import Prepared
from rawi.compare.vocabulary import Vocabulary
from rawi.model import Statement
from rawi.text.phrases import PhraseIndex
from rawi.text.words import split_words

# Contents that share this much of their letters are the same words under two cues.
_SAME_WORDS = 0.85
# A claim has this many words at the least.
_CLAIM = 3
# The letters of an ISO date that names a day.
_DAY = 10
# A claim is negated by one of its first words.
_OPENING = 4


class Saying(msgspec.Struct, frozen=True):
    """One claim of one statement of one report.

    ``dated`` is true where ``day`` is the day it was said, not printed; ``negative`` where force and words together
    say that something is not so.
    """

    key: int
    report: Prepared
    index: int
    statement: Statement
    passage: Passage
    terms: TermBag
    voice: Voice
    day: date | None
    dated: bool
    negative: bool
    in_title: bool

    @property
    def article(self) -> str:
        """The id of its article."""
        return self.report.id


def collect_sayings(prepared: Sequence[Prepared], vocabulary: Vocabulary) -> tuple[Saying, ...]:
    """Every statement that has content, in the order of the reports; statements nested in another's content included.

    A content that says two things ("that the mission is over, and that the troops leave") is two sayings.
    """
    countries = countries_of_names(prepared)
    joints = PhraseIndex(vocabulary.phrases["content_joints"])
    negation = vocabulary.classes["negation"]
    found: list[Saying] = []
    for report in prepared:
        mine: list[Saying] = []
        for index, statement in _statements(report, vocabulary):
            for first, last in _parts(report, statement, joints):
                saying = _saying(len(found) + len(mine), report, (index, statement), (first, last), negation)
                if saying is None or any(_repeats(known.passage, saying.passage) for known in mine):
                    continue
                mine.append(msgspec.structs.replace(saying, voice=_placed(saying.voice, countries)))
        found.extend(mine)
    return tuple(found)


def passage_key(saying: Saying) -> str:
    """What a decision calls the saying: ``ARTICLE@START``."""
    return f"{saying.article}@{saying.passage.start}"


def _parts(report: Prepared, statement: Statement, joints: PhraseIndex) -> Iterator[tuple[int, int]]:
    """The word ranges of the claims of a content: cut where a second one begins, if enough stands on both sides."""
    if not statement.content:
        return
    folded = report.words.folded
    first, last = report.word_range(statement.content[0].start, statement.content[-1].end)
    start = first
    for index in range(first, last):
        if index - start >= _CLAIM and last - index >= _CLAIM and joints.length_at(folded, index, last):
            yield start, index
            start = index
    if start < last:
        yield start, last


def _saying(
    key: int, report: Prepared, numbered: tuple[int, Statement], words: tuple[int, int], negation: frozenset[str]
) -> Saying | None:
    index, statement = numbered
    first, last = words
    while last > first + 1 and not report.words.folded[last - 1][:1].isalnum():
        last -= 1
    terms = report.bag(first, last)
    if not terms:
        return None
    start, end = max(report.words.starts[first], statement.content[0].start), report.words.ends[last - 1]
    said = date.fromisoformat(statement.said_on) if statement.said_on and len(statement.said_on) == _DAY else None
    title = next((block for block in report.report.analysis.blocks if block.kind == "title"), None)
    return Saying(
        key=key,
        report=report,
        index=index,
        statement=statement,
        passage=report.passage(start, end),
        terms=terms,
        voice=voice_of(statement, report.terms),
        day=said or report.report.article.published,
        dated=said is not None,
        negative=(statement.force == "deny")
        != any(word in negation for word in report.words.folded[first:last][:_OPENING]),
        in_title=title is not None and start < title.end,
    )


def _statements(report: Prepared, vocabulary: Vocabulary) -> Iterator[tuple[int, Statement]]:
    """The statements with their numbers; those only the headline shows are numbered downwards from -1."""
    yield from ((-1 - index, one) for index, one in enumerate(heading_statements(report, vocabulary)))
    yield from enumerate(report.report.analysis.statements)


def countries_of_names(prepared: Sequence[Prepared]) -> dict[str, str]:
    """The country of each last name that some report gives with one: a report may name a minister without his state.

    A name that is given two countries has none.
    """
    known: dict[str, set[str]] = {}
    for report in prepared:
        for mention in report.report.analysis.mentions:
            if mention.kind == "person" and mention.country:
                terms = report.terms.of(split_words(mention.name).folded)
                if terms:
                    known.setdefault(terms[-1].stem, set()).add(mention.country)
    return {name: min(countries) for name, countries in known.items() if len(countries) == 1}


def _placed(voice: Voice, countries: dict[str, str]) -> Voice:
    if voice.places or not voice.names:
        return voice
    places = frozenset(countries[term.stem] for term in voice.names if term.stem in countries)
    return msgspec.structs.replace(voice, places=places) if places else voice


def variant_of(saying: Saying) -> Variant:
    """The record of a saying."""
    statement, article = saying.statement, saying.report.report.article
    return Variant(
        passage=saying.passage,
        statement=saying.index,
        outlet=article.outlet,
        speaker=statement.speaker.name,
        force=statement.force,
        mode=statement.mode,
        cue=statement.cue.text if statement.cue else "",
        via=tuple(hop.name for hop in statement.via),
        published=article.published,
        in_title=saying.in_title,
    )


def _repeats(known: Passage, other: Passage) -> bool:
    """Two cues for one content ("threatened, saying that ..."): nearly the same words are one saying."""
    overlap = min(known.end, other.end) - max(known.start, other.start)
    return overlap >= _SAME_WORDS * max(known.end - known.start, other.end - other.start)
