"""New lines for a story's tests."""

from __future__ import annotations

from pathlib import Path

import yaml

from bot.answering.reply import Reply
from bot.editing.testlines import lines_for_tests
from bot.evaluation import evaluate
from bot.knowledge.loading import load_story
from tests.editing import STORY, assistant_for, shipped
from tests.storyfiles import changed

BRIDGE = "    what: a stone bridge\n"


def lines(path: Path) -> list[str]:
    return list(lines_for_tests(load_story(path).story, shipped()[1].lemmas, assistant_for(path).ask))


def test_lines_to_keep(tmp_path: Path) -> None:
    path = tmp_path / "flood.yaml"
    path.write_text(STORY, encoding="utf-8")
    assert lines(path) == [
        '  - {ask: "Who evacuated the old town?", fact: evacuation, slot: who}',
        '  - {ask: "What did Ilsa Brandt evacuate?", fact: evacuation, slot: what}',
        '  - {ask: "When did Ilsa Brandt evacuate the old town?", fact: evacuation, slot: when}',
        '  - {ask: "Did Ilsa Brandt evacuate the old town?", fact: evacuation}',
        '  - {ask: "What destroyed a stone bridge?", fact: bridge, slot: who}',
        '  - {ask: "What did the flood destroy?", fact: bridge, slot: what}',
        '  - {ask: "Did the flood destroy a stone bridge?", fact: bridge}',
    ]


def test_what_stands_in_the_file_is_not_suggested(tmp_path: Path) -> None:
    path = tmp_path / "flood.yaml"
    text = changed(STORY, BRIDGE, f"{BRIDGE}    asked: [What destroyed a stone bridge]\n")
    path.write_text(
        text + "not_reported: [{asks: did the flood destroy a stone bridge?, says: It does not say.}]\n"
        "tests: [{ask: WHAT DID THE FLOOD DESTROY?, fact: bridge}]\n",
        encoding="utf-8",
    )
    assert [line for line in lines(path) if "fact: bridge" in line] == []


def test_what_is_pasted_passes_and_is_not_suggested_again(tmp_path: Path) -> None:
    path = tmp_path / "flood.yaml"
    path.write_text(STORY, encoding="utf-8")
    path.write_text(f"{STORY}tests:\n" + "\n".join(lines(path)) + "\n", encoding="utf-8")
    verdicts = list(evaluate(load_story(path).story.tests, assistant_for(path).ask))
    assert [verdict.question for verdict in verdicts if not verdict.is_right] == []
    assert len(verdicts) == 7
    assert lines(path) == []


def test_what_is_not_answered_so_says_what_is_found(tmp_path: Path) -> None:
    path = tmp_path / "flood.yaml"
    path.write_text(STORY, encoding="utf-8")
    story = load_story(path).story
    refused = list(lines_for_tests(story, shipped()[1].lemmas, lambda _question: Reply("off_topic")))
    assert refused[0] == '  - {ask: "Who evacuated the old town?", fact: evacuation, slot: who}  # not yet: finds none'
    assert all(line.endswith("  # not yet: finds none") for line in refused)


def test_another_slot_is_another_answer(tmp_path: Path) -> None:
    path = tmp_path / "flood.yaml"
    path.write_text(changed(STORY, BRIDGE, f"{BRIDGE}    why: rain\n"), encoding="utf-8")
    why = assistant_for(path).ask("Why did the flood destroy a stone bridge?")
    found = list(lines_for_tests(load_story(path).story, shipped()[1].lemmas, lambda _question: why))
    comments = [line.partition("}")[2] for line in found if "fact: bridge" in line]
    # Who, what, why, and the whole, for which any answer by the fact will do.
    assert comments == ["  # not yet: finds bridge (why)", "  # not yet: finds bridge (why)", "", ""]


def test_any_text_is_valid_yaml(tmp_path: Path) -> None:
    path = tmp_path / "flood.yaml"
    path.write_text(changed(STORY, BRIDGE, '    what: "a “stone” bridge, #1: {so} \\"called\\""\n'), encoding="utf-8")
    found = lines(path)
    asked = [test["ask"] for test in yaml.safe_load("\n".join(found))]
    assert 'Did the flood destroy a “stone” bridge, #1: {so} "called"?' in asked
    assert len(asked) == len(found)


def test_what_nobody_would_type_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "flood.yaml"
    path.write_text(
        changed(STORY, BRIDGE, f"    what: a bridge that {'very ' * 12}old people built\n"), encoding="utf-8"
    )
    assert [line for line in lines(path) if "fact: bridge" in line] == [
        '  - {ask: "What did the flood destroy?", fact: bridge, slot: what}'
    ]
