"""The tables of the ledger, as the newest migration leaves them.

Spans are stored with their words, so that the file reads well without Rawi; JSON holds only what is never asked for
by itself. ``start`` and ``end`` count code points of ``articles.text``. Rows of an article hang on it by
``article`` and go when it goes; ``position`` is the place of a finding among those of its article.
"""

from sqlalchemy import Boolean, Column, Date, Float, ForeignKey, Index, Integer, MetaData, Table, Text

# Migrations name constraints; the names must not depend on the engine.
METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _json(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _key() -> Column[int]:
    return Column("key", Integer, primary_key=True)


def _of(parent: str, *, index: bool = True) -> Column[int]:
    return Column(parent, Integer, ForeignKey(f"{parent}s.key", ondelete="CASCADE"), nullable=False, index=index)


def _span(name: str) -> tuple[Column[int], Column[int], Column[str]]:
    return Column(f"{name}_start", Integer), Column(f"{name}_end", Integer), Column(name, Text)


articles = Table(
    "articles",
    METADATA,
    _key(),
    Column("id", Text, nullable=False, unique=True),
    # Hash of the text: articles that share it are copies. `digest` is of all that an analysis depends on.
    Column("text_hash", Text, nullable=False, index=True),
    _text("digest"),
    _text("version"),
    _text("title"),
    _text("outlet"),
    _text("outlet_folded"),
    Column("published", Date, index=True),
    _text("byline"),
    _text("dateline"),
    _text("credit"),
    _text("language"),
    _text("origin"),
    _text("encoding"),
    _text("added"),
    _json("provenance"),
    # Last, because what stands behind a long column of a row is slow to read.
    _text("text"),
    _json("layout"),
    Index("ix_articles_outlet", "outlet", "outlet_folded"),
)

statements = Table(
    "statements",
    METADATA,
    _key(),
    _of("article", index=False),
    Column("position", Integer, nullable=False),
    Column("id", Text, nullable=False, index=True),
    *_span("cue"),
    *_span("source"),
    _text("content"),
    _json("content_spans"),
    _text("speaker"),
    # Who it is across articles: the entity, else the folded name.
    Column("speaker_key", Text, nullable=False, index=True),
    Column("speaker_entity", Text, nullable=False, index=True),
    _text("speaker_kind"),
    _text("speaker_country"),
    _text("speaker_gender"),
    _text("speaker_number"),
    _text("speaker_rank"),
    _text("speaker_resolved"),
    _json("speaker_aliases"),
    Column("anonymity", Text, nullable=False, index=True),
    Column("asked_anonymity", Boolean(create_constraint=False), nullable=False),
    _text("mode"),
    _text("force"),
    *_span("condition"),
    *_span("addressee"),
    *_span("channel"),
    _text("channel_kind"),
    Column("parent", Integer),
    Column("said_on", Text),
    # The day to filter by: `said_on`, else the day of publication.
    Column("day", Text, index=True),
    _text("strength"),
    _text("distance"),
    Column("confidence", Float),
    _json("evidence"),
    # In the order in which statements are listed, so that the newest few of a million are found at once.
    Index("ix_statements_article_position", "article", "position"),
    Index("ix_statements_force_mode", "force", "mode"),
)

hops = Table(
    "hops",
    METADATA,
    _key(),
    _of("statement"),
    Column("position", Integer, nullable=False),
    _text("name"),
    *_span("words"),
    _text("kind"),
    Column("entity", Text, nullable=False, index=True),
    _json("aliases"),
)

mentions = Table(
    "mentions",
    METADATA,
    _key(),
    _of("article"),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _text("text"),
    _text("kind"),
    _text("name"),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    _text("title"),
    _text("country"),
    _text("gender"),
    _text("number"),
    Column("entity", Text, nullable=False, index=True),
    _text("reason"),
)

entities = Table(
    "entities",
    METADATA,
    Column("id", Text, primary_key=True),
    _text("name"),
    _text("kind"),
    _text("country"),
)

# Identities of other registers, imported; what people decide of entities is in `corrections`.
identities = Table(
    "identities",
    METADATA,
    Column("id", Text, primary_key=True),
    _text("kind"),
    _text("name"),
    _text("country"),
    _text("gender"),
    _text("source"),
    _text("added"),
    _json("aliases"),
    _json("latin"),
)

times = Table(
    "times",
    METADATA,
    _key(),
    _of("article"),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _text("text"),
    _text("value"),
    _text("kind"),
    _text("precision"),
    _text("anchor"),
    Column("begin", Date),
    Column("finish", Date),
    _text("rule"),
)

events = Table(
    "events",
    METADATA,
    _key(),
    _of("article"),
    Column("position", Integer, nullable=False),
    Column("id", Text, nullable=False, index=True),
    *_span("trigger"),
    Column("type", Text, nullable=False, index=True),
    Column("date", Text, index=True),
    Column("place", Text),
    _text("status"),
    Column("said", Integer),
    _text("mode"),
    _text("instrument"),
    _text("forum"),
    _text("series"),
    _json("contexts"),
    _json("evidence"),
)

participants = Table(
    "participants",
    METADATA,
    _key(),
    _of("event"),
    _text("side"),
    Column("position", Integer, nullable=False),
    _text("name"),
    *_span("words"),
    _text("kind"),
    _text("country"),
    Column("entity", Text, nullable=False, index=True),
    _text("level"),
    Column("sector", Text, nullable=False, server_default=""),
    _json("aliases"),
)

quantities = Table(
    "quantities",
    METADATA,
    _key(),
    _of("event"),
    Column("position", Integer, nullable=False),
    Column("low", Float),
    Column("high", Float),
    _text("unit"),
    *_span("words"),
)

failures = Table(
    "failures",
    METADATA,
    _key(),
    Column("origin", Text, nullable=False, unique=True),
    _text("reason"),
    _text("advice"),
    _text("seen"),
)

corrections = Table(
    "corrections",
    METADATA,
    _key(),
    _text("kind"),
    _text("target"),
    _text("field"),
    _json("value"),
    _text("by"),
    _text("at"),
    _text("note"),
    Index("ix_corrections_target", "kind", "target"),
)

# Stories as the last comparison left them: their articles as a JSON list, or the story they were merged into.
stories = Table(
    "stories",
    METADATA,
    Column("id", Text, primary_key=True),
    _text("redirect"),
    _json("articles"),
)

meta = Table("meta", METADATA, Column("name", Text, primary_key=True), _text("value"))
