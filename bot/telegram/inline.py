"""Inline mode: facts offered in any chat, while a reader types behind the bot's name."""

from __future__ import annotations

import contextlib

from telegram import (
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot.answering.reply import Reply
from bot.desk import Desk
from bot.telegram.keyboards import open_keyboard
from bot.telegram.rendering import cut, render
from bot.telegram.sending import NO_PREVIEW

MOST = 10
"""Facts that are offered at once."""
CACHE_SECONDS = 300
"""How long Telegram may give the same results to the same words: until an editor's mend should be seen."""
TITLE, DESCRIPTION = 64, 160
"""What a phone shows of a result, in UTF-16 units."""
START = "inline"
"""What the bot is started with from an empty result."""


class Inline:
    """Answers inline queries. They are the same for every reader and remember nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def asked(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """Offers the facts that fit the words typed so far; the main facts where there are none."""
        query = update.inline_query
        if query is None:
            raise TypeError("only updates with an inline query reach this handler")
        found = self._desk.search(query.query, MOST)
        button = None if found else InlineQueryResultsButton(self._desk.voice.button_open, start_parameter=START)
        results = [self._result(reply, query.get_bot().username) for reply in found]
        # Whoever types on has a new query by now.
        with contextlib.suppress(BadRequest):
            await query.answer(results, cache_time=CACHE_SECONDS, is_personal=False, button=button)

    def _result(self, reply: Reply, username: str) -> InlineQueryResultArticle:
        return InlineQueryResultArticle(
            reply.fact,
            cut(reply.answer or reply.statement, TITLE),
            InputTextMessageContent(render(reply), ParseMode.HTML, link_preview_options=NO_PREVIEW),
            description=cut(reply.statement, DESCRIPTION),
            reply_markup=open_keyboard(reply, self._desk.voice, username),
        )
