"""Long text → overlapping windows of pieces, and the windows' answers stitched back. A span is never lost at a border.

Windows are packed from whole paragraphs; each begins with some pieces before its own ("context"), whose answers are not taken. A paragraph
too long for one window is cut into overlapping windows, each piece answered by the window in which it stands most centrally.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

# Pieces in a window, special pieces aside; pieces of context before its own paragraphs; and the overlap of windows within one long
# paragraph. Swept on PolNeAR dev by whole attributions, exact contents and seconds: windows 126–254, context 0–40. A window that begins with
# a paragraph does as well with 8 pieces before it as with 40, and costs a fifth less. Re-run `make bench-speed bench-attribution` before
# changing.
WINDOW = 190
CONTEXT = 8
OVERLAP = 40


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces [start, end) go through the encoder; the answers of [own, own_end) are taken."""

    start: int
    own: int
    own_end: int
    end: int


def plan_windows(borders: NDArray[np.int64], *, size: int = WINDOW, context: int = CONTEXT) -> list[Window]:
    """Pack paragraphs into windows; every piece is owned by exactly one."""
    windows: list[Window] = []
    total = int(borders[-1])
    first = 0
    own = 0
    while first < len(borders) - 1:
        start = max(0, own - context)
        last = first
        while last < len(borders) - 1 and int(borders[last + 1]) - start <= size:
            last += 1
        if last > first:
            end = int(borders[last])
            if end > own:
                windows.append(Window(start, own, end, end))
            own, first = end, last
        else:
            overlap = max(context, min(OVERLAP, size // 4))
            windows += _cut_long(own, int(borders[first + 1]), total, size=size, context=overlap)
            own, first = int(borders[first + 1]), first + 1
    return windows


def _cut_long(own: int, stop: int, total: int, *, size: int, context: int) -> list[Window]:
    windows = []
    while own < stop:
        start = max(0, own - context)
        end = min(start + size, stop)
        own_end = stop if end == stop else end - context
        windows.append(Window(start, own, own_end, min(end, total)))
        own = own_end
    return windows


def stitch(windows: list[Window], answers: Iterable[NDArray[np.float32]], pieces: int, labels: int) -> NDArray[np.float32]:
    """Join the answers of each window (positions, labels), special piece first, into (pieces, labels)."""
    joined = np.zeros((pieces, labels), dtype=np.float32)
    for window, answer in zip(windows, answers, strict=True):
        low = window.own - window.start + 1  # position 0 is the opening special piece
        joined[window.own : window.own_end] = answer[low : low + window.own_end - window.own]
    return joined
