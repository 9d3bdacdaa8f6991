"""Copies: which reports print whose text, on families made of PolNeAR train; and its wire credits, by what the reader finds in the texts.

usage: python benchmarks/copies.py [--data DIR] [--part report|tune] [--families N] [--show]
    --part      which half of the articles, by hash of their id (default: report; constants were tuned on the other)
    --families  how many originals, each with four copies (default: 110)
    --show      print the pairs that differ, by id

Families are those of made_copies.py. Two reports are paired where one prints the other's text or both print a third's. Wanted are all
pairs of a family, of an excerpt only the one with its original; an excerpt and another copy are not counted. Every other pair is wrong, the
hard ones told apart: a witness and the family it shares quotations with; and two outlets, at most a day between, tf-idf cosine of 0.15 and
more. Original found: of the copies, those whose text is followed to their original. Articles that share a tenth of their runs of five words with another article are no originals, hosts or
others: they are copies by nature, and those that share half are counted beside. The baseline pairs texts by Jaccard of their runs of three
words, at the threshold that is best on this very set. Intervals: 95 %, bootstrap over families. Writes results/copies.json.
"""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from copies_beside import Pair, by_jaccard, hard_pairs, jaccard, natural, pair_of
from made_copies import KINDS, Made, families
from rewriting import words
from sayso.link.copies.body import Body, body_of
from sayso.link.copies.prints import Print, print_of
from sayso.link.copies.standing import Copy, copies_among, root_of
from sayso.read.intake import DEFAULTS, report_from_line
from sayso.report import Report
from sets import Row, digest_of, interval_of, keep, options_of, rows_of

SEED = 20241
LENGTHS = (150, 1500)  # words of the articles taken
NATURAL_SURE = 0.5


@dataclass(frozen=True, slots=True)
class Tally:
    """What one family counts: pairs right, wrong and missing; copies, and those followed to their original."""

    right: int
    wrong: int
    missing: int
    copies: int
    followed: int


def as_report(line: Row) -> Report:
    """Read one line as `sayso read` does."""
    return report_from_line(line, options=DEFAULTS, where=str(line["id"]))


def bodies_of(made: Iterable[Made]) -> tuple[list[tuple[Print, Body]], dict[str, str]]:
    """Give the reports as prints with bodies, and the id of each key."""
    held, ids = [], {}
    for one in made:
        report = as_report(one.line)
        body = body_of(report)
        held.append((print_of(report, body), body))
        ids[report.key] = one.id
    return held, ids


def paired(made: Sequence[Made]) -> tuple[set[Pair], dict[str, Copy]]:
    """Give the pairs found, by id, and whose text each report prints."""
    held, ids = bodies_of(made)
    random.Random(SEED).shuffle(held)
    found = {ids[key]: copy for key, copy in copies_among(held).items()}
    copies = {key: replace(copy, report=key, of=ids[copy.of]) for key, copy in found.items()}
    groups: dict[str, list[str]] = {}
    for one in made:
        groups.setdefault(root_of(one.id, copies), []).append(one.id)
    pairs = {pair_of(a, b) for group in groups.values() for at, b in enumerate(group) for a in group[:at]}
    excerpts = {key: groups[root_of(copy.of, copies)] for key, copy in copies.items() if not copy.is_reprint}
    return pairs | {pair_of(key, one) for key, group in excerpts.items() for one in group if one != key}, copies


def wanted(made: Sequence[Made]) -> tuple[set[Pair], set[Pair]]:
    """Give the pairs that must be found, and those that do not count."""
    must, free = set(), set()
    for group in _by_family(made).values():
        group = [one for one in group if one.kind == "original" or one.kind in KINDS]
        for at, one in enumerate(group):
            for other in group[:at]:
                whole = "excerpt" not in (one.kind, other.kind)
                (must if whole or "original" in (one.kind, other.kind) else free).add(pair_of(one.id, other.id))
    return must, free


def tallies(made: Sequence[Made], pairs: set[Pair], copies: dict[str, Copy]) -> list[Tally]:
    """Count each family; a wrong pair counts for the family of its first report."""
    must, free = wanted(made)
    family_of = {one.id: one.family for one in made}
    right, missing = Counter(family_of[a] for a, _ in must & pairs), Counter(family_of[a] for a, _ in must - pairs)
    wrong = Counter(family_of[a] for a, _ in pairs - must - free)
    counted, followed = Counter(), Counter()
    for one in made:
        if one.kind in KINDS:
            counted[one.family] += 1
            copy = copies.get(one.id)
            followed[one.family] += copy is not None and root_of(copy.of, copies) == one.id.split("#")[0] + "#0"
    kept = sorted({*right, *missing, *wrong, *counted})
    return [Tally(right[f], wrong[f], missing[f], counted[f], followed[f]) for f in kept]


def f1(some: Sequence[Tally]) -> float:
    """Give the F1 of pairs in percent."""
    right = sum(one.right for one in some)
    return 200 * right / max(1, sum(2 * one.right + one.wrong + one.missing for one in some))


def found_originals(some: Sequence[Tally]) -> float:
    """Give the part of the copies followed to their original, in percent."""
    return 100 * sum(one.followed for one in some) / max(1, sum(one.copies for one in some))


