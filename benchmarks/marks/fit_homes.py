"""Fit extract/homes.json: of which state a person is whose state no word beside the name tells.

usage: python benchmarks/marks/fit_homes.py [--check]
    --check  ten-fold, by report: right, wrong and left open at several least likelihoods, for titles that states have, other offices, no office; writes nothing

Learned from homes.jsonl: people of 320 reports of our own writing, each with the state that a reader (a language model) takes him to be of, or none. Where the
reader was not sure the person is left out. A choice among the states that a report names and none of them: a softmax over sums of signs.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parents[1]), str(HERE)]

from fitting import Choice, fit_choice  # noqa: E402

from sayso.findings.actor import ActorKind  # noqa: E402
from sayso.report import Report  # noqa: E402
from sayso.span import Span  # noqa: E402
from sayso.understand.analysis import encoder  # noqa: E402
from sayso.understand.extract.bare_bodies import name_bare_bodies  # noqa: E402
from sayso.understand.extract.cast import Cast  # noqa: E402
from sayso.understand.extract.homes import Homes, Stand  # noqa: E402
from sayso.understand.extract.naming import name_actors  # noqa: E402
from sayso.understand.extract.offices_elsewhere import acts_for_body, owner_of, ruled_state, stand_of  # noqa: E402
from sayso.understand.extract.states_meant import StatesMeant  # noqa: E402
from sayso.understand.extract.titles import unowned_in  # noqa: E402
from sayso.understand.first_pass import make_doc  # noqa: E402
from sayso.understand.weighing import NOBODY  # noqa: E402

OUT = HERE.parents[1] / "src/sayso/understand/extract/homes.json"
# Pull of the weights to zero, by which counts of examples a sign must be met at least, steps.
HOW: Any = {"penalty": 3.0, "rarest": 5, "steps": 400}


def examples() -> list[Choice]:
    """Give the people of homes.jsonl whom the rules leave open, with the signs of every state they may be of."""
    wanted: dict[int, list[tuple[list[int], str]]] = defaultdict(list)
    for row in map(json.loads, (HERE / "homes.jsonl").open(encoding="utf8")):
        wanted[row["n"]] += [(p["name"], p["state"]) for p in row["people"]]
    rows = (json.loads(line) for line in (HERE / "reports.jsonl").open(encoding="utf8"))
    return [one for row in rows if (n := int(row["id"][4:])) in wanted for one in _of_report(n, row, wanted[n])]


def _of_report(n: int, row: dict[str, Any], wanted: list[tuple[list[int], str]]) -> list[Choice]:
    from datetime import date

    doc = make_doc(Report(row["text"], published=date.fromisoformat(row["published"])), encoder())
    cast = Cast(doc.text)
    name_actors(doc, cast, doc.report.published)
    name_bare_bodies(doc, cast)
    unowned = unowned_in(doc, cast)
    meant = StatesMeant(doc, cast)
    homes, found = Homes(doc, cast, meant), []
    for place, state in wanted:
        person = next((p for m, p in cast.named_in(Span(*place)) if m == Span(*place) and p.kind is ActorKind.PERSON), None)
        if person is None or state == "?" or person.country is not None or acts_for_body(person):
            continue
        one = next((u for u in unowned if u.person is person), None)
        if one is not None and owner_of(doc, cast, meant, one) is not None:
            continue
        stand = stand_of(doc, cast, one) if one is not None else Stand.NONE
        name, phrase = (one.name, one.phrase) if one is not None else (Span(*place), Span(*place))
        ruled = ruled_state(doc, meant, one) if one is not None and stand is Stand.STATE else None
        signs = homes.signs(name, phrase, stand, ruled.part.key if ruled is not None else None)
        if (key := NOBODY if state == "-" else state) in signs:
            found.append((signs, frozenset((key,)), stand, n))
    return found


if __name__ == "__main__":
    fit_choice(examples(), OUT, "people", **HOW)
