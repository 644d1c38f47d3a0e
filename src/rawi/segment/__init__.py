"""Cutting an article into blocks, sentences and quotations."""

from rawi.segment.article import segment_article

__all__ = ["segment_article"]
