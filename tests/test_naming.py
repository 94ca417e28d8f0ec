"""Names, their kinds, and what else they are called."""

from __future__ import annotations

import pytest

from tests.drafts import FLOOD, names


def test_the_names_of_an_article() -> None:
    assert {name.name: name.kind for name in names(FLOOD).values()} == {
        "River Calder": "place",
        "Wexbridge": "place",
        "the Environment Agency": "organization",
        "Helen Marsh": "person",
        "Radio Calder": "outlet",
        "Tom Ellery": "person",
        "Wexbridge General Hospital": "organization",
        "Mill Street": "place",
        "Northern Grid": "organization",
        "Old Stone Bridge": "place",
        "Paul Reyes": "person",
        "the National Rescue Corps (NRC)": "organization",
        "Dalton": "place",
        "Daniel Okoro": "person",
        "Calder Echo": "outlet",
    }


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "Drivers in the city of Varn left. Varn Transit is in Mill Street.",
            {"Varn": "place", "Varn Transit": "organization"},
        ),
        ("The Civic List party won.", {"the Civic List": "organization"}),
        ("The water passed the Saint Orso dam.", {"Saint Orso": "place"}),
        ("The Blue Lantern gave help.", {"the Blue Lantern": "organization"}),
        ("She told Channel Nine that it burned.", {"Channel Nine": "outlet"}),
        ("Lowland's chief executive, Petra Vale, spoke.", {"Petra Vale": "person"}),
        ("Vest Copper, a company, left. Shares in Vest fell.", {"Vest Copper": "organization", "Vest": None}),
    ],
)
def test_kinds(text: str, kinds: dict[str, str]) -> None:
    found = {name.name: name.kind for name in names(text).values()}
    assert {name: found.get(name) for name in kinds} == kinds


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The Dockers' Union of the North (DUN) called a strike.", {"the Dockers' Union of the North (DUN)"}),
        ("The Teachers’ Union met the Mayor of the town.", {"the Teachers’ Union"}),
        ("“I've been sleeping in my cab,” said driver Dario Wenk.", {"Dario Wenk"}),
    ],
)
def test_small_words_within_names(text: str, named: set[str]) -> None:
    assert {name.name for name in names(text).values()} == named


@pytest.mark.parametrize(
    ("text", "id_", "is_", "aliases"),
    [
        (
            "Armenian Prime Minister Nina Vale spoke.",
            "vale",
            "prime minister of Armenia",
            {"Vale", "the prime minister of Armenia"},
        ),
        ("NRC's chairman, Paul Reyes, spoke.", "reyes", "chairman of the NRC", {"Reyes", "the chairman of the NRC"}),
        ("The minister for health, Paul Reyes, spoke.", "reyes", "minister for health", {"Reyes", "the minister"}),
        ("Its chairman, Paul Reyes, spoke.", "reyes", "chairman", {"Reyes"}),
        ("According to Vest, some members left.", "vest", "", set()),
        ("Ada Orr, spokeswoman for the harbour police, spoke.", "orr", "spokeswoman for the harbour police", {"Orr"}),
        ("The Russian news agency Vest spoke.", "vest", "a Russian news agency", set()),
        ("She told Canal-9 television channel that it burned.", "canal-9", "a television channel", set()),
        (
            "They asked the National Rescue Corps (NRC), a union of nine brigades. The union agreed. It is the union.",
            "nrc",
            "a union of nine brigades",
            {"NRC", "National Rescue Corps", "the union"},
        ),
        (
            "President Ira Moll left. The Kazakh president wept.",
            "moll",
            "president of Kazakhstan",
            {"Moll", "the Kazakh president"},
        ),
    ],
)
def test_what_they_are_and_are_called(text: str, id_: str, is_: str, aliases: set[str]) -> None:
    name = names(text)[id_]
    assert (name.is_, set(name.aliases)) == (is_, aliases)


@pytest.mark.parametrize(
    ("text", "id_", "pronoun"),
    [
        ("Chairwoman Ada Orr spoke.", "orr", "she"),
        ("Mr Paul Reyes spoke.", "reyes", "he"),
        ("Mayor Ada Orr left.", "orr", ""),
    ],
)
def test_pronouns_are_not_guessed(text: str, id_: str, pronoun: str) -> None:
    name = names(text)[id_]
    assert name.pronoun == pronoun
    assert ("pronoun: he or she?" in name.unsure) == (not pronoun)


def test_a_nation_is_known_by_its_adjective() -> None:
    assert names("Armenian farmers marched.")["armenia"].aliases == ["Armenian"]


def test_whoever_says_i_is_no_name() -> None:
    assert [name.name for name in names("“Half of them are older than I am,” Ada Orr said.").values()] == ["Ada Orr"]


def test_two_of_a_surname_share_no_alias() -> None:
    found = names("Goalkeeper Marta Silva thanked her coach, Rui Silva.")
    assert [name.aliases for name in found.values()] == [[], []]
    assert all('"Silva" may name another one too' in name.unsure for name in found.values())


def test_what_is_only_somebodys_has_no_description() -> None:
    ajax = names("His club Ajaxia lost. The club wept.")["ajaxia"]
    assert (ajax.kind, ajax.is_, ajax.aliases) == ("organization", "", [])


def test_the_country_is_the_one_named_far_more_often() -> None:
    text = (
        "Unrest spread in Kazakhstan. Kazakhstan closed the road to the country's largest city, Almora. Kazakhs left."
    )
    found = names(text)
    assert "the country" in found["kazakhstan"].aliases
    assert (found["almora"].is_, found["almora"].within) == ("the largest city of Kazakhstan", "kazakhstan")
