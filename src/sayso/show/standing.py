"""What the lines of every record say alike: who somebody is, where a record stands, how sure it is."""

from __future__ import annotations

from collections.abc import Iterator

from ..ask.amounts import day_in_words
from ..record.found import ActorCard, ReportCard

_DATED = {
    "metadata": "the page's metadata say so", "text": "the page's text says so", "given": "as given by the user or the input",
    "none": "no day found",
}  # fmt: skip

Line = tuple[str, str]


def standing(card: ReportCard, carriers: tuple[str, ...]) -> Iterator[Line]:
    """Give the report a record is shown from, its day, its agency, and who else prints it."""
    yield "report", f"{card.key}\n{card.outlet or card.place or 'unnamed'}{f': {card.title}' if card.title else ''}"
    yield "published", day_line(card)
    yield "agency", card.agency or ""
    yield "also in", "\n".join(key for key in carriers if key != card.key)


def day_line(card: ReportCard) -> str:
    """Give the day of publication, and where it was found."""
    said = _DATED.get(card.published_from, card.published_from)
    return f"{day_in_words(card.published)} ({said})" if card.published else said


def who(card: ActorCard | None) -> str:
    """Give name and key; empty for nobody."""
    return f"{card.name} [{card.key}]" if card else ""


def how_sure(confidence: float, by: str) -> str:
    """Give what found the record, and how sure it is."""
    return f"by {by}, confidence {confidence:.2f}"
