"""Fixtures that several test modules use."""

from __future__ import annotations

import logging
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.answering.assistant import Assistant
from bot.answering.handover import load_assistant
from bot.desk import Desk
from bot.state import State
from tests.aftermath import AFTERMATH
from tests.answeringcases import Room, build_room
from tests.botapi import BotApi
from tests.desk import EchoDesk
from tests.harbour import HARBOUR
from tests.smalltown import STORY, TWIN, move_in, write_town

LIBRARIES = ("httpx", "httpcore", "telegram", "aiolimiter", "tornado")
"""Whose own talk is kept low."""


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """Telegram's Bot API, as a stand-in on this machine."""
    async with BotApi() as server:
        yield server


@pytest.fixture
def desk() -> EchoDesk:
    """Something that answers."""
    return EchoDesk()


@pytest.fixture(scope="session")
def room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    """The answering room with an invented story."""
    return build_room(tmp_path_factory.mktemp("room") / "knowledge")


@pytest.fixture(scope="session")
def later(tmp_path_factory: pytest.TempPathFactory) -> Room:
    """The answering room with the invented story and what came after."""
    return build_room(tmp_path_factory.mktemp("later") / "knowledge", dam=AFTERMATH)


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Room:
    """The answering room with the invented story of the harbour."""
    return build_room(tmp_path_factory.mktemp("harbour") / "knowledge", harbour=HARBOUR)


@pytest.fixture(scope="session")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant that knows two stories whose ids clash."""
    return load_assistant(write_town(tmp_path_factory.mktemp("twins") / "knowledge", a=STORY, b=TWIN))


@pytest.fixture
def real(room: Room) -> Desk:
    """A desk that answers from the invented story."""
    return Desk(room.assistant)


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    """A state in a folder of its own."""
    with closing(State(tmp_path / "data")) as kept:
        yield kept


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small town's knowledge folder, in a working directory where no setting of this machine counts."""
    return move_in(tmp_path, monkeypatch)


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Lets the processes that a test starts be interrupted, even where a shell's background job ignores that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def restored_logging() -> Iterator[None]:
    """Leaves the log as it was."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for library in LIBRARIES:
        logging.getLogger(library).setLevel(logging.NOTSET)
