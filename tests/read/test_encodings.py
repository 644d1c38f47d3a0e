from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.read.encodings import decode_bytes

CASE = yaml.safe_load((Path(__file__).parents[1] / "cases" / "read.yaml").read_text(encoding="utf-8"))["encoded"]

EVERY = pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
        ("cp1256", "windows-1256"),
        ("iso8859-6", "iso-8859-6"),
    ],
)


@EVERY
def test_every_encoding_gives_the_text_back(codec, name):
    # ISO-8859-6 has all of Arabic but not its shadda-bearing neighbours outside the block; the text is within it.
    decoded = decode_bytes(CASE["text"].encode(codec))
    assert (decoded.text, decoded.encoding, decoded.loss) == (CASE["text"], name, "")


@EVERY
def test_a_few_words_are_enough(codec, name):
    decoded = decode_bytes(CASE["short"].encode(codec))
    assert (decoded.text, decoded.encoding) == (CASE["short"], name)


def test_a_code_page_with_marks_only_windows_has():
    decoded = decode_bytes(CASE["only_windows"].encode("cp1256"))
    assert (decoded.text, decoded.encoding) == (CASE["only_windows"], "windows-1256")


def test_utf8_with_broken_bytes_is_read_and_says_so():
    content = CASE["text"].encode()
    decoded = decode_bytes(content[:40] + b"\xff" + content[40:])
    assert decoded.encoding == "utf-8"
    assert decoded.loss == "1 broken characters replaced"
    assert decoded.text.replace("\ufffd", "") == CASE["text"]


def test_utf8_cut_in_the_middle_of_a_letter_is_read():
    decoded = decode_bytes(CASE["short"].encode()[:-1])
    assert decoded.text == CASE["short"][:-1] + "\ufffd"


def test_a_declared_encoding_is_believed_when_it_fits():
    decoded = decode_bytes(CASE["short"].encode("iso8859-6"), declared="ISO-8859-6")
    assert (decoded.text, decoded.encoding, decoded.source) == (CASE["short"], "iso-8859-6", "declared by the page")


def test_a_declared_encoding_that_does_not_exist_is_passed_over():
    assert decode_bytes(CASE["short"].encode("cp1256"), declared="x-arabic").encoding == "windows-1256"


def test_what_is_no_text_has_no_encoding():
    assert decode_bytes(bytes(range(256)) * 20) is None


def test_ascii_is_utf8():
    assert decode_bytes(b"The talks resume.").encoding == "utf-8"


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content):
    decoded = decode_bytes(content)
    assert decoded is None or isinstance(decoded.text, str)
