"""Names that readers cannot tell apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.editing.names import confusable_entities, ordinary_aliases
from tests.editing import found

ALIASES = "aliases: [Brandt, the mayor]"
OLD_TOWN = "  old-town:\n"


def entity(id_: str, kind: str, name: str) -> tuple[str, str]:
    cite = "cite: {source: courier, paragraph: 1, quote: it}"
    return OLD_TOWN, f"  {id_}: {{kind: {kind}, name: {name}, {cite}}}\n{OLD_TOWN}"


@pytest.mark.parametrize(
    ("alias", "is_ordinary"),
    [
        ("Courier", True),
        ("Will", True),
        ("president", True),
        ("WHO", True),
        ("the president", False),
        ("Zorgan", False),
        ("Russian", False),
        ("Post Office", False),
    ],
)
def test_an_alias_that_is_an_ordinary_word(tmp_path: Path, alias: str, is_ordinary: bool) -> None:
    message = (
        f"entities.brandt.aliases.2: “{alias}” is an ordinary word: questions with it seem to name Ilsa Brandt; write "
        "more of the name, or remove it"
    )
    assert found(tmp_path, ordinary_aliases, (ALIASES, f"aliases: [Brandt, {alias}]")) == [message] * is_ordinary


@pytest.mark.parametrize(
    ("kind", "name", "message"),
    [
        (
            "person",
            "Otto Brandt",
            "“Who is Brandt?” may mean 'brandt' (line 8) too, and is not answered; give each of them aliases that are "
            "theirs alone",
        ),
        ("place", "Brandt Street", ""),
        (
            "person",
            "Otto Brandtt",
            "“Brandtt” is one letter from “Brandt”, 'brandt' (line 8): “Who is Brandtt?” may be a slip for it; give "
            "both aliases by which readers can tell them apart",
        ),
        # The same name in the plural is no slip.
        ("place", "Halvermoors", ""),
        (
            "place",
            "Halvermook",
            "“Halvermook” is one letter from “Halvermoor”, 'halvermoor' (line 13): “Who is Halvermook?” may be a slip "
            "for it; give both aliases by which readers can tell them apart",
        ),
        ("person", "Otto Brunner", ""),
        (
            "person",
            "Ilsa Moor",
            "“Who is Ilsa?” may mean 'brandt' (line 8) too, and is not answered; give each of them aliases that are "
            "theirs alone",
        ),
    ],
)
def test_names_that_are_taken_for_each_other(tmp_path: Path, kind: str, name: str, message: str) -> None:
    expected = [f"entities.other: {message}"] if message else []
    assert found(tmp_path, confusable_entities, entity("other", kind, name), is_asked=True) == expected


def test_who_answers_for_a_name_in_common_is_shown(tmp_path: Path) -> None:
    is_ = ("    name: Ilsa Brandt\n", "    name: Ilsa Brandt\n    is: the mayor of Halvermoor\n")
    (message,) = found(tmp_path, confusable_entities, is_, entity("other", "person", "Otto Brandt"), is_asked=True)
    assert "“Who is Brandt?” may mean 'brandt' (line 8) too, and is answered by 'brandt';" in message


@pytest.mark.parametrize(
    ("name", "other"),
    [("Prince Brandt", "Prince Otto"), ("Slate Office", "State Library"), ("Mayor Brandt", "Mayor Moor")],
)
def test_titles_and_ordinary_words_are_not_taken_for_each_other(tmp_path: Path, name: str, other: str) -> None:
    changes = ("name: Ilsa Brandt", f"name: {name}"), entity("other", "person", other)
    assert found(tmp_path, confusable_entities, *changes, is_asked=True) == []
