"""The article as this room looks at it: words with their variants, what names somebody, and what is said by whom."""

from bisect import bisect_left

import msgspec

from rawi.lexicon import Lexicon
from rawi.lexicon.conjugation import Conjugation
from rawi.lexicon.inflection import Form
from rawi.model import Mention, Reading, Statement, Timex
from rawi.text.clitics import clitic_variants
from rawi.text.vowels import ends_in_taa_marbuta

# How many different words the variants are remembered for.
_REMEMBERED = 1 << 16
# Title and lead, in sentences.
_LEAD = 3


class Variants(dict[str, frozenset[str]]):
    """The folded word and what is left of it without each joined particle it could begin with, remembered by word."""

    def __init__(self, proclitics: tuple[str, ...]) -> None:
        """Remember nothing yet; ``proclitics`` are the folded particles."""
        super().__init__()
        self._proclitics = proclitics

    def __missing__(self, folded: str) -> frozenset[str]:
        """Find and remember them."""
        if len(self) > _REMEMBERED:
            self.clear()
        found = self[folded] = frozenset(clitic_variants(folded, self._proclitics))
        return found


_VARIANTS: dict[tuple[str, ...], Variants] = {}


class Page(msgspec.Struct):
    """What the rules of this room ask about an article. ``mention_at`` maps a mention's first word to it.

    ``inside`` gives for each word the mention it belongs to, or -1. ``content_of`` gives for each word the innermost
    statement in whose content it stands, or -1; ``time_of`` does so for time expressions. ``triggers`` are the words
    that name an event, ``meetings`` those that name a meeting. ``numbers`` their values where they are
    numbers, filled when first asked. ``bags``, ``states`` and ``told_contexts`` remember what was asked of a sentence.
    """

    reading: Reading
    lexicon: Lexicon
    conjugation: Conjugation
    folded: list[str]
    mentions: tuple[Mention, ...]
    times: tuple[Timex, ...]
    statements: tuple[Statement, ...]
    mention_at: dict[int, Mention]
    inside: list[int]
    content_of: list[int]
    time_of: list[int]
    classes: dict[str, frozenset[str]]
    known: Variants
    verbs: list[bool | None]
    phrase_ends: list[bool | None]
    conjunctions: frozenset[str]
    article: str
    between: str
    joined_starts: tuple[str, ...]
    numbers: list[float | None]
    pronoun_endings: tuple[str, ...]
    full_stops: frozenset[str]
    contexts: dict[str, frozenset[str]]
    bags: dict[int, frozenset[str]]
    states: dict[int, frozenset[str]]
    meetings: set[int]
    triggers: set[int]
    told_contexts: dict[int, tuple[str, ...]]

    def variants(self, word: int) -> frozenset[str]:
        """The folded word and what is left of it without each joined particle it could begin with."""
        return self.known[self.folded[word]]

    def sentence(self, word: int) -> tuple[int, int]:
        """The word range of the sentence the word stands in, half-open."""
        sentence = self.reading.sentences[self.reading.sentence_of[word]]
        return sentence.first, sentence.last

    def bag(self, word: int) -> frozenset[str]:
        """The variants of all words of the sentence the word stands in."""
        index = self.reading.sentence_of[word]
        found = self.bags.get(index)
        if found is None:
            first, last = self.sentence(word)
            found = self.bags[index] = frozenset().union(*map(self.known.__getitem__, self.folded[first:last]))
        return found

    def countries(self, word: int) -> frozenset[str]:
        """The states named in the sentence the word stands in, by name or nisba."""
        index = self.reading.sentence_of[word]
        found = self.states.get(index)
        if found is None:
            first, last = self.sentence(word)
            nisbas = self.lexicon.nisbas
            named = {self.mentions[self.inside[at]].country for at in range(first, last) if self.inside[at] >= 0}
            named.update(nisbas[form] for form in self.bag(word) if form in nisbas)
            found = self.states[index] = frozenset(named - {""})
        return found

    def lead_countries(self) -> frozenset[str]:
        """The states named in the title and the first two sentences after it."""
        return frozenset().union(*(self.countries(one.first) for one in self.reading.sentences[:_LEAD]))

    def has(self, word: int, name: str) -> bool:
        """Whether the word, with or without what is joined before it, is of the class ``events.NAME``."""
        return not self.known[self.folded[word]].isdisjoint(self.classes[name])

    def is_word(self, word: int, name: str) -> bool:
        """Whether the very word (nothing taken off) is of the class ``events.NAME``."""
        return self.folded[word] in self.classes[name]

    def is_particle(self, word: int) -> bool:
        """Whether the word is a particle, alone or after a joined conjunction."""
        if word in self.mention_at:
            return False
        folded = self.folded[word]
        particles = self.classes["particles"]
        return folded in particles or (folded[:1] in self.conjunctions and folded[1:] in particles)

    def verb_classes(self, word: int) -> frozenset[str]:
        """The classes of verbs around event nouns the word may belong to."""
        return self.lexicon.event_verbs.classes(self.folded[word])

    def verb_readings(self, word: int) -> tuple[tuple[str, Form, str], ...]:
        """How the word may be one of these verbs. Folding makes a taa marbuta look like *him*: that is no verb."""
        found = self.lexicon.event_verbs.readings(self.folded[word])
        if found and ends_in_taa_marbuta(self.reading.words.raw[word]):
            return tuple(one for one in found if not one[1].pronoun)
        return found

    def text(self, first: int, last: int) -> str:
        """The article's text of words ``[first, last)``."""
        words = self.reading.words
        return self.reading.article.text[words.starts[first] : words.ends[last - 1]]


