"""Inline mode over real HTTP."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.desk import Desk
from bot.state import State
from tests.botapi import BotApi
from tests.botapi_html import parse_html
from tests.desk import answer_all


async def offered(api: BotApi, desk: Desk, state: State, query: str) -> dict[str, Any]:
    """The whole answer to an inline query, its results read."""
    api.type_inline(query)
    await answer_all(api, desk, state=state)
    call = api.calls_of("answerInlineQuery")[-1]
    assert call.status == 200
    return call.params | {"results": json.loads(call.params["results"])}


async def test_facts_are_offered_with_their_sourced_answer(api: BotApi, real: Desk, state: State) -> None:
    answer = await offered(api, real, state, "who ordered the evacuation")
    first = answer["results"][0]
    assert (first["id"], first["title"]) == ("evacuation", "Greta Lindqvist")
    assert first["description"].startswith("Mayor Greta Lindqvist ordered the evacuation of the old town")
    content = first["input_message_content"]
    assert content["link_preview_options"] == {"is_disabled": True}
    shown = parse_html(content["message_text"]).text
    assert "Orvendale Herald, 11 June 2031, paragraph 2" in shown
    assert first["reply_markup"]["inline_keyboard"] == [
        [{"text": "Ask more", "url": "https://t.me/desk_bot?start=evacuation"}]
    ]
    assert (answer["cache_time"], answer["is_personal"]) == ("300", "false")


async def test_empty_query_offers_the_main_facts(api: BotApi, real: Desk, state: State) -> None:
    answer = await offered(api, real, state, " ")
    assert [result["id"] for result in answer["results"]] == ["dam-burst", "evacuation", "soldiers-sent"]


@pytest.mark.parametrize("query", ["quantum chess", "?!", "<b>", "x" * 256])
async def test_nothing_found_leads_to_the_bot(api: BotApi, real: Desk, state: State, query: str) -> None:
    answer = await offered(api, real, state, query)
    assert answer["results"] == []
    assert json.loads(answer["button"]) == {"text": "Ask more", "start_parameter": "inline"}


async def test_query_that_telegram_gave_up_is_no_failure(
    api: BotApi, real: Desk, state: State, caplog: pytest.LogCaptureFixture
) -> None:
    api.type_inline("dam")
    api.world.open_queries.clear()
    await answer_all(api, real, state=state)
    assert api.calls_of("answerInlineQuery")[0].status == 400
    assert [record for record in caplog.records if record.levelname in ("WARNING", "ERROR")] == []


async def test_inline_queries_leave_conversations_alone(api: BotApi, real: Desk, state: State) -> None:
    await offered(api, real, state, "who ordered the evacuation")
    api.say("when?")
    await answer_all(api, real, state=state)
    assert api.sent[0]["text"].startswith("I can only answer questions about")
