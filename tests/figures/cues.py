#!/usr/bin/env python3
"""How many examples and near misses of the cue lexicon are read as their entries say, and where the others fail.

    python tests/figures/cues.py [--write]

An example fails because no candidate is drafted (``no frame``), because the trained decision rejects the candidate
(``not attributed``) or because nobody is found who speaks (``no speaker``); a near miss because a candidate is taken
(``attributed``). --write puts the failing sentences into tests/cases/cue_gaps.yaml, by class.
"""

import sys
from collections import Counter
from pathlib import Path

from rawi.lexicon import Lexicon, load_lexicon
from rawi.lexicon.cues import CueVerb
from rawi.mentions import find_mentions
from rawi.model import Article
from rawi.segment import segment_article
from rawi.statements.find import attributes, find_drafts
from rawi.statements.page import Page, open_page
from rawi.text.words import split_words
from rawi.timex import find_times
from rawi.workflows.cue_examples import CueTrial, cue_trials, is_cue_of, try_cue

GAPS = Path(__file__).parents[1] / "cases" / "cue_gaps.yaml"
HEAD = """\
# Examples and near misses of resources/lexicon/cues that are not read yet as their entries say, by where they fail
# (issue 3). Each is a strict expected failure of tests/test_lexicon_cues.py; `python tests/figures/cues.py --write`
# writes the list anew. A sentence leaves it when it is read right; none stays here that is not natural news.
"""


def open_sentence(sentence: str, lexicon: Lexicon) -> Page:
    """The sentence as the statements stage sees it."""
    article = Article(id="sentence", text=sentence)
    reading = segment_article(article, split_words(sentence), lexicon=lexicon)
    mentions = find_mentions(reading, lexicon=lexicon)
    return open_page(reading, mentions, find_times(reading, lexicon=lexicon), lexicon)


def class_of(trial: CueTrial, lexicon: Lexicon) -> str:
    """Where a failing sentence fails."""
    if not trial.attributes:
        return "attributed"
    page = open_sentence(trial.sentence, lexicon)
    own = [
        draft
        for draft in find_drafts(page)
        if is_cue_of(trial.entry, page.span(draft.cue.first, draft.cue.last).text, lexicon)
    ]
    if not own:
        return "no frame"
    return "no speaker" if any(attributes(page, draft) for draft in own) else "not attributed"


def main() -> None:
    """Print the table; write the gaps when asked."""
    lexicon = load_lexicon()
    counts: Counter[tuple[str, str, str]] = Counter()
    gaps: dict[str, list[str]] = {}
    for trial in cue_trials(lexicon):
        kind = "verbs" if isinstance(trial.entry, CueVerb) else "phrases"
        verdict = class_of(trial, lexicon) if try_cue(trial, lexicon) else "right"
        counts[kind, "examples" if trial.attributes else "near misses", verdict] += 1
        if verdict != "right":
            gaps.setdefault(verdict, []).append(trial.sentence)
    for (kind, what, verdict), number in sorted(counts.items()):
        print(f"{kind:8} {what:12} {verdict:15} {number:4}")
    if "--write" in sys.argv[1:]:
        lines = [f"{verdict}:\n" + "".join(f"  - '{each}'\n" for each in gaps[verdict]) for verdict in sorted(gaps)]
        GAPS.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
