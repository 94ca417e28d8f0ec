"""The stand-in keeps Telegram's contract; what it lets through, Telegram would let through."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx
import pytest

from tests.botapi import TOKEN, BotApi, Fault
from tests.botapi_html import HtmlError, parse_html
from tests.botapi_methods import Json


async def call(api: BotApi, method: str, token: str = TOKEN, **params: Json) -> dict[str, Any]:
    async with httpx.AsyncClient() as client:
        answer = await client.post(f"{api.url}/bot{token}/{method}", json=params, timeout=20)
    body: dict[str, Any] = answer.json()
    assert body["ok"] == (answer.status_code == 200)
    assert body.get("error_code", 200) == answer.status_code
    return body


async def test_unknown_token_and_method(api: BotApi) -> None:
    assert await call(api, "getMe", token="1:x") == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    assert (await call(api, "getMe", token="nonsense"))["error_code"] == 404
    assert await call(api, "getYou") == {"ok": False, "error_code": 404, "description": "Not Found"}
    assert (await call(api, "getme"))["result"]["username"] == "desk_bot"


@pytest.mark.parametrize(
    "body",
    [
        {"data": {"chat_id": "1", "text": "é 😀"}},
        {"json": {"chat_id": 1, "text": "é 😀"}},
        {"files": {"chat_id": (None, "1"), "text": (None, "é 😀")}},
        {"params": {"chat_id": "1", "text": "é 😀"}},
    ],
)
async def test_every_sort_of_body_is_read(api: BotApi, body: dict[str, Any]) -> None:
    api.say("hello", user_id=1)
    async with httpx.AsyncClient() as client:
        await client.post(f"{api.url}/bot{TOKEN}/sendMessage", **body)
    assert [message["text"] for message in api.sent] == ["é 😀"]


BUTTON = {"text": "Go", "callback_data": "x"}


def keyboard(**button: object) -> dict[str, Any]:
    return {"chat_id": 1, "text": "a", "reply_markup": json.dumps({"inline_keyboard": [[button]]})}


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"text": "a"}, "Bad Request: chat_id is empty"),
        ({"chat_id": 99, "text": "a"}, "Bad Request: chat not found"),
        ({"chat_id": 2, "text": "a"}, "Forbidden: bot was blocked by the user"),
        ({"chat_id": 1, "text": " \n"}, "Bad Request: message text is empty"),
        ({"chat_id": 1, "text": "<b></b>", "parse_mode": "HTML"}, "Bad Request: message text is empty"),
        ({"chat_id": 1, "text": "😀" * 2049}, "Bad Request: message is too long"),
        (
            {"chat_id": 1, "text": "<x>", "parse_mode": "HTML"},
            'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0',
        ),
        ({"chat_id": 1, "text": "a", "reply_markup": "{"}, "Bad Request: can't parse reply markup JSON object"),
        (keyboard(text="Go", callback_data="я" * 33), "Bad Request: BUTTON_DATA_INVALID"),
        (keyboard(text="Go", callback_data=""), "Bad Request: BUTTON_DATA_INVALID"),
        (
            keyboard(text="Go"),
            "Bad Request: can't parse inline keyboard button: exactly one action must be given",
        ),
        (
            keyboard(text="Go", callback_data="x", url="https://example.org"),
            "Bad Request: can't parse inline keyboard button: exactly one action must be given",
        ),
        (
            {"chat_id": 1, "text": "a", "reply_parameters": {"message_id": 999}},
            "Bad Request: message to be replied not found",
        ),
    ],
)
async def test_refused_messages(api: BotApi, params: dict[str, Any], description: str) -> None:
    api.say("hello", user_id=1)
    api.say("hello", user_id=2)
    api.world.blocked.add(2)
    assert (await call(api, "sendMessage", **params))["description"] == description
    assert api.sent == []


@pytest.mark.parametrize(
    "params",
    [
        {"text": "😀" * 2048},
        {"text": "<b>" + "&lt;" * 4096 + "</b>", "parse_mode": "HTML"},
        keyboard(text="Go", callback_data="x" * 64),
        {"text": "a", "reply_parameters": {"message_id": 999, "allow_sending_without_reply": True}},
    ],
)
async def test_accepted_messages(api: BotApi, params: dict[str, Any]) -> None:
    api.say("hello", user_id=1)
    assert (await call(api, "sendMessage", **{"chat_id": 1, **params}))["ok"]


@pytest.mark.parametrize(
    ("source", "text", "types"),
    [
        ("a < b".replace("<", "&lt;"), "a < b", []),
        ("&amp;lt; &#39;&#x41; &foo; & >", "&lt; 'A &foo; & >", []),
        ("<b>a<i>b</i></b>", "ab", ["bold", "italic"]),
        ('<a href="https://e.org/?a=1&amp;b=2">x</a>', "x", ["text_link"]),
        ("<blockquote expandable>x</blockquote>", "x", ["expandable_blockquote"]),
        ("<blockquote>x</blockquote>", "x", ["blockquote"]),
        ('<span class="tg-spoiler">x</span><tg-spoiler>y</tg-spoiler>', "xy", ["spoiler", "spoiler"]),
    ],
)
def test_html_that_parses(source: str, text: str, types: list[str]) -> None:
    parsed = parse_html(source)
    assert parsed.text == text
    assert [entity["type"] for entity in parsed.entities] == types


def test_entities_count_utf16_units() -> None:
    assert parse_html('😀<a href="https://e.org/?a&amp;b">é😀</a>').entities == [
        {"type": "text_link", "offset": 2, "length": 3, "url": "https://e.org/?a&b"}
    ]


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("é<p>x</p>", 'Unsupported start tag "p" at byte offset 2'),
        ("a < b", "Unclosed start tag at byte offset 2"),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<a href="x>y</a>', "Unclosed start tag at byte offset 0"),
    ],
)
def test_html_that_does_not_parse(source: str, error: str) -> None:
    with pytest.raises(HtmlError) as raised:
        parse_html(source)
    assert str(raised.value) == error


async def ids(api: BotApi, **params: Json) -> list[int]:
    return [update["update_id"] for update in (await call(api, "getUpdates", **params))["result"]]


async def test_offset_confirms_what_came_before(api: BotApi) -> None:
    first, second, third = (api.say(text)["update_id"] for text in "abc")
    assert await ids(api) == [first, second, third]
    assert await ids(api, limit=2) == [first, second]
    assert await ids(api, offset=second, limit=1, timeout=0) == [second]
    assert await ids(api) == [second, third]
    assert await ids(api, offset=-1) == [third]
    assert await ids(api) == [third]
    assert await ids(api, offset=third + 1) == []


async def test_long_poll_ends_when_an_update_arrives(api: BotApi) -> None:
    polling = asyncio.create_task(ids(api, timeout=20, allowed_updates=["message"]))
    await api.until(lambda: api.world.allowed_updates)
    api.say("edited", kind="edited_message")
    new = api.say("new")
    assert await polling == [new["update_id"]]


async def test_newer_poll_ends_the_older_with_a_conflict(api: BotApi) -> None:
    older = asyncio.create_task(call(api, "getUpdates", timeout=20, allowed_updates=["message"]))
    await api.until(lambda: api.world.allowed_updates)
    assert await ids(api, timeout=0) == []
    assert (await older)["description"] == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )


async def test_webhook_and_polling_exclude_each_other(api: BotApi) -> None:
    api.say("a")
    assert (await call(api, "setWebhook", url="http://example.org"))["error_code"] == 400
    assert (await call(api, "setWebhook", url="https://example.org", secret_token="s"))["ok"]
    assert (await call(api, "getWebhookInfo"))["result"]["url"] == "https://example.org"
    assert (await call(api, "getUpdates"))["error_code"] == 409
    assert (await call(api, "deleteWebhook", drop_pending_updates=True))["ok"]
    assert await ids(api) == []


async def test_messages_can_be_edited_and_deleted_once(api: BotApi) -> None:
    api.say("hello", user_id=1)
    sent = (await call(api, "sendMessage", chat_id=1, text="a"))["result"]["message_id"]
    edited = {"chat_id": 1, "message_id": sent, "text": "<b>b</b>", "parse_mode": "HTML"}
    assert (await call(api, "editMessageText", **edited))["result"]["text"] == "b"
    assert "message is not modified" in (await call(api, "editMessageText", **edited))["description"]
    markup = {"chat_id": 1, "message_id": sent, "reply_markup": {"inline_keyboard": [[BUTTON]]}}
    assert (await call(api, "editMessageReplyMarkup", **markup))["result"]["text"] == "b"
    assert (await call(api, "deleteMessage", chat_id=1, message_id=sent))["ok"]
    gone = await call(api, "deleteMessage", chat_id=1, message_id=sent)
    assert gone["description"] == "Bad Request: message to delete not found"


async def test_queries_are_answered_once(api: BotApi) -> None:
    api.inject("callback_query", {"id": "q"})
    assert (await call(api, "answerCallbackQuery", callback_query_id="q"))["ok"]
    assert "query is too old" in (await call(api, "answerCallbackQuery", callback_query_id="q"))["description"]
    api.inject("inline_query", {"id": "i"})
    article = {"type": "article", "id": "1", "title": "t", "input_message_content": {"message_text": "<b>x"}}
    many = [article | {"id": str(number)} for number in range(51)]
    too_many = await call(api, "answerInlineQuery", inline_query_id="i", results=many)
    assert too_many["description"] == "Bad Request: RESULTS_TOO_MUCH"
    assert (await call(api, "answerInlineQuery", inline_query_id="i", results=[article]))["ok"]


async def test_profile_and_commands(api: BotApi) -> None:
    assert (await call(api, "setMyName", name="Desk"))["ok"]
    assert (await call(api, "getMyName"))["result"] == {"name": "Desk"}
    too_long = await call(api, "setMyShortDescription", short_description="x" * 121)
    assert too_long["description"] == "Bad Request: SHORT_DESCRIPTION_TOO_LONG"
    commands = [{"command": "start", "description": "Begin"}]
    assert (await call(api, "setMyCommands", commands=commands))["ok"]
    assert (await call(api, "getMyCommands"))["result"] == commands
    wrong = await call(api, "setMyCommands", commands=[{"command": "Start!", "description": "x"}])
    assert wrong["description"] == "Bad Request: BOT_COMMAND_INVALID"
    assert (await call(api, "deleteMyCommands"))["ok"]
    assert (await call(api, "getMyCommands"))["result"] == []


async def test_faults(api: BotApi) -> None:
    flood = Fault(429, "Too Many Requests: retry after 1", {"retry_after": 1})
    api.fail("getMe", flood, Fault(cut="before"), Fault(cut="after"))
    assert (await call(api, "getMe"))["parameters"] == {"retry_after": 1}
    for _ in range(2):
        with pytest.raises(httpx.RemoteProtocolError):
            await call(api, "getMe")
    assert (await call(api, "getMe"))["ok"]
    assert [made.status for made in api.calls_of("getMe")] == [429, 0, 0, 200]


def test_entities_of_what_readers_write() -> None:
    async def say() -> dict[str, Any]:
        message: dict[str, Any] = BotApi().say("😀 /start@desk_bot @desk_bot")["message"]
        return message

    assert asyncio.run(say())["entities"] == [
        {"type": "bot_command", "offset": 3, "length": 15},
        {"type": "mention", "offset": 19, "length": 9},
    ]
