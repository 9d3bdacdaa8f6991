"""The questions in SQL: which findings, actors and reports a set of filters asks for. Only bound values; nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from . import names, prefixes
from .filters import Filters, figure_kinds
from .tables import abouts, actor_names, actors, appearances, figures, findings, reports, statements

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
        wanted = _of_kind("statement").join(statements, statements.c.key == findings.c.key)
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
        return _of_kind("figure").join(figures, figures.c.key == findings.c.key).where(*conditions).order_by(*IN_ORDER)

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
    return _of_kind(kind).where(findings.c.key == key).order_by(*IN_ORDER)


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
