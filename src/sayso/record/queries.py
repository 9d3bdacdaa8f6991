"""The questions in SQL: which findings, actors and reports a set of filters asks for. Only bound values; nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, func, or_, select, union_all

from ..findings.decision import RecordKind
from . import names, prefixes
from .batching import batches
from .filters import Filters, figure_kinds, watchpoint_kinds
from .ruled import ruled_on
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
# Filters that leave few findings, found by an index.
_NARROWING = (
    "about", "by", "from_", "speaker", "actor", "recipient", "subject", "object", "place", "giver", "report", "since", "until",
)  # fmt: skip
# Reports among which the first findings are looked for, to begin with.
FEWEST_REPORTS = 50


class Asked:
    """Filters held against a ledger: names become actors' keys, the beginning of a report's key becomes the key.

    What people decided counts: corrected fields are what is looked at, merged actors are one, rejected findings are left out.

    Attributes:
        notes: how names were taken, where it is not plain.
    """

    def __init__(self, connection: Connection, filters: Filters) -> None:
        self._connection = connection
        self.filters = filters
        self.notes: list[str] = []
        self._ruled = ruled_on(connection)
        self._report = prefixes.report_key_of(connection, filters.report) if filters.report else None

    def statements(self) -> Select[Any]:
        """Select the findings that are statements, with their keys and reports, in the order they are shown."""
        asked = self.filters
        wanted = _joined("statement")
        conditions, ruled = self._common(RecordKind.STATEMENT), self._ruled.column
        if asked.by:
            keys = self._keys(asked.by)
            conditions.append(or_(self._is(statements.c.speaker, keys), self._is(statements.c.speaks_for, keys)))
        if asked.speaker:
            conditions.append(self._is(statements.c.speaker, self._keys(asked.speaker)))
        if asked.from_:
            states = [asked.from_.upper()] if _is_alpha_3(asked.from_) else self._keys(asked.from_)
            theirs = select(actors.c.key).where(ruled(actors.c.country).in_(states))
            conditions.append(self._ruled.actor_column(ruled(statements.c.speaker)).in_(theirs))
        if asked.by or asked.speaker or asked.from_:
            conditions.append(ruled(statements.c.act) != "imputed")
        if asked.act:
            conditions.append(ruled(statements.c.act).in_(asked.act))
        conditions += self._days(RecordKind.STATEMENT, statements.c.said_from, statements.c.said_to)
        return self._in_order(wanted.where(*conditions))

    def figures(self) -> Select[Any]:
        """Select the findings that are figures, likewise."""
        asked, kinds = self.filters, figure_kinds(self.filters.kind)
        ruled = self._ruled.column
        conditions = self._common(RecordKind.FIGURE) + self._days(RecordKind.FIGURE, figures.c.as_of_from, figures.c.as_of_to)
        if asked.giver:
            conditions.append(self._is(figures.c.giver, self._keys(asked.giver)))
        if kinds:
            conditions.append(ruled(figures.c.kind).in_(kinds))
        return self._in_order(_joined("figure").where(*conditions))

    def events(self) -> Select[Any]:
        """Select the findings that are events, likewise."""
        asked, ruled = self.filters, self._ruled.column
        conditions = self._common(RecordKind.EVENT) + self._days(RecordKind.EVENT, events.c.on_from, events.c.on_to)
        conditions += [self._takes_part(RecordKind.EVENT, role, who) for role, who in _roles(asked, "actor", "recipient")]
        if asked.by:
            conditions.append(self._on_say_so(events.c.key, asked.by))
        if asked.event_type:
            conditions.append(ruled(events.c.event_type).in_(asked.event_type))
        for column, words in ((events.c.modes, asked.mode), (events.c.contexts, asked.context)):
            if words:
                conditions.append(or_(*(ruled(column).contains(f" {word} ", autoescape=True) for word in words)))
        for column, words in ((events.c.reality, asked.reality), (events.c.status, asked.status)):
            if words:
                conditions.append(ruled(column).in_(words))
        if asked.place:
            country = events.c.place_country == asked.place.upper()
            conditions.append(or_(country, events.c.place_folded == names.fold(asked.place)))
        return self._in_order(_joined("event").where(*conditions))

    def ties(self) -> Select[Any]:
        """Select the findings that are ties, likewise."""
        asked, ruled = self.filters, self._ruled.column
        conditions = self._common(RecordKind.TIE) + self._days(RecordKind.TIE, ties.c.holds_from, ties.c.holds_to)
        conditions += [self._takes_part(RecordKind.TIE, role, who) for role, who in _roles(asked, "subject", "object")]
        if asked.relation:
            conditions.append(ruled(ties.c.relation).in_(asked.relation))
        if asked.status:
            conditions.append(ruled(ties.c.status).in_(asked.status))
        if asked.by:
            conditions.append(self._on_say_so(ties.c.key, asked.by))
        return self._in_order(_joined("tie").where(*conditions))

    def watchpoints(self) -> Select[Any]:
        """Select the findings that are watchpoints, likewise."""
        asked, kinds = self.filters, watchpoint_kinds(self.filters.kind)
        ruled = self._ruled.column
        conditions = self._common(RecordKind.WATCHPOINT)
        conditions += self._days(RecordKind.WATCHPOINT, watchpoints.c.due_from, watchpoints.c.due_to)
        if asked.by:
            conditions.append(self._on_say_so(watchpoints.c.key, asked.by))
        if kinds:
            conditions.append(ruled(watchpoints.c.kind).in_(kinds))
        return self._in_order(_joined("watchpoint").where(*conditions))

    def actors(self) -> Select[Any]:
        """Select the keys of actors, those of most reports first."""
        asked, ruled = self.filters, self._ruled.column
        count = func.count(appearances.c.report_key.distinct())
        key = self._ruled.actor_column(actors.c.key, reports.c.text_sha256)
        wanted = select(key.label("key")).join(appearances, appearances.c.actor_key == actors.c.key)
        if self._ruled.apart:
            wanted = wanted.join(reports, reports.c.key == appearances.c.report_key)
        conditions = self._ruled.not_rejected(RecordKind.ACTOR, key) if not asked.include_rejected else []
        if asked.about:
            conditions.append(appearances.c.report_key.in_(self._reports_with(asked.about)))
        if asked.named:
            folded = names.fold(asked.named)
            conditions.append(
                actors.c.key.in_(select(actor_names.c.actor_key).where(actor_names.c.folded.contains(folded, autoescape=True)))
            )
        if asked.kind:
            conditions.append(ruled(actors.c.kind).in_(asked.kind))
        if asked.country:
            conditions.append(ruled(actors.c.country) == asked.country.upper())
        if self._report:
            conditions.append(appearances.c.report_key == self._report)
        return wanted.where(*conditions).group_by(key).order_by(count.desc(), key).limit(asked.limit)

    def reports(self) -> Select[Any]:
        """Select the keys of reports, the newest first, then in the order they were added."""
        asked = self.filters
        conditions: list[Condition] = []
        if asked.about:
            conditions.append(reports.c.key.in_(self._reports_with(asked.about)))
        if asked.outlet:
            conditions.append(func.lower(reports.c.outlet) == asked.outlet.lower())
        if asked.since:
            conditions.append(reports.c.published >= asked.since)
        if asked.until:
            conditions.append(reports.c.published <= asked.until)
        newest = (reports.c.published.is_(None), reports.c.published.desc(), reports.c.number)
        return select(reports.c.key).where(*conditions).order_by(*newest).limit(asked.limit)

    def number_of_undated(self) -> int:
        """Give how many of the reports asked for have no day of publication."""
        wanted = select(func.count()).select_from(reports).where(reports.c.published.is_(None))
        if self.filters.about:
            wanted = wanted.where(reports.c.key.in_(self._reports_with(self.filters.about)))
        return self._connection.scalar(wanted) or 0

    def _common(self, kind: RecordKind) -> list[Condition]:
        conditions = [] if self.filters.include_rejected else self._ruled.not_rejected(kind, findings.c.key)
        if self._report:
            conditions.append(findings.c.report_key == self._report)
        if self.filters.about:
            keys = self._keys(self.filters.about)
            said = self._ruled.means(keys, _is_about, reports.c.text_sha256)
            conditions.append(or_(said, self._ruled.about(kind, findings.c.key, keys)))
        return conditions

    def _days(self, kind: RecordKind, start: Column[Any], end: Column[Any]) -> list[Condition]:
        """Give the conditions that it was on, or published within, the days asked for; the first by indexes, so that few are looked at."""
        asked, ruled = self.filters, self._ruled.column
        if asked.since is None and asked.until is None:
            return []
        is_tie = kind is RecordKind.TIE  # whose days nobody can correct
        exact = _days(asked, start, end) if is_tie else _days(asked, ruled(start), ruled(end))
        within = select(reports.c.key).where(*_between(asked, reports.c.published)).correlate(None)
        may_be = [findings.c.report_key.in_(within), findings.c.key.in_(_dated(asked, start, end))]
        may_be += [findings.c.key.in_(batch) for batch in batches(sorted(self._ruled.corrected(kind)))]
        return [or_(*may_be), *exact]

    def _in_order(self, wanted: Select[Any]) -> Select[Any]:
        """Give the findings in the order they are shown; of a question that narrows nothing, only those of as many reports as it takes."""
        asked = self.filters
        if asked.limit is None or any(getattr(asked, name) for name in _NARROWING):
            return wanted.order_by(*IN_ORDER)
        first = select(reports.c.key).order_by(*IN_ORDER[:-1]).correlate(None)
        number, held = max(asked.limit, FEWEST_REPORTS), self._connection.scalar(select(func.count()).select_from(reports)) or 0
        while number < held:
            some = wanted.where(findings.c.report_key.in_(first.limit(number)))
            keys = some.with_only_columns(findings.c.key).distinct().limit(asked.limit).subquery()
            if (self._connection.scalar(select(func.count()).select_from(keys)) or 0) >= asked.limit:
                return some.order_by(*IN_ORDER)
            number *= 4
        return wanted.order_by(*IN_ORDER)

    def _is(self, column: Column[Any], keys: Sequence[str]) -> Condition:
        """Give the condition that a column of findings names one of some actors."""
        return self._ruled.means(keys, self._ruled.column(column).in_, reports.c.text_sha256)

    def _takes_part(self, kind: RecordKind, role: str, who: str) -> Condition:
        keys, wanted = self._keys(who), select(parties.c.finding_key).where(parties.c.role == role)
        is_so = self._ruled.means(
            keys, lambda found: findings.c.key.in_(wanted.where(parties.c.actor_key.in_(found))), reports.c.text_sha256
        )  # fmt: skip
        return self._ruled.with_actors(kind, findings.c.key, role, is_so, keys)

    def _on_say_so(self, key: ColumnElement[Any], who: str) -> Condition:
        """Give the condition that the actor, or somebody on its behalf, asserts or denies the finding; imputed words are nobody's."""
        keys, ruled = self._keys(who), self._ruled.column
        said = select(links.c.finding_key).join(statements, statements.c.key == links.c.other_key)
        theirs = [
            self._ruled.means(keys, ruled(column).in_, statements.c.text_sha256)
            for column in (statements.c.speaker, statements.c.speaks_for)
        ]
        stands = self._ruled.not_rejected(RecordKind.STATEMENT, statements.c.key)
        told = said.where(or_(*theirs), ruled(statements.c.act) != "imputed", links.c.role.in_(("asserts", "denies")), *stands)
        return key.in_(told)

    def _reports_with(self, who: str) -> Select[Any]:
        wanted = select(appearances.c.report_key).join(reports, reports.c.key == appearances.c.report_key)
        return wanted.where(self._ruled.means(self._keys(who), appearances.c.actor_key.in_, reports.c.text_sha256))

    def _keys(self, words: str) -> Sequence[str]:
        """Give the keys of the actors meant, and note where the words mean none or several."""
        keys = meant(self._connection, words)
        note = ""
        if not keys:
            note = f"no actor of this ledger is called {words!r}; list them with: sayso actors"
        elif len(keys) > 1:
            note = f"{words!r} may be any of {', '.join(keys)}; give one of these keys to narrow it"
        if note and note not in self.notes:
            self.notes.append(note)
        return keys


