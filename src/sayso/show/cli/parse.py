"""`sayso parse`: JSON Lines in, readings out: the contract for programs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Annotated, BinaryIO

import typer

from .running import SOME_FAILED, WELL, reading_options, settings_in_force, tell

Jobs = Annotated[int | None, typer.Option(metavar="N", min=0, help="How many processes; 0: one for each core.")]
Tokens = Annotated[bool, typer.Option("--tokens", help="Write the tokens too, with their syntax.")]
# A line above the limit is read away in scraps of so many bytes.
_SCRAP_BYTES = 1 << 20


def parse(jobs: Jobs = None, tokens: Tokens = False) -> int:
    """Read JSON Lines on standard input and write one reading a line, in the same order.

    A line is {"id", "text", "published"?, "title"?, "url"?, "outlet"?}. One that cannot be read gives {"id", "error": {"code",
    "message"}} in its place; the exit code is then 1.
    """
    settings = settings_in_force()
    from ...crew import collect_seldom
    from ...flow import parse_lines
    from ...read.containers.stream import standard_input

    collect_seldom()
    stream = standard_input()
    if stream.isatty():
        tell("reading JSON Lines from the terminal; end with Ctrl-D")
    lines = bounded_lines(stream, max_bytes=settings.max_bytes)
    code = WELL
    processes = settings.jobs if jobs is None else jobs
    for line, well in parse_lines(lines, jobs=processes, tokens=tokens, options=reading_options(settings)):
        code = code if well else SOME_FAILED
        write_line(sys.stdout.buffer, line)
    return code


def bounded_lines(stream: BinaryIO, *, max_bytes: int) -> Iterator[bytes]:
    """Give the stream's lines; of one above the limit only the first `max_bytes` + 1 bytes, which tells that it is too long."""
    while line := stream.readline(max_bytes + 1):
        if len(line) > max_bytes:
            scrap = line
            while scrap and not scrap.endswith(b"\n"):
                scrap = stream.readline(_SCRAP_BYTES)
        yield line


def write_line(out: BinaryIO, line: bytes | str) -> None:
    """Write one line and let it go at once, so that a reader at the other end need not wait."""
    body = line.encode("utf-8", "backslashreplace") if isinstance(line, str) else line
    out.write(body if body.endswith(b"\n") else body + b"\n")
    out.flush()
