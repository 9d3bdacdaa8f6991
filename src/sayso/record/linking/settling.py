"""Members that changed → the groups they are in now. Only what bonds and rulings tie to them is looked at.

Claims need a second step: denials, doubts and silences tie nothing together, they are laid to the claim they are surest about; and a claim says which
other claims it cannot stand beside, so those next to one that changed are written anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection

from ...link.claims.grouping import heads_of as forward_heads
from ...link.claims.grouping import offer_of
from ...link.claims.making import Link, claim_from
from ...link.joining import Rulings, Tie, joined
from ...link.kinds import CLAIM, Bond, Group, Kind, as_judged, claim_group
from ..link_tables import NOWHERE
from .shelf import Entry, Pair, bonds_of, heads_of, members_in, members_of, set_heads

Settled = tuple[list[Group], set[str]]  # groups as they are now, and heads whose rows no longer stand


def settle(connection: Connection, kind: Kind, touched: Iterable[str], rulings: Rulings[str]) -> Settled:
    """Group anew what changed members are tied to."""
    if kind is CLAIM:
        return _settle_claims(connection, touched, rulings)
    known, tied = _closure(connection, kind, touched, rulings)
    if not known:
        return [], set(touched)
    old = {entry.head for entry in known.values()} | set(touched)
    inside = {pair: bond for pair, bond in tied.items() if pair[0] in known and pair[1] in known}
    groups = [
        group
        for part, bonds in _parts(kind, known, inside, rulings)
        for group in kind.group([entry.member for entry in part], bonds, rulings)
    ]
    set_heads(connection, kind, _moved(known, {key: group.head for group in groups for key in group.members}))
    return groups, old


def _parts(
    kind: Kind, known: dict[str, Entry], inside: dict[Pair, Bond], rulings: Rulings[str]
) -> list[tuple[list[Entry], dict[Pair, Bond]]]:
    """Give the connected parts by themselves, each with its bonds: what else was touched with it must change nothing."""
    order = sorted(known, key=lambda key: (known[key].rank, key))
    tying = [pair for pair, bond in inside.items() if kind.ties(bond)]
    head = joined(order, [Tie(one, other, 1.0) for one, other in (*tying, *rulings.together)])
    parts: dict[str, tuple[list[Entry], dict[Pair, Bond]]] = {}
    for key in order:
        parts.setdefault(head[key], ([], {}))[0].append(known[key])
    for pair, bond in inside.items():
        if head[pair[0]] == head[pair[1]]:
            parts[head[pair[0]]][1][pair] = bond
    return list(parts.values())


def _moved(known: dict[str, Entry], heads: dict[str, str]) -> dict[str, str]:
    return {key: head for key, head in heads.items() if known[key].head != head}


def _closure(
    connection: Connection, kind: Kind, keys: Iterable[str], rulings: Rulings[str]
) -> tuple[dict[str, Entry], dict[Pair, Bond]]:
    """Give all members that a chain of ties or rulings leads to, and every bond that one of them has."""
    ruled: dict[str, set[str]] = defaultdict(set)
    for one, other in rulings.together:
        ruled[one].add(other)
        ruled[other].add(one)
    known: dict[str, Entry] = {}
    tied: dict[Pair, Bond] = {}
    ahead = set(keys)
    while ahead:
        wanted = members_of(connection, kind, sorted(ahead - known.keys()))
        fresh = {key: entry for key, entry in wanted.items() if entry.head != NOWHERE}
        known |= fresh
        found = bonds_of(connection, kind, sorted(fresh))
        tied |= found
        ahead = {key for pair, bond in found.items() if kind.ties(bond) for key in pair}
        ahead |= {other for key in fresh for other in ruled[key]}
        ahead |= {entry.head for entry in fresh.values()}
        ahead -= known.keys()
        if not fresh:
            break
    return known, tied


def _settle_claims(connection: Connection, touched: Iterable[str], rulings: Rulings[str]) -> Settled:
    touched = set(touched)
    core, tied = _closure(connection, CLAIM, touched, rulings)
    stale = {entry.head for entry in core.values()} | touched
    spoken = {key: entry.member for key, entry in core.items()}
    inside = {pair: as_judged(bond) for pair, bond in tied.items() if pair[0] in core and pair[1] in core}
    head = forward_heads(list(spoken.values()), inside, rulings)
    answers = {key for key in spoken if not spoken[key].is_forward}
    beside = {key for pair in tied for key in pair} - core.keys()
    around = members_of(connection, CLAIM, sorted(beside)) | members_in(connection, CLAIM, sorted(stale))
    around = {key: entry for key, entry in around.items() if key not in core}
    fringe = {key: entry for key, entry in around.items() if not entry.member.is_forward}
    set_heads(connection, CLAIM, _moved(core, head))
    links = _lay(connection, core | fringe, answers | fringe.keys(), rulings)
    set_heads(connection, CLAIM, _moved(core | fringe, {key: link.head for key, link in links.items()}))
    stale |= {entry.head for entry in fringe.values()}
    now = (
        set(head.values())
        | {link.head for link in links.values()}
        | {entry.head for entry in around.values() if entry.member.is_forward}
    )
    return _made(connection, now | stale, rulings), stale


def _lay(connection: Connection, known: dict[str, Entry], answers: Iterable[str], rulings: Rulings[str]) -> dict[str, Link]:
    """Lay answers to claims as these are now grouped."""
    answers = sorted(answers)
    partners: dict[str, dict[str, Bond]] = {key: {} for key in answers}
    for (one, other), bond in bonds_of(connection, CLAIM, answers).items():
        for key, there in ((one, other), (other, one)):
            if key in partners:
                partners[key][there] = bond
    ruled = {key for pair in (*rulings.together, *rulings.apart) for key in pair}
    around = members_of(connection, CLAIM, {k for some in partners.values() for k in some} | ruled)
    forward = {key: entry for key, entry in around.items() if entry.member.is_forward}
    head = {key: entry.head for key, entry in forward.items()}
    ranks = {key: entry.rank for key, entry in forward.items()}
    return {
        key: offer_of(
            known[key].member,
            {k: as_judged(bond) for k, bond in partners[key].items() if k in forward},
            head,
            ranks,
            rulings,
        )
        for key in answers
    }


def _made(connection: Connection, heads: set[str], rulings: Rulings[str]) -> list[Group]:
    """Make the claims of these heads as the tables now have them."""
    members = members_in(connection, CLAIM, sorted(heads))
    tied = bonds_of(connection, CLAIM, sorted(members))
    ties: dict[str, dict[str, object]] = defaultdict(dict)
    for (one, other), bond in tied.items():
        ties[one][other] = ties[other][one] = as_judged(bond)
    beside = {key for pair in tied for key in pair}
    owner = {key: head for key, (head, _) in heads_of(connection, CLAIM, sorted(beside | members.keys())).items()}
    around = members_of(connection, CLAIM, sorted(beside - members.keys())) | members
    forward = frozenset(key for key, entry in around.items() if entry.member.is_forward)
    answers = [key for key, entry in members.items() if not entry.member.is_forward]
    links = _lay(connection, members, answers, rulings)
    by_head: dict[str, list[Entry]] = defaultdict(list)
    for entry in members.values():
        by_head[entry.head].append(entry)
    groups = []
    for head in sorted(by_head):
        held = [entry.member for entry in sorted(by_head[head], key=lambda e: e.rank)]
        groups.append(claim_group(claim_from(held, ties, links, owner, forward=forward)))  # type: ignore[arg-type]
    return groups
