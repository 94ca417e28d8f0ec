"""Whole outgoing calls, as Telegram gets them: nothing more than what is meant, and nothing less."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.desk import Desk
from bot.state import State
from tests.botapi import BotApi
from tests.desk import answer_all, ask

GROUP = -1001234567890
WHO = "Who ordered the evacuation?"
UNKNOWN = "How many people drowned?"
NO_PREVIEW = {"is_disabled": True}
QUOTE = "\n<blockquote expandable>“{}”</blockquote>\n"
ANSWER = (
    "<b>Greta Lindqvist</b>\n"
    "Mayor Greta Lindqvist ordered the evacuation of the old town on Monday 9 June 2031; 2,000 residents moved out.\n"
)
HERALD = '<a href="https://herald.example/2031/dam">Orvendale Herald, 11 June 2031, paragraph {}</a>'
MONITOR = '<a href="https://monitor.example/ministry">The Monitor, 10 June 2031, paragraph 3</a>'
WHOLE_ANSWER = (
    ANSWER
    + HERALD.format(2)
    + QUOTE.format("ordered the evacuation")
    + MONITOR
    + QUOTE.format("2,000 residents")
    + "<i>Reported as of 11 June 2031.</i>"
)
SHARE = "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fdesk_bot%3Fstart%3Devacuation"
ABOUT = [
    [
        {"text": "Source", "callback_data": "source:evacuation"},
        {"text": "Who says so?", "callback_data": "who:evacuation"},
    ],
    [
        {"text": "👍", "callback_data": "up:evacuation"},
        {"text": "👎", "callback_data": "down:evacuation"},
        {"text": "Share", "url": SHARE},
    ],
]


def last(api: BotApi, method: str) -> dict[str, Any]:
    """The last call of a method, with what is JSON in it read."""
    params = api.calls_of(method)[-1].params
    return {name: json.loads(value) if str(value)[:1] in "{[" else value for name, value in params.items()}


async def test_answer_in_private(api: BotApi, real: Desk, state: State) -> None:
    await ask(api, real, state, WHO)
    sent = last(api, "sendMessage")
    keyboard = sent.pop("reply_markup")["inline_keyboard"]
    assert keyboard[-2:] == ABOUT
    assert [row[0]["callback_data"] for row in keyboard[:-2]] == ["ask:0", "ask:1", "ask:2"]
    assert sent == {
        "chat_id": "1001",
        "text": WHOLE_ANSWER,
        "parse_mode": "HTML",
        "link_preview_options": NO_PREVIEW,
    }


async def test_answer_in_a_topic_of_a_group(api: BotApi, real: Desk, state: State) -> None:
    update = api.say(f"/ask@desk_bot {WHO}", chat_id=GROUP, message_thread_id=9, is_topic_message=True)
    await answer_all(api, real, state=state)
    sent = last(api, "sendMessage")
    assert sent.pop("reply_markup")["inline_keyboard"][-2:] == ABOUT
    assert sent == {
        "chat_id": str(GROUP),
        "text": f"{ANSWER}{HERALD.format(2)}\n{MONITOR}",
        "parse_mode": "HTML",
        "link_preview_options": NO_PREVIEW,
        "message_thread_id": "9",
        "reply_parameters": {"message_id": update["message"]["message_id"], "allow_sending_without_reply": True},
    }


async def test_refusal(api: BotApi, real: Desk, state: State) -> None:
    message = await ask(api, real, state, UNKNOWN)
    sent = last(api, "sendMessage")
    assert sent.pop("reply_markup")["inline_keyboard"][-1] == [
        {"text": "Tell me when you know", "callback_data": "watch:"}
    ]
    assert sent.pop("text").splitlines()[0] == message["text"].splitlines()[0]
    assert sent == {
        "chat_id": "1001",
        "parse_mode": "HTML",
        "link_preview_options": NO_PREVIEW,
        "reply_parameters": {
            "message_id": message["reply_to_message"]["message_id"],
            "allow_sending_without_reply": True,
        },
    }


async def test_page(api: BotApi, real: Desk, state: State) -> None:
    message = await ask(api, real, state, "/when")
    assert last(api, "sendMessage") == {
        "chat_id": "1001",
        "text": "<b>What happened when</b>\n<u>8 June 2031</u>\n• The Kestrin dam above Orvendale burst on Sunday "
        "8 June 2031 after a week of heavy rain. ¶1\n<u>9 June 2031</u>\n• Mayor Greta Lindqvist ordered the "
        "evacuation of the old town on Monday 9 June 2031; 2,000 residents moved out. ¶2\n"
        '<a href="https://herald.example/2031/dam">Orvendale Herald</a>',
        "parse_mode": "HTML",
        "link_preview_options": NO_PREVIEW,
    }
    api.press_data(message, "page:why:0")
    await answer_all(api, real, state=state)
    edited = last(api, "editMessageText")
    assert edited.pop("text").startswith("<b>Why it happened</b>\n• ")
    assert edited == {
        "chat_id": "1001",
        "message_id": str(message["message_id"]),
        "parse_mode": "HTML",
        "link_preview_options": NO_PREVIEW,
    }


@pytest.mark.parametrize(
    ("button", "toast"),
    [("Source", None), ("👍", "Thank you, that is counted.")],
)
async def test_toast(api: BotApi, real: Desk, state: State, button: str, toast: str | None) -> None:
    update = api.press(await ask(api, real, state, WHO), button)
    await answer_all(api, real, state=state)
    text = {"text": toast} if toast else {}
    assert last(api, "answerCallbackQuery") == {"callback_query_id": update["callback_query"]["id"], **text}


async def test_votes_taken_away(api: BotApi, real: Desk, state: State) -> None:
    message = await ask(api, real, state, WHO)
    api.press(message, "👍")
    await answer_all(api, real, state=state)
    edited = last(api, "editMessageReplyMarkup")
    assert edited.pop("reply_markup")["inline_keyboard"][-1] == [{"text": "Share", "url": SHARE}]
    assert edited == {"chat_id": "1001", "message_id": str(message["message_id"])}


async def test_venue(api: BotApi, real: Desk, state: State) -> None:
    api.press(await ask(api, real, state, "What was flooded?"), "On the map")
    await answer_all(api, real, state=state)
    assert last(api, "sendVenue") == {
        "chat_id": "1001",
        "latitude": "61.5",
        "longitude": "-7.25",
        "title": "Orvendale",
        "address": "Orvendale, Selvania (position: Atlas of Selvania)",
    }


async def test_inline_results(api: BotApi, real: Desk, state: State) -> None:
    update = api.type_inline("who ordered the evacuation of the old town")
    await answer_all(api, real, state=state)
    sent = last(api, "answerInlineQuery")
    assert sent.pop("results")[0] == {
        "type": "article",
        "id": "evacuation",
        "title": "Greta Lindqvist",
        "description": "Mayor Greta Lindqvist ordered the evacuation of the old town on Monday 9 June 2031; 2,000 "
        "residents moved out.",
        "input_message_content": {
            "message_text": WHOLE_ANSWER,
            "parse_mode": "HTML",
            "link_preview_options": NO_PREVIEW,
        },
        "reply_markup": {"inline_keyboard": [[{"text": "Ask more", "url": "https://t.me/desk_bot?start=evacuation"}]]},
    }
    assert sent == {"inline_query_id": update["inline_query"]["id"], "cache_time": "300", "is_personal": "false"}
