"""What the bot does when a button is pressed. Every press is answered at once, then served."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable

from telegram import CallbackQuery, Message, Update
from telegram.constants import ChatType
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot.answering.reply import Reply
from bot.desk import Desk
from bot.state import USEFUL, USELESS, State, Watch
from bot.telegram.flood import Flood
from bot.telegram.handlers import words_of
from bot.telegram.keyboards import (
    ASK,
    FOLLOW,
    MAP,
    PAGE,
    SOURCE,
    STORY,
    UNFOLLOW,
    WATCH,
    WHO_SAYS,
    Press,
    question_on,
    read_page,
    without,
)
from bot.telegram.sending import Outgoing, Recipient, edit, send
from bot.telegram.writing import Writer


class Presses:
    """Serves the buttons. A button that leads nowhere any more says so."""

    def __init__(self, desk: Desk, state: State, flood: Flood) -> None:
        self._desk = desk
        self._state = state
        self._flood = flood
        self._writer = Writer(desk)
        self._serve: dict[str, Callable[[CallbackQuery, str], Awaitable[None]]] = {
            ASK: self._ask,
            SOURCE: self._source,
            WHO_SAYS: self._who_says,
            MAP: self._map,
            PAGE: self._page,
            STORY: self._story,
            USEFUL: self._vote,
            USELESS: self._vote,
            WATCH: self._watch,
            FOLLOW: self._follow,
            UNFOLLOW: self._unfollow,
        }

    async def pressed(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """Serves one press."""
        query = update.callback_query
        if query is None:
            raise TypeError("only updates with a pressed button reach this handler")
        press = Press.read(query.data or "")
        verdict = self._flood.verdict(_conversation_key(query))
        if verdict != "answer":
            await _acknowledge(query, self._desk.voice.too_much if verdict == "warn" else "")
        elif press.action in self._serve and query.message:
            await self._serve[press.action](query, press.value)
        else:
            await self._refuse(query)

    async def _ask(self, query: CallbackQuery, _value: str) -> None:
        message = query.message
        question = question_on(message.reply_markup, query.data or "") if isinstance(message, Message) else ""
        if not question:
            await self._refuse(query)
            return
        await _acknowledge(query)
        reply = self._desk.reply(question, _conversation_key(query))
        is_brief = _chat_type(query) != ChatType.PRIVATE
        await _send(
            query, self._writer.reply(reply, username=query.get_bot().username, asked=question, is_brief=is_brief)
        )

    async def _source(self, query: CallbackQuery, reference: str) -> None:
        await self._tell(query, self._desk.source(reference))

    async def _who_says(self, query: CallbackQuery, reference: str) -> None:
        await self._tell(query, self._desk.who_says(reference))

    async def _tell(self, query: CallbackQuery, reply: Reply | None) -> None:
        if reply is None:
            await self._refuse(query)
            return
        await _acknowledge(query)
        await _send(query, self._writer.bare(reply))

    async def _map(self, query: CallbackQuery, reference: str) -> None:
        venue = self._desk.browser.venue(reference)
        if venue is None:
            await self._refuse(query)
            return
        await _acknowledge(query)
        to = _recipient(query)
        address = self._desk.voice.venue.format(address=venue.address, source=venue.source)
        await query.get_bot().send_venue(
            to.chat, venue.latitude, venue.longitude, venue.name, address, message_thread_id=to.thread
        )

    async def _page(self, query: CallbackQuery, value: str) -> None:
        page = read_page(value)
        if page is None or query.message is None:
            await self._refuse(query)
            return
        await _acknowledge(query)
        await edit(query.get_bot(), query.message.chat.id, query.message.message_id, self._writer.page(*page))

    async def _story(self, query: CallbackQuery, story_id: str) -> None:
        summary = self._desk.choose(story_id, _conversation_key(query))
        if summary is None:
            await self._refuse(query)
            return
        await _acknowledge(query)
        await _send(query, self._writer.reply(summary, username=query.get_bot().username))

    async def _vote(self, query: CallbackQuery, reference: str) -> None:
        if self._desk.source(reference) is None:
            await self._refuse(query)
            return
        self._state.vote(reference, Press.read(query.data or "").action)
        await _acknowledge(query, self._desk.voice.thanks_for_vote)
        await _take_away(query, USEFUL, USELESS)

    async def _watch(self, query: CallbackQuery, _value: str) -> None:
        message = query.message
        asked = message.reply_to_message if isinstance(message, Message) else None
        question = words_of(asked) if asked else ""
        if not question:
            await self._refuse(query)
            return
        to = _recipient(query)
        if not self._state.watch(Watch(query.from_user.id, to.chat, to.thread, question)):
            await _acknowledge(query, self._desk.voice.not_kept)
            return
        await _acknowledge(query, self._desk.voice.watching)
        await _take_away(query, WATCH)

    async def _follow(self, query: CallbackQuery, story_id: str) -> None:
        if story_id not in self._desk.browser.stories() or _chat_type(query) != ChatType.PRIVATE:
            await self._refuse(query)
            return
        self._state.followers.follow(query.from_user.id, story_id)
        await _acknowledge(query, self._desk.voice.following if self._state.is_kept else self._desk.voice.not_kept)
        await _take_away(query, query.data or "")

    async def _unfollow(self, query: CallbackQuery, story_id: str) -> None:
        self._state.followers.unfollow(query.from_user.id, story_id)
        await _acknowledge(query, self._desk.voice.unfollowed)
        await _take_away(query, query.data or "")

    async def _refuse(self, query: CallbackQuery) -> None:
        await _acknowledge(query, self._desk.voice.too_old)


async def _acknowledge(query: CallbackQuery, text: str = "") -> None:
    """Ends the waiting sign on the button; one that was pressed long ago shows none any more."""
    with contextlib.suppress(BadRequest):
        await query.answer(text or None)


async def _send(query: CallbackQuery, outgoing: Outgoing) -> None:
    await send(query.get_bot(), _recipient(query), outgoing)


async def _take_away(query: CallbackQuery, *actions: str) -> None:
    """Removes buttons that have done their work; where the message cannot be changed any more, they stay."""
    if isinstance(query.message, Message) and query.message.reply_markup:
        with contextlib.suppress(BadRequest):
            await query.message.edit_reply_markup(without(query.message.reply_markup, *actions))


def _recipient(query: CallbackQuery) -> Recipient:
    """The chat and forum topic of the button."""
    if query.message is None:
        raise TypeError("a button in another chat's message leads to no chat")
    if isinstance(query.message, Message):
        return Recipient.of(query.message, is_quoting=query.message.chat.type != ChatType.PRIVATE)
    return Recipient(query.message.chat.id)


def _chat_type(query: CallbackQuery) -> str:
    return query.message.chat.type if query.message else ChatType.PRIVATE


def _conversation_key(query: CallbackQuery) -> str:
    chat = query.message.chat.id if query.message else 0
    return f"{chat}:{query.from_user.id}"
