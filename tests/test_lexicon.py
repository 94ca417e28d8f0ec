"""The lexicon that comes with the bot: it belongs to no story."""

from __future__ import annotations

import pytest

from bot.answering.language import Language
from bot.knowledge.loading import Knowledge, load_knowledge
from tests.smalltown import REPOSITORY

FORMER = {"soviet union", "soviet", "ussr", "u.s.s.r."}
"""Names of a country that are also words for what its successors were."""


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge(REPOSITORY / "knowledge")


def test_it_names_nobody_and_no_place_of_a_story(knowledge: Knowledge) -> None:
    language = Language(knowledge.lexicon.model_copy(update={"demonyms": {}}))
    names = {
        language.normalizer.tokens(name)[0].word
        for story in knowledge.stories
        for entity in story.entities.values()
        for name in (entity.name, *entity.aliases)
        if entity.kind in ("person", "place") and name[0].isupper() and " " not in name and "-" not in name
    }
    assert len(names) > 5
    assert names & language.words == set()


def test_no_country_is_called_by_another_word(knowledge: Knowledge) -> None:
    language = Language(knowledge.lexicon)
    meant = {language.term(text) for group in knowledge.lexicon.synonyms.values() for text in group}
    names = {name for country, names in knowledge.lexicon.demonyms.items() for name in (country, *names)}
    assert {name for name in names if language.term(name) in meant} == FORMER
