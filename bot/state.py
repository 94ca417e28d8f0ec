"""What outlives the process, in one SQLite file: counted votes, watch requests, and which message answers which."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = "state.sqlite3"
VERSION = 1
EDITABLE_SECONDS = 48 * 3600
"""Telegram lets a message be edited for so long; then it is forgotten which message answered it."""

_TABLES = """
create table votes (fact text not null, vote text not null, number integer not null, primary key (fact, vote));
create table watches (
    reader integer not null, chat integer not null, thread integer, question text not null,
    primary key (reader, chat, question)
);
create table answers (
    chat integer not null, question integer not null, reader integer not null, answer integer not null,
    at real not null,
    primary key (chat, question)
);
"""


class StateError(Exception):
    """The state cannot be used; the text says which file, and what to do."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A reader who wants to be told once the stories answer a question."""

    reader: int
    chat: int
    thread: int | None
    """The forum topic in which it was asked."""
    question: str


class State:
    """The state, shared by all that one process does. Every method is one transaction."""

    def __init__(self, folder: Path, *, now: Callable[[], float] = time.time) -> None:
        """Opens `folder/state.sqlite3` and creates what is missing; raises StateError where that cannot be."""
        path = folder / FILE
        self._now = now
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(path, isolation_level=None)
            self._database.execute("pragma journal_mode = wal")
            self._database.execute("pragma synchronous = normal")
            self._database.execute("pragma secure_delete = on")
            self._create(path)
        except (OSError, sqlite3.Error) as error:
            problem = f"{path} cannot be used ({error}): DATA_DIR must be a folder that can be written"
            raise StateError(problem) from error

    def _create(self, path: Path) -> None:
        (version,) = self._database.execute("pragma user_version").fetchone()
        if version > VERSION:
            problem = f"{path} was written by a newer factdesk (version {version}): update it, or move the file away"
            raise StateError(problem)
        if version == 0:
            self._database.executescript(f"begin; {_TABLES} pragma user_version = {VERSION}; commit;")

    def close(self) -> None:
        """Leaves one tidy file behind."""
        self._database.close()

    def vote(self, fact: str, vote: str) -> None:
        """Counts a vote on a fact."""
        self._do("insert into votes values (?, ?, 1) on conflict do update set number = number + 1", fact, vote)

    def votes(self) -> dict[tuple[str, str], int]:
        """How often each fact got each vote."""
        return {(fact, vote): number for fact, vote, number in self._rows("select fact, vote, number from votes")}

    def watch(self, watch: Watch) -> None:
        """Remembers that a reader wants to be told."""
        values = (watch.reader, watch.chat, watch.thread, watch.question)
        self._do("insert or ignore into watches values (?, ?, ?, ?)", *values)

    def watches(self) -> list[Watch]:
        """What readers want to be told, the oldest first."""
        return [Watch(*row) for row in self._rows("select reader, chat, thread, question from watches order by rowid")]

    def unwatch(self, watch: Watch) -> None:
        """Forgets one request."""
        which = (watch.reader, watch.chat, watch.question)
        self._do("delete from watches where reader = ? and chat = ? and question = ?", *which)

    def forget_reader(self, reader: int) -> None:
        """Erases all that belongs to a reader."""
        self._do("delete from watches where reader = ?", reader)
        self._do("delete from answers where reader = ?", reader)

    def forget_chat(self, chat: int) -> None:
        """Erases all that belongs to a chat which the bot cannot write to any more."""
        self._do("delete from watches where chat = ?", chat)
        self._do("delete from answers where chat = ?", chat)

    def move_chat(self, old: int, new: int) -> None:
        """Follows a group that became a supergroup."""
        self._do("update or ignore watches set chat = ?, thread = null where chat = ?", new, old)
        self.forget_chat(old)

    def note_answer(self, chat: int, question: int, reader: int, answer: int) -> None:
        """Remembers by message ids which message answers a question, as long as the question may be edited."""
        self._do("delete from answers where at < ?", self._now() - EDITABLE_SECONDS)
        self._do("insert or replace into answers values (?, ?, ?, ?, ?)", chat, question, reader, answer, self._now())

    def answer_to(self, chat: int, question: int) -> int | None:
        """The message that answers a question; None where that is unknown."""
        rows = self._rows("select answer from answers where chat = ? and question = ?", chat, question)
        return rows[0][0] if rows else None

    def _do(self, statement: str, *values: object) -> None:
        self._database.execute(statement, values)

    def _rows(self, query: str, *values: object) -> list[Any]:
        return self._database.execute(query, values).fetchall()
