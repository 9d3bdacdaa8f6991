"""Keys given by their beginning, as a person types them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Connection, and_, select

from ..errors import WrongCall
from .tables import forgotten, reports

# Shorter beginnings say too little; with 16**4 of them, a ledger of hundreds is seldom ambiguous.
MIN_PREFIX = 4
# Keys named in a message.
SHOWN = 5


def begins(column: Column[Any], prefix: str) -> Any:
    """Give the condition that a key begins so, as a range, which an index answers; the prefix has been checked to hold hex digits alone."""
    return and_(column >= prefix, column < f"{prefix}g")


def is_key_prefix(words: str) -> bool:
    """Tell whether the words can be a key or the beginning of one."""
    return len(words) >= MIN_PREFIX and all(c in "0123456789abcdef" for c in words)


def report_key_of(connection: Connection, words: str) -> str:
    """Give the one report's key that begins so; raises WrongCall where there is none or are several."""
    prefix = words.strip().lower()
    if not is_key_prefix(prefix):
        raise WrongCall(
            f"report: expected a key or its first {MIN_PREFIX} or more hex digits, found {words!r}; list them with: sayso reports"
        )
    keys = connection.scalars(
        select(reports.c.key).where(begins(reports.c.key, prefix)).order_by(reports.c.key).limit(SHOWN)
    ).all()
    if len(keys) == 1:
        return str(keys[0])
    if keys:
        raise WrongCall(f"report: {words!r} begins several keys: {', '.join(keys)}; give more of it")
    tomb = connection.execute(select(forgotten).where(begins(forgotten.c.report_key, prefix)).limit(1)).one_or_none()
    if tomb:
        raise WrongCall(f"report: {tomb.report_key} was forgotten at {tomb.at}: {tomb.reason}")
    raise WrongCall(f"report: no report's key begins with {words!r}")


def several(words: str, keys: Sequence[str]) -> WrongCall:
    """Give the error for a beginning that several records share."""
    return WrongCall(f"{words!r} begins several keys: {', '.join(keys[:SHOWN])}; give more of it")
