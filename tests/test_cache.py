"""The assistant that is kept from one start to the next."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering import handover
from bot.answering.cache import FILE, AssistantCache, code_fingerprint, fingerprint, stamp
from bot.answering.handover import HandoverError, load_assistant, start_loading
from bot.knowledge.problems import KnowledgeError
from tests.answeringcases import STORY, WHO, fact_of
from tests.smalltown import write_town

KEY = "123456789:secret"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_town(tmp_path / "knowledge", dam=STORY)


@pytest.fixture
def no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on no other process can load anything."""
    monkeypatch.setattr(sys, "executable", shutil.which("false"))


def kept(folder: Path, data: Path) -> AssistantCache:
    """A cache that has the assistant for a folder."""
    start_loading(folder, AssistantCache(data, KEY))()
    return AssistantCache(data, KEY)


def test_the_next_start_needs_no_other_process(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = kept(folder, tmp_path / "data")
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    assert start_loading(folder, cache)().ask(WHO) == load_assistant(folder).ask(WHO)


@pytest.mark.parametrize(
    "changed",
    [Path("stories", "dam.yaml"), Path("stories", "new.yaml"), Path("lexicon", "en.yaml")],
    ids=str,
)
def test_changed_knowledge_is_loaded_anew(folder: Path, tmp_path: Path, changed: Path) -> None:
    cache = kept(folder, tmp_path / "data")
    before = fingerprint(folder)
    if changed.parent.name == "lexicon":
        # A link, as where a host mounts the knowledge: the folder behind it counts.
        lexicon = (folder / "lexicon").resolve()
        (folder / "lexicon").unlink()
        shutil.copytree(lexicon, tmp_path / "mounted")
        (folder / "lexicon").symlink_to(tmp_path / "mounted")
    with (folder / changed).open("a", encoding="utf-8") as file:
        file.write("# one more line\n")
    assert fingerprint(folder) != before
    assert cache.read(fingerprint(folder)) is None
    assert cache.read(before) is not None


def test_what_changed_while_it_was_read_is_not_kept(folder: Path, tmp_path: Path) -> None:
    """Else what was there before would be taken for what is there after the next change back."""
    cache = AssistantCache(tmp_path / "data", KEY)
    loading = start_loading(folder, cache)
    story = folder / "stories" / "dam.yaml"
    story.write_text(STORY + "# changed\n", encoding="utf-8")
    assert loading.has_changed()
    loading()
    assert not (tmp_path / "data" / FILE).exists()


@pytest.mark.parametrize("name", [".dam.yaml.swp", ".git/index"])
def test_hidden_files_are_not_looked_at(folder: Path, name: str) -> None:
    before = fingerprint(folder), stamp(folder)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("hidden", encoding="utf-8")
    assert (fingerprint(folder), stamp(folder)) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda story: story.write_text(STORY.replace("300", "301"), encoding="utf-8"),
        lambda story: story.unlink(),
        lambda story: story.with_name("new.yaml").touch(),
        lambda story: story.rename(story.with_name("new.yaml")),
        lambda story: (story.with_name(".new").write_text(STORY), story.with_name(".new").rename(story)),
        lambda story: (folder := story.parent).rename(folder.with_name("gone")),
    ],
    ids=["same size", "gone", "new", "renamed", "replaced", "folder gone"],
)
def test_a_look_sees_every_change(folder: Path, change: Callable[[Path], object]) -> None:
    before = stamp(folder)
    assert stamp(folder) == before
    change(folder / "stories" / "dam.yaml")
    assert stamp(folder) != before


def test_a_look_sees_a_change_of_the_texts(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(Path(handover.__file__).parents[1], tmp_path / "bot")
    monkeypatch.setattr("bot.answering.cache.CODE", tmp_path / "bot")
    before, code = stamp(folder), code_fingerprint()
    with (tmp_path / "bot" / "telegram" / "texts" / "en.yaml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert (stamp(folder) != before, code_fingerprint() == code) == (True, True)


def test_other_code_loads_anew(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(folder)
    shutil.copytree(Path(handover.__file__).parents[1], tmp_path / "bot")
    with (tmp_path / "bot" / "desk.py").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    monkeypatch.setattr("bot.answering.cache.CODE", tmp_path / "bot")
    assert fingerprint(folder) != before


@pytest.mark.parametrize("damage", ["other key", "cut off", "changed", "empty", "gone", "a folder"])
def test_a_file_that_this_bot_did_not_write_is_never_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    cache = kept(folder, tmp_path / "data")
    file = tmp_path / "data" / FILE
    content = file.read_bytes()
    if damage in ("gone", "a folder"):
        file.unlink()
    if damage == "a folder":
        file.mkdir()
    elif damage == "other key":
        cache = AssistantCache(tmp_path / "data", "another token")
    else:
        damaged = {"cut off": content[:-1], "changed": content[:-1] + b"!", "empty": b"", "gone": b""}
        file.write_bytes(damaged[damage])
    assert cache.read(fingerprint(folder)) is None


def test_it_is_kept_once_it_is_finished_however_often_that_is(folder: Path, tmp_path: Path) -> None:
    """Whoever takes it need not wait for that."""
    cache = AssistantCache(tmp_path / "data", KEY)
    loading = start_loading(folder, cache)
    assert fact_of(loading.take().ask(WHO)) == "evacuation"
    assert cache.read(loading.fingerprint) is None
    loading.finish()
    kept = cache.read(loading.fingerprint)
    loading.finish()
    assert kept == cache.read(loading.fingerprint) != b""


def test_what_is_wrong_is_not_kept(folder: Path, tmp_path: Path) -> None:
    (folder / "stories" / "dam.yaml").write_text("story: {}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError):
        kept(folder, tmp_path / "data")
    assert not (tmp_path / "data" / FILE).exists()


def test_a_folder_that_cannot_be_written_is_no_harm(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    assert start_loading(folder, AssistantCache(tmp_path / "data", KEY))().ask(WHO).outcome == "answered"


def test_nothing_is_left_behind_but_the_one_file(folder: Path, tmp_path: Path) -> None:
    kept(folder, tmp_path / "data")
    assert [path.name for path in (tmp_path / "data").iterdir()] == [FILE]


@pytest.mark.usefixtures("no_process")
def test_without_the_other_process_there_is_nothing_to_keep(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(HandoverError):
        kept(folder, tmp_path / "data")
