"""Rows of a lexicon as they were read before: reading the YAML takes half a second a process, what came of it a twentieth of that.

They lie as JSON in `__pycache__`, beside Python's own compiled files and by their rules: of use only while they carry the digest of the
text they came of, written where the folder may be written, and not where Python is told to write none.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

Row = dict[str, Any]
FOLDER = Path(__file__).parent / "__pycache__"
# A day is written as an object with this one key.
_DAY = "!day"


def kept_rows(name: str, text: str, read: Callable[[], list[Row]]) -> list[Row]:
    """Give the rows of a lexicon's text: as kept where they are of this very text, else read and kept."""
    path = FOLDER / f"{name.replace('/', '.')}.rows.json"
    digest = hashlib.sha256(text.encode()).hexdigest()
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):  # absent, cut short or of another version: read anew
        found = _loaded(path.read_text(encoding="utf8"))
        if found["of"] == digest:
            rows: list[Row] = found["rows"]
            return rows
    rows = read()
    if not sys.dont_write_bytecode:
        with contextlib.suppress(OSError, ValueError, TypeError):  # a folder that cannot be written, a value JSON does not have
            _keep(path, {"of": digest, "rows": rows})
    return rows


def _keep(path: Path, found: dict[str, Any]) -> None:
    body = json.dumps(found, ensure_ascii=False, default=_plain)
    if _loaded(body) != found:
        return  # a key that is no text, say
    path.parent.mkdir(exist_ok=True)
    fresh = path.with_suffix(f".{os.getpid()}")
    fresh.write_text(body, encoding="utf8")
    os.replace(fresh, path)  # another process may read it at this moment


def _loaded(body: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(body, object_hook=_object)
    return found


def _plain(value: object) -> dict[str, str]:
    if type(value) is not date:
        raise TypeError(f"{type(value).__name__} is not kept")
    return {_DAY: value.isoformat()}


def _object(value: dict[str, Any]) -> Any:
    return date.fromisoformat(value[_DAY]) if len(value) == 1 and _DAY in value else value
