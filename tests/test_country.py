"""The country of the stories, which readers need not name."""

from __future__ import annotations

import pytest

from bot.answering.country import only_country, with_country, without_pronoun
from bot.knowledge.model import Entity


def entity(name: str, is_: str | None, kind: str = "place") -> Entity:
    return Entity.model_validate(
        {"kind": kind, "name": name, "is": is_, "cite": {"source": "herald", "paragraph": 1, "quote": name}}
    )


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("what is the capital of the country?", "what is the capital of Selvania?"),
        ("Where does this nation lie?", "Where does Selvania lie?"),
        ("In which part of the world is the republic?", "In which part of the world is Selvania?"),
        ("How big the country is", "How big Selvania is"),
        ("What does the country sell?", "What does Selvania sell?"),
        ("Which part of the world is all this in?", "Which part of the world is Selvania in?"),
        ("what corner of the globe is it", "what corner of the globe is Selvania"),
        ("what part of the world was this", "what part of the world was this"),
        # a part of it, what belongs to it, or another one
        ("which part of the country is flooded", "which part of the country is flooded"),
        ("who is the country's leader", "who is the country's leader"),
        ("is the country of the mayor rich", "is the country of the mayor rich"),
        ("who spoke to the nation", "who spoke to the nation"),
        ("is the whole country flooded", "is the whole country flooded"),
    ],
)
def test_the_country_by_its_name(text: str, meant: str) -> None:
    assert with_country(text, "Selvania") == meant
    assert with_country(text, "") == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("What did the US say?", "What did the USA say?"),
        ("Did U.S. soldiers come?", "Did USA soldiers come?"),
        ("did the U.S.A. help", "did the USA help"),
        # a pronoun, in whichever letters
        ("tell us who left", "tell us who left"),
        ("TELL US WHO LEFT", "TELL US WHO LEFT"),
        ("Us and them", "Us and them"),
        ("USSR", "USSR"),
    ],
)
def test_the_united_states_are_no_pronoun(text: str, meant: str) -> None:
    assert without_pronoun(text) == meant


@pytest.mark.parametrize(
    ("entities", "name"),
    [
        ([entity("Selvania", "a country in the north"), entity("Orvendale", "a town in Selvania")], "Selvania"),
        ([entity("Selvania", "a small country"), entity("Selvania", "a country")], "Selvania"),
        ([entity("Selvania", "a country in the north"), entity("Norland", "a country")], ""),
        ([entity("Country Ltd", "a country firm", "organization"), entity("Orvendale", None)], ""),
        ([], ""),
    ],
)
def test_it_must_be_the_only_one(entities: list[Entity], name: str) -> None:
    assert only_country(entities) == name
