"""Delivery over real HTTP: no question is lost, whatever fails, and none blocks another."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from telegram.error import InvalidToken

from bot.answering.handover import Loading
from bot.settings import Settings, SettingsError
from bot.telegram.running import run_bot
from tests.botapi import BotApi, Fault
from tests.desk import QUICK, EchoDesk, answer_all, logged, running, settings_for, texts
from tests.smalltown import WHO, write_town

ROOT = Path(__file__).parent.parent


async def test_what_was_asked_while_the_bot_was_down_is_answered(api: BotApi, desk: EchoDesk) -> None:
    for number in range(120):
        api.say(f"{number}", user_id=1 + number % 20)
    await answer_all(api, desk)
    assert sorted(map(int, (text.removeprefix("Echo: ") for text in texts(api)))) == list(range(120))


async def test_offset_moves_only_after_the_reply_was_sent(api: BotApi, desk: EchoDesk) -> None:
    sendable = asyncio.Event()
    api.fail("sendMessage", Fault(until=sendable))
    update = api.say("one")
    async with running(api, desk):
        await api.until(lambda: len(api.calls_of("getUpdates")) == 4)
        assert api.world.updates == [update]
        assert not api.sent
        sendable.set()
        await api.until(lambda: not api.world.updates)
    assert texts(api) == ["Echo: one"]
    assert len(desk.asked) == 1


async def test_bot_killed_between_fetch_and_send_answers_after_its_restart(api: BotApi, desk: EchoDesk) -> None:
    api.fail("sendMessage", Fault(until=asyncio.Event()))
    api.say("one")
    async with running(api, desk) as first:
        await api.until(lambda: desk.asked)
        await first.kill()
    assert len(api.world.updates) == 1
    await answer_all(api, EchoDesk())
    assert texts(api) == ["Echo: one"]


@pytest.mark.parametrize(
    "fault",
    [
        Fault(502),
        Fault(500, "Internal Server Error"),
        Fault(429, "Too Many Requests: retry after 0", {"retry_after": 0.01}),
        Fault(cut="before"),
    ],
)
async def test_failed_send_is_tried_again_with_the_same_reply(api: BotApi, desk: EchoDesk, fault: Fault) -> None:
    api.fail("sendMessage", fault, fault)
    api.say("one")
    await answer_all(api, desk)
    assert texts(api) == ["Echo: one"]
    assert [call.status for call in api.calls_of("sendMessage")] == [fault.status, fault.status, 200]
    assert len(desk.asked) == 1


async def test_connection_cut_after_the_send_costs_a_second_copy_but_no_question(api: BotApi, desk: EchoDesk) -> None:
    api.fail("sendMessage", Fault(cut="after"))
    api.say("one")
    await answer_all(api, desk)
    assert texts(api) == ["Echo: one", "Echo: one"]


async def test_poison_is_set_aside_and_blocks_nobody(
    api: BotApi, desk: EchoDesk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.failures["poison"] = 99
    poison = api.say("poison", user_id=1)
    unreadable = api.inject("message", {"message_id": "?"})
    api.say("same chat", user_id=1)
    api.say("other chat", user_id=2)
    await answer_all(api, desk)
    assert sorted(texts(api)) == ["Echo: other chat", "Echo: same chat"]
    assert [text for text, _ in desk.asked].count("poison") == 3
    set_aside = sorted(message for message in logged(caplog) if "set aside" in message)
    assert set_aside == [
        f"Update {poison['update_id']} was set aside: ValueError",
        f"Update {unreadable['update_id']} was set aside: KeyError",
    ]
    assert "no answer to poison" not in caplog.text


async def test_failing_update_waits_while_others_are_answered(api: BotApi, desk: EchoDesk) -> None:
    desk.failures["slow"] = 1
    api.say("slow", user_id=1)
    async with running(api, desk, pace=replace(QUICK, retry_seconds=(60,))):
        await api.until(lambda: desk.asked)
        api.say("new", user_id=2)
        await api.until(lambda: api.sent)
        assert texts(api) == ["Echo: new"]
        assert [update["message"]["text"] for update in api.world.updates] == ["slow", "new"]


async def test_defect_that_passes_is_tried_again(api: BotApi, desk: EchoDesk) -> None:
    desk.failures["one"] = 2
    api.say("one")
    await answer_all(api, desk)
    assert texts(api) == ["Echo: one"]


async def test_reader_who_blocked_the_bot_is_given_up_at_once(
    api: BotApi, desk: EchoDesk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="bot")
    api.say("one")
    api.world.blocked.add(1001)
    await answer_all(api, desk)
    assert len(api.calls_of("sendMessage")) == 1
    assert "A chat cannot be written to any more" in logged(caplog)
    assert not [record for record in caplog.records if record.levelname in ("WARNING", "ERROR")]


async def test_one_chat_is_answered_in_order_and_chats_at_once(api: BotApi, desk: EchoDesk) -> None:
    sendable = asyncio.Event()
    api.fail("sendMessage", Fault(until=sendable))
    api.say("a1", user_id=1)
    api.say("a2", user_id=1)
    api.say("b1", user_id=2)
    async with running(api, desk):
        await api.until(lambda: texts(api) == ["Echo: b1"])
        api.say("a3", user_id=1)
        polls = len(api.calls_of("getUpdates"))
        await api.until(lambda: len(api.calls_of("getUpdates")) > polls + 2)
        assert texts(api) == ["Echo: b1"]
        sendable.set()
        await api.until(lambda: not api.world.updates)
    assert texts(api) == ["Echo: b1", "Echo: a1", "Echo: a2", "Echo: a3"]


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        (Fault(502), "Telegram cannot be reached (NetworkError: Bad Gateway). Trying on."),
        (Fault(429, "x", {"retry_after": 0.01}), "Telegram cannot be reached (RetryAfter: "),
        (Fault(cut="before"), "Telegram cannot be reached (NetworkError: ConnectionResetError). Trying on."),
        (Fault(cut="after"), "Telegram cannot be reached (NetworkError: ConnectionResetError). Trying on."),
    ],
)
async def test_failed_fetch_is_tried_again_and_told_once(
    api: BotApi, desk: EchoDesk, caplog: pytest.LogCaptureFixture, fault: Fault, line: str
) -> None:
    caplog.set_level("INFO")
    api.fail("getUpdates", fault, fault, fault)
    api.say("one")
    await answer_all(api, desk)
    assert texts(api) == ["Echo: one"]
    connected, trouble, over = logged(caplog)
    assert connected == "Connected to Telegram as @desk_bot, waiting for messages"
    assert trouble.startswith(line)
    assert over == "Telegram answers again"


async def test_outage_at_the_start_is_waited_for(api: BotApi, desk: EchoDesk) -> None:
    api.fail("getMe", *[Fault(502)] * 9)
    api.say("one")
    await answer_all(api, desk)
    assert texts(api) == ["Echo: one"]


async def test_second_poller_is_told_once_and_both_keep_trying(
    api: BotApi, desk: EchoDesk, caplog: pytest.LogCaptureFixture
) -> None:
    api.fail("getUpdates", *[Fault(409, "Conflict: terminated by other getUpdates request")] * 3)
    api.say("one")
    await answer_all(api, desk)
    assert texts(api) == ["Echo: one"]
    assert logged(caplog) == [
        "Another process fetches this bot's updates: stop it, or give this one a token of its own. Trying on.",
        "Telegram answers again",
    ]


async def test_webhook_that_is_still_set_is_taken_away(api: BotApi, desk: EchoDesk) -> None:
    api.world.webhook = {"url": "https://example.org"}
    api.say("one")
    await answer_all(api, desk)
    assert texts(api) == ["Echo: one"]


async def test_refused_token_ends_the_run(api: BotApi, desk: EchoDesk) -> None:
    async with running(api, desk, TELEGRAM_TOKEN="1:" + "x" * 35) as bot:
        assert isinstance(await bot.ended(), InvalidToken)


async def test_stop_finishes_what_was_begun_and_acknowledges_just_that(api: BotApi, desk: EchoDesk) -> None:
    sendable = asyncio.Event()
    api.fail("sendMessage", Fault(until=sendable))
    api.say("begun", user_id=1)
    async with running(api, desk) as bot:
        await api.until(lambda: desk.asked)
        stopping = asyncio.create_task(bot.stop())
        api.say("too late", user_id=2)
        sendable.set()
        await stopping
    assert texts(api) == ["Echo: begun"]
    assert [update["message"]["text"] for update in api.world.updates] == ["too late"]
    last = api.calls_of("getUpdates")[-1]
    assert (last.params["limit"], last.params["timeout"]) == ("1", "0")


async def test_what_does_not_end_in_time_is_left_for_the_next_start(api: BotApi, desk: EchoDesk) -> None:
    api.say("done", user_id=1)
    api.say("stuck", user_id=2)
    desk.failures["stuck"] = 1
    async with running(api, desk, pace=replace(QUICK, retry_seconds=(60,), grace_seconds=0.01)) as bot:
        await api.until(lambda: len(desk.asked) == 2 and api.sent)
        await bot.stop()
    assert [update["message"]["text"] for update in api.world.updates] == ["stuck"]
    await answer_all(api, desk)
    assert texts(api) == ["Echo: done", "Echo: stuck"]


async def test_bot_that_was_asked_nothing_has_nothing_to_acknowledge(api: BotApi, desk: EchoDesk) -> None:
    async with running(api, desk) as bot:
        await api.until(lambda: api.calls_of("deleteWebhook"))
        await bot.stop()
    assert [call for call in api.calls_of("getUpdates") if call.status] == []


async def test_stop_where_telegram_is_down_says_what_may_happen(
    api: BotApi, desk: EchoDesk, caplog: pytest.LogCaptureFixture
) -> None:
    sendable = asyncio.Event()
    api.fail("sendMessage", Fault(until=sendable))
    api.say("one")
    async with running(api, desk) as bot:
        await api.until(lambda: desk.asked)
        api.fail("getUpdates", *[Fault(502)] * 99)
        stopping = asyncio.create_task(bot.stop())
        sendable.set()
        await stopping
    assert logged(caplog)[-1] == "The last replies may be sent again: no acknowledgement (NetworkError)"
    assert len(api.world.updates) == 1


@pytest.mark.usefixtures("restored_logging")
def test_missing_token_is_one_line(tmp_path: Path) -> None:
    loading = Loading(write_town(tmp_path / "knowledge"))
    with pytest.raises(SettingsError, match=r"\ATELEGRAM_TOKEN is not set: get a token from @BotFather.*\Z"):
        run_bot(Settings.read({"DATA_DIR": str(tmp_path)}, None), loading)


PROGRAM = """
import os, pathlib, sys, tempfile
from bot.answering.handover import start_loading
from bot.settings import Settings
from bot.telegram.running import run_bot
from tests.smalltown import write_town
with tempfile.TemporaryDirectory() as folder:
    loading = start_loading(write_town(pathlib.Path(folder) / "knowledge"))
    sys.exit(run_bot(Settings.read({**os.environ, "DATA_DIR": folder}, None), loading))
