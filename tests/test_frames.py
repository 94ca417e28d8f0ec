"""Questions in known frames, told in plainer words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.answering.frames import Frames, is_variable
from bot.answering.language import Language
from bot.answering.text import Token
from bot.knowledge.loading import Knowledge, load_knowledge
from bot.knowledge.model import LexiconFile
from tests.answeringcases import Room, fact_of
from tests.smalltown import REPOSITORY

FRAMES = {
    "who says A": ["to what does the (first) report/article attribute A", "who vouch for A"],
    "why B": ["how do A justify B"],
    "who replaces A": ["who step into A shoes"],
    "why": ["in reply/answer to what"],
}


def reworded(text: str, frames: dict[str, list[str]] = FRAMES) -> str:
    """The question, told plainly by these frames."""
    language = Language(LexiconFile(forms={"do": ["does", "did"]}))

    def tokens(text: str) -> Sequence[Token]:
        return language.normalizer.tokens(text)

    return " ".join(token.word for token in Frames(frames, tokens).plainer(tuple(tokens(text))))


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("to what does the report attribute the great fire", "who says the great fire"),
        ("to what did the first article attribute it", "who says it"),
        ("how did the mayor justify the ban on boats", "why the ban on boats"),
        ("in answer to what", "why"),
        # a frame within a frame
        ("how does she justify who vouches for it", "why who vouches for it"),
        ("who vouches for who steps into his shoes", "who says who steps into his shoes"),
        # what stands for a variable is at least one word, and nothing may be left over
        ("how did the mayor justify", "how did the mayor justify"),
        ("in answer to what question", "in answer to what question"),
        ("who steps into shoes", "who steps into shoes"),
        ("who is she", "who is she"),
        ("", ""),
    ],
)
def test_frames(question: str, plain: str) -> None:
    assert reworded(question) == plain


def test_frames_that_lead_to_each_other_come_to_an_end() -> None:
    circle = {"who owns A": ["who has A"], "who has A": ["who owns A"]}
    assert reworded("who owns the boat", circle) in ("who owns the boat", "who has the boat")


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge(REPOSITORY / "knowledge")


def plainest(plain: str) -> list[str]:
    """Its words, with two words for each variable."""
    return [word for part in plain.split() for word in (EXAMPLES[part] if is_variable(part) else [part])]


EXAMPLES = {"A": ["amber", "apples"], "B": ["brown", "boats"], "C": ["crimson", "cranes"]}


def test_every_frame_of_the_lexicon_leads_to_its_plain_question(knowledge: Knowledge) -> None:
    language = Language(knowledge.lexicon)
    astray = []
    for plain, frames in knowledge.lexicon.frames.items():
        for frame in frames:
            words = [part.split("/")[0] for part in frame.split() if not part.startswith("(")]
            question = " ".join(word for part in words for word in EXAMPLES.get(part, [part]))
            alone = Frames({plain: [frame]}, language.normalizer.tokens)
            told = [token.word for token in alone.plainer(tuple(language.normalizer.tokens(question)))]
            if told != plainest(plain):
                astray.append((frame, " ".join(told)))
    assert astray == []


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who vouches for the claim that the ferry was safe?", "ferry-safe"),
        ("What had the thieves been up to in Askby?", "chapel-entered"),
        ("Is it spelled out how many horses were saved?", "horses-saved"),
        ("Is it spelled out how many horses drowned?", "not_in_source"),
    ],
)
def test_questions_in_frames(harbour: Room, question: str, answer: str) -> None:
    assert fact_of(harbour.ask(question)) == answer
