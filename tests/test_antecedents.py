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
        ("Who accuses the ministry?", "What did that body do?", ["0:river-ministry"]),
        ("Where were the soldiers sent?", "What happened there?", ["0:orvendale"]),
        ("Which town is in the north of Selvania?", "What happened there?", ["0:orvendale"]),
        ("Who ordered the evacuation?", "What did he order?", []),
    ],
)
def test_entities(room: Room, said: str, question: str, meant: list[str]) -> None:
    antecedents = Antecedents(room.index, room.tokens)
    assert antecedents.entities(room.read(question), spoken_of(room, said)) == meant


@pytest.mark.parametrize(
    ("said", "question", "named"),
    [
        ("Where were the soldiers sent?", "Is that the capital?", "is orvendale the capital"),
        ("Where were the soldiers sent?", "Isn't that the capital?", "is orvendale the capital"),
        ("Who warned the parents?", "Is that a station?", "is velka radio a station"),
        ("Who is Greta Lindqvist?", "Is that the mayor?", "is greta lindqvist the mayor"),
        # of nothing that has a name, of nothing else, or of a deed
        ("Who flooded the hospital?", "Is that the river?", ""),
        ("Where were the soldiers sent?", "Is there a capital?", ""),
        ("Where were the soldiers sent?", "Did it flood the capital?", ""),
        ("Who won the chess tournament?", "Is that the capital?", ""),
    ],
)
def test_what_just_answered_is_asked_of_by_name(room: Room, said: str, question: str, named: str) -> None:
    antecedents = Antecedents(room.index, room.tokens)
    tokens = antecedents.just_named(room.read(question), spoken_of(room, said))
    assert " ".join(token.word for token in tokens) == named


@pytest.mark.parametrize(
    ("said", "question", "meant"),
    [
        # "it" is rather a body than a place, and what is asked what it is is no place
        ("Who pitched tents?", "Who led it?", ["0:relief-corps"]),
        ("Where did families sleep?", "Who led it?", ["0:market-square"]),
        ("Where did families sleep?", "What is it?", []),
        # "they" rather stand for what answered than for an entity
        ("What did the Selvanian Relief Corps pitch?", "Where are they?", []),
        ("What did the Selvanian Relief Corps pitch?", "Where is it?", ["0:relief-corps"]),
    ],
)
def test_entities_and_what_answered(later: Room, said: str, question: str, meant: list[str]) -> None:
    antecedents = Antecedents(later.index, later.tokens)
    assert antecedents.entities(later.read(question), spoken_of(later, said)) == meant


@pytest.mark.parametrize(
    ("text", "of_place"),
    [
        ("was anybody hurt there", True),
        ("who was sent there", True),
        ("is there a ban", False),
        ("there", False),
        ("who was sent to them", False),
    ],
)
def test_what_is_asked_of_a_place(room: Room, text: str, of_place: bool) -> None:
    assert Antecedents(room.index, room.tokens).asks_of_place(room.read(text)) is of_place


@pytest.mark.parametrize(
    ("question", "people"),
    [("What did she order?", {"0:lindqvist"}), ("What did they order?", set()), ("What did he order?", set())],
)
def test_people(room: Room, question: str, people: set[str]) -> None:
    antecedents = Antecedents(room.index, room.tokens)
    assert antecedents.people(room.read(question), spoken_of(room, "Whom does the mayor accuse?")) == people


def test_things_that_answered_come_first(room: Room) -> None:
    things = [
        [
            " ".join(token.word for token in each)
            for each in Antecedents(room.index, room.tokens).things(room.read("Is it big?"), said)
        ]
        for said in (spoken_of(room, "Who robbed the bakery?"), spoken_of(room, "What did the gang rob?"))
    ]
    assert things == [["a gang", "the bakery"], ["the bakery", "a gang"]]


def test_things_are_still_pointed_at_after_a_refusal(room: Room) -> None:
    conversation = spoken_of(room, "Who sent soldiers?")
    room.assistant.ask("Who paid them?", conversation)
    found = Antecedents(room.index, room.tokens).things(room.read("Where are they?"), conversation)
    assert [[token.word for token in each] for each in found] == [["soldiers"]]


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


@pytest.mark.parametrize(
    ("said", "question", "resolved"),
    [
        ("Who sent soldiers?", "Why did he send them?", ["why did tomas brukner send them"]),
        ("What did the Selvanian Relief Corps pitch?", "Who slept in them?", ["who slept in tents"]),
        ("What did the Selvanian Relief Corps pitch?", "Who led it?", ["who led the selvanian relief corps"]),
        # a body in other words, and what names nothing that was spoken of
        (
            "Who accuses the ministry?",
            "What did that body do about those floods?",
            ["what did the river ministry do about the floods"],
        ),
        # whose it is tells the question itself
        ("Who ordered the evacuation?", "Who is her deputy?", ["who is greta lindqvist deputy"]),
        ("Who ordered the evacuation?", "Did a soldier lose her boots?", []),
    ],
)
def test_what_stands_in_the_place_of_pronouns(later: Room, said: str, question: str, resolved: list[str]) -> None:
    found = Antecedents(later.index, later.tokens).resolved(later.read(question), spoken_of(later, said))
    assert [" ".join(token.word for token in tokens) for tokens in found] == resolved
