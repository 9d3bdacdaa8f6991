"""What happened, what is contested of it, what may come and who is who → lines of HTML."""

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
    told_words,
    type_words,
    voices,
)
from .html_pieces import circumstances, cites, safe, speaker


def disputed(disputes: Iterable[Dispute]) -> Iterator[str]:
    """Give what one side says happened and another denies: the event, those who say so, those who deny it."""
    lines = [line for dispute in disputes for line in _dispute(dispute)]
    if lines:
        yield from ("<h3>Said to have happened, and denied</h3>\n", *lines)


def _dispute(dispute: Dispute) -> Iterator[str]:
    event = dispute.event
    yield f'<article class="contest denial">\n<p>{_what(event)} {cites(event.cites)}</p>\n'
    if event.own_voice and event.status != "denied":
        yield '<p class="beside">told by the report itself</p>\n'
    for line in (*dispute.says, *dispute.denies):
        said = f'<span class="act">{safe(act_words(line))}</span> {speaker(line)} <q>{safe(quoted(told_words(line)))}</q>'
        yield f'<p class="beside">{said}{circumstances(line)} {cites(line.cites)}</p>\n'
    yield "</article>\n"


def happenings(lines: Iterable[Happening]) -> Iterator[str]:
    """Give what happened, a line each: the day, the words, the type, who says so, who denies it."""
    for line in lines:
        when = f'<span class="aside whole">{safe(line.when)}</span> ' if line.when else ""
        words = [safe(event_circumstances(line)), _voices(line.says), _denied(line.denies)]
        words += [f'<span class="whole">{line.reports} reports</span>'] if line.reports > 1 else []
        goes_on = ' <span class="aside">ongoing</span>' if line.reality == "ongoing" else ""
        yield f"<li>{when}{_what(line)}{goes_on}{_aside(words)} {cites(line.cites)}</li>\n"


def ahead(prospects: Iterable[Prospect]) -> Iterator[str]:
    """Give what may come, part by part."""
    for title, lines in prospect_groups(prospects):
        yield f"<h3>{title}</h3>\n<ul>\n"
        for line in lines:
            when = f'<span class="aside whole">{safe(line.when)}</span> ' if line.when else ""
            kind = f' <span class="aside">({safe(type_words(line.event_type, line.modes))})</span>' if line.event_type else ""
            words = [_voices([line.says])] if line.says else []
            words += [f'<span class="whole">{line.reports} reports</span>'] if line.reports > 1 else []
            yield f"<li>{when}<q>{safe(quoted(line.what))}</q>{kind}{_aside(words)} {cites(line.cites)}</li>\n"
        yield "</ul>\n"


def who_is_who(bonds: Iterable[Bond]) -> Iterator[str]:
    """Give offices, memberships and other standing relations, a line each."""
    for bond in bonds:
        words = [safe(bond_days(bond)), _voices(bond.says), _denied(bond.denies)]
        yield f"<li>{safe(bond_words(bond))}{_aside(words)} {cites(bond.cites)}</li>\n"


def _what(line: Happening) -> str:
    return f'<q>{safe(quoted(line.what))}</q> <span class="aside">({safe(bracket(line))})</span>'


def _aside(words: Iterable[str]) -> str:
    said = " · ".join(filter(None, words))
    return f' <span class="aside">{said}</span>' if said else ""


def _voices(says: Iterable[SaySo]) -> str:
    return "; ".join(f'<span class="act">{act}</span> {", ".join(safe(one.who) for one in who)}' for act, who in voices(says))


def _denied(denies: Iterable[SaySo]) -> str:
    said = "; ".join(
        f'<span class="act">{act}</span> {", ".join(f"{safe(one.who)} {cites(one.cites)}" for one in who)}'
        for act, who in voices(denies)
    )
    return f"<strong>contested:</strong> {said}" if said else ""
