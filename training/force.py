"""Train: ``python -m training.force ../shared/eval/train.jsonl ../shared/corpus/articles.jsonl.gz``.

Learns from the gold, from ``force_readings.tsv`` and from ``force_examples.yaml``. The readings are statements of the
corpus whose force one reader decided under eval/GUIDELINE.md: a row names an article by the SHA-1 of its text and a
statement by where its cue begins. The examples are contents of our own, clear cases of each force.
"""

import csv
import gzip
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from rawi.lexicon import Lexicon, load_lexicon
from rawi.mentions import find_mentions
from rawi.model import Article
from rawi.segment import segment_article
from rawi.statements.find import find_drafts
from rawi.statements.force import force_features
from rawi.statements.page import Page, open_page
from rawi.text.words import split_words
from training.gold import GoldArticle, content_words, overlap, read_gold
from training.linear import Sample, cross_validate, fit, write_model
from training.statements import drafts_of

READINGS = Path(__file__).parent / "force_readings.tsv"
EXAMPLES = Path(__file__).parent / "force_examples.yaml"

_STRENGTH = 0.15
_BALANCE = 0.2
# Weights smaller than this change no decision on the gold and are not shipped.
_NEGLIGIBLE = 0.02
# Of an article's key so many hexadecimal digits are kept.
_KEY = 12
# A content is the gold's when their words overlap so far (F1).
_OVERLAP = 0.5


def gold_samples(articles: list[GoldArticle], lexicon: Lexicon) -> list[Sample]:
    """What is the force? Asked of every draft whose content is the gold's."""
    found: list[Sample] = []
    for article in articles:
        text, starts, ends = article.reading.article.text, article.reading.words.starts, article.reading.words.ends
        for page, draft, golds in drafts_of(article, lexicon):
            ours = content_words(text, tuple((starts[part.first], ends[part.last - 1]) for part in draft.content.parts))
            for gold in golds[:1]:
                if overlap(ours, content_words(text, gold.content)) >= _OVERLAP:
                    force, outlet = str(gold.record["force"]), page.reading.article.outlet
                    found.append(Sample(force_features(page, draft), force, outlet))
    return found


def read_samples(corpus: Path, lexicon: Lexicon) -> Iterator[Sample]:
    """What is the force? Asked of the statements of the corpus that a reader answered it for."""
    readings = read_readings(READINGS)
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            answers = readings.get(hashlib.sha1(record["text"].encode(), usedforsecurity=False).hexdigest()[:_KEY], {})
            if not answers:
                continue
            page = _page(record, lexicon)
            for draft in find_drafts(page):
                force = answers.get(page.reading.words.starts[draft.cue.first])
                if force is not None:
                    yield Sample(force_features(page, draft), force, page.reading.article.outlet)


def example_samples(lexicon: Lexicon) -> Iterator[Sample]:
    """What is the force? Asked of every example, said under the cue the file gives."""
    examples = yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))
    said_by = examples.pop("said")
    for force, contents in examples.items():
        for content in contents:
            page = _page({"text": said_by.format(content)}, lexicon)
            draft = next((draft for draft in find_drafts(page) if draft.cue.first == 0), None)
            if draft is not None:
                yield Sample(force_features(page, draft), force, "examples")


def read_readings(path: Path) -> dict[str, dict[int, str]]:
    """The reader's answers: for each article's key the force of the statement whose cue begins at an offset."""
    found: dict[str, dict[int, str]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            found.setdefault(row["article"], {})[int(row["cue"])] = row["force"]
    return found


def _page(record: dict[str, str], lexicon: Lexicon) -> Page:
    article = Article(id=record["text"][:_KEY], text=record["text"], outlet=record.get("outlet") or "")
    reading = segment_article(article, split_words(article.text), lexicon=lexicon)
    return open_page(reading, find_mentions(reading, lexicon=lexicon), (), lexicon)


def main(paths: list[str]) -> None:
    """Fit on gold (``.jsonl``) and corpus (``.jsonl.gz``), measure over held-out outlets, write ``force.json``."""
    lexicon = load_lexicon()
    articles = [article for path in paths if not path.endswith(".gz") for article in read_gold(Path(path), lexicon)]
    gold = gold_samples(articles, lexicon)
    read = [sample for path in paths if path.endswith(".gz") for sample in read_samples(Path(path), lexicon)]
    samples = [*gold, *read, *example_samples(lexicon)]
    classes = sorted({sample.label for sample in samples})
    held_out = cross_validate(samples, strength=_STRENGTH, balance=_BALANCE).argmax(axis=1)
    right = [classes[place] == sample.label for place, sample in zip(held_out, samples, strict=True)]
    known = len(gold) + len(read)
    for name, chosen in (("gold", right[: len(gold)]), ("read", right[len(gold) : known]), ("own", right[known:])):
        if chosen:
            print(f"force: {len(chosen)} {name} statements; held-out accuracy {sum(chosen) / len(chosen):.3f}")
    write_model("force", fit(samples, strength=_STRENGTH, balance=_BALANCE), negligible=_NEGLIGIBLE)


if __name__ == "__main__":
    main(sys.argv[1:])
