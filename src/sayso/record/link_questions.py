"""Questions about what reports share, in SQL: which claims, stories, happenings and series a set of filters asks for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypedDict

from sqlalchemy import Connection, Select, and_, case, or_, select

from ..errors import WrongCall
from ..link.claims import ClaimStatus
from . import prefixes
from .filters import Day, day
from .link_tables import linkage_abouts, linkage_reports, linkages, members
from .queries import meant
from .tables import figures, links, statements

# What is linked, in the order in which it is.
LINKAGES = ("story", "claim", "happening", "series")
CONTESTED = ClaimStatus.CONTESTED.value


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
    if (since := asked.get("since")) is not None:
        conditions.append(at.last_published >= day(since, "since"))
    if (until := asked.get("until")) is not None:
        conditions.append(at.first_published <= day(until, "until"))
    if (least := asked.get("least")) is not None:
        conditions.append(at.number_of_members >= least)
    contested = case((at.status == CONTESTED, 0), else_=1)
    order = (
        contested,
        at.number_of_reports.desc(),
        at.number_of_members.desc(),
        at.first_published.is_(None),
        at.first_published,
        at.key,
    )
    return select(linkages).where(*conditions).order_by(*order).limit(asked.get("limit")), tuple(notes)


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
