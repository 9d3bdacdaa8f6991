"""Claims: what two tellings make of one another, same, denies, differs or unrelated, on 300 marked pairs.

usage: python benchmarks/claims/measure.py [--data DIR] [--part held-out|tune|all] [--show] [--agreement]
    --part       whole templates are either held out (default) or there to tune on. Only held-out is kept.
    --show       print the pairs that are not right; for the part tune only, so that nobody sees the held-out ones
    --agreement  no reading: how far second.jsonl, labelled apart from the first labels, agrees with them
Every text is read once by this package, with its day and title where the set has them; then sayso.link.claims.relation_of is asked for
each pair, ((reading, span), (reading, span)), and once more with the sides exchanged: the first answer counts, pairs that change are told.
While there is no such function, that is said on standard error and nothing is measured.
Macro F1 is the mean over the four labels. `counted as support`: of the pairs labelled denies or differs, and of those with a silent or
declining side, the number given as same; the bar is none. Intervals: 95 %, bootstrap over documents of side a, 1,000 draws, seed 0.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent)]

from sets import digest_of, interval_of, keep, options_of, rows_of  # noqa: E402  # they lie in the folder above

Row = dict[str, Any]
Document = tuple[str, str]
Pair = tuple[str, str]  # the gold label and ours
Relation = Callable[[Any, Any], Any]
LABELS = ("same", "denies", "differs", "unrelated")
AGAINST = frozenset(("denies", "differs"))
NO_POSITION = frozenset(("silent", "declines"))
SIDES = ("a", "b")


def cases_of(name: str) -> list[Row]:
    """Read a file of pairs that lies beside this one."""
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text(encoding="utf8").splitlines()]


def document_of(case: Row, side: str) -> Document:
    """Name the set and the record of a side; each side of an own pair is a document of its own."""
    telling = case[side]
    return (telling["set"], telling["doc"]) if "set" in telling else ("own", f"{case['id']}-{side}")


def texts_of(cases: Iterable[Row], data: Path) -> dict[Document, Row]:
    """Give the text of every side's document, with day and title where the set has them."""
    cases = list(cases)
    own = [(case, side) for case in cases for side in SIDES if "set" not in case[side]]
    found: dict[Document, Row] = {document_of(case, side): {"text": case[side]["text"]} for case, side in own}
    wanted = {document_of(case, side) for case in cases for side in SIDES} - found.keys()
    for name in sorted({name for name, _ in wanted}):
        for row in rows_of(data / name / "train.jsonl.gz"):
            if (name, row["id"]) in wanted:
                day = (row.get("date") or row.get("dct") or "")[:10]
                found[name, row["id"]] = {"text": row["text"], "published": day or None, "title": row.get("title") or None}
    missing = wanted - found.keys()
    if missing:
        raise SystemExit(f"documents that the data does not hold: {sorted(missing)[:3]}")
    return found


def relation() -> Relation | None:
    """Give the function to be measured; None, said on standard error, where there is none yet."""
    try:
        from sayso.link.claims import relation_of
    except ImportError as error:
        print(f"not measured: sayso.link.claims.relation_of is not there yet ({error})", file=sys.stderr)
        return None
    return relation_of


def readings_of(texts: dict[Document, Row]) -> dict[Document, Any]:
    """Read every text once."""
    from sayso import parse

    return {document: parse(**row) for document, row in texts.items()}


def decided(cases: list[Row], readings: dict[Document, Any], ask: Relation) -> dict[str, Pair]:
    """Give for every pair its label by the function, and by the function with the sides exchanged."""
    from sayso.span import Span

    found = {}
    for case in cases:
        a, b = ((readings[document_of(case, side)], Span(*case[side]["span"])) for side in SIDES)
        found[case["id"]] = (str(ask(a, b)), str(ask(b, a)))
    strange = {label for both in found.values() for label in both} - set(LABELS)
    if strange:
        raise SystemExit(f"relation_of gives what is no label: {sorted(strange)}")
    return found


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


def takes_no_position(case: Row) -> bool:
    """Tell whether a side is silent or declines."""
    return any(case[side].get("stance") in NO_POSITION for side in SIDES)


def support_of(cases: list[Row], found: dict[str, str]) -> Row:
    """Count what was given as same though it denies, differs or takes no position; and what became of silence."""
    result: Row = {}
    for label in sorted(AGAINST):
        ids = [case["id"] for case in cases if case["label"] == label]
        result[label] = {"of": len(ids), "counted as support": sum(found[ident] == "same" for ident in ids)}
    quiet = [found[case["id"]] for case in cases if takes_no_position(case)]
    result["no position"] = {"of": len(quiet), "counted as support": quiet.count("same"), "given as": dict(Counter(quiet))}
    return result


