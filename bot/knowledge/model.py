"""The knowledge format: what a story file and a lexicon file may say.

Loading checks each file against these models; the JSON Schema for editors is generated from them, so
the field descriptions here are the documentation that an editor sees while typing.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, HttpUrl

Text = Annotated[str, Field(min_length=1)]
ID_LIMIT = 48
"""Longest id, in characters."""

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=ID_LIMIT)]

QUOTE_LIMIT = 120
"""Longest proving quote, in characters: enough to find the place, too short to republish the article."""
QUOTE_WORDS = 12
"""How many words it has at most: `new` quotes no more, and `check` finds fault with more."""

Slot = Literal[
    "who", "did", "what", "to_whom", "when", "where", "why", "purpose", "how", "how_many", "how_long", "via"
]  # fmt: skip
"""The parts that a fact may have, in the order in which an editor thinks of them."""

SLOTS: tuple[Slot, ...] = get_args(Slot)

NO_FACT = "none"
"""What a test writes where no fact may answer."""

Certainty = Literal["reported", "claimed", "announced", "confirmed", "unknown"]
EntityKind = Literal["person", "organization", "place", "outlet"]
Pronoun = Literal["he", "she", "it", "they"]


def _listed(value: object) -> object:
    """One value stands for a list of one, so that editors need no brackets."""
    return [value] if isinstance(value, str | dict) else value


def _distinct(values: list[str]) -> list[str]:
    if len(set(values)) < len(values):
        twice = sorted({value for value in values if values.count(value) > 1})
        raise ValueError(f"the same value stands twice: {', '.join(twice)}")
    return values


Texts = Annotated[list[Text], BeforeValidator(_listed), AfterValidator(_distinct), Field(min_length=1)]
Ids = Annotated[list[Id], BeforeValidator(_listed), AfterValidator(_distinct)]


class Strict(BaseModel):
    """Unknown keys are errors, and what is loaded is never changed."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Cite(Strict):
    """Where a fact stands in its source."""

    source: Id = Field(description="An id under `sources`.")
    paragraph: int = Field(ge=1, description="Counted from 1; the standfirst counts as a paragraph.")
    quote: str = Field(
        min_length=1,
        max_length=QUOTE_LIMIT,
        description="A few words, verbatim, that prove it and can be found there.",
    )


Cites = Annotated[list[Cite], BeforeValidator(_listed), Field(min_length=1)]


class When(Strict):
    """A time: weekdays are resolved to dates when the fact is written."""

    on: datetime.date | None = Field(default=None, description="The day, as YYYY-MM-DD.")
    text: Text = Field(description='As a reader reads it: "on Wednesday 5 January 2022".')


class Story(Strict):
    """What a story file is about."""

    id: Id
    title: Text
    as_of: datetime.date = Field(description="Shown to readers: the reporting is no fresher than this.")
    review_by: datetime.date | None = Field(
        default=None, description="From this day on readers are told that the story may be out of date."
    )
    summary: Ids = Field(default_factory=list, description="The facts that tell the story, in the order of telling.")


class Source(Strict):
    """A published piece that facts cite."""

    publisher: Text
    title: Text
    url: HttpUrl
    published: datetime.date


class Location(Strict):
    """Where a place is on the map. The article seldom says so: it takes a source of its own."""

    latitude: float = Field(ge=-90, le=90, description="In degrees, south is negative.")
    longitude: float = Field(ge=-180, le=180, description="In degrees, west is negative.")
    address: Text | None = Field(default=None, description="As a reader is shown it; without one, the place's name.")
    source: Id = Field(description="An id under `sources`.")


class Entity(Strict):
    """A person, organization, place or outlet of the story."""

    kind: EntityKind
    name: Text = Field(description="The full name, as an answer prints it.")
    is_: Text | None = Field(
        default=None, alias="is", description='What completes "NAME is …": "the president of Kazakhstan".'
    )
    aliases: Texts = Field(default_factory=list, description="Other names and spellings, also by role.")
    pronoun: Pronoun | None = Field(default=None, description="What readers call it in a follow-up question.")
    within: Id | None = Field(default=None, description="The place that contains this place.")
    location: Location | None = Field(default=None, description="Sent to readers who want to see it on a map.")
    cite: Cites


class Change(Strict):
    """That a fact was changed after readers had been told it."""

    on: datetime.date = Field(description="The day of the change, as YYYY-MM-DD.")
    reason: Text = Field(description="Why, as readers are told: a whole sentence.")


