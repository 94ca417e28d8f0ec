"""An assistant kept from one start of the bot to the next, so that the knowledge need not be read and checked again."""

from __future__ import annotations

import hashlib
import hmac
import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import TypeAlias

Stamp: TypeAlias = tuple[tuple[str, int, int, int, int], ...]
"""Of each file its path, size, times of change in nanoseconds, and inode."""

FILE = "assistant.cache"
CODE = Path(__file__).resolve().parents[1]
"""The package: other code may make another assistant of the same knowledge."""
_SEAL_BYTES = hashlib.sha256().digest_size


class AssistantCache:
    """The latest assistant, in one file for the next start: beside the code, or where that cannot be, among the data.

    It is sealed with a key: loading it runs what is in it, whoever wrote it.
    """

    def __init__(self, knowledge: Path, data: Path | None = None, token: str = "") -> None:
        """For one knowledge folder. In the folder `data`, only what was sealed with `token` is read."""
        beside = file_beside_code(knowledge)
        self._places = [(beside, _key(""))] if beside else []
        """Files, the preferred first, each with its key."""
        if data:
            self._places.append((data / FILE, _key(token)))

    def read(self, fingerprint: bytes) -> bytes | None:
        """The pickled assistant for knowledge with this fingerprint; None where it was not kept, or not by this bot."""
        for path, key in self._places:
            with suppress(OSError):
                content = path.read_bytes()
                seal, pickled = content[:_SEAL_BYTES], content[_SEAL_BYTES:]
                if hmac.compare_digest(seal, _seal(key, fingerprint, pickled)):
                    return pickled
        return None

    def store(self, fingerprint: bytes, pickled: bytes) -> None:
        """Keeps the pickled assistant in place of an earlier one. Where that fails, the next start takes longer."""
        for path, key in self._places:
            if _is_written(path, _seal(key, fingerprint, pickled) + pickled):
                return


def file_beside_code(knowledge: Path) -> Path | None:
    """Where an assistant is kept beside the package's bytecode; None where it is not.

    Whoever can write there can run code as it is, so no secret key is needed, and what builds the bot can keep it for
    a host whose data are new at each start. Only the folders that stand beside the package have a place there: all
    others, such as those of tests, would fill it without end.
    """
    folder = knowledge.resolve()
    if sys.dont_write_bytecode or folder.parent != CODE.parent:
        return None
    return Path(cache_from_source(str(CODE / f"{folder.name}.py"))).with_suffix(".cache")


def _is_written(path: Path, content: bytes) -> bool:
    """Whether a file could be put in the place of an earlier one, whole."""
    draft = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(content)
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        return False
    return True


def _key(secret: str) -> bytes:
    return hashlib.sha256(f"assistant cache:{secret}".encode()).digest()


def _seal(key: bytes, fingerprint: bytes, pickled: bytes) -> bytes:
    return hmac.digest(key, fingerprint + pickled, "sha256")


def fingerprint(folder: Path, code: bytes | None = None) -> bytes:
    """What tells one state of a knowledge folder, read by this code on this Python, from all others (32 bytes).

    `code` is the code's own fingerprint where that is known. Raises OSError where a file cannot be read.
    """
    digest = hashlib.sha256(code or code_fingerprint())
    _add(digest, CODE, ".yaml")
    _add(digest, folder)
    return digest.digest()


def code_fingerprint() -> bytes:
    """What tells this code, on this Python, from any other (32 bytes). Raises OSError where a file cannot be read."""
    digest = hashlib.sha256(sys.version.encode())
    _add(digest, CODE, ".py")
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


def _add(digest: hashlib._Hash, folder: Path, ending: str = "") -> None:
    """Adds the files of a folder by name and by what is in them.

    Their times change with every checkout, and many hosts run them in another place than where they were built.
    """
    for path in _files(folder, ending):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(folder)} {len(content)}\n".encode())
        digest.update(content)
    digest.update(b"\n")


def _files(folder: Path, ending: str = "") -> list[Path]:
    """All files in and below a folder but hidden ones, which are editors' and systems' own.

    Folders may be links, as where a host mounts the knowledge.
    """
    found = []
    for at, folders, names in os.walk(folder, followlinks=True):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(at) / name for name in names if name.endswith(ending) and not name.startswith(".")]
    return sorted(found)
