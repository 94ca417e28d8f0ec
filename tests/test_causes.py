"""Questions for the cause of everything."""

from __future__ import annotations

import pytest

from bot.answering.assistant import Assistant
from bot.answering.causes import Causes
from tests.answeringcases import Room


@pytest.mark.parametrize(
    "text",
    ["why is this happening", "what caused all this", "how did it all start", "what kicked all this off",
     "what is behind this", "why did it all begin", "the cause", "and the reason"],
)  # fmt: skip
def test_the_main_fact_with_a_cause_answers(room: Room, text: str) -> None:
    candidate = Causes(room.index).of_all(room.read(text))
    assert candidate is not None
    assert (candidate.target.id, candidate.slot) == ("dam-burst", "why")


@pytest.mark.parametrize(
    "text",
    ["why", "why him", "why did she do this", "why is this bridge closed", "how is this", "when did it all start",
     "originally", "the cause of the flood", "who is behind this", "what is this", "how long does it all last"],
)  # fmt: skip
def test_other_questions_have_no_such_answer(room: Room, text: str) -> None:
    assert Causes(room.index).of_all(room.read(text)) is None


@pytest.mark.parametrize(
    ("text", "is_of_all"),
    [
        ("why did all this happen", True),
        ("what caused this whole mess", True),
        # this may be what was told last
        ("why did this happen", False),
        ("when did all this happen", False),
    ],
)
def test_the_cause_of_all_is_plainly_asked_for(room: Room, text: str, is_of_all: bool) -> None:
    assert Causes(room.index).is_of_all(room.read(text)) is is_of_all


def test_of_several_stories_none_is_meant(twins: Assistant) -> None:
    assert twins.ask("why is this happening?").outcome != "answered"
