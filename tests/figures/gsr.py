#!/usr/bin/env python3
"""Assaults found in the coded sentences of ../shared/data/gsr: their type, source and target roles, and detection.

    python tests/figures/gsr.py [FOLDER]

FOLDER defaults to ../shared/data/gsr. A sentence of ``assault_spans.json`` has the right type when an event of type
ASSAULT is found in it; a role is right when country and sector of an actor (target) are those one annotator gave.
Detection compares "an assault happened" with the label "yes" of ``assault_gsr.csv``, without the ambiguous ones: there
"no" also stands for sentences that mention an assault beside their matter, so precision is low by construction.
Nothing is trained on the labels; the lexicon was extended after reading errors on these sentences.
"""

import csv
import json
import sys
from pathlib import Path

from rawi.lexicon import load_lexicon
from rawi.model import Article, Event, Participant
from rawi.pipeline import analyze

SHARED = Path(__file__).parents[3] / "shared" / "data" / "gsr"


def assaults(number: str, text: str) -> list[Event]:
    """The events of type ASSAULT in a sentence."""
    events = analyze(Article(id=number, text=text), load_lexicon()).events
    return [event for event in events if event.type == "ASSAULT"]


def role_of(participant: Participant) -> tuple[str, str]:
    """Country (ISO 3166 alpha-3) and sector as the data set writes them."""
    longer = {row["iso2"]: row["iso3"] for row in load_lexicon().knowledge.rows("states")}
    return longer.get(participant.country, participant.country) or "None", participant.sector or "None"


def roles_given(sentence: dict, side: str) -> set[tuple[str, str]]:
    """The roles the annotators gave to one side of a sentence."""
    given = [span[side] for span in sentence["spans"] if isinstance(span.get(side), dict)]
    return {(each["main"], each["role"]) for each in given if each.get("main") is not None}


def main() -> None:
    """Print the shares."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    coded = json.loads((folder / "assault_spans.json").read_text(encoding="utf-8"))
    found = [assaults(sentence["source"], sentence["text"]) for sentence in coded]
    print(f"ASSAULT as type: {sum(map(bool, found)) / len(coded):.3f} of {len(coded)} sentences")
    for side, attribute in (("source_role", "actors"), ("target_role", "targets")):
        asked = right = named = named_right = 0
        for sentence, events in zip(coded, found, strict=True):
            given = roles_given(sentence, side)
            if not given:
                continue
            hit = any(role_of(each) in given for event in events for each in getattr(event, attribute))
            asked, right = asked + 1, right + hit
            if given != {("None", "None")}:
                named, named_right = named + 1, named_right + hit
        print(
            f"{side}: {right / asked:.3f} of {asked}; {named_right / named:.3f} of {named} with a role other than none"
        )
    with (folder / "assault_gsr.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["label"] != "ambiguous"]
    tells = [any(event.status == "happened" for event in assaults(row["id"], row["text"])) for row in rows]
    labels = [row["label"] == "yes" for row in rows]
    both = sum(one and other for one, other in zip(tells, labels, strict=True))
    print(
        f"detection: P {both / sum(tells):.3f}  R {both / sum(labels):.3f}"
        f"  F1 {2 * both / (sum(tells) + sum(labels)):.3f}"
    )


if __name__ == "__main__":
    main()
