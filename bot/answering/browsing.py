"""What the stories tell, without a question: one fact, its sources, and lists of people, days, places and reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, get_args

from bot.answering.composing import Composer, written_day
from bot.answering.index import Index
from bot.answering.reply import Citation, Reply
from bot.answering.targets import Target

if TYPE_CHECKING:
    from bot.knowledge.model import Entity, Fact, StoryFile
    from bot.knowledge.voice import VoiceFile

Topic = Literal["who", "what", "when", "where", "why"]
TOPICS: tuple[Topic, ...] = get_args(Topic)


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a list."""

    heading: str
    """What the line stands under, such as a day or a place; empty for none."""
    text: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Venue:
    """Where a place is on the map, and who says so."""

    name: str
    address: str
    latitude: float
    longitude: float
    source: str


class Browser:
    """Shows what there is to know."""

    def __init__(self, index: Index, composer: Composer, voice: VoiceFile) -> None:
        self._index = index
        self._composer = composer
        self._voice = voice
        self._lines: dict[Topic, Callable[[int, StoryFile], Iterator[Listed]]] = {
            "who": self._people,
            "what": self._facts,
            "when": self._days,
            "where": self._places,
            "why": self._reasons,
        }

    def listed(self, topic: Topic) -> list[Listed]:
        """What all stories tell of a topic: story by story, each under its title where there are several."""
        every = [(story, line) for n, story in enumerate(self._index.stories) for line in self._lines[topic](n, story)]
        if len(self._index.stories) == 1:
            return [line for _story, line in every]
        return [replace(line, heading=self._heading(story, line.heading)) for story, line in every]

    def _heading(self, story: StoryFile, heading: str) -> str:
        title = story.story.title
        return self._voice.title_heading.format(title=title, heading=heading) if heading else title

    def stories(self) -> dict[str, str]:
        """The titles of the stories, by id."""
        return {story.story.id: story.story.title for story in self._index.stories}

    def summary(self, story_id: str) -> Reply | None:
        """A story in its main facts; None where there is no such story."""
        found = next((story for story in self._index.stories if story.story.id == story_id), None)
        return self._composer.whole(found) if found else None

    def main_facts(self) -> list[Reply]:
        """The main facts of every story, each a reply of its own."""
        return [
            self._composer.told(self._index.fact(number, id_))
            for number, story in enumerate(self._index.stories)
            for id_ in story.story.summary or list(story.facts)
        ]

    def sources(self) -> list[tuple[str, str]]:
        """Every published piece that is cited: publisher, title and day in words, and its address."""
        return [
            (
                self._voice.source.format(
                    publisher=source.publisher, title=source.title, day=written_day(source.published, self._voice)
                ),
                str(source.url),
            )
            for story in self._index.stories
            for source in story.sources.values()
        ]

    def venue(self, reference: str) -> Venue | None:
        """The place on the map of what a reference names; None where the story has none."""
        target = self._index.referred(reference)
        story = self._index.stories[target.story] if target and target.fact else None
        for entity in self._where(target) if target else ():
            if story and (at := entity.location):
                name = entity.name
                return Venue(name, at.address or name, at.latitude, at.longitude, story.sources[at.source].publisher)
        return None

    def _where(self, target: Target) -> Iterator[Entity]:
        """The places where something happened, or the place itself that a card tells of."""
        entries = target.slots.get("who" if target.is_card else "where", ())
        return (self._index.entities[entry.entity] for entry in entries if entry.entity)

    def _people(self, number: int, story: StoryFile) -> Iterator[Listed]:
        for entity in story.entities.values():
            if entity.kind != "place":
                yield self._line(number, "", self._card(entity), entity)

    def _places(self, number: int, story: StoryFile) -> Iterator[Listed]:
        for id_, entity in story.entities.items():
            if entity.kind == "place":
                happened = [fact for fact in story.facts.values() if id_ in fact.where]
                for fact in happened:
                    yield self._line(number, entity.name, self._composer.listed(fact), fact)
                if entity.is_ and not happened:
                    yield self._line(number, "", self._card(entity), entity)

    def _facts(self, number: int, story: StoryFile) -> Iterator[Listed]:
        for fact in story.facts.values():
            yield self._line(number, "", self._composer.listed(fact), fact)

    def _days(self, number: int, story: StoryFile) -> Iterator[Listed]:
        dated = [(fact.when.on, fact) for fact in story.facts.values() if fact.when and fact.when.on]
        for day, fact in sorted(dated, key=lambda pair: pair[0]):
            yield self._line(number, written_day(day, self._voice), self._composer.listed(fact), fact)

    def _reasons(self, number: int, story: StoryFile) -> Iterator[Listed]:
        for fact in story.facts.values():
            if fact.why or fact.purpose:
                yield self._line(number, "", self._composer.listed(fact), fact)

    def _card(self, entity: Entity) -> str:
        return self._voice.card.format(name=entity.name, is_=entity.is_) if entity.is_ else entity.name

    def _line(self, number: int, heading: str, text: str, cited: Fact | Entity) -> Listed:
        return Listed(heading, text, self._composer.citation(number, "", cited.cite[0]))


def as_topic(text: str) -> Topic | None:
    """The topic of this name; None where there is none."""
    return next((topic for topic in TOPICS if topic == text), None)
