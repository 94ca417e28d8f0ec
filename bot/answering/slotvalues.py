"""The slots of a fact as lists of texts, and those of what an entity is."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from bot.answering.text import sentence_start
from bot.knowledge.loading import plain
from bot.knowledge.model import SLOTS, Entity, Fact
from bot.knowledge.records import Record, changed

OFFICES = re.compile(r"(?<=\w) and (?=(?:the )?\w+(?: \w+)? of )")
"""What stands between two offices of a person: "prime minister of Armenia and chairman of the alliance"."""


def card(id_: str, entity: Entity) -> Fact:
    """What an entity is, told as a fact."""
    says = f"{sentence_start(entity.name)} is {entity.is_}."
    offices = OFFICES.split(entity.is_ or "") if entity.kind == "person" else [entity.is_]
    return cast(Fact, changed(_empty_fact(), says=says, who=[id_], did=["is"], what=offices, cite=entity.cite))


@cache
def _empty_fact() -> Record:
    return cast(Record, plain(Fact.model_construct(says="", cite=[])))


def slot_values(fact: Fact) -> dict[str, list[str]]:
    """The filled slots of a fact and who claims it, each as a list of texts; a count reads "troops: dozens"."""
    values: dict[str, list[str]] = {}
    for slot in (*SLOTS, "according_to"):
        value = getattr(fact, slot)
        if not value:
            continue
        if slot == "when":
            values[slot] = [value.text]
        elif slot == "how_many":
            values[slot] = [f"{unit}: {count}" for unit, count in value.items()]
        else:
            values[slot] = [value] if isinstance(value, str) else list(value)
    return values
