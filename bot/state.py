"""What outlives the process, in one SQLite file.

Which updates were answered, what conversations were about, counted votes and questions that got no answer, watch
requests, who follows which story, and which message answers which. Where the file cannot be used, the bot answers all
the same: it says so in the log, and remembers until it stops.
"""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot import followers
from bot.database import Database

FILE = "state.sqlite3"
USEFUL, USELESS = "up", "down"
"""Votes on a fact."""
EDITABLE_SECONDS = 48 * 3600
"""Telegram lets a message be edited for so long; then it is forgotten which message answered it."""
DELIVERED_SECONDS = 48 * 3600
"""Telegram keeps an update for a day; after two it is forgotten that it was answered."""
TALKED_SECONDS = 24 * 3600
"""So long a conversation can be gone on with."""
GAP_SECONDS = 90 * 24 * 3600
"""A question that nobody has asked for so long is no gap any more."""
MOST_GAPS = 2_000
"""Questions without an answer that are kept; beyond that, those that were last asked longest ago are forgotten."""

MIGRATIONS = (
    """
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
    """,
    """
    create table updates (id integer primary key, tries integer not null, is_done integer not null, at real not null);
    create table set_aside (id integer primary key, error text not null, at real not null);
    """,
    """
    create table conversations (key text primary key, note text not null, at real not null) without rowid;
    """,
    f"""
    {followers.TABLES}
    create table days (what text primary key, day text not null) without rowid;
    """,
    """
    create table gaps (question text primary key collate nocase, number integer not null, day text not null)
    without rowid;
    """,
)
"""What takes the file from each version to the next."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A reader who wants to be told once the stories answer a question."""

    reader: int
    chat: int
    thread: int | None
    """The forum topic in which it was asked."""
    question: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A question that got no answer: how often it was asked, and on which day last."""

    question: str
    number: int
    day: datetime.date


class State(Database):
    """The state, shared by all that one process does.

    Every method is one transaction on plain values, and nothing outside knows of SQLite: for several replicas, a class
    with the same methods on a shared store takes its place. There a claim must be kept, and free again some time after
    the replica that holds it was last heard of; here a file belongs to one process, and its claims end with it.
    """

    def __init__(self, folder: Path, *, now: Callable[[], float] = time.time) -> None:
        """Opens `folder/state.sqlite3`, or creates it. Raises StateError where a newer version wrote it."""
        self._now = now
        self._claimed: set[int] = set()
        super().__init__(folder / FILE, MIGRATIONS, now())
        self.followers = followers.Followers(self._do, self._rows)

    def claim(self, update: int) -> bool:
        """Takes an update to answer it; False where it was answered, or somebody else has taken it."""
        if update in self._claimed or self.is_done(update):
            return False
        self._claimed.add(update)
        return True

    def release(self, update: int) -> None:
        """Gives an update back that was not answered."""
        self._claimed.discard(update)

    def is_done(self, update: int) -> bool:
        """Whether an update was answered."""
        return bool(self._rows("select 1 from updates where id = ? and is_done", update))

    def mark_done(self, update: int) -> None:
        """Notes that an update was answered."""
        done = "insert into updates (id, tries, is_done, at) values (?, 0, 1, ?) "
        self._do(f"{done} on conflict do update set is_done = 1", update, self._now())
        self.release(update)

    def count_try(self, update: int) -> int:
        """Notes that an update failed; returns how often it has."""
        counted = "insert into updates (id, tries, is_done, at) values (?, 1, 0, ?) "
        self._do(f"{counted} on conflict do update set tries = tries + 1", update, self._now())
        rows = self._rows("select tries from updates where id = ?", update)
        return int(rows[0][0]) if rows else 1

    def set_aside(self, update: int, error: str) -> None:
        """Notes that an update was given up, and by which error."""
        self._do("insert or replace into set_aside values (?, ?, ?)", update, error, self._now())

    def aside(self) -> dict[int, str]:
        """The updates that were given up, and by which errors."""
        return dict(self._rows("select id, error from set_aside order by id"))

    def vote(self, fact: str, vote: str) -> None:
        """Counts a vote on a fact."""
        self._do("insert into votes values (?, ?, 1) on conflict do update set number = number + 1", fact, vote)

    def votes(self) -> dict[tuple[str, str], int]:
        """How often each fact got each vote."""
        return {(fact, vote): number for fact, vote, number in self._rows("select fact, vote, number from votes")}

    def count_gap(self, question: str) -> None:
        """Counts a question that got no answer. Nothing is noted of who asked it, or where."""
        counted = "insert into gaps values (?, 1, ?) on conflict do update set number = number + 1, day = excluded.day"
        self._do(counted, question, self._day())

    def gaps(self) -> list[Gap]:
        """The questions that got no answer, the most asked first."""
        rows = self._rows("select question, number, day from gaps order by number desc, day desc, question")
        return [Gap(question, number, datetime.date.fromisoformat(day)) for question, number, day in rows]

    def forget_gap(self, question: str) -> None:
        """Forgets a question, which has an answer now."""
        self._do("delete from gaps where question = ?", question)

    def watch(self, watch: Watch) -> bool:
        """Remembers that a reader wants to be told; returns whether that is sure to last."""
        values = (watch.reader, watch.chat, watch.thread, watch.question)
        return self._do("insert or ignore into watches values (?, ?, ?, ?)", *values) is not None and self.is_kept

    def watches(self) -> list[Watch]:
        """What readers want to be told, the oldest first."""
        return [Watch(*row) for row in self._rows("select reader, chat, thread, question from watches order by rowid")]

    def unwatch(self, watch: Watch) -> None:
        """Forgets one request."""
        which = (watch.reader, watch.chat, watch.question)
        self._do("delete from watches where reader = ? and chat = ? and question = ?", *which)

    def keep_conversation(self, key: str, note: str) -> None:
        """Remembers what a conversation, `chat:reader`, was about."""
        self._do("insert or replace into conversations values (?, ?, ?)", key, note, self._now())

    def conversation(self, key: str) -> str | None:
        """What a conversation was about; None where that is unknown, or too long ago."""
        since = self._now() - TALKED_SECONDS
        rows = self._rows("select note from conversations where key = ? and at >= ?", key, since)
        return rows[0][0] if rows else None

    def forget_conversation(self, key: str) -> None:
        """Ends a conversation."""
        self._do("delete from conversations where key = ?", key)

    def forget_reader(self, reader: int) -> None:
        """Erases all that belongs to a reader."""
        self._do("delete from conversations where key like ?", f"%:{reader}")
        self._do("delete from watches where reader = ?", reader)
        self._do("delete from answers where reader = ?", reader)
        self.followers.forget(reader)

    def forget_chat(self, chat: int) -> None:
        """Erases all that belongs to a chat which the bot cannot write to any more."""
        self._do("delete from conversations where key like ?", f"{chat}:%")
        self._do("delete from watches where chat = ?", chat)
        self._do("delete from answers where chat = ?", chat)
        self.followers.forget(chat)  # a private chat has its reader's number

    def move_chat(self, old: int, new: int) -> None:
        """Follows a group that became a supergroup."""
        self._do("update or ignore watches set chat = ?, thread = null where chat = ?", new, old)
        self.forget_chat(old)

    def is_first_of_day(self, what: str, day: str) -> bool:
        """Whether something is done for the first time on a day; from then on it is not."""
        noted = "insert into days values (?, ?) on conflict do update set day = excluded.day where day != excluded.day"
        return self._do(noted, what, day) == 1

    def note_answer(self, chat: int, question: int, reader: int, answer: int) -> None:
        """Remembers by message ids which message answers a question, as long as the question may be edited."""
        self._do("insert or replace into answers values (?, ?, ?, ?, ?)", chat, question, reader, answer, self._now())

    def answer_to(self, chat: int, question: int) -> int | None:
        """The message that answers a question; None where that is unknown."""
        since = self._now() - EDITABLE_SECONDS
        query = "select answer from answers where chat = ? and question = ? and at >= ?"
        rows = self._rows(query, chat, question, since)
        return rows[0][0] if rows else None

    def prune(self) -> None:
        """Forgets what has been kept for as long as it may be, and questions beyond the most that are kept."""
        for table, seconds in (
            ("updates", DELIVERED_SECONDS),
            ("answers", EDITABLE_SECONDS),
            ("conversations", TALKED_SECONDS),
        ):
            self._do(f"delete from {table} where at < ?", self._now() - seconds)  # noqa: S608 - names from above
        self._do("delete from gaps where day < ?", self._day(GAP_SECONDS))
        kept = "select question from gaps order by day desc, number desc limit ?"
        self._do(f"delete from gaps where question not in ({kept})", MOST_GAPS)  # noqa: S608 - a statement from above

    def _day(self, seconds_ago: float = 0.0) -> str:
        """The day, in UTC: `2031-03-04`."""
        return datetime.datetime.fromtimestamp(self._now() - seconds_ago, datetime.UTC).date().isoformat()
