"""English as data: which words exist, and what sort each is.

The file is made by knowledge/lexicon/derive.py, which describes its lines. It is held as it is, and what is looked up
is sought in the few lines where it must stand; a dict of the same strings would take about five times the memory.
"""

from __future__ import annotations

import io
import re
from bisect import bisect_right
from operator import lt
from pathlib import Path

from bot.memo import Memo

REMEMBERED = 1024
"""Lookups that each table keeps at hand: enough for the words that most questions share."""
BLOCK_BYTES = 4096
"""How much is searched from one end to the other: the lines from one that is known to the next."""
LONGEST_WORD = 32
"""How many letters a word has at most that is looked up: readers may send very long ones."""


class TableError(ValueError):
    """A table is missing or damaged; the message names the file, the line and the way out."""


class SortedTable:
    """A text file of `key<TAB>value` lines in the order of their keys."""

    def __init__(self, path: Path) -> None:
        """Read the file; TableError when it is missing, empty or has a line that no search would find."""
        try:
            data = path.read_bytes()
        except OSError as error:
            raise TableError(f"{path}: cannot be read ({error.strerror}). {_WAY_OUT}") from error
        self._longest = _check(path, data)
        self._data = data = b"\n" + data  # so that every key stands between a line end and a tab
        starts = [*dict.fromkeys(data.rfind(b"\n", 0, at + 1) for at in range(0, len(data) - 1, BLOCK_BYTES))]
        self._firsts = [data[start : data.index(b"\t", start) + 1] for start in starts]
        """The keys with which the blocks begin."""
        self._starts = [*starts, len(data)]
        # Made for each table, so that what it remembers goes when the table goes.
        self._remembered = Memo(self._find, REMEMBERED)

    def get(self, key: str) -> str | None:
        """What stands beside a key spelled exactly so; None where there is no such key."""
        # What cannot be a key is not worth remembering: readers may send very long words.
        can_be = len(key) <= self._longest and key.isascii() and key.isprintable()
        return self._remembered[key] if can_be else None

    def _find(self, key: str) -> str | None:
        sought = b"\n%b\t" % key.encode("ascii")
        block = bisect_right(self._firsts, sought)
        if not block:
            return None
        at = self._data.find(sought, self._starts[block - 1], self._starts[block])
        if at < 0:
            return None
        start = at + len(sought)
        return self._data[start : self._data.index(b"\n", start)].decode("ascii")


_LINE_KEYS = re.compile(rb"^([^\t\r\n]+)\t[^\r\n]*$", re.MULTILINE)
_WAY_OUT = "Restore it from the repository, or make it again with knowledge/lexicon/derive.py"


def _check(path: Path, data: bytes) -> int:
    """The length of the longest key, once every line is known to be in its place."""
    if not data:
        raise TableError(f"{path}: is empty. {_WAY_OUT}")
    if not data.isascii():
        raise TableError(f"{path}: holds a character outside ASCII. {_WAY_OUT}")
    keys = _LINE_KEYS.findall(data)
    if len(keys) == data.count(b"\n") and data.endswith(b"\n") and all(map(lt, keys, keys[1:])):
        return max(map(len, keys))
    previous = b""
    for number, line in enumerate(io.BytesIO(data), start=1):
        key, tab, _ = line.partition(b"\t")
        if not tab or not line.endswith(b"\n") or b"\r" in line:
            raise TableError(f"{path}:{number}: is not `key<TAB>value` and a plain line end. {_WAY_OUT}")
        if key <= previous:
            raise TableError(f"{path}:{number}: {key.decode()!r} is out of order. {_WAY_OUT}")
        previous = key
    raise AssertionError(f"{path}: is wrong in a way that no line shows")


class WordList:
    """English words in all their forms, lower case, a to z only."""

    def __init__(self, path: Path) -> None:
        """Read en.words; TableError as for SortedTable."""
        self._table = SortedTable(path)
        self._sorts = Memo(self._sorts_of, REMEMBERED)

    def is_word(self, word: str) -> bool:
        """Whether this form, in lower case, is an English word or a well-known name."""
        return self._table.get(word) is not None

    def is_name(self, word: str) -> bool:
        """Whether this form, in lower case, can be a proper name: it is one, or no English word."""
        return "p" in (self.pos(word) or "p")

    def pos(self, word: str) -> str:
        """What a form can be, the likeliest first ("fire" -> "nv"); "" for an unknown one.

        n noun, v verb, a adjective, r adverb; f before them: a function word or interjection;
        p after them: also a proper name ("china" -> "np"), and alone: nothing but a proper name.
        """
        return self._sorts[word] if len(word) <= LONGEST_WORD else ""

    def _sorts_of(self, word: str) -> str:
        return (self._table.get(word) or "").partition("\t")[0]

    def lemmas(self, word: str) -> tuple[str, ...]:
        """The base forms of a form, the likeliest first: "stole" -> ("steal",), "left" -> ("leave", "left").

        A base form gives itself, an unknown word nothing.
        """
        value = self._table.get(word)
        if value is None:
            return ()
        edits = value.partition("\t")[2]
        return tuple(_edited(word, edit) for edit in edits.split(",")) if edits else (word,)


def _edited(word: str, edit: str) -> str:
    """Cut and add letters: "carried" and "3y" give "carry"."""
    added = edit.lstrip("0123456789")
    cut = int(edit.removesuffix(added))
    return word[: len(word) - cut] + added
