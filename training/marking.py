"""Passages of train texts → sheets for annotators of events, and their notes → marks by reference (benchmarks/marks).

usage: python -m training.marking draw FOLDER ROUND SHEETS           passages to read for events, and segments.jsonl
       python -m training.marking enter NOTES… [--check]             events.jsonl; says what is not found and writes nothing then

A sheet holds text and stays outside the repository; what is kept holds set, id and code points alone. Documents that stand in
another measured set of benchmarks/ are left out. The format of notes and the guideline are in benchmarks/marks/README.md.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from sayso.span import Span
from sayso.understand.known.named import state_of
from sayso.understand.known.names import find_known
from sayso.understand.sentences import sentences_of

from .corpora import EVENT_TYPES, MAY, REALITIES, rows

MARKS = Path(__file__).resolve().parents[1] / "benchmarks" / "marks"
DATA = Path(os.environ.get("SAYSO_DATA", "../shared/data"))
# Six drawings, the fourth only to tune on: some of its sets may not train. Passages of each set, and how many names of the lexicons of actors a passage must have to be taken at once (others: one in five);
# the later take what the earlier left of the set, of AGAIN also what stands behind an earlier passage, and of PolNeAR, in drawings OF_ABROAD, only what names a state abroad.
ROUNDS = (
    {"polnear": (230, 3), "tbaq": (110, 2), "geowebnews": (80, 2), "ecbplus": (60, 1), "geovirus": (20, 1), "insight_crime": (60, 1),
     "satp": (40, 0), "india_police_docs": (30, 1), "lgl": (15, 1), "wikiwars": (15, 1)},
    {"polnear": (230, 3), "ngec_synthetic": (160, 1), "tbaq": (110, 1), "geowebnews": (60, 1), "insight_crime": (70, 1), "satp": (40, 0),
     "india_police_docs": (30, 1), "lgl": (20, 2)},
    {"polnear": (120, 3), "ngec_synthetic": (110, 1), "insight_crime": (25, 1), "satp": (15, 0), "geovirus": (10, 1)},
    {"trnews": (70, 2), "html_articles": (40, 2), "muc4": (15, 1), "polnear": (60, 3), "insight_crime": (25, 1), "geowebnews": (20, 1)},
    {"polnear": (180, 2), "cameo_class": (480, 1), "ngec_synthetic": (260, 1), "tbaq": (110, 1), "ecbplus": (70, 1), "insight_crime": (130, 1), "geowebnews": (60, 1),
     "lgl": (70, 1), "satp": (50, 0), "india_police_docs": (40, 1), "geovirus": (20, 1)},
    {"ngec_synthetic": (430, 1), "insight_crime": (330, 1), "cameo_class": (420, 1), "polnear": (160, 1), "satp": (90, 0), "india_police_docs": (80, 1), "lgl": (90, 1),
     "geovirus": (30, 1)},
)  # fmt: skip
OF_ABROAD = (1, 2, 3)
AGAIN = ("tbaq", "geowebnews", "polnear")
TUNED = range(1291, 1453)  # numbers of the passages of the fourth drawing
# Reports of our own writing (training.own_reports): their set's name, and the first of their numbers. Nothing is held out of them.
OWN, FIRST_OWN = "own", 10_000
SHORT = ("satp", "cameo_class")  # sets of single paragraphs or sentences
SETS = tuple(dict.fromkeys(name for one in ROUNDS for name in one))
LEAST, MOST = 150, 260  # words of a passage
SEED = 20261126
_USED = ("reader", "reality", "claims", "watchpoints", "ties", "series", "events", "links")


def _measured() -> str:
    """All that names a document of another measured set, as one string to look ids up in."""
    found = []
    for name in _USED:
        found += [path.read_text(encoding="utf8") for path in sorted((MARKS.parent / name).glob("**/*.json*"))]
    return "\n".join(found)


def _passage(text: str, rng: np.random.Generator, after: int) -> list[Span]:
    """Sentences that stand together, from the beginning of the text three times in five, else from anywhere, all behind a place."""
    paragraphs = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text))
    sentences = [s for s in sentences_of(text, paragraphs) if s.end - s.start < 900 and s.start >= after]
    if not sentences:
        return []
    first = 0 if rng.random() < 0.6 else int(rng.integers(0, len(sentences)))
    taken: list[Span] = []
    words = 0
    for sentence in sentences[first:]:
        count = len(sentence.of(text).split())
        if words and words + count > MOST:
            break
        taken.append(sentence)
        words += count
        if words >= LEAST:
            break
    return taken


def _is_wanted(name: str, words: str, *, least: int, of_abroad: bool) -> bool:
    """Tell whether enough names of the lexicons stand in a passage."""
    found = {k.span.of(words) for k in find_known(words)}
    abroad = {s.key for n in found if (s := state_of(n)) is not None} - {"USA"}
    return len(found) >= least and (name != "polnear" or not of_abroad or len(abroad) > 0)


def draw(folder: Path, number: int, sheets: int) -> None:
    """Write the sheets of a drawing, and its passages to segments.jsonl behind those of earlier ones."""
    rng, used = np.random.default_rng(SEED + number), _measured()
    known = [row for row in segments().values() if number] if number else []
    ends = {(row["set"], row["doc"]): row["sentences"][-1][1] for row in known}
    tuned = {(row["set"], row["doc"]) for row in known if row["n"] in TUNED}
    made: list[dict[str, Any]] = []
    shown: list[str] = []
    for name, (wanted, least) in ROUNDS[number].items():
        documents = list(rows(DATA / name / "train.jsonl.gz"))
        got = 0
        for index in rng.permutation(len(documents)):
            row = documents[index]
            after = ends.get((name, row["id"]), 0)
            if got == wanted or f'"{row["id"]}"' in used or (after and name not in AGAIN) or (name, row["id"]) in tuned:
                continue
            text = row.get("text") or row.get("body") or ""
            taken = _passage(text, rng, after)
            words = " ".join(s.of(text) for s in taken)
            if not taken or (len(words.split()) < 90 and name not in SHORT):
                continue
            if not _is_wanted(name, words, least=least, of_abroad=number in OF_ABROAD) and rng.random() > (
                0.02 if number else 0.2
            ):
                continue
            got += 1
            made.append({"set": name, "doc": row["id"], "sentences": [[s.start, s.end] for s in taken]})
            day = row.get("date") or row.get("dct") or ""
            lines = [f"[{i}] {' '.join(s.of(text).split())}" for i, s in enumerate(taken)]
            shown.append(f"{day[:10]}\n" + "\n".join(lines))
    folder.mkdir(parents=True, exist_ok=True)
    per = -(-len(made) // sheets)
    for place, at in enumerate(rng.permutation(len(made))):
        known.append({"n": 1 + max((row["n"] for row in known if row["n"] < FIRST_OWN), default=-1), **made[at]})
        with (folder / f"sheet-{place // per}.txt").open("a", encoding="utf8") as out:
            out.write(f"### {known[-1]['n']} {shown[at]}\n\n")
    (MARKS / "segments.jsonl").write_text("".join(json.dumps(k) + "\n" for k in known), encoding="utf8")
    print(len(made), "passages,", sum(len(s.split()) for s in shown), "words")


class Unknown(Exception):
    """A line of notes that does not fit its passage."""


def places_of(text: str, sentence: list[int], words: str) -> list[int]:
    """Give where words begin in a sentence, whatever space stands between them."""
    loose = r"\s+".join(re.escape(w) for w in words.split())
    edge = (r"(?<!\w)" if words[0].isalnum() else "", r"(?!\w)" if words[-1].isalnum() else "")
    return [sentence[0] + m.start() for m in re.finditer(edge[0] + loose + edge[1], text[sentence[0] : sentence[1]])]


def place_of(text: str, sentence: list[int], words: str, near: int | None = None) -> list[int]:
    """Give the place of words in a sentence: of "words#2" the second, else the only one, or the nearest to a place."""
    name, _, which = words.partition("#")
    name = name.strip()
    places = places_of(text, sentence, name) if name else []
    if not places:
        raise Unknown(f"“{name}” is not in the sentence")
    if which:
        if int(which) > len(places):
            raise Unknown(f"“{name}” stands {len(places)} times")
        start = places[int(which) - 1]
    elif near is None and len(places) > 1:
        raise Unknown(f"“{name}” stands {len(places)} times: write {name}#1 …")
    else:
        start = min(places, key=lambda p: abs(p - (near or 0)))
    length = re.match(r"\s+".join(re.escape(w) for w in name.split()), text[start:])
    assert length is not None
    return [start, start + length.end()]


def _mark(line: str, segment: dict[str, Any], text: str) -> dict[str, Any] | None:
    parts = [p.strip() for p in line.split("|")]
    if len(parts) == 2 and parts[1] == "-":
        return None
    try:
        sentence = segment["sentences"][int(parts[1])]
    except (IndexError, ValueError):
        raise Unknown(f"no sentence {parts[1]}") from None
    if parts[2] == "W":
        if len(parts) != 5 or parts[4] not in MAY[1:]:
            raise Unknown("a watchpoint is N|S|W|word|kind")
        return {"n": segment["n"], "may": place_of(text, sentence, parts[3]), "kind": parts[4]}
    if len(parts) != 7:
        raise Unknown("an event is N|S|trigger|TYPE|actor|recipient|reality")
    _, _, trigger, kind, actor, recipient, reality = parts
    if kind not in EVENT_TYPES or reality not in REALITIES:
        raise Unknown(f"{kind} {reality}")
    span = place_of(text, sentence, trigger)
    if " " in text[span[0] : span[1]]:
        raise Unknown("a trigger is one word")
    sides = [
        [place_of(text, sentence, p, span[0]) for p in side.split(";") if p.strip()] if side not in ("", "-") else []
        for side in (actor, recipient)
    ]
    return {"n": segment["n"], "trigger": span, "type": kind, "actor": sides[0], "recipient": sides[1], "reality": reality}


def sheet_of(segment: dict[str, Any], text: str) -> str:
    """Give a passage as an annotator reads it: its number, and its sentences with theirs."""
    lines = [f"[{i}] {' '.join(text[s:e].split())}" for i, (s, e) in enumerate(segment["sentences"])]
    return f"### {segment['n']}\n" + "\n".join(lines) + "\n\n"


def texts_of(segments: dict[int, dict[str, Any]]) -> dict[tuple[str, str], str]:
    """Give the texts of the documents of passages, by set and id."""
    return texts_named({(s["set"], s["doc"]) for s in segments.values()})


def texts_named(wanted: set[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Give the texts of documents, by set and id."""
    found = {
        (name, row["id"]): row.get("text") or row.get("body") or ""
        for name in sorted({name for name, _ in wanted} - {OWN})
        for row in rows(DATA / name / "train.jsonl.gz")
        if (name, row["id"]) in wanted
    }
    return found | {(OWN, ident): text for ident, text in own_texts().items() if (OWN, ident) in wanted}


