"""The parts of a brief that tell what happened, what is contested of it, what may come, and who is who: frozen data, as in brief_parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .said import Said


@dataclass(frozen=True, slots=True)
class SaySo:
    """One voice behind a line: the speaker's name or the report's words for the source, what it does (an act), where it stands."""

    who: str
    speaker: str | None
    act: str
    cites: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of what happened.

    Attributes:
        what: the report's own words, verbatim: from who to whom, pieces joined by an ellipsis.
        event_type, modes: PLOVER's.
        of: what is promised, threatened or demanded ("demanded: RETREAT, withdraw"), empty elsewhere.
        actors, recipients: names of who did it and to whom; the report's words where nobody was resolved.
        is_told: True where `what` names all of them, so that they need not be said beside it.
        reality, status: as in the event.
        own_voice: True where a report says it in its own voice.
        says, denies: who asserts it, and who says it is not so.
        when: the day it happened, or of publication, in words; day: the first of these days, for sorting.
        where: name of the place. sizes: how many, with what is counted, verbatim ("12 people").
        reports: how many reports print it, a reprint counted together with the report whose text it prints.
    """

    what: str
    event_type: str
    modes: tuple[str, ...]
    of: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    is_told: bool
    reality: str
    status: str
    own_voice: bool
    says: tuple[SaySo, ...]
    denies: tuple[SaySo, ...]
    when: str | None
    day: date | None
    where: str | None
    sizes: tuple[str, ...]
    reports: int
    cites: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Something of which one side says that it happened and another that it did not; `says` is empty where nobody is named."""

    event: Happening
    says: tuple[Said, ...]
    denies: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Prospect:
    """One line of what may come.

    Attributes:
        kind: the watchpoint's kind, or "planned", "promised" or "threatened" of an event.
        what: verbatim; condition, consequence: verbatim, empty where it is not conditional.
        event_type, modes: PLOVER's, of the event that would come; None and empty where none was read.
        concerns: names of the actors.
        says: who says so; None for the report's own voice.
        when: the days its words set, in words; day: the first of them, None where they set none.
    """

    kind: str
    what: str
    condition: str
    consequence: str
    event_type: str | None
    modes: tuple[str, ...]
    concerns: tuple[str, ...]
    says: SaySo | None
    when: str | None
    day: date | None
    reports: int
    cites: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bond:
    """One line of who is who: subjects that stand in the same relation to the same actor.

    Attributes:
        relation, role: as in the tie. object: the other end, None where it is not resolved. accredited_to: to whom an envoy is sent.
        is_former: True where the words say that it ended. since, until: in words, None where no day is known.
        says, denies: who says so, where it is not the report itself, and who denies it.
    """

    subjects: tuple[str, ...]
    relation: str
    object: str | None
    role: str | None
    accredited_to: str | None
    is_former: bool
    since: str | None
    until: str | None
    says: tuple[SaySo, ...]
    denies: tuple[SaySo, ...]
    cites: tuple[int, ...]
