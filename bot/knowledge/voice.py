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
Titled = Annotated[Text, takes("title", "day")]
Named = Annotated[Text, takes("names")]
Changed = Annotated[Text, takes("day", "reason")]
Toast = Annotated[Plain, Field(max_length=200)]
"""Shown over a chat for a moment; longer ones Telegram refuses."""
Label = Annotated[Plain, Field(max_length=256)]
"""What Telegram shows beside a command."""


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
    corrected: Changed
    withdrawn: Changed

    place: Annotated[Text, takes("publisher", "day", "paragraph")]
    place_also: Annotated[Text, takes("place", "paragraphs")]
    place_also_many: Annotated[Text, takes("place", "paragraphs")]
    day: Annotated[Text, takes("day", "month", "year")]
    months: Months
    as_of: Annotated[Text, takes("day")]
    fresh: Annotated[Text, takes("title", "day", "names")]
    overdue: Annotated[Text, takes("day")]
    source: Annotated[Text, takes("publisher", "title", "day")]
    source_place: Annotated[Text, takes("source", "paragraph")]
    item: Annotated[Text, takes("statement", "paragraph")]
    item_corrected: Annotated[Text, takes("statement", "day")]
    card: Annotated[Text, takes("name", "is_")]

    not_said: Plain
    not_so: Plain
    rest_not_said: Plain
    nearest: Annotated[Text, takes("statement")]
    which: Plain
    which_of_stories: Annotated[Text, takes("titles")]
    next: Plain
    off_topic: Titled
    title_as_of: Titled
    more_stories: Annotated[Text, takes("number")]

    greeting: Titled
    thanks: Titled
    farewell: Titled
    how_are_you: Titled
    who_are_you: Titled
    capabilities: Titled
    agreed: Titled
    declined: Titled

    button_source: Plain
    button_who_says: Plain
    button_share: Plain
    button_useful: Plain
    button_useless: Plain
    button_map: Plain
    button_watch: Plain
    button_back: Plain
    button_on: Plain
    button_open: Plain
    thanks_for_vote: Toast
    too_old: Toast

    watching: Toast
    not_kept: Toast
    watched: Annotated[Text, takes("question")]
    forgotten: Plain

    follow: Plain
    button_follow: Annotated[Text, takes("title")]
    following: Toast
    follows_all: Annotated[Text, takes("titles")]
    follows_none: Plain
    which_unfollow: Plain
    unfollowed: Toast
    news_title: Annotated[Text, takes("title")]
    news_main: Annotated[Text, takes("statement", "paragraph")]
    news_corrected: Annotated[Text, takes("statement", "paragraph", "day", "reason")]
    news_withdrawn: Changed
    news_withdrawn_answer: Annotated[Text, takes("question", "day", "reason")]
    news_end: Plain

    title_who: Plain
    title_what: Plain
    title_when: Plain
    title_where: Plain
    title_why: Plain
    title_sources: Plain
    title_heading: Annotated[Text, takes("title", "heading")]
    nothing_listed: Plain
    venue: Annotated[Text, takes("address", "source")]
    page: Annotated[Text, takes("page", "pages")]
    which_story: Plain
    ask_what: Plain

    text_only: Plain
    too_much: Plain
    privacy: Plain
    privacy_gaps: Plain
    privacy_no_gaps: Plain

    name: Annotated[Plain, Field(max_length=64)]
    short_description: Annotated[Text, takes("title")]
    description: Annotated[Text, takes("title")]
    command_ask: Label
    command_story: Label
    command_who: Label
    command_what: Label
    command_when: Label
    command_where: Label
    command_why: Label
    command_sources: Label
    command_follow: Label
    command_unfollow: Label
    command_help: Label
    command_privacy: Label
    command_forget: Label
