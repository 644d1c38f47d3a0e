"""The chain of attribution: who carried a statement to the article, and who is behind a document that speaks."""

import msgspec

from rawi.model import Hop, Mention
from rawi.statements.cast import MARKS, Actor
from rawi.statements.draft import Draft
from rawi.statements.medium import media, spoken_gap
from rawi.statements.page import Page, Words
from rawi.statements.partners import split_partners
from rawi.statements.sources import source_after

# How far back in its sentence a relayed document names its carrier, in words.
_RELAYED = 20
# The longest carrier named after "published by", in words.
_CARRIER = 10
# Kinds of mentions that issue documents.
_ISSUERS = frozenset(
    {"person", "role", "state", "government", "organization", "party", "armed_group", "company", "group", "outlet"}
)
# Kinds of media an outlet makes rather than passes on.
_OWN_WORK = frozenset({"article", "interview", "broadcast"})


class Chain(msgspec.Struct, frozen=True):
    """The source as the chain reads it, the carriers before it, the outermost first, and the document that spoke."""

    source: Words | None
    carriers: tuple[Words, ...]
    document: Words | None = None


def read_chain(page: Page, draft: Draft) -> Chain:
    """The carriers of a draft and its real source.

    "The agency quoted X as saying" makes the agency a carrier and X the source; so does "the agency said, quoting X".
    "The agency quoted him" leaves the source to the one who was speaking.
    Carriers are also: who "according to" or "as ... reported" names between cue and content, who published the
    document the statement stands in, and who relayed a document "in which" the cue speaks. A document is not a source
    where its issuer is named: the issuer is. What an outlet itself says has no carrier.
    """
    split = split_partners(page, draft).source
    if split is None:
        return Chain(None, _beside(page, draft))
    if _quotes_pronoun(page, draft):
        return Chain(None, (split, *_beside(page, draft)))
    quoted = _quoted_source(page, draft, split)
    if quoted is None and draft.side != "after":
        return Chain(split, _beside(page, draft))
    speaks = quoted or split
    issuer = _issuer_of(page, speaks)
    carrier = () if quoted is None else (Words(split.first, min(split.last, quoted.first)),)
    return Chain(issuer or speaks, (*carrier, *_beside(page, draft)), None if issuer is None else speaks)


def _issuer_of(page: Page, source: Words) -> Words | None:
    """The one who issued a document that speaks ("a statement issued by X", "a statement of X"); None when not named.

    A pronoun ("issued by it") names nobody here.
    """
    words = page.grammar.words
    if page.folded[source.first].removeprefix(_joined(page, source.first)) not in words["documents"]:
        return None
    found = _issuer_after(page, source)
    return None if found is None or _points_back(page, found) else found


def note_document(page: Page, issuer: Actor, document: Words) -> None:
    """Let the issuer be known by the document from here on: "the statement added" is what the issuer says."""
    head = page.folded[document.first].removeprefix(_joined(page, document.first))
    issuer.words.update((head, *(article + head for article in page.grammar.words["articles"])))
    issuer.aliases.setdefault(page.span(document.first, document.last).text)


def _points_back(page: Page, issuer: Words) -> bool:
    """Whether the issuer is a pronoun or a kind of body alone ("of the ministry"): who it is stands elsewhere."""
    if issuer.last - issuer.first > 1:
        return False
    words = page.grammar.words
    word = page.folded[issuer.first]
    (article,) = words["articles"]
    joined = article + word[len(article) :] if word[: len(article)] in words["to_the"] else word
    return word in words["bound_pronouns"] or joined in words["generic_roles"]


def _issuer_after(page: Page, source: Words) -> Words | None:
    words = page.grammar.words
    index = source.first + 1
    while index < source.last and not page.is_punctuation(index):
        word = page.folded[index]
        if word in words["issued_words"]:
            after = index + 1
            if after < source.last and page.folded[after] in words["issuer_prepositions"]:
                after += 1
            while after in page.time_over:
                after = page.time_over[after] + (page.folded[page.time_over[after]] in words["issuer_prepositions"])
            return Words(after, source.last) if after < source.last else None
        if word in words["issuer_prepositions"] and index + 1 < source.last:
            return Words(index + 1, source.last)
        mention = page.mention_at.get(index)
        if mention is not None and mention.kind in _ISSUERS:
            return Words(index, source.last)
        index += 1
    return None


