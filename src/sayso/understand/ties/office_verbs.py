"""Verbs by which an office ends: of whoever lays it down, and of those who put somebody out of it."""

from __future__ import annotations

from ..doc import Doc

_STEPS = frozenset("step steps stepped".split())
# "Stepped" is such with "down" or "as" behind it, which whoever asks looks for, but see `steps_into`.
LEAVES = frozenset("resign resigns resigned quit quits retire retires retired step steps stepped".split())
PUT_OUT = frozenset("ousted removed fired sacked dismissed deposed suspended replaced replaces succeeded succeeds".split())


def steps_into(doc: Doc, verb: int) -> bool:
    """Tell "stepped in as", "stepped up as", by which an office begins."""
    return doc.low(verb) in _STEPS and verb + 1 < len(doc.tokens) and doc.low(verb + 1) in ("in", "up", "into", "forward")
