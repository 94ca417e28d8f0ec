"""Turns pydantic's errors into problems in an editor's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.knowledge.problems import Problem, did_you_mean
from bot.knowledge.tree import Place

EMPTY = "is empty; give it a value or remove it"
DEGREES = {"latitude": 90, "longitude": 180}
SHOWN_CHARACTERS = 60
"""A longer value is cut where a message shows it."""


def problems_of(error: ValidationError, root: Place, model: type[BaseModel]) -> Iterator[Problem]:
    """Each of pydantic's errors about `root`, which was checked against `model`."""
    for details in error.errors(include_url=False):
        location = details["loc"]
        problem = root.follow(location).problem(_message(details, allowed_keys(model, location[:-1])))
        # An unknown key is named in the message; it leads nowhere.
        unknown = details["type"] == "extra_forbidden"
        yield replace(problem, where=root.follow(location[:-1]).where) if unknown else problem


def allowed_keys(model: type[BaseModel], location: tuple[str | int, ...]) -> list[str]:
    """The keys that may stand at `location` in a file that follows `model`, as editors write them."""
    keys_are_ids = False
    for part in location:
        if keys_are_ids or isinstance(part, int):
            keys_are_ids = False
            continue
        field = next(field for name, field in model.model_fields.items() if part == (field.alias or name))
        keys_are_ids = get_origin(field.annotation) is dict
        model = _model_in(field.annotation) or model
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_in(annotation: object) -> type[BaseModel] | None:
    """The model that a field's type is made of: `Cite` for `list[Cite]`, `When` for `When | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def _message(details: ErrorDetails, keys: list[str]) -> str:
    kind, value = details["type"], details["input"]
    if kind == "missing":
        return f"the key '{details['loc'][-1]}' is missing; add it"
    if kind == "extra_forbidden":
        return _unknown_key(str(details["loc"][-1]), value, keys)
    if value in ("", [], {}):
        return EMPTY
    if kind == "value_error":
        return str(details["ctx"]["error"])
    if kind == "string_too_long":
        return _too_long(value, details)
    wanted = _wanted(details)
    return f"must be {wanted}, not {_shown(value)}" if wanted else details["msg"]


def _unknown_key(key: str, value: object, keys: list[str]) -> str:
    text = f"unknown key '{key}';{did_you_mean(key, keys)} allowed here: {', '.join(keys)}"
    if value == "":
        text += ". Inside { } a comma ends a text: put a text with commas in quotes"
    return text


def _too_long(value: str, details: ErrorDetails) -> str:
    limit = details["ctx"]["max_length"]
    text = f"is {len(value)} characters long, at most {limit} are allowed"
    if details["loc"][-1] == "quote":
        text += "; quote only the few words that prove it"
    return text


def _wanted(details: ErrorDetails) -> str | None:
    """What should stand there instead of what does; None for an error that these models do not raise."""
    kind = details["type"]
    if kind == "literal_error":
        return "one of: " + ", ".join(re.findall(r"'([^']+)'", details["ctx"]["expected"]))
    if kind.startswith("date"):
        return "a date as YYYY-MM-DD, such as 2022-01-31"
    if kind.startswith("url"):
        return "a web address that begins with https:// or http://"
    if kind.startswith("float") or details["loc"][-1] in DEGREES:
        return f"a number of degrees from -{DEGREES[str(details['loc'][-1])]} to {DEGREES[str(details['loc'][-1])]}"
    if kind.startswith("int") or kind == "greater_than_equal":
        return "a whole number from 1"
    return {
        "string_pattern_mismatch": "lower-case letters, digits and single hyphens, such as 'palace-stormed'",
        "string_type": "a text",
        "bool_parsing": "true or false",
        "bool_type": "true or false",
        "list_type": "a list, each item in a line that begins with '- '",
        "dict_type": "a group of keys, each in an indented line 'key: value'",
        "model_type": "a group of keys, each in an indented line 'key: value'",
    }.get(kind)


def _shown(value: object) -> str:
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a group of keys"
    text = str(value)
    return f'"{text[:SHOWN_CHARACTERS]}…"' if len(text) > SHOWN_CHARACTERS else f'"{text}"'
