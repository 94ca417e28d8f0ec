"""What findings about a story are made from."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from bot.answering.assistant import Assistant
from bot.answering.language import Language
from bot.answering.terms import TermFinder
from bot.answering.text import Token
from bot.knowledge.checking import Paragraph
from bot.knowledge.loading import StoryDocument
from bot.knowledge.model import Entity, Fact, StoryFile
from bot.knowledge.tree import Place
from bot.knowledge.wordlist import WordList


@dataclass(frozen=True, slots=True)
class Article:
    """The published piece that a story is told from."""

    path: str
    source: str
    """Its id under `sources`."""
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """A story with its lines, the assistant that answers from it, and what is known beside it."""

    document: StoryDocument
    assistant: Assistant
    finder: TermFinder
    """Finds the story's entities, under their ids, in texts."""
    words: WordList
    today: datetime.date
    article: Article | None = None

    @property
    def language(self) -> Language:
        """The lexicon."""
        return self.finder.language

    @property
    def story(self) -> StoryFile:
        """What the file says."""
        return self.document.story

    @property
    def root(self) -> Place:
        """The file."""
        return self.document.root

    def facts(self) -> Iterator[tuple[str, Fact, Place]]:
        """Each fact with its id and its place in the file."""
        places = self.root.at("facts")
        return ((id_, fact, places.at(id_)) for id_, fact in self.story.facts.items())

    def entities(self) -> Iterator[tuple[str, Entity, Place]]:
        """Each entity with its id and its place in the file."""
        places = self.root.at("entities")
        return ((id_, entity, places.at(id_)) for id_, entity in self.story.entities.items())

    def named(self, text: str) -> list[tuple[str, tuple[int, ...]]]:
        """The ids of the entities that a text names, with the positions of the words."""
        return self.finder.named(self.tokens(text))

    def tokens(self, text: str) -> list[Token]:
        """The words of a text."""
        return self.language.normalizer.tokens(text)


def names_in(story: StoryFile, language: Language) -> TermFinder:
    """What finds a story's entities in texts, by all their names."""
    finder = TermFinder(language)
    for id_, entity in story.entities.items():
        for name in (entity.name, *entity.aliases):
            if stems := [token.stem for token in finder.content(language.normalizer.tokens(name))]:
                finder.add_name(stems, id_, is_proper=True)
    return finder
