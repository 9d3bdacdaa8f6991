"""The extraction process: frames of HTML on standard input, frames of JSON on standard output, until the input ends.

It is started by extraction.py and may die at any page: nothing it holds is needed after a page. A frame is eight bytes of length,
big-endian, and so many bytes. A request is a JSON header frame and a body frame, the reply one JSON frame.
"""

from __future__ import annotations

import contextlib
import json
import sys
from typing import Any, BinaryIO

# Address space one extraction may use; trafilatura needs under 0.5 GB for the largest page we let in.
MAX_ADDRESS_SPACE_BYTES = 1_536 << 20
_LENGTH_BYTES = 8


def read_frame(stream: BinaryIO) -> bytes | None:
    """Read one frame; None where the stream has ended, inside a frame too."""
    head = stream.read(_LENGTH_BYTES)
    if len(head) < _LENGTH_BYTES:
        return None
    length = int.from_bytes(head, "big")
    body = stream.read(length)
    return body if len(body) == length else None


def write_frame(stream: BinaryIO, body: bytes) -> None:
    """Write one frame and flush."""
    stream.write(len(body).to_bytes(_LENGTH_BYTES, "big"))
    stream.write(body)
    stream.flush()


def main() -> None:
    """Serve pages until standard input ends."""
    requests, replies = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library prints must not become a reply
    _limit_memory()
    sys.setrecursionlimit(5_000)
    while (header := read_frame(requests)) is not None:
        body = read_frame(requests)
        if body is None:
            return
        request = json.loads(header)
        _limit_seconds(float(request["seconds"]))
        write_frame(replies, json.dumps(_reply(body, url=request["url"])).encode("utf-8"))


def _reply(body: bytes, *, url: str | None) -> dict[str, Any]:
    """Read one page; whatever a library raises on a stranger's markup is a reply, not the end of the process."""
    from .formats.page import read_page

    try:
        return {"page": read_page(body, url=url).to_json()}
    except MemoryError:
        return {"error": "more memory than one page may use"}
    except RecursionError:
        return {"error": "markup nested too deeply"}
    except Exception as error:  # noqa: BLE001 - the libraries raise anything; the process is ours to keep
        return {"error": f"{type(error).__name__}: {str(error)[:200]}"}


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # no such limit on Windows; a lower one may be set already
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MAX_ADDRESS_SPACE_BYTES, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _limit_seconds(seconds: float) -> None:
    """Let the system end this process when a page has used that much more of a processor, should the parent's clock fail."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        limit = int(used.ru_utime + used.ru_stime + seconds) + 2
        resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    main()
