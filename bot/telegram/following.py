"""Tells the followers of stories their news."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from telegram import Bot
from telegram.error import TelegramError

from bot.answering.reply import Reply
from bot.desk import Desk
from bot.followers import Letter
from bot.state import State
from bot.telegram.sending import Recipient, send
from bot.telegram.writing import Writer

MOST_A_DAY = 3
"""Messages that a follower gets in a day."""
MOST_NEWS, LONGEST = 5, 1000
"""Facts in one message, and its length in characters: what would be cut off waits for the next one."""

_LOG = logging.getLogger(__name__)


async def tell_followers(bot: Bot, desk: Desk, state: State) -> None:
    """Notes what is new in the stories, and sends to each follower what that one has not been told.

    What cannot be sent, or would be too much for a day, waits for the next time.
    """
    for story, versions in desk.news.versions().items():
        state.followers.note(story, versions)
    day = desk.today().isoformat()
    for letter in state.followers.letters():
        if state.followers.sent(letter.reader, day) < MOST_A_DAY:
            await _send(bot, desk, state, letter)


async def _send(bot: Bot, desk: Desk, state: State, letter: Letter) -> None:
    news = [each for each in letter.news if _told(desk, letter.story, [each])][:MOST_NEWS]
    while (reply := _told(desk, letter.story, news)) and len(news) > 1 and len(reply.statement) > LONGEST:
        news.pop()
    if reply is None or not state.followers.mark_told(letter, news[-1][0], desk.today().isoformat()):
        return
    try:
        outgoing = Writer(desk).reply(reply, username=bot.username)
        sent = await send(bot, Recipient(letter.reader), outgoing)
    except TelegramError as error:
        state.followers.take_back(letter, news[-1][0])
        _LOG.warning("News that a reader follows could not be sent (%s)", type(error).__name__)
    else:
        if sent is None:
            state.forget_chat(letter.reader)


def _told(desk: Desk, story: str, news: Sequence[tuple[int, str]]) -> Reply | None:
    """News in one message; None where the story has none of them any more."""
    return desk.news.told(story, [fact for _number, fact in news])
