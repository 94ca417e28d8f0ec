"""The JSON Schemas: up to date, and no stricter than loading."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.knowledge.schema import FOLDER, as_text, lexicon_schema, story_schema, write_schemas

REMEDY = "is out of date; run: python -m bot.knowledge.schema"


@pytest.mark.parametrize(
    ("name", "schema"), [("schema.json", story_schema()), ("lexicon-schema.json", lexicon_schema())]
)
def test_the_file_is_what_the_models_give(name: str, schema: dict[str, Any]) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == as_text(schema), f"knowledge/{name} {REMEDY}"


def test_writing_makes_both_files(tmp_path: Path) -> None:
    write_schemas(tmp_path)

    assert (tmp_path / "schema.json").read_text(encoding="utf-8") == as_text(story_schema())
    assert (tmp_path / "lexicon-schema.json").read_text(encoding="utf-8") == as_text(lexicon_schema())


def field(model: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = story_schema()["$defs"][model]["properties"][name]
    return found


def test_one_value_may_stand_for_a_list() -> None:
    text = {"minLength": 1, "type": ["string", "number", "boolean"]}
    cite = {"$ref": "#/$defs/Cite"}

    assert field("Fact", "who")["anyOf"] == [text, {"items": text, "type": "array"}]
    assert field("Fact", "cite")["anyOf"] == [cite, {"items": cite, "type": "array"}]
    assert field("Story", "summary")["anyOf"][0]["type"] == "string"


def test_an_empty_value_is_not_allowed_where_a_key_may_be_left_out() -> None:
    assert field("Entity", "within")["type"] == "string"
    assert "default" not in field("Entity", "within")


def test_descriptions_and_defaults_are_kept_for_editors() -> None:
    assert field("Fact", "why")["description"] == "The cause."
    assert field("Fact", "certainty")["default"] == "reported"
    assert story_schema()["description"] == "One file under `stories/`."


def test_unknown_keys_and_malformed_ids_are_marked() -> None:
    facts = story_schema()["properties"]["facts"]

    assert story_schema()["$defs"]["Fact"]["additionalProperties"] is False
    assert facts["additionalProperties"] is False
    assert list(facts["patternProperties"]) == ["^[a-z0-9]+(-[a-z0-9]+)*$"]
