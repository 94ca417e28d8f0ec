"""What the environment says: read once, checked at once, secrets kept out of every message."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")

_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]{20,}")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_HOST = re.compile(r"[A-Za-z0-9.:_-]+")
_NUMBER = re.compile(r"-?[0-9]{1,18}")
_LOG_LEVEL = re.compile("|".join(LOG_LEVELS))
_SECRETS = ("TELEGRAM_TOKEN", "WEBHOOK_SECRET")
_MAY_HOLD_SECRET = re.compile(r"[0-9]{5,}:|@")
"""A token pasted into the wrong variable, or an address with a password."""


Value = TypeVar("Value")


class SettingsError(Exception):
    """The environment cannot be used; the text has one line for each wrong variable."""


def _setting(name: str, rule: str, read: Callable[[str], Value], *, default: Value, is_secret: bool = False) -> Value:
    """A field that the variable `name` sets: `read` returns its value, or raises ValueError where `rule` is broken."""
    return field(default=default, repr=not is_secret, metadata={"name": name, "rule": rule, "read": read})


def _matching(pattern: re.Pattern[str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not pattern.fullmatch(text):
            raise ValueError
        return text

    return read


def _address(*schemes: str) -> Callable[[str], str]:
    def read(url: str) -> str:
        parts = urlsplit(url)
        _ = parts.port  # raises ValueError where the port is no number
        plain = not re.search(r"[\s?#@]", url)
        if parts.scheme not in schemes or not parts.hostname or not plain:
            raise ValueError
        return url.rstrip("/")

    return read


def _whole_number(text: str) -> int:
    return int(_matching(_NUMBER)(text))


def _port(text: str) -> int:
    if not 1 <= (port := _whole_number(text)) <= 65535:
        raise ValueError
    return port


def _yes_or_no(text: str) -> bool:
    if (answer := text.lower()) not in ("yes", "no"):
        raise ValueError
    return answer == "yes"


def _log_level(text: str) -> str:
    return _matching(_LOG_LEVEL)(text.upper())


@dataclass(frozen=True, slots=True)
class Settings:
    """All that can be set from outside; each field says which variable sets it and what is allowed."""

    telegram_token: str | None = _setting(
        "TELEGRAM_TOKEN",
        "a bot token as @BotFather gives it: digits, a colon and about 35 letters, digits, - or _",
        _matching(_TOKEN),
        default=None,
        is_secret=True,
    )
    telegram_api_url: str = _setting(
        "TELEGRAM_API_URL",
        "the http or https address of a Bot API server, without user name, query or fragment",
        _address("https", "http"),
        default="https://api.telegram.org",
    )
    webhook_url: str | None = _setting(
        "WEBHOOK_URL",
        "the public https address of this bot, without user name, query or fragment",
        _address("https"),
        default=None,
    )
    port: int = _setting("PORT", "the webhook's port, a whole number from 1 to 65535", _port, default=8080)
    host: str = _setting(
        "HOST",
        "the host name or IP address on which the webhook listens",
        _matching(_HOST),
        default="0.0.0.0",  # noqa: S104 - a rented host routes the webhook to an outer address
    )
    webhook_secret_set: str | None = _setting(
        "WEBHOOK_SECRET",
        "1 to 256 letters, digits, - or _",
        _matching(_WEBHOOK_SECRET),
        default=None,
        is_secret=True,
    )
    knowledge_dir: Path = _setting(
        "KNOWLEDGE_DIR", "the folder that holds stories and lexicon", Path, default=Path("knowledge")
    )
    data_dir: Path = _setting("DATA_DIR", "a folder in which the bot may write", Path, default=Path("data"))
    admin_chat_id: int | None = _setting(
        "ADMIN_CHAT_ID", "the number of a chat, such as 123456789 or -1001234567890", _whole_number, default=None
    )
    record_gaps: bool = _setting("RECORD_GAPS", "yes or no", _yes_or_no, default=True)
    log_level: str = _setting("LOG_LEVEL", f"one of {', '.join(LOG_LEVELS)}", _log_level, default="INFO")
    given: frozenset[str] = frozenset()
    """The names of the variables that were set."""

    @classmethod
    def read(cls, environ: Mapping[str, str], env_file: Path | None) -> Settings:
        """The settings of `environ`, filled up from `env_file` where that exists; an empty value counts as unset.

        Raises SettingsError with one line for each variable that is wrong.
        """
        texts = {**_read_env_file(env_file), **_given(environ)}
        values: dict[str, Any] = {}
        problems = []
        for each in fields(cls):
            name = each.metadata.get("name")
            if name in texts:
                try:
                    values[each.name] = each.metadata["read"](texts[name])
                except ValueError:
                    problems.append(_explain(name, texts[name], each.metadata["rule"]))
        if problems:
            raise SettingsError("\n".join(problems))
        return cls(**values, given=frozenset(texts))

    def require_token(self) -> str:
        """The bot token; raises SettingsError with one line that says how to get one."""
        if self.telegram_token is None:
            raise SettingsError(
                "TELEGRAM_TOKEN is not set: get a token from @BotFather on Telegram (/newbot) and set TELEGRAM_TOKEN "
                "to it, in the environment or in .env"
            )
        return self.telegram_token

    @property
    def webhook_secret(self) -> str:
        """What Telegram must send along with each update; derived from the token, so that replicas agree."""
        if self.webhook_secret_set is not None:
            return self.webhook_secret_set
        return hmac.new(self.require_token().encode(), b"webhook secret", hashlib.sha256).hexdigest()


VARIABLES = {each.metadata["name"]: each for each in fields(Settings) if each.metadata}
"""The field that each variable sets."""


def _read_env_file(path: Path | None) -> dict[str, str]:
    try:
        if path is None or not path.exists():
            return {}
        # Where there is no such file, as on most hosts, the start need not wait for this.
        from dotenv import dotenv_values

        return _given(dotenv_values(path, interpolate=False, encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        problem = type(error).__name__
    raise SettingsError(f"{path} cannot be read ({problem}): it must be a readable text file in UTF-8")


def _given(values: Mapping[str, str | None]) -> dict[str, str]:
    return {name: value.strip() for name, value in values.items() if name in VARIABLES and value and value.strip()}


def _explain(name: str, value: str, rule: str) -> str:
    hidden = name in _SECRETS or _MAY_HOLD_SECRET.search(value)
    shown = "its value (not shown)" if hidden else repr(value)
    return f"{name} is wrong: {shown} is not {rule}"
