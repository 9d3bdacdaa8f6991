"""The JSON Schema (draft 2020-12) of a reading, made from the records themselves; reading.schema.json in the package is its copy.

Every field of the contract is required, unknown ones are allowed: fields may be added, never renamed. A program that reads the
contract may check against the copy; `tools/build_schema.py` writes it anew.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from ..span import Span
from ..when import When
from .reading import KINDS, SCHEMA, Reading, is_optional, shape

Schema = dict[str, Any]

# Lists that are never empty and values of one form, by the name of the field, which means the same in every record.
_FILLED = ("evidence", "content")
_DIGEST: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_FORMS: dict[str, Schema] = {
    "sha256": _DIGEST,
    "bytes_sha256": _DIGEST,
    "country": {"type": "string", "pattern": "^[A-Z]{3}$"},
    "confidence": {"type": "number", "minimum": 0, "maximum": 1},
}

_SPAN: Schema = {
    "description": "[start, end], half-open, in Unicode code points of report.text",
    "type": "array",
    "items": {"type": "integer", "minimum": 0},
    "minItems": 2,
    "maxItems": 2,
}
_DAY: Schema = {"type": ["string", "null"], "format": "date"}
_WHEN: Schema = {
    "description": "days some words may mean, half-open; a bound is null where the words set none",
    "type": "object",
    "properties": {"from": _DAY, "to": _DAY, "words": {"type": "string"}},
    "required": ["from", "to", "words"],
}


def reading_schema() -> Schema:
    """Give the schema of one line of `sayso parse` that is a reading; an error line is not described by it."""
    definitions: dict[str, Schema] = {"Span": _SPAN, "When": _WHEN}
    lists = {name: {"type": "array", "items": _of(kind, definitions)} for name, kind in KINDS.items()}
    report = _of(next(hint for name, _, hint in shape(Reading) if name == "report"), definitions)
    by = {"type": "string", "description": "model, lexicons and code that made it"}
    properties = {"schema": {"const": SCHEMA}, "id": {"type": "string"}, "report": report, **lists, "by": by}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": "A reading: one report and all its findings",
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in ("tokens", "by")],
        "$defs": dict(sorted(definitions.items())),
    }


def _of(kind: Any, definitions: dict[str, Schema]) -> Schema:
    """Give the schema of one type; records are put into the definitions and pointed to."""
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        return _or_null(_of(next(arg for arg in typing.get_args(kind) if arg is not type(None)), definitions))
    if typing.get_origin(kind) is tuple:
        return {"type": "array", "items": _of(typing.get_args(kind)[0], definitions)}
    if kind is Span or kind is When:
        return {"$ref": f"#/$defs/{kind.__name__}"}
    if kind is datetime or kind is date:
        return {"type": "string", "format": "date-time" if kind is datetime else "date"}
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"enum": [member.value for member in kind]}
    if dataclasses.is_dataclass(kind):
        return _record(typing.cast(type, kind), definitions)
    names: dict[Any, str] = {str: "string", bool: "boolean", int: "integer", float: "number"}
    return {"type": names[kind]}


def _record(kind: type, definitions: dict[str, Schema]) -> Schema:
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}  # holds the place: a record may point to itself
        fields = shape(kind)
        definitions[kind.__name__] = {
            "type": "object",
            "properties": {name: _field(name, hint, definitions) for _, name, hint in fields},
            "required": [name for attribute, name, _ in fields if not is_optional(kind, attribute)],
        }
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _field(name: str, hint: Any, definitions: dict[str, Schema]) -> Schema:
    found = _of(hint, definitions)
    if name in _FORMS:
        return _or_null(_FORMS[name]) if found.get("type") == ["string", "null"] else _FORMS[name]
    return found | {"minItems": 1} if name in _FILLED else found


def _or_null(schema: Schema) -> Schema:
    if "enum" in schema:
        return {"enum": [*schema["enum"], None]}
    if "$ref" in schema:
        return {"oneOf": [schema, {"type": "null"}]}
    return {**schema, "type": [schema["type"], "null"]}
