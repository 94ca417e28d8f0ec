"""Broken and doubtful knowledge through the command line: each kind with its message, to the character."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli import main
from tests import storyfiles
from tests.smalltown import ARTICLE, STORY
from tests.storyfiles import changed

FILE = "knowledge/stories/flood.yaml"
CONTENTS = "2 facts, 2 entities, 1 not reported, 3 tests"
TODAY = ("--today", "2031-03-05")
BRIDGE = "    what: the old bridge\n"
SAYS = "    says: The flood destroyed the old bridge.\n"
HALVERMOOR = "  halvermoor:\n    kind: place\n"
QUEEN = "  queen: {kind: person, name: %s, cite: {source: courier, paragraph: 1, quote: x}}\n"
EARLIER = """\
  bridge-before:
    says: The flood destroyed the old bridge in May 1990.
    who: the flood
    did: [destroyed]
    what: the old bridge
    when: {text: in May 1990}
    cite: {source: courier, paragraph: 1, quote: the old bridge}
"""
Output = pytest.CaptureFixture[str]


@pytest.fixture
def plain_town(town: Path) -> Path:
    """The town with few words in its lexicon, for what is seen before any word is asked for."""
    words = (town / "lexicon").resolve()
    (town / "lexicon").unlink()
    (town / "lexicon").mkdir()
    (town / "lexicon" / "en.words").symlink_to(words / "en.words")
    (town / "lexicon" / "en.yaml").write_text(storyfiles.LEXICON, encoding="utf-8")
    return town


def write(town: Path, *changes: tuple[str, str]) -> None:
    text = STORY
    for old, new in changes:
        text = changed(text, old, new)
    (town / "stories" / "flood.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "  title: Flood in Halvermoor\n",
            "  title: Flood in Halvermoor\n  titel: Flood\n",
            "4: story: unknown key 'titel'; did you mean 'title'? allowed here: id, title, as_of, review_by, summary",
        ),
        ("  title: Flood in Halvermoor\n", "", "1: story: the key 'title' is missing; add it"),
        (
            "as_of: 2031-03-04",
            "as_of: 4 March",
            '4: story.as_of: must be a date as YYYY-MM-DD, such as 2022-01-31, not "4 March"',
        ),
        (
            "as_of: 2031-03-04",
            "as_of: 2031-03-04\n  review_by: 2031-03-03",
            "5: story.review_by: lies before as_of, 2031-03-04; give the day from which the story may be out of date",
        ),
        (
            "near: [bridge-destroyed]",
            "near: [bridge]",
            "41: not_reported.1.near.1: no such fact 'bridge'; known here: evacuation-ordered, bridge-destroyed",
        ),
        (
            HALVERMOOR,
            QUEEN % "Brandt" + HALVERMOOR,
            "19: entities.queen.name: the name 'Brandt' is claimed by 'brandt' too (line 16); leave it to one of them",
        ),
        (
            "    who: the flood\n    did: [destroyed]\n    what: the old bridge\n",
            "",
            "32: facts.bridge-destroyed: no question can find this fact: fill a slot (who, did, what, to_whom, when, "
            "where, why, purpose, how, how_many, how_long, via) or add 'asked'",
        ),
        (
            BRIDGE,
            f"{BRIDGE}    certainty: claimed\n",
            "37: facts.bridge-destroyed.certainty: a claim needs 'according_to': add the entities that make it",
        ),
        (
            "quote: destroyed the old bridge",
            f"quote: {'x' * 121}",
            "37: facts.bridge-destroyed.cite.quote: is 121 characters long, at most 120 are allowed; quote only the "
            "few words that prove it",
        ),
        (
            BRIDGE,
            f"{BRIDGE}    draft: perhaps\n",
            '37: facts.bridge-destroyed.draft: must be true or false, not "perhaps"',
        ),
        (
            BRIDGE,
            BRIDGE * 2,
            "37: facts.bridge-destroyed.what: the key 'what' stands twice, in lines 36 and 37; rename or remove one",
        ),
        (
            "ask: Who won the chess tournament?, fact: none",
            "ask: Who won?, fact: none, slot: who",
            "45: tests.3.slot: no fact may answer this, so no slot can; remove 'slot' or name the fact",
        ),
    ],
)
def test_what_is_broken_fails(old: str, new: str, message: str, plain_town: Path, capsys: Output) -> None:
    write(plain_town, (old, new))
    assert main(["check", *TODAY]) == 1
    assert capsys.readouterr() == ("", f"{FILE}:{message}\n")


@pytest.mark.parametrize(
    ("old", "new", "contents", "messages"),
    [
        ("", "", CONTENTS, []),
        (
            BRIDGE,
            f"{BRIDGE}    draft: true\n",
            CONTENTS,
            [
                "line 37: facts.bridge-destroyed.draft: is still a draft: write 'says' in own words, look at each "
                "part, then remove this line"
            ],
        ),
        (
            "as_of: 2031-03-04",
            "as_of: 2031-04-03",
            CONTENTS,
            ["line 4: story.as_of: is still to come (today is 2031-03-05): correct the day, the month or the year"],
        ),
        (
            "as_of: 2031-03-04",
            "as_of: 2031-03-04\n  review_by: 2031-03-05",
            CONTENTS,
            [
                "line 5: story.review_by: is due (today is 2031-03-05), and readers are told that the story may be out "
                "of date: see what has changed since, then move 'as_of' and 'review_by' on, or remove 'review_by' "
                "where nothing more can change"
            ],
        ),
        (
            BRIDGE,
            f"{BRIDGE}    to_whom: no\n",
            CONTENTS,
            [
                "line 37: facts.bridge-destroyed.to_whom: 'no' without quotes is the word “no” here, not a yes or no: "
                "put it in quotes if the word is meant, else write what is meant, or remove the line"
            ],
        ),
        (
            "on: 2031-03-03",
            "on: 2031-03-30",
            CONTENTS,
            [
                "line 29: facts.evacuation-ordered.when.on: lies after as_of, 2031-03-04: correct it, or say that it "
                "is still to come (“will …”)"
            ],
        ),
        (
            "says: The flood destroyed the old bridge.",
            "says: The flood is said to have destroyed the old bridge.",
            CONTENTS,
            [
                "line 32: facts.bridge-destroyed: “said” shows that somebody claims this: name them in 'according_to', "
                "with 'certainty: claimed'"
            ],
        ),
        (
            "quote: destroyed the old bridge",
            "quote: destroyed the old bridge and then all that stood beside it on the shore",
            CONTENTS,
            [
                "line 37: facts.bridge-destroyed.cite.quote: has 14 words: quote the few that prove it, 12 at most, or "
                "cite it in two pieces"
            ],
        ),
        (
            "quote: destroyed the old bridge",
            "quote: destroyed six bridges on Monday because of Brandt",
            CONTENTS,
            [
                "line 37: facts.bridge-destroyed.cite.quote: says when (“Monday”): fill 'when', with the date in 'on'",
                "line 37: facts.bridge-destroyed.cite.quote: says why (“because of”): fill 'why'",
                "line 37: facts.bridge-destroyed.cite.quote: says how many (“six bridges”): fill 'how_many'",
                "line 37: facts.bridge-destroyed.cite.quote: names 'brandt', and the fact does not: fill 'who' or "
                "'to_whom', or cite fewer words",
            ],
        ),
        (
            "aliases: [Brandt, the mayor]",
            "aliases: [Brandt, mayor]",
            CONTENTS,
            [
                "line 16: entities.brandt.aliases.2: “mayor” is an ordinary word: questions with it seem to name Ilsa "
                "Brandt; write more of the name, or remove it"
            ],
        ),
        (
            HALVERMOOR,
            QUEEN % "Otto Brandt" + HALVERMOOR,
            CONTENTS.replace("2 entities", "3 entities"),
            [
                "line 19: entities.queen: “Who is Brandt?” may mean 'brandt' (line 12) too, and is answered by "
                "'brandt'; give each of them aliases that are theirs alone"
            ],
        ),
        (
            f"  bridge-destroyed:\n{SAYS}",
            f"{EARLIER}  bridge-destroyed:\n{SAYS}    when: {{text: on 3 March 2031}}\n",
            CONTENTS.replace("2 facts", "3 facts"),
            [
                "line 39: facts.bridge-destroyed: “When did the flood destroy the old bridge?” finds 'bridge-before', "
                "which says “In May 1990”, not “on 3 March 2031”: add words to both that tell them apart"
            ],
        ),
        (
            BRIDGE,
            f"{BRIDGE}    asked: [Is the bridge gone?, Good morning]\n",
            CONTENTS,
            ["line 37: facts.bridge-destroyed.asked.2: “Good morning” finds no fact: word it more fully"],
        ),
        (
            BRIDGE,
            f"{BRIDGE}    keywords: [zorgification]\n",
            CONTENTS,
            [
                "line 23: facts: no dictionary has zorgification (line 37): a slip of the keyboard may be taken for "
                "it, and it has no synonyms; check the spelling, and add plain words for it under 'also' or 'keywords'"
            ],
        ),
    ],
)
def test_what_is_doubtful_is_listed(
    old: str, new: str, contents: str, messages: list[str], town: Path, capsys: Output
) -> None:
    write(town, *([(old, new)] if old else []))
    assert main(["check", *TODAY]) == 0
    count = f"{len(messages)} finding{'s' * (len(messages) > 1)}" if messages else "all well"
    lines = [f"{FILE}: {contents}: {count}", *(f"  {message}" for message in messages)]
    assert capsys.readouterr() == ("\n".join(lines) + "\n", "")


def test_what_was_said_already_is_said_in_short(town: Path, capsys: Output) -> None:
    write(town, (BRIDGE, f"{BRIDGE}    draft: true\n"), ("    who: brandt\n", "    who: brandt\n    draft: true\n"))
    assert main(["check", *TODAY]) == 0
    _, first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("  line 27: facts.evacuation-ordered.draft: is still a draft: ")
    assert second == "  line 38: facts.bridge-destroyed.draft: as in line 27"


COPIED = "The dam above Halvermoor broke and destroyed the old bridge at once"
COPY = ("says: The flood destroyed the old bridge.", f"says: {COPIED}.")


@pytest.mark.parametrize(
    ("changes", "article", "code", "out", "err"),
    [
        (
            [],
            ARTICLE.removesuffix("\nNobody quotes this.\n"),
            0,
            "; 4 quotes verified, 2 of 2 paragraphs cited: all well\n",
            "",
        ),
        (
            [],
            ARTICLE,
            0,
            "; 4 quotes verified, 2 of 3 paragraphs cited (not: 3): all well\n"
            "article.txt: 1 finding\n"
            "  line 5: paragraph 3: no fact cites it: add what it tells, if readers may ask for it\n",
            "",
        ),
        (
            [COPY],
            f"{COPIED}.\n\nMayor Ilsa Brandt ordered the evacuation.\n",
            0,
            "; 4 quotes verified, 2 of 2 paragraphs cited: 1 finding\n"
            "  line 33: facts.bridge-destroyed.says: copies 12 words from paragraph 1, “The dam above Halvermoor broke "
            "and destroyed the old bridge at once”: tell it in own words\n",
            "",
        ),
        (
            [("destroyed the old bridge.", "destroyed six bridges on Tuesday 4 March 2031.")],
            f"{COPIED} on Monday.\n\nMayor Ilsa Brandt ordered the evacuation.\n",
            0,
            "; 4 quotes verified, 2 of 2 paragraphs cited: 2 findings\n"
            "  line 33: facts.bridge-destroyed.says: has “six”, and paragraph 1 has not: correct it, or cite where it "
            "stands\n"
            "  line 33: facts.bridge-destroyed.says: has “Tuesday”, and paragraph 1 has not: correct it, or cite where "
            "it stands\n",
            "",
        ),
        (
            [],
            ARTICLE.replace("ordered the", "ordered an").removesuffix("\nNobody quotes this.\n"),
            1,
            "; 3 quotes verified, 2 of 2 paragraphs cited: 1 problem\n",
            f'{FILE}:31: facts.evacuation-ordered.cite.quote: "ordered the evacuation" does not stand in the '
            "article; copy the words as they are there\n",
        ),
    ],
)
def test_against_the_article(
    changes: list[tuple[str, str]], article: str, code: int, out: str, err: str, town: Path, capsys: Output
) -> None:
    write(town, *changes)
    Path("article.txt").write_text(article, encoding="utf-8-sig")
    assert main(["check", "--article", "article.txt", *TODAY]) == code
    assert capsys.readouterr() == (f"{FILE}: {CONTENTS}{out}", err)


DRAFT = (BRIDGE, f"{BRIDGE}    draft: true\n")


@pytest.mark.parametrize(("changes", "code"), [([], 0), ([DRAFT], 1)])
def test_strict_fails_for_findings(changes: list[tuple[str, str]], code: int, town: Path, capsys: Output) -> None:
    write(town, *changes)
    assert main(["check", "--strict", *TODAY]) == code
    assert capsys.readouterr().out.splitlines()[0].endswith("1 finding" if code else "all well")


DRAFT_JSON = {
    "file": FILE,
    "line": 37,
    "where": "facts.bridge-destroyed.draft",
    "message": "is still a draft: write 'says' in own words, look at each part, then remove this line",
}
PROBLEM_JSON = {
    "file": FILE,
    "line": 37,
    "where": "facts.bridge-destroyed.draft",
    "message": 'must be true or false, not "perhaps"',
}


@pytest.mark.parametrize(
    ("arguments", "changes", "code", "problems", "findings"),
    [
        ([], [], 0, [], []),
        ([], [DRAFT], 0, [], [DRAFT_JSON]),
        (["--strict"], [DRAFT], 1, [], [DRAFT_JSON]),
        ([], [(BRIDGE, f"{BRIDGE}    draft: perhaps\n")], 1, [PROBLEM_JSON], []),
    ],
)
def test_as_json(
    arguments: list[str],
    changes: list[tuple[str, str]],
    code: int,
    problems: list[object],
    findings: list[object],
    town: Path,
    capsys: Output,
) -> None:
    write(town, *changes)
    assert main(["check", "--json", *arguments, *TODAY]) == code
    printed = capsys.readouterr()
    assert printed.out.count("\n") == 1
    assert (json.loads(printed.out), printed.err) == ({"problems": problems, "findings": findings}, "")


def test_a_missing_word_list_as_json(plain_town: Path, capsys: Output) -> None:
    (plain_town / "lexicon" / "en.words").unlink()
    assert main(["check", "--json", *TODAY]) == 1
    shown = json.loads(capsys.readouterr().out)
    assert [problem["message"].partition(" (")[0] for problem in shown["problems"]] == [
        "knowledge/lexicon/en.words: cannot be read"
    ]


def test_a_day_that_is_none(capsys: Output) -> None:
    with pytest.raises(SystemExit) as raised:
        main(["check", "--today", "tomorrow"])
    assert raised.value.code == 2
    assert "argument --today: invalid fromisoformat value: 'tomorrow'" in capsys.readouterr().err
