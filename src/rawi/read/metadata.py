"""What the head of a page says of its article: JSON-LD first, then meta tags, then the marks of its body."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from rawi.read.dates import parse_timestamp
from rawi.read.facts import Fact

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPES = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "BlogPosting",
    "Report",
    "LiveBlogPosting",
    "OpinionNewsArticle",
)
_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
)
_TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "headline")
_OUTLET_NAMES = ("og:site_name", "application-name", "dc.publisher", "publisher")
_BYLINE_NAMES = ("author", "article:author", "dc.creator", "byl", "parsely-author")
_FIELDS = (("title", _TITLE_NAMES), ("outlet", _OUTLET_NAMES), ("byline", _BYLINE_NAMES))
# Objects of JSON-LD looked at in one page, however deep: a page may hold any JSON.
_MOST_OBJECTS = 2000


class PageHead(msgspec.Struct, frozen=True):
    """The facts a page states of its article, and the article's text if JSON-LD holds it (``""``: it does not)."""

    facts: list[Fact]
    body: str = ""


def read_head(page: "HtmlElement") -> PageHead:
    """The facts of the page, the likeliest of each field first. Reads only what the page says of itself.

    A date is never guessed: no copyright year, no date of another article on the page.
    """
    articles = list(_json_ld(page))
    facts = [fact for article in articles for fact in _article_facts(article)]
    facts.extend(_meta_facts(page))
    facts.extend(_body_facts(page))
    bodies = [body for article in articles if isinstance(body := article.get("articleBody"), str)]
    return PageHead(facts, max(bodies, key=len, default=""))


def _json_ld(page: "HtmlElement") -> Iterator[dict[str, object]]:
    """The objects of the page's JSON-LD that are articles."""
    for script in page.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            content = msgspec.json.decode((script.text or "").strip().rstrip(";").encode("utf-8", "replace"))
        except msgspec.DecodeError:
            continue
        yield from (found for found in _objects(content) if _is_article(found))


def _objects(content: object) -> Iterator[dict[str, object]]:
    waiting = [content]
    seen = 0
    while waiting and seen < _MOST_OBJECTS:
        current = waiting.pop(0)
        seen += 1
        if isinstance(current, dict):
            yield current
            waiting.extend(value for value in current.values() if isinstance(value, dict | list))
        elif isinstance(current, list):
            waiting.extend(current)


def _is_article(found: dict[str, object]) -> bool:
    kind = found.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(one in _ARTICLE_TYPES for one in kinds)


def _article_facts(article: dict[str, object]) -> list[Fact]:
    facts = []
    for field, key in (("title", "headline"), ("outlet", "publisher"), ("byline", "author")):
        value = _name(article.get(key))
        if value:
            facts.append(Fact(field, value, f"JSON-LD {key}"))
    for key in ("datePublished", "dateCreated"):
        stamp = article.get(key)
        day = parse_timestamp(stamp) if isinstance(stamp, str) else None
        if day is not None:
            facts.append(Fact("published", day, f"JSON-LD {key}"))
    return facts


def _name(value: object) -> str:
    """The name of a string, an object with a name, or the first of several."""
    if isinstance(value, str):
        return "" if value.startswith(("http:", "https:")) else _spaces(value)
    if isinstance(value, dict):
        return _name(value.get("name"))
    return _name(value[0]) if isinstance(value, list) and value else ""


def _spaces(text: str) -> str:
    return " ".join(text.split())


def _meta_facts(page: "HtmlElement") -> list[Fact]:
    contents = _meta_contents(page)
    facts = []
    for name in _DATE_NAMES:
        day = parse_timestamp(contents.get(name, ""))
        if day is not None:
            facts.append(Fact("published", day, f"meta {name}"))
    for field, names in _FIELDS:
        found = [(name, _name(contents.get(name, ""))) for name in names]
        facts.extend(Fact(field, value, f"meta {name}") for name, value in found if value)
    return facts


def _meta_contents(page: "HtmlElement") -> dict[str, str]:
    """The contents of the meta tags by name or property, in lower case; the first of each."""
    contents: dict[str, str] = {}
    for meta in page.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = (meta.get("content") or "").strip()
        if name and content:
            contents.setdefault(name, content)
    return contents


def _body_facts(page: "HtmlElement") -> list[Fact]:
    """The title by the page's only main heading, else by its title tag; the date by the first marked time."""
    facts = []
    for moment in page.iter("time"):
        day = parse_timestamp(moment.get("datetime") or "")
        if day is not None:
            facts.append(Fact("published", day, "time tag"))
            break
    headings = [heading for heading in page.iter("h1") if _spaces(heading.text_content())]
    if len(headings) == 1:
        facts.append(Fact("title", _spaces(headings[0].text_content()), "main heading"))
    title = page.find(".//title")
    if title is not None and title.text:
        facts.append(Fact("title", _spaces(title.text), "title tag"))
    return facts
