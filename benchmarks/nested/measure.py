"""Nested attribution: both levels of speech within speech found and tied, on own.jsonl and on passages of PolNeAR and re3d.

usage: python benchmarks/nested/measure.py [--data DIR] [--part held-out|train|all] [--show] [--agreement]
    --part       which cases; whole templates are either held out (default) or there to train on. Only held-out is kept.
    --agreement  no reading: how far second.jsonl, labelled apart from reference.jsonl, agrees with it
own.jsonl holds texts of our own writing; reference.jsonl holds places in documents of polnear/train and re3d/train, and no text.
A level is right where contents share at least half of their characters (intersection over union), the sources overlap or both have
none, as in score/attribution.py, and the cues overlap; a gold cue that is only a mark, such as a colon, asks for nothing. Of a case:
    nested  two statements have the gold's two cues, and the inner one's `within` leads to the outer one, at once or through a chain
    both    the same, and both levels are right
    exact   the same, and every piece of source, cue and content is the gold's, blanks and marks at its ends aside
Look-alikes have one level; a false nesting is a second one there. Precision is over own.jsonl, where every nesting is known: `astray`
is the share of statements with `within` that are no gold inner level. Intervals: 95 %, bootstrap over documents, 1,000 draws, seed 0.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent)]

from sets import digest_of, keep, options_of, readings_of, rows_of  # noqa: E402  # they lie in the folder above

Row = dict[str, Any]
Count = Counter[str]
ROLES = ("source", "cue", "content")
MARKS = set(" \t\n\r\u00a0.,;:!?\"'\u201c\u201d\u2018\u2019()[]-\u2013\u2014`")  # as score/attribution.py trims
FILES = ("own", "polnear", "re3d")


def cases_of(path: Path) -> list[Row]:
    """Read a file of cases; none where it is absent."""
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()] if path.is_file() else []


def document_of(case: Row) -> tuple[str, str]:
    """Name the file and the document of a case: an own case is a document of its own."""
    return (case["set"], case["doc"]) if "set" in case else ("own", case["id"])


def texts_of(cases: Iterable[Row], data: Path) -> dict[tuple[str, str], Row]:
    """Give what `sayso parse` takes of every document that a case stands in; its id names the file too."""
    cases = list(cases)
    found = {document_of(case): {"text": case["text"]} for case in cases if "set" not in case}
    for name in sorted({case["set"] for case in cases if "set" in case}):
        wanted = {case["doc"] for case in cases if case.get("set") == name}
        rows = (row for row in rows_of(data / name / "train.jsonl.gz") if row["id"] in wanted)
        found |= {(name, row["id"]): {"text": row["text"], "date": row.get("date")} for row in rows}
    missing = {document_of(case) for case in cases} - found.keys()
    if missing:
        raise SystemExit(f"documents that the data does not hold: {sorted(missing)[:3]}")
    return {document: row | {"id": "/".join(document)} for document, row in found.items()}


def letters(text: str, spans: Iterable[list[int]]) -> set[int]:
    """Give the places of all characters but blanks in the spans."""
    return {i for start, end in spans for i in range(start, end) if not text[i].isspace()}


def trimmed(text: str, spans: Iterable[list[int]]) -> set[tuple[int, int]]:
    """Give the pieces without blanks and marks at their ends, those that are nothing else left out."""
    pieces = set()
    for start, end in spans:
        inside = [i for i in range(start, end) if text[i] not in MARKS]
        if inside:
            pieces.add((inside[0], inside[-1] + 1))
    return pieces


def has_cue(text: str, gold: Row, said: Row) -> bool:
    """Tell whether the cues overlap, or, where the gold's is only a mark, the sources do."""
    role = "cue" if trimmed(text, gold["cue"]) else "source"
    return bool(letters(text, gold[role]) & letters(text, said[role]))


def is_right(text: str, gold: Row, said: Row) -> bool:
    """Tell whether a level is right."""
    content, other = letters(text, gold["content"]), letters(text, said["content"])
    source, whose = letters(text, gold["source"]), letters(text, said["source"])
    has_source = bool(source & whose) or not (source or whose)
    has_content = bool(content and other) and len(content & other) >= 0.5 * len(content | other)
    return has_content and has_source and has_cue(text, gold, said)


