#!/usr/bin/env python3
"""How well events are read: the gold of ../shared/eval and the ASSAULT records of ../shared/data/gsr.

    python tests/figures/events.py [SHARED]

The first table counts the events of the annotated articles (an event is right when type and trigger are), then what is
said of those found. The second asks of each sentence of ``assault_spans.json`` whether an ASSAULT is found, and whether
country and sector of an actor and a target are those of one annotator (``coded``: leaving out participants for whom no
annotator gave a country or sector). The third tells sentences accepted by all annotators from rejected ones, in five
folds by article, by words alone and with the events found. What is not there is skipped and said.
"""

import csv
import json
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from rawi.evaluate.gold import locate
from rawi.evaluate.match import bounds, is_same_name, touch
from rawi.lexicon import load_lexicon
from rawi.model import Analysis, Article, Event, Participant
from rawi.pipeline import analyze
from rawi.text.clitics import clitic_variants
from rawi.text.words import split_words

SHARED = Path(__file__).parents[3] / "shared"
FOLDS = 5
STRENGTH = 1.0

Role = tuple[str, str]
LEXICON = load_lexicon()
ISO3 = {row["iso2"]: row["iso3"] for row in LEXICON.knowledge.rows("states")}


def main() -> None:
    """Print the three tables."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    for title, path, table in (
        ("Events of the annotated articles", shared / "eval", gold_table),
        ("ASSAULT records, sentence by sentence", shared / "data" / "gsr" / "assault_spans.json", roles_table),
        ("ASSAULT sentences told from others", shared / "data" / "gsr" / "assault_gsr.csv", detection_table),
    ):
        print(title)
        if not path.exists():
            print(f"  skipped: {path} is not there")
            continue
        for row in table(path):
            print("  " + row)


# The annotated articles.


def gold_table(folder: Path) -> Iterator[str]:
    """Precision, recall and F1 by type, then status, day, actors and targets of the events found."""
    rows: defaultdict[str, Counter[str]] = defaultdict(Counter)
    said: Counter[str] = Counter()
    for name in ("dev", "seeds"):
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            gold = json.loads(line)
            if gold.get("evented", bool(gold.get("events"))):
                count_article(gold, rows, said)
    for type_, row in sorted(rows.items()):
        yield f"{type_:10} {rates(row)}"
    yield f"{'all':10} {rates(sum(rows.values(), Counter()))}"
    yield f"of {said['matched']} found: status {said['status'] / said['matched']:.3f}, inside a statement or not"
    yield f"  {said['said'] / said['matched']:.3f}, day right or rightly none {said['day'] / said['matched']:.3f}"
    for field in ("date", "actor", "target"):
        found = Counter({part: said[f"{field} {part}"] for part in ("right", "found", "gold")})
        yield f"{field:10} {rates(found)}"


def count_article(gold: dict, rows: defaultdict[str, Counter[str]], said: Counter[str]) -> None:
    """Pair the events of an article with the gold as the scorer does, and count what agrees."""
    published = date.fromisoformat(gold["published"]) if gold.get("published") else None
    article = Article(id=gold["id"], text=gold["text"], outlet=gold.get("outlet") or "", published=published)
    left = list(analyze(article, LEXICON).events)
    for event in left:
        rows[event.type]["found"] += 1
    for wanted in gold["events"]:
        rows[wanted["type"]]["gold"] += 1
        span = locate(gold["text"], wanted["trigger"], wanted.get("near", 0))
        hit = next((one for one in left if one.type == wanted["type"] and touch(span, bounds(one.trigger))), None)
        if hit is not None:
            left.remove(hit)
            rows[wanted["type"]]["right"] += 1
            count_fields(wanted, hit, said)


def count_fields(wanted: dict, hit: Event, said: Counter[str]) -> None:
    """Count what is said of a matched event."""
    said["matched"] += 1
    day = wanted.get("date") or None
    said["status"] += hit.status == wanted["status"]
    said["said"] += (hit.said is not None) == wanted["said"]
    said["day"] += hit.date == day
    said["date right"] += day is not None and hit.date == day
    said["date found"] += hit.date is not None
    said["date gold"] += day is not None
    for field, names, found in (("actor", wanted["actors"], hit.actors), ("target", wanted["targets"], hit.targets)):
        known = [(one.name, *one.aliases) for one in found]
        said[f"{field} right"] += sum(any(is_same_name(one, [name]) for one in known) for name in names)
        said[f"{field} found"] += len(found)
        said[f"{field} gold"] += len(names)


def rates(row: Counter[str]) -> str:
    """Precision, recall and F1 of counts of right, found and gold."""
    precision = row["right"] / row["found"] if row["found"] else 0.0
    recall = row["right"] / row["gold"] if row["gold"] else 0.0
    f1 = 2 * row["right"] / (row["found"] + row["gold"]) if row["found"] + row["gold"] else 0.0
    return f"gold {row['gold']:4} found {row['found']:4}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


# The records of assaults.


def roles_table(path: Path) -> Iterator[str]:
    """How often the type and the coded participants of a sentence are right."""
    records = json.loads(path.read_text(encoding="utf-8"))
    counts: Counter[str] = Counter()
    for record in records:
        events = assaults(analyze(Article(id=record["source"], text=record["text"]), LEXICON))
        counts["sentences"] += 1
        counts["type"] += bool(events)
        for side, field in (("source", "actors"), ("target", "targets")):
            wanted = {role for span in record["spans"] if (role := role_of(span[f"{side}_role"])) is not None}
            found = [code_of(one) for event in events for one in getattr(event, field)]
            count_side(side, wanted, found, counts)
    yield f"type {counts['type'] / counts['sentences']:.3f} of {counts['sentences']}"
    for side in ("source", "target"):
        for kind in ("", " coded"):
            asked = counts[f"{side}{kind}"]
            first, any_ = counts[f"{side}{kind} first"] / asked, counts[f"{side}{kind} any"] / asked
            yield f"{side + kind:13} {asked:4} sentences: the first named right {first:.3f}, one of them {any_:.3f}"


def count_side(side: str, wanted: set[Role], found: list[Role], counts: Counter[str]) -> None:
    """Count one side of a sentence with and without participants that no annotator coded."""
    for kind, roles in (("", wanted), (" coded", wanted - {("", "")})):
        if roles:
            counts[f"{side}{kind}"] += 1
            counts[f"{side}{kind} first"] += bool(found) and found[0] in roles
            counts[f"{side}{kind} any"] += any(one in roles for one in found)


def role_of(role: object) -> Role | None:
    """Country and sector an annotator gave, None when the annotator named nobody."""
    if not isinstance(role, dict) or role.get("main") is None:
        return None
    return coded(role["main"]), coded(role.get("role"))


def coded(value: str | None) -> str:
    """A code, ``""`` for the word None."""
    return "" if value in (None, "None") else value


def code_of(participant: Participant) -> Role:
    """Country (ISO alpha-3, as in the records) and sector of a participant."""
    return ISO3.get(participant.country, participant.country), participant.sector


def assaults(analysis: Analysis) -> list[Event]:
    """The ASSAULT events of an analysis."""
    return [event for event in analysis.events if event.type == "ASSAULT"]


# Telling sentences apart.


def detection_table(path: Path) -> Iterator[str]:
    """F1 of telling accepted sentences from rejected ones, of all and of those rejected by everybody."""
    try:
        import sklearn  # noqa: F401
    except ImportError:
        yield "skipped: scikit-learn is not installed; see the development extra of pyproject.toml"
        return
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["label"] != "ambiguous"]
    truth = [row["label"] == "yes" for row in rows]
    easy = [row["label"] != "difficult no" for row in rows]
    articles = [row["id"].rsplit("-", 1)[0] for row in rows]
    views = [[read(row["text"]) for row in rows] for read in (words_of, stems_of, events_of)]
    for name, chosen in (("words", views[:1]), ("stems and events", views[1:]), ("all of them", views)):
        found = held_out(chosen, truth, articles)
        yield f"{name:17} F1 {f1_of(truth, found):.3f}; against what everybody rejected {f1_of(truth, found, easy):.3f}"


def held_out(views: list[list[list[str]]], truth: list[bool], articles: list[str]) -> list[bool]:
    """The decisions of a logistic regression over the TF-IDF of each view that saw no sentence of the article."""
    from scipy.sparse import hstack
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GroupKFold

    found = [False] * len(truth)
    for seen, held in GroupKFold(FOLDS).split(truth, truth, articles):
        known, asked = [], []
        for view in views:
            vectors = TfidfVectorizer(analyzer=lambda one: one, sublinear_tf=True)
            known.append(vectors.fit_transform([view[at] for at in seen]))
            asked.append(vectors.transform([view[at] for at in held]))
        model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=3000)
        model.fit(hstack(known).tocsr(), [truth[at] for at in seen])
        for at, answer in zip(held, model.predict(hstack(asked).tocsr()), strict=True):
            found[at] = bool(answer)
    return found


def words_of(text: str) -> list[str]:
    """The folded words of a sentence."""
    return list(split_words(text).folded)


def stems_of(text: str) -> list[str]:
    """The words of a sentence without anything that may be joined before them."""
    proclitics = tuple(sorted(LEXICON.words.words("common.proclitics")))
    return [clitic_variants(word, proclitics)[-1] for word in split_words(text).folded]


def events_of(text: str) -> list[str]:
    """What the events of a sentence say: which, who, how many, between which words."""
    words = split_words(text)
    analysis = analyze(Article(id="sentence", text=text), LEXICON)
    found = [event for event in analysis.events if event.type == "ASSAULT"]
    features = [f"found {min(4, len(found))}", f"long {min(8, len(words) // 6)}"]
    features += [f"other {event.type}" for event in analysis.events if event.type != "ASSAULT"]
    for number, event in enumerate(found):
        at = bisect_right(words.starts, event.trigger.start) - 1
        entry, last = event.evidence[0].entry, at + len(split_words(event.trigger.text))
        before = words.folded[at - 1] if at else "^"
        after = words.folded[last] if last < len(words) else "$"
        actors = ",".join(sorted({one.sector or "-" for one in event.actors}))
        targets = ",".join(sorted({one.sector or "-" for one in event.targets}))
        features += [f"entry {entry}", f"{entry} {words.folded[at]}", f"before {before}", f"after {after}"]
        features += [f"{entry} after {before}", f"actors {actors}", f"targets {targets}", f"{actors} > {targets}"]
        features += [f"{entry} {bool(event.actors)}", f"{entry} > {bool(event.targets)}", f"status {event.status}"]
        features += [f"said {event.said is not None}", f"place {bool(event.place)}", f"by {bool(event.instrument)}"]
        features += [f"count {one.unit}" for one in event.quantities]
        features += [f"{entry} {one.unit}" for one in event.quantities]
        if number == 0:
            features += [f"first {entry}", f"at {min(8, at // 4)}"]
    return features


def f1_of(truth: list[bool], found: list[bool], among: list[bool] | None = None) -> float:
    """F1 of the decisions, of those that count."""
    pairs = [
        pair
        for pair, counts in zip(zip(truth, found, strict=True), among or truth, strict=True)
        if counts or among is None
    ]
    right = sum(one and other for one, other in pairs)
    return 2 * right / (sum(one for one, _ in pairs) + sum(other for _, other in pairs)) if right else 0.0


if __name__ == "__main__":
    main()
