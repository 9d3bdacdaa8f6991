"""One line of somebody's words, as a brief shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Said:
    """One line of somebody's words.

    Attributes:
        who: the speaker's name; the report's own words for the source where nobody could be resolved.
        speaker: the speaker's key, None where unknown, and always for imputed words.
        speaks_for: name of the state or body spoken for, where it is not the speaker itself.
        act: the statement's act; `withholds`: what a refusal or silence keeps back.
        when: the day it was said, or of publication, in words ("Wed 23 Oct 2024", "in print Thu 24 Oct 2024").
        day: the first of these days, for sorting; None where neither is known.
        cue: the report's words of saying; shown where they carry the meaning (a silence, "may say", "does not think").
        hedged: True where the cue is negated or has a modal verb, so that the act alone would say too much.
        words: the content, verbatim, pieces joined by an ellipsis. target: the words denied, doubted or withheld.
        through: who relayed it, in nested attributions.
        relays: numbers of the citations of what this statement relays, where its content is another statement.
        reports: how many reports print it, a reprint counted together with the report whose text it prints.
    """

    who: str
    speaker: str | None
    speaks_for: str | None
    act: str
    withholds: str | None
    when: str | None
    day: date | None
    cue: str
    words: str
    target: str
    form: str
    through: str | None
    relays: tuple[int, ...]
    reports: int
    cites: tuple[int, ...]
    hedged: bool = False
