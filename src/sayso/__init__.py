"""sayso: reads news reports and keeps a situation ledger — who said what, how many, on whose say-so.

`parse` reads one text, `parse_file` one page, `open_ledger` opens the ledger. Everything is loaded when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from .errors import SaysoError
    from .findings.actor import Actor
    from .findings.event import Event
    from .findings.figure import Figure
    from .findings.reading import Reading
    from .findings.statement import Statement
    from .record.ledger import Ledger
    from .report import Report
    from .span import Span

__version__ = "0.1.0"
__all__ = [
    "Actor", "Event", "Figure", "Ledger", "Reading", "Report", "SaysoError", "Span", "Statement", "__version__", "open_ledger", "parse", "parse_file",
]  # fmt: skip

_WHERE = {
    "Actor": "findings.actor", "Event": "findings.event", "Figure": "findings.figure", "Reading": "findings.reading", "Report": "report",
    "SaysoError": "errors", "Span": "span", "Statement": "findings.statement", "Ledger": "record.ledger", "open_ledger": "notebook",
}  # fmt: skip


def parse(
    text: str, *, published: str | date | None = None, title: str | None = None, url: str | None = None, outlet: str | None = None
) -> Reading:
    """Read one text, kept code point for code point.

    Args:
        published: the outlet's day of publication, a date or "2024-10-24"; "yesterday" and "Wednesday" are resolved against it.
        title, url, outlet: what is known of the report.

    Raises:
        UnreadableReport: the text is empty or no text.
    """
    from .flow import read_text

    day = published if published is None or isinstance(published, str) else published.isoformat()
    return read_text(text, given={"published": day, "title": title, "url": url, "outlet": outlet})


def parse_file(path: str | Path, *, published: date | None = None) -> Reading:
    """Read one HTML page or text file: its text, where it is from, its furniture marked.

    Raises:
        UnreadableReport: the file is empty, binary, without text or cannot be opened.
    """
    from .flow import read_file
    from .read.payload import ReadOptions

    return read_file(path, options=ReadOptions(published=published))


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{_WHERE[name]}", __name__), name)
