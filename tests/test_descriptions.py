"""Facts that stand in what something is."""

from __future__ import annotations

import pytest

from tests.drafts import facts

UNION = "They asked the National Rescue Corps (NRC), a Dalton-based union of nine brigades, for help."


@pytest.mark.parametrize(
    ("text", "id_", "says"),
    [
        (UNION, "nrc-is-based-dalton", "The National Rescue Corps (NRC) is based in Dalton."),
        (UNION, "nrc-members", "The National Rescue Corps (NRC) is made up of nine brigades."),
        (f"A Norland-led union met.\n\n{UNION}", "norland-leads-nrc", "Norland leads the National Rescue Corps (NRC)."),
        (
            "Sporting Valmora's president, Carlos Duarte, spoke of Sporting Valmora.",
            "duarte-president-sporting-valmora",
            "Carlos Duarte is the president of Sporting Valmora.",
        ),
    ],
)
def test_facts(text: str, id_: str, says: str) -> None:
    assert facts(text)[id_].says == says


def test_that_two_descriptions_mean_the_same_is_unsure() -> None:
    fact = facts(f"A Norland-led union met.\n\n{UNION}")["norland-leads-nrc"]
    assert fact.unsure == ["is this union the National Rescue Corps (NRC)?"]


def test_where_two_can_be_meant_nothing_is_told() -> None:
    other = "The Sea Watch (SW), a union of two crews, left."
    assert not [id_ for id_ in facts(f"A Norland-led union met.\n\n{UNION}\n\n{other}") if "norland-leads" in id_]
