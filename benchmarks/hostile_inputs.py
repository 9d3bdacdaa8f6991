"""Inputs that nobody should send, each made in a folder, with the call that reads it and what must come of it.

All words are invented. A `read` case has a good report beside the bad one, a `parse` case a good line before and one after:
these must be read whatever happens.
"""

from __future__ import annotations

import gzip
import json
import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PROSE = (
    "The harbour of Olm was closed on Monday, the port's office said, and it would stay closed until the storm had gone. "
    '"We have sent at least 300 people home," said Ada Number, who speaks for the office. The ministry has not denied it.\n\n'
)
GOOD = (PROSE * 3).encode()
MEGA = 1_000_000
Content = bytes | Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Case:
    """One input.

    Attributes:
        name: what it is, for the table.
        content: the bytes of the bad file, or of the bad line of `parse`; None where `make` does it all.
        how: "read" (a file in a folder), "parse" (a line between two good ones), "shell" (a line for sh).
        exit: what the process must give back.
        says: words that its output must hold.
        file: name of the bad file.
        make: what else is done to the folder before.
        words: words of the command after `sayso read FOLDER` in place of `--ledger …`; for "shell" the line itself, where
            $SAYSO is the command and $LINES a file of good lines.
    """

    name: str
    content: Content | None
    how: str = "read"
    exit: int = 0
    says: tuple[str, ...] = ()
    file: str = "bad.txt"
    make: Callable[[Path], None] | None = None
    words: tuple[str, ...] = ()


