"""Fit extract/bodies.json: for which body a person speaks or works whose body no word beside the name tells.

usage: python benchmarks/marks/fit_bodies.py [--check]
    --check  ten-fold, by report: given and right at several least likelihoods, by what people are called; writes nothing

Learned from bodies.jsonl: people of 610 reports of our own writing, each with the body that a reader (a language model) takes him to be of, or none. A choice among
the bodies that a report tells of and none of them: a softmax over sums of signs.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parents[1]), str(HERE)]

from fitting import Choice, fit_choice  # noqa: E402

from sayso.findings.actor import ActorKind  # noqa: E402
from sayso.report import Report  # noqa: E402
from sayso.span import Span  # noqa: E402
from sayso.understand.analysis import encoder, known_of  # noqa: E402
from sayso.understand.extract.bodies_meant import BodiesMeant  # noqa: E402
from sayso.understand.extract.cast import Cast, Part  # noqa: E402
from sayso.understand.extract.find_bodies import is_open  # noqa: E402
from sayso.understand.first_pass import make_doc  # noqa: E402
from sayso.understand.weighing import NOBODY  # noqa: E402

OUT = HERE.parents[1] / "src/sayso/understand/extract/bodies.json"
# Pull of the weights to zero, by which counts of examples a sign must be met at least, steps.
HOW: Any = {"penalty": 3.0, "rarest": 5, "steps": 300}


def examples() -> list[Choice]:
    """Give the people of bodies.jsonl whom the rules leave open, with the signs of every body they may be of."""
    chains = {row["n"]: row["chains"] for row in map(json.loads, (HERE / "chains.jsonl").open(encoding="utf8"))}
    wanted = {row["n"]: row for row in map(json.loads, (HERE / "bodies.jsonl").open(encoding="utf8"))}
    rows = (json.loads(line) for line in (HERE / "reports.jsonl").open(encoding="utf8"))
    return [one for row in rows if (n := int(row["id"][4:])) in wanted for one in _of_report(n, row, wanted[n], chains[n])]


def _of_report(n: int, row: dict[str, Any], wanted: dict[str, Any], chains: list[list[list[int]]]) -> list[Choice]:
    doc = make_doc(Report(row["text"], published=date.fromisoformat(row["published"])), encoder())
    cast = known_of(doc).cast
    meant, found, seen = BodiesMeant(doc, cast), [], set()
    for label in (*wanted["people"], *wanted["sources"]):
        person = person_at(cast, Span(*(label.get("name") or label["source"])))
        if person is None or person.key in seen or not is_open(person):
            continue
        seen.add(person.key)
        title = meant.title(person)
        signs = meant.signs(person, title)
        right = right_of(meant, label["body"], chains) & signs.keys() or frozenset((NOBODY,))
        found.append((signs, right, title.sort or "no title", n))
    return found


def person_at(cast: Cast, place: Span) -> Part | None:
    """Give the person whom the words at a place name or call: of those that lie there, by the longest."""
    near = cast.named_in(Span(max(0, place.start - 1), place.end + 1))
    people = [(m, p) for m, p in near if p.kind is ActorKind.PERSON and 2 * len(range(*m)) > len(range(*place))]
    return max(people, key=lambda pair: pair[0].end - pair[0].start)[1] if people else None


def right_of(meant: BodiesMeant, place: list[int] | None, chains: list[list[list[int]]]) -> frozenset[str]:
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


if __name__ == "__main__":
    fit_choice(examples(), OUT, "people", **HOW)
