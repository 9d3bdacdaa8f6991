"""Quantities of a Doc with who gives them, whose they are and where they hold → Figure findings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

from ...findings.actor import ActorKind
from ...findings.figure import Counted, Figure
from ...findings.statement import Act, Statement
from ...span import Span, overlaps_any
from ..doc import Doc
from ..numbers.quantities import Quantity, find_quantities
from .cast import Cast, Part

BY = "rule:figures/1"
# Share of quantities right in value, with and without a counted noun; NewsQuant dev (`make bench-newsquant`, precision).
RIGHT, RIGHT_ALONE = 0.95, 0.92
_HAS = re.compile(
    r"\s*(?:,?\s*which\s+)?(?:has|have|had|holds?|boasts?|fields?|maintains?|deployed|employs?|lost|sent)\b", re.IGNORECASE
)
_MAKES_UP = re.compile(
    r"\b(?:representing|accounting for|making up|comprising|represents?|accounts? for|makes? up|covering|home to|producing|with)\b[^.;:]{0,40}$",
    re.IGNORECASE,
)
# Acts in whose words nobody gives a number: to deny that 500 died is not to say so.
_GIVERLESS = (Act.IMPUTED, Act.ASK, Act.SILENT, Act.DECLINE, Act.DENY, Act.DOUBT)
# Modal verbs of what is not, or not yet, said ("may say 500").
_UNSAID = {"may", "might", "could", "would", "should", "will", "shall"}


def make_figures(
    doc: Doc,
    cast: Cast,
    statements: Sequence[Statement],
    where: Callable[[Span], str | None],
    calibrate: Callable[[str, float], float],
) -> tuple[Figure, ...]:
    """Give every quantity outside furniture; `where` names the place of a span, None where none is near."""
    figures: list[Figure] = []
    previous: Figure | None = None
    carriers = _Carriers(statements)
    for quantity in find_quantities(doc.text):
        if overlaps_any(quantity.span, doc.report.furniture):
            continue
        carrier = carriers.of(quantity.span)
        of = quantity.of
        whose = _whose(doc, cast, quantity, previous)
        evidence = (
            quantity.span
            if of is None or of.end < quantity.span.start
            else Span(quantity.span.start, max(quantity.span.end, of.end))
        )
        previous = Figure(
            id=f"f{len(figures) + 1}", span=quantity.span, kind=quantity.kind, low=quantity.low, high=quantity.high, unit=quantity.unit,
            approximate=quantity.approximate, of=Counted(of, of.of(doc.text)) if of else None, whose=whose.id if whose else None,
            where=where(quantity.span), as_of=None,
            giver=carrier.speaker if carrier is not None and _gives(carrier) else None,
            statement=carrier.id if carrier is not None else None, evidence=(evidence,),
            confidence=calibrate("figure", RIGHT if quantity.of is not None else RIGHT_ALONE), by=BY,
        )  # fmt: skip
        figures.append(previous)
    return tuple(figures)


def _gives(carrier: Statement) -> bool:
    """Tell whether a statement puts its numbers forward."""
    return carrier.act not in _GIVERLESS and not carrier.negated and carrier.modal not in _UNSAID


class _Carriers:
    """Finds the innermost statement whose content holds a number; contents sorted, so a long report costs no more per number."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._pieces = sorted(((p, s) for s in statements for p in s.content), key=lambda pair: pair[0])
        self._longest = max((p.end - p.start for p, _ in self._pieces), default=0)

    def of(self, span: Span) -> Statement | None:
        low = bisect_left(self._pieces, span.start - self._longest, key=lambda pair: pair[0].start)
        high = bisect_left(self._pieces, span.start + 1, key=lambda pair: pair[0].start)
        around = [(p.end - p.start, s) for p, s in self._pieces[low:high] if p.overlaps(span)]
        return min(around, key=lambda pair: pair[0])[1] if around else None


def _whose(doc: Doc, cast: Cast, quantity: Quantity, previous: Figure | None) -> Part | None:
    """Give the owner: a possessor in the counted phrase, the subject of "has N", what "representing N %" explains."""
    text, sentence = doc.text, doc.sentence_at(quantity.span.start)
    if quantity.of is not None:
        inside = [p for m, p in cast.named_in(quantity.of) if p.kind is not ActorKind.PERSON and m.start - quantity.of.start < 24]
        if inside and not re.search(r"\b(?:in|from|near|to)\b", quantity.of.of(text)[:24]):
            return inside[0]
    before = [(m, p) for m, p in cast.named_in(Span(sentence.start, quantity.span.start)) if p.kind is not ActorKind.PERSON]
    for mention, part in reversed(before):
        between = text[mention.end : quantity.span.start]
        if _HAS.match(between) and len(between) < 40:
            return part
        if between in ("’s ", "'s ") or (between.startswith(("’s ", "'s ")) and len(between) < 24 and quantity.of is not None):
            return part
    if before and _MAKES_UP.search(text[sentence.start : quantity.span.start]):
        return before[-1][1]
    if previous is None or previous.whose is None or previous.span.start < sentence.start or previous.kind is not quantity.kind:
        return None
    if not re.fullmatch(r"[^.;:]{0,60}\b(?:and|or)\b\s*", text[previous.span.end : quantity.span.start]):
        return None
    return next((p for p in cast.parts.values() if p.id == previous.whose), None)
