"""Calls to Telegram in which the library's own reading of results would cost too much, or fail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from telegram.ext import ExtBot


class DeskBot(ExtBot[int]):
    """The library's bot, which can also fetch updates without reading them, and send without reading what was sent."""

    async def fetch_updates(
        self, offset: int | None, *, kinds: Sequence[str], limit: int, timeout_seconds: int
    ) -> list[dict[str, Any]]:
        """What getUpdates returns, as it is.

        `get_updates` fails as a whole where it cannot read one update, and so could never get past that one.
        """
        wanted = {"offset": offset, "limit": limit, "timeout": timeout_seconds, "allowed_updates": kinds}
        read_timeout = timeout_seconds + 5
        return cast("list[dict[str, Any]]", await self._post("getUpdates", wanted, read_timeout=read_timeout))

    async def send(self, **parameters: object) -> int:
        """Sends a message by the parameters of sendMessage; returns its id.

        `send_message` takes the whole of the message apart that Telegram sends back, to the last button.
        """
        sent: dict[str, Any] = await self._post("sendMessage", parameters)
        return int(sent["message_id"])

    async def edit(self, **parameters: object) -> None:
        """Changes a message by the parameters of editMessageText."""
        await self._post("editMessageText", parameters)
