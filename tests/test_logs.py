from __future__ import annotations

import io
import logging

import pytest

from bot.settings import Settings
from bot.telegram.logs import set_up_logging
from tests.botapi import TOKEN, BotApi, Fault
from tests.conftest import LIBRARIES
from tests.desk import EchoDesk, running, settings_for

SECRET = TOKEN.partition(":")[2]


pytestmark = pytest.mark.usefixtures("restored_logging")


@pytest.mark.parametrize("unmuted", [False, True])
async def test_token_is_in_no_line_at_debug(api: BotApi, desk: EchoDesk, unmuted: bool) -> None:
    stream = io.StringIO()
    set_up_logging(settings_for(api, LOG_LEVEL="DEBUG"), stream)
    if unmuted:
        for library in LIBRARIES:
            logging.getLogger(library).setLevel(logging.DEBUG)
    api.fail("sendMessage", Fault(502), Fault(cut="before"))
    api.fail("getUpdates", Fault(502))
    api.say("my words")
    async with running(api, desk):
        await api.until(lambda: not api.world.updates)
    log = stream.getvalue()
    assert "sendMessage failed (NetworkError); next try in 0.01 s" in log
    assert ("/bot<token>" in log) == unmuted
    assert ("my words" in log) == unmuted
    assert SECRET not in log


@pytest.mark.parametrize("secret", [TOKEN, SECRET, TOKEN.replace(":", "%3A")])
def test_secrets_are_taken_out_of_message_values_and_traceback(secret: str) -> None:
    stream = io.StringIO()
    set_up_logging(Settings.read({"TELEGRAM_TOKEN": TOKEN, "WEBHOOK_SECRET": "hush-hush"}, None), stream)
    try:
        raise ValueError(f"in the exception {secret} hush-hush")
    except ValueError:
        logging.getLogger("bot").exception("in the message %s and %r", secret, {"value": secret})
    log = stream.getvalue()
    assert "in the message" in log
    assert "ValueError: in the exception" in log
    assert "hush-hush" not in log
    assert SECRET not in log


@pytest.mark.parametrize(("level", "library_level"), [("DEBUG", "WARNING"), ("INFO", "WARNING"), ("ERROR", "ERROR")])
def test_levels(level: str, library_level: str) -> None:
    set_up_logging(Settings.read({"LOG_LEVEL": level}, None), io.StringIO())
    assert logging.getLevelName(logging.getLogger("bot").getEffectiveLevel()) == level
    assert logging.getLevelName(logging.getLogger("httpx").getEffectiveLevel()) == library_level
