import gzip
import io
import json
import os
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rawi.model import Article, Failure
from rawi.model.ids import content_id
from rawi.read import read_articles
from rawi.read.limits import LONGEST

TEXT = yaml.safe_load((Path(__file__).parents[1] / "cases" / "read.yaml").read_text(encoding="utf-8"))["encoded"][
    "text"
]


def write(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def line(**fields):
    return json.dumps(fields, ensure_ascii=False) + "\n"


def provenance(article):
    return {known.field: known.source for known in article.provenance}


def read_one(path, **options):
    (found,) = read_articles([path], **options)
    return found


def test_a_text_file_is_kept_as_it_stands(tmp_path):
    article = read_one(write(tmp_path / "a.txt", "\n " + TEXT.replace("\n", "\r\n") + "\t\n"))
    assert article.text == "\n " + TEXT.replace("\n", "\r\n") + "\t\n"


def test_a_text_file_says_where_each_piece_came_from(tmp_path):
    article = read_one(write(tmp_path / "a.txt", TEXT), outlet="الساحل")
    assert article == Article(
        id=content_id(TEXT, "الساحل", "2021-02-03"),
        text=TEXT,
        title=TEXT.partition("\n")[0],
        outlet="الساحل",
        published=date(2021, 2, 3),
        dateline="بيروت - رويترز",
        credit="رويترز",
        language="ar",
        origin=str(tmp_path / "a.txt"),
        encoding="utf-8",
        provenance=article.provenance,
    )
    assert provenance(article) == {
        "credit": "dateline",
        "dateline": "dateline",
        "encoding": "valid UTF-8",
        "outlet": "option",
        "published": "header line",
        "title": "first line",
    }


def test_an_option_counts_before_the_name_of_the_file(tmp_path):
    path = write(tmp_path / "2020-05-06.txt", "قال الوزير شيئا.")
    assert read_one(path).published == date(2020, 5, 6)
    assert provenance(read_one(path))["published"] == "file name"
    assert read_one(path, published=date(2020, 5, 7)).published == date(2020, 5, 7)
    assert provenance(read_one(path, published=date(2020, 5, 7)))["published"] == "option"


def test_what_the_article_says_counts_before_an_option(tmp_path):
    assert read_one(write(tmp_path / "a.txt", TEXT), published=date(2019, 1, 1)).published == date(2021, 2, 3)


def test_an_article_without_a_date_has_none(tmp_path):
    article = read_one(write(tmp_path / "a.txt", "قال الوزير شيئا."))
    assert article.published is None
    assert "published" not in provenance(article)


def test_an_english_article_is_read(tmp_path):
    article = read_one(write(tmp_path / "a.txt", "The minister said that the talks will resume."))
    assert article.language == "en"


def test_lost_bytes_are_recorded(tmp_path):
    article = read_one(write(tmp_path / "a.txt", TEXT.encode()[:30] + b"\xff" + TEXT.encode()[30:]))
    assert provenance(article)["encoding"] == "UTF-8 with broken bytes; 1 broken characters replaced"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.txt", b" \n\t\n", "the file holds nothing but white space"),
        ("a.txt", b"%PDF-1.7\n1 0 obj", "the file is a PDF document, whatever its name says"),
        ("a.html", b"%PDF-1.7\n1 0 obj", "the file is a PDF document, whatever its name says"),
        ("a.txt", b"PK\x03\x04\x14\x00", "the file is a ZIP archive or an office document, whatever its name says"),
        ("a", b"\x89PNG\r\n\x1a\n", "the file is a PNG picture, whatever its name says"),
        ("a.txt", bytes(range(256)) * 9, "the bytes are no text in UTF-8, UTF-16, windows-1256 or ISO-8859-6"),
        ("a.jsonl.gz", b"no archive", "the archive is damaged: Not a gzipped file (b'no')"),
    ],
)
def test_what_cannot_be_read_is_a_failure_with_advice(name, content, reason, tmp_path):
    path = write(tmp_path / name, content)
    failure = read_one(path)
    assert (failure.origin, failure.reason) == (str(path), reason)
    assert failure.advice.endswith(".")


