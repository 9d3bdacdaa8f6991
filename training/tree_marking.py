"""Sentences whose two automatic trees differ → sheets for annotators, and their notes → trees by reference (benchmarks/marks/trees.jsonl).

usage: python -m training.tree_marking draw FOLDER SHEETS SENTENCES [MODEL]
       python -m training.tree_marking enter FOLDER NOTES… [--check]     says what does not fit and writes nothing then

CoreNLP's trees of PolNeAR train (silver, rewritten as UD v2) are laid beside those of a model of ours. Where both say the same, that is kept; an
annotator settles the words on which they differ; what the silver trees leave open stays open. The format of notes is in benchmarks/marks/README.md (Trees).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from sayso.report import Report
from sayso.understand.encoder import Encoder
from sayso.understand.first_pass import make_doc
from sayso.understand.name_heads import on_first

from .corpora import RELATIONS, rows
from .marking import DATA, MARKS, SEED, Unknown, read_notes
from .silver import silver_articles

FEWEST_WORDS, MOST_WORDS, MOST_DISPUTED = 8, 38, 6
OF_AN_ARTICLE = 8  # most sentences


def parsed(text: str, encoder: Encoder) -> dict[tuple[int, int], tuple[tuple[int, int] | None, str]]:
    """Give the place of each word's head (None for a root) and its relation, by the word's place, as the model has them."""
    doc = make_doc(Report(text), encoder)
    heads, relations = on_first(doc.heads, doc.relations)
    word_of = {}
    for number, first in enumerate(doc.firsts):
        last = doc.firsts[number + 1] if number + 1 < len(doc.firsts) else len(doc.tokens)
        word_of |= dict.fromkeys(range(first, last), number)
    found = {}
    for word, first in zip(doc.words, doc.firsts, strict=True):
        head = heads[first]
        found[(word.start, word.end)] = (None if head < 0 else tuple(doc.words[word_of[head]]), relations[first])
    return found  # type: ignore[return-value]


def _plain(relation: str | None) -> str | None:
    return relation and relation.split(":")[0]


def compared(silver: list[tuple[int, int, int | None, str | None]], ours: dict[Any, Any]) -> list[dict[str, Any]] | None:
    """Give a sentence's words with what is agreed and what is not; None where the two cut its words elsewhere."""
    places = [(start, end) for start, end, _, _ in silver]
    if any(place not in ours or ours[place][0] not in (None, *places) for place in places):
        return None
    found = []
    for start, end, head, relation in silver:
        far, name = ours[start, end]
        mine = -1 if far is None else places.index(far)
        row: dict[str, Any] = {"start": start, "end": end}
        if name == "punct" or head is None:
            same = head is not None and head == mine
            row |= {"head": head if same else None, "relation": name if same else None}
        elif head == mine and _plain(relation) in (None, _plain(name)):
            row |= {"head": head, "relation": name if relation is None or ":" in name else relation}
        else:
            row |= {"head": None, "relation": None, "A": [head, relation or name], "B": [mine, name]}
        found.append(row)
    return found


def draw(folder: Path, sheets: int, wanted: int, model: Path) -> None:
    """Write the sheets, and beside them what they ask (proposals.jsonl)."""
    rng, encoder = np.random.default_rng(SEED), Encoder(model, threads=1)
    texts = {row["id"]: row["text"] for row in rows(DATA / "polnear" / "train.jsonl.gz")}
    silver = silver_articles(DATA)
    drawn: list[dict[str, Any]] = []
    order = list(texts)
    for place in rng.permutation(len(order)):
        ident = order[place]
        if len(drawn) >= wanted:
            break
        if ident not in silver:
            continue
        ours, here = parsed(texts[ident], encoder), []
        for tree in silver[ident].trees:
            words = compared(tree, ours) if FEWEST_WORDS <= len(tree) <= MOST_WORDS else None
            if words is not None and 1 <= sum("A" in w for w in words) <= MOST_DISPUTED:
                here.append({"doc": ident, "words": words})
        drawn += [here[i] for i in sorted(rng.permutation(len(here))[:OF_AN_ARTICLE])]
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "proposals.jsonl").open("w", encoding="utf8") as out:
        for number, row in enumerate(drawn):
            out.write(json.dumps({"n": number, **row}) + "\n")
    for sheet in range(sheets):
        shown = (_shown(n, drawn[n], texts[drawn[n]["doc"]]) for n in range(sheet, len(drawn), sheets))
        (folder / f"sheet-{sheet}.txt").write_text("".join(shown), encoding="utf8")
    print(len(drawn), "sentences,", sum("A" in w for row in drawn for w in row["words"]), "words on whose heads the two differ")


