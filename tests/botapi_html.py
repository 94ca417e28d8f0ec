"""Telegram's HTML, parsed as strictly as the Bot API server parses it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

_TAG = re.compile(r"<(/?)([a-zA-Z0-9-]*)((?:\s+[^\s=>/]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+))?)*)\s*>")
_ATTRIBUTE = re.compile(r"([^\s=>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
_ENTITY = re.compile(r"&(?:(lt|gt|amp|quot)|#([0-9]+)|#x([0-9a-fA-F]+));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_TYPES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "a": "text_link", "code": "code",
    "pre": "pre", "blockquote": "blockquote", "tg-spoiler": "spoiler", "span": "spoiler",
}  # fmt: skip


class HtmlError(Exception):
    """The text is not Telegram's HTML; the message is the one that Telegram gives."""


@dataclass
class Parsed:
    """The text that is left, and its entities with offsets in UTF-16 units."""

    text: str = ""
    entities: list[dict[str, Any]] = field(default_factory=list)


def utf16_length(text: str) -> int:
    """The length of a text as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2


def parse_html(source: str) -> Parsed:
    """The text and its entities; raises HtmlError."""
    parsed, position = Parsed(), 0
    open_tags: list[tuple[str, dict[str, Any]]] = []
    while position < len(source):
        if source[position] == "&" and (entity := _ENTITY.match(source, position)):
            parsed.text += _character(entity)
            position = entity.end()
        elif source[position] == "<":
            position = _tag(source, position, parsed, open_tags)
        else:
            parsed.text += source[position]
            position += 1
    if open_tags:
        raise HtmlError(f'Can\'t find end tag corresponding to start tag "{open_tags[-1][0]}"')
    parsed.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return parsed


def _character(entity: re.Match[str]) -> str:
    name, decimal, hexadecimal = entity.groups()
    if name:
        return _NAMED[name]
    return chr(int(decimal) if decimal else int(hexadecimal, 16))


def _tag(source: str, position: int, parsed: Parsed, open_tags: list[tuple[str, dict[str, Any]]]) -> int:
    offset = len(source[:position].encode())
    tag = _TAG.match(source, position)
    if not tag:
        raise HtmlError(f"Unclosed start tag at byte offset {offset}")
    slash, name, attributes = tag[1], tag[2].lower(), tag[3]
    if not slash:
        if name not in _TYPES:
            raise HtmlError(f'Unsupported start tag "{name}" at byte offset {offset}')
        open_tags.append((name, _entity(name, attributes, utf16_length(parsed.text), offset)))
        return tag.end()
    if not open_tags:
        raise HtmlError(f"Unexpected end tag at byte offset {offset}")
    expected, entity = open_tags.pop()
    if name not in ("", expected):
        raise HtmlError(f'Unmatched end tag at byte offset {offset}, expected "</{expected}>", found "</{name}>"')
    entity["length"] = utf16_length(parsed.text) - entity["offset"]
    if entity["length"] and entity.get("url") != "":
        parsed.entities.append(entity)
    return tag.end()


def _entity(name: str, attributes: str, start: int, offset: int) -> dict[str, Any]:
    given = {found[1].lower(): found[2] or found[3] or found[4] or "" for found in _ATTRIBUTE.finditer(attributes)}
    entity: dict[str, Any] = {"type": _TYPES[name], "offset": start}
    if name == "a":
        entity["url"] = _ENTITY.sub(_character, given.get("href", ""))
    elif name == "blockquote" and "expandable" in given:
        entity["type"] = "expandable_blockquote"
    elif name == "span" and given.get("class") != "tg-spoiler":
        raise HtmlError(f'Tag "span" must have class "tg-spoiler" at byte offset {offset}')
    return entity
