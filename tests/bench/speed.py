#!/usr/bin/env python3
"""Measures the whole analysis on one core: load time, words a second, peak memory, share of each room.

    speed.py [ARTICLES.jsonl[.gz]] [--limit N]

A word is what white space separates. Reading the articles from disk is not counted. The shares come from a second,
profiled run over a part of the articles; profiling slows small functions down, so they are shares and not times.
"""

import argparse
import cProfile
import gzip
import json
import pstats
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path

import rawi

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus" / "articles.jsonl.gz"
PACKAGE = Path(rawi.__file__).parent
TARGET_SPEED = 20_000
TARGET_MEMORY = 400
TARGET_LOAD = 0.5
PROFILED = 200


def read_lines(path: Path) -> Iterator[dict[str, str]]:
    """The articles of a JSON lines file, packed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def to_article(fields: dict[str, str]) -> "rawi.Article":
    """The article as the pipeline takes it."""
    published = fields.get("published") or fields.get("date")
    return rawi.Article(
        id=fields["id"],
        text=fields["text"],
        title=fields.get("title") or "",
        outlet=fields.get("outlet") or "",
        published=date.fromisoformat(published[:10]) if published else None,
    )


def room_of(filename: str) -> str:
    """The room a source file belongs to; what is not ours is named after its package."""
    path = Path(filename)
    if path.is_relative_to(PACKAGE):
        return path.relative_to(PACKAGE).with_suffix("").parts[0]
    return "outside"


def shares(profile: cProfile.Profile) -> Counter[str]:
    """Own seconds by room; the time of built-in and foreign functions goes to the rooms that call them."""
    seconds: Counter[str] = Counter()
    for (filename, _, _), (_, _, own, _, callers) in pstats.Stats(profile).stats.items():
        if room_of(filename) != "outside":
            seconds[room_of(filename)] += own
            continue
        for (caller, _, _), (_, _, own_for_caller, _) in callers.items():
            seconds[room_of(caller)] += own_for_caller
    return seconds


def peak_megabytes() -> float:
    """Peak resident memory of this process."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def report(name: str, value: str, *, kept: bool | None = None) -> None:
    """One line of the result, with whether its target is kept."""
    verdict = {None: "", True: "  target kept", False: "  TARGET MISSED"}[kept]
    print(f"{name:14} {value}{verdict}")


def measure(articles: Iterable["rawi.Article"]) -> None:
    """Loads, analyzes all articles, then profiles a part of them; prints what it finds."""
    started = time.perf_counter()
    from rawi.lexicon import load_lexicon
    from rawi.pipeline import analyze

    lexicon = load_lexicon()
    analyze(rawi.Article(id="0", text="."), lexicon)
    loaded = time.perf_counter() - started
    report("load", f"{loaded:.2f} s (target {TARGET_LOAD})", kept=loaded < TARGET_LOAD)

    seconds, words, kept_for_profile = 0.0, 0, []
    statements = 0
    for article in articles:
        before = time.perf_counter()
        statements += len(analyze(article, lexicon).statements)
        seconds += time.perf_counter() - before
        words += len(article.text.split())
        if len(kept_for_profile) < PROFILED:
            kept_for_profile.append(article)
    speed, memory = words / seconds, peak_megabytes()
    report("analyzed", f"{words:,} words, {statements:,} statements in {seconds:.1f} s")
    report("speed", f"{speed:,.0f} words/s (target {TARGET_SPEED:,})", kept=speed >= TARGET_SPEED)
    report("peak memory", f"{memory:.0f} MB (target {TARGET_MEMORY})", kept=memory <= TARGET_MEMORY)

    profile = cProfile.Profile()
    for article in kept_for_profile:
        profile.runcall(analyze, article, lexicon)
    by_room = shares(profile)
    for room, own in by_room.most_common():
        report(f"  {room}", f"{own / by_room.total():6.1%}")


def main() -> None:
    """Exit code 1 when there is nothing to measure on."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--limit", type=int, help="measure this many articles")
    asked = parser.parse_args()
    if not asked.articles.is_file():
        sys.exit(f"speed: {asked.articles} is not there; name a file of articles, one JSON object a line.")
    measure(map(to_article, islice(read_lines(asked.articles), asked.limit)))


if __name__ == "__main__":
    main()
