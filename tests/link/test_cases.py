"""The texts of ``cases/links.yaml``: which entity each name is linked to, and which names stay NIL."""

from pathlib import Path

import pytest
import yaml

from rawi.lexicon import load_lexicon
from rawi.link import link_article
from rawi.mentions import find_mentions
from rawi.model import Article
from rawi.segment import segment_article
from rawi.text.words import split_words

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "links.yaml").read_text(encoding="utf-8"))
NAMES = [
    pytest.param(case, name, entity, id=f"{case['id']}-{entity}")
    for case in CASES
    for name, entity in case["links"].items()
]


def linked_mentions(text, published):
    lexicon = load_lexicon()
    article = Article(id="a", text=text, published=published)
    reading = segment_article(article, split_words(text), lexicon=lexicon)
    mentions, _ = link_article(reading, find_mentions(reading, lexicon=lexicon), (), lexicon=lexicon)
    return mentions


@pytest.mark.parametrize(("case", "name", "entity"), NAMES)
def test_name_is_linked(case, name, entity):
    mentions = linked_mentions(case["text"], case.get("published"))
    linked = [mention.entity for mention in mentions if name in (mention.name, mention.title)]
    assert linked[-1:] == [entity], mentions


@pytest.mark.parametrize(("case", "name", "entity"), [each for each in NAMES if each.values[2]])
def test_link_has_a_reason(case, name, entity):
    mentions = linked_mentions(case["text"], case.get("published"))
    assert [mention for mention in mentions if mention.entity and not mention.reason] == []
