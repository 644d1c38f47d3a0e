"""The command line: what goes where, what is said, how it ends."""

import csv
import io
import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from rawi.cli.main import rawi
from rawi.cli.verbs import VERBS
from rawi.workflows.sample import sample_path

VERBS_IN_HELP = {"Analyze", "Check", "Compare", "Count", "Find", "Follow", "List"}
VERBS_IN_HELP |= {"Print", "Read", "Score", "Set", "Show", "Write"}
REPORT = "نفى متحدث باسم الوزارة أن يكون الجسر قد أُغلق.\n\nوقال الوزير أحمد سالم: «سنفتح الجسر غداً».\n"


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    place = tmp_path_factory.mktemp("cli") / "sample.db"
    assert CliRunner().invoke(rawi, ["ingest", str(sample_path()), "--ledger", str(place)]).exit_code == 0
    return str(place)


@pytest.fixture
def run(monkeypatch, tmp_path):
    monkeypatch.delenv("RAWI_LEDGER", raising=False)
    monkeypatch.delenv("RAWI_LEXICON", raising=False)
    monkeypatch.chdir(tmp_path)
    return lambda *arguments, **how: CliRunner().invoke(rawi, list(map(str, arguments)), **how)


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def lines_of(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


class TestHelp:
    @pytest.mark.parametrize("verb", list(VERBS))
    def test_help_begins_with_a_verb_and_ends_with_an_example(self, run, verb):
        told = run(verb, "--help").stdout.strip().splitlines()
        assert told[0].startswith("Usage: ")
        assert told[2].strip().split()[0] in VERBS_IN_HELP
        assert told[-1].strip().startswith(("Example: rawi", "rawi"))

    def test_help_lists_every_verb_and_loads_none(self):
        asked = (
            "import sys; from rawi.cli.main import rawi; rawi(['--help'], standalone_mode=False);"
            "print(sorted({'sqlalchemy', 'rich', 'yaml', 'ahocorasick'} & set(sys.modules)))"
        )
        told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
        assert told.rstrip().endswith("[]")
        assert [verb for verb in VERBS if f"\n  {verb} " not in told] == []

    def test_asking_the_ledger_does_not_load_the_analysis(self, filled):
        asked = (
            "import sys; from rawi.cli.main import rawi;"
            f"rawi(['stats', '--ledger', {filled!r}], standalone_mode=False);"
            "print('rawi.pipeline' in sys.modules, file=sys.stderr)"
        )
        assert (
            subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stderr
            == "False\n"
        )

    def test_unknown_verb_names_the_nearest(self, run):
        result = run("statments")
        assert result.exit_code == 2
        assert "there is no verb 'statments'; did you mean 'statements'?" in result.stderr

    def test_version(self, run):
        assert run("--version").stdout == "rawi 0.1.0\n"


class TestAnalyze:
    def test_file_becomes_one_line(self, run, report):
        result = run("analyze", report, "--published", "2022-01-10", "--outlet", "الشروق")
        assert result.exit_code == 0
        (analysis,) = lines_of(result)
        assert (analysis["schema"], analysis["published"], analysis["outlet"]) == ("rawi/1", "2022-01-10", "الشروق")
        assert "سنفتح الجسر غداً" in [one["content"][0]["text"] for one in analysis["statements"]]

    def test_standard_input_is_read(self, run):
        result = run("analyze", "-", input=json.dumps({"id": "x", "text": REPORT}) + "\n")
        assert [one["text"] if "text" in one else one["id"] for one in lines_of(result)] != []
        assert result.exit_code == 0

    def test_twice_gives_identical_bytes(self, run, report):
        assert run("analyze", report).stdout_bytes == run("analyze", report).stdout_bytes

    def test_output_goes_to_a_file(self, run, report, tmp_path):
        assert run("analyze", report, "-o", tmp_path / "out.jsonl").stdout == ""
        assert json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))["schema"] == "rawi/1"

    def test_gold_beside_the_text_is_ignored(self, run, tmp_path):
        line = {"id": "g1", "text": REPORT, "statements": [{"cue": "x"}], "times": None}
        (tmp_path / "g.jsonl").write_text(json.dumps(line), encoding="utf-8")
        (analysis,) = lines_of(run("analyze", tmp_path / "g.jsonl"))
        assert analysis["id"] == "g1"
        assert "x" not in [one["cue"]["text"] for one in analysis["statements"]]

    def test_bad_date_is_misuse(self, run, report):
        result = run("analyze", report, "--published", "10.1.2022")
        assert result.exit_code == 2
        assert "'10.1.2022' is not a date; write 2022-01-10" in result.stderr

    def test_bad_folder_of_entries_is_misuse(self, run, report):
        assert run("analyze", report, "--lexicon", "nowhere").exit_code == 2


