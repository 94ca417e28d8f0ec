"""Questions with what a right answer to them must hold, and the judging of answers."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.knowledge.model import StoryFile, StoryTest


@dataclass(frozen=True)
class Labelled:
    """A question; whether the story answers it; words of which each group must give one; paragraphs to be cited."""

    q: str
    answerable: bool
    must: list[list[str]]
    paragraphs: list[int]

    def judged(self, answer: str | None, cited: Collection[int]) -> str:
        """`right`, `wrong`, or `refused` where there is an answer; None stands for a refusal."""
        if not self.answerable or answer is None:
            return ("refused" if self.answerable else "right") if answer is None else "wrong"
        text = folded(answer)
        says = all(any(folded(word) in text for word in group) for group in self.must)
        return "right" if says and not set(self.paragraphs).isdisjoint(cited) else "wrong"


@dataclass(frozen=True)
class Material:
    """What the parts of the benchmark ask."""

    tune: list[Labelled]
    """To find thresholds by."""
    validate: list[Labelled]
    """To be judged by."""

    @property
    def texts(self) -> list[str]:
        """All questions."""
        return [each.q for each in (*self.tune, *self.validate)]


def folded(text: str) -> str:
    """The text without case, accents and typographic signs."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(dict(zip(map(ord, "’‘‐‑"), "''--", strict=True))))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def read_questions(files: Iterable[Path]) -> list[Labelled]:
    """The single questions of JSON lines; dialogues are left out, since no peer holds one."""
    lines = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    names = Labelled.__dataclass_fields__
    return [Labelled(**{name: case[name] for name in names}) for case in lines if "turns" not in case]


def own_questions(stories: Sequence[StoryFile]) -> Material:
    """The tests that stories bring along, one half to tune by and the other to be judged by."""
    labelled = [_of_test(story, test) for story in stories for test in story.tests]
    return Material(labelled[::2], labelled[1::2])


def _of_test(story: StoryFile, test: StoryTest) -> Labelled:
    if test.fact == "none":
        return Labelled(test.ask, False, [], [])
    if test.fact in story.facts:
        fact = story.facts[test.fact]
        return Labelled(test.ask, True, [[fact.says]], [cite.paragraph for cite in fact.cite])
    entity = story.entities[test.fact]
    return Labelled(test.ask, True, [[entity.is_ or ""]], [cite.paragraph for cite in entity.cite])


def as_json(questions: Iterable[Labelled]) -> list[dict[str, object]]:
    """The questions as `Labelled` takes them again."""
    return [asdict(question) for question in questions]
