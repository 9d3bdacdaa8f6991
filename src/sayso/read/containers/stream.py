"""Standard input → a stream of bytes that a thread may wait on."""

from __future__ import annotations

import sys
from typing import BinaryIO

from ...errors import WrongCall


def standard_input() -> BinaryIO:
    """Give standard input as a stream of our own; raises WrongCall where the process has none.

    Not `sys.stdin.buffer`: Python ends in an abort when a thread still waits on that one at the end of the process.
    """
    if sys.stdin is None or getattr(sys.stdin, "closed", False):
        raise WrongCall("standard input is closed; name a file, or send something: sayso parse < reports.jsonl")
    try:
        return open(sys.stdin.fileno(), "rb", closefd=False)
    except (AttributeError, OSError, ValueError):  # not a file of the system: a test's or a notebook's
        return sys.stdin.buffer