def _joined(page: Page, index: int) -> str:
    """The preposition joined to a word, ``""`` for none."""
    word = page.folded[index]
    prepositions = page.grammar.words["joined_prepositions"]
    return word[:1] if word[:1] in prepositions and word[1:] in page.grammar.words["documents"] else ""


def _quoted_source(page: Page, draft: Draft, source: Words) -> Words | None:
    """The one a carrier quotes: after "from" or "to" of a carrying verb, or after "quoting" of any."""
    grammar = page.grammar
    carrying = grammar.has_lemma("carrying_lemmas", draft.cue.lemma) and _can_carry(page, draft, source)
    last = max(_gap_end(page, draft), source.last)
    first = source.first + 1 if draft.side == "after" else draft.cue.last
    for index in range(first, last):
        word = page.folded[index]
        if carrying and word[:1] in grammar.words["to"] and word[1:] in grammar.words["unnamed_heads"]:
            return Words(index, source.last if index < source.last else last)
        if index < source.last:
            continue
        if carrying and word in grammar.words["carrying_prepositions"] and index + 1 < last:
            return source_after(page, draft.cue, index + 1, last) or Words(index + 1, last)
        length = grammar.phrase_at("quoting", page.folded, index)
        if length and index + length < last:
            return source_after(page, draft.cue, index + length, last) or Words(index + length, last)
    return None


def _quotes_pronoun(page: Page, draft: Draft) -> bool:
    """Whether a verb of quoting says "from him": its subject only carries."""
    after = page.folded[draft.cue.last] if draft.cue.last < len(page.folded) else ""
    return page.grammar.has_lemma("quoting_lemmas", draft.cue.lemma) and after in page.grammar.words["from_whom"]


def _can_carry(page: Page, draft: Draft, source: Words) -> bool:
    """Whether a source can carry what others say: anybody who "quotes", else only an outlet."""
    if page.grammar.has_lemma("quoting_lemmas", draft.cue.lemma):
        return True
    return any(
        (mention := page.mention_at.get(at)) is not None and mention.kind == "outlet"
        for at in range(source.first, source.last)
    )


def _gap_end(page: Page, draft: Draft) -> int:
    """Where the words between a cue and its content end; of a cue after its content, where its clause ends."""
    return spoken_gap(page, draft)[1] if draft.frame.kind in ("before", "bare") else draft.frame.gap_last


def _beside(page: Page, draft: Draft) -> tuple[Words, ...]:
    """The carriers named beside the cue, the outermost first."""
    if draft.cue.kind in ("according", "said-in"):
        return ()
    first, last = spoken_gap(page, draft)
    found = _according_in(page, draft, first, last) or _published(page, draft, first, last) or _relayed(page, draft)
    return (found,) if found is not None else ()


def _according_in(page: Page, draft: Draft, first: int, last: int) -> Words | None:
    """The carrier named by "according to X" or "as X reported" between a cue and its content."""
    for index in range(first, last):
        for words, phrase in page.lexicon.cues.phrases_at(page.folded[index]):
            after = index + len(words)
            if (
                phrase.kind not in ("according", "reported")
                or tuple(page.folded[index:after]) != words
                or after >= last
            ):
                continue
            if page.grammar.phrase_at("quoting", page.folded, index):
                continue
            if phrase.kind == "reported":
                after += 1
                if not any(
                    form.tense == "past" for _, form, _ in page.lexicon.cues.verb_readings(page.folded[after - 1])
                ):
                    continue
            return _carrier_at(page, draft, after, last)
    return None


def _carrier_at(page: Page, draft: Draft, first: int, last: int) -> Words | None:
    """The carrier named at a word: an outlet by its kind, the issuer of a document, or a source like any other."""
    if first + 1 < last and page.folded[first] in page.grammar.words["determiners"]:
        return Words(first + 1, first + 2) if _kind_word(page, first + 1) else None
    found = source_after(page, draft.cue, first, last) if first < last else None
    if found is None:
        return None
    issuer = _issuer_of(page, Words(found.first, last))
    return found if issuer is None else source_after(page, draft.cue, issuer.first, issuer.last) or issuer


