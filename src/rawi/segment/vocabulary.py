"""The word classes segmentation asks for, taken from the lexicon once."""

from functools import lru_cache

import msgspec

from rawi.lexicon import Lexicon
from rawi.lexicon.cues import CueLexicon
from rawi.text.datelines import DatelineWords
from rawi.text.phrases import PhraseIndex


class Vocabulary(msgspec.Struct, frozen=True):
    """Word classes of ``segment.yaml`` and ``read.yaml``; single words as sets, phrases as indexes."""

    before_quotation: frozenset[str]
    joined_before_quotation: frozenset[str]
    after_quotation: frozenset[str]
    line_goes_on: frozenset[str]
    verb_alone: frozenset[str]
    goes_on_after_question: frozenset[str]
    participle_begins: frozenset[str]
    participle_ends: frozenset[str]
    titles: frozenset[str]
    abbreviations: frozenset[str]
    domain_endings: frozenset[str]
    caption_openers: PhraseIndex
    caption_credits: frozenset[str]
    publication_lines: PhraseIndex
    links: PhraseIndex
    dateline: DatelineWords
    dates: frozenset[str]
    months: frozenset[str]
    letter_names: frozenset[str]
    new_speaker: frozenset[str]
    cues: CueLexicon


@lru_cache(maxsize=4)
def vocabulary_of(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of the lexicon, gathered once for each lexicon."""
    single = lexicon.words.words
    phrases = lexicon.words.phrases
    return Vocabulary(
        before_quotation=single("segment.before_quotation"),
        joined_before_quotation=single("segment.joined_before_quotation"),
        after_quotation=single("segment.after_quotation"),
        line_goes_on=single("segment.line_goes_on"),
        verb_alone=single("segment.verb_alone"),
        goes_on_after_question=single("segment.goes_on_after_question"),
        participle_begins=single("segment.participle_begins"),
        participle_ends=single("segment.participle_ends"),
        titles=single("segment.titles"),
        abbreviations=single("segment.abbreviations"),
        domain_endings=single("segment.domain_endings"),
        caption_openers=PhraseIndex(phrases("segment.caption_openers")),
        caption_credits=single("segment.caption_credits"),
        publication_lines=PhraseIndex([*phrases("read.published_lines"), *phrases("read.updated_lines")]),
        links=PhraseIndex(phrases("segment.links")),
        dateline=lexicon.dateline_words,
        dates=single("read.dates"),
        months=frozenset(word for form in lexicon.times.months for word in form.split()),
        letter_names=single("segment.letter_names"),
        new_speaker=single("segment.new_speaker"),
        cues=lexicon.cues,
    )


def is_reporting_verb(word: str, vocabulary: Vocabulary) -> bool:
    """Whether the folded word is a verb of reporting in the past tense, a conjunction joined before it or not."""
    return any(form.tense == "past" for _, form, _ in vocabulary.cues.verb_readings(word))


def takes_up_report(word: str, vocabulary: Vocabulary) -> bool:
    """Whether the folded word is a verb of reporting in the past tense with a conjunction joined before it."""
    return any(joined and form.tense == "past" for joined, form, _ in vocabulary.cues.verb_readings(word))
