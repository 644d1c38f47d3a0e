import msgspec

from rawi.export.schema import analysis_schema
from rawi.model import Analysis


def test_schema_names_its_version_and_the_analysis():
    schema = analysis_schema()

    assert schema["title"] == "rawi/1"
    assert schema["$ref"] == "#/$defs/Analysis"


def test_every_field_of_a_written_analysis_is_described():
    written = msgspec.json.decode(msgspec.json.encode(Analysis(id="a")))

    assert set(written) == set(analysis_schema()["$defs"]["Analysis"]["properties"])


def test_statement_fields_are_those_the_scorer_reads():
    described = analysis_schema()["$defs"]["Statement"]["properties"]

    read = {"cue", "source", "content", "speaker", "mode", "force", "condition", "addressee", "channel", "via"}
    assert read | {"parent", "said_on"} <= set(described)
