"""Trains the tagger of names: ``python -m training.names`` writes ``src/rawi/resources/models/names.msgpack``.

Data: the training part of ANERcorp without its held-out fifth (labels), the news corpus (clusters of words, and how
often a word is a name in running text). See docs/decisions/ for their licences. Takes some ten minutes on one core.
"""

import argparse
import gzip
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
import pycrfsuite

from rawi.lexicon import Lexicon, load_lexicon
from rawi.lexicon.namemodel import PATH, SCALE, NameModel
from rawi.mentions.attributes import OFFSETS, OUTSIDE, place_attributes, seen_at, word_attributes
from rawi.mentions.page import Page
from rawi.mentions.tagger import Tagger
from rawi.mentions.votes import OUT, vote_attributes
from rawi.text.words import split_words
from training.clusters import cluster_words, mask_digits
from training.nerdata import HELD_OUT, SHARED, Text, make_text, make_texts, read_iob, split_fold

PARTS = 3
# Rounds of optimization. Stopping early is what keeps rare attributes in bounds: 100 rounds lose a point of F1.
ROUNDS = 60

Table = dict[str, tuple[str, ...]]


class Attributes:
    """All attributes of the words of a text, for one table of words."""

    def __init__(self, lexicon: Lexicon, table: Table) -> None:
        self._names = lexicon.name_words
        self._table = table
        self._seen: dict[str, list[list[str]]] = {}

    def of_word(self, word: str) -> list[list[str]]:
        """The attributes the word gives at each distance."""
        found = self._seen.get(word)
        if found is None:
            attributes = word_attributes(word, names=self._names, table=self._table)
            found = self._seen[word] = [seen_at(offset, attributes) for offset in OFFSETS]
        return found

    def of_text(
        self, text: Text, votes: dict[int, list[str]] | None = None
    ) -> Iterator[tuple[list[list[str]], list[str]]]:
        """The attributes and labels of each sentence."""
        places = place_attributes(text.page)
        for sentence in text.page.reading.sentences:
            words = text.page.folded[sentence.first : sentence.last]
            each = [self.of_word(word) for word in (OUTSIDE, OUTSIDE, *words, OUTSIDE, OUTSIDE)]
            rows = []
            for at in range(len(words)):
                row = [attribute for number in range(len(OFFSETS)) for attribute in each[at + number][number]]
                row += places.get(sentence.first + at, ())
                row += (votes or {}).get(sentence.first + at, ())
                rows.append(row)
            yield rows, text.labels[sentence.first : sentence.last]


# What CRFsuite learned: weights by attribute and label, and by label and next label.
Learned = tuple[dict[tuple[str, str], float], dict[tuple[str, str], float]]


