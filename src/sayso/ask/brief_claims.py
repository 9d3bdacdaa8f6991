"""Claims with positions → lines of a brief: who says so, who denies it, who will not say, and on how many independent origins it stands.

Invariants: a line's words are verbatim a report's. Support is counted by origins; outlets and reports stand beside, and never in its place:
who only denies a claim, or is silent on it, carries nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date

from ..findings.statement import Act
from ..link.claims import AGAINST, FOR, Stand
from ..record.found import FoundStatement
from ..record.found_links import FoundClaim, FoundMove, FoundPosition, FoundStory
from .amounts import day_in_words
from .brief_claim_parts import Beginning, Beside, ClaimLine, Stance, Turn
from .brief_lines import Footnotes, folded
from .visible import one_line

# In the order in which they are read: for, against, neither.
ORDER = (
    Stand.ASSERTS, Stand.CONFIRMS, Stand.REPEATS, Stand.DENIES, Stand.WITHDRAWS, Stand.DOUBTS, Stand.DECLINES, Stand.SILENT,
)  # fmt: skip
# Least score of an answer that is shown as an answer to the claim. What is asked about something near (0.6) lies below, what denies by name or
# points back in the same report (0.65 and more) above it; the scores are those of link/claims.
FIRM = 0.65
# Most claims beside one that are shown, and the least score for that; all are in `sayso claims KEY`.
MOST_BESIDE, SURE, DENIES = 3, 0.75, "denies"
# Most who put a claim forward that are shown under it; all are in `sayso show KEY`.
MOST_FOR = 6
# Most claims that are shown for how widely they are carried.
MOST_CARRIED = 12
# Acts whose content is a proposition by itself; of an accusation or a demand it is but its matter ("condemned | the growing cooperation").
WHOLE = frozenset(
    (Act.ASSERT, Act.CONFIRM, Act.ESTIMATE, Act.PREDICT, Act.WARN, Act.THINK, Act.PROMISE, Act.THREATEN)
)  # fmt: skip
Find = Callable[[str], FoundStatement | None]


def answered(claims: Iterable[FoundClaim]) -> list[FoundClaim]:
    """Give the claims that somebody puts forward and somebody answers for certain: the denied ones first, the most contested first.

    An answer is a denial, doubt, withdrawal, refusal or silence. One that is laid to a claim weakly does not bring the claim here: it stands
    among what was denied or not answered (brief_contested.py).
    """
    both = [
        claim
        for claim in claims
        if claim.standing(*FOR) and any(_is_answer(p) and not _is_near(p, claim) for p in claim.positions)
    ]
    return sorted(both, key=_by_weight)


def covered(claims: Iterable[FoundClaim]) -> frozenset[str]:
    """Give the keys of the statements whose position a claim shows."""
    return frozenset(p.finding for claim in claims for p in claim.positions if p.finding)


def disputed_claims(
    claims: Iterable[FoundClaim], stories: Iterable[FoundStory], find: Find, notes: Footnotes
) -> tuple[ClaimLine, ...]:
    """Give the lines of the contested claims, those of one story together, the story of the most contested claim first."""
    known = {key: (story.key, story.name) for story in stories for key in story.spread.reports if len(story.spread.reports) > 1}
    groups: dict[Hashable, list[tuple[FoundClaim, str | None]]] = {}
    for claim in answered(claims):
        key, name = known.get(claim.standing(*FOR)[0].report.key, ("", None))
        groups.setdefault(key, []).append((claim, name))
    ordered = sorted(groups.items(), key=lambda item: item[0] == "")  # those that stand alone come last
    return tuple(claim_line(claim, find, notes, story=name) for _, group in ordered for claim, name in group)


def carried_claims(claims: Iterable[FoundClaim], find: Find, notes: Footnotes) -> tuple[ClaimLine, ...]:
    """Give the claims that several reports put forward, those of most origins first, then those of most outlets."""
    told = [claim for claim in claims if len(claim.support.reports) > 1]
    ordered = sorted(told, key=lambda c: (-len(c.origins), *_spread(c)))
    return tuple(claim_line(claim, find, notes) for claim in ordered[:MOST_CARRIED])


def claim_line(claim: FoundClaim, find: Find, notes: Footnotes, *, story: str | None = None) -> ClaimLine:
    """Give one claim."""
    # Where one part is told otherwise is left to `sayso claims KEY`: another number stands under the figures.
    surest = sorted((d for d in claim.differences if d.relation == DENIES and d.score >= SURE), key=lambda d: (-d.score, d.key))
    forward = claim.standing(*FOR)
    words = _words(forward[0], find) if forward else one_line(claim.text)
    stances, more = _shortened(list(_stances(claim, find, notes, words)))
    return ClaimLine(
        claim.key, words, claim.status.value, day_in_words(claim.since) if claim.since else None,
        stances, tuple(Beginning(o.name, o.kind.value, len(o.reports)) for o in claim.origins),
        claim.support.outlets, len(claim.support.reports),
        tuple(Turn(m.who.name, m.before.value, m.after.value, day_in_words(m.since) if m.since else None) for m in claim.moves if _is_sure(m, claim)),
        tuple(Beside(d.key, one_line(d.text), "; ".join(d.reasons[:1])) for d in surest[:MOST_BESIDE]), one_line(story) if story else None, more,
    )  # fmt: skip


def _is_answer(position: FoundPosition) -> bool:
    return position.stand not in FOR


def _is_firm(position: FoundPosition) -> bool:
    return position.score >= FIRM


def _is_sure(move: FoundMove, claim: FoundClaim) -> bool:
    """Tell whether both positions are the mover's for certain: who is only near a claim has not moved on it."""
    firm = [p.stand for p in claim.positions if p.who and p.who.key == move.who.key and not _is_near(p, claim)]
    return move.before in firm and move.after in firm


