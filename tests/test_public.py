"""The public names are exactly these; adding or taking one away is a decision."""

import pytest

import rawi

PUBLIC = [
    "Analysis",
    "Article",
    "RawiError",
    "Statement",
    "__version__",
    "analyze",
    "open_ledger",
    "read_articles",
]


def test_public_names_are_exactly_these():
    assert rawi.__all__ == PUBLIC


@pytest.mark.parametrize("name", PUBLIC)
def test_public_name_is_there_and_documented(name):
    value = getattr(rawi, name)
    assert isinstance(value, str) or value.__doc__


def test_dir_lists_the_public_names():
    assert dir(rawi) == PUBLIC


def test_unknown_name_is_refused_with_the_public_names():
    with pytest.raises(AttributeError, match="no attribute 'analyse'; the public names are Analysis, Article"):
        rawi.analyse  # noqa: B018
