"""The nouns around a verb."""

from __future__ import annotations

import pytest

from tests.drafts import clauses


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Divers found no trace of the coins that are missing.", "the coins"),
        ("Divers found a chest of coins that is missing.", "a chest of coins"),
        ("Divers met hundreds of people who were angry.", "hundreds of people"),
        ("Divers met three people, including a guard, who were angry.", "three people"),
    ],
)
def test_what_a_clause_tells_of_agrees_with_its_verb(text: str, told: str) -> None:
    read, found = clauses(text)
    assert [read.text(clause.subject) for clause in found if clause.marker == "who"] == [told]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("On Monday, the mayor left.", "the mayor"),
        ("The mayor, Ada Orr, left.", "The mayor"),
        ("In its ruling of May the court left.", "the court"),
        ("In Varn, the town by the dam, people left.", "people"),
        ("In Varn, the mayor, Ada Orr, left.", "the mayor"),
        ("About 300 people left.", "About 300 people"),
        ("At least seven people left.", "At least seven people"),
    ],
)
def test_who_acts(text: str, subject: str) -> None:
    read, (clause,) = clauses(text)
    assert read.text(clause.subject) == subject
