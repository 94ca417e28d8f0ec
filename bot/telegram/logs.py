"""Logging without secrets and without readers' words."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from typing import TextIO

from bot.settings import Settings

LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"

_TALKATIVE = ("httpx", "httpcore", "telegram", "aiolimiter", "tornado")
"""Libraries that would log addresses, which hold the token, or whole updates, which hold what readers write."""


class RedactingFormatter(logging.Formatter):
    """Puts a name such as `<token>` for each secret, wherever it stands: message, values or traceback."""

    def __init__(self, secrets: Sequence[tuple[str, str]]) -> None:
        """`secrets` are pairs of a secret and the name to print for it."""
        super().__init__(LINE)
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        return self.redact(super().format(record))

    def redact(self, text: str) -> str:
        """The text with a name for each secret."""
        for secret, name in self._secrets:
            text = text.replace(secret, name)
        return text


def set_up_logging(settings: Settings, stream: TextIO | None = None) -> RedactingFormatter:
    """Logs to `stream` (standard error unless given), from LOG_LEVEL on, without secrets; replaces earlier handlers.

    Returns what takes the secrets out.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    formatter = RedactingFormatter(_secrets(settings))
    handler.setFormatter(formatter)
    logging.basicConfig(level=settings.log_level, handlers=[handler], force=True)
    for library in _TALKATIVE:
        logging.getLogger(library).setLevel(max(logging.WARNING, logging.getLevelNamesMapping()[settings.log_level]))
    return formatter


def _secrets(settings: Settings) -> list[tuple[str, str]]:
    if settings.telegram_token is None:
        return []
    token = settings.require_token()
    # The part behind the colon alone, too: in an encoded address the colon may be written as %3A.
    return [(token, "<token>"), (token.partition(":")[2], "<token>"), (settings.webhook_secret, "<webhook secret>")]
