"""One utterance, given to different speakers; or one thing of which one says yes and the other no."""

from collections.abc import Callable, Mapping, Sequence

from rawi.compare.conflicts.sides import side_of
from rawi.compare.records import Conflict, Utterance
from rawi.compare.sayings import Saying
from rawi.compare.similarity import resemblance
from rawi.compare.speakers import match_speakers
from rawi.model import Evidence
from rawi.model.ids import content_id

# The wording must be this close: who says it is what is in question.
_CLOSE = 0.48
# Each must hold this share of the other: a few words that stand in a long statement are not that statement.
_COVERED = 0.4
# The group of synonyms.yaml for what is not there, among the first words of a saying.
_LACK = "lack"
_OPENING = 4
_NAMED_KINDS = frozenset({"person", "government", "organization", "party", "company", "armed_group"})


def find_attribution_conflicts(
    utterances: Sequence[Utterance],
    sayings: Mapping[tuple[str, int], Saying],
    near: Callable[[str, str], bool],
) -> tuple[Conflict, ...]:
    """Utterances that outlets put into the mouths of different named speakers.

    Where one of the two says no, they are no versions of one utterance but accounts that exclude each other.

    A spokeswoman or her ministry, two ministries.

    An unnamed source beside a named one is no conflict, nor is a pronoun or an office beside the name of its holder.
    """
    found = []
    for utterance in utterances:
        versions = [sayings[v.passage.article, v.passage.start] for v in utterance.variants]
        pair = _apart(versions, near)
        if pair is None:
            continue
        names = " / ".join(saying.statement.speaker.name for saying in pair)
        sides = tuple(side_of(saying) for saying in pair)
        kind, rule = ("account", "yes-and-no") if _opposed(*pair) else ("attribution", "different-speakers")
        evidence = (Evidence(rule=rule, words=names),)
        found.append(Conflict(content_id(kind, utterance.id), kind, sides, evidence))
    return tuple(found)


def _apart(versions: Sequence[Saying], near: Callable[[str, str], bool]) -> tuple[Saying, Saying] | None:
    named = [saying for saying in versions if _is_named(saying) and not saying.in_title]
    for at, one in enumerate(named):
        for other in named[at + 1 :]:
            if one.report.report.article.outlet == other.report.report.article.outlet:
                continue
            if match_speakers(one.voice, other.voice) == "same" or _carried(one, other) or _carried(other, one):
                continue
            alike = resemblance(one.terms, other.terms)
            covered = min(alike.first_covered, alike.second_covered)
            enough = covered >= _COVERED or _opposed(one, other)
            if alike.score >= _CLOSE and enough and near(one.article, other.article):
                return one, other
    return None


def _opposed(one: Saying, other: Saying) -> bool:
    return _says_no(one) != _says_no(other)


def _says_no(saying: Saying) -> bool:
    return saying.negative != any(_LACK in term.senses for term in saying.terms[:_OPENING])


def _is_named(saying: Saying) -> bool:
    """By a proper name of a person or a body: an office may be that of the one who is named."""
    speaker = saying.statement.speaker
    return saying.voice.named and saying.voice.known and speaker.kind in _NAMED_KINDS


def _carried(one: Saying, other: Saying) -> bool:
    """One's speaker only carried the other's words, or is the state the other's speaker speaks for."""
    return one.statement.speaker.kind in ("state", "outlet", "unnamed", "document") or one.statement.speaker.name in {
        hop.name for hop in other.statement.via
    }
