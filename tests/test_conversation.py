"""What a next message points back to."""

from __future__ import annotations

import pytest

from bot.answering.conversation import FADES_AFTER, REMEMBERED, Conversation
from bot.answering.followups import Followups
from bot.answering.question import Question
from tests.answeringcases import Room, fact_of

ORDERED, SENT, BURST = "Who ordered the evacuation?", "Who sent the soldiers?", "When did the dam burst?"


@pytest.mark.parametrize(
    ("messages", "fact", "slot"),
    [
        # what is left out
        ([ORDERED, "When?"], "evacuation", "when"),
        ([ORDERED, "and when?"], "evacuation", "when"),
        ([BURST, "Why?"], "dam-burst", "why"),
        ([BURST, "where"], "dam-burst", "where"),
        (["How many soldiers were sent?", "By whom?"], "soldiers-sent", "who"),
        ([SENT, "for how long?"], "soldiers-sent", "how_long"),
        ([BURST, "Why?", "Where?"], "dam-burst", "where"),
        ([BURST, "And in Orvendale?"], "dam-burst", "when"),
        # pronouns
        ([ORDERED, "When did she order it?"], "evacuation", "when"),
        ([ORDERED, "Whom does she accuse?"], "mayor-accuses", "what"),
        (["Who is Greta Lindqvist?", "What did she order?"], "evacuation", "what"),
        (["Who is Tomas Brukner?", "How many soldiers did he send?"], "soldiers-sent", "how_many"),
        ([SENT, "Why did he send them?"], "soldiers-sent", "purpose"),
        ([BURST, "Why did it burst?"], "dam-burst", "why"),
        (["What is the River Ministry?", "Who accuses it?"], "mayor-accuses", "who"),
        (["Where were the soldiers sent?", "Which buildings were flooded there?"], "hospital-flooded", "what"),
        # another topic, and what is then pointed to
        ([ORDERED, SENT], "soldiers-sent", "who"),
        ([BURST, ORDERED, "When?"], "evacuation", "when"),
        ([ORDERED, "And how many soldiers were sent?"], "soldiers-sent", "how_many"),
        ([SENT, "Never mind. Who ordered the evacuation?"], "evacuation", "who"),
        # who says what came nearest
        (["How many tanks were sent?", "Says who?"], "soldiers-sent", "according_to"),
        # bare words
        (["Was the evacuation ordered?", "By?"], "evacuation", "who"),
        # what another fact tells of all that was asked before
        (["Who moved out?", "When?"], "evacuation", "when"),
        (["Were people evacuated?", "How many?"], "evacuation", "how_many"),
        # what somebody said, whose card or deed was told
        (["Who is Greta Lindqvist?", "What did she say?"], "mayor-accuses", "what"),
        (["What did the mayor order?", "What did she say?"], "mayor-accuses", "what"),
        # corrections
        (["Who is the defence minister?", "No, I meant the mayor."], "lindqvist", "who"),
        ([SENT, "No, I was asking about the evacuation"], "evacuation", ""),
        # what else there is
        ([ORDERED, "what else?"], "mayor-accuses", ""),
        (["Tell me more"], "dam-burst", ""),
        # is X the Y
        (["Who is the mayor?", "Is she the mayor of Orvendale?"], "lindqvist", ""),
        # forgotten names
        ([ORDERED, "What did that lady order?"], "evacuation", "what"),
        # small talk between question and follow-up
        ([BURST, "thanks", "Why?"], "dam-burst", "why"),
    ],
)
def test_follow_ups(room: Room, messages: list[str], fact: str, slot: str) -> None:
    reply = room.ask(*messages)
    assert (fact_of(reply), reply.slot) == (fact, slot)


