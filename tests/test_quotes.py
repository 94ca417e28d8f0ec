"""What the quotes prove."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.editing.quotes import long_quotes, unfilled_slots
from tests.editing import found

QUOTE = "quote: destroyed the bridge"
AT = "facts.bridge.cite.quote"
BRIDGE = "    what: a stone bridge\n"


@pytest.mark.parametrize(
    ("quote", "count"),
    [
        ("one two three four five six seven eight nine ten eleven twelve", 0),
        ("one two three four five six seven eight nine ten eleven twelve thirteen", 13),
    ],
)
def test_long_quotes(tmp_path: Path, quote: str, count: int) -> None:
    long = "has 13 words: quote the few that prove it, 12 at most, or cite it in two pieces"
    assert found(tmp_path, long_quotes, (QUOTE, f"quote: {quote}")) == [f"{AT}: {long}"] * bool(count)
    change = ("quote: Mayor Ilsa Brandt", f"quote: {quote}")
    assert found(tmp_path, long_quotes, change) == [f"entities.brandt.cite.quote: {long}"] * bool(count)


@pytest.mark.parametrize(
    ("quote", "messages"),
    [
        ("destroyed the bridge", []),
        ("destroyed the bridge on Thursday", ["says when (“Thursday”): fill 'when', with the date in 'on'"]),
        ("destroyed on 5 May", ["says when (“May”): fill 'when', with the date in 'on'"]),
        ("destroyed in March 2031", ["says when (“March”): fill 'when', with the date in 'on'"]),
        ("it may march 5 times", ["says how many (“5 times”): fill 'how_many'"]),
        ("because of the flood", ["says why (“because of”): fill 'why'"]),
        ("triggered by rain", ["says why (“triggered by”): fill 'why'"]),
        ("Due to rain", ["says why (“Due to”): fill 'why'"]),
        ("with the aim of saving it", ["says why (“with the aim of”): fill 'purpose'"]),
        ("destroyed Six old stone bridges", ["says how many (“Six old stone bridges”): fill 'how_many'"]),
        ("dozens of bridges", ["says how many (“dozens of bridges”): fill 'how_many'"]),
        ("a two-week flood", ["says how long (“two week”): fill 'how_long'"]),
        # Years, hours, ages and names hold numbers that count nothing.
        ("in 1990 the bridge", []),
        ("at 5 pm the bridge", []),
        ("a 25-year-old bridge", []),
        ("the Kestrin 24 bridge", []),
        (
            "Brandt saw the bridge",
            ["names 'brandt', and the fact does not: fill 'who' or 'to_whom', or cite fewer words"],
        ),
        ("the old town bridge", ["names 'old-town', and the fact does not: fill 'where', or cite fewer words"]),
    ],
)
def test_what_a_quote_holds_and_the_fact_does_not(tmp_path: Path, quote: str, messages: list[str]) -> None:
    expected = [f"{AT}: {message}" for message in messages]
    assert found(tmp_path, unfilled_slots, (QUOTE, f"quote: {quote}")) == expected


@pytest.mark.parametrize(
    ("quote", "slots"),
    [
        ("on Thursday", "when: {text: on Thursday}"),
        ("because of rain", "why: rain"),
        ("because of rain", "purpose: to help"),
        ("with the aim of help", "purpose: help"),
        ("six bridges", "how_many: {bridges: six}"),
        ("6 bridges", "how_many: {bridges: six}"),
        ("a two-week flood", "how_long: two weeks"),
        ("two days later", "when: {text: two days later}"),
        ("Brandt saw it", "according_to: brandt"),
        ("Brandt saw it", "also: {who: [Ilsa Brandt]}"),
        ("in Halvermoor", "where: halvermoor"),
        # What contains a place is known with it.
        ("in Halvermoor", "where: old-town"),
    ],
)
def test_what_the_fact_has(tmp_path: Path, quote: str, slots: str) -> None:
    changes = (QUOTE, f"quote: {quote}"), (BRIDGE, f"{BRIDGE}    {slots}\n")
    assert found(tmp_path, unfilled_slots, *changes) == []


def test_a_number_may_stand_in_another_fact_of_the_paragraph(tmp_path: Path) -> None:
    more = (
        "  damage:\n    says: Six bridges are gone.\n    what: bridges\n    how_many: {bridges: six}\n"
        "    cite: {source: courier, paragraph: %d, quote: the bridges}\n"
    )
    quote = (QUOTE, "quote: six bridges")
    lacking = [f"{AT}: says how many (“six bridges”): fill 'how_many'"]
    for paragraph, expected in ((2, []), (1, lacking)):
        assert found(tmp_path, unfilled_slots, quote, ("  bridge:\n", f"{more % paragraph}  bridge:\n")) == expected


def test_a_fact_of_wordings_only_has_no_slots_to_fill(tmp_path: Path) -> None:
    slots = f"    who: the flood\n    did: [destroyed]\n{BRIDGE}"
    changes = (QUOTE, "quote: on Thursday"), (slots, "    asked: [Is the bridge gone?]\n")
    assert found(tmp_path, unfilled_slots, *changes) == []
