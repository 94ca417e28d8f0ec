"""The country of the stories, by its name where readers only call it that: "what is the capital of the country?"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.knowledge.model import Entity

IS_COUNTRY = re.compile(r"(?i)an? (?:\w+ )?(?:country|republic|state)\b")
"""How the description of a country begins: "a country in Central Asia"."""
NOUNS = ("country", "nation", "republic")
CALLED = rf"(?:the|this|our|your) (?:{'|'.join(NOUNS)})\b(?!'|’)"
NARROWED = r"(?! (?:of|that|which|where|whose|with|who|leading|led)\b)"
"""No word behind it that tells which country is meant."""
PARTLY = "".join(rf"(?<!\b{part} of )" for part in ("part", "parts", "rest", "area", "areas", "region", "regions"))
BEHIND = r"(?:(?<=\bis )|(?<=\bdoes )|(?<=\bof ))"
MEANT = re.compile(rf"(?i){PARTLY}(?:{BEHIND}{CALLED}{NARROWED}|\b{CALLED}(?= (?:is|lies|lie)\b))")
WORLD = ("world", "globe")
LIES = re.compile(rf"(?i)\b((?:part|corner|region) of (?:the )?(?:{'|'.join(WORLD)}) is )(?:all )?(?:this|that|it)\b")
"""Where readers ask in which part of the world all is that is told."""
AMERICA = re.compile(r"\b(?:U\.S\.(?:A\.)?|US)(?!\w)")


def without_pronoun(text: str) -> str:
    """The text in which the United States are no pronoun: "what did the *US* say"; all in capitals it stays so."""
    return text if text.isupper() else AMERICA.sub("USA", text)


def only_country(entities: Iterable[Entity]) -> str:
    """The name of the only country that the stories describe; empty where there is none, or more than one."""
    found = {entity.name for entity in entities if entity.kind == "place" and IS_COUNTRY.match(entity.is_ or "")}
    return found.pop() if len(found) == 1 else ""


def with_country(text: str, name: str) -> str:
    """The text with a country's name where it speaks of the country as a whole, and calls it no more than that."""
    if not name:
        return text
    lower = text.lower()
    # Most texts have none of these words, and a plain look takes a fraction of the patterns' time.
    if any(noun in lower for noun in NOUNS):
        text = MEANT.sub(lambda _match: name, text)
    if any(word in lower for word in WORLD):
        text = LIES.sub(lambda match: match[1] + name, text)
    return text