"""


async def start_process(api: BotApi, **environ: str) -> asyncio.subprocess.Process:
    settings = {"TELEGRAM_TOKEN": api.token, "TELEGRAM_API_URL": api.url, **environ}
    return await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, cwd=ROOT, env={**os.environ, **settings}, stderr=asyncio.subprocess.PIPE
    )


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_process_answers_and_stops_at_a_signal(api: BotApi, number: signal.Signals) -> None:
    api.say(WHO)
    process = await start_process(api, LOG_LEVEL="DEBUG")
    await api.until(lambda: not api.world.updates, 30)
    process.send_signal(number)
    _, log = await process.communicate()
    assert process.returncode == 0
    assert [text.partition("\n")[0] for text in texts(api)] == ["Ilsa Brandt"]
    assert b"Connected to Telegram as @desk_bot" in log
    assert api.token.partition(":")[2].encode() not in log
    assert b"Ilsa" not in log


async def test_process_with_a_refused_token_says_so_in_one_line(api: BotApi) -> None:
    token = "1:" + "x" * 35
    process = await start_process(api, TELEGRAM_TOKEN=token)
    _, log = await process.communicate()
    assert process.returncode == 2
    (line,) = log.decode().splitlines()
    assert line.endswith(
        "ERROR bot.telegram.running: Telegram refuses TELEGRAM_TOKEN: copy the token again from @BotFather, or ask it "
        "for a new one"
    )
    assert token not in line
    assert settings_for(api).require_token() not in line
