"""Attribution on PolNeAR dev written otherwise: case, quotation marks, lists, datelines, wrapped lines, live blogs, posts.

usage: python benchmarks/robustness.py [--only NAME;…] [--data DIR] [--scorer FILE]
Every variant is made by rule (variants.py), gold spans carried along. "without shapes" reads a text with the shape of every
word hidden from the model: the text as it is, and the variants that have a bar. Outermost statements count, as in attribution.py; "innermost" is whole attributions by the scorer's default. Prints a table and writes results/robustness.json (not with --only).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from sets import ROOT, Row, as_lines, digest_of, keep, options_of, rows_of, scorer_of
from variants import VARIANTS, changed

sys.path.insert(0, str(ROOT / "src"))

from sayso.flow import parse_lines  # noqa: E402
from sayso.understand import word_pieces  # noqa: E402

WITHOUT_SHAPES = "without shapes"
MEASURES = {"whole": "attribution", "source": "source exact", "cue": "cue exact", "content": "content exact"}
COLUMNS = (*MEASURES, "innermost")
# Points of whole attributions that a variant may lose; and neither may be below the model without shapes.
BARS = {"lower case": 4.0, "no marks": 8.0}
# The shapes that tell one word from another; marks and digits stay.
_OF_WORDS = {word_pieces.SHAPES.index(name) for name in ("lower", "title", "upper", "letter", "mixed")}


@contextmanager
def shapes_hidden() -> Iterator[None]:
    """Hide from the model how words are written, as training does."""
    told = word_pieces.shape_of
    hidden = word_pieces.SHAPES.index("hidden")

    def shape_of(word: str) -> int:
        shape = told(word)
        return hidden if shape in _OF_WORDS else shape

    word_pieces.shape_of = shape_of
    try:
        yield
    finally:
        word_pieces.shape_of = told


def read(rows: list[Row]) -> list[Row]:
    """Read the rows in this process, as `sayso parse` does; ends the program where one fails."""
    parsed = list(parse_lines(as_lines(rows).splitlines(keepends=True), jobs=1))
    failed = [one.line for one in parsed if not one.is_reading]
    if failed:
        raise SystemExit(f"texts that could not be read: {failed[:3]}")
    return [json.loads(one.line) for one in parsed]


def measure(name: str, rows: list[Row], scorer: ModuleType) -> Row:
    """Give the scores of one variant, and how many of its texts were taken for another language than English."""
    variant = name.removesuffix(WITHOUT_SHAPES).removesuffix(", ") or "as is"
    gold = [changed(row, VARIANTS[variant]) for row in rows]
    if name.endswith(WITHOUT_SHAPES):
        with shapes_hidden():
            readings = read(gold)
    else:
        readings = read(gold)
    scores = scorer.score(gold, readings, "outermost")  # as in attribution.py, which says why
    figures = {measure: scores[theirs]["f1"] for measure, theirs in MEASURES.items()}
    figures["innermost"] = scorer.score(gold, readings, "innermost")["attribution"]["f1"]
    return figures | {"not English": sum(r["report"]["language"] != "en" for r in readings)}


def verdicts(figures: dict[str, Row]) -> Row:
    """Say of each variant with a bar what it loses, and whether it holds: against the model without shapes on the same changed text; on the text as it is stands beside."""
    best = figures["as is"]["whole"]
    found = {}
    for name, bar in BARS.items():
        whole, floor = figures[name]["whole"], figures[f"{name}, {WITHOUT_SHAPES}"]["whole"]
        found[name] = {
            "lost": round(best - whole, 1),
            "may lose": bar,
            "without shapes": floor,
            "without shapes, text as it is": figures[WITHOUT_SHAPES]["whole"],
            "holds": best - whole <= bar and whole >= floor,
        }
    return found


def main() -> None:
    """Measure every variant, print and keep."""
    parser = options_of(__doc__, scorer=True)
    parser.add_argument("--only", help="names of variants, with semicolons between")
    options = parser.parse_args()
    path = options.data / "polnear" / "dev.jsonl.gz"
    rows, scorer = rows_of(path), scorer_of(options)
    names = options.only.split(";") if options.only else [*VARIANTS, WITHOUT_SHAPES, *(f"{v}, {WITHOUT_SHAPES}" for v in BARS)]
    figures: dict[str, Row] = {}
    print(f"{'':<28}" + "".join(f"{measure:>10}" for measure in COLUMNS), flush=True)
    for name in names:
        figures[name] = measure(name, rows, scorer)
        foreign = f"   {n} not taken for English" if (n := figures[name]["not English"]) else ""
        print(f"{name:<28}" + "".join(f"{figures[name][m]:>10.1f}" for m in COLUMNS) + foreign, flush=True)
    if not options.only:
        bars = verdicts(figures)
        for name, verdict in bars.items():
            print(f"{name}: {'holds' if verdict['holds'] else 'MISSED'} {verdict}")
        keep(
            "robustness", {"variants": figures, "bars": bars}, data=f"PolNeAR dev, {len(rows)} articles, digest {digest_of(path)}"
        )


if __name__ == "__main__":
    main()
