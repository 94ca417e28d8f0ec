"""A plain FAQ is knowledge too: facts that have nothing but a statement and known wordings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest

from bot.answering.assistant import Assistant
from bot.answering.handover import load_assistant
from tests import faq
from tests.answeringcases import fact_of
from tests.faq import Topic
from tests.smalltown import write_town

REFUSALS = frozenset({"not_in_source", "clarify", "off_topic", "small_talk"})
MARGIN = 3
"""How many points a figure may fall behind what was measured."""


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Answers for a town council."""
    return load_assistant(write_town(tmp_path_factory.mktemp("council") / "knowledge", faq=faq.story()))


def shares(council: Assistant, asked: Iterable[tuple[str, str]]) -> Counter[str]:
    """How many of a hundred questions, each with the fact it should find, are right, wrong and refused."""
    found = [(fact_of(council.ask(question)), fact) for question, fact in asked]
    counts = Counter("right" if got == fact else "refused" if got in REFUSALS else "wrong" for got, fact in found)
    return Counter({outcome: round(100 * count / len(found)) for outcome, count in counts.items()})


def test_there_are_many_answers_each_in_many_wordings() -> None:
    answers = list(faq.answers())
    assert len(answers) >= 120
    assert all(len(topic.asked) >= 8 and len(topic.unseen) >= 4 for topic, _names in answers)
    assert not any({*topic.wordings(names)} & {*topic.unseen_wordings(names)} for topic, names in answers)
    assert len([*faq.ELSEWHERE, *faq.OTHER_THINGS, *faq.OTHER_QUESTIONS]) >= 40


# Measured: of a hundred unseen wordings, how many found the right fact and how many a wrong one; the rest was refused.
@pytest.mark.parametrize(
    ("topic", "right", "wrong"),
    [
        (faq.HOURS, 83, 0),
        (faq.ENTRY, 83, 0),
        (faq.WAY, 70, 0),
        (faq.HIRE, 42, 1),
        (faq.ACCESS, 83, 2),
        (faq.FEE, 79, 0),
        (faq.APPLICATION, 22, 50),
        (faq.RENEWAL, 82, 11),
        (faq.WAIT, 67, 0),
        (faq.COLLECTION, 83, 0),
        (faq.DISPOSAL, 85, 0),
    ],
    ids=lambda value: value.id if isinstance(value, Topic) else None,
)
def test_unseen_wordings(council: Assistant, topic: Topic, right: int, wrong: int) -> None:
    of_topic = [(faq.fact_id(topic, names), names) for each, names in faq.answers() if each is topic]
    found = shares(council, ((text, fact) for fact, names in of_topic for text in topic.unseen_wordings(names)))
    assert found["right"] >= right - MARGIN, found
    assert found["wrong"] <= wrong + MARGIN, found


def test_known_wordings(council: Assistant) -> None:
    found = shares(
        council, ((text, faq.fact_id(topic, names)) for topic, names in faq.answers() for text in topic.wordings(names))
    )
    assert found["right"] >= 99 - MARGIN, found
    assert found["wrong"] <= MARGIN, found


# Measured: how many of the sixteen were refused; one less is let pass.
@pytest.mark.parametrize(
    ("questions", "refused"),
    [(faq.ELSEWHERE, 16), (faq.OTHER_THINGS, 16), (faq.OTHER_QUESTIONS, 14)],
    ids=["elsewhere", "other things", "other questions"],
)
def test_what_is_out_of_scope(council: Assistant, questions: tuple[str, ...], refused: int) -> None:
    answered = [question for question in questions if fact_of(council.ask(question)) not in REFUSALS]
    assert len(questions) - len(answered) >= refused - 1, answered


@pytest.mark.parametrize("question", ["How do I get a permit?", "When does it expire?", "Is there wheelchair access?"])
def test_the_reader_chooses_where_several_answers_fit(council: Assistant, question: str) -> None:
    reply = council.ask(question)
    assert reply.outcome == "clarify"
    assert len({fact_of(council.ask(choice)) for choice in reply.suggestions}) == len(reply.suggestions) > 1
