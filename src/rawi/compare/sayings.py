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
from rawi.text.words import split_words


# Contents that share this much of their letters are the same words under two cues.
_SAME_WORDS = 0.85


class Saying(msgspec.Struct, frozen=True):
    """One statement of one report. ``negative`` is true where what is said, force and words together, is a negation."""

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
    """Every statement that has content, in the order of the reports. Statements nested in another's content included."""
    negation = vocabulary.classes["negation"]
    countries = countries_of_names(prepared)
    found: list[Saying] = []
    for report in prepared:
        title = next((block for block in report.report.analysis.blocks if block.kind == "title"), None)
        for index, statement in _statements(report, vocabulary):
            if not statement.content:
                continue
            start, end = statement.content[0].start, statement.content[-1].end
            terms = TermBag(term for span in statement.content for term in report.terms_between(span.start, span.end))
            if not terms:
                continue
            if any(_repeats(known.passage, start, end) for known in reversed(found) if known.report is report):
                continue
            first, last = report.word_range(start, end)
            words = report.words.folded[first:last]
            said = date.fromisoformat(statement.said_on) if _is_day(statement.said_on) else None
            found.append(
                Saying(
                    key=len(found),
                    report=report,
                    index=index,
                    statement=statement,
                    passage=report.passage(start, end),
                    terms=terms,
                    voice=_placed(voice_of(statement, report.terms), countries),
                    day=said or report.report.article.published,
                    dated=said is not None,
                    negative=(statement.force == "deny") != any(word in negation for word in words[:4]),
                    in_title=title is not None and start < title.end,
                )
            )
    return tuple(found)


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


def _repeats(known: Passage, start: int, end: int) -> bool:
    """Two cues for one content ("threatened, saying that ..."): nearly the same words are one saying."""
    overlap = min(known.end, end) - max(known.start, start)
    return overlap >= _SAME_WORDS * max(known.end - known.start, end - start)


def _is_day(value: str | None) -> bool:
    return value is not None and len(value) == 10
