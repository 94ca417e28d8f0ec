"""Fixtures that several test modules use."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.botapi import BotApi
from tests.desk import EchoDesk


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """Telegram's Bot API, as a stand-in on this machine."""
    async with BotApi() as server:
        yield server


@pytest.fixture
def desk() -> EchoDesk:
    """Something that answers."""
    return EchoDesk()
