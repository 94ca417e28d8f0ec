"""Many readers at one desk."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from bot.answering.assistant import Assistant
from bot.answering.handover import load_assistant
from bot.answering.reply import Reply
from bot.desk import Desk
from bot.state import TALKED_SECONDS, State
from bot.telegram.rendering import render
from bot.telegram.writing import Writer
from tests.smalltown import STORY, TWIN, WHO, write_town
from tests.storyfiles import changed


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return load_assistant(write_town(tmp_path_factory.mktemp("desk") / "knowledge"))


def test_a_reader_is_answered_in_the_context_of_the_own_conversation(assistant: Assistant) -> None:
    desk = Desk(assistant)
    assert desk.reply(WHO, "anna").answer == "Ilsa Brandt"
    assert desk.reply("When?", "ben").outcome != "answered"
    assert desk.reply("When?", "anna").answer == "On Monday 3 March 2031"


def test_start_greets_and_forgets_only_that_conversation(assistant: Assistant) -> None:
    desk = Desk(assistant)
    for reader in ("anna", "ben"):
        desk.reply(WHO, reader)
    assert desk.start("anna") == assistant.greeting()
    assert desk.reply("When?", "anna").outcome != "answered"
    assert desk.reply("When?", "ben").outcome == "answered"


def test_start_before_any_question(assistant: Assistant) -> None:
    assert Desk(assistant).start("anna") == assistant.greeting()


def test_help_says_what_the_assistant_says(assistant: Assistant) -> None:
    assert Desk(assistant).help() == assistant.help()


def test_the_conversation_that_has_rested_longest_is_forgotten(assistant: Assistant) -> None:
    desk = Desk(assistant, remembered=2)
    desk.reply(WHO, "anna")
    desk.reply(WHO, "ben")
    desk.reply("Where?", "anna")
    desk.reply(WHO, "carla")
    assert desk.reply("When?", "anna").outcome == "answered"
    assert desk.reply("When?", "ben").outcome != "answered"


@pytest.mark.parametrize(("rested", "outcome"), [(TALKED_SECONDS, "answered"), (TALKED_SECONDS + 1, "off_topic")])
def test_a_conversation_is_over_after_a_day(assistant: Assistant, rested: int, outcome: str) -> None:
    now = 0.0
    desk = Desk(assistant, now=lambda: now)
    desk.reply(WHO, "anna")
    now += rested
    assert desk.reply("When?", "anna").outcome == outcome


def test_asking_in_vain_counts_as_use(assistant: Assistant) -> None:
    desk = Desk(assistant, remembered=1)
    desk.reply(WHO, "anna")
    desk.reply("Who won the chess tournament?", "ben")
    assert desk.reply("When?", "anna").outcome != "answered"


def test_a_conversation_goes_on_after_a_restart(assistant: Assistant, state: State) -> None:
    Desk(assistant, state).reply(WHO, "town:anna")
    desk = Desk(assistant, state)
    assert desk.reply("When?", "town:anna").answer == "On Monday 3 March 2031"
    assert desk.reply("When?", "town:ben").outcome != "answered"


def test_a_conversation_that_was_left_to_the_notes_goes_on(assistant: Assistant, state: State) -> None:
    desk = Desk(assistant, state, remembered=1)
    desk.reply(WHO, "anna")
    desk.reply("Who won the chess tournament?", "ben")
    assert desk.reply("When?", "anna").outcome == "answered"


def test_nothing_is_left_of_a_conversation_that_begins_afresh(assistant: Assistant, state: State) -> None:
    Desk(assistant, state).reply(WHO, "anna")
    Desk(assistant, state).start("anna")
    assert Desk(assistant, state).reply("When?", "anna").outcome != "answered"


def test_a_reader_is_forgotten_in_all_chats(assistant: Assistant) -> None:
    desk = Desk(assistant)
    for key in ("5:7", "-100:7", "5:77"):
        desk.reply(WHO, key)
    desk.forget_reader("7")
    assert [desk.reply("When?", key).outcome == "answered" for key in ("5:7", "-100:7", "5:77")] == [False, False, True]


DUE = datetime.date(2031, 4, 1)
OVERDUE = "This story was due for review on 1 April 2031: it may be out of date."


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    story = changed(STORY, "  as_of: 2031-03-04\n", f"  as_of: 2031-03-04\n  review_by: {DUE}\n")
    return load_assistant(write_town(tmp_path_factory.mktemp("dated") / "knowledge", flood=story, twin=TWIN))


def replies_of(desk: Desk) -> dict[str, Reply | None]:
    """What the desk says of the first story, in every way that there is."""
    reference = desk.reply_afresh("Flood in Halvermoor: Who ordered the evacuation?").fact
    return {
        "answer": desk.reply("Flood in Halvermoor: Who ordered the evacuation?", "anna"),
        "refusal": desk.reply("Flood in Halvermoor: How many people drowned?", "anna"),
        "summary": desk.choose("halvermoor-flood", "ben"),
        "/story": desk.summary("halvermoor-flood"),
        "freshness": desk.reply("how old is this?", "ben"),
        "fact": desk.tell(reference, "carla"),
        "source": desk.source(reference),
        "who says so": desk.who_says(reference),
        "inline": next(
            reply for reply in desk.search("Ilsa Brandt ordered the evacuation", 10) if reply.fact == reference
        ),
        "main fact": next(reply for reply in desk.search("", 10) if reply.fact == reference),
        "several": desk.reply("Flood in Halvermoor: Who ordered the evacuation? What destroyed the bridge?", "dora"),
    }


@pytest.mark.parametrize("days", [0, 100])
def test_past_its_day_every_reply_of_a_story_says_so(dated: Assistant, days: int) -> None:
    for way, reply in replies_of(Desk(dated, today=lambda: DUE + datetime.timedelta(days))).items():
        assert reply is not None, way
        assert reply.overdue == OVERDUE, way
        assert reply.text.endswith(OVERDUE), way
        assert render(reply, is_brief=True).endswith(f"<i>{OVERDUE}</i>"), way


def test_before_that_day_none_does(dated: Assistant) -> None:
    for way, reply in replies_of(Desk(dated, today=lambda: DUE - datetime.timedelta(1))).items():
        assert reply is not None, way
        assert "due for review" not in render(reply) + reply.text, way


def test_other_stories_are_not_concerned(dated: Assistant) -> None:
    desk = Desk(dated, today=lambda: DUE)
    assert not desk.reply("Flood in Elsewhere: Who ordered the evacuation?", "anna").overdue
    assert not desk.reply("hello", "anna").overdue
    assert [story.id for story in desk.overdue()] == ["halvermoor-flood"]


@pytest.mark.parametrize(
    "question",
    ["how old is this?", "When was this written?", "when was the article published", "When was this last updated?",
     "Is this up to date?", "is this still up to date??", "How old is this story", "is your information up to date?"],
)  # fmt: skip
def test_how_fresh_it_is_can_be_asked(assistant: Assistant, question: str) -> None:
    desk = Desk(assistant)
    for reply in (desk.reply_afresh(question), desk.reply(WHO, "anna") and desk.reply(question, "anna")):
        assert (reply.outcome, reply.answer) == ("answered", "4 March 2031")
        assert reply.text.splitlines()[1:] == [
            "What I know about Flood in Halvermoor comes from Halvermoor Courier, as reported up to 4 March 2031.",
            "Halvermoor Courier, 4 March 2031, paragraph 2: “ordered the evacuation” https://courier.example/2031/dam",
        ]


@pytest.mark.parametrize(
    "question", ["How old is she?", "how old is the mayor?", "how old is Ilsa Brandt", "How old is it?"]
)
def test_how_old_somebody_is_is_another_question(assistant: Assistant, question: str) -> None:
    desk = Desk(assistant)
    desk.reply(WHO, "anna")
    assert desk.reply(question, "anna").outcome != "answered"


def test_a_conversation_asks_how_fresh_its_own_story_is(dated: Assistant) -> None:
    desk = Desk(dated)
    assert len(desk.reply("how old is this?", "anna").statement.splitlines()) == 2
    desk.choose("elsewhere-flood", "anna")
    assert "Flood in Elsewhere" in desk.reply("how old is this?", "anna").statement
    assert "Halvermoor comes" not in desk.reply("how old is this?", "anna").statement


@pytest.mark.parametrize(("days", "noted"), [(-1, False), (0, True)])
def test_lists_say_which_story_is_overdue(dated: Assistant, days: int, *, noted: bool) -> None:
    page = Writer(Desk(dated, today=lambda: DUE + datetime.timedelta(days))).page("what", 0)
    assert (f"<i>Flood in Halvermoor: {OVERDUE}</i>" in page.html) is noted
    assert "Elsewhere: This story" not in page.html


def test_a_list_of_one_story_needs_no_title(tmp_path: Path) -> None:
    story = changed(STORY, "  as_of: 2031-03-04\n", f"  as_of: 2031-03-04\n  review_by: {DUE}\n")
    desk = Desk(load_assistant(write_town(tmp_path / "knowledge", flood=story)), today=lambda: DUE)
    assert f"<i>{OVERDUE}</i>" in Writer(desk).page("who", 0).html


@pytest.mark.parametrize(
    ("asked", "recorded"),
    [
        ("Who won the chess tournament?", ["Who won the chess tournament?"]),
        ("How many people drowned?", ["How many people drowned?"]),
        ("Is @anna safe on the bridge? +7 701 123 45 67", ["Is … safe on the bridge? …"]),
        (WHO, []),
        ("Hello!", []),
        ("and when?", []),
        ("+7 701 123 45 67", []),
        ("??", []),
    ],
)
def test_what_was_asked_in_vain_is_recorded_without_personal_details(
    assistant: Assistant, state: State, asked: str, recorded: list[str]
) -> None:
    desk = Desk(assistant, state, records_gaps=True)
    desk.reply(asked, "7:7")
    desk.reply_afresh("Who lost?")
    assert [gap.question for gap in state.gaps()] == recorded


def test_recording_can_be_switched_off(assistant: Assistant, state: State) -> None:
    Desk(assistant, state).reply("Who won the chess tournament?", "7:7")
    assert state.gaps() == []


def test_conversations_go_on_when_the_knowledge_is_renewed(tmp_path: Path) -> None:
    before, later = STORY, STORY.replace("zu Fuß", "on foot").replace("Ilsa Brandt\n    is", "Ilsa M. Brandt\n    is")
    first, second = (
        load_assistant(write_town(tmp_path / str(number), flood=text)) for number, text in enumerate((before, later))
    )
    desk = Desk(first, remembered=2)
    for reader in ("anna", "ben"):
        assert desk.reply(WHO, reader).answer == "Ilsa Brandt"
    desk.renew(second)
    assert desk.reply("When?", "ben").answer == "On Monday 3 March 2031"
    assert "on foot" in desk.reply("Who did it?", "anna").statement
    assert "Ilsa M. Brandt" in desk.reply("Who is she?", "anna").statement
    desk.reply(WHO, "carla")
    assert desk.reply("When?", "ben").outcome != "answered"


def test_what_other_knowledge_has_no_more_is_not_spoken_of(tmp_path: Path) -> None:
    later = STORY.replace("evacuation-ordered", "town-emptied")
    desk = Desk(load_assistant(write_town(tmp_path / "a")))
    desk.reply(WHO, "anna")
    desk.renew(load_assistant(write_town(tmp_path / "b", flood=later)))
    assert desk.reply("Why?", "anna").outcome == "not_in_source"
    assert desk.reply(WHO, "anna").answer == "Ilsa Brandt"
