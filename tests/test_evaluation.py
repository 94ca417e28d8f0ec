"""The editors' own tests."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from bot.answering.reply import Citation, Reply
from bot.evaluation import Verdict, evaluate
from bot.knowledge.loading import load_story
from tests.smalltown import STORY

TESTS = STORY[STORY.index("tests:") :]


def cited(*facts: str) -> tuple[Citation, ...]:
    day = datetime.date(2031, 3, 4)
    return tuple(Citation(fact, "Courier", "Dam", "https://courier.example", day, 1, "dam") for fact in facts)


BRANDT = Reply("answered", slot="who", citations=cited("evacuation-ordered", "bridge-destroyed"))
REFUSAL = Reply("not_in_source", slot="who", citations=cited("evacuation-ordered"))


@pytest.mark.parametrize(
    ("test", "reply", "wanted", "found"),
    [
        ("fact: evacuation-ordered", BRANDT, "evacuation-ordered", "evacuation-ordered"),
        ("fact: evacuation-ordered, slot: who", BRANDT, "evacuation-ordered (who)", "evacuation-ordered (who)"),
        ("fact: evacuation-ordered, slot: when", BRANDT, "evacuation-ordered (when)", "evacuation-ordered (who)"),
        ("fact: bridge-destroyed", BRANDT, "bridge-destroyed", "evacuation-ordered"),
        ("fact: none", BRANDT, "none", "evacuation-ordered"),
        # A refusal cites what comes nearest, which is no answer.
        ("fact: evacuation-ordered, slot: who", REFUSAL, "evacuation-ordered (who)", "none"),
        ("fact: none", REFUSAL, "none", "none"),
        ("fact: none", Reply("off_topic"), "none", "none"),
        # An answer that cites nothing, such as a summary, is of no fact.
        ("fact: none", Reply("answered"), "none", "none"),
    ],
)
def test_what_is_wanted_against_what_is_found(test: str, reply: Reply, wanted: str, found: str, tmp_path: Path) -> None:
    path = tmp_path / "flood.yaml"
    path.write_text(STORY.replace(TESTS, f"tests: [{{ask: Who?, {test}}}]\n"), encoding="utf-8")
    (verdict,) = evaluate(load_story(path).story.tests, lambda _question: reply)
    assert verdict == Verdict("Who?", wanted, found)
    assert verdict.is_right == (wanted == found)


def test_each_test_is_asked_in_order(tmp_path: Path) -> None:
    path = tmp_path / "flood.yaml"
    path.write_text(STORY, encoding="utf-8")
    verdicts = list(evaluate(load_story(path).story.tests, lambda _question: BRANDT))
    assert [(verdict.question, verdict.is_right) for verdict in verdicts] == [
        ("Who ordered the evacuation?", True),
        ("What destroyed the old bridge?", False),
        ("Who won the chess tournament?", False),
    ]
