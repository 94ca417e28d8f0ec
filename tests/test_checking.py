"""Quotes held against the article."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.checking import ArticleCheck, Paragraph, check_article, paragraphs_of
from bot.knowledge.loading import StoryDocument, load_story
from tests.storyfiles import STORY, changed

ARTICLE = "Unrest in Kazakhstan and in Almaty.\n\nThey stormed the palace at night.\n\nNobody cites this.\n"


def document(folder: Path, text: str) -> StoryDocument:
    path = folder / "a.yaml"
    path.write_text(text, encoding="utf-8")
    return load_story(path)


def messages(check: ArticleCheck, folder: Path) -> list[str]:
    return [str(problem).removeprefix(f"{folder / 'a.yaml'}:") for problem in check.problems]


def test_quotes_and_paragraphs_are_counted(tmp_path: Path) -> None:
    check = check_article(document(tmp_path, STORY), None, ARTICLE)

    assert check == ArticleCheck(problems=(), verified=3, paragraphs=3, uncited=(3,))
    assert check.cited == 2


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("the mayor's “palace”", 'the mayor’s "palace"'),
        ("'palace' - stormed…", "‘palace’ – stormed..."),
        ("stormed the palace", "stormed\n  the\u00a0palace"),
        ("stormed the palace", "stor\u00admed the pal\u200bace"),
        ("café", "cafe\u0301"),
    ],
)
def test_shapes_of_signs_and_spaces_do_not_matter(tmp_path: Path, quote: str, passage: str) -> None:
    story = changed(STORY, "quote: stormed the palace", f'quote: "{quote}"')
    article = changed(ARTICLE, "stormed the palace", passage)

    assert check_article(document(tmp_path, story), "post", article).verified == 3


@pytest.mark.parametrize(
    "article",
    [ARTICLE.replace("\n", "\r\n"), f"\ufeff\n\n{ARTICLE}\n\n", ARTICLE.replace("\n\n", "\n \t\n\n\n")],
)
def test_paragraphs_are_separated_by_any_blank_lines(tmp_path: Path, article: str) -> None:
    check = check_article(document(tmp_path, STORY), None, article)

    assert (check.problems, check.paragraphs) == ((), 3)


@pytest.mark.parametrize(
    ("paragraph", "quote", "message"),
    [
        (3, "stormed the palace", '"stormed the palace" stands in paragraph 2 of the article, not in 3; correct it'),
        (2, "in", '"in" stands in paragraph 1 of the article, not in 2; correct it'),
        (9, "burned", '"burned" cites paragraph 9, but the article has 3'),
        (
            2,
            "Stormed the palace",
            '"Stormed the palace" does not stand in the article; copy the words as they are there',
        ),
    ],
)
def test_a_misplaced_quote_says_where_it_does_stand(tmp_path: Path, paragraph: int, quote: str, message: str) -> None:
    story = changed(STORY, "paragraph: 2, quote: stormed the palace", f"paragraph: {paragraph}, quote: {quote}")
    check = check_article(document(tmp_path, story), None, ARTICLE)

    assert messages(check, tmp_path) == [f"21: facts.palace-stormed.cite.quote: {message}"]
    assert (check.verified, check.uncited) == (2, (2, 3))


def test_problems_come_in_the_order_of_the_file_with_numbered_citations(tmp_path: Path) -> None:
    story = changed(STORY, "quote: stormed the palace", "quote: lost")
    story = changed(
        story,
        "cite: {source: post, paragraph: 1, quote: in Almaty}",
        "cite:\n      - {source: post, paragraph: 1, quote: in Almaty}\n"
        "      - {source: post, paragraph: 2, quote: gone}",
    )
    check = check_article(document(tmp_path, story), None, ARTICLE)

    lost = "does not stand in the article; copy the words as they are there"
    assert messages(check, tmp_path) == [
        f'16: entities.almaty.cite.2.quote: "gone" {lost}',
        f'23: facts.palace-stormed.cite.quote: "lost" {lost}',
    ]


def test_only_the_quotes_of_the_source_are_held_against_its_article(tmp_path: Path) -> None:
    herald = "  herald: {publisher: H, title: T, url: https://h.example, published: 2022-01-06}\nentities:\n"
    story = changed(
        changed(STORY, "entities:\n", herald), "{source: post, paragraph: 2", "{source: herald, paragraph: 1"
    )
    two_sources = document(tmp_path, story)

    assert check_article(two_sources, "herald", "They stormed the palace.") == ArticleCheck((), 1, 1, ())
    assert check_article(two_sources, "post", ARTICLE) == ArticleCheck((), 2, 3, (2, 3))
    with pytest.raises(ValueError, match=r"^the story has several sources; say whose article this is: post, herald$"):
        check_article(two_sources, None, ARTICLE)


def test_an_unknown_source_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"^no such source 'pots'; did you mean 'post'\? Known here: post$"):
        check_article(document(tmp_path, STORY), "pots", ARTICLE)


def test_an_empty_article_has_no_paragraphs(tmp_path: Path) -> None:
    check = check_article(document(tmp_path, STORY), None, " \n\n ")

    assert (check.verified, check.paragraphs, check.cited) == (0, 0, 0)
    assert messages(check, tmp_path)[0] == (
        '8: entities.kazakhstan.cite.quote: "Kazakhstan" cites paragraph 1, but the article has 0'
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.\n", [(1, "One."), (3, "Two.")]),
        ("\n\n\nOne,\ngoing on.\n \t\n\nTwo.", [(4, "One,\ngoing on."), (8, "Two.")]),
        ("One.\n\n\u200b\n\nTwo.", [(1, "One."), (5, "Two.")]),
        (" \n\n ", []),
    ],
)
def test_paragraphs_know_their_lines(text: str, expected: list[tuple[int, str]]) -> None:
    assert paragraphs_of(text) == [Paragraph(line, words) for line, words in expected]
