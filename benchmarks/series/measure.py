"""Series: whether two figures are one quantity, and agree, were revised by their giver or disagree, on 165 marked pairs.

usage: python benchmarks/series/measure.py [--data DIR] [--part held-out|tune|all] [--show] [--agreement]
    --part       whole templates are either held out (default) or there to tune on. Only held-out is kept.
    --show       print the pairs that are not right; for the part tune only
    --agreement  no reading: how far second.jsonl, labelled apart from the first labels, agrees with them
Every text is read once by this package; sayso.link.series.standing_of is asked for the two givens that the spans touch, and once more with the
sides exchanged: the first answer counts, pairs that change are told. A figure the reading lacks makes the pair `another`.
Macro F1 is the mean over the four labels; `one quantity` is the accuracy of agree, revised and disagree against another.
Intervals: 95 %, bootstrap over documents of side a, 1,000 draws, seed 0.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent)]

from sets import digest_of, interval_of, keep, options_of, rows_of  # noqa: E402  # they lie in the folder above

Row = dict[str, Any]
Document = tuple[str, str]
Pair = tuple[str, str]  # the gold label and ours
LABELS = ("agree", "revised", "disagree", "another")
SIDES = ("a", "b")
OUTLETS = {
    "APW": "AP", "AP9": "AP", "NYT": "The New York Times", "XIE": "Xinhua", "CNN": "CNN", "WSJ": "The Wall Street Journal",
    "insight_crime": "InSight Crime",
}  # fmt: skip


def cases_of(name: str) -> list[Row]:
    """Read a file of pairs that lies beside this one."""
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text(encoding="utf8").splitlines()]


def document_of(case: Row, side: str) -> Document:
    """Name the set and the record of a side; each side of an own pair is a document of its own."""
    figure = case[side]
    return (figure["set"], figure["doc"]) if "set" in figure else ("own", f"{case['id']}-{side}")


def outlet_of(name: str, ident: str) -> str | None:
    """Name the outlet that the id of a record tells, None where it tells none."""
    if name == "polnear":
        return ident.split("_", 1)[0]
    return OUTLETS.get(name) or (OUTLETS.get(ident[:3]) if name == "tbaq" else None)


def texts_of(cases: Iterable[Row], data: Path) -> dict[Document, Row]:
    """Give the text of every side's document, with day, outlet and title where they are known."""
    cases = list(cases)
    own = [(case, side) for case in cases for side in SIDES if "set" not in case[side]]
    found = {document_of(case, side): {name: value for name, value in case[side].items() if name != "span"} for case, side in own}
    wanted = {document_of(case, side) for case in cases for side in SIDES} - found.keys()
    for name in sorted({name for name, _ in wanted}):
        for row in rows_of(data / name / "train.jsonl.gz"):
            if (name, row["id"]) in wanted:
                day = (row.get("date") or row.get("dct") or "")[:10] or None
                found[name, row["id"]] = {
                    "text": row["text"], "published": day, "title": row.get("title") or None, "outlet": outlet_of(name, row["id"]),
                }  # fmt: skip
    missing = wanted - found.keys()
    if missing:
        raise SystemExit(f"documents that the data does not hold: {sorted(missing)[:3]}")
    return found


def readings_of(texts: dict[Document, Row]) -> dict[Document, Any]:
    """Read every text once."""
    from sayso import parse

    return {document: parse(**row) for document, row in texts.items()}


def given_at(reading: Any, span: list[int]) -> Any:
    """Give the figure of a reading that shares most characters with the span, None where there is none."""
    from sayso.link.series import given_in

    shared = [(min(g.span.end, span[1]) - max(g.span.start, span[0]), -g.span.start, g) for g in given_in(reading)]
    best = max(shared, key=lambda one: one[:2], default=None)
    return best[2] if best and best[0] > 0 else None


def decided(cases: list[Row], readings: dict[Document, Any]) -> tuple[dict[str, Pair], list[str]]:
    """Give for every pair its label and its label with the sides exchanged; and the pairs of which a figure was not found."""
    from sayso.link.series import standing_of

    found, lacking = {}, []
    for case in cases:
        a, b = (given_at(readings[document_of(case, side)], case[side]["span"]) for side in SIDES)
        if a is None or b is None:
            lacking.append(case["id"])
            found[case["id"]] = ("another", "another")
        else:
            found[case["id"]] = (str(standing_of(a, b)), str(standing_of(b, a)))
    return found, lacking


def accuracy(pairs: list[Pair]) -> float:
    """Give the share in percent of pairs that agree."""
    return 100 * sum(gold == ours for gold, ours in pairs) / len(pairs) if pairs else 0.0


def f1_of(label: str, pairs: list[Pair]) -> float:
    """Give the F1 of one label in percent."""
    both = sum(gold == ours == label for gold, ours in pairs)
    either = sum(gold == label for gold, _ in pairs) + sum(ours == label for _, ours in pairs)
    return 200 * both / either if either else 0.0


