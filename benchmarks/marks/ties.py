"""Ties in news passages that were read whole (ties.jsonl): how many are found, and how much of what is shown is there.

usage: python benchmarks/marks/ties.py [--part held-out|tune|fit] [--show]
    prints recall and precision over all and by relation, with intervals (95 %, bootstrap over passages), and of those found how often role and
    "former" are as marked; --show lists what is missed, false or bent (not of held-out: texts for the eyes of who works on rules)

Passages with an odd number are held out, but for those with "fit": weights are fitted on them. A marked tie is there where a found one has a relation it allows and both its actors are mentioned at the places marked;
to lead a body and to hold its highest office are one, to be a member and to hold the office of one, and to own a body and that it is a part. What is marked optional
counts neither as missed nor as false, nor do a tie that words outside the passage say as well and a seat in a state that only its town names (towns are not marked).
"no actor" counts what is missed because a reading has no actor at one of its ends: a town or region that nobody named holds an office of is none.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent), str(HERE.parents[1])]

from training.marking import segments, texts_of  # noqa: E402

from sets import interval_of, readings_of  # noqa: E402  # they lie in the folder above

Row = dict[str, Any]
PARTS = ("held-out", "tune", "fit")
SYMMETRIC = ("partner_of", "ally_of", "at_war_with", "relative_of")
SAME = {"leads": "holds_office", "holds_office": "leads"}
TURNED = {"owns": "part_of", "part_of": "owns"}


def marked(part: str) -> list[tuple[Row, list[Row], str]]:
    """Give (passage, its ties, the document's text) of a part."""
    rows = list(map(json.loads, (HERE / "ties.jsonl").open(encoding="utf8")))
    known = {n: row for n, row in segments().items() if n in {r["n"] for r in rows}}
    texts = texts_of(known)
    chosen = [r for r in rows if ("fit" if r.get("fit") else PARTS[r["n"] % 2 == 0]) == part]
    return [(known[r["n"]], r["ties"], texts[known[r["n"]]["set"], known[r["n"]]["doc"]]) for r in chosen]


def touches(a: list[int], b: list[int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def found_in(reading: Row, sentences: list[list[int]]) -> list[Row]:
    """Give the ties with evidence in the passage, with the places of their actors."""
    actors = {a["id"]: a for a in reading["actors"]}
    low, high = sentences[0][0], sentences[-1][1]
    made = []
    for tie in reading["ties"]:
        if any(low <= s < high for s, _ in tie["evidence"]):
            places = {end: actors[tie[end]]["mentions"] + actors[tie[end]]["evidence"] for end in ("subject", "object")}
            names = {end: actors[tie[end]]["name"] for end in ("subject", "object")}
            inside = all(low <= s < high for s, _ in tie["evidence"])
            by_town = tie["relation"] == "located_in" and not any(
                touches(p, e) for p in places["object"] for e in tie["evidence"]
            )
            made.append({**tie, "places": places, "names": names, "judged": inside and not by_town})
    return made


def fits(one: Row, other: Row, text: str) -> bool:
    """Tell whether a found tie is a marked one, its role aside."""

    def at(end: str, marked_at: list[list[int]]) -> bool:
        named = {w[:5].lower() for w in other["names"][end].split()}
        in_words = (m for m in marked_at if any(touches(m, e) for e in other["evidence"]))  # an adjective: "Republican"
        return (
            not marked_at
            or any(touches(m, p) for m in marked_at for p in other["places"][end])
            or any({w[:5].lower() for w in text[slice(*m)].split()} <= named for m in in_words)
        )

    straight = at("subject", [one["subject"]]) and at("object", one["object"])
    turned = at("object", [one["subject"]]) and at("subject", one["object"])
    for relation in one["relation"]:
        is_member = relation == "member_of" and "member" in (other["role"] or "")
        if straight and (other["relation"] in (relation, SAME.get(relation)) or is_member):
            return True
        if turned and (other["relation"] == TURNED.get(relation) or relation == other["relation"] in SYMMETRIC):
            return True
    return False


def role_is_right(one: Row, other: Row, text: str) -> bool:
    """Tell whether the roles share a word, or none is marked."""

    def words(role: str) -> set[str]:
        return {w.strip(".").lower()[:5] for w in role.replace("-", " ").split()}

    if one["role"] is None or "holds_office" not in one["relation"] or other["relation"] != "holds_office":
        return True
    return bool(words(text[slice(*one["role"])]) & words(other["role"] or ""))


def paired(gold: list[Row], found: list[Row], text: str) -> list[tuple[Row | None, Row | None]]:
    """Pair marked and found ties, those with the same role first; optional ones that fit nothing are left out."""
    scored = [
        (role_is_right(one, other, text), not one.get("optional"), -g, -f)
        for g, one in enumerate(gold)
        for f, other in enumerate(found)
        if fits(one, other, text)
    ]
    pairs: list[tuple[Row | None, Row | None]] = []
    used_g: set[int] = set()
    used_f: set[int] = set()
    for _, _, g, f in sorted(scored, reverse=True):
        if -g not in used_g and -f not in used_f:
            used_g.add(-g)
            used_f.add(-f)
            pairs.append((gold[-g], found[-f]))
    kept = [p for p in pairs if p[0] is None or not p[0].get("optional")]
    kept += [(one, None) for g, one in enumerate(gold) if g not in used_g and not one.get("optional")]
    again = {-f for _, _, _, f in scored}  # a second record of a tie that is there is not false
    return kept + [(None, other) for f, other in enumerate(found) if f not in used_f | again and other["judged"]]


def count_of(pairs: list[tuple[Row | None, Row | None]], text: str, reading: Row) -> Counter[str]:
    """Count what is marked, found and right, over all and by the relation marked (or found, where none is)."""
    count: Counter[str] = Counter()
    places = [p for actor in reading["actors"] for p in actor["mentions"] + actor["evidence"]]
    for one, other in pairs:
        if one is not None and other is None:
            ends = ([one["subject"]], one["object"])
            count["no actor"] += not all(any(touches(m, p) for m in end for p in places) for end in ends)
        relation = one["relation"][0] if one is not None else (other or {})["relation"]
        for name in ("all", relation):
            count[f"{name} gold"] += one is not None
            count[f"{name} found"] += other is not None
            count[f"{name} both"] += one is not None and other is not None
        if one is not None and other is not None:
            count["role"] += role_is_right(one, other, text)
            count["former"] += one["former"] == (other["until"] is not None)
    return count


def show(one: Row | None, other: Row | None, text: str, sentences: list[list[int]]) -> None:
    told = []
    if one is not None:
        ends = [text[slice(*p)] for p in (one["subject"], *one["object"][:1])]
        role = text[slice(*one["role"])] if one["role"] else None
        told.append(f"{ends} {one['relation']} ({role}, former {one['former']})")
    if other is not None:
        told.append(f"found {other['names']} {other['relation']} ({other['role']}, until {other['until']})")
    right = one is not None and other is not None and role_is_right(one, other, text) and one["former"] == bool(other["until"])
    print("right  " if right else "MISSED " if other is None else "FALSE  " if one is None else "BENT   ", " | ".join(told))
    at = one["subject"][0] if one is not None else (other or {})["evidence"][-1][0]
    if not right:
        print("       ", " ".join(next((text[s:e] for s, e in sentences if s <= at < e), "").split()))


def share(counts: list[Counter[str]], a: str, b: str) -> float:
    total: Counter[str] = sum(counts, Counter())
    return round(100 * total[a] / max(1, total[b]), 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--part", default="held-out", choices=PARTS)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    chosen = marked(options.part)
    readings = readings_of([{"id": str(n), "text": text} for n, (_, _, text) in enumerate(chosen)])
    counts = []
    for (segment, ties, text), reading in zip(chosen, readings, strict=True):
        pairs = paired(ties, found_in(reading, segment["sentences"]), text)
        counts.append(count_of(pairs, text, reading))
        if options.show and options.part != "held-out":
            for one, other in pairs:
                show(one, other, text, segment["sentences"])
    total: Counter[str] = sum(counts, Counter())
    result = {
        "part": options.part, "passages": len(chosen), "marked": total["all gold"], "shown": total["all found"], "there": total["all both"], "no actor": total["no actor"],
        "recall": [share(counts, "all both", "all gold"), interval_of(counts, lambda c: share(c, "all both", "all gold"))],
        "precision": [share(counts, "all both", "all found"), interval_of(counts, lambda c: share(c, "all both", "all found"))],
        "of those there": {"role": share(counts, "role", "all both"), "former": share(counts, "former", "all both")},
        "by relation (marked, shown, there)": {
            name: [total[f"{name} {k}"] for k in ("gold", "found", "both")]
            for name in sorted({k.rsplit(" ", 1)[0] for k in total if k.endswith((" gold", " found"))} - {"all"})
        },
    }  # fmt: skip
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
