"""Who did it and to whom: the noun phrases around a trigger and the roles its sense gives them."""

from collections.abc import Iterator

import msgspec

from rawi.events.carriers import carrying_subject, relative_clause
from rawi.events.cast import Cast
from rawi.events.page import Page
from rawi.events.participants import heads_person, heads_somebody, names_somebody
from rawi.events.phrases import (
    Phrase,
    is_definite,
    is_verb,
    joined_letters,
    letters_of,
    phrase_before,
    read_coordinated,
    read_phrase,
)
from rawi.events.subjects import agent_before, running_subject, speaker_of, subject_before
from rawi.events.triggers import Trigger
from rawi.lexicon.events import Role
from rawi.text.folding import fold_word

_REACH = 14
_PREPOSITION_REACH = 20
_SUPPORT_REACH = 13
# Types whose actor, when the clause names none, is the armed or official party named before.
_FORCEFUL = ("ASSAULT", "COERCE", "MOBILIZE", "RETREAT")


class Part(msgspec.Struct, frozen=True):
    """A constituent after a trigger: a noun phrase, with the preposition it stands under (``""`` for none)."""

    preposition: str
    phrase: Phrase


def find_cast(page: Page, trigger: Trigger) -> Cast:
    """The phrases that take part in the event, each once."""
    cast = Cast()
    roles = trigger.sense.roles
    parts = list(_parts(page, trigger.last if trigger.noun else trigger.at + 1, trigger))
    if trigger.noun:
        _noun_roles(page, trigger, parts, cast)
    else:
        _verb_roles(page, trigger, parts, cast)
    for number, part in enumerate(parts):
        # After another preposition it belongs to the noun before it: an attack on a post of the army.
        first = all(not before.preposition for before in parts[:number])
        role = _role_under(page, roles, part, first=first)
        if role is not None and role != "none" and not page.is_word(part.phrase.first, "by_hand"):
            cast.add(role, _with_coordinated(page, part.phrase, trigger))
    _by_whom(page, trigger, cast)
    return cast


def _role_under(page: Page, roles: dict[str, Role], part: Part, *, first: bool) -> Role | None:
    """What the preposition makes of the phrase; it may depend on whether a person or a body follows."""
    word = part.preposition
    if not word:
        return None
    role = roles.get(f"{word}#person") if heads_person(page, part.phrase) else None
    role = role or roles.get(word)
    if role is None and first and f"{word}#somebody" in roles and heads_somebody(page, part.phrase):
        role = roles[f"{word}#somebody"]
    return role


def _with_coordinated(page: Page, phrase: Phrase, trigger: Trigger) -> list[Phrase]:
    return read_coordinated(page, phrase, page.sentence(trigger.at)[1])


def _parts(page: Page, here: int, trigger: Trigger) -> Iterator[Part]:
    """The constituents after the trigger, to the end of its clause."""
    stop = min(page.sentence(trigger.at)[1], here + _REACH)
    if not trigger.noun and here < stop and page.folded[here][:1] in page.conjunctions and is_verb(page, here):
        # "killed and wounded": both have the same subject and object.
        here += 1
    while here < stop:
        if page.time_of[here] >= 0 or page.is_word(here, "adverbs"):
            here += 1
            continue
        part = _part_at(page, here, stop, trigger)
        if part is None:
            if page.is_word(here, "quote_marks") or (
                trigger.noun and here - trigger.at < 4 and _tells_occurrence(page, here)
            ):
                here += 1
                continue
            return
        yield part
        if any(at in page.triggers for at in range(here, part.phrase.first + 1)):
            return
        here = max(here + 1, read_coordinated(page, part.phrase, stop)[-1].last)


def _tells_occurrence(page: Page, at: int) -> bool:
    """A verb that only says the event took place or was carried out."""
    return page.is_word(at, "relatives") or any(
        name in ("occur", "support") and not form.pronoun for _, form, name in page.verb_readings(at)
    )


