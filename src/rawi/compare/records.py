"""What comparing finds: frozen records, each with the reason it was made."""

from datetime import date

import msgspec

from rawi.model import Analysis, Article, Evidence


class Report(msgspec.Struct, frozen=True):
    """One article with its analysis: what comparing reads."""

    article: Article
    analysis: Analysis


class Passage(msgspec.Struct, frozen=True, order=True):
    """Words ``[start, end)`` of an article, in code points; ``text`` is the very substring."""

    article: str
    start: int
    end: int
    text: str = ""


class Story(msgspec.Struct, frozen=True):
    """Articles about one matter. ``terms`` are the words they share most; ``confirmed`` is true once a person said so.

    An article may be in several stories. ``since`` and ``until`` are the first and last publication days.
    """

    id: str
    articles: tuple[str, ...]
    terms: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    confirmed: bool = False
    evidence: tuple[Evidence, ...] = ()


class Change(msgspec.Struct, frozen=True):
    """One difference between two versions: ``kind`` is what changed, ``before`` and ``after`` where it stands.

    Kinds: ``verb`` (the reporting verb, with its register in ``note``), ``number``, ``word``, ``cut``, ``added``,
    ``force``, ``hedge``,
    ``condition``, ``speaker``, ``scare-quotes``. ``before`` or ``after`` is None where a version has nothing there.
    """

    kind: str
    before: Passage | None
    after: Passage | None
    note: str = ""


class WireCopy(msgspec.Struct, frozen=True):
    """A copy of an agency text: the share (0 to 1) of the original it carries, the share of itself that is copied.

    ``changes`` are the sentences it cut, the verbs and numbers it changed, what it added.
    """

    article: str
    carries: float
    copied: float
    changes: tuple[Change, ...] = ()


class Wire(msgspec.Struct, frozen=True):
    """Articles that carry one agency text, the likely original first. ``credit`` is the agency named, if any."""

    id: str
    original: str
    copies: tuple[WireCopy, ...]
    credit: str = ""
    evidence: tuple[Evidence, ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        """All its articles, the likely original first."""
        return (self.original, *(copy.article for copy in self.copies))


class Variant(msgspec.Struct, frozen=True):
    """One report of an utterance: where its content stands, who is said to have said it, and through whom."""

    passage: Passage
    statement: int
    outlet: str
    speaker: str
    force: str
    mode: str
    cue: str = ""
    via: tuple[str, ...] = ()
    published: date | None = None
    in_title: bool = False


class Utterance(msgspec.Struct, frozen=True):
    """One and the same utterance as several reports give it, the fullest wording first.

    ``said_on`` is the day it was said where the reports agree on one. ``repeats`` are ids of utterances of other
    days in which the speaker says
    the same again; they are linked, never merged. ``changes`` compares each variant with the fullest one.
    """

    id: str
    variants: tuple[Variant, ...]
    said_on: str | None = None
    repeats: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Side(msgspec.Struct, frozen=True):
    """One side of a conflict: the passage, who says it, and the chain it came through, the outlet first."""

    passage: Passage
    outlet: str
    speaker: str = ""
    chain: tuple[str, ...] = ()


class Conflict(msgspec.Struct, frozen=True):
    """Accounts that cannot all hold. ``kind``: claim-denial, number, date, attribution, wording-force or account."""

    id: str
    kind: str
    sides: tuple[Side, ...]
    evidence: tuple[Evidence, ...] = ()


class Coverage(msgspec.Struct, frozen=True):
    """How an article treats an utterance: ``carried``, ``altered`` or ``left-out``; ``passage`` where it stands."""

    story: str
    utterance: str
    article: str
    outlet: str
    treatment: str
    passage: Passage | None = None
    evidence: tuple[Evidence, ...] = ()


class FollowUp(msgspec.Struct, frozen=True):
    """What became of a pledge, threat, demand, refusal, offer, denial or prediction.

    ``verdict`` is kept, broken, confirmed, contradicted, met, refused, lapsed or open. ``horizon`` is the last day
    it speaks
    of, ISO, if it names one. ``own_word`` is true where only the speaker's own side says so. ``notable`` is true
    where several
    outlets reported it, it names a day or it was answered: what a reader is shown first.
    """

    id: str
    made: Passage
    kind: str
    speaker: str
    verdict: str
    outcome: Passage | None = None
    condition: str = ""
    horizon: str | None = None
    own_word: bool = False
    notable: bool = False
    evidence: tuple[Evidence, ...] = ()


class Move(msgspec.Struct, frozen=True):
    """How an actor's position on an issue moved from one statement to a later one.

    ``direction`` is ``hardened``, ``softened``, ``reversed``, ``condition-added``, ``condition-dropped`` or ``held``.
    """

    actor: str
    before: Variant
    after: Variant
    direction: str
    evidence: tuple[Evidence, ...] = ()


class Comparison(msgspec.Struct, frozen=True):
    """Everything found across the reports."""

    stories: tuple[Story, ...] = ()
    wires: tuple[Wire, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    followups: tuple[FollowUp, ...] = ()
