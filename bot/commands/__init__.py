"""The commands: each takes the settings and its arguments, prints what it finds and returns the exit code.

Every command imports what it needs when it runs: `ask` and `chat` load neither Telegram nor what only editors need.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answering.assistant import Assistant
    from bot.settings import Settings

DONE, FAILED, WRONG_USE = 0, 1, 2
"""Exit codes: 1 for knowledge or tests that fail, 2 for wrong usage or settings."""


class UsageError(Exception):
    """An argument cannot be used; the text says which, and what is allowed."""


def knowledge_folder(settings: Settings) -> Path:
    """KNOWLEDGE_DIR; where that is not set and the working directory has no such folder, the one of the checkout."""
    beside_package = Path(__file__).resolve().parents[2] / settings.knowledge_dir
    is_default = "KNOWLEDGE_DIR" not in settings.given
    if is_default and not settings.knowledge_dir.is_dir() and beside_package.is_dir():
        return beside_package
    return settings.knowledge_dir


def assistant_of(settings: Settings) -> Assistant:
    """An assistant for the knowledge folder, kept for the next start. Raises KnowledgeError and TableError."""
    from bot.answering.cache import AssistantCache
    from bot.answering.handover import Loading

    folder = knowledge_folder(settings)
    return Loading(folder, AssistantCache(folder)).here()


def counted(number: int, one: str, many: str = "") -> str:
    """`1 fact`, `2 facts`; `many` where the plural is not made with an s."""
    return f"{number} {one if number == 1 else many or one + 's'}"
