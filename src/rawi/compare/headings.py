"""What a headline says somebody said, where the analysis of the article has not taken it for a statement."""

from collections.abc import Iterator

import msgspec

from rawi.compare.speakers import match_speakers, voice_of
from rawi.compare.text import Prepared
from rawi.compare.vocabulary import Vocabulary
from rawi.model import Evidence, Span, Speaker, Statement
from rawi.model.ids import content_id

# A longer beginning is no name but a sentence of its own.
_LONGEST_NAME = 6
_SHORTEST_CONTENT = 2


def heading_statements(report: Prepared, vocabulary: Vocabulary) -> Iterator[Statement]:
    """What the title says after a name and a colon, one for each part of it.

    The speaker is the one of that name in the article.
    """
    title = next((block for block in report.report.analysis.blocks if block.kind == "title"), None)
    if title is None:
        return
    for first, last in _parts(report, title.first, title.last, vocabulary.classes["heading_breaks"]):
        statement = _statement(report, first, last, vocabulary.classes["heading_colons"])
        if statement is not None and not _is_known(report, statement):
            yield statement


def _parts(report: Prepared, first: int, last: int, breaks: frozenset[str]) -> Iterator[tuple[int, int]]:
    start = first
    folded = report.words.folded
    for index in range(first, last):
        dots = folded[index] == "." and index + 1 < last and folded[index + 1] == "."
        if dots or folded[index] in breaks:
            if index > start:
                yield start, index
            start = index + 1
    if start < last:
        yield start, last


def _statement(report: Prepared, first: int, last: int, colons: frozenset[str]) -> Statement | None:
    words = report.words
    while first < last and not words.folded[first][:1].isalnum():
        first += 1
    colon = next((index for index in range(first, last) if words.folded[index] in colons), None)
    if colon is None or not 0 < colon - first <= _LONGEST_NAME or last - colon - 1 < _SHORTEST_CONTENT:
        return None
    text = report.report.article.text
    source = _span(text, words.starts[first], words.ends[colon - 1])
    content = _span(text, words.starts[colon + 1], words.ends[last - 1])
    cue = _span(text, words.starts[colon], words.ends[colon])
    speaker = _known_speaker(report, Speaker(name=source.text, resolved="named"))
    return Statement(
        id=content_id("heading", report.id, str(content.start)),
        cue=cue,
        source=source,
        content=(content,),
        speaker=speaker,
        mode="indirect",
        force="assert",
        evidence=(Evidence(rule="heading-colon", words=source.text),),
    )


def _known_speaker(report: Prepared, speaker: Speaker) -> Speaker:
    """The speaker of the article whom the headline names, else the name as it stands."""
    named = msgspec.structs.replace(_EMPTY, speaker=speaker)
    voice = voice_of(named, report.terms)
    for statement in report.report.analysis.statements:
        if match_speakers(voice, voice_of(statement, report.terms)) == "same":
            return statement.speaker
    return speaker


def _is_known(report: Prepared, statement: Statement) -> bool:
    (content,) = statement.content
    return any(
        span.start < content.end and content.start < span.end
        for other in report.report.analysis.statements
        for span in other.content
    )


def _span(text: str, start: int, end: int) -> Span:
    return Span(start, end, text[start:end])


_EMPTY = Statement(id="", cue=None, source=None, content=(), speaker=Speaker(name=""), mode="indirect", force="assert")
