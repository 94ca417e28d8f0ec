"""Runs the bot until it is told to stop."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import signal
from collections.abc import Awaitable, Callable
from contextlib import closing
from functools import partial
from typing import Any, Protocol

from telegram.error import InvalidToken

from bot.answering.handover import Loading, uncollected
from bot.desk import Desk
from bot.settings import Settings
from bot.state import State
from bot.telegram.alarms import Alarms
from bot.telegram.application import DeskApplication, mute_application
from bot.telegram.heap import give_back, share_heap
from bot.telegram.logs import set_up_logging
from bot.telegram.polling import Poller
from bot.telegram.reloading import Reloader
from bot.telegram.sending import Limits, PatientRateLimiter
from bot.telegram.webhook import Webhook
from bot.telegram.work import Pace

_LOG = logging.getLogger(__name__)


class Delivery(Protocol):
    """A way for updates to come: by polling or by webhook."""

    async def serve(self) -> None:
        """Takes updates until it is cancelled."""

    async def finish(self) -> None:
        """Ends what was begun, in time."""

    async def abandon(self) -> None:
        """Ends what was begun at once."""


def delivery_for(application: DeskApplication, state: State, settings: Settings, pace: Pace) -> Delivery:
    """The webhook where WEBHOOK_URL is set, else long polling."""
    if settings.webhook_url:
        return Webhook(application, state, settings, pace)
    return Poller(application, state, pace)


async def run(application: DeskApplication, delivery: Delivery, stop: asyncio.Event) -> None:
    """Answers updates until `stop` is set, then finishes what was begun.

    Raises InvalidToken where Telegram refuses the token. Being cancelled ends it at once, and what was not
    acknowledged is handed out again to the next run.
    """
    serving = asyncio.create_task(delivery.serve())
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if serving.done():
            serving.result()
        await _cancel(serving)
        await delivery.finish()
    finally:
        await _cancel(serving, stopping)
        await delivery.abandon()
        await application.shutdown()
        # The application leaves its connections open where it never got to know its bot.
        await application.bot.shutdown()


async def _cancel(*tasks: asyncio.Task[Any]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)


def run_bot(settings: Settings, loading: Loading, *, limits: Limits | None = None) -> int:
    """Runs the bot until SIGTERM or SIGINT, on the knowledge that `loading` brings and what becomes of it.

    Returns the exit code: 0 when told to stop, 2 where the token is refused, 1 after a defect. Raises SettingsError
    where there is no token, and StateError.
    """
    share_heap()
    formatter = set_up_logging(settings)
    alarms = Alarms(settings.admin_chat_id, formatter.redact) if settings.admin_chat_id else None
    if alarms:
        logging.getLogger("bot").addHandler(alarms)
    with closing(State(settings.data_dir)) as state:
        limiter = PatientRateLimiter(limits=limits or Limits())
        # As long as the knowledge is being loaded, this takes no time.
        application = mute_application(settings, limiter)
        gc.collect()
        with uncollected():
            application.serve(Desk(loading.take(), state, records_gaps=settings.record_gaps), state, limiter)
            # What was loaded stays: the collector need not look through it again and again.
            gc.freeze()
        give_back()
        if alarms:
            application.chores.append(partial(alarms.deliver, application.bot))
        reloader = Reloader(application, loading)
        application.chores.append(reloader.keep_current)
        running = partial(run, application, delivery_for(application, state, settings, Pace()))
        return _run_to_its_end(running, reloader)


def _run_to_its_end(running: Callable[[asyncio.Event], Awaitable[None]], reloader: Reloader) -> int:
    try:
        asyncio.run(_run_until_signal(running, reloader))
    except InvalidToken:
        _LOG.error("Telegram refuses TELEGRAM_TOKEN: copy the token again from @BotFather, or ask it for a new one")
        return 2
    except Exception:
        # Logged, since a traceback that Python prints itself may show the token.
        _LOG.critical("The bot stopped", exc_info=True)
        return 1
    return 0


async def _run_until_signal(running: Callable[[asyncio.Event], Awaitable[None]], reloader: Reloader) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop.set))
    # Whoever closes the terminal ends the bot that runs in it.
    if not os.isatty(0):
        signal.signal(signal.SIGHUP, lambda *_: loop.call_soon_threadsafe(reloader.look_now))
    await running(stop)
