"""What a quantity is of by the number before it: said again, set beside it, a part of it, or joined to it. A Doc in, spans out.

Cases: tests/understand/extract/test_figure_things.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ...findings.figure import Figure, FigureKind
from ...span import Span
from ..doc import Doc
from ..numbers.quantities import Quantity
from ..numbers.word_lists import words_of
from ..reality.tree import tree_of

# Characters between two numbers of one thing.
_REACH = 60
_PART_REACH = 120
_OF_THEM = re.compile(r"\s+of (?:them|those|whom|these|which)\b")
# "11 drones, of which nine were downed".
_OF_WHICH = re.compile(r", of (?:which|whom) (?:at least |about |some |only )?$")
_TALLY_IS = re.compile(
    r"(?:'s|’s|'|’) (?:own |latest |official )*(?:count|figure|tally|toll|estimate) (?:is|was|stands at|stood at) $"
)
_OTHER_SAYS = re.compile(
    r"[;,] (?:but |while |and )?[^,;.]{2,40} (?:said|say|says|claimed|claim|claims|reported|counted|counts|tallied|gave|listed|registered|recorded|spoke of)$"
)
_CHANGE_OF = re.compile(
    r"[^.;,]{0,30}, (?:(?:an?|the) (?:\w+ )?(?:increase|rise|drop|fall|decline|growth|decrease|jump|gain|loss|cut) of |up |down |an? )"
)
_ANOTHER = re.compile(r"\b(?:another|an additional|a further|the(?: remaining| other)?) (?:about |some )?[\d,.]+$", re.IGNORECASE)
_NO_NOUN = re.compile(
    r"(?: (?:to|in|at|from|on|already|still|there|who|that|were|are|have|had|has|was|for|by|will|would)\b|[.,;:)])"
)
_OF_A_COUNTRY = re.compile(r" [A-Z][a-z]+(?:an|ian|ese|ish|i|ch)(?=[.,;:)]| and\b)")
_BY_HOW_MUCH = re.compile(r"[^.;,]{0,30}, (?:an?|the) (?:\w+ )?(?:increase|rise|drop|fall|decline|growth|decrease|jump|cut) of")
_OF_THOSE = re.compile(r"\W*of (?:the|those|these|its|their|some|about)?\W*")
_COMPARED = (" compared with", " compared to", " up from", " down from", " against", " versus")
_NOT_THE = (", not the", " rather than the", " instead of the", " and not the")
_MARKS = " ,.;:()\"“”‘’'–—-"


@dataclass(frozen=True, slots=True)
class Earlier:
    """A quantity before this one in its report, with what it is of."""

    span: Span
    kind: FigureKind
    of: Span | None
    most: float | None = None  # its largest value, or that of the number it is a part of


def as_bracketed(text: str, quantity: Quantity, previous: Figure | None) -> Quantity:
    """Give a sum or measure in brackets the bounds of the one it says again: "up to 900 pesos ($70)"."""
    kinds = (FigureKind.MONEY, FigureKind.MEASURE)
    if previous is None or quantity.kind not in kinds or previous.kind is not quantity.kind or previous.unit == quantity.unit:
        return quantity
    is_again = text[previous.span.end : quantity.span.start].strip() == "(" and quantity.bound == "="
    if not is_again or quantity.low != quantity.high:
        return quantity
    low = None if previous.low is None else quantity.low
    high = None if previous.high is None else quantity.high
    return replace(quantity, low=low, high=high, approximate=quantity.approximate or previous.approximate)


class Numbers:
    """Compares a quantity of one report with the one before it."""

    def __init__(self, doc: Doc) -> None:
        self._tree, self._doc = tree_of(doc), doc

    def again(self, quantity: Quantity, earlier: Earlier | None) -> Span | None:
        """Give what the number before is of, where this one only says it again or sets it beside: "(80 km)", "up from 7", "or 18 cents a share"."""
        text = self._doc.text
        if earlier is None or earlier.of is None:
            return None
        if earlier.of.start > quantity.span.start:
            is_bracketed = text[earlier.span.end : quantity.span.start].strip() == "(" and earlier.kind is quantity.kind
            return earlier.of if is_bracketed and quantity.kind in (FigureKind.MONEY, FigureKind.MEASURE) else None
        if self._is_again(quantity, earlier):
            return earlier.of
        low = " ".join(text[max(earlier.span.end, earlier.of.end) : quantity.span.start].lower().split())
        is_here = self._doc.sentence_at(earlier.span.start) == self._doc.sentence_at(quantity.span.start)
        if not is_here or len(low) > _REACH:
            is_same = is_here and len(low) <= _PART_REACH and quantity.kind is earlier.kind
            is_part = is_same and quantity.kind is FigureKind.COUNT and self._is_part(quantity, earlier, low)
            is_beside = is_same and quantity.kind is FigureKind.PERCENT and low.endswith(_COMPARED)
            return earlier.of if is_part or is_beside else None
        is_same = earlier.kind is quantity.kind
        is_share = quantity.unit in ("point", "percent") and earlier.kind in (FigureKind.PERCENT, FigureKind.MEASURE)
        if (is_share and self._is_moved(quantity, low)) or _BY_HOW_MUCH.fullmatch(low):
            return earlier.of  # "25 percent support, up eight points", "682 thefts, an increase of 10 percent"
        if is_same and quantity.kind is FigureKind.COUNT and (_OTHER_SAYS.search(low) or self._is_of_those(earlier, low)):
            return earlier.of
        if is_same and quantity.kind is FigureKind.COUNT and self._is_part(quantity, earlier, low):
            return earlier.of
        if is_same and quantity.kind is FigureKind.COUNT and low.endswith(_NOT_THE):
            return earlier.of  # "23 people on board, not the 19 they spoke of"
        if is_same and low.endswith(_COMPARED[2:4] if quantity.kind is FigureKind.COUNT else _COMPARED):
            return earlier.of
        if is_same and quantity.kind is FigureKind.PERCENT and self._is_subject(quantity):
            return earlier.of  # "54 percent of the troops said so, only 25 percent would vote"
        if low == "(" and quantity.kind in (FigureKind.MONEY, FigureKind.MEASURE) and is_same:
            return earlier.of
        is_loose = quantity.kind is FigureKind.COUNT and low in ("from", "to", "or", "not", "against")
        return earlier.of if is_same and not is_loose and low.strip(_MARKS) in words_of("beside") else None

    def _is_moved(self, quantity: Quantity, between: str) -> bool:
        """Tell "…, up eight points", "… since May and 12 points since June"."""
        after = self._doc.text[quantity.span.end : quantity.span.end + 8].split()
        is_next = between.endswith("and") and not set(",.;") & set(between) and len(between) < 40
        return between in (", up", ", down", "up", "down") or (is_next and bool(after) and after[0] == "since")

    def _is_again(self, quantity: Quantity, earlier: Earlier) -> bool:
        """Tell "60 percent of them", "the rebels' count is 40"."""
        if earlier.kind is not FigureKind.COUNT or not self._is_near(quantity, earlier):
            return False
        is_of_them = _OF_THEM.match(self._doc.text, quantity.span.end) is not None
        if quantity.kind is not FigureKind.COUNT:
            return quantity.kind is FigureKind.PERCENT and is_of_them
        start = quantity.span.start
        return is_of_them or _TALLY_IS.search(self._doc.text[max(0, start - 60) : start]) is not None

    def takes_up(self, quantity: Quantity, earlier: Earlier | None) -> bool:
        """Tell a number that leaves out what it counts: "posted another 700 to the valley", "the 250 already there", "and three Danish"."""
        is_count = earlier is not None and earlier.of is not None and quantity.kind is earlier.kind is FigureKind.COUNT
        if (
            not is_count
            or earlier is None
            or earlier.of is None
            or quantity.of is not None
            or not self._is_near(quantity, earlier)
        ):
            return False
        text = self._doc.text
        before, after = (
            text[max(0, quantity.span.start - 14) : quantity.span.start],
            text[quantity.span.end : quantity.span.end + 24],
        )
        if earlier.of.of(text).lower() in words_of("harming") | words_of("participles"):
            return False
        return (
            _ANOTHER.search(before + quantity.span.of(text)) is not None
            and _NO_NOUN.match(after) is not None
            or (before.endswith(("and ", ", ")) and _OF_A_COUNTRY.match(after) is not None)
        )

    def is_of_them(self, quantity: Quantity, earlier: Earlier | None) -> bool:
        """Tell "six of them were killed", where the number before says who they are."""
        is_count = earlier is not None and earlier.of is not None and quantity.kind is earlier.kind is FigureKind.COUNT
        return (
            is_count
            and earlier is not None
            and self._is_near(quantity, earlier)
            and (_OF_THEM.match(self._doc.text, quantity.span.end) is not None or self._is_of_which(quantity, earlier))
        )

    def _is_of_which(self, quantity: Quantity, earlier: Earlier) -> bool:
        """Tell "put the number at 11, of which nine were downed": right behind the number they are a part of."""
        between = self._doc.text[earlier.span.end : quantity.number.start]
        of = quantity.of.of(self._doc.text).lower() if quantity.of is not None else ""
        is_bare = not of or of in words_of("harming") | words_of("participles")
        return is_bare and len(between) <= _PART_REACH and "." not in between and _OF_WHICH.search(between) is not None

    def is_of_others(self, quantity: Quantity, earlier: Earlier | None) -> bool:
        """Tell "ten prisons have it and four others will", where the number before says what they are."""
        is_count = earlier is not None and earlier.of is not None and quantity.kind is earlier.kind is FigureKind.COUNT
        if not is_count or earlier is None or earlier.of is None or quantity.of is None or not self._is_near(quantity, earlier):
            return False
        is_noun = earlier.of.of(self._doc.text).lower() not in words_of("harming") | words_of("participles")
        return is_noun and quantity.of.of(self._doc.text).lower() == "others"

    def _is_of_those(self, earlier: Earlier, between: str) -> bool:
        """Tell "of the 48 passengers, 11 survived"."""
        start = self._doc.sentence_at(earlier.span.start).start
        return between.endswith(",") and bool(_OF_THOSE.fullmatch(self._doc.text[start : earlier.span.start].lower().strip()))

    def _is_part(self, quantity: Quantity, earlier: Earlier, between: str) -> bool:
        """Tell "nine guards, six on foot and three on horses": a smaller number before a preposition."""
        after = self._doc.text[quantity.span.end : quantity.span.end + 8].split()
        is_less = earlier.most is not None and quantity.high is not None and quantity.high < earlier.most
        opens = between.rstrip().endswith((",", "–", "—", "-", ":", "and")) or between in ("–", "—", ",")
        return (
            is_less
            and opens
            and bool(after)
            and after[0] in ("in", "at", "from", "on", "to", "during", "under", "near", "before", "after")
            and not between.startswith("and the")
        )

    def is_joined(self, quantity: Quantity, earlier: Earlier | None) -> bool:
        """Tell whether a number of victims is joined to one before, of whom it says no more: "killing nine soldiers and wounding 30"."""
        of = quantity.of
        if (
            earlier is None
            or earlier.of is None
            or of is None
            or earlier.kind is not FigureKind.COUNT
            or of.start < earlier.of.end
        ):
            return False
        text = self._doc.text
        between = " ".join(text[earlier.of.end : of.start].lower().split())
        is_noun = earlier.of.of(text).lower() not in words_of("harming") | words_of("participles")
        is_part = re.search(
            r"\b(?:includ\w+|among (?:them|those)),? $", text[max(0, earlier.span.start - 20) : earlier.span.start]
        )
        return (
            not is_part
            and is_noun
            and of.end <= quantity.span.start
            and of.of(text).lower() in words_of("harming")
            and between in words_of("joining")
        )

    def is_change_of(self, quantity: Quantity, previous: Figure) -> bool:
        """Tell "…, an increase of almost $200 million", "…, up two points": the change of the number before."""
        between = self._doc.text[previous.span.end : quantity.span.start]
        return previous.kind in (quantity.kind, FigureKind.PERCENT) and _CHANGE_OF.fullmatch(between) is not None

    def _is_near(self, quantity: Quantity, earlier: Earlier) -> bool:
        """Tell whether the number before stands in the same sentence or the one before it."""
        return self._doc.sentence_number(quantity.span.start) - self._doc.sentence_number(earlier.span.start) <= 1

    def _is_subject(self, quantity: Quantity) -> bool:
        inside = self._doc.tokens_in(quantity.span) if self._doc.heads else ()
        return any(self._tree.kind(i) == "nsubj" for i in inside)
