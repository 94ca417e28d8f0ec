"""Who follows which story, and how far each was told its news: a part of the state.

What is news is kept once for each story and not for each reader: the version of a fact that was announced last has a
number that grows, and of a follower only the number is kept up to which there is nothing left to tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

MAIN, WITHDRAWN = "main", "withdrawn"

TABLES = """
    create table news (
        number integer primary key autoincrement, story text not null, fact text not null, kind text not null,
        content text not null, unique (story, fact)
    );
    create table follows (
        reader integer not null, story text not null, told integer not null, day text not null, sent integer not null,
        primary key (reader, story)
    ) without rowid;
    """
"""`news` has the version of each fact that was announced last, and a row without a fact for each known story. `told`
is the number of the last news that a follower was told, and `sent` counts the messages of `day`."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The facts of a story that a follower has not been told yet."""

    reader: int
    """Whose private chat has the same number."""
    story: str
    told: int
    """The number of what was told last."""
    news: tuple[tuple[int, str], ...]
    """The numbers and ids of the facts, the oldest news first."""


class Followers:
    """Followers and news, on the database of the state."""

    def __init__(self, do: Callable[..., int | None], rows: Callable[..., list[Any]]) -> None:
        """`do` runs a statement and returns how many rows it changed; `rows` returns those of a query."""
        self._do = do
        self._rows = rows

    def follow(self, reader: int, story: str) -> None:
        """Tells a reader the news of a story from now on."""
        latest = self._rows("select coalesce(max(number), 0) from news")
        self._do("insert or ignore into follows values (?, ?, ?, '', 0)", reader, story, latest[0][0] if latest else 0)

    def unfollow(self, reader: int, story: str) -> None:
        """Tells a reader no more of a story."""
        self._do("delete from follows where reader = ? and story = ?", reader, story)

    def forget(self, reader: int) -> None:
        """Tells a reader nothing more, and leaves nothing of that."""
        self._do("delete from follows where reader = ?", reader)

    def stories(self, reader: int) -> list[str]:
        """The stories that a reader follows."""
        return [story for (story,) in self._rows("select story from follows where reader = ? order by story", reader)]

    def note(self, story: str, versions: Iterable[tuple[str, str, str]]) -> None:
        """Takes what a story has to announce now: each fact's id, its kind of news, and what tells versions apart.

        What was not announced before becomes news; of a story that is seen for the first time nothing does.
        """
        known = self._rows("select fact, kind, content from news where story = ?", story)
        announced = {fact: (kind, content) for fact, kind, content in known}
        if not known:
            self._announce(story, "", "", "")
        for fact, kind, content in versions:
            before = announced.get(fact)
            is_same = before == (kind, content) or (kind == MAIN and before is not None and before[0] != WITHDRAWN)
            if not is_same:
                self._announce(story, fact, kind, content)
        if not known:
            # Who follows already, since a moment ago or in an earlier state, has nothing to catch up with.
            self._do("update follows set told = (select max(number) from news) where story = ?", story)

    def _announce(self, story: str, fact: str, kind: str, content: str) -> None:
        values = (story, fact, kind, content)
        self._do("insert or replace into news (story, fact, kind, content) values (?, ?, ?, ?)", *values)

    def letters(self) -> list[Letter]:
        """What is to be told to whom."""
        rows = self._rows(
            "select reader, follows.story, told, number, fact from follows join news on news.story = follows.story "
            "where number > told and fact != '' order by reader, follows.story, number"
        )
        news: dict[tuple[int, str, int], list[tuple[int, str]]] = {}
        for reader, story, told, number, fact in rows:
            news.setdefault((reader, story, told), []).append((number, fact))
        return [Letter(*key, tuple(facts)) for key, facts in news.items()]

    def sent(self, reader: int, day: str) -> int:
        """How many messages a follower got on a day."""
        rows = self._rows("select coalesce(sum(sent), 0) from follows where reader = ? and day = ?", reader, day)
        return int(rows[0][0]) if rows else 0

    def mark_told(self, letter: Letter, upto: int, day: str) -> bool:
        """Notes that a follower is told the news up to a number, before that is sent: so no news is told twice.

        False where it is not to be sent: it was told meanwhile, or the reader has ended it.
        """
        changed = self._do(
            "update follows set told = ?, sent = case when day = ? then sent + 1 else 1 end, day = ? "
            "where reader = ? and story = ? and told = ?",
            *(upto, day, day, letter.reader, letter.story, letter.told),
        )
        return changed == 1

    def take_back(self, letter: Letter, upto: int) -> None:
        """Notes that a message could not be sent after all, unless another one was sent since."""
        taken_back = "update follows set told = ?, sent = sent - 1 where reader = ? and story = ? and told = ?"
        self._do(taken_back, letter.told, letter.reader, letter.story, upto)
