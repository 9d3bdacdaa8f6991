"""Quantities of a Doc with who gives them, whose they are and where they hold → Figure findings."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ...findings.figure import Counted, Figure, FigureKind
from ...findings.statement import Statement
from ...span import Span, overlaps_any
from ..doc import Doc
from ..numbers.quantities import find_quantities
from .cast import Cast
from .figure_currency import currency_of
from .figure_earlier import Earlier, Numbers, as_bracketed
from .figure_givers import Givers
from .figure_idle import tells_nothing
from .figure_owners import owner_of
from .figure_things import Things

# Between two numbers that one voice gives.
_JOINED = re.compile(r"\)?(?: [\w’'-]+){0,4} and ")
BY = "rule:figures/1"
# Share of quantities right in value, with and without a counted noun; NewsQuant dev (`make bench-newsquant`, precision).
RIGHT, RIGHT_ALONE = 0.95, 0.92


def make_figures(
    doc: Doc,
    cast: Cast,
    statements: Sequence[Statement],
    where: Callable[[Span], str | None],
    calibrate: Callable[[str, float], float],
) -> tuple[Figure, ...]:
    """Give every quantity outside furniture; `where` names the place of a span, None where none is near."""
    figures: list[Figure] = []
    earlier: Earlier | None = None
    by_id = {statement.id: statement for statement in statements}
    givers, things, numbers = Givers(doc, cast, statements), Things(doc), Numbers(doc)
    for quantity in find_quantities(doc.text):
        if overlaps_any(quantity.span, doc.report.furniture) or tells_nothing(doc.text, quantity):
            continue
        giver, carrier = givers.of(quantity.span)
        if carrier is None and figures and (numbers.is_joined(quantity, earlier) or numbers.is_change_of(quantity, figures[-1])):
            giver, carrier = figures[-1].giver, by_id.get(figures[-1].statement or "")
        is_share = bool(figures) and figures[-1].kind is quantity.kind is FigureKind.PERCENT
        if is_share and carrier is not None and any(piece.start == figures[-1].span.start for piece in carrier.source):
            giver = figures[-1].giver  # "61 percent said they wanted it, up from 44": nobody is 61 percent
        of = things.of(quantity, earlier)
        is_part = earlier is not None and of is not None and earlier.of == of  # "nine, six on foot and three on horses"
        earlier = Earlier(quantity.span, quantity.kind, of, earlier.most if is_part and earlier is not None else quantity.high)
        quantity = as_bracketed(doc.text, quantity, figures[-1] if figures else None)
        whose = owner_of(doc, cast, quantity, of, figures[-1] if figures else None)
        evidence = (
            quantity.span
            if of is None or of.end < quantity.span.start
            else Span(quantity.span.start, max(quantity.span.end, of.end))
        )
        figures.append(Figure(
            id=f"f{len(figures) + 1}", span=quantity.span, kind=quantity.kind, low=quantity.low, high=quantity.high, unit=currency_of(doc, cast, quantity),
            approximate=quantity.approximate, of=Counted(of, of.of(doc.text)) if of else None, whose=whose.id if whose else None,
            where=where(quantity.span), as_of=None, giver=giver, statement=carrier.id if carrier is not None else None, evidence=(evidence,),
            confidence=calibrate("figure", RIGHT if of is not None else RIGHT_ALONE), by=BY,
        ))  # fmt: skip
    return tuple(_with_shared_givers(doc, figures))


def _with_shared_givers(doc: Doc, figures: list[Figure]) -> list[Figure]:
    """Give a number nobody gives the giver of the next one that "and" joins to it: "60 tons of tea and 11 tons of rice, he said"."""
    for at in range(len(figures) - 2, -1, -1):
        one, other = figures[at], figures[at + 1]
        if one.statement is not None or other.giver is None or one.kind is not other.kind:
            continue
        between = doc.text[one.span.end : other.span.start]
        is_said_again = between.strip() == "(" and other.unit != one.unit
        if is_said_again or _JOINED.fullmatch(between):
            figures[at] = replace(one, giver=other.giver, statement=other.statement)
    return figures
