"""Fit extract/bodies.json: for which body a person speaks or works whose body no word beside the name tells.

usage: python benchmarks/marks/fit_bodies.py [--check]
    --check  ten-fold, by report: given and right at several least likelihoods, by what people are called; writes nothing

Learned from bodies.jsonl: people of 610 reports of our own writing, each with the body that a reader (a language model) takes him to be of, or none. A choice among
the bodies that a report tells of and none of them: a softmax over sums of signs, as in fit_homes.py.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parents[1]), str(HERE)]

import numpy as np  # noqa: E402
from fit_homes import answer  # noqa: E402

from sayso.findings.actor import ActorKind  # noqa: E402
from sayso.report import Report  # noqa: E402
from sayso.span import Span  # noqa: E402
from sayso.understand.analysis import encoder, known_of  # noqa: E402
from sayso.understand.extract.bodies_meant import NOBODY, BodiesMeant  # noqa: E402
from sayso.understand.extract.cast import Cast, Part  # noqa: E402
from sayso.understand.extract.find_bodies import is_open  # noqa: E402
from sayso.understand.first_pass import make_doc  # noqa: E402

OUT = HERE.parents[1] / "src/sayso/understand/extract/bodies.json"
# Pull of the weights to zero, by which counts of examples a sign must be met at least; parts of the check.
PENALTY, RAREST, FOLDS = 3.0, 5, 10
LEAST = (0.5, 0.6, 0.7, 0.8, 0.9)
# Signs of each candidate, the right one, what sort of title the person has, report.
Example = tuple[dict[str, dict[str, float]], frozenset[str], str, int]


def examples() -> list[Example]:
    """Give the people of bodies.jsonl whom the rules leave open, with the signs of every body they may be of."""
    chains = {row["n"]: row["chains"] for row in map(json.loads, (HERE / "chains.jsonl").open(encoding="utf8"))}
    wanted = {row["n"]: row for row in map(json.loads, (HERE / "bodies.jsonl").open(encoding="utf8"))}
    rows = (json.loads(line) for line in (HERE / "reports.jsonl").open(encoding="utf8"))
    return [one for row in rows if (n := int(row["id"][4:])) in wanted for one in _of_report(n, row, wanted[n], chains[n])]


def _of_report(n: int, row: dict[str, Any], wanted: dict[str, Any], chains: list[list[list[int]]]) -> list[Example]:
    doc = make_doc(Report(row["text"], published=date.fromisoformat(row["published"])), encoder())
    cast = known_of(doc).cast
    meant, found, seen = BodiesMeant(doc, cast), [], set()
    for label in (*wanted["people"], *wanted["sources"]):
        person = _person(cast, Span(*(label.get("name") or label["source"])))
        if person is None or person.key in seen or not is_open(person):
            continue
        seen.add(person.key)
        title = meant.title(person)
        signs = meant.signs(person, title)
        right = _right(meant, label["body"], chains) & signs.keys() or frozenset((NOBODY,))
        found.append((signs, right, title.sort, n))
    return found


def _person(cast: Cast, place: Span) -> Part | None:
    """Give the person whom the words at a place name or call: of those that lie there, by the longest."""
    near = cast.named_in(Span(max(0, place.start - 1), place.end + 1))
    people = [(m, p) for m, p in near if p.kind is ActorKind.PERSON and 2 * len(range(*m)) > len(range(*place))]
    return max(people, key=lambda pair: pair[0].end - pair[0].start)[1] if people else None


def _right(meant: BodiesMeant, place: list[int] | None, chains: list[list[list[int]]]) -> frozenset[str]:
    """Give the candidates that a place and the words of one chain with it name; nobody where they name none of them."""
    if place is None:
        return frozenset((NOBODY,))
    span = Span(*place)
    fits = [
        (abs(m.end - span.end) + abs(m.start - span.start), key)
        for key, b in meant.bodies.items()
        for m in b.places
        if m.overlaps(span)
    ]
    words = {
        Span(*m)
        for chain in chains
        if any(m[0] <= span.start and m[1] >= span.end and m[1] - m[0] - len(range(*span)) < 12 for m in chain)
        for m in chain
    }
    same = {
        key
        for key, b in meant.bodies.items()
        if any(m in words or (b.called and any(w.end == m.end for w in words)) for m in b.places)
    }
    return frozenset(same | ({min(fits)[1]} if fits else set())) or frozenset((NOBODY,))


def fitted(chosen: list[Example]) -> dict[str, float]:
    """Find the weights: the gradient of the softmax with any of the right ones right, steps by Adam."""
    counts = Counter(sign for signs, _, _, _ in chosen for sign in {s for one in signs.values() for s in one})
    names = sorted(s for s, count in counts.items() if count >= RAREST)
    place = {s: i for i, s in enumerate(names)}
    tables = []
    for signs, right, _, _ in chosen:
        table = np.zeros((len(signs), len(names)))
        for row, one in enumerate(signs.values()):
            for sign, value in one.items():
                if sign in place:
                    table[row, place[sign]] = value
        tables.append((table, np.array([key in right for key in signs], dtype=float)))
    weights, first, second = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, 301):
        slope = PENALTY * weights
        for table, is_right in tables:
            scores = table @ weights
            odds = np.exp(scores - scores.max())
            odds /= odds.sum()
            slope += (odds - odds * is_right / (odds @ is_right)) @ table
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        weights -= 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return {s: round(float(w), 3) for s, w in zip(names, weights, strict=True) if round(float(w), 3)}


def check(chosen: list[Example]) -> None:
    """Print how the weights do on reports that they have not seen."""
    judged: dict[str, list[tuple[str, float, frozenset[str]]]] = defaultdict(list)
    numbers = sorted({n for *_, n in chosen})
    for fold in range(FOLDS):
        held = set(numbers[fold::FOLDS])
        by = fitted([one for one in chosen if one[3] not in held])
        for signs, right, sort, n in chosen:
            if n in held:
                judged[sort or "no title"].append((*answer(signs, by), right))
                judged["all"].append(judged[sort or "no title"][-1])
    for sort, rows in sorted(judged.items()):
        print(f"{sort}: {len(rows)} people, {sum(NOBODY not in right for *_, right in rows)} of a body")
        for least in LEAST:
            given = [(key, right) for key, how, right in rows if key != NOBODY and how >= least]
            hits = sum(key in right for key, right in given)
            print(f"  {least}: {len(given)} given, {hits} right ({100 * hits / max(1, len(given)):.1f} %)")


def main() -> None:
    chosen = examples()
    print(len(chosen), "people")
    if "--check" in sys.argv[1:]:
        check(chosen)
        return
    OUT.write_text(json.dumps(fitted(chosen), indent=0, sort_keys=True) + "\n", encoding="utf8")
    print(f"wrote {OUT.name}")


if __name__ == "__main__":
    main()