def by_kind(made: Sequence[Made], pairs: set[Pair], copies: dict[str, Copy]) -> Row:
    """Give, for each kind of copy, how many are paired with their original and followed to it, and the mean share of runs of three."""
    first = {one.family: one for one in made if one.kind == "original"}
    found: Row = {}
    for kind in KINDS:
        those = [one for one in made if one.kind == kind]
        hit = sum(pair_of(one.id, first[one.family].id) in pairs for one in those)
        followed = sum(one.id in copies and root_of(copies[one.id].of, copies) == first[one.family].id for one in those)
        alike = [jaccard(one.text, first[one.family].text) for one in those]
        found[kind] = {
            "copies": len(those), "paired": hit, "followed": followed, "mean Jaccard of runs of three": round(sum(alike) / max(1, len(alike)), 2),
            "lowest": round(min(alike, default=0), 2),
        }  # fmt: skip
    return found


def wires(rows: Sequence[Row]) -> Row:
    """Hold the wire credits of the metadata against the agency that the reader finds in the texts."""
    names = {"ap": "AP", "upi": "UPI", "reuters": "Reuters", "afp": "AFP"}
    credited = {row["id"]: names.get(str(row["wire"]).lower()) for row in rows}
    read = {
        row["id"]: as_report({"id": row["id"], "text": row["text"], "title": row["title"], "outlet": row["publisher"]}).agency
        for row in rows
    }
    both = [key for key, name in credited.items() if name]
    return {
        "credited by the metadata": len(both), "of these the text shows the same": sum(read[key] == credited[key] for key in both),
        "another": sum(read[key] is not None and read[key] != credited[key] for key in both),
        "not credited, yet shown by the text": sum(read[key] is not None for key, name in credited.items() if not name),
    }  # fmt: skip


def natural_found(rows: Sequence[Row], pairs: dict[tuple[int, int], float]) -> Row:
    """Tell how many of the articles' own copies, half of whose runs of five words are the same, are found."""
    sure = [
        pair for pair, part in pairs.items() if part >= NATURAL_SURE and min(len(words(rows[at]["text"])) for at in pair) >= 100
    ]
    held = sorted({at for pair in sure for at in pair})
    made = [
        Made(
            rows[at]["id"],
            at,
            "other",
            rows[at]["title"],
            rows[at]["text"],
            rows[at]["publisher"],
            date.fromisoformat(rows[at]["date"]),
        )
        for at in held
    ]
    found, _ = paired(made)
    return {"pairs": len(sure), "found": sum(pair_of(rows[a]["id"], rows[b]["id"]) in found for a, b in sure)}


def main() -> None:
    """Measure, print and keep."""
    options = options_of(__doc__)
    options.add_argument("--part", choices=("report", "tune"), default="report")
    options.add_argument("--families", type=int, default=110)
    options.add_argument("--show", action="store_true")
    chosen = options.parse_args()
    path: Path = chosen.data / "polnear" / "train.jsonl.gz"
    rows = rows_of(path)
    kin = natural(rows)
    made = _set(rows, {at for pair in kin for at in pair}, chosen.part, chosen.families)
    pairs, copies = paired(made)
    counted = tallies(made, pairs, copies)
    must, free = wanted(made)
    hard = hard_pairs(made)
    figures: Row = {
        "reports": len(made), "pair F1": _percent(counted, f1), "original found": _percent(counted, found_originals), "copies of the same day, as long, without a credit": sum(one.is_unknowable for one in made),
        "pairs wanted": len(must), "found": len(must & pairs), "wrong": len(pairs - must - free),
        "hard pairs": len(hard), "hard pairs wrong": len(hard & pairs - must - free), "by kind": by_kind(made, pairs, copies),
        "Jaccard of runs of three, best threshold": by_jaccard(made, must, free), "copies by nature": natural_found(rows, kin), "wire credits": wires(rows),
    }  # fmt: skip
    for name, value in figures.items():
        print(f"{name}: {value}")
    if chosen.show:
        _show(made, pairs, copies)
    arguments = ["--families", str(chosen.families)] if chosen.families != 110 else []
    keep("copies" if chosen.part == "report" else "copies-tune", figures, data=f"PolNeAR train {digest_of(path)}, part {chosen.part}", arguments=[*arguments, "--part", chosen.part])  # fmt: skip


def _set(rows: Sequence[Row], left_out: set[int], part: str, count: int) -> list[Made]:
    wanted_bit = {"tune": 0, "report": 1}[part]
    low, high = LENGTHS
    kept = [
        row for at, row in enumerate(rows)
        if at not in left_out and low <= len(words(row["text"])) <= high and hashlib.sha1(row["id"].encode()).digest()[0] % 2 == wanted_bit
    ]  # fmt: skip
    random.Random(SEED).shuffle(kept)
    hosts = count * 4 // 5
    return families(kept[:count], kept[count : count + hosts], kept[count + hosts :], seed=SEED + wanted_bit)


def _by_family(made: Iterable[Made]) -> dict[int, list[Made]]:
    found: dict[int, list[Made]] = {}
    for one in made:
        found.setdefault(one.family, []).append(one)
    return found


def _percent(counted: list[Tally], share: Any) -> Row:
    return {"percent": round(share(counted), 1), "interval": interval_of(counted, partial(share))}


def _show(made: Sequence[Made], pairs: set[Pair], copies: dict[str, Copy]) -> None:
    must, free = wanted(made)
    kinds = {one.id: one for one in made}
    for name, some in (("missing", must - pairs), ("wrong", pairs - must - free)):
        for a, b in sorted(some):
            print(name, kinds[a].kind, kinds[b].kind, a, b, kinds[a].published, kinds[b].published, copies.get(a), copies.get(b))
    for one in made:
        if one.kind in KINDS:
            root = root_of(copies[one.id].of, copies) if one.id in copies else None
            if root != one.id.split("#")[0] + "#0":
                print("not followed", one.kind, one.id, one.outlet, one.published, root, copies.get(one.id))


if __name__ == "__main__":
    main()
