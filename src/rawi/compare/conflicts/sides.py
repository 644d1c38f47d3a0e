"""The sides of a conflict: a passage, who says it, and through whom it came."""

from rawi.compare.records import Passage, Side
from rawi.compare.sayings import Saying
from rawi.compare.text import Prepared


def side_of(saying: Saying) -> Side:
    """The side a saying takes, with its chain: the outlet, then each carrier, the speaker last."""
    statement = saying.statement
    outlet = saying.report.report.article.outlet
    speaker = statement.speaker.name
    return Side(saying.passage, outlet, speaker, (outlet, *(hop.name for hop in statement.via), speaker))


def side_at(report: Prepared, passage: Passage) -> Side:
    """The side a passage takes: that of the innermost statement that holds it, else the outlet's own."""
    article = report.report.article
    holding = [
        statement
        for statement in report.report.analysis.statements
        if statement.content
        and statement.content[0].start <= passage.start
        and passage.end <= statement.content[-1].end
    ]
    if not holding:
        return Side(passage, article.outlet, "", (article.outlet,))
    inner = min(holding, key=lambda statement: statement.content[-1].end - statement.content[0].start)
    chain = (article.outlet, *(hop.name for hop in inner.via), inner.speaker.name)
    return Side(passage, article.outlet, inner.speaker.name, chain)
