"""`eval`: the stories' own tests as a table, and suggestions for more."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli import main
from tests.smalltown import STORY, WHO
from tests.storyfiles import changed

Output = pytest.CaptureFixture[str]
BRIDGE_TEST = "{ask: What destroyed the old bridge?, fact: bridge-destroyed}"


@pytest.mark.usefixtures("town")
def test_what_passes_is_a_table(capsys: Output) -> None:
    assert main(["eval"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "halvermoor-flood",
        "  ok    Who ordered the evacuation?     evacuation-ordered (who)",
        "  ok    What destroyed the old bridge?  bridge-destroyed",
        "  ok    Who won the chess tournament?   none",
        "3 tests, none failed",
    ]


def test_what_fails_says_why(town: Path, capsys: Output) -> None:
    text = changed(STORY, f"ask: {WHO}, fact: evacuation-ordered, slot: who", f"ask: {WHO}, fact: none")
    text = changed(text, BRIDGE_TEST, "{ask: Who painted the old bridge?, fact: bridge-destroyed, slot: who}")
    (town / "stories" / "flood.yaml").write_text(text, encoding="utf-8")
    assert main(["eval"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "halvermoor-flood",
        "  FAIL  Who ordered the evacuation?    none                    found evacuation-ordered",
        "  FAIL  Who painted the old bridge?    bridge-destroyed (who)  found none",
        "        not understood: 'painted'",
        "        bridge-destroyed by its who: 0.52, less than the 0.70 that is needed; does not explain: painted",
        "  ok    Who won the chess tournament?  none",
        "What helps: give the fact that should answer other words for a slot under 'also', or the whole question under "
        "'asked';",
        "where none should, write the question under 'not_reported'.",
        "3 tests, 2 failed",
    ]


def test_another_slot_than_wanted_says_what_to_do(town: Path, capsys: Output) -> None:
    text = changed(STORY, BRIDGE_TEST, "{ask: Is the bridge gone?, fact: bridge-destroyed, slot: who}")
    text = changed(text, "    what: the old bridge\n", "    what: the old bridge\n    asked: [Is the bridge gone?]\n")
    (town / "stories" / "flood.yaml").write_text(text, encoding="utf-8")
    assert main(["eval"]) == 1
    assert capsys.readouterr().out.splitlines()[2:5] == [
        "  FAIL  Is the bridge gone?            bridge-destroyed (who)    found bridge-destroyed",
        "        the fact is right, but its answer does not begin with that slot: give the slot the words of the "
        "question under 'also',",
        "        or remove 'slot' from this test; what stands under 'asked' is answered with the whole statement",
    ]


def test_a_story_without_tests(town: Path, capsys: Output) -> None:
    (town / "stories" / "flood.yaml").write_text(STORY[: STORY.index("tests:")], encoding="utf-8")
    assert main(["eval"]) == 0
    assert capsys.readouterr().out == "halvermoor-flood\n0 tests, none failed\n"


def test_suggested_lines_can_be_pasted(town: Path, capsys: Output) -> None:
    path = town / "stories" / "flood.yaml"
    assert main(["eval", "--suggest"]) == 0
    suggested = capsys.readouterr().out
    assert suggested.splitlines()[:2] == [
        "# halvermoor-flood: keep what readers may ask, below 'tests:'",
        '  - {ask: "Who ordered the evacuation of Halvermoor?", fact: evacuation-ordered, slot: who}',
    ]
    path.write_text(STORY + suggested, encoding="utf-8")
    assert suggested.count("# not yet") == 1
    assert main(["eval"]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == f"{2 + len(suggested.splitlines())} tests, 1 failed"
    assert main(["eval", "--suggest"]) == 0
    assert capsys.readouterr().out.count("\n") == 1
