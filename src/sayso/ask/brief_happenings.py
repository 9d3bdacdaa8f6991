"""Found events → lines of what happened, and of what one side says happened and another denies.

Invariants: a line's words are verbatim the report's; what is only denied, planned, supposed or negated is under no heading of what
happened. Two events are one line when type, people, reality and words agree but for case, blanks and marks, as copies of one story
tell them. Two are one dispute when type and sides agree (a ruler and his state are one side) and one statement denies both.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from ..findings.event import Reality, Status
from ..record.found import ActorCard, FoundStatement
from ..record.found_events import FoundEvent
from .brief_event_parts import Dispute, Happening, SaySo
from .brief_lines import Footnotes, carriers, cited_once, day_of, folded, in_order, said, when_words
from .brief_words import type_words
from .told import told

REAL = (Reality.HAPPENED, Reality.ONGOING)
Group = Sequence[FoundEvent]
Statements = Mapping[str, Sequence[FoundStatement]]


def happened(groups: Iterable[Group], notes: Footnotes) -> tuple[Happening, ...]:
    """Give what happened or goes on: in a report's own voice or on somebody's say-so, denied by nobody or contested."""
    return tuple(happening(group, notes) for group in groups if _is_real(group) and _is_put_forward(group))


def disputes(groups: Iterable[Group], lines: Statements, notes: Footnotes) -> tuple[Dispute, ...]:
    """Give what is contested or denied, with the lines of those who say so and of those who deny it.

    `lines`: the statements that are one line with a statement, by its key.
    """
    made = []
    for group in _by_denial(group for group in groups if any(row.event.status is not Status.ASSERTED for row in group)):
        line = happening(group, notes)
        says, denies = (tuple(said(one, notes) for one in _statements(group, lines, denied=denied)) for denied in (False, True))
        made.append(Dispute(line, says, denies))
    return tuple(made)


def denying(disputed: Iterable[Group]) -> frozenset[str]:
    """Give the keys of the statements that deny one of the events: they stand with it and nowhere else under what is contested."""
    return frozenset(denial.key for group in disputed for row in group for denial in row.denied_by)


def merged_events(rows: Iterable[FoundEvent], notes: Footnotes, once: Mapping[str, str] | None = None) -> list[list[FoundEvent]]:
    """Group events that are one line, by day and place; within a group the earliest comes first.

    `once`: for events that the ledger holds to be one, by key, what names them; they are one line whatever their words, if their reality is one.
    """
    groups: dict[Hashable, list[FoundEvent]] = {}
    linked = once or {}
    for row in sorted(rows, key=in_order):
        words = folded(told(row.event, notes.reading(row.report.key)))
        same: Hashable = linked[row.key] if row.key in linked else (_kind(row), words)
        groups.setdefault((same, row.event.reality), []).append(row)
    return list(groups.values())


def happening(group: Group, notes: Footnotes) -> Happening:
    """Give the line of a group of events that are one."""
    row = group[0]
    it, what = row.event, told(row.event, notes.reading(row.report.key))
    actors, recipients = names(row.actors, row.actor_words), names(row.recipients, row.recipient_words)
    cites = cited_once(group, notes)  # before those of the voices: a line's own characters come first
    return Happening(
        what=what, event_type=it.event_type, modes=it.modes, of=_of(row), actors=actors, recipients=recipients,
        is_told=all(name.casefold() in what.casefold() for name in (*actors, *recipients)),
        reality=it.reality.value, status=_status(group), own_voice=any(one.within is None for one in group),
        says=_voices([s for one in group for s in one.asserted_by], notes),
        denies=_voices([s for one in group for s in one.denied_by], notes),
        when=when_words(row), day=day_of(row), where=row.place.name if row.place else None,
        sizes=tuple(dict.fromkeys(f"{f.words} {f.of}".strip() for one in group for f in one.figures)),
        reports=carriers(group), cites=cites,
    )  # fmt: skip


def names(cards: Sequence[ActorCard], words: Sequence[str]) -> tuple[str, ...]:
    """Give the names of the actors; the report's words where nobody was resolved."""
    return tuple(dict.fromkeys(card.name for card in cards)) or tuple(dict.fromkeys(words))


def _of(row: FoundEvent) -> str:
    return f"{row.of.event.reality.value}: {type_words(row.of.event.event_type, row.of.event.modes)}" if row.of else ""


def voice(statement: FoundStatement, notes: Footnotes) -> SaySo:
    """Give who says it and where."""
    who = statement.speaker
    named = who.name if who else f"“{statement.source}”" if statement.source else "speaker not named"
    return SaySo(named, who.key if who else None, statement.statement.act.value, (notes.cite(statement),))


def _voices(statements: Iterable[FoundStatement], notes: Footnotes) -> tuple[SaySo, ...]:
    """Give the voices, each once: the same words of the same speaker in another report add a citation."""
    made: dict[tuple[str, str], SaySo] = {}
    for statement in statements:
        one = voice(statement, notes)
        known = made.get((one.who, one.act))
        cites = (*known.cites, *one.cites) if known else one.cites
        made[one.who, one.act] = SaySo(one.who, one.speaker, one.act, tuple(dict.fromkeys(cites)))
    return tuple(made.values())


def _kind(row: FoundEvent) -> Hashable:
    who = tuple(card.key for card in row.actors) or tuple(map(folded, row.actor_words))
    whom = tuple(card.key for card in row.recipients) or tuple(map(folded, row.recipient_words))
    return (row.event.event_type, who, whom)


def _sides(row: FoundEvent) -> Hashable:
    who, whom = (frozenset(card.country or card.key for card in cards) for cards in (row.actors, row.recipients))
    return (row.event.event_type, who or row.actor_words, whom or row.recipient_words)


def _is_real(group: Group) -> bool:
    return group[0].event.reality in REAL


def _is_put_forward(group: Group) -> bool:
    """Tell whether a report or somebody in it says that it happened; words that are only denied, asked or doubted say no such thing."""
    return any((row.within is None or row.asserted_by) and row.event.status is not Status.DENIED for row in group)


def _status(group: Group) -> str:
    found = {row.event.status for row in group}
    return (found.pop() if len(found) == 1 else Status.CONTESTED).value


def _by_denial(groups: Iterable[Group]) -> list[Group]:
    """Join groups of the same type and people that one statement denies; each dispute's events in the groups' order."""
    joined: list[list[FoundEvent]] = []
    for group in groups:
        denied = denying([group])
        same = next((one for one in joined if _sides(one[0]) == _sides(group[0]) and denying([one]) & denied), None)
        if same is None:
            joined.append(list(group))
        else:
            same += group
    return [tuple(group) for group in joined]


def _statements(group: Group, lines: Statements, *, denied: bool) -> list[Sequence[FoundStatement]]:
    found: dict[str, Sequence[FoundStatement]] = {}
    for row in group:
        for statement in row.denied_by if denied else row.asserted_by:
            line = lines.get(statement.key, (statement,))
            found.setdefault(line[0].key, line)
    return list(found.values())
