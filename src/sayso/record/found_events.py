"""Events, ties and watchpoints as a question gives them back: the finding, its words, who takes part, on whose say-so."""

from __future__ import annotations

from dataclasses import dataclass

from ..findings.event import Event
from ..findings.tie import Tie
from ..findings.watchpoint import Watchpoint
from ..when import When
from .found import ActorCard, Flat, FoundActor, FoundFigure, FoundStatement, ReportCard, cell, key_of, name_of, places
from .found_decisions import Applied, applied_words

BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """Where something is: the usual English name, country (alpha-3), GeoNames id, degrees (WGS 84), and how exact the name is."""

    name: str
    country: str | None
    geonames: int | None
    lat: float | None
    lon: float | None
    precision: str | None


@dataclass(frozen=True, slots=True)
class InnerAct:
    """The act that is promised, threatened or demanded: its word, verbatim, and who would do it to whom."""

    event: Event
    trigger: str
    actors: tuple[ActorCard, ...]
    recipients: tuple[ActorCard, ...]


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """One event and where it stands.

    Attributes:
        event: the finding itself, with the ids of `report`'s reading.
        trigger: the word of the happening, verbatim; words: all that carries the event, pieces joined by an ellipsis.
        actors, recipients: who did it and to whom; empty where nobody could be resolved.
        actor_words, recipient_words: the report's words for them, verbatim.
        place: where it happened.
        within: key of the statement it stands in, None for the report's own voice.
        asserted_by, denied_by: the statements that do.
        figures: how many, as the event's figures say, with their givers.
        of: the act that is promised, threatened or demanded; None elsewhere.
        key, report, carriers, decisions: as in FoundStatement.
    """

    key: str
    report: ReportCard
    carriers: tuple[str, ...]
    event: Event
    within: str | None
    trigger: str
    words: str
    actors: tuple[ActorCard, ...]
    recipients: tuple[ActorCard, ...]
    actor_words: tuple[str, ...]
    recipient_words: tuple[str, ...]
    place: PlaceCard | None
    asserted_by: tuple[FoundStatement, ...]
    denied_by: tuple[FoundStatement, ...]
    figures: tuple[FoundFigure, ...]
    of: InnerAct | None
    decisions: tuple[Applied, ...] = ()

    def flat(self) -> Flat:
        """Give one line of a table."""
        it, on, where, of = self.event, self.event.date, self.place, self.of
        return {
            "key": self.key, "report": self.report.key, "outlet": self.report.outlet, "title": self.report.title,
            "published": cell(self.report.published), "event_type": it.event_type, "modes": BETWEEN.join(it.modes),
            "contexts": BETWEEN.join(it.contexts), "actor": _keys(self.actors), "actor_name": _names(self.actors),
            "actor_words": BETWEEN.join(self.actor_words), "recipient": _keys(self.recipients),
            "recipient_name": _names(self.recipients), "recipient_words": BETWEEN.join(self.recipient_words),
            "trigger": self.trigger, "words": self.words, "reality": it.reality.value, "status": it.status.value,
            "within": self.within, "asserted_by": _speakers(self.asserted_by), "denied_by": _speakers(self.denied_by),
            "on_from": cell(on.start) if on else None, "on_to": cell(on.end) if on else None, "on_words": on.words if on else None,
            "place": where.name if where else None, "place_country": where.country if where else None,
            "geonames": where.geonames if where else None, "lat": where.lat if where else None,
            "lon": where.lon if where else None, "aux": BETWEEN.join(it.aux), "quad": it.quad, "score": it.score,
            "cameo": it.cameo, "of_type": of.event.event_type if of else None,
            "of_modes": BETWEEN.join(of.event.modes) if of else None, "of_actor": _keys(of.actors) if of else None,
            "of_recipient": _keys(of.recipients) if of else None, "of_words": of.trigger if of else None, "figures": BETWEEN.join(figure.words for figure in self.figures),
            "spans": places(it.evidence), "carriers": len(self.carriers), "confidence": it.confidence, "by": it.by, "decisions": applied_words(self.decisions),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundTie:
    """One standing relation and where it stands.

    Attributes:
        subject, object: its two ends, None where the reading could not resolve one.
        accredited_to: to whom an envoy is sent.
        words: what carries it, verbatim, pieces joined by an ellipsis.
        asserted_by, denied_by: the statements that do.
        key, report, carriers, within, decisions: as in FoundStatement.
    """

    key: str
    report: ReportCard
    carriers: tuple[str, ...]
    tie: Tie
    words: str
    subject: ActorCard | None
    object: ActorCard | None
    accredited_to: ActorCard | None
    within: str | None
    asserted_by: tuple[FoundStatement, ...]
    denied_by: tuple[FoundStatement, ...]
    decisions: tuple[Applied, ...] = ()

    def flat(self) -> Flat:
        """Give one line of a table."""
        it = self.tie
        return {
            "key": self.key, "report": self.report.key, "outlet": self.report.outlet, "title": self.report.title,
            "published": cell(self.report.published), "subject": key_of(self.subject), "subject_name": name_of(self.subject),
            "relation": it.relation.value, "object": key_of(self.object), "object_name": name_of(self.object), "role": it.role,
            "accredited_to": key_of(self.accredited_to), "is_former": it.until is not None,
            "from": cell(it.start.start) if it.start else None, "from_words": it.start.words if it.start else None,
            "until": cell(it.until.end) if it.until else None, "until_words": it.until.words if it.until else None,
            "status": it.status.value, "within": self.within, "asserted_by": _speakers(self.asserted_by),
            "denied_by": _speakers(self.denied_by), "words": self.words,
            "spans": places(it.evidence), "carriers": len(self.carriers), "confidence": it.confidence, "by": it.by, "decisions": applied_words(self.decisions),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundWatchpoint:
    """Something that may come, and where it stands.

    Attributes:
        words, condition, consequence: verbatim; empty where there are none.
        actors: whom it concerns.
        said_by: the statement that says it, None for the report's own voice.
        due: the days its words set, None where they set none.
        key, report, carriers, within, decisions: as in FoundStatement.
    """

    key: str
    report: ReportCard
    carriers: tuple[str, ...]
    watchpoint: Watchpoint
    within: str | None
    words: str
    condition: str
    consequence: str
    actors: tuple[ActorCard, ...]
    said_by: FoundStatement | None
    due: When | None
    decisions: tuple[Applied, ...] = ()

    def flat(self) -> Flat:
        """Give one line of a table."""
        it, due = self.watchpoint, self.due
        return {
            "key": self.key, "report": self.report.key, "outlet": self.report.outlet, "title": self.report.title,
            "published": cell(self.report.published), "kind": it.kind.value, "words": self.words, "condition": self.condition,
            "consequence": self.consequence, "likelihood": it.words, "actors": _keys(self.actors), "actor_names": _names(self.actors),
            "within": self.within, "said_by": _speakers((self.said_by,) if self.said_by else ()),
            "due_from": cell(due.start) if due else None, "due_to": cell(due.end) if due else None,
            "due_words": due.words if due else None, "spans": places((it.span,)), "carriers": len(self.carriers),
            "confidence": it.confidence, "by": it.by, "decisions": applied_words(self.decisions),
        }  # fmt: skip


Found = FoundStatement | FoundFigure | FoundEvent | FoundTie | FoundWatchpoint | FoundActor | ReportCard


def speaker_of(statement: FoundStatement) -> str:
    """Give who says it: the speaker's name, else the report's words for the source; empty where nobody is named."""
    return statement.speaker.name if statement.speaker else statement.source


def _keys(cards: tuple[ActorCard, ...]) -> str:
    return BETWEEN.join(card.key for card in cards)


def _names(cards: tuple[ActorCard, ...]) -> str:
    return BETWEEN.join(card.name for card in cards)


def _speakers(statements: tuple[FoundStatement, ...]) -> str:
    """Give who says it, by key, or in the report's words where nobody was resolved; each once."""
    return BETWEEN.join(dict.fromkeys(s.speaker.key if s.speaker else s.source or "not named" for s in statements))
