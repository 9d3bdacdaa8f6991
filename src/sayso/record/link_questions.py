"""Questions about what reports share, in SQL: which claims, stories, happenings and series a set of filters asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypedDict

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, case, or_, select, union_all

from ..errors import WrongCall
from ..link.claims import ClaimStatus
from . import prefixes
from .batching import batches
from .filters import Day, day
from .link_tables import linkage_abouts, linkage_reports, linkages, members
from .queries import meant
from .tables import figures, links, statements

# What is linked, in the order in which it is.
LINKAGES = ("story", "claim", "happening", "series")
CONTESTED = ClaimStatus.CONTESTED.value

# Contested ones first, then those of most reports.
IN_ORDER = (
    case((linkages.c.status == CONTESTED, 0), else_=1), linkages.c.number_of_reports.desc(), linkages.c.number_of_members.desc(),
    linkages.c.first_published.is_(None), linkages.c.first_published, linkages.c.key,
)  # fmt: skip


class LinkQuestion(TypedDict, total=False):
    """What `claims`, `stories`, `happenings` and `series` take, all by keyword; each None or left out asks for all.

    about: an actor it is about. by: an actor who takes a position on it (claims) or on whose behalf by office that is done.
    status: contested, uncontested, withdrawn; one or several.
    story: key of a story or its beginning: what its reports tell.
    report: key of a report or its beginning: what it tells.
    since, until: first and last day, both inclusive, between which some report with it was published.
    least: told in at least so many texts. limit: at most so many.
    """

    about: str | None
    by: str | None
    status: str | Iterable[str] | None
    story: str | None
    report: str | None
    since: Day | None
    until: Day | None
    least: int | None
    limit: int | None


def wanted(connection: Connection, kind: str, asked: LinkQuestion) -> tuple[Select[Any], tuple[str, ...]]:
    """Give the query for the rows of linkages asked for, contested first, then those of most reports; and notes for the asker."""
    unknown = set(asked) - set(LinkQuestion.__annotations__)
    if unknown:
        known = ", ".join(LinkQuestion.__annotations__)
        raise TypeError(f"no such filter: {', '.join(sorted(unknown))}; there are {known}")
    at, notes = linkages.c, list[str]()
    conditions = [at.kind == kind]
    if about := asked.get("about"):
        keys = _actors(connection, about, notes)
        named = select(linkage_abouts.c.key).where(linkage_abouts.c.kind == kind, linkage_abouts.c.actor_key.in_(keys))
        conditions.append(at.key.in_(named))
    if by := asked.get("by"):
        conditions.append(at.head.in_(_spoken_by(kind, _actors(connection, by, notes))))
    if status := asked.get("status"):
        conditions.append(at.status.in_(_statuses(status)))
    if story := asked.get("story"):
        told = select(linkage_reports.c.report_key).where(
            linkage_reports.c.kind == "story", linkage_reports.c.key == linkage_key_of(connection, story, "story")
        )
        conditions.append(at.key.in_(_told_in(kind, told)))
    if report := asked.get("report"):
        conditions.append(at.key.in_(_told_in(kind, [prefixes.report_key_of(connection, report)])))
    conditions += _told_within(kind, asked)
    if (least := asked.get("least")) is not None:
        conditions.append(at.number_of_members >= least)
    found, limit = select(linkages).order_by(*IN_ORDER), asked.get("limit")
    if limit is not None:  # found by an index: a body is long, and there are many
        first = select(at.key).where(*conditions).order_by(*IN_ORDER).limit(limit).correlate(None)
        conditions = [at.kind == kind, at.key.in_(first)]
    return found.where(*conditions), tuple(notes)


def _told_within(kind: str, asked: LinkQuestion) -> list[ColumnElement[bool]]:
    """Give the conditions that a linkage is told between two days, with the keys of those that may be: found by an index, however many there are."""
    at, since, until = linkages.c, asked.get("since"), asked.get("until")
    last = day(until, "until") if until is not None else None
    conditions = [at.first_published <= last] if last is not None else []
    if since is None:
        return conditions
    first = day(since, "since")
    own = select(at.key).where(at.kind == kind).correlate(None)
    begun = own.where(at.first_published >= first, *conditions)
    gone_on = own.where(at.first_published < at.last_published, at.last_published >= first, at.first_published < first)
    told = (
        [begun, gone_on]
        if last is not None
        else [begun, gone_on, own.where(at.first_published.is_(None), at.last_published >= first)]
    )
    return [*conditions, at.last_published >= first, at.key.in_(union_all(*told))]


def keys_named(connection: Connection, kind: str, is_meant: Callable[[str, str], bool]) -> list[str]:
    """Give the keys of the linkages of a kind that are meant, told by key and name, in the order they are listed."""
    at, found = linkages.c, list[Row[Any]]()
    named = connection.execute(select(at.key, at.name).where(at.kind == kind))
    placed = select(at.key, at.status, at.number_of_reports, at.number_of_members, at.first_published).where(at.kind == kind)
    for batch in batches(key for key, name in named if is_meant(key, name)):
        found += connection.execute(placed.where(at.key.in_(batch)))
    return [row.key for row in sorted(found, key=_place)]


def _place(row: Row[Any]) -> tuple[Any, ...]:
    """Give what linkages are sorted by in lists, as IN_ORDER says."""
    contested = row.status == CONTESTED
    return (not contested, -row.number_of_reports, -row.number_of_members, row.first_published or date.max, row.key)


def linkage_key_of(connection: Connection, words: str, kind: str | None = None) -> str:
    """Give the key of the one linkage whose key begins so; raises WrongCall on none and on several."""
    prefix, found = words.strip().lower(), list[str]()
    if prefixes.is_key_prefix(prefix):
        found = [key for _, key in linkages_that_begin(connection, prefix, kind, limit=prefixes.SHOWN)]
    if len(found) > 1 and prefix not in found:
        raise prefixes.several(words, found)
    if not found:
        lists = {"claim": "claims", "story": "stories", "happening": "events --once", "series": "figures --series"}
        listed = lists.get(kind or "", "claims, stories …")
        raise WrongCall(
            f"no {kind or 'claim, story, event or series'} has a key that begins with {words!r}; list them with: sayso {listed}"
        )
    return prefix if prefix in found else found[0]


def linkages_that_begin(connection: Connection, prefix: str, kind: str | None = None, *, limit: int) -> list[tuple[str, str]]:
    """Give kind and key of the linkages whose keys begin with some hex digits, by key."""
    kinds = (kind,) if kind else LINKAGES
    own = and_(linkages.c.kind.in_(kinds), prefixes.begins(linkages.c.key, prefix))
    wanted = select(linkages.c.kind, linkages.c.key).where(own).order_by(linkages.c.key).limit(limit)
    return [(row.kind, row.key) for row in connection.execute(wanted)]


def _told_in(kind: str, reports: Any) -> Select[Any]:
    return select(linkage_reports.c.key).where(linkage_reports.c.kind == kind, linkage_reports.c.report_key.in_(reports))


def _spoken_by(kind: str, keys: Iterable[str]) -> Select[Any]:
    """Select the heads of groups on which some actors, or those who speak for them, take a position.

    Of claims a telling is their statement; of happenings such a statement asserts or denies a telling; of series a number is theirs.
    """
    keys = list(keys)
    heads = select(members.c.head).where(members.c.kind == kind)
    if kind == "series":
        return heads.join(figures, figures.c.key == members.c.finding_key).where(figures.c.giver.in_(keys))
    by = or_(statements.c.speaker.in_(keys), statements.c.speaks_for.in_(keys))
    if kind == "happening":
        told = heads.join(links, links.c.finding_key == members.c.finding_key).where(links.c.role.in_(("asserts", "denies")))
        return told.join(statements, statements.c.key == links.c.other_key).where(by)
    return heads.join(statements, statements.c.key == members.c.finding_key).where(by)


def _actors(connection: Connection, words: str, notes: list[str]) -> list[str]:
    keys = meant(connection, words)
    if not keys:
        notes.append(f"no actor of this ledger is called {words!r}; list them with: sayso actors")
    return list(keys)


def _statuses(given: str | Iterable[str]) -> list[str]:
    words = [given] if isinstance(given, str) else list(given)
    allowed = [status.value for status in ClaimStatus]
    for word in words:
        if word not in allowed:
            raise WrongCall(f"status: expected one of {', '.join(allowed)}; found {word!r}")
    return words
