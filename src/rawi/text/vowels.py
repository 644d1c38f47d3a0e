"""What the vowel marks of a raw word tell before they are folded away."""

_FATHATAN = "\u064b"
_DAMMA = "\u064f"
_TAA_MARBUTA = "\u0629"
_MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640"
# A passive past has its damma on the first or, after a prefixed alef, the second letter.
_STEM = 6


def ends_in_tanwin(raw: str) -> bool:
    """Whether a raw word carries the mark of an indefinite accusative: an adverb or an object, never a subject."""
    return _FATHATAN in raw[-2:]


def has_early_damma(raw: str) -> bool:
    """Whether a raw word has a damma near its beginning: in a past verb, the mark of the passive."""
    return _DAMMA in raw[:_STEM]


def ends_in_taa_marbuta(raw: str) -> bool:
    """Whether a raw word ends in taa marbuta: its last letter, folded to haa, is then no joined pronoun."""
    return raw.rstrip(_MARKS)[-1:] == _TAA_MARBUTA
