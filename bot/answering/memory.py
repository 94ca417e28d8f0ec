"""Conversations as short notes, so that they outlive a restart or a change of the knowledge.

A note has ids of facts and entities, and nothing that a reader wrote: what a question said in its own words is not
remembered beyond the process.
"""

from __future__ import annotations

import json

from bot.answering.conversation import Conversation
from bot.answering.index import Index
from bot.answering.question import Question
from bot.answering.targets import Target, entity_key


class Memory:
    """Notes conversations by what the knowledge calls things, and recalls them with whatever of it is still known."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._numbers = {story.story.id: number for number, story in enumerate(index.stories)}

    def note(self, conversation: Conversation) -> str:
        """What is to be kept of a conversation, as one line of JSON."""
        question = conversation.question
        noted = {
            "turn": conversation.turn,
            "answered_at": conversation.answered_at,
            "kind": question.kind if question else None,
            "entities": [self._noted(key) for key in conversation.entities],
            "target": self._reference(conversation.target),
            "shown": self._reference(conversation.shown),
            "told": [self._reference(self._index.fact(*key)) for key in conversation.told if key in self._index.told],
            "story": None if conversation.story is None else self._index.stories[conversation.story].story.id,
        }
        return json.dumps(noted, separators=(",", ":"))

    def recall(self, note: str) -> Conversation:
        """The conversation of a note; what the knowledge has no more is left out."""
        noted = json.loads(note)
        kind = noted["kind"]
        entities = [
            key
            for story, id_ in noted["entities"]
            if (key := entity_key(self._numbers.get(story, -1), id_)) in self._index.entities
        ]
        return Conversation(
            turn=noted["turn"],
            answered_at=noted["answered_at"],
            question=Question(kind, (), ()) if kind else None,
            target=self._index.referred(noted["target"]),
            entities=entities,
            shown=self._index.referred(noted["shown"]),
            told=[(told.story, told.id) for reference in noted["told"] if (told := self._index.referred(reference))],
            story=self._numbers.get(noted.get("story")),
        )

    def _reference(self, target: Target | None) -> str:
        return self._index.reference(target) if target else ""

    def _noted(self, key: str) -> tuple[str, str]:
        """A story's id and an entity's: the numbers of stories change as stories come and go."""
        number, _, id_ = key.partition(":")
        return self._index.stories[int(number)].story.id, id_
