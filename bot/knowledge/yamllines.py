"""Reads a YAML file into a tree with lines, and writes texts. Every value stays the text that the editor wrote.

PyYAML's events are read, not its objects: so `no`, `on` and dates stay text, nothing is constructed, and
what the format does not need (anchors, aliases, tags, several documents) can be refused in plain words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from bot.knowledge.problems import Problem
from bot.knowledge.syntax import explain
from bot.knowledge.tree import Node, Place

SIZE_LIMIT = 5_000_000
"""The largest file that is read, in bytes: some 100,000 lines."""

DEPTH_LIMIT = 20
"""How deep lists and mappings may nest; the format needs six."""

EMPTY_VALUES = frozenset({"", "~", "null", "Null", "NULL"})
CONTROL_CHARACTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")

QUESTION_MARK = "\ue03f"
"""Stands for a question mark while PyYAML's own loader reads; a character that no font has."""


class PlainLoader(yaml.BaseLoader):
    """PyYAML's loader in Python, which alone would take the question mark in [Who?, When?] for a sign of YAML."""

    def __init__(self, text: str) -> None:
        super().__init__(re.sub(r"(?<=\S)\?", QUESTION_MARK, text))

    def get_event(self) -> yaml.Event:
        event: yaml.Event = super().get_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.ScalarEvent):
            event.value = event.value.replace(QUESTION_MARK, "?")
        return event


# The C loader is some ten times faster, but PyYAML can be built without it.
_LOADER = getattr(yaml, "CBaseLoader", PlainLoader)


_Value: TypeAlias = yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent


class _UnreadableError(Exception):
    """Reading cannot go on: line, place and message."""

    def __init__(self, line: int, message: str, where: str = "") -> None:
        super().__init__(message)
        self.line, self.message, self.where = line, message, where


def read_tree(file: Path, shown_path: str) -> tuple[Place | None, list[Problem]]:
    """The file as a tree, None where it cannot be read, and what is wrong with its YAML."""
    reader = None
    try:
        text = _decode(_read_bytes(file))
        reader = _Reader(text, shown_path)
        return Place(shown_path, "", reader.document()), reader.problems
    except _UnreadableError as error:
        problem = Problem(shown_path, error.line, error.where, error.message)
    except yaml.MarkedYAMLError as error:
        line, message = explain(error, text.splitlines())
        problem = Problem(shown_path, line, "", message)
    return None, [*(reader.problems if reader else ()), problem]


def _read_bytes(file: Path) -> bytes:
    try:
        size = file.stat().st_size
        if size > SIZE_LIMIT:
            limit = f"{SIZE_LIMIT / 1e6:.0f} MB"
            raise _UnreadableError(
                0, f"the file is too big: {size / 1e6:.1f} MB, at most {limit}; split it into several"
            )
        return file.read_bytes()
    except OSError as error:
        raise _UnreadableError(0, f"cannot be read: {error.strerror}") from error


def _decode(raw: bytes) -> str:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _UnreadableError(
            line, f"is not UTF-8 text (byte 0x{raw[error.start]:02x}); save the file with the encoding UTF-8"
        ) from error
    if control := CONTROL_CHARACTER.search(text):
        line = text.count("\n", 0, control.start()) + 1
        raise _UnreadableError(line, f"has an invisible control character (U+{ord(control[0]):04X}); delete it")
    return text


class _Reader:
    """Builds the tree of one text from PyYAML's events."""

    def __init__(self, text: str, path: str) -> None:
        self.problems: list[Problem] = []
        self._path = path
        self._trail: list[str | int] = []
        self._next: Callable[[], Any] = _LOADER(text).get_event

    def document(self) -> Node:
        """The whole file. Raises _UnreadableError, or PyYAML's MarkedYAMLError."""
        self._next()  # the start of the stream
        if isinstance(self._next(), yaml.StreamEndEvent):
            raise _UnreadableError(1, "the file is empty")
        root = self._node(self._next())
        self._next()  # the end of the document
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            raise _UnreadableError(_line(after), "a second document begins here ('---'); keep one to a file")
        if root.value == "":
            raise _UnreadableError(1, "the file is empty")
        if not isinstance(root.value, dict):
            raise _UnreadableError(root.line, "must begin with a key and a colon, such as 'story:'")
        return root

    def _node(self, event: _Value, line: int | None = None) -> Node:
        # Only nodes come here, and all have an anchor; one that refers to another has no tag.
        if event.anchor or event.tag:
            raise self._reference(event)
        line = line or _line(event)
        if isinstance(event, yaml.ScalarEvent):
            is_bare = event.implicit[0]
            return Node("" if is_bare and event.value in EMPTY_VALUES else event.value.strip(), line, is_bare)
        if len(self._trail) > DEPTH_LIMIT:
            raise _UnreadableError(_line(event), "lists and keys nest too deeply here; the format needs six levels")
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(self._items(), line)
        return Node(self._entries(), line)

    def _items(self) -> list[Node]:
        items: list[Node] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            self._trail.append(len(items) + 1)
            items.append(self._node(event))
            self._trail.pop()
        return items

    def _entries(self) -> dict[str, Node]:
        entries: dict[str, Node] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            if event.anchor or event.tag:
                raise self._reference(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise self._unreadable(event, "a key must be plain text; put a text that begins with { or [ in quotes")
            key, line = event.value.strip(), _line(event)
            self._trail.append(key)
            if key in entries:
                first = entries[key].line
                message = f"the key '{key}' stands twice, in lines {first} and {line}; rename or remove one"
                self.problems.append(Problem(self._path, line, self._where(), message))
            node = self._node(self._next(), line)
            entries.setdefault(key, node)
            self._trail.pop()
        return entries

    def _reference(self, event: yaml.NodeEvent) -> _UnreadableError:
        """Refuses what YAML writes with & * and ! before a value; aliases of aliases can fill any memory."""
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&" if event.anchor else "!"
        return self._unreadable(
            event, f"a value cannot begin with {sign} here; put the text in quotes, or write the value out in full"
        )

    def _unreadable(self, event: yaml.Event, message: str) -> _UnreadableError:
        return _UnreadableError(_line(event), message, self._where())

    def _where(self) -> str:
        return ".".join(map(str, self._trail))


def quoted(text: str) -> str:
    """The text in one line of YAML that reads as nothing but this text, whatever is in it."""
    dumped: str = yaml.safe_dump(text, default_style='"', allow_unicode=True, width=float("inf"))
    return dumped.rstrip("\n")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0
