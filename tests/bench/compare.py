"""How comparing grows.

``python tests/bench/compare.py REPORTS.msgpack [batch|stream]`` prints seconds, memory and size.

REPORTS is made from the corpus in ../shared by ``python tests/bench/compare.py --analyze CORPUS.jsonl.gz
REPORTS.msgpack``.
``stream`` adds made-up copies (words changed, days moved) up to 100,000 reports and times single reports along the way.
"""

import gzip
import json
import resource
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import msgspec

from rawi.compare.comparing import Comparer
from rawi.compare.records import Report
from rawi.compare.stream import Stream
from rawi.compare.terms import Terms
from rawi.compare.text import Prepared, prepare
from rawi.lexicon import load_lexicon
from rawi.model import Article
from rawi.workflows.analyzing import analyze_article
from rawi.workflows.vocabulary import build_vocabulary

BATCHES = (1000, 2000, 4000)
MARKS = (1000, 2000, 4000, 8000, 16000, 32000, 64000, 100000)
# A copy lies this many days after the one before it, so that it is news of its own time.
MOVED = 20
TIMED = 40


def analyze(corpus: Path, reports: Path) -> None:
    """Analyze the corpus once; comparing is timed without it."""
    lexicon, found = load_lexicon(), []
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            day = date.fromisoformat(row["date"]) if row["date"] else None
            text = f"{row['title']}\n\n{row['text']}"
            article = Article(id=row["id"], text=text, title=row["title"], outlet=row["outlet"], published=day)
            analysis = analyze_article(article, lexicon)
            if not hasattr(analysis, "reason"):
                found.append(Report(article, analysis))
    reports.write_bytes(msgspec.msgpack.encode(found))


def batch(reports: list[Report]) -> None:
    """Compare growing parts of the corpus, each from nothing."""
    comparer = Comparer(build_vocabulary(load_lexicon()))
    for size in BATCHES:
        began, cpu = time.perf_counter(), time.process_time()
        found = comparer.compare(reports[:size])
        took, used = time.perf_counter() - began, time.process_time() - cpu
        size_of = f"{memory():5.0f} MB  {len(found.utterances)} utterances"
        print(f"{size:>7} reports  {took:7.1f} s  cpu {used:7.1f} s  {size_of}", flush=True)


def stream(reports: list[Report]) -> None:
    """Hold copies up to 100,000 reports; at each mark compare some new ones and print the time of one."""
    made = Maker(reports)
    vocabulary = build_vocabulary(load_lexicon())
    index, terms = Stream(vocabulary, made.read), Terms(vocabulary)
    number = 0
    for mark in MARKS:
        while number < mark - TIMED:
            index.hold(made.held(number, terms))
            number += 1
        cpu = time.process_time()
        for _ in range(TIMED):
            index.add(made.report(number))
            number += 1
        each = (time.process_time() - cpu) / TIMED
        print(f"{number:>7} reports held  {1000 * each:7.1f} ms for a new one  {memory():5.0f} MB", flush=True)


class Maker:
    """Makes the n-th report: the corpus over and over, each time some days later and every thirtieth word changed."""

    def __init__(self, reports: list[Report]) -> None:
        self._reports = reports
        self._cut: dict[int, Prepared] = {}

    def report(self, number: int) -> Report:
        turn, place = divmod(number, len(self._reports))
        report = self.moved(number, turn, place)
        article = msgspec.structs.replace(report.article, text=changed(report.article.text, turn))
        return Report(article, report.analysis)

    def held(self, number: int, terms: Terms) -> Prepared:
        """The report as the index needs it: cut once for all its copies, whose words differ little."""
        turn, place = divmod(number, len(self._reports))
        if place not in self._cut:
            self._cut[place] = prepare(self._reports[place], terms)
        fresh = self.moved(number, turn, place)
        return msgspec.structs.replace(self._cut[place], report=fresh)

    def moved(self, number: int, turn: int, place: int) -> Report:
        """The report under another id, some days later."""
        article, analysis = self._reports[place].article, self._reports[place].analysis
        day = article.published + timedelta(days=MOVED * turn) if article.published else None
        return Report(
            msgspec.structs.replace(article, id=f"{number}", published=day),
            msgspec.structs.replace(analysis, id=f"{number}", published=day),
        )

    def read(self, name: str) -> Report:
        return self.report(int(name))


def changed(text: str, turn: int) -> str:
    """The text with one letter of every thirtieth word replaced.

    Other words of the same length, so that spans still hold.
    """
    if turn == 0:
        return text
    letters = list(text)
    words = 0
    for at, letter in enumerate(letters):
        if letter == " ":
            words += 1
            if words % 30 == turn % 30 and at + 2 < len(letters) and letters[at + 2].isalpha():
                letters[at + 2] = chr(0x0628 + (turn + words) % 20)
    return "".join(letters)


def memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    if sys.argv[1] == "--analyze":
        analyze(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        loaded = msgspec.msgpack.decode(Path(sys.argv[1]).read_bytes(), type=list[Report])
        print(f"{len(loaded)} reports loaded, {memory():.0f} MB", flush=True)
        (stream if sys.argv[2:] == ["stream"] else batch)(loaded)
