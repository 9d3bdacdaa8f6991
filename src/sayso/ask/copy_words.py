"""The wording of whose text a report prints, the same in lists, in the brief and where one report is shown."""

from __future__ import annotations

from ..record.found import ReportCard
from .brief_words import carrier

KINDS = {
    "same": "the same words", "cut": "cut", "reworded": "reworded", "reprint": "reprint", "version": "version of a page",
    "excerpt": "holds passages",
}  # fmt: skip
_MARKS = {"version": "version of", "excerpt": "holds passages of", "reworded": "rewording of", "cut": "cut reprint of"}


def copy_words(card: ReportCard) -> str:
    """Give whose text a report prints and how much of its words that is ("reprint of Harbour Wire, 98 % of its words"); empty for its own."""
    if card.copy_kind is None:
        return ""
    return f"{copy_mark(card)}, {percent(card.copied or 0)} of its words"


def copy_mark(card: ReportCard) -> str:
    """Give whose text a report prints ("reprint of Harbour Wire"); empty for its own."""
    if card.copy_kind is None:
        return ""
    of = carrier(None, card.text_of_outlet) if card.text_of_outlet else f"report {(card.text_of or '')[:8]}"
    return f"{_MARKS.get(card.copy_kind, 'reprint of')} {of}"


def percent(share: float) -> str:
    """Give a share as people say it; less than all is never 100 %."""
    return f"{99 if 0.99 < share < 1 else round(100 * share)} %"
