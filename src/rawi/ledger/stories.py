"""Stories with ids that last: what the last comparison grouped, and where merged stories lead."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from rawi.ledger import schema


class KeptStory(msgspec.Struct, frozen=True):
    """A story's id and articles; ``redirect`` is the id of the story it was merged into, or ``""``."""

    id: str
    articles: tuple[str, ...] = ()
    redirect: str = ""


def read_stories(connection: Connection) -> dict[str, KeptStory]:
    """All stories by id, merged ones too."""
    table = schema.stories
    rows = connection.execute(select(table.c.id, table.c.articles, table.c.redirect)).all()
    return {
        row.id: KeptStory(row.id, msgspec.json.decode(row.articles, type=tuple[str, ...]), row.redirect) for row in rows
    }


def write_stories(connection: Connection, kept: Iterable[KeptStory]) -> None:
    """Write or replace the stories by id; no id is ever removed."""
    rows = [
        {"id": story.id, "redirect": story.redirect, "articles": msgspec.json.encode(story.articles).decode()}
        for story in kept
    ]
    if not rows:
        return
    statement = insert(schema.stories)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["id"],
            set_={"redirect": statement.excluded.redirect, "articles": statement.excluded.articles},
        ),
        rows,
    )
