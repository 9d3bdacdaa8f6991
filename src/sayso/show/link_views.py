"""What people see of lists of claims, stories, events told once and series: columns for 80 characters, more for 100."""

from __future__ import annotations

from datetime import timedelta

from ..ask.visible import one_line
from ..record.found_links import FoundClaim, FoundHappening, FoundSeries
from .format import Column, View
from .link_words import counted, days, iso_days, names, point_words, stands, told_by
from .views import KEY_SHOWN, WIDE, short_key

# Characters of a claim that a list shows; its record shows all.
MOST_SHOWN = 200


def disagreement_words(row: FoundHappening) -> str:
    """Give what the tellings disagree on: "size: 12 / about 20; date: 2031-04-02 / 2031-04-03"."""
    return "; ".join(f"{one.what.value}: {' / '.join(side.value for side in one.sides)}" for one in row.disagreements)


def _what(row: FoundHappening) -> str:
    kind = " ".join(filter(None, (row.event_type, *row.modes, f"“{row.words}”")))
    otherwise = f"; told otherwise: {disagreement_words(row)}" if row.disagreements else ""
    return f"{kind}, {row.reality}{', contested' if row.contested else ''}{otherwise}"


def _say_so(row: FoundHappening) -> str:
    said = [f"says: {names(row.asserted_by)}"] if row.asserted_by else []
    denied = [f"denies: {names(row.denied_by)}"] if row.denied_by else []
    own = [f"{counted(len(row.told_by), 'report')} in its own voice"] if row.told_by else []
    return "; ".join([*own, *said, *denied]) or "—"


def _when(row: FoundHappening) -> str:
    on = row.date
    if on is None or not (on.start or on.end):
        return f"“{on.words}”" if on and on.words else "—"
    last = on.end - timedelta(days=1) if on.end else None
    return iso_days(on.start or last, last or on.start)


def _claim(row: FoundClaim) -> str:
    words = one_line(row.text)
    return words if len(words) <= MOST_SHOWN else f"{words[:MOST_SHOWN].rstrip()} […]"


def _latest(row: FoundSeries) -> str:
    return "; ".join(point_words(row, point) for point in row.series.latest)


def _changes(row: FoundSeries) -> str:
    it = row.series
    revised = [f"{len(it.revisions)} revised"] if it.revisions else []
    disputed = [f"{len(it.disagreements)} disputed"] if it.disagreements else []
    return ", ".join([*revised, *disputed]) or "—"


CLAIMS = View(
    (
        Column("key", lambda row: short_key(row.key), width=KEY_SHOWN, style="dim"),
        Column("published", lambda row: iso_days(row.spread.first, row.spread.last), width=10, from_width=WIDE),
        Column("claim", _claim, share=6, style="bold"),
        Column("status", lambda row: row.status.value, width=11),
        Column("who stands where", stands, share=5),
        Column("support", lambda row: told_by(row.support, len(row.origins)), width=10),
    ),
    "no claim fits",
)
STORIES = View(
    (
        Column("key", lambda row: short_key(row.key), width=KEY_SHOWN, style="dim"),
        Column("published", lambda row: iso_days(row.spread.first, row.spread.last), width=10),
        Column("story", lambda row: row.name, share=5, style="bold"),
        Column("of whom", lambda row: names(row.actors), share=3),
        Column("told by", lambda row: told_by(row.spread), width=10),
        Column("claims", lambda row: str(row.claims), width=6, right=True),
        Column("contested", lambda row: str(row.contested), width=9, right=True, from_width=WIDE),
        Column("events", lambda row: str(row.happenings), width=6, right=True, from_width=WIDE),
    ),
    "no story fits",
)
HAPPENINGS = View(
    (
        Column("key", lambda row: short_key(row.key), width=KEY_SHOWN, style="dim"),
        Column("day", _when, width=10),
        Column("who", lambda row: ", ".join(row.actor_names) or "—", share=3, style="bold"),
        Column("what", _what, share=5),
        Column("to whom", lambda row: ", ".join(row.recipient_names) or "—", share=3),
        Column("on whose say-so", _say_so, share=4, from_width=WIDE),
        Column("told by", lambda row: told_by(row.spread), width=10),
    ),
    "no event fits",
)
SERIES = View(
    (
        Column("key", lambda row: short_key(row.key), width=KEY_SHOWN, style="dim"),
        Column("published", lambda row: days(row.spread.first, row.spread.last), share=3, from_width=WIDE + 20),
        Column("quantity", lambda row: row.series.name, share=3, style="bold"),
        Column("the latest of each giver", _latest, share=6),
        Column("moved", _changes, width=11),
        Column("told by", lambda row: told_by(row.spread), width=10),
    ),
    "no series fits",
)
