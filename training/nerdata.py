"""Data of named entities as pages with labels: what the tagger learns from and is measured on."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from rawi.lexicon import Lexicon
from rawi.mentions.opening import open_page
from rawi.mentions.page import Page
from rawi.mentions.votes import OUT
from rawi.model import Article, Block, Reading, Sentence
from rawi.text.words import split_words

SHARED = Path(__file__).resolve().parents[2] / "shared"
ANERCORP = SHARED / "data" / "ner" / "anercorp_train.iob"
FOLDS = 5
# Sentences taken together as one article; ANERcorp does not mark where articles end.
ARTICLE = 30
# The fifth of ANERcorp's training part that the shipped model was never shown.
HELD_OUT = 0


class Text(msgspec.Struct, frozen=True):
    """A page with the label of each of its words, and the token of the data each word belongs to, of so many."""

    page: Page
    labels: list[str]
    tokens: list[int]
    size: int


def read_iob(path: Path) -> list[list[tuple[str, str]]]:
    """The sentences of a file of tokens and labels; a full stop or question mark ends a sentence where no line does."""
    sentences: list[list[tuple[str, str]]] = []
    current: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split()
        if len(cells) >= 2:
            current.append((cells[0], cells[-1]))
        if current and (len(cells) < 2 or cells[0] in (".", "\u061f", "!")):
            sentences.append(current)
            current = []
    return [*sentences, current] if current else sentences


def split_fold(sentences: Sequence[list[tuple[str, str]]], held_out: int) -> tuple[list, list]:
    """The sentences to train on, and the held-out fifth: one unbroken stretch, so that no article is in both."""
    total = sum(map(len, sentences))
    kept, out, seen = [], [], 0
    for sentence in sentences:
        (out if seen * FOLDS // total == held_out else kept).append(sentence)
        seen += len(sentence)
    return kept, out


def make_texts(sentences: Sequence[list[tuple[str, str]]], lexicon: Lexicon, *, size: int = ARTICLE) -> list[Text]:
    """Articles of so many sentences each, cut into words as Rawi cuts them."""
    return [make_text(sentences[at : at + size], lexicon) for at in range(0, len(sentences), size)]


def make_text(sentences: Sequence[list[tuple[str, str]]], lexicon: Lexicon) -> Text:
    """One article of the sentences, a line each."""
    text = "\n".join(" ".join(token for token, _ in sentence) for sentence in sentences)
    words = split_words(text)
    labels, tokens, spans = [], [], []
    word = token_number = start = 0
    for sentence in sentences:
        first = word
        for token, label in sentence:
            end, begun = start + len(token), False
            while word < len(words) and words.starts[word] < end:
                labels.append(f"I{label[1:]}" if begun and label != OUT else label)
                tokens.append(token_number)
                begun, word = True, word + 1
            start, token_number = end + 1, token_number + 1
        if word > first:
            spans.append(Sentence(words.starts[first], words.ends[word - 1], first, word, 0))
    sentence_of = [number for number, each in enumerate(spans) for _ in range(each.first, each.last)]
    reading = Reading(
        article=Article(id="", text=text),
        words=words,
        blocks=(Block("paragraph", 0, len(text), 0, len(words)),),
        sentences=tuple(spans),
        quotations=(),
        sentence_of=sentence_of,
        quotation_of=[-1] * len(words),
    )
    return Text(open_page(reading, lexicon=lexicon), labels, tokens, token_number)


def token_labels(text: Text, labels: Sequence[str]) -> list[str]:
    """Labels of words as labels of the data's tokens: each token has that of its first word, ``O`` when it has none."""
    first: dict[int, str] = {}
    for token, label in zip(text.tokens, labels, strict=True):
        first.setdefault(token, label)
    return [first.get(token, OUT) for token in range(text.size)]
