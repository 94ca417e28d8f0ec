"""Puts changed knowledge in use while the bot runs: it is loaded and checked beside the old, and swapped in whole.

What has mistakes is never used: the bot goes on with what it has, and says so once.
"""

from __future__ import annotations

import asyncio
import datetime
import gc
import logging
from contextlib import suppress

from bot.answering.assistant import Assistant
from bot.answering.cache import stamp
from bot.answering.handover import HandoverError, Loading
from bot.knowledge.problems import KnowledgeError, in_folder
from bot.knowledge.wordlist import TableError
from bot.telegram.alarms import NEWS
from bot.telegram.application import DeskApplication
from bot.telegram.heap import give_back

LOOK_SECONDS = 2.0
"""Between two looks at the files. A change is loaded once two looks have seen the same: then it is written out."""
REFUSED = "The changed knowledge is not used; readers are answered from what was loaded before. What is wrong:"
OTHER_CODE = "the program has changed as well since this process began: restart the bot"

_LOG = logging.getLogger(__name__)


class Reloader:
    """Looks after the files of the knowledge."""

    def __init__(self, application: DeskApplication, loading: Loading, *, look_seconds: float = LOOK_SECONDS) -> None:
        """`loading` is what the application's desk answers from."""
        self._application = application
        self._in_use = loading
        self._judged = self._last_seen = loading.stamp
        """How the files looked when they were last used or refused, and at the last look."""
        self._look_seconds = look_seconds
        self._is_asked = asyncio.Event()
        self._problem = ""
        """What is wrong with the files as they were judged; empty where they are in use."""

    def look_now(self) -> None:
        """Loads what has changed, without waiting for the next look."""
        self._is_asked.set()

    async def keep_current(self) -> None:
        """Looks at the files again and again, until it is cancelled."""
        # By now readers are answered from what was loaded at the start.
        await asyncio.to_thread(self._in_use.finish)
        give_back()
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._is_asked.wait(), self._look_seconds)
            is_asked = self._is_asked.is_set()
            self._is_asked.clear()
            await self.look(is_asked=is_asked)

    async def look(self, *, is_asked: bool = False) -> None:
        """Looks at the files once, and loads what has changed; where that is asked for, without a second look."""
        # Off the loop: files may lie far away.
        seen = await asyncio.to_thread(stamp, self._in_use.folder)
        is_settled = seen == self._last_seen
        self._last_seen = seen
        if is_asked or (is_settled and seen != self._judged):
            await self._judge()

    async def _judge(self) -> None:
        """Loads the files as they are now, and uses them or says what is wrong; what changes meanwhile is left."""
        loading = await asyncio.to_thread(self._in_use.again)
        if loading.fingerprint and loading.fingerprint == self._in_use.fingerprint:
            self._judged = loading.stamp
            self._is_well()
            return
        assistant, problem = await self._load(loading)
        if await asyncio.to_thread(loading.has_changed):
            return
        self._judged = loading.stamp
        if assistant is None:
            self._refuse(problem)
        else:
            self._in_use = loading
            self._swap(assistant)

    async def _load(self, loading: Loading) -> tuple[Assistant | None, str]:
        """The assistant, or what is wrong."""
        try:
            if loading.code != self._in_use.code:
                return None, OTHER_CODE
            await asyncio.to_thread(loading.wait)
            # Here: what a thread reads lies scattered in memory, and the others would have to wait all the same.
            assistant = loading.take()
            await asyncio.to_thread(loading.finish)
            return assistant, ""
        except KnowledgeError as error:
            return None, "\n".join(map(str, in_folder(loading.folder, error.problems)))
        except (TableError, HandoverError) as error:
            return None, str(error)
        except Exception as error:
            return None, f"loading it failed ({type(error).__name__})"
        finally:
            loading.stop()

    def _swap(self, assistant: Assistant) -> None:
        """Answers from other knowledge from now on: no question is being answered while this runs."""
        self._application.desk.renew(assistant)
        self._application.loaded_at = datetime.datetime.now(datetime.UTC)
        self._application.is_renewed.set()
        if not self._problem:
            _LOG.info("The changed knowledge is in use: %s", self._contents())
        self._is_well()
        # What was loaded before refers to itself, and the collector has been told to leave it alone.
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        give_back()

    def _refuse(self, problem: str) -> None:
        """Says what is wrong, unless that was said."""
        self._application.has_mistakes = True
        if problem != self._problem:
            self._problem = problem
            _LOG.error("%s\n%s", REFUSED, problem, extra=NEWS)

    def _is_well(self) -> None:
        """Says that all is well, where it was not."""
        self._application.has_mistakes = False
        if self._problem:
            self._problem = ""
            _LOG.warning("The knowledge is well again and in use: %s", self._contents(), extra=NEWS)

    def _contents(self) -> str:
        """The stories, and how fresh they are: `flood (as of 2031-03-04)`."""
        stories = (each.story for each in self._application.desk.stories)
        return ", ".join(f"{story.id} (as of {story.as_of})" for story in stories)
