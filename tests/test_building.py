"""An assistant is put together with what its stories are about in mind."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.assistant import Assistant
from bot.answering.handover import load_assistant
from tests.answeringcases import fact_of
from tests.smalltown import write_town

STORY = """\
story: {id: docks, title: TITLE, as_of: 2031-05-07}
sources:
  post: {publisher: The Post, title: Docks, url: "https://post.example/docks", published: 2031-05-07}
facts:
  strike-called:
    says: The dockers' union called the strike because of night shifts.
    who: the dockers' union
    did: [called]
    what: the strike
    why: because of night shifts
    cite: {source: post, paragraph: 1, quote: called the strike}
"""
QUESTIONS = ["Who called the strike?", "Why is there a strike?", "What is the strike about?"]


def about(folder: Path, title: str) -> Assistant:
    return load_assistant(write_town(folder / "knowledge", docks=STORY.replace("TITLE", title)))


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_word_of_little_weight_tells_a_lot_where_the_title_has_it(tmp_path: Path, question: str) -> None:
    assert fact_of(about(tmp_path, "Strike at the docks").ask(question)) == "strike-called"


@pytest.mark.parametrize("question", QUESTIONS)
def test_elsewhere_it_tells_little(tmp_path: Path, question: str) -> None:
    assert fact_of(about(tmp_path, "Trouble at the docks").ask(question)) != "strike-called"
