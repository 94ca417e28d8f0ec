"""A memory for what was worked out before."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Asked = TypeVar("Asked")
Value = TypeVar("Value")


class Memo(dict[Key, Value], Generic[Key, Value]):
    """What a function returns for each key, worked out once; all is forgotten once there are `most` keys.

    Unlike `functools.lru_cache` it can be pickled with the object whose method it remembers, and a hit costs no call.
    """

    def __init__(self, function: Callable[[Key], Value], most: int) -> None:
        super().__init__()
        self._function = function
        self._most = most

    def __missing__(self, key: Key) -> Value:
        value = self._function(key)
        if len(self) >= self._most:
            self.clear()
        self[key] = value
        return value

    def __reduce__(self) -> tuple[type[Memo[Key, Value]], tuple[Callable[[Key], Value], int]]:
        return type(self), (self._function, self._most)


class Latest(Generic[Asked, Value]):
    """What a function returned for the latest key: for stages of one work that ask it the same in turn.

    Like a Memo it is pickled without what it remembers.
    """

    def __init__(self, function: Callable[[Asked], Value]) -> None:
        self._function = function
        self._latest: tuple[Asked, Value] | None = None

    def __call__(self, key: Asked) -> Value:
        latest = self._latest
        if latest is None or (latest[0] is not key and latest[0] != key):
            self._latest = latest = key, self._function(key)
        return latest[1]

    def __reduce__(self) -> tuple[type[Latest[Asked, Value]], tuple[Callable[[Asked], Value]]]:
        return type(self), (self._function,)

    def forget(self) -> None:
        """To be called when the function would return something else from now on."""
        self._latest = None
