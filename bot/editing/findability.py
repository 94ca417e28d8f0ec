"""Facts that no question finds, or for which questions find another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.answering.reply import Reply
from bot.answering.slotvalues import slot_values
from bot.editing.material import Material
from bot.editing.questions import FactQuestion, Questioner
from bot.evaluation import fact_of
from bot.knowledge.model import NO_FACT, Fact
from bot.knowledge.problems import Problem
from bot.knowledge.tree import Place

Answered = tuple[FactQuestion, Reply]


def unfindable(material: Material) -> Iterator[Problem]:
    """Facts that none of the questions made from them finds, and those for which questions find another."""
    questioner = Questioner(material.story.entities, material.words.lemmas)
    ask = material.assistant.ask
    for id_, fact, place in material.facts():
        if fact.withdrawn:
            continue  # no question is to find it
        asked = [(FactQuestion(text), ask(text)) for text in fact.asked]
        made = [(question, ask(question.text)) for question in questioner.questions(fact)]
        tested = [(FactQuestion(test.ask), ask(test.ask)) for test in material.story.tests if test.fact == id_]
        confused = [place.problem(message) for message in _confusions(material, id_, fact, made)]
        if any(fact_of(reply) == id_ for _, reply in (*asked, *made, *tested)):
            yield from _misled(id_, place, asked)
        elif not confused:
            yield place.problem(_unfound([*asked, *made]))
        yield from confused


def _unfound(answered: Sequence[Answered]) -> str:
    if not answered:
        return "no question can be made from it: fill 'who' and 'did', or add 'asked'"
    question, reply = answered[0]
    return (
        f"no question finds it: “{question.text}” finds {_named(fact_of(reply))}; fill more slots, add other words for "
        "them under 'also', or add 'asked'"
    )


def _misled(id_: str, place: Place, answered: Sequence[Answered]) -> Iterator[Problem]:
    """Wordings of a fact's own that do not find it."""
    for (question, reply), asked in zip(answered, place.at("asked").each(), strict=True):
        found = fact_of(reply)
        if found != id_:
            mend = "word it more fully" if found == NO_FACT else "word it more exactly, or leave it to that one"
            yield asked.problem(f"“{question.text}” finds {_named(found)}: {mend}")


def _confusions(material: Material, id_: str, fact: Fact, answered: Sequence[Answered]) -> Iterator[str]:
    """What to do about each other fact that answers a full question to this one, and answers it otherwise."""
    stems, entities, seen = material.language.stems, material.story.entities, {id_, NO_FACT}
    for question, reply in answered:
        found, slot = fact_of(reply), question.slot
        if found in seen or slot is None or not question.is_full or reply.slot not in (slot, ""):
            continue
        own, said = slot_values(fact)[slot], reply.answer or reply.statement
        wanted = " and ".join(entities[value].name if value in entities else value for value in own)
        if set(stems(wanted)).isdisjoint(stems(said)):
            seen.add(found)
            yield (
                f"“{question.text}” finds {_named(found)}, which says “{said}”, not “{wanted}”: add words to both that "
                "tell them apart"
            )


def _named(fact: str) -> str:
    return "no fact" if fact == NO_FACT else f"'{fact}'"
