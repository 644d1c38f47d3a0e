"""Named classes of words: what a rule asks for instead of writing a word."""

from pathlib import Path

from rawi.errors import LexiconError
from rawi.lexicon.files import read_yaml, resource_paths
from rawi.text.folding import fold
from rawi.text.phrases import Phrase
from rawi.text.words import fold_phrase


class WordClasses:
    """The word classes of ``resources/lexicon/words/*.yaml``, by ``file.class``, every entry folded."""

    def __init__(
        self, classes: dict[str, tuple[Phrase, ...]], patterns: dict[str, tuple[str, ...]] | None = None
    ) -> None:
        """Keep the classes; use `load_word_classes` to read them."""
        self._phrases = classes
        self._patterns = patterns or {}
        self._words = {name: frozenset(p[0] for p in phrases if len(p) == 1) for name, phrases in classes.items()}

    def words(self, name: str) -> frozenset[str]:
        """The single words of the class, folded. Raises `LexiconError` for a class that is not there."""
        self._require(name)
        return self._words[name]

    def phrases(self, name: str) -> tuple[Phrase, ...]:
        """All entries of the class as tuples of folded words, longest first."""
        self._require(name)
        return self._phrases[name]

    def patterns(self, name: str) -> tuple[str, ...]:
        """The entries of a class whose name ends in ``_patterns``: folded words in which "." stands for any letter."""
        if name not in self._patterns:
            raise LexiconError(f"there is no pattern class {name!r} in resources/lexicon/words.")
        return self._patterns[name]

    def names(self) -> tuple[str, ...]:
        """The names of all classes, sorted."""
        return tuple(sorted(self._phrases))

    def _require(self, name: str) -> None:
        if name not in self._phrases:
            known = ", ".join(self.names())
            raise LexiconError(f"there is no word class {name!r} in resources/lexicon/words; classes: {known}.")


def load_word_classes(overlay: Path | None) -> WordClasses:
    """The classes of the package, with the words of the user's folder added to classes of the same name."""
    classes: dict[str, dict[Phrase, None]] = {}
    patterns: dict[str, tuple[str, ...]] = {}
    for path in resource_paths("lexicon/words/*.yaml", overlay):
        for name, entries in read_yaml(path, dict[str, list[str]]).items():
            if name.endswith("_patterns"):
                patterns[f"{path.stem}.{name}"] = tuple(fold(entry) for entry in entries)
                continue
            into = classes.setdefault(f"{path.stem}.{name}", {})
            into.update(dict.fromkeys(tuple(fold_phrase(entry).split(" ")) for entry in entries))
    return WordClasses(
        {name: tuple(sorted(phrases, key=lambda p: (-len(p), p))) for name, phrases in classes.items()}, patterns
    )
