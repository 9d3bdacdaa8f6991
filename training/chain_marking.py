"""Reports of our own writing: notes on who means whom → chains.jsonl (benchmarks/marks), by reference; and what is learned from them.

usage: python -m training.chain_marking enter NOTES… [--check]     says what is not found and writes nothing then

The format of notes and the guideline are in benchmarks/marks/README.md (Chains).
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sayso.span import Span
from sayso.understand.doc import Doc

from .chained import Chained
from .marking import MARKS, OWN, Unknown, kept, part_of, place_of, places_of, read_notes, segments, texts_of

# The chain of words that point to nobody.
NOBODY = "-"
_PLACED = re.compile(r"(\d+):\s*(.+)")


def _place(text: str, sentences: list[list[int]], words: str) -> list[int]:
    found = _PLACED.fullmatch(words)
    if found is None or int(found[1]) >= len(sentences):
        raise Unknown(f"“{words}” is not “sentence: words”")
    return place_of(text, sentences[int(found[1])], found[2])


def _places(text: str, sentences: list[list[int]], words: str) -> list[list[int]]:
    """Give the place of words, of words with a star every place in their sentence."""
    if not words.endswith("*"):
        return [_place(text, sentences, words)]
    found = _PLACED.fullmatch(words.removesuffix("*").strip())
    if found is None or int(found[1]) >= len(sentences):
        raise Unknown(f"“{words}” is not “sentence: words*”")
    starts = places_of(text, sentences[int(found[1])], found[2])
    if not starts:
        raise Unknown(f"“{found[2]}” is not in the sentence")
    return [[start, start + len(found[2])] for start in starts]


def places_in(words: str, segment: dict[str, Any], text: str) -> list[list[int]]:
    """Give the places of the words of a note: "0: Ana Sol; 3: she; 3: her#2; 4: she*"."""
    items = filter(None, (item.strip() for item in words.split(";")))
    return [place for item in items for place in _places(text, segment["sentences"], item)]


def enter(notes: list[Path], *, check: bool) -> None:
    """Read notes; where all of them fit, write chains.jsonl, with what it has of other reports."""
    known = segments()
    texts = texts_of({n: s for n, s in known.items() if s["set"] == OWN})
    chains: dict[int, dict[str, list[list[int]]]] = defaultdict(lambda: defaultdict(list))
    used: dict[int, dict[tuple[int, int], str]] = defaultdict(dict)

    def read(line: str) -> None:
        number, key, words = (p.strip() for p in line.split("|", 2))
        segment = known[int(number)]
        for place in places_in(words, segment, texts[segment["set"], segment["doc"]]):
            if used[segment["n"]].setdefault((place[0], place[1]), key) != key:
                raise Unknown(f"{place} is in the chain of {used[segment['n']][place[0], place[1]]}, too")
            if place not in chains[segment["n"]][key]:
                chains[segment["n"]][key].append(place)

    faults = read_notes(notes, read)
    mentions = sum(len(places) for of in chains.values() for places in of.values())
    print(len(chains), "reports,", mentions, "mentions,", faults, "faults")
    if not check and not faults:
        made = kept("chains.jsonl", set(chains))
        for n, of in chains.items():
            found = sorted(sorted(places) for key, places in of.items() if key != NOBODY)
            made[n] = {"n": n, "chains": found, "nobody": sorted(of.get(NOBODY, []))}
        body = "".join(json.dumps(made[n]) + "\n" for n in sorted(made))
        (MARKS / "chains.jsonl").write_text(body, encoding="utf8")


def marked_chains() -> Iterator[tuple[dict[str, Any], dict[str, Any], str]]:
    """Give (report, its chains, its text) of all that was read."""
    path = MARKS / "chains.jsonl"
    if not path.is_file():
        return
    known = segments()
    texts = texts_of({n: s for n, s in known.items() if s["set"] == OWN})
    for row in map(json.loads, path.open(encoding="utf8")):
        segment = known[row["n"]]
        yield segment, row, texts[segment["set"], segment["doc"]]


def own_chains(part: str, read: Callable[[str], Doc]) -> Iterator[Chained]:
    """Give the reports of a part ("train", "tune") with their chains, to train the resolver on; `read` gives the Doc of a text."""
    for segment, row, text in marked_chains():
        if part_of(segment) != part:
            continue
        of: dict[Span, str | None] = {Span(*place): None for place in row["nobody"]}
        for number, places in enumerate(row["chains"]):
            of |= {Span(*place): str(number) if len(places) > 1 else None for place in places}
        doc = read(text)
        spans = [s for s in sorted(of, key=lambda s: (s.start, -s.end)) if not _is_adjective(doc, s)]
        yield Chained(segment["doc"], doc, spans, [of[s] for s in spans])


def _is_adjective(doc: Doc, span: Span) -> bool:
    """Tell "French" of "French troops", whom the product knows by its word."""
    return all(doc.pos[token] == "ADJ" for token in doc.tokens_in(span))


def main() -> None:
    verb, *rest = sys.argv[1:]
    if verb != "enter":
        raise SystemExit(__doc__)
    enter([Path(p) for p in rest if not p.startswith("--")], check="--check" in rest)


if __name__ == "__main__":
    main()