def meant(connection: Connection, words: str) -> tuple[str, ...]:
    """Give the keys of the actors that words may mean: a whole key first, else a name; merged actors by the one that stands for them."""
    ruled, keys = ruled_on(connection), names.keys_of(connection, words)
    made = [key for key in ruled.made() - set(keys) if key.casefold() == words.strip().casefold()]
    if made:
        return tuple(sorted(map(ruled.actor, made)))
    if [key.casefold() for key in keys] == [words.strip().casefold()]:
        return (ruled.actor(keys[0]),)
    return tuple(sorted(ruled.standing_for(keys)))


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


def _is_about(keys: list[str]) -> Condition:
    same = and_(
        abouts.c.report_key == findings.c.report_key, abouts.c.kind == findings.c.kind, abouts.c.ident == findings.c.ident,
        abouts.c.actor_key.in_(keys),
    )  # fmt: skip
    return select(abouts.c.ident).where(same).exists()


def _between(asked: Filters, day: ColumnElement[Any]) -> list[Condition]:
    conditions: list[Condition] = [day >= asked.since] if asked.since else []
    return [*conditions, day <= asked.until] if asked.until else conditions


def _dated(asked: Filters, start: Column[Any], end: Column[Any]) -> Any:
    """Select the keys of findings with days of their own that share one with since … until."""
    own = select(start.table.c.key).correlate(None)
    begun = own.where(start.is_not(None), *([start <= asked.until] if asked.until else []))
    ended = own.where(start.is_(None), end.is_not(None))
    if asked.since:
        begun, ended = begun.where(or_(end > asked.since, end.is_(None))), ended.where(end > asked.since)
    return union_all(begun, ended)


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
