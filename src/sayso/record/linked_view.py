"""The questions about what reports share: claims, stories, events told by many, series of figures; and whether all of it is up to date."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Unpack

from sqlalchemy import func, select

from . import name_index
from .batching import batches
from .decision_lists import found_decisions
from .filters import Day, day
from .firsts import FirstMention, first_mentions
from .found_decisions import IN_FORCE, FoundDecision
from .found_links import FoundClaim, FoundHappening, FoundNamed, FoundSeries, FoundStory, Linked, kind_of, member_keys
from .link_cards import LINKED, found_linked, found_named
from .link_questions import LinkQuestion, keys_named, linkage_key_of, wanted
from .link_tables import linkages, to_link
from .linking import to_be_renewed
from .opening import Database
from .table import Table
from .told_tables import told_hits


class LinkedView:
    """The part of a View that asks what reports share. It answers from what was linked; `waiting` tells how many texts were not yet."""

    _database: Database

    def claims(self, **asked: Unpack[LinkQuestion]) -> Table[FoundClaim]:
        """List claims, contested ones first, then those of most reports.

        Takes about, by, status, story, report, since, until, least, limit: see link_questions.LinkQuestion.
        """
        return self._linked("claim", asked)

    def stories(self, **asked: Unpack[LinkQuestion]) -> Table[FoundStory]:
        """List stories, those of most reports first. Takes about, report, since, until, least, limit."""
        return self._linked("story", asked)

    def happenings(self, **asked: Unpack[LinkQuestion]) -> Table[FoundHappening]:
        """List events, each once however many tell it, contested ones first. Takes about, by, status, story, report, since, until, …"""
        return self._linked("happening", asked)

    def series(self, **asked: Unpack[LinkQuestion]) -> Table[FoundSeries]:
        """List quantities over time and by giver, disputed ones first. Takes about, by, status, story, report, since, until, …"""
        return self._linked("series", asked)

    def claims_named(self, is_meant: Callable[[str, str], bool]) -> Table[FoundClaim]:
        """List the claims whose key and text are meant, in the order of `claims`; no other is opened."""
        return self._named("claim", is_meant)

    def series_named(self, is_meant: Callable[[str, str], bool]) -> Table[FoundSeries]:
        """List the series whose key and name are meant, in the order of `series`."""
        return self._named("series", is_meant)

    def first_mentions(self, since: Day, until: Day | None = None) -> Table[FirstMention]:
        """List actors that reports of these days, both inclusive, mention first; see firsts.first_mentions."""
        last = day(until, "until") if until is not None else None
        with self._database.read() as connection:
            return Table(first_mentions(connection, day(since, "since"), last))

    def told(self) -> frozenset[tuple[str, str]]:
        """Give which answers to standing questions were told: (digest of the question, key of the hit)."""
        with self._database.read() as connection:
            return frozenset((row.question, row.hit) for row in connection.execute(select(told_hits)))

    def linked(self, kind: str, ident: str) -> Linked:
        """Give the claim, story, happening or series whose key is or begins so; raises WrongCall where there is none or are several."""
        with self._database.read() as connection:
            return found_linked(connection, kind, linkage_key_of(connection, ident, kind))

    def ruled_on(self, record: Linked) -> tuple[FoundDecision, ...]:
        """Give the decisions in force on what a claim, story, happening or series is made of, the earliest first."""
        kind, own = kind_of(record), member_keys(record)
        with self._database.read() as connection:
            rows = found_decisions(connection)
        return tuple(row for row in rows if row.state == IN_FORCE and row.decision.of.value == kind and own & set(row.keys))

    def search_linked(
        self, words: str, *, kinds: Iterable[str] = ("story", "claim"), limit: int | None = None
    ) -> Table[FoundNamed]:
        """Find stories and claims whose name or words hold all the words, by their stems, best first; then those that say them in words alike.

        Raises WrongCall where there is no word to look for.
        """
        with self._database.read() as connection:
            return Table(found_named(connection, name_index.hits(connection, words, kinds, limit)))

    def waiting(self) -> int:
        """Give how many texts wait to be linked: what was read since is not yet in claims, stories, events and series."""
        with self._database.read() as connection:
            return connection.scalar(select(func.count()).select_from(to_link)) or 0

    def outdated(self) -> int:
        """Give how many texts stand as other rules of linking than this version's linked them; `Ledger.renew` links them anew."""
        with self._database.read() as connection:
            return to_be_renewed(connection)

    def number_of(self, kind: str) -> int:
        """Give how many of a kind there are by now: "story", "claim", "happening" or "series"."""
        with self._database.read() as connection:
            return connection.scalar(select(func.count()).select_from(linkages).where(linkages.c.kind == kind)) or 0

    def _named(self, kind: str, is_meant: Callable[[str, str], bool]) -> Table[Any]:
        with self._database.read() as connection:
            found: list[Any] = []
            keys = keys_named(connection, kind, is_meant)
            for batch in batches(keys):
                found += LINKED[kind](connection, select(linkages).where(linkages.c.kind == kind, linkages.c.key.in_(batch)))
            place = {key: at for at, key in enumerate(keys)}
            return Table(sorted(found, key=lambda one: place[one.key]))

    def _linked(self, kind: str, asked: LinkQuestion) -> Table[Any]:
        with self._database.read() as connection:
            query, notes = wanted(connection, kind, asked)
            return Table(LINKED[kind](connection, query), notes=notes)
