"""Reading files into articles: text, web pages, JSON lines; any encoding of the Arabic press."""

from rawi.read.articles import read_articles

__all__ = ["read_articles"]
