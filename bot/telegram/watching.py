"""What follows once the stories answer a question: readers who wait are told, and it is no gap any more."""

from __future__ import annotations

import asyncio
import logging

from telegram import Bot
from telegram.error import TelegramError

from bot.desk import Desk
from bot.state import State
from bot.telegram.sending import Recipient, send
from bot.telegram.writing import Writer

_LOG = logging.getLogger(__name__)


async def tell_watchers(bot: Bot, desk: Desk, state: State) -> None:
    """Sends the answer to every question that waited for one and has one now, and forgets the request.

    What cannot be sent for now waits for the next time.
    """
    writer = Writer(desk)
    for watch in state.watches():
        await asyncio.sleep(0)  # readers who ask come first
        reply = desk.reply_afresh(watch.question)
        if reply.outcome != "answered":
            continue
        asked = desk.voice.watched.format(question=watch.question)
        try:
            outgoing = writer.reply(reply, username=bot.username, asked=asked)
            await send(bot, Recipient(watch.chat, watch.thread), outgoing)
        except TelegramError as error:
            _LOG.warning("An answer that a reader waits for could not be sent (%s)", type(error).__name__)
        else:
            state.unwatch(watch)


async def forget_answered(desk: Desk, state: State) -> None:
    """Forgets the questions that got no answer and have one now."""
    for gap in state.gaps():
        await asyncio.sleep(0)
        if not desk.reply_afresh(gap.question).is_in_vain:
            state.forget_gap(gap.question)
