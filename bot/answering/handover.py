"""Makes an assistant from a knowledge folder, in this process or in one of its own.

Reading and checking the knowledge takes libraries and memory that answering does not need. The Telegram bot leaves
that to a process that hands the assistant over and is gone: it stays small, however much there is to check.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.answering.cache import AssistantCache, code_fingerprint, fingerprint, stamp
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


class Loading:
    """The assistant for a knowledge folder, on its way from another process.

    Where the cache has the assistant for just this knowledge, there is no other process. What is loaded is given to
    whoever calls, and not kept here.
    """

    def __init__(self, folder: Path, cache: AssistantCache | None = None) -> None:
        """Looks at the folder as it is now; nothing is loaded yet."""
        self.folder = folder
        self.cache = cache
        self.stamp = stamp(folder)
        """What the files looked like before they were read."""
        self.code = code_fingerprint()
        """What tells the code that will load it from other code."""
        self.fingerprint = _fingerprint(folder, self.code)
        """What was in them; empty where one cannot be read."""
        self._kept: Assistant | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._is_stopped = False

    def begin(self) -> None:
        """Starts to load, and does not wait. Raises OSError where no process can be started."""
        if self.cache and self.fingerprint and (kept := self.cache.load(self.fingerprint)):
            self._kept = kept
            return
        command = [sys.executable, "-m", "bot.answering.handover", str(self.folder)]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=pipe)  # noqa: S603 - our own command
        if self._is_stopped:
            self.stop()

    def __call__(self) -> Assistant:
        """The assistant, once it is loaded: call it once.

        Raises what `load_assistant` raises, HandoverError where the process was killed, and what `begin` raises.
        """
        if self._process is None and self._kept is None:
            self.begin()
        kept, self._kept = self._kept, None
        return kept or self._received()

    def stop(self) -> None:
        """Loads no further: whoever waits gets a HandoverError. May be called at any time, from any thread."""
        self._is_stopped = True
        if self._process:
            self._process.kill()

    def again(self) -> Loading:
        """The same folder, looked at anew."""
        return Loading(self.folder, self.cache)

    def has_changed(self) -> bool:
        """Whether the files look different by now."""
        return stamp(self.folder) != self.stamp

    def _received(self) -> Assistant:
        """What the other process hands over."""
        assert self._process is not None  # noqa: S101 - it was begun
        pickled, _ = self._process.communicate()
        if self._process.returncode:
            raise HandoverError(
                f"{self.folder} could not be loaded: the process that reads it ended with {self._process.returncode}. "
                "It may have run out of memory; `check` does the same and says more"
            )
        loaded: Assistant | KnowledgeError | TableError = pickle.loads(pickled)  # noqa: S301 - our own process made it
        if isinstance(loaded, Exception):
            raise loaded
        # What changed while it was read must not be kept under the name of what was there before.
        if self.cache and self.fingerprint and self.fingerprint == _fingerprint(self.folder, self.code):
            self.cache.store(self.fingerprint, pickled)
        return loaded


def start_loading(folder: Path, cache: AssistantCache | None = None) -> Loading:
    """Begins to load a folder in another process; calling what is returned waits for the assistant."""
    loading = Loading(folder, cache)
    loading.begin()
    return loading


def _fingerprint(folder: Path, code: bytes) -> bytes:
    """What is in the files of a folder; empty where one cannot be read: the process that loads says which."""
    try:
        return fingerprint(folder, code)
    except OSError:
        return b""


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
