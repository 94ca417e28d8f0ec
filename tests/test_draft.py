"""Drafts of whole articles: whatever the text, they are valid and every quote stands in its paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.drafting.draft import ArticleError
from bot.drafting.storyfile import story_text
from bot.knowledge.checking import ArticleCheck, check_article
from bot.knowledge.loading import load_story
from tests.drafts import FLOOD, draft

PIECES = (
    *FLOOD.split(),
    *("\n\n", "“", "”", '"', "’", "(", ")", ",", ".", ";", ":", "—", "#", "- ", "{", "}", "[", "null", "true", "NRC"),
    *(
        "the",
        "that",
        "who",
        "and",
        "as",
        "to",
        "by",
        "said",
        "was",
        "prompting",
        "according to",
        "is",
        "Ödön",
        "北京",
        "£5m",
    ),
)


def checked(text: str, folder: Path) -> ArticleCheck:
    """The draft of a text, loaded as the bot does and held against the text."""
    path = folder / "draft.yaml"
    path.write_text(story_text(draft(text)), encoding="utf-8")
    return check_article(load_story(path), None, text)


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_text_gives_a_valid_draft(tmp_path_factory: pytest.TempPathFactory, pieces: list[str]) -> None:
    text = " ".join(pieces)
    try:
        found = checked(text, tmp_path_factory.mktemp("draft"))
    except ArticleError:
        assert not any(piece.isalnum() for piece in pieces)
        return
    assert not found.problems


def test_a_stop_alone_is_no_sentence(tmp_path: Path) -> None:
    assert not checked(". Hundreds", tmp_path).problems


def test_every_paragraph_is_cited(tmp_path: Path) -> None:
    found = checked(FLOOD, tmp_path)
    assert (found.problems, found.uncited) == ((), ())


def test_the_same_text_gives_the_same_draft() -> None:
    assert story_text(draft(FLOOD)) == story_text(draft(FLOOD))


@pytest.mark.parametrize("text", ["", " \n\n ", "…", "--\n\n?"])
def test_a_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(ArticleError, match="has no words"):
        draft(text)


def test_facts_stand_in_the_order_of_the_article() -> None:
    paragraphs = [fact.paragraph for fact in draft(FLOOD).facts]
    assert paragraphs == sorted(paragraphs)
