"""What pronouns may stand for."""

from __future__ import annotations

import pytest

from bot.answering.antecedents import Antecedents
from bot.answering.conversation import Conversation
from tests.answeringcases import Room


def spoken_of(room: Room, message: str) -> Conversation:
    conversation = Conversation()
    room.assistant.ask(message, conversation)
    return conversation


@pytest.mark.parametrize(
    ("said", "question", "meant"),
    [
        ("Who ordered the evacuation?", "What did she order?", ["0:lindqvist"]),
        ("Who sent soldiers?", "Why did he send them?", ["0:brukner"]),
        ("What is the River Ministry?", "Who accuses it?", ["0:river-ministry"]),
        ("Who accuses the ministry?", "What is that ministry?", ["0:river-ministry"]),
        ("Where were the soldiers sent?", "What happened there?", ["0:orvendale"]),
        ("Who ordered the evacuation?", "What did he order?", []),
    ],
)
def test_entities(room: Room, said: str, question: str, meant: list[str]) -> None:
    antecedents = Antecedents(room.index, room.tokens)
    assert antecedents.entities(room.read(question), spoken_of(room, said)) == meant


@pytest.mark.parametrize(
    ("said", "question", "meant"),
    [
        ("Who robbed the bakery?", "Was it big?", ["a gang", "the bakery"]),
        ("Who sent soldiers?", "Where are they?", ["soldiers"]),
        ("Who sent soldiers?", "Where is it?", []),
        # a person is no thing, and a card tells of none
        ("Who sent soldiers?", "Where is he?", []),
        ("Who is Greta Lindqvist?", "Where is it?", []),
    ],
)
def test_things_agree_in_number(room: Room, said: str, question: str, meant: list[str]) -> None:
    found = Antecedents(room.index, room.tokens).things(room.read(question), spoken_of(room, said))
    assert [" ".join(token.word for token in each) for each in found] == meant
