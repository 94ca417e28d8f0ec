"""Facts that no question finds, or for which questions find another."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.editing.findability import unfindable
from tests.editing import found

PARTS = "    who: the flood\n    did: [destroyed]\n    what: a stone bridge\n"
TWIN = (
    "  %s:\n    says: The flood destroyed a stone bridge in %s.\n"
    f"{PARTS}    when: {{text: in %s}}\n    cite: {{source: courier, paragraph: 2, quote: %s}}\n"
)
EARLIER = TWIN % ("earlier", "May 1990", "May 1990", "then")


ADD = "fill more slots, add other words for them under 'also', or add 'asked'"
GREETING = (PARTS, "    asked: [Good morning]\n")
EVACUATED = "    what: old-town\n"


def asked(wording: str) -> tuple[str, str]:
    return PARTS, f"{PARTS}    asked: [Is the bridge gone?, {wording}]\n"


def bridge_gone(when: str) -> list[tuple[str, str]]:
    """The bridge's fact, and before it another one of the same event at another time."""
    return [
        ("  bridge:\n", f"{EARLIER}  bridge:\n"),
        (f"bridge.\n{PARTS}", f"bridge.\n{PARTS}    when: {{text: {when}}}\n"),
    ]


@pytest.mark.parametrize(
    ("changes", "messages"),
    [
        ([], []),
        (
            [(PARTS, "    why: rain\n")],
            ["facts.bridge: no question can be made from it: fill 'who' and 'did', or add 'asked'"],
        ),
        # Who asks for what was withdrawn hears that it was.
        ([("bridge.\n", "bridge.\n    withdrawn: {on: 2031-03-05, reason: It stands.}\n")], []),
        ([GREETING], [f"facts.bridge: no question finds it: “Good morning” finds no fact; {ADD}"]),
        ([asked("Good morning")], ["facts.bridge.asked.2: “Good morning” finds no fact: word it more fully"]),
        # The editor's own test shows that it can be found.
        (
            [
                (PARTS, "    why: rain\n"),
                ("the bridge}\n", "the bridge}\ntests: [{ask: A stone bridge?, fact: bridge}]\n"),
            ],
            [],
        ),
        (
            [
                asked("When was the old town evacuated?"),
                (EVACUATED, f"{EVACUATED}    asked: When was the old town evacuated?\n"),
            ],
            [
                "facts.bridge.asked.2: “When was the old town evacuated?” finds 'evacuation': word it more exactly, or "
                "leave it to that one"
            ],
        ),
        (
            [asked("Who evacuated the old town?")],
            [
                "facts.evacuation: “Who evacuated the old town?” finds 'bridge', which says “The flood destroyed a "
                "stone bridge.”, not “Ilsa Brandt”: add words to both that tell them apart"
            ],
        ),
        (
            bridge_gone("on 3 June 2031"),
            [
                "facts.bridge: “When did the flood destroy a stone bridge?” finds 'earlier', which says “In May 1990”, "
                "not “on 3 June 2031”: add words to both that tell them apart"
            ],
        ),
        # Where both say the same, nobody is told anything false.
        (
            bridge_gone("in May 1990"),
            [f"facts.bridge: no question finds it: “What destroyed a stone bridge?” finds 'earlier'; {ADD}"],
        ),
    ],
)
def test_what_questions_find(tmp_path: Path, changes: list[tuple[str, str]], messages: list[str]) -> None:
    assert found(tmp_path, unfindable, *changes, is_asked=True) == messages
