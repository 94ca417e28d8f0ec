"""What stands behind a verb, slot by slot."""

from __future__ import annotations

import pytest

from tests.drafts import facts


@pytest.mark.parametrize(
    ("text", "slot", "value"),
    [
        ("Ministers sacked the cabinet in response to the unrest.", "why", ["the unrest"]),
        ("Crews came to quell the fire.", "purpose", ["to quell the fire"]),
        ("Crews stay with the aim of calming the town.", "purpose", ["calming the town"]),
        ("Mayor Ada Orr wrote in a letter on Birdnet that it burned.", "via", ["a letter", "birdnet"]),
        ("Crowds gathered in the main square.", "where", ["in the main square"]),
        ("The decree restricted movement into and around urban areas.", "where", ["into and around urban areas"]),
        ("Rain fell for three days.", "how_long", "for three days"),
        ("Shares fell by four percent, the worst loss in a day.", "how_long", ""),
        ("The bridge, which the flood destroyed, was old.", "what", ["the bridge"]),
        ("Mayor Ada Orr signed a five-year contract.", "how_long", "five years"),
        ("Crews sent an unspecified number of boats.", "how_many", {"boats": "an unspecified number"}),
        ("Crews saved 42 people and several dogs.", "how_many", {"people": "42", "dogs": "several"}),
        ("Helpers gave out water from 8am to 8pm.", "how_many", {}),
        ("Snow delayed tens of thousands of people.", "how_many", {"people": "tens of thousands"}),
        ("Rain closed one in six farms.", "how_many", {"farms": "one in six"}),
        ("The deal would close five of 22 plants.", "how_many", {"plants": "five of 22"}),
        ("About 80 of the firm’s 210 workers left.", "how_many", {"workers": "about 80 of the firm’s 210"}),
        ("The strike was called by the union.", "how", []),
        ("Shops had half as many customers as usual.", "how_many", {}),
        ("Some 190 millimetres of rain fell.", "how_many", {"millimetres": "190", "rain": "190 millimetres"}),
        ("Mayor Ada Orr denied that 43 payments were made.", "how_many", {}),
        ("The court heard that 43 payments were made.", "how_many", {"payments": "43"}),
        ("Ada Orr was found guilty on Monday of stealing 40 coins.", "what", ["guilty of stealing 40 coins"]),
        ("The jury took nine hours to decide.", "how_long", "nine hours"),
        ("Rains caused the river to burst its banks.", "what", ["the river to burst its banks"]),
        ("Residents were told to be ready to leave.", "what", ["to be ready to leave"]),
        ("The board was told of the plan.", "to_whom", []),
        ("Some members will sue the auditors, Brandt and Lowe.", "what", ["the auditors, Brandt and Lowe"]),
        ("The state has set aside 40 million crowns for repairs.", "what", ["40 million crowns for repairs"]),
        ("Shares fell by four percent.", "how", ["by four percent"]),
        ("Crews told people to boil water.", "to_whom", ["people"]),
        ("Crews told people to boil water.", "what", ["to boil water"]),
        ("Crews asked people to boil water.", "what", ["people to boil water"]),
    ],
)
def test_slots(text: str, slot: str, value: object) -> None:
    found = next(iter(facts(text).values()))
    assert getattr(found.slots, slot) == value


@pytest.mark.parametrize(
    ("text", "did"),
    [
        ("Crowds set the hall on fire.", "set on fire"),
        ("The sites became inaccessible.", "became inaccessible"),
        ("Crews had also tried to storm the hall.", "tried to storm"),
        ("The curfew had been announced.", "was announced"),
        ("Crews have not left.", "have not left"),
        ("Mayor Ada Orr has been ill.", "has been ill"),
    ],
)
def test_what_was_done(text: str, did: str) -> None:
    assert next(iter(facts(text).values())).did == [did]
