"""A memory for what was worked out before."""

from __future__ import annotations

import pickle

import pytest

from bot.memo import Latest, Memo


class Counter:
    """Counts how often its method was called."""

    def __init__(self) -> None:
        self.calls = 0
        self.lengths = Memo(self.length, most=3)

    def length(self, word: str) -> int:
        self.calls += 1
        return len(word)


def test_each_key_is_worked_out_once() -> None:
    counter = Counter()
    assert [counter.lengths[word] for word in ("dam", "dam", "river")] == [3, 3, 5]
    assert counter.calls == 2


def test_it_never_grows_beyond_its_bound() -> None:
    counter = Counter()
    for word in "abcdefg":
        assert counter.lengths[word] == 1
        assert len(counter.lengths) <= 3


def test_a_failure_is_not_remembered() -> None:
    memo: Memo[int, float] = Memo(lambda number: 1 / number, most=3)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            memo[0]
    assert not memo


def test_it_is_pickled_with_its_owner_but_without_what_it_remembers() -> None:
    counter = Counter()
    assert counter.lengths["dam"] == 3
    copy = pickle.loads(pickle.dumps(counter))
    assert not copy.lengths
    assert copy.lengths["river"] == 5
    assert (counter.calls, copy.calls) == (1, 2)


def test_only_the_latest_is_remembered() -> None:
    counter = Counter()
    latest = Latest(counter.length)
    assert [latest(word) for word in ("dam", "dam", "river", "dam")] == [3, 3, 5, 3]
    assert counter.calls == 3


def test_the_latest_is_pickled_without_what_it_remembers() -> None:
    latest = Latest(len)
    untouched = pickle.dumps(latest)
    assert latest("dam") == 3
    assert pickle.dumps(latest) == untouched
    assert pickle.loads(untouched)("river") == 5


def test_the_latest_is_forgotten_on_demand() -> None:
    words = ["dam"]
    latest: Latest[str, int] = Latest(lambda _: len(words))
    assert latest("words") == 1
    words.append("river")
    assert latest("words") == 1
    latest.forget()
    assert latest("words") == 2
