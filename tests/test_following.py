"""Following a story on Telegram: consent, what is sent and how often, and the end of it, over real HTTP."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from bot.answering.assistant import Assistant
from bot.answering.handover import load_assistant
from bot.desk import Desk
from bot.state import State
from bot.telegram.application import build_application
from bot.telegram.following import MOST_A_DAY, MOST_NEWS, tell_followers
from bot.telegram.sending import Limits, PatientRateLimiter
from tests.answeringcases import STORY
from tests.botapi import BotApi, Fault
from tests.changedstory import CHANGED
from tests.desk import SEND_PAUSES, answer_all, ask, buttons, logged, running, settings_for, texts
from tests.smalltown import write_town
from tests.storyfiles import changed
from tests.twostories import FIRE, WALKOUT

READER, OTHER = 1001, 1002
STORY_ID, TITLE = "orvendale-dam", "Dam break in Orvendale"
DAY = datetime.date(2031, 6, 20)
MORE_MAIN = changed(STORY, "[dam-burst, evacuation, soldiers-sent]", "[dam-burst, evacuation, soldiers-sent, {more}]")
NEWS = "\n".join(
    [
        f"News: {TITLE}",
        "• Corrected on 12 June 2031: An earlier report said Saturday. Now it says: The Kestrin dam above Orvendale "
        "burst on Sunday 8 June 2031 after a week of heavy rain. ¶1",
        "• Withdrawn on 13 June 2031 is the answer to “How many soldiers were sent?”: The ministry denies it.",
        "• Withdrawn on 14 June 2031 is the answer to “Who warned the parents?”: The school was open.",
        "You follow this story; /unfollow ends that.",
        "Orvendale Herald, 11 June 2031, paragraph 1",
        "“burst after a week of rain”",
    ]
)


@pytest.fixture(scope="module")
def changed_assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return load_assistant(write_town(tmp_path_factory.mktemp("following") / "knowledge", dam=CHANGED))


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return load_assistant(write_town(tmp_path_factory.mktemp("two") / "knowledge", a=FIRE, b=WALKOUT))


async def tell(api: BotApi, desk: Desk, state: State, *, sent: int) -> None:
    """Tells the followers, in private chats that exist, and looks whether so many messages arrived."""
    for chat in (READER, OTHER):
        api.say("hello", user_id=chat, chat_id=chat)
    api.world.updates.clear()
    before = len(api.sent)
    limiter = PatientRateLimiter(SEND_PAUSES, limits=Limits(0, 0, 0))
    async with build_application(settings_for(api), desk, state, rate_limiter=limiter) as application:
        await tell_followers(application.bot, desk, state)
    assert len(api.sent) - before == sent


def on(assistant: Assistant, day: datetime.date = DAY) -> Desk:
    return Desk(assistant, today=lambda: day)


async def test_the_reader_agrees_before_anything_is_kept(api: BotApi, real: Desk, state: State) -> None:
    message = await ask(api, real, state, "/follow")
    for said in ("corrected or withdrawn", "new main facts", "at most three messages a day", "/unfollow", "/forget"):
        assert said in message["text"]
    assert buttons(message) == [[f"I agree: {TITLE}"]]
    assert state.followers.stories(READER) == []
    api.press(message, f"I agree: {TITLE}")
    await answer_all(api, real, state=state)
    assert state.followers.stories(READER) == [STORY_ID]
    assert api.calls_of("answerCallbackQuery")[-1].params["text"].startswith("Agreed.")
    assert (await ask(api, real, state, "/follow"))["text"] == f"You follow {TITLE}. /unfollow ends that."


async def test_privacy_says_what_is_kept_of_followers(api: BotApi, real: Desk, state: State) -> None:
    message = await ask(api, real, state, "/privacy")
    assert (
        "If you follow a story, I keep your number, the story, up to which of its news I have told you"
        in message["text"]
    )


@pytest.mark.parametrize(
    ("command", "said"), [("/unfollow", "Done. I will send you no more"), ("/forget", "Done. I have")]
)
async def test_the_reader_ends_it(api: BotApi, real: Desk, state: State, command: str, said: str) -> None:
    state.followers.follow(READER, STORY_ID)
    assert (await ask(api, real, state, command))["text"].startswith(said)
    assert state.followers.stories(READER) == []


async def test_whoever_follows_nothing_hears_so(api: BotApi, real: Desk, state: State) -> None:
    assert (await ask(api, real, state, "/unfollow"))["text"].startswith("You follow no story.")


async def test_of_several_stories_each_is_followed_and_left_by_itself(
    api: BotApi, two: Assistant, state: State
) -> None:
    desk = on(two)
    message = await ask(api, desk, state, "/follow")
    fire, walkout = "Harbour fire in Velmora", "Tram walkout in Velmora"
    assert buttons(message) == [[f"I agree: {fire}"], [f"I agree: {walkout}"]]
    api.press(message, f"I agree: {walkout}")
    await answer_all(api, desk, state=state)
    assert state.followers.stories(READER) == ["tram-walkout"]
    message = await ask(api, desk, state, "/follow")
    assert buttons(message) == [[f"I agree: {fire}"]]
    api.press(message, f"I agree: {fire}")
    message = await ask(api, desk, state, "/unfollow")
    assert buttons(message) == [[fire], [walkout]]
    api.press(message, fire)
    await answer_all(api, desk, state=state)
    assert state.followers.stories(READER) == ["tram-walkout"]


async def test_in_groups_nobody_follows(api: BotApi, real: Desk, state: State) -> None:
    api.say("/follow", chat_id=-1001234567890)
    await answer_all(api, real, state=state)
    assert texts(api) == []
    message = await ask(api, real, state, "/who@desk_bot", chat_id=-1001234567890)
    api.press_data(message, f"follow:{STORY_ID}")
    await answer_all(api, real, state=state)
    assert state.followers.stories(READER) == []


async def test_a_button_for_a_story_that_is_gone_is_too_old(api: BotApi, real: Desk, state: State) -> None:
    message = await ask(api, real, state, "/follow")
    api.press_data(message, "follow:gone")
    await answer_all(api, real, state=state)
    assert "too old" in api.calls_of("answerCallbackQuery")[-1].params["text"]


async def test_nothing_is_announced_at_the_first_start(api: BotApi, changed_assistant: Assistant, state: State) -> None:
    state.followers.follow(READER, STORY_ID)
    await tell(api, on(changed_assistant), state, sent=0)
    assert texts(api) == []


async def test_news_are_sent_once_in_one_message(
    api: BotApi, real: Desk, changed_assistant: Assistant, state: State
) -> None:
    await tell(api, real, state, sent=0)
    state.followers.follow(READER, STORY_ID)
    await tell(api, on(changed_assistant), state, sent=1)
    assert texts(api) == [f"{NEWS}\nReported as of 11 June 2031."]
    assert api.sent[0]["chat"]["id"] == READER
    await tell(api, on(changed_assistant), state, sent=0)
    await tell(api, on(changed_assistant, DAY + datetime.timedelta(1)), state, sent=0)


async def test_the_start_tells_what_is_new(api: BotApi, real: Desk, changed_assistant: Assistant, state: State) -> None:
    await tell(api, real, state, sent=0)
    state.followers.follow(READER, STORY_ID)
    async with running(api, on(changed_assistant), state=state):
        await api.until(lambda: bool(api.sent), 30)
    assert texts(api)[0].startswith(NEWS)


async def test_a_new_main_fact_is_news(api: BotApi, real: Desk, state: State, tmp_path: Path) -> None:
    await tell(api, real, state, sent=0)
    state.followers.follow(READER, STORY_ID)
    text = MORE_MAIN.replace("{more}", "bridge-closed")
    await tell(api, on(load_assistant(write_town(tmp_path / "knowledge", dam=text))), state, sent=1)
    assert "• New: The stone bridge remains closed to lorries. ¶5" in texts(api)[0]


async def test_no_more_than_three_messages_a_day(api: BotApi, changed_assistant: Assistant, state: State) -> None:
    for story in (STORY_ID, "other"):
        state.followers.note(story, [])
        state.followers.follow(READER, story)
    state.followers.note("other", [(str(number), "main", "") for number in range(MOST_A_DAY)])
    for letter in state.followers.letters():
        for number, _fact in letter.news:
            (waiting,) = state.followers.letters()
            assert state.followers.mark_told(waiting, number, DAY.isoformat())
    state.followers.note(STORY_ID, [("gone", "main", "")])
    await tell(api, on(changed_assistant), state, sent=0)
    assert texts(api) == []
    await tell(api, on(changed_assistant, DAY + datetime.timedelta(1)), state, sent=1)
    assert texts(api)[0].startswith(f"News: {TITLE}")


async def test_many_news_come_in_several_messages(api: BotApi, real: Desk, state: State, tmp_path: Path) -> None:
    await tell(api, real, state, sent=0)
    state.followers.follow(READER, STORY_ID)
    text = MORE_MAIN.replace(
        "{more}", "hospital-flooded, mayor-accuses, shop-looted, bridge-closed, school-warning, damage-unclear"
    )
    desk = on(load_assistant(write_town(tmp_path / "knowledge", dam=text)))
    for sent in (MOST_NEWS, 1):
        await tell(api, desk, state, sent=1)
        assert api.sent[-1]["text"].count("• New:") == sent


async def test_a_reader_who_has_blocked_the_bot_is_forgotten(
    api: BotApi, real: Desk, changed_assistant: Assistant, state: State
) -> None:
    await tell(api, real, state, sent=0)
    for reader in (READER, OTHER):
        state.followers.follow(reader, STORY_ID)
    api.world.blocked.add(READER)
    await tell(api, on(changed_assistant), state, sent=1)
    assert (state.followers.stories(READER), state.followers.stories(OTHER)) == ([], [STORY_ID])


async def test_what_could_not_be_sent_waits(
    api: BotApi, real: Desk, changed_assistant: Assistant, state: State, caplog: pytest.LogCaptureFixture
) -> None:
    await tell(api, real, state, sent=0)
    state.followers.follow(READER, STORY_ID)
    api.fail("sendMessage", *[Fault(502)] * (len(SEND_PAUSES) + 1))
    await tell(api, on(changed_assistant), state, sent=0)
    assert len(api.calls_of("sendMessage")) == len(SEND_PAUSES) + 1
    assert any("could not be sent" in line for line in logged(caplog))
    assert not [line for line in logged(caplog) if str(READER) in line]
    await tell(api, on(changed_assistant), state, sent=1)
    assert [text.partition("\n")[0] for text in texts(api)] == [f"News: {TITLE}"]
