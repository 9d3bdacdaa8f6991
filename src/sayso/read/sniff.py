"""Bytes → what they are (HTML, text, JSON Lines, or nothing we read) and their characters.

Promise: `decode` never raises and says in its notes whatever it guessed or replaced.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from dataclasses import dataclass
from enum import StrEnum

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF file (image, sound or film)"),
    (b"PK\x03\x04", "a ZIP archive (or a Word, Excel or EPUB file)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
)
_BOMS: tuple[tuple[bytes, str], ...] = (
    (BOM_UTF32_LE, "utf-32"),
    (BOM_UTF32_BE, "utf-32"),
    (BOM_UTF8, "utf-8-sig"),
    (BOM_UTF16_LE, "utf-16"),
    (BOM_UTF16_BE, "utf-16"),
)
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|article|div|p|title)[\s>/]", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,30})""", re.IGNORECASE)
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27}) + b"\x7f"
# Share of control bytes above which bytes are no text. Text of news never has any; transmissions of old wires have a few.
MAX_CONTROL_SHARE = 0.1
_HEAD_BYTES = 65_536


class Kind(StrEnum):
    """What bytes are."""

    HTML = "html"
    PLAIN = "plain"
    LINES = "jsonl"
    EMPTY = "empty"
    BINARY = "binary"


@dataclass(frozen=True, slots=True)
class Sniffed:
    """What bytes turned out to be, in one word for programs and one phrase for people."""

    kind: Kind
    description: str


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters of some bytes, and what a reader should know of how they were made."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def sniff(body: bytes, name: str = "") -> Sniffed:
    """Tell what bytes are, by their first 64 KiB and, for pages without a telling tag, by the file's name."""
    head = body[:_HEAD_BYTES]
    if not body.strip():
        return Sniffed(Kind.EMPTY, f"an empty file ({len(body)} bytes)")
    for magic, description in _MAGIC:
        if head.startswith(magic):
            return Sniffed(Kind.BINARY, f"{description} ({len(body)} bytes)")
    if not _bom(head) and not _wide(head):
        controls = len(head) - len(head.translate(None, _CONTROLS))
        if controls > MAX_CONTROL_SHARE * len(head):
            return Sniffed(Kind.BINARY, f"binary data ({len(body)} bytes)")
    if _MARKUP.search(_narrow(head)):
        named = name.lower().endswith((".html", ".htm", ".xhtml", ".shtml"))
        if named or _MARKUP.search(_narrow(head)[:4096]):
            return Sniffed(Kind.HTML, f"an HTML page ({len(body)} bytes)")
    return Sniffed(Kind.PLAIN, f"plain text ({len(body)} bytes)")


def decode(body: bytes, *, is_markup: bool = False) -> Decoded:
    """Give the characters: by byte order mark, as UTF-8, by the page's own declaration, or by a guess that is said."""
    if encoding := _bom(body):
        return _lenient(body, encoding)
    if encoding := _wide(body[:_HEAD_BYTES]):  # before UTF-8, which its zero bytes are too
        return _lenient(body, encoding, guessed=True)
    try:
        return Decoded(body.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if is_markup and (declared := _declared(body)):
        return declared
    return _broken_utf8(body) or _guess(body)


def _bom(body: bytes) -> str | None:
    return next((encoding for bom, encoding in _BOMS if body.startswith(bom)), None)


def _wide(head: bytes) -> str | None:
    """Tell UTF-16 without a mark by its zero bytes, which then stand at every other place."""
    if len(head) < 8:
        return None
    even, odd = head[0::2].count(0) / len(head), head[1::2].count(0) / len(head)
    if odd > 0.3 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.3 and odd < 0.05 else None


def _narrow(head: bytes) -> bytes:
    return head.replace(b"\0", b"")


def _lenient(body: bytes, encoding: str, *, guessed: bool = False) -> Decoded:
    text = body.decode(encoding, "replace")
    notes = [f"read as {encoding.upper()}, which is a guess"] if guessed else []
    replaced = text.count("\ufffd")
    if replaced:
        notes.append(f"{replaced} replacement characters (U+FFFD) stand for bytes that are no {encoding.upper()}")
    return Decoded(text, encoding, tuple(notes))


def _declared(body: bytes) -> Decoded | None:
    match = _CHARSET.search(body[:_HEAD_BYTES])
    if match is None or match[1].lower() in (b"utf-8", b"utf8"):
        return None
    try:
        return Decoded(body.decode(match[1].decode("ascii")), match[1].decode("ascii").lower())
    except (LookupError, UnicodeDecodeError):
        return None


def _broken_utf8(body: bytes) -> Decoded | None:
    """Read UTF-8 with a few wrong bytes as that: at least three whole sequences for each wrong byte."""
    read = _lenient(body, "utf-8")
    wrong = read.text.count("\ufffd")
    whole = len(re.findall(r"[^\x00-\x7f\ufffd]", read.text))
    return read if whole >= 3 * wrong else None


def _guess(body: bytes) -> Decoded:
    high = sum(byte >= 0x80 for byte in body[:_HEAD_BYTES])
    if high > 0.05 * min(len(body), _HEAD_BYTES):
        from charset_normalizer import from_bytes

        best = from_bytes(body[:_HEAD_BYTES], steps=5, chunk_size=512).best()
        if best is not None:
            return _lenient(body, best.encoding.replace("_", "-"), guessed=True)
    return _lenient(body, "windows-1252", guessed=True)
