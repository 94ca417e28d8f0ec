"""Cross references: ids that lead nowhere, names that two claim, facts that nothing can find."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.loading import KnowledgeError, load_knowledge
from bot.knowledge.model import SLOTS, Fact
from bot.knowledge.references import CUE_KINDS
from tests.storyfiles import LEXICON, LONE_FACT, STORY, changed, write_knowledge

WHO = "    who: demonstrators\n    where: almaty\n    when: {on: 2022-01-05, text: on Wednesday}\n"
BOTH_ENTITIES = "Known here: kazakhstan, almaty"
ADD_A_WORD = "If it is meant as a word, add another word to it"
NOT_ANOTHER = "leave it to one of them"
QUEEN = "  queen: {kind: person, name: %s, cite: {source: post, paragraph: 1, quote: x}}\nfacts:\n"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "cite: {source: post, paragraph: 2",
            "cite: {source: pots, paragraph: 2",
            "21: facts.palace-stormed.cite.source: no such source 'pots'; did you mean 'post'? Known here: post",
        ),
        (
            "cite: {source: post, paragraph: 1, quote: in",
            "cite: {source: herald, paragraph: 1, quote: in",
            "14: entities.almaty.cite.source: no such source 'herald'; known here: post",
        ),
        (
            "within: kazakhstan",
            "within: kazachstan",
            f"13: entities.almaty.within: no such entity 'kazachstan'; did you mean 'kazakhstan'? {BOTH_ENTITIES}",
        ),
        (
            "as_of: 2022-01-06",
            "as_of: 2022-01-06\n  summary:\n    - palace-stormed\n    - fire",
            "7: story.summary.2: no such fact 'fire'; known here: palace-stormed",
        ),
        (
            "near: palace-stormed",
            "near: [palace-stormed, palace]",
            "23: not_reported.1.near.2: no such fact 'palace'; known here: palace-stormed",
        ),
        (
            "who: demonstrators",
            "according_to: police",
            "18: facts.palace-stormed.according_to: no such entity 'police'; known here: kazakhstan, almaty\n"
            "25: tests.1.slot: the fact 'palace-stormed' does not fill the slot 'who'; it fills: when, where",
        ),
        (
            "as_of: 2022-01-06",
            "as_of: 2022-01-06\n  review_by: 2022-01-05",
            "5: story.review_by: lies before as_of, 2022-01-06; give the day from which the story may be out of date",
        ),
        (
            "fact: palace-stormed",
            "fact: palace-strmed",
            "25: tests.1.fact: no such fact 'palace-strmed'; did you mean 'palace-stormed'? "
            "Known here: palace-stormed; or write 'none' if no fact may answer",
        ),
        (
            "slot: who",
            "slot: whom",
            f"25: tests.1.slot: no such slot 'whom'; did you mean 'who'? Known here: {', '.join(SLOTS)}",
        ),
        (
            "slot: who",
            "slot: why",
            "25: tests.1.slot: the fact 'palace-stormed' does not fill the slot 'why'; it fills: who, when, where",
        ),
        (
            "fact: none",
            "fact: none, slot: who",
            "26: tests.2.slot: no fact may answer this, so no slot can; remove 'slot' or name the fact",
        ),
        (
            "where: almaty",
            "where: [almaty, kazakstan]",
            f"19: facts.palace-stormed.where.2: no such entity 'kazakstan'; did you mean 'kazakhstan'? {ADD_A_WORD}",
        ),
    ],
)
def test_ids_that_lead_nowhere(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert problems(tmp_path, changed(STORY, old, new)) == message


@pytest.mark.parametrize("day", ["2022-01-06", "2022-02-01"])
def test_a_story_is_reviewed_once_it_is_out(tmp_path: Path, day: str) -> None:
    text = changed(STORY, "as_of: 2022-01-06", f"as_of: 2022-01-06\n  review_by: {day}")
    folder = write_knowledge(tmp_path, {"a.yaml": text})

    assert str(load_knowledge(folder).stories[0].story.review_by) == day


def test_a_long_list_of_ids_is_counted_not_spelled_out(tmp_path: Path) -> None:
    more = "".join(
        f"  place-{n}: {{kind: place, name: P{n}, cite: {{source: post, paragraph: 1, quote: x}}}}\n" for n in range(11)
    )
    text = changed(changed(STORY, "facts:\n", more + "facts:\n"), "within: kazakhstan", "within: utopia")

    assert problems(tmp_path, text) == (
        "13: entities.almaty.within: no such entity 'utopia'; there are 13, none of them like it"
    )


def test_a_story_without_entities_has_none_to_name(tmp_path: Path) -> None:
    start, end = STORY.index("entities:"), STORY.index("facts:")
    text = changed(STORY[:start] + STORY[end:], "who: demonstrators", "who: demonstrators\n    according_to: police")

    assert problems(tmp_path, text) == (
        "11: facts.palace-stormed.according_to: no such entity 'police'; this file has none"
    )


@pytest.mark.parametrize(
    ("location", "message"),
    [
        ("{latitude: 43, longitude: 77, source: pots}", "no such source 'pots'; did you mean 'post'? Known here: post"),
        ("{latitude: 91, longitude: 77, source: post}", 'must be a number of degrees from -90 to 90, not "91"'),
        ("{latitude: 43, longitude: east, source: post}", 'must be a number of degrees from -180 to 180, not "east"'),
        ("{latitude: 43, source: post}", "the key 'longitude' is missing; add it"),
    ],
)
def test_a_place_on_the_map(tmp_path: Path, location: str, message: str) -> None:
    text = changed(STORY, "    within: kazakhstan\n", f"    within: kazakhstan\n    location: {location}\n")

    assert problems(tmp_path, text).endswith(message)


@pytest.mark.parametrize("words", ["in kazakstan", "Kazakstan", "kazakhs", "the kazakhstan", "fire"])
def test_free_text_in_a_slot_is_no_misspelt_id(tmp_path: Path, words: str) -> None:
    folder = write_knowledge(tmp_path, {"a.yaml": changed(STORY, "where: almaty", f"where: {words}")})

    assert load_knowledge(folder).stories[0].facts["palace-stormed"].where == [words]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Almaty", f"the name 'Almaty' is claimed by 'almaty' too (line 11); {NOT_ANOTHER}"),
        ("Álmaty", f"the name 'Álmaty' is claimed by 'almaty' too (line 11); {NOT_ANOTHER}"),
        ('"THE  city"', f"the name 'THE  city' is claimed by 'almaty' too (line 12); {NOT_ANOTHER}"),
    ],
)
def test_a_name_that_two_entities_claim(tmp_path: Path, name: str, message: str) -> None:
    assert problems(tmp_path, changed(STORY, "facts:\n", QUEEN % name)) == f"15: entities.queen.name: {message}"


def test_one_entity_may_spell_its_own_name_twice(tmp_path: Path) -> None:
    folder = write_knowledge(tmp_path, {"a.yaml": changed(STORY, "[the city]", "[ALMATY, the city]")})

    assert load_knowledge(folder).stories[0].entities["almaty"].aliases == ["ALMATY", "the city"]


@pytest.mark.parametrize(
    ("within", "message"),
    [
        (
            "almaty",
            "8: entities.kazakhstan.within: goes in a circle: kazakhstan → almaty → kazakhstan; "
            "a place cannot contain itself",
        ),
        (
            "kazakhstan",
            "8: entities.kazakhstan.within: goes in a circle: kazakhstan → kazakhstan; a place cannot contain itself",
        ),
    ],
)
def test_places_within_each_other(tmp_path: Path, within: str, message: str) -> None:
    text = changed(STORY, "name: Kazakhstan,", f"name: Kazakhstan, within: {within},")

    assert problems(tmp_path, text) == message


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            WHO,
            "",
            "16: facts.palace-stormed: no question can find this fact: "
            f"fill a slot ({', '.join(SLOTS)}) or add 'asked'",
        ),
        (
            "who: demonstrators",
            "certainty: claimed",
            "18: facts.palace-stormed.certainty: a claim needs 'according_to': add the entities that make it",
        ),
        (
            "who: demonstrators",
            "certainty: claimed\n    according_to: []",
            "18: facts.palace-stormed.certainty: a claim needs 'according_to': add the entities that make it",
        ),
        (
            "who: demonstrators",
            "how_many: {}",
            "18: facts.palace-stormed.how_many: is empty; give it a value or remove it",
        ),
        (
            "  palace-stormed:\n",
            "  none:\n",
            "16: facts.none: the id 'none' is taken: in a test it means that no fact may answer; choose another",
        ),
    ],
)
def test_facts_that_say_too_little(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert problems(tmp_path, changed(LONE_FACT, old, new)) == message


def test_a_claim_with_its_maker_is_fine(tmp_path: Path) -> None:
    claim = "who: demonstrators\n    certainty: claimed\n    according_to: almaty"
    folder = write_knowledge(tmp_path, {"a.yaml": changed(STORY, "who: demonstrators", claim)})

    assert load_knowledge(folder).stories[0].facts["palace-stormed"].according_to == ["almaty"]


def test_an_unknown_key_is_not_also_called_a_missing_slot(tmp_path: Path) -> None:
    text = changed(STORY, "fact: palace-stormed, slot: who", "fact: palace-stormed")

    assert problems(tmp_path, changed(text, WHO, "    wo: demonstrators\n")).splitlines() == [
        f"18: facts.palace-stormed: unknown key 'wo'; did you mean 'who'? allowed here: {', '.join(Fact.model_fields)}"
    ]


def test_a_fact_that_is_only_asked_for_can_be_found(tmp_path: Path) -> None:
    text = changed(STORY, "fact: palace-stormed, slot: who", "fact: palace-stormed")
    folder = write_knowledge(tmp_path, {"a.yaml": changed(text, WHO, "    asked: What was stormed?\n")})

    assert load_knowledge(folder).stories[0].facts["palace-stormed"].asked == ["What was stormed?"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "- [kill, survive]",
            "- [kill, survve]",
            f"5: opposites.1.2: no such id of synonyms 'survve'; did you mean 'survive'? {ADD_A_WORD}",
        ),
        ("- [kill, survive]", "- kill", "5: opposites.1: needs two ids of synonyms (or words) that exclude each other"),
        (
            "how_old:",
            "how_odd:",
            f"8: cues.how_odd: no such kind of question 'how_odd'; did you mean 'how_old'? allowed here: "
            f"{', '.join(CUE_KINDS)}",
        ),
        (
            "stop: [the, of]",
            "stop: [the, of]\nframes: {who says B: [who vouches for A]}",
            "10: frames.who says B.1: has no B, which stands in 'who says B'",
        ),
        (
            "stop: [the, of]",
            "stop: [the, of]\nframes: {who A: [(then) A]}",
            "10: frames.who A.1: needs a word that no question in it lacks, besides variables and (optional) words",
        ),
    ],
)
def test_what_a_lexicon_may_not_say(tmp_path: Path, old: str, new: str, message: str) -> None:
    folder = write_knowledge(tmp_path, {"a.yaml": STORY}, changed(LEXICON, old, new))

    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(folder)
    assert str(caught.value) == f"lexicon/en.yaml:{message}"


@pytest.mark.parametrize("pair", ["[kill, spare]", "[slay, survives]"])
def test_opposites_may_be_plain_words(tmp_path: Path, pair: str) -> None:
    folder = write_knowledge(tmp_path, {"a.yaml": STORY}, changed(LEXICON, "[kill, survive]\ncues", f"{pair}\ncues"))

    assert load_knowledge(folder).lexicon.opposites == [pair.strip("[]").split(", ")]


def problems(folder: Path, story: str) -> str:
    """What loading says of the story, without the path that begins each line."""
    write_knowledge(folder, {"a.yaml": story})
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(folder)
    return str(caught.value).replace("stories/a.yaml:", "")
