"""Two stories of one town: each question finds its own, a conversation stays in it, and a tie is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.assistant import Assistant
from bot.answering.conversation import Conversation
from bot.answering.handover import load_assistant
from bot.answering.reply import Reply
from bot.desk import Desk
from bot.evaluation import evaluate
from bot.state import State
from tests.answeringcases import Room
from tests.botapi import BotApi
from tests.desk import answer_all, ask, buttons
from tests.smalltown import write_town
from tests.twostories import FIRE, WALKOUT

IN_FIRE, IN_WALKOUT = "When did the fire break out?", "When did the walkout begin?"
FIRE_TITLE, WALKOUT_TITLE = "Harbour fire in Velmora", "Tram walkout in Velmora"
WHICH = f"More than one story tells of this: {FIRE_TITLE} and {WALKOUT_TITLE}. Which one do you mean?"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return load_assistant(write_town(tmp_path_factory.mktemp("two") / "knowledge", a=FIRE, b=WALKOUT))


def after(assistant: Assistant, *messages: str) -> Reply:
    """The reply to the last of the messages of one conversation."""
    conversation = Conversation()
    return [assistant.ask(message, conversation) for message in messages][-1]


def told(reply: Reply) -> str:
    """What answers, `fire/inquiry-ordered`, or the outcome where nothing does."""
    if reply.outcome != "answered":
        return reply.outcome
    return f"{reply.citations[0].url.rpartition('/')[2]}/{reply.citations[0].fact}"


@pytest.mark.parametrize(
    ("question", "found"),
    [
        (IN_FIRE, "fire/fire-began"),
        (IN_WALKOUT, "walkout/walkout-began"),
        ("How many dock workers were rescued?", "fire/workers-rescued"),
        ("How many passengers had to walk?", "walkout/passengers-walk"),
        ("Who is Dana Okoro?", "fire/okoro"),
        ("Who is Samuel Okoro?", "walkout/okoro"),
        ("Who is the fire chief?", "fire/okoro"),
        ("Who is the union leader?", "walkout/okoro"),
        ("What did Okoro praise?", "fire/okoro-praises"),
        ("What did Okoro demand?", "walkout/okoro-demands"),
        ("Who ordered an inquiry into the sprinklers?", "fire/inquiry-ordered"),
        ("Who ordered an inquiry into the wages?", "walkout/inquiry-ordered"),
        ("How long was the coast road closed?", "fire/road-closed"),
        ("How long was the market road blocked?", "walkout/road-closed"),
        ("Did Okoro praise the crews?", "fire/okoro-praises"),
        ("How much did the damage cost?", "not_in_source"),
        ("How long will the walkout last?", "not_in_source"),
        ("Who won the chess tournament?", "off_topic"),
    ],
)
def test_a_question_finds_its_story(assistant: Assistant, question: str, found: str) -> None:
    assert told(assistant.ask(question)) == found


@pytest.mark.parametrize(
    ("messages", "found"),
    [
        ((IN_FIRE, "why?"), "fire/fire-began"),
        ((IN_WALKOUT, "why?"), "walkout/walkout-began"),
        ((IN_FIRE, "Who is Okoro?"), "fire/okoro"),
        ((IN_WALKOUT, "Who is Okoro?"), "walkout/okoro"),
        ((IN_FIRE, "Who ordered an inquiry?", "when?"), "fire/inquiry-ordered"),
        ((IN_WALKOUT, "Who ordered an inquiry?", "when?"), "walkout/inquiry-ordered"),
        ((IN_FIRE, "How long was the road closed?"), "fire/road-closed"),
        ((IN_WALKOUT, "How long was the road closed?"), "walkout/road-closed"),
        ((IN_FIRE, "What should parents do?"), "fire/smoke-advice"),
        ((IN_WALKOUT, "What should parents do?"), "walkout/smoke-advice"),
        ((IN_FIRE, "What did the mayor do?"), "fire/inquiry-ordered"),
        ((IN_WALKOUT, "What did the mayor do?"), "walkout/inquiry-ordered"),
        ((IN_WALKOUT, "who is the mayor?", "what did he order?"), "walkout/inquiry-ordered"),
        ((IN_WALKOUT, "What did Okoro demand?", "Did he praise the crews?"), "not_in_source"),
        ((IN_FIRE, "what else?"), "fire/workers-rescued"),
        ((IN_WALKOUT, "what else?"), "walkout/okoro-demands"),
        ((IN_FIRE, "what happened?"), "fire/fire-began"),
        ((IN_WALKOUT, "what happened?"), "walkout/walkout-began"),
        ((IN_WALKOUT, "timeline"), "walkout/walkout-began"),
        # What the story does not tell is not told of another one.
        ((IN_WALKOUT, "How many workers were rescued?"), "not_in_source"),
        ((IN_WALKOUT, "What did Okoro praise?"), "not_in_source"),
        ((IN_FIRE, "How long was the market road blocked?"), "not_in_source"),
    ],
)
def test_a_conversation_stays_in_its_story(assistant: Assistant, messages: tuple[str, ...], found: str) -> None:
    assert told(after(assistant, *messages)) == found


@pytest.mark.parametrize(
    ("messages", "found"),
    [
        ((IN_FIRE, IN_WALKOUT, "why?"), "walkout/walkout-began"),
        ((IN_WALKOUT, IN_FIRE, "why?"), "fire/fire-began"),
        ((IN_FIRE, "and the walkout?"), "walkout/walkout-began"),
        ((IN_WALKOUT, "and the fire?"), "fire/fire-began"),
        ((IN_FIRE, "Who is Samuel Okoro?", "Who is Okoro?"), "walkout/okoro"),
        ((IN_FIRE, "and Samuel Okoro?", "what did he demand?"), "walkout/okoro-demands"),
        ((IN_WALKOUT, "who is the fire chief?", "what did she praise?"), "fire/okoro-praises"),
        ((IN_FIRE, "What did the Transit Board refuse?"), "walkout/board-refuses"),
        ((IN_FIRE, "How many passengers had to walk?", "Who ordered an inquiry?"), "walkout/inquiry-ordered"),
        ((IN_FIRE, "give me a summary of the walkout", "what else?"), "walkout/walkout-began"),
        ((IN_FIRE, "How long will the walkout last?", "Who is Okoro?"), "walkout/okoro"),
        ((IN_FIRE, f"{WALKOUT_TITLE}: Who is Okoro?", "What did he demand?"), "walkout/okoro-demands"),
        ((IN_FIRE, WALKOUT_TITLE, "Who is Okoro?"), "walkout/okoro"),
    ],
)
def test_another_story_is_turned_to(assistant: Assistant, messages: tuple[str, ...], found: str) -> None:
    assert told(after(assistant, *messages)) == found


TIES = [
    "Who ordered an inquiry?",
    "When was the inquiry ordered?",
    "Who is Okoro?",
    "How long was the road closed?",
    "What should parents do?",
    "What did the mayor do?",
    "What happened?",
    "timeline",
]


@pytest.mark.parametrize("question", TIES)
def test_a_tie_is_asked(assistant: Assistant, question: str) -> None:
    reply = assistant.ask(question)
    assert (reply.outcome, reply.text) == ("clarify", WHICH)
    assert reply.suggestions == (f"{FIRE_TITLE}: {question}", f"{WALKOUT_TITLE}: {question}")


@pytest.mark.parametrize("question", TIES)
@pytest.mark.parametrize(
    ("story", "choices"),
    [("fire", (FIRE_TITLE, "the fire", "I mean the fire")), ("walkout", (WALKOUT_TITLE, "the walkout", "walkout."))],
)
def test_each_choice_answers(assistant: Assistant, question: str, story: str, choices: tuple[str, ...]) -> None:
    for choice in choices:
        assert told(after(assistant, question, choice)).startswith(f"{story}/")
    number = ("fire", "walkout").index(story)
    suggestion = assistant.ask(question).suggestions[number]
    assert told(after(assistant, question, suggestion)).startswith(f"{story}/")
    assert told(assistant.ask(suggestion)).startswith(f"{story}/")  # also without the conversation


def test_a_choice_among_several_questions(assistant: Assistant) -> None:
    reply = assistant.ask("Why is the sky blue? And who ordered an inquiry?")
    assert reply.suggestions == (
        f"{FIRE_TITLE}: Who ordered an inquiry into the sprinklers?",
        f"{WALKOUT_TITLE}: Who ordered an inquiry into the wages?",
    )


def test_a_long_question_is_not_put_on_a_button(assistant: Assistant) -> None:
    question = (
        "Good evening, I have just come home from my long holidays and would like to know: who ordered an inquiry?"
    )
    assert len(question) > 100
    assert assistant.ask(question).suggestions[0] == f"{FIRE_TITLE}: Who ordered an inquiry into the sprinklers?"


def test_nobody_is_asked_where_both_stories_say_the_same(assistant: Assistant) -> None:
    assert assistant.ask("Who is Emil Rask?").answer == "The mayor of Velmora"


@pytest.mark.parametrize(("opening", "title"), [(IN_FIRE, WALKOUT_TITLE), (IN_WALKOUT, FIRE_TITLE)])
def test_suggestions_are_of_the_story(assistant: Assistant, opening: str, title: str) -> None:
    other = {test.ask for story in assistant.stories if story.story.title == title for test in story.tests}
    conversation = Conversation()
    for question in (opening, "Who ordered an inquiry?", "Who is Okoro?", "How many people died?", "what else?"):
        reply = assistant.ask(question, conversation)
        assert reply.suggestions
        assert not other.intersection(reply.suggestions)


def test_a_refusal_offers_the_story_that_has_an_answer(assistant: Assistant) -> None:
    reply = after(assistant, IN_WALKOUT, "How many workers were rescued?")
    assert reply.suggestions[0] == f"{FIRE_TITLE}: How many dock workers were rescued?"
    assert told(after(assistant, IN_WALKOUT, reply.suggestions[0])) == "fire/workers-rescued"


@pytest.mark.parametrize(("opening", "story"), [(IN_FIRE, "fire"), (IN_WALKOUT, "walkout")])
@pytest.mark.parametrize("question", ["Who ordered an inquiry in 1990?", "When did the mayor cancel the inquiry?"])
def test_the_nearest_facts_are_of_the_story(assistant: Assistant, opening: str, story: str, question: str) -> None:
    reply = after(assistant, opening, question)
    assert reply.outcome == "not_in_source"
    assert {citation.url.rpartition("/")[2] for citation in reply.citations} == {story}


def test_what_was_told_in_one_story_was_not_told_in_the_other(assistant: Assistant) -> None:
    conversation = Conversation()
    for message in (IN_FIRE, "Who ordered an inquiry?", IN_WALKOUT):
        reply = assistant.ask(message, conversation)
    assert "Who ordered an inquiry into the wages?" in reply.suggestions
    recalled = assistant.memory.recall(assistant.memory.note(conversation))
    assert recalled.told == conversation.told
    assert recalled.story == conversation.story == 1
    assert assistant.ask("Who ordered an inquiry?", recalled).citations[0].url.endswith("walkout")


def test_a_conversation_is_recalled_in_its_story_whatever_the_order_of_files(
    assistant: Assistant, tmp_path: Path
) -> None:
    turned = load_assistant(write_town(tmp_path / "knowledge", a=WALKOUT, b=FIRE))
    conversation = Conversation()
    assistant.ask(IN_WALKOUT, conversation)
    recalled = turned.memory.recall(assistant.memory.note(conversation))
    assert told(turned.ask("Who ordered an inquiry?", recalled)) == "walkout/inquiry-ordered"


def test_a_note_of_an_earlier_version_is_recalled(assistant: Assistant) -> None:
    note = '{"turn":1,"answered_at":1,"kind":"who","entities":[],"target":"","shown":"","told":["fire-began"]}'
    recalled = assistant.memory.recall(note)
    assert (recalled.told, recalled.story) == ([(0, "fire-began")], None)


def test_greeting_and_help_name_the_stories_and_lead_to_each(assistant: Assistant) -> None:
    known = f"{FIRE_TITLE} (up to 2 May 2031) and {WALKOUT_TITLE} (up to 20 May 2031), as reported up to 20 May 2031"
    assert known in assistant.greeting().text
    assert known in assistant.ask("Who won the chess tournament?").text
    assert WALKOUT_TITLE in assistant.help().text
    suggestions = assistant.greeting().suggestions
    assert [told(assistant.ask(suggestion)).partition("/")[0] for suggestion in suggestions] == [
        "fire",
        "walkout",
        "fire",
    ]


def test_an_opening_question_that_is_a_tie_names_its_story(tmp_path: Path) -> None:
    both = FIRE.replace(" into the sprinklers", ""), WALKOUT.replace(" into the wages", "")
    summed_up = [
        text.replace("  summary: [", "  summary: [inquiry-ordered, ").replace(", inquiry-ordered]", "]")
        for text in both
    ]
    assistant = load_assistant(write_town(tmp_path / "knowledge", a=summed_up[0], b=summed_up[1]))
    question = "Who ordered an inquiry?"
    assert assistant.greeting().suggestions[:2] == (f"{FIRE_TITLE}: {question}", f"{WALKOUT_TITLE}: {question}")


def test_many_stories_are_counted(tmp_path: Path) -> None:
    stories = {f"s{n}": FIRE.replace("harbour-fire", f"fire-{n}").replace("Harbour", f"No. {n}") for n in range(7)}
    text = load_assistant(write_town(tmp_path / "knowledge", **stories)).greeting().text
    assert "No. 3 fire in Velmora and 3 more, as reported up to 2 May 2031" in text


def test_among_many_stories_the_one_that_is_chosen_answers(tmp_path: Path) -> None:
    stories = {f"s{n:02}": FIRE.replace("harbour-fire", f"fire-{n}").replace("Harbour", f"No. {n}") for n in range(20)}
    days = {
        name: text.replace("2031-05-01, text: on Thursday 1", f"2031-05-01, text: on day {name} of")
        for name, text in stories.items()
    }
    told = {
        name: text.replace("on Thursday 1 May 2031 to", f"on day {name} of May 2031 to") for name, text in days.items()
    }
    assistant = load_assistant(write_town(tmp_path / "knowledge", **told))
    reply = assistant.ask("When was an inquiry ordered?")
    assert (reply.outcome, len(reply.suggestions)) == ("clarify", 8)
    assert len(assistant.ask("summary").suggestions) == 8
    conversation = Conversation()
    for number in (19, 3):
        asked = f"No. {number} fire in Velmora: When was an inquiry ordered?"
        assert assistant.ask(asked, conversation).answer == f"On day s{number:02} of May 2031"
        assert assistant.ask("Who is Okoro?", conversation).outcome == "answered"
        assert f"on day s{number:02}" in assistant.ask("What did the mayor do?", conversation).text


def test_the_editors_own_tests_pass_in_company(assistant: Assistant) -> None:
    for story in assistant.stories:
        assert [verdict for verdict in evaluate(story.tests, assistant.ask) if not verdict.is_right] == []


def test_one_story_alone_is_never_asked_for(room: Room) -> None:
    assert room.ask("what happened?").outcome == "answered"
    assert room.assistant.ask("Dam break in Orvendale: Who ordered the evacuation?").outcome == "answered"


async def test_story_chooses_on_telegram(assistant: Assistant, api: BotApi, state: State) -> None:
    desk = Desk(assistant, state)
    message = await ask(api, desk, state, "/story")
    assert buttons(message) == [[FIRE_TITLE], [WALKOUT_TITLE]]
    api.press(message, WALKOUT_TITLE)
    await answer_all(api, desk, state=state)
    assert api.sent[-1]["text"].startswith(WALKOUT_TITLE)
    message = await ask(api, desk, state, "Who ordered an inquiry?")
    assert "Friday 16 May 2031" in message["text"]
    message = await ask(api, desk, state, IN_FIRE)
    assert "29 April 2031" in message["text"]


async def test_a_tie_on_telegram_is_chosen_by_button(assistant: Assistant, api: BotApi, state: State) -> None:
    desk = Desk(assistant, state)
    message = await ask(api, desk, state, "Who ordered an inquiry?")
    assert message["text"] == WHICH
    api.press(message, f"{WALKOUT_TITLE}: Who ordered an inquiry?")
    await answer_all(api, desk, state=state)
    assert "Friday 16 May 2031" in api.sent[-1]["text"]