@pytest.mark.parametrize(
    ("messages", "answer"),
    [
        ([BURST, "Says who?"], "Orvendale Herald"),
        ([BURST, "How do you know?"], "Orvendale Herald"),
        ([BURST, "Who reported that?"], "Orvendale Herald"),
        (["Who is Greta Lindqvist?", "Source?"], "Orvendale Herald"),
        (["Was the bakery robbed?", "How do you know?"], "The shopkeepers"),
        (["Was the bakery robbed?", "Who told you that?"], "The shopkeepers"),
        (["Was the bakery robbed?", "According to whom?"], "The shopkeepers"),
        (["Was the bakery robbed?", "Is that true?"], "The article gives it as a claim."),
        ([SENT, "Is that official?"], "The article gives it as an announcement."),
        ([BURST, "Is that confirmed?"], "The article reports it."),
        (["How much will the repairs cost?", "Is that certain?"], "The article says that it is not known."),
    ],
)
def test_who_says_so_and_how_sure_it_is(room: Room, messages: list[str], answer: str) -> None:
    assert room.ask(*messages).answer == answer


@pytest.mark.parametrize(
    "messages",
    [
        ["When?"],
        [BURST, "Who confirmed that?"],
        ["How many soldiers were sent?", "And in Hungary?"],
        ["How many soldiers were sent?", "and in Paris?"],
        [BURST, "and in March?"],
        ["Whom does the mayor accuse?", "When?"],
        [ORDERED, "Why?"],
        [ORDERED, "Who is her husband?"],
        [SENT, "How old is he?"],
        [ORDERED, "Did she resign?"],
        ["Who is the mayor?", "Is she the defence minister?"],
        ["What did the water flood?", "When?"],
        ["Did soldiers go to the school?", "How many?"],
        [SENT, "Since when?"],
        ["Who moved out?", "When will they come back?"],
    ],
)
def test_follow_ups_that_nothing_answers(room: Room, messages: list[str]) -> None:
    assert room.ask(*messages).outcome in ("not_in_source", "off_topic")


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


def test_a_conversation_lives_for_some_turns() -> None:
    conversation = Conversation()
    assert not conversation.is_alive
    conversation.remember(QUESTION, None, [])
    conversation.turn += FADES_AFTER
    assert conversation.is_alive
    conversation.turn += 1
    assert not conversation.is_alive


@pytest.fixture
def followups(room: Room) -> Followups:
    return Followups(room.index, room.tokens)


@pytest.mark.parametrize(
    ("text", "points", "elliptical"),
    [
        ("when did she leave", True, False),
        ("what was flooded there", True, False),
        ("and in paris", True, True),
        ("in the capital", True, True),
        ("when", True, True),
        ("who ordered the evacuation", False, False),
        ("who is the mayor", False, False),
    ],
)
def test_which_questions_point_back(
    room: Room, followups: Followups, text: str, points: bool, elliptical: bool
) -> None:
    question = room.read(text)
    assert followups.must_point(question) is points
    assert followups.is_elliptical(question) is elliptical


@pytest.mark.parametrize(
    ("text", "slot"), [("when", "when"), ("by whom", "who"), ("how long", None), ("when did it burst", None)]
)
def test_a_bare_question_is_bound_to_the_fact_told_last(
    room: Room, followups: Followups, text: str, slot: str | None
) -> None:
    conversation = Conversation()
    assert followups.bound(room.read(text), conversation) is None
    conversation.remember(room.read("who ordered it"), room.index.fact(0, "evacuation"), [])
    bound = followups.bound(room.read(text), conversation)
    assert (bound and (bound.target.id, bound.slot)) == (("evacuation", slot) if slot else None)


def test_what_a_pronoun_stands_for_is_filled_in(room: Room, followups: Followups) -> None:
    conversation = Conversation()
    conversation.remember(room.read("who is the mayor"), None, ["0:brukner", "0:lindqvist"])
    filled = followups.readings(room.read("whom does she accuse"), conversation)
    assert any({"accuse", "lindqvist"} <= {question.tokens[p].word for p in question.content} for question in filled)
    assert not any("brukner" in {token.word for token in question.tokens} for question in filled)
    assert followups.readings(room.read("who ordered the evacuation"), conversation) == []
