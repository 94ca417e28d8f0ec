"""What followers of a story are told: corrections, withdrawals and new main facts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from bot.answering.composing import Composer, written_day
from bot.answering.index import Index
from bot.answering.reply import Reply
from bot.answering.targets import FactKey, Target

if TYPE_CHECKING:
    from bot.knowledge.model import Change
    from bot.knowledge.voice import VoiceFile


class Version(NamedTuple):
    """What there is to announce of a fact."""

    fact: str
    kind: str
    """`main`, `corrected` or `withdrawn`."""
    content: str
    """The same as long as there is nothing else to announce."""


class News:
    """Words the news of stories."""

    def __init__(self, index: Index, composer: Composer, voice: VoiceFile) -> None:
        self._index = index
        self._composer = composer
        self._voice = voice
        self._withdrawn = {(t.story, t.id): t for t in index.targets if t.withdrawn and not t.kind}

    def versions(self) -> dict[str, list[Version]]:
        """By story what could be announced now."""
        found: dict[str, list[Version]] = {story.story.id: [] for story in self._index.stories}
        for story in self._index.stories:
            for id_, fact in story.facts.items():
                if fact.corrects:
                    found[story.story.id].append(Version(id_, "corrected", _hash(fact.says, fact.corrects)))
                elif id_ in story.story.summary:
                    found[story.story.id].append(Version(id_, "main", _hash(fact.says, None)))
        for (number, id_), target in self._withdrawn.items():
            found[self._index.stories[number].story.id].append(Version(id_, "withdrawn", _hash("", target.withdrawn)))
        return found

    def told(self, story_id: str, ids: Iterable[str]) -> Reply | None:
        """One message with the news of a story; None where there is nothing of it any more."""
        numbers = [number for number, story in enumerate(self._index.stories) if story.story.id == story_id]
        keys = [(number, id_) for number in numbers for id_ in ids]
        targets = [target for key in keys if (target := self._target(key))]
        if not targets:
            return None
        title = self._index.stories[targets[0].story].story.title
        lines = [*map(self._line, targets), self._voice.news_end]
        return self._composer.listing(targets, self._voice.news_title.format(title=title), "\n".join(lines))

    def _target(self, key: FactKey) -> Target | None:
        return self._index.fact(*key) if key in self._index.told else self._withdrawn.get(key)

    def _line(self, target: Target) -> str:
        if target.withdrawn:
            text = self._voice.news_withdrawn_answer if target.question else self._voice.news_withdrawn
            return text.format(question=target.question, **self._change(target.withdrawn))
        fact = target.fact
        if fact is None:
            raise ValueError(f"target {target.id!r} has neither a fact nor the day of its withdrawal")
        told = {"statement": fact.says, "paragraph": fact.cite[0].paragraph}
        if fact.corrects:
            return self._voice.news_corrected.format(**told, **self._change(fact.corrects))
        return self._voice.news_main.format(**told)

    def _change(self, change: Change) -> dict[str, str]:
        return {"day": written_day(change.on, self._voice), "reason": change.reason}


def _hash(text: str, change: Change | None) -> str:
    whole = f"{text}\n{change.on}\n{change.reason}" if change else text
    return hashlib.sha256(whole.encode()).hexdigest()[:16]
