"""A passage → text for a terminal, the parts of the record marked: in colour where there is colour, else in brackets.

In brackets the words "the West estimates" read "⟦source: the West⟧ ⟦cue: estimates⟧".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..ask.passages import Passage, Piece
from ..ask.visible import visible

if TYPE_CHECKING:
    from rich.text import Text

# The part that is shown where words carry several: the narrower one wins.
NARROWEST_FIRST = (
    "figure", "of", "act", "trigger", "actor", "recipient", "target", "addressee", "relayed_by", "cue", "source", "mention", "condition",
    "consequence", "watchpoint", "content", "evidence", "furniture",
)  # fmt: skip
STYLES = {
    "source": "bold cyan", "cue": "bold magenta", "content": "green", "target": "bold underline green", "addressee": "cyan",
    "relayed_by": "yellow", "figure": "bold yellow", "of": "underline yellow", "mention": "bold cyan", "trigger": "bold magenta", "act": "bold yellow",
    "actor": "bold cyan", "recipient": "cyan", "condition": "yellow", "consequence": "bold green", "watchpoint": "green",
    "evidence": "green", "furniture": "dim strike",
}  # fmt: skip


def in_brackets(passage: Passage) -> str:
    """Give the passage as plain text, each part opened by its name; parts may lie within parts."""
    out: list[str] = []
    open_parts: list[str] = []
    for at, piece in enumerate(passage.pieces):
        wanted = _nested(piece, passage.pieces[at:])
        while open_parts and open_parts != wanted[: len(open_parts)]:
            open_parts.pop()
            out.append("⟧")
        for part in wanted[len(open_parts) :]:
            out.append(f"⟦{part}: ")
            open_parts.append(part)
        out.append(visible(piece.words, keep_lines=True))
    out.append("⟧" * len(open_parts))
    return _with_ends(passage, "".join(out))


def in_colour(passage: Passage) -> Text:
    """Give the passage with each part in its colour, for a terminal."""
    from rich.text import Text

    text = Text("… " if passage.starts_inside else "")
    for piece in passage.pieces:
        part = next((part for part in NARROWEST_FIRST if part in piece.parts), None)
        text.append(visible(piece.words, keep_lines=True), style=STYLES[part] if part else "")
    return text.append(" …" if passage.ends_inside else "")


def legend(passages: Sequence[Passage]) -> Text:
    """Give the names of the parts that occur, each in its colour."""
    from rich.text import Text

    found = {part for passage in passages for piece in passage.pieces for part in piece.parts}
    text = Text()
    for part in (part for part in STYLES if part in found):
        text.append(part, style=STYLES[part]).append("  ")
    return text


def _nested(piece: Piece, ahead: Sequence[Piece]) -> list[str]:
    """Order the parts of a piece by how far they go on from here: those that end last are opened first."""

    def length(part: str) -> int:
        count = 0
        for other in ahead:
            if part not in other.parts:
                break
            count += 1
        return count

    return sorted(piece.parts, key=lambda part: (-length(part), -NARROWEST_FIRST.index(part)))


def _with_ends(passage: Passage, text: str) -> str:
    return f"{'… ' if passage.starts_inside else ''}{text}{' …' if passage.ends_inside else ''}"
