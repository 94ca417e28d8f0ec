"""The desk: one assistant, and the conversations of many readers with it."""

from __future__ import annotations

import datetime
import time
from collections import Counter, OrderedDict
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from bot.answering.assistant import Assistant
from bot.answering.browsing import Browser
from bot.answering.composing import written_day
from bot.answering.conversation import Conversation
from bot.answering.news import News
from bot.answering.reply import Reply
from bot.details import without_details
from bot.state import TALKED_SECONDS

if TYPE_CHECKING:
    from bot.knowledge.model import Story, StoryFile
    from bot.knowledge.voice import VoiceFile

REMEMBERED = 300
"""Conversations at hand at once; the one that has rested longest is left to the notes first."""


class Notes(Protocol):
    """Where notes of conversations outlive the process: the state."""

    def keep_conversation(self, key: str, note: str) -> None:
        """Keeps the note of a conversation in place of an earlier one."""

    def conversation(self, key: str) -> str | None:
        """The note of a conversation; None where there is none."""

    def forget_conversation(self, key: str) -> None:
        """Leaves nothing of a conversation."""

    def count_gap(self, question: str) -> None:
        """Counts a question that got no answer."""


def utc_today() -> datetime.date:
    """The day that it is now, in UTC."""
    return datetime.datetime.now(datetime.UTC).date()


class Desk:
    """Answers each reader in the context of that reader's own conversation.

    A conversation's key ends with its reader; what stands before it decides who talks to whom about what.
    """

    def __init__(
        self,
        assistant: Assistant,
        notes: Notes | None = None,
        *,
        remembered: int = REMEMBERED,
        today: Callable[[], datetime.date] = utc_today,
        now: Callable[[], float] = time.monotonic,
        records_gaps: bool = False,
    ) -> None:
        """Without `notes`, a conversation ends with the process, and no question is recorded that got no answer.

        `today` decides which stories are out of date, and `now`, in seconds, which conversations are over.
        """
        self.today = today
        self._assistant = assistant
        self._notes = notes
        self._remembered = remembered
        self._now = now
        self._conversations: OrderedDict[str, Conversation] = OrderedDict()
        """Those that have rested longest first."""
        self.records_gaps = records_gaps
        """Whether questions that got no answer are kept for the editors."""
        self.outcomes: Counter[str] = Counter()
        """How many questions came to which outcome."""

    @property
    def voice(self) -> VoiceFile:
        """The sentences that the bot says itself."""
        return self._assistant.voice

    @property
    def stories(self) -> tuple[StoryFile, ...]:
        """The stories that are told."""
        return self._assistant.stories

    @property
    def browser(self) -> Browser:
        """What can be had without a question."""
        return self._assistant.browser

    @property
    def news(self) -> News:
        """What followers of the stories are told."""
        return self._assistant.news

    def renew(self, assistant: Assistant) -> None:
        """Answers from other knowledge from now on; conversations go on with whatever of theirs that still has."""
        before, self._assistant = self._assistant.memory, assistant
        self._conversations = OrderedDict(
            # The reader's own words are the same in any knowledge.
            (
                key,
                replace(
                    assistant.memory.recall(before.note(conversation)),
                    question=conversation.question,
                    last_at=conversation.last_at,
                ),
            )
            for key, conversation in self._conversations.items()
        )

    def reply(self, utterance: str, conversation_key: str) -> Reply:
        """The reply to a message, in the context of the conversation so far."""
        conversation = self._conversation(conversation_key)
        reply = self._assistant.ask(utterance, conversation)
        self.outcomes[reply.outcome] += 1
        if reply.is_in_vain and self.records_gaps:
            self._record_gap(utterance)
        self._keep(conversation_key, conversation)
        return self._dated(reply)

    def reply_afresh(self, utterance: str) -> Reply:
        """The reply to a message that belongs to no conversation."""
        return self._dated(self._assistant.ask(utterance))

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
        if self._notes:
            self._notes.forget_conversation(conversation_key)

    def forget_reader(self, reader: str) -> None:
        """Ends all conversations whose keys end with this reader; the notes are to be erased where they are kept."""
        for key in [key for key in self._conversations if key.endswith(f":{reader}")]:
            del self._conversations[key]

    def tell(self, reference: str, conversation_key: str) -> Reply | None:
        """The fact of a reference, as part of a conversation; None where there is none any more."""
        conversation = self._conversation(conversation_key)
        reply = self._assistant.tell(reference, conversation)
        self._keep(conversation_key, conversation)
        return reply and self._dated(reply)

    def choose(self, story_id: str, conversation_key: str) -> Reply | None:
        """A story in its main facts; the conversation is about it from now on. None where there is no such story."""
        conversation = self._conversation(conversation_key)
        reply = self._assistant.choose(story_id, conversation)
        self._keep(conversation_key, conversation)
        return reply and self._dated(reply)

    def summary(self, story_id: str) -> Reply | None:
        """A story in its main facts, as part of no conversation; None as for `choose`."""
        reply = self.browser.summary(story_id)
        return reply and self._dated(reply)

    def overdue(self) -> list[Story]:
        """The stories that may be out of date."""
        today = self.today()
        heads = [story.story for story in self.stories]
        return [story for story in heads if story.review_by and story.review_by <= today]

    def source(self, reference: str) -> Reply | None:
        """All that a fact cites; None as for `tell`."""
        reply = self._assistant.source(reference)
        return reply and self._dated(reply)

    def who_says(self, reference: str) -> Reply | None:
        """Who says what a fact tells; None as for `tell`."""
        reply = self._assistant.who_says(reference)
        return reply and self._dated(reply)

    def search(self, text: str, most: int) -> list[Reply]:
        """The facts that fit a question, the best first; the main facts where there is none."""
        found = self._assistant.search(text, most) if text.strip() else self.browser.main_facts()[:most]
        return list(map(self._dated, found))

    def _dated(self, reply: Reply) -> Reply:
        """The reply, which says so where what it tells may be out of date."""
        dates = [part.dates for part in reply.parts or (reply,) if part.dates]
        if not any(each.review_by for each in dates):
            return reply
        today = self.today()
        past = sorted({each.review_by for each in dates if each.review_by and each.review_by <= today})
        lines = [self.voice.overdue.format(day=written_day(day, self.voice)) for day in past]
        return replace(reply, overdue="\n".join(lines)) if lines else reply

    def forget_silent(self) -> None:
        """Leaves nothing at hand of conversations that nobody has gone on with for a day."""
        over = self._now() - TALKED_SECONDS
        while self._conversations and next(iter(self._conversations.values())).last_at < over:
            self._conversations.popitem(last=False)

    def _conversation(self, key: str) -> Conversation:
        self.forget_silent()
        conversation = self._conversations.get(key)
        if conversation is None:
            note = self._notes.conversation(key) if self._notes else None
            conversation = self._assistant.memory.recall(note) if note else Conversation()
            self._conversations[key] = conversation
        self._conversations.move_to_end(key)
        conversation.last_at = self._now()
        if len(self._conversations) > self._remembered:
            self._conversations.popitem(last=False)
        return conversation

    def _record_gap(self, utterance: str) -> None:
        """Counts a question that got no answer, without personal details, unless it says nothing at all."""
        question = without_details(utterance)
        if self._notes and question and self._assistant.is_telling(question):
            self._notes.count_gap(question)

    def _keep(self, key: str, conversation: Conversation) -> None:
        if self._notes:
            self._notes.keep_conversation(key, self._assistant.memory.note(conversation))
