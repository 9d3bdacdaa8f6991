"""Claims with positions and two days → what changed: new claims, denials, confirmations, withdrawals, and who stands elsewhere than before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from ..link.claims import FOR, Stand
from ..record.found_links import FoundClaim, FoundMove, FoundPosition
from .change_parts import Change, ChangeKind, Cited, within
from .visible import one_line

# Stands that are changes by themselves when nobody took them before.
_BY_STAND = {
    Stand.DENIES: ChangeKind.DENIED, Stand.WITHDRAWS: ChangeKind.WITHDRAWN, Stand.CONFIRMS: ChangeKind.CONFIRMED,
}  # fmt: skip
_IN_WORDS = {
    Stand.ASSERTS: "said so", Stand.CONFIRMS: "confirmed it", Stand.REPEATS: "said so", Stand.DENIES: "denied it", Stand.DOUBTS: "doubted it",
    Stand.WITHDRAWS: "took it back", Stand.DECLINES: "would not say", Stand.SILENT: "was silent",
}  # fmt: skip


def changed_claims(claims: Iterable[FoundClaim], since: date, until: date | None) -> Iterator[Change]:
    """Give what changed in claims between two days, both inclusive."""
    for claim in claims:
        dated = [p for p in claim.positions if p.report.published is not None]
        before = [p for p in dated if p.report.published and p.report.published < since]
        here = [p for p in dated if p not in before and within(p.report.published, since, until)]
        yield from _new(claim, before, here)
        said: set[str | None] = set()
        for stand, kind in _BY_STAND.items():
            fresh = [p for p in here if p.stand is stand]
            if fresh and not any(p.stand is stand for p in before):
                said |= {p.who.key if p.who else None for p in fresh}
                yield _change(kind, claim, fresh, "", "")
        for move in claim.moves:
            if move.who.key not in said and within(move.since, since, until):
                yield _moved(claim, move, here)


def _new(claim: FoundClaim, before: Sequence[FoundPosition], here: Sequence[FoundPosition]) -> Iterator[Change]:
    forward = [p for p in here if p.stand in FOR]
    undated = any(p.report.published is None and p.stand in FOR for p in claim.positions)
    if forward and not undated and not any(p.stand in FOR for p in before):
        yield _change(ChangeKind.NEW_CLAIM, claim, forward, "", claim.status.value)


def _moved(claim: FoundClaim, move: FoundMove, here: Sequence[FoundPosition]) -> Change:
    told = [p for p in here if p.who and p.who.key == move.who.key and p.stand is move.after]
    change = _change(ChangeKind.MOVED, claim, told, _IN_WORDS[move.before], _IN_WORDS[move.after])
    return replace(change, who=move.who.name, day=move.since)


def _change(kind: ChangeKind, claim: FoundClaim, told: Sequence[FoundPosition], before: str, now: str) -> Change:
    names = dict.fromkeys(p.who.name for p in told if p.who)
    cites = tuple(Cited(p.finding, p.report.key, p.report.outlet, p.report.published, (p.span,), one_line(p.words)) for p in told)
    return Change(
        kind, claim.key, one_line(claim.text), ", ".join(names), before, now, told[0].report.published if told else None,
        len(claim.origins), claim.support.outlets, len(claim.support.reports), cites,
    )  # fmt: skip
