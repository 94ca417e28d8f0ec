"""Loading: what is read, and how every kind of broken file is reported."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from bot.knowledge.loading import Knowledge, KnowledgeError, load_knowledge, load_story
from bot.knowledge.model import LexiconFile
from tests.storyfiles import LEXICON, STORY, changed, write_knowledge


def errors(folder: Path) -> list[str]:
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(folder)
    return str(caught.value).splitlines()


def test_good_knowledge_is_loaded_with_types(tmp_path: Path) -> None:
    knowledge = load_knowledge(write_knowledge(tmp_path, {"b.yaml": changed(STORY, "fire-2022", "b"), "a.yaml": STORY}))

    assert isinstance(knowledge, Knowledge)
    assert [story.story.id for story in knowledge.stories] == ["fire-2022", "b"]
    assert knowledge.paths == (tmp_path / "stories/a.yaml", tmp_path / "stories/b.yaml")
    fact = knowledge.stories[0].facts["palace-stormed"]
    assert fact.who == ["demonstrators"]
    assert fact.cite[0].paragraph == 2
    assert fact.when is not None
    assert fact.when.on == datetime.date(2022, 1, 5)
    assert knowledge.lexicon.opposites == [["kill", "survive"]]


def test_the_same_file_loads_with_a_byte_order_mark_and_windows_line_ends(tmp_path: Path) -> None:
    plain, windows = tmp_path / "plain.yaml", tmp_path / "windows.yaml"
    plain.write_bytes(STORY.encode())
    windows.write_bytes(b"\xef\xbb\xbf" + STORY.replace("\n", "\r\n").encode())

    assert load_story(windows).story == load_story(plain).story


def test_problems_of_all_files_come_at_once_by_file_and_line(tmp_path: Path) -> None:
    first = changed(changed(STORY, "paragraph: 2", "paragraph: seven"), "near: palace-stormed", "near: palace-strmed")
    second = changed(STORY, "title: Fire in Almaty", "title: [a]")
    lexicon = changed(LEXICON, "stop:", "stopp:")
    folder = write_knowledge(tmp_path, {"b.yaml": second, "a.yaml": first, "c.yaml": 'story: "Fire\n'}, lexicon)

    assert errors(folder) == [
        "lexicon/en.yaml:9: unknown key 'stopp'; did you mean 'stop'? "
        f"allowed here: {', '.join(LexiconFile.model_fields)}",
        'stories/a.yaml:21: facts.palace-stormed.cite.paragraph: must be a whole number from 1, not "seven"',
        "stories/a.yaml:23: not_reported.1.near: no such fact 'palace-strmed'; did you mean 'palace-stormed'? "
        "Known here: palace-stormed",
        "stories/b.yaml:2: story.id: the story id 'fire-2022' is taken by stories/a.yaml:2; give each story its own",
        "stories/b.yaml:3: story.title: must be a text, not a list",
        "stories/c.yaml:1: a quotation mark is opened here and never closed; add the closing one",
    ]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "stories/a.yaml:1: the file is empty"),
        (b"# only a remark\n", "stories/a.yaml:1: the file is empty"),
        (b"~\n", "stories/a.yaml:1: the file is empty"),
        (b"- a\n- b\n", "stories/a.yaml:1: must begin with a key and a colon, such as 'story:'"),
        (
            b"story:\n  title: caf\xe9\n",
            "stories/a.yaml:2: is not UTF-8 text (byte 0xe9); save the file with the encoding UTF-8",
        ),
        (b"a: b\n" * 1_000_001, "stories/a.yaml: the file is too big: 5.0 MB, at most 5 MB; split it into several"),
    ],
)
def test_files_that_are_no_story_at_all(tmp_path: Path, raw: bytes, message: str) -> None:
    folder = write_knowledge(tmp_path, {})
    (folder / "stories" / "a.yaml").write_bytes(raw)

    assert errors(folder) == [message]


def test_a_folder_without_stories_folder_or_lexicon(tmp_path: Path) -> None:
    assert errors(tmp_path) == [
        "lexicon/en.yaml: cannot be read: No such file or directory",
        f"stories: there is no such folder in {tmp_path}; create it for the story files",
    ]


def test_a_folder_without_a_story(tmp_path: Path) -> None:
    assert errors(write_knowledge(tmp_path, {})) == ["stories: has no story; add a file whose name ends in .yaml"]


def test_a_misnamed_story_is_not_passed_over(tmp_path: Path) -> None:
    folder = write_knowledge(tmp_path, {"a.yml": STORY, "b.YAML": STORY})

    message = "the name must end in .yaml; rename the file or move it elsewhere"
    assert errors(folder) == [f"stories/a.yml: {message}", f"stories/b.YAML: {message}"]


def test_hidden_files_and_notes_beside_the_stories_are_no_stories(tmp_path: Path) -> None:
    folder = write_knowledge(tmp_path, {"a.yaml": STORY, ".#a.yaml": "half: [", "notes.txt": "x"})

    assert len(load_knowledge(folder).stories) == 1


def test_a_misspelt_section_does_not_make_every_reference_to_it_an_error(tmp_path: Path) -> None:
    story = changed(STORY, "who: demonstrators", "according_to: almaty")
    folder = write_knowledge(tmp_path, {"a.yaml": changed(story, "\nentities:", "\nentitys:")})

    assert errors(folder) == [
        "stories/a.yaml:7: unknown key 'entitys'; did you mean 'entities'? "
        "allowed here: story, sources, entities, facts, not_reported, tests"
    ]


def test_stories_that_lack_an_id_do_not_share_one(tmp_path: Path) -> None:
    story = changed(STORY, "  id: fire-2022\n", "")

    message = "story: the key 'id' is missing; add it"
    assert errors(write_knowledge(tmp_path, {"a.yaml": story, "b.yaml": story})) == [
        f"stories/a.yaml:1: {message}",
        f"stories/b.yaml:1: {message}",
    ]


def test_one_story_alone_names_its_file_as_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "draft.yaml"
    path.write_text(changed(STORY, "as_of: 2022-01-06", "as_of: yesterday"), encoding="utf-8")

    with pytest.raises(KnowledgeError) as caught:
        load_story(path)
    assert [(problem.path, problem.line, problem.where) for problem in caught.value.problems] == [
        (str(path), 4, "story.as_of")
    ]
