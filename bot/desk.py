"""The desk: one assistant, and the conversations of many readers with it."""

from __future__ import annotations

from collections import OrderedDict

from bot.answering.assistant import Assistant
from bot.answering.conversation import Conversation
from bot.answering.reply import Reply

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

    def reply(self, utterance: str, conversation_key: str) -> Reply:
        """The reply to a message, in the context of the conversation so far."""
        return self._assistant.ask(utterance, self._conversation(conversation_key))

    def start(self, conversation_key: str) -> Reply:
        """The greeting; the conversation begins afresh."""
        self._conversations.pop(conversation_key, None)
        return self._assistant.greeting()

    def help(self) -> Reply:
        """What readers can ask."""
        return self._assistant.help()

    def _conversation(self, key: str) -> Conversation:
        conversation = self._conversations.setdefault(key, Conversation())
        self._conversations.move_to_end(key)
        if len(self._conversations) > self._remembered:
            self._conversations.popitem(last=False)
        return conversation
