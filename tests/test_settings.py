from __future__ import annotations

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError

TOKEN = "123456789:AAtest-TOKEN_of_the_settings_0123456"


def test_defaults() -> None:
    settings = Settings.read({}, None)
    assert settings.telegram_token is None
    assert settings.telegram_api_url == "https://api.telegram.org"
    assert settings.webhook_url is None
    assert (settings.host, settings.port) == ("0.0.0.0", 8080)
    assert (settings.knowledge_dir, settings.data_dir) == (Path("knowledge"), Path("data"))
    assert settings.admin_chat_id is None
    assert settings.record_gaps is True
    assert settings.log_level == "INFO"


def test_everything_set() -> None:
    settings = Settings.read(
        {
            "TELEGRAM_TOKEN": f" {TOKEN}\n",
            "TELEGRAM_API_URL": "http://127.0.0.1:8081/",
            "WEBHOOK_URL": "https://bot.example.org/desk/",
            "PORT": "9000",
            "HOST": "::1",
            "WEBHOOK_SECRET": "s3cret",
            "KNOWLEDGE_DIR": "/srv/knowledge",
            "DATA_DIR": "/srv/data",
            "ADMIN_CHAT_ID": "-1001234567890",
            "RECORD_GAPS": "No",
            "LOG_LEVEL": "debug",
            "PATH": "/bin",
        },
        None,
    )
    assert settings.require_token() == TOKEN
    assert settings.telegram_api_url == "http://127.0.0.1:8081"
    assert settings.webhook_url == "https://bot.example.org/desk"
    assert (settings.host, settings.port) == ("::1", 9000)
    assert settings.webhook_secret == "s3cret"
    assert (settings.knowledge_dir, settings.data_dir) == (Path("/srv/knowledge"), Path("/srv/data"))
    assert settings.admin_chat_id == -1001234567890
    assert settings.record_gaps is False
    assert settings.log_level == "DEBUG"


def test_environment_wins_over_env_file_and_empty_counts_as_unset(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text("PORT=9000\nHOST=localhost\nLOG_LEVEL=\nDATA_DIR=$HOME\n", encoding="utf-8-sig")
    settings = Settings.read({"PORT": "9001", "HOST": "  "}, env_file)
    assert (settings.port, settings.host, settings.log_level) == (9001, "localhost", "INFO")
    assert settings.data_dir == Path("$HOME")


def test_missing_env_file_is_no_error(tmp_path: Path) -> None:
    assert Settings.read({}, tmp_path / ".env") == Settings.read({}, None)


def test_unreadable_env_file_is_named(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_bytes(b"PORT=\xff\n")
    with pytest.raises(SettingsError) as raised:
        Settings.read({}, env_file)
    assert str(raised.value) == (
        f"{env_file} cannot be read (UnicodeDecodeError): it must be a readable text file in UTF-8"
    )


API_URL_RULE = "the http or https address of a Bot API server, without user name, query or fragment"
WEBHOOK_RULE = "the public https address of this bot, without user name, query or fragment"
PORT_RULE = "the webhook's port, a whole number from 1 to 65535"
CHAT_RULE = "the number of a chat, such as 123456789 or -1001234567890"


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("PORT", "70000", f"'70000' is not {PORT_RULE}"),
        ("PORT", "0", f"'0' is not {PORT_RULE}"),
        ("PORT", "8_080", f"'8_080' is not {PORT_RULE}"),
        ("PORT", "http", f"'http' is not {PORT_RULE}"),
        ("LOG_LEVEL", "LOUD", "'LOUD' is not one of DEBUG, INFO, WARNING, ERROR, CRITICAL"),
        ("RECORD_GAPS", "false", "'false' is not yes or no"),
        ("ADMIN_CHAT_ID", "newsroom", f"'newsroom' is not {CHAT_RULE}"),
        ("TELEGRAM_API_URL", "api.telegram.org", f"'api.telegram.org' is not {API_URL_RULE}"),
        ("TELEGRAM_API_URL", "ftp://example.org", f"'ftp://example.org' is not {API_URL_RULE}"),
        ("TELEGRAM_API_URL", "http://h:port", f"'http://h:port' is not {API_URL_RULE}"),
        ("TELEGRAM_API_URL", "http://example.org?a=1", f"'http://example.org?a=1' is not {API_URL_RULE}"),
        ("WEBHOOK_URL", "http://example.org", f"'http://example.org' is not {WEBHOOK_RULE}"),
        ("HOST", "my host", "'my host' is not the host name or IP address on which the webhook listens"),
    ],
)
def test_wrong_value_is_explained(name: str, value: str, message: str) -> None:
    with pytest.raises(SettingsError) as raised:
        Settings.read({name: value}, None)
    assert str(raised.value) == f"{name} is wrong: {message}"


def test_all_wrong_values_are_told_at_once() -> None:
    with pytest.raises(SettingsError) as raised:
        Settings.read({"PORT": "x", "LOG_LEVEL": "LOUD", "TELEGRAM_TOKEN": "abc"}, None)
    lines = str(raised.value).splitlines()
    assert [line.split()[0] for line in lines] == ["TELEGRAM_TOKEN", "PORT", "LOG_LEVEL"]
    assert lines[0] == (
        "TELEGRAM_TOKEN is wrong: its value (not shown) is not a bot token as @BotFather gives it: digits, a colon and "
        "about 35 letters, digits, - or _"
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_TOKEN", TOKEN.replace(":", "")),
        ("TELEGRAM_TOKEN", f"{TOKEN} {TOKEN}"),
        ("TELEGRAM_TOKEN", f"bot{TOKEN}"),
        ("TELEGRAM_TOKEN", TOKEN[:20]),
        ("WEBHOOK_SECRET", "not-ASCII-sécret"),
        ("WEBHOOK_SECRET", "s" * 257),
        ("PORT", TOKEN),
        ("ADMIN_CHAT_ID", TOKEN),
        ("TELEGRAM_API_URL", f"api.telegram.org/bot{TOKEN}"),
        ("TELEGRAM_API_URL", "https://reader:password@example.org"),
    ],
)
def test_errors_never_show_a_secret(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as raised:
        Settings.read({name: value}, None)
    assert str(raised.value).startswith(f"{name} is wrong: its value (not shown) is not ")
    assert value[-8:] not in str(raised.value)
    assert raised.value.__cause__ is None
    assert raised.value.__context__ is None


def test_repr_shows_no_secret_and_nothing_can_be_changed() -> None:
    settings = Settings.read({"TELEGRAM_TOKEN": TOKEN, "WEBHOOK_SECRET": "s3cret"}, None)
    assert "AAtest" not in repr(settings)
    assert "s3cret" not in repr(settings)
    with pytest.raises(FrozenInstanceError):
        settings.port = 1  # type: ignore[misc]


def test_missing_token_says_where_to_get_one() -> None:
    with pytest.raises(SettingsError) as raised:
        Settings.read({}, None).require_token()
    assert str(raised.value) == (
        "TELEGRAM_TOKEN is not set: get a token from @BotFather on Telegram (/newbot) and set TELEGRAM_TOKEN to it, "
        "in the environment or in .env"
    )


def test_webhook_secret_is_derived_from_the_token_alone() -> None:
    one = Settings.read({"TELEGRAM_TOKEN": TOKEN, "PORT": "1"}, None).webhook_secret
    assert one == Settings.read({"TELEGRAM_TOKEN": TOKEN}, None).webhook_secret
    assert one != Settings.read({"TELEGRAM_TOKEN": TOKEN + "x"}, None).webhook_secret
    assert len(one) == 64
    assert TOKEN not in one
