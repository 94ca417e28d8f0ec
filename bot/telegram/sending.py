"""Getting a reply to its reader, through refusals and bad networks."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from telegram import LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ChatType, ParseMode
from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter
from telegram.ext import AIORateLimiter

from bot.answering.reply import Reply
from bot.telegram.rendering import plain, render

SEND_PAUSES = (0.5, 1, 2, 4, 8, 15, 30, 60)
"""Seconds before a call is tried again: two minutes in all, then it counts as failed."""

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_LOG = logging.getLogger(__name__)

_Result = bool | dict[str, Any] | list[dict[str, Any]]


class PatientRateLimiter(AIORateLimiter):
    """Keeps to Telegram's limits, and tries a call again that the network or Telegram's servers let down.

    A reply is computed once and may be sent several times: a conversation moves on only once for each message.
    Where a connection breaks after Telegram took a message, a second copy is sent; the other choice is none.
    """

    def __init__(self, pauses: Sequence[float]) -> None:
        super().__init__(max_retries=len(pauses))
        self._pauses = pauses

    async def process_request(  # the library's own signature
        self,
        callback: Callable[..., Coroutine[Any, Any, _Result]],
        args: Any,  # noqa: ANN401
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> _Result:
        for pause in self._pauses:
            try:
                return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)
            except (BadRequest, RetryAfter):
                raise
            except NetworkError as error:
                _LOG.warning("%s failed (%s); next try in %s s", endpoint, type(error).__name__, pause)
            await asyncio.sleep(pause)
        return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)


async def send(message: Message, reply: Reply) -> None:
    """Answers `message`, in a group as a reply to it; raises TelegramError where nothing could be sent."""
    try:
        await _send(message, render(reply), ParseMode.HTML)
    except BadRequest as refusal:
        if "parse entities" not in refusal.message:
            raise
        _LOG.error("Telegram refused the HTML of a reply (%s); it is sent as plain text", reply.outcome)
        await _send(message, plain(reply), None)


async def _send(message: Message, text: str, parse_mode: ParseMode | None) -> None:
    quoted = None
    if message.chat.type != ChatType.PRIVATE:
        quoted = ReplyParameters(message.message_id, allow_sending_without_reply=True)
    try:
        await message.reply_text(text, parse_mode, link_preview_options=_NO_PREVIEW, reply_parameters=quoted)
    except ChatMigrated as moved:
        await message.get_bot().send_message(moved.new_chat_id, text, parse_mode, link_preview_options=_NO_PREVIEW)
