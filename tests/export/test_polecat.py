"""POLECAT tables: the header, one record a line; a reader gives back what was written and complains of the rest."""

import csv
import io
from datetime import date

import pytest

from rawi.errors import InputError
from rawi.export import COLUMNS, Coding, TypeCode, plover_records, polecat_rows, read_polecat, write_polecat
from rawi.export.coding import StateCode
from rawi.model import Analysis, Event, Hop, Participant, Quantity, Span, Speaker, Statement

CODING = Coding(
    version="PLOVER test",
    types={
        "ASSAULT": TypeCode("MATERIAL CONFLICT", -9.3, ("aerial", "abduct")),
        "CONSULT": TypeCode("VERBAL COOPERATION", 2.1, ("visit",)),
        "REQUEST": TypeCode("VERBAL CONFLICT", -5.0),
    },
    forces={"assert": ("", "010"), "deny": ("", "016"), "demand": ("REQUEST", "02")},
    contexts=("military", "terrorism"),
    sectors=("MIL", "CVL", "REB"),
    states={"IL": StateCode("ISR", "666", "Israel"), "PS": StateCode("PSE", "999", "Palestine")},
    names={"state:il": "Israel"},
)


def span(text, start=0):
    return Span(start, start + len(text), text)


def statement(force="assert", *, via=()):
    return Statement(
        id=f"s-{force}",
        cue=None,
        source=None,
        content=(span('said "so"\tand\nso'),),
        speaker=Speaker(name="Speaker"),
        mode="indirect",
        force=force,
        via=via,
    )


@pytest.fixture
def analysis():
    attack = Event(
        id="e1",
        trigger=span("raid"),
        type="ASSAULT",
        mode="aerial",
        actors=(Participant("army; north", country="IL", sector="MIL", entity="state:il"),),
        targets=(Participant('the "camp"', country="PS", sector="CVL"), Participant("men", sector="REB")),
        date="2022-01-10",
        place="Gaza",
        said=0,
        contexts=("military",),
        quantities=(Quantity(3.0, None, "killed", span("more than 3")),),
    )
    meeting = Event(id="e2", trigger=span("talks"), type="CONSULT", date="2022-02", status="planned")
    return Analysis(
        id="art-1",
        outlet="Outlet",
        published=date(2022, 1, 11),
        statements=(statement(via=(Hop("Agency"),)), statement("deny"), statement("demand")),
        events=(attack, meeting),
    )


def table_of(rows):
    file = io.StringIO(newline="")
    write_polecat(rows, file)
    return file.getvalue()


def read_back(text):
    return list(read_polecat(io.StringIO(text, newline=""), CODING))


class TestTable:
    def test_there_are_thirty_nine_columns_in_the_order_of_the_releases(self, analysis):
        header = table_of([]).rstrip("\n").split("\t")
        assert len(COLUMNS) == 39
        assert header == list(COLUMNS)
        assert header[:8] == [
            "Event ID", "Event Date", "Event Type", "Event Mode", "Quad Code", "Contexts", "Actor Name",
            "Actor Country",
        ]  # fmt: skip
        assert header[-3:] == ["Story Locations", "Language", "Version"]

    def test_each_record_is_one_line(self, analysis):
        rows = list(polecat_rows(analysis, CODING))
        assert table_of(rows).count("\n") == 1 + len(rows) == 1 + 2 + 3

    def test_what_was_written_is_read_back(self, analysis):
        rows = list(polecat_rows(analysis, CODING))
        assert read_back(table_of(rows)) == rows

    def test_any_reader_of_quoted_tables_reads_it(self, analysis):
        rows = list(polecat_rows(analysis, CODING))
        assert list(csv.DictReader(io.StringIO(table_of(rows)), delimiter="\t")) == rows


class TestRows:
    def test_sides_carry_codes_sectors_and_raw_names(self, analysis):
        row = next(polecat_rows(analysis, CODING))
        assert row["Actor Name"] == "Israel"
        assert row["Actor Name Raw"] == "army, north"
        assert (row["Actor Country"], row["Actor COW"], row["Primary Actor Sector"]) == ("ISR", "666", "MIL")
        assert row["Recipient Sectors"] == "CVL; REB"
        assert row["Recipient Country"] == "PSE"
        assert (row["Quad Code"], row["Event Mode"]) == ("MATERIAL CONFLICT", "aerial")

    def test_what_somebody_says_is_marked_as_reported(self, analysis):
        said, own = list(polecat_rows(analysis, CODING, statements=False))
        assert said["Contexts"] == "military; reported"
        assert "reported" not in own["Contexts"]

    def test_a_month_is_never_made_a_day(self, analysis):
        meeting = list(polecat_rows(analysis, CODING))[1]
        assert meeting["Event Date"] == "None"
        assert meeting["Contexts"] == "future"

    def test_statements_keep_their_cameo_code(self, analysis):
        types = [row["Event Type"] for row in polecat_rows(analysis, CODING)][2:]
        assert types == ["CAMEO 010", "CAMEO 016", "REQUEST"]

    def test_statements_can_be_left_out(self, analysis):
        assert len(list(polecat_rows(analysis, CODING, statements=False))) == 2


class TestReader:
    @pytest.mark.parametrize(
        ("column", "value"),
        [
            ("Event Type", "FIGHT"),
            ("Event Mode", "visit"),
            ("Quad Code", "VERBAL CONFLICT"),
            ("Event Date", "2022-1-10"),
            ("Actor Sectors", "XYZ"),
            ("Recipient Country", "XX"),
            ("Contexts", "military;terrorism"),
            ("Event ID", ""),
        ],
    )
    def test_a_wrong_cell_is_named(self, analysis, column, value):
        row = next(polecat_rows(analysis, CODING)) | {column: value}
        with pytest.raises(InputError, match=rf"line 2: .*{column}"):
            read_back(table_of([row]))

    def test_another_header_is_refused(self, analysis):
        text = table_of(polecat_rows(analysis, CODING)).replace("Quad Code", "Intensity", 1)
        with pytest.raises(InputError, match="line 1"):
            read_back(text)

    def test_a_row_of_the_wrong_width_is_refused(self, analysis):
        text = table_of(polecat_rows(analysis, CODING)).rstrip("\n") + "\textra\n"
        with pytest.raises(InputError, match="40 cells"):
            read_back(text)


class TestPlover:
    def test_an_event_somebody_tells_carries_speaker_and_chain(self, analysis):
        record = next(plover_records(analysis, CODING))
        assert record.said_by.speaker == "Speaker"
        assert record.said_by.via == ("Agency",)
        assert record.quantities == ({"low": 3.0, "high": None, "unit": "killed", "text": "more than 3"},)

    def test_what_is_planned_is_future(self, analysis):
        planned = list(plover_records(analysis, CODING))[1]
        assert planned.context == ("future",)
        assert planned.said_by is None
        assert planned.date == "2022-02"

    def test_a_denial_keeps_its_cameo_code(self, analysis):
        denial = list(plover_records(analysis, CODING))[3]
        assert (denial.event, denial.cameo) == ("", "016")
