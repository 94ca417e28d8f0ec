"""Makes an assistant from a knowledge folder, in this process or in one of its own.

Reading and checking the knowledge takes libraries and memory that answering does not need. The Telegram bot leaves
that to a process that hands over what it prepared and is gone: it stays small, however much there is to check. What
answers is imported meanwhile, and not at all by that process.
"""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, NoReturn

from bot.answering.cache import AssistantCache, code_fingerprint, fingerprint, stamp
from bot.knowledge.problems import KnowledgeError
from bot.knowledge.wordlist import TableError, WordList

if TYPE_CHECKING:
    from bot.answering.assistant import Assistant
    from bot.answering.preparing import Prepared

REFUSED = 3
"""The exit code of the process that loads where the knowledge has mistakes, which it hands over."""


class HandoverError(Exception):
    """The process that loads the knowledge ended without a word; the text says how, and what to do."""


def load_assistant(folder: Path) -> Assistant:
    """An assistant for the knowledge in a folder. Raises KnowledgeError, and TableError for the list of words."""
    with uncollected():
        return _assistant(_prepare(folder))


def _prepare(folder: Path) -> Prepared:
    from bot.answering.preparing import prepare
    from bot.knowledge.loading import load_knowledge

    return prepare(load_knowledge(folder), WordList(folder / "lexicon" / "en.words"))


def _assistant(prepared: Prepared) -> Assistant:
    from bot.answering.assistant import Assistant

    return Assistant(*prepared)


class Loading:
    """The assistant for a knowledge folder, on its way from another process.

    Where the cache has the assistant for just this knowledge, there is no other process. What is loaded is given to
    whoever takes it, and not kept here once that is finished.
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
        self._pickled: bytes | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._is_stopped = False

    def begin(self) -> None:
        """Starts to load, and does not wait. Raises OSError where no process can be started."""
        self._pickled = self._kept()
        if self._pickled is None:
            command = [sys.executable, "-m", "bot.answering.handover", str(self.folder)]
            nothing, piped = subprocess.DEVNULL, subprocess.PIPE
            # Else pydantic would look through all that is installed for plugins of its own.
            environ = {**os.environ, "PYDANTIC_DISABLE_PLUGINS": "__all__"}
            self._process = subprocess.Popen(command, stdin=nothing, stdout=piped, env=environ)  # noqa: S603 - our own
        if self._is_stopped:
            self.stop()

    def wait(self) -> None:
        """Waits until taking it takes no more than reading what was handed over. Raises what `begin` raises."""
        with self._written() as written:
            if written:
                self._pickled = written.read()
        if self._process:
            self._process.wait()

    def take(self) -> Assistant:
        """The assistant, as soon as it is loaded: to be taken once, and to be finished later.

        Raises what `load_assistant` raises, HandoverError where the process was killed, and what `begin` raises.
        """
        loaded: Prepared | KnowledgeError | TableError | HandoverError
        with uncollected():
            try:
                loaded = self._handed_over()
            except (EOFError, pickle.UnpicklingError):
                loaded = self._failure()
            if isinstance(loaded, Exception):
                raise loaded
            return _assistant(loaded)

    def finish(self) -> None:
        """Keeps for the next start what was taken, and sees the other process off: nobody need wait for that."""
        pickled, self._pickled = self._pickled, None
        if self._process and self._process.wait() == 0 and pickled is not None:
            self._keep(pickled)

    def __call__(self) -> Assistant:
        """The assistant, taken and finished. Raises what `take` does."""
        try:
            return self.take()
        finally:
            self.finish()

    def here(self) -> Assistant:
        """The assistant, loaded in this process where it was not kept, and then kept. Raises as `load_assistant`."""
        with uncollected():
            if pickled := self._kept():
                return _assistant(pickle.loads(pickled))  # noqa: S301 - sealed
            prepared = _prepare(self.folder)
            self._keep(pickle.dumps(prepared, pickle.HIGHEST_PROTOCOL))
            return _assistant(prepared)

    def _kept(self) -> bytes | None:
        return self.cache.read(self.fingerprint) if self.cache and self.fingerprint else None

    def _keep(self, pickled: bytes) -> None:
        # What changed while it was read must not be kept under the name of what was there before.
        if self.cache and self.fingerprint and self.fingerprint == _fingerprint(self.folder, self.code):
            self.cache.store(self.fingerprint, pickled)

    def _handed_over(self) -> Prepared | KnowledgeError | TableError:
        """What was kept, or what the other process writes, of which each part is made while the next is written."""
        loaded: Prepared | KnowledgeError | TableError
        with self._written() as written:
            if written:
                copied = _Copied(written)
                loaded = pickle.load(copied)  # noqa: S301 - fresh from this bot's process
                self._pickled = copied.copy.getvalue()
            else:
                loaded = pickle.loads(self._pickled or b"")  # noqa: S301 - sealed by this bot, or read from its process
        return loaded

    def _written(self) -> AbstractContextManager[IO[bytes] | None]:
        """What the other process writes, where nobody has read it yet."""
        if self._process is None and self._pickled is None:
            self.begin()
        unread = self._process.stdout if self._process and self._pickled is None else None
        return unread or nullcontext()

    def _failure(self) -> HandoverError:
        code = self._process.wait() if self._process else 0
        return HandoverError(
            f"{self.folder} could not be loaded: the process that reads it ended with {code}. It may have run out of "
            "memory; `check` does the same and says more"
        )

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


class _Copied:
    """A file that is read once, and what was read of it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.copy = BytesIO()

    def read(self, size: int) -> bytes:
        part = self._file.read(size)
        self.copy.write(part)
        return part

    def readline(self) -> bytes:
        line = self._file.readline()
        self.copy.write(line)
        return line


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


def _hand_over(folder: Path) -> NoReturn:
    """Writes what an assistant for a folder needs to standard output, or why there is none, and ends the process."""
    loaded: Prepared | KnowledgeError | TableError
    # What is imported is much as well, and this process is gone before there is any garbage to speak of.
    with uncollected():
        try:
            loaded, code = _prepare(folder), 0
        except (KnowledgeError, TableError) as error:
            loaded, code = error, REFUSED
        pickle.dump(loaded, sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
        sys.stdout.flush()
        # Somebody waits for the last word. To take apart all that was made, as returning from here would, takes a tenth
        # of the whole time, and even the system takes a while to get its memory back.
        os.close(sys.stdout.fileno())
        os._exit(code)


@contextmanager
def uncollected() -> Iterator[None]:
    """Makes much without Python's collector, which would look through all of it for garbage again and again."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


if __name__ == "__main__":
    _hand_over(Path(sys.argv[1]))
