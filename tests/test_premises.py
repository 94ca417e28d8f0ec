"""What the story says instead of what a yes/no question takes for granted."""

from __future__ import annotations

import pytest

from tests.answeringcases import Room


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Did the dam burst on Monday?", "dam-burst"),
        ("Did the dam burst on 9 June?", "dam-burst"),
        ("Did Brukner send 400 soldiers?", "soldiers-sent"),
        ("Did Lindqvist send soldiers?", "soldiers-sent"),
        # whoever, and wherever, that may be
        ("Did Norgaard send soldiers?", "soldiers-sent"),
        ("Were the soldiers sent by Norgaard?", "soldiers-sent"),
        ("Did the dam burst in Atlantis?", "dam-burst"),
        ("Is Norgaard the mayor of Orvendale?", "lindqvist"),
        ("Brukner is the mayor of Orvendale, right?", "lindqvist"),
        ("Brukner, that is the mayor, isn't it?", "lindqvist"),
        ("Were there 400 soldiers in Orvendale?", "soldiers-sent"),
        ("Were the soldiers sent for 3 weeks?", "soldiers-sent"),
        ("Are the soldiers there for 3 weeks?", "soldiers-sent"),
        ("Did Tomas Brukner order the evacuation?", "evacuation"),
        ("Is Lindqvist the defence minister of Selvania?", "brukner"),
        ("Is Brukner the mayor of Orvendale?", "lindqvist"),
    ],
)
def test_what_the_story_says_instead(room: Room, text: str, fact: str) -> None:
    reply = room.assistant.ask(text)
    assert reply.outcome == "not_in_source"
    assert reply.statement.startswith("The article does not say so.")
    assert {citation.fact for citation in reply.citations} == {fact}


def test_whoever_else_is_known_not_to_be_told_of(later: Room) -> None:
    for text in ("Did Norgaard close the bridge?", "Did Norgaard pitch the tents?"):
        assert later.ask(text).statement.startswith("The article does not say so.")


@pytest.mark.parametrize(
    "text",
    [
        "Are the units there for 3 weeks?",  # hardly the soldiers
        "Did the dam not burst on Monday?",  # it asks for what is not
        "When did Lindqvist send soldiers?",  # nothing is to be affirmed
        "Were the soldiers sent to the Kestrin dam?",  # it lies within the place that the story names
        "Did the dam burst at noon?",  # the story has no other hour
        "Did a giraffe send soldiers?",  # nobody whom the story knows
    ],
)
def test_the_story_says_nothing_else(room: Room, text: str) -> None:
    reply = room.assistant.ask(text)
    assert not reply.statement.startswith("The article does not say so.")
