"""Questions built from the parts of a fact."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.editing.questions import FactQuestion, Questioner
from bot.knowledge.loading import load_story
from tests.editing import STORY, shipped
from tests.storyfiles import changed

PARTS = "    who: the flood\n    did: [destroyed]\n    what: a stone bridge\n"
ENTITY = "cite: {source: courier, paragraph: 1, quote: it}}\nfacts:\n"
PACT = f"  pact: {{kind: organization, name: the River Pact (RP), {ENTITY}"


def questions(folder: Path, parts: str) -> list[FactQuestion]:
    path = folder / "flood.yaml"
    path.write_text(changed(changed(STORY, PARTS, parts), "facts:\n", PACT), encoding="utf-8")
    story = load_story(path).story
    return list(Questioner(story.entities, shipped()[1].lemmas).questions(story.facts["bridge"]))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (
            PARTS,
            [
                ("What destroyed a stone bridge?", "who"),
                ("What did the flood destroy?", "what"),
                ("Did the flood destroy a stone bridge?", None),
            ],
        ),
        (
            "    who: brandt\n    did: [left]\n    where: old-town\n    when: {text: today}\n    why: rain\n",
            [
                ("Who left in the old town?", "who"),
                ("When did Ilsa Brandt leave?", "when"),
                ("Where did Ilsa Brandt leave?", "where"),
                ("Why did Ilsa Brandt leave?", "why"),
                ("Did Ilsa Brandt leave?", None),
            ],
        ),
        (
            "    who: [soldiers, trucks]\n    did: [were sent]\n    how_many: {soldiers: six}\n    how_long: a day\n",
            [
                ("Who was sent?", "who"),
                ("How long were soldiers and trucks sent?", "how_long"),
                ("How many soldiers were sent?", "how_many"),
                ("Were soldiers and trucks sent?", None),
            ],
        ),
        (
            "    who: pact\n    did: [consists of]\n    what: six states\n    how_many: {states: six}\n",
            [
                ("Who consists of six states?", "who"),
                ("What does the River Pact consist of?", "what"),
                ("How many states does the River Pact consist of?", "how_many"),
                ("Does the River Pact consist of six states?", None),
            ],
        ),
        (
            "    who: workers\n    did: [will stay]\n    purpose: rest\n    how: by night\n    how_many: {days: two}\n",
            [
                ("Who will stay?", "who"),
                ("For what purpose will workers stay?", "purpose"),
                ("How will workers stay?", "how"),
                ("How many days will workers stay?", "how_many"),
                ("Will workers stay?", None),
            ],
        ),
        (
            "    who: people in Varn\n    did: [gave]\n    what: food\n    to_whom: cows\n    how_many: {cows: two}\n",
            [
                ("Who gave food?", "who"),
                ("What did people in Varn give?", "what"),
                ("How many cows were there?", "how_many"),
                ("Did people in Varn give food?", None),
            ],
        ),
        ("    who: the police\n    did: [left]\n", [("Who left?", "who"), ("Did the police leave?", None)]),
        ("    who: the town council\n    did: [met]\n", [("Who met?", "who"), ("Did the town council meet?", None)]),
        ("    who: the water\n    did: [rose]\n", [("What rose?", "who"), ("Did the water rise?", None)]),
        # The verb is an adjective as well.
        (
            PARTS.replace("destroyed", "polluted"),
            [
                ("What polluted a stone bridge?", "who"),
                ("What did the flood pollute?", "what"),
                ("Did the flood pollute a stone bridge?", None),
            ],
        ),
        # An object that says the verb again is left out.
        (
            "    who: workers\n    did: [marched]\n    what: the marches\n",
            [("Who marched?", "who"), ("Did workers march?", None)],
        ),
        # "Set" is past where another verb is, and present where none is.
        ("    who: they\n    did: [set, burned]\n", [("What set?", "who"), ("Did they set?", None)]),
        ("    who: they\n    did: [describe]\n", [("What describe?", "who"), ("Do they describe?", None)]),
        ("    who: it\n    did: [has been]\n", [("What has been?", "who"), ("Has it been?", None)]),
        ("    who: they\n    did: [had closed]\n", [("What had closed?", "who"), ("Had they closed?", None)]),
        # Where no sentence can be built, the parts themselves may be what a reader types.
        ("    what: a stone bridge\n    where: old-town\n", [("A stone bridge the old town?", None)]),
        ("    why: rain\n", []),
        ("    asked: [Why?]\n", []),
    ],
)
def test_questions(tmp_path: Path, parts: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(question.text, question.slot) for question in questions(tmp_path, parts)] == expected


def test_a_full_question_leaves_out_nothing_but_what_it_asks_for(tmp_path: Path) -> None:
    made = questions(tmp_path, f"{PARTS}    when: {{text: today}}\n    how_many: {{bridges: one}}\n")
    assert {question.slot: question.is_full for question in made} == {
        "who": True,
        "what": True,
        "when": True,
        "how_many": False,
        None: False,
    }
    assert not questions(tmp_path, "    who: they\n    did: [left]\n")[0].is_full
