"""Puts an assistant together from knowledge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.answering.analyzing import Analyzer
from bot.answering.assistant import Assistant
from bot.answering.indexing import build_index
from bot.answering.language import Language
from bot.answering.spelling import Speller
from bot.answering.text import words as split
from bot.knowledge.loading import Knowledge
from bot.knowledge.model import StoryFile
from bot.knowledge.wordlist import WordList


def build_assistant(knowledge: Knowledge, words: WordList) -> Assistant:
    """The assistant that answers from this knowledge, with these words."""
    language = Language(knowledge.lexicon, _subjects(knowledge.stories, words))
    analyzer = Analyzer(language, words.pos)
    index = build_index(knowledge.stories, analyzer, words)
    speller = Speller(language.normalizer, index.vocabulary, language.words, words.is_word, language.common)
    return Assistant(index, analyzer, speller, knowledge.voice)


def _subjects(stories: Iterable[StoryFile], words: WordList) -> Iterator[str]:
    """The nouns of the stories' titles."""
    for story in stories:
        yield from (word for word, _ in split(story.story.title) if "n" in words.pos(word))
