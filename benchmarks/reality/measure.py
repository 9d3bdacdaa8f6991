"""Reality of events: happened, ongoing, planned, hypothetical, negated, demanded, threatened, promised, historical, on 300 marked triggers.

usage: python benchmarks/reality/measure.py [--data DIR] [--part held-out|tune|all] [--way given|events|both] [--show] [--agreement]
    --part       whole templates are either held out (default) or there to tune on. Only held-out is kept.
    --way        given: the reality function is asked for the gold trigger (sayso.understand.reality.reality_of).
                 events: the text is read by `sayso parse`, and the event whose trigger overlaps the gold trigger is taken, of an
                 event and the act inside it (`of`) the one that overlaps; where none does, the case is not found. Default: both
    --show       print the cases that are not right; for the part tune only, so that nobody sees the held-out ones
    --agreement  no reading: how far second.jsonl, labelled apart from the first labels, agrees with them
own.jsonl holds texts of our own writing; reference.jsonl holds places in train records, and no text: there the whole record is read, with its
date as `published` where it has one. Macro F1 is the mean over the nine values; a case not found is a miss of its value and nothing else.
`shown as taking place`: of the cases denied, planned or supposed (negated, planned, hypothetical, demanded, threatened, promised), the share
given as happened or ongoing; the bar is under 3 %. Look-alikes (a match, a figure of speech) count where an event is found that is happened
or ongoing. Intervals: 95 %, bootstrap over documents, 1,000 draws, seed 0.
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

from sets import digest_of, interval_of, keep, options_of, readings_of, rows_of  # noqa: E402  # they lie in the folder above

Row = dict[str, Any]
Document = tuple[str, str]
Pair = tuple[str, str]  # the gold value and ours
VALUES = ("happened", "ongoing", "planned", "hypothetical", "negated", "demanded", "threatened", "promised", "historical")
NOT_REAL = frozenset(VALUES[2:8])
TAKES_PLACE = frozenset(("happened", "ongoing"))
NOT_FOUND = "not found"
WAYS = ("given", "events")


def cases_of(name: str) -> list[Row]:
    """Read a file of cases that lies beside this one."""
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text(encoding="utf8").splitlines()]


def document_of(case: Row) -> Document:
    """Name the set and the record of a case: an own case is a document of its own."""
    return (case["set"], case["doc"]) if "set" in case else ("own", case["id"])


def texts_of(cases: Iterable[Row], data: Path) -> dict[Document, Row]:
    """Give what `sayso parse` takes of every document that a case stands in; its id names the set too."""
    cases = list(cases)
    found: dict[Document, Row] = {document_of(case): {"text": case["text"]} for case in cases if "set" not in case}
    for name in sorted({case["set"] for case in cases if "set" in case}):
        wanted = {case["doc"] for case in cases if case.get("set") == name}
        for row in rows_of(data / name / "train.jsonl.gz"):
            if row["id"] in wanted:
                day = (row.get("date") or row.get("dct") or "")[:10]
                found[name, row["id"]] = {"text": row["text"], "date": day or None}
    missing = {document_of(case) for case in cases} - found.keys()
    if missing:
        raise SystemExit(f"documents that the data does not hold: {sorted(missing)[:3]}")
    return {document: row | {"id": "/".join(document)} for document, row in found.items()}


def by_function(cases: list[Row], texts: dict[Document, Row]) -> dict[str, str] | None:
    """Ask the reality function for every gold trigger; None, said on standard error, where there is none yet."""
    try:
        from sayso.understand.reality import reality_of
    except ImportError as error:
        print(f"way given: left out, sayso.understand.reality.reality_of is not there yet ({error})", file=sys.stderr)
        return None
    from sayso.read.intake import report_from_line
    from sayso.span import Span
    from sayso.understand.analysis import encoder
    from sayso.understand.first_pass import make_doc

    wanted: dict[Document, list[Row]] = defaultdict(list)
    for case in cases:
        wanted[document_of(case)].append(case)
    found = {}
    for document, chosen in wanted.items():
        row = texts[document]
        line = {"id": row["id"], "text": row["text"], "published": row.get("date")}
        doc = make_doc(report_from_line({k: v for k, v in line.items() if v is not None}), encoder())
        found |= {case["id"]: str(reality_of(doc, Span(*case["trigger"]))) for case in chosen}
    return found


def acts_in(events: Iterable[Row]) -> Iterator[Row]:
    """Give every event and the acts kept inside it, each with `trigger` and `reality`."""
    for event in events:
        yield event
        inside = event.get("of") or []
        yield from acts_in([inside] if isinstance(inside, dict) else inside)


def by_events(cases: list[Row], texts: dict[Document, Row]) -> dict[str, str] | None:
    """Read the texts and take the event of each gold trigger; None, said on standard error, where no text has any event."""
    readings = {reading["id"]: list(acts_in(reading["events"])) for reading in readings_of(texts.values())}
    if not any(readings.values()):
        print("way events: left out, sayso parse gives no event yet", file=sys.stderr)
        return None
    found = {}
    for case in cases:
        start, end = case["trigger"]
        near = [act for act in readings["/".join(document_of(case))] if act["trigger"][0] < end and start < act["trigger"][1]]
        # The shortest trigger is the nearest: "carried out a raid" may overlap "raid" as well as an event of its own does.
        near.sort(key=lambda act: act["trigger"][1] - act["trigger"][0])
        found[case["id"]] = near[0]["reality"] if near else NOT_FOUND
    return found


def accuracy(pairs: list[Pair]) -> float:
    """Give the share in percent of pairs that agree."""
    return 100 * sum(gold == ours for gold, ours in pairs) / len(pairs) if pairs else 0.0


def f1_of(value: str, pairs: list[Pair]) -> float:
    """Give the F1 of one value in percent."""
    both = sum(gold == ours == value for gold, ours in pairs)
    either = sum(gold == value for gold, _ in pairs) + sum(ours == value for _, ours in pairs)
    return 200 * both / either if either else 0.0


def macro_f1(pairs: list[Pair]) -> float:
    """Give the mean F1 in percent of the values that the gold holds."""
    values = {gold for gold, _ in pairs}
    return sum(f1_of(value, pairs) for value in values) / len(values) if values else 0.0


def taking_place(pairs: list[Pair]) -> float:
    """Give the share in percent of what is denied, planned or supposed that is shown as taking place."""
    unreal = [ours for gold, ours in pairs if gold in NOT_REAL]
    return 100 * sum(ours in TAKES_PLACE for ours in unreal) / len(unreal) if unreal else 0.0


def figures_of(cases: list[Row], found: dict[str, str]) -> Row:
    """Give all figures of one way."""
    judged = [case for case in cases if case["reality"] is not None]
    by_document: dict[Document, list[Pair]] = defaultdict(list)
    for case in judged:
        by_document[document_of(case)].append((case["reality"], found[case["id"]]))
    each = list(by_document.values())
    pairs = [pair for document in each for pair in document]
    met = [pair for pair in pairs if pair[1] != NOT_FOUND]
    result: Row = {"cases": len(pairs), "documents": len(each), "found": len(met)}
    for name, share in (("accuracy", accuracy), ("macro F1", macro_f1), ("shown as taking place", taking_place)):
        spread = interval_of(each, lambda draw, share=share: share([pair for document in draw for pair in document]))
        result[name] = {"value": round(share(pairs), 1), "interval": spread}
    wrong = sum(gold in NOT_REAL and ours in TAKES_PLACE for gold, ours in pairs)
    result["shown as taking place"] |= {"cases": wrong, "of": sum(gold in NOT_REAL for gold, _ in pairs)}
    if len(met) < len(pairs):
        result["of the found"] = {"accuracy": round(accuracy(met), 1), "macro F1": round(macro_f1(met), 1)}
    for name in ("reference", "own"):
        own = [(case["reality"], found[case["id"]]) for case in judged if ("set" in case) == (name == "reference")]
        result[name] = {"cases": len(own), "accuracy": round(accuracy(own), 1), "macro F1": round(macro_f1(own), 1)}
    result["F1"] = {value: round(f1_of(value, pairs), 1) for value in VALUES}
    counted = Counter(pairs)
    result["confusion"] = {gold: {o: counted[gold, o] for o in (*VALUES, NOT_FOUND) if counted[gold, o]} for gold in VALUES}
    alike = [found[case["id"]] for case in cases if case["reality"] is None]
    if alike:
        result["look-alikes"] = {"cases": len(alike), "shown as taking place": sum(ours in TAKES_PLACE for ours in alike)}
    return result


def agreement() -> Row:
    """Compare second.jsonl with the first labels: the share that agrees, and Cohen's kappa."""
    first = {case["id"]: case["reality"] for name in ("own", "reference") for case in cases_of(name)}
    pairs = [(first[other["id"]], other["reality"]) for other in cases_of("second")]
    ones, others = Counter(gold for gold, _ in pairs), Counter(other for _, other in pairs)
    same = sum(gold == other for gold, other in pairs) / len(pairs)
    chance = sum(ones[value] * others[value] for value in VALUES) / len(pairs) ** 2
    return {"doubled": len(pairs), "agree": round(100 * same, 1), "kappa": round((same - chance) / (1 - chance), 3)}


