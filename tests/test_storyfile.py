"""The file that a draft is written to."""

from __future__ import annotations

import pytest
import yaml

from bot.drafting.storyfile import scalar, story_text
from tests.drafts import FLOOD, draft


@pytest.mark.parametrize(
    "text",
    ["plain words", "true", "a: b", "# no comment", '"quoted"', "{x}", "it’s", "2031", "- item", "£5m", "a, b", ""],
)
def test_a_text_is_read_as_it_was(text: str) -> None:
    assert yaml.safe_load(f"{{key: {scalar(text)}}}") == {"key": text}


def test_every_fact_is_a_draft_and_doubts_stand_beside_what_they_are_about() -> None:
    text = story_text(draft(FLOOD))
    loaded = yaml.safe_load(text)
    assert all(fact["draft"] is True for fact in loaded["facts"].values())
    assert "  hundreds-residents-moved-safety:\n    # unsure: which night?\n    says:" in text
    assert "  marsh:\n    # unsure: pronoun: he or she?\n    kind: person\n" in text


def test_weekdays_are_dates_everywhere_but_in_quotes() -> None:
    loaded = yaml.safe_load(story_text(draft("They wept on Tuesday. The agency said it burned on Wednesday.")))
    for fact in loaded["facts"].values():
        fact.pop("cite")
    assert str(loaded).count("Tuesday") == str(loaded).count("Tuesday 4 March 2031") > 0
    assert str(loaded).count("Wednesday") == str(loaded).count("Wednesday 5 March 2031") > 0