class TestBadInput:
    """Whatever is wrong with one file, the others are read, and the exit code says so."""

    @pytest.fixture
    def batch(self, tmp_path, report):
        folder = tmp_path / "batch"
        folder.mkdir()
        (folder / "empty.txt").write_bytes(b"")
        (folder / "paper.txt").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n")
        (folder / "broken.jsonl").write_text('{"id": "ok", "text": "' + REPORT.replace("\n", " ") + '"}\n{"id": \n')
        (folder / "english.txt").write_text("The minister said the bridge was safe.\n" * 5)
        (folder / "undated.txt").write_text(REPORT, encoding="utf-8")
        (folder / "loop").symlink_to(folder, target_is_directory=True)
        return folder

    def test_batch_goes_on_and_the_exit_code_is_one(self, run, batch):
        result = run("ingest", batch, "--ledger", "l.db")
        assert result.exit_code == 1
        assert "failed" in result.stderr
        failures = [one["origin"] for one in lines_of(run("stats", "--failures", "--ledger", "l.db"))]
        assert sorted(origin.rpartition("/")[2] for origin in failures)[:3] == [
            "broken.jsonl:2",
            "empty.txt",
            "paper.txt",
        ]
        origins = [one["id"] for one in lines_of(run("stats", "--articles", "--ledger", "l.db"))]
        assert "ok" in origins
        assert len(origins) >= 2

    def test_each_failure_says_where_what_and_what_to_do(self, run, batch):
        told = run("analyze", batch / "empty.txt", batch / "paper.txt").stderr.splitlines()
        assert [len(line.split(": ", 1)) for line in told[:2]] == [2, 2]
        assert told[-1].startswith("rawi: 2 of the inputs could not be read")

    def test_missing_file_is_a_failure_among_others(self, run, report):
        result = run("analyze", "nowhere.txt", report)
        assert result.exit_code == 1
        assert len(lines_of(result)) == 1
        assert "nowhere.txt" in result.stderr

    def test_failure_is_over_when_the_file_is_mended(self, run, tmp_path):
        path = tmp_path / "a.txt"
        path.write_bytes(b"")
        run("ingest", path, "--ledger", "l.db")
        path.write_text(REPORT, encoding="utf-8")
        assert run("ingest", path, "--ledger", "l.db").exit_code == 0
        assert run("stats", "--failures", "--ledger", "l.db").stdout == ""


