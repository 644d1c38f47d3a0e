"""The lexicon as one object; each family of entries is read when it is first asked for."""

from functools import cached_property, lru_cache
from pathlib import Path

from rawi.lexicon.comparison import ComparisonWords, load_comparison
from rawi.lexicon.conjugation import Conjugation, load_conjugation
from rawi.lexicon.cues import CueLexicon, load_cues
from rawi.lexicon.datelines import load_dateline_words
from rawi.lexicon.events import EventLexicon, load_events
from rawi.lexicon.eventverbs import EventVerbs, load_event_verbs
from rawi.lexicon.fingerprint import fingerprint
from rawi.lexicon.inflection import Inflection, load_inflection
from rawi.lexicon.knowledge import Knowledge, load_knowledge
from rawi.lexicon.letters import Letters, load_letters
from rawi.lexicon.models import LinearModel, load_model, load_word_classes_table
from rawi.lexicon.namemodel import NameModel, load_name_model
from rawi.lexicon.namewords import NameWords, load_name_words
from rawi.lexicon.offices import Offices
from rawi.lexicon.ontology import Ontology, load_ontology
from rawi.lexicon.participants import (
    load_capitals,
    load_family,
    load_nisbas,
    load_number_words,
    load_state_names,
    load_word_kinds,
)
from rawi.lexicon.series import SeriesIndex, load_series
from rawi.lexicon.times import TimeWords, load_time_words
from rawi.lexicon.transliteration import Transliteration, load_transliteration
from rawi.lexicon.words import WordClasses, load_word_classes
from rawi.text.datelines import DatelineWords


class Lexicon:
    """All language data: the package's, with the user's own folder laid over it. Never changed after loading."""

    def __init__(self, overlay: Path | None = None) -> None:
        """Take the folder of the user's own entries; nothing is read yet."""
        self._overlay = overlay

    @cached_property
    def fingerprint(self) -> str:
        """A hash of all files this lexicon is read from."""
        return fingerprint(self._overlay)

    @cached_property
    def words(self) -> WordClasses:
        """Named classes of words."""
        return load_word_classes(self._overlay)

    @cached_property
    def inflection(self) -> Inflection:
        """The templates words are inflected by."""
        return load_inflection(self._overlay)

    @lru_cache(maxsize=16)  # noqa: B019 - a lexicon lives as long as the program
    def model(self, name: str) -> LinearModel:
        """The trained decision of that name."""
        return load_model(name)

    @cached_property
    def word_classes(self) -> dict[str, tuple[str, str]]:
        """The coarse and the fine class of words used alike, by folded word; learnt from running text."""
        return load_word_classes_table()

    @cached_property
    def cues(self) -> CueLexicon:
        """Reporting verbs and the phrases that attribute."""
        return load_cues(self.inflection, self._overlay)

    @cached_property
    def conjugation(self) -> Conjugation:
        """Passives, duals and case endings, and what may be joined before a form."""
        return load_conjugation(self._overlay)

    @cached_property
    def events(self) -> EventLexicon:
        """Verbs and nouns that name events."""
        return load_events(self.inflection, self.conjugation, self.words, self._overlay)

    @cached_property
    def sectors(self) -> dict[str, str]:
        """The PLOVER sector a folded noun names as head of a phrase."""
        return load_word_kinds(self.words, "sectors")

    @cached_property
    def event_words(self) -> dict[str, frozenset[str]]:
        """The word classes of words/events.yaml by their own names."""
        return load_family(self.words, "events")

    @cached_property
    def event_contexts(self) -> dict[str, frozenset[str]]:
        """The words that tell each PLOVER context."""
        return load_family(self.words, "contexts")

    @cached_property
    def number_words(self) -> dict[str, float]:
        """The value of each folded number word of one or more, alone or joined by *and*."""
        return load_number_words(self.comparison.numerals, self.event_words["conjunction"])

    @cached_property
    def counted(self) -> dict[str, str]:
        """The kind of thing a folded noun counts near an event."""
        return load_word_kinds(self.words, "counted")

    @cached_property
    def ontology(self) -> Ontology:
        """The event types, modes, contexts and sectors."""
        return load_ontology(self._overlay)

    @cached_property
    def series(self) -> SeriesIndex:
        """Recurring forums and rounds."""
        return load_series(self._overlay)

    @cached_property
    def nisbas(self) -> dict[str, str]:
        """The country (ISO alpha-2) a folded adjective or people's name belongs to."""
        return load_nisbas(self.knowledge, self.words)

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The folded names of capitals."""
        return load_capitals(self.knowledge)

    @cached_property
    def state_names(self) -> dict[str, str]:
        """The name of each state by its ISO alpha-2 code."""
        return load_state_names(self.knowledge)

    @cached_property
    def event_verbs(self) -> EventVerbs:
        """Verbs that stand around event nouns."""
        return load_event_verbs(self.inflection, self.conjugation, self._overlay)

    @cached_property
    def times(self) -> TimeWords:
        """The words of the calendar."""
        return load_time_words(self._overlay)

    @cached_property
    def knowledge(self) -> Knowledge:
        """States, bodies, outlets, people and places, with their names."""
        return load_knowledge(self._overlay, words=self.words)

    @cached_property
    def dateline_words(self) -> DatelineWords:
        """The places, agencies and bylines that open a report."""
        return load_dateline_words(self.words, knowledge=self.knowledge)

    @cached_property
    def name_words(self) -> NameWords:
        """What a word can be inside a name, an office or a body."""
        return load_name_words(self.words, knowledge=self.knowledge, overlay=self._overlay)

    @cached_property
    def transliteration(self) -> Transliteration:
        """How Latin letters write Arabic ones."""
        return load_transliteration(self._overlay)

    @cached_property
    def offices(self) -> Offices:
        """The titles of offices and who held them when."""
        return Offices(self.knowledge)

    @cached_property
    def letters(self) -> Letters:
        """How names wander between spellings."""
        return load_letters(self._overlay)

    @cached_property
    def name_model(self) -> NameModel:
        """The trained tagger of names."""
        return load_name_model()

    @cached_property
    def comparison(self) -> ComparisonWords:
        """How common words are, which stand for one another, which exclude each other."""
        return load_comparison(self._overlay)


@lru_cache(maxsize=4)
def load_lexicon(overlay: Path | None = None) -> Lexicon:
    """The lexicon, read once for each user folder. Raises `LexiconError` with ``file:line`` for a bad entry."""
    return Lexicon(overlay)