def macro_f1(pairs: list[Pair]) -> float:
    """Give the mean F1 in percent of the labels that the gold holds."""
    labels = {gold for gold, _ in pairs}
    return sum(f1_of(label, pairs) for label in labels) / len(labels) if labels else 0.0


def one_quantity(pairs: list[Pair]) -> float:
    """Give the accuracy of the question whether both are one quantity."""
    return accuracy([(str(gold == "another"), str(ours == "another")) for gold, ours in pairs])


def figures_of(cases: list[Row], both: dict[str, Pair], lacking: list[str]) -> Row:
    """Give all figures."""
    by_document: dict[Document, list[Pair]] = defaultdict(list)
    for case in cases:
        by_document[document_of(case, "a")].append((case["label"], both[case["id"]][0]))
    each = list(by_document.values())
    pairs = [pair for document in each for pair in document]
    result: Row = {"pairs": len(pairs), "documents": len(each)}
    for name, share in (("accuracy", accuracy), ("macro F1", macro_f1), ("one quantity", one_quantity)):
        spread = interval_of(each, lambda draw, share=share: share([pair for document in draw for pair in document]))
        result[name] = {"value": round(share(pairs), 1), "interval": spread}
    result["figures not found"] = len(lacking)
    result["change with the order of the sides"] = sum(one != other for one, other in both.values())
    for name in ("reference", "own"):
        part = [(case["label"], both[case["id"]][0]) for case in cases if ("set" in case["a"]) == (name == "reference")]
        result[name] = {"pairs": len(part), "accuracy": round(accuracy(part), 1), "macro F1": round(macro_f1(part), 1)}
    counted = Counter(pairs)
    result["F1"] = {label: round(f1_of(label, pairs), 1) for label in LABELS}
    result["confusion"] = {gold: {ours: counted[gold, ours] for ours in LABELS if counted[gold, ours]} for gold in LABELS}
    return result


def agreement() -> Row:
    """Compare second.jsonl with the first labels."""
    first = {case["id"]: case["label"] for name in ("own", "reference") for case in cases_of(name)}
    pairs = [(first[other["id"]], other["label"]) for other in cases_of("second")]
    return {"doubled": len(pairs), "agree": round(accuracy(pairs), 1)}


def lines_of(result: Row) -> Iterator[str]:
    """Write the figures as lines that people read."""
    yield f"{result['pairs']} pairs in {result['documents']} documents, {result['figures not found']} with a figure not found"
    for name in ("accuracy", "macro F1", "one quantity"):
        low, high = result[name]["interval"]
        yield f"    {name:12} {result[name]['value']:5.1f}  {low}–{high}"
    yield f"    {result['change with the order of the sides']} pairs change when their sides are exchanged"
    yield from (f"    {name}: {result[name]}" for name in ("reference", "own"))
    yield from (f"    {label:10}F1 {result['F1'][label]:5.1f}   {result['confusion'][label]}" for label in LABELS)


def show(cases: list[Row], texts: dict[Document, Row], both: dict[str, Pair]) -> None:
    """Print the pairs that are not right, with the words around both figures."""
    for case in cases:
        if both[case["id"]][0] != case["label"]:
            print(f"{case['id']} {case['template']}: {case['label']}, not {both[case['id']][0]}")
            for side in SIDES:
                start, end = case[side]["span"]
                print("    " + texts[document_of(case, side)]["text"][max(0, start - 80) : end + 50].replace("\n", " "))


def main() -> None:
    parser = options_of(__doc__)
    parser.add_argument("--part", choices=("held-out", "tune", "all"), default="held-out")
    parser.add_argument("--show", action="store_true", help="print the pairs that are not right; with --part tune only")
    parser.add_argument("--agreement", action="store_true")
    options = parser.parse_args()
    if options.agreement:
        print(json.dumps(agreement()))
        return
    if options.show and options.part != "tune":
        raise SystemExit("--show is for --part tune")
    chosen = [case for case in [*cases_of("own"), *cases_of("reference")] if options.part in ("all", case["part"])]
    texts = texts_of(chosen, options.data)
    both, lacking = decided(chosen, readings_of(texts))
    figures = figures_of(chosen, both, lacking)
    print("\n".join(lines_of(figures)))
    if options.show:
        show(chosen, texts, both)
    if options.part == "held-out":
        sets = sorted({name for name, _ in texts} - {"own"})
        digest = digest_of(*(options.data / name / "train.jsonl.gz" for name in sets))
        data = f"{len(chosen)} pairs, held out, of {', '.join([*sets, 'own'])}; digest of the sets {digest}"
        keep("series", {"part": options.part, **figures, "agreement of labels": agreement()}, data=data)


if __name__ == "__main__":
    main()
