"""Reading the files of ``resources/``, with ``file:line`` in every complaint, a user's own folder laid over them."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

from rawi.errors import LexiconError

RESOURCES = Path(__file__).parent.parent / "resources"


# PyYAML's C parser is ten times faster than the pure one; its wheels have it on every platform.
class _Loader(yaml.CSafeLoader):
    """A safe loader in which the words on, off, yes and no stay words; only true and false are booleans."""


_BOOLEAN = "tag:yaml.org,2002:bool"
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != _BOOLEAN]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(_BOOLEAN, re.compile(r"^(?:true|false)$"), list("tf"))

Record = TypeVar("Record")


def resource_paths(pattern: str, overlay: Path | None) -> list[Path]:
    """The files matching ``pattern`` in the package's resources, sorted, then those of the user's own folder."""
    found = sorted(RESOURCES.glob(pattern))
    if overlay is not None:
        found.extend(sorted(overlay.glob(pattern)))
    return found


def read_yaml(path: Path, shape: type[Record]) -> Record:
    """The YAML file as the given type. Raises `LexiconError` naming the file, the line where known, and the field."""
    try:
        with path.open(encoding="utf-8") as file:
            plain = yaml.load(file, Loader=_Loader)  # a safe loader
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: not readable as YAML: {error}. Mend the file or remove it.") from error
    try:
        return msgspec.convert(plain if plain is not None else {}, shape)
    except msgspec.ValidationError as error:
        complaint = _with_key(plain, shape, str(error))
        line = _line_of(path, complaint)
        raise LexiconError(f"{path}:{line}: {complaint}. See docs/lexicon.md for the fields.") from error


def read_tsv(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated file with a header line, as dictionaries; a row of the wrong width is an error."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        header = next(rows, None)
        if header is None:
            raise LexiconError(f"{path}:1: the file is empty; its first line must name the columns.")
        for row in rows:
            if len(row) != len(header):
                raise LexiconError(
                    f"{path}:{rows.line_num}: {len(row)} cells where the header has {len(header)}. "
                    "Separate cells by one tab; leave an unknown cell empty."
                )
            yield dict(zip(header, row, strict=True))


def _with_key(plain: object, shape: object, complaint: str) -> str:
    """The complaint with the key of the mapping it is about: msgspec writes ``$[...]`` for a value under any key."""
    if "`$[...]" not in complaint or not isinstance(plain, dict):
        return complaint
    for key, value in plain.items():
        try:
            msgspec.convert({key: value}, shape)
        except msgspec.ValidationError:
            return complaint.replace("`$[...]", f"`$.{key}")
    return complaint


def _line_of(path: Path, complaint: str) -> int:
    """The line of the node a msgspec complaint (``... - at `$[3].force```) points at, as near as YAML tells."""
    with path.open(encoding="utf-8") as file:
        node = yaml.compose(file, Loader=yaml.SafeLoader)
    steps = complaint.partition("`$")[2].rstrip("`").replace("[", ".").replace("]", "").split(".")
    for step in steps:
        if isinstance(node, yaml.SequenceNode) and step.isdigit() and int(step) < len(node.value):
            node = node.value[int(step)]
        elif isinstance(node, yaml.MappingNode):
            values = [value for key, value in node.value if key.value == step]
            if values:
                node = values[0]
    return node.start_mark.line + 1 if node is not None else 1
