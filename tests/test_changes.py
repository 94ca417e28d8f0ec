"""What editors may write about facts that were corrected or withdrawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.loading import KnowledgeError, load_knowledge
from tests.storyfiles import STORY, changed, write_knowledge

SAYS = "    says: Demonstrators stormed the palace.\n"


def load(folder: Path, lines: str) -> None:
    write_knowledge(folder, {"fire.yaml": changed(STORY, SAYS, SAYS + lines)})
    load_knowledge(folder)


@pytest.mark.parametrize("name", ["corrects", "withdrawn"])
@pytest.mark.parametrize("day", ["2022-01-06", "2022-02-01"])
def test_a_change_has_a_day_and_a_reason(tmp_path: Path, name: str, day: str) -> None:
    load(tmp_path, f"    {name}: {{on: {day}, reason: It was the office.}}\n")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            "    corrects: {on: 2022-01-07, reason: a}\n    withdrawn: {on: 2022-01-08, reason: b}\n",
            "stories/fire.yaml:19: facts.palace-stormed.withdrawn: a fact is corrected or withdrawn, not both; remove "
            "'corrects' or 'withdrawn'",
        ),
        (
            "    corrects: {on: 2022-01-05, reason: a}\n",
            "stories/fire.yaml:18: facts.palace-stormed.corrects.on: 2022-01-05 is before 2022-01-06, when the fact's "
            "source was published; give the day on which it was changed",
        ),
        (
            "    withdrawn: {on: 2021-01-05, reason: a}\n",
            "stories/fire.yaml:18: facts.palace-stormed.withdrawn.on: 2021-01-05 is before 2022-01-06, when the fact's "
            "source was published; give the day on which it was changed",
        ),
        (
            "    corrects: {on: yesterday, reason: a}\n",
            "stories/fire.yaml:18: facts.palace-stormed.corrects.on: must be a date as YYYY-MM-DD, such as 2022-01-31, "
            'not "yesterday"',
        ),
        (
            "    corrects: {on: 2022-01-07}\n",
            "stories/fire.yaml:18: facts.palace-stormed.corrects: the key 'reason' is missing; add it",
        ),
        (
            "    withdrawn: {on: 2022-01-07, reason: a, by: me}\n",
            "stories/fire.yaml:18: facts.palace-stormed.withdrawn: unknown key 'by'; allowed here: on, reason",
        ),
    ],
    ids=["both", "corrected too early", "withdrawn too early", "no day", "no reason", "unknown key"],
)
def test_what_is_wrong_is_named(tmp_path: Path, lines: str, message: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        load(tmp_path, lines)
    assert str(caught.value) == message


def test_the_earliest_of_several_sources_counts(tmp_path: Path) -> None:
    later = "  late: {publisher: Late, title: Late, url: https://late.example/, published: 2022-02-02}\n"
    cite = "    cite: {source: post, paragraph: 2, quote: stormed the palace}\n"
    both = "    cite: [{source: late, paragraph: 1, quote: x}, {source: post, paragraph: 2, quote: y}]\n"
    story = changed(changed(STORY, cite, both), "entities:\n", later + "entities:\n")
    text = changed(story, SAYS, SAYS + "    corrects: {on: 2022-01-08, reason: a}\n")
    assert load_knowledge(write_knowledge(tmp_path, {"fire.yaml": text})).stories[0].facts["palace-stormed"].corrects
