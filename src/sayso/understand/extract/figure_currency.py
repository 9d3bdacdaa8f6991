"""Which country's pesos: a currency that several countries call alike is that of the state the report tells of. A quantity and the cast in, a unit out.

Only words alone are settled ("934,000 pesos"); a sign, a code or "Chilean pesos" says it itself. Cases: tests/understand/extract/test_figure_currency.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache

from ...findings.figure import FigureKind
from ...lexicons import entries
from ...span import Span
from ..doc import Doc
from ..numbers.quantities import Quantity
from .cast import Cast


@cache
def _alike() -> Mapping[str, Mapping[str, str]]:
    """Give, by the words for it, the currency of each state that calls its own so."""
    return {str(word): row["states"] for row in entries("units") if "states" in row for word in row["alike"]}


def currency_of(doc: Doc, cast: Cast, quantity: Quantity) -> str | None:
    """Give the unit of a quantity: of money in a shared word that of the state in its sentence, else of the state named most."""
    words = quantity.span.of(doc.text).split() if quantity.kind is FigureKind.MONEY else []
    at = next((i for i in range(1, len(words)) if words[i].lower() in _alike()), 0)
    if not at or (words[at - 1][:1].isupper() and words[at - 1].lower() not in ("million", "billion", "trillion")):
        return quantity.unit
    states = _alike()[words[at].lower()]
    sentence = doc.sentence_at(quantity.span.start)
    for area in (sentence, Span(0, len(doc.text))):
        named = Counter(part.country for _, part in cast.named_in(area) if part.country in states).most_common(2)
        if named and (len(named) == 1 or named[0][1] > named[1][1]):
            return states[named[0][0] or ""]
    return quantity.unit
