"""Changed knowledge is put in use while the bot runs, and what is broken never is."""

from __future__ import annotations

import asyncio
import gc
import pickle
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answering.assistant import Assistant
from bot.answering.cache import AssistantCache, fingerprint
from bot.answering.handover import Loading, start_loading
from bot.desk import Desk
from bot.state import State, Watch
from bot.telegram.application import DeskApplication, build_application
from bot.telegram.reloading import OTHER_CODE, REFUSED, Reloader
from tests.botapi import BotApi
from tests.desk import logged, running, settings_for, texts
from tests.process import Bot, leaks, pushing
from tests.smalltown import STORY, WHO, write_town

CACHE_KEY = "123456789:secret"
OTHER = STORY.replace("Ilsa Brandt", "Ada Quist")
BROKEN = STORY.replace("near: [bridge-destroyed]", "near: [bridge]")
IN_USE = "The changed knowledge is in use: halvermoor-flood (as of 2031-03-04)"
WELL = "The knowledge is well again and in use: halvermoor-flood (as of 2031-03-04)"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_town(tmp_path / "knowledge")


@pytest.fixture
def loading(folder: Path, tmp_path: Path) -> Loading:
    """The knowledge, about to be loaded as the bot does."""
    return start_loading(folder, AssistantCache(folder, tmp_path / "data", CACHE_KEY))


@pytest.fixture
def application(api: BotApi, loading: Loading, state: State) -> DeskApplication:
    return build_application(settings_for(api), Desk(loading(), state), state)


@pytest.fixture
def reloader(application: DeskApplication, loading: Loading) -> Reloader:
    return Reloader(application, loading)


@pytest.fixture(autouse=True)
def unfrozen() -> Iterator[None]:
    """Leaves the collector as it was."""
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def all_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "bot")


def write(folder: Path, text: str) -> None:
    (folder / "stories" / "flood.yaml").write_text(text, encoding="utf-8")


def broken(folder: Path) -> str:
    """What is said of the broken story."""
    story = folder / "stories" / "flood.yaml"
    return (
        "The changed knowledge is not used; readers are answered from what was loaded before. What is wrong:\n"
        f"{story}:41: not_reported.1.near.1: no such fact 'bridge'; known here: evacuation-ordered, bridge-destroyed"
    )


async def look(reloader: Reloader) -> None:
    """Two looks, as a change needs."""
    await reloader.look()
    await reloader.look()


