"""The article of a web page, without its menus, related links, tags and comments."""

import re

from rawi.model import Article, Failure
from rawi.read.encodings import Decoded, decode_bytes
from rawi.read.facts import Fact, Options, build_article
from rawi.read.frame import find_frame
from rawi.read.metadata import PageHead, read_head

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{3,30})", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_HEAD = 4096
# Where the page's own copy of the text is so much longer, the extraction lost a part of the article.
_LOST = 0.5
_NO_ARTICLE = "Save the page as the browser shows it, or copy the article into a .txt file."


def read_page(content: bytes, *, origin: str, options: Options, more: list[Fact]) -> Article | Failure:
    """The article of an HTML page; its text begins with its title. ``more`` are facts that count least."""
    declared = _CHARSET.search(content[:_HEAD])
    decoded = decode_bytes(content, declared=declared.group(1).decode("ascii") if declared else "")
    if decoded is None:
        return Failure(origin, "the page is in no encoding that makes text of it", "Save it again as UTF-8.")
    head = _head(decoded)
    if head is None:
        return Failure(origin, "the page holds no HTML", _NO_ARTICLE)
    body = _body(decoded.text, head)
    if not body:
        return Failure(origin, "no article was found in the page", _NO_ARTICLE)
    title = next((str(fact.value) for fact in head.facts if fact.field == "title"), "")
    text = body if not title or _begins_with(body, title) else f"{title}\n\n{body}"
    facts = [*head.facts, *find_frame(text, lexicon=options.lexicon, title=title), *options.facts(), *more]
    encoding = Fact("encoding", decoded.encoding, "; ".join(filter(None, (decoded.source, decoded.loss))))
    return build_article(text, facts, origin=origin, encoding=encoding, lexicon=options.lexicon)


def _head(decoded: Decoded) -> PageHead | None:
    from lxml import etree, html

    try:
        page = html.document_fromstring(_XML_DECLARATION.sub("", decoded.text.replace("\x00", "")))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return read_head(page)


def _body(page: str, head: PageHead) -> str:
    """The text of the article: trafilatura's, or the page's own copy where that is much longer."""
    # Importing trafilatura takes 0.15 s: only those who read pages pay for it.
    from trafilatura import extract

    # Without metadata: its search for a date takes a copyright year for one.
    extracted = extract(
        page,
        include_comments=False,
        include_tables=False,
        favor_precision=False,
        with_metadata=False,
        deduplicate=False,
    )
    body = (extracted or "").strip()
    return head.body.strip() if len(body) < _LOST * len(head.body) else body


def _begins_with(body: str, title: str) -> bool:
    return _letters(body[: 2 * len(title) + 20]).startswith(_letters(title))


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())
