"""One SQLite file for what is noted. Where it cannot be used, the process remembers until it stops."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_LOG = logging.getLogger(__name__)


class StateError(Exception):
    """The state was written by a newer version; the text says what to do."""


class Database:
    """The file, brought up to date. What goes wrong with it is said once in the log, and raises nothing."""

    def __init__(self, path: Path, migrations: Sequence[str], at: float) -> None:
        """Opens the file and creates what is missing; `migrations` take it from each version to the next.

        A file that is no database is moved aside, under a name with `at`, the time in seconds. Raises StateError for
        one that a newer version wrote.
        """
        self._path = path
        self._migrations = migrations
        self._is_failing = False
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._database = self._opened(at)
        except (OSError, sqlite3.Error) as error:
            self._fail(error)
            self._database = _connected(":memory:", migrations)

    @property
    def is_kept(self) -> bool:
        """Whether what is noted now will be there after a restart."""
        return not self._is_failing

    def is_writable(self) -> bool:
        """Tries whether what is noted now is kept."""
        self._do(f"pragma user_version = {len(self._migrations)}")
        return self.is_kept

    def close(self) -> None:
        """Leaves one tidy file behind."""
        self._database.close()

    def _opened(self, at: float) -> sqlite3.Connection:
        path = self._path
        try:
            return _connected(str(path), self._migrations)
        except sqlite3.OperationalError:
            raise  # it cannot be opened or written: nothing is wrong with what is in it
        except sqlite3.DatabaseError as error:
            aside = path.with_suffix(f".broken-{round(at)}")
            path.rename(aside)
            _LOG.error("%s cannot be read (%s): it was moved to %s, and a new one begun", path, error, aside.name)
            return _connected(str(path), self._migrations)

    def _do(self, statement: str, *values: object) -> int | None:
        """How many rows it changed; None where nothing can be written."""
        try:
            changed = self._database.execute(statement, values).rowcount
        except sqlite3.Error as error:
            self._fail(error)
            return None
        if self._is_failing and self._database_is_file():
            self._is_failing = False
            _LOG.warning("%s can be written again", self._path)
        return changed

    def _rows(self, query: str, *values: object) -> list[Any]:
        try:
            return self._database.execute(query, values).fetchall()
        except sqlite3.Error as error:
            self._fail(error)
            return []

    def _database_is_file(self) -> bool:
        return bool(self._database.execute("pragma database_list").fetchone()[2])

    def _fail(self, error: Exception) -> None:
        """Says once that nothing can be kept."""
        if not self._is_failing:
            self._is_failing = True
            _LOG.error(
                "%s cannot be used (%s): readers are answered, but votes and requests are lost; DATA_DIR must be a "
                "folder that can be written, with room on its disk",
                self._path,
                error,
            )


def _connected(name: str, migrations: Sequence[str]) -> sqlite3.Connection:
    """A database of this version. Raises StateError where it is of a newer one, and sqlite3.Error."""
    database = sqlite3.connect(name, isolation_level=None)
    database.execute("pragma journal_mode = wal")
    database.execute("pragma synchronous = normal")
    database.execute("pragma secure_delete = on")
    # The system keeps the file at hand as well.
    database.execute("pragma cache_size = -256")
    (version,) = database.execute("pragma user_version").fetchone()
    if version > len(migrations):
        database.close()
        newer = f"{name} was written by a newer factdesk (version {version})"
        raise StateError(f"{newer}: update it, or move the file away")
    for number, statements in enumerate(migrations[version:], start=version + 1):
        database.executescript(f"begin; {statements} pragma user_version = {number}; commit;")
    return database
