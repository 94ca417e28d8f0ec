"""Makes an assistant from a knowledge folder, in this process or in one of its own.

Reading and checking the knowledge takes libraries and memory that answering does not need. The Telegram bot leaves
that to a process that hands the assistant over and is gone: it stays small, however much there is to check.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from bot.answering.cache import AssistantCache, fingerprint
from bot.knowledge.problems import KnowledgeError
from bot.knowledge.wordlist import TableError, Thesaurus, WordList

if TYPE_CHECKING:
    from bot.answering.assistant import Assistant
    from bot.knowledge.loading import Knowledge


class HandoverError(Exception):
    """The process that loads the knowledge ended without a word; the text says how, and what to do."""


def load_assistant(folder: Path) -> Assistant:
    """An assistant for the knowledge in a folder. Raises KnowledgeError, and TableError for the word files."""
    from bot.knowledge.loading import load_knowledge

    return assistant_for(load_knowledge(folder), folder)


def assistant_for(knowledge: Knowledge, folder: Path) -> Assistant:
    """An assistant for knowledge that is loaded, with the word files of its folder. Raises TableError."""
    from bot.answering.building import build_assistant

    lexicon = folder / "lexicon"
    return build_assistant(knowledge, WordList(lexicon / "en.words"), Thesaurus(lexicon / "en.thesaurus"))


def start_loading(folder: Path, cache: AssistantCache | None = None) -> Callable[[], Assistant]:
    """Begins to load a folder in another process; what is returned waits for the assistant.

    That call raises what `load_assistant` raises, and HandoverError where the process was killed. Where `cache` has
    the assistant for just this knowledge, there is nothing to wait for.
    """
    try:
        now = fingerprint(folder)
    except OSError:
        cache = None  # the other process says which file cannot be read
    if cache and (kept := cache.load(now)):
        return lambda: kept
    command = [sys.executable, "-m", "bot.answering.handover", str(folder)]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)  # noqa: S603 - our own command

    def finish() -> Assistant:
        pickled, _ = process.communicate()
        if process.returncode:
            raise HandoverError(
                f"{folder} could not be loaded: the process that reads it ended with {process.returncode}. It may have "
                "run out of memory; `check` does the same and says more"
            )
        loaded: Assistant | KnowledgeError | TableError = pickle.loads(pickled)  # noqa: S301 - our own process made it
        if isinstance(loaded, Exception):
            raise loaded
        if cache:
            cache.store(now, pickled)
        return loaded

    return finish


def _hand_over(folder: Path) -> None:
    """Writes the assistant for a folder to standard output, or why there is none."""
    loaded: Assistant | KnowledgeError | TableError
    try:
        loaded = load_assistant(folder)
    except (KnowledgeError, TableError) as error:
        loaded = error
    sys.stdout.buffer.write(pickle.dumps(loaded, pickle.HIGHEST_PROTOCOL))


if __name__ == "__main__":
    _hand_over(Path(sys.argv[1]))
