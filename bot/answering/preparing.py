"""Prepares knowledge for an assistant: the work of a start, for which what answers is not needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from bot.answering.analyzing import Analyzer
from bot.answering.index import Index
from bot.answering.indexing import build_index
from bot.answering.language import Language
from bot.answering.spelling import Speller
from bot.answering.text import words as split
from bot.knowledge.loading import Knowledge
from bot.knowledge.model import StoryFile
from bot.knowledge.voice import VoiceFile
from bot.knowledge.wordlist import WordList

Prepared: TypeAlias = tuple[Index, Analyzer, Speller, VoiceFile]
"""What an assistant is made of. It is a plain tuple, so that whoever takes it over need not import what prepared it."""


def prepare(knowledge: Knowledge, words: WordList) -> Prepared:
    """What an assistant needs that answers from this knowledge, with these words."""
    language = Language(knowledge.lexicon, _subjects(knowledge.stories, words))
    analyzer = Analyzer(language, words.pos)
    index = build_index(knowledge.stories, analyzer, words)
    names = {word for word in index.vocabulary if words.is_name(word)} | set(_names(knowledge.stories))
    speller = Speller(language.normalizer, index.vocabulary, language.words, words.is_word, language.common, names)
    return index, analyzer, speller, knowledge.voice


def _subjects(stories: Iterable[StoryFile], words: WordList) -> Iterator[str]:
    """The nouns of the stories' titles."""
    for story in stories:
        yield from (word for word, _ in split(story.story.title) if "n" in words.pos(word))


def _names(stories: Iterable[StoryFile]) -> Iterator[str]:
    """The words that have a capital in the names of what the stories tell of."""
    for story in stories:
        for entity in story.entities.values():
            for name in (entity.name, *entity.aliases):
                yield from (word for word, capital in split(name) if capital)
