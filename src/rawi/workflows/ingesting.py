"""From files into the ledger."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import partial

import msgspec

from rawi.ledger import Ledger
from rawi.lexicon import Lexicon
from rawi.link.registry import Registry
from rawi.model import Analysis, Article, Failure
from rawi.workflows.analyzing import analyze_article
from rawi.workflows.entities import open_registry, speaker_key
from rawi.workflows.version import analysis_version

# Articles written in one transaction: enough to make the write cheap, few enough to lose little to a cut of power.
_BATCH = 50

Clock = Callable[[], datetime]
Progress = Callable[[Article | Failure], None]


class Report(msgspec.Struct, frozen=True):
    """What came of an ingest: articles read, of them new, updated, unchanged; inputs that failed; words analyzed."""

    read: int = 0
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    failed: int = 0
    words: int = 0


def utc_now() -> datetime:
    """The time, to the second, in UTC."""
    return datetime.now(UTC).replace(microsecond=0)


def ingest(
    articles: Iterable[Article | Failure],
    ledger: Ledger,
    lexicon: Lexicon,
    *,
    clock: Clock = utc_now,
    progress: Progress | None = None,
) -> Report:
    """Analyze the articles and keep them; what came of it.

    An article that the ledger holds from the same version is not analyzed again. Everything of an article is written
    in one transaction: stop it at any point, run it again, and nothing is missing and nothing is there twice.
    ``progress`` is told each article or failure once it is done with.
    """
    version = analysis_version(lexicon)
    counted = dict.fromkeys(Report.__struct_fields__, 0)
    waiting: list[tuple[Article, Analysis] | Failure] = []
    registry = open_registry(ledger, lexicon)
    failed_before = {failure.origin for failure in ledger.failures()}
    for found in articles:
        done = found
        if isinstance(found, Failure):
            waiting.append(found)
        elif ledger.has(found, version=version):
            counted["unchanged"] += 1
            if found.origin in failed_before:
                ledger.forget_failure(found.origin)
        else:
            analysis = analyze_article(found, lexicon)
            counted["words"] += len(found.text.split())
            waiting.append(analysis if isinstance(analysis, Failure) else (found, analysis))
            done = analysis if isinstance(analysis, Failure) else found
        counted["read"] += not isinstance(found, Failure)
        if len(waiting) >= _BATCH:
            _write(waiting, ledger, counted, registry=registry, at=clock())
        if progress is not None:
            progress(done)
    _write(waiting, ledger, counted, registry=registry, at=clock())
    return Report(**counted)


def _write(
    waiting: list[tuple[Article, Analysis] | Failure],
    ledger: Ledger,
    counted: dict[str, int],
    *,
    registry: Registry,
    at: datetime,
) -> None:
    """Write what waits in one transaction, and count it."""
    if not waiting:
        return
    gathered_by = partial(speaker_key, registry)
    with ledger.batch():
        for one in waiting:
            if isinstance(one, Failure):
                ledger.add_failure(one, at=at.isoformat())
                counted["failed"] += 1
            else:
                article, analysis = one
                counted[ledger.add(article, analysis, at=at.isoformat(), gathered_by=gathered_by)] += 1
    waiting.clear()
