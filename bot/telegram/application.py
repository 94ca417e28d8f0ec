"""Builds the bot: its connection to Telegram and its handlers."""

from __future__ import annotations

import asyncio
import datetime
import ssl
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, TypeAlias, cast
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ContextTypes,
    InlineQueryHandler,
)
from telegram.request import BaseRequest, HTTPXRequest

from bot.desk import Desk
from bot.settings import Settings
from bot.state import State
from bot.telegram.api import DeskBot
from bot.telegram.flood import Flood
from bot.telegram.following import tell_followers
from bot.telegram.handlers import Handlers
from bot.telegram.hourly import look_after
from bot.telegram.inline import Inline
from bot.telegram.presses import Presses
from bot.telegram.profile import present
from bot.telegram.requests import LeanRequest
from bot.telegram.sending import PatientRateLimiter
from bot.telegram.watching import forget_answered, tell_watchers

_Store: TypeAlias = dict[Any, Any]
_AnyApplication: TypeAlias = Application["DeskBot", ContextTypes.DEFAULT_TYPE, _Store, _Store, _Store, None]


class DeskApplication(_AnyApplication):
    """The library's application, in which a failed update fails: `process_update` raises what a handler raised."""

    def serve(self, desk: Desk, state: State, limiter: PatientRateLimiter) -> None:
        """Answers through `desk` from now on; `limiter` is the bot's own."""
        self.desk, self.limiter, self.state = desk, limiter, state
        self.chores: list[Callable[[], Awaitable[None]]] = [partial(look_after, self.bot, desk, state)]
        """What goes on beside answering as long as the bot runs."""
        self.loaded_at = datetime.datetime.now(datetime.UTC)
        """Since when the desk answers from the knowledge that it has."""
        self.has_mistakes = False
        """Whether the knowledge has changed since, and cannot be used as it is now."""
        self.is_renewed = asyncio.Event()
        """Set where the desk has got other knowledge, until what follows from that is done."""
        flood = Flood()
        self.add_handlers(Handlers(desk, state, flood).in_order())
        self.add_handler(CallbackQueryHandler(Presses(desk, state, flood).pressed))
        self.add_handler(InlineQueryHandler(Inline(desk).asked))

    async def settle_in(self) -> None:
        """What is to be done with new knowledge, beside answering: to present itself, and to tell those who wait."""
        await present(self.bot, self.desk.voice, list(self.desk.browser.stories().values()))
        await tell_watchers(self.bot, self.desk, self.state)
        await tell_followers(self.bot, self.desk, self.state)
        await forget_answered(self.desk, self.state)

    def _mark_for_persistence_update(self, **_: object) -> None:
        """Notes nothing: the library would keep the number of every reader who ever wrote, for a store there is not."""

    async def process_error(self, update: object | None, error: Exception, *_: object, **__: object) -> bool:
        raise error


def build_application(
    settings: Settings, desk: Desk, state: State, *, rate_limiter: PatientRateLimiter | None = None
) -> DeskApplication:
    """An application that answers through `desk`; whoever runs it fetches the updates and hands them to it.

    `rate_limiter` decides when a call is made and made again. Raises SettingsError where there is no token.
    """
    limiter = rate_limiter or PatientRateLimiter()
    application = mute_application(settings, limiter)
    application.serve(desk, state, limiter)
    return application


def mute_application(settings: Settings, limiter: PatientRateLimiter) -> DeskApplication:
    """An application that answers nothing until it is told to `serve`: all that needs no knowledge. Raises as above."""
    api = settings.telegram_api_url
    # The certificates of all authorities take a megabyte: once is enough.
    context = httpx.create_ssl_context()
    bot = DeskBot(
        settings.require_token(),
        base_url=f"{api}/bot",
        base_file_url=f"{api}/file/bot",
        request=_request(api, context),
        get_updates_request=_request(api, context),
        rate_limiter=limiter,
    )
    builder = ApplicationBuilder().application_class(DeskApplication).bot(bot)
    return cast(DeskApplication, builder.updater(None).job_queue(None).build())


def _request(api: str, context: ssl.SSLContext) -> BaseRequest:
    """What makes the calls; where a proxy leads to Telegram, the library's own, which knows them all."""
    address = urlsplit(api)
    if address.scheme in getproxies() and not proxy_bypass(address.hostname or ""):
        return HTTPXRequest(connection_pool_size=100, httpx_kwargs={"verify": context})
    return LeanRequest(context)
