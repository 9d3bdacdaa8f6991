"""Found ties → lines of who is who: offices first, one line for all that stand in the same relation to the same actor."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from ..findings.tie import Relation
from ..record.found_events import FoundTie
from ..when import When
from .amounts import day_in_words, when_in_words
from .brief_event_parts import Bond, SaySo
from .brief_happenings import voice
from .brief_lines import Footnotes, in_order

# Relations that are told of each subject by itself: the words differ from one to the next.
_APART = (Relation.HOLDS_OFFICE, Relation.RELATIVE_OF, Relation.LEADS)


def bonds(rows: Iterable[FoundTie], notes: Footnotes) -> tuple[Bond, ...]:
    """Give the lines: offices, then the other relations in the order of the closed list, each in the order of the reports."""
    groups: dict[Hashable, list[FoundTie]] = {}
    for row in sorted(rows, key=in_order):
        if row.subject is not None:
            groups.setdefault(_line_key(row), []).append(row)
    made = [_bond(group, notes) for group in groups.values()]
    order = (Relation.HOLDS_OFFICE, *(one for one in Relation if one is not Relation.HOLDS_OFFICE))
    return tuple(sorted(made, key=lambda bond: order.index(Relation(bond.relation))))


def _line_key(row: FoundTie) -> Hashable:
    it = row.tie
    whom = row.object.key if row.object else None
    voices = tuple(s.speaker.key if s.speaker else s.source for s in (*row.asserted_by, *row.denied_by))
    alone = row.subject.key if row.subject and it.relation in _APART else None
    return (it.relation, whom, (it.role or "").casefold(), row.accredited_to, it.start, it.until, voices, alone)


def _bond(group: list[FoundTie], notes: Footnotes) -> Bond:
    row = group[0]
    it = row.tie
    # Members of a list stand in the same words: cited once.
    places = {(one.report.key, one.tie.evidence): one for one in group}
    return Bond(
        subjects=tuple(dict.fromkeys(one.subject.name for one in group if one.subject)), relation=it.relation.value,
        object=row.object.name if row.object else None, role=it.role,
        accredited_to=row.accredited_to.name if row.accredited_to else None, is_former=it.until is not None,
        since=_since(it.start), until=_until(it.until), says=_voices(row, notes, denied=False), denies=_voices(row, notes, denied=True),
        cites=tuple(notes.cite(one) for one in places.values()),
    )  # fmt: skip


def _voices(row: FoundTie, notes: Footnotes, *, denied: bool) -> tuple[SaySo, ...]:
    return tuple(voice(one, notes) for one in (row.denied_by if denied else row.asserted_by))


def _since(when: When | None) -> str | None:
    return day_in_words(when.start) if when and when.start else f"“{when.words}”" if when and when.words else None


def _until(when: When | None) -> str | None:
    """Give when it ended, where a first day for that is known: that it ended by the day of the report says no more than "former"."""
    return when_in_words(when) if when and when.start else None
