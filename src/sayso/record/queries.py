"""The questions in SQL: which findings, actors and reports a set of filters asks for. Only bound values; nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from . import names, prefixes
from .filters import Filters, figure_kinds, watchpoint_kinds
from .tables import (
    OF_A_KIND,
    abouts,
    actor_names,
    actors,
    appearances,
    events,
    figures,
    findings,
    links,
    parties,
    reports,
    statements,
    ties,
    watchpoints,
)

Condition = ColumnElement[bool]


class Asked:
    """Filters held against a ledger: names become actors' keys, the beginning of a report's key becomes the key.

    Attributes:
        notes: how names were taken, where it is not plain.
    """

    def __init__(self, connection: Connection, filters: Filters) -> None:
        self._connection = connection
        self.filters = filters
        self.notes: list[str] = []
        self._report = prefixes.report_key_of(connection, filters.report) if filters.report else None

    def statements(self) -> Select[Any]:
        """Select the findings that are statements, with their keys and reports, in the order they are shown."""
        asked = self.filters
        wanted = _joined("statement")
        conditions = self._common()
        if asked.by:
            keys = self._keys(asked.by)
            conditions.append(or_(statements.c.speaker.in_(keys), statements.c.speaks_for.in_(keys)))
        if asked.speaker:
            conditions.append(statements.c.speaker.in_(self._keys(asked.speaker)))
        if asked.from_:
            states = [asked.from_.upper()] if _is_alpha_3(asked.from_) else self._keys(asked.from_)
            conditions.append(statements.c.speaker.in_(select(actors.c.key).where(actors.c.country.in_(states))))
        if asked.by or asked.speaker or asked.from_:
            conditions.append(statements.c.act != "imputed")
        if asked.act:
            conditions.append(statements.c.act.in_(asked.act))
        conditions += _days(asked, statements.c.said_from, statements.c.said_to)
        return wanted.where(*conditions).order_by(*IN_ORDER)

    def figures(self) -> Select[Any]:
        """Select the findings that are figures, likewise."""
        asked, kinds = self.filters, figure_kinds(self.filters.kind)
        conditions = self._common() + _days(asked, figures.c.as_of_from, figures.c.as_of_to)
        if asked.giver:
            conditions.append(figures.c.giver.in_(self._keys(asked.giver)))
        if kinds:
            conditions.append(figures.c.kind.in_(kinds))
        return _joined("figure").where(*conditions).order_by(*IN_ORDER)

    def events(self) -> Select[Any]:
        """Select the findings that are events, likewise."""
        asked = self.filters
        conditions = self._common() + _days(asked, events.c.on_from, events.c.on_to)
        conditions += [self._takes_part(events.c.key, role, who) for role, who in _roles(asked, "actor", "recipient")]
        if asked.by:
            conditions.append(self._on_say_so(events.c.key, asked.by))
        if asked.event_type:
            conditions.append(events.c.event_type.in_(asked.event_type))
        for column, words in ((events.c.modes, asked.mode), (events.c.contexts, asked.context)):
            if words:
                conditions.append(or_(*(column.contains(f" {word} ", autoescape=True) for word in words)))
        for column, words in ((events.c.reality, asked.reality), (events.c.status, asked.status)):
            if words:
                conditions.append(column.in_(words))
        if asked.place:
            country = events.c.place_country == asked.place.upper()
            conditions.append(or_(country, events.c.place_folded == names.fold(asked.place)))
        return _joined("event").where(*conditions).order_by(*IN_ORDER)

    def ties(self) -> Select[Any]:
        """Select the findings that are ties, likewise."""
        asked = self.filters
        conditions = self._common() + _days(asked, ties.c.holds_from, ties.c.holds_to)
        conditions += [self._takes_part(ties.c.key, role, who) for role, who in _roles(asked, "subject", "object")]
        if asked.relation:
            conditions.append(ties.c.relation.in_(asked.relation))
        if asked.status:
            conditions.append(ties.c.status.in_(asked.status))
        if asked.by:
            conditions.append(self._on_say_so(ties.c.key, asked.by))
        return _joined("tie").where(*conditions).order_by(*IN_ORDER)

    def watchpoints(self) -> Select[Any]:
        """Select the findings that are watchpoints, likewise."""
        asked, kinds = self.filters, watchpoint_kinds(self.filters.kind)
        conditions = self._common() + _days(asked, watchpoints.c.due_from, watchpoints.c.due_to)
        if asked.by:
            conditions.append(self._on_say_so(watchpoints.c.key, asked.by))
        if kinds:
            conditions.append(watchpoints.c.kind.in_(kinds))
        return _joined("watchpoint").where(*conditions).order_by(*IN_ORDER)

    def actors(self) -> Select[Any]:
        """Select the keys of actors, those of most reports first."""
        asked = self.filters
        count = func.count(appearances.c.report_key.distinct())
        wanted = select(actors.c.key).join(appearances, appearances.c.actor_key == actors.c.key)
        conditions: list[Condition] = []
        if asked.about:
            conditions.append(appearances.c.report_key.in_(_reports_with(self._keys(asked.about))))
        if asked.named:
            folded = names.fold(asked.named)
            conditions.append(
                actors.c.key.in_(select(actor_names.c.actor_key).where(actor_names.c.folded.contains(folded, autoescape=True)))
            )
        if asked.kind:
            conditions.append(actors.c.kind.in_(asked.kind))
        if asked.country:
            conditions.append(actors.c.country == asked.country.upper())
        if self._report:
            conditions.append(appearances.c.report_key == self._report)
        return wanted.where(*conditions).group_by(actors.c.key).order_by(count.desc(), actors.c.key).limit(asked.limit)

    def reports(self) -> Select[Any]:
        """Select the keys of reports, the newest first, then in the order they were added."""
        asked = self.filters
        conditions: list[Condition] = []
        if asked.about:
            conditions.append(reports.c.key.in_(_reports_with(self._keys(asked.about))))
        if asked.outlet:
            conditions.append(func.lower(reports.c.outlet) == asked.outlet.lower())
        if asked.since:
            conditions.append(reports.c.published >= asked.since)
        if asked.until:
            conditions.append(reports.c.published <= asked.until)
        newest = (reports.c.published.is_(None), reports.c.published.desc(), reports.c.number)
        return select(reports.c.key).where(*conditions).order_by(*newest).limit(asked.limit)

    def _common(self) -> list[Condition]:
        conditions: list[Condition] = []
        if self._report:
            conditions.append(findings.c.report_key == self._report)
        if self.filters.about:
            same = and_(
                abouts.c.report_key == findings.c.report_key, abouts.c.kind == findings.c.kind,
                abouts.c.ident == findings.c.ident, abouts.c.actor_key.in_(self._keys(self.filters.about)),
            )  # fmt: skip
            conditions.append(select(abouts.c.ident).where(same).exists())
        return conditions

    def _takes_part(self, key: ColumnElement[Any], role: str, who: str) -> Condition:
        wanted = select(parties.c.finding_key).where(parties.c.role == role, parties.c.actor_key.in_(self._keys(who)))
        return key.in_(wanted)

    def _on_say_so(self, key: ColumnElement[Any], who: str) -> Condition:
        """Give the condition that the actor, or somebody on its behalf, asserts or denies the finding; imputed words are nobody's."""
        keys = self._keys(who)
        said = select(links.c.finding_key).join(statements, statements.c.key == links.c.other_key)
        theirs = or_(statements.c.speaker.in_(keys), statements.c.speaks_for.in_(keys))
        return key.in_(said.where(theirs, statements.c.act != "imputed", links.c.role.in_(("asserts", "denies"))))

    def _keys(self, words: str) -> Sequence[str]:
        """Give the keys of the actors meant, and note where the words mean none or several."""
        keys = names.keys_of(self._connection, words)
        note = ""
        if not keys:
            note = f"no actor of this ledger is called {words!r}; list them with: sayso actors"
        elif len(keys) > 1:
            note = f"{words!r} may be any of {', '.join(keys)}; give one of these keys to narrow it"
        if note and note not in self.notes:
            self.notes.append(note)
        return keys


