"""Learn what words say of force from the corpus: ``python -m training.force_words ../shared/corpus/articles.jsonl.gz``.

Cues whose sense leaves no doubt (to accuse, to welcome, to deny ...) label the contents they open; a model over the
words of those contents alone then tells the force of contents whose cue says nothing ("he added").
"""

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

from rawi.lexicon import Lexicon, load_lexicon
from rawi.mentions import find_mentions
from rawi.model import Article
from rawi.segment import segment_article
from rawi.statements.find import attributes, find_drafts
from rawi.statements.force import content_features
from rawi.statements.page import open_page
from rawi.text.words import split_words
from training.linear import Sample, cross_validate, fit, write_model

_STRENGTH = 0.1
# A word seen less often teaches nothing.
_RARE = 12
# So many contents of each force are learnt from.
_PER_FORCE = 2500


def contents(path: Path, lexicon: Lexicon, skip: frozenset[str]) -> list[Sample]:
    """Contents of the corpus labelled by the force of an unequivocal cue; articles in ``skip`` are left out."""
    found: list[Sample] = []
    counts: Counter[str] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            record = json.loads(line)
            if _fingerprint(record["text"]) in skip:
                continue
            article = Article(id=str(number), text=record["text"], outlet=record.get("outlet") or "")
            reading = segment_article(article, split_words(article.text), lexicon=lexicon)
            page = open_page(reading, find_mentions(reading, lexicon=lexicon), (), lexicon)
            for draft in find_drafts(page):
                if (
                    draft.cue.verb is None
                    or draft.cue.negated
                    or not draft.cue.verb.settles
                    or not attributes(page, draft)
                ):
                    continue
                force = draft.cue.verb.force
                if counts[force] < _PER_FORCE:
                    counts[force] += 1
                    found.append(Sample(content_features(page, draft), force, str(number % 10)))
    print(f"force_words: {dict(counts)}")
    return found


def _fingerprint(text: str) -> str:
    """The words at the beginning of a text: enough to know an article of the gold again in the corpus."""
    return " ".join(split_words(text[:600]).folded[8:28])


def main(paths: list[str]) -> None:
    """Train on the corpus, leaving out the articles of the gold files named after it."""
    lexicon = load_lexicon()
    gold = frozenset(
        _fingerprint(json.loads(line)["text"])
        for path in paths[1:]
        for line in Path(path).read_text(encoding="utf-8").splitlines()
    )
    samples = contents(Path(paths[0]), lexicon, gold)
    seen = Counter(feature for sample in samples for feature in set(sample.features))
    for sample in samples:
        sample.features = [feature for feature in sample.features if seen[feature] >= _RARE]
    classes = sorted({sample.label for sample in samples})
    held_out = cross_validate(samples, strength=_STRENGTH, folds=4).argmax(axis=1)
    right = sum(classes[place] == sample.label for place, sample in zip(held_out, samples, strict=True))
    print(f"force_words: {len(samples)} contents; held-out accuracy {right / len(samples):.3f}")
    write_model("force_words", fit(samples, strength=_STRENGTH), negligible=0.03)


if __name__ == "__main__":
    main(sys.argv[1:])
