"""Messages of readers who disagree."""

from __future__ import annotations

import pytest

from bot.answering.debates import claims
from tests.answeringcases import Room


@pytest.mark.parametrize(
    ("message", "claimed"),
    [
        ("He says the dam held, I say it burst. Which of us is right?", ["the dam held", "it burst"]),
        ("my wife claims that it is closed and i think it is open, who's right?", ["it is closed", "it is open"]),
        ("My mate swears the dam held... who owes who a beer", ["the dam held"]),
        # one word claims nothing
        ("I say the mayor ordered it, she says Brukner. Who wins?", ["the mayor ordered it"]),
        ("He says the dam held. Is he right?", []),
        ("Who is right?", []),
        ("Who says the dam held?", []),
    ],
)  # fmt: skip
def test_what_is_claimed(message: str, claimed: list[str]) -> None:
    assert claims(message) == claimed


@pytest.mark.parametrize(
    ("message", "fact", "lead"),
    [
        ("I say the hospital was flooded, he says it was the church. Who is right?", "hospital-flooded", "Yes."),
        ("She thinks Brukner sent soldiers, I say he sent none. Which one of us is right?", "soldiers-sent", "Yes."),
    ],
)  # fmt: skip
def test_the_claim_that_the_story_tells_of_is_confirmed(room: Room, message: str, fact: str, lead: str) -> None:
    reply = room.ask(message)
    assert (reply.citations[0].fact, reply.answer) == (fact, lead)
