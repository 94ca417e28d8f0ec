"""Nothing is keyed to one story: with other people and places, in knowledge and questions alike, all stays the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.answering.handover import load_assistant
from bot.evaluation import Verdict, evaluate
from bot.knowledge.loading import load_knowledge
from tests.smalltown import REPOSITORY

LEXICON = REPOSITORY / "knowledge" / "lexicon"
STORIES = sorted((REPOSITORY / "knowledge" / "stories").glob("*.yaml"))

NAMES = {
    "Kassym-Jomart": "Ilvar-Tenko", "Kasym-Zhomart": "Ilwar-Tenko", "Kassym": "Ilvar", "Jomart": "Tenko",
    "Tokayev": "Zorvane", "Tokajev": "Zorwane", "Tokaev": "Zorvan", "tokayev": "zorvane",
    "Nikol": "Garvo", "Nicol": "Garwo", "Pashinyan": "Murteza", "Pashinian": "Murtesa", "pashinyan": "murteza",
    "Saltanet": "Oderike", "Saltanat": "Oderika", "Azirbek": "Fennigan", "azirbek": "fennigan",
    "Kazakhstan": "Bolivia", "Kazakstan": "Bolivja", "Kazachstan": "Boliwia", "kazakhstan": "bolivia",
    "Kazakhs": "Bolivians", "Kazakh": "Bolivian", "kazakh": "bolivian",
    "Armenian": "Norwegian", "Armenia": "Norway", "armenia": "norway",
    "Russian": "Ghanaian", "Russia": "Ghana", "russia": "ghana",
    "Moscow": "Accra", "moscow": "accra", "Almaty": "Quillora", "almaty": "quillora",
    "Nur-Sultan": "Vel-Karo", "Nursultan": "Velkaro", "nur-sultan": "vel-karo", "Nur": "Vel", "Sultan": "Karo",
    "Reuters": "Bexley", "reuters": "bexley", "Tass": "Vink", "TASS": "VINK", "tass": "vink",
    "Netblocks": "Wirewatch", "netblocks": "wirewatch", "Khabar": "Zentra", "khabar": "zentra",
    "CSTO": "XVTB", "csto": "xvtb", "Collective": "Southern", "Treaty": "Shield",
}  # fmt: skip
"""Every form of a name in the story, ids included, and what it becomes; the longest forms are replaced first."""

NAME = re.compile(rf"\b(?:{'|'.join(sorted(NAMES, key=len, reverse=True))})(?![a-z])")


def renamed(text: str) -> str:
    return NAME.sub(lambda found: NAMES[found[0]], text)


def verdicts(stories: dict[str, str], folder: Path) -> list[Verdict]:
    """What the assistant for these story files makes of their own tests."""
    (folder / "stories").mkdir()
    (folder / "lexicon").symlink_to(LEXICON)
    for name, text in stories.items():
        (folder / "stories" / name).write_text(text, encoding="utf-8")
    assistant = load_assistant(folder)
    return [verdict for story in load_knowledge(folder).stories for verdict in evaluate(story.tests, assistant.ask)]


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_other_names_get_the_same_answers(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = verdicts({path.name: renamed(text)}, tmp_path)
    assert renamed(text) != text
    assert len(found) > 50
    assert [verdict for verdict in found if not verdict.is_right] == []
