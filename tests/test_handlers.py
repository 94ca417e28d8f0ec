"""Commands, groups, edits, and messages that are no questions: over real HTTP, from a real story."""

from __future__ import annotations

from typing import Any

import pytest

from bot.answering.assistant import Assistant
from bot.desk import Desk
from bot.state import State, Watch
from bot.telegram.flood import MOST
from tests.answeringcases import Room
from tests.botapi import BotApi, Fault
from tests.botapi_methods import BOT, Json
from tests.desk import answer_all, ask, buttons, running, texts

GROUP = -1001234567890
WHO = "Who ordered the evacuation?"
READER = {"id": 1001, "is_bot": False, "first_name": "<b>Reader</b>"}


@pytest.mark.parametrize(
    ("command", "first", "second"),
    [
        ("/who", "Who is in the story", "• Greta Lindqvist: the mayor of Orvendale ¶2"),
        ("/what", "What is known", "• The Kestrin dam above Orvendale burst on Sunday 8 June 2031"),
        ("/when", "What happened when", "8 June 2031"),
        ("/where", "What happened where", "Orvendale"),
        ("/why", "Why it happened", "• The Kestrin dam above Orvendale burst on Sunday 8 June 2031"),
        ("/sources", "Where all of this comes from", "• Orvendale Herald: “Dam bursts above Orvendale”, 11 June 2031"),
        ("/story", "Dam break in Orvendale", "• The Kestrin dam above Orvendale burst on Sunday 8 June 2031"),
        ("/privacy", "I keep no names. Of a conversation I remember for a day", None),
        ("/forget", "Done. I have forgotten what we talked about", None),
        ("/help", "Ask me who, what, when, where, why or how many about Dam break in Orvendale.", None),
        ("/start", "Hello! Ask me about Dam break in Orvendale", None),
        ("/start evacuation", "Mayor Greta Lindqvist ordered the evacuation", "Orvendale Herald, 11 June 2031"),
        ("/start gone", "Hello! Ask me about Dam break in Orvendale", None),
        ("/ask", "Write your question behind the command", None),
        ("/ask Who ordered the evacuation?", "Greta Lindqvist", "Mayor Greta Lindqvist ordered"),
        ("/who ordered the evacuation", "Greta Lindqvist", "Mayor Greta Lindqvist ordered"),
        ("/When did the dam burst?", "On Sunday 8 June 2031", "The Kestrin dam"),
        ("/WHERE\ndid the dam burst", "Orvendale", "The Kestrin dam"),
        ("/nonsense", "Ask me who, what, when, where, why or how many", None),
    ],
)
async def test_command(api: BotApi, real: Desk, state: State, command: str, first: str, second: str | None) -> None:
    message = await ask(api, real, state, command)
    lines = message["text"].splitlines()
    assert lines[0].startswith(first)
    assert second is None or lines[1].startswith(second)
    assert len(api.sent) == 1


@pytest.mark.parametrize(
    ("records", "end"),
    [
        (True, "at the latest 90 days after it was last asked. Nothing else that you write is kept."),
        (False, "/forget erases all that at once. Nothing else that you write is kept."),
    ],
)
async def test_privacy_tells_whether_questions_are_recorded(
    api: BotApi, room: Room, state: State, records: bool, end: str
) -> None:
    message = await ask(api, Desk(room.assistant, state, records_gaps=records), state, "/privacy")
    assert message["text"].endswith(end)
    assert ("A question that I cannot answer" in message["text"]) == records


async def test_list_is_paged_in_place(api: BotApi, real: Desk, state: State) -> None:
    message = await ask(api, real, state, "/what")
    assert buttons(message) == [["More ›"]]
    assert message["text"].endswith("Page 1 of 2")
    api.press(message, "More ›")
    await answer_all(api, real, state=state)
    assert api.sent[0]["text"].endswith("Page 2 of 2")
    assert buttons(api.sent[0]) == [["‹ Back"]]
    api.press_data(api.sent[0], "page:what:1")
    await answer_all(api, real, state=state)
    assert len(api.sent) == 1
    assert not [call for call in api.calls_of("answerCallbackQuery") if call.params.get("text")]


