"""Buttons: what is below a reply, and what pressing it does, over real HTTP."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.desk import Desk
from bot.state import State, Watch
from bot.telegram.flood import MOST
from tests.answeringcases import Room
from tests.botapi import BotApi
from tests.botapi_methods import Json
from tests.desk import answer_all, ask, buttons, running, texts

GROUP = -1001234567890
WHO = "Who ordered the evacuation?"
UNKNOWN = "How many people drowned?"


async def press(api: BotApi, desk: Desk, state: State, message: dict[str, Any], text: str, **fields: Json) -> str:
    """Presses a button; the text of the toast."""
    api.press(message, text, **fields)
    await answer_all(api, desk, state=state)
    call = api.calls_of("answerCallbackQuery")[-1]
    assert call.status == 200
    return str(call.params.get("text", ""))


async def test_answer_has_next_questions_sources_votes_and_a_link_to_share(
    api: BotApi, real: Desk, state: State
) -> None:
    message = await ask(api, real, state, WHO)
    *questions, about, votes = message["reply_markup"]["inline_keyboard"]
    assert len(questions) == 3
    assert [button["text"] for button in about] == ["Source", "Who says so?"]
    assert [button.get("callback_data") for button in about] == ["source:evacuation", "who:evacuation"]
    assert [button["text"] for button in votes] == ["👍", "👎", "Share"]
    assert votes[2]["url"] == "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fdesk_bot%3Fstart%3Devacuation"


async def test_next_question_is_asked_in_the_conversation(api: BotApi, real: Desk, state: State) -> None:
    message = await ask(api, real, state, WHO)
    question = buttons(message)[0][0]
    assert await press(api, real, state, message, question) == ""
    assert texts(api)[1].splitlines()[0] == question
    assert len(api.sent) == 2
    api.say("when?")
    await answer_all(api, real, state=state)
    assert question not in {text for row in buttons(api.sent[-1]) for text in row}


async def test_source_is_told_in_full(api: BotApi, real: Desk, state: State) -> None:
    message = await ask(api, real, state, WHO)
    assert await press(api, real, state, message, "Source") == ""
    assert texts(api)[1] == (
        "Orvendale Herald: “Dam bursts above Orvendale”, 11 June 2031, paragraph 2\n"
        "“ordered the evacuation”\n"
        "The Monitor: “Ministry under fire”, 10 June 2031, paragraph 3\n"
        "“2,000 residents”"
    )
    kinds = [entity["type"] for entity in api.sent[1]["entities"]]
    assert kinds == ["text_link", "expandable_blockquote"] * 2


async def test_each_of_several_answers_has_its_source_and_its_link(api: BotApi, real: Desk, state: State) -> None:
    message = await ask(api, real, state, f"{WHO} How many soldiers were sent?")
    assert buttons(message)[-2:] == [["Source 1", "Share 1"], ["Source 2", "Share 2"]]
    assert message["reply_markup"]["inline_keyboard"][-1][1]["url"].endswith("start%3Dsoldiers-sent")
    await press(api, real, state, message, "Source 2")
    assert texts(api)[1].startswith("Orvendale Herald: “Dam bursts above Orvendale”, 11 June 2031, paragraph 4")


async def test_who_says_so(api: BotApi, real: Desk, state: State) -> None:
    message = await ask(api, real, state, "Whom does the mayor accuse?")
    await press(api, real, state, message, "Who says so?")
    assert texts(api)[1].startswith("Greta Lindqvist\n")
    assert "Claimed by Greta Lindqvist." in texts(api)[1]


async def test_place_is_shown_on_the_map(api: BotApi, real: Desk, state: State) -> None:
    message = await ask(api, real, state, "What was flooded?")
    await press(api, real, state, message, "On the map")
    venue = api.sent[1]["venue"]
    assert (venue["title"], venue["location"]) == ("Orvendale", {"latitude": 61.5, "longitude": -7.25})
    assert venue["address"] == "Orvendale, Selvania (position: Atlas of Selvania)"


@pytest.mark.parametrize(("button", "vote"), [("👍", "up"), ("👎", "down")])
async def test_vote_is_counted_for_the_fact_and_can_be_given_once(
    api: BotApi, real: Desk, state: State, button: str, vote: str
) -> None:
    message = await ask(api, real, state, WHO)
    assert await press(api, real, state, message, button) == "Thank you, that is counted."
    assert state.votes() == {("evacuation", vote): 1}
    assert buttons(api.sent[0])[-1] == ["Share"]


async def test_refusal_offers_the_nearest_facts_and_to_be_told_later(api: BotApi, real: Desk, state: State) -> None:
    message = await ask(api, real, state, UNKNOWN)
    *questions, last = buttons(message)
    assert 1 <= len(questions) <= 3
    assert last == ["Tell me when you know"]
    assert message["reply_to_message"]["text"] == UNKNOWN
    toast = await press(api, real, state, message, "Tell me when you know")
    assert toast.startswith("When the story says it, I will tell you here.")
    assert state.watches() == [Watch(1001, 1001, None, UNKNOWN)]
    assert ["Tell me when you know"] not in buttons(api.sent[0])


async def test_forget_erases_what_a_reader_wanted_to_be_told(api: BotApi, real: Desk, state: State) -> None:
    message = await ask(api, real, state, UNKNOWN)
    await press(api, real, state, message, "Tell me when you know")
    state.watch(other := Watch(7, 7, None, "And mine?"))
    await ask(api, real, state, "/forget")
    assert texts(api)[-1].startswith("Done. I have forgotten")
    assert state.watches() == [other]
    assert (await ask(api, real, state, "when?"))["text"].startswith("I can only answer questions about")


@pytest.mark.parametrize(
    ("question", "topic"),
    [("@desk_bot How many people drowned?", None), ("/ask@desk_bot How many people drowned?", 5)],
)
async def test_reader_in_a_group_is_told_later_in_its_topic(
    api: BotApi, real: Desk, state: State, question: str, topic: int | None
) -> None:
    fields = {"message_thread_id": topic, "is_topic_message": True} if topic else {}
    message = await ask(api, real, state, question, chat_id=GROUP, user_id=7, **fields)
    await press(api, real, state, message, "Tell me when you know", user_id=8)
    assert state.watches() == [Watch(8, GROUP, topic, UNKNOWN)]


@pytest.mark.parametrize(
    "data",
    ["source:gone", "who:gone", "map:evacuation", "map:gone", "up:gone", "page:who:x", "page:why", "story:gone",
     "ask:9", "watch:", "nonsense", "", ":", "up", "ask:0:1", "page:who:99999999999999999999x"],
)  # fmt: skip
async def test_stale_button_says_so(api: BotApi, real: Desk, state: State, data: str) -> None:
    message = await ask(api, real, state, WHO)
    api.press_data(message, data)
    await answer_all(api, real, state=state)
    assert api.calls_of("answerCallbackQuery")[-1].params["text"] == "This button is too old. Please ask me again."
    assert len(api.sent) == 1
    assert state.votes() == {}


async def test_button_works_after_a_restart_and_on_a_message_that_telegram_does_not_show_any_more(
    api: BotApi, room: Room, state: State
) -> None:
    message = await ask(api, Desk(room.assistant), state, WHO)
    old = {"chat": message["chat"], "message_id": message["message_id"], "date": 0}
    api.press_data(old, "source:evacuation")
    await answer_all(api, Desk(room.assistant), state=state)
    assert texts(api)[1].startswith("Orvendale Herald: “Dam bursts above Orvendale”")


async def test_press_of_long_ago_is_served_all_the_same(api: BotApi, real: Desk, state: State) -> None:
    message = await ask(api, real, state, WHO)
    api.press(message, "Source")
    api.world.open_queries.clear()
    await answer_all(api, real, state=state)
    assert api.calls_of("answerCallbackQuery")[0].status == 400
    assert len(api.sent) == 2


async def test_press_is_answered_before_it_is_served(api: BotApi, real: Desk, state: State) -> None:
    message = await ask(api, real, state, WHO)
    await press(api, real, state, message, "Source")
    methods = [call.method for call in api.calls]
    assert methods.index("answerCallbackQuery") < len(methods) - 1 - methods[::-1].index("sendMessage")


async def test_press_without_a_message_is_refused(api: BotApi, real: Desk, state: State) -> None:
    message = await ask(api, real, state, WHO)
    update = api.press(message, "Source")
    del update["callback_query"]["message"]
    update["callback_query"]["inline_message_id"] = "7"
    await answer_all(api, real, state=state)
    assert api.calls_of("answerCallbackQuery")[-1].params["text"].startswith("This button is too old.")


async def test_reader_who_floods_gets_one_word(api: BotApi, real: Desk, state: State) -> None:
    message = await ask(api, real, state, WHO)
    for _ in range(MOST + 5):
        api.press(message, "Source")
    async with running(api, real, state=state):
        await api.until(lambda: not api.world.updates, 30)
    shown = [call.params.get("text", "") for call in api.calls_of("answerCallbackQuery")]
    assert len(shown) == MOST + 5
    assert [text for text in shown if text] == [real.voice.too_much]
    assert len(api.sent) == 1 + MOST


async def test_every_button_fits_what_telegram_takes(api: BotApi, real: Desk, state: State, room: Room) -> None:
    for test in room.story.tests:
        api.say(test.ask, user_id=len(api.world.updates) + 1)
    await answer_all(api, real, state=state)
    calls = api.calls_of("sendMessage")
    assert {call.status for call in calls} == {200}
    data = [
        button["callback_data"]
        for call in calls
        for row in json.loads(call.params["reply_markup"])["inline_keyboard"]
        for button in row
        if "callback_data" in button
    ]
    assert max(len(each.encode()) for each in data) <= 64