def line(text: str, **more: object) -> bytes:
    """Give one JSON line."""
    return json.dumps({"id": "bad", "text": text, **more}, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def led(run: str, length: int = MEGA) -> str:
    """Give clear English, so that the text is analysed, and then a run of something up to the length."""
    head = (PROSE * 20).replace("\n", " ")[:4_500]
    return (head + run * (length // len(run) + 1))[:length]


SENTENCES = {
    "letters, blanks": "a b c d ", "letters, no blanks": "x", "quotation marks": '"', "curly quotation marks": "“", "apostrophes": "'",
    "digits and commas": "1,", "one number": "7", "said": "said ", 'said "': 'said "', "He said": "He said ", "U.S.": "U.S. ",
    "names": "John Smith, ", "states": "North Korea ", "numbers": "at least 3,000 soldiers ", "number words": "one hundred ",
    "brackets": "(", "not denied that": "has not denied that it ", "according to": "according to ", "that": "that ",
    "three letters and a mark": "qxz,", "quoted": '"We go," he said. ', "lines": "a\n", "the president of": "the president of ",
    "words of prose": "the talks that they said would be held with those who had been there before ",
}  # fmt: skip


def _nested(depth: int) -> bytes:
    return b"<html><body>" + b"<div>" * depth + b"<p>" + PROSE.encode() + b"</p>" + b"</div>" * depth


def _page(body: str, *, head: str = "") -> bytes:
    return f"<html><head><title>Harbour closed</title>{head}</head><body><article>{body}</article></body></html>".encode()


def _rights(folder: Path) -> None:
    (folder / "in" / "locked").mkdir()
    (folder / "in" / "locked" / "x.txt").write_bytes(GOOD)
    (folder / "in" / "locked").chmod(0)


def _ledger(content: bytes) -> Callable[[Path], None]:
    return lambda folder: (folder / "x.db").write_bytes(content) and None


def _newer(folder: Path) -> None:
    from sayso.record.ledger import open_ledger

    with open_ledger(folder / "x.db"):
        pass
    with sqlite3.connect(folder / "x.db") as connection:
        connection.execute("INSERT INTO migrations (name, at) VALUES ('9999-from-the-future', '2099')")
    connection.close()


def _foreign(folder: Path) -> None:
    with sqlite3.connect(folder / "x.db") as connection:
        connection.execute("CREATE TABLE birds (name)")
    connection.close()


def _read_only(folder: Path) -> None:
    from sayso.record.ledger import open_ledger

    with open_ledger(folder / "x.db"):
        pass
    (folder / "x.db").chmod(0o444)
    (folder / "x.db.lock").unlink(missing_ok=True)


def _closed(folder: Path) -> None:
    folder.chmod(0o555)


def _prose(size: int) -> bytes:
    return (PROSE.replace("\n", " ") * (size // len(PROSE) + 1)).encode()[:size]


FILES = (
    Case("empty file", b"", exit=1, says=("an empty file", "bad.txt")),
    Case("blanks only", b" \n" * 1_000, exit=1, says=("an empty file",)),
    Case("PDF named .txt", b"%PDF-1.7\n" + bytes(range(256)) * 40, exit=1, says=("a PDF file", "save it as one of these")),
    Case("picture named .html", b"\x89PNG\r\n\x1a\n" + bytes(5_000), exit=1, says=("a PNG image",), file="bad.html"),
    Case("random bytes", os.urandom(200_000), exit=1, says=("binary data",)),
    Case("page without text", b"<html><body><script>run()</script></body></html>", exit=1, says=("an article",), file="bad.html"),
    Case("marks only", b"?! " * 200, exit=1, says=("without a letter or digit",)),
    Case("broken UTF-8", GOOD + b"\xff\xfe caf\xc3 \x80" + GOOD, says=("new",)),
    Case("mixed encodings", "Café “Olm” ".encode() * 30 + "Café “Olm” ".encode("cp1252") * 3 + GOOD, says=("new",)),
    Case("UTF-16 without a mark", GOOD[:300].decode().encode("utf-16-le"), says=('"language": "en"', "new")),
    Case("declared as what it is not", _page(f"<p>{PROSE * 4}</p>é", head='<meta charset="utf-16">'), file="bad.html", says=("new",)),
    Case("50 MB in one line", lambda: _prose(50_000_000), says=("new", "cut after 200000 characters")),
    Case("70 MB, above the limit", lambda: _prose(70_000_000), exit=1, says=("at most 67108864 bytes", "max_bytes")),
    Case("50 MB page", lambda: _page("<p>" + PROSE * 200_000 + "</p>"), exit=1, says=("bad.html",), file="bad.html"),
    Case("control characters", (PROSE + "The \x07port \x1b[2Jof \x9dOlm, he said.\x00 " * 500).encode(), says=("new",)),
    Case("nothing but control characters", bytes(range(1, 32)) * 2_000, exit=1, says=("binary data",)),
    Case("bidirectional characters", (PROSE + "\u202e\u2066\u200f" * 5_000 + PROSE).encode(), says=("new",)),
    Case("surrogates as bytes", GOOD + b"\xed\xa0\x80" * 50 + GOOD, says=("new",)),
    Case("unbalanced quotation marks", ('"Open, said Ada. “Not closed ‘here, she said. ' * 3_000).encode(), says=("new",)),
    Case("markup 240 deep", _nested(240), file="bad.html", says=("new",)),
    Case("markup 100,000 deep", _nested(100_000), exit=1, says=("bad.html",), file="bad.html"),
    Case("a million tags", b"<html><body>" + b"<b>a</b>" * 250_000 + b"</body></html>", file="bad.html", says=("new",)),
    Case("a page that is one attribute", b'<html><body class="' + b"a " * 5_000_000, exit=1, says=("bad.html",), file="bad.html"),
    Case("JSON Lines cut short", line(PROSE) + line(PROSE)[:40], exit=1, says=("bad.jsonl:2", "one JSON object"), file="bad.jsonl"),
    Case("JSON nested 100,000 deep", b"[" * 100_000 + b"\n" + line(PROSE), exit=1, says=("bad.jsonl:1",), file="bad.jsonl"),
    Case("JSON line of 70 MB", lambda: line("a" * 70_000_000) + line(PROSE), exit=1, says=("bad.jsonl:1",), file="bad.jsonl"),
    Case("JSON with half a surrogate", b'{"id":"a","text":"x \\ud800 y"}\n', exit=1, says=("surrogate",), file="bad.jsonl"),
    Case("gzip cut short", gzip.compress(line(PROSE) * 500)[:-30], exit=1, says=("breaks off",), file="bad.jsonl.gz"),
    Case("folder without rights", GOOD[:300], exit=1, says=("locked", "rights"), make=_rights),
    Case("link that goes round", GOOD[:300], exit=1, says=("loop",), make=lambda f: (f / "in" / "loop").symlink_to(f / "in")),
)  # fmt: skip
LEDGERS = (
    Case("ledger that is a text", None, exit=3, says=("x.db", "is no ledger"), make=_ledger(GOOD)),
    Case("ledger of another program", None, exit=3, says=("another program",), make=_foreign),
    Case("ledger from a newer version", None, exit=3, says=("newer sayso", "upgrade"), make=_newer),
    Case("ledger in a missing folder", None, exit=3, says=("does not exist",), words=("--ledger", "{folder}/none/x.db")),
    Case("ledger that is a folder", None, exit=3, says=("found a folder",), words=("--ledger", "{folder}/in")),
    Case("an address", None, exit=2, says=("save the page",), words=("https://olm.example/a", "--ledger", "{folder}/x.db")),
    Case("a file that is not there", None, exit=2, says=("check the spelling",), words=("none.txt", "--ledger", "{folder}/x.db")),
)
LINES = (
    Case("line cut short", line(PROSE)[:60] + b"\n", "parse", 1, ("line 2",)),
    Case("line that is a list", b"[1]\n", "parse", 1, ("found list",)),
    Case("line without a text", b'{"id": "bad"}\n', "parse", 1, ("text",)),
    Case("line of 70 MB", lambda: line("a" * 70_000_000), "parse", 1, ("67108864",)),
    Case("line of 50 MB", lambda: line(_prose(50_000_000).decode()), "parse", 0, ("cut",)),
    Case("line of 50 MB with one wide character", lambda: line("😀" + _prose(50_000_000).decode()), "parse", 0, ("cut",)),
    Case("line nested 100,000 deep", b'{"id":"bad","text":' + b"[" * 100_000 + b"\n", "parse", 1, ("line 2",)),
    Case("half a surrogate, escaped", b'{"id":"bad","text":"x \\ud800 y"}\n', "parse", 1, ("surrogate",)),
    Case("half a surrogate, in the id", b'{"id":"\\udfff","text":"x"}\n', "parse", 1, ("surrogate",)),
    Case("half a surrogate, as bytes", b'{"id":"bad","text":"x \xed\xa0\x80 y"}\n', "parse", 1, ("line 2",)),
    Case("bytes that are no UTF-8", b'{"id":"bad","text":"caf\xe9"}\n', "parse", 1, ("line 2",)),
    Case("a number of 5,000 digits", b'{"id":' + b"9" * 5_000 + b',"text":"x"}\n', "parse", 1, ("line 2",)),
    Case("zero bytes", b"\x00" * 500 + b"\n", "parse", 1, ("line 2",)),
)
_TO_X = "$SAYSO read in --ledger x.db"
SHELL = (
    Case("standard input closed", None, "shell", 2, ("is closed", "name a file"), words=("$SAYSO parse <&-",)),
    Case("standard input closed, read -", None, "shell", 2, ("is closed",), words=("$SAYSO read - --ledger x.db <&-",)),
    Case("standard output closed", None, "shell", 0, words=("$SAYSO parse < $LINES >&-",)),
    Case("standard output full", None, "shell", 1, ("make room",), words=("$SAYSO parse < $LINES > /dev/full",)),
    Case(
        "output pipe closed", None, "shell", 141, words=("{ $SAYSO parse < $LINES; echo $? > code; } | true; exit $(cat code)",)
    ),
    Case("ledger on a full disk", None, "shell", 3, ("free some space", "x.db"), words=(f"ulimit -f 300; {_TO_X}",)),
    Case("ledger may not be written", None, "shell", 3, ("cannot be written", "x.db"), make=_read_only, words=(_TO_X,)),
    Case("folder of ledger may not be written", None, "shell", 3, ("x.db", "right"), make=_closed, words=(_TO_X,)),
)


def cases() -> tuple[Case, ...]:
    """Give all cases, the long sentences last; each of these through `read` or `parse` by turns."""
    long = []
    for number, (name, run) in enumerate(SENTENCES.items()):
        text = led(run)
        how, content = ("parse", line(text)) if number % 2 else ("read", text.encode())
        long.append(Case(f"1 M: {name}", content, how, 0, ("cut after",) if number % 2 else ("new", "cut after")))
    return FILES + LEDGERS + LINES + SHELL + tuple(long)
