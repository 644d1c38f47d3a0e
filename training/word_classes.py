"""Write ``resources/models/word_classes.tsv``: words used alike, learnt from running text alone.

``python -m training.word_classes ../shared/corpus/articles.jsonl.gz`` (about two minutes; the same bytes every time)
"""

import gzip
import json
import sys
from collections import Counter

from rawi.text.words import split_words
from training.clusters import cluster_words
from training.linear import MODELS

# A word seen less often is not listed.
_RARE = 8


def main(paths: list[str]) -> None:
    """Cluster the words of the corpus files given."""
    texts: list[list[str]] = []
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            texts.extend(split_words(json.loads(line)["text"]).folded for line in lines)
    counts = Counter(word for text in texts for word in text)
    clusters = cluster_words(texts)
    rows = ["word\tcoarse\tfine"]
    for word in sorted(clusters):
        if counts[word] >= _RARE and word[:1].isalpha():
            coarse, fine, _ = (label.partition("=")[2] for label in clusters[word])
            rows.append(f"{word}\t{coarse}\t{fine}")
    (MODELS / "word_classes.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"word_classes: {len(rows) - 1} words")


if __name__ == "__main__":
    main(sys.argv[1:])
