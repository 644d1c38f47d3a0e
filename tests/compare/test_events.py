"""Events over outlets: mentions merge, figures keep their chains, what differs stays apart."""

from datetime import date

import pytest

from rawi.compare.events import merge_events
from rawi.compare.records import Report
from rawi.model import Article
from rawi.lexicon import load_lexicon
from rawi.pipeline import analyze
from rawi.workflows.sample import sample_path

GENEVA = "us-russia-security-dialogue"


@pytest.fixture(scope="module")
def read():
    lexicon = load_lexicon()

    def report(id, text, *, outlet="o", published="2022-01-11"):
        article = Article(id=id, text=text, outlet=outlet, published=date.fromisoformat(published))
        return Report(article, analyze(article, lexicon))

    return report


@pytest.fixture(scope="module")
def sample(read):
    """The sample's reports, as far as the analysis gets with them."""
    from rawi.read import read_articles

    lexicon = load_lexicon()
    articles = [one for one in read_articles([sample_path()]) if isinstance(one, Article)]
    return [Report(article, analyze(article, lexicon)) for article in articles]


def of_type(merged, type_):
    return [one for one in merged if one.type == type_]


class TestSample:
    def test_the_geneva_round_is_one_event_over_its_outlets(self, sample):
        rounds = [one for one in merge_events(sample) if one.series == GENEVA and one.day == "2022-01-10"]
        assert len(rounds) == 1
        outlets = {mention.outlet for mention in rounds[0].mentions}
        assert len(outlets) >= 6

    def test_its_duration_is_told_as_each_tells_it(self, sample):
        (round_,) = [one for one in merge_events(sample) if one.series == GENEVA and one.day == "2022-01-10"]
        (hours,) = [one for one in round_.ranges if one.unit == "hour"]
        told = {(figure.passage.article, figure.low, figure.high) for figure in hours.figures}
        assert ("jan22-13", 7.0, None) in told
        assert ("jan22-18", 7.5, 7.5) in told
        assert any(article == "jan22-14" and low < 8 < high for article, low, high in told if high is not None)

    def test_the_deployment_carries_its_differing_numbers(self, sample):
        deployments = of_type(merge_events(sample), "MOBILIZE")
        soldiers = [one for event in deployments[:1] for one in event.ranges if one.unit == "soldier"]
        assert {(figure.low, figure.high) for figure in soldiers[0].figures} >= {(2030.0, 2030.0), (2300.0, 2300.0)}
        assert (soldiers[0].low, soldiers[0].high) == (2030.0, 2300.0) or soldiers[0].high >= 2300.0

    def test_the_withdrawal_carries_its_differing_numbers(self, sample):
        withdrawals = of_type(merge_events(sample), "RETREAT")
        aircraft = [one for one in withdrawals[0].ranges if one.unit == "aircraft"]
        assert len({(figure.low, figure.high) for figure in aircraft[0].figures}) >= 2

    def test_every_figure_has_a_chain_that_begins_with_its_outlet(self, sample):
        outlets = {report.article.id: report.article.outlet for report in sample}
        figures = [figure for event in merge_events(sample) for one in event.ranges for figure in one.figures]
        assert figures
        assert [one for one in figures if one.chain[0] != outlets[one.passage.article]] == []

    def test_the_order_of_the_reports_does_not_matter(self, sample):
        assert merge_events(sample) == merge_events(list(reversed(sample)))


class TestMerging:
    def test_two_outlets_tell_one_attack(self, read):
        one = read("a", "قتل خمسة جنود في هجوم شنه مسلحون على قاعدة في النيجر أمس.", outlet="first")
        other = read("b", "هاجم مسلحون قاعدة في النيجر أمس وقتلوا سبعة جنود.", outlet="second")
        attacks = [event for event in of_type(merge_events([one, other]), "ASSAULT") if len(event.mentions) > 1]
        assert {mention.outlet for event in attacks for mention in event.mentions} >= {"first", "second"}

    def test_another_day_is_another_event(self, read):
        one = read("a", "التقى وزير الخارجية المصري نظيره التركي في القاهرة أمس.", published="2022-01-11")
        other = read("b", "التقى وزير الخارجية المصري نظيره التركي في القاهرة أمس.", published="2022-03-11")
        assert {event.day for event in merge_events([one, other])} == {"2022-01-10", "2022-03-10"}

    def test_what_is_denied_is_no_event(self, read):
        one = read("a", "لم تنشر الدولة قوات على الحدود.")
        assert merge_events([one]) == ()
