"""What there is to announce of the stories, and how that is worded."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.assistant import Assistant
from bot.answering.handover import load_assistant
from tests.answeringcases import Room
from tests.changedstory import CHANGED
from tests.smalltown import write_town
from tests.storyfiles import changed

STORY_ID = "orvendale-dam"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return load_assistant(write_town(tmp_path_factory.mktemp("news") / "knowledge", dam=CHANGED))


def kinds(assistant: Assistant) -> dict[str, str]:
    return {fact: kind for fact, kind, _content in assistant.news.versions()[STORY_ID]}


def test_main_facts_corrections_and_withdrawals_are_announced(room: Room, assistant: Assistant) -> None:
    assert kinds(room.assistant) == {"dam-burst": "main", "evacuation": "main", "soldiers-sent": "main"}
    assert kinds(assistant) == {
        "dam-burst": "corrected",
        "evacuation": "main",
        "soldiers-sent": "withdrawn",
        "school-warning": "withdrawn",
    }


def test_the_content_changes_with_what_is_announced(assistant: Assistant, tmp_path: Path) -> None:
    other = load_assistant(write_town(tmp_path / "knowledge", dam=changed(CHANGED, "said Saturday", "said Monday")))
    before, after = ({v.fact: v.content for v in a.news.versions()[STORY_ID]} for a in (assistant, other))
    assert {fact for fact in before if before[fact] != after[fact]} == {"dam-burst"}


def test_the_news_in_one_message(assistant: Assistant) -> None:
    reply = assistant.news.told(STORY_ID, ["dam-burst", "evacuation", "soldiers-sent"])
    assert reply is not None
    assert reply.answer == "News: Dam break in Orvendale"
    assert reply.statement.splitlines() == [
        "• Corrected on 12 June 2031: An earlier report said Saturday. Now it says: The Kestrin dam above Orvendale "
        "burst on Sunday 8 June 2031 after a week of heavy rain. ¶1",
        "• New: Mayor Greta Lindqvist ordered the evacuation of the old town on Monday 9 June 2031; 2,000 residents "
        "moved out. ¶2",
        "• Withdrawn on 13 June 2031 is the answer to “How many soldiers were sent?”: The ministry denies it.",
        "You follow this story; /unfollow ends that.",
    ]
    assert {citation.fact for citation in reply.citations} == {"dam-burst", "evacuation"}
    assert reply.as_of == "Reported as of 11 June 2031."


def test_what_was_withdrawn_is_named_by_its_question_only(assistant: Assistant) -> None:
    reply = assistant.news.told(STORY_ID, ["school-warning"])
    assert reply is not None
    (line, _end) = reply.statement.splitlines()
    assert line == "• Withdrawn on 14 June 2031 is the answer to “Who warned the parents?”: The school was open."
    assert reply.citations == ()


def test_without_a_question_only_the_reason_is_told(tmp_path: Path) -> None:
    text = changed(CHANGED, "  - {ask: Who warned the parents?, fact: school-warning, slot: who}\n", "")
    text = changed(text, "    asked: [What should parents do?]\n", "")
    reply = load_assistant(write_town(tmp_path / "knowledge", dam=text)).news.told(STORY_ID, ["school-warning"])
    assert reply is not None
    assert reply.statement.splitlines()[0] == "• Withdrawn on 14 June 2031: The school was open."


@pytest.mark.parametrize(("story", "ids"), [(STORY_ID, ["gone"]), (STORY_ID, []), ("gone", ["dam-burst"])])
def test_of_what_is_gone_there_is_no_news(assistant: Assistant, story: str, ids: list[str]) -> None:
    assert assistant.news.told(story, ids) is None


def test_ids_are_of_one_story(twins: Assistant) -> None:
    told = [twins.news.told(story.story.id, ["evacuation-ordered"]) for story in twins.stories]
    assert [reply.statement.count(name) for reply, name in zip(told, ("Ilsa", "Ada"), strict=True) if reply] == [1, 1]
