"""Claims with positions → lines of a brief: who says so, who denies it, who will not say, and on how many independent origins it stands.

Invariant: a line's words are verbatim a report's. Support is counted by origins; outlets and reports stand beside, and never in its place.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from datetime import date

from ..link.claims import FOR, Stand
from ..record.found import FoundStatement
from ..record.found_links import FoundClaim, FoundPosition
from .amounts import day_in_words
from .brief_claim_parts import Beginning, Beside, ClaimLine, Stance, Turn
from .brief_lines import Footnotes, folded
from .visible import one_line

# In the order in which they are read: for, against, neither.
ORDER = (
    Stand.ASSERTS, Stand.CONFIRMS, Stand.REPEATS, Stand.DENIES, Stand.WITHDRAWS, Stand.DOUBTS, Stand.DECLINES, Stand.SILENT,
)  # fmt: skip
# Most claims beside one that are shown, and the least score for that; all are in `sayso claims KEY`.
MOST_BESIDE, SURE, DENIES = 3, 0.75, "denies"
# Most uncontested claims that are shown for how widely they are carried.
MOST_CARRIED = 12
Statements = dict[str, FoundStatement]


def disputed_claims(claims: Iterable[FoundClaim], said: Statements, notes: Footnotes) -> tuple[ClaimLine, ...]:
    """Give the claims that somebody puts forward and somebody else denies, doubts, takes back or will not speak to; the denied ones first."""
    both = [c for c in claims if any(p.stand in FOR for p in c.positions) and any(p.stand not in FOR for p in c.positions)]
    return tuple(claim_line(claim, said, notes) for claim in sorted(both, key=_by_weight))


def carried_claims(claims: Iterable[FoundClaim], said: Statements, notes: Footnotes) -> tuple[ClaimLine, ...]:
    """Give the claims nobody answers that most outlets carry: those of several reports, the most first."""
    told = [c for c in claims if all(p.stand in FOR for p in c.positions) and len(c.spread.reports) > 1]
    ordered = sorted(
        told, key=lambda c: (-len(c.origins), -c.spread.outlets, -len(c.spread.reports), c.spread.first or date.max, c.key)
    )
    return tuple(claim_line(claim, said, notes) for claim in ordered[:MOST_CARRIED])


def covered(lines: Iterable[FoundClaim]) -> frozenset[str]:
    """Give the keys of the statements whose position a claim shows."""
    return frozenset(p.finding for claim in lines for p in claim.positions if p.finding)


def claim_line(claim: FoundClaim, said: Statements, notes: Footnotes) -> ClaimLine:
    """Give one claim."""
    # Where one part is told otherwise is left to `sayso claims KEY`: another number stands under the figures.
    surest = sorted((d for d in claim.differences if d.relation == DENIES and d.score >= SURE), key=lambda d: (-d.score, d.key))
    return ClaimLine(
        claim.key, one_line(claim.text), claim.status.value, day_in_words(claim.since) if claim.since else None,
        tuple(_stances(claim.positions, said, notes)), tuple(Beginning(o.name, o.kind.value, len(o.reports)) for o in claim.origins),
        claim.spread.outlets, len(claim.spread.reports),
        tuple(Turn(m.who.name, m.before.value, m.after.value, day_in_words(m.since) if m.since else None) for m in claim.moves),
        tuple(Beside(d.key, one_line(d.text), "; ".join(d.reasons[:1])) for d in surest[:MOST_BESIDE]),
    )  # fmt: skip


def _by_weight(claim: FoundClaim) -> tuple[object, ...]:
    denied = any(p.stand in (Stand.DENIES, Stand.WITHDRAWS) for p in claim.positions)
    first = claim.spread.first or date.max
    return (not denied, -len(claim.spread.reports), -len(claim.positions), first, claim.key)


def _stances(positions: Sequence[FoundPosition], said: Statements, notes: Footnotes) -> Iterable[Stance]:
    """Give the positions, for, against, neither; those in the same words by the same speaker are one."""
    groups: dict[Hashable, list[FoundPosition]] = {}
    for position in sorted(positions, key=lambda p: ORDER.index(p.stand)):
        who = position.who.key if position.who else position.report.outlet if position.own_voice else ""
        groups.setdefault((position.stand, who, folded(position.words)), []).append(position)
    return (_stance(group, said, notes) for group in groups.values())


def _stance(group: Sequence[FoundPosition], said: Statements, notes: Footnotes) -> Stance:
    first = group[0]
    statement = said.get(first.finding or "")
    days = [p.report.published for p in group if p.report.published]
    day = min(days, default=None)
    reports = dict.fromkeys(key for p in group for key in p.carriers)
    other = (
        statement.speaks_for
        if statement and statement.speaks_for and first.who and statement.speaks_for.key != first.who.key
        else None
    )
    outlets = dict.fromkeys(p.report.outlet or p.report.place or "" for p in group)
    return Stance(
        first.stand.value, _who(first, statement), first.who.key if first.who else None, other.name if other else None, one_line(_words(first, statement)),
        tuple(outlets), f"in print {day_in_words(day)}" if day else None, day, len(reports),
        tuple(notes.place(p.finding or p.member, p.report, (p.span,)) for p in group),
    )  # fmt: skip


def _who(position: FoundPosition, statement: FoundStatement | None) -> str:
    if position.who:
        return position.who.name
    if position.own_voice:
        return f"{position.report.outlet or position.report.place or 'a report'} itself"
    return f"“{one_line(statement.source)}”" if statement and statement.source else "speaker not named"


def _words(position: FoundPosition, statement: FoundStatement | None) -> str:
    """Give what is said: the content of a statement, the whole telling of a report's own voice and of an answer."""
    return statement.content if statement and position.stand in FOR and statement.content else position.words
