"""The real application over real HTTP: what readers get for what they write."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.answering.reply import Reply
from bot.settings import Settings, SettingsError
from bot.state import State
from bot.telegram.application import build_application
from bot.telegram.handlers import UPDATE_KINDS
from bot.telegram.rendering import SCREEN
from tests.botapi import BotApi, Fault
from tests.botapi_html import utf16_length
from tests.botapi_methods import BOT
from tests.desk import AS_OF, CITATION, EchoDesk, answer_all, running, texts

GROUP = -1001234567890


async def test_answer_arrives_as_html_without_link_preview(api: BotApi, desk: EchoDesk) -> None:
    desk.replies["When?"] = Reply(
        "answered", answer="On <Wednesday>", statement="A & B", citations=(CITATION,), as_of=AS_OF
    )
    api.say("When?")
    await answer_all(api, desk)
    (message,) = api.sent
    assert message["text"] == (
        "On <Wednesday>\nA & B\nAl Jazeera, 6 January 2022, paragraph 7\n"
        "“stormed the presidential palace”\nReported as of 6 January 2022."
    )
    assert [entity["type"] for entity in message["entities"]] == [
        "bold",
        "text_link",
        "expandable_blockquote",
        "italic",
    ]
    (call,) = api.calls_of("sendMessage")
    assert call.params["link_preview_options"] == '{"is_disabled": true}'
    assert "reply_parameters" not in call.params


@pytest.mark.parametrize(
    ("written", "utterance", "text"),
    [
        ("/start", "/start", "Welcome."),
        ("/start palace-stormed", "/start", "Welcome."),
        ("/start@desk_bot", "/start", "Welcome."),
        ("/help", None, "Ask me about the story."),
        ("/unknown", None, "Ask me about the story."),
        ("@desk_bot", None, "Ask me about the story."),
        ("  Who <b>did</b> it & why?\n", "Who <b>did</b> it & why?", "Echo: Who <b>did</b> it & why?"),
        ("€½ 'quotes' \"too\" 😀", "€½ 'quotes' \"too\" 😀", "Echo: €½ 'quotes' \"too\" 😀"),
    ],
)
async def test_private_message(api: BotApi, desk: EchoDesk, written: str, utterance: str | None, text: str) -> None:
    api.say(written, user_id=7)
    await answer_all(api, desk)
    assert texts(api) == [text]
    assert desk.asked == ([(utterance, "7:7")] if utterance else [])


async def test_caption_is_a_question(api: BotApi, desk: EchoDesk) -> None:
    api.say("Who is this?", caption=True)
    await answer_all(api, desk)
    assert texts(api) == ["Echo: Who is this?"]


async def test_long_answer_fits_into_one_message(api: BotApi, desk: EchoDesk) -> None:
    desk.replies["All?"] = Reply("answered", statement="Tom & Jerry 😀 ran. " * 500)
    api.say("All?")
    await answer_all(api, desk)
    (message,) = api.sent
    assert message["text"].endswith("Tom & Jerry 😀 ran. …")
    assert SCREEN - 100 < utf16_length(message["text"]) <= SCREEN


@pytest.mark.parametrize(
    ("written", "utterance"),
    [
        ("@desk_bot who stormed it?", "who stormed it?"),
        ("😀😀 @Desk_Bot who stormed it?", "😀😀   who stormed it?"),
        ("who stormed it, @desk_bot", "who stormed it,"),
        ("/start@desk_bot", "/start"),
        ("/start", "/start"),
    ],
)
async def test_group_message_to_the_bot_is_answered_as_a_reply(
    api: BotApi, desk: EchoDesk, written: str, utterance: str
) -> None:
    update = api.say(written, user_id=7, chat_id=GROUP)
    await answer_all(api, desk)
    assert desk.asked == [(utterance, f"{GROUP}:7")]
    (message,) = api.sent
    assert message["reply_to_message"]["message_id"] == update["message"]["message_id"]


async def test_group_reply_to_the_bot_is_answered(api: BotApi, desk: EchoDesk) -> None:
    api.say("@desk_bot who?", chat_id=GROUP)
    async with running(api, desk):
        await api.until(lambda: len(api.sent) == 1)
        api.say("and when?", chat_id=GROUP, reply_to_message=api.sent[0])
        await api.until(lambda: len(api.sent) == 2)
    assert [utterance for utterance, _ in desk.asked] == ["who?", "and when?"]


async def test_question_deleted_from_a_group_is_answered_without_quoting_it(api: BotApi, desk: EchoDesk) -> None:
    update = api.say("@desk_bot who?", chat_id=GROUP)
    del api.world.messages[GROUP, update["message"]["message_id"]]
    await answer_all(api, desk)
    assert texts(api) == ["Echo: who?"]
    assert "reply_to_message" not in api.sent[0]


async def test_anonymous_administrator_of_a_group_is_answered(api: BotApi, desk: EchoDesk) -> None:
    fields: dict[str, Any] = {
        "from": {"id": 1087968824, "is_bot": True, "first_name": "Group"},
        "sender_chat": {"id": GROUP, "type": "supergroup", "title": "Newsroom"},
    }
    api.say("@desk_bot who?", chat_id=GROUP, **fields)
    await answer_all(api, desk)
    assert desk.asked == [("who?", f"{GROUP}:{GROUP}")]


OTHER_BOT = {"id": 43, "is_bot": True, "first_name": "Other", "username": "other_bot"}
OF_OTHER_BOT = {"message_id": 1, "date": 1, "chat": {"id": GROUP, "type": "group"}, "from": OTHER_BOT}


@pytest.mark.parametrize(
    ("written", "fields"),
    [
        ("who stormed it?", {"chat_id": GROUP}),
        ("@other_bot who?", {"chat_id": GROUP}),
        ("@desk_bot_2 who?", {"chat_id": GROUP}),
        ("/start@other_bot", {"chat_id": GROUP}),
        ("/unknown", {"chat_id": GROUP}),
        ("@desk_bot who?", {"chat_id": GROUP, "from": OTHER_BOT}),
        ("no, him", {"chat_id": GROUP, "reply_to_message": OF_OTHER_BOT}),
        ("/unknown", {"chat_id": GROUP, "reply_to_message": {**OF_OTHER_BOT, "from": BOT}}),
        ("who?", {"kind": "edited_message"}),
        ("/start", {"kind": "edited_message"}),
        ("who?", {"kind": "channel_post"}),
    ],
)
async def test_what_is_not_for_the_bot_is_ignored(
    api: BotApi, desk: EchoDesk, written: str, fields: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    api.say(written, **fields)
    api.say("next")
    await answer_all(api, desk)
    assert texts(api) == ["Echo: next"]
    assert [record.levelname for record in caplog.records if record.name.startswith("bot")] == []


@pytest.mark.parametrize(
    "content",
    [
        {"left_chat_member": {"id": 5, "is_bot": False, "first_name": "A"}},
        {"something_new": {"a": 1}},
    ],
)
async def test_message_without_words_is_ignored(api: BotApi, desk: EchoDesk, content: dict[str, object]) -> None:
    api.say("next")
    reader = {"id": 1001, "is_bot": False, "first_name": "Reader"}
    api.inject("message", api.world.add_message(1001, reader, **content))
    await answer_all(api, desk)
    assert texts(api) == ["Echo: next"]


async def test_html_that_telegram_refuses_is_sent_as_plain_text(
    api: BotApi, desk: EchoDesk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.replies["secret words?"] = Reply("answered", answer="A & B", statement="C")
    api.fail(
        "sendMessage", Fault(400, 'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0')
    )
    api.say("secret words?")
    await answer_all(api, desk)
    assert texts(api) == ["A & B\nC"]
    assert "entities" not in api.sent[0]
    errors = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert errors == ["Telegram refused the HTML of a reply; it is sent as plain text"]


async def test_reply_follows_a_group_that_became_a_supergroup(api: BotApi, desk: EchoDesk) -> None:
    api.say("hello", chat_id=GROUP)
    api.say("@desk_bot who?", chat_id=-55)
    moved = Fault(400, "Bad Request: group chat was upgraded", {"migrate_to_chat_id": GROUP})
    api.fail("sendMessage", moved)
    await answer_all(api, desk)
    assert [(message["chat"]["id"], message["text"]) for message in api.sent] == [(GROUP, "Echo: who?")]


def test_application_without_a_token_is_refused(desk: EchoDesk, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"^TELEGRAM_TOKEN is not set"):
        build_application(Settings.read({}, None), desk, State(tmp_path))


async def test_bot_asks_for_what_it_serves_and_keeps_what_is_pending(api: BotApi, desk: EchoDesk) -> None:
    async with running(api, desk):
        await api.until(lambda: api.calls_of("deleteWebhook"))
        api.say("one")
        await api.until(lambda: not api.world.updates)
    assert json.loads(api.calls_of("getUpdates")[-1].params["allowed_updates"]) == list(UPDATE_KINDS)
    assert api.calls_of("deleteWebhook")[0].params.get("drop_pending_updates", "false") == "false"


async def test_the_library_keeps_no_list_of_readers(api: BotApi, desk: EchoDesk) -> None:
    """It would grow as long as the bot runs, and whoever said /forget would stand in it."""
    async with running(api, desk) as run:
        for reader in range(5):
            api.say("Who?", user_id=2000 + reader)
        await api.until(lambda: len(api.sent) == 5)
        lists = (
            run.application._chat_ids_to_be_updated_in_persistence,
            run.application._user_ids_to_be_updated_in_persistence,
        )
        assert lists == (set(), set())
