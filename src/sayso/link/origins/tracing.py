"""Steps → origins: each report is followed until somebody has the claim himself. What only leads round in a ring is untraced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from .origin import Origin, OriginKind
from .traced import Traced
from .trail import End, Step, Trail
from .voices import Voice


def traced(reports: Sequence[Traced], described: Iterable[Voice] = ()) -> tuple[Origin, ...]:
    """Give the origins of a claim that is told by these reports, those with most reports first; the same in whatever order.

    Args:
        described: people with their offices, as reports at hand describe them anywhere.
    """
    by_id = {each.id: each for each in reports}
    steps = Trail(reports, described).steps()
    reached = _reached(steps)
    for ring in _rings(steps, reached):
        end = End(OriginKind.UNTRACED, f"untraced:{ring[0]}", None)
        for ident in ring:
            reached[ident] = {end}
    carriers: dict[End, list[str]] = defaultdict(list)
    for ident, ends in reached.items():
        for end in ends:
            carriers[end].append(ident)
    made = [_origin(end, sorted(ids), by_id, steps, reached) for end, ids in carriers.items()]
    return tuple(sorted(made, key=lambda origin: (-len(origin.reports), origin.name or "", origin.reports)))


def _reached(steps: Mapping[str, Sequence[Step]]) -> dict[str, set[End]]:
    """Give to which origins each report leads, at any remove; none for reports that lead only to one another."""
    reached = {ident: {step.end for step in each if step.end} for ident, each in steps.items()}
    changed = True
    while changed:
        changed = False
        for ident, each in steps.items():
            gained = {end for step in each for other in step.on for end in reached[other]}
            if not gained <= reached[ident]:
                reached[ident] |= gained
                changed = True
    return reached


def _rings(steps: Mapping[str, Sequence[Step]], reached: Mapping[str, set[End]]) -> list[list[str]]:
    """Give the reports that lead to no origin, those together that lead to one another."""
    rings = {ident: {ident} for ident, ends in reached.items() if not ends}
    for ident in sorted(rings):
        for other in (other for step in steps[ident] for other in step.on):
            if rings[other] is not rings[ident]:
                rings[ident] |= rings[other]
                for member in rings[ident]:
                    rings[member] = rings[ident]
    return [list(ring) for ring in sorted({tuple(sorted(ring)) for ring in rings.values()})]


def _origin(
    end: End,
    ids: Sequence[str],
    by_id: Mapping[str, Traced],
    steps: Mapping[str, Sequence[Step]],
    reached: Mapping[str, set[End]],
) -> Origin:
    reasons, scores = set(), []
    for ident in ids:
        for step in steps[ident]:
            if step.end == end or any(end in reached[other] for other in step.on):
                reasons.add(f"{ident}: {step.reason}")
                scores.append(step.confidence)
    straight = [step.confidence for ident in ids for step in steps[ident] if step.end == end]
    outlets = {outlet.name for ident in ids if (outlet := by_id[ident].author.outlet)}
    score = max(straight) if straight else min(scores, default=0.5)
    return Origin(end.name, end.kind, tuple(ids), tuple(sorted(outlets)), tuple(sorted(reasons)), round(score, 2), end.actor)