def _part_at(page: Page, here: int, stop: int, trigger: Trigger) -> Part | None:
    word = page.folded[here]
    if page.is_word(here, "prepositions") and here not in page.mention_at and not _is_about(page, here):
        phrase = read_phrase(page, here + 1, stop) if here + 1 < stop else None
        return Part(word if phrase is not None else "-", phrase or Phrase(here, here + 1))
    joined = _joined_preposition(page, here)
    if joined:
        skip = letters_of(page.reading.words.raw[here], joined[1])
        phrase = read_phrase(page, here, stop, skip=skip)
        return Part(joined[0], phrase) if phrase is not None else None
    phrase = read_phrase(page, here, stop)
    return Part("", phrase) if phrase is not None else None


def _is_about(page: Page, here: int) -> bool:
    """*About* before a number is no preposition."""
    after = here + 1
    if not page.is_word(here, "phrase_openers") or after >= len(page.folded):
        return False
    return page.folded[after][:1].isdigit() or page.is_word(after, "number_words")


def _joined_preposition(page: Page, here: int) -> tuple[str, str] | None:
    """The preposition joined to the word and the letters it covers, when what is left is a known word or definite."""
    word = page.folded[here]
    if not word.startswith(page.joined_starts):
        return None
    look = page.lexicon.name_words.look_up(word)
    mention = page.mention_at.get(here)
    if mention is not None:
        letters = joined_letters(mention.text, mention.title, mention.name)
        look = msgspec.structs.replace(look, proclitic=fold_word(mention.text[:letters]), parts=look.parts or 1)
    joined = {look.proclitic, *(proclitic for proclitic, _, _ in page.lexicon.events.readings(word))}
    for preposition, proclitics in page.conjugation.joined_target.items():
        for proclitic in sorted(joined.intersection(proclitics)):
            return preposition, proclitic
        for proclitic in proclitics:
            # Only the preposition with the article can be told without a dictionary.
            told = len(proclitic) > 1 and (proclitic[-1] == proclitic[-2] or proclitic.endswith(page.article))
            if told and word.startswith(proclitic) and look.parts == 0 and len(word) > len(proclitic) + 2:
                return preposition, proclitic
    return None


def _verb_roles(page: Page, trigger: Trigger, parts: list[Part], cast: Cast) -> None:
    roles, form = trigger.sense.roles, trigger.form
    subject_role, object_role = roles.get("subject", "actor"), roles.get("object", "target")
    plain = _plain(page, trigger, parts)
    free = not trigger.proclitic or trigger.proclitic in page.conjugation.future
    before = subject_before(page, trigger.at, plural=form.number in ("pl", "du")) if free else None
    if before is not None and form.pronoun and (before.relative or plain):
        cast.add(object_role, [before.phrase])
        cast.add(subject_role, _all(page, plain[:1], trigger))
        return
    subjects = [before.phrase] if before is not None else []
    passive = _is_passive_here(page, trigger, subjects + plain, parts)
    if passive or _is_lone_victim(page, trigger, subjects, plain):
        cast.add(_victim(roles), _all(page, (subjects + plain)[:1], trigger))
        return
    if not subjects and len(plain) == 1 and subject_role != "none" and _goes_on(page, trigger, plain[0]):
        subjects = _implied(page, trigger)
    elif not subjects and plain and (form.pronoun or form.number not in ("pl", "du")):
        subjects, plain = plain[:1], plain[1:]
    if not subjects and subject_role in ("actor", "sides"):
        subjects = _implied(page, trigger)
    cast.add(subject_role, _all(page, subjects, trigger))
    cast.add(object_role, _all(page, plain[:1], trigger))


def _goes_on(page: Page, trigger: Trigger, phrase: Phrase) -> bool:
    """The subject of the verb before goes on acting: the one phrase after the joined verb is its object."""
    joined = trigger.proclitic in page.conjugation.conjunction and not trigger.form.pronoun
    if not joined or trigger.sense.roles.get("object", "target") == "none" or page.has(phrase.first, "agents"):
        return False
    return running_subject(page, trigger.at) is not None


