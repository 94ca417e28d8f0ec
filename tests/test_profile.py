"""How the bot presents itself on Telegram, over real HTTP."""

from __future__ import annotations

import pytest
from telegram.ext import CommandHandler

from bot.desk import Desk
from bot.state import State
from bot.telegram.flood import Flood
from bot.telegram.handlers import Handlers
from bot.telegram.profile import IN_GROUPS, IN_PRIVATE
from tests.botapi import BotApi, Fault
from tests.desk import logged, running

WRITES = {"setMyCommands", "setMyName", "setMyShortDescription", "setMyDescription", "setChatMenuButton"}
LAST = "getChatMenuButton"


async def start(api: BotApi, desk: Desk, state: State) -> list[str]:
    """The methods that set something while the bot starts."""
    before = len(api.calls)
    async with running(api, desk, state=state):
        await api.until(lambda: [call for call in api.calls[before:] if call.method in (LAST, "setChatMenuButton")])
        await api.until(lambda: api.world.menu_button["type"] == "commands")
    return [call.method for call in api.calls[before:] if call.method in WRITES]


async def test_all_is_set_once_and_then_left_alone(api: BotApi, real: Desk, state: State) -> None:
    assert set(await start(api, real, state)) == WRITES
    assert [command["command"] for command in api.world.commands["all_private_chats"]] == list(IN_PRIVATE)
    assert [command["command"] for command in api.world.commands["all_group_chats"]] == list(IN_GROUPS)
    assert api.world.profile == {
        "name": "Fact desk",
        "short_description": "Who, what, when, where, why: sourced answers about Dam break in Orvendale.",
        "description": real.voice.description.format(title="Dam break in Orvendale"),
    }
    assert await start(api, real, state) == []


async def test_only_what_differs_is_set(api: BotApi, real: Desk, state: State) -> None:
    await start(api, real, state)
    api.world.profile["description"] = "old"
    api.world.commands["all_group_chats"].pop()
    assert sorted(await start(api, real, state)) == ["setMyCommands", "setMyDescription"]


async def test_bot_answers_where_telegram_refuses_its_profile(
    api: BotApi, real: Desk, state: State, caplog: pytest.LogCaptureFixture
) -> None:
    api.fail("getMyCommands", Fault(400, "Bad Request: no"))
    async with running(api, real, state=state):
        await api.until(lambda: api.calls_of("getMyCommands"))
        api.say("hello")
        await api.until(lambda: api.sent)
    assert "Telegram did not take the bot's commands and descriptions (BadRequest)" in logged(caplog)


def test_every_command_shown_is_served(real: Desk, state: State) -> None:
    handlers = Handlers(real, state, Flood()).in_order()
    served = {name for handler in handlers if isinstance(handler, CommandHandler) for name in handler.commands}
    assert {*IN_PRIVATE, *IN_GROUPS, "start"} == served
