"""One utterance, given to different speakers."""

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
_NAMED_KINDS = frozenset({"person", "government", "organization", "party", "company", "armed_group"})


def find_attribution_conflicts(
    utterances: Sequence[Utterance],
    sayings: Mapping[tuple[str, int], Saying],
    near: Callable[[str, str], bool],
) -> tuple[Conflict, ...]:
    """Utterances that outlets put into the mouths of different named speakers.

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
        evidence = (Evidence(rule="different-speakers", words=names),)
        found.append(Conflict(content_id("attribution", utterance.id), "attribution", sides, evidence))
    return tuple(found)


def _apart(versions: Sequence[Saying], near: Callable[[str, str], bool]) -> tuple[Saying, Saying] | None:
    named = [saying for saying in versions if _is_named(saying) and not saying.in_title]
    for at, one in enumerate(named):
        for other in named[at + 1 :]:
            if one.report.report.article.outlet == other.report.report.article.outlet:
                continue
            if match_speakers(one.voice, other.voice) == "same" or _carried(one, other) or _carried(other, one):
                continue
            if near(one.article, other.article) and resemblance(one.terms, other.terms).score >= _CLOSE:
                return one, other
    return None


def _is_named(saying: Saying) -> bool:
    """By a proper name of a person or a body: an office may be that of the one who is named."""
    speaker = saying.statement.speaker
    return saying.voice.named and saying.voice.known and speaker.kind in _NAMED_KINDS


def _carried(one: Saying, other: Saying) -> bool:
    """One's speaker only carried the other's words, or is the state the other's speaker speaks for."""
    return one.statement.speaker.kind in ("state", "outlet", "unnamed", "document") or one.statement.speaker.name in {
        hop.name for hop in other.statement.via
    }
