"""The assistant that is kept from one start to the next."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering import handover
from bot.answering.cache import FILE, AssistantCache, code_fingerprint, fingerprint, stamp
from bot.answering.handover import HandoverError, Loading, load_assistant, start_loading
from bot.cli import main
from bot.knowledge.problems import KnowledgeError
from bot.settings import VARIABLES
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
    start_loading(folder, AssistantCache(folder, data, KEY))()
    return AssistantCache(folder, data, KEY)


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
    cache = AssistantCache(folder, tmp_path / "data", KEY)
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
        cache = AssistantCache(folder, tmp_path / "data", "another token")
    else:
        damaged = {"cut off": content[:-1], "changed": content[:-1] + b"!", "empty": b"", "gone": b""}
        file.write_bytes(damaged[damage])
    assert cache.read(fingerprint(folder)) is None


def test_it_is_kept_once_it_is_finished_however_often_that_is(folder: Path, tmp_path: Path) -> None:
    """Whoever takes it need not wait for that."""
    cache = AssistantCache(folder, tmp_path / "data", KEY)
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
    assert start_loading(folder, AssistantCache(folder, tmp_path / "data", KEY))().ask(WHO).outcome == "answered"


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The package and a knowledge folder beside it, by a Python that keeps bytecode in a folder of its own."""
    shutil.copytree(Path(handover.__file__).parents[1], tmp_path / "bot", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr("bot.answering.cache.CODE", tmp_path / "bot")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "bytecode"))
    return tmp_path


def kept_in(place: Path) -> list[str]:
    """The names of the kept assistants in and below a folder."""
    return sorted(path.name for path in place.rglob("*.cache"))


def test_beside_the_code_it_serves_every_bot(folder: Path, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Loading(folder, AssistantCache(folder)).here()
    assert kept_in(checkout) == kept_in(checkout / "bytecode") == [f"knowledge.{sys.implementation.cache_tag}.cache"]
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    cache = AssistantCache(folder, checkout / "data", KEY)
    assert start_loading(folder, cache)().ask(WHO) == load_assistant(folder).ask(WHO)
    monkeypatch.setattr("bot.answering.preparing.prepare", None)
    assert fact_of(Loading(folder, AssistantCache(folder)).here().ask(WHO)) == "evacuation"
    assert not (checkout / "data").exists()


def test_beside_the_code_there_is_one_file_for_each_knowledge_folder(folder: Path, checkout: Path) -> None:
    other = write_town(checkout / "other.town")
    for each in (folder, other, folder):
        cache = kept(each, checkout / "data")
    assert [name.split(".cpython")[0] for name in kept_in(checkout)] == ["knowledge", "other.town"]
    assert cache.read(fingerprint(folder)) is not None
    assert AssistantCache(other).read(fingerprint(other)) is not None


def test_what_is_out_of_date_beside_the_code_is_written_anew(folder: Path, checkout: Path) -> None:
    kept(folder, checkout / "data")
    (folder / "stories" / "dam.yaml").write_text(STORY + "# changed\n", encoding="utf-8")
    assert AssistantCache(folder).read(fingerprint(folder)) is None
    kept(folder, checkout / "data")
    assert AssistantCache(folder).read(fingerprint(folder)) is not None
    assert len(kept_in(checkout)) == 1


@pytest.mark.parametrize("what", ["cut off", "by a token", "for other knowledge"])
def test_only_what_is_whole_is_read_beside_the_code(folder: Path, checkout: Path, what: str) -> None:
    Loading(folder, AssistantCache(folder)).here()
    (file,) = checkout.rglob("*.cache")
    content = file.read_bytes()
    if what == "by a token":
        AssistantCache(checkout / "elsewhere" / "town", checkout / "data", KEY).store(fingerprint(folder), b"pickled")
        content = (checkout / "data" / FILE).read_bytes()
    file.write_bytes(content[:-1] if what == "cut off" else content)
    named = b"other" if what == "for other knowledge" else fingerprint(folder)
    assert AssistantCache(folder).read(named) is None


@pytest.mark.parametrize("why", ["no bytecode is written", "it cannot be written", "the knowledge is elsewhere"])
def test_where_nothing_can_be_kept_beside_the_code_the_data_have_it(
    folder: Path, checkout: Path, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if why == "no bytecode is written":
        monkeypatch.setattr(sys, "dont_write_bytecode", True)
    elif why == "it cannot be written":
        (checkout / "bytecode").write_text("not a folder")
    else:
        (checkout / "mounted").mkdir()
        folder = folder.rename(checkout / "mounted" / "knowledge")
    cache = kept(folder, checkout / "data")
    assert kept_in(checkout) == [FILE]
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    assert fact_of(start_loading(folder, cache)().ask(WHO)) == "evacuation"


def test_the_data_have_what_has_changed_since_the_code_became_read_only(folder: Path, checkout: Path) -> None:
    Loading(folder, AssistantCache(folder)).here()
    (folder / "stories" / "dam.yaml").write_text(STORY + "# changed\n", encoding="utf-8")
    (file,) = checkout.rglob("*.cache")
    old = file.read_bytes()
    file.unlink()
    file.mkdir()  # nobody, not even the superuser, puts a file in its place
    cache = kept(folder, checkout / "data")
    file.rmdir()
    file.write_bytes(old)
    assert cache.read(fingerprint(folder)) is not None
    assert file.read_bytes() == old


def test_where_it_was_built_is_not_where_it_runs(folder: Path, checkout: Path) -> None:
    """As on hosts that build in one place and run in another."""
    before = fingerprint(folder)
    assert fingerprint(folder.rename(checkout / "moved")) == before


@pytest.mark.parametrize("command", [["check"], ["eval"], ["ask", WHO]], ids=" ".join)
def test_a_command_saves_the_first_start_its_work(
    folder: Path, checkout: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(checkout)
    main(command)
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    load = start_loading(folder, AssistantCache(folder, checkout / "new", KEY))
    assert fact_of(load().ask(WHO)) == "evacuation"


def test_nothing_is_left_behind_but_the_one_file(folder: Path, tmp_path: Path) -> None:
    kept(folder, tmp_path / "data")
    assert [path.name for path in (tmp_path / "data").iterdir()] == [FILE]


@pytest.mark.usefixtures("no_process")
def test_without_the_other_process_there_is_nothing_to_keep(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(HandoverError):
        kept(folder, tmp_path / "data")