# As a reader goes: by day of publication (undated reports last), then report by report, originals before copies, in text order.
IN_ORDER = (
    reports.c.published.is_(None), reports.c.published, reports.c.copy_of.is_not(None), reports.c.number, findings.c.position,
)  # fmt: skip


def findings_of(kind: str, key: str) -> Select[Any]:
    """Select one finding by its key, in every report that has it."""
    return findings_with(kind, (key,))


def findings_with(kind: str, keys: Sequence[str]) -> Select[Any]:
    """Select the findings of some keys, in every report that has them."""
    return _of_kind(kind).where(findings.c.key.in_(keys)).order_by(*IN_ORDER)


def _joined(kind: str) -> Select[Any]:
    table = OF_A_KIND[kind]
    return _of_kind(kind).join(table, table.c.key == findings.c.key)


def _roles(asked: Filters, *roles: str) -> list[tuple[str, str]]:
    return [(role, getattr(asked, role)) for role in roles if getattr(asked, role)]


def _is_alpha_3(words: str) -> bool:
    return len(words) == 3 and words.isascii() and words.isalpha()


def _of_kind(kind: str) -> Select[Any]:
    wanted = select(
        findings.c.key, findings.c.report_key, findings.c.ident, findings.c.within, findings.c.body, reports.c.text_sha256
    )
    return wanted.join(reports, reports.c.key == findings.c.report_key).where(findings.c.kind == kind)


def _reports_with(keys: Sequence[str]) -> Select[Any]:
    return select(appearances.c.report_key).where(appearances.c.actor_key.in_(keys))


def _days(asked: Filters, start: ColumnElement[Any], end: ColumnElement[Any]) -> list[Condition]:
    """Give the conditions that a half-open interval, else the day of publication, shares a day with since … until."""
    unsaid = and_(start.is_(None), end.is_(None))
    conditions: list[Condition] = []
    if asked.since:
        later = or_(end > asked.since, and_(end.is_(None), start.is_not(None)))
        conditions.append(or_(later, and_(unsaid, reports.c.published >= asked.since)))
    if asked.until:
        earlier = or_(start <= asked.until, and_(start.is_(None), end.is_not(None)))
        conditions.append(or_(earlier, and_(unsaid, reports.c.published <= asked.until)))
    return conditions
