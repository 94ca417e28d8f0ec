"""What a next message points back to."""

from __future__ import annotations

import pytest

from bot.answering.conversation import FADES_AFTER, REMEMBERED, Conversation
from bot.answering.question import Question
from tests.answeringcases import Room, fact_of

ORDERED, SENT, BURST = "Who ordered the evacuation?", "Who sent the soldiers?", "When did the dam burst?"


@pytest.mark.parametrize(("turns", "fact"), [(FADES_AFTER - 1, "dam-burst"), (FADES_AFTER, "off_topic")])
def test_memory_fades(room: Room, turns: int, fact: str) -> None:
    assert fact_of(room.ask(BURST, *["thanks"] * turns, "Why?")) == fact


def test_a_question_that_stands_alone_needs_no_memory(room: Room) -> None:
    alone, later = room.ask(SENT), room.ask(BURST, ORDERED, SENT)
    assert (alone.answer, alone.statement, alone.citations) == (later.answer, later.statement, later.citations)


def test_conversations_do_not_mix(room: Room) -> None:
    room.ask(BURST)
    assert room.ask("Why?").outcome == "off_topic"


QUESTION = Question("topic", (), ())


def test_entities_are_kept_the_latest_first_and_few(room: Room) -> None:
    conversation = Conversation()
    conversation.remember(QUESTION, None, ["0:a", "0:b"])
    conversation.remember(QUESTION, None, ["0:c", "0:a"])
    assert conversation.entities == ["0:c", "0:a", "0:b"]
    conversation.remember(QUESTION, None, [f"0:{number}" for number in range(2 * REMEMBERED)])
    assert conversation.entities == [f"0:{number}" for number in range(REMEMBERED)]


def test_each_fact_is_told_once(room: Room) -> None:
    conversation = Conversation()
    for id_ in ("dam-burst", "evacuation", "dam-burst"):
        conversation.remember(QUESTION, room.index.fact(0, id_), [])
    assert conversation.told == [(0, "dam-burst"), (0, "evacuation")]


def test_facts_told_together_are_told(room: Room) -> None:
    conversation = Conversation()
    room.assistant.ask("What did the mayor do?", conversation)
    assert sorted(conversation.told) == [(0, "evacuation"), (0, "mayor-accuses")]


def test_a_conversation_lives_for_some_turns() -> None:
    conversation = Conversation()
    assert not conversation.is_alive
    conversation.remember(QUESTION, None, [])
    conversation.turn += FADES_AFTER
    assert conversation.is_alive
    conversation.turn += 1
    assert not conversation.is_alive


def test_a_refusal_keeps_what_was_told_before_it_for_those_who_point_back(room: Room) -> None:
    conversation, fact = Conversation(), room.index.fact(0, "soldiers-sent")
    conversation.remember(room.read("who sent soldiers"), fact, [], "who")
    assert (conversation.target, conversation.topic, conversation.slot) == (fact, fact, "who")
    conversation.refuse(room.read("who paid them"), [])
    assert (conversation.target, conversation.topic, conversation.slot) == (None, fact, None)
    conversation.refuse(room.read("who won the chess tournament"), [])
    assert conversation.topic is None


@pytest.mark.parametrize("goes_on", [False, True])
def test_a_gap_keeps_what_was_told_before_it_where_it_was_asked_of_that(room: Room, goes_on: bool) -> None:
    conversation, fact = Conversation(), room.index.fact(0, "soldiers-sent")
    gap = next(target for target in room.index.targets if target.is_refusal)
    conversation.remember(room.read("who sent soldiers"), fact, [], "who")
    conversation.remember(room.read("how many"), gap, [], goes_on=goes_on)
    assert (conversation.target, conversation.topic) == (gap, fact if goes_on else None)


def test_what_got_no_answer_is_known_until_something_does(room: Room) -> None:
    conversation = Conversation()
    assert not conversation.is_refused
    conversation.refuse(QUESTION, ["0:a"])
    assert (conversation.is_refused, conversation.entities) == (True, ["0:a"])
    conversation.remember(QUESTION, room.index.fact(0, "dam-burst"), [])
    assert not conversation.is_refused


def test_what_the_story_is_known_not_to_tell(room: Room) -> None:
    conversation = Conversation()
    assert not conversation.is_denied
    room.assistant.ask("How many people drowned?", conversation)
    assert conversation.is_denied
    room.assistant.ask("Who sent soldiers?", conversation)
    assert not conversation.is_denied


def test_nothing_points_back_into_another_story(room: Room) -> None:
    conversation = Conversation(story=0)
    conversation.remember(QUESTION, room.index.fact(0, "dam-burst"), ["0:a"])
    conversation.turn_to(1)
    assert (conversation.target, conversation.topic, conversation.entities) == (None, None, [])


def test_facts_told_together_are_kept_as_long_as_questions_are_about_them(room: Room) -> None:
    burst, ordered, sent = (room.index.fact(0, id_) for id_ in ("dam-burst", "evacuation", "soldiers-sent"))
    conversation = Conversation(story=0, listed=(burst, ordered))
    conversation.remember(QUESTION, ordered, [])
    assert list(conversation.listed) == [burst, ordered]
    conversation.turn_to(1)
    assert list(conversation.listed) == []
    conversation.listed = (burst, ordered)
    conversation.remember(QUESTION, sent, [])
    assert list(conversation.listed) == []
