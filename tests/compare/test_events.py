"""Events over outlets: mentions merge, figures keep their chains, what differs stays apart."""

from pathlib import Path

import pytest
import yaml

from rawi.compare.events import merge_events
from rawi.compare.records import Report
from rawi.lexicon import load_lexicon
from rawi.model import Article
from rawi.pipeline import analyze
from rawi.workflows.sample import sample_path

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "merged-events.yaml").read_text(encoding="utf-8"))
GENEVA = "us-russia-security-dialogue"


@pytest.fixture(scope="module")
def read():
    lexicon = load_lexicon()

    def report(name, text, *, outlet, published):
        article = Article(id=name, text=text, outlet=outlet, published=published)
        return Report(article, analyze(article, lexicon))

    return report


@pytest.fixture(scope="module")
def sample(read):
    """The sample's reports, as far as the analysis gets with them."""
    from rawi.read import read_articles

    lexicon = load_lexicon()
    articles = [one for one in read_articles([sample_path()]) if isinstance(one, Article)]
    return [Report(article, analyze(article, lexicon)) for article in articles]


def is_first_round(event):
    return event.type == "CONSULT" and event.series == GENEVA and event.day == "2022-01-10"


def of_type(merged, type_):
    return [one for one in merged if one.type == type_]


class TestSample:
    def test_the_geneva_round_is_one_event_over_its_outlets(self, sample):
        rounds = [one for one in merge_events(sample) if is_first_round(one)]
        assert len(rounds) == 1
        outlets = {mention.outlet for mention in rounds[0].mentions}
        assert len(outlets) >= 6

    def test_its_duration_is_told_as_each_tells_it(self, sample):
        (round_,) = [one for one in merge_events(sample) if is_first_round(one)]
        (hours,) = [one for one in round_.ranges if one.unit == "hour"]
        told = {(figure.passage.article, figure.low, figure.high) for figure in hours.figures}
        assert ("jan22-13", 7.0, None) in told
        assert ("jan22-18", 7.5, 7.5) in told
        assert any(article == "jan22-14" and low < 8 < high for article, low, high in told if high is not None)

    def test_the_deployment_carries_its_differing_numbers(self, sample):
        deployments = of_type(merge_events(sample), "MOBILIZE")
        soldiers = [one for event in deployments[:1] for one in event.ranges if one.unit == "soldier"]
        assert {(figure.low, figure.high) for figure in soldiers[0].figures} >= {
            (2030.0, 2030.0),
            (2300.0, 2300.0),
            (2500.0, 2500.0),
        }
        assert (soldiers[0].low, soldiers[0].high) == (2030.0, 2500.0)

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


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case, read):
    reports = [read(f"report-{number}", **report) for number, report in enumerate(case["reports"])]
    merged = merge_events(reports)
    assert bool(merged) == bool(case["merged"])
    for expected in case["merged"]:
        (event,) = [one for one in of_type(merged, expected["type"]) if one.day == expected["day"]]
        assert {mention.outlet for mention in event.mentions} == set(expected["outlets"])
        figures = {figure.low for one in event.ranges for figure in one.figures}
        assert figures >= set(expected.get("lows", ()))
