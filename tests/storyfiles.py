"""A small story and lexicon for the tests of the knowledge room."""

from __future__ import annotations

from pathlib import Path

STORY = """\
story:
  id: fire-2022
  title: Fire in Almaty
  as_of: 2022-01-06
sources:
  post: {publisher: The Post, title: Fire, url: https://post.example/fire, published: 2022-01-06}
entities:
  kazakhstan: {kind: place, name: Kazakhstan, cite: {source: post, paragraph: 1, quote: Kazakhstan}}
  almaty:
    kind: place
    name: Almaty
    aliases: [the city]
    within: kazakhstan
    cite: {source: post, paragraph: 1, quote: in Almaty}
facts:
  palace-stormed:
    says: Demonstrators stormed the palace.
    who: demonstrators
    where: almaty
    when: {on: 2022-01-05, text: on Wednesday}
    cite: {source: post, paragraph: 2, quote: stormed the palace}
not_reported:
  - {asks: How many died?, says: The article does not say., near: palace-stormed}
tests:
  - {ask: Who stormed the palace?, fact: palace-stormed, slot: who}
  - {ask: Who put it out?, fact: none}
"""

LONE_FACT = STORY.replace("fact: palace-stormed, slot: who", "fact: none").replace(", near: palace-stormed", "")
"""The story with nothing that points at its fact."""

LEXICON = """\
synonyms:
  kill: [kill, slay]
  survive: [survive, survives, outlive]
opposites:
  - [kill, survive]
cues:
  who: [by whom]
  how_old: [what age]
stop: [the, of]
"""


def changed(text: str, old: str, new: str) -> str:
    """`text` with the one `old` in it replaced."""
    assert text.count(old) == 1, f"{old!r} must stand once in the text"
    return text.replace(old, new)


def write_knowledge(folder: Path, stories: dict[str, str], lexicon: str = LEXICON) -> Path:
    """Writes a knowledge folder, with story texts by file name, and returns it."""
    (folder / "stories").mkdir()
    (folder / "lexicon").mkdir()
    for name, text in stories.items():
        (folder / "stories" / name).write_text(text, encoding="utf-8")
    (folder / "lexicon" / "en.yaml").write_text(lexicon, encoding="utf-8")
    return folder
