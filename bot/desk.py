"""The desk: one assistant, and the conversations of many readers with it."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from bot.answering.assistant import Assistant
from bot.answering.browsing import Browser
from bot.answering.conversation import Conversation
from bot.answering.reply import Reply

if TYPE_CHECKING:
    from bot.knowledge.voice import VoiceFile

REMEMBERED = 10_000
"""Conversations kept at once; the one that has rested longest is forgotten first."""


class Desk:
    """Answers each reader in the context of that reader's own conversation.

    A conversation key is opaque: whoever talks to the desk decides what makes one conversation.
    """

    def __init__(self, assistant: Assistant, *, remembered: int = REMEMBERED) -> None:
        self._assistant = assistant
        self._remembered = remembered
        self._conversations: OrderedDict[str, Conversation] = OrderedDict()

    @property
    def voice(self) -> VoiceFile:
        """The sentences that the bot says itself."""
        return self._assistant.voice

    @property
    def browser(self) -> Browser:
        """What can be had without a question."""
        return self._assistant.browser

    def reply(self, utterance: str, conversation_key: str) -> Reply:
        """The reply to a message, in the context of the conversation so far."""
        return self._assistant.ask(utterance, self._conversation(conversation_key))

    def reply_afresh(self, utterance: str) -> Reply:
        """The reply to a message that belongs to no conversation."""
        return self._assistant.ask(utterance)

    def start(self, conversation_key: str) -> Reply:
        """The greeting; the conversation begins afresh."""
        self.forget(conversation_key)
        return self._assistant.greeting()

    def help(self) -> Reply:
        """What readers can ask."""
        return self._assistant.help()

    def forget(self, conversation_key: str) -> None:
        """Ends a conversation: nothing of it is left."""
        self._conversations.pop(conversation_key, None)

    def tell(self, reference: str, conversation_key: str) -> Reply | None:
        """The fact of a reference, as part of a conversation; None where there is none any more."""
        return self._assistant.tell(reference, self._conversation(conversation_key))

    def source(self, reference: str) -> Reply | None:
        """All that a fact cites; None as for `tell`."""
        return self._assistant.source(reference)

    def who_says(self, reference: str) -> Reply | None:
        """Who says what a fact tells; None as for `tell`."""
        return self._assistant.who_says(reference)

    def search(self, text: str, most: int) -> list[Reply]:
        """The facts that fit a question, the best first; the main facts where there is none."""
        return self._assistant.search(text, most) if text.strip() else self.browser.main_facts()[:most]

    def _conversation(self, key: str) -> Conversation:
        conversation = self._conversations.setdefault(key, Conversation())
        self._conversations.move_to_end(key)
        if len(self._conversations) > self._remembered:
            self._conversations.popitem(last=False)
        return conversation
