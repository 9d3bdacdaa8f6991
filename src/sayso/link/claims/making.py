"""The tellings of one claim → the claim: who stands where, who moved, whether it is contested, and which claims it cannot stand beside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from .claim import AGAINST, FOR, Claim, ClaimStatus, Difference, Move, Position, Stand
from .judging import JOINED, Judged
from .relation import Relation
from .spoken import Spoken

_SAYS_AGAIN = re.compile(r"\b(?:reiterat\w+|repeat(?:s|ed|ing)?|restat\w+|said again|again said|once more|reaffirm\w*)\b")
Ties = Mapping[str, Mapping[str, Judged]]  # for each telling, what ties it to others


@dataclass(frozen=True, slots=True)
class Link:
    """To which claim an answer was laid: the key of its first telling (its own key: to none), how surely, and why."""

    head: str
    score: float
    reasons: tuple[str, ...]


def claim_from(
    group: Sequence[Spoken], ties: Ties, links: Mapping[str, Link], owner: Mapping[str, str], *, forward: frozenset[str]
) -> Claim:
    """Give the claim of some tellings, sorted by rank.

    Args:
        ties: what ties each of them to tellings of this and other claims.
        links: how the answers among them were laid to it.
        owner: the claim of every telling that is tied to one of them.
        forward: keys of the tellings, of any claim, that put something forward.
    """
    head = owner[group[0].key] if group[0].key in owner else group[0].key
    keys = frozenset(one.key for one in group)
    found = [_position(one, _link(one, keys, ties, links, head)) for one in group]
    positions = tuple(_said_before(found))
    put_forward = [one for one in group if one.is_forward] or list(group)
    first = next(one for one in group if one.key == head)
    days = [one.published for one in group if one.published]
    differences = _differences(put_forward, ties, owner, forward, head)
    status, since = _status(positions, differences)
    return Claim(
        head, first.said or first.telling.text, tuple(sorted({key for one in put_forward for key in one.telling.parties})), positions, min(days, default=None), status,
        since, tuple(_moves(positions)), differences,
    )  # fmt: skip


def _position(one: Spoken, link: Link) -> Position:
    return Position(
        one.key, one.stand, one.report, one.telling.span, one.telling.text, one.speaker, one.statement, one.published, link.score, link.reasons,
    )  # fmt: skip


def _link(one: Spoken, keys: frozenset[str], ties: Ties, links: Mapping[str, Link], head: str) -> Link:
    """Give the surest verdict that ties a telling to another of its claim; the first is tied to itself."""
    if one.key in links:
        return links[one.key]
    if one.key == head:
        return Link(head, 1.0, ())
    found = [v for other, v in ties.get(one.key, {}).items() if other in keys and v.relation == Relation.SAME]
    best = max(found, key=lambda v: (v.score, v.reasons), default=None)
    return Link(head, best.score, best.reasons) if best else Link(head, 1.0, ("people put them together",))


def _said_before(positions: Sequence[Position]) -> Iterator[Position]:
    """Say of a speaker who stood for the claim before that he takes it back, or, where words say so, that he repeats it.

    Two outlets that quote one remark are no two sayings of it: the day alone makes no repetition.
    """
    stood: dict[str, Stand] = {}
    for position in positions:
        stand = position.stand
        if position.speaker is not None:
            before = stood.get(position.speaker)
            if stand is Stand.ASSERTS and _SAYS_AGAIN.search(position.words):
                stand = Stand.REPEATS
            elif stand is Stand.DENIES and before in FOR:
                stand = Stand.WITHDRAWS
            stood[position.speaker] = stand
        if stand is position.stand:
            yield position
        else:
            yield Position(
                position.key, stand, position.report, position.span, position.words, position.speaker, position.statement, position.published,
                position.score, position.reasons,
            )  # fmt: skip


def _moves(positions: Sequence[Position]) -> Iterator[Move]:
    """Give who stands elsewhere than before; to repeat a claim is no move."""
    stood: dict[str, Stand] = {}
    for position in positions:
        if position.speaker is None:
            continue
        before, now = stood.get(position.speaker), position.stand
        if before is not None and _side(before) != _side(now):
            yield Move(position.speaker, before, now, position.published, position.report)
        stood[position.speaker] = now


def _side(stand: Stand) -> str:
    if stand is Stand.CONFIRMS:
        return "confirms"
    return "for" if stand in FOR else "against" if stand in AGAINST and stand is not Stand.DOUBTS else stand.value


def _status(positions: Sequence[Position], differences: Sequence[Difference]) -> tuple[ClaimStatus, date | None]:
    """Give whether somebody says it is not so; a denial by plain negation is put forward too, and stands as a claim beside this one."""
    standing = {p.speaker for p in positions if p.speaker and p.stand in FOR} - {
        p.speaker for p in positions if p.stand is Stand.WITHDRAWS
    }
    taken_back = [p for p in positions if p.stand is Stand.WITHDRAWS]
    if taken_back and not standing and not any(p.speaker is None and p.stand in FOR for p in positions):
        return ClaimStatus.WITHDRAWN, taken_back[-1].published
    against = [p for p in positions if p.stand in (Stand.DENIES, Stand.WITHDRAWS)]
    if against:
        return ClaimStatus.CONTESTED, next((p.published for p in against if p.published), None)
    if any(difference.relation == Relation.DENIES and difference.score >= JOINED for difference in differences):
        return ClaimStatus.CONTESTED, None
    return ClaimStatus.UNCONTESTED, None


def _differences(
    put_forward: Sequence[Spoken], ties: Ties, owner: Mapping[str, str], forward: frozenset[str], head: str
) -> tuple[Difference, ...]:
    best: dict[str, Judged] = {}
    for one in put_forward:
        for other, verdict in ties.get(one.key, {}).items():
            claim = owner.get(other)
            if (
                verdict.relation not in (Relation.DIFFERS, Relation.DENIES)
                or claim is None
                or claim == head
                or other not in forward
            ):
                continue
            if claim not in best or (verdict.score, verdict.reasons) > (best[claim].score, best[claim].reasons):
                best[claim] = verdict
    return tuple(Difference(key, v.relation, v.score, v.reasons) for key, v in sorted(best.items()))
