"""What people decided about findings: appended, never changed, laid over every later comparison."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from rawi.compare.records import Comparison, Conflict, FollowUp, Story
from rawi.errors import CorrectionError
from rawi.model import Correction, Evidence

# Between the two parts of what a decision is about.
PAIR = " = "


class Decisions(msgspec.Struct, frozen=True):
    """Decisions by what they are about; of several about one thing the last holds.

    ``same`` says of two passages (``ARTICLE@START``) whether they are one utterance, ``copies`` of two articles
    whether they carry one agency text, ``members`` of a story and an article whether the article belongs to it.
    ``confirmed`` are the stories that may not be regrouped, ``dismissed`` the ids of conflicts and follow-ups that
    are none, ``verdicts`` verdicts by follow-up id.
    """

    same: dict[tuple[str, str], bool] = {}
    copies: dict[tuple[str, str], bool] = {}
    members: dict[tuple[str, str], bool] = {}
    confirmed: frozenset[str] = frozenset()
    dismissed: frozenset[str] = frozenset()
    verdicts: dict[str, str] = {}


NOTHING_DECIDED = Decisions()


def read_decisions(corrections: Iterable[Correction]) -> Decisions:
    """The decisions among the corrections of a ledger, the earliest first.

    Raises `CorrectionError` for one that says nothing.
    """
    same: dict[tuple[str, str], bool] = {}
    copies: dict[tuple[str, str], bool] = {}
    members: dict[tuple[str, str], bool] = {}
    confirmed: dict[str, bool] = {}
    dismissed: dict[str, bool] = {}
    verdicts: dict[str, str] = {}
    for correction in corrections:
        key = (correction.kind, correction.field)
        if key == ("utterance", "same"):
            same[_pair(correction)] = _flag(correction)
        elif key == ("wire", "copy"):
            copies[_pair(correction)] = _flag(correction)
        elif key == ("story", "member"):
            story, _, article = correction.target.partition(PAIR)
            members[story, article] = _flag(correction)
        elif key == ("story", "confirmed"):
            confirmed[correction.target] = _flag(correction)
        elif key in (("conflict", "real"), ("follow-up", "real")):
            dismissed[correction.target] = not _flag(correction)
        elif key == ("follow-up", "verdict"):
            verdicts[correction.target] = msgspec.json.decode(correction.value, type=str)
    return Decisions(
        same,
        copies,
        members,
        frozenset(story for story, yes in confirmed.items() if yes),
        frozenset(finding for finding, yes in dismissed.items() if yes),
        verdicts,
    )


def overrule(comparison: Comparison, decisions: Decisions) -> Comparison:
    """The comparison without what people dismissed and with the verdicts they gave, each marked as theirs."""
    conflicts = tuple(one for one in comparison.conflicts if one.id not in decisions.dismissed)
    followups = tuple(
        _decided(one, decisions.verdicts) for one in comparison.followups if one.id not in decisions.dismissed
    )
    return msgspec.structs.replace(comparison, conflicts=conflicts, followups=followups)


def is_dismissed(finding: Conflict | FollowUp, decisions: Decisions) -> bool:
    """Whether a person said that the finding is none."""
    return finding.id in decisions.dismissed


def with_members(stories: Sequence[Story], decisions: Decisions) -> tuple[Story, ...]:
    """The stories with articles put in or taken out by people; confirmed ones are marked."""
    found = []
    for story in stories:
        chosen = {article: yes for (owner, article), yes in decisions.members.items() if owner == story.id}
        articles = [article for article in story.articles if chosen.get(article, True)]
        articles.extend(article for article, yes in sorted(chosen.items()) if yes and article not in story.articles)
        found.append(
            msgspec.structs.replace(
                story, articles=tuple(articles), confirmed=story.confirmed or story.id in decisions.confirmed
            )
        )
    return tuple(found)


def _decided(one: FollowUp, verdicts: Mapping[str, str]) -> FollowUp:
    verdict = verdicts.get(one.id)
    if verdict is None:
        return one
    evidence = (*one.evidence, Evidence(rule="decided-by-person", words=verdict))
    return msgspec.structs.replace(one, verdict=verdict, notable=True, evidence=evidence)


def _pair(correction: Correction) -> tuple[str, str]:
    one, mark, other = correction.target.partition(PAIR)
    if not mark or not one or not other:
        raise CorrectionError(
            f"the decision about {correction.target!r} names no pair. Write the two, with {PAIR!r} between them."
        )
    return (one, other) if one < other else (other, one)


def _flag(correction: Correction) -> bool:
    try:
        return msgspec.json.decode(correction.value, type=bool)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise CorrectionError(
            f"the decision {correction.field!r} about {correction.target!r} is {correction.value!r}; "
            "it must be true or false."
        ) from error
