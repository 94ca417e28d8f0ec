"""A YAML file as plain text, lists and mappings, each with the line it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bot.knowledge.problems import Problem


@dataclass(slots=True)
class Node:
    """A text, a list or a mapping, and its line: that of its key, or of the list item."""

    value: str | list[Node] | dict[str, Node]
    line: int
    is_bare: bool = False
    """Whether it is a text that stands without quotes."""

    def plain(self) -> object:
        """The same without lines, as pydantic reads it: str, list and dict."""
        if isinstance(self.value, str):
            return self.value
        if isinstance(self.value, list):
            return [item.plain() for item in self.value]
        return {key: node.plain() for key, node in self.value.items()}


class Place(NamedTuple):
    """A node, the file it is in and the keys that lead to it.

    Every method bears with a file that is not in the format: what is not there reads as an empty text, so
    that one misspelt key does not hide the file's other problems.
    """

    path: str
    where: str
    node: Node

    @property
    def text(self) -> str:
        """The text here; empty for a list or a mapping."""
        return self.node.value if isinstance(self.node.value, str) else ""

    @property
    def keys(self) -> dict[str, Node]:
        """The mapping here; empty for a text or a list."""
        return self.node.value if isinstance(self.node.value, dict) else {}

    def at(self, key: str) -> Place:
        """The value under `key`, or an empty text in the line of this place."""
        return self._below(key, self.keys.get(key) or Node("", self.node.line))

    def entries(self) -> Iterator[tuple[str, Place]]:
        """The keys of a mapping with their values; nothing for a text or a list."""
        return ((key, self._below(key, node)) for key, node in self.keys.items())

    def each(self) -> Iterator[Place]:
        """The items of a list; a single value stands for a list of one, an empty text for none."""
        if isinstance(self.node.value, list):
            yield from (self._below(number, item) for number, item in enumerate(self.node.value, start=1))
        elif self.node.value:
            yield self

    def texts(self) -> list[str]:
        """The texts of `each`, without their places: where there are thousands, those take most of the time."""
        if isinstance(self.node.value, list):
            return [item.value for item in self.node.value if isinstance(item.value, str)]
        return [self.text] if self.text else []

    def follow(self, location: tuple[str | int, ...]) -> Place:
        """The place that pydantic names by `location`, or the nearest one above it that is there."""
        place = self
        for part in location:
            if isinstance(part, str):
                place = place.at(part) if part in place.keys else place
            elif isinstance(place.node.value, list):
                # Elsewhere this is index 0 of a single value that stands for a list of one.
                place = place._below(part + 1, place.node.value[part])
        return place

    def problem(self, message: str) -> Problem:
        """`message` about this place."""
        return Problem(self.path, self.node.line, self.where, message)

    def _below(self, key: str | int, node: Node) -> Place:
        return Place(self.path, f"{self.where}.{key}" if self.where else str(key), node)
