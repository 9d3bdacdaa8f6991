"""Fit extract/ranks.json: for which state somebody named with a title speaks, where no rule says so.

usage: python benchmarks/marks/fit_ranks.py [--check]
    --check  ten-fold, by report: given and right at several least likelihoods, by what people are called; writes nothing

Learned from ranks.jsonl and the people of bodies.jsonl: people of reports of our own writing, each with the state that a reader (a language model) takes him to speak
for, or none. Of whom bodies.jsonl names a body speaks for its state where that is a body of a state, and for none where it is a party, a firm or the like; others are
left out. A choice among the states that a report names and none of them: a softmax over sums of signs.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parents[1]), str(HERE)]

from fit_bodies import person_at, right_of  # noqa: E402
from fitting import Choice, fit_choice  # noqa: E402

from sayso.report import Report  # noqa: E402
from sayso.span import Span  # noqa: E402
from sayso.understand.analysis import encoder, known_of  # noqa: E402
from sayso.understand.doc import Doc  # noqa: E402
from sayso.understand.extract.bodies_meant import BodiesMeant  # noqa: E402
from sayso.understand.extract.find_bodies import find_bodies  # noqa: E402
from sayso.understand.extract.find_ranks import asked_of  # noqa: E402
from sayso.understand.extract.find_voices import find_voices, heard_in, speakers_in  # noqa: E402
from sayso.understand.extract.ranks_meant import RanksMeant  # noqa: E402
from sayso.understand.extract.voices import voice  # noqa: E402
from sayso.understand.first_pass import make_doc  # noqa: E402
from sayso.understand.weighing import NOBODY  # noqa: E402

OUT = HERE.parents[1] / "src/sayso/understand/extract/ranks.json"
# Pull of the weights to zero, by which counts of examples a sign must be met at least, steps.
HOW: Any = {"penalty": 2.0, "rarest": 3, "steps": 300}
# Sorts of bodies that are a state's, and of those that are none's.
_OF_STATES = frozenset(("gov", "mil", "cop", "jud", "leg"))
_OF_NONE = frozenset(("pty", "reb", "lab", "ngo", "igo", "bus", "edu", "rel", "med", "spo"))

Chains = list[list[list[int]]]


def examples() -> list[Choice]:
    """Give the people whom the rules leave open, with the signs of every state they may speak for."""
    chains = {row["n"]: row["chains"] for row in map(json.loads, (HERE / "chains.jsonl").open(encoding="utf8"))}
    return [one for row, doc in _documents() for one in of_document(row, doc, chains[row["n"]])]


def _documents() -> Iterator[tuple[dict[str, Any], Doc]]:
    own = {int(row["id"][4:]): row for row in map(json.loads, (HERE / "reports.jsonl").open(encoding="utf8"))}
    for name in ("ranks", "bodies"):
        for row in map(json.loads, (HERE / f"{name}.jsonl").open(encoding="utf8")):
            report = own[row["n"]]
            yield row, make_doc(Report(report["text"], published=date.fromisoformat(report["published"])), encoder())


def of_document(row: dict[str, Any], doc: Doc, chains: Chains) -> list[Choice]:
    """Give the people of one report whom the rules leave open."""
    known = known_of(doc)
    cast = known.cast
    told = find_bodies(doc, cast, known.finder.elsewhere)
    spoken = [replace(s, speaks_for=voice(cast, s.speaker)) if s.speaker in told and s.speaker else s for s in known.spoken]
    spoken = find_voices(doc, cast, spoken)
    meant, found, seen = RanksMeant(doc, cast, heard_in(spoken), speakers_in(spoken)), [], set()
    for label in row["people"]:
        person = person_at(cast, Span(*label["name"]))
        title = asked_of(doc, cast, person) if person is not None and person.key not in seen else None
        key = _state_of(meant.bodies, label, chains)
        if person is None or title is None or key is None or (title.sort == "mp" and key != NOBODY):
            continue
        seen.add(person.key)
        signs = meant.signs(person, title)
        if key in signs:
            found.append((signs, frozenset((key,)), title.sort, row["n"]))
    return found


def _state_of(bodies: BodiesMeant, label: dict[str, Any], chains: Chains) -> str | None:
    """Give the state that a label says; None where it says too little."""
    if label.get("body") is None:
        return label["state"] if label.get("office") and label["state"] else NOBODY
    sorts = {bodies.bodies[key].sort for key in right_of(bodies, label["body"], chains) if key in bodies.bodies}
    if not sorts:
        return None
    return NOBODY if sorts <= _OF_NONE else label["state"] if sorts <= _OF_STATES else None


if __name__ == "__main__":
    fit_choice(examples(), OUT, "people", **HOW)
