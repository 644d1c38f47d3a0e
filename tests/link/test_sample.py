"""The forty sample reports: each person, state, body and place is one entity over all nine outlets' spellings."""

import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from rawi.lexicon import load_lexicon
from rawi.link import link_article
from rawi.mentions import find_mentions
from rawi.model import Article
from rawi.segment import segment_article
from rawi.text.words import split_words

ROOT = Path(__file__).parents[2]
SPELLINGS = yaml.safe_load((ROOT / "tests" / "cases" / "sample_entities.yaml").read_text(encoding="utf-8"))
SAMPLE = ROOT / "src" / "rawi" / "resources" / "sample" / "articles.jsonl"


@cache
def linked_sample():
    """Every mention of the forty reports as (outlet, name, kind, entity)."""
    lexicon = load_lexicon()
    found = []
    for line in SAMPLE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        article = Article(id=row["id"], text=row["text"], published=date.fromisoformat(row["published"]))
        reading = segment_article(article, split_words(article.text), lexicon=lexicon)
        mentions, _ = link_article(reading, find_mentions(reading, lexicon=lexicon), (), lexicon=lexicon)
        found += [(row["outlet"], mention.name, mention.kind, mention.entity) for mention in mentions]
    return found


@pytest.mark.parametrize("entity", SPELLINGS)
def test_entity_has_all_its_spellings(entity):
    found = {name for _, name, kind, linked in linked_sample() if linked == entity and kind != "role"}
    assert set(SPELLINGS[entity]) - found == set()


@pytest.mark.parametrize("entity", [entity for entity in SPELLINGS if entity.startswith("person:")])
def test_spelling_of_a_person_is_nobody_else(entity):
    found = {linked for _, name, _, linked in linked_sample() if name in SPELLINGS[entity]}
    assert found == {entity}


def test_names_of_people_that_stay_unlinked():
    assert {name for _, name, kind, linked in linked_sample() if kind == "person" and not linked} == {"حسينوف"}
