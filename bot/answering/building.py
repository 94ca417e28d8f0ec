"""Puts an assistant together from knowledge."""

from __future__ import annotations

from bot.answering.assistant import Assistant
from bot.answering.preparing import prepare
from bot.knowledge.loading import Knowledge
from bot.knowledge.wordlist import WordList


def build_assistant(knowledge: Knowledge, words: WordList) -> Assistant:
    """The assistant that answers from this knowledge, with these words. Raises TableError."""
    return Assistant(*prepare(knowledge, words))
