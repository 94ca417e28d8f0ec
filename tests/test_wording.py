"""Pydantic's errors in an editor's words, one case for every kind that the models raise."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.loading import KnowledgeError, load_story
from bot.knowledge.model import StoryFile
from bot.knowledge.wording import allowed_keys
from tests.storyfiles import LONE_FACT, changed

PALACE = "facts.palace-stormed"
GROUP = "must be a group of keys, each in an indented line 'key: value', not"
DAY = "must be a date as YYYY-MM-DD, such as 2022-01-31, not"
EMPTY = "is empty; give it a value or remove it"
PARAGRAPH = "must be a whole number from 1, not"
ADDRESS = "must be a web address that begins with https:// or http://, not"
ID = "must be lower-case letters, digits and single hyphens, such as 'palace-stormed', not"
WHO = "who: demonstrators"
PUBLISHED = "published: 2022-01-06"
URL = "https://post.example/fire"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "paragraph: 2, quote",
            "paragraph: 2, teh: x, quote",
            f"21: {PALACE}.cite: unknown key 'teh'; allowed here: source, paragraph, quote",
        ),
        (
            "paragraph: 2, quote",
            "paragraf: 2, quote",
            f"21: {PALACE}.cite: the key 'paragraph' is missing; add it\n"
            f"21: {PALACE}.cite: unknown key 'paragraf'; did you mean 'paragraph'? "
            "allowed here: source, paragraph, quote",
        ),
        (
            "quote: stormed the palace",
            "quote: stormed, they say, it",
            "\n".join(
                f"21: {PALACE}.cite: unknown key '{key}'; allowed here: source, paragraph, quote. "
                "Inside { } a comma ends a text: put a text with commas in quotes"
                for key in ("they say", "it")
            ),
        ),
        ("    says: Demonstrators stormed the palace.\n", "", f"16: {PALACE}: the key 'says' is missing; add it"),
        (WHO, "who: [demonstrators, [a, b]]", f"18: {PALACE}.who.2: must be a text, not a list"),
        (WHO, "who: {name: x}", f"18: {PALACE}.who: must be a text, not a group of keys"),
        (WHO, "who: []", f"18: {PALACE}.who: {EMPTY}"),
        (WHO, "who:", f"18: {PALACE}.who: {EMPTY}"),
        (WHO, "who: ~", f"18: {PALACE}.who: {EMPTY}"),
        (WHO, "who: [null]", f"18: {PALACE}.who.1: {EMPTY}"),
        (WHO, 'who: " "', f"18: {PALACE}.who: {EMPTY}"),
        (WHO, "who: [a, b, a, b]", f"18: {PALACE}.who: the same value stands twice: a, b"),
        ("when: {on: 2022-01-05, text: on Wednesday}", "when: Wednesday", f'20: {PALACE}.when: {GROUP} "Wednesday"'),
        ("on: 2022-01-05", "on: 5 January", f'20: {PALACE}.when.on: {DAY} "5 January"'),
        ("on: 2022-01-05", "on: 2022-02-30", f'20: {PALACE}.when.on: {DAY} "2022-02-30"'),
        (PUBLISHED, "published: 2022", f'6: sources.post.published: {DAY} "2022"'),
        (PUBLISHED, "published: 2022-01-06T10:00", f'6: sources.post.published: {DAY} "2022-01-06T10:00"'),
        (PUBLISHED, "published: [a]", f"6: sources.post.published: {DAY} a list"),
        ("paragraph: 2", "paragraph: seven", f'21: {PALACE}.cite.paragraph: {PARAGRAPH} "seven"'),
        ("paragraph: 2", "paragraph: 0", f'21: {PALACE}.cite.paragraph: {PARAGRAPH} "0"'),
        ("paragraph: 2", "paragraph: 1.5", f'21: {PALACE}.cite.paragraph: {PARAGRAPH} "1.5"'),
        ("paragraph: 2", "paragraph: [2]", f"21: {PALACE}.cite.paragraph: {PARAGRAPH} a list"),
        (URL, "post.example/fire", f'6: sources.post.url: {ADDRESS} "post.example/fire"'),
        (URL, "ftp://post.example", f'6: sources.post.url: {ADDRESS} "ftp://post.example"'),
        (URL, "[a]", f"6: sources.post.url: {ADDRESS} a list"),
        ("id: fire-2022", "id: Fire 2022", f'2: story.id: {ID} "Fire 2022"'),
        ("id: fire-2022", f"id: {'a' * 49}", "2: story.id: is 49 characters long, at most 48 are allowed"),
        ("  palace-stormed:\n", "  Palace_Stormed:\n", f'16: facts.Palace_Stormed: {ID} "Palace_Stormed"'),
        (
            "quote: stormed the palace",
            f"quote: {'x' * 121}",
            f"21: {PALACE}.cite.quote: is 121 characters long, at most 120 are allowed; "
            "quote only the few words that prove it",
        ),
        (
            WHO,
            "certainty: maybe",
            f'18: {PALACE}.certainty: must be one of: reported, claimed, announced, confirmed, unknown, not "maybe"',
        ),
        (WHO, "draft: perhaps", f'18: {PALACE}.draft: must be true or false, not "perhaps"'),
        (WHO, "draft: [true]", f"18: {PALACE}.draft: must be true or false, not a list"),
        (
            WHO,
            f"certainty: {'y' * 61}",
            f"18: {PALACE}.certainty: must be one of: reported, claimed, announced, confirmed, unknown, not "
            f'"{"y" * 60}…"',
        ),
    ],
)
def test_what_a_field_must_be(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(changed(LONE_FACT, old, new), encoding="utf-8")

    with pytest.raises(KnowledgeError) as caught:
        load_story(path)
    assert str(caught.value).replace(f"{path}:", "") == message


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (
            "story: text\nsources: [a]\nfacts:\n",
            [f'1: story: {GROUP} "text"', f"2: sources: {GROUP} a list", f"3: facts: {EMPTY}"],
        ),
        (
            "story: {id: a, title: b, as_of: 2022-01-06}\n",
            ["1: the key 'sources' is missing; add it", "1: the key 'facts' is missing; add it"],
        ),
    ],
)
def test_sections_of_the_wrong_kind(tmp_path: Path, text: str, messages: list[str]) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(KnowledgeError) as caught:
        load_story(path)
    assert str(caught.value).splitlines() == [f"{path}:{message}" for message in messages]


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        (("facts", "when", "cite", 0), ["source", "paragraph", "quote"]),
        (("facts", "when", "when"), ["on", "text"]),
        (("entities", "cite"), ["kind", "name", "is", "aliases", "pronoun", "within", "location", "cite"]),
        (("tests", 3), ["ask", "fact", "slot"]),
    ],
)
def test_an_id_that_is_spelt_like_a_key_is_still_an_id(location: tuple[str | int, ...], expected: list[str]) -> None:
    assert allowed_keys(StoryFile, location) == expected
