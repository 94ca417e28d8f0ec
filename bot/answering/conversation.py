"""What a reader and the bot have spoken of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.answering.question import Question
from bot.answering.targets import FactKey, Target, story_of

FADES_AFTER = 6
"""How many turns without an answer leave nothing to point back to."""
REMEMBERED = 8
"""How many entities stay in mind."""


@dataclass(slots=True)
class Conversation:
    """The memory of one reader's conversation: small, and free of the reader's name and texts."""

    turn: int = 0
    answered_at: int = 0
    question: Question | None = None
    target: Target | None = None
    is_refused: bool = False
    """Whether the latest question got no answer."""
    slot: str | None = None
    """The slot of the target that answered."""
    topic: Target | None = None
    """What answered last, as long as later questions point back: they may still be asked of that."""
    entities: list[str] = field(default_factory=list)
    """Entities that were spoken of, the latest first."""
    shown: Target | None = None
    """The fact that the last reply told, be it the answer or what came nearest."""
    listed: Sequence[Target] = ()
    """The facts that were told together, as long as later questions are about these."""
    told: list[FactKey] = field(default_factory=list)
    """Facts that the reader has been told, in order."""
    story: int | None = None
    """The story that it is about; None before it is about any."""
    bound_at: int = 0
    """The turn in which the reader chose the story: no other one may answer it."""
    choice: tuple[int, ...] = ()
    """The stories of which the reader was just asked to choose."""
    last_at: float = 0.0
    """When it was last gone on with, in seconds by the clock of whoever holds it."""

    def remember(
        self,
        question: Question,
        target: Target | None,
        entities: Sequence[str],
        slot: str | None = None,
        *,
        goes_on: bool = False,
    ) -> None:
        """Keeps what was asked in this turn, and what answered it; `goes_on` where it was asked of what was told."""
        self.question, self.target, self.slot, self.answered_at = question, target, slot, self.turn
        self.is_refused, self.listed = False, self.listed if target in self.listed else ()
        is_told = target is not None and not target.is_refusal
        self.topic = target if is_told else self.topic if question.refers or goes_on else None
        self.entities = list(dict.fromkeys([*entities, *self.entities]))[:REMEMBERED]
        stories = {target.story} if target else {story_of(key) for key in entities}
        if len(stories) == 1:
            self.story = stories.pop()
        if target:
            self.tell(target)

    def tell(self, target: Target) -> None:
        """Keeps that the reader was told a fact."""
        if target.id and not target.is_card and (key := (target.story, target.id)) not in self.told:
            self.told.append(key)

    def refuse(self, question: Question, entities: Sequence[str], *, goes_on: bool = False) -> None:
        """Keeps what was asked in this turn, and that nothing answered it."""
        self.remember(question, None, entities, goes_on=goes_on)
        self.is_refused = True

    def turn_to(self, story: int) -> None:
        """Makes a story the one that it is about; nothing points back into another one."""
        if story != self.story:
            self.question = self.target = self.topic = self.shown = None
            self.listed = ()
            self.entities = []
        self.story, self.bound_at = story, self.turn

    @property
    def is_bound(self) -> bool:
        """Whether the reader has just chosen the story."""
        return self.bound_at == self.turn > 0

    @property
    def is_denied(self) -> bool:
        """Whether the story is known not to tell what was asked last."""
        return self.target is not None and self.target.is_refusal

    @property
    def is_alive(self) -> bool:
        """Whether there is anything to point back to."""
        return self.question is not None and self.turn - self.answered_at <= FADES_AFTER
