"""Verbs by which an office ends: of whoever lays it down, and of those who put somebody out of it."""

from __future__ import annotations

# "Stepped" and "steps" are such with "down" or "as" behind them, which whoever asks looks for.
LEAVES = frozenset("resign resigns resigned quit quits retire retires retired step steps stepped".split())
PUT_OUT = frozenset("ousted removed fired sacked dismissed deposed suspended replaced".split())
