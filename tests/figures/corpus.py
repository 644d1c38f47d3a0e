"""Copies and stories on real reports: ``python tests/figures/corpus.py [CORPUS_FOLDER]``.

Of pairs known to be copies of one text (reprints.jsonl.gz), how many are found, and how many others are called copies;
of pairs known to tell of one matter (stories.json), how many fall into one story, and how large stories grow.
"""

import gzip
import json
import sys
from datetime import date
from itertools import combinations
from pathlib import Path

from rawi.compare.comparing import Comparer
from rawi.compare.records import Report
from rawi.lexicon import load_lexicon
from rawi.model import Article
from rawi.workflows.analyzing import analyze_article
from rawi.workflows.vocabulary import build_vocabulary

SHARED = Path(__file__).parents[3] / "shared" / "corpus"


def read(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def reports_of(rows, lexicon):
    for row in rows:
        day = date.fromisoformat(row["date"]) if row.get("date") else None
        text = f"{row['title']}\n\n{row['text']}"
        article = Article(id=row["id"], text=text, title=row["title"], outlet=row["outlet"], published=day)
        analysis = analyze_article(article, lexicon)
        if not hasattr(analysis, "reason"):
            yield Report(article, analysis)


def pairs(groups):
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}


def copies(folder, lexicon, comparer):
    groups = [
        [row | {"id": f"{number}-{place}"} for place, row in enumerate(group["articles"])]
        for number, group in enumerate(read(folder / "reprints.jsonl.gz"))
    ]
    known = pairs([row["id"] for row in group] for group in groups)
    rows = {row["id"]: row for group in groups for row in group}
    found = pairs(wire.articles for wire in comparer.compare(list(reports_of(rows.values(), lexicon))).wires)
    print(f"copies   {len(found & known)} of {len(known)} known pairs found; {len(found - known)} others")


def stories(folder, lexicon, comparer):
    groups = json.loads((folder / "stories.json").read_text(encoding="utf-8"))
    wanted = {article for group in groups for article in group["ids"]}
    rows = [row for row in read(folder / "articles.jsonl.gz") if row["id"] in wanted]
    found = comparer.compare(list(reports_of(rows, lexicon))).stories
    known, together = pairs(group["ids"] for group in groups), pairs(story.articles for story in found)
    sizes = sorted((len(story.articles) for story in found), reverse=True)
    print(f"stories  {len(together & known)} of {len(known)} known pairs in one story;")
    print(f"         {len(together - known)} others; largest {sizes[:5]}")


if __name__ == "__main__":
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    words = load_lexicon()
    judge = Comparer(build_vocabulary(words))
    copies(place, words, judge)
    stories(place, words, judge)
