"""Words and facts sayso knows: commented YAML files in this folder, no logic. `entries(name)` gives one file's rows.

A user's own files lie in a folder named by `$SAYSO_LEXICONS`, under the same relative names, and are read after ours:
a row whose `key` (or `word`) is already known replaces it, any other is added.
"""

from __future__ import annotations

import hashlib
import os
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from ..errors import LexiconError
from .kept import kept_rows

Row = dict[str, Any]
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _rows(text: str, where: str) -> list[Row]:
    try:
        rows = yaml.load(text, Loader=_LOADER) or []
    except yaml.YAMLError as error:
        raise LexiconError(f"{where}: expected YAML, found {error}; mend the file or take it out of $SAYSO_LEXICONS") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise LexiconError(f"{where}: expected a list of entries (- key: …), found {type(rows).__name__}")
    return rows


def user_folder() -> Path | None:
    """Give the folder of the user's own lexicons, None where none is set."""
    folder = os.environ.get("SAYSO_LEXICONS")
    return Path(folder) if folder else None


@cache
def entries(name: str) -> tuple[Row, ...]:
    """Give all rows of one lexicon, e.g. `entries("actors/states")`, ours first, the user's after.

    Raises LexiconError where a file is missing or not a list of mappings.
    """
    ours = resources.files(__name__).joinpath(f"{name}.yml")
    try:
        text = ours.read_text(encoding="utf8")
    except FileNotFoundError:
        raise LexiconError(f"lexicons/{name}.yml: expected in the package, not found; reinstall sayso") from None
    rows = kept_rows(name, text, lambda: _rows(text, f"lexicons/{name}.yml"))
    folder = user_folder()
    if folder and (own := folder / f"{name}.yml").is_file():
        added = _rows(own.read_text(encoding="utf8"), str(own))
        known = {row.get("key") or row.get("word") for row in added}
        rows = [row for row in rows if (row.get("key") or row.get("word")) not in known] + added
    return tuple(rows)


@cache
def digest() -> str:
    """Give a digest (12 hex digits) of every lexicon in use, ours and the user's, so that a reading can say what it knew."""
    sha = hashlib.sha256()
    folders = [resources.files(__name__)] + ([user_folder()] if user_folder() else [])
    for folder in folders:
        for path in sorted(Path(str(folder)).rglob("*.yml")):
            sha.update(path.name.encode() + b"\0" + path.read_bytes())
    return sha.hexdigest()[:12]