def figures_of(cases: list[Row], both: dict[str, Pair]) -> Row:
    """Give all figures."""
    found = {ident: pair[0] for ident, pair in both.items()}
    by_document: dict[Document, list[Pair]] = defaultdict(list)
    for case in cases:
        by_document[document_of(case, "a")].append((case["label"], found[case["id"]]))
    each = list(by_document.values())
    pairs = [pair for document in each for pair in document]
    result: Row = {"pairs": len(pairs), "documents": len(each)}
    for name, share in (("accuracy", accuracy), ("macro F1", macro_f1)):
        spread = interval_of(each, lambda draw, share=share: share([pair for document in draw for pair in document]))
        result[name] = {"value": round(share(pairs), 1), "interval": spread}
    result["support"] = support_of(cases, found)
    result["change with the order of the sides"] = sum(one != other for one, other in both.values())
    for name in ("reference", "own"):
        part = [(case["label"], found[case["id"]]) for case in cases if ("set" in case["a"]) == (name == "reference")]
        result[name] = {"pairs": len(part), "accuracy": round(accuracy(part), 1), "macro F1": round(macro_f1(part), 1)}
    result["F1"] = {label: round(f1_of(label, pairs), 1) for label in LABELS}
    counted = Counter(pairs)
    result["confusion"] = {gold: {ours: counted[gold, ours] for ours in LABELS if counted[gold, ours]} for gold in LABELS}
    return result


def agreement() -> Row:
    """Compare second.jsonl with the first labels: the share that agrees, and Cohen's kappa."""
    first = {case["id"]: case["label"] for name in ("own", "reference") for case in cases_of(name)}
    pairs = [(first[other["id"]], other["label"]) for other in cases_of("second")]
    ones, others = Counter(gold for gold, _ in pairs), Counter(other for _, other in pairs)
    same = sum(gold == other for gold, other in pairs) / len(pairs)
    chance = sum(ones[label] * others[label] for label in LABELS) / len(pairs) ** 2
    return {"doubled": len(pairs), "agree": round(100 * same, 1), "kappa": round((same - chance) / (1 - chance), 3)}


def lines_of(result: Row) -> Iterator[str]:
    """Write the figures as lines that people read."""
    yield f"{result['pairs']} pairs in {result['documents']} documents"
    for name in ("accuracy", "macro F1"):
        low, high = result[name]["interval"]
        yield f"    {name:12}{result[name]['value']:5.1f}  {low}–{high}"
    for name, counted in result["support"].items():
        yield f"    {name}: {counted['counted as support']} of {counted['of']} counted as support; bar: none"
    yield f"    no position was given as {result['support']['no position']['given as']}"
    yield f"    {result['change with the order of the sides']} pairs change when their sides are exchanged"
    yield from (f"    {name}: {result[name]}" for name in ("reference", "own"))
    yield from (f"    {label:10}F1 {result['F1'][label]:5.1f}   {result['confusion'][label]}" for label in LABELS)


def show(cases: list[Row], texts: dict[Document, Row], both: dict[str, Pair]) -> None:
    """Print the pairs that are not right, with the words of both sides."""
    for case in cases:
        if both[case["id"]][0] != case["label"]:
            print(f"{case['id']} {case['template']}: {case['label']}, not {both[case['id']][0]}")
            for side in SIDES:
                start, end = case[side]["span"]
                print("    " + texts[document_of(case, side)]["text"][start:end].replace("\n", " "))


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
        raise SystemExit("--show is for --part tune; the held-out pairs stay unseen")
    ask = relation()
    if ask is None:
        return
    chosen = [case for case in [*cases_of("own"), *cases_of("reference")] if options.part in ("all", case["part"])]
    texts = texts_of(chosen, options.data)
    both = decided(chosen, readings_of(texts), ask)
    figures = figures_of(chosen, both)
    print("\n".join(lines_of(figures)))
    if options.show:
        show(chosen, texts, both)
    if options.part == "held-out":
        sets = sorted({name for name, _ in texts} - {"own"})
        digest = digest_of(*(options.data / name / "train.jsonl.gz" for name in sets))
        data = f"{len(chosen)} pairs, held out, of {', '.join([*sets, 'own'])}; digest of the sets {digest}"
        keep("claims", {"part": options.part, **figures, "agreement of labels": agreement()}, data=data)


if __name__ == "__main__":
    main()