def _plain(page: Page, trigger: Trigger, parts: list[Part]) -> list[Phrase]:
    """The noun phrases without preposition that name somebody; a definite one right after the verb counts as well."""
    found = [part.phrase for part in parts if not part.preposition]
    return [
        phrase
        for phrase in found
        if names_somebody(page, phrase, acting=False)
        or (phrase.first == trigger.at + 1 and len(found) > 1 and is_definite(page, phrase.first))
    ][:2]


def _implied(page: Page, trigger: Trigger) -> list[Phrase]:
    """Who acts when the clause names nobody: the speaker of *that he*, the subject of a joined verb, an agent."""
    first, _ = page.sentence(trigger.at)
    phrase = None
    if trigger.at > first and page.is_word(trigger.at - 1, "speaker_pronouns"):
        phrase = speaker_of(page, trigger.at) or running_subject(page, trigger.at)
    elif trigger.proclitic in page.conjugation.conjunction:
        phrase = running_subject(page, trigger.at)
    phrase = phrase or _agent(page, trigger)
    return [phrase] if phrase is not None else []


def _agent(page: Page, trigger: Trigger) -> Phrase | None:
    if trigger.sense.type not in _FORCEFUL:
        return None
    return agent_before(page, trigger.at)


def _is_passive_here(page: Page, trigger: Trigger, phrases: list[Phrase], parts: list[Part]) -> bool:
    """A form that is passive as written always is; one that mostly is passive acts when somebody is acted on too."""
    if len(phrases) < 2 and not trigger.form.pronoun and trigger.form.tense == "past":
        armed_alone = any(page.has(phrase.first, "agents") for phrase in phrases)
        if not armed_alone and _names_hand(page, trigger):
            return True
    if not trigger.passive or not trigger.sense.passive:
        return trigger.passive
    if phrases and page.is_word(trigger.at - 1, "speaker_pronouns"):
        return False
    armed = bool(phrases) and page.has(phrases[0].first, "agents")
    # *The troops killed one of them*: whom they killed need not be named.
    named = {phrase.first for phrase in phrases}
    others = sum(1 for part in parts if not part.preposition and part.phrase.first not in named) if armed else 0
    return not trigger.form.pronoun and len(phrases) + others < 2


def _names_hand(page: Page, trigger: Trigger) -> bool:
    """*At the hands of* or *by the fire of* follows in the clause: whatever the form, the verb is passive."""
    _, last = page.sentence(trigger.at)
    for at in range(trigger.at + 1, min(last, trigger.at + _PREPOSITION_REACH)):
        if page.folded[at] in page.full_stops or is_verb(page, at):
            return False
        if _hand_at(page, at):
            return True
    return False


def _hand_at(page: Page, at: int) -> bool:
    return page.is_word(at, "by") or (page.is_word(at, "by_hand") and page.is_word(at - 1, "by_openers"))


def _is_lone_victim(page: Page, trigger: Trigger, subjects: list[Phrase], plain: list[Phrase]) -> bool:
    """A verb that needs an object, with one phrase after it that is no armed or official party: it is the victim."""
    transitive = trigger.sense.roles.get("object", "target") == "target" and trigger.sense.type in _FORCEFUL
    if not transitive or subjects or len(plain) != 1 or trigger.form.pronoun or trigger.form.tense != "past":
        return False
    return not any(page.has(at, "agents") for at in range(plain[0].first, plain[0].last))


def _victim(roles: dict[str, Role]) -> Role:
    """What the one noun phrase of a passive verb is."""
    role = roles.get("object", "target")
    return role if role != "none" else roles.get("subject", "target")


def _all(page: Page, phrases: list[Phrase], trigger: Trigger) -> list[Phrase]:
    return [every for phrase in phrases for every in _with_coordinated(page, phrase, trigger)]


