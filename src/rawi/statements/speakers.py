"""Who speaks: names, roles, pronouns and left-out subjects resolved over the article."""

import msgspec

from rawi.model import Mention, Speaker
from rawi.statements.cast import Actor, Cast, actor_of_mention, actor_of_words, is_word_of, person_in
from rawi.statements.draft import Draft
from rawi.statements.page import Page, Words

# How far before its cue a speaker is looked for in the sentence, in words.
_REACH = 120
# How many mentions of its sentence can be the speaker of a cue.
_MENTIONS = 6
# From this probability a role reference is taken for somebody named before.
_SURE = 0.5
# The longest generic role, in words ("the same senior UN official").
_SHORT_ROLE = 4
# Kinds of mentions that can speak.
_SPEAKING = frozenset(
    {"person", "role", "state", "government", "organization", "party", "armed_group", "company", "outlet", "group"}
)


class Candidate(msgspec.Struct, eq=False):
    """Somebody who could be speaking, and what speaks for it."""

    actor: Actor
    signs: list[str]


class Resolved(msgspec.Struct, eq=False):
    """The actor who speaks, how he was found (``named``, ``role``, ``running``), and how likely he is the one."""

    actor: Actor
    how: str
    probability: float = 1.0


def resolve_speaker(page: Page, cast: Cast, draft: Draft) -> Resolved | None:
    """The actor who speaks in a draft; None when the article names nobody who could."""
    source = draft.source
    if source is not None and draft.side == "after" and not is_generic(page, source):
        return Resolved(actor_of_words(page, cast, source), "named")
    found = candidates(page, cast, draft)
    best = _best(page, found)
    if source is not None and draft.side == "after":
        if best is not None and best[1] >= _SURE:
            best[0].actor.aliases.setdefault(page.span(source.first, source.last).text)
            return Resolved(best[0].actor, "role", best[1])
        return Resolved(actor_of_words(page, cast, source), "named")
    if best is None:
        return None
    return Resolved(best[0].actor, "running", best[1])


def note_actor(page: Page, cast: Cast, draft: Draft) -> None:
    """Remember the subject of a cue that makes no statement: he may be the one who goes on to speak."""
    source = draft.source
    if source is not None and draft.side == "after" and draft.cue.kind == "verb" and not is_generic(page, source):
        cast.acts(actor_of_words(page, cast, source))


def _best(page: Page, found: list[Candidate]) -> tuple[Candidate, float] | None:
    if not found:
        return None
    model = page.lexicon.model("speaker")
    ranked = [(model.probability(candidate.signs), -place) for place, candidate in enumerate(found)]
    probability, place = max(ranked)
    return found[-place], probability


def is_generic(page: Page, source: Words) -> bool:
    """Whether a source is a definite role without a name ("the official"): who it is, the article tells."""
    if person_in(page, source) is not None or source.last - source.first > _SHORT_ROLE:
        return False
    first = page.folded[source.first]
    return first in page.grammar.words["generic_roles"]


def candidates(page: Page, cast: Cast, draft: Draft) -> list[Candidate]:
    """Everybody who could speak in a draft without a named source, with the features of the decision ``speaker``."""
    found: dict[int, Candidate] = {}
    start = page.sentence_start(draft.cue.first)
    context = _context(page, draft, start)
    for rank, actor in enumerate(cast.speakers()):
        since = page.reading.sentence_of[draft.cue.first] - page.reading.sentence_of[max(actor.spoke_at, 0)]
        block = page.block_of(draft.cue.first) - page.block_of(max(actor.spoke_at, 0))
        quoted = page.is_quoted(actor.spoke_at) and not page.is_quoted(draft.cue.first)
        distance = [f"since={min(since, 3)}|{rank}", f"blocks={min(block, 3)}|{rank}", f"in-quotes={quoted}"]
        _add(found, actor, [f"spoke={rank}", *distance], context)
    if draft.source is not None and draft.side == "before":
        _add(found, actor_of_words(page, cast, draft.source), ["before", *_head(page, draft.source)], context)
    for actor in cast.acted[-1:]:
        since = page.reading.sentence_of[draft.cue.first] - page.reading.sentence_of[actor.seen_at]
        if since <= 1:
            _add(found, actor, [f"acted={since}"], context)
    for place, mention in enumerate(_mentions_before(page, start, draft.cue.first)):
        actor = actor_of_mention(page, cast, mention)
        _add(
            found,
            actor,
            [f"mention={min(place, 3)}", f"kind={mention.kind}", *_governed(page, mention, start)],
            context,
        )
    if start > 0 and page.folded[start - 1] != ":":
        earlier = page.sentence_start(start - 1)
        for place, mention in enumerate(_mentions_before(page, earlier, start)[:2]):
            _add(
                found,
                actor_of_mention(page, cast, mention),
                [f"earlier={place}", *_governed(page, mention, earlier)],
                context,
            )
    for candidate in found.values():
        candidate.signs += _standing(candidate.actor, draft)
        candidate.signs += _agreement(candidate.actor, draft)
        candidate.signs += _description(page, candidate.actor, draft)
    return list(found.values())