class TestLedgerVerbs:
    def test_second_ingest_leaves_all_as_it_is(self, run, filled):
        result = run("ingest", sample_path(), "--ledger", filled)
        assert result.stderr == f"{filled}: 40 articles read: 0 new, 40 unchanged\n"

    def test_ledger_is_named_by_the_environment(self, run, filled):
        assert lines_of(run("stats", env={"RAWI_LEDGER": filled}))[0]["articles"] == 40

    def test_missing_ledger_is_misuse_and_is_not_made(self, run, tmp_path):
        result = run("statements", "--ledger", "none.db")
        assert result.exit_code == 2
        assert "there is no ledger none.db. `rawi ingest FILES --ledger none.db` makes one." in result.stderr
        assert list(tmp_path.iterdir()) == []

    def test_statements_are_one_record_a_line(self, run, filled):
        found = lines_of(run("statements", "--article", "jan22-07", "--ledger", filled))
        assert {one["article"] for one in found} == {"jan22-07"}
        assert {"speaker", "content", "force", "via", "published", "outlet"} <= set(found[0])

    def test_filters_restrict(self, run, filled):
        found = lines_of(run("statements", "--force", "deny", "--until", "2022-01", "--limit", "3", "--ledger", filled))
        assert [one["force"] for one in found] == ["deny"] * 3

    def test_search_folds_and_takes_particles_off(self, run, filled):
        found = lines_of(run("statements", "--text", "روسيا", "--limit", "5", "--ledger", filled))
        assert len(found) == 5

    def test_unknown_force_is_misuse_with_the_choices(self, run, filled):
        result = run("statements", "--force", "denies", "--ledger", filled)
        assert result.exit_code == 2
        assert "'deny'" in result.stderr

    def test_unknown_outlet_names_the_nearest(self, run, filled):
        result = run("statements", "--outlet", "المرفا الجديد", "--ledger", filled)
        assert result.exit_code == 2
        assert "Did you mean المرفأ" in result.stderr

    def test_csv_has_a_header_and_one_line_a_statement(self, run, filled):
        told = run("statements", "--format", "csv", "--limit", "2", "--ledger", filled).stdout
        rows = list(csv.DictReader(io.StringIO(told)))
        assert len(rows) == 2
        assert rows[0]["article"].startswith("jan22-")

    def test_csv_file_opens_in_excel(self, run, filled, tmp_path):
        run("statements", "--limit", "1", "-o", tmp_path / "s.csv", "--ledger", filled)
        assert (tmp_path / "s.csv").read_bytes().startswith(b"\xef\xbb\xbfarticle,outlet,")

    def test_table_says_how_many_there_are(self, run, filled):
        result = run("statements", "--format", "table", "--limit", "2", "--ledger", filled)
        assert result.stderr.startswith("2 of ")
        assert "day" in result.stdout.splitlines()[0]

    def test_table_off_a_terminal_holds_no_invisible_marks(self, run, filled):
        told = run("statements", "--format", "table", "--ledger", filled).stdout
        assert not set("\u2066\u2067\u2068\u2069") & set(told)

    def test_nothing_found_is_said(self, run, filled):
        result = run("statements", "--text", "قرطبة", "--format", "table", "--ledger", filled)
        assert (result.exit_code, result.stdout) == (0, "")
        assert "No statement is like that" in result.stderr

    def test_show_marks_and_lists_each_statement(self, run, filled):
        told = run("show", "jan22-07", "--ledger", filled).stdout
        assert told.splitlines()[0].startswith("jan22-07 · ")
        assert told.count("①") == 2
        assert told.count("①⟨") == 1

    def test_show_says_why(self, run, filled):
        assert "because " in run("show", "jan22-07", "--why", "--ledger", filled).stdout
        assert "because " not in run("show", "jan22-07", "--ledger", filled).stdout

    def test_show_gives_the_analysis(self, run, filled):
        (analysis,) = lines_of(run("show", "jan22-07", "--format", "jsonl", "--ledger", filled))
        assert analysis["id"] == "jan22-07"

    def test_show_of_an_unknown_article_names_near_ones(self, run, filled):
        result = run("show", "jan22-99", "--ledger", filled)
        assert result.exit_code == 2
        assert "Near it: jan22-" in result.stderr

    def test_speakers_are_listed_busiest_first(self, run, filled):
        counts = [one["statements"] for one in lines_of(run("speakers", "--ledger", filled))]
        assert counts == sorted(counts, reverse=True)
        assert len(counts) > 20

    def test_stats_list_articles(self, run, filled):
        assert [one["id"] for one in lines_of(run("stats", "--articles", "--ledger", filled))][:2] == [
            "jan22-01",
            "jan22-02",
        ]

    @pytest.mark.parametrize("verb", [("stats",), ("stats", "--articles"), ("speakers",), ("speakers", "--limit", "1")])
    def test_tables_are_printed_where_asked(self, run, filled, verb):
        how = ["--format", "table", "--ledger", filled]
        assert len(run(*verb, *how).stdout.splitlines()) >= 2


