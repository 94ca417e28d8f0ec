"""What somebody is of whom only a deed is told."""

from __future__ import annotations

import pytest

from tests.answeringcases import Room, fact_of


@pytest.mark.parametrize(
    ("question", "fact", "answer"),
    [
        ("What is the job of the man who sent soldiers?", "brukner", "The defence minister of Selvania"),
        ("What's the woman called who ordered the evacuation?", "lindqvist", "Greta Lindqvist"),
        # who has no card is told of by the fact
        ("What is the name of those that robbed the bakery?", "shop-looted", ""),
        ("What is the job of the man who painted the hospital?", "not_in_source", ""),
        # the name of somebody of a body is not that of the body
        ("What is the name of the station that warned the parents?", "velka-radio", "Velka Radio"),
        ("What is the name of the Velka Radio reporter who warned the parents?", "not_in_source", ""),
    ],
)
def test_card_of_whoever_did_it(room: Room, question: str, fact: str, answer: str) -> None:
    reply = room.ask(question)
    assert (fact_of(reply), reply.answer) == (fact, answer)
