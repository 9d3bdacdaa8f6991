"""Figures as reports give them, built by hand for the tests of series."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sayso.findings.figure import FigureKind
from sayso.link.series import Given, Spot
from sayso.span import Span

KORVIA = Spot("Korvia", "KOR", "country")
_PLAIN = Given(
    report="r1", figure="f1", span=Span(16, 21), words="3,000", published=date(2031, 6, 1), as_of=None, start=None, end=None, kind=FigureKind.COUNT, unit=None,
    dimension=None, factor=1.0, low=3000.0, high=3000.0, approximate=False, of="soldiers", things=frozenset(("soldier", "troop")), part=False,
    stages=frozenset(("sent",)), done="sent", spots=(KORVIA,), joint=False, whose=None, giver="tarvo", giver_name="Tarvo", voice="Orm Post", statement="s1", event=None,
    happening=frozenset(), setting=frozenset(), names=frozenset(("denmar", "korvia")), cast=frozenset(("denmar", "korvia", "tarvo")),
    matter=frozenset(("send", "soldier", "troop")),
)  # fmt: skip


def soldiers(number: float = 3000, /, **changes: Any) -> Given:
    """Give so many soldiers sent to Korvia, as Tarvo said on 1 June, with what is changed; `low` and `high` go over the number."""
    made = {"low": number, "high": number, "words": f"{number:,.0f}"} | changes
    return replace(_PLAIN, **made)


def dead(number: float, /, **changes: Any) -> Given:
    """Give so many people killed by a quake in Korvia."""
    told = {"of": "people", "things": frozenset(), "stages": frozenset(("killed",)), "done": "killed", "names": frozenset(("korvia",)),
            "happening": frozenset(("quake",)), "setting": frozenset(("quake",)), "matter": frozenset(("kill", "quake"))}  # fmt: skip
    return soldiers(number, **(told | changes))
