#!/usr/bin/env python3
"""Measures the tagger of names: entity F1 (exact span and kind) on data it was not trained on or listed from.

    python tests/figures/names.py [--model FILE --held-out N]

On the held-out fifth of ANERcorp's training part: the shipped tagger, or another model trained without fifth N by
``python -m training.names --held-out N --out FILE``. On the development part of the Wojood sample (outermost names, 21
kinds, dates and numbers among them): a model of the same attributes, and those of the shipped tagger's names and of
Rawi's time expressions, trained on the sample's training part for this measurement alone (needs python-crfsuite, the
extra ``training``).
"""

import argparse
import sys
import tempfile
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rawi.lexicon import Lexicon, load_lexicon
from rawi.lexicon.namemodel import PATH, load_name_model
from rawi.mentions.tagger import Tagger
from rawi.mentions.votes import OUT
from rawi.timex import find_times

sys.path.insert(0, str(Path(__file__).parents[2]))

from training.nerdata import (
    ANERCORP,
    HELD_OUT,
    SHARED,
    Text,
    make_texts,
    read_iob,
    split_fold,
    token_labels,
)

WOJOOD = SHARED / "data" / "ner" / "wojood-sample"
Labels = Sequence[Sequence[str]]


def spans(labels: Sequence[str]) -> set[tuple[int, int, str]]:
    """The entities of the labels; an inside label without a beginning begins one."""
    found, first, kind = set(), 0, ""
    for at, label in enumerate([*labels, OUT]):
        if kind and label != f"I-{kind}":
            found.add((first, at, kind))
            kind = ""
        if label != OUT and not kind:
            first, kind = at, label[2:]
    return found


def report(name: str, gold: Labels, predicted: Labels) -> float:
    """Prints precision, recall and F1 of all entities and of each kind; returns the F1 of all."""
    right, asked, answered = Counter(), Counter(), Counter()
    for one, other in zip(gold, predicted, strict=True):
        known, found = spans(one), spans(other)
        for counts, each in ((right, known & found), (asked, known), (answered, found)):
            counts.update(kind for _, _, kind in each)
            counts["all"] += len(each)
    print(name)
    for kind, number in sorted(asked.items(), key=lambda pair: -pair[1]):
        precision, recall = right[kind] / max(1, answered[kind]), right[kind] / number
        f1 = 2 * right[kind] / (number + answered[kind])
        print(f"  {kind:10} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}   of {number}")
    return 2 * right["all"] / (asked["all"] + answered["all"])


def measure_anercorp(model: Path, held_out: int, lexicon: Lexicon) -> None:
    """The tagger on the fifth it was not trained on."""
    _, out = split_fold(read_iob(ANERCORP), held_out)
    tagger = Tagger(load_name_model(model), lexicon.name_words)
    texts = make_texts(out, lexicon)
    gold = [token_labels(text, text.labels) for text in texts]
    report(f"ANERcorp, fifth {held_out}", gold, [token_labels(text, tagger.tag(text.page)) for text in texts])


def read_wojood(part: str) -> list[list[tuple[str, str]]]:
    """The sentences of a part with their outermost labels."""
    sentences: list[list[tuple[str, str]]] = [[]]
    for line in (WOJOOD / f"{part}.txt").read_text(encoding="utf-8").splitlines():
        cells = line.split()
        if not cells or cells[0] == "$#$":
            sentences.append([])
        else:
            label = cells[1] if len(cells) > 1 and cells[1][:2] in ("B-", "I-") else OUT
            sentences[-1].append((cells[0], label))
    return [sentence for sentence in sentences if sentence]


def known_before(text: Text, tagger: Tagger, lexicon: Lexicon) -> dict[int, list[str]]:
    """Attributes of what Rawi finds by itself: names of the shipped tagger, time expressions."""
    words = text.page.reading.words
    times = [OUT] * len(words)
    for timex in find_times(text.page.reading, lexicon=lexicon):
        first, last = bisect_left(words.starts, timex.start), bisect_left(words.starts, timex.end)
        times[first:last] = [f"B{timex.kind}", *[f"I{timex.kind}"] * (last - first - 1)]
    found: dict[int, list[str]] = {}
    for sign, labels in (("a", tagger.tag(text.page)), ("d", times)):
        for at, label in enumerate(labels):
            for offset in (-1, 0, 1):
                if 0 <= at - offset < len(labels) and (label != OUT or offset == 0):
                    found.setdefault(at - offset, []).append(f"{sign}{offset}={label}")
    return found


def measure_wojood(model: Path, lexicon: Lexicon) -> None:
    """A model trained on the sample's training part, on its development part."""
    import pycrfsuite
    from training.names import Attributes

    shipped = load_name_model(model)
    tagger, attributes = Tagger(shipped, lexicon.name_words), Attributes(lexicon, shipped.words)
    parts = {part: make_texts(read_wojood(part), lexicon, size=1) for part in ("train", "val")}
    trainer = pycrfsuite.Trainer(verbose=False)
    for text in parts["train"]:
        for rows, labels in attributes.of_text(text, known_before(text, tagger, lexicon)):
            trainer.append(rows, labels)
    trainer.set_params({"c1": 0.2, "c2": 0.1, "max_iterations": 120})
    crf = pycrfsuite.Tagger()
    with tempfile.TemporaryDirectory() as folder:
        trainer.train(f"{folder}/wojood")
        crf.open(f"{folder}/wojood")
    gold, predicted = [], []
    for text in parts["val"]:
        found = attributes.of_text(text, known_before(text, tagger, lexicon))
        labels = [label for rows, _ in found for label in crf.tag(rows)]
        gold.append(token_labels(text, text.labels))
        predicted.append(token_labels(text, labels))
    report("Wojood sample, development part, outermost", gold, predicted)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=PATH)
    parser.add_argument("--held-out", type=int, default=HELD_OUT)
    options = parser.parse_args()
    if not ANERCORP.is_file():
        print("names: skipped, because ../shared with the data is not here.")
        return
    lexicon = load_lexicon()
    measure_anercorp(options.model, options.held_out, lexicon)
    try:
        measure_wojood(options.model, lexicon)
    except ImportError as error:
        print(f"Wojood sample: skipped, because {error.name} is not installed; it comes with the extra `training`.")


if __name__ == "__main__":
    main()