def open_page(
    reading: Reading,
    mentions: tuple[Mention, ...],
    times: tuple[Timex, ...],
    statements: tuple[Statement, ...],
    lexicon: Lexicon,
) -> Page:
    """The page of an article that the stages before this one have read."""
    size = len(reading.words)
    words = reading.words
    mentions = tuple(cut for mention in mentions if (cut := _trimmed(mention, reading, lexicon)) is not None)
    inside = [-1] * size
    for index, mention in enumerate(mentions):
        inside[mention.first : mention.last] = [index] * (mention.last - mention.first)
    spans = [(time.start, time.end, index) for index, time in enumerate(times)]
    contents = [(span.start, span.end, index) for index, said in enumerate(statements) for span in said.content]
    # An inner content is shorter than the one around it: written last, it wins.
    proclitics = tuple(sorted(lexicon.words.words("common.proclitics")))
    contents.sort(key=lambda found: found[0] - found[1])
    return Page(
        reading=reading,
        lexicon=lexicon,
        conjugation=lexicon.conjugation,
        folded=words.folded,
        mentions=mentions,
        times=times,
        statements=statements,
        mention_at={mention.first: mention for mention in mentions},
        inside=inside,
        content_of=_covered(words.starts, contents),
        time_of=_covered(words.starts, spans),
        classes=lexicon.event_words,
        known=_VARIANTS.setdefault(proclitics, Variants(proclitics)),
        verbs=[None] * size,
        phrase_ends=[None] * size,
        conjunctions=lexicon.event_words["conjunction"],
        article=next(iter(lexicon.words.words("mentions.article"))),
        joined_starts=tuple(sorted(frozenset[str]().union(*lexicon.conjugation.joined_target.values()))),
        numbers=[],
        between=min(lexicon.event_words["sides"], key=len),
        pronoun_endings=tuple(sorted(lexicon.event_words["pronoun_endings"])),
        full_stops=lexicon.event_words["full_stops"],
        contexts=lexicon.event_contexts,
        bags={},
        states={},
        meetings=set(),
        triggers=set(),
        told_contexts={},
    )


def _trimmed(mention: Mention, reading: Reading, lexicon: Lexicon) -> Mention | None:
    """The mention without particles that folding makes look like names, and without a noun that begins a phrase."""
    particles = lexicon.conjugation.particles_as_written
    raw, folded = reading.words.raw, reading.words.folded
    if raw[mention.first] in particles:
        return None
    starts_anew = lexicon.event_words["people_definite"]
    endings = lexicon.event_words["plural_endings"]
    (article,) = lexicon.words.words("mentions.article")
    last = mention.last
    for at in range(mention.first + 1, mention.last):
        anew = folded[at] in starts_anew and folded[at - 1].startswith(article)
        # "gunmen base": a sound plural keeps its nun only outside a construct.
        cut = mention.kind == "role" and folded[at - 1][-2:] in endings and folded[at][-2:] != folded[at - 1][-2:]
        if raw[at] in particles or anew or (cut and not folded[at - 1].startswith(article)):
            last = at
            break
    return mention if last == mention.last else msgspec.structs.replace(mention, last=last)


def _covered(starts: list[int], spans: list[tuple[int, int, int]]) -> list[int]:
    """For each word the index of the last span that holds its first code point, or -1."""
    found = [-1] * len(starts)
    for start, end, index in spans:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        found[first:last] = [index] * (last - first)
    return found
