"""Which sense a word has in a fact."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.handover import load_assistant
from bot.answering.language import Language
from bot.answering.senses import keys, parted
from bot.knowledge.model import LexiconFile
from tests.answeringcases import fact_of
from tests.smalltown import STORY, write_town

LANGUAGE = Language(
    LexiconFile(
        synonyms={
            "sack": ["sack", "fire", "oust"],
            "shoot": ["shoot", "fire"],
            "burn": ["burn", "fire"],
            "make": ["make", "build"],
            "appoint": ["appoint", "make"],
            "find": ["find", "discover"],
            "locate": ["locate", "find"],
        }
    )
)
HIT = (1.0, 2)


def leads(term: str, other: str, *own: str) -> bool:
    """Whether a reader's term leads by another term to a target with that one and others."""
    postings = {each: {0: HIT} for each in (other, *own)}
    found = postings | parted(postings, LANGUAGE)
    return any(found.get(key) == {0: HIT} for key in keys(other, term, LANGUAGE))


@pytest.mark.parametrize(
    ("term", "own", "does_lead"),
    [
        ("oust", ["sack"], True),
        ("shoot", ["sack"], False),
        ("burn", ["sack"], False),
        ("shoot", [], True),
        ("shoot", ["mayor"], True),
        ("oust", ["sack", "burn"], True),
        ("shoot", ["sack", "burn"], False),
        ("shoot", ["sack", "burn", "shoot"], True),
    ],
)
def test_a_synonym_of_several_senses_leads_by_those_that_the_target_means(
    term: str, own: list[str], does_lead: bool
) -> None:
    assert leads(term, "fire", *own) is does_lead


@pytest.mark.parametrize(
    ("term", "other", "own", "does_lead"),
    [
        ("appoint", "make", [], False),
        ("appoint", "make", ["appoint"], True),
        ("discover", "find", [], True),
    ],
)
def test_a_verb_that_may_mean_anything_leads_only_by_a_sense_that_is_told(
    term: str, other: str, own: list[str], does_lead: bool
) -> None:
    assert leads(term, other, *own) is does_lead


def test_a_synonym_of_one_sense_leads_wherever_it_stands() -> None:
    assert leads("fire", "sack", "burn")
    assert parted({"sack": {0: HIT}}, LANGUAGE) == {}


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Who fired the council?", "council-sacked"),
        ("Who axed the council?", "council-sacked"),
        ("Who shot at the council?", "not_in_source"),
    ],
)
def test_who_fired_others_shot_nobody(tmp_path: Path, question: str, fact: str) -> None:
    story = (
        STORY.replace("evacuation-ordered", "council-sacked")
        .replace("the evacuation of Halvermoor", "the council")
        .replace("did: [ordered]", "did: [dismissed, fired]")
        .replace(" ordered the council", " fired it")
    )
    assistant = load_assistant(write_town(tmp_path / "knowledge", flood=story))
    assert fact_of(assistant.ask(question)) == fact
