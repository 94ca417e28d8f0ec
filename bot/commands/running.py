"""`run`: the bot on Telegram; and what happens where no command is named."""

from __future__ import annotations

import argparse
import signal
import sys
from typing import TYPE_CHECKING

from bot.commands import DONE, knowledge_folder
from bot.commands.talking import chat

if TYPE_CHECKING:
    from bot.settings import Settings

GO_LIVE = (
    "Not on Telegram: TELEGRAM_TOKEN is not set. To go live, get a token from @BotFather (/newbot), write "
    "TELEGRAM_TOKEN=… into .env and start again."
)


def run_or_chat(settings: Settings, arguments: argparse.Namespace) -> int:
    """The bot on Telegram where there is a token for it, else in the terminal."""
    if settings.telegram_token is not None:
        return run(settings, arguments)
    print(GO_LIVE, file=sys.stderr)
    return chat(settings, arguments)


def run(settings: Settings, _arguments: argparse.Namespace) -> int:
    """The Telegram bot, until it is told to stop."""
    token = settings.require_token()
    signal.signal(signal.SIGTERM, _end)
    from bot.answering.cache import AssistantCache
    from bot.answering.handover import start_loading, uncollected

    folder = knowledge_folder(settings)
    load = start_loading(folder, AssistantCache(folder, settings.data_dir, token))
    with uncollected():
        from bot.telegram.running import run_bot

    return run_bot(settings, load)


def _end(*_: object) -> None:
    """Told to stop while nothing has been taken yet."""
    sys.exit(DONE)
