"""Judging headlines with the weights and the words that ship in the package."""

from rawi.compare.headlines import HeadlineJudge, StanceModel
from rawi.compare.terms import Terms
from rawi.lexicon import Lexicon
from rawi.workflows.vocabulary import build_vocabulary


def headline_judge(lexicon: Lexicon) -> HeadlineJudge:
    """What judges whether two headlines agree, disagree or tell of different things."""
    vocabulary = build_vocabulary(lexicon)
    model = lexicon.model("headlines")
    return HeadlineJudge(vocabulary, Terms(vocabulary), StanceModel(model.classes, model.weights))