async def test_story_is_chosen_where_there_are_several(api: BotApi, twins: Assistant, state: State) -> None:
    desk = Desk(twins)
    message = await ask(api, desk, state, "/story")
    assert message["text"] == "Which story?"
    assert buttons(message) == [["Flood in Halvermoor"], ["Flood in Elsewhere"]]
    api.press(message, "Flood in Elsewhere")
    await answer_all(api, desk, state=state)
    assert texts(api)[1].startswith("Flood in Elsewhere\n•")


async def test_answer_in_a_group_is_short_and_stays_in_its_topic(api: BotApi, real: Desk, state: State) -> None:
    fields = {"chat_id": GROUP, "message_thread_id": 9, "is_topic_message": True}
    message = await ask(api, real, state, f"@desk_bot {WHO}", **fields)
    assert message["message_thread_id"] == 9
    assert message["text"].splitlines()[2:] == [
        "Orvendale Herald, 11 June 2031, paragraph 2",
        "The Monitor, 10 June 2031, paragraph 3",
    ]
    assert message["reply_to_message"]["text"] == f"@desk_bot {WHO}"


async def test_readers_in_a_group_have_conversations_of_their_own(api: BotApi, real: Desk, state: State) -> None:
    await ask(api, real, state, f"/ask@desk_bot {WHO}", chat_id=GROUP, user_id=7)
    mine = await ask(api, real, state, "@desk_bot when?", chat_id=GROUP, user_id=7)
    other = await ask(api, real, state, "@desk_bot when?", chat_id=GROUP, user_id=8)
    assert mine["text"].startswith("On Monday 9 June 2031")
    assert not other["text"].startswith("On Monday")


async def test_edited_question_edits_its_answer(api: BotApi, real: Desk, state: State) -> None:
    update = api.say("Who ordered teh evacuation of the castle?")
    await answer_all(api, real, state=state)
    edited = update["message"] | {"text": WHO, "edit_date": 1}
    api.inject("edited_message", edited)
    await answer_all(api, Desk(real._assistant), state=state)
    (message,) = api.sent
    assert message["text"].startswith("Greta Lindqvist\n")
    assert ["Source", "Who says so?"] in buttons(message)
    api.inject("edited_message", edited)
    await answer_all(api, real, state=state)
    assert len(api.sent) == 1


@pytest.mark.parametrize("what", ["the question was never answered", "the answer is gone"])
async def test_edit_without_an_answer_changes_nothing(
    api: BotApi, real: Desk, state: State, what: str, caplog: pytest.LogCaptureFixture
) -> None:
    update = api.say(WHO)
    if what == "the answer is gone":
        await answer_all(api, real, state=state)
        api.world.messages = {key: each for key, each in api.world.messages.items() if each["from"] is not BOT}
    else:
        api.world.updates.clear()
    api.inject("edited_message", update["message"] | {"text": "When did the dam burst?"})
    await answer_all(api, real, state=state)
    assert api.sent == []
    assert [record for record in caplog.records if record.levelname in ("WARNING", "ERROR")] == []


@pytest.mark.parametrize(
    "content",
    [
        {"photo": [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]},
        {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}},
        {"sticker": {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1,
                     "is_animated": False, "is_video": False}},
        {"location": {"latitude": 1.0, "longitude": 2.0}},
        {"contact": {"phone_number": "1", "first_name": "A"}},
        {"dice": {"emoji": "🎲", "value": 3}},
        {"poll": {"id": "1", "question": "Who?", "options": [], "total_voter_count": 0, "is_closed": False,
                  "is_anonymous": True, "type": "regular", "allows_multiple_answers": False,
                  "allows_revoting": False, "members_only": False}},
        {"game": {"title": "G", "description": "d", "photo": []}},
        {"document": {"file_id": "d", "file_unique_id": "d"}},
        {"story": {"chat": {"id": 5, "type": "private"}, "id": 1}},
    ],
    ids=lambda content: next(iter(content)),
)  # fmt: skip
@pytest.mark.parametrize("chat", [1001, GROUP])
async def test_what_cannot_be_read_gets_a_word_in_private_only(
    api: BotApi, real: Desk, state: State, content: dict[str, Json], chat: int
) -> None:
    api.say("hello", chat_id=chat, user_id=1001)
    api.world.updates.clear()
    api.inject("message", api.world.add_message(chat, READER, **content))
    await answer_all(api, real, state=state)
    assert texts(api) == (["I can only read text. Please write your question."] if chat > 0 else [])


