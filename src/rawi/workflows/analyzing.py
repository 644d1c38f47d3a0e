"""Analyzing a text, an article, or files without end; no store."""

import logging
import traceback
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import msgspec

from rawi.errors import RawiError
from rawi.lexicon import Lexicon, load_lexicon
from rawi.model import Analysis, Article, Failure
from rawi.model.ids import content_id
from rawi.pipeline import analyze as run_pipeline
from rawi.read import read_articles
from rawi.workflows.version import analysis_version

_LOG = logging.getLogger(__name__)


class Source(msgspec.Struct, frozen=True):
    """What to read: files, folders, ``-`` for standard input; date and outlet for what does not name its own."""

    paths: tuple[str | Path, ...]
    published: date | None = None
    outlet: str | None = None

    def read(self) -> Iterator[Article | Failure]:
        """The articles, one after another; what cannot be read is a failure."""
        return read_articles(self.paths, published=self.published, outlet=self.outlet)


def analyze(
    text: str, *, published: date | str | None = None, outlet: str = "", title: str = "", lexicon: Lexicon | None = None
) -> Analysis:
    """Everything Rawi finds in a text: who said what, when, with which words, and by which rule it was found.

    The text is taken as it stands; offsets count its code points. ``published`` (a date or ISO string) is what
    relative expressions are resolved against.

    >>> import rawi
    >>> analysis = rawi.analyze("قال الوزير: «نوافق على العرض».", published="2022-01-10")
    >>> [span.text for statement in analysis.statements for span in statement.content]
    ['نوافق على العرض']
    """
    day = date.fromisoformat(published) if isinstance(published, str) else published
    article_id = content_id(text, outlet, day.isoformat() if day else "")
    article = Article(id=article_id, text=text, title=title, outlet=outlet, published=day)
    words = lexicon if lexicon is not None else load_lexicon()
    return _versioned(run_pipeline(article, words), words)


def analyze_article(article: Article, lexicon: Lexicon) -> Analysis | Failure:
    """The analysis, marked with what made it, or the reason why there is none; never raises for an article's sake.

    Language data or a model that cannot be read is raised: no article could be analyzed with it.
    """
    try:
        msgspec.json.encode(article)
        return _versioned(run_pipeline(article, lexicon), lexicon)
    except UnicodeEncodeError as error:
        reason = f"half of a surrogate pair ({error.object[error.start]!r}), which no file can hold"
        return Failure(article.origin or article.id, reason, "Remove it, or decode the text anew from its source.")
    except RawiError:
        raise
    except Exception as error:  # noqa: BLE001 - a fault on one article must not end a batch of a hundred thousand
        _LOG.debug("analysis of %s", article.origin or article.id, exc_info=True)
        reason = f"the analysis stopped at {_place(error)} with {type(error).__name__}: {error}"
        return Failure(article.origin or article.id, reason, "This is a fault of Rawi: please report it with the text.")


def analyze_all(articles: Iterable[Article | Failure], lexicon: Lexicon) -> Iterator[Analysis | Failure]:
    """The analyses of the articles in order, failures between them; holds one article at a time."""
    for article in articles:
        yield article if isinstance(article, Failure) else analyze_article(article, lexicon)


def _place(error: Exception) -> str:
    """The innermost line of code the error passed through, for a report of it."""
    trace = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(trace.filename).name}:{trace.lineno}"


def _versioned(analysis: Analysis, lexicon: Lexicon) -> Analysis:
    return msgspec.structs.replace(analysis, version=analysis_version(lexicon))
