"""Every cue of the lexicon attributes in its examples and does not in its near misses; no entry is half given."""

from functools import cache
from pathlib import Path

import pytest
import yaml

from rawi.errors import LexiconError
from rawi.lexicon import Lexicon, load_lexicon
from rawi.lexicon.cues import load_cues
from rawi.workflows.cue_examples import cue_trials, entry_faults, entry_key, repeated_keys, try_cue
from rawi.workflows.lexicons import check_lexicon

CASES = Path(__file__).parent / "cases"
# Sentences that are not read yet as their entries say, by where they fail; tests/figures/cues.py writes the file.
GAPS = yaml.safe_load((CASES / "cue_gaps.yaml").read_text(encoding="utf-8"))
WHY = {sentence: why for why, sentences in GAPS.items() for sentence in sentences}


def trials(*, attributes):
    for number, trial in enumerate(each for each in cue_trials(load_lexicon()) if each.attributes is attributes):
        why = WHY.get(trial.sentence)
        marks = () if why is None else pytest.mark.xfail(reason=f"#3: {why}", strict=True)
        yield pytest.param(trial, id=f"{number}-{trial.key}", marks=marks)


@cache
def complaint(trial):
    return try_cue(trial, load_lexicon())


@pytest.mark.parametrize("trial", list(trials(attributes=True)))
def test_example_has_a_statement_by_its_cue(trial):
    assert complaint(trial) == ""


@pytest.mark.parametrize("trial", list(trials(attributes=False)))
def test_near_miss_has_none(trial):
    assert complaint(trial) == ""


def test_every_gap_is_a_sentence_of_the_lexicon():
    assert set(WHY) <= {trial.sentence for trial in cue_trials(load_lexicon())}


def test_entries_are_whole():
    assert [(entry_key(entry), fault) for entry, fault in entry_faults(load_lexicon())] == []


def test_no_entry_is_given_twice():
    assert list(repeated_keys(None)) == []


class TestOwnFolder:
    """What is said of a user's entries."""

    @pytest.fixture
    def folder_with(self, tmp_path):
        cases = yaml.safe_load((CASES / "own_cues.yaml").read_text(encoding="utf-8"))

        def write(name):
            path = tmp_path / "lexicon" / "cues" / "verbs.yaml"
            path.parent.mkdir(parents=True)
            path.write_text(cases[name], encoding="utf-8")
            return tmp_path

        return write

    def test_a_whole_entry_is_read(self, folder_with):
        lexicon = Lexicon(folder_with("whole"))
        own = [trial for trial in cue_trials(lexicon) if trial.entry is lexicon.cues.verbs[-1]]
        assert [(trial.attributes, try_cue(trial, lexicon)) for trial in own] == [(True, ""), (False, "")]

    def test_an_example_that_is_not_read_is_a_complaint_at_its_line(self, folder_with):
        folder = folder_with("not read")
        [found] = check_lexicon(folder).complaints
        assert found.startswith(f"{folder}/lexicon/cues/verbs.yaml:6: ")
        assert "no statement is found by it" in found

    def test_an_unknown_force_is_named_with_its_line(self, folder_with):
        with pytest.raises(LexiconError, match=r"verbs\.yaml:3: Invalid enum value 'shouting'"):
            load_cues(load_lexicon().inflection, folder_with("unknown force"))

    def test_an_entry_without_stems_examples_and_with_an_unknown_preposition(self, folder_with):
        faults = [fault.split(";")[0] for _, fault in entry_faults(Lexicon(folder_with("half")))]
        assert faults == [
            "give `past` or `present` in `forms`",
            "unknown preposition 'qua'",
            "give at least one of `examples` and one of `counter_examples`",
        ]

    def test_a_sentence_without_the_word_and_an_idle_form_to_avoid(self, folder_with):
        advice = [fault.split(";")[1] for _, fault in entry_faults(Lexicon(folder_with("idle")))]
        assert advice == [" remove it", " choose a sentence that has one"]

    def test_a_hollow_and_a_doubled_verb_without_their_short_stem(self, folder_with):
        advice = [fault.split(":")[0] for _, fault in entry_faults(Lexicon(folder_with("short")))]
        assert advice == ["give `short`", "give `short`"]

    def test_a_lemma_given_twice_in_one_file(self, folder_with):
        found = repeated_keys(folder_with("twice"))
        assert [complaint.split(":")[1] for complaint in found] == ["1", "9"]

    def test_a_lemma_of_the_package_is_replaced(self, folder_with):
        folder = folder_with("replaced")
        verbs = {verb.lemma: verb.force for verb in Lexicon(folder).cues.verbs}
        assert list(repeated_keys(folder)) == []
        assert verbs[load_lexicon().cues.verbs[0].lemma] == "warn"
