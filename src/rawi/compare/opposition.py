"""Whether one saying denies another, and why that is thought."""

import msgspec

from rawi.compare.sayings import Saying
from rawi.compare.similarity import affinity
from rawi.compare.speakers import match_speakers
from rawi.compare.terms import Term, TermBag
from rawi.compare.vocabulary import Vocabulary

# Days between a claim and its denial; an answer in kind (account against account) comes at once.
_DAYS = 10
POINTING_DAYS = 3
_ACCOUNT_DAYS = 1
# How much claim and denial must share, places aside: little where the accused himself denies, more where somebody
# denies
# something of somebody, most where nobody says that he denies.
_ACCUSED_DENIES = 0.32
_DENIES = 0.42
_ACCOUNTS = 0.6
_OPPOSITE = 0.8
_NEGATED_WITHIN = 3
# One shared word does not make a topic, unless it is a rare one.
_TOPIC = 6.0
# Forces that claim something is so. A demand or a pledge is refused, not denied.
_CLAIMS = frozenset({"assert", "accuse", "warn", "predict", "concern"})


class Opposition(msgspec.Struct, frozen=True):
    """Why a saying is held to deny another; ``kind`` is that of the conflict, ``words`` what they share."""

    kind: str
    rule: str
    score: float
    words: str


class Reasons:
    """The rules by which one saying denies another. Built once from the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Keep the words of negation and the pairs of opposites."""
        self._negation = vocabulary.classes["denying_particles"]
        self._own = vocabulary.classes["own_side"]
        self._accusations = vocabulary.classes["accusation_words"]
        self._opposites: dict[str, set[str]] = {}
        for one, other in vocabulary.antonyms:
            self._opposites.setdefault(one, set()).add(other)
            self._opposites.setdefault(other, set()).add(one)

    def opposites(self, sense: str) -> frozenset[str]:
        """The senses that exclude a sense."""
        return frozenset(self._opposites.get(sense, ()))

    def is_claim(self, saying: Saying) -> bool:
        """Whether the saying claims that something is so."""
        return saying.statement.force in _CLAIMS and not self._negated(saying)

    def denies(self, saying: Saying) -> bool:
        """Whether the saying says that something is not so."""
        return saying.statement.force == "deny" or self._negated(saying)

    def points(self, saying: Saying) -> bool:
        """Whether the saying speaks of accusations as such."""
        return saying.statement.force != "praise" and any(term.stem in self._accusations for term in saying.terms)

    def oppose(self, claim: Saying, denial: Saying) -> Opposition | None:
        """How ``denial`` denies ``claim``, or None. One speaker never opposes himself here."""
        days = abs((claim.day - denial.day).days) if claim.day and denial.day else 0
        if days > _DAYS or match_speakers(claim.voice, denial.voice) == "same":
            return None
        score, words = self._shared(claim.terms, denial.terms)
        apart = not claim.voice.places & denial.voice.places
        if apart and score >= _ACCUSED_DENIES and self._about_own_side(denial) and self._about(claim, denial):
            return Opposition("claim-denial", "accused-denies", score + 0.2, words)
        if denial.statement.force == "deny" and score >= _DENIES:
            return Opposition("claim-denial", "denial-of-claim", score, words)
        if apart and days <= _ACCOUNT_DAYS and score >= _ACCOUNTS and claim.voice.places and denial.voice.places:
            return Opposition("account", "opposed-accounts", score, words)
        return None

    def reject(self, claim: Saying, denial: Saying) -> Opposition | None:
        """How the accused side rejects the accusation as such ("these accusations have no basis"), or None."""
        days = abs((claim.day - denial.day).days) if claim.day and denial.day else 0
        if days > POINTING_DAYS or not self._about(claim, denial) or claim.voice.places & denial.voice.places:
            return None
        pointing = " ".join(term.word for term in denial.terms if term.stem in self._accusations)
        return Opposition("claim-denial", "accusation-rejected", 0.5, pointing)

    def _negated(self, saying: Saying) -> bool:
        first, last = saying.report.word_range(saying.passage.start, saying.passage.end)
        return any(word in self._negation for word in saying.report.words.folded[first:last][:_NEGATED_WITHIN])

    def _about_own_side(self, saying: Saying) -> bool:
        if any(term.place and term.place in saying.voice.places for term in saying.terms):
            return True
        first, last = saying.report.word_range(saying.passage.start, saying.passage.end)
        return any(word in self._own for word in saying.report.words.folded[first:last])

    def _about(self, claim: Saying, denial: Saying) -> bool:
        """The claim names the side that denies."""
        return any(term.place and term.place in denial.voice.places for term in claim.terms)

    def _shared(self, first: TermBag, second: TermBag) -> tuple[float, str]:
        """The share, 0 to 1, of the shorter saying's telling words that the other holds or opposes; those words."""
        matched = [(term, self._related(term, second)) for term in first if not term.place]
        words = " ".join(term.word for term, worth in matched if worth > 0.5)
        if sum(term.weight for term, worth in matched if worth > 0.5) < _TOPIC:
            return 0.0, words
        weight = sum(term.weight * worth for term, worth in matched)
        totals = sorted(sum(term.weight for term in terms if not term.place) for terms in (first, second))
        return (0.5 * weight / totals[0] + 0.5 * weight / totals[1] if totals[0] else 0.0), words

    def _related(self, one: Term, other: TermBag) -> float:
        """The worth of the best match of a term, or of its opposite, in a passage."""
        places = {place for key in one.keys for place in other.by_key.get(key, ())}
        if one.may_be_name:
            places.update(other.names)
        worth = max((affinity(one, other[place]) for place in places if not other[place].place), default=0.0)
        if worth < _OPPOSITE and any(
            opposite in other.by_key for sense in one.senses for opposite in self._opposites.get(sense, ())
        ):
            return _OPPOSITE
        return worth
