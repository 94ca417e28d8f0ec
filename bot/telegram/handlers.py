"""What the bot does with a message: decide whether it is meant for it, ask for the reply, send it."""

from __future__ import annotations

from typing import Any, Protocol

from telegram import Message, MessageEntity, Update
from telegram.ext import BaseHandler, CommandHandler, ContextTypes, MessageHandler, filters

from bot.answering.reply import Reply
from bot.telegram.sending import send

UPDATE_KINDS = ("message",)
"""What Telegram is asked to deliver: new messages, not edited ones."""


class Answerer(Protocol):
    """Whatever answers readers. A conversation key is opaque: one reader in one chat."""

    def reply(self, utterance: str, conversation_key: str) -> Reply:
        """The reply to a message, in the context of the conversation so far."""

    def start(self, conversation_key: str) -> Reply:
        """The greeting; the conversation begins afresh."""

    def help(self) -> Reply:
        """What readers can ask."""


class _ForThisBot(filters.MessageFilter):
    """Private messages; in groups only those that mention this bot or reply to it. Never those of other bots."""

    def filter(self, message: Message) -> bool:
        sender, replied = message.from_user, message.reply_to_message
        # An administrator who stays anonymous appears as a bot that sends for a chat.
        if sender and sender.is_bot and not message.sender_chat:
            return False
        if message.chat.type == message.chat.PRIVATE:
            return True
        is_reply = bool(replied and replied.from_user and replied.from_user.id == message.get_bot().id)
        return is_reply or bool(_own_mentions(message))


class Handlers:
    """The bot's handlers. They let every failure through: who delivers the updates decides what to do about it."""

    def __init__(self, answerer: Answerer) -> None:
        self._answerer = answerer

    def in_order(self) -> list[BaseHandler[Any, Any, Any]]:
        """The first that fits takes the update; an update that none fits is ignored."""
        new = filters.UpdateType.MESSAGE
        words = new & (filters.TEXT | filters.CAPTION) & _ForThisBot()
        return [
            CommandHandler("start", self._start, new),
            CommandHandler("help", self._help, new),
            # In groups, a command that is unknown here belongs to another bot.
            MessageHandler(words & filters.COMMAND & filters.ChatType.PRIVATE, self._help),
            MessageHandler(words & ~filters.COMMAND, self._answer),
        ]

    async def _start(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        message = _message(update)
        await send(message, self._answerer.start(_conversation_key(message)))

    async def _help(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        await send(_message(update), self._answerer.help())

    async def _answer(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        message = _message(update)
        utterance = message.text or message.caption or ""
        for mention in _own_mentions(message):
            utterance = utterance.replace(mention, " ")
        if utterance := utterance.strip():
            await send(message, self._answerer.reply(utterance, _conversation_key(message)))
        else:
            await send(message, self._answerer.help())


def _message(update: Update) -> Message:
    if update.message is None:
        raise TypeError("only updates with a message reach the handlers")
    return update.message


def _conversation_key(message: Message) -> str:
    """`chat:sender`, so that readers in one group do not share a context."""
    sender = message.sender_chat or message.from_user or message.chat
    return f"{message.chat_id}:{sender.id}"


def _own_mentions(message: Message) -> list[str]:
    """Where this bot is mentioned, as written: `@TheBot`."""
    kinds: list[str | None] = [MessageEntity.MENTION]
    mentions = [*message.parse_entities(kinds).values(), *message.parse_caption_entities(kinds).values()]
    own = f"@{message.get_bot().username}".lower()
    return [mention for mention in mentions if mention.lower() == own]
