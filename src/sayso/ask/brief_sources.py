"""Reports → the sources of a brief: outlet, day and where it was found, agency, and whose text a report prints.

Reprints stand right after the report they print where that is listed; which is whose is the ledger's (record/copying.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ..record.found import ReportCard
from .brief_parts import Source
from .brief_words import carrier
from .copy_words import copy_words

ANALYSED = "en"


def sources(cards: Sequence[ReportCard]) -> tuple[Source, ...]:
    """Give one line for each report, oldest first, reprints behind their original."""
    by_key = {card.key: card for card in cards}

    def place(card: ReportCard) -> tuple[object, ...]:
        first = by_key.get(card.text_of or "", card) if card.is_reprint else card
        return (*_age(first), card.is_reprint, *_age(card))

    return tuple(_source(card) for card in sorted(cards, key=place))


def first_prints(cards: Iterable[ReportCard]) -> dict[str, ReportCard]:
    """Give of each text, by its hash, the report it is shown from: its own before a reprint, then the oldest, whichever was read first."""
    found: dict[str, ReportCard] = {}
    for card in sorted(cards, key=lambda card: (card.is_reprint, *_age(card))):
        found.setdefault(card.sha256, card)
    return found


def _age(card: ReportCard) -> tuple[bool, date, str, str]:
    return (card.published is None, card.published or date.max, card.place or "", card.key)


def _source(card: ReportCard) -> Source:
    whose, is_reprint = copy_words(card) or None, card.is_reprint
    return Source(
        report=card.key, outlet=card.outlet, title=card.title, url=card.url, place=card.place, published=card.published,
        dated=card.published_from, agency=card.agency, language=card.language, analysed=card.language == ANALYSED,
        copy_of=card.text_of if is_reprint else None, copies=carrier(None, card.text_of_outlet) if is_reprint else None,
        shares=None if is_reprint else whose, statements=card.statements, figures=card.figures, events=card.events,
        copy_kind=card.copy_kind, text_of=whose if is_reprint else None,
    )  # fmt: skip
