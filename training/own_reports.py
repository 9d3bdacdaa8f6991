"""Reports of our own writing → benchmarks/marks/reports.jsonl, numbered as passages, with a sheet for whoever annotates them.

usage: python -m training.own_reports FILE BLOCK SHEET

FILE holds reports, each behind a line "=== 2026-03-02"; BLOCK (0, 1, …) gives their numbers, FIRST + 100 × BLOCK and up. They are about our field,
which the sets that may train seldom are: diplomacy, armies, talks, threats. Four in five train, the fifth is to tune on; nothing is measured on them.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from sayso.span import Span
from sayso.understand.sentences import sentences_of

from .marking import FIRST_OWN, MARKS, OWN, segments, sheet_of

_BLOCK = 100
_HEADING = re.compile(r"^=== *(?P<day>\S*) *$", re.MULTILINE)


def reports_of(written: str) -> list[tuple[str, str]]:
    """Give the day and the text of each report of a file, blank lines between paragraphs made one."""
    _, *found = _HEADING.split(written)
    pairs = zip(found[::2], found[1::2], strict=True)
    return [(day, re.sub(r"\n\s*\n+", "\n\n", body).strip() + "\n") for day, body in pairs if body.strip()]


def passage_of(number: int, ident: str, text: str) -> dict[str, Any]:
    """Give a whole report as one passage."""
    paragraphs = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text))
    return {"n": number, "set": OWN, "doc": ident, "sentences": [[s.start, s.end] for s in sentences_of(text, paragraphs)]}


def main() -> None:
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    file, block, sheet = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    reports = reports_of(file.read_text(encoding="utf8"))
    first = FIRST_OWN + _BLOCK * block
    if first in segments() or len(reports) > _BLOCK:
        raise SystemExit(f"block {block} is taken, or has more than {_BLOCK} reports ({len(reports)})")
    rows = [{"id": f"own-{first + place}", "published": day, "text": text} for place, (day, text) in enumerate(reports)]
    texts = {row["id"]: row["text"] for row in rows}
    passages = [passage_of(int(ident[4:]), ident, text) for ident, text in texts.items()]
    with (MARKS / "reports.jsonl").open("a", encoding="utf8") as out:
        out.write("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    with (MARKS / "segments.jsonl").open("a", encoding="utf8") as out:
        out.write("".join(json.dumps(passage) + "\n" for passage in passages))
    sheet.write_text("".join(sheet_of(p, texts[p["doc"]]) for p in passages), encoding="utf8")
    print(len(passages), "reports,", sum(len(t.split()) for t in texts.values()), "words, numbers from", first)


if __name__ == "__main__":
    main()
