"""One spelling for lookups: marks and tatweel gone, one alef, one yaa, taa marbuta as haa, European digits."""

import unicodedata
from functools import lru_cache

_FOLD = {
    # alef with madda, hamza above, hamza below, wasla -> alef
    0x0622: 0x0627,
    0x0623: 0x0627,
    0x0625: 0x0627,
    0x0671: 0x0627,
    # alef maqsura, Farsi yeh, yeh barree, yeh with hamza -> yeh; waw with hamza -> waw
    0x0649: 0x064A,
    0x06CC: 0x064A,
    0x06D2: 0x064A,
    0x06CE: 0x064A,
    0x0626: 0x064A,
    0x0624: 0x0648,
    # taa marbuta, heh goal, heh doachashmee, ae -> heh; keheh -> kaf
    0x0629: 0x0647,
    0x06C1: 0x0647,
    0x06C0: 0x0647,
    0x06BE: 0x0647,
    0x06D5: 0x0647,
    0x06C3: 0x0647,
    0x06A9: 0x0643,
    # tatweel, superscript alef, zero width and bidirectional controls, byte order mark, soft hyphen
    0x0640: None,
    0x0670: None,
    0x00AD: None,
    0xFEFF: None,
    0x061C: None,
    **dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]),
    # harakat, Quranic marks
    **dict.fromkeys([*range(0x0610, 0x061B), *range(0x064B, 0x0660), *range(0x06D6, 0x06DD), *range(0x06DF, 0x06E9)]),
    **dict.fromkeys(range(0x06EA, 0x06EE)),
    # Arabic-Indic and extended Arabic-Indic digits
    **{0x0660 + n: 0x30 + n for n in range(10)},
    **{0x06F0 + n: 0x30 + n for n in range(10)},
}


def fold(text: str) -> str:
    """The text in the one spelling all lookups use; lower case for Latin letters.

    Folds presentation forms (NFKC), hamza seats, alef maqsura, taa marbuta, Persian and Urdu letter forms and digits;
    drops marks, tatweel and invisible controls. Keeps word order and spaces. Two words that fold alike may differ in
    meaning (the verb "nafa" and the noun "nafy"); a rule that cares looks at the raw word.
    """
    if text.isascii():
        return text.lower()
    # Presentation forms are rare: normalizing costs more than asking for them.
    if any(char >= "\ufb50" for char in text):
        text = unicodedata.normalize("NFKC", text)
    return text.translate(_FOLD).lower()


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """`fold` of one word, remembered: a corpus has few different words and very many of each."""
    return fold(word)
