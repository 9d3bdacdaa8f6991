"""Found statements → who said what: a speaker's lines by day, those who say most first; imputed words are under no speaker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..findings.actor import Office
from ..findings.statement import Act
from ..record.found import FoundStatement
from .brief_lines import Footnotes, said
from .brief_parts import Voice

Group = Sequence[FoundStatement]
# Most lines of a speaker, and most speakers, that are shown; all are in `sayso statements`.
MOST_SAID, MOST_VOICES = 8, 100


def voices(groups: Iterable[Group], notes: Footnotes) -> tuple[Voice, ...]:
    """Give the speakers, those who say most first; those nobody could resolve come last, in one voice each."""
    groups = [group for group in groups if group[0].statement.act is not Act.IMPUTED]
    inner = _inner(groups)
    spoken: dict[tuple[str, str], list[Group]] = {}
    for group in groups:
        spoken.setdefault(_who(group[0]), []).append(group)
    ordered = sorted(spoken, key=lambda who: (not who[0], -len(spoken[who]), who[1], who[0]))
    return tuple(_voice(who, spoken[who], inner, notes) for who in ordered[:MOST_VOICES])


def _voice(
    who: tuple[str, str], groups: Sequence[Group], inner: Mapping[str, Sequence[FoundStatement]], notes: Footnotes
) -> Voice:
    lines = tuple(said(group, notes, relays=inner.get(group[0].key, ())) for group in groups[:MOST_SAID])
    return Voice(lines[0].who, who[0] or None, _offices(groups, notes), lines, more=len(groups) - len(lines))


def _who(row: FoundStatement) -> tuple[str, str]:
    return (row.speaker.key, row.speaker.name) if row.speaker else ("", row.source or "")


def _inner(groups: Iterable[Group]) -> dict[str, list[FoundStatement]]:
    inner: dict[str, list[FoundStatement]] = {}
    for group in groups:
        for row in group:
            if row.within:
                inner.setdefault(row.within, []).append(row)
    return inner


def _offices(groups: Iterable[Group], notes: Footnotes) -> tuple[str, ...]:
    """Give the offices as a reader needs them, each once: what the reports say; where none says anything, what sayso knows, marked so."""
    read = (notes.reading(row.report.key).actor(row.statement.speaker) for row, *_ in groups)
    offices = [office for actor in read if actor for office in actor.offices]
    told = {_role(office).casefold(): _role(office) for office in reversed(offices) if office.source == "report"}
    known = [f"{_role(office)} [{office.source}]" for office in offices if office.source != "report"]
    return tuple(reversed(told.values())) or tuple(known[:1])


def _role(office: Office) -> str:
    former = "former " if office.former and not office.role.lower().startswith("former") else ""
    return f"{former}{office.role}"