class Fact(Strict):
    """An event or a state, told once, that answers many questions."""

    says: Text = Field(description="The whole statement, in own words, with its hedge.")
    who: Texts = Field(default_factory=list, description="Who did it: entity ids or words.")
    did: Texts = Field(default_factory=list, description="Verbs for what was done, the plainest first.")
    what: Texts = Field(default_factory=list, description="What it was done to, or what is said.")
    to_whom: Texts = Field(default_factory=list, description="For or towards whom.")
    when: When | None = None
    where: Texts = Field(default_factory=list, description="Entity ids or words, the most exact first.")
    why: Texts = Field(default_factory=list, description="The cause.")
    purpose: Texts = Field(default_factory=list, description="The aim.")
    how: Texts = Field(default_factory=list, description="The manner or the means.")
    how_many: dict[Text, Text] = Field(
        default_factory=dict, description="What is counted, and the count: `{troops: dozens}`."
    )
    how_long: Text | None = None
    via: Texts = Field(default_factory=list, description="The channel or outlet through which it became known.")
    corrects: Change | None = Field(default=None, description="It says something else than before: when, and why.")
    withdrawn: Change | None = Field(default=None, description="It is never told again: since when, and why.")
    certainty: Certainty = "reported"
    according_to: Ids = Field(default_factory=list, description="Entities that make the claim.")
    asked: Texts = Field(default_factory=list, description="Whole questions that the slots do not cover.")
    also: dict[Slot, Texts] = Field(
        default_factory=dict,
        description="Other words for a slot, matched but never printed: `{who: [rebels, rioters]}`.",
    )
    keywords: Texts = Field(
        default_factory=list, description="Further words by which readers may call the whole of it."
    )
    denies: Texts = Field(default_factory=list, description="Words that would say the opposite of this fact.")
    draft: bool = Field(default=False, description="Written by `new` and not yet in own words; `check` lists it.")
    cite: Cites


class NotReported(Strict):
    """What readers ask and the story does not say."""

    asks: Texts = Field(description="Wordings of the question.")
    says: Text = Field(description="What to tell the reader: that the story does not say it.")
    near: Ids = Field(default_factory=list, description="Facts that come nearest.")


class StoryTest(Strict):
    """A question of the editor's, and the fact it must find."""

    ask: Text
    fact: Text = Field(description=f"A fact's id, or `{NO_FACT}`.")
    slot: Text | None = Field(default=None, description="The slot that the answer must lead with.")


class StoryFile(Strict):
    """One file under `stories/`."""

    story: Story
    sources: dict[Id, Source] = Field(min_length=1)
    entities: dict[Id, Entity] = {}
    facts: dict[Id, Fact] = Field(min_length=1)
    not_reported: list[NotReported] = []
    tests: list[StoryTest] = []


class LexiconFile(Strict):
    """General language: which words mean the same, which are kinds of others, which say little."""

    synonyms: dict[Id, Texts] = Field(
        default_factory=dict, description="Words and phrases that mean the same in the news."
    )
    kinds: dict[Text, Texts] = Field(default_factory=dict, description="A general word, and words for kinds of it.")
    opposites: list[Texts] = Field(
        default_factory=list, description="Two ids of `synonyms` (or words) that exclude each other."
    )
    cues: dict[Text, Texts] = Field(
        default_factory=dict, description="Phrases that show which slot a question asks for."
    )
    frames: dict[Text, Texts] = Field(
        default_factory=dict,
        description="A plain question, and frames of questions that ask the same: `why B: [how does A/B justify B]`.",
    )
    light: Texts = Field(default_factory=list, description="Words that carry little: say, happen, people.")
    stop: Texts = Field(default_factory=list, description="Words that carry nothing: the, of, please.")
    lead_in: Texts = Field(
        default_factory=list, description="Words that only introduce a question: tell, know, wonder, heard."
    )
    forms: dict[Text, Texts] = Field(default_factory=dict, description="Irregular forms: `break: [broke, broken]`.")
    spellings: dict[Text, Texts] = Field(
        default_factory=dict, description="A word, and spellings of it: `people: [ppl]`."
    )
    numbers: dict[Text, Texts] = Field(default_factory=dict, description="A number in digits, and words for it.")
    demonyms: dict[Text, Texts] = Field(default_factory=dict, description="A country, and the adjectives for it.")
    small_talk: dict[Text, Texts] = Field(
        default_factory=dict, description="Kinds of small talk, and how they are worded."
    )
