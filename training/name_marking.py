"""Passages of train texts and sentences of Wikipedia → sheets for annotators of names, and their notes → names.jsonl (benchmarks/marks), by reference.

usage: python -m training.name_marking draw FOLDER ROUND SHEETS
       python -m training.name_marking enter NOTES… [--check]     says what is not found and writes nothing then

The format of notes and the guideline are in benchmarks/marks/README.md (Names).
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from .corpora import ENTITY_LABELS, rows
from .marking import DATA, MARKS, SEED, Unknown, place_of, places_of, read_notes, segments, sheet_of, texts_named, texts_of

# What is read for names: passages of these sets, and sentences of Wikipedia.
NAMED_SETS = ("polnear", "tbaq", "geowebnews", "ecbplus", "geovirus", "insight_crime", "satp", "wikiwars", "lgl")
WEASEL = "wiki_weasel"
# Of each drawing of names: which of the shuffled passages, and which of the shuffled sentences; passages of later drawings than the third are none of them.
NAMED = ((slice(0, 272), slice(0, 700)), (slice(272, 392), slice(700, 2100)))
NAMED_BEFORE = 1291


def draw(folder: Path, number: int, sheets: int) -> None:
    """Write sheets of a drawing to read for names: passages numbered as in segments.jsonl, and sentences of WEASEL with their own numbers."""
    rng = np.random.default_rng(SEED)
    known = {n: s for n, s in segments().items() if n < NAMED_BEFORE}
    texts = texts_of(known)
    sentences = [
        r for r in rows(DATA / WEASEL / "train.jsonl.gz") if re.search(r"\w,? [A-Z][a-z]", r["text"]) and len(r["text"]) < 400
    ]
    passages, drawn = NAMED[number]
    order = [n for n in rng.permutation(sorted(known)).tolist() if known[n]["set"] in NAMED_SETS]
    chosen, picked = order[passages], [sentences[i] for i in rng.permutation(len(sentences))[drawn]]
    folder.mkdir(parents=True, exist_ok=True)
    for sheet in range(sheets):
        with (folder / f"sheet-{sheet}.txt").open("w", encoding="utf8") as out:
            for n in chosen[sheet::sheets]:
                out.write(sheet_of(known[n], texts[known[n]["set"], known[n]["doc"]]))
            for row in picked[sheet::sheets]:
                out.write(f"### w{row['id'].rsplit('-', 1)[1]}\n[0] {row['text']}\n\n")


def _named(line: str, sentence: list[int], text: str) -> list[tuple[int, int, str]]:
    """Give the places of a line's name: all of them in the sentence, or the one that it numbers."""
    parts = [p.strip() for p in line.split("|")]
    if len(parts) != 4 or parts[2] not in ENTITY_LABELS:
        raise Unknown("a name is N|S|LABEL|words")
    if "#" in parts[3] and parts[3].rpartition("#")[2].isdigit():
        start, end = place_of(text, sentence, parts[3])
        return [(start, end, parts[2])]
    places = places_of(text, sentence, parts[3])
    if not places:
        raise Unknown(f"“{parts[3]}” is not in the sentence")
    loose = re.compile(r"\s+".join(re.escape(w) for w in parts[3].split()))
    return [(p, p + len(m.group()), parts[2]) for p in places if (m := loose.match(text, p))]


def enter(notes: list[Path], *, check: bool) -> None:
    """Read notes on names; of two that overlap the longer stays. Where all of them fit, write names.jsonl, with what it has of other texts."""
    known = segments()
    texts = texts_of(known)
    weasel = {row["id"].rsplit("-", 1)[1]: row for row in rows(DATA / WEASEL / "train.jsonl.gz")}
    found: dict[str, list[tuple[int, int, str]]] = {}

    def read(line: str) -> None:
        number, *rest = (p.strip() for p in line.split("|"))
        text, sentences, _ = _named_text(number, known, texts, weasel)
        found.setdefault(number, []).extend(_named(line, sentences[int(rest[0])], text) if len(rest) > 1 else [])

    faults = read_notes(notes, read)
    out = []
    for n, names in found.items():
        _, sentences, where = _named_text(n, known, texts, weasel)
        longest: list[tuple[int, int, str]] = []
        for one in sorted(set(names), key=lambda m: (m[0] - m[1], m)):
            if not any(one[0] < k[1] and k[0] < one[1] for k in longest):
                longest.append(one)
        out.append({**where, "sentences": sentences, "names": sorted(longest)})
    print(len(out), "texts,", sum(len(o["names"]) for o in out), "names,", faults, "faults")
    if not check and not faults:
        every = {(r["set"], r["doc"], r["sentences"][0][0]): r for r in (*_rows(), *out)}
        (MARKS / "names.jsonl").write_text("".join(json.dumps(r) + "\n" for r in every.values()), encoding="utf8")


def _named_text(
    n: str, known: dict[int, dict[str, Any]], texts: dict[tuple[str, str], str], weasel: dict[str, Any]
) -> tuple[str, list[list[int]], dict[str, Any]]:
    """Give the text that a number of notes on names means, its sentences and its reference."""
    if n.startswith("w"):
        row = weasel[n[1:]]
        return row["text"], [[0, len(row["text"])]], {"set": WEASEL, "doc": row["id"]}
    segment = known[int(n)]
    return texts[segment["set"], segment["doc"]], segment["sentences"], {"set": segment["set"], "doc": segment["doc"]}


def _rows() -> list[dict[str, Any]]:
    path = MARKS / "names.jsonl"
    return list(map(json.loads, path.open(encoding="utf8"))) if path.is_file() else []


def named() -> Iterator[tuple[dict[str, Any], str]]:
    """Give (row of names.jsonl, the document's text)."""
    made = _rows()
    texts = texts_named({(row["set"], row["doc"]) for row in made})
    for row in made:
        yield row, texts[row["set"], row["doc"]]


def main() -> None:
    verb, *rest = sys.argv[1:]
    if verb == "draw":
        draw(Path(rest[0]), int(rest[1]), int(rest[2]))
    elif verb == "enter":
        enter([Path(p) for p in rest if not p.startswith("--")], check="--check" in rest)
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main()
