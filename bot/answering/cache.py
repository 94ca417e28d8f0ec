"""An assistant kept from one start of the bot to the next, so that the knowledge need not be read and checked again."""

from __future__ import annotations

import hashlib
import hmac
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

Stamp: TypeAlias = tuple[tuple[str, int, int, int, int], ...]
"""Of each file its path, size, times of change in nanoseconds, and inode."""

FILE = "assistant.cache"
CODE = Path(__file__).resolve().parents[1]
"""The package: other code may make another assistant of the same knowledge."""
_SEAL_BYTES = hashlib.sha256().digest_size


class AssistantCache:
    """One file with the latest assistant, sealed with a key: loading it runs what is in it, whoever wrote it."""

    def __init__(self, folder: Path, key: str) -> None:
        """Keeps it in `folder`; only files that were sealed with `key` are read."""
        self._path = folder / FILE
        self._key = hashlib.sha256(f"assistant cache:{key}".encode()).digest()

    def read(self, fingerprint: bytes) -> bytes | None:
        """The pickled assistant for knowledge with this fingerprint; None where it was not kept, or not by this bot."""
        try:
            content = self._path.read_bytes()
        except OSError:
            return None
        seal, pickled = content[:_SEAL_BYTES], content[_SEAL_BYTES:]
        return pickled if hmac.compare_digest(seal, self._seal(fingerprint, pickled)) else None

    def store(self, fingerprint: bytes, pickled: bytes) -> None:
        """Keeps the pickled assistant in place of an earlier one. Where that fails, the next start takes longer."""
        draft = self._path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(self._seal(fingerprint, pickled) + pickled)
            draft.replace(self._path)
        with suppress(OSError):
            draft.unlink(missing_ok=True)

    def _seal(self, fingerprint: bytes, pickled: bytes) -> bytes:
        return hmac.digest(self._key, fingerprint + pickled, "sha256")


def fingerprint(folder: Path, code: bytes | None = None) -> bytes:
    """What tells one state of a knowledge folder, read by this code on this Python, from all others (32 bytes).

    `code` is the code's own fingerprint where that is known. Raises OSError where a file cannot be read.
    """
    digest = hashlib.sha256(code or code_fingerprint())
    _add(digest, [*_files(CODE, ".yaml"), *_files(folder)])
    return digest.digest()


def code_fingerprint() -> bytes:
    """What tells this code, on this Python, from any other (32 bytes). Raises OSError where a file cannot be read."""
    digest = hashlib.sha256(sys.version.encode())
    _add(digest, _files(CODE, ".py"))
    return digest.digest()


def stamp(folder: Path) -> Stamp:
    """What changes whenever a file of the knowledge does, or of the bot's own texts: at the cost of a look at each."""
    found = []
    for path in [*_files(CODE, ".yaml"), *_files(folder)]:
        # What is gone by now is no part of it.
        with suppress(OSError):
            status = path.stat()
            found.append((str(path), status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino))
    return tuple(found)


def _add(digest: hashlib._Hash, paths: Sequence[Path]) -> None:
    """Adds files by what is in them: their times change with every checkout."""
    for path in paths:
        content = path.read_bytes()
        digest.update(f"{path} {len(content)}\n".encode())
        digest.update(content)


def _files(folder: Path, ending: str = "") -> list[Path]:
    """All files in and below a folder but hidden ones, which are editors' and systems' own.

    Folders may be links, as where a host mounts the knowledge.
    """
    found = []
    for at, folders, names in os.walk(folder, followlinks=True):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(at) / name for name in names if name.endswith(ending) and not name.startswith(".")]
    return sorted(found)