def lines_of(way: str, result: Row) -> Iterator[str]:
    """Write the figures of one way as lines that people read."""
    yield f"way {way}: {result['cases']} cases in {result['documents']} documents, {result['found']} found"
    for name in ("accuracy", "macro F1", "shown as taking place"):
        low, high = result[name]["interval"]
        yield f"    {name:24}{result[name]['value']:5.1f}  {low}–{high}"
    wrong = result["shown as taking place"]
    yield f"    {wrong['cases']} of {wrong['of']} denied, planned or supposed are shown as taking place; bar: under 3 %"
    yield from (f"    {name}: {result[name]}" for name in ("look-alikes", "of the found", "reference", "own") if name in result)
    yield from (f"    {value:14}F1 {result['F1'][value]:5.1f}   {result['confusion'][value]}" for value in VALUES)


def show(cases: list[Row], texts: dict[Document, Row], found: dict[str, str]) -> None:
    """Print the cases that are not right, with the words around the trigger."""
    for case in cases:
        if found[case["id"]] != case["reality"]:
            text, (start, end) = texts[document_of(case)]["text"], case["trigger"]
            around = f"{text[max(0, start - 100) : start]}[{text[start:end]}]{text[end : end + 60]}".replace("\n", " ")
            print(f"{case['id']} {case['template']}: {case['reality']}, not {found[case['id']]}\n    {around}")


