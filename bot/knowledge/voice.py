"""The bot's own sentences: what a file of texts must hold, and what may be filled in where."""

from __future__ import annotations

from string import Formatter
from typing import Annotated

from pydantic import AfterValidator, Field

from bot.knowledge.model import Strict, Text

Months = Annotated[list[Text], Field(min_length=12, max_length=12)]


def takes(*names: str) -> AfterValidator:
    """Lets a text hold these placeholders, in any order or not at all, and no others."""

    def checked(text: str) -> str:
        try:
            used = [name for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None]
        except ValueError:
            raise ValueError("a { or } stands alone; write {{ or }} where a reader is to see one") from None
        unknown = [name for name in used if name not in names]
        if unknown:
            allowed = ", ".join(f"{{{name}}}" for name in names) or "none"
            raise ValueError(f"unknown placeholder {{{unknown[0]}}}; allowed here: {allowed}")
        return text

    return AfterValidator(checked)


Plain = Annotated[Text, takes()]
Titled = Annotated[Text, takes("title")]
Named = Annotated[Text, takes("names")]


class VoiceFile(Strict):
    """Every fixed sentence that readers get."""

    yes: Plain
    no: Plain
    yes_by: Named
    no_by: Named
    and_: Plain = Field(alias="and")
    claimed_by: Named
    announced_by: Named
    reported_by: Named
    confirmed_by: Named
    is_claimed: Plain
    is_announced: Plain
    is_reported: Plain
    is_confirmed: Plain
    is_unknown: Plain

    place: Annotated[Text, takes("publisher", "day", "paragraph")]
    place_also: Annotated[Text, takes("place", "paragraphs")]
    place_also_many: Annotated[Text, takes("place", "paragraphs")]
    day: Annotated[Text, takes("day", "month", "year")]
    months: Months
    as_of: Annotated[Text, takes("day")]
    source: Annotated[Text, takes("publisher", "title", "day")]
    source_place: Annotated[Text, takes("source", "paragraph")]
    item: Annotated[Text, takes("statement", "paragraph")]
    card: Annotated[Text, takes("name", "is_")]

    not_said: Plain
    not_so: Plain
    nearest: Annotated[Text, takes("statement")]
    which: Plain
    next: Plain
    off_topic: Annotated[Text, takes("title", "day")]

    greeting: Titled
    thanks: Titled
    farewell: Titled
    how_are_you: Titled
    who_are_you: Titled
    capabilities: Titled
    agreed: Titled
    declined: Titled
