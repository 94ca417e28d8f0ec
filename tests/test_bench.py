"""What the benchmark asks and how it judges; what it measures is of no concern here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.knowledge.loading import load_knowledge
from tests.answeringcases import LEXICON
from tests.bench.figures import Figures
from tests.bench.material import Labelled, own_questions, read_questions
from tests.bench.newsroom import FACTS_A_STORY, invent, write_newsroom
from tests.bench.newsroomquestions import KINDS, questions
from tests.bench.peers import Wording, best_threshold
from tests.smalltown import REPOSITORY

WHO = Labelled("Who ordered it?", True, [["Lindqvist", "mayor"], ["ordered"]], [2, 3])
UNKNOWN = Labelled("Who paid for it?", False, [], [])


@pytest.mark.parametrize(
    ("question", "answer", "cited", "verdict"),
    [
        (WHO, "Mayor Greta Líndqvist ORDERED it.", [3], "right"),
        (WHO, "Mayor Greta Lindqvist ordered it.", [4], "wrong"),
        (WHO, "Mayor Greta Lindqvist wanted it.", [3], "wrong"),
        (WHO, None, [], "refused"),
        (UNKNOWN, None, [], "right"),
        (UNKNOWN, "The mayor.", [2], "wrong"),
    ],
)
def test_answers_are_judged(question: Labelled, answer: str | None, cited: list[int], verdict: str) -> None:
    assert question.judged(answer, cited) == verdict


def test_questions_are_read_without_dialogues(tmp_path: Path) -> None:
    file = tmp_path / "set.jsonl"
    case = {"id": "x", "q": "Why?", "kind": "plain", "answerable": False, "must": [], "paragraphs": []}
    file.write_text(f"{json.dumps(case)}\n{json.dumps({'id': 'y', 'turns': [case]})}\n", encoding="utf-8")
    assert read_questions([file]) == [Labelled("Why?", False, [], [])]


def test_the_stories_own_tests_serve_in_a_bare_clone() -> None:
    stories = load_knowledge(REPOSITORY / "knowledge").stories
    material = own_questions(stories)
    assert sorted(material.texts) == sorted(test.ask for story in stories for test in story.tests)
    assert all(bool(each.must) == bool(each.paragraphs) == each.answerable for each in material.validate)


def test_the_threshold_with_most_right_answers_is_found() -> None:
    known = [Wording("a", "It was the mayor who ordered it.", (2,)), Wording("b", "Nobody ordered it.", (9,))]
    likeness = {WHO.q: (0.8, 0), UNKNOWN.q: (0.6, 1), "Who else?": (0.4, 1)}
    tune = [WHO, UNKNOWN, Labelled("Who else?", False, [], [])]
    assert best_threshold(likeness.__getitem__, known, tune) == 0.8


def test_invented_facts_are_the_same_every_time_and_valid(tmp_path: Path) -> None:
    stories = invent(FACTS_A_STORY + 20)
    assert stories == invent(FACTS_A_STORY + 20)
    loaded = load_knowledge(write_newsroom(tmp_path / "knowledge", stories[1:], LEXICON))
    assert [fact.says for story in loaded.stories for fact in story.facts.values()] == [
        event.says for event in stories[1].events
    ]


def test_invented_questions_are_of_all_kinds_and_a_quarter_has_no_answer() -> None:
    stories = invent(300)
    asked = questions(stories, 400)
    events = {event.id: event for event in stories[0].events}
    assert {each.kind for each in asked} == {*KINDS, "unanswerable"}
    assert 0.2 < len([each for each in asked if not each.fact]) / len(asked) < 0.35
    assert all(each.must in events[each.fact].says for each in asked if each.fact and each.kind not in ("who", "what"))


def test_figures_are_shown_with_their_spread() -> None:
    figures = Figures()
    for value in (1, 250.4, 3):
        figures.note("ours", "load, s", value)
    figures.note("theirs", "memory, MB", 0.12345)
    assert figures.table().splitlines()[2:] == ["| load, s | 3 (1–250) |  |", "| memory, MB |  | 0.123 |"]