def _published(page: Page, draft: Draft, first: int, last: int) -> Words | None:
    """Who published or passed on the document a statement stands in: the outlet after "published by", "carried by"."""
    words = page.grammar.words
    for index in range(first, last - 1):
        if (
            page.folded[index] not in words["relaying_words"]
            or media(page.lexicon).get(page.folded[index - 1]) in _OWN_WORK
        ):
            continue
        mention = page.mention_at.get(index + 1)
        outlet = mention is not None and mention.kind == "outlet"
        if outlet or page.folded[index + 1] in words["outlet_words"]:
            return source_after(page, draft.cue, index + 1, min(last, index + _CARRIER))
    return None


def _relayed(page: Page, draft: Draft) -> Words | None:
    """The carrier of a document "in which" the cue speaks: the outlet after a carrying verb earlier in the sentence."""
    cue = draft.cue
    words = page.grammar.words
    if not any(page.folded[at] in words["in_it"] for at in range(cue.last, min(cue.last + 2, len(page.folded)))):
        return None
    for index in range(max(page.sentence_start(cue.first), cue.first - _RELAYED), cue.first - 1):
        mention = _outlet_at(page, index + 1)
        verbs = page.lexicon.cues.verb_readings(page.folded[index]) if mention is not None else ()
        relays = page.folded[index] in words["relaying_words"] or any(
            page.grammar.has_lemma("carrying_lemmas", verb.lemma) for _, _, verb in verbs
        )
        if mention is not None and relays:
            return Words(index + 1, mention.last)
    return None


def _outlet_at(page: Page, index: int) -> Mention | None:
    """The outlet named at the word, its kind ("the newspaper") before it allowed."""
    for at in range(index, min(index + 4, len(page.folded))):
        mention = page.mention_at.get(at)
        if mention is not None and mention.kind == "outlet":
            return mention
        if page.folded[index] not in page.grammar.words["outlet_words"]:
            return None
    return None


def to_hop(page: Page, carrier: Words) -> Hop:
    """The record of a carrier: its mention's name when it is one, else its words.

    An outlet called by its kind alone ("the newspaper") is the outlet of that kind the article named last.
    """
    span = page.span(carrier.first, carrier.last)
    for index in range(carrier.first, carrier.last):
        mention = page.mention_at.get(index)
        if mention is not None and mention.kind == "outlet":
            known = _named_before(page, mention.first) if _is_kind_alone(page, mention) else mention
            named = known or mention
            aliases = tuple(
                dict.fromkeys(alias for alias in (mention.name, named.text, span.text) if alias != named.name)
            )
            return Hop(named.name, aliases, span, named.kind)
    known = _named_before(page, carrier.first) if carrier.last - carrier.first == 1 else None
    if known is not None:
        return Hop(known.name, tuple(dict.fromkeys((known.text, span.text))), span, known.kind)
    return Hop(span.text.strip(MARKS), (), span, "")


def _is_kind_alone(page: Page, mention: Mention) -> bool:
    return mention.last - mention.first == 1 and _kind_word(page, mention.first) != ""


def _kind_word(page: Page, index: int) -> str:
    """The outlet word a definite word is ("the newspaper" -> "newspaper"), ``""`` when it is none."""
    word = page.folded[index]
    bare = page.grammar.without_article(word)
    return bare if bare != word and bare in page.grammar.words["outlet_words"] else ""


def _named_before(page: Page, index: int) -> Mention | None:
    """The last outlet of the kind that was named before the word, else the last outlet named at all."""
    kind = _kind_word(page, index)
    if not kind:
        return None
    last: Mention | None = None
    for at in range(index - 1, -1, -1):
        mention = page.mention_at.get(at)
        if mention is None or mention.kind != "outlet" or _is_kind_alone(page, mention):
            continue
        if kind in page.folded[max(0, mention.first - 1) : mention.last]:
            return mention
        last = last or mention
    return last
