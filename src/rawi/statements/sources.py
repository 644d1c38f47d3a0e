"""The source beside a cue: the noun phrase after the verb, before it, or after a preposition."""

from rawi.statements.cues import Cue
from rawi.statements.page import Page, Words
from rawi.text.vowels import ends_in_tanwin

# The longest source, in words.
_LONGEST = 30
# Roles of an object that is somebody beside the source.
_PARTNER_OBJECTS = frozenset({"addressee", "target"})
# Kinds of mentions that can stand side by side as subject and object.
_NAMES = frozenset({"person", "state", "government", "organization", "party", "armed_group", "company", "role"})
# The longest name in quotation marks, in words.
_NAME_IN_QUOTES = 7


def source_after(page: Page, cue: Cue, first: int, last: int) -> Words | None:
    """The noun phrase after a cue that names its source, in words ``[first, last)``; None when it is left out there.

    Adverbs and times before it are passed. Where it ends is a trained decision (``source_end``), asked before each
    piece: a word, a mention, a short quotation.
    """
    first = source_start(page, first, last)
    if first >= last or not _begins_phrase(page, cue, first):
        return None
    index = first
    model = page.lexicon.model("source_end")
    while index < last and not stops_source(page, cue, index, first):
        if (
            index > first
            and page.folded[index - 1] in page.grammar.words["opening_names"]
            and not page.is_punctuation(index)
        ):
            index = source_step(page, index, last)
            continue
        if model.score(source_end_features(page, cue, first, index)) > 0:
            break
        index = source_step(page, index, last)
    last_word = index
    while last_word > first and page.folded[last_word - 1] in page.grammar.words["commas"]:
        last_word -= 1
    return Words(first, last_word) if last_word > first else None


def shorten_source(page: Page, cue: Cue, source: Words) -> Words | None:
    """The source cut where its verb's content can begin, for a source that swallowed it; None where none can.

    That is before the verb's own preposition, else, for a verb with an object, where the trained decision was nearest
    to ending it.
    """
    places = []
    index = source_step(page, source.first, source.last)
    while index < source.last:
        if own_preposition(page, cue, index):
            return Words(source.first, index)
        places.append(index)
        index = source_step(page, index, source.last)
    if not places or cue.verb is None or not cue.verb.object:
        return None
    model = page.lexicon.model("source_end")
    return Words(
        source.first, max(places, key=lambda at: model.score(source_end_features(page, cue, source.first, at)))
    )


def _begins_phrase(page: Page, cue: Cue, index: int) -> bool:
    """Whether a noun phrase can begin at the word: it is no preposition, particle, pronoun or audience."""
    word = page.folded[index]
    words = page.grammar.words
    if word in words["prepositions"] and cue.kind != "according":
        return False
    if page.is_punctuation(index):
        return index in page.quote_at or word in words["inner_punctuation"]
    return word not in words["particles"] and word not in words["modals"] and not is_recipient(page, index)


def source_start(page: Page, first: int, last: int) -> int:
    """The first word at or after ``first`` that is no adverb and no time expression."""
    raw = page.reading.words.raw
    adverbs = page.grammar.words["adverbs"]
    while first < last and (page.folded[first] in adverbs or first in page.time_over or ends_in_tanwin(raw[first])):
        first = page.time_over.get(first, first + 1)
    return first


def stops_source(page: Page, cue: Cue, index: int, first: int) -> bool:
    """Whether no source reaches over this word.

    Nothing reaches over a complementizer, a colon, a long quotation, "according to"; the carrier of "X quoted Y" not
    over "from"; the subject of a verb that has an object not over a second name.
    """
    word = page.folded[index]
    words = page.grammar.words
    if index - first >= _LONGEST or word == ":" or word in words["complementizers"]:
        return True
    quotation = page.quote_at.get(index)
    if quotation is not None and quotation.last - quotation.first > _NAME_IN_QUOTES:
        return True
    if index > first and (_turns(page, cue, index) or _opens_turn(page, index)):
        return True
    if index > first and cue.verb is not None and cue.verb.object == "content" and _object_begins(page, index):
        return True
    return (
        index > first
        and cue.verb is not None
        and cue.verb.object in _PARTNER_OBJECTS
        and _second_name(page, first, index)
    )


def _object_begins(page: Page, index: int) -> bool:
    """Whether a content noun stands after a noun phrase that is complete: definite, or a mention."""
    if page.folded[index] not in page.grammar.words["content_nouns"]:
        return False
    return index - 1 in page.mention_over or page.shape(index - 1) == "definite"


