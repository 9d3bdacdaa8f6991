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

import numpy as np

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parents[1])]

from sayso.findings.actor import ActorKind  # noqa: E402
from sayso.report import Report  # noqa: E402
from sayso.span import Span  # noqa: E402
from sayso.understand.analysis import encoder  # noqa: E402
from sayso.understand.extract.bare_bodies import name_bare_bodies  # noqa: E402
from sayso.understand.extract.cast import Cast  # noqa: E402
from sayso.understand.extract.homes import NOBODY, Homes, Stand  # noqa: E402
from sayso.understand.extract.naming import name_actors  # noqa: E402
from sayso.understand.extract.offices_elsewhere import acts_for_body, owner_of, ruled_state, stand_of  # noqa: E402
from sayso.understand.extract.states_meant import StatesMeant  # noqa: E402
from sayso.understand.extract.titles import unowned_in  # noqa: E402
from sayso.understand.first_pass import make_doc  # noqa: E402

OUT = HERE.parents[1] / "src/sayso/understand/extract/homes.json"
# Pull of the weights to zero, by which counts of examples a sign must be met at least; parts of the check.
PENALTY, RAREST, FOLDS = 3.0, 5, 10
LEAST = (0.5, 0.6, 0.7, 0.8, 0.9)
# Signs of each candidate, the right candidate, what the person is called by, report.
Example = tuple[dict[str, dict[str, float]], str, Stand, int]


def examples() -> list[Example]:
    """Give the people of homes.jsonl whom the rules leave open, with the signs of every state they may be of."""
    wanted: dict[int, list[tuple[list[int], str]]] = defaultdict(list)
    for row in map(json.loads, (HERE / "homes.jsonl").open(encoding="utf8")):
        wanted[row["n"]] += [(p["name"], p["state"]) for p in row["people"]]
    rows = (json.loads(line) for line in (HERE / "reports.jsonl").open(encoding="utf8"))
    return [one for row in rows if (n := int(row["id"][4:])) in wanted for one in _of_report(n, row, wanted[n])]


def _of_report(n: int, row: dict[str, Any], wanted: list[tuple[list[int], str]]) -> list[Example]:
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
            found.append((signs, key, stand, n))
    return found


def fitted(chosen: list[Example]) -> dict[str, float]:
    """Find the weights: the gradient of the softmax, steps by Adam."""
    counts: dict[str, int] = defaultdict(int)
    for signs, _, _, _ in chosen:
        for sign in {s for one in signs.values() for s in one}:
            counts[sign] += 1
    names = sorted(s for s, count in counts.items() if count >= RAREST)
    place = {s: i for i, s in enumerate(names)}
    tables = []
    for signs, right, _, _ in chosen:
        table = np.zeros((len(signs), len(names)))
        for row, one in enumerate(signs.values()):
            for sign, value in one.items():
                if sign in place:
                    table[row, place[sign]] = value
        tables.append((table, list(signs).index(right)))
    weights, first, second = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, 401):
        slope = PENALTY * weights
        for table, right in tables:
            scores = table @ weights
            odds = np.exp(scores - scores.max())
            slope += (odds / odds.sum()) @ table - table[right]
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        weights -= 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return {s: round(float(w), 3) for s, w in zip(names, weights, strict=True) if round(float(w), 3)}


def answer(signs: dict[str, dict[str, float]], by: dict[str, float]) -> tuple[str, float]:
    """Give the likeliest candidate and how likely it is."""
    scores = {key: sum(by.get(s, 0.0) * v for s, v in one.items()) for key, one in signs.items()}
    odds = {key: float(np.exp(score - max(scores.values()))) for key, score in scores.items()}
    top = max(odds, key=lambda key: odds[key])
    return top, odds[top] / sum(odds.values())


def check(chosen: list[Example]) -> None:
    """Print how the weights do on reports that they have not seen."""
    judged: dict[Stand, list[tuple[str, float, str]]] = defaultdict(list)
    numbers = sorted({n for *_, n in chosen})
    for fold in range(FOLDS):
        held = set(numbers[fold::FOLDS])
        by = fitted([one for one in chosen if one[3] not in held])
        for signs, right, stand, n in chosen:
            if n in held:
                judged[stand].append((*answer(signs, by), right))
    for stand, rows in judged.items():
        print(f"{stand}: {len(rows)} people, {sum(right != NOBODY for *_, right in rows)} of a state")
        for least in LEAST:
            given = [(key, right) for key, how, right in rows if key != NOBODY and how >= least]
            hits = sum(key == right for key, right in given)
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
