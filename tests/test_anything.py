"""Ten thousand updates of all sorts, at the real application over real HTTP: nothing fails, nothing gets through."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.desk import Desk
from tests.answeringcases import Room
from tests.botapi import BotApi
from tests.botapi_html import parse_html, utf16_length
from tests.botapi_methods import BOT
from tests.desk import running

UPDATES, AT_ONCE, TOGETHER = 10_000, 20, 500
"""How many updates, how many of them hypothesis thinks up in one go, and how many one bot takes."""

WORDS = st.sampled_from(
    "who when what why ordered the dam burst /who /ask /start /forget @desk_bot @other ‮ \u200f مَن قرر 谁 ვინ "
    "<b> </a> &amp; &lt; *it* _x_ [a](b) `c` evacuation mayor Lindqvist 😭👨‍👩‍👧🏳️‍🌈 z̸̢̛a̵l̷g̶o \u0000 \n".split(" ")
)
TEXTS = (
    st.text(max_size=80)
    | st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
    | st.sampled_from(["a" * 4096, "😀" * 2048, "who? " * 800, "ا" * 4096, "\u0301" * 500, "<" * 4096])
)
IDS = st.integers(1, 2**52)
NAMES = TEXTS.map(lambda text: text[:64] or "x")
USERS = st.fixed_dictionaries(
    {"id": IDS, "is_bot": st.booleans(), "first_name": NAMES},
    optional={"last_name": NAMES, "username": st.just("some_reader"), "language_code": st.just("fa")},
)
PRIVATE = st.fixed_dictionaries({"id": IDS, "type": st.just("private")}, optional={"first_name": NAMES})
GROUPS = st.fixed_dictionaries(
    {"id": IDS.map(lambda id_: -id_), "type": st.sampled_from(["group", "supergroup"]), "title": NAMES},
    optional={"is_forum": st.booleans()},
)
CHATS = PRIVATE | GROUPS
KINDS = (
    "mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough spoiler blockquote "
    "expandable_blockquote code pre text_link text_mention custom_emoji something_new"
).split()
FILE = {"file_id": "f", "file_unique_id": "f"}
EDITS = ("editMessageText", "editMessageReplyMarkup")
CONTENTS: list[dict[str, Any]] = [
    {"photo": [{**FILE, "width": 1, "height": 1}]},
    {"voice": {**FILE, "duration": 1}},
    {"document": FILE},
    {"location": {"latitude": 1.5, "longitude": 2.5}},
    {"contact": {"phone_number": "1", "first_name": "<b>"}},
    {"dice": {"emoji": "🎲", "value": 1}},
    {"new_chat_title": "<i>"},
    {"left_chat_member": {"id": 1, "is_bot": False, "first_name": "<u>"}},
    {"migrate_to_chat_id": -5},
    {"delete_chat_photo": True},
    {"something_new": {"a": [1]}},
    {},
]


@st.composite
def entities(draw: st.DrawFn, text: str) -> list[dict[str, Any]]:
    """Entities of every type; a command or mention where the text begins with one, as Telegram marks it."""
    found: list[dict[str, Any]] = []
    first = text.split(" ")[0]
    if first.startswith(("/", "@")) and len(first) > 1:
        found.append(
            {"type": "bot_command" if first[0] == "/" else "mention", "offset": 0, "length": utf16_length(first)}
        )
    for kind in draw(st.lists(st.sampled_from(KINDS), max_size=3)):
        offset = draw(st.integers(0, max(0, utf16_length(text) - 1)))
        length = draw(st.integers(1, max(1, utf16_length(text) - offset)))
        entity: dict[str, Any] = {"type": kind, "offset": offset, "length": length}
        if kind == "text_link":
            entity["url"] = "https://evil.example/?<b>"
        if kind == "text_mention":
            entity["user"] = {"id": 5, "is_bot": False, "first_name": "<a href='x'>"}
        found.append(entity)
    return found


@st.composite
def messages(draw: st.DrawFn) -> dict[str, Any]:
    message: dict[str, Any] = {"message_id": draw(IDS), "date": 1, "chat": draw(CHATS)}
    if draw(st.booleans()) or message["chat"]["type"] == "private":
        message["from"] = draw(USERS)
    text = draw(TEXTS)
    field = draw(st.sampled_from(["text", "caption", ""]))
    if field and text:
        message[field] = text
        if draw(st.booleans()):
            message["entities" if field == "text" else "caption_entities"] = draw(entities(text))
    if field != "text":
        message |= draw(st.sampled_from(CONTENTS))
    if draw(st.integers(0, 4)) == 0:
        message["reply_to_message"] = {
            "message_id": draw(IDS), "date": 1, "chat": message["chat"], "from": BOT, "text": draw(NAMES),
        }  # fmt: skip
    if draw(st.integers(0, 9)) == 0:
        message |= draw(
            st.sampled_from(
                [
                    {"message_thread_id": 7, "is_topic_message": True},
                    {"sender_chat": {"id": -7, "type": "channel", "title": "<b>"}},
                    {"forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "<b>"}},
                    {"via_bot": BOT},
                    {"is_automatic_forward": True},
                    {"quote": {"text": "<b>", "position": 0}},
                    {"media_group_id": "9"},
                ]
            )
        )
    return message


@st.composite
def presses(draw: st.DrawFn) -> dict[str, Any]:
    query: dict[str, Any] = {"id": str(draw(IDS)), "from": draw(USERS), "chat_instance": "1"}
    actions = st.sampled_from("ask source who map watch page story up down none".split())
    values = st.sampled_from(["evacuation", "dam-burst", "0", "1", "who:0", "what:1", "why:99", "gone", ""]) | NAMES
    if draw(st.integers(0, 9)):
        query["data"] = f"{draw(actions)}:{draw(values)}"[:60]
    shown = draw(messages())
    shown["reply_markup"] = {
        "inline_keyboard": [[{"text": draw(NAMES) or "x", "callback_data": query.get("data", "ask:0") or "x"}]]
    }
    old = {"message_id": 1, "date": 0, "chat": shown["chat"]}
    kind = draw(st.integers(0, 9))
    if kind:
        query["message"] = shown if kind > 1 else old
    return query


INLINE = st.fixed_dictionaries(
    {"id": IDS.map(str), "from": USERS, "query": TEXTS.map(lambda text: text[:256]), "offset": st.just("")}
)
MEMBERSHIPS = st.fixed_dictionaries(
    {
        "chat": CHATS,
        "from": USERS,
        "date": st.just(1),
        "old_chat_member": st.just({"user": BOT, "status": "member"}),
        "new_chat_member": st.sampled_from([{"user": BOT, "status": "left"}, {"user": BOT, "status": "member"}]),
    }
)
ANY_UPDATE = st.one_of(
    st.tuples(st.just("message"), messages()),
    st.tuples(st.just("edited_message"), messages()),
    st.tuples(st.just("callback_query"), presses()),
    st.tuples(st.just("inline_query"), INLINE),
    st.tuples(st.just("my_chat_member"), MEMBERSHIPS),
)


def random_updates() -> list[tuple[str, dict[str, Any]]]:
    """As many updates as hypothesis thinks up."""
    found: list[tuple[str, dict[str, Any]]] = []

    @settings(
        max_examples=UPDATES // AT_ONCE,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow, HealthCheck.large_base_example],
    )
    @given(updates=st.lists(ANY_UPDATE, min_size=AT_ONCE, max_size=AT_ONCE))
    def collect(updates: list[tuple[str, dict[str, Any]]]) -> None:
        found.extend(updates)

    collect()
    return found


def test_any_updates(room: Room, caplog: pytest.LogCaptureFixture) -> None:
    updates = random_updates()
    assert len(updates) >= UPDATES
    for start in range(0, len(updates), TOGETHER):
        caplog.clear()
        asyncio.run(_take(Desk(room.assistant), updates[start : start + TOGETHER]))
        assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == []


async def _take(desk: Desk, updates: list[tuple[str, dict[str, Any]]]) -> None:
    async with BotApi() as api:
        for number, (kind, content) in enumerate(updates):
            message = content.get("message", content)
            if chat := message.get("chat"):
                api.world.chats[chat["id"]] = chat
            if "message_id" in message:
                api.world.messages[chat["id"], message["message_id"]] = {"from": BOT, **message}
            api.inject(kind, content | ({"id": str(number)} if kind in ("callback_query", "inline_query") else {}))
        async with running(api, desk):
            await api.until(lambda: not api.world.updates and api.calls_of("getUpdates"), 60)
        for call in api.calls:
            # Random messages are not all the bot's own, and not all there to be edited.
            assert call.status == 200 or call.method in ("getUpdates", *EDITS), str(call)[:900]
            _check_markup(call.params)


def _check_markup(params: dict[str, Any]) -> None:
    """All markup is the bot's own: it leads to the story's sources, and to nowhere else."""
    results = [result["input_message_content"] for result in json.loads(params.get("results", "[]"))]
    texts = [params["text"]] if params.get("parse_mode") else []
    for text in [*texts, *(content["message_text"] for content in results)]:
        for entity in parse_html(text).entities:
            assert entity["type"] in ("bold", "italic", "underline", "text_link", "expandable_blockquote"), text
            assert "evil" not in entity.get("url", "")
            assert entity["type"] != "text_link" or entity["url"].split("/")[2].endswith(".example"), text