def _add(found: dict[int, Candidate], actor: Actor, signs: list[str], context: list[str]) -> None:
    candidate = found.setdefault(id(actor), Candidate(actor, ["bias"]))
    candidate.signs += signs
    candidate.signs += [f"{signs[0]}|{each}" for each in context]


def _head(page: Page, source: Words) -> list[str]:
    """What a noun phrase before the verb looks like: its first word, its length, whether it is or holds a mention."""
    mention = page.mention_at.get(source.first)
    holds = any(at in page.mention_at for at in range(source.first, source.last))
    return [
        f"head-class={page.classes(source.first)[0]}",
        f"head={page.shape(source.first)}|{mention.kind if mention is not None else holds}",
        f"long={min((source.last - source.first) // 2, 5)}|{mention is not None}",
        f"verb-first={bool(page.lexicon.cues.verb_readings(page.folded[source.first]))}",
        f"joined-first={page.folded[source.first][:1] in page.grammar.words['joined_letters'] and mention is None}",
    ]


def _context(page: Page, draft: Draft, start: int) -> list[str]:
    cue = draft.cue
    tense = cue.form.tense if cue.form is not None else cue.kind
    begins = cue.first - start <= 1
    source = (
        "generic"
        if draft.source is not None and draft.side == "after"
        else draft.side
        if draft.source is not None
        else "none"
    )
    quoted = page.is_quoted(cue.first)
    return [
        f"{tense}|{begins}|{source}",
        f"{tense}|{cue.proclitic}|{source}|{begins}",
        f"{source}|{quoted}",
        f"{source}|{page.mentions_in(start, cue.first)}",
        f"person={cue.form.person if cue.form is not None else 0}",
    ]


def _mentions_before(page: Page, start: int, stop: int) -> list[Mention]:
    found = [
        page.mention_at[at]
        for at in range(max(start, stop - _REACH), stop)
        if at in page.mention_at and page.mention_at[at].kind in _SPEAKING
    ]
    return found[:_MENTIONS]


def _governed(page: Page, mention: Mention, start: int) -> list[str]:
    """What stands before a mention: a preposition takes it out of the subject's place, a verb puts it there."""
    if mention.first == start:
        return ["starts"]
    before = page.folded[mention.first - 1]
    words = page.grammar.words
    joined = (
        not page.reading.words.raw[mention.first].startswith(mention.text[:1]) or mention.name[:1] != mention.text[:1]
    )
    kind = (
        "preposition"
        if before in words["prepositions"]
        else "mark"
        if page.is_punctuation(mention.first - 1)
        else page.shape(mention.first - 1)
    )
    verbal = any(form.tense in ("past", "present") for _, form, _ in page.lexicon.cues.verb_readings(before))
    second = mention.first - 1 == start
    return [f"governed={kind}", f"joined={joined}", f"after-verb={verbal}", f"second={second}|{kind}"]


def _standing(actor: Actor, draft: Draft) -> list[str]:
    """What kind of name the actor has, and how much of the article is about him."""
    length = len(actor.name.split())
    return [
        f"name={actor.kind or 'words'}|{min(length, 5)}",
        f"spoken={min(actor.times, 3)}",
        f"spoken={min(actor.times, 3)}|{draft.side if draft.source is not None else 'none'}",
        f"aliases={min(len(actor.aliases), 4)}|{actor.kind}",
        f"titled={actor.in_title}|{actor.kind}",
    ]


def _agreement(actor: Actor, draft: Draft) -> list[str]:
    form = draft.cue.form
    if form is None:
        return []
    gender = "unknown" if not actor.gender or not form.gender else str(actor.gender == form.gender)
    number = "unknown" if not actor.number or not form.number else str(actor.number == form.number)
    return [
        f"gender={gender}",
        f"gender={gender}|{actor.kind}",
        f"number={number}|{form.number}",
        f"is={actor.kind}|{form.gender}{form.number}",
    ]


def _description(page: Page, actor: Actor, draft: Draft) -> list[str]:
    """How well a role reference fits what the article called the actor."""
    if draft.source is None or draft.side != "after":
        return []
    words = [word for word in page.folded[draft.source.first : draft.source.last] if word[:1].isalnum()]
    matched = sum(is_word_of(page, actor, word) for word in words)
    return [
        f"described={matched}/{len(words)}",
        f"head={is_word_of(page, actor, words[0])}",
        f"role={actor.kind}|{words[0]}",
    ]


def to_speaker(actor: Actor, resolved: str) -> Speaker:
    """The record of an actor as a speaker."""
    aliases = tuple(alias for alias in actor.aliases if alias != actor.name)
    return Speaker(
        name=actor.name,
        aliases=aliases,
        kind=actor.kind,
        gender=actor.gender,
        number=actor.number,
        country=actor.country,
        resolved=resolved,
    )
