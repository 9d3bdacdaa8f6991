"""The parts of a brief that tell what is claimed across reports, and how a quantity was given: frozen data, as in brief_parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Stance:
    """Those who do the same with a claim in the same words.

    Attributes:
        stand: asserts, confirms, repeats, denies, doubts, withdraws, declines, silent.
        withholds: what a refusal or silence keeps back (comment, confirmation, denial), None elsewhere and where that is not known.
        near: True where it is so weakly laid to the claim that it may be about something near it.
        who: the speaker's name, the report's words for the source, or the outlet where the report itself says so.
        speaker: its key, None where nobody is known. speaks_for: name of the state or body spoken for, where that is another.
        words: of the telling, verbatim, empty where they are those of the claim; outlets: names of the outlets that carry it.
        when: the day of the first report that carries it, in words; reports: how many do.
    """

    stand: str
    who: str
    speaker: str | None
    speaks_for: str | None
    words: str
    outlets: tuple[str, ...]
    when: str | None
    day: date | None
    reports: int
    cites: tuple[int, ...]
    withholds: str | None = None
    near: bool = False


@dataclass(frozen=True, slots=True)
class Beginning:
    """One independent origin of a claim: its name (None where nobody is named), its kind, and how many reports give the claim on its word."""

    name: str | None
    kind: str
    reports: int


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody whose position changed: from, to, and the day in words."""

    who: str
    before: str
    after: str
    when: str | None


@dataclass(frozen=True, slots=True)
class Beside:
    """Another claim that cannot hold beside this one: its words, and why, in words."""

    key: str
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One proposition with everybody's position.

    Attributes:
        key: for `sayso show`. words: what its first telling says, verbatim.
        status: uncontested, contested, withdrawn; since: from which day, in words, None where that is not known.
        stances: those who put it forward first, then those against it, then those who will not say, then what may be about something near it.
        origins: its independent sources; outlets, reports: how many put it forward, copies too; who only denies it carries nothing.
        story: name of the story it was first told in, None where its report stands alone.
        more: how many more put it forward than are shown.
        turns: whose position changed. beside: claims that cannot hold beside it, the surest first.
    """

    key: str
    words: str
    status: str
    since: str | None
    stances: tuple[Stance, ...]
    origins: tuple[Beginning, ...]
    outlets: int
    reports: int
    turns: tuple[Turn, ...]
    beside: tuple[Beside, ...]
    story: str | None = None
    more: int = 0


@dataclass(frozen=True, slots=True)
class Given:
    """One number of a series: how many (bounds inclusive, None where the words set none), whose, when, in how many reports."""

    amount: str
    words: str
    who: str
    giver: str | None
    when: str | None
    day: date | None
    reports: int
    cites: tuple[int, ...]
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class SeriesLine:
    """One quantity with all numbers given for it, by day.

    Attributes:
        key: for `sayso show`. name: what it is of, in words of the reports.
        range: the least and the most anybody allows, in words.
        given: the numbers, by day.
        givers: how many give one. revised: "South Korea: 1,500, then 10,000 (Wed 23 Oct 2024)"; disputed: numbers that cannot both be so.
    """

    key: str
    name: str
    range: str
    given: tuple[Given, ...]
    revised: tuple[str, ...]
    disputed: tuple[str, ...]
    givers: int = 0


@dataclass(frozen=True, slots=True)
class News:
    """One line of what changed since the day asked for: what sort of change, and in words."""

    kind: str
    words: str
    who: str
    before: str
    now: str
    when: str | None
    cites: tuple[int, ...]
