"""Frozen data → what `json.dumps` takes: dicts and lists, days as ISO 8601, spans as [start, end]."""

from __future__ import annotations

from datetime import date
from typing import Any


def plain_data(value: Any) -> Any:
    """Give the value, of `dataclasses.asdict` or a piece of it, as plain data."""
    if isinstance(value, dict):
        return {name: plain_data(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain_data(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
