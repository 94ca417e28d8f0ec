"""The slots of facts and of what entities are."""

from __future__ import annotations

from typing import Any

import pytest

from bot.answering.slotvalues import card, slot_values
from bot.knowledge.model import Entity, Fact

CITE = {"source": "herald", "paragraph": 1, "quote": "x"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, {}),
        ({"who": "brukner", "did": ["sent", "gave"]}, {"who": ["brukner"], "did": ["sent", "gave"]}),
        ({"when": {"text": "at dawn"}, "how_long": "a day"}, {"when": ["at dawn"], "how_long": ["a day"]}),
        ({"how_many": {"boats": "12", "men": "40"}}, {"how_many": ["boats: 12", "men: 40"]}),
        ({"certainty": "claimed", "according_to": "brukner"}, {"according_to": ["brukner"]}),
    ],
)
def test_filled_slots_as_lists(given: dict[str, Any], expected: dict[str, list[str]]) -> None:
    assert slot_values(Fact.model_validate({"says": "It is so.", "cite": CITE, **given})) == expected


@pytest.mark.parametrize(
    ("kind", "offices"),
    [
        ("person", ["the mayor of Orvendale", "chair of the water board"]),
        ("place", ["the mayor of Orvendale and chair of the water board"]),
    ],
)
def test_a_card_tells_each_office_of_a_person(kind: str, offices: list[str]) -> None:
    given = {
        "kind": kind,
        "name": "the head",
        "is": "the mayor of Orvendale and chair of the water board",
        "cite": CITE,
    }
    told = card("head", Entity.model_validate(given))
    assert told.says == "The head is the mayor of Orvendale and chair of the water board."
    assert slot_values(told) == {"who": ["head"], "did": ["is"], "what": offices}
