"""What the bot does with a message: decide whether it is meant for it, ask for the reply, send it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any, TypeAlias

from telegram import Message, MessageEntity, Update
from telegram.constants import ChatType
from telegram.ext import BaseHandler, ChatMemberHandler, CommandHandler, ContextTypes, MessageHandler, filters

from bot.answering.browsing import TOPICS, Topic
from bot.desk import Desk
from bot.state import State
from bot.telegram.flood import Flood
from bot.telegram.sending import Outgoing, Recipient, edit, send
from bot.telegram.writing import Writer

UPDATE_KINDS = ("message", "edited_message", "callback_query", "inline_query", "my_chat_member")
"""What Telegram is asked to deliver."""


_Callback: TypeAlias = Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]


class _OfReaders(filters.MessageFilter):
    """What people write themselves: not other bots, and not what inline mode or a linked channel puts into a chat."""

    def filter(self, message: Message) -> bool:
        # An administrator who stays anonymous appears as a bot that sends for a chat.
        is_bot = message.from_user and message.from_user.is_bot and not message.sender_chat
        return not (is_bot or message.via_bot or message.is_automatic_forward)


class _Addressed(filters.MessageFilter):
    """Private messages; in groups only those that mention this bot or reply to it."""

    def filter(self, message: Message) -> bool:
        replied = message.reply_to_message
        if message.chat.type == ChatType.PRIVATE:
            return True
        is_reply = bool(replied and replied.from_user and replied.from_user.id == message.get_bot().id)
        return is_reply or bool(own_mentions(message))


class Handlers:
    """The bot's handlers for messages. They let every failure through: who delivers updates decides what to do then."""

    def __init__(self, desk: Desk, state: State, flood: Flood) -> None:
        self._desk = desk
        self._state = state
        self._flood = flood
        self._writer = Writer(desk)

    def in_order(self) -> list[BaseHandler[Any, Any, Any]]:
        """The first that fits takes the update; an update that none fits is ignored."""
        read = filters.UpdateType.MESSAGES & _OfReaders()
        words = read & (filters.TEXT | filters.CAPTION) & _Addressed()
        private = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE & _OfReaders()
        by_name: dict[str, _Callback] = {
            "start": self._start,
            "help": self._help,
            "ask": self._ask,
            "story": self._story,
            "sources": self._sources,
            "privacy": self._privacy,
            "forget": self._forget,
            **{topic: partial(self._browse, topic) for topic in TOPICS},
        }
        commands = [CommandHandler(name, callback, read) for name, callback in by_name.items()]
        return [
            *commands,
            CommandHandler("follow", self._follow, read & filters.ChatType.PRIVATE),
            CommandHandler("unfollow", self._unfollow, read & filters.ChatType.PRIVATE),
            # In groups, a command that is unknown here belongs to another bot.
            MessageHandler(words & filters.COMMAND & filters.ChatType.PRIVATE, self._help),
            MessageHandler(words & ~filters.COMMAND, self._answer),
            MessageHandler(filters.StatusUpdate.MIGRATE, self._follow_group),
            MessageHandler(private & filters.ATTACHMENT, self._explain),
            ChatMemberHandler(self._membership, ChatMemberHandler.MY_CHAT_MEMBER),
        ]

    async def _start(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        message = message_of(update)
        key = conversation_key(message)
        told = self._desk.tell(context.args[0], key) if context.args else None
        username = message.get_bot().username
        await self._respond(update, lambda: self._writer.reply(told or self._desk.start(key), username=username))

    async def _help(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        username = message_of(update).get_bot().username
        await self._respond(update, lambda: self._writer.reply(self._desk.help(), username=username))

    async def _ask(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        await self._answer_words(update, words_of(message_of(update)), self._writer.sentence(self._desk.voice.ask_what))

    async def _browse(self, topic: Topic, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """/who and its like: a list, or with words behind it an ordinary question."""
        words = words_of(message_of(update))
        if words == topic:
            await self._respond(update, lambda: self._writer.page(topic, 0))
        else:
            await self._answer_words(update, words, None)

    async def _story(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        username = message_of(update).get_bot().username
        await self._respond(update, lambda: self._writer.story(username=username))

    async def _sources(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        await self._respond(update, self._writer.sources)

    async def _privacy(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        voice = self._desk.voice
        gaps = voice.privacy_gaps if self._desk.records_gaps else voice.privacy_no_gaps
        await self._respond(update, lambda: self._writer.sentence(f"{voice.privacy} {gaps}"))

    async def _forget(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        message = message_of(update)
        self._desk.forget_reader(str(sender_of(message)))
        self._state.forget_reader(sender_of(message))
        await self._respond(update, lambda: self._writer.sentence(self._desk.voice.forgotten), is_noted=False)

    async def _follow(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        followed = self._state.followers.stories(sender_of(message_of(update)))
        await self._respond(update, lambda: self._writer.follow(followed))

    async def _unfollow(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """Ends following the only story that is followed; of several the reader chooses."""
        reader = sender_of(message_of(update))
        followed = self._state.followers.stories(reader)
        if len(followed) > 1:
            await self._respond(update, lambda: self._writer.unfollow(followed))
            return
        self._state.followers.forget(reader)
        said = self._desk.voice.unfollowed if followed else self._desk.voice.follows_none
        await self._respond(update, lambda: self._writer.sentence(said))

    async def _answer(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        await self._answer_words(update, words_of(message_of(update)), None)

    async def _answer_words(self, update: Update, utterance: str, instead: Outgoing | None) -> None:
        """Answers a question; where there are no words, sends something else, by default what can be asked."""
        message = message_of(update)
        username = message.get_bot().username
        is_group = message.chat.type != ChatType.PRIVATE

        def written() -> Outgoing:
            if not utterance.strip():
                return instead or self._writer.reply(self._desk.help(), username=username)
            reply = self._desk.reply(utterance.strip(), conversation_key(message))
            return self._writer.reply(reply, username=username, is_brief=is_group, can_watch=True)

        await self._respond(update, written)

    async def _respond(self, update: Update, write: Callable[[], Outgoing], *, is_noted: bool = True) -> None:
        """Sends what `write` returns, or puts it in the place of the answer to a question that was edited.

        What is not noted does not change when the question is edited.
        """
        message = message_of(update)
        chat, bot = message.chat_id, message.get_bot()
        earlier = self._state.answer_to(chat, message.message_id) if update.edited_message else None
        if update.edited_message and earlier is None:
            return
        verdict = self._flood.verdict(conversation_key(message))
        if verdict == "ignore":
            return
        outgoing = write() if verdict == "answer" else self._writer.sentence(self._desk.voice.too_much)
        if earlier is not None:
            await edit(bot, chat, earlier, outgoing)
            return
        is_quoting = outgoing.is_quoting or message.chat.type != ChatType.PRIVATE
        sent = await send(bot, Recipient.of(message, is_quoting=is_quoting), outgoing)
        if sent and is_noted:
            self._state.note_answer(chat, message.message_id, sender_of(message), sent)

    async def _explain(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """To a picture, a voice message or the like."""
        await self._respond(update, lambda: self._writer.sentence(self._desk.voice.text_only))

    async def _follow_group(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        message = message_of(update)
        if message.migrate_to_chat_id:
            self._state.move_chat(message.chat_id, message.migrate_to_chat_id)

    async def _membership(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """Forgets a chat that has blocked or removed the bot."""
        changed = update.my_chat_member
        if changed and changed.new_chat_member.status in (changed.new_chat_member.LEFT, changed.new_chat_member.BANNED):
            self._state.forget_chat(changed.chat.id)


def message_of(update: Update) -> Message:
    """The message that a message handler got."""
    message = update.message or update.edited_message
    if message is None:
        raise TypeError("only updates with a message reach the handlers")
    return message


def sender_of(message: Message) -> int:
    """Who wrote: a person, or the group or channel in whose name somebody did."""
    return (message.sender_chat or message.from_user or message.chat).id


def conversation_key(message: Message) -> str:
    """`chat:sender`, so that readers in one group do not share a context."""
    return f"{message.chat_id}:{sender_of(message)}"


def own_mentions(message: Message) -> list[str]:
    """Where this bot is mentioned, as written: `@TheBot`."""
    text = (message.text or message.caption or "").encode("utf-16-le", "surrogatepass")
    own = f"@{message.get_bot().username}".lower()
    # Offsets count UTF-16 units; where they are wrong, half a character may be left over.
    mentions = [
        text[2 * entity.offset : 2 * (entity.offset + entity.length)].decode("utf-16-le", "ignore")
        for entity in message.entities or message.caption_entities
        if entity.type == MessageEntity.MENTION
    ]
    return [mention for mention in mentions if mention.lower() == own]


def words_of(message: Message) -> str:
    """What a message asks, without its command and without mentions of this bot."""
    words = message.text or message.caption or ""
    for mention in own_mentions(message):
        words = words.replace(mention, " ")
    if not words.startswith("/"):
        return words.strip()
    command, *rest = words.split(maxsplit=1)
    name = command.removeprefix("/").partition("@")[0].lower()
    return " ".join([name, *rest] if name in TOPICS else rest).strip()
