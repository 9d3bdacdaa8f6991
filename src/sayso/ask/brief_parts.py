"""The parts of a brief: frozen data, in the order in which they are read. Nothing here is worked out.

Every line that says something about the world has `cites`: numbers of citations, each pointing to exact characters of a report.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from ..span import Span
from .brief_claim_parts import ClaimLine, News, SeriesLine
from .brief_event_parts import Bond, Dispute, Happening, Prospect
from .plain_data import plain_data
from .said import Said

SCHEMA = "sayso/brief/1"


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a line stands.

    Attributes:
        number: as cited, from 1.
        finding: key of the finding, for `sayso show`.
        report: key of the report.
        spans: code points of the report's text, half-open.
        words: what stands there, verbatim, a piece for each span.
    """

    number: int
    finding: str
    report: str
    outlet: str | None
    published: date | None
    spans: tuple[Span, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contest:
    """A denial, doubt, refusal or silence, and the words it is about.

    Attributes:
        answer: the denial, doubt, refusal or silence.
        beside: what others say with the same words; found by shared words, so a person has to judge.
        how: "in similar words", "first in that report", or "" where nothing stands beside.
    """

    answer: Said
    beside: tuple[Said, ...]
    how: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure: what is counted, how many, whose number it is, and when.

    `clause` is what the report says with the number, verbatim, where `of` is empty ("about 40 of them had left").
    `giver` is None where nobody gives it; `standing` then says how it stands: the report's own voice, denied by somebody, not stated.
    """

    of: str
    amount: str
    words: str
    low: float | None
    high: float | None
    unit: str | None
    giver: str | None
    standing: str
    where: str | None
    when: str | None
    day: date | None
    reports: int
    cites: tuple[int, ...]
    clause: str = ""


@dataclass(frozen=True, slots=True)
class QuantityGroup:
    """Figures that belong to one actor; `whose` is None for those that belong to none."""

    whose: str | None
    quantities: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """What a speaker says.

    `offices`: as the reports say them, or marked as general knowledge. `more`: how many lines of his are left to `sayso statements`.
    """

    who: str
    speaker: str | None
    offices: tuple[str, ...]
    lines: tuple[Said, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """One report.

    Attributes:
        dated: where its day of publication was found (metadata, text, given, none).
        agency: the agency credited.
        copy_of: key of the report whose text it prints, in the same words or others, whole or cut; `copies` names it.
        shares: "holds passages of OUTLET, 12 % of its words" of a report that is a source of its own beside them.
        text_of: the same of a reprint ("reprint of OUTLET, 98 % of its words"); copy_kind: how it prints it (see ReportCard).
        analysed: False for a language that is kept but not analysed.
    """

    report: str
    outlet: str | None
    title: str | None
    url: str | None
    place: str | None
    published: date | None
    dated: str
    agency: str | None
    language: str
    analysed: bool
    copy_of: str | None
    copies: str | None
    shares: str | None
    statements: int
    figures: int
    events: int
    copy_kind: str | None = None
    text_of: str | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """The situation report. `str()` is Markdown.

    Attributes:
        actors: names of the states most reports speak of, at most three.
        about, since, until: what was asked.
        day: the last day of publication, None where no report has one.
        reports, outlets, reprints: how many; a reprint prints another report's text and is no source of its own.
        news: what changed, where the question has a first day. claims: what somebody puts forward and somebody else denies, doubts, takes back
            or will not speak to. carried: claims nobody answers that several reports carry, with how many origins these have.
        series: quantities of which several numbers are given; figures: the others.
        disputes: what is said to have happened and denied; contested: other denials, doubts, refusals and silences.
        happened: what happened or goes on, in the reports' own voice or on somebody's say-so; what is only denied is not here.
        prospects: what may come. bonds: who is who.
        notes: what the asker should know of how the question was taken.
    """

    actors: tuple[str, ...]
    about: str | None
    since: date | None
    until: date | None
    day: date | None
    reports: int
    outlets: int
    reprints: int
    disputes: tuple[Dispute, ...]
    contested: tuple[Contest, ...]
    figures: tuple[QuantityGroup, ...]
    happened: tuple[Happening, ...]
    voices: tuple[Voice, ...]
    imputed: tuple[Said, ...]
    prospects: tuple[Prospect, ...]
    bonds: tuple[Bond, ...]
    sources: tuple[Source, ...]
    citations: tuple[Citation, ...]
    notes: tuple[str, ...]
    news: tuple[News, ...] = ()
    claims: tuple[ClaimLine, ...] = ()
    carried: tuple[ClaimLine, ...] = ()
    series: tuple[SeriesLine, ...] = ()

    def __str__(self) -> str:
        return self.to_markdown()

    def to_markdown(self) -> str:
        """Give it as Markdown that also reads well as it stands."""
        from .brief_markdown import markdown

        return markdown(self)

    def to_html(self) -> str:
        """Give it as one self-contained HTML page, for the screen and for print."""
        from .brief_html import page

        return page(self)

    def to_dict(self) -> dict[str, Any]:
        """Give it as plain data for JSON: days as ISO 8601, spans as [start, end]."""
        plain = asdict(self)
        return {"schema": SCHEMA} | {name: plain_data(value) for name, value in plain.items()}

    def _repr_html_(self) -> str:
        from .brief_html import fragment

        return fragment(self)
