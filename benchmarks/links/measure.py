"""Links: how much of what a ledger links is right, by judgements of links drawn at random, kept in audit.jsonl.

usage: python benchmarks/links/measure.py [--data DIR] [--kept DIR] [--now]
    --kept   folder where readings are kept from one run to the next
    --now    link both halves anew with this tree and tell of each judged link whether it is still made: right ones kept, wrong ones gone
Prints, by kind and half, the share of links that is right, with intervals (95 %, bootstrap over documents of side b, 1,000 draws, seed 0), and the agreement
of the two judgements with Cohen's kappa; writes results/links.json. README.md says how one judges.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent), str(HERE)]

from draw import lines_of  # noqa: E402

from sets import Row, digest_of, interval_of, keep, options_of  # noqa: E402

KINDS = ("claim", "answer", "difference", "happening", "series", "story")
SETS = ("ecbplus", "polnear", "re3d")


def share(rows: Iterable[Row]) -> float:
    """Give the share in percent that is right."""
    rows = list(rows)
    return 100 * sum(row["right"] for row in rows) / len(rows) if rows else 0.0


def precision(rows: Sequence[Row]) -> Row:
    """Give the share that is right with its interval, and by set."""
    by_document: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_document[f"{row['b']['set']} {row['b']['doc']}"].append(row)
    spread = interval_of(list(by_document.values()), lambda draw: share(row for some in draw for row in some))
    by_set = Counter(row["b"]["set"] for row in rows)
    right = Counter(row["b"]["set"] for row in rows if row["right"])
    return {
        "judged": len(rows), "right": round(share(rows), 1), "interval": spread,
        "by set": {name: f"{right[name]} of {by_set[name]}" for name in sorted(by_set)},
        "causes": dict(Counter(row["cause"] for row in rows if not row["right"]).most_common()),
    }  # fmt: skip


def agreement(rows: Iterable[Row]) -> Row:
    """Compare second.jsonl with the first judgements: the share that agrees, and Cohen's kappa."""
    first = {row["id"]: row["right"] for row in rows}
    pairs = [(first[other["id"]], other["right"]) for other in lines_of(HERE / "second.jsonl")]
    if not pairs:
        return {}
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    same = sum(one == other for one, other in pairs) / len(pairs)
    chance = sum(ones[value] * others[value] for value in (True, False)) / len(pairs) ** 2
    return {"doubled": len(pairs), "agree": round(100 * same, 1), "kappa": round((same - chance) / (1 - chance), 3)}


def still_linked(rows: Sequence[Row], data: Path, kept: Path) -> Row:
    """Count of each drawing, by kind, how many right links are kept and how many wrong ones are gone."""
    from linked import linked
    from texts import readings_of

    found: Row = {}
    for half in ("one", "other"):
        groups = {kind: _groups(made) for kind, made in linked(readings_of(half, data, kept)).items()}
        for drawing in sorted({row["drawing"] for row in rows if row["half"] == half}):
            some = [row for row in rows if row["drawing"] == drawing]
            found[drawing] = {kind: _kept([row for row in some if row["kind"] == kind], groups[kind]) for kind in KINDS}
    return found


def _kept(rows: Sequence[Row], linked_now: dict[str, set[str]]) -> Row:
    made = {row["id"]: _place(row["b"]) in linked_now.get(_place(row["a"]), ()) for row in rows}
    right, wrong = ([made[row["id"]] for row in rows if row["right"] is value] for value in (True, False))
    return {"right": len(right), "of them kept": sum(right), "wrong": len(wrong), "of them gone": len(wrong) - sum(wrong)}


def _place(side: Row) -> str:
    return json.dumps([side["set"], side["doc"], side.get("span")])


def _groups(pairs: Iterable[Row]) -> dict[str, set[str]]:
    """Give for every place those that are linked to it, directly or, in one group, by way of its first."""
    beside: dict[str, set[str]] = defaultdict(set)
    for row in pairs:
        a, b = _place(row["a"]), _place(row["b"])
        beside[a].add(b)
        beside[b].add(a)
    return {one: others.union(*(beside[other] for other in others)) for one, others in beside.items()}


def main() -> None:
    options = options_of(__doc__)
    options.add_argument("--kept", type=Path)
    options.add_argument("--now", action="store_true")
    chosen = options.parse_args()
    rows = lines_of(HERE / "audit.jsonl")
    if chosen.now:
        for drawing, kinds in still_linked(rows, chosen.data, chosen.kept).items():
            print(drawing, *(f"\n    {kind:11}{counted}" for kind, counted in kinds.items()))
        return
    figures: Row = {}
    for drawing in sorted({row["drawing"] for row in rows}):
        some = [row for row in rows if row["drawing"] == drawing]
        by_kind = {kind: [row for row in some if row["kind"] == kind] for kind in KINDS}
        figures[drawing] = {kind: precision(judged) for kind, judged in by_kind.items() if judged}
        figures[drawing]["all"] = precision(some)
        print(drawing)
        for kind, one in figures[drawing].items():
            print(f"    {kind:11}{one['right']:5.1f} % of {one['judged']}  {one['interval']}  {one['by set']}")
    figures["agreement of judgements"] = agreement(rows)
    print(figures["agreement of judgements"])
    digest = digest_of(*(chosen.data / name / "train.jsonl.gz" for name in SETS))
    keep("links", figures, data=f"{len(rows)} links drawn, of {', '.join(SETS)} train and examples; digest of the sets {digest}")


if __name__ == "__main__":
    main()
