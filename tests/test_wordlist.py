"""The list of words, and the table that reads it."""

from __future__ import annotations

import re
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.knowledge.wordlist import REMEMBERED, SortedTable, TableError, WordList

LEXICON = Path(__file__).parent.parent / "knowledge" / "lexicon"
WORDS = LEXICON / "en.words"
WAY_OUT = "Restore it from the repository, or make it again with knowledge/lexicon/derive.py"


@pytest.fixture(scope="module")
def words() -> WordList:
    return WordList(WORDS)


def as_dict(path: Path) -> dict[str, str]:
    """The slow, obvious reading of a table."""
    lines = path.read_text(encoding="ascii").splitlines()
    return {key: value for key, _, value in (line.partition("\t") for line in lines)}


ORACLE = as_dict(WORDS)
TABLE = SortedTable(WORDS)


def test_every_line_is_found() -> None:
    assert {key: TABLE.get(key) for key in ORACLE} == ORACLE


@given(key=st.text(max_size=30) | st.from_regex("[a-z]{1,6}", fullmatch=True))
@example(key="")
@example(key="\n")
@example(key="fire\tnv")
@example(key="abated\tv")
@example(key="aa\tnp\naaa")
@example(key="fire\n")
@example(key="Fire")
@example(key="zzzzzzzz")
@example(key="a" * 4096)
@example(key="пожар")
@example(key="naïve")
@example(key="\ud800")
@example(key="\0")
def test_a_table_answers_as_a_dict_would(key: str) -> None:
    assert TABLE.get(key) == ORACLE.get(key)


@given(
    rows=st.dictionaries(
        st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=8),
        st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=8),
        min_size=1,
    )
)
def test_any_sorted_table_is_read(tmp_path_factory: pytest.TempPathFactory, rows: dict[str, str]) -> None:
    path = tmp_path_factory.mktemp("table") / "rows"
    path.write_text("".join(f"{key}\t{rows[key]}\n" for key in sorted(rows)), encoding="ascii", newline="\n")
    table = SortedTable(path)
    asked = [*rows, *(key + " " for key in rows), *(key[:-1] for key in rows)]
    assert [table.get(key) for key in asked] == [rows.get(key) for key in asked]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "{path}: is empty. "),
        (b"a\t1\nc\t2\nb\t3\n", "{path}:3: 'b' is out of order. "),
        (b"a\t1\na\t2\n", "{path}:2: 'a' is out of order. "),
        (b"\t1\n", "{path}:1: '' is out of order. "),
        (b"a\t1\nb\n", "{path}:2: is not `key<TAB>value` and a plain line end. "),
        (b"a\t1\n\nb\t2\n", "{path}:2: is not `key<TAB>value` and a plain line end. "),
        (b"a\t1\nb\t2", "{path}:2: is not `key<TAB>value` and a plain line end. "),
        (b"a\t1\r\nb\t2\r\n", "{path}:1: is not `key<TAB>value` and a plain line end. "),
        ("a\té\n".encode(), "{path}: holds a character outside ASCII. "),
    ],
)
def test_a_damaged_table_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "en.words"
    path.write_bytes(content)
    with pytest.raises(TableError, match=re.escape(message.format(path=path) + WAY_OUT) + "$"):
        WordList(path)


def test_a_missing_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "en.words"
    message = f"{path}: cannot be read (No such file or directory). {WAY_OUT}"
    with pytest.raises(TableError, match=re.escape(message) + "$"):
        WordList(path)


@pytest.mark.parametrize(
    ("word", "flags"),
    [
        ("fire", "nv"),
        ("stormed", "v"),
        ("protesters", "n"),
        ("building", "nv"),
        ("quickly", "r"),
        ("presidential", "a"),
        ("lockdown", "n"),
        ("unsustainable", "a"),
        ("the", "f"),
        ("whom", "f"),
        ("hello", "fn"),
        ("china", "np"),
        ("putin", "p"),
        ("kazakhstan", "p"),
        ("nato", "p"),
        ("tv", "n"),
        ("russian", "ap"),
        ("goed", ""),
        ("untill", ""),
        ("Fire", ""),
        ("mayor's", ""),
        ("", ""),
    ],
)
def test_part_of_speech(words: WordList, word: str, flags: str) -> None:
    assert words.pos(word) == flags


@pytest.mark.parametrize("word", ["prick", "prices", "stole", "ransacked", "children", "an", "i", "worse", "travelled"])
def test_real_words_are_known(words: WordList, word: str) -> None:
    assert words.is_word(word)


@pytest.mark.parametrize("word", ["recieve", "goverment", "presidnet", "teh", "polce", "demonstraters", "xqzv", "24"])
def test_misspellings_are_not_words(words: WordList, word: str) -> None:
    assert not words.is_word(word)


@pytest.mark.parametrize(
    ("word", "lemmas"),
    [
        ("fire", ("fire",)),
        ("stormed", ("storm",)),
        ("carried", ("carry",)),
        ("stole", ("steal", "stole")),  # a stole is worn, too
        ("went", ("go",)),
        ("left", ("leave", "left")),
        ("building", ("building", "build")),
        ("children", ("child",)),
        ("policemen", ("policeman",)),
        ("was", ("was",)),  # a function word is its own base: nothing explains it
        ("xqzv", ()),
    ],
)
def test_base_forms(words: WordList, word: str, lemmas: tuple[str, ...]) -> None:
    assert words.lemmas(word) == lemmas


def test_every_base_form_is_a_spelling_of_the_alphabet(words: WordList) -> None:
    odd = [word for word in ORACLE if not all(re.fullmatch("[a-z]+", lemma) for lemma in words.lemmas(word))]
    assert odd == []


def test_every_line_of_words_has_known_flags() -> None:
    shape = re.compile(r"(?=.)f?[nvar]{0,4}p?(\t\d+[a-z]*(,\d+[a-z]*)*)?")
    assert [word for word, value in ORACLE.items() if not shape.fullmatch(value)] == []


def test_holding_the_file_takes_little_more_than_its_size() -> None:
    size = WORDS.stat().st_size
    tracemalloc.start()
    try:
        held = WordList(WORDS)
        opened, _ = tracemalloc.get_traced_memory()
        for number in range(5 * REMEMBERED):
            held.pos(f"word{number}")
            held.pos("x" * number)
        used, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert opened < size + 50_000
    assert used < size + 1_000_000
