"""Cells of a CSV file: words of others that a spreadsheet would take for a formula are made plain text again.

A cell that begins with = + - @, a tab or a carriage return (or their full-width forms, or after blanks and invisible characters)
gets an apostrophe in front. Our own numbers are numbers, not text, and stay as they are.
"""

from __future__ import annotations

import unicodedata

_FORMULA = frozenset("=+-@\t\r\n＝＋－＠﹢﹣﹦﹫")


def guarded(value: object) -> str | int | float:
    """Give what a CSV cell holds for the value; None is empty, a truth value is "true" or "false"."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return value
    text = str(value).replace("\0", "␀")
    return "'" + text if _may_be_formula(text) else text


def _may_be_formula(text: str) -> bool:
    for character in text:
        if character in _FORMULA:
            return True
        if not character.isspace() and unicodedata.category(character) not in ("Cc", "Cf"):
            return False
    return False
