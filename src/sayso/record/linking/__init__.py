"""Keeps what reports share: takes in what was read since, and groups anew only what that touches.

    note(connection, sha256)            in the transaction that puts a report in or takes one out
    is_due(connection) -> bool          whether something waits
    link(database) -> int               takes in all that waits, some texts a transaction; gives how many
    renew(database) -> int              links anew what stands by other rules than these; to_be_renewed(connection) tells how many texts that is

Invariant: when nothing waits, `linkages` holds what link.kinds gives of all readings, published days and decisions, whatever the order of adding.
"""

from .renewing import renew, stamp, to_be_renewed
from .running import BATCH, link, link_all
from .waiting import is_due, note, note_all, note_findings

__all__ = ["BATCH", "is_due", "link", "link_all", "note", "note_all", "note_findings", "renew", "stamp", "to_be_renewed"]
