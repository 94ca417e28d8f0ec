"""Any number of facts about towns that do not exist, and questions to them: the same for the same number.

Names and words overlap as they do in real news: people share surnames, towns share halves of their names, and the
same things happen to the same sorts of things in many places. What identifies an event is its combination.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tests.bench.newsroomwords import (
    FIRST_NAMES,
    HAPPENINGS,
    LAST_ENDINGS,
    LAST_STEMS,
    MONTHS,
    OFFICES,
    TOWN_ENDINGS,
    TOWN_PREFIXES,
    TOWN_STEMS,
    Happening,
)

FACTS_A_STORY = 1000
FACTS_A_TOWN, FACTS_A_PERSON = 25, 10
SINCE = date(2015, 1, 1)
DAYS = 2500


@dataclass(frozen=True)
class Person:
    """Somebody with an office in a town."""

    id: str
    name: str
    is_: str


@dataclass(frozen=True)
class Event:
    """One fact."""

    id: str
    happening: Happening
    actor: Person | str
    thing: str
    town: str
    day: date
    count: str
    cause: str

    @property
    def who(self) -> str:
        """Who did it, as readers are told."""
        return self.actor if isinstance(self.actor, str) else self.actor.name

    @property
    def written_day(self) -> str:
        """`3 March 2021`."""
        return f"{self.day.day} {MONTHS[self.day.month - 1]} {self.day.year}"

    @property
    def says(self) -> str:
        """The statement."""
        who = self.who[0].upper() + self.who[1:]
        told = self.happening.counted.format(count=self.count, unit=self.happening.unit) if self.count else ""
        cause = f" because of {self.cause}" if self.cause else ""
        return f"{who} {self.happening.past[0]} {self.thing} in {self.town} on {self.written_day}{cause}{told}."


@dataclass(frozen=True)
class Story:
    """One file's worth."""

    number: int
    towns: tuple[str, ...]
    people: tuple[Person, ...]
    events: tuple[Event, ...]


def invent(facts: int) -> list[Story]:
    """Stories with so many facts in all."""
    random = Random(facts)
    towns = _towns(random)
    stories = []
    for number, start in enumerate(range(0, facts, FACTS_A_STORY)):
        size = min(FACTS_A_STORY, facts - start)
        own = tuple(next(towns) for _ in range(max(2, size // FACTS_A_TOWN)))
        people = tuple(_people(random, own, max(2, size // FACTS_A_PERSON)))
        stories.append(Story(number, own, people, tuple(_events(random, own, people, size))))
    return stories


def _towns(random: Random) -> Iterator[str]:
    """All towns, shuffled; no two have the same name."""
    names = {p + stem + end: None for p in TOWN_PREFIXES for stem in TOWN_STEMS for end in TOWN_ENDINGS}
    shuffled = list(names)
    random.shuffle(shuffled)
    return iter(shuffled)


def _people(random: Random, towns: Sequence[str], number: int) -> Iterator[Person]:
    """People of a story: none has another's full name there, but many a surname, and other stories have namesakes."""
    names: dict[str, None] = {}
    while len(names) < number:
        names[f"{random.choice(FIRST_NAMES)} {random.choice(LAST_STEMS)}{random.choice(LAST_ENDINGS)}"] = None
    offices = [f"the {office} of {town}" for office in OFFICES for town in towns]
    random.shuffle(offices)
    for name, office in zip(names, offices, strict=False):
        yield Person(name.lower().replace(" ", "-"), name, office)


def _events(random: Random, towns: Sequence[str], people: Sequence[Person], number: int) -> Iterator[Event]:
    """Events of a story: what was done to what is never the same twice in one town."""
    seen: set[tuple[str, str, str]] = set()
    while len(seen) < number:
        happening, town = random.choice(HAPPENINGS), random.choice(towns)
        thing = random.choice(happening.objects())
        key = (happening.past[0], thing, town)
        if key in seen:
            continue
        seen.add(key)
        takes_groups = happening.actors and random.random() < 0.5
        actor = random.choice(happening.actors) if takes_groups else random.choice(people)
        day = SINCE + timedelta(random.randrange(DAYS))
        count = str(random.randrange(11, 990)) if happening.unit and random.random() < 0.6 else ""
        cause = random.choice(happening.causes) if happening.causes and random.random() < 0.6 else ""
        yield Event(f"event-{len(seen)}", happening, actor, thing, town, day, count, cause)


def write_newsroom(folder: Path, stories: Sequence[Story], lexicon: Path) -> Path:
    """Writes a knowledge folder with these stories and a lexicon of the repository, and returns it."""
    (folder / "stories").mkdir(parents=True)
    (folder / "lexicon").symlink_to(lexicon)
    for story in stories:
        text = "\n".join(_lines(story)) + "\n"
        (folder / "stories" / f"county-{story.number:03}.yaml").write_text(text, encoding="utf-8")
    return folder


def _lines(story: Story) -> Iterator[str]:
    number = story.number
    yield from ("story:", f"  id: county-{number}", f"  title: News from county {number}", "  as_of: 2022-01-06")
    yield f"  summary: [{', '.join(event.id for event in story.events[:5])}]"
    yield "sources:"
    url = f"https://gazette.example/county/{number}"
    yield f"  gazette: {{publisher: The Gazette, title: County {number}, url: {url}, published: 2022-01-06}}"
    yield "entities:"
    for town in story.towns:
        yield from (f"  {_id(town)}:", "    kind: place", f"    name: {town}", f"    is: a town in county {number}")
        yield f"    cite: {{source: gazette, paragraph: 1, quote: in {town}}}"
    surnames: set[str] = set()
    for person in story.people:
        yield from (f"  {person.id}:", "    kind: person", f"    name: {person.name}", f"    is: {person.is_}")
        surname = person.name.split()[1]
        yield f"    aliases: [{', '.join([person.is_, *([] if surname in surnames else [surname])])}]"
        yield f"    cite: {{source: gazette, paragraph: 2, quote: {person.name}}}"
        surnames.add(surname)
    yield "facts:"
    for place, event in enumerate(story.events):
        yield from _fact_lines(event, place)
    yield "tests:"
    yield from (f"  - {{ask: {who(event)}, fact: {event.id}}}" for event in story.events[::3])


def _fact_lines(event: Event, place: int) -> Iterator[str]:
    yield from (f"  {event.id}:", f"    says: {event.says}")
    yield f"    who: {event.actor if isinstance(event.actor, str) else event.actor.id}"
    yield f"    did: [{', '.join(event.happening.past)}]"
    yield f"    what: {event.thing}"
    yield f"    when: {{on: {event.day}, text: on {event.written_day}}}"
    yield f"    where: {_id(event.town)}"
    if event.count:
        yield f"    how_many: {{{event.happening.unit}: '{event.count}'}}"
    if event.cause:
        yield f"    why: {event.cause}"
    yield f"    cite: {{source: gazette, paragraph: {place + 3}, quote: {event.happening.past[0]} {event.thing}}}"


def _id(town: str) -> str:
    return town.lower().replace(" ", "-")


def who(event: Event) -> str:
    """A question that the event answers with its actor."""
    return f"Who {event.happening.past[-1]} {event.thing} in {event.town}?"
