"""Pieces of lines of HTML: words of others made safe, speakers, circumstances, citations."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from .said import Said
from .visible import one_line


def speaker(line: Said) -> str:
    """Give who says it, and for whom."""
    return f"<strong>{safe(line.who)}</strong>{for_whom(line)}"


def for_whom(line: Said) -> str:
    """Give for whom it is said, where that is another."""
    return f' <span class="aside">for {safe(line.speaks_for)}</span>' if line.speaks_for else ""


def circumstances(line: Said) -> str:
    """Give through whom, when, and in how many reports."""
    words = [f"through {safe(line.through)}"] if line.through else []
    words += [f'<span class="whole">{safe(line.when)}</span>'] if line.when else []
    words += [f'<span class="whole">{line.reports} reports</span>'] if line.reports > 1 else []
    return f' <span class="aside">{" · ".join(words)}</span>' if words else ""


def cites(numbers: Iterable[int]) -> str:
    """Give the numbers of citations, each a link to where it stands."""
    return " ".join(f'<a class="cite" href="#c{number}">[{number}]</a>' for number in numbers)


def safe(words: str) -> str:
    """Give words of others for a page: escaped, on one line, nothing hidden."""
    return escape(one_line(words), quote=True)
