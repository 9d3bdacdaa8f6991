"""Whose text each report has, without what people ruled to be no copy; what was found stays as it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from ..findings.decision import RecordKind, Verdict
from ..link.copies.standing import Copy
from .kinfolk import copies_held, roots_held
from .ruled import ruled_on


def copies_ruled(connection: Connection, keys: Iterable[str]) -> dict[str, Copy]:
    """Give whose text each of these reports has; none for a report that a person split from that one, or rejected as a copy."""
    found, held = copies_held(connection, keys), ruled_on(connection).held
    apart = held.weighed(RecordKind.COPY).apart
    last = held.latest(Verdict.ACCEPT, Verdict.REJECT)
    rejected = {key for (of, key), each in last.items() if of is RecordKind.COPY and each.verdict is Verdict.REJECT}
    return {
        key: copy for key, copy in found.items() if key not in rejected and not {(key, copy.of), (copy.of, key)} & apart.keys()
    }


def roots_ruled(connection: Connection, keys: Sequence[str]) -> dict[str, str]:
    """Give, for these reports, the one their text goes back to, likewise."""
    return roots_held(connection, keys, copies_ruled)