@pytest.mark.parametrize(
    "content",
    [
        {"new_chat_members": [READER]},
        {"left_chat_member": READER},
        {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 1001, "type": "private"}}},
        {"group_chat_created": True},
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 5}},
        {"forum_topic_created": {"name": "N", "icon_color": 1}},
        {"via_bot": BOT, "text": "Greta Lindqvist ordered it"},
        {"text": "/start", "from": {"id": 43, "is_bot": True, "first_name": "Other"},
         "entities": [{"type": "bot_command", "offset": 0, "length": 6}]},
        {"text": "@desk_bot who?", "is_automatic_forward": True, "sender_chat": {"id": -5, "type": "channel"},
         "entities": [{"type": "mention", "offset": 0, "length": 9}]},
    ],
    ids=lambda content: next(iter(content)),
)  # fmt: skip
async def test_what_nobody_asked_is_ignored(
    api: BotApi, real: Desk, state: State, content: dict[str, Json], caplog: pytest.LogCaptureFixture
) -> None:
    for chat in (1001, GROUP):
        api.say("hello", chat_id=chat, user_id=1001)
        api.world.updates.clear()
        sender = content.get("from", READER)
        rest = {key: value for key, value in content.items() if key != "from"}
        api.inject("message", api.world.add_message(chat, sender, **rest))
    await answer_all(api, real, state=state)
    assert texts(api) == []
    assert [record for record in caplog.records if record.levelname in ("WARNING", "ERROR")] == []


async def test_forwarded_question_is_a_question(api: BotApi, real: Desk, state: State) -> None:
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "A"}
    message = await ask(api, real, state, WHO, forward_origin=origin)
    assert message["text"].startswith("Greta Lindqvist\n")


def membership(status: str) -> dict[str, Any]:
    member: dict[str, Any] = {"user": BOT, "status": status}
    if status == "kicked":
        member["until_date"] = 0
    return {
        "chat": {"id": 1001, "type": "private"},
        "from": READER,
        "date": 1,
        "old_chat_member": {"user": BOT, "status": "member"},
        "new_chat_member": member,
    }


@pytest.mark.parametrize(("status", "kept"), [("kicked", 0), ("left", 0), ("member", 1)])
async def test_chat_that_threw_the_bot_out_is_forgotten(
    api: BotApi, real: Desk, state: State, status: str, kept: int
) -> None:
    state.watch(Watch(1001, 1001, None, "How many people drowned?"))
    api.inject("my_chat_member", membership(status))
    await answer_all(api, real, state=state)
    assert len(state.watches()) == kept


async def test_group_that_became_a_supergroup_keeps_what_it_waits_for(api: BotApi, real: Desk, state: State) -> None:
    state.watch(Watch(7, -55, 3, "How many people drowned?"))
    api.say("hello", chat_id=-55)
    api.world.updates.clear()
    api.inject("message", api.world.add_message(-55, READER, migrate_to_chat_id=GROUP))
    await answer_all(api, real, state=state)
    assert state.watches() == [Watch(7, GROUP, None, "How many people drowned?")]
    assert texts(api) == []


async def test_reader_who_floods_gets_one_polite_word(api: BotApi, real: Desk, state: State) -> None:
    for number in range(MOST + 10):
        api.say(f"/help {number}", user_id=7)
    api.say("/help", user_id=8)
    async with running(api, real, state=state):
        await api.until(lambda: not api.world.updates, 30)
    to_flooder = [message["text"] for message in api.sent if message["chat"]["id"] == 7]
    assert len(to_flooder) == MOST + 1
    assert to_flooder[-1] == real.voice.too_much
    assert len(api.sent) == MOST + 2


async def test_answer_to_a_deleted_question_is_not_noted_as_failed(
    api: BotApi, real: Desk, state: State, caplog: pytest.LogCaptureFixture
) -> None:
    api.fail("sendMessage", Fault(403, "Forbidden: bot was kicked from the supergroup chat"))
    api.say(f"@desk_bot {WHO}", chat_id=GROUP)
    await answer_all(api, real, state=state)
    assert [record for record in caplog.records if record.levelname in ("WARNING", "ERROR")] == []


@pytest.mark.parametrize("text", ["<b>", "&lt;", "Who <i>ordered</i> [it](https://x.example)?", "‮who\u0301\u0301?"])
async def test_nothing_of_the_readers_is_markup(api: BotApi, real: Desk, state: State, room: Room, text: str) -> None:
    await ask(api, real, state, text)
    assert {call.status for call in api.calls_of("sendMessage")} == {200}