def _by_weight(claim: FoundClaim) -> tuple[object, ...]:
    against = {_voice(p) for p in claim.standing(*AGAINST) if _is_firm(p)}
    return (not against, -len(against), *_spread(claim))


def _spread(claim: FoundClaim) -> tuple[object, ...]:
    told = claim.support
    return (-told.outlets, -len(told.reports), told.first or date.max, claim.text, claim.key)


def _voice(position: FoundPosition) -> str:
    return position.who.key if position.who else (position.report.outlet or position.report.key) if position.own_voice else ""


def _stances(claim: FoundClaim, find: Find, notes: Footnotes, told: str) -> Iterable[Stance]:
    """Give the positions, for, against, neither; those in the same words by the same speaker are one. What may be about something near is last."""
    groups: dict[Hashable, list[FoundPosition]] = {}
    for position in sorted(_once(claim.positions), key=lambda p: (_is_near(p, claim), ORDER.index(p.stand))):
        words = _words(position, find)
        groups.setdefault((position.stand, _voice(position), folded(words)), []).append(position)
    return (_stance(group, find, notes, told, near=_is_near(group[0], claim)) for group in groups.values())


def _once(positions: Sequence[FoundPosition]) -> list[FoundPosition]:
    """Give the positions without those a longer one by the same speaker holds, so that one sentence answers once."""

    def is_held(one: FoundPosition, other: FoundPosition) -> bool:
        if (
            one.report.key != other.report.key
            or one.stand != other.stand
            or _voice(one) != _voice(other)
            or one.span == other.span
        ):
            return False
        return _is_answer(one) and other.span.start <= one.span.start and one.span.end <= other.span.end

    return [one for one in positions if not any(is_held(one, other) for other in positions)]


def _shortened(stances: Sequence[Stance]) -> tuple[tuple[Stance, ...], int]:
    """Give the positions without those who put a claim forward beyond the first so many, and how many these are; who answers is never left out."""
    late = [stance for stance in stances if stance.stand in FOR][MOST_FOR:]
    return tuple(stance for stance in stances if stance not in late), len(late)


def _is_near(position: FoundPosition, claim: FoundClaim) -> bool:
    """Tell whether an answer may be to something near: it is laid to the claim weakly, or it is a silence older than the claim."""
    return _is_answer(position) and (not _is_firm(position) or _is_before(position, claim))


def _is_before(position: FoundPosition, claim: FoundClaim) -> bool:
    """Nobody is silent on what has not been said; a denial may be of all that is said of the matter."""
    days = [p.report.published for p in claim.standing(*FOR)]
    first = min((day for day in days if day), default=None)
    late = first is not None and position.report.published is not None and position.report.published < first
    return late and all(days) and position.stand in (Stand.DECLINES, Stand.SILENT)


def _stance(group: Sequence[FoundPosition], find: Find, notes: Footnotes, told: str, *, near: bool) -> Stance:
    first = group[0]
    statement = find(first.finding) if first.finding else None
    day = min((p.report.published for p in group if p.report.published), default=None)
    outlets = dict.fromkeys(p.report.outlet or p.report.place or "" for p in group)
    words, kept = _words(first, find), statement.statement.withholds if statement else None
    return Stance(
        stand=first.stand.value, who=_who(first, statement), speaker=first.who.key if first.who else None, speaks_for=_speaks_for(first, statement),
        words="" if folded(words) == folded(told) else words, outlets=tuple(outlets), when=f"in print {day_in_words(day)}" if day else None,
        day=day, reports=len(dict.fromkeys(key for p in group for key in p.carriers)),
        cites=tuple(dict.fromkeys(notes.place(p.finding or p.member, p.report, (p.span,)) for p in group)),
        withholds=kept.value if kept else None, near=near,
    )  # fmt: skip


def _speaks_for(position: FoundPosition, statement: FoundStatement | None) -> str | None:
    other = statement.speaks_for if statement else None
    return other.name if other and position.who and other.key != position.who.key else None


def _who(position: FoundPosition, statement: FoundStatement | None) -> str:
    if position.who:
        return position.who.name
    if position.own_voice:
        return f"{position.report.outlet or position.report.place or 'a report'} itself"
    return f"“{one_line(statement.source)}”" if statement and statement.source else "speaker not named"


def _words(position: FoundPosition, find: Find) -> str:
    """Give what is said: the content of a statement that holds it whole; the whole telling of a report's own voice, of an answer and elsewhere."""
    statement = find(position.finding) if position.finding and not _is_answer(position) else None
    content = one_line(statement.content) if statement and statement.statement.act in WHOLE else ""
    return one_line(position.words) if not content or content.startswith("to ") else content.removeprefix("that ")


def finder(rows: Mapping[str, FoundStatement], look_up: Callable[[str], object]) -> Find:
    """Give what finds a statement by its key: among those at hand, else in the ledger, each looked up once."""
    known: dict[str, FoundStatement | None] = dict(rows)

    def find(key: str) -> FoundStatement | None:
        if key not in known:
            found = look_up(key)
            known[key] = found if isinstance(found, FoundStatement) else None
        return known[key]

    return find
