"""The formats of `sayso export`, in the order of help. To add one: a file that makes an Export, and a line here."""

from __future__ import annotations

from .cameo import CAMEO
from .columns import Export
from .plover import PLOVER

EXPORTS: tuple[Export, ...] = (PLOVER, CAMEO)
