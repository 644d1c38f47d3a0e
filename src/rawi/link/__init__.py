"""Who is meant: one identity for the names of an article, against the knowledge base."""

from rawi.link.article import link_article

__all__ = ["link_article"]
