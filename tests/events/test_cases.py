"""Sentences of our own with the events they tell: roles, status, day, place, counts, and what is no event."""

from pathlib import Path

import pytest
import yaml

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "events.yaml").read_text(encoding="utf-8"))


def event_like(events, expected):
    found = [
        event
        for event in events
        if event.type == expected["type"] and expected.get("trigger", event.trigger.text) in event.trigger.text
    ]
    assert found, f"{expected} not among {[(event.type, event.trigger.text) for event in events]}"
    return found[0]


def shown(event, name):
    value = getattr(event, name)
    if name in ("actors", "targets"):
        return [participant.name for participant in value]
    if name == "quantities":
        return [[one.unit, one.low, one.high] for one in value]
    return value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case, analyze_text):
    events = analyze_text(case["text"], published=str(case.get("published") or "2022-01-11")).events
    for trigger in case.get("not", ()):
        assert trigger not in [event.trigger.text for event in events]
    for expected in case.get("events", ()):
        event = event_like(events, expected)
        told = {name: shown(event, name) for name in expected if name not in ("type", "trigger")}
        assert told == {name: value for name, value in expected.items() if name not in ("type", "trigger")}
