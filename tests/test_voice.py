"""The bot's own sentences: what is checked in their file."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.answering.building import build_assistant
from bot.knowledge.loading import VOICE, KnowledgeError, load_knowledge
from bot.knowledge.wordlist import WordList
from tests.smalltown import WHO, write_town
from tests.storyfiles import changed

TEXT = VOICE.read_text(encoding="utf-8")


def load_with(tmp_path: Path, text: str) -> None:
    voice = tmp_path / "xx.yaml"
    voice.write_text(text, encoding="utf-8")
    load_knowledge(write_town(tmp_path / "knowledge"), voice)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("not_so: The article does not say so.\n", "", "the key 'not_so' is missing; add it"),
        ("thanks: ", "thank: ", "the key 'thanks' is missing; add it"),
        ("say: {statement}", "say: {statment}", "nearest: unknown placeholder {statment}; allowed here: {statement}"),
        (
            "say: {statement}",
            "say: {statement.real}",
            "unknown placeholder {statement.real}; allowed",
        ),
        ("say: {statement}", "say: {}", "nearest: unknown placeholder {}; allowed here: {statement}"),
        (
            "say: {statement}",
            "say: {statement",
            "nearest: a { or } stands alone; write {{ or }} where",
        ),
        (
            "not_said: I find no answer",
            "not_said: Sorry {name}, I find no answer",
            "unknown placeholder {name}; allowed here: none",
        ),
        ("January, February, ", "", "months: "),
        ('yes: "Yes."', 'yes: ""', "yes: is empty; give it a value or remove it"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        load_with(tmp_path, changed(TEXT, old, new))
    assert message in str(caught.value)


def test_another_language_leaves_no_word_of_this_one(tmp_path: Path) -> None:
    words = {
        key: "·" if isinstance(text, str) else ["·"] * 12
        for key, text in yaml.safe_load(TEXT.replace("no:", "'no':").replace("yes:", "'yes':")).items()
    }
    voice = tmp_path / "xx.yaml"
    voice.write_text(yaml.safe_dump(words), encoding="utf-8")
    folder = write_town(tmp_path / "knowledge")
    knowledge = load_knowledge(folder, voice)
    lexicon = folder / "lexicon"
    assistant = build_assistant(knowledge, WordList(lexicon / "en.words"))
    fact = knowledge.stories[0].facts["evacuation-ordered"]
    assert (
        reply := assistant.ask(WHO)
    ).text == f"Ilsa Brandt\n{fact.says}\n·: “ordered the evacuation” {reply.citations[0].url}"
    assert (reply.as_of, reply.lead) == ("·", "·")
    for other in ("hello", "Who won the chess tournament?", "Was the bridge destroyed?"):
        assert assistant.ask(other).text.startswith("·")
    assert assistant.ask("Is it true?").statement == "·"
