"""Columns of who did it and to whom: POLECAT's eight, for either side; one value for each actor of the list."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from ...lexicons import entries
from ...record.found import ActorCard
from ...understand.events.ontology import closed_list, sector_codes
from .columns import Cell, Column, Row

_NO_WIKIPEDIA = "always empty: sayso names no pages of Wikipedia; kept so that the columns are POLECAT's"
_SIDES = {"Actor": "who did it", "Recipient": "to whom"}


def actor_columns(side: str) -> tuple[Column, ...]:
    """Give the eight columns of one side, "Actor" or "Recipient"."""
    who = _SIDES[side]

    def each(value: Callable[[Row, ActorCard], Cell]) -> Callable[[Row], Cell]:
        return lambda row: [value(row, card) for card in _cards(row, side)]

    return (
        Column(f"{side} Name", f"{who}: fullest names, a list; empty where nobody is resolved", each(lambda _, card: card.name)),
        Column(
            f"{side} Country", "its state, alpha-3 (XKX for Kosovo), or PLOVER's code of what has no state (IGO, NGO), one for each name",
            each(lambda _, card: country(card)),
        ),
        Column(f"{side} COW", "the state's number in the Correlates of War list, one for each name", each(lambda _, card: _cow(card))),
        Column(
            f"Primary {side} Sector", "PLOVER's sector of the first name",
            lambda row: next((sector(card) for card in _cards(row, side)), None),
        ),
        Column(f"{side} Sectors", "PLOVER's sectors, one for each name", each(lambda _, card: sector(card))),
        Column(f"{side} Title", "offices as the report says them, one for each name", each(_title)),
        Column(f"{side} Name Raw", "the report's own words, a list, verbatim; also where nobody is resolved", lambda row: _words(row, side)),
        Column(f"Wikipedia {side} ID", _NO_WIKIPEDIA, lambda row: None),
    )  # fmt: skip


def _cards(row: Row, side: str) -> tuple[ActorCard, ...]:
    return row.found.actors if side == "Actor" else row.found.recipients


def _words(row: Row, side: str) -> list[Cell]:
    return list(row.found.actor_words if side == "Actor" else row.found.recipient_words)


def country(card: ActorCard) -> str | None:
    """Give the country code as PLOVER writes it: of a state, else of what stands beside states."""
    if card.country is not None:
        return card.country
    return card.sector if card.sector in closed_list("non-state countries") else None


def sector(card: ActorCard) -> str | None:
    """Give the sector as PLOVER writes it; none where its country code says it."""
    return sector_codes().get(card.sector, card.sector) if card.sector else None


def _title(row: Row, card: ActorCard) -> str | None:
    actor = next((actor for actor in row.reading.actors if actor.key == card.key), None)
    told = [office for office in actor.offices if office.source == "report"] if actor else []
    return told[0].role if told else None


def _cow(card: ActorCard) -> int | None:
    return _numbers().get(card.country or "")


@cache
def _numbers() -> dict[str, int]:
    return {row["key"]: row["cow"] for row in entries("actors/cow")}
