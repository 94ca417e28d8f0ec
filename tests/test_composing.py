"""Replies from what was found."""

from __future__ import annotations

import datetime

import pytest

from bot.answering.candidates import Candidate
from bot.answering.composing import MOST_NEAR, SMALL_TALK, Composer, counted, joined
from bot.answering.reply import Citation, Reply
from tests.answeringcases import Room

AS_OF = "Reported as of 11 June 2031."


@pytest.fixture
def composer(room: Room) -> Composer:
    return Composer(room.index, room.assistant.voice)


def answer(room: Room, text: str, fact: str, slot: str | None, *, denies: bool = False, spent: int = 0) -> Reply:
    candidate = Candidate(room.index.fact(0, fact), slot, 1.0, denies=denies, spent=spent, does=True)
    return Composer(room.index, room.assistant.voice).answer(room.read(text), candidate)


@pytest.mark.parametrize(
    ("text", "fact", "slot", "expected"),
    [
        ("who ordered it", "evacuation", "who", "Greta Lindqvist"),
        ("when was it ordered", "evacuation", "when", "On Monday 9 June 2031"),
        ("why did it burst", "dam-burst", "why", "A week of heavy rain"),
        ("what was flooded", "hospital-flooded", "what", "The hospital and the market hall"),
        ("how many soldiers", "soldiers-sent", "how_many", "300 soldiers"),
        ("what did she do", "evacuation", "did", ""),
        ("the dam", "dam-burst", None, ""),
        ("did it burst", "dam-burst", None, "Yes."),
        ("did it not burst", "dam-burst", None, ""),
        ("what do repairs cost", "damage-unclear", None, ""),
        ("do repairs cost money", "damage-unclear", None, ""),
    ],
)
def test_an_answer_leads_with_what_was_asked_for(room: Room, text: str, fact: str, slot: str, expected: str) -> None:
    reply = answer(room, text, fact, slot)
    assert (reply.outcome, reply.answer, reply.slot) == ("answered", expected, slot or "")
    assert (reply.statement, reply.as_of) == (room.story.facts[fact].says, AS_OF)


def test_the_opposite_is_denied(room: Room) -> None:
    assert answer(room, "is the bridge open", "bridge-closed", None, denies=True).answer == "No."


def test_what_the_question_names_is_left_out(room: Room) -> None:
    hospital = room.index.fact(0, "hospital-flooded").slots["what"][0]
    reply = answer(room, "what else was flooded", "hospital-flooded", "what", spent=hospital.bit)
    assert reply.answer == "The market hall"


@pytest.mark.parametrize(
    ("fact", "attribution"),
    [("mayor-accuses", "Claimed by Greta Lindqvist."), ("soldiers-sent", "Announced by Tomas Brukner.")],
)
def test_who_says_so(room: Room, fact: str, attribution: str) -> None:
    assert answer(room, "who", fact, "who").attribution == attribution
    assert answer(room, "who", "evacuation", "who").attribution == ""


def test_every_citation_is_whole(room: Room) -> None:
    first, second = answer(room, "who", "evacuation", "who").citations
    assert first == Citation(
        fact="evacuation",
        source="Orvendale Herald",
        title="Dam bursts above Orvendale",
        url="https://herald.example/2031/dam",
        published=datetime.date(2031, 6, 11),
        paragraph=2,
        quote="ordered the evacuation",
        place="Orvendale Herald, 11 June 2031, paragraph 2",
    )
    assert (second.source, second.paragraph, second.quote) == ("The Monitor", 3, "2,000 residents")


def test_a_refusal_names_the_nearest(room: Room, composer: Composer) -> None:
    targets = [room.index.fact(0, id_) for id_ in list(room.story.facts)[: MOST_NEAR + 1]]
    reply = composer.not_said(targets)
    assert reply.outcome == "not_in_source"
    told = room.story.facts["dam-burst"].says
    assert reply.statement == f"I find no answer to that in the article.\nWhat it does say: {told}"
    assert {citation.fact for citation in reply.citations} == {"dam-burst"}
    assert (reply.answer, reply.confidence, reply.as_of) == ("", 0.0, AS_OF)


