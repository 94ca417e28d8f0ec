"""The file of the state, and what becomes of one that cannot be used."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.database import StateError
from bot.state import FILE, MIGRATIONS, State, Watch

MINE = Watch(7, 7, None, "When?")


def test_older_file_is_brought_up_to_date(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as older:
        older.executescript(f"{MIGRATIONS[0]} pragma user_version = 1; insert into votes values ('fire', 'up', 3);")
    with closing(State(tmp_path)) as state:
        state.mark_done(1)
        assert (state.votes(), state.is_done(1), state.is_kept) == ({("fire", "up"): 3}, True, True)


def test_newer_file_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as newer:
        newer.execute(f"pragma user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(StateError, match="was written by a newer factdesk"):
        State(tmp_path)


def test_file_that_is_no_database_is_moved_aside(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / FILE).write_bytes(b"no database" * 100)
    with closing(State(tmp_path, now=lambda: 7)) as state:
        state.vote("fire", "up")
        assert (state.votes(), state.is_kept) == ({("fire", "up"): 1}, True)
    assert (tmp_path / "state.broken-7").read_bytes().startswith(b"no database")
    (record,) = caplog.records
    moved = "it was moved to state.broken-7, and a new one begun"
    assert record.getMessage() == f"{tmp_path / FILE} cannot be read (file is not a database): {moved}"


def test_folder_that_cannot_be_used_stops_no_answer(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").touch()
    with closing(State(tmp_path / "file")) as state:
        state.mark_done(1)
        assert (state.is_done(1), state.is_kept, state.watch(MINE)) == (True, False, False)
    (record,) = caplog.records
    assert "readers are answered, but votes and requests are lost" in record.getMessage()


def test_disk_that_is_full_is_said_once_and_again_when_it_has_room(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(State(tmp_path)) as state:
        state._database.execute("pragma max_page_count = 1")
        state._database.execute(f"pragma max_page_count = {state._rows('pragma page_count')[0][0]}")
        for number in range(200):
            state.watch(Watch(number, number, None, "x" * 500))
        assert not state.is_kept
        assert not state.watch(Watch(999, 999, None, "y" * 5000))
        state._database.execute("pragma max_page_count = 100000")
        assert state.watch(MINE)
        assert state.is_kept
    assert [record.levelname for record in caplog.records] == ["ERROR", "WARNING"]
