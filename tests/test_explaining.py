"""Why a question got its answer."""

from __future__ import annotations

import pytest

from bot.answering.accepting import Acceptance
from bot.answering.explaining import Explainer, name
from tests.answeringcases import Room


def explanation(room: Room, text: str) -> list[str]:
    return list(Explainer(room.index, room.matcher, Acceptance(room.index)).explain(room.read(text)))


@pytest.mark.parametrize(
    ("text", "mentioned"),
    [
        ("who ordered the evacuation", ["who", "'ordered'", "'evacuation'", "evacuation"]),
        ("how many soldiers were sent", ["how_many", "'soldiers'", "'sent'", "soldiers-sent"]),
        ("is the stone bridge open", ["yes_no", "'stone'", "'bridge'", "'open'", "bridge-closed"]),
        ("who painted the hospital", ["who", "'painted'", "'hospital'", "hospital-flooded"]),
        ("how many people drowned", ["how_many", "'drowned'", "How many people drowned?"]),
    ],
)
def test_the_kind_each_word_and_the_candidates_are_named(room: Room, text: str, mentioned: list[str]) -> None:
    explained = "\n".join(explanation(room, text))
    assert [each for each in mentioned if each not in explained] == []


def test_every_word_has_a_line_and_every_candidate_its_score(room: Room) -> None:
    question = room.read("who ordered the soldiers in hungary")
    lines = explanation(room, "who ordered the soldiers in hungary")
    best = room.matcher.candidates(question)[0]
    for position in question.content:
        assert any(f"'{question.tokens[position].word}'" in line for line in lines)
    assert any(best.target.id in line and f"{best.score:.2f}" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Who sent 300 soldiers?", "1. soldiers-sent"),
        ("Did Brukner paint the hospital?", "less than the 0.83 that is needed"),
        ("Is Lindqvist calm?", "in other words"),
        ("How many soldiers does Selvania have?", "beside what is asked"),
    ],
)
def test_what_speaks_against_a_candidate_is_told(room: Room, text: str, told: str) -> None:
    assert told in "\n".join(explanation(room, text))


def test_the_focus_is_named(room: Room) -> None:
    assert any("which" in line and "stone bridge" in line for line in explanation(room, "which stone bridge is closed"))


def test_there_may_be_nothing_to_name(room: Room) -> None:
    assert not any(id_ in line for line in explanation(room, "the xqzv of zyxwort") for id_ in room.story.facts)


def test_how_an_editor_finds_a_target(room: Room) -> None:
    fact, wording = (target for target in room.index.targets if target.id == "damage-unclear")
    gap = next(target for target in room.index.targets if target.not_reported)
    assert name(fact) == "damage-unclear"
    assert name(wording) != name(fact)
    assert "damage-unclear" in name(wording)
    assert "How many people drowned?" in name(gap)


@pytest.mark.parametrize(
    ("message", "kinds"),
    [
        ("Hello. When did the dam burst? Who ordered the evacuation?", ["when", "who"]),
        ("date of the flood", ["when", "topic"]),
    ],
)
def test_a_message_is_explained_question_by_question(room: Room, message: str, kinds: list[str]) -> None:
    explained = room.assistant.explain(message)
    assert [kind for kind in kinds if f"kind: {kind}" not in explained] == []


@pytest.mark.parametrize(
    ("text", "unknown", "unlisted", "near", "is_likely", "known"),
    [
        ("who plundered the bakery at noon", ["noon"], [], "shop-looted", True, ""),
        ("Who wrecked the bakery window?", ["wrecked", "window"], ["window"], "shop-looted", False, ""),
        ("Who won the chess tournament?", ["won", "chess", "tournament"], ["chess"], "", False, ""),
        ("how many died", [], [], "", False, "How many people drowned?"),
        ("Hello. Who is she? Why did they juggle?", ["juggle"], ["juggle"], "", False, ""),
    ],
)
def test_what_an_editor_needs_to_know_of_a_question_without_an_answer(
    room: Room, text: str, unknown: list[str], unlisted: list[str], near: str, is_likely: bool, known: str
) -> None:
    study = room.assistant.study(text)
    assert study is not None
    assert (study.near, study.is_likely, study.known) == (near, is_likely, known)
    assert (list(study.unknown), list(study.unlisted)) == (unknown, unlisted)
    assert study.story == "orvendale-dam"


def test_a_name_or_a_phrase_of_several_words_means_one_thing(room: Room) -> None:
    first, second = (room.assistant.study(text) for text in ("did Greta Lindqvist juggle", "did the mayor juggle"))
    assert first
    assert second
    assert first.meanings == second.meanings == (frozenset({"@0:lindqvist"}), frozenset({"juggl"}))


def test_a_message_that_asks_nothing_is_not_studied(room: Room) -> None:
    assert room.assistant.study("😭") is None


def test_no_question_is_explained_too(room: Room) -> None:
    assert room.assistant.explain("😭") != ""


@pytest.mark.parametrize(
    ("text", "fact", "starts"),
    [
        ("who painted the hospital", "hospital-flooded", ["not understood: 'painted'", "hospital-flooded"]),
        ("who ordered the evacuation", "hospital-flooded", []),
        ("who ordered the evacuation", "evacuation", ["evacuation by its who: "]),
        ("who painted the zyxwort", "none", ["not understood: 'painted', 'zyxwort'"]),
    ],
)
def test_what_kept_a_fact_from_answering(room: Room, text: str, fact: str, starts: list[str]) -> None:
    lines = room.assistant.shortfall(text, fact)
    assert len(lines) == len(starts)
    assert all(line.startswith(start) for line, start in zip(lines, starts, strict=True))
