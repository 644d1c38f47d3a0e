"""What no reviewer should have to look for: language in code, sizes, names, doors to the outside, a light import."""

import ast
import subprocess
import sys
import unicodedata
from functools import cache
from pathlib import Path

import pytest

import rawi

SOURCE = Path(__file__).parents[1] / "src" / "rawi"
MODULES = sorted(SOURCE.rglob("*.py"))

BANNED_NAMES = {"utils", "util", "helper", "helpers", "manager", "process", "data", "info", "tmp", "common", "misc"}
MAX_MODULE_LINES = 400
MAX_FUNCTION_LINES = 50
HEAVY = ["sqlalchemy", "alembic", "trafilatura", "lxml", "yaml", "click", "rich", "msgspec", "ahocorasick"]

# Package of others -> the only room that may import it.
DOORS = {
    "sqlalchemy": "ledger",
    "alembic": "ledger",
    "sqlite3": "ledger",
    "click": "cli",
    "rich": "cli",
    "yaml": "lexicon",
    "trafilatura": "read",
    "htmldate": "read",
    "lxml": "read",
    "charset_normalizer": "read",
    "urllib.request": "read",
}


def relative(path):
    return str(path.relative_to(SOURCE))


every_module = pytest.mark.parametrize("path", MODULES, ids=relative)
# A migration writes out a table as it was on its day: a list of columns, not something to read.
every_module_but_migrations = pytest.mark.parametrize(
    "path", [path for path in MODULES if path.parent != SOURCE / "ledger" / "migrations" / "versions"], ids=relative
)


@cache
def tree_of(path):
    return ast.parse(path.read_text(encoding="utf-8"), filename=path)


def docstrings_of(tree):
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, documented)]
    return {id(body[0].value) for body in bodies if body and isinstance(body[0], ast.Expr)}


def has_arabic_letter(text):
    """Marks, digits, tatweel and punctuation are no language data; letters are."""
    return any(unicodedata.category(char) == "Lo" and unicodedata.name(char, "").startswith("ARABIC") for char in text)


def arabic_literals(source, *, escapes_allowed=False):
    """Lines with a string literal, other than a docstring, that holds an Arabic letter.

    With `escapes_allowed` a bound of a character class, written as an escape, passes.
    """
    tree = ast.parse(source)
    documented = docstrings_of(tree)
    constants = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in documented]
    return [
        node.lineno
        for node in constants
        if isinstance(node.value, str)
        and has_arabic_letter(node.value)
        and not (escapes_allowed and ast.get_source_segment(source, node).isascii())
    ]


def imported_packages(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "", node.lineno)


@every_module
def test_language_data_is_not_in_python(path):
    in_text = path.is_relative_to(SOURCE / "text")
    assert arabic_literals(path.read_text(encoding="utf-8"), escapes_allowed=in_text) == []


def test_an_arabic_literal_is_seen_and_a_docstring_is_not():
    planted = '"""قال"""\nCUES = ["قال"]\ndef f():\n    "قال"\n    return f"{CUES} نفى"\n'
    assert arabic_literals(planted) == [2, 5]


def test_an_escape_hides_a_letter_only_where_character_classes_live():
    planted = 'LETTERS = "[\\u0621-\\u064a]"\nMARKS = "[\\u064b-\\u065f]"\n'
    assert arabic_literals(planted) == [1]
    assert arabic_literals(planted, escapes_allowed=True) == []


@every_module
def test_module_is_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_MODULE_LINES


@every_module_but_migrations
def test_functions_are_short(path):
    functions = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [f"{node.name}:{node.lineno}" for node in functions if node.end_lineno - node.lineno >= MAX_FUNCTION_LINES]
    assert long == []


@every_module
def test_module_has_a_name_that_says_something(path):
    assert BANNED_NAMES.isdisjoint(path.relative_to(SOURCE).with_suffix("").parts)


@every_module
def test_outside_packages_come_in_by_their_door(path):
    room = path.relative_to(SOURCE).with_suffix("").parts[0]
    strays = [
        f"{name} (line {line}) belongs in rawi.{owner}"
        for name, line in imported_packages(tree_of(path))
        for package, owner in DOORS.items()
        if (name == package or name.startswith(f"{package}.")) and room != owner
    ]
    assert strays == []


@every_module
def test_rooms_do_not_take_each_other_through_the_front_door(path):
    """`from rawi import open_ledger` inside the package would pass by the import contracts."""
    froms = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.ImportFrom) and node.module == "rawi"]
    assert {alias.name for node in froms for alias in node.names} & set(rawi.__all__) <= {"__version__"}


def test_import_of_rawi_is_light():
    asked = f"import sys, rawi; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
