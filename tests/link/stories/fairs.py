"""Readings and leads made by hand: a bridge of an invented river, a quake, a strike, each told by several."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.findings.mention import Entity, Label
from sayso.findings.reading import Reading
from sayso.link.stories import Kinship, Lead, Term
from sayso.report import Report
from sayso.span import Span

FIRST = date(2031, 5, 1)
BRIDGE = (
    ("Olm bridge collapses under a barge", "The Olm bridge at Kelvar collapsed on Thursday when a barge struck a pillar. Kelvar's ferrymen pulled sailors out of the river."),
    ("Barge brings down bridge at Kelvar", "A barge struck a pillar of the Olm bridge and brought it down, ferrymen at Kelvar said. Sailors were pulled out of the river."),
    ("Sailors saved after Olm bridge falls | Hill Echo", "Ferrymen saved sailors at Kelvar after the Olm bridge was brought down by a barge that hit a pillar."),
)  # fmt: skip
QUAKE = (
    ("Quake shakes Tosk", "An earthquake of magnitude 6.4 shook the hills of Tosk. Roofs fell in and shepherds slept in tents, Mayor Ilse Brandt said."),
    ("Tosk shepherds in tents after earthquake", "Shepherds slept in tents after an earthquake of magnitude 6.4 damaged roofs in Tosk, according to Mayor Ilse Brandt."),
)  # fmt: skip
_NAME = re.compile(r"\b(?:Olm|Kelvar|Tosk|Ilse Brandt|Norland|Sorrel)\b")


def reading(title: str, text: str, *, days: int | None = 0, place: str = "") -> Reading:
    """Give a reading with its names found; published so many days after the first, None for no day."""
    published = None if days is None else FIRST + timedelta(days=days)
    report = Report(text=text, title=title, published=published, place_of_origin=place or title)
    names = tuple(Entity(Span(m.start(), m.end()), Label.LOC) for m in _NAME.finditer(text))
    return Reading("r1", report, entities=names)


def bridge_and_quake() -> list[Reading]:
    """Give five readings of two stories."""
    return [reading(*told, days=at % 2) for at, told in enumerate((*BRIDGE, *QUAKE))]


def bare(key: str, day: int | None = 0, *words: str) -> Lead:
    """Give a lead of a few words of one weight."""
    published = None if day is None else FIRST + timedelta(days=day)
    return Lead(key, published, f"Report {key}", tuple(Term(word, word, 500) for word in words))


def kin(one: str, other: str, score: float) -> Kinship:
    """Give a kinship of that score."""
    return Kinship(*sorted((one, other)), score, (f"{one} and {other}",))
