""" "According to": who is named as the source of a whole sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.drafting.lines import Line, Span
from bot.drafting.words import CONJUNCTION, RELATIVE, VERB


@dataclass(frozen=True, slots=True)
class Attribution:
    """The words that name the source, and the line without them."""

    speaker: Span
    rest: Line


def attribution_in(line: Line) -> Attribution | None:
    """Who a sentence is according to; None where it does not say so."""
    words = line.words
    at = next((p for p in range(len(words) - 2) if words[p].lower == "according" and words[p + 1].lower == "to"), None)
    if at is None:
        return None
    end = at + 2
    while (
        end < len(words)
        and words[end].text not in (",", ".", ";")
        and words[end].tag not in (CONJUNCTION, RELATIVE, VERB)
    ):
        end += 1
    stop = end
    # "…, a spokesman for the fire service" goes with it.
    if (
        stop < len(words)
        and words[stop].text == ","
        and at > 0
        and not any(w.tag == CONJUNCTION for w in words[stop : stop + 2])
    ):
        later = next((p for p in range(stop + 1, len(words)) if words[p].text in (",", ".")), len(words))
        stop = later if not any(word.tag == VERB for word in words[stop:later]) else stop
    first = at - 1 if at and words[at - 1].text == "," else at
    stop = stop + 1 if first == 0 and stop < len(words) and words[stop].text == "," else stop
    cut = (words[first].start, words[stop - 1].end)
    return Attribution((at + 2, end), replace(line, words=(*words[:first], *words[stop:]), left_out=cut))
