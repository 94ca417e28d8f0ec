"""What the bot writes: messages ready to be sent, from what the desk says."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from bot.answering.browsing import Topic
from bot.answering.composing import joined, written_day
from bot.answering.reply import Reply
from bot.desk import Desk
from bot.telegram.keyboards import FOLLOW, UNFOLLOW, Keyboard, page_keyboard, reply_keyboard, story_keyboard
from bot.telegram.rendering import page_count, plain, render, render_links, render_page
from bot.telegram.sending import Outgoing

if TYPE_CHECKING:
    from bot.knowledge.voice import VoiceFile


class Writer:
    """Puts the desk's replies into messages with buttons."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def voice(self) -> VoiceFile:
        """The bot's own sentences."""
        return self._desk.voice

    def reply(
        self, reply: Reply, *, username: str, asked: str = "", is_brief: bool = False, can_watch: bool = False
    ) -> Outgoing:
        """A reply with its buttons; `asked` is the question where the reader did not write it."""
        has_map = bool(reply.fact) and self._desk.browser.venue(reply.fact) is not None
        keyboard = reply_keyboard(reply, self.voice, username=username, has_map=has_map, can_watch=can_watch)
        is_quoting = can_watch and reply.outcome == "not_in_source"
        return Outgoing(render(reply, asked=asked, is_brief=is_brief), plain(reply), keyboard, is_quoting)

    def bare(self, reply: Reply) -> Outgoing:
        """A reply that needs no buttons."""
        return Outgoing(render(reply), plain(reply))

    def sentence(self, text: str) -> Outgoing:
        """One of the bot's own sentences."""
        return self.bare(Reply("small_talk", statement=text))

    def page(self, topic: Topic, number: int) -> Outgoing:
        """A page of what is known of a topic, counted from 0; the last where there are not so many any more."""
        lines = self._desk.browser.listed(topic)
        number = min(number, page_count(lines) - 1)
        title: str = getattr(self.voice, f"title_{topic}")
        html = render_page(title, lines, self.voice, number, notes=self._overdue())
        return Outgoing(html, title, page_keyboard(topic, number, page_count(lines), self.voice))

    def _overdue(self) -> list[str]:
        """Which of the stories may be out of date, in a line each."""
        stories = self._desk.overdue()
        lines = [
            self.voice.overdue.format(day=written_day(story.review_by, self.voice))
            for story in stories
            if story.review_by
        ]
        if len(self._desk.stories) == 1:
            return lines
        heading = self.voice.title_heading
        return [heading.format(title=story.title, heading=line) for story, line in zip(stories, lines, strict=True)]

    def sources(self) -> Outgoing:
        """Everything that the stories cite."""
        return Outgoing(render_links(self.voice.title_sources, self._desk.browser.sources()), self.voice.title_sources)

    def story(self, *, username: str) -> Outgoing:
        """The story in its main facts, or a choice where there are several stories."""
        stories = self._desk.browser.stories()
        if len(stories) == 1 and (summary := self._desk.summary(next(iter(stories)))):
            return self.reply(summary, username=username)
        return self._choice(self.voice.which_story, story_keyboard(stories))

    def follow(self, followed: Collection[str]) -> Outgoing:
        """What following means, with a button to agree for each story that is not followed yet."""
        stories = self._desk.browser.stories()
        left = {
            id_: self.voice.button_follow.format(title=title) for id_, title in stories.items() if id_ not in followed
        }
        if left:
            return self._choice(self.voice.follow, story_keyboard(left, FOLLOW))
        return self.sentence(self.voice.follows_all.format(titles=joined(list(stories.values()), self.voice.and_)))

    def unfollow(self, followed: Collection[str]) -> Outgoing:
        """A choice among the stories that are followed."""
        stories = {id_: title for id_, title in self._desk.browser.stories().items() if id_ in followed}
        return self._choice(self.voice.which_unfollow, story_keyboard(stories, UNFOLLOW))

    def _choice(self, question: str, keyboard: Keyboard) -> Outgoing:
        asked = self.sentence(question)
        return Outgoing(asked.html, asked.plain, keyboard)
