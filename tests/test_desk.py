"""Many readers at one desk."""

from __future__ import annotations

import pytest

from bot.answering.assistant import Assistant
from bot.answering.handover import load_assistant
from bot.desk import Desk
from bot.state import State
from tests.smalltown import WHO, write_town


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
