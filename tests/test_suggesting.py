"""Which questions are offered next."""

from __future__ import annotations

import pytest

from bot.answering.suggesting import MOST_SUGGESTIONS, Suggester, first_questions
from tests.answeringcases import Room


@pytest.fixture
def suggester(room: Room) -> Suggester:
    return Suggester(room.index)


def test_facts_that_come_near_are_asked_for_first(room: Room, suggester: Suggester) -> None:
    told, near = room.index.fact(0, "dam-burst"), room.index.fact(0, "soldiers-sent")
    asked = first_questions(room.story)
    questions = suggester.questions([told, near], [])
    assert questions[0] == asked["soldiers-sent"]
    assert asked["dam-burst"] not in questions
    assert len(questions) == len(set(questions)) == MOST_SUGGESTIONS


def test_nobody_is_asked_back_to_what_was_told(room: Room, suggester: Suggester) -> None:
    asked = first_questions(room.story)
    told = [(0, id_) for id_ in asked][:-1]
    everything = [*told, (0, list(asked)[-1])]
    assert suggester.questions([], told) == (asked[list(asked)[-1]],)
    assert suggester.questions([], everything) == ()
    assert suggester.untold(None, told) == list(asked)[-1]
    assert suggester.untold(None, everything) is None


def test_main_facts_come_first_where_nothing_was_told(room: Room, suggester: Suggester) -> None:
    asked = first_questions(room.story)
    assert suggester.questions([], []) == tuple(asked[id_] for id_ in room.story.story.summary)
    assert suggester.untold(None, []) == room.story.story.summary[0]


def test_a_question_to_each_fact(room: Room, suggester: Suggester) -> None:
    for id_ in room.story.facts:
        assert suggester.question_to(room.index.fact(0, id_)) == first_questions(room.story).get(id_, "")
