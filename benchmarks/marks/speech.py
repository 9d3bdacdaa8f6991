"""Attribution outside PolNeAR: passages of other news whose attributions were all marked (speech.jsonl), through `sayso parse`.

usage: python benchmarks/marks/speech.py [--part held-out|tune] [--scorer FILE] [--show] [--agreement]
    prints the scorer's JSON: F1 of sources, cues, contents and whole attributions, outermost level; --show (never for held-out) lists passages with what is marked and found
    --agreement: no reading; the second annotator's attributions (speech-second.jsonl) held against the first's as if they had been found
    writes ../results/speech.json for the part held-out

Documents are read whole; statements whose words stand in the passage are held against its marks. What has no cue (a headline, a transcript) is left out: the marks have none of them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent), str(HERE.parents[1])]

from training.marking import part_of  # noqa: E402
from training.speech_marking import spoken  # noqa: E402

from sets import digest_of, keep, options_of, readings_of, scorer_of  # noqa: E402

Row = dict[str, Any]


def within(reading: Row, sentences: list[list[int]]) -> Row:
    """Give a reading with the statements that have a cue in the passage, or stand inside one that has."""
    low, high = sentences[0][0], sentences[-1][1]
    kept = [s for s in reading["statements"] if s["cue"] and all(low <= start < high for start, _ in s["cue"])]
    return {**reading, "statements": kept}


def marked_rows(passages: Iterable[tuple[Row, list[Row], str]]) -> list[Row]:
    """Give passages as the scorer reads them, outermost attributions alone."""
    return [
        {"id": str(p["n"]), "text": text, "attributions": [{**one, "type": "attribution"} for one in found if not one["inner"]]}
        for p, found, text in passages
    ]


def show(row: Row, reading: Row) -> None:
    text = row["text"]
    for kind, found in (("marked", row["attributions"]), ("found", reading["statements"])):
        for one in found:
            print(
                kind,
                *(" // ".join(" ".join(text[s:e].split()) for s, e in one[r] or []) for r in ("source", "cue", "content")),
                sep=" | ",
            )
    print()


def main() -> None:
    parser = options_of(__doc__, scorer=True)
    parser.add_argument("--part", default="held-out", choices=("held-out", "tune"))
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--agreement", action="store_true")
    options = parser.parse_args()
    if options.agreement:
        second = {str(p["n"]): found for p, found, _ in spoken("speech-second.jsonl")}
        first = [row for row in marked_rows(spoken()) if row["id"] in second]
        found = [{"id": row["id"], "statements": [one for one in second[row["id"]] if not one["inner"]]} for row in first]
        print(json.dumps(scorer_of(options).score(first, found, "outermost"), indent=1))
        return
    chosen = [(p, found, text) for p, found, text in spoken() if part_of(p) == options.part]
    gold = marked_rows(chosen)
    readings = readings_of([{"id": row["id"], "text": row["text"]} for row in gold])
    kept = [within(reading, p["sentences"]) for reading, (p, _, _) in zip(readings, chosen, strict=True)]
    figures = scorer_of(options).score(gold, kept, "outermost")
    print(json.dumps(figures, indent=1))
    if options.part == "held-out":
        digest = digest_of(*sorted({options.data / p["set"] / "train.jsonl.gz" for p, _, _ in chosen}))
        keep("speech", figures, data=f"{len(gold)} passages of train texts other than PolNeAR's, held out (marks), {digest}")
    elif options.show:
        for row, reading in zip(gold, kept, strict=True):
            show(row, reading)


if __name__ == "__main__":
    main()
