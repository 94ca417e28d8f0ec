"""The stories that are shipped: their editors' own tests, and what every fact must have."""

from __future__ import annotations

import pytest

from bot.answering.assistant import Assistant
from bot.answering.handover import load_assistant
from bot.evaluation import evaluate
from bot.knowledge.loading import load_knowledge
from bot.knowledge.model import QUOTE_LIMIT, StoryTest
from tests.smalltown import REPOSITORY

FOLDER = REPOSITORY / "knowledge"
KNOWLEDGE = load_knowledge(FOLDER)
"""Loaded as the tests are collected, since each line of a story's `tests` is a case; broken knowledge fails here."""
STORIES = {story.story.id: story for story in KNOWLEDGE.stories}


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return load_assistant(FOLDER)


def test_every_file_is_loaded() -> None:
    assert list(KNOWLEDGE.paths) == sorted((FOLDER / "stories").glob("*.yaml"))
    assert len(KNOWLEDGE.stories) == len(KNOWLEDGE.paths) == len(STORIES) > 0


@pytest.mark.parametrize(
    "test",
    [pytest.param(test, id=f"{story.story.id}: {test.ask}") for story in KNOWLEDGE.stories for test in story.tests],
)
def test_editors_question(assistant: Assistant, test: StoryTest) -> None:
    (verdict,) = evaluate([test], assistant.ask)
    assert verdict.found == verdict.wanted


def test_every_known_wording_finds_its_fact(assistant: Assistant) -> None:
    facts = [
        (wording, id_) for story in KNOWLEDGE.stories for id_, fact in story.facts.items() for wording in fact.asked
    ]
    assert [wording for wording, id_ in facts if assistant.ask(wording).fact != id_] == []


def test_what_is_not_reported_is_refused_in_the_editors_words(assistant: Assistant) -> None:
    gaps = [(wording, gap.says) for story in KNOWLEDGE.stories for gap in story.not_reported for wording in gap.asks]
    assert [wording for wording, says in gaps if says not in assistant.ask(wording).statement] == []


@pytest.mark.parametrize("id_", STORIES)
def test_everything_is_quoted(id_: str) -> None:
    story = STORIES[id_]
    cites = [item.cite for item in story.facts.values()] + [item.cite for item in story.entities.values()]
    quotes = [cite.quote for each in cites for cite in each]
    assert all(cites)
    assert [quote for quote in quotes if not 0 < len(quote) <= QUOTE_LIMIT] == []


@pytest.mark.parametrize("id_", STORIES)
def test_every_story_is_summed_up_and_knows_its_limits(id_: str) -> None:
    story = STORIES[id_]
    assert set(story.story.summary) <= set(story.facts)
    assert story.story.summary
    assert story.not_reported
    assert "none" in {test.fact for test in story.tests}


@pytest.mark.parametrize("id_", STORIES)
def test_nobody_is_said_to_have_done_what_others_did(assistant: Assistant, id_: str) -> None:
    """Each deed of somebody is put up for confirmation as that of everybody else whom the story names."""
    story = STORIES[id_]
    deeds = [fact for fact in story.facts.values() if fact.did and fact.who and fact.what and not fact.withdrawn]
    wrong = []
    for fact in deeds:
        told = " and ".join(story.entities[each].name if each in story.entities else each for each in fact.what)
        for key in story.entities.keys() - {*fact.who, *fact.what, *fact.according_to}:
            name = story.entities[key].name
            reply = assistant.ask(f"{name} {fact.did[0]} {told}, right?")
            answered = story.facts.get(reply.fact)
            if reply.answer.startswith("Yes") and (answered is None or key not in answered.who):
                wrong.append((name, fact.did[0], told))
    assert deeds
    assert wrong == []
