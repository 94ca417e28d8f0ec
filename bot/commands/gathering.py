"""`gaps`: what readers asked in vain."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from typing import TYPE_CHECKING

from bot.commands import DONE, UsageError, assistant_of

if TYPE_CHECKING:
    from bot.settings import Settings

NO_GAPS = "No question was asked in vain, and no answer was disliked."


def show_gaps(settings: Settings, arguments: argparse.Namespace) -> int:
    """What readers asked in vain, the most asked first. What the knowledge answers by now is forgotten."""
    from bot.editing.gaps import report
    from bot.state import FILE, State

    path, lines = settings.data_dir / FILE, []
    if path.is_file():
        assistant = assistant_of(settings)
        with closing(State(settings.data_dir)) as state:
            lines = list(report(state, assistant, arguments.form))
            if not state.is_kept:
                raise UsageError(f"{path} cannot be read and written: run this as the user who runs the bot")
    if lines:
        print(*lines, sep="\n")
        return DONE
    nothing = NO_GAPS if path.is_file() else f"Nothing has been recorded yet: there is no {path}."
    off = "" if settings.record_gaps else " RECORD_GAPS is no: questions are not recorded."
    comment = "# " if arguments.form == "yaml" else ""
    print(f"{comment}{nothing}{off}", file=sys.stderr if arguments.form == "json" else sys.stdout)
    return DONE
