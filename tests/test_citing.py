"""Questions for who or what is cited, and the names of publishers."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.citing import ARTICLE, publishers
from tests.answeringcases import STORY, Room, build_room


@pytest.mark.parametrize(
    ("text", "plainer"),
    [
        # what a piece tells of something
        ("What does the article say about the dam?", "the dam"),
        ("What does the article tell us about the dam?", "the dam"),
        ("When does the article say the dam burst?", "when the dam burst"),
        ("How does the article say about ten soldiers left?", "how about 10 soldiers left"),
        ("Which bridge does the article name as the oldest?", "which bridge is the oldest"),
        ("Which bridge does the article report soldiers held as guards?", "which bridge is guards"),
        ("What does the article report as the cause?", "what is the cause"),
        ("What does the article say of the dam as it burst?", "what of the dam as it burst"),
        ("Is there anything about where they are from?", "where they are from"),
        ("Is there anything about the town they are from?", "is there anything about the town they are from"),
        ("What does report text claim about the dam?", "what does report text claim about the dam"),
        ("Where does the article from the town print it?", "where does the article from the town print it"),
        ("How does the article describe the mayor?", "what is the mayor"),
        # where what is claimed comes from
        ("Where does the claim that the dam burst come from?", "who said the dam burst"),
        ("Where is the bit about the dam from?", "who said the dam"),
        ("Where does the dam claim come from?", "who said the dam"),
        ("Where does the quote 'it burst' come from?", "who said it burst"),
        ("Where does that quote come from?", "where does that quote come from"),
        ("Where did they claim that it burst?", "where did they claim that it burst"),
        ("Where the claim that the dam burst comes from", "where the claim that the dam burst comes from"),
        # whose words they are
        ("Whose phrase is 'a wall of water'?", "who said a wall of water"),
        ("Whose words said it of the bridge?", "whose words said it of the bridge"),
    ],
)
def test_what_is_cited_is_asked_plainly(room: Room, text: str, plainer: str) -> None:
    assert " ".join(token.word for token in room.read(text).tokens) == plainer


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("What does the Orvendale Herald say?", f"What does the {ARTICLE} say?"),
        ("what does orvendale-herald say", f"what does {ARTICLE} say"),
        ("What does OrvendaleHerald say?", f"What does {ARTICLE} say?"),
        ("What do the Orvendale Heralds say?", "What do the Orvendale Heralds say?"),
        ("What does the NewOrvendale Herald say?", "What does the NewOrvendale Herald say?"),
        ("What does the Herald say?", "What does the Herald say?"),
    ],
)
def test_a_publisher_is_the_article(room: Room, text: str, read: str) -> None:
    assert publishers([room.story]).sub(ARTICLE, text) == read


@pytest.mark.parametrize("name", ["The River Ministry", "The Ministry"])
def test_a_publisher_of_whom_the_story_tells_is_itself(tmp_path: Path, name: str) -> None:
    story = build_room(tmp_path / "knowledge", dam=STORY.replace("The Monitor", name)).story
    text = f"What do the Orvendale Herald and {name} say?"
    assert publishers([story]).sub(ARTICLE, text) == f"What do the {ARTICLE} and {name} say?"
