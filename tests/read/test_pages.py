from pathlib import Path

import pytest
import yaml

from rawi.model import Failure
from rawi.read import read_articles

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "read.yaml").read_text(encoding="utf-8"))["pages"]

every_page = pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])


def read_page(folder, content):
    path = folder / "page.html"
    path.write_bytes(content)
    (found,) = read_articles([path])
    return found


@every_page
def test_a_page_gives_its_article_and_not_its_menus(case, tmp_path):
    article = read_page(tmp_path, case["html"].encode())
    assert [words for words in case["has"] if words not in article.text] == []
    assert [words for words in case["has_not"] if words in article.text] == []
    assert article.text.startswith(case["title"])


@every_page
def test_a_page_says_what_it_is(case, tmp_path):
    article = read_page(tmp_path, case["html"].encode())
    found = {field: getattr(article, field) for field in ("title", "outlet", "byline", "dateline", "credit")}
    assert found == {field: case[field] for field in found}
    sources = {known.field: known.source for known in article.provenance}
    dated = case["published"] or [None, None]
    assert [article.published, sources.get("published")] == dated


def test_a_page_in_the_code_page_it_declares(tmp_path):
    html = CASES[0]["html"].replace("utf-8", "windows-1256").replace("–", "-")
    article = read_page(tmp_path, html.encode("cp1256"))
    assert (article.title, article.encoding) == (CASES[0]["title"], "windows-1256")


def test_a_page_that_declares_the_wrong_encoding(tmp_path):
    article = read_page(tmp_path, CASES[0]["html"].replace("utf-8", "iso-8859-1").encode())
    assert (article.title, article.encoding) == (CASES[0]["title"], "utf-8")


@pytest.mark.parametrize(
    "html",
    ["<html><body><script>start()</script></body></html>", "<html></html>", "<!DOCTYPE html>", "<html>\x00</html>"],
)
def test_a_page_without_an_article_is_a_failure(html, tmp_path):
    found = read_page(tmp_path, html.encode())
    assert isinstance(found, Failure)
    assert found.advice == "Save the page as the browser shows it, or copy the article into a .txt file."


def test_json_ld_that_is_broken_is_passed_over(tmp_path):
    article = read_page(tmp_path, CASES[0]["html"].replace('"@graph": [', '"@graph": [[').encode())
    assert article.title == "الوزير يلوّح"
