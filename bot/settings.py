"""What the environment says: read once, checked at once, secrets kept out of every message."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from dotenv import dotenv_values
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")

_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]{20,}")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_SECRETS = ("TELEGRAM_TOKEN", "WEBHOOK_SECRET")
_MAY_HOLD_SECRET = re.compile(r"[0-9]{5,}:|@")
"""A token pasted into the wrong variable, or an address with a password."""


class SettingsError(Exception):
    """The environment cannot be used; the text has one line for each wrong variable."""


def _matching(pattern: re.Pattern[str]) -> AfterValidator:
    def check(secret: SecretStr) -> SecretStr:
        if not pattern.fullmatch(secret.get_secret_value()):
            raise ValueError
        return secret

    return AfterValidator(check)


def _address(*schemes: str) -> AfterValidator:
    def check(url: str) -> str:
        parts = urlsplit(url)
        _ = parts.port  # raises ValueError where the port is no number
        plain = not re.search(r"[\s?#@]", url)
        if parts.scheme not in schemes or not parts.hostname or not plain:
            raise ValueError
        return url.rstrip("/")

    return AfterValidator(check)


class Settings(BaseModel):
    """All that can be set from outside. A field's description says what is allowed, also in error messages."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    telegram_token: Annotated[SecretStr, _matching(_TOKEN)] | None = Field(
        default=None,
        alias="TELEGRAM_TOKEN",
        description="a bot token as @BotFather gives it: digits, a colon and about 35 letters, digits, - or _",
    )
    telegram_api_url: Annotated[str, _address("https", "http")] = Field(
        default="https://api.telegram.org",
        alias="TELEGRAM_API_URL",
        description="the http or https address of a Bot API server, without user name, query or fragment",
    )
    webhook_url: Annotated[str, _address("https")] | None = Field(
        default=None,
        alias="WEBHOOK_URL",
        description="the public https address of this bot, without user name, query or fragment",
    )
    port: int = Field(
        default=8080, ge=1, le=65535, alias="PORT", description="the webhook's port, a whole number from 1 to 65535"
    )
    host: str = Field(
        default="0.0.0.0",  # noqa: S104 - a rented host routes the webhook to an outer address
        pattern=r"^[A-Za-z0-9.:_-]+$",
        alias="HOST",
        description="the host name or IP address on which the webhook listens",
    )
    webhook_secret_set: Annotated[SecretStr, _matching(_WEBHOOK_SECRET)] | None = Field(
        default=None, alias="WEBHOOK_SECRET", description="1 to 256 letters, digits, - or _"
    )
    knowledge_dir: Path = Field(
        default=Path("knowledge"), alias="KNOWLEDGE_DIR", description="the folder that holds stories and lexicon"
    )
    data_dir: Path = Field(default=Path("data"), alias="DATA_DIR", description="a folder in which the bot may write")
    admin_chat_id: int | None = Field(
        default=None, alias="ADMIN_CHAT_ID", description="the number of a chat, such as 123456789 or -1001234567890"
    )
    log_level: Annotated[str, BeforeValidator(str.upper), Field(pattern=f"^({'|'.join(LOG_LEVELS)})$")] = Field(
        default="INFO", alias="LOG_LEVEL", description=f"one of {', '.join(LOG_LEVELS)}"
    )

    @classmethod
    def read(cls, environ: Mapping[str, str], env_file: Path | None) -> Settings:
        """The settings of `environ`, filled up from `env_file` where that exists; an empty value counts as unset.

        Raises SettingsError with one line for each variable that is wrong.
        """
        values = {**_read_env_file(env_file), **_given(environ)}
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            wrong = dict.fromkeys(str(problem["loc"][0]) for problem in error.errors())
        # Raised outside the except block: a chained ValidationError would carry the values along.
        raise SettingsError("\n".join(_explain(name, values[name]) for name in wrong))

    def require_token(self) -> str:
        """The bot token; raises SettingsError with one line that says how to get one."""
        if self.telegram_token is None:
            raise SettingsError(
                "TELEGRAM_TOKEN is not set: get a token from @BotFather on Telegram (/newbot) and set TELEGRAM_TOKEN "
                "to it, in the environment or in .env"
            )
        return self.telegram_token.get_secret_value()

    @property
    def webhook_secret(self) -> str:
        """What Telegram must send along with each update; derived from the token, so that replicas agree."""
        if self.webhook_secret_set is not None:
            return self.webhook_secret_set.get_secret_value()
        return hmac.new(self.require_token().encode(), b"webhook secret", hashlib.sha256).hexdigest()


def _read_env_file(path: Path | None) -> dict[str, str]:
    if path is None:
        return {}
    try:
        return _given(dotenv_values(path, interpolate=False, encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        problem = type(error).__name__
    raise SettingsError(f"{path} cannot be read ({problem}): it must be a readable text file in UTF-8")


def _given(values: Mapping[str, str | None]) -> dict[str, str]:
    known = {str(field.alias) for field in Settings.model_fields.values()}
    return {name: value.strip() for name, value in values.items() if name in known and value and value.strip()}


def _explain(name: str, value: str) -> str:
    field = next(field for field in Settings.model_fields.values() if field.alias == name)
    hidden = name in _SECRETS or _MAY_HOLD_SECRET.search(value)
    shown = "its value (not shown)" if hidden else repr(value)
    return f"{name} is wrong: {shown} is not {field.description}"
