"""The list of decisions: each as it was ruled, with how it stands now."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from ..findings.decision import Decision, RecordKind, Verdict
from .anchors import attached
from .decisions import Held, held, is_of_one_text
from .found_decisions import IN_FORCE, LOOSE, OVERRULED, WITHDRAWN, FoundDecision


def found_decisions(connection: Connection, on: str | None = None) -> list[FoundDecision]:
    """Give the decisions, the earliest first; `on`: only those whose id, or the key of a subject, then or now, begins so."""
    rows = held(connection)
    keys = attached(connection, (subject for each in rows for subject in each.subjects))
    standing = Held(tuple(each for each in rows if each.withdrawn is None), keys)
    later = _overruled(standing)
    found = []
    for each in rows:
        now = tuple(keys[subject] for subject in each.subjects)
        found.append(FoundDecision(each, _state(each, now, later), later.get(each.id) if each.withdrawn is None else None, now))
    return [row for row in found if on is None or _is_on(row, on.strip())]


def _state(decision: Decision, now: Sequence[str | None], later: dict[str, str]) -> str:
    if decision.withdrawn:
        return WITHDRAWN
    if decision.id in later:
        return OVERRULED
    needed = 2 if decision.verdict in (Verdict.MERGE, Verdict.SPLIT) else 1
    return IN_FORCE if sum(key is not None for key in now) >= needed else LOOSE


def _overruled(standing: Held) -> dict[str, str]:
    """Give the decisions that later ones take the place of, with the last that did."""
    found: dict[str, str] = {}
    for kind in RecordKind:
        found |= standing.weighed(kind).overruled
    last: dict[tuple[object, ...], str] = {}
    places: dict[str, list[tuple[object, ...]]] = {}
    for each in standing.decisions:
        places[each.id] = [(each.of, _aspect(each), key) for key in _keys(standing, each)]
        last |= dict.fromkeys(places[each.id], each.id)
    for ident, of in places.items():
        if of and ident not in found and all(last[place] != ident for place in of):
            found[ident] = last[of[-1]]
    return found


def _keys(standing: Held, decision: Decision) -> list[str]:
    """Give on what a later decision of its aspect would take its place; nothing for pairs, which are weighed as such."""
    if is_of_one_text(decision):
        return ["\n".join(subject.text_sha256 or subject.key for subject in decision.subjects)]
    if decision.verdict in (Verdict.MERGE, Verdict.SPLIT):
        return []
    return [standing.keys[subject] or subject.key for subject in decision.subjects]


def _aspect(decision: Decision) -> str:
    return (
        f"field {decision.field}"
        if decision.verdict is Verdict.CORRECT
        else decision.verdict
        if is_of_one_text(decision)
        else "so"
    )


def _is_on(row: FoundDecision, words: str) -> bool:
    then = (subject.key for subject in row.decision.subjects)
    return any(key.lower().startswith(words.lower()) for key in (row.key, *then, *filter(None, row.keys)))
