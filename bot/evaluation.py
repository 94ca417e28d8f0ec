"""The editors' own tests: each story's questions, held against what the bot answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bot.answering.reply import Reply
from bot.knowledge.model import NO_FACT, StoryTest


@dataclass(frozen=True, slots=True)
class Verdict:
    """One question with what should answer it and what did: `palace-stormed (who)`, or `none`."""

    question: str
    wanted: str
    found: str

    @property
    def is_right(self) -> bool:
        """Whether the bot answers as the editor wants."""
        return self.wanted == self.found


def evaluate(tests: Iterable[StoryTest], ask: Callable[[str], Reply]) -> Iterator[Verdict]:
    """Asks each question of a story's `tests`, in their order. The slot counts only where a test names one."""
    for test in tests:
        reply = ask(test.ask)
        fact = fact_of(reply)
        slot = reply.slot if fact != NO_FACT and test.slot else None
        yield Verdict(test.ask, _named(test.fact, test.slot), _named(fact, slot))


def fact_of(reply: Reply) -> str:
    """The id of the fact that a reply tells; `none` where it tells none, as a refusal or a summary."""
    return reply.citations[0].fact if reply.outcome == "answered" and reply.citations else NO_FACT


def _named(fact: str, slot: str | None) -> str:
    return f"{fact} ({slot})" if slot else fact
