"""A small story about a town that does not exist, for tests that need answers which no tuning changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import VARIABLES

REPOSITORY = Path(__file__).resolve().parents[1]

STORY = """\
story:
  id: halvermoor-flood
  title: Flood in Halvermoor
  as_of: 2031-03-04
sources:
  courier:
    publisher: Halvermoor Courier
    title: Dam breaks above Halvermoor
    url: https://courier.example/2031/dam
    published: 2031-03-04
entities:
  brandt:
    kind: person
    name: Ilsa Brandt
    is: the mayor of Halvermoor
    aliases: [Brandt, the mayor]
    pronoun: she
    cite: {source: courier, paragraph: 2, quote: Mayor Ilsa Brandt}
  halvermoor:
    kind: place
    name: Halvermoor
    cite: {source: courier, paragraph: 1, quote: above Halvermoor}
facts:
  evacuation-ordered:
    says: Mayor Ilsa Brandt ordered the evacuation of Halvermoor on Monday 3 March 2031 — “zu Fuß”, as she put it.
    who: brandt
    did: [ordered]
    what: the evacuation of Halvermoor
    when: {on: 2031-03-03, text: on Monday 3 March 2031}
    where: halvermoor
    cite: {source: courier, paragraph: 2, quote: ordered the evacuation}
  bridge-destroyed:
    says: The flood destroyed the old bridge.
    who: the flood
    did: [destroyed]
    what: the old bridge
    cite: {source: courier, paragraph: 1, quote: destroyed the old bridge}
not_reported:
  - asks: [How many people drowned?]
    says: The article gives no number of victims.
    near: [bridge-destroyed]
tests:
  - {ask: Who ordered the evacuation?, fact: evacuation-ordered, slot: who}
  - {ask: What destroyed the old bridge?, fact: bridge-destroyed}
  - {ask: Who won the chess tournament?, fact: none}
"""

TWIN = (
    STORY.replace("halvermoor-flood", "elsewhere-flood")
    .replace("title: Flood in Halvermoor", "title: Flood in Elsewhere")
    .replace("Ilsa Brandt", "Ada Quist")
)
"""Another story, with the same ids for other people."""

ARTICLE = """\
The dam above Halvermoor broke and destroyed the old bridge.

Mayor Ilsa Brandt ordered the evacuation.

Nobody quotes this.
"""

WHO = "Who ordered the evacuation?"
"""A question that the story answers with Ilsa Brandt."""


def write_town(folder: Path, **stories: str) -> Path:
    """Writes a knowledge folder with the real lexicon and returns it: `STORY`, or texts by name of the story file."""
    (folder / "stories").mkdir(parents=True)
    (folder / "lexicon").symlink_to(REPOSITORY / "knowledge" / "lexicon")
    for name, text in (stories or {"flood": STORY}).items():
        (folder / "stories" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def move_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Makes `folder` the working directory, with the town's knowledge in it; no setting of this machine counts.

    Returns the knowledge folder. Processes that the test starts find the `bot` package.
    """
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PYTHONPATH", str(REPOSITORY))
    monkeypatch.chdir(folder)
    return write_town(folder / "knowledge")
