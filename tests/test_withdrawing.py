"""Corrected facts say so wherever they are told; withdrawn ones are told nowhere, and questions to them hear why."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.assistant import Assistant
from bot.answering.browsing import TOPICS
from bot.answering.conversation import Conversation
from bot.answering.handover import load_assistant
from bot.desk import Desk
from bot.evaluation import evaluate
from bot.state import State
from bot.telegram.rendering import render
from tests.answeringcases import STORY
from tests.botapi import BotApi
from tests.changedstory import CHANGED
from tests.desk import ask, buttons
from tests.smalltown import write_town

CORRECTED = "Corrected on 12 June 2031: An earlier report said Saturday."
WITHDRAWN = "This was withdrawn on 13 June 2031: The ministry denies it."
WRONG = "300 soldiers"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return load_assistant(write_town(tmp_path_factory.mktemp("changed") / "knowledge", dam=CHANGED))


@pytest.mark.parametrize("question", ["When did the dam burst?", "Why did the dam collapse?", "Did the dam break?"])
def test_an_answer_says_that_it_was_corrected(assistant: Assistant, question: str) -> None:
    reply = assistant.ask(question)
    assert (reply.outcome, reply.correction) == ("answered", CORRECTED)
    lines = reply.text.splitlines()
    assert lines.index(CORRECTED) == lines.index(reply.statement) + 1
    assert CORRECTED in render(reply)


def test_other_answers_do_not(assistant: Assistant) -> None:
    assert "orrected" not in assistant.ask("Who ordered the evacuation?").text


def test_the_source_and_the_shared_fact_say_so_too(assistant: Assistant) -> None:
    for reply in (assistant.source("dam-burst"), assistant.tell("dam-burst"), assistant.who_says("dam-burst")):
        assert reply is not None
        assert CORRECTED in reply.text
    (found, *_) = assistant.search("the dam burst", 10)
    assert CORRECTED in found.text


def test_lists_say_so_briefly(assistant: Assistant) -> None:
    summary = assistant.browser.summary("orvendale-dam")
    assert summary is not None
    line = "after a week of heavy rain. (corrected on 12 June 2031)"
    assert line in summary.text
    assert line in assistant.browser.listed("when")[0].text
    assert line in assistant.ask("Was the dam blown up?").text


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("How many soldiers were sent?", WITHDRAWN),
        ("Who sent soldiers to Orvendale?", WITHDRAWN),
        ("Did the minister send soldiers?", WITHDRAWN),
        ("For how long were the soldiers sent?", WITHDRAWN),
        ("What should parents do?", "This was withdrawn on 14 June 2031: The school was open."),
        ("Who warned the parents?", "This was withdrawn on 14 June 2031: The school was open."),
    ],
)
def test_questions_to_a_withdrawn_fact_hear_why(assistant: Assistant, question: str, why: str) -> None:
    reply = assistant.ask(question)
    assert (reply.outcome, reply.answer) == ("not_in_source", "")
    assert reply.text.startswith(f"{why}\nWhat it does say: ")
    assert WRONG not in reply.text
    assert reply.citations
    assert not {"soldiers-sent", "school-warning"} & {citation.fact for citation in reply.citations}


def test_the_nearest_facts_are_those_of_the_same_people_and_places(assistant: Assistant) -> None:
    assert assistant.ask("How many soldiers were sent?").citations[0].fact == "dam-burst"


@pytest.mark.parametrize("question", ["What did the defence minister do?", "summary", "timeline", "what happened?",
                                      "what happened in Orvendale?"])  # fmt: skip
def test_a_withdrawn_fact_is_not_told_among_others(assistant: Assistant, question: str) -> None:
    assert WRONG not in assistant.ask(question).text


def test_lists_searches_and_suggestions_leave_it_out(assistant: Assistant) -> None:
    browser = assistant.browser
    told = [line.text for topic in TOPICS for line in browser.listed(topic)]
    told += [reply.text for reply in browser.main_facts()]
    told += [reply.text for reply in assistant.search("soldiers sent to Orvendale", 10)]
    told += assistant.greeting().suggestions
    assert told
    assert not [text for text in told if "soldiers" in text or "parents" in text]


def test_going_on_never_comes_to_it(assistant: Assistant) -> None:
    conversation = Conversation()
    replies = [assistant.ask("what else?", conversation) for _ in range(12)]
    assert not [reply.text for reply in replies if WRONG in reply.text or "soldier" in " ".join(reply.suggestions)]
    assert replies[-1].outcome == "not_in_source"


def test_a_follow_up_to_a_withdrawn_fact_has_no_answer(assistant: Assistant) -> None:
    conversation = Conversation()
    assistant.ask("How many soldiers were sent?", conversation)
    for text in ("who sent them?", "for how long?", "why?"):
        assert WRONG not in assistant.ask(text, conversation).text


def test_old_links_and_buttons_hear_why(assistant: Assistant) -> None:
    for reply in (
        assistant.tell("soldiers-sent"),
        assistant.source("soldiers-sent"),
        assistant.who_says("soldiers-sent"),
    ):
        assert reply is not None
        assert (reply.outcome, reply.text.splitlines()[0]) == ("not_in_source", WITHDRAWN)
    assert assistant.browser.venue("soldiers-sent") is None


def test_a_reader_who_was_told_before_is_told_no_more(assistant: Assistant, tmp_path: Path) -> None:
    before = load_assistant(write_town(tmp_path / "knowledge", dam=STORY))
    conversation = Conversation()
    before.ask("How many soldiers were sent?", conversation)
    recalled = assistant.memory.recall(before.memory.note(conversation))
    for text in ("for how long?", "who says so?", "is that confirmed?", "tell me more"):
        assert WRONG not in assistant.ask(text, recalled).text


def test_a_test_of_the_editors_expects_nothing_of_a_withdrawn_fact(assistant: Assistant) -> None:
    (story,) = assistant.stories
    verdicts = list(evaluate(story.tests, assistant.ask))
    assert [verdict.question for verdict in verdicts if not verdict.is_right] == []
    assert {verdict.question: verdict.wanted for verdict in verdicts}["Who warned the parents?"] == "none"


async def test_on_telegram(assistant: Assistant, api: BotApi, state: State) -> None:
    desk = Desk(assistant)
    message = await ask(api, desk, state, "When did the dam burst?")
    assert message["text"].splitlines()[2] == CORRECTED
    message = await ask(api, desk, state, "How many soldiers were sent?")
    assert message["text"].splitlines()[0] == WITHDRAWN
    assert buttons(message)[-1] == ["Tell me when you know"]
    assert not [row for row in buttons(message) if "soldiers" in row[0]]
