"""Assistants made in this process and in another."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.answering.handover import HandoverError, Loading, load_assistant, start_loading
from bot.knowledge.problems import KnowledgeError
from bot.knowledge.wordlist import TableError
from tests.answeringcases import LEXICON, STORY, WHO, fact_of
from tests.smalltown import REPOSITORY, write_town


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_town(tmp_path / "knowledge", dam=STORY)


def test_an_assistant_from_a_folder(folder: Path) -> None:
    assistant = load_assistant(folder)
    assert [story.story.id for story in assistant.stories] == ["orvendale-dam"]
    assert fact_of(assistant.ask(WHO)) == "evacuation"


def test_another_process_hands_over_the_same_assistant(folder: Path) -> None:
    finish = start_loading(folder)
    assert finish().ask(WHO) == load_assistant(folder).ask(WHO)


def test_another_process_hands_over_what_is_wrong(folder: Path) -> None:
    (folder / "stories" / "dam.yaml").write_text("story: {}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError) as here:
        load_assistant(folder)
    with pytest.raises(KnowledgeError) as there:
        start_loading(folder)()
    assert there.value.problems == here.value.problems


def test_the_words_must_be_there(folder: Path) -> None:
    (folder / "lexicon").unlink()
    (folder / "lexicon").mkdir()
    (folder / "lexicon" / "en.yaml").symlink_to(LEXICON / "en.yaml")
    with pytest.raises(TableError, match=r"en\.words"):
        start_loading(folder)()


def test_a_process_that_fails_is_no_assistant(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    with pytest.raises(HandoverError, match="ended with 1"):
        start_loading(folder)()


def test_whoever_stops_it_need_not_wait(folder: Path) -> None:
    begun, not_begun = start_loading(folder), Loading(folder)
    for loading in (begun, not_begun):
        loading.stop()
        with pytest.raises(HandoverError, match="ended with -9"):
            loading()


def test_answering_needs_neither_pydantic_nor_yaml(folder: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from bot.answering.handover import start_loading; "
        "assistant = start_loading(Path(sys.argv[1]))(); import bot.desk, bot.telegram.polling; "
        f"print(assistant.ask({WHO!r}).answer, sorted({{'pydantic', 'yaml'}} & sys.modules.keys()))"
    )
    command = [sys.executable, "-c", script, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=REPOSITORY)
    assert done.stdout == "Greta Lindqvist []\n"