def test_a_refusal_in_the_editors_words(composer: Composer) -> None:
    assert composer.not_said([], says="Nobody says so.") == Reply("not_in_source", statement="Nobody says so.")


def test_a_summary_tells_facts_in_order_with_their_sources(room: Room, composer: Composer) -> None:
    ids = ["soldiers-sent", "dam-burst"]
    reply = composer.summary(room.story, ids)
    facts = [room.story.facts[id_] for id_ in ids]
    assert reply.statement.splitlines() == [f"• {fact.says} ¶{fact.cite[0].paragraph}" for fact in facts]
    assert [citation.fact for citation in reply.citations] == ids
    assert (reply.outcome, reply.answer, reply.confidence) == ("answered", "Dam break in Orvendale", 1.0)


@pytest.mark.parametrize(
    ("facts", "place"),
    [
        (["evacuation"], "paragraph 2"),
        (["evacuation", "dam-burst", "hospital-flooded"], "paragraph 2 (also paragraph 1)"),
        (["dam-burst", "evacuation", "soldiers-sent"], "paragraph 1 (also paragraphs 2, 4)"),
    ],
)
def test_the_first_citation_names_the_paragraphs_of_all(
    room: Room, composer: Composer, facts: list[str], place: str
) -> None:
    first, *others = composer.summary(room.story, facts).citations
    assert first.place == f"Orvendale Herald, 11 June 2031, {place}"
    assert {citation.place for citation in others} <= {""}


def test_a_timeline_is_in_the_order_of_days(room: Room, composer: Composer) -> None:
    assert [citation.fact for citation in composer.timeline(room.story).citations] == ["dam-burst", "evacuation"]


@pytest.mark.parametrize("kind", SMALL_TALK)
def test_small_talk(room: Room, composer: Composer, kind: str) -> None:
    reply = composer.small_talk(kind)
    assert reply.outcome == "small_talk"
    assert "{" not in reply.statement


def test_small_talk_names_the_story(room: Room, composer: Composer) -> None:
    about = "Dam break in Orvendale, as reported up to 11 June 2031"
    asked = f"Hello! Ask me about {about}: who, what, when, where, why or how many."
    assert composer.small_talk("greeting") == Reply("small_talk", statement=asked)


OFF_TOPIC = "I can only answer questions about Dam break in Orvendale, as reported up to 11 June 2031."


def test_other_small_talk_is_off_topic(room: Room, composer: Composer) -> None:
    expected = Reply("off_topic", statement=OFF_TOPIC)
    assert composer.small_talk("love") == composer.off_topic() == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_joined(texts: list[str], expected: str) -> None:
    assert joined(texts, "and") == expected


@pytest.mark.parametrize(
    ("count", "unit", "expected"),
    [
        ("dozens", "troops", "dozens of troops"),
        ("six", "countries", "six countries"),
        ("300", "soldiers", "300 soldiers"),
        ("an unspecified number", "peacekeepers", "an unspecified number of peacekeepers"),
        ("a third", "voters", "a third of voters"),
    ],
)
def test_counts_with_their_units(count: str, unit: str, expected: str) -> None:
    assert counted(count, unit) == expected


@pytest.mark.parametrize(
    ("asks_when", "expected"), [(True, "11 June 2031"), (False, "Orvendale Herald, The Monitor and Atlas of Selvania")]
)
def test_whom_it_comes_from_and_up_to_when(room: Room, composer: Composer, asks_when: bool, expected: str) -> None:
    reply = composer.origin([0], asks_when=asks_when)
    assert (reply.outcome, reply.answer) == ("answered", expected)
    assert reply.statement == (
        "What I know about Dam break in Orvendale comes from Orvendale Herald, The Monitor and Atlas of Selvania, "
        "as reported up to 11 June 2031."
    )
    assert {citation.source for citation in reply.citations} == {"Orvendale Herald", "The Monitor"}
