"""What work costs, in counts that are the same on every machine: times would tell more of the machine than of the bot.

A limit is what it was when it was written, and a little more. Where one is passed for good reason, set it anew.
"""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bot.answering import spelling
from bot.answering.assistant import Assistant
from bot.answering.conversation import Conversation
from bot.answering.handover import load_assistant
from bot.answering.matching import Matcher
from bot.answering.postings import Postings
from bot.desk import Desk
from bot.state import State
from tests.answeringcases import LEXICON
from tests.bench import newsroom
from tests.bench.newsroom import Story, invent, write_newsroom
from tests.bench.newsroomquestions import questions
from tests.botapi import BotApi
from tests.desk import answer_all
from tests.smalltown import WHO

FEW, MANY = 250, 1000
"""Facts of two newsrooms, the larger of which has four times as many."""
ASKED = 120
UPDATES = 40


@pytest.fixture(scope="module")
def newsrooms(tmp_path_factory: pytest.TempPathFactory) -> dict[int, tuple[Assistant, list[Story]]]:
    """Assistants that know few and many facts."""
    made = {}
    for facts in (FEW, MANY):
        stories = invent(facts)
        folder = write_newsroom(tmp_path_factory.mktemp("newsroom") / "knowledge", stories, LEXICON)
        made[facts] = load_assistant(folder), stories
    return made


class Counts:
    """How often some methods were called, and what came of them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.of: Counter[str] = Counter()
        self._monkeypatch = monkeypatch

    def calls(self, owner: type | ModuleType, method: str, size: Callable[[Any], int] = lambda _result: 1) -> None:
        """Counts the calls of a method, or of a function of a module, from now on, or the sizes of what it returns."""
        original = getattr(owner, method)

        def counting(*arguments: Any) -> Any:  # noqa: ANN401 - whatever the method takes and returns
            result = original(*arguments)
            self.of[method] += size(result)
            return result

        self._monkeypatch.setattr(owner, method, counting)


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> Counts:
    return Counts(monkeypatch)


def asked(newsroom: tuple[Assistant, list[Story]], counts: Counts, *, in_story: bool = False) -> dict[str, float]:
    """What a question to a newsroom costs on the average: facts scored, postings followed, hits looked up.

    It may be asked in a conversation that is about its story.
    """
    assistant, stories = newsroom
    before = counts.of.copy()
    for question in questions(stories, ASKED):
        conversation = Conversation()
        if in_story:
            conversation.turn_to(question.story)
        assistant.ask(question.text, conversation)
    return {method: (number - before[method]) / ASKED for method, number in counts.of.items()}


def test_a_question_scores_few_facts_however_many_there_are(
    newsrooms: dict[int, tuple[Assistant, list[Story]]], counts: Counts
) -> None:
    counts.calls(Matcher, "_evaluate")
    counts.calls(Postings, "of", len)
    counts.calls(Postings, "hit")
    few, many = (asked(newsrooms[facts], counts) for facts in (FEW, MANY))
    assert few["_evaluate"] <= 1.6
    assert few["of"] <= 100
    assert few["hit"] <= 27
    assert many["_evaluate"] <= 2.5
    assert many["of"] <= 425
    assert many["hit"] <= 60


def test_a_question_in_a_story_follows_words_within_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, counts: Counts
) -> None:
    monkeypatch.setattr(newsroom, "FACTS_A_STORY", FEW)
    stories = invent(MANY)
    assistant = load_assistant(write_newsroom(tmp_path / "knowledge", stories, LEXICON))
    counts.calls(Matcher, "_evaluate")
    counts.calls(Postings, "of", len)
    counts.calls(Postings, "hit")
    costs = asked((assistant, stories), counts, in_story=True)
    assert costs["_evaluate"] <= 3
    assert costs["of"] <= 700
    assert costs["hit"] <= 55


def test_only_unknown_words_are_looked_up_among_the_known(
    newsrooms: dict[int, tuple[Assistant, list[Story]]], counts: Counts
) -> None:
    assistant, stories = newsrooms[FEW]
    counts.calls(spelling, "_correct")
    event = stories[0].events[0]
    assistant.ask(f"Who {event.happening.past[0]} {event.thing} in {event.town}?")
    assert counts.of["_correct"] == 0
    for _ in range(3):
        assistant.ask(f"Who {event.happening.past[0]} {event.thing}z in {event.town}?")
    assert counts.of["_correct"] == 1


def test_bytes_of_a_fact(newsrooms: dict[int, tuple[Assistant, list[Story]]]) -> None:
    few, many = (len(pickle.dumps(newsrooms[facts][0], pickle.HIGHEST_PROTOCOL)) for facts in (FEW, MANY))
    assert (many - few) / (MANY - FEW) <= 1270


async def _costs(api: BotApi, desk: Desk, folder: Path, updates: int) -> Counter[str]:
    """The calls to Telegram and the statements to SQLite that a bot makes which answers so many questions."""
    before = len(api.calls)
    with closing(State(folder)) as state:
        costs: Counter[str] = Counter()
        state._database.set_trace_callback(lambda statement: costs.update([statement.split()[0].lower()]))
        for reader in range(updates):
            api.say(WHO, user_id=5000 + reader)
        await answer_all(api, desk, state=state)
        state._database.set_trace_callback(None)
    costs.update(call.method for call in api.calls[before:] if call.method != "getUpdates")
    return costs


async def test_an_update_costs_one_call_and_few_statements(api: BotApi, real: Desk, tmp_path: Path) -> None:
    one = await _costs(api, real, tmp_path / "one", 1)
    many = await _costs(api, real, tmp_path / "many", 1 + UPDATES)
    # What is done once at the start is done side by side with the first updates: it comes to less than one an update.
    each = {what: number for what in many if (number := (many[what] - one[what]) // UPDATES) > 0}
    assert each == {"sendMessage": 1, "select": 1, "insert": 2}
