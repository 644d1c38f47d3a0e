"""The reports that ship with Rawi: forty, by nine invented outlets, on one crisis of January 2022."""

from pathlib import Path


def sample_path() -> Path:
    """The file of the sample, one article a line.

    >>> sample_path().name
    'articles.jsonl'
    """
    return Path(__file__).parent.parent / "resources" / "sample" / "articles.jsonl"
