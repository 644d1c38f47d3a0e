"""What is known of an article before it is analyzed, each piece with where it came from; the first source wins."""

from datetime import date

import msgspec

from rawi.lexicon import Lexicon
from rawi.model import Article, Provenance
from rawi.model.ids import content_id
from rawi.read.languages import language_of

Value = str | date


class Fact(msgspec.Struct, frozen=True):
    """A field of an article, its value and its source."""

    field: str
    value: Value
    source: str


class Options(msgspec.Struct, frozen=True):
    """What the reader was told of all its inputs, for those that do not say it themselves; and the lexicon."""

    lexicon: Lexicon
    published: date | None = None
    outlet: str | None = None

    def facts(self) -> list[Fact]:
        """The options that were given, as facts."""
        found: list[Fact] = []
        if self.published is not None:
            found.append(Fact("published", self.published, "option"))
        if self.outlet:
            found.append(Fact("outlet", self.outlet, "option"))
        return found


def build_article(
    text: str, facts: list[Fact], *, origin: str, encoding: Fact, lexicon: Lexicon, article_id: str | None = None
) -> Article:
    """The article with the first fact of each field; its id is the hash of text, outlet and date if none is given."""
    first: dict[str, Fact] = {}
    for fact in facts:
        if fact.value:
            first.setdefault(fact.field, fact)
    published = first["published"].value if "published" in first else None
    day = published if isinstance(published, date) else None
    outlet = _text(first, "outlet")
    known = [Provenance(field, first[field].source) for field in sorted(first)]
    return Article(
        id=article_id if article_id is not None else content_id(text, outlet, day.isoformat() if day else ""),
        text=text,
        title=_text(first, "title"),
        outlet=outlet,
        published=day,
        byline=_text(first, "byline"),
        dateline=_text(first, "dateline"),
        credit=_text(first, "credit"),
        language=language_of(text, lexicon=lexicon),
        origin=origin,
        encoding=str(encoding.value),
        provenance=(*known, Provenance("encoding", encoding.source)),
    )


def _text(first: dict[str, Fact], field: str) -> str:
    return str(first[field].value).strip() if field in first else ""
