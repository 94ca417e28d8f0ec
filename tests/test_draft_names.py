"""Names as ids, and where words name somebody."""

from __future__ import annotations

import pytest

from bot.drafting.names import Name, Names, slug, with_article, without_article


@pytest.mark.parametrize(
    ("text", "taken", "id_"),
    [
        ("Mayor Orr's office", [], "mayor-orr-office"),
        ("Ödön Köszeg", [], "odon-koszeg"),
        ("the fire", ["the-fire", "the-fire-2"], "the-fire-3"),
        ("北京", [], "item"),
        ("none", [], "none-2"),
        ("Null", [], "null-2"),
        ("a" * 60, [], "a" * 45),
    ],
)
def test_ids(text: str, taken: list[str], id_: str) -> None:
    assert slug(text, taken) == id_


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("global watchdog", "a global watchdog"),
        ("old alliance", "an old alliance"),
        ("a union", "a union"),
        ("largest city", "the largest city"),
        ("the town’s paper", "the town’s paper"),
    ],
)
def test_descriptions_complete_a_sentence(phrase: str, told: str) -> None:
    assert with_article(phrase) == told
    assert with_article(without_article(told)) == told or "’s" in told


def test_the_longest_name_counts_and_small_letters_are_none() -> None:
    names = Names([Name("rescue", "National Rescue Corps", "organization"), Name("corps", "Corps", "organization")])
    assert list(names.in_("the National Rescue Corps met a corps and Corps".split())) == [
        (1, 4, "rescue"),
        (8, 9, "corps"),
    ]
