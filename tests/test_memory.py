"""Conversations as notes: what they keep, and what they never do."""

from __future__ import annotations

import json

import pytest

from bot.answering.assistant import Assistant
from bot.answering.conversation import Conversation
from tests.answeringcases import WHO, Room

TURNS = [
    ("{who}", "And when?"),
    ("{who}", "Who says so?"),
    ("Who is Greta Lindqvist?", "What did she do?"),
    ("{who}", "what else?"),
]


def after(assistant: Assistant, text: str) -> Conversation:
    conversation = Conversation()
    assistant.ask(text, conversation)
    return conversation


@pytest.mark.parametrize(("first", "second"), TURNS, ids=[second for _, second in TURNS])
def test_a_recalled_conversation_goes_on_as_the_first_would(room: Room, first: str, second: str) -> None:
    conversation = after(room.assistant, first.format(who=WHO))
    recalled = room.assistant.memory.recall(room.assistant.memory.note(conversation))
    wanted = room.assistant.ask(second, conversation)
    assert wanted.outcome == "answered"
    assert room.assistant.ask(second, recalled) == wanted


def test_an_empty_conversation_is_recalled_as_one(room: Room) -> None:
    assert room.assistant.memory.recall(room.assistant.memory.note(Conversation())) == Conversation()


def test_a_note_has_nothing_that_the_reader_wrote(room: Room) -> None:
    conversation = after(room.assistant, f"My cousin Xaver lives there. {WHO}")
    noted = json.loads(room.assistant.memory.note(conversation))
    assert noted == {
        "turn": 1,
        "answered_at": 1,
        "kind": "who",
        "entities": [["orvendale-dam", id_] for _, id_ in (key.split(":") for key in conversation.entities)],
        "target": "evacuation",
        "shown": "evacuation",
        "told": ["evacuation"],
        "story": "orvendale-dam",
    }


def test_what_the_knowledge_has_no_more_is_left_out(room: Room, twins: Assistant) -> None:
    note = room.assistant.memory.note(after(room.assistant, WHO))
    recalled = twins.memory.recall(note)
    assert (recalled.target, recalled.shown, recalled.entities) == (None, None, [])
    assert twins.ask("When?", recalled).outcome != "answered"


def test_a_note_names_stories_by_their_ids(twins: Assistant) -> None:
    """Their numbers change as stories come and go."""
    second = twins.stories[1]
    conversation = Conversation(entities=[f"1:{next(iter(second.entities))}"])
    ((story, _id),) = json.loads(twins.memory.note(conversation))["entities"]
    assert story == second.story.id
    assert twins.memory.recall(twins.memory.note(conversation)).entities == conversation.entities
