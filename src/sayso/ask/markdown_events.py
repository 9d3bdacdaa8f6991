"""What happened, what is contested of it, what may come and who is who → lines of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .brief_event_parts import Bond, Dispute, Happening, Prospect, SaySo
from .brief_words import (
    act_words,
    bond_days,
    bond_words,
    bracket,
    event_circumstances,
    prospect_groups,
    quoted,
    type_words,
    voices,
)
from .markdown_pieces import circumstances, cites, escaped, printed, said_words, speaker


def disputed(disputes: Iterable[Dispute]) -> Iterator[str]:
    """Give what one side says happened and another denies: the event, those who say so, those who deny it."""
    lines = [line for dispute in disputes for line in _dispute(dispute)]
    if lines:
        yield from ("**Said to have happened, and denied**\n", *lines, "")


def _dispute(dispute: Dispute) -> Iterator[str]:
    event = dispute.event
    yield f"- {_what(event)} {cites(event.cites)}"
    if event.own_voice and event.status != "denied":
        yield "  - *told* by the report itself"
    for line in (*dispute.says, *dispute.denies):
        yield f"  - *{escaped(act_words(line))}* {speaker(line)}: {said_words(line)}{circumstances(line)} {cites(line.cites)}"


def happenings(lines: Iterable[Happening]) -> Iterator[str]:
    """Give what happened, a line each: the day, the words, the type, who says so, who denies it."""
    for line in lines:
        when = f"{escaped(line.when)}: " if line.when else ""
        around = escaped(event_circumstances(line))
        said = "; ".join(filter(None, (around, _voices(line.says), _denied(line.denies))))
        goes_on = ", ongoing" if line.reality == "ongoing" else ""
        yield f"- {when}{_what(line)}{goes_on}{f' — {said}' if said else ''}{printed(line.reports, before=', ')} {cites(line.cites)}"


def ahead(prospects: Iterable[Prospect]) -> Iterator[str]:
    """Give what may come, part by part."""
    for title, lines in prospect_groups(prospects):
        yield f"**{title}**\n"
        for line in lines:
            when = f"{escaped(line.when)}: " if line.when else ""
            kind = f" ({escaped(type_words(line.event_type, line.modes))})" if line.event_type else ""
            says = f" — {_voices([line.says])}" if line.says else ""
            yield f"- {when}{escaped(quoted(line.what))}{kind}{says}{printed(line.reports, before=', ')} {cites(line.cites)}"
        yield ""


def who_is_who(bonds: Iterable[Bond]) -> Iterator[str]:
    """Give offices, memberships and other standing relations, a line each."""
    for bond in bonds:
        days = f", {escaped(bond_days(bond))}" if bond_days(bond) else ""
        said = "; ".join(filter(None, (_voices(bond.says), _denied(bond.denies))))
        yield f"- {escaped(bond_words(bond))}{days}{f' — {said}' if said else ''} {cites(bond.cites)}"


def _what(line: Happening) -> str:
    return f"{escaped(quoted(line.what))} ({escaped(bracket(line))})"


def _voices(says: Iterable[SaySo]) -> str:
    return "; ".join(f"*{act}* {', '.join(escaped(one.who) for one in who)}" for act, who in voices(says))


def _denied(denies: Iterable[SaySo]) -> str:
    said = "; ".join(
        f"*{act}* {', '.join(f'{escaped(one.who)} {cites(one.cites)}' for one in who)}" for act, who in voices(denies)
    )
    return f"**contested:** {said}" if said else ""