async def test_what_has_changed_is_in_use_at_the_second_look(
    application: DeskApplication, reloader: Reloader, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    since = application.loaded_at
    write(folder, OTHER)
    await reloader.look()
    assert application.desk.reply(WHO, "1:1").answer == "Ilsa Brandt"
    await reloader.look()
    assert application.desk.reply(WHO, "1:1").answer == "Ada Quist"
    assert logged(caplog) == [IN_USE]
    assert application.loaded_at > since
    assert application.is_renewed.is_set()


async def test_where_nothing_has_changed_nothing_is_loaded(
    application: DeskApplication, reloader: Reloader, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await look(reloader)
    write(folder, STORY)
    await look(reloader)
    await reloader.look(is_asked=True)
    assert (logged(caplog), application.is_renewed.is_set()) == ([], False)


async def test_whoever_asks_need_not_wait_for_a_second_look(
    application: DeskApplication, reloader: Reloader, folder: Path
) -> None:
    write(folder, OTHER)
    await reloader.look(is_asked=True)
    assert application.desk.reply(WHO, "1:1").answer == "Ada Quist"


async def test_what_is_broken_is_not_used_and_that_is_said_once(
    application: DeskApplication, reloader: Reloader, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(folder, BROKEN)
    await look(reloader)
    await look(reloader)
    await reloader.look(is_asked=True)
    assert application.has_mistakes
    assert application.desk.reply(WHO, "1:1").answer == "Ilsa Brandt"
    assert logged(caplog) == [broken(folder)]
    write(folder, OTHER)
    await look(reloader)
    assert not application.has_mistakes
    assert application.desk.reply(WHO, "1:1").answer == "Ada Quist"
    assert logged(caplog)[1:] == [WELL]
    assert [record.levelname for record in caplog.records if record.name.startswith("bot.")] == ["ERROR", "WARNING"]


async def test_what_was_in_use_may_come_back(
    application: DeskApplication, reloader: Reloader, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(folder, BROKEN)
    await look(reloader)
    write(folder, STORY)
    await look(reloader)
    assert logged(caplog) == [broken(folder), WELL]
    assert not application.is_renewed.is_set()


async def test_a_knowledge_folder_that_is_gone_stops_no_answer(
    application: DeskApplication, reloader: Reloader, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "stories").rename(folder / "elsewhere")
    await look(reloader)
    missing = f"{folder / 'stories'}: there is no such folder in {folder}; create it for the story files"
    assert logged(caplog) == [f"{REFUSED}\n{missing}"]
    assert application.desk.reply(WHO, "1:1").answer == "Ilsa Brandt"
    (folder / "elsewhere").rename(folder / "stories")
    await look(reloader)
    assert logged(caplog)[1:] == [WELL]


async def test_what_changes_while_it_is_read_is_read_again(
    application: DeskApplication,
    reloader: Reloader,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    read = Loading.take

    def read_and_write(self: Loading) -> Assistant:
        assistant = read(self)
        monkeypatch.undo()
        write(folder, OTHER.replace("Ada", "Ida"))
        return assistant

    monkeypatch.setattr(Loading, "take", read_and_write)
    write(folder, OTHER)
    await look(reloader)
    assert application.desk.reply(WHO, "1:1").answer == "Ilsa Brandt"
    await look(reloader)
    assert application.desk.reply(WHO, "1:1").answer == "Ida Quist"
    assert logged(caplog) == [IN_USE]


@pytest.mark.usefixtures("application")
async def test_the_kept_copy_is_what_is_in_use(reloader: Reloader, folder: Path, tmp_path: Path) -> None:
    cache = AssistantCache(folder, tmp_path / "data", CACHE_KEY)
    for text, name in ((OTHER, "Ada Quist"), (BROKEN, ""), (STORY, "Ilsa Brandt")):
        write(folder, text)
        await look(reloader)
        kept = cache.read(fingerprint(folder))
        assert (Assistant(*pickle.loads(kept)).ask(WHO).answer if kept else "") == name


async def test_other_code_needs_a_restart(
    application: DeskApplication, loading: Loading, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    loading.code = b"older"
    write(folder, OTHER)
    await look(Reloader(application, loading))
    assert application.desk.reply(WHO, "1:1").answer == "Ilsa Brandt"
    assert logged(caplog) == [f"{REFUSED}\n{OTHER_CODE}"]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (MemoryError("what a reader wrote"), "loading it failed (MemoryError)"),
        (AttributeError("what a reader wrote"), "loading it failed (AttributeError)"),
    ],
)
async def test_whatever_goes_wrong_stops_no_answer(
    application: DeskApplication,
    reloader: Reloader,
    folder: Path,
    error: Exception,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(_self: Loading) -> Assistant:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(Loading, "take", fail)
        write(folder, OTHER)
        await look(reloader)
    assert logged(caplog) == [f"{REFUSED}\n{said}"]
    await reloader.look(is_asked=True)
    assert logged(caplog)[1:] == [WELL]
    assert application.desk.reply(WHO, "1:1").answer == "Ada Quist"


async def test_what_was_in_use_is_released(application: DeskApplication, reloader: Reloader, folder: Path) -> None:
    application.desk.reply(WHO, "1:1")
    old = weakref.ref(application.desk._assistant)
    gc.freeze()
    write(folder, OTHER)
    await look(reloader)
    assert old() is None
    assert gc.get_freeze_count() > 0


async def test_what_was_taken_at_the_start_is_kept_for_the_next(
    application: DeskApplication, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = AssistantCache(folder, tmp_path / "kept", CACHE_KEY)
    loading = start_loading(folder, cache)
    loading.take()
    finished = asyncio.Event()
    loop, finish = asyncio.get_running_loop(), Loading.finish

    def finish_and_tell(self: Loading) -> None:
        finish(self)
        loop.call_soon_threadsafe(finished.set)

    monkeypatch.setattr(Loading, "finish", finish_and_tell)
    keeping = asyncio.create_task(Reloader(application, loading).keep_current())
    await finished.wait()
    keeping.cancel()
    await asyncio.wait([keeping])
    assert cache.read(fingerprint(folder)) is not None


async def test_a_reload_that_is_broken_off_leaves_no_process(
    reloader: Reloader, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped: list[int] = []
    stop = Loading.stop

    def stop_and_wait(self: Loading) -> None:
        stop(self)
        assert self._process is not None
        stopped.append(self._process.wait())

    began = asyncio.Event()
    loop, begin = asyncio.get_running_loop(), Loading.begin

    def begin_and_tell(self: Loading) -> None:
        begin(self)
        loop.call_soon_threadsafe(began.set)

    monkeypatch.setattr(Loading, "stop", stop_and_wait)
    monkeypatch.setattr(Loading, "begin", begin_and_tell)
    write(folder, OTHER)
    looking = asyncio.create_task(reloader.look(is_asked=True))
    await began.wait()
    looking.cancel()
    await asyncio.wait([looking])
    assert looking.cancelled()
    assert stopped == [-9]


KNOWN_LATER = Watch(1001, 1001, None, "Who rebuilt the old bridge?")
REBUILT = STORY.replace(
    "not_reported:",
    """\
  bridge-rebuilt:
    says: Masons rebuilt the old bridge.
    who: masons
    did: [rebuilt]
    what: the old bridge
    cite: {source: courier, paragraph: 1, quote: rebuilt the old bridge}
not_reported:""",
)


async def test_readers_who_wait_are_told_and_gaps_are_forgotten(
    api: BotApi, loading: Loading, state: State, folder: Path
) -> None:
    desk = Desk(loading(), state, records_gaps=True)
    async with running(api, desk, state=state, loading=loading):
        for question in (WHO, KNOWN_LATER.question, "Who won the chess tournament?"):
            api.say(question)
        await api.until(lambda: len(api.sent) == 3)
        state.watch(KNOWN_LATER)
        assert [gap.number for gap in state.gaps()] == [1, 1]
        write(folder, REBUILT)
        await api.until(lambda: len(api.sent) == 4, 30)
        api.say("And when?")
        await api.until(lambda: len(api.sent) == 5 and len(state.gaps()) == 1)
    assert texts(api)[3].splitlines()[:2] == [f"You asked: {KNOWN_LATER.question}", "Masons"]
    assert state.watches() == []
    assert [gap.question for gap in state.gaps()] == ["Who won the chess tournament?"]


async def test_the_stories_of_a_renewed_bot_are_presented(
    api: BotApi, loading: Loading, state: State, folder: Path
) -> None:
    async with running(api, Desk(loading(), state), state=state, loading=loading):
        await api.until(lambda: api.calls_of("setMyShortDescription"))
        write(folder, STORY.replace("title: Flood", "title: Great flood"))
        await api.until(lambda: len(api.calls_of("setMyShortDescription")) == 2, 30)
    described = [call.params["short_description"] for call in api.calls_of("setMyShortDescription")]
    assert described == [
        "Who, what, when, where, why: sourced answers about Flood in Halvermoor.",
        "Who, what, when, where, why: sourced answers about Great flood in Halvermoor.",
    ]


ADMIN = -42


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_the_process_looks_when_it_is_told_to_and_tells_the_newsroom(
    api: BotApi, tmp_path: Path, mode: str
) -> None:
    api.world.chats[ADMIN] = {"id": ADMIN, "type": "supergroup", "title": "Newsroom"}
    bot = Bot(api, tmp_path / "bot", mode, ADMIN_CHAT_ID=str(ADMIN))
    await bot.start()
    async with pushing(api, bot, mode):
        api.say(WHO)
        await api.until(lambda: len(api.sent) == 1, 60)
        write(bot.knowledge, BROKEN)
        bot.hang_up()
        await api.until(lambda: len(api.sent) == 2, 60)
        write(bot.knowledge, OTHER)
        bot.hang_up()
        await api.until(lambda: len(api.sent) == 3, 60)
        api.say(WHO)
        await api.until(lambda: len(api.sent) == 4 and not api.world.updates, 60)
    assert await bot.stop() == 0
    assert [text.partition("\n")[0] for text in (texts(api)[0], texts(api)[3])] == ["Ilsa Brandt", "Ada Quist"]
    assert texts(api)[1:3] == [broken(bot.knowledge), WELL]
    assert [message["chat"]["id"] for message in api.sent] == [1001, ADMIN, ADMIN, 1001]
    assert leaks(bot, api, "Who ordered") == []
