"""Articles as plain text, kept as it stands."""

from rawi.model import Article, Failure
from rawi.read.encodings import decode_bytes
from rawi.read.facts import Fact, Options, build_article
from rawi.read.frame import find_frame


def read_plain(content: bytes, *, origin: str, options: Options, more: list[Fact]) -> Article | Failure:
    """The article of a text file, its byte-order mark left out. ``more`` are facts that count least."""
    decoded = decode_bytes(content)
    if decoded is None:
        reason = "the bytes are no text in UTF-8, UTF-16, windows-1256 or ISO-8859-6"
        return Failure(origin, reason, "Save the file as UTF-8; if it is a document or picture, export its text first.")
    if not decoded.text.strip():
        return Failure(
            origin, "the file holds nothing but white space", "Remove it, or save the article into it again."
        )
    facts = [*find_frame(decoded.text, lexicon=options.lexicon), *options.facts(), *more]
    encoding = Fact("encoding", decoded.encoding, "; ".join(filter(None, (decoded.source, decoded.loss))))
    return build_article(decoded.text, facts, origin=origin, encoding=encoding, lexicon=options.lexicon)