def train_pass(rows: Iterable[tuple[list[list[str]], list[str]]], *, rounds: int) -> Learned:
    """The weights of a linear-chain model (CRF, elastic net) of the sentences."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for attributes, each in rows:
        trainer.append(attributes, each)
    trainer.set_params({"c1": 0.25, "c2": 0.1, "max_iterations": rounds})
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "names.crfsuite")
        trainer.train(file)
        tagger = pycrfsuite.Tagger()
        tagger.open(file)
        model = tagger.info()
        tagger.close()
    return model.state_features, model.transitions


_DISTANCE = re.compile(r"(-?[12]):(.+)", re.DOTALL)


def make_model(labels: Sequence[str], table: Table, passes: Sequence[Learned]) -> NameModel:
    """The model of the passes in whole numbers, the table without what no weight asks for."""
    at = {label: number for number, label in enumerate(labels)}
    weights: dict[str, list[int]] = {}
    transitions = []
    for which, (features, steps) in enumerate(passes):
        matrix = [[0] * len(labels) for _ in labels]
        for (before, after), weight in steps.items():
            matrix[at[before]][at[after]] = round(weight * SCALE)
        transitions.append(tuple(map(tuple, matrix)))
        for (seen, label), weight in sorted(features.items()):
            far = _DISTANCE.fullmatch(seen)
            offset, attribute = (OFFSETS.index(int(far[1])), far[2]) if far else (OFFSETS.index(0), seen)
            if round(weight * SCALE):
                lane = (which * len(OFFSETS) + offset) * len(labels) + at[label]
                weights.setdefault(attribute, []).extend((lane, round(weight * SCALE)))
    weighed = weights.keys() | {attribute[4:] for attribute in weights if attribute.startswith("cs=")}
    words = {word: tuple(each for each in attributes if each in weighed) for word, attributes in table.items()}
    return NameModel(
        labels=tuple(labels),
        offsets=OFFSETS,
        words={word: attributes for word, attributes in words.items() if attributes},
        transitions=tuple(transitions),
        weights={attribute: tuple(pairs) for attribute, pairs in weights.items()},
    )


def first_pass_tagger(labels: Sequence[str], table: Table, learned: Learned, lexicon: Lexicon) -> Tagger:
    """A tagger with a first pass only."""
    return Tagger(make_model(labels, table, [learned]), lexicon.name_words)


def tag_first(tagger: Tagger, page: Page) -> list[str]:
    """The labels of the first pass alone."""
    return tagger.first_pass(page, place_attributes(page), [(each.first, each.last) for each in page.reading.sentences])


def profile(pages: Iterable[Page], tagger: Tagger) -> dict[str, tuple[str, ...]]:
    """How often each word of running text is a name of which kind, in five steps: attributes ``pr=``."""
    counts: dict[str, Counter[str]] = {}
    for page in pages:
        for word, label in zip(page.folded, tag_first(tagger, page), strict=True):
            counts.setdefault(word, Counter())[label[2:] or OUT] += 1
    return {word: _profile(count) for word, count in counts.items()}


def _profile(count: Counter[str]) -> tuple[str, ...]:
    total = sum(count.values())
    shares = [(kind, number / total) for kind, number in sorted(count.items()) if kind != OUT]
    if shares:
        return tuple(f"pr={kind}{sum(share >= step for step in (0.05, 0.2, 0.5, 0.8))}" for kind, share in shares)
    return (f"pr=O{min(3, len(str(total)))}",)


def join_tables(clusters: Table, profiles: Table) -> Table:
    """One table of words: clusters, then profile; a word with neither is left out."""
    words = clusters.keys() | profiles.keys()
    none = ("c=none",)
    return {word: (*clusters.get(mask_digits(word), none), *profiles.get(word, ())) for word in sorted(words)}


def train(texts: Sequence[Text], corpus: Sequence[Page], clusters: Table, lexicon: Lexicon) -> NameModel:
    """Both passes. What a pass is told by another is always told by one that did not see the text itself."""
    labels = tuple(sorted({label for text in texts for label in text.labels}, key=lambda label: (label != OUT, label)))

    def first_pass(some: Sequence[Text], tables: Sequence[Table], *, rounds: int) -> Learned:
        rows = (row for text, table in zip(some, tables, strict=True) for row in attributes_of(table).of_text(text))
        return train_pass(rows, rounds=rounds)

    made: dict[int, Attributes] = {}

    def attributes_of(table: Table) -> Attributes:
        return made.setdefault(id(table), Attributes(lexicon, table))

    parts = [range(len(texts) * part // PARTS, len(texts) * (part + 1) // PARTS) for part in range(PARTS)]
    # 1. Profiles of words, for each part by a model that saw the other parts; for new text by one that saw all.
    tables: list[Table] = [{}] * len(texts)
    for part in parts:
        others = [text for at, text in enumerate(texts) if at not in part]
        learned = first_pass(others, [clusters] * len(others), rounds=ROUNDS)
        table = join_tables(clusters, profile(corpus, first_pass_tagger(labels, clusters, learned, lexicon)))
        for at in part:
            tables[at] = table
        say(f"profile without part {part}")
    learned = first_pass(texts, [clusters] * len(texts), rounds=ROUNDS)
    final = join_tables(clusters, profile(corpus, first_pass_tagger(labels, clusters, learned, lexicon)))
    # 2. The first pass, and its votes on each part by a model that saw the other parts.
    first = first_pass(texts, tables, rounds=ROUNDS)
    votes: list[dict[int, list[str]]] = [{}] * len(texts)
    for part in parts:
        others = [at for at in range(len(texts)) if at not in part]
        learned = first_pass([texts[at] for at in others], [tables[at] for at in others], rounds=ROUNDS)
        for at in part:
            tagged = tag_first(first_pass_tagger(labels, tables[at], learned, lexicon), texts[at].page)
            votes[at] = vote_attributes(texts[at].page.folded, tagged, joined=lexicon.name_words.joined)
        say(f"votes on part {part}")
    # 3. The second pass.
    rows = (row for at, text in enumerate(texts) for row in attributes_of(tables[at]).of_text(text, votes[at]))
    second = train_pass(rows, rounds=ROUNDS)
    return make_model(labels, final, [first, second])


def corpus_pages(path: Path, lexicon: Lexicon, *, every: int) -> list[Page]:
    """Every n-th article of the corpus as a page."""
    pages = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % every == 0:
                text = msgspec.json.decode(line)["text"]
                sentences = [[(word, OUT) for word in paragraph.split()] for paragraph in _sentences(text)]
                pages.append(make_text([each for each in sentences if each], lexicon).page)
    return pages


def _sentences(text: str) -> list[str]:
    for mark in (". ", "! ", "\u061f "):
        text = text.replace(mark, f"{mark.strip()}\n")
    return text.split("\n")


def say(what: str) -> None:
    """A line about the progress, to standard error."""
    sys.stderr.write(f"training.names: {what}\n")


def cluster_corpus(shared: Path) -> Table:
    """The clusters of the words of the news corpus."""
    with gzip.open(shared / "corpus" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        return cluster_words([split_words(msgspec.json.decode(line)["text"]).folded for line in lines])


def main() -> None:
    """Train on all of ANERcorp's training part but the held-out fifth, and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--held-out", type=int, default=HELD_OUT, help="the fifth to leave out, 0 to 4; -1 for none")
    parser.add_argument("--out", type=Path, default=PATH)
    options = parser.parse_args()
    lexicon = load_lexicon()
    clusters = cluster_corpus(options.shared)
    say(f"{len(clusters)} words in clusters")
    kept, _ = split_fold(read_iob(options.shared / "data" / "ner" / "anercorp_train.iob"), options.held_out)
    corpus = corpus_pages(options.shared / "corpus" / "articles.jsonl.gz", lexicon, every=2)
    model = train(make_texts(kept, lexicon), corpus, clusters, lexicon)
    options.out.write_bytes(msgspec.msgpack.encode(model))
    say(f"{options.out}: {options.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
