"""Who and what an article names: people with their offices, states, bodies, outlets and places."""

from rawi.mentions.find import find_mentions

__all__ = ["find_mentions"]
