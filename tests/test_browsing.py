"""What is told without a question."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.assistant import Assistant
from bot.answering.browsing import TOPICS, Topic, Venue
from bot.answering.conversation import Conversation
from bot.answering.handover import load_assistant
from tests.answeringcases import Room
from tests.smalltown import STORY, TWIN, write_town


def test_people_and_organizations_are_listed_with_what_they_are(room: Room) -> None:
    lines = {line.text: line.citation.paragraph for line in room.assistant.browser.listed("who")}
    assert lines["Greta Lindqvist: the mayor of Orvendale"] == 2
    assert not any(text.startswith("Orvendale") for text in lines)


def test_facts_are_listed_in_the_order_of_the_story(room: Room) -> None:
    assert [line.text for line in room.assistant.browser.listed("what")] == [
        fact.says for fact in room.story.facts.values()
    ]


def test_days_are_listed_in_their_order(room: Room) -> None:
    lines = room.assistant.browser.listed("when")
    assert [line.heading for line in lines] == ["8 June 2031", "9 June 2031"]
    assert lines[0].text == room.story.facts["dam-burst"].says


def test_places_are_listed_with_what_happened_there(room: Room) -> None:
    lines = [(line.heading, line.text) for line in room.assistant.browser.listed("where")]
    facts = ("dam-burst", "hospital-flooded", "soldiers-sent")
    assert lines == [("Orvendale", room.story.facts[id_].says) for id_ in facts]


def test_reasons_are_listed(room: Room) -> None:
    told = [fact.says for fact in room.story.facts.values() if fact.why or fact.purpose]
    assert [line.text for line in room.assistant.browser.listed("why")] == told


@pytest.mark.parametrize("topic", TOPICS)
def test_every_line_has_its_source(room: Room, topic: Topic) -> None:
    for line in room.assistant.browser.listed(topic):
        assert line.citation.url.startswith("https://")
        assert line.citation.paragraph > 0


def test_sources(room: Room) -> None:
    assert room.assistant.browser.sources()[0] == (
        "Orvendale Herald: “Dam bursts above Orvendale”, 11 June 2031",
        "https://herald.example/2031/dam",
    )


def test_the_story_in_its_main_facts(room: Room) -> None:
    summary = room.assistant.browser.summary("orvendale-dam")
    assert summary is not None
    assert [citation.fact for citation in summary.citations] == room.story.story.summary
    assert [reply.fact for reply in room.assistant.browser.main_facts()] == room.story.story.summary
    assert room.assistant.browser.summary("elsewhere") is None
    assert room.assistant.browser.stories() == {"orvendale-dam": "Dam break in Orvendale"}


def test_a_place_on_the_map_names_its_own_source(room: Room) -> None:
    venue = Venue("Orvendale", "Orvendale, Selvania", 61.5, -7.25, "Atlas of Selvania")
    assert room.assistant.browser.venue("hospital-flooded") == room.assistant.browser.venue("orvendale") == venue


@pytest.mark.parametrize("reference", ["mayor-accuses", "nothing-known"])
def test_what_is_on_no_map(room: Room, reference: str) -> None:
    assert room.assistant.browser.venue(reference) is None


def test_every_fact_is_found_by_its_reference(room: Room) -> None:
    for id_, fact in room.story.facts.items():
        reply = room.assistant.tell(id_)
        assert reply is not None
        assert (reply.fact, reply.statement) == (id_, fact.says)


def test_what_was_told_can_be_asked_about(room: Room) -> None:
    conversation = Conversation()
    room.assistant.tell("evacuation", conversation)
    assert room.assistant.ask("when?", conversation).answer == "On Monday 9 June 2031"
    assert (0, "evacuation") in conversation.told


def test_the_source_of_a_fact_in_full(room: Room) -> None:
    reply = room.assistant.source("evacuation")
    assert reply is not None
    assert [citation.place for citation in reply.citations] == [
        "Orvendale Herald: “Dam bursts above Orvendale”, 11 June 2031, paragraph 2",
        "The Monitor: “Ministry under fire”, 10 June 2031, paragraph 3",
    ]


@pytest.mark.parametrize(
    ("reference", "answer"), [("mayor-accuses", "Greta Lindqvist"), ("dam-burst", "Orvendale Herald")]
)
def test_who_says_so(room: Room, reference: str, answer: str) -> None:
    reply = room.assistant.who_says(reference)
    assert reply is not None
    assert (reply.answer, reply.fact) == (answer, reference)


def test_what_the_stories_have_no_more_is_not_told(room: Room) -> None:
    assistant = room.assistant
    assert (assistant.tell("gone"), assistant.source("gone"), assistant.who_says("gone")) == (None, None, None)


def test_search_ranks_facts_and_tells_each_once(room: Room) -> None:
    found = room.assistant.search("the evacuation of Orvendale", 3)
    assert found[0].fact == "evacuation"
    assert len({reply.fact for reply in found}) == len(found) <= 3
    assert room.assistant.search("", 3) == room.assistant.search("chess", 3) == []


def test_facts_that_share_an_id_have_references_of_their_own(twins: Assistant) -> None:
    told = twins.browser.main_facts()
    assert len({reply.fact for reply in told}) == len(told)
    assert [reply.statement for reply in told] == [
        again.statement for reply in told if (again := twins.tell(reply.fact)) is not None
    ]
    assert twins.tell("evacuation-ordered") is None
    assert all(len(f"x:{reply.fact}") <= 64 and reply.fact.isascii() for reply in told)


def test_references_do_not_depend_on_the_order_of_stories(twins: Assistant, tmp_path: Path) -> None:
    turned = load_assistant(write_town(tmp_path / "knowledge", a=TWIN, b=STORY))
    assert {reply.fact: reply.statement for reply in turned.browser.main_facts()} == {
        reply.fact: reply.statement for reply in twins.browser.main_facts()
    }


@pytest.mark.parametrize(
    ("topic", "headings"),
    [
        ("who", ["Flood in Halvermoor", "Flood in Elsewhere"]),
        ("when", ["Flood in Halvermoor: 3 March 2031", "Flood in Elsewhere: 3 March 2031"]),
    ],
)
def test_lists_of_several_stories_have_their_titles(twins: Assistant, topic: Topic, headings: list[str]) -> None:
    assert [line.heading for line in twins.browser.listed(topic)] == headings
