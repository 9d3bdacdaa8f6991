"""lexicons/plover/ontology → event types with quad class, scores and modes, the closed lists, and CAMEO codes both ways."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ...errors import LexiconError
from ...lexicons import Row, entries

QUADS = ("VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT")


@dataclass(frozen=True, slots=True)
class EventType:
    """One of PLOVER's 16 types.

    Attributes:
        name: PLOVER's name, in capitals.
        quad: its quad class, one of QUADS.
        score: PLOVER score of the bare type, -10 (worst conflict) to 10 (most cooperation).
        modes: score of each mode.
        needs: roles without which it is no event: {"actor"}, {"actor", "recipient"}; empty where either will do.
    """

    name: str
    quad: str
    score: float
    modes: dict[str, float]
    needs: frozenset[str]

    def score_of(self, modes: Iterable[str]) -> float:
        """Give the score of an event of this type: that of its first mode, else the type's."""
        return next((self.modes[mode] for mode in modes), self.score)


@dataclass(frozen=True, slots=True)
class Code:
    """What a CAMEO code is in PLOVER; `is_wider` where PLOVER cannot say all it says, so that nothing leads back to it."""

    cameo: str
    event: str
    mode: str | None
    contexts: tuple[str, ...]
    is_wider: bool = False


@cache
def event_types() -> dict[str, EventType]:
    """Give the event types by name."""
    return {row["key"]: _event_type(row) for row in entries("plover/ontology") if "type" in row}


def _event_type(row: Row) -> EventType:
    if row["quad"] not in QUADS or not -10 <= row["score"] <= 10:
        raise LexiconError(f"plover/ontology: {row['key']}: expected a quad class of {QUADS} and a score from -10 to 10")
    needs = frozenset() if " or " in row["needs"] else frozenset(row["needs"].split(", "))
    return EventType(row["key"], row["quad"], row["score"], dict(row["modes"] or {}), needs)


@cache
def closed_list(name: str) -> tuple[str, ...]:
    """Give a closed list: contexts, auxiliary modes, sectors or non-state countries."""
    return next(tuple(row["codes"]) for row in entries("plover/ontology") if row["key"] == name)


@cache
def sector_codes() -> dict[str, str | None]:
    """Give what PLOVER calls a sector that our lexicons write otherwise; None where PLOVER has a country code for it."""
    return dict(next(row["ours"] for row in entries("plover/ontology") if row["key"] == "sectors"))


@cache
def codes() -> dict[str, Code]:
    """Give the CAMEO codes that PLOVER maps, by code; raises LexiconError where a row names a type, mode or context that is none."""
    contexts, found = set(closed_list("contexts")), {}
    for row in entries("plover/ontology"):
        if "cameo" not in row:
            continue
        kind = event_types().get(row["event"])
        if kind is None or (row["mode"] is not None and row["mode"] not in kind.modes) or not set(row["contexts"]) <= contexts:
            raise LexiconError(
                f"plover/ontology: {row['key']}: expected an event type, one of its modes and contexts of the list"
            )
        is_wider = row["mode"] is None and "mode" in row.get("was", "")
        found[row["key"]] = Code(row["key"], row["event"], row["mode"], tuple(row["contexts"]), is_wider)
    return found


@cache
def cameo_of(event: str, modes: tuple[str, ...], contexts: tuple[str, ...]) -> str | None:
    """Give the most general CAMEO code whose PLOVER reading is this type and mode and has no other context; None where there is none.

    A code that shares a context wins over one without any.
    """
    mode = modes[0] if modes else None
    alike = [c for c in codes().values() if c.event == event and c.mode == mode and not c.is_wider]
    fitting = [c for c in alike if set(c.contexts) <= set(contexts)]
    best = min(fitting, key=lambda c: (-len(c.contexts), len(c.cameo.rstrip("0")), c.cameo), default=None)
    if best is None and mode is not None:
        return cameo_of(event, (), () if event == "SANCTION" else contexts)  # a bank's chairman jailed is no embargo
    return best.cameo if best else None
