"""Gold files: one annotated article a line, as the annotation guideline describes them."""

from pathlib import Path

import msgspec

from rawi.errors import GoldError

Span = tuple[int, int]


class GoldStatement(msgspec.Struct, frozen=True):
    """An annotated statement; its words are located in the text by `locate`."""

    cue: str
    speaker: str
    content: tuple[str, ...]
    mode: str
    force: str
    aliases: tuple[str, ...] = ()
    condition: str | None = None
    addressee: str | None = None
    channel: str | None = None
    via: tuple[str, ...] | None = None
    parent: int | None = None
    said_on: str | None = None
    optional: bool = False
    near: int = 0
    content_spans: tuple[Span, ...] | None = None
    cue_span: Span | None = None


class GoldTime(msgspec.Struct, frozen=True):
    """An annotated time expression."""

    text: str
    value: str
    near: int = 0


class GoldEvent(msgspec.Struct, frozen=True):
    """An annotated event."""

    trigger: str
    type: str
    actors: tuple[str, ...] = ()
    date: str | None = None
    status: str | None = None
    near: int = 0


class GoldArticle(msgspec.Struct, frozen=True):
    """An annotated article. ``timed`` and ``evented`` say whether times and events were annotated."""

    id: str
    text: str
    statements: tuple[GoldStatement, ...]
    outlet: str | None = None
    times: tuple[GoldTime, ...] | None = None
    events: tuple[GoldEvent, ...] | None = None
    timed: bool | None = None
    evented: bool | None = None

    @property
    def has_times(self) -> bool:
        """Whether its times are scored: those of an undated article are not."""
        return self.times is not None and (bool(self.times) if self.timed is None else self.timed)

    @property
    def has_events(self) -> bool:
        """Whether its events are scored."""
        return bool(self.events) if self.evented is None else self.evented


def read_gold(path: Path) -> tuple[GoldArticle, ...]:
    """The annotated articles of a file. Raises `GoldError` with ``file:line`` for a line that is none."""
    decoder = msgspec.json.Decoder(GoldArticle)
    try:
        with path.open("rb") as file:
            lines = list(file)
    except OSError as error:
        raise GoldError(
            f"{path}: the gold file cannot be read: {error.strerror}. Give the path of a gold file."
        ) from error
    articles = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                articles.append(decoder.decode(line))
            except msgspec.DecodeError as error:
                advice = "Each line holds id, text and statements."
                raise GoldError(f"{path}:{number}: not an annotated article: {error}. {advice}") from error
    if not articles:
        raise GoldError(f"{path}: the gold file holds no article. Each line is an annotated article as a JSON object.")
    return tuple(articles)


def locate(text: str, needle: str | None, near: int = 0) -> Span | None:
    """The occurrence of the needle nearest to ``near``, the first of two as near; None when there is none."""
    if not needle:
        return None
    best: int | None = None
    at = text.find(needle)
    while at >= 0:
        if best is None or abs(at - near) < abs(best - near):
            best = at
        at = text.find(needle, at + 1)
    return None if best is None else (best, best + len(needle))


def content_spans(article: GoldArticle, statement: GoldStatement) -> tuple[Span, ...]:
    """Where the content stands: the offsets given, else where its words are found."""
    if statement.content_spans is not None:
        return statement.content_spans
    located = (locate(article.text, words, statement.near) for words in statement.content)
    return tuple(span for span in located if span is not None)


def cue_span(article: GoldArticle, statement: GoldStatement) -> Span | None:
    """Where the cue stands: the offsets given, else its occurrence nearest to the content."""
    if statement.cue_span is not None:
        return statement.cue_span
    spans = content_spans(article, statement)
    return locate(article.text, statement.cue, spans[0][0] if spans else 0)
