"""The trained tagger of names: weights of two linear-chain passes and a table of words, in MessagePack."""

from pathlib import Path

import msgspec

from rawi.errors import LexiconError
from rawi.lexicon.files import RESOURCES

PATH = RESOURCES / "models" / "names.msgpack"

# Weights are stored as whole numbers of this many to one.
SCALE = 64


class NameModel(msgspec.Struct, frozen=True):
    """The labels (``O`` first, ``B-PERS`` ...), what is known of single words, and the weights of two passes.

    ``words`` gives the attributes of a folded word that its letters do not tell: the clusters of words used alike, and
    how often words spelled so are names in running text. ``weights`` lists lane, weight, lane, weight ... of an
    attribute; the lane of a label is ``(which * len(offsets) + offset) * len(labels) + label``, ``which`` the pass and
    ``offset`` the index of the distance in ``offsets``. ``transitions[which][a][b]`` is the weight of label ``b`` after
    label ``a``. The second pass also sees what the first found elsewhere in the article. All weights are in `SCALE` to
    one. Trained by ``python -m training.names``; docs/decisions/ names data and licences.
    """

    labels: tuple[str, ...]
    offsets: tuple[int, ...]
    words: dict[str, tuple[str, ...]]
    transitions: tuple[tuple[tuple[int, ...], ...], ...]
    weights: dict[str, tuple[int, ...]]


def load_name_model(path: Path = PATH) -> NameModel:
    """The shipped tagger. Raises `LexiconError` when the file is missing or not readable."""
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=NameModel)
    except (OSError, msgspec.DecodeError) as error:
        raise LexiconError(
            f"{path}: the tagger cannot be read: {error}. Reinstall Rawi or run `make train`."
        ) from error