def is_exact(text: str, gold: Row, said: Row) -> bool:
    """Tell whether a level has the gold's pieces and no other."""
    asked = [role for role in ROLES if role != "cue" or trimmed(text, gold["cue"])]
    return all(trimmed(text, gold[role]) == trimmed(text, said[role]) for role in asked)


def pairs_of(statements: list[Row]) -> Iterator[tuple[Row, Row]]:
    """Give every statement that has `within` with each statement above it, nearest first."""
    by_id = {one["id"]: one for one in statements}
    for inner in statements:
        seen, above = {inner["id"]}, inner["within"]
        while above in by_id and above not in seen:
            seen.add(above)
            yield by_id[above], inner
            above = by_id[above]["within"]


def compare(case: Row, text: str, statements: list[Row]) -> Count:
    """Count what is right in one case."""
    pairs = list(pairs_of(statements))
    outer, inner = case["outer"], case["inner"]
    if inner is None:
        is_own = "set" not in case
        false = any(is_own or (has_cue(text, outer, up) and _begins_in(outer, low)) for up, low in pairs)
        alone = any(is_right(text, outer, one) for one in statements)
        return Counter({"look-alikes": 1, "falsely nested": int(false), "one level right": int(alone)})
    near = [(up, low) for up, low in pairs if has_cue(text, outer, up) and has_cue(text, inner, low)]
    right = [(up, low) for up, low in near if is_right(text, outer, up) and is_right(text, inner, low)]
    exact = any(is_exact(text, outer, up) and is_exact(text, inner, low) for up, low in right)
    levels = {name: int(any(is_right(text, case[name], one) for one in statements)) for name in ("outer", "inner")}
    return Counter({"cases": 1, "nested": int(bool(near)), "both": int(bool(right)), "exact": int(exact), **levels})


def _begins_in(outer: Row, one: Row) -> bool:
    """Tell whether the statement's words begin within the gold's content."""
    return any(start <= one["content"][0][0] < end for start, end in outer["content"])


def nestings(case: Row, text: str, statements: list[Row]) -> Count:
    """Count statements with `within` in an own case, and those of them that are no gold inner level below the gold outer one."""
    outer, inner = case["outer"], case["inner"]
    within = {low["id"] for _, low in pairs_of(statements)}
    gold = {
        low["id"]
        for up, low in pairs_of(statements)
        if inner is not None and is_right(text, outer, up) and is_right(text, inner, low)
    }
    return Counter({"with within": len(within), "astray": len(within - gold)})


def shares(total: Count) -> dict[str, float]:
    """Give the shares in percent that the counts allow."""
    asked = [(name, "cases") for name in ("nested", "both", "exact", "outer", "inner")]
    asked += [("falsely nested", "look-alikes"), ("one level right", "look-alikes"), ("astray", "with within")]
    return {name: 100 * total[name] / total[of] for name, of in asked if total[of]}


def summary(counts: Iterable[tuple[tuple[str, str], Count]]) -> Row:
    """Give numbers of cases, and shares with intervals over documents."""
    documents: dict[tuple[str, str], Count] = defaultdict(Counter)
    for document, count in counts:
        documents[document].update(count)
    each = list(documents.values())
    total = sum(each, Counter())
    rng = random.Random(0)
    draws = [shares(sum((rng.choice(each) for _ in each), Counter())) for _ in range(1000 if len(each) > 1 else 0)]
    result: Row = {"documents": len(each), **{k: total[k] for k in ("cases", "look-alikes", "with within") if total[k]}}
    for name, value in shares(total).items():
        spread = sorted(draw[name] for draw in draws if name in draw)
        low, high = (spread[int(0.025 * len(spread))], spread[int(0.975 * len(spread)) - 1]) if spread else (value, value)
        result[name] = {"right": total[name], "value": round(value, 1), "interval": [round(low, 1), round(high, 1)]}
    return result


def is_agreed(case: Row, other: Row, text: str) -> Count:
    """Count in what the second label of a case agrees with the first."""
    same = (case["inner"] is None) == (other["inner"] is None)
    levels = [name for name in ("outer", "inner") if case[name] is not None]
    right = {name: other[name] is not None and is_right(text, case[name], other[name]) for name in levels}
    both = same and all(right.values())
    exact = both and all(is_exact(text, case[name], other[name]) for name in levels)
    return Counter({"doubled": 1, "same levels": int(same), "all levels right": int(both), "exact": int(exact)})


