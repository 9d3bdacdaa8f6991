"""Pieces of lines of Markdown: words of others made safe, speakers, circumstances, citations."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .brief_words import quoted, told_words
from .said import Said
from .visible import one_line

_ESCAPED = re.compile(r"([\\`*_\[\]<>|~])")
_LINE_START = re.compile(r"^(\s*)([#+-]|\d+[.)])(?=\s|$)")


def escaped(text: str) -> str:
    """Give words of others for a line of Markdown: no mark-up, no links, no line breaks, nothing hidden."""
    line = _ESCAPED.sub(r"\\\1", one_line(text)).replace("&", "&amp;")
    return _LINE_START.sub(r"\1\\\2", line)


def speaker(line: Said) -> str:
    """Give who says it, and for whom."""
    return escaped(line.who) + for_whom(line)


def for_whom(line: Said) -> str:
    """Give for whom it is said, where that is another."""
    return f" (for {escaped(line.speaks_for)})" if line.speaks_for else ""


def said_words(line: Said) -> str:
    """Give the words within quotation marks."""
    return escaped(quoted(told_words(line)))


def circumstances(line: Said) -> str:
    """Give through whom, when, and in how many reports."""
    through = f", through {escaped(line.through)}" if line.through else ""
    when = f", {escaped(line.when)}" if line.when else ""
    return f"{through}{when}{printed(line.reports, before=', ')}"


def printed(reports: int, *, before: str = "") -> str:
    """Give how many reports print it, where it is more than one."""
    if reports < 2:
        return ""
    return f"{before}{reports} reports" + ("" if before else " ")


def cites(numbers: Iterable[int]) -> str:
    """Give the numbers of citations."""
    # Literal in Markdown: nothing here defines a link called "1", and words of others cannot.
    return "".join(f"[{number}]" for number in numbers)