def _shown(number: int, row: dict[str, Any], text: str) -> str:
    words = [text[w["start"] : w["end"]] for w in row["words"]]
    lines = [f"### {number}", " ".join(f"{i}:{w}" for i, w in enumerate(words))]
    for i, word in enumerate(row["words"]):
        if "A" in word:
            sides = (f"{s} {word[s][0]}:{words[word[s][0]] if word[s][0] >= 0 else 'ROOT'} {word[s][1]}" for s in "AB")
            lines.append(f"? {i} {words[i]}   {'   '.join(sides)}")
    return "\n".join(lines) + "\n\n"


def settled(line: str, sentence: dict[str, Any]) -> tuple[int, list[Any]]:
    """Read a note: "N|word|A", "N|word|B", "N|word|head|relation" or "N|word|?" (left open)."""
    parts = [p.strip() for p in line.split("|")]
    words, at = sentence["words"], int(parts[1])
    if not 0 <= at < len(words):
        raise Unknown(f"no word {at}")
    if len(parts) == 3 and parts[2] in words[at]:
        head, relation = words[at][parts[2]]
    elif len(parts) == 3 and parts[2] == "?":
        head, relation = None, None
    elif len(parts) == 4:
        head, relation = int(parts[2]), parts[3]
    else:
        raise Unknown("a note is N|word|A or B or ?, or N|word|head|relation")
    if head is not None and (not -1 <= head < len(words) or head == at or relation not in RELATIONS):
        raise Unknown(f"{head} {relation}")
    return at, [head, relation]


def enter(folder: Path, notes: list[Path], *, check: bool) -> None:
    """Read notes; write trees.jsonl where all of them fit. Sentences without a note are left out."""
    known = {row["n"]: row for row in map(json.loads, (folder / "proposals.jsonl").open(encoding="utf8"))}
    given: dict[int, dict[int, list[Any]]] = {}

    def read(line: str) -> None:
        number = int(line.split("|")[0])
        at, arc = settled(line, known[number])
        given.setdefault(number, {})[at] = arc

    faults = read_notes(notes, read)
    missing = [n for n in given if any("A" in w and i not in given[n] for i, w in enumerate(known[n]["words"]))]
    print(len(given), "sentences,", sum(map(len, given.values())), "words,", faults, "faults; not whole:", *missing[:20])
    if check or faults:
        return
    with (MARKS / "trees.jsonl").open("w", encoding="utf8") as out:
        for number in sorted(given):
            words = [
                [w["start"], w["end"], *given[number].get(i, [w["head"], w["relation"]])]
                for i, w in enumerate(known[number]["words"])
            ]
            out.write(json.dumps({"doc": known[number]["doc"], "words": words}, separators=(",", ":")) + "\n")


def settled_trees() -> Iterator[tuple[str, list[list[Any]]]]:
    """Give (article of PolNeAR train, words as start, end, head, relation) of each tree."""
    path = MARKS / "trees.jsonl"
    for row in map(json.loads, path.open(encoding="utf8")) if path.is_file() else ():
        yield row["doc"], row["words"]


def main() -> None:
    verb, folder, *rest = sys.argv[1:] if len(sys.argv) > 3 else ("", "")
    if verb == "draw":
        model = Path(rest[2]) if len(rest) > 2 else Path("src/sayso/model")
        draw(Path(folder), int(rest[0]), int(rest[1]), model)
    elif verb == "enter":
        enter(Path(folder), [Path(p) for p in rest if not p.startswith("--")], check="--check" in rest)
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main()