def main() -> None:
    parser = options_of(__doc__)
    parser.add_argument("--part", choices=("held-out", "tune", "all"), default="held-out")
    parser.add_argument("--way", choices=(*WAYS, "both"), default="both")
    parser.add_argument("--show", action="store_true", help="print the cases that are not right; with --part tune only")
    parser.add_argument("--agreement", action="store_true")
    options = parser.parse_args()
    if options.agreement:
        print(json.dumps(agreement()))
        return
    if options.show and options.part != "tune":
        raise SystemExit("--show is for --part tune; the held-out cases stay unseen")
    chosen = [case for case in [*cases_of("own"), *cases_of("reference")] if options.part in ("all", case["part"])]
    texts = texts_of(chosen, options.data)
    figures: Row = {}
    for way in WAYS if options.way == "both" else (options.way,):
        judged = [case for case in chosen if way == "events" or case["reality"] is not None]
        found = (by_function if way == "given" else by_events)(judged, texts)
        if found is None:
            continue
        figures[way] = figures_of(judged, found)
        print("\n".join(lines_of(way, figures[way])))
        if options.show:
            show(judged, texts, found)
    if options.part == "held-out" and options.way == "both" and figures:
        sets = sorted({case["set"] for case in chosen if "set" in case})
        digest = digest_of(*(options.data / name / "train.jsonl.gz" for name in sets))
        numbers = Counter(document_of(case)[0] for case in chosen if case["reality"] is not None)
        data = ", ".join(f"{numbers[name]} cases of {name}" for name in sorted(numbers))
        keep(
            "reality",
            {"part": options.part, **figures, "agreement of labels": agreement()},
            data=f"{data}, held out; digest of the sets {digest}",
        )


if __name__ == "__main__":
    main()