def _noun_roles(page: Page, trigger: Trigger, parts: list[Part], cast: Cast) -> None:
    roles = trigger.sense.roles
    of = roles.get("of", "none")
    genitive = not (trigger.proclitic in page.conjugation.article or trigger.form.pronoun)
    plain = [part.phrase for part in parts if not part.preposition]
    if (
        genitive
        and of != "none"
        and parts
        and not parts[0].preposition
        and names_somebody(page, plain[0], acting=of != "target")
    ):
        cast.add(of, _with_coordinated(page, plain[0], trigger))
        if roles.get("subject") == "target" and len(plain) > 1:
            cast.add(roles.get("object", "none"), plain[1:2])
    _possessor(page, trigger, cast)
    _involved(page, trigger, cast)
    _ascribed(page, trigger, cast)
    _nationality(page, trigger, cast)
    carrying_subject(page, trigger, cast)
    relative_clause(page, trigger, cast)


def _possessor(page: Page, trigger: Trigger, cast: Cast) -> None:
    """Whose act a joined pronoun says it is: the subject of the verb before. *They announced their withdrawal*."""
    role = trigger.sense.roles.get("of", "none")
    if not trigger.form.pronoun or role not in ("actor", "sides"):
        return
    phrase = running_subject(page, trigger.at)
    if phrase is not None:
        cast.add(role, _with_coordinated(page, phrase, trigger))


def _involved(page: Page, trigger: Trigger, cast: Cast) -> None:
    """Who is said to have had a hand in it: *the involvement of the services in the attack*."""
    first, _ = page.sentence(trigger.at)
    if cast.actors:
        return
    for at in range(trigger.at - 1, max(first, trigger.at - _SUPPORT_REACH) - 1, -1):
        if page.has(at, "involvement"):
            phrase = read_phrase(page, at + 1, trigger.at) if at + 1 < trigger.at else None
            if phrase is not None and names_somebody(page, phrase, acting=True):
                cast.add("actor", read_coordinated(page, phrase, trigger.at))
            return


def _ascribed(page: Page, trigger: Trigger, cast: Cast) -> None:
    """Who is said to be behind it: *ascribed to the rebels*, *the rebels are behind a series of attacks*."""
    first, last = page.sentence(trigger.at)
    if cast.actors or trigger.sense.type not in _FORCEFUL:
        return
    for at in range(trigger.last, min(last - 2, trigger.at + _PREPOSITION_REACH)):
        if page.has(at, "ascribed"):
            phrase = read_phrase(page, at + 2, last)
            cast.add("actor", read_coordinated(page, phrase, last) if phrase is not None else [])
            return
    for at in range(trigger.at - 1, max(first, trigger.at - 5), -1):
        if page.is_word(at, "behind"):
            before = phrase_before(page, at, first)
            cast.add("actor", [before] if before is not None and names_somebody(page, before, acting=True) else [])
            return


def _nationality(page: Page, trigger: Trigger, cast: Cast) -> None:
    """The adjective that says whose act it is: an American air strike."""
    _, last = page.sentence(trigger.at)
    if cast.actors or trigger.sense.roles.get("subject") == "sides":
        return
    for at in range(trigger.at + 1, min(last, trigger.at + 3)):
        if not page.folded[at][:1].isalnum() or page.is_word(at, "particles"):
            return
        if page.folded[at] in page.lexicon.nisbas and page.inside[at] < 0:
            cast.add("actor", [Phrase(at, at + 1)])
            return


def _by_whom(page: Page, trigger: Trigger, cast: Cast) -> None:
    """``at the hands of``, ``on the part of``, ``by the bullets of``: the actor of a passive or a noun."""
    _, last = page.sentence(trigger.at)
    if cast.actors and trigger.sense.roles.get("subject") != "sides":
        return
    for at in range(trigger.at + 1, min(last, trigger.at + _PREPOSITION_REACH)):
        if page.folded[at] in page.full_stops or (is_verb(page, at) and at > trigger.last):
            return
        if _hand_at(page, at) and at + 1 < last:
            phrase = read_phrase(page, at + 1, last)
            if phrase is not None:
                cast.add("actor", read_coordinated(page, phrase, last))
            return
