"""Questions that two facts answer equally well: the reader is asked which one is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.assistant import Assistant
from bot.answering.conversation import Conversation
from bot.answering.handover import load_assistant
from tests.smalltown import STORY, write_town

CLOSURE = """\
  {name}-closed:
    says: The council closed the {name} {when}.
    who: the council
    did: [closed]
    what: the {name}
    when: {{on: {on}, text: "{when}"}}
    cite: {{source: courier, paragraph: 1, quote: above Halvermoor}}
"""
SCHOOL = CLOSURE.format(name="school", on="2031-03-01", when="on Saturday 1 March 2031")
LIBRARY = CLOSURE.format(name="library", on="2031-03-02", when="on Sunday 2 March 2031")
WHISTLES = """\
  guards-whistled:
    says: Guards whistled.
    who: guards
    did: [whistled]
    cite: {source: courier, paragraph: 1, quote: above Halvermoor}
  boys-whistled:
    says: Boys whistled at dogs.
    who: boys
    did: [whistled]
    what: dogs
    cite: {source: courier, paragraph: 1, quote: above Halvermoor}
"""
WHISTLED = ("Did guards whistle?", "Did boys whistle?")
CHOICES = ("When did the council close the school?", "When did the council close the library?")
TESTS = "".join(
    f"  - {{ask: {ask}, fact: {name}-closed}}\n" for ask, name in zip(CHOICES, ("school", "library"), strict=True)
)
TESTS += "".join(
    f"  - {{ask: {ask}, fact: {who}-whistled}}\n" for ask, who in zip(WHISTLED, ("guards", "boys"), strict=True)
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    story = STORY.replace("not_reported:\n", SCHOOL + LIBRARY + WHISTLES + "not_reported:\n") + TESTS
    return load_assistant(write_town(tmp_path_factory.mktemp("town") / "knowledge", flood=story))


@pytest.mark.parametrize(
    "question", ["When did the council close it?", "When was the building closed?", "What was closed?"]
)
def test_the_reader_is_asked_which_is_meant(assistant: Assistant, question: str) -> None:
    reply = assistant.ask(question)
    assert (reply.outcome, reply.suggestions, reply.citations) == ("clarify", CHOICES, ())


def test_a_deed_alone_may_be_either(assistant: Assistant) -> None:
    assert assistant.ask("Who whistled?").suggestions == WHISTLED
    assert assistant.ask("Who whistled at dogs?").answer == "Boys"


@pytest.mark.parametrize(
    ("question", "choice", "answer"),
    [
        ("When was it closed?", "the library", "On Sunday 2 March 2031"),
        ("When was it closed?", CHOICES[1], "On Sunday 2 March 2031"),
        ("What was closed?", "on sunday", "The library"),
        ("When was the building closed?", "I mean the school", "On Saturday 1 March 2031"),
    ],
)
def test_the_choice_completes_the_question(assistant: Assistant, question: str, choice: str, answer: str) -> None:
    conversation = Conversation()
    assistant.ask(question, conversation)
    assert assistant.ask(choice, conversation).answer == answer


@pytest.mark.parametrize("question", ["When was the school closed?", "Who closed the buildings?"])
def test_nobody_is_asked_where_the_answer_is_the_same(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).outcome == "answered"


def test_nobody_is_asked_without_words_for_the_choices(tmp_path: Path) -> None:
    story = STORY.replace("not_reported:\n", SCHOOL + LIBRARY + "not_reported:\n")
    assistant = load_assistant(write_town(tmp_path / "knowledge", flood=story))
    assert assistant.ask("When was it closed?").outcome == "answered"