def own_texts() -> dict[str, str]:
    """Give the reports of our own writing, by id."""
    path = MARKS / "reports.jsonl"
    rows_of = map(json.loads, path.open(encoding="utf8")) if path.is_file() else ()
    return {row["id"]: row["text"] for row in rows_of}


def kept(file: str, anew: set[int]) -> dict[int, dict[str, Any]]:
    """Give the rows of a file of marks whose passages are not read anew, by number."""
    path = MARKS / file
    old = map(json.loads, path.open(encoding="utf8")) if path.is_file() else ()
    return {row["n"]: row for row in old if row["n"] not in anew}


def segments() -> dict[int, dict[str, Any]]:
    """The passages by number."""
    return {row["n"]: row for row in map(json.loads, (MARKS / "segments.jsonl").open(encoding="utf8"))}


def read_notes(notes: list[Path], read: Callable[[str], None]) -> int:
    """Read every line of notes that holds anything; tell of those that do not fit, with their place ("fifth-0.txt:12"), and give how many these are."""
    faults = []
    for path in notes:
        for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), 1):
            try:
                if line.strip():
                    read(line.strip())
            except (Unknown, KeyError, ValueError, IndexError) as fault:
                faults.append(f"{path.name}:{number}: {fault}: {line.strip()[:120]}")
    print("\n".join(faults), file=sys.stderr)
    return len(faults)


