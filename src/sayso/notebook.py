"""What a person at a Python prompt opens: the ledger with its brief. Joins `record` and `ask`, which do not know each other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .record.ledger import Ledger, opened

if TYPE_CHECKING:
    from .ask.brief_parts import Brief
    from .ask.change_parts import Changes
    from .record.filters import Day


class OpenLedger(Ledger):
    """A ledger that also gives its brief."""

    def __enter__(self) -> OpenLedger:
        return self

    def brief(self, *, about: str | None = None, since: Day | None = None, until: Day | None = None) -> Brief:
        """Give the situation report on an actor (or all) between two days, both inclusive; print it, or show it in a notebook.

        Raises WrongCall on a day that is none.
        """
        from .ask.brief import make_brief

        self.link()
        return make_brief(self.view(), about=about, since=since, until=until)

    def changes(self, since: Day, until: Day | None = None, *, about: str | None = None) -> Changes:
        """Give what is new in reports of these days, both inclusive, against all before: claims, denials, figures, first mentions.

        Raises WrongCall on a day that is none.
        """
        from .ask.changes import changes_between

        self.link()
        return changes_between(self.view(), since, until, about=about)


def open_ledger(where: str | Path | None = None, *, create: bool = True) -> OpenLedger:
    """Open (or make) the ledger at a path or sqlite:/// URL; None is $SAYSO_LEDGER, else ./situation.db.

    Raises LedgerError where there is none and `create` is False, where the file is something else, comes from a newer sayso, or
    cannot be read or written.
    """
    return opened(OpenLedger, where, create=create)
