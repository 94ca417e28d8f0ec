"""The buttons below a message, and what each of them says when it is pressed.

A button says all that is needed to serve it: it works after a restart and on old messages. What a suggestion asks
stands on the button itself, and what "tell me when you know" is about in the message that it answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.answering.browsing import Topic, as_topic
from bot.answering.reply import Reply
from bot.state import USEFUL, USELESS

if TYPE_CHECKING:
    from bot.knowledge.voice import VoiceFile

Button: TypeAlias = dict[str, str]
Keyboard: TypeAlias = dict[str, list[list[Button]]]
"""The library's InlineKeyboardMarkup as the Bot API has it: a message is sent with a third less work that way."""

ASK, SOURCE, WHO_SAYS, MAP, WATCH, PAGE, STORY = "ask source who map watch page story".split()
FOLLOW, UNFOLLOW = "follow", "unfollow"


@dataclass(frozen=True, slots=True)
class Press:
    """What a button says: what to do, and with what."""

    action: str
    value: str = ""

    def data(self) -> str:
        """As Telegram keeps it."""
        return f"{self.action}:{self.value}"

    @classmethod
    def read(cls, data: str) -> Press:
        """The press of a button that said `data`."""
        action, _, value = data.partition(":")
        return cls(action, value)


def reply_keyboard(
    reply: Reply, voice: VoiceFile, *, username: str, has_map: bool = False, can_watch: bool = False
) -> Keyboard | None:
    """Next questions, what can be done with the facts that answer, and a wish to be told later."""
    rows = [[_button(question, Press(ASK, str(number)))] for number, question in enumerate(reply.suggestions)]
    if reply.fact:
        rows.append(
            [
                _button(voice.button_source, Press(SOURCE, reply.fact)),
                _button(voice.button_who_says, Press(WHO_SAYS, reply.fact)),
                *([_button(voice.button_map, Press(MAP, reply.fact))] if has_map else []),
            ]
        )
        rows.append(
            [
                _button(voice.button_useful, Press(USEFUL, reply.fact)),
                _button(voice.button_useless, Press(USELESS, reply.fact)),
                _link(voice.button_share, share_link(username, reply.fact)),
            ]
        )
    told = [part.fact for part in reply.parts if part.fact]
    for number, fact in enumerate(told, start=1):
        source = _button(f"{voice.button_source} {number}", Press(SOURCE, fact))
        share = _link(f"{voice.button_share} {number}", share_link(username, fact))
        rows.append([source, share])
    if can_watch and reply.outcome == "not_in_source":
        rows.append([_button(voice.button_watch, Press(WATCH))])
    return _keyboard(rows) if rows else None


def page_keyboard(topic: Topic, page: int, pages: int, voice: VoiceFile) -> Keyboard | None:
    """To the page before and the page behind."""
    row = []
    if page > 0:
        row.append(_button(voice.button_back, Press(PAGE, f"{topic}:{page - 1}")))
    if page + 1 < pages:
        row.append(_button(voice.button_on, Press(PAGE, f"{topic}:{page + 1}")))
    return _keyboard([row]) if row else None


def read_page(value: str) -> tuple[Topic, int] | None:
    """The topic and the page that a page button leads to; None where it leads nowhere."""
    name, _, number = value.partition(":")
    topic = as_topic(name)
    return (topic, int(number)) if topic and number.isascii() and number.isdigit() else None


def story_keyboard(stories: dict[str, str], action: str = STORY) -> Keyboard:
    """A choice of stories, by id with what stands on the button."""
    return _keyboard([[_button(title, Press(action, id_))] for id_, title in stories.items()])


def open_keyboard(reply: Reply, voice: VoiceFile, username: str) -> InlineKeyboardMarkup:
    """From an answer in any chat to the bot itself."""
    return InlineKeyboardMarkup([[InlineKeyboardButton(voice.button_open, url=deep_link(username, reply.fact))]])


def without(keyboard: InlineKeyboardMarkup, *gone: str) -> InlineKeyboardMarkup:
    """The buttons without those for some actions, or that say just that."""
    said = [[(button, str(button.callback_data or "")) for button in row] for row in keyboard.inline_keyboard]
    rows = [
        [button for button, data in row if data not in gone and Press.read(data).action not in gone] for row in said
    ]
    return InlineKeyboardMarkup([row for row in rows if row])


def question_on(keyboard: InlineKeyboardMarkup | None, data: str) -> str:
    """What stands on the button that says `data`; empty where there is none."""
    rows: Sequence[Sequence[InlineKeyboardButton]] = keyboard.inline_keyboard if keyboard else ()
    return next((button.text for row in rows for button in row if button.callback_data == data), "")


def deep_link(username: str, reference: str) -> str:
    """The address that opens the bot on a fact."""
    return f"https://t.me/{username}?start={reference}"


def share_link(username: str, reference: str) -> str:
    """The address that offers to send that on."""
    return f"https://t.me/share/url?url={quote(deep_link(username, reference), safe='')}"


def _keyboard(rows: list[list[Button]]) -> Keyboard:
    return {"inline_keyboard": rows}


def _button(text: str, press: Press) -> Button:
    return {"text": text, "callback_data": press.data()}


def _link(text: str, url: str) -> Button:
    return {"text": text, "url": url}
