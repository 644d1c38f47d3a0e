"""Every entry of the event lexicon finds its examples and leaves its counter-examples alone."""

import pytest

from rawi.lexicon import load_lexicon


def entries():
    for file in load_lexicon().events.files:
        for entry in file.entries:
            yield pytest.param(file.type, entry, id=f"{file.type}-{entry.id}")


def found_entries(events):
    return {event.evidence[0].entry for event in events}


@pytest.mark.parametrize(("type_", "entry"), list(entries()))
def test_examples_name_the_event(type_, entry, find_in_sentence):
    missed = [text for text in entry.examples if f"{type_}/{entry.id}" not in found_entries(find_in_sentence(text))]
    assert entry.examples
    assert missed == []


@pytest.mark.parametrize(("type_", "entry"), list(entries()))
def test_counter_examples_do_not(type_, entry, find_in_sentence):
    wrong = [text for text in entry.counter_examples if f"{type_}/{entry.id}" in found_entries(find_in_sentence(text))]
    assert wrong == []


def test_types_and_modes_are_those_of_the_ontology(lexicon):
    types = lexicon.ontology.types
    unknown = [
        (file.type, entry.id, entry.mode)
        for file in lexicon.events.files
        for entry in file.entries
        if file.type not in types or (entry.mode and entry.mode not in types[file.type].modes)
    ]
    assert len(types) == 16
    assert unknown == []
