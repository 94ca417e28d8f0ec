"""How much one reader may ask."""

from __future__ import annotations

from bot.telegram.flood import MOST, REMEMBERED, SILENCE_SECONDS, WINDOW_SECONDS, Flood


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_one_word_then_silence_then_answers_again() -> None:
    clock = Clock()
    flood = Flood(now=clock)
    assert {flood.verdict("a") for _ in range(MOST)} == {"answer"}
    assert flood.verdict("a") == "warn"
    assert {flood.verdict("a") for _ in range(99)} == {"ignore"}
    assert flood.verdict("b") == "answer"
    clock.now = SILENCE_SECONDS - 0.1
    assert flood.verdict("a") == "ignore"
    clock.now = SILENCE_SECONDS
    assert flood.verdict("a") == "answer"


def test_a_steady_reader_is_never_stopped() -> None:
    clock = Clock()
    flood = Flood(now=clock)
    for _ in range(10 * MOST):
        clock.now += WINDOW_SECONDS / MOST
        assert flood.verdict("a") == "answer"


def test_readers_whose_messages_count_no_more_are_forgotten() -> None:
    clock = Clock()
    flood = Flood(now=clock)
    for reader in "abc":
        flood.verdict(reader)
        clock.now += WINDOW_SECONDS / 2
    flood.verdict("d")
    assert list(flood._readers) == ["c", "d"]


def test_only_so_many_readers_are_remembered() -> None:
    flood = Flood(now=Clock())
    for _ in range(MOST):
        flood.verdict("first")
    for number in range(REMEMBERED):
        flood.verdict(str(number))
    assert flood.verdict("first") == "answer"