def enter(notes: list[Path], *, check: bool) -> None:
    """Read notes; where all of them fit, write events.jsonl, with what it has of other passages."""
    known = segments()
    texts = texts_of(known)
    marks: list[dict[str, Any]] = []
    seen: set[int] = set()

    def read(line: str) -> None:
        segment = known[int(line.split("|")[0])]
        mark = _mark(line, segment, texts[segment["set"], segment["doc"]])
        seen.add(segment["n"])
        marks.extend([mark] if mark else [])

    faults = read_notes(notes, read)
    print(len(seen), "passages,", len(marks), "marks,", faults, "faults")
    if not check and not faults:
        body = sorted(marks, key=lambda m: (m["n"], (m.get("trigger") or m["may"])[0]))
        by: dict[int, dict[str, Any]] = {n: {"n": n, "events": [], "may": []} for n in seen}
        by |= kept("events.jsonl", seen)
        for mark in body:
            n = mark.pop("n")
            by[n]["events" if "trigger" in mark else "may"].append(mark)
        (MARKS / "events.jsonl").write_text("".join(json.dumps(by[n]) + "\n" for n in sorted(by)), encoding="utf8")


def part_of(passage: dict[str, Any]) -> str:
    """Give what a passage's marks are for: "train", "tune" (rules and thresholds) or "held-out", by the digest of its document and its drawing."""
    digest = hashlib.sha256(passage["doc"].encode()).digest()
    if passage["n"] in TUNED:
        return "tune"
    if passage["set"] == OWN:
        return "train" if passage["n"] % 5 else "tune"
    return "train" if digest[0] % 7 else "tune" if digest[1] % 2 else "held-out"


def marked() -> Iterator[tuple[dict[str, Any], dict[str, Any], str]]:
    """Give (passage, its marks, the document's text) of all that was read."""
    known = segments()
    texts = texts_of(known)
    path = MARKS / "events.jsonl"
    for row in map(json.loads, path.open(encoding="utf8")) if path.is_file() else ():
        segment = known[row["n"]]
        yield segment, row, texts[segment["set"], segment["doc"]]


def main() -> None:
    verb, *rest = sys.argv[1:]
    notes = [Path(p) for p in rest if not p.startswith("--")]
    if verb == "draw":
        draw(Path(rest[0]), int(rest[1]), int(rest[2]))
    elif verb == "enter":
        enter(notes, check="--check" in rest)
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main()
