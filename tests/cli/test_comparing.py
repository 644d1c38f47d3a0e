"""The verbs across outlets on the sample reports."""

import json

import msgspec
import pytest
from click.testing import CliRunner

from rawi.cli.main import rawi
from rawi.compare.interchange import ComparisonFile
from rawi.workflows.sample import sample_path


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    place = tmp_path_factory.mktemp("comparing") / "sample.db"
    assert CliRunner().invoke(rawi, ["ingest", str(sample_path()), "--ledger", str(place)]).exit_code == 0
    return str(place)


@pytest.fixture
def run(filled, monkeypatch):
    monkeypatch.setenv("RAWI_LEDGER", filled)
    return lambda *arguments: CliRunner().invoke(rawi, list(arguments))


@pytest.fixture(scope="module")
def compared(filled):
    result = CliRunner().invoke(rawi, ["compare", "--format", "json", "--ledger", filled])
    assert result.exit_code == 0, result.output
    return msgspec.json.decode(result.stdout, type=ComparisonFile)


def test_compare_writes_what_others_read(compared):
    assert compared.stories
    assert compared.wires
    assert compared.same_statement


def test_a_story_is_shown_by_its_id(run, compared):
    story = compared.story_records[0]
    result = run("story", story.id)
    assert result.exit_code == 0
    assert all(article in result.stdout for article in story.articles)


@pytest.mark.parametrize("verb", ["conflicts", "followups", "wires"])
def test_findings_are_one_a_line_when_piped(run, verb):
    result = run(verb)
    assert result.exit_code == 0
    assert all("id" in json.loads(line) for line in result.stdout.splitlines())


@pytest.mark.parametrize("verb", ["conflicts", "followups", "wires"])
def test_findings_are_shown_with_their_reasons(run, verb):
    result = run(verb, "--format", "table")
    assert result.exit_code == 0
    assert "jan22-" in result.stdout


def test_conflicts_of_one_kind(run):
    kinds = {json.loads(line)["kind"] for line in run("conflicts", "--kind", "number").stdout.splitlines()}
    assert kinds == {"number"}


def test_diff_shows_both_sides(run):
    found = json.loads(run("diff", "jan22-21", "jan22-22").stdout)
    for one in found["shared"]:
        assert {variant["passage"]["article"] for variant in one["variants"]} == {"jan22-21", "jan22-22"}
    assert found["headlines"]["stance"] in {"agree", "disagree", "other"}


def test_positions_of_an_actor(run):
    result = run("positions", "ريابكوف", "--format", "table")
    assert result.exit_code == 0
    assert "jan22-" in result.stdout


def test_too_few_reports_are_an_error(run):
    result = run("compare", "--since", "2031")
    assert result.exit_code == 1
    assert "two at least are needed" in result.stderr
