"""The rules over one lexicon: which of them may begin at a word, found without trying the others."""

import re
from functools import lru_cache

import msgspec

from rawi.lexicon.load import Lexicon
from rawi.timex.coding import load_coding
from rawi.timex.rule import Rule
from rawi.timex.rules import RULES

# Today or yesterday with its day of the week: the article says when it was written.
_DAY_PAIR = "(?P<deictic><*deictic|today>)<day_time>?<comma|open|dash>?<day_word>?(?P<weekday><weekday>)"
_PIECE = re.compile(
    r"<(?P<role>[+*]?[a-z_|]+)>|(?P<look>\(\?[!=])|(?P<open>\((?:\?P<\w+>|\?:)?)|(?P<close>\))"
    r"|(?P<alternative>\|)|(?P<repeat>[?*+])"
)
Piece = tuple[str, str]


class Grammar(msgspec.Struct, frozen=True):
    """The rules compiled.

    ``start`` finds the words at which a rule may begin, ``by_first`` gives the rules that may begin with a character,
    ``day_pairs`` finds what says the day of the report.
    """

    start: re.Pattern[str]
    by_first: dict[str, tuple[tuple[Rule, re.Pattern[str]], ...]]
    day_pairs: re.Pattern[str]


@lru_cache(maxsize=4)
def load_grammar(lexicon: Lexicon) -> Grammar:
    """The grammar of a lexicon, compiled once."""
    coding = load_coding(lexicon)
    by_first: dict[str, list[tuple[Rule, re.Pattern[str]]]] = {}
    for rule in RULES:
        for template in rule.patterns:
            pattern = re.compile(coding.pattern(template))
            for character in sorted({char for spec in first_classes(template) for char in coding.members(spec)}):
                by_first.setdefault(character, []).append((rule, pattern))
    start = re.compile(f"[{''.join(by_first)}]")
    ordered = {character: tuple(rules) for character, rules in by_first.items()}
    return Grammar(start, ordered, re.compile(coding.pattern(_DAY_PAIR)))


def first_classes(template: str) -> set[str]:
    """The word classes with which a match of the template may begin.

    >>> sorted(first_classes("<a>?(?:<b>|<c>)<d>"))
    ['a', 'b', 'c']
    """
    pieces = [(str(match.lastgroup), match["role"] or match.group()) for match in _PIECE.finditer(template)]
    return _first_of_choice(pieces, 0)[0]


def _first_of_choice(pieces: list[Piece], at: int) -> tuple[set[str], bool, int]:
    """First classes of alternatives up to their closing bracket, whether they may be empty, and where they end."""
    first: set[str] = set()
    empty = False
    while True:
        found, may_be_empty, at = _first_of_sequence(pieces, at)
        first |= found
        empty = empty or may_be_empty
        if at >= len(pieces) or pieces[at][0] == "close":
            return first, empty, at
        at += 1


def _first_of_sequence(pieces: list[Piece], at: int) -> tuple[set[str], bool, int]:
    """The same of one alternative: later pieces count as long as all before them may be empty."""
    first: set[str] = set()
    empty = True
    while at < len(pieces) and pieces[at][0] not in ("close", "alternative"):
        kind, text = pieces[at]
        found, may_be_empty = {text}, False
        if kind != "role":
            found, may_be_empty, at = _first_of_choice(pieces, at + 1)
        at += 1
        optional = at < len(pieces) and pieces[at][0] == "repeat"
        may_be_empty = may_be_empty or kind == "look" or (optional and pieces[at][1] != "+")
        at += optional
        if empty and kind != "look":
            first |= found
        empty = empty and may_be_empty
    return first, empty, at
