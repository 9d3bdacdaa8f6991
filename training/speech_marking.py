"""Passages of benchmarks/marks → sheets for annotators of attributions, and their notes → speech.jsonl, by reference.

usage: python -m training.speech_marking draw FOLDER SHEETS
       python -m training.speech_marking enter NOTES… [--check] [--second]     speech.jsonl (speech-second.jsonl); says what is not found and writes nothing then

PolNeAR, from which attribution is learned, is one country's campaign; these are passages of other news. The format of notes and the guideline
are in benchmarks/marks/README.md (Speech).
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from .marking import MARKS, SEED, Unknown, kept, places_of, read_notes, segments, sheet_of, texts_of

SETS = ("ngec_synthetic", "insight_crime", "tbaq", "geowebnews", "ecbplus", "lgl", "geovirus", "trnews", "html_articles")
PASSAGES = 480
# A passage is drawn where it has so many words by which somebody is quoted.
LEAST = 2
_SAYING = re.compile(
    r"\b(?:said|says|saying|told|according to|added|announced|claim|warned|denied|accused|called|believe|reported|statement)|[“\"]"
)
_NUMBERED = re.compile(r"(.*\S)#(\d+)")
_LEVELS = ("A", "I")
_ROLES = ("source", "cue", "content")


def draw(folder: Path, sheets: int) -> None:
    """Write the sheets: passages in which somebody speaks, of sets other than PolNeAR."""
    known = segments()
    texts = texts_of(known)
    rng = np.random.default_rng(SEED)
    chosen = []
    for n in rng.permutation(sorted(known)).tolist():
        row = known[n]
        text = texts[row["set"], row["doc"]]
        if row["set"] in SETS and sum(len(_SAYING.findall(text[s:e])) for s, e in row["sentences"]) >= LEAST:
            chosen.append(n)
    folder.mkdir(parents=True, exist_ok=True)
    for sheet in range(sheets):
        with (folder / f"sheet-{sheet}.txt").open("w", encoding="utf8") as out:
            for n in chosen[:PASSAGES][sheet::sheets]:
                out.write(sheet_of(known[n], texts[known[n]["set"], known[n]["doc"]]))


def _piece(text: str, sentences: list[list[int]], at: int, words: str) -> list[int]:
    """Give the place of "words", of "first words … last words", or of either with the number of another sentence before it."""
    other = re.match(r"(\d+):\s*(.*)", words)
    if other is not None and int(other[1]) < len(sentences):
        at, words = int(other[1]), other[2]
    first, _, last = (w.strip() for w in words.partition("…"))
    begin = _one(text, sentences[at], first)
    if not last:
        return begin
    return [begin[0], _one(text, [begin[1], sentences[at][1]], last)[1]]


def _one(text: str, stretch: list[int], words: str) -> list[int]:
    """Give the place of words in a stretch of text: of "words#2" the second."""
    numbered = _NUMBERED.fullmatch(words)
    words, which = (numbered[1], int(numbered[2])) if numbered is not None else (words, 1)
    places = places_of(text, stretch, words) if words else []
    if len(places) < which or (len(places) > 1 and numbered is None):
        raise Unknown(f"“{words}” stands {len(places)} times there: write words#2")
    return [places[which - 1], _end(text, places[which - 1], words)]


def _end(text: str, start: int, words: str) -> int:
    found = re.compile(r"\s+".join(re.escape(w) for w in words.split())).match(text, start)
    assert found is not None
    return found.end()


def _attribution(line: str, segment: dict[str, Any], text: str) -> dict[str, Any] | None:
    parts = [p.strip() for p in line.split("|")]
    if len(parts) == 2 and parts[1] == "-":
        return None
    if len(parts) != 6 or parts[2] not in _LEVELS:
        raise Unknown("an attribution is N|S|A or I|source|cue|content")
    at = int(parts[1])
    made: dict[str, Any] = {"inner": parts[2] == "I"}
    for role, words in zip(_ROLES, parts[3:], strict=True):
        made[role] = [_piece(text, segment["sentences"], at, w.strip()) for w in words.split(";;") if w.strip()]
    if not made["content"]:
        raise Unknown("no content")
    return made


def enter(notes: list[Path], *, check: bool, file: str = "speech.jsonl") -> None:
    """Read notes; where all of them fit, write the file, with what it has of other passages."""
    known = segments()
    texts = texts_of(known)
    rows: dict[int, list[dict[str, Any]]] = {}

    def read(line: str) -> None:
        segment = known[int(line.split("|")[0])]
        made = _attribution(line, segment, texts[segment["set"], segment["doc"]])
        rows.setdefault(segment["n"], []).extend([made] if made else [])

    faults = read_notes(notes, read)
    print(len(rows), "passages,", sum(map(len, rows.values())), "attributions,", faults, "faults")
    if not check and not faults:
        every = kept(file, set(rows)) | {n: {"n": n, "attributions": found} for n, found in rows.items()}
        written = (json.dumps(every[n]) + "\n" for n in sorted(every))
        (MARKS / file).write_text("".join(written), encoding="utf8")


def spoken(file: str = "speech.jsonl") -> Iterator[tuple[dict[str, Any], list[dict[str, Any]], str]]:
    """Give (passage, its attributions, the document's text) of all that was read."""
    known = segments()
    path = MARKS / file
    rows = list(map(json.loads, path.open(encoding="utf8"))) if path.is_file() else []
    texts = texts_of({row["n"]: known[row["n"]] for row in rows})
    for row in rows:
        segment = known[row["n"]]
        yield segment, row["attributions"], texts[segment["set"], segment["doc"]]


def main() -> None:
    verb, *rest = sys.argv[1:]
    if verb == "draw":
        draw(Path(rest[0]), int(rest[1]))
    elif verb == "enter":
        file = "speech-second.jsonl" if "--second" in rest else "speech.jsonl"
        enter([Path(p) for p in rest if not p.startswith("--")], check="--check" in rest, file=file)
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main()
