"""The analysis against a gold file: the measures of the annotation guideline."""

from rawi.evaluate.gold import GoldArticle, read_gold
from rawi.evaluate.report import Miss, Scores
from rawi.evaluate.score import score

__all__ = ["GoldArticle", "Miss", "Scores", "read_gold", "score"]
