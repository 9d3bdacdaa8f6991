"""One claim, story, event or series in full: its lines for a person, the whole record for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from ..record.found_links import Linked
from .format import WRITERS, Format, console_for
from .link_lines import linked_lines
from .nested import write_one

if TYPE_CHECKING:
    from ..record.linked_view import LinkedView


def write_full(view: LinkedView, record: Linked, format: Format, out: TextIO) -> None:
    """Write one record in the format asked for; for a person, with what was decided on its members."""
    if format is Format.TABLE:
        print_lines(linked_lines(record, view.ruled_on(record)), out)
    elif format in (Format.JSON, Format.JSONL):
        write_one(record, out)
    else:
        WRITERS[format]([record.flat()], out)


def print_lines(lines: list[tuple[str, str]], out: TextIO) -> None:
    """Print names and values side by side, what a terminal would obey made visible."""
    from rich.table import Table
    from rich.text import Text

    from ..ask.visible import visible

    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in lines:
        grid.add_row(Text(name), Text(visible(value, keep_lines=True)))
    console_for(out).print(grid)
