"""Sentences with their syntax written by hand, for tests of the events: "word/POS/relation>head" for each token, heads counted from 1."""

from __future__ import annotations

import re
from dataclasses import replace

from marked_text import doc_of

from sayso.understand.doc import Doc

_TOKEN = re.compile(r"(?P<word>\S+?)/(?P<pos>[A-Z]+)/(?P<relation>[a-z:]+)>(?P<head>\d+)")


def tree(marked: str) -> Doc:
    """Give the Doc of one sentence; tokens are joined by blanks, but for marks and a possessive."""
    rows = [match.groupdict() for match in _TOKEN.finditer(marked)]
    text = ""
    for row in rows:
        text += ("" if row["word"] in (".", ",", "'s", "’s") or not text else " ") + row["word"]
    doc = doc_of(text)
    pieces = _pieces(doc, rows)
    first_of = {number: at for at, (number, is_first) in enumerate(pieces) if is_first}
    heads, relations, pos = [], [], []
    for number, is_first in pieces:
        row = rows[number]
        above = int(row["head"]) - 1
        heads.append((first_of[above] if above >= 0 else -1) if is_first else first_of[number])
        relations.append(row["relation"] if is_first else "goeswith")
        pos.append(row["pos"])
    return replace(doc, heads=tuple(heads), relations=tuple(relations), pos=tuple(pos))


def _pieces(doc: Doc, rows: list[dict[str, str]]) -> list[tuple[int, bool]]:
    """Give of each token the word it belongs to, and whether it is the first of it."""
    found, number, filled = [], 0, ""
    for index in range(len(doc.tokens)):
        found.append((number, not filled))
        filled += doc.word(index)
        if filled == rows[number]["word"]:
            number, filled = number + 1, ""
    assert number == len(rows)
    return found
