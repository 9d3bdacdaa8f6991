"""Fit understand/events/contesting.json: which events of a report a denial reaches.

usage: python benchmarks/marks/fit_contesting.py [--check]
    --check  ten-fold, by report: precision, recall and F1 of (denial, event), and how many denials are wholly right; writes nothing

Learned from denials.jsonl: every denial that was found in 420 reports of our own writing, with the events that a reader (a language model) takes it to reach.
What was not found when they were read is left out, and so are denials of which the reader was not sure.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parents[1]), str(HERE)]

from fitting import Example, logistic  # noqa: E402

from sayso.findings.statement import Act  # noqa: E402
from sayso.understand.events import contesting, standing  # noqa: E402
from sayso.understand.weighing import likelihood  # noqa: E402

OUT = Path(contesting.__file__).parent / "contesting.json"
PENALTY, RAREST, FOLDS = 5.0, 5, 10


Asked = tuple[Example, tuple[str, int], bool | None]


def examples() -> list[Asked]:
    """Give of all that was read and is found (signs, whether the denial reaches the event, report), (report, place of the denial), and what is ruled without weighing."""
    import sayso

    wanted = {row["report"]: row for row in map(json.loads, (HERE / "denials.jsonl").open(encoding="utf8"))}
    found: list[Asked] = []
    settled = standing.Standing.settled
    current: dict[str, Any] = {}

    def watched(self: standing.Standing, events: Any) -> Any:
        said = {e.id: self.statement_of(e.trigger) for e in events}
        told = contesting.EventsTold(self.statements, events, said, self.actors, self.text)
        seen = set(current["seen"])
        read = {one["cue"][0]: {place for place, _ in one["events"]} for one in current["denials"] if one["sure"]}
        for denial in self.statements:
            place = (denial.cue or denial.content)[0].start
            if denial.act is Act.DENY and not denial.negated and place in read:
                asked = contesting.Denial(denial, told)
                near = {e.id for e in asked.candidates()}
                for event in (e for e in events if e.trigger.start in seen):
                    example = (asked.signs(event), event.trigger.start in read[place], current["report"])
                    found.append((example, (current["report"], place), asked.ruled(event) if event.id in near else False))
        return settled(self, events)

    standing.Standing.settled = watched  # type: ignore[method-assign]
    for row in map(json.loads, (HERE / "reports.jsonl").open(encoding="utf8")):
        if row["id"] in wanted:
            current = wanted[row["id"]]
            sayso.parse(row["text"], published=row["published"])
    standing.Standing.settled = settled  # type: ignore[method-assign]
    return found


def fitted(rows: list[Asked]) -> dict[str, float]:
    """Give the weights by what is left to be weighed."""
    return logistic([one for one, _, ruled in rows if ruled is None], penalty=PENALTY, rarest=RAREST)


def check(rows: list[Asked]) -> None:
    """Print what rules and each fold's weights make of the reports they have not seen."""
    reports = sorted({report for (_, _, report), _, _ in rows})
    scored: list[tuple[float, bool, tuple[str, int]]] = []
    for fold in range(FOLDS):
        out = set(reports[fold::FOLDS])
        made = fitted([row for row in rows if row[0][2] not in out])
        for (signs, right, report), denial, ruled in rows:
            if report in out:
                scored.append((likelihood(signs, made) if ruled is None else float(ruled), right, denial))
    total = sum(right for _, right, _ in scored)
    for least in (0.3, 0.4, 0.5, 0.6, 0.7):
        shown = [right for share, right, _ in scored if share >= least]
        whole: dict[tuple[str, int], bool] = defaultdict(lambda: True)
        for share, right, denial in scored:
            whole[denial] &= (share >= least) == right
        figures = (
            sum(shown) / max(1, len(shown)),
            sum(shown) / total,
            2 * sum(shown) / (len(shown) + total),
            sum(whole.values()) / len(whole),
        )
        names = ("precision", "recall", "f1", "denials wholly right")
        print(least, len(shown), *(f"{name} {100 * figure:.1f}" for name, figure in zip(names, figures, strict=True)))
    print(len(whole), "denials,", total, "events reached")


def main() -> None:
    rows = examples()
    if "--check" in sys.argv:
        check(rows)
        return
    OUT.write_text(json.dumps(fitted(rows), indent=0, sort_keys=True) + "\n", encoding="utf8")
    print(len(rows), "pairs,", sum(right for (_, right, _), _, _ in rows), "reached")


if __name__ == "__main__":
    main()
