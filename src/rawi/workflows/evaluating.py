"""Running the analysis on the texts of a gold file and scoring it."""

from collections.abc import Callable
from pathlib import Path

from rawi.evaluate import GoldArticle, Scores, read_gold, score
from rawi.lexicon import Lexicon
from rawi.model import Analysis, Article, Failure
from rawi.read import read_articles
from rawi.workflows.analyzing import analyze_article


def evaluate(
    gold: Path, lexicon: Lexicon, *, progress: Callable[[Article | Failure], None] | None = None
) -> dict[str, Scores]:
    """The scores of a fresh analysis of the gold file's texts: under ``""`` of all, then of each outlet by name.

    Only id, outlet, date, title and text are read by the analysis; the annotations are seen by the scorer alone.
    """
    annotated = read_gold(gold)
    found: dict[str, Analysis] = {}
    for article in read_articles([gold]):
        analysis = article if isinstance(article, Failure) else analyze_article(article, lexicon)
        if isinstance(analysis, Analysis):
            found[analysis.id] = analysis
        if progress is not None:
            progress(article if isinstance(analysis, Analysis) else analysis)
    particles = lexicon.words.words("evaluate.complementizers")
    by_outlet: dict[str, list[GoldArticle]] = {}
    for one in annotated:
        by_outlet.setdefault(one.outlet or "?", []).append(one)
    scores = {"": score(annotated, found, particles=particles)}
    return scores | {name: score(ones, found, particles=particles) for name, ones in sorted(by_outlet.items())}
