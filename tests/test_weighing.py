"""What the words of a question weigh."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.question import Question
from bot.answering.weighing import Weigher, Word
from tests.answeringcases import Room


@pytest.fixture
def weigher(room: Room) -> Weigher:
    return Weigher(room.index, room.words.pos)


def weighed(room: Room, weigher: Weigher, text: str) -> dict[str, Word]:
    return {word.token.word: word for word in weigher.weigh(room.read(text)).words}


@pytest.mark.parametrize(
    ("text", "lighter", "heavier"),
    [
        ("who reported the evacuation", "reported", "evacuation"),
        ("what happened to the dam in hungary", "dam", "hungary"),
        ("did zyxwort order the evacuation", "evacuation", "zyxwort"),
        ("did people in hungary dance", "people", "dance"),
        ("which green soldiers danced", "green", "danced"),
    ],
)
def test_what_tells_more_weighs_more(room: Room, weigher: Weigher, text: str, lighter: str, heavier: str) -> None:
    words = weighed(room, weigher, text)
    assert 0 < words[lighter].weight < words[heavier].weight


@pytest.mark.parametrize("text", ["who ordered it on 7 may", "who danced in hungary", "did Zyxwort leave the hospital"])
def test_a_word_lacks_at_least_what_it_weighs(room: Room, weigher: Weigher, text: str) -> None:
    for word in weigher.weigh(room.read(text)).words:
        assert word.lack >= word.weight > 0


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("did lindqvist leave", "lindqvist", True),
        ("did putin leave", "putin", True),
        ("did it burst in hungary", "hungary", True),
        ("were 500 sent", "500", True),
        ("is the hospital dry", "hospital", False),
        ("has Orkney left", "orkney", True),
        # a country of two words is neither of them
        ("did the united states help", "united", True),
    ],
)
def test_names_and_numbers(room: Room, weigher: Weigher, text: str, word: str, name: bool) -> None:
    assert weighed(room, weigher, text)[word].is_name is name


def test_a_country_of_two_words_is_known_by_both(room: Room, weigher: Weigher) -> None:
    words = weighed(room, weigher, "did the united states help")
    assert words["united"].terms == words["states"].terms != weighed(room, weigher, "did states help")["states"].terms


def test_what_a_pronoun_stands_for_may_be_the_answer(room: Room, weigher: Weigher) -> None:
    question = room.read("who did he see lindqvist")
    assert weigher.weigh(question).given == {"0:lindqvist"}
    assert weigher.weigh(replace(question, meant_from=4)).given == frozenset()


def test_capitals_tell_nothing_where_all_is_shouted(room: Room, weigher: Weigher) -> None:
    assert weighed(room, weigher, "was the Gym flooded")["gym"].is_name
    assert not weighed(room, weigher, "WAS THE GYM FLOODED")["gym"].is_name


def test_a_name_of_two_words_weighs_as_one(room: Room, weigher: Weigher) -> None:
    both = weighed(room, weigher, "did greta lindqvist leave")
    alone = weighed(room, weigher, "did lindqvist leave")["lindqvist"]
    assert both["greta"].weight + both["lindqvist"].weight < 2 * alone.weight


def test_the_focus_is_marked_and_the_entities_are_named(room: Room, weigher: Weigher) -> None:
    asked = weigher.weigh(room.read("how many troops did tomas brukner send"))
    assert [word.token.word for word in asked.words if word.is_focus] == ["troops"]
    assert asked.named == {"0:brukner"}
    assert asked.means({"soldier", "dispatch", "send"})
    assert not asked.means({"soldier", "market"})
    assert asked.total == pytest.approx(sum(word.weight for word in asked.words))


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        ("who left the dam", True),
        ("what did people say", False),
        ("who", False),
        # any fact may have an ordinal
        ("who said that first", False),
        ("first", True),
    ],
)
def test_light_words_alone_lead_nowhere(room: Room, weigher: Weigher, text: str, telling: bool) -> None:
    assert weigher.weigh(room.read(text)).is_telling is telling


def test_adjectives_of_nations_and_numbers_belong_to_their_noun(room: Room, weigher: Weigher) -> None:
    words = weighed(room, weigher, "did 300 selvanian soldiers leave")
    assert [word for word, each in words.items() if each.modifies] == ["300", "selvanian"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("who is in the market square", ["market", "square"]),
        ("who was at the dam", ["dam"]),
        ("are families in the market square", ["market", "square"]),
        ("were families asleep in the market square", ["market", "square"]),
        ("did families sleep in the market square", []),
        ("is there a tent in the market square", []),
        ("who slept in the market square", []),
        ("who is the market square", []),
        ("who is in the relief corps", []),
    ],
)
def test_who_is_somewhere(later: Room, text: str, places: list[str]) -> None:
    asked = later.matcher.weigh(later.read(text))
    assert [asked.words[at].token.word for at in asked.at] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("did selvania send soldiers to orvendale", {"selvania": "0:selvania", "orvendale": "0:orvendale"}),
        # no places of their own
        ("did the selvanian relief corps pitch tents", {}),
        ("did lindqvist send soldiers", {}),
    ],
)
def test_places_named_by_themselves(later: Room, text: str, places: dict[str, str]) -> None:
    asked = later.matcher.weigh(later.read(text))
    assert {asked.words[at].token.word: key for at, key in asked.places.items()} == places


@pytest.mark.parametrize(
    ("text", "is_entity", "is_alone"),
    [
        ("the market square", True, True),
        ("on the market square", True, True),
        ("the market square now", True, False),
        ("us on the market square", True, False),
        ("tents on the market square", False, False),
    ],
)
def test_a_name_that_is_all_that_is_said(later: Room, text: str, is_entity: bool, is_alone: bool) -> None:
    asked = later.matcher.weigh(later.read(text))
    assert (asked.is_entity, asked.is_alone) == (is_entity, is_alone)


def test_a_word_that_others_stand_for_is_no_strange_name(room: Room, weigher: Weigher) -> None:
    assert room.language.knows("pm")
    assert not weighed(room, weigher, "did the PM leave")["pm"].is_name
    assert weighed(room, weigher, "did the QX leave")["qx"].is_name


def test_a_light_word_tells_where_its_idiom_is_denied(room: Room, later: Room) -> None:
    text = "did the fair go ahead"
    assert not weighed(room, Weigher(room.index, room.words.pos), text)["go"].is_telling
    assert weighed(later, Weigher(later.index, later.words.pos), text)["go"].is_telling


@pytest.mark.parametrize(
    ("text", "is_spoken"),
    [
        ("who called the soldiers sheep", True),
        ("who called in the soldiers", False),
        ("who called the soldiers in", False),
        ("who spoke the word in", True),
        ("who is in", False),
    ],
)
def test_who_called_somebody_in_said_nothing(room: Room, weigher: Weigher, text: str, is_spoken: bool) -> None:
    assert weigher.weigh(room.read(text)).is_spoken == is_spoken


def test_nothing_is_asked_by_nothing(weigher: Weigher) -> None:
    asked = weigher.weigh(Question("topic", (), ()))
    assert (asked.words, asked.total, asked.named, asked.is_telling) == ([], 0, frozenset(), False)


def test_what_a_word_means_is_kept_once_however_it_is_used(room: Room, weigher: Weigher) -> None:
    texts = "which evacuation began", "who ordered the evacuation"
    one, other = (weighed(room, weigher, text)["evacuation"] for text in texts)
    assert (one.is_focus, other.is_focus) == (True, False)
    assert one.meaning is other.meaning
    assert one.terms == ("evacu",)


def test_only_what_stands_in_slots_is_kept_of_a_meaning(room: Room, weigher: Weigher) -> None:
    troops = weighed(room, weigher, "were troops sent")["troops"]
    assert {"troop", "soldier", "forc"} <= room.language.meaning(troops.terms)
    assert troops.meaning == {"soldier"}