def agreement(data: Path) -> Row:
    """Compare second.jsonl with reference.jsonl, over the cases that both hold."""
    first = {case["id"]: case for case in cases_of(HERE / "reference.jsonl")}
    doubled = [(first[other["id"]], other) for other in cases_of(HERE / "second.jsonl") if other["id"] in first]
    texts = texts_of([case for case, _ in doubled], data)
    result: Row = {}
    for name in ("all", "nested", *FILES[1:]):
        chosen = [(c, o) for c, o in doubled if name in ("all", c["set"]) or (name == "nested" and c["inner"] is not None)]
        counts = [is_agreed(case, other, texts[document_of(case)]["text"]) for case, other in chosen]
        if counts:
            result[name] = {k: sum(count[k] for count in counts) for k in counts[0]}
    return result


def measured(cases: list[Row], texts: dict[tuple[str, str], Row], *, show: bool) -> Row:
    """Read the documents and count, by file and by template."""
    readings = {reading["id"]: reading for reading in readings_of(texts.values())}
    by_name: dict[str, list[tuple[tuple[str, str], Count]]] = defaultdict(list)
    for case in cases:
        document = document_of(case)
        text, reading = texts[document]["text"], readings["/".join(document)]
        statements = [one for one in reading["statements"] if one["act"] != "imputed"]
        count = compare(case, text, statements)
        if document[0] == "own":
            count += nestings(case, text, statements)
        for name in (document[0], f"{document[0]}: {case.get('template', 'no template')}"):
            by_name[name].append((document, count))
        if document[0] != "own":
            by_name["polnear and re3d"].append((document, count))
        if show and (count["falsely nested"] or count["cases"] > count["both"]):
            print(case["id"], {name: count[name] for name in ("nested", "outer", "inner", "falsely nested")})
            print("\n".join(_words(text, name, case[name]) for name in ("outer", "inner") if case[name]))
            near = [one for one in statements if _begins_in({"content": [_around(case)]}, one)]
            print("\n".join(_words(text, f"{one['id']} within {one['within']}", one) for one in near))
    order = [*FILES, "polnear and re3d"]
    return {name: summary(by_name[name]) for name in sorted(by_name, key=lambda n: (n not in order, n))}


def _around(case: Row) -> list[int]:
    spans = [span for level in (case["outer"], case["inner"]) if level for role in ROLES for span in level[role]]
    return [min(start for start, _ in spans), max(end for _, end in spans)]


def _words(text: str, name: str, one: Row) -> str:
    return f"    {name}: " + " | ".join(" … ".join(text[start:end] for start, end in one[role]) for role in ROLES)


def lines_of(result: Row) -> Iterator[str]:
    """Write the figures as lines that people read."""
    for name, row in result.items():
        size = ", ".join(f"{row[k]} {k}" for k in ("cases", "look-alikes", "documents", "with within") if k in row)
        yield f"{name} ({size})"
        for measure, value in row.items():
            if isinstance(value, dict):
                yield f"    {measure:16}{value['right']:4}  {value['value']:5.1f} %  {value['interval'][0]}–{value['interval'][1]}"


def main() -> None:
    parser = options_of(__doc__)
    parser.add_argument("--part", choices=("held-out", "train", "all"), default="held-out")
    parser.add_argument("--show", action="store_true", help="print the cases that are not right")
    parser.add_argument("--agreement", action="store_true")
    options = parser.parse_args()
    if options.agreement:
        print(json.dumps(agreement(options.data), indent=1))
        return
    cases = [*cases_of(HERE / "own.jsonl"), *cases_of(HERE / "reference.jsonl")]
    chosen = [case for case in cases if options.part in ("all", case["part"])]
    result = measured(chosen, texts_of(chosen, options.data), show=options.show)
    print("\n".join(lines_of(result)))
    if options.part == "held-out":
        digest = digest_of(*(options.data / name / "train.jsonl.gz" for name in FILES[1:]))
        numbers = Counter(document_of(case)[0] for case in chosen)
        data = ", ".join(f"{numbers[name]} cases of {name}" for name in FILES if numbers[name])
        keep(
            "nested",
            {"part": options.part, **result, "agreement of annotators": agreement(options.data)},
            data=f"{data}, held out; digest of the sets {digest}",
        )


if __name__ == "__main__":
    main()
