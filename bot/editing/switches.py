"""Words that most programs which read YAML take for yes or no."""

from __future__ import annotations

from collections.abc import Iterator

from bot.editing.material import Material
from bot.knowledge.problems import Problem
from bot.knowledge.tree import Place

SWITCHES = frozenset("yes no on off true false y n".split())


def bare_switches(material: Material) -> Iterator[Problem]:
    """`who: no`: here it is the word “no”, which its writer may not have meant. In quotes it is meant."""
    for place in _bare_texts(material.root):
        if place.text.casefold() in SWITCHES:
            yield place.problem(
                f"'{place.text}' without quotes is the word “{place.text}” here, not a yes or no: put it in quotes if "
                "the word is meant, else write what is meant, or remove the line"
            )


def _bare_texts(place: Place) -> Iterator[Place]:
    """Each text below a place that stands without quotes; `draft` is a yes or no."""
    for key, below in place.entries():
        if key != "draft":
            yield from _bare_texts(below)
    for item in place.each() if not place.keys else ():
        if item.keys:
            yield from _bare_texts(item)
        elif item.node.is_bare:
            yield item
