"""How the bot presents itself on Telegram: set at start, and only where it differs from what Telegram has."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeDefault,
    MenuButtonCommands,
)
from telegram.constants import BotDescriptionLimit
from telegram.error import TelegramError

from bot.telegram.rendering import cut

if TYPE_CHECKING:
    from bot.knowledge.voice import VoiceFile

IN_GROUPS = ("ask", "story", "who", "what", "when", "where", "why", "sources", "help")
IN_PRIVATE = ("story", "who", "what", "when", "where", "why", "sources", "follow", "unfollow", "help", "privacy",
              "forget")  # fmt: skip

_LOG = logging.getLogger(__name__)


async def present(bot: Bot, voice: VoiceFile, titles: list[str]) -> None:
    """Sets commands, name, descriptions and menu. A failure is logged, and left to the next start."""
    try:
        await _set_commands(bot, voice)
        await _set_texts(bot, voice, ", ".join(titles))
        if not isinstance(await bot.get_chat_menu_button(), MenuButtonCommands):
            await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    except TelegramError as error:
        _LOG.warning("Telegram did not take the bot's commands and descriptions (%s)", type(error).__name__)


async def _set_commands(bot: Bot, voice: VoiceFile) -> None:
    scopes: list[tuple[BotCommandScope, tuple[str, ...]]] = [
        (BotCommandScopeDefault(), IN_PRIVATE),
        (BotCommandScopeAllPrivateChats(), IN_PRIVATE),
        (BotCommandScopeAllGroupChats(), IN_GROUPS),
    ]
    for scope, names in scopes:
        commands = tuple(BotCommand(name, getattr(voice, f"command_{name}")) for name in names)
        if await bot.get_my_commands(scope) != commands:
            await bot.set_my_commands(commands, scope)


async def _set_texts(bot: Bot, voice: VoiceFile, title: str) -> None:
    short = cut(voice.short_description.format(title=title), BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH)
    long = cut(voice.description.format(title=title), BotDescriptionLimit.MAX_DESCRIPTION_LENGTH)
    if (await bot.get_my_name()).name != voice.name:
        await bot.set_my_name(voice.name)
    if (await bot.get_my_short_description()).short_description != short:
        await bot.set_my_short_description(short)
    if (await bot.get_my_description()).description != long:
        await bot.set_my_description(long)
