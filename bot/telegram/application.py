"""Builds the bot: its connection to Telegram and its handlers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias, cast

from telegram.ext import Application, ApplicationBuilder, ContextTypes, ExtBot
from telegram.request import HTTPXRequest

from bot.settings import Settings
from bot.telegram.handlers import UPDATE_KINDS, Answerer, Handlers
from bot.telegram.sending import SEND_PAUSES, PatientRateLimiter

_Store: TypeAlias = dict[Any, Any]
_AnyApplication: TypeAlias = Application["DeskBot", ContextTypes.DEFAULT_TYPE, _Store, _Store, _Store, None]


class DeskBot(ExtBot[int]):
    """The library's bot, which can also fetch updates without reading them."""

    async def fetch_updates(self, offset: int | None, *, limit: int, timeout_seconds: int) -> list[dict[str, Any]]:
        """What getUpdates returns, as it is.

        `get_updates` fails as a whole where it cannot read one update, and so could never get past that one.
        """
        wanted = {"offset": offset, "limit": limit, "timeout": timeout_seconds, "allowed_updates": UPDATE_KINDS}
        read_timeout = timeout_seconds + 5
        return cast("list[dict[str, Any]]", await self._post("getUpdates", wanted, read_timeout=read_timeout))


class DeskApplication(_AnyApplication):
    """The library's application, in which a failed update fails: `process_update` raises what a handler raised."""

    async def process_error(self, update: object | None, error: Exception, *_: object, **__: object) -> bool:
        raise error


def build_application(
    settings: Settings, answerer: Answerer, *, send_pauses: Sequence[float] = SEND_PAUSES
) -> DeskApplication:
    """An application that answers through `answerer`; whoever runs it fetches the updates and hands them to it.

    `send_pauses` are the seconds between attempts to send. Raises SettingsError where there is no token.
    """
    api = settings.telegram_api_url
    bot = DeskBot(
        settings.require_token(),
        base_url=f"{api}/bot",
        base_file_url=f"{api}/file/bot",
        request=HTTPXRequest(connection_pool_size=100),
        # One to poll, one to acknowledge with: httpcore may never free the connection of a cancelled request.
        get_updates_request=HTTPXRequest(connection_pool_size=2),
        rate_limiter=PatientRateLimiter(send_pauses),
    )
    builder = ApplicationBuilder().application_class(DeskApplication).bot(bot)
    application = cast(DeskApplication, builder.updater(None).job_queue(None).build())
    application.add_handlers(Handlers(answerer).in_order())
    return application
