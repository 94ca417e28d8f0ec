"""Facts of single sentences: their parts, their sentence, and who says so."""

from __future__ import annotations

from typing import Any

import pytest

from bot.drafting.facts import DraftFact
from tests.drafts import FLOOD, facts


def shown(fact: DraftFact) -> dict[str, Any]:
    """The filled parts of a fact."""
    slots = fact.slots
    parts: dict[str, Any] = {
        "who": fact.who,
        "did": fact.did,
        "what": slots.what,
        "to_whom": slots.to_whom,
        "when": slots.when.text if slots.when else "",
        "where": slots.where,
        "why": slots.why,
        "purpose": slots.purpose,
        "how_many": slots.how_many,
        "how_long": slots.how_long,
        "via": slots.via,
        "by": fact.according_to,
    }
    return {
        name: value[0] if isinstance(value, list) and len(value) == 1 else value
        for name, value in parts.items()
        if value
    }


FLOODED = facts(FLOOD)


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        (
            "hundreds-residents-moved-safety",
            {
                "who": "hundreds of residents",
                "did": "were moved to safety",
                "when": "overnight",
                "how_many": {"residents": "hundreds"},
            },
        ),
        (
            "river-reached-5-2-metres",
            {
                "who": "the river",
                "did": "reached",
                "what": "5.2 metres",
                "when": "on the evening of Tuesday 4 March 2031",
                "how_many": {"metres": "5.2"},
                "by": "environment-agency",
            },
        ),
        (
            "marsh-declared-two-day-state",
            {
                "who": "marsh",
                "did": "declared",
                "what": "a two-day state of emergency",
                "when": "on Tuesday 4 March 2031",
                "how_long": "two days",
            },
        ),
        (
            "marsh-told-radio-calder",
            {
                "who": "marsh",
                "did": "told",
                "what": "“We have never seen water rise this fast”",
                "to_whom": "radio-calder",
                "when": "on Wednesday 5 March 2031",
                "via": "radio-calder",
            },
        ),
        (
            "firefighters-rescued-42-people",
            {
                "who": "firefighters",
                "did": "rescued",
                "what": "42 people from their homes",
                "how_many": {"people": "42"},
                "by": "ellery",
            },
        ),
        (
            "reyes-appeal-help-national",
            {
                "who": "reyes",
                "did": "appeal",
                "what": "help",
                "to_whom": "nrc",
                "why": "heavy rain had fallen for three days",
            },
        ),
        (
            "nrc-members",
            {
                "who": "nrc",
                "did": "is made up of",
                "what": "nine volunteer brigades",
                "how_many": {"volunteer brigades": "nine"},
            },
        ),
        ("nrc-is-based-dalton", {"who": "nrc", "did": "is based", "where": "dalton"}),
        (
            "okoro-visit-town-next",
            {"who": "okoro", "did": "would visit", "what": "the town", "when": "next week", "by": "okoro"},
        ),
    ],
)
def test_parts(id_: str, expected: dict[str, Any]) -> None:
    assert shown(FLOODED[id_]) == expected


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "Police say a crowd stormed the hall on Tuesday.",
            [
                "Police say a crowd stormed the hall on Tuesday 4 March 2031.",
                "A crowd stormed the hall on Tuesday 4 March 2031, according to the police.",
            ],
        ),
        (
            "Demonstrators stormed the hall and set it on fire.",
            ["Demonstrators stormed the hall.", "Demonstrators set it on fire."],
        ),
        (
            "The army quelled unrest triggered by prices.",
            ["The army quelled unrest triggered by prices.", "Unrest was triggered by prices."],
        ),
        (
            "Police said the man fled, took a boat and left Dalton.",
            [
                "Police said the man fled, took a boat and left Dalton.",
                "The man fled, according to the police.",
                "The man took a boat, according to the police.",
                "The man left Dalton, according to the police.",
            ],
        ),
        (
            "Prosecutors allege Ada Orr hid the money, which was meant for schools, and lied.",
            [
                "Prosecutors allege Ada Orr hid the money, which was meant for schools, and lied.",
                "Ada Orr hid the money, which was meant for schools, according to the prosecutors.",
                "The money was meant for schools, according to the prosecutors.",
                "Ada Orr lied, according to the prosecutors.",
            ],
        ),
        (
            "Prosecutors said the road was closed, the bridge was destroyed and two people were missing.",
            [
                "Prosecutors said the road was closed, the bridge was destroyed and two people were missing.",
                "The road was closed, according to the prosecutors.",
                "The bridge was destroyed, according to the prosecutors.",
                "Two people were missing, according to the prosecutors.",
            ],
        ),
        # Whoever denies something does not say it.
        ("Ada Orr denied that she had lied and had fled.", ["Ada Orr denied that she had lied and had fled."]),
        ("Ada Orr did not say that the dam was safe.", ["Ada Orr did not say that the dam was safe."]),
        ("Ada Orr never said that the dam was safe.", ["Ada Orr never said that the dam was safe."]),
        (
            "If the dam breaks, the town will be flooded and people will die.",
            ["If the dam breaks, the town will be flooded and people will die."],
        ),
        # What stands between quotation marks is left as it was said.
        (
            "Ada Orr accused Paul Reyes of theft. “He took it and lied,” said Helen Marsh.",
            ["Ada Orr accused Paul Reyes of theft.", "“He took it and lied,” said Helen Marsh."],
        ),
        (
            "Officials argued. They said the ruling would harm security.",
            ["Officials argued.", "They said the ruling would harm security."],
        ),
        # What goes on within the quotation marks of somebody, before or behind who says so, is said by them.
        (
            "“It burned,” said Ada Orr. “The dam is not safe. Who cares?” He left. “Nobody came.”",
            [
                "“It burned,” said Ada Orr.",
                "“The dam is not safe,” Ada Orr said.",
                "“The dam is not safe,” Ada Orr said.",
                "“Who cares?” Ada Orr said.",
                "He left.",
                "“Nobody came.”",
            ],
        ),
        (
            "“The dam broke. We ran,” the mayor, Ada Orr, told Radio Varn.",
            [
                "“The dam broke,” Ada Orr said.",
                "“The dam broke,” Ada Orr said.",
                "We ran, the mayor, Ada Orr, told Radio Varn.",
            ],
        ),
        (
            "The court said that the dam was old and that the town knew it.",
            [
                "The court said that the dam was old and that the town knew it.",
                "The dam was old, according to the court.",
                "The town knew it, according to the court.",
            ],
        ),
        (
            "In its long ruling the court said the dam was old.",
            ["In its long ruling the court said the dam was old.", "The dam was old, according to the court."],
        ),
        (
            "“Soon there will be nobody left in the town,” Ada Orr said.",
            [
                "Soon there will be nobody left in the town, according to Ada Orr.",
                "“Soon there will be nobody left in the town,” Ada Orr said.",
            ],
        ),
        (
            "She met Vest Copper, a firm based in Varn.",
            ["Vest Copper was based in Varn.", "She met Vest Copper, a firm based in Varn."],
        ),
        (
            "The bridge, which the flood destroyed in May, was old.",
            ["The bridge, which the flood destroyed in May, was old.", "The bridge was old."],
        ),
        ("The town has a study, which the firm had paid for.", ["The town has a study, which the firm had paid for."]),
        ("The US army left. US troops came back.", ["The US army left.", "US troops came back."]),
        ("A study by the town, published in May, found gold.", ["A study by the town, published in May, found gold."]),
    ],
)
def test_sentences_keep_the_hedge(text: str, says: list[str]) -> None:
    assert [fact.says for fact in facts(text).values()] == says


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mayor Ada Orr met Paul Reyes. She left.", []),
        ("Mayor Ada Orr wept. She left.", ["orr"]),
        ("Mr Paul Reyes wept. She left.", []),
        ("Mayor Ada Orr wept. Governor Paul Reyes said he left.", ["reyes"]),
        ("Ada Orr wept. Police held a man. He left.", []),
    ],
)
def test_a_pronoun_stands_for_the_only_one_it_can(text: str, who: list[str]) -> None:
    assert [fact.who[0] for fact in facts(text).values() if "left" in fact.did] == who


