"""Fit ties/offices.json: of which body or state somebody holds an office whose owner no rule finds beside his name.

usage: python benchmarks/marks/fit_offices.py [--check]
    --check  ten-fold, by report: given and right at several least likelihoods, by what people are called; writes nothing

Learned from people of bodies.jsonl, of homes.jsonl (those with a title that states have) and of the passages of ties.jsonl with "fit", as readers (language models)
take them, and from other people of these reports of whom the rules say an office by words beside the name (RULED: not counted in a check). A choice among the bodies and states that a report tells of and none of them: a softmax over sums of signs. Of an office in the service of a state its
body and the state itself are both right.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parents[1]), str(HERE)]

from fit_bodies import person_at, right_of  # noqa: E402
from fitting import Choice, fit_choice  # noqa: E402

from sayso.findings.tie import Relation  # noqa: E402
from sayso.report import Report  # noqa: E402
from sayso.span import Span  # noqa: E402
from sayso.understand.analysis import Known, encoder, known_of  # noqa: E402
from sayso.understand.doc import Doc  # noqa: E402
from sayso.understand.extract.cast import Part  # noqa: E402
from sayso.understand.extract.find_bodies import is_open  # noqa: E402
from sayso.understand.extract.homes import Stand  # noqa: E402
from sayso.understand.first_pass import make_doc  # noqa: E402
from sayso.understand.ties.making import Told, make_ties  # noqa: E402
from sayso.understand.ties.offices_held import is_named  # noqa: E402
from sayso.understand.ties.offices_meant import OF_STATE, OfficesMeant  # noqa: E402
from sayso.understand.weighing import NOBODY  # noqa: E402
from ties import marked  # noqa: E402

OUT = HERE.parents[1] / "src/sayso/understand/ties/offices.json"
# Pull of the weights to zero, by which counts of examples a sign must be met at least, steps.
HOW: Any = {"penalty": 5.0, "rarest": 5, "steps": 300}
Row = dict[str, Any]
RULED = "ruled"


def rows_of(file: str) -> list[Row]:
    return list(map(json.loads, (HERE / file).open(encoding="utf8")))


def examples() -> list[Choice]:
    """Give all people whom the rules leave open, with the signs of everything that they may hold an office of."""
    texts = {int(row["id"][4:]): row for row in rows_of("reports.jsonl")}
    chains = {row["n"]: row["chains"] for row in rows_of("chains.jsonl")}
    bodies, homes = ({row["n"]: row for row in rows_of(file)} for file in ("bodies.jsonl", "homes.jsonl"))
    found = []
    for n in sorted(bodies.keys() | homes.keys()):
        doc = make_doc(Report(texts[n]["text"], published=date.fromisoformat(texts[n]["published"])), encoder())
        found += of_report(n, doc, bodies.get(n), homes.get(n), chains[n])
    for segment, ties, text in marked("fit"):
        found += of_passage(segment, ties, make_doc(Report(text), encoder()))
    return found


def of_report(n: int, doc: Doc, bodies: Row | None, homes: Row | None, chains: list[list[list[int]]]) -> list[Choice]:
    """Give the people of one of our reports."""
    known = known_of(doc)
    meant = OfficesMeant(doc, known.cast)
    found, seen = [], set()
    people = bodies["people"] if bodies is not None else []
    states = {tuple(row["name"]): row["state"] for row in (homes["people"] if homes is not None else [])}
    for label in people:
        person = _open(meant, label["name"], seen)
        if person is not None:
            right = right_of(meant.bodies, label["body"], chains) - {NOBODY}
            state = label["state"] or states.get(tuple(label["name"]))
            sorts = {meant.bodies.bodies[key].sort for key in right}
            if state and (label.get("office") or (label["body"] and sorts & OF_STATE)):
                right |= {state}
            found += _choice(meant, person, right, n)
    found += _ruled(meant, n, known, seen)
    for name, state in states.items():
        person = _open(meant, list(name), seen) if len(state) == 3 else None
        if person is not None and meant.stand(meant.role(person)) is Stand.STATE:
            found += _choice(meant, person, frozenset((state,)), n)
    return found


def _ruled(meant: OfficesMeant, n: int, known: Known, seen: set[str]) -> list[Choice]:
    """Give people of whom rules say an office that no reader was asked about."""
    cast = meant.cast
    signs = {part.key: (part, meant.signs(part, meant.role(part))) for part in cast.parts.values() if is_named(part)}
    cast.freeze()
    ties = make_ties(meant.doc, cast, Told(()), times=known.times, places=known.places.places(), calibrate=lambda _, raw: raw)
    keys = {part.id: part.key for part in cast.parts.values()}
    right: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        if tie.relation in (Relation.HOLDS_OFFICE, Relation.LEADS):
            right[keys[tie.subject]] |= meant.family(keys[tie.object]) if len(keys[tie.object]) > 3 else {keys[tie.object]}
    return [
        (signs[key][1], frozenset(owners & signs[key][1].keys()), RULED, n)
        for key, owners in right.items()
        if key in signs and key not in seen and owners & signs[key][1].keys()
    ]


def of_passage(segment: Row, ties: list[Row], doc: Doc) -> list[Choice]:
    """Give the people of a passage that was read whole; those marked as optional are left out."""
    meant = OfficesMeant(doc, known_of(doc).cast)
    sentences, found, seen = segment["sentences"], [], set()
    area = Span(sentences[0][0], sentences[-1][1])
    for tie in ties:
        if tie["relation"][0] in ("holds_office", "leads", "member_of"):
            person = _open(meant, tie["subject"], seen)
            if person is not None and not tie.get("optional"):
                found += _choice(meant, person, _named(meant, tie["object"]), segment["n"])
    for person in meant.cast.parts.values():
        places = [m for m in person.naming if area.covers(m)]
        if places and is_open(person) and is_named(person) and person.key not in seen and meant.role(person).title.name in places:
            seen.add(person.key)
            found += _choice(meant, person, frozenset(), segment["n"])
    return found


def _open(meant: OfficesMeant, place: list[int], seen: set[str]) -> Part | None:
    person = person_at(meant.cast, Span(*place))
    if person is None or person.key in seen:
        return None
    seen.add(person.key)
    return person if is_open(person) and is_named(person) else None


def _named(meant: OfficesMeant, places: list[list[int]]) -> frozenset[str]:
    """Give the bodies and states that words at some places name."""
    spans = [Span(*p) for p in places]
    keys = {key for key, body in meant.bodies.bodies.items() if any(m.overlaps(s) for m in body.places for s in spans)}
    for span in spans:
        near = meant.cast.named_in(Span(max(0, span.start - 40), span.end + 40))
        keys |= {part.key for m, part in near if m.overlaps(span) and len(part.key) == 3}
    return frozenset(keys)


def _choice(meant: OfficesMeant, person: Part, right: frozenset[str] | set[str], n: int) -> Iterator[Choice]:
    role = meant.role(person)
    signs = meant.signs(person, role)
    yield signs, frozenset(right) & signs.keys() or frozenset((NOBODY,)), role.title.sort or "no title", n


if __name__ == "__main__":
    fit_choice(examples(), OUT, "people", **HOW)
