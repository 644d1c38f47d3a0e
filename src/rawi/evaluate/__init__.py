"""The analysis against a gold file: the measures of the annotation guideline."""

from rawi.evaluate.gold import GoldArticle, read_gold
from rawi.evaluate.judgments import Judgment, Reliability, RuleCount, count_entries, count_rules, measure_reliability
from rawi.evaluate.report import Measure, Miss, Scores
from rawi.evaluate.score import score

__all__ = [
    "GoldArticle",
    "Judgment",
    "Measure",
    "Miss",
    "Reliability",
    "RuleCount",
    "Scores",
    "count_entries",
    "count_rules",
    "measure_reliability",
    "read_gold",
    "score",
]
