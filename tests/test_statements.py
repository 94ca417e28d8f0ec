"""How facts are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.editing.statements import copied, drafts, nameless, nobodys_claims, uncited, unsaid
from tests.editing import ARTICLE, found

SAYS = "says: The flood destroyed a stone bridge."
QUOTE = "quote: destroyed the bridge"
CITE = "    cite: {source: courier, paragraph: 2, quote: destroyed the bridge}\n"


def test_a_draft_is_listed_where_it_says_so(tmp_path: Path) -> None:
    assert found(tmp_path, drafts) == []
    assert found(tmp_path, drafts, (CITE, f"    draft: true\n{CITE}")) == [
        "facts.bridge.draft: is still a draft: write 'says' in own words, look at each part, then remove this line"
    ]
    assert found(tmp_path, drafts, (CITE, f"    draft: false\n{CITE}")) == []


@pytest.mark.parametrize(
    ("says", "messages"),
    [
        ("The article does not say who drowned.", []),
        (
            "I find no answer to that in the article.",
            [
                "not_reported.1.says: tells readers only what they are told without it: say what it is that the "
                "article does not say"
            ],
        ),
    ],
)
def test_what_is_not_reported_is_named(tmp_path: Path, says: str, messages: list[str]) -> None:
    gap = f"not_reported:\n  - asks: [Who drowned?]\n    says: {says}\nentities:\n"
    assert found(tmp_path, unsaid, ("entities:\n", gap)) == messages


def test_what_is_withdrawn_has_a_question(tmp_path: Path) -> None:
    gone = "    withdrawn: {on: 2031-03-05, reason: It stands.}\n"
    assert found(tmp_path, nameless, (CITE, gone + CITE)) == [
        "facts.bridge.withdrawn: readers who follow the story are told only that something is withdrawn: add a test "
        "with the question that this answered"
    ]
    assert found(tmp_path, nameless, (CITE, f"{gone}    asked: [What burst?]\n{CITE}")) == []


def claim(word: str) -> list[str]:
    mend = "name them in 'according_to', with 'certainty: claimed'"
    return [f"facts.bridge: “{word}” shows that somebody claims this: {mend}"]


@pytest.mark.parametrize(
    ("changes", "messages"),
    [
        ([], []),
        ([(SAYS, "says: The flood destroyed a bridge, an engineer said.")], claim("said")),
        ([(SAYS, "says: According to an engineer the flood destroyed a bridge.")], claim("According to")),
        ([(SAYS, "says: The flood allegedly destroyed a bridge.")], claim("allegedly")),
        ([(QUOTE, 'quote: "destroyed the bridge, she said"')], claim("said")),
        ([(CITE, f"    certainty: confirmed\n{CITE.replace('destroyed the bridge', 'she said')}")], claim("said")),
        # What stands in quotation marks, and parts of words, are nobody's claim.
        ([(SAYS, "says: The flood destroyed what a sign calls “the said bridge”.")], []),
        ([(SAYS, "says: The flood destroyed the bridge of the Saidi family.")], []),
        # The claimant is named, or it is the fact itself that they speak.
        ([(SAYS, "says: A bridge is gone, Brandt said."), (CITE, f"    according_to: brandt\n{CITE}")], []),
        ([("did: [destroyed]", "did: [said]"), (QUOTE, "quote: she said")], []),
        ([(SAYS, "says: Brandt announced and said it."), (CITE, f"    certainty: unknown\n{CITE}")], []),
        # Facts of wordings only may be about who says what.
        (
            [
                ("    who: the flood\n    did: [destroyed]\n    what: a stone bridge\n", "    asked: [Who speaks?]\n"),
                (QUOTE, "quote: she said"),
            ],
            [],
        ),
    ],
)
def test_a_claim_needs_somebody_who_claims_it(
    tmp_path: Path, changes: list[tuple[str, str]], messages: list[str]
) -> None:
    assert found(tmp_path, nobodys_claims, *changes) == messages


EIGHT = "The water swept away seven cars and two carts.\n\nMayor Ilsa Brandt saw it from the old town.\n"


@pytest.mark.parametrize(
    ("says", "run"),
    [
        ("The water swept away seven cars and two carts.", "The water swept away seven cars and two carts"),
        ("There water swept away seven CARS and two carts!", "water swept away seven CARS and two carts"),
        # A run of seven, without the article, is plain speech.
        ("The water swept away seven cars and two others.", ""),
        ("“The water swept away seven cars and two carts”, a sign says.", ""),
        ("Water swept away “seven” cars and two carts.", ""),
    ],
)
def test_a_long_run_of_the_articles_words(tmp_path: Path, says: str, run: str) -> None:
    article = f"First.\n\n{EIGHT}"
    messages = found(tmp_path, copied, (SAYS, f'says: "{says}"'), article=article)
    count = len(run.split())
    expected = [f"facts.bridge.says: copies {count} words from paragraph 2, “{run}”: tell it in own words"]
    assert messages == (expected if run else [])


def test_a_name_counts_as_one_word(tmp_path: Path) -> None:
    article = "First.\n\nToday Mayor Ilsa Brandt left the old town of Halvermoor again.\n"
    says = "says: Mayor Ilsa Brandt left the old town of Halvermoor again."
    assert found(tmp_path, copied, (SAYS, says), article=article) == []


@pytest.mark.parametrize("paragraph", [1, 3])
def test_only_the_cited_paragraph_is_looked_at(tmp_path: Path, paragraph: int) -> None:
    says = "says: The water swept away seven cars and two carts."
    changes = (SAYS, says), ("paragraph: 2, quote: destroyed", f"paragraph: {paragraph}, quote: destroyed")
    assert found(tmp_path, copied, *changes, article=f"First.\n\n{EIGHT}") == []


def test_drafts_may_still_copy(tmp_path: Path) -> None:
    changes = (SAYS, "says: The water swept away seven cars and two carts."), (CITE, f"    draft: true\n{CITE}")
    assert found(tmp_path, copied, *changes, article=f"First.\n\n{EIGHT}") == []


def test_without_the_article_nothing_is_known_of_it(tmp_path: Path) -> None:
    assert found(tmp_path, copied) == found(tmp_path, uncited) == []


def test_a_paragraph_that_no_fact_cites(tmp_path: Path) -> None:
    assert found(tmp_path, uncited, article=ARTICLE) == []
    # That an entity cites it tells readers nothing.
    change = ("quote: Mayor Ilsa Brandt", "quote: Third"), ("paragraph: 1, quote: Third", "paragraph: 3, quote: Third")
    assert found(tmp_path, uncited, *change, article=f"{ARTICLE}\nThird.\n") == [
        "paragraph 3: no fact cites it: add what it tells, if readers may ask for it"
    ]