def _opens_turn(page: Page, index: int) -> bool:
    """Whether the word is a cue that begins a turn of its own: a past verb after a conjunction, a participle."""
    if index in page.mention_over:
        return False
    for proclitic, form, _ in page.lexicon.cues.verb_readings(page.folded[index]):
        if (
            form.tense == "past"
            and proclitic
            and form.person == 3
            and page.folded[index] not in page.grammar.words["prepositions"]
        ):
            return True
        if form.tense == "participle" and form.gender and not form.pronoun and not proclitic:
            return True
    return False


def _turns(page: Page, cue: Cue, index: int) -> bool:
    """Whether the chain goes on at the word: "quoting", "according to", the "from" of a carrying verb."""
    word = page.folded[index]
    if word in page.grammar.words["carrying_prepositions"] and page.grammar.has_lemma("carrying_lemmas", cue.lemma):
        return True
    if page.grammar.phrase_at("quoting", page.folded, index):
        return True
    return any(
        phrase.kind == "according" and tuple(page.folded[index : index + len(words)]) == words
        for words, phrase in page.lexicon.cues.phrases_at(word)
    )


def _second_name(page: Page, first: int, index: int) -> bool:
    """Whether a name of its own begins here, right after a whole name: subject and object stand side by side."""
    here, before = page.mention_at.get(index), page.mention_over.get(index - 1)
    return (
        here is not None
        and here.kind in _NAMES
        and before is not None
        and before.kind in _NAMES
        and before.first >= first
    )


def source_step(page: Page, index: int, last: int) -> int:
    """The word after the piece of a noun phrase that begins at ``index``."""
    quotation = page.quote_at.get(index)
    if quotation is not None and quotation.last < last:
        return max(index + 1, quotation.last + 1)
    mention = page.mention_at.get(index)
    if mention is not None and mention.last <= last:
        return mention.last
    if len(page.folded[index]) == 1 and index + 1 < last and page.folded[index + 1] == ".":
        return index + 2
    return index + 1


def source_end_features(page: Page, cue: Cue, first: int, index: int) -> list[str]:
    """Features for the question whether the source that begins at ``first`` ends before word ``index``."""
    at = _role_of(page, cue, index)
    tense = cue.form.tense if cue.form is not None else cue.kind
    if index == first:
        following = (
            _role_of(page, cue, source_step(page, index, len(page.folded))) if index + 1 < len(page.folded) else "$"
        )
        return [
            "first",
            f"first|{at}|{tense}",
            f"first|{at}|{following}",
            f"first|{cue.lemma}",
            f"first|{cue.lemma}|{at.split('/')[0]}",
            f"first|{cue.verb.object if cue.verb is not None else ''}|{at.split('/')[0]}|{following.split('/')[0]}",
            f"first|proclitic={cue.proclitic}|{tense}|{at.split('/')[0]}",
            f"first|word={page.folded[index]}",
            f"first|after={index - cue.last}",
            f"first|class={page.classes(index)[0]}|{tense}",
            f"first|class={page.classes(index)[1]}",
            f"first|class={page.classes(index)[0]}|{cue.verb.object if cue.verb is not None else ''}",
            f"first|classes={page.classes(index)[0]}|{page.classes(index + 1)[0]}",
            *_first_agreement(page, cue, index),
        ]
    before = page.folded[index - 1]
    mention = page.mention_over.get(index - 1)
    ended = f"{mention.kind}/{bool(mention.title)}" if mention is not None else page.shape(index - 1)
    return [
        "next",
        f"at={at}|{ended}",
        f"at={at}",
        f"ended={ended}",
        f"at={at}|{min(index - first, 4)}",
        f"word={page.folded[index]}",
        f"before={before}",
        f"words={before} {page.folded[index]}",
        f"at={at}|{cue.verb.object if cue.verb is not None else cue.kind}",
        f"ended={ended}|{page.shape(index)}|{page.shape(first)}",
        f"head={page.folded[first]}|{at}",
        f"length={min((index - first) // 3, 5)}",
        f"class={page.classes(index)[1]}",
        f"classes={page.classes(index - 1)[0]}|{page.classes(index)[0]}",
        f"class={page.classes(index)[0]}|{ended}",
        f"person={page.names_person(first, index)}|{at}",
    ]


def _first_agreement(page: Page, cue: Cue, index: int) -> list[str]:
    mention = page.mention_at.get(index)
    if mention is None or cue.form is None or not mention.gender or not cue.form.gender:
        return []
    return [f"first|agrees={mention.gender == cue.form.gender}|{mention.kind}"]


