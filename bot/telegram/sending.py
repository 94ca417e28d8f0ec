"""Getting a reply to its reader, through refusals and bad networks."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter, OrderedDict
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from aiolimiter import AsyncLimiter
from telegram import Bot, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter
from telegram.ext import AIORateLimiter

from bot.telegram.api import DeskBot
from bot.telegram.keyboards import Keyboard

SEND_PAUSES = (0.5, 1, 2, 4, 8, 15, 30, 60)
"""Seconds before a call is tried again: two minutes in all, then it counts as failed."""

ALONE_SECONDS = 1.0
"""How long a message on its way to Telegram holds others up."""
SENDING = ("sendMessage", "sendVenue")
CHATS = 1000
"""Readers whose last messages are kept in mind."""
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_LOG = logging.getLogger(__name__)

_Sent = TypeVar("_Sent")
_Result = bool | dict[str, Any] | list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Limits:
    """What Telegram allows (its FAQ, "My bot is hitting limits"); 0 stands for no limit."""

    overall: float = 30
    """Calls a second."""
    chat: float = 1
    """Messages a second to one reader."""
    group: float = 20
    """Calls a minute to one group."""


class PatientRateLimiter(AIORateLimiter):
    """Keeps to Telegram's limits, and tries a call again that the network or Telegram's servers let down.

    A reply is computed once and may be sent several times: a conversation moves on only once for each message.
    Where a connection breaks after Telegram took a message, a second copy is sent; the other choice is none.
    """

    def __init__(self, pauses: Sequence[float] = SEND_PAUSES, *, limits: Limits = Limits()) -> None:
        """`pauses` are the seconds between attempts."""
        super().__init__(limits.overall, 1, limits.group, 60, max_retries=len(pauses))
        self._pauses = pauses
        self._per_chat = limits.chat
        self._on_the_way = asyncio.Lock()
        self._chats: OrderedDict[int, AsyncLimiter] = OrderedDict()
        self.calls: Counter[str] = Counter()
        """How many calls of each method were asked for."""
        self.retries = 0
        """How many were made again, because of the network or Telegram's servers."""

    async def process_request(  # the library's own signature
        self,
        callback: Callable[..., Coroutine[Any, Any, _Result]],
        args: Any,  # noqa: ANN401
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> _Result:
        if endpoint in SENDING and self._per_chat and int(data["chat_id"]) > 0:
            async with self._chat_limiter(int(data["chat_id"])):
                pass
        self.calls[endpoint] += 1
        attempt = self._alone(callback) if endpoint in SENDING else callback
        for pause in self._pauses:
            try:
                return await super().process_request(attempt, args, kwargs, endpoint, data, rate_limit_args)
            except (BadRequest, RetryAfter):
                raise
            except NetworkError as error:
                _LOG.warning("%s failed (%s); next try in %s s", endpoint, type(error).__name__, pause)
            self.retries += 1
            await asyncio.sleep(pause)
        return await super().process_request(attempt, args, kwargs, endpoint, data, rate_limit_args)

    def _alone(
        self, callback: Callable[..., Coroutine[Any, Any, _Result]]
    ) -> Callable[..., Coroutine[Any, Any, _Result]]:
        """The call, with no other message on its way: whatever kills the process, at most one is sent again.

        One that takes long holds the others up for no more than a second.
        """

        async def call(*args: object, **kwargs: object) -> _Result:
            await self._on_the_way.acquire()
            way = ExitStack()
            way.callback(self._on_the_way.release)
            # No task that is waited for: that would take three more rounds of a busy loop between two messages.
            others_go_on = asyncio.get_running_loop().call_later(ALONE_SECONDS, way.close)
            try:
                return await callback(*args, **kwargs)
            finally:
                others_go_on.cancel()
                way.close()

        return call

    def _chat_limiter(self, chat: int) -> AsyncLimiter:
        """What a private chat waits for; those that have rested longest are forgotten, and start afresh."""
        limiter = self._chats.setdefault(chat, AsyncLimiter(self._per_chat, 1))
        self._chats.move_to_end(chat)
        if len(self._chats) > CHATS:
            self._chats.popitem(last=False)
        return limiter


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message ready to be sent, and the same without markup for where Telegram refuses that."""

    html: str
    plain: str
    keyboard: Keyboard | None = None
    is_quoting: bool = False
    """Whether a button below it needs the question at hand, which the message then must answer."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where a message goes: a chat, a forum topic in it, and the message that it answers."""

    chat: int
    thread: int | None = None
    quoted: int | None = None

    @classmethod
    def of(cls, message: Message, *, is_quoting: bool) -> Recipient:
        """Where `message` was written."""
        thread = message.message_thread_id if message.is_topic_message else None
        return cls(message.chat_id, thread, message.message_id if is_quoting else None)


async def send(bot: Bot, to: Recipient, outgoing: Outgoing) -> int | None:
    """Sends a message and returns its id; None where the reader does not want to be written to any more.

    Raises TelegramError where nothing could be sent.
    """
    quoted = ReplyParameters(to.quoted, allow_sending_without_reply=True) if to.quoted else None
    sender = cast(DeskBot, bot)

    async def attempt(text: str, parse_mode: ParseMode | None) -> int:
        arguments: dict[str, Any] = {
            "text": text,
            "parse_mode": parse_mode,
            "link_preview_options": NO_PREVIEW,
            "reply_markup": outgoing.keyboard,
        }
        try:
            return await sender.send(chat_id=to.chat, message_thread_id=to.thread, reply_parameters=quoted, **arguments)
        except ChatMigrated as moved:
            return await sender.send(chat_id=moved.new_chat_id, **arguments)

    return await _in_any_form(outgoing, attempt)


async def edit(bot: Bot, chat_id: int, message_id: int, outgoing: Outgoing) -> bool:
    """Puts new words into a message of the bot's; False where that message is gone.

    Raises TelegramError where Telegram cannot be reached.
    """

    async def attempt(text: str, parse_mode: ParseMode | None) -> bool:
        await cast(DeskBot, bot).edit(
            text=text,
            chat_id=chat_id,
            message_id=message_id,
            parse_mode=parse_mode,
            link_preview_options=NO_PREVIEW,
            reply_markup=outgoing.keyboard,
        )
        return True

    try:
        return bool(await _in_any_form(outgoing, attempt))
    except BadRequest as refusal:
        return "not modified" in refusal.message


async def _in_any_form(
    outgoing: Outgoing, attempt: Callable[[str, ParseMode | None], Awaitable[_Sent]]
) -> _Sent | None:
    """What the attempt returns with HTML, or else with plain text; None where the reader has blocked the bot."""
    try:
        try:
            return await attempt(outgoing.html, ParseMode.HTML)
        except BadRequest as refusal:
            if "parse entities" not in refusal.message:
                raise
            _LOG.error("Telegram refused the HTML of a reply; it is sent as plain text")
            return await attempt(outgoing.plain, None)
    except Forbidden:
        _LOG.info("A chat cannot be written to any more")
        return None