class TestDemo:
    def test_sample_is_read_and_shown(self, run):
        result = run("demo", "--ledger", "l.db")
        assert result.exit_code == 0
        assert "l.db: 40 articles read: 40 new (" in result.stderr
        for title in ("40 articles · ", "the busiest speakers", "a few statements"):
            assert title in result.stdout

    def test_own_files_are_read_instead(self, run, report):
        result = run("demo", report, "--ledger", "l.db")
        assert "l.db: 1 articles read: 1 new (" in result.stderr

    def test_file_that_cannot_be_read_is_told(self, run, tmp_path):
        (tmp_path / "empty.txt").write_bytes(b"")
        result = run("demo", tmp_path / "empty.txt", "--ledger", "l.db")
        assert result.exit_code == 1
        assert "The ledger holds no article yet" in result.stdout


class TestLexiconCheck:
    def test_data_of_the_package_is_sound(self, run):
        assert run("lexicon", "check").exit_code == 0

    def test_bad_entry_of_ones_own_is_told_with_its_line(self, run, tmp_path):
        (tmp_path / "lexicon" / "words").mkdir(parents=True)
        (tmp_path / "lexicon" / "words" / "mine.yaml").write_text("good: [x]\nbad: 3\n")
        result = run("lexicon", "check", "--lexicon", tmp_path)
        assert result.exit_code == 1
        assert "mine.yaml:2: " in result.stdout


class TestEvaluate:
    @pytest.fixture
    def gold(self, tmp_path):
        statement = {"cue": "وقال", "speaker": "الوزير أحمد سالم", "content": ["سنفتح الجسر غداً"]}
        statement |= {"mode": "direct", "force": "pledge"}
        article = {"id": "g1", "text": REPORT, "outlet": "الشروق", "statements": [statement]}
        (tmp_path / "gold.jsonl").write_text(json.dumps(article) + "\n")
        return tmp_path / "gold.jsonl"

    def test_table_has_the_headline_first(self, run, gold):
        told = run("evaluate", gold, "--by", "outlet", "--errors", "1").stdout.splitlines()
        assert told[0] == "1 articles, 0 without an analysis"
        assert told[2].split()[0] == "who_said_what"
        assert [line for line in told if "الشروق" in line] != []

    def test_json_holds_scores_and_errors(self, run, gold):
        (told,) = lines_of(run("evaluate", gold, "--json"))
        assert told["scores"]["detected"]["gold"] == 1
        assert {"articles", "missing", "scores", "errors"} <= set(told)

    def test_file_that_is_no_gold_is_misuse(self, run, report):
        result = run("evaluate", report)
        assert result.exit_code == 2
        assert "report.txt:1: not an annotated article" in result.stderr


class TestPipes:
    """As a shell runs it."""

    def test_reader_that_closes_early_ends_it_quietly(self, filled):
        command = f"{sys.executable} -m rawi statements --ledger {filled} | head -n 1"
        done = subprocess.run(["bash", "-c", command + "; exit ${PIPESTATUS[0]}"], capture_output=True, check=False)
        assert (done.stderr, done.stdout.count(b"\n"), done.returncode) == (b"", 1, 0)

    def test_analyses_can_be_read_as_they_come(self, filled):
        command = f"{sys.executable} -m rawi analyze {sample_path()} | head -n 2"
        done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
        assert (done.stderr, done.stdout.count(b"\n")) == (b"", 2)

    def test_statements_flow_from_standard_input_to_output(self, tmp_path):
        command = f"cat {sample_path()} | {sys.executable} -m rawi ingest - --ledger {tmp_path}/l.db"
        done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (0, "")
        assert "40 articles read: 40 new" in done.stderr
