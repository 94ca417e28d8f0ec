"""What is looked after as long as the bot runs: news that wait, stories out of date, and what is to be forgotten."""

from __future__ import annotations

import asyncio
import logging

from telegram import Bot

from bot.desk import Desk
from bot.state import State
from bot.telegram.following import tell_followers

HOUR_SECONDS = 3600.0

_LOG = logging.getLogger(__name__)


async def look_after(bot: Bot, desk: Desk, state: State, *, pause_seconds: float = HOUR_SECONDS) -> None:
    """Looks at the start and every hour, until it is cancelled. What fails is tried again the next time."""
    while True:
        remind_of_reviews(desk, state)
        state.prune()
        desk.forget_silent()
        await asyncio.sleep(pause_seconds)
        try:
            await tell_followers(bot, desk, state)
        except Exception as error:
            _LOG.error("Followers could not be told: %s", type(error).__name__)


def remind_of_reviews(desk: Desk, state: State) -> None:
    """Says once a day, by an error in the log that ADMIN_CHAT_ID is sent, which stories may be out of date."""
    overdue = desk.overdue()
    if overdue and state.is_first_of_day("review", desk.today().isoformat()):
        shown = ", ".join(f"{story.id} (since {story.review_by})" for story in overdue)
        _LOG.error("Due for review: %s. Readers are told so until review_by in the story's file is later", shown)