def test_what_somebody_says_of_themselves_is_only_said() -> None:
    assert [fact.did for fact in facts("“We lost our homes,” said farmer Ada Orr.").values()] == [["said"]]


@pytest.mark.parametrize(
    ("text", "did"),
    [
        # No "mine" of somebody, and nobody's "us".
        ("Workers left the copper mine.", [["left"]]),
        ("The bridge, which the flood destroyed, was old.", [["destroyed"], ["was old"]]),
        ("Workers will strike until the firm pays more.", [["will strike"]]),
        ("Workers stayed until the dam broke.", [["stayed"], ["broke"]]),
        ("Workers left after talks with the firm, Vest Copper, broke down.", [["left"], ["broke down"]]),
        # What would be so under a condition is not so.
        ("Workers will join the strike if the talks failed.", [["will join"]]),
        # A sentence of which only a side clause was understood is left to the editor as a whole, too.
        ("On Tuesday night somebody threw stones at a bus that was carrying workers.", [["was carrying"], []]),
    ],
)
def test_nothing_is_made_up_and_nothing_left_out(text: str, did: list[list[str]]) -> None:
    assert [fact.did for fact in facts(text).values()] == did


@pytest.mark.parametrize(
    "text",
    [
        "Traffic stopped after dockers walked out, the harbour office said.",
        "“They do this because dockers walked out,” said farmer Ada Orr, the chair.",
    ],
)
def test_who_says_so_behind_a_side_clause_is_credited(text: str) -> None:
    walked = next(fact for fact in facts(text).values() if "walked out" in fact.did)
    assert walked.according_to or walked.unsure == ["who says so: the harbour office?"]


def test_what_is_present_is_a_fact_of_its_own() -> None:
    (rally, there) = facts("Hundreds rallied in the square, despite the presence of dozens of troops.").values()
    assert rally.slots.how == ["despite the presence of dozens of troops"]
    assert (there.who, there.did, there.slots.how_many) == (
        ["dozens of troops"],
        ["were present"],
        {"troops": "dozens"},
    )


def test_an_outlet_is_the_way_and_the_source() -> None:
    told = facts("The news agency Vest reported that the net was restored.")["net-restored"]
    assert (told.according_to, told.slots.via, told.certainty) == (["vest"], ["vest"], "reported")