def _role_of(page: Page, cue: Cue, index: int) -> str:
    """What a word can be in the phrase after this cue: its own preposition, a medium, a mention, a content noun ..."""
    if index >= len(page.folded):
        return "$"
    word = page.folded[index]
    words = page.grammar.words
    if page.is_punctuation(index):
        return "comma" if word in words["commas"] else "quote" if index in page.quote_at else f"mark{word}"
    if index in page.time_over:
        return "time"
    own = own_preposition(page, cue, index)
    if own:
        return own if _own_follows(page, cue, index) else own + "-last"
    if word in words["prepositions"]:
        return _preposition_role(page, index)
    if is_recipient(page, index):
        return "recipient"
    mention = page.mention_at.get(index)
    return f"mention/{mention.kind}" if mention is not None else _word_role(page, index)


def _preposition_role(page: Page, index: int) -> str:
    if page.begins_medium(index + 1):
        return "preposition/medium"
    return "preposition/time" if index + 1 in page.time_over else f"preposition/{page.folded[index]}"


def _word_role(page: Page, index: int) -> str:
    word = page.folded[index]
    for name in ("relatives", "verb_particles", "adverbs", "content_nouns"):
        if word in page.grammar.words[name]:
            return name
    if index not in page.mention_over and page.grammar.is_verbal_noun(word):
        return "verbal-noun"
    for _, form, _ in page.lexicon.cues.verb_readings(word):
        return f"cue/{form.tense}"
    return page.shape(index)


def own_preposition(page: Page, cue: Cue, index: int) -> str:
    """``own-preposition`` or ``own-joined`` for a word that is or begins with one the verb asks for, else ``""``."""
    if cue.verb is None:
        return ""
    word = page.folded[index]
    wanted = page.lexicon.cues.prepositions[cue.verb.lemma]
    if word in wanted:
        return "own-preposition"
    if not page.grammar.has_joined(word, wanted):
        return ""
    mention = page.mention_at.get(index)
    return "own-joined" if mention is None or not mention.name.startswith(page.reading.words.raw[index][:2]) else ""


def _own_follows(page: Page, cue: Cue, index: int) -> bool:
    """Whether another preposition of the verb follows in the clause: then this one may belong to the source."""
    end = min(page.sentence_end(index), index + _LONGEST)
    for at in range(index + 1, end):
        if page.folded[at] in page.grammar.words["complementizers"] or at in page.quote_at:
            return True
        if page.is_punctuation(at):
            return False
        if own_preposition(page, cue, at):
            return True
    return False


def is_recipient(page: Page, index: int) -> bool:
    """Whether the word is an outlet or audience with a joined preposition ("to Reuters")."""
    if page.folded[index] in page.grammar.words["recipients"]:
        return True
    mention = page.mention_at.get(index)
    return (
        mention is not None
        and mention.kind == "outlet"
        and not page.reading.words.raw[index].startswith(mention.name[:2])
    )


def is_nominal_content(page: Page, index: int) -> bool:
    """Whether the word can begin a nominal content: a verbal noun without article, or one with a possessive pronoun."""
    word = page.folded[index]
    grammar = page.grammar
    if word in grammar.words["content_nouns"]:
        return True
    return index not in page.mention_over and grammar.is_verbal_noun(word)


def source_before(page: Page, cue: Cue) -> Words | None:
    """The subject that stands before a finite verb, in its clause; None when the verb opens its clause.

    A relative pronoun right before the verb refers to the noun phrase before it.
    """
    if cue.proclitic in page.grammar.words["conjunctions"]:
        return None
    start = page.sentence_start(cue.first)
    last = cue.first
    words = page.grammar.words
    while last > start and page.folded[last - 1] in words["verb_particles"]:
        last -= 1
    if last > start and page.folded[last - 1] in words["relatives"]:
        last -= 1
        if last > start and page.folded[last - 1] in words["commas"]:
            last -= 1
    first = last
    while first > start and last - first < _LONGEST and not _opens_clause(page, first - 1):
        first -= 1
    while first < last and page.folded[first] in words["phrase_openers"]:
        first += 1
    if first < last and (
        page.folded[first] in words["prepositions"] or page.folded[first][1:] in words["prepositions"]
    ):
        return None
    return Words(first, last) if first < last else None


def _opens_clause(page: Page, index: int) -> bool:
    """Whether a clause begins after this word: a comma, a complementizer, a conjunction, an opening mark."""
    word = page.folded[index]
    words = page.grammar.words
    if index in page.mention_over:
        return False
    if page.is_punctuation(index):
        return word not in words["inner_punctuation"]
    return word in words["particles"] or word in words["complementizers"] or word in words["clause_breaks"]
