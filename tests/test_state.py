"""What outlives the process: the real file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.state import EDITABLE_SECONDS, FILE, VERSION, State, StateError, Watch

MINE, OTHER = Watch(7, 7, None, "When?"), Watch(8, -5, 3, "Why?")


def test_all_is_still_there_after_a_restart(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "data"
    with closing(State(folder)) as state:
        for vote in ("up", "up", "down"):
            state.vote("fire", vote)
        state.watch(MINE)
        state.watch(OTHER)
        state.watch(MINE)
        state.note_answer(-5, 1, 7, 2)
    with closing(State(folder)) as state:
        assert state.votes() == {("fire", "up"): 2, ("fire", "down"): 1}
        assert state.watches() == [MINE, OTHER]
        assert (state.answer_to(-5, 1), state.answer_to(-5, 2)) == (2, None)


def test_what_a_reader_takes_back_is_gone_from_the_file(tmp_path: Path) -> None:
    with closing(State(tmp_path)) as state:
        state.watch(Watch(7, 7, None, "Where is my cousin?"))
        state.watch(OTHER)
        state.note_answer(-5, 1, 7, 2)
        state.note_answer(-5, 3, 8, 4)
        state.forget_reader(7)
        assert state.watches() == [OTHER]
        assert (state.answer_to(-5, 1), state.answer_to(-5, 3)) == (None, 4)
    assert b"cousin" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_chats_are_forgotten_and_followed(tmp_path: Path) -> None:
    with closing(State(tmp_path)) as state:
        state.watch(MINE)
        state.watch(OTHER)
        state.move_chat(-5, -100)
        assert state.watches() == [MINE, Watch(8, -100, None, "Why?")]
        state.forget_chat(-100)
        state.unwatch(MINE)
        assert state.watches() == []


def test_answers_are_forgotten_when_questions_cannot_be_edited_any_more(tmp_path: Path) -> None:
    now = 0.0
    with closing(State(tmp_path, now=lambda: now)) as state:
        state.note_answer(1, 1, 1, 2)
        now = EDITABLE_SECONDS + 1
        state.note_answer(1, 3, 1, 4)
        assert (state.answer_to(1, 1), state.answer_to(1, 3)) == (None, 4)


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"no database" * 100, "cannot be used (file is not a database): DATA_DIR must be a folder that can be written"),
     (None, "was written by a newer factdesk")],
)  # fmt: skip
def test_file_that_cannot_be_used_is_named(tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / FILE
    if content:
        path.write_bytes(content)
    else:
        with closing(sqlite3.connect(path)) as newer:
            newer.execute(f"pragma user_version = {VERSION + 1}")
    with pytest.raises(StateError) as caught:
        State(tmp_path)
    assert str(caught.value).startswith(f"{path} {message}")


def test_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StateError, match="cannot be used"):
        State(tmp_path / "file")
