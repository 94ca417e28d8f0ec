"""JSON Schemas of the knowledge files, with which editors complete and check while one types.

`python -m bot.knowledge.schema` writes them anew into the knowledge folder.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from bot.knowledge.model import LexiconFile, StoryFile

FOLDER = Path(__file__).resolve().parents[2] / "knowledge"


class _EditorSchema(GenerateJsonSchema):
    """Allows what loading allows: one value for a list of one, and numbers and yes/no without quotes as text."""

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        inner = super().function_before_schema(schema)
        return {"anyOf": [inner["items"], inner]} if "items" in inner else inner

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        text = super().str_schema(schema)
        return text if "pattern" in text else text | {"type": ["string", "number", "boolean"]}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        # What is not known is left out: an empty value is an error.
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        # Editors offer the default as text to insert, and an empty one is no text.
        return super().default_schema(schema) if schema.get("default") else self.generate_inner(schema["schema"])

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        keyed = super().dict_schema(schema)
        return keyed | {"additionalProperties": False} if "patternProperties" in keyed else keyed

    def field_title_should_be_set(self, schema: object) -> bool:
        return False


def story_schema() -> dict[str, Any]:
    """The schema of a file under `stories/`."""
    return _schema(StoryFile)


def lexicon_schema() -> dict[str, Any]:
    """The schema of the lexicon."""
    return _schema(LexiconFile)


def as_text(schema: dict[str, Any]) -> str:
    """The schema as its file holds it."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path = FOLDER) -> None:
    """Writes `schema.json` and `lexicon-schema.json` into `folder`."""
    (folder / "schema.json").write_text(as_text(story_schema()), encoding="utf-8")
    (folder / "lexicon-schema.json").write_text(as_text(lexicon_schema()), encoding="utf-8")


def _schema(model: type[StoryFile] | type[LexiconFile]) -> dict[str, Any]:
    generated = model.model_json_schema(schema_generator=_EditorSchema)
    return {"$schema": GenerateJsonSchema.schema_dialect, **generated}


if __name__ == "__main__":
    write_schemas()
