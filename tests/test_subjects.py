"""Who acts, where no name or noun says it."""

from __future__ import annotations

import pytest

from tests.drafts import facts

UNION = "The Dockers' Union (DUN) called a strike."


@pytest.mark.parametrize(
    ("text", "did", "who"),
    [
        ("Police said they had arrested two men.", "arrested", ["police"]),
        ("The ministry said it would pay.", "would pay", ["ministry"]),
        # The police are no "it", and a speaker without a name is no body.
        ("Police said it had begun.", "begun", []),
        ("Engineers said they had left.", "left", []),
        (f"{UNION} It wants more.", "wants", ["dun"]),
        # "It" may stand for nothing, for what was told in another paragraph, or for what a speaker means.
        (f"{UNION} It is late.", "is late", []),
        (f"{UNION} It could last.", "could last", []),
        (f"{UNION}\n\nIt wants more.", "wants", []),
        (f"{UNION} “It wants more,” said Ada Orr.", "wants", []),
    ],
)
def test_bodies(text: str, did: str, who: list[str]) -> None:
    assert [fact.who[0] for fact in facts(text).values() if fact.did == [did]] == who


def test_a_body_that_is_guessed_is_unsure() -> None:
    told = next(fact for fact in facts(f"{UNION} It wants more.").values() if fact.did == ["wants"])
    assert told.unsure == ['is "it" the Dockers\' Union (DUN)?']
