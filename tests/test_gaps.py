"""What readers asked in vain, as an editor is shown it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import yaml

from bot.answering.assistant import Assistant
from bot.editing.gaps import report
from bot.knowledge.loading import load_story
from bot.state import State
from tests.answeringcases import STORY, WHO, Room

NIGHT = 19_000 * 24 * 3600.0
"""The day 2022-01-08."""
NASTY = (
    'who juggled: "x" # y',
    "it's {a: [b], *c} & juggled?",
    "- juggled | > % @ `",
    "\\ juggled \\n 😀 é ½",
    "juggled: ~ null yes",
    "'' juggled \"\" !!python/object",
)


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    with closing(State(tmp_path, now=lambda: NIGHT)) as kept:
        yield kept


def asked(state: State, times: dict[str, int]) -> State:
    """The state after these questions were asked in vain so often."""
    for question, number in times.items():
        for _ in range(number):
            state.count_gap(question)
    return state


def firsts(state: State, assistant: Assistant) -> list[list[str]]:
    """The wordings of each group."""
    shown = [json.loads(line) for line in report(state, assistant, "json")]
    return [[each["question"], *each["also"]] for each in shown]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("did the mayor resign", "Has Greta Lindqvist stepped down as mayor?"),
        ("Who fixed the stone bridge?", "who repaired the stone bridge"),
        ("Who won the chess tournament?", "who won at chess in the tournament"),
        ("how many died", "How many people drowned?"),
        ("did Brukner juggle", "Brukner juggling?"),
    ],
)
def test_questions_that_mean_the_same_are_one(state: State, room: Room, one: str, other: str) -> None:
    asked(state, {one: 2, other: 1, "what did Velka Radio sing": 1})
    assert firsts(state, room.assistant) == [[one, other], ["what did Velka Radio sing"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("when did the chess tournament start", "who started the chess tournament"),
        ("did the mayor resign", "did the defence minister resign"),
        ("who painted the hospital", "who painted the hospital in green"),
    ],
)
def test_questions_that_mean_something_else_stay_apart(state: State, room: Room, one: str, other: str) -> None:
    asked(state, {one: 2, other: 1})
    assert firsts(state, room.assistant) == [[one], [other]]


def test_what_is_answered_by_now_is_left_out_and_forgotten(state: State, room: Room) -> None:
    asked(state, {WHO: 5, "hello": 2, "who painted the hospital": 1})
    assert firsts(state, room.assistant) == [["who painted the hospital"]]
    assert [gap.question for gap in state.gaps()] == ["who painted the hospital"]


QUESTIONS = {
    "Who fixed the stone bridge?": 3,
    "who repaired the stone bridge": 1,
    "who plundered the bakery at noon": 3,
    "Who wrecked the bakery's window?": 2,
    "how many died": 1,
}


@pytest.fixture
def full(state: State) -> State:
    for vote in ("down", "down", "up"):
        state.vote("evacuation", vote)
    state.vote("gone", "down")
    return asked(state, QUESTIONS)


def test_in_words(full: State, room: Room) -> None:
    assert list(report(full, room.assistant, "words")) == [
        "4 times, last on 2022-01-08: Who fixed the stone bridge?",
        "  also: who repaired the stone bridge",
        "  nearest fact: bridge-closed",
        "",
        "3 times, last on 2022-01-08: who plundered the bakery at noon",
        "  nearest fact: shop-looted",
        "  not understood: noon",
        "",
        "2 times, last on 2022-01-08: Who wrecked the bakery's window?",
        "  nearest fact: shop-looted",
        "  not understood: wrecked, window",
        "",
        "once, last on 2022-01-08: how many died",
        "  known as not reported: How many people drowned?",
        "",
        "answer not liked: evacuation, 2 times",
    ]


def test_in_json(full: State, room: Room) -> None:
    first, *_, last = report(full, room.assistant, "json")
    assert json.loads(first) == {
        "question": "Who fixed the stone bridge?",
        "also": ["who repaired the stone bridge"],
        "count": 4,
        "last_day": "2022-01-08",
        "story": "orvendale-dam",
        "nearest": "bridge-closed",
        "not_understood": [],
        "known_as": None,
    }
    assert json.loads(last) == {"disliked": "evacuation", "count": 2}


def test_in_yaml(full: State, room: Room) -> None:
    assert list(report(full, room.assistant, "yaml")) == [
        "# orvendale-dam: what readers asked in vain. Paste what is right where it belongs, and leave the rest.",
        "facts:",
        "  bridge-closed:",
        "    asked:  # only what this fact answers",
        '      - "Who fixed the stone bridge?"  # 4 times, last on 2022-01-08',
        '      - "who repaired the stone bridge"',
        "  shop-looted:",
        "    asked:  # only what this fact answers",
        '      - "who plundered the bakery at noon"  # 3 times, last on 2022-01-08',
        "not_reported:",
        "  - asks:",
        '      - "Who wrecked the bakery\'s window?"  # 2 times, last on 2022-01-08',
        '    says: "I find no answer to that in the article."  # say what it is that the story does not say',
        "    near: [shop-looted]",
        "---",
        "# lexicon/en.yaml: words that it does not know. Add to each what means the same, and leave the rest.",
        "synonyms:",
        '  window: ["window"]  # 2 times',
        "# answer not liked: evacuation, 2 times",
    ]


def test_what_is_to_be_pasted_fits_into_the_story(full: State, room: Room, tmp_path: Path) -> None:
    lines = list(report(full, room.assistant, "yaml"))
    begin, end = lines.index("not_reported:") + 1, lines.index("    near: [shop-looted]") + 1
    path = tmp_path / "dam.yaml"
    path.write_text(STORY.replace("tests:\n", "\n".join([*lines[begin:end], "tests:\n"])), encoding="utf-8")
    assert load_story(path).story.not_reported[1].asks == ["Who wrecked the bakery's window?"]


def test_whatever_readers_write_is_but_a_text_in_the_yaml(state: State, room: Room) -> None:
    asked(state, dict.fromkeys(NASTY, 1))
    loaded, synonyms = yaml.safe_load_all("\n".join(report(state, room.assistant, "yaml")))
    assert [words for words in synonyms["synonyms"].values() if len(words) != 1] == []
    pasted = [text for entry in loaded["not_reported"] for text in entry["asks"]]
    pasted += [text for fact in loaded.get("facts", {}).values() for text in fact["asked"]]
    assert sorted(pasted) == sorted(NASTY)


def test_each_story_has_a_document_of_its_own(state: State, twins: Assistant) -> None:
    asked(state, {"Did Ilsa Brandt juggle?": 2, "Did Ada Quist juggle?": 1})
    documents = "\n".join(report(state, twins, "yaml"))
    stories = [each for each in yaml.safe_load_all(documents) if "synonyms" not in each]
    assert [each["not_reported"][0]["asks"] for each in stories] == [
        ["Did Ilsa Brandt juggle?"],
        ["Did Ada Quist juggle?"],
    ]


@pytest.mark.parametrize("form", ["words", "json", "yaml"])
def test_nothing_asked_in_vain_is_nothing_to_show(state: State, room: Room, form: str) -> None:
    assert list(report(state, room.assistant, form)) == []  # type: ignore[arg-type]


def test_many_wordings_are_not_all_shown(state: State, room: Room) -> None:
    asked(state, {f"did the mayor resign{'?' * number}": 9 - number for number in range(8)})
    words = list(report(state, room.assistant, "words"))
    assert words[1:6] == [*(f"  also: did the mayor resign{'?' * n}" for n in range(1, 5)), "  and 3 more wordings"]
