"""What a question to the ledger gives back: cards and found records, each with the report it stands in and its words.

Every row has `flat()`: one line of a table with stable names, for CSV, JSON and frames. Columns may be added, never renamed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from ..findings.figure import Figure
from ..findings.statement import Statement
from ..span import Span
from .found_decisions import Applied, applied_words

Flat = dict[str, object]
BETWEEN_PIECES = " … "


@dataclass(frozen=True, slots=True)
class ActorCard:
    """Who it is, in one line: the key, the fullest name the ledger knows, kind, country (alpha-3) and PLOVER sector."""

    key: str
    name: str
    kind: str
    country: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class ReportCard:
    """One report without its text.

    Attributes:
        key: the report's key, 32 hex digits.
        place: where it is from: canonical URL, else outlet and given id, else file.
        length: code points of its text.
        copy_of: key of the first report read with the very same text, None for that first one.
        version_of: key of the report read before from the same place with other bytes.
        statements, figures, events, ties, watchpoints: how many of each its reading holds.
        copy_kind: how it prints another's text (same, cut, reworded, reprint, version; excerpt: passages within a report of its own),
            None where its text is its own. text_of: key of the report at which that text begins; text_of_outlet: its outlet or place.
        copied: which part of its words it has from another report, 0..1.
    """

    key: str
    title: str | None
    outlet: str | None
    published: date | None
    published_from: str
    agency: str | None
    section: str | None
    byline: str | None
    url: str | None
    place: str | None
    given_id: str | None
    language: str
    length: int
    copy_of: str | None
    version_of: str | None
    sha256: str
    statements: int
    figures: int
    events: int = 0
    ties: int = 0
    watchpoints: int = 0
    copy_kind: str | None = None
    text_of: str | None = None
    text_of_outlet: str | None = None
    copied: float | None = None

    @property
    def is_reprint(self) -> bool:
        """Whether its text is another report's, so that it is no source of its own."""
        return self.copy_kind not in (None, "excerpt")

    def flat(self) -> Flat:
        """Give one line of a table."""
        names = (
            "key",
            "title",
            "outlet",
            "published",
            "published_from",
            "agency",
            "section",
            "byline",
            "url",
            "place",
            "given_id",
        )
        more = ("language", "length", "copy_of", "version_of", "sha256", "statements", "figures", "events", "ties", "watchpoints")
        copy = ("copy_kind", "text_of", "text_of_outlet", "copied")
        return {name: cell(getattr(self, name)) for name in names + more + copy}


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """One attribution and where it stands.

    Attributes:
        key: the finding's key, the same in every copy of the text.
        report: the report it is shown from: the first that prints it, among those asked for.
        carriers: keys of all reports that print it word for word, `report` among them.
        statement: the finding itself, with the ids of `report`'s reading.
        within: key of the outer statement of a nested attribution.
        source, cue, content, target: the words, verbatim, pieces joined by an ellipsis; empty where there are none.
        speaker, speaks_for, imputed_to, addressee, relayed_by: who they are, None where the statement has none.
        decisions: what people decided on it, which is what the other fields say.
    """

    key: str
    report: ReportCard
    carriers: tuple[str, ...]
    statement: Statement
    within: str | None
    source: str
    cue: str
    content: str
    target: str
    speaker: ActorCard | None
    speaks_for: ActorCard | None
    imputed_to: ActorCard | None
    addressee: ActorCard | None
    relayed_by: ActorCard | None
    decisions: tuple[Applied, ...] = ()

    def flat(self) -> Flat:
        """Give one line of a table."""
        said, it = self.statement.said_on, self.statement
        return {
            "key": self.key, "report": self.report.key, "outlet": self.report.outlet, "title": self.report.title,
            "published": cell(self.report.published), "speaker": key_of(self.speaker), "speaker_name": name_of(self.speaker),
            "speaks_for": key_of(self.speaks_for), "imputed_to": key_of(self.imputed_to), "act": it.act.value, "form": it.form.value,
            "withholds": it.withholds.value if it.withholds else None, "source": self.source, "cue": self.cue,
            "content": self.content, "target": self.target, "addressee": key_of(self.addressee),
            "channel": it.channel.value if it.channel else None, "relayed_by": key_of(self.relayed_by), "within": self.within,
            "said_from": cell(said.start) if said else None, "said_to": cell(said.end) if said else None,
            "said_words": said.words if said else None, "spans": places(it.content), "carriers": len(self.carriers),
            "confidence": it.confidence, "by": it.by, "decisions": applied_words(self.decisions),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """One quantity and where it stands.

    Attributes:
        words: the quantity, verbatim.
        of: what is counted, verbatim; empty where unknown.
        giver: whose number it is, None for the report's own voice.
        whose: the actor it belongs to.
        where: name of the place it holds for.
        within: key of the statement that carries it.
        key, report, carriers, decisions: as in FoundStatement.
    """

    key: str
    report: ReportCard
    carriers: tuple[str, ...]
    figure: Figure
    within: str | None
    words: str
    of: str
    where: str | None
    giver: ActorCard | None
    whose: ActorCard | None
    decisions: tuple[Applied, ...] = ()

    def flat(self) -> Flat:
        """Give one line of a table."""
        it, on = self.figure, self.figure.as_of
        return {
            "key": self.key, "report": self.report.key, "outlet": self.report.outlet, "title": self.report.title,
            "published": cell(self.report.published), "kind": it.kind.value, "words": self.words, "low": it.low, "high": it.high,
            "unit": it.unit, "approximate": it.approximate, "of": self.of, "whose": key_of(self.whose), "where": self.where,
            "giver": key_of(self.giver), "giver_name": name_of(self.giver), "as_of_from": cell(on.start) if on else None,
            "as_of_to": cell(on.end) if on else None, "within": self.within, "spans": places((it.span,)),
            "carriers": len(self.carriers), "confidence": it.confidence, "by": it.by, "decisions": applied_words(self.decisions),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundActor:
    """One actor of the ledger with what it is called there.

    Attributes:
        names: every name and alias the readings use, longest first.
        offices: offices in words with their holder's state or body, newest report first ("spokesperson (RUS)").
        reports, mentions: in how many reports, and at how many places of texts, copies counted once.
        statements: how many statements it is the speaker of; imputed words are nobody's.
        decisions: what people decided on it: merged with which others, in which texts it is another, what was corrected.
    """

    card: ActorCard
    names: tuple[str, ...]
    offices: tuple[str, ...]
    reports: int
    mentions: int
    statements: int
    decisions: tuple[Applied, ...] = ()

    @property
    def key(self) -> str:
        """Give the actor's key."""
        return self.card.key

    def flat(self) -> Flat:
        """Give one line of a table."""
        card = self.card
        return {
            "key": card.key, "name": card.name, "kind": card.kind, "country": card.country, "sector": card.sector,
            "names": "; ".join(self.names), "offices": "; ".join(self.offices), "reports": self.reports,
            "mentions": self.mentions, "statements": self.statements, "decisions": applied_words(self.decisions),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundMention:
    """One place that points to an actor: the report, where in its text, and the words, verbatim."""

    report: ReportCard
    span: Span
    words: str

    def flat(self) -> Flat:
        """Give one line of a table."""
        card = self.report
        return {
            "report": card.key,
            "outlet": card.outlet,
            "title": card.title,
            "words": self.words,
            "spans": places((self.span,)),
        }


@dataclass(frozen=True, slots=True)
class FoundText:
    """One text that holds the words searched for.

    Attributes:
        report: the first report that prints the text; carriers: all that do.
        spans: where the words stand in the text, in order; never in site furniture.
        snippet: the surroundings of the first places, verbatim but for line breaks, with an ellipsis where text is left out.
        marks: where the words stand in `snippet`.
    """

    key: str
    report: ReportCard
    carriers: tuple[str, ...]
    spans: tuple[Span, ...]
    snippet: str
    marks: tuple[Span, ...] = field(default=())

    def flat(self) -> Flat:
        """Give one line of a table."""
        return {
            "report": self.report.key, "outlet": self.report.outlet, "title": self.report.title,
            "published": cell(self.report.published), "places": len(self.spans), "spans": places(self.spans),
            "snippet": self.snippet, "carriers": len(self.carriers), "kind": "report", "key": self.key,
            "is_alike": False,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class SkippedInput:
    """One input that could not be read: where it is, the error's stable word, and the reason in full."""

    where: str
    code: str
    reason: str

    def flat(self) -> Flat:
        """Give one line of a table."""
        return {"where": self.where, "code": self.code, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class ForgottenReport:
    """What is left of a report that was forgotten: its key, the hash of its text, why, and when (UTC, ISO 8601)."""

    key: str
    sha256: str
    reason: str
    at: str

    def flat(self) -> Flat:
        """Give one line of a table."""
        return {"key": self.key, "sha256": self.sha256, "reason": self.reason, "at": self.at}


def joined(text: str, spans: Iterable[Span]) -> str:
    """Give the words of the spans, pieces joined by an ellipsis."""
    return BETWEEN_PIECES.join(span.of(text) for span in spans)


def key_of(card: ActorCard | None) -> str | None:
    """Give the actor's key, None for nobody."""
    return card.key if card else None


def name_of(card: ActorCard | None) -> str | None:
    """Give the actor's name, None for nobody."""
    return card.name if card else None


def cell(value: object) -> object:
    """Give what a cell holds: days as ISO 8601, all else as it is."""
    return value.isoformat() if isinstance(value, date) else value


def places(spans: Iterable[Span]) -> str:
    """Give where words stand, "start-end", several joined by ";"."""
    return ";".join(f"{span.start}-{span.end}" for span in spans)