def test_a_missing_file_is_a_failure(tmp_path):
    failure = read_one(tmp_path / "no.txt")
    assert failure == Failure(
        str(tmp_path / "no.txt"), "there is no such file or folder", "Check the spelling of the path."
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read any file")
def test_a_file_that_may_not_be_read_is_a_failure(tmp_path):
    path = write(tmp_path / "a.txt", TEXT)
    path.chmod(0)
    assert read_one(path).reason == "the file may not be read"


@pytest.mark.parametrize("path", ["a\x00b.txt", "x" * 5000])
def test_a_path_that_cannot_be_is_a_failure(path):
    assert read_one(path).reason.startswith("the file cannot be opened: ")


def test_an_endless_line_is_a_failure_and_is_not_held(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(200 << 20)
    assert read_one(path).reason == "the file is longer than 16 MB, which no article is"


def test_lines_are_read_and_all_but_their_five_fields_ignored(tmp_path):
    stated = {"id": "x-1", "outlet": "المرفأ", "published": "2021-02-05", "title": "عنوان", "text": TEXT}
    path = write(tmp_path / "a.jsonl", line(**stated, statements=[{"content": [1]}], times=3))
    article = read_one(path, published=date(2000, 1, 1), outlet="آخر")
    assert (article.id, article.outlet, article.published, article.title, article.text) == (
        "x-1",
        "المرفأ",
        date(2021, 2, 5),
        "عنوان",
        TEXT,
    )
    assert article.origin == f"{path}:1"
    assert provenance(article)["published"] == "record"


def test_options_and_the_text_fill_what_a_line_leaves_out(tmp_path):
    article = read_one(write(tmp_path / "a.jsonl", line(text=TEXT, outlet=None, id=None)), outlet="الساحل")
    assert (article.outlet, article.published, article.title) == ("الساحل", date(2021, 2, 3), TEXT.partition("\n")[0])
    assert article.id == content_id(TEXT, "الساحل", "2021-02-03")


def test_a_bad_line_is_a_failure_and_the_others_are_read(tmp_path):
    bad = ["{broken\n", "\n", "[1]\n", line(id="no text"), line(id="b", text=" "), '{"text": "\\ud800"}\n']
    path = write(tmp_path / "a.jsonl", line(id="a", text=TEXT) + "".join(bad) + line(id=7, text=TEXT))
    found = list(read_articles([path]))
    assert [one.id for one in found if isinstance(one, Article)] == ["a", "7"]
    assert [one.origin for one in found if isinstance(one, Failure)] == [f"{path}:{n}" for n in (2, 4, 5, 6, 7)]


def test_a_packed_file_of_lines(tmp_path):
    path = write(tmp_path / "a.jsonl.gz", gzip.compress(line(id="a", text=TEXT).encode()))
    assert read_one(path).id == "a"


def test_a_packed_file_cut_short_gives_what_is_whole(tmp_path):
    packed = gzip.compress("".join(line(id=str(n), text=os.urandom(300).hex()) for n in range(99)).encode())
    found = list(read_articles([write(tmp_path / "a.jsonl.gz", packed[: len(packed) // 2])]))
    assert found[0].id == "0"
    assert found[-1].reason.startswith("the archive is damaged: ")


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_lines_in_another_encoding(codec, tmp_path):
    content = (line(id="a", text=TEXT) + line(id="b", text=TEXT)).encode(codec)
    assert [(one.id, one.text) for one in read_articles([write(tmp_path / "a.jsonl", content)])] == [
        ("a", TEXT),
        ("b", TEXT),
    ]


def test_a_line_in_a_code_page(tmp_path):
    article = read_one(write(tmp_path / "a.jsonl", line(id="a", text=TEXT).encode("cp1256")))
    assert (article.text, article.encoding) == (TEXT, "windows-1256")


def test_an_endless_line_among_others_is_passed_over(tmp_path):
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.write(line(id="a", text=TEXT).encode() + b'{"text": "' + b"x" * (LONGEST * 2) + b'"}\n')
        file.write(line(id="b", text=TEXT).encode())
    first, long, last = read_articles([path])
    assert (first.id, last.id) == ("a", "b")
    assert (long.origin, long.reason) == (f"{path}:2", "the line is longer than 16 MB, which no article is")


def test_a_folder_is_read_in_order_and_hidden_files_are_not(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("z.txt", "a.TXT", ".hidden.txt", "b/c.txt", ".git/d.txt", "picture.png"):
        write(tmp_path / name, "قال الوزير شيئا.")
    found = [Path(article.origin).relative_to(tmp_path).as_posix() for article in read_articles([tmp_path])]
    assert found == ["a.TXT", "z.txt", "b/c.txt"]


def test_a_loop_of_folders_ends(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    write(tmp_path / "a" / "b" / "c.txt", TEXT)
    (tmp_path / "a" / "b" / "up").symlink_to(tmp_path / "a")
    assert [article.origin for article in read_articles([tmp_path])] == [str(tmp_path / "a" / "b" / "c.txt")]


def test_a_link_to_nothing_is_a_failure_and_the_rest_is_read(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    write(tmp_path / "b.txt", TEXT)
    failure, article = read_articles([tmp_path])
    assert failure.reason == "there is no such file or folder"
    assert article.text == TEXT


@pytest.mark.parametrize(
    ("content", "origins"),
    [
        (line(id="a", text=TEXT) + line(id="b", text=TEXT), ["-:1", "-:2"]),
        (TEXT, ["-"]),
        ("<!DOCTYPE html><html><body><p>" + TEXT * 3 + "</p></body></html>", ["-"]),
    ],
    ids=["lines", "text", "page"],
)
def test_standard_input_is_told_by_its_content(content, origins, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    found = list(read_articles(["-"]))
    assert [one.origin for one in found] == origins
    assert all(one.text.strip().startswith(TEXT.partition("\n")[0]) for one in found)


def test_reading_twice_gives_the_same(tmp_path):
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "b.jsonl", line(text=TEXT))
    assert list(read_articles([tmp_path])) == list(read_articles([tmp_path]))


def test_articles_are_read_one_at_a_time(tmp_path):
    write(tmp_path / "a.txt", TEXT)
    found = read_articles([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert next(found).text == TEXT
    write(tmp_path / "b.txt", "جاء بعدها.")
    assert next(found).text == "جاء بعدها."


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(content=st.binary(max_size=300), name=st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.jsonl.gz", "a"]))
def test_any_bytes_under_any_name_give_articles_or_failures(content, name, tmp_path):
    path = write(tmp_path / name, content)
    assert all(isinstance(found, Article | Failure) for found in read_articles([path]))
