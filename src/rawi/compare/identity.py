"""Stories keep their ids as they grow; a story that is taken up by another leads on to it."""

from collections.abc import Mapping, Sequence

import msgspec

from rawi.compare.decisions import Decisions, with_members
from rawi.compare.records import Story


class Lasting(msgspec.Struct, frozen=True):
    """Stories under their lasting ids, and for each id that is no more the id it leads to."""

    stories: tuple[Story, ...]
    redirects: dict[str, str]


def keep_ids(found: Sequence[Story], known: Mapping[str, Sequence[str]], decisions: Decisions) -> Lasting:
    """The stories found under the ids of the known stories they continue (id -> articles).

    A story continues the known one it shares most articles with, each id once; what a known story that is not continued
    held leads on to the story that holds most of it now. A confirmed story keeps all its articles, whatever was found.
    """
    claims = sorted(
        (-len(set(articles) & set(story.articles)), old, index)
        for old, articles in known.items()
        for index, story in enumerate(found)
        if set(articles) & set(story.articles)
    )
    id_of: dict[int, str] = {}
    taken: set[str] = set()
    for _, old, index in claims:
        if old not in taken and index not in id_of:
            id_of[index] = old
            taken.add(old)
    stories = [_kept(story, id_of.get(index, story.id), known, decisions) for index, story in enumerate(found)]
    held = {story.id for story in stories}
    for old in sorted(decisions.confirmed & known.keys() - held):
        stories.append(Story(id=old, articles=tuple(known[old]), confirmed=True))
        taken.add(old)
    redirects: dict[str, str] = {}
    for negative, old, index in claims:
        if old not in taken and old not in redirects and -negative:
            redirects[old] = stories[index].id
    return Lasting(with_members(stories, decisions), redirects)


def follow(story: str, redirects: Mapping[str, str]) -> str:
    """The id a story's id leads to; itself where it leads nowhere. Never runs in a circle."""
    seen = {story}
    while (onward := redirects.get(story, "")) and onward not in seen:
        story = onward
        seen.add(story)
    return story


def _kept(story: Story, lasting: str, known: Mapping[str, Sequence[str]], decisions: Decisions) -> Story:
    articles = list(story.articles)
    if lasting in decisions.confirmed:
        articles.extend(article for article in known.get(lasting, ()) if article not in articles)
    return msgspec.structs.replace(
        story, id=lasting, articles=tuple(articles), confirmed=lasting in decisions.confirmed
    )
