"""Words that only the story knows."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answering.text import written_words
from bot.editing.material import Material
from bot.knowledge.problems import Problem
from bot.knowledge.tree import Place

UNMATCHED = frozenset({"cite", "certainty", "according_to", "draft", "on"})
"""Keys of a fact whose values no question is held against."""
SHORTEST = 4
"""Shorter words are abbreviations; the bot corrects no slips towards them."""


def unknown_words(material: Material) -> Iterator[Problem]:
    """One finding with all words, apart from names, that neither the word list nor the lexicon has."""
    entities = material.story.entities
    names = {word for entity in entities.values() for name in (entity.name, *entity.aliases) for word in _words(name)}
    lines: dict[str, int] = {}
    for text, line in _texts(material.root.at("facts")):
        for word in _words(text) if text not in entities else ():
            if word not in names and not _is_known(word, material):
                lines.setdefault(word, line)
    if lines:
        shown = ", ".join(f"{word} (line {line})" for word, line in lines.items())
        them, they = ("it", "it has") if len(lines) == 1 else ("them", "they have")
        yield material.root.at("facts").problem(
            f"no dictionary has {shown}: a slip of the keyboard may be taken for {them}, and {they} no synonyms; check "
            f"the spelling, and add plain words for {them} under 'also' or 'keywords'"
        )


def _texts(place: Place) -> Iterator[tuple[str, int]]:
    """Each text below a place that a question may be held against, with its line."""
    for key, below in place.entries():
        if key not in UNMATCHED:
            yield from _texts(below)
        if place.where.endswith(".how_many"):
            yield key, below.node.line
    if not place.keys:
        yield from ((item.text, item.node.line) for item in place.each())


def _words(text: str) -> list[str]:
    return [part for word in written_words(text) for part in word.casefold().removesuffix("'s").split("'")]


def _is_known(word: str, material: Material) -> bool:
    """Whether a dictionary has the word, or it is no word of which one could tell."""
    is_plain = len(word) >= SHORTEST and word.isalpha()
    return not is_plain or material.words.is_word(word) or word in material.language.words
