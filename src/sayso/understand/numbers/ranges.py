"""A numeral with its unit and the numeral it forms a range with: "3,000 to 4,000", "between X and Y", "$5-10 million", "one in
five"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...findings.figure import FigureKind
from .bounds import find_trend
from .digits import Number, whole
from .not_quantities import is_date
from .numerals import Numeral, read_numeral
from .pieces import Pieces
from .units import Unit, metre_or_million, money_before, settle_pound, unit_after, unit_before
from .word_lists import DASHES, HYPHENS, words_of

_CHANGE_REACH = 8
_MINUS = frozenset("-−–")


@dataclass(frozen=True, slots=True)
class Measured:
    """A numeral with unit and sign: pieces `first` to `stop`, the values its words give before any bound."""

    numeral: Numeral
    first: int
    stop: int
    low: Number
    high: Number
    unit: Unit | None
    kind: FigureKind
    number_stop: int
    signed: bool = False
    note: str = "number"

    def as_age(self, edge: int) -> Measured:
        """The same number as an age whose words end at piece `edge`."""
        return replace(self, kind=FigureKind.AGE, stop=max(self.stop, edge))


def measured(pieces: Pieces, numeral: Numeral) -> Measured:
    """Join the numeral with its money sign or unit and its minus."""
    money = money_before(pieces, numeral.first)
    numeral = metre_or_million(pieces, numeral, is_money=money is not None)
    after = unit_after(pieces, numeral) or _unit_of_share(pieces, numeral)
    if after is not None:
        after = settle_pound(pieces, numeral, after)
    if money is None and after is None:
        after = unit_before(pieces, numeral) or _unit_shared(pieces, numeral)
    unit, first = money or after, money.edge if money else numeral.first
    stop = numeral.stop
    if after is not None and (money is None or (after.kind is FigureKind.MONEY and pieces.word(stop) not in HYPHENS)):
        stop = after.edge
    elif money is not None:
        stop = _past_country(pieces, numeral.stop)
    kind = unit.kind if unit else FigureKind.PERCENT if numeral.form == "share" else FigureKind.COUNT
    factor: Number = 100 if kind is FigureKind.PERCENT and unit is None else 1
    if unit is not None and money is None and unit.key == "percent" and numeral.form == "share":
        factor = 1
    note = "fraction" if factor == 100 else kind.value
    found = Measured(
        numeral, first, stop, whole(numeral.low * factor), whole(numeral.high * factor), unit, kind, numeral.stop, note=note
    )
    return _signed(pieces, found)


def _unit_of_share(pieces: Pieces, numeral: Numeral) -> Unit | None:
    """Give the unit in "three-quarters of an hour"."""
    if numeral.form != "share" or pieces.word(numeral.stop) != "of" or pieces.word(numeral.stop + 1) not in ("a", "an"):
        return None
    return unit_after(pieces, replace(numeral, stop=numeral.stop + 2))


def _unit_shared(pieces: Pieces, numeral: Numeral) -> Unit | None:
    """Give the percent or points of "by 5 and 10 percent, respectively": the unit of the number joined by "and"."""
    if (
        numeral.form != "digits"
        or numeral.scaled
        or pieces.word(numeral.stop) != "and"
        or pieces.at(numeral.stop + 1).kind != "n"
    ):
        return None
    other = read_numeral(pieces, numeral.stop + 1)
    unit = unit_after(pieces, other) if other is not None and not other.scaled else None
    is_share = unit is not None and (unit.kind is FigureKind.PERCENT or unit.key == "point")
    return replace(unit, edge=numeral.stop) if unit is not None and is_share else None


def _past_country(pieces: Pieces, stop: int) -> int:
    """Step over the country in "$76 US"."""
    return stop + 1 if pieces.at(stop).text in ("US", "USD", "CAD", "AUD") and pieces.follows(stop) else stop


def _signed(pieces: Pieces, found: Measured) -> Measured:
    """Read a minus (or plus) that touches the number, and "minus 20 degrees"."""
    sign, at = pieces.word(found.first - 1), found.first - 1
    if found.unit is None or found.unit.kind is FigureKind.DURATION:
        return found
    if sign == "minus" and pieces.word(at - 1) in ("or", "/") and pieces.word(at - 2) == "plus":
        return found  # a margin to both sides
    if sign in HYPHENS and pieces.word(at - 1) == "minus":
        sign, at = "minus", at - 1
    is_bare = sign in _MINUS | {"+"} and pieces.touches(found.first) and not pieces.touches(at)
    if sign == "minus" or (is_bare and sign != "+"):
        negative = replace(found.numeral, first=at, low=-found.numeral.high, high=-found.numeral.low)
        return replace(found, numeral=negative, first=at, low=-found.high, high=-found.low, signed=sign != "minus")
    return replace(found, first=at, signed=True) if is_bare else found


def read_share(pieces: Pieces, numeral: Numeral) -> Measured | None:
    """Read "one in five", "3 out of 10" as a percent; None where it is no such thing."""
    at = numeral.stop
    if numeral.form not in ("words", "digits") or numeral.scaled or not isinstance(numeral.low, int) or not 0 < numeral.low < 100:
        return None
    out_of = pieces.word(at) == "out" and pieces.word(at + 1) == "of"
    if not out_of and (pieces.word(at) != "in" or numeral.low > 9):
        return None
    base = read_numeral(pieces, at + (2 if out_of else 1))
    if (
        base is None
        or base.form not in ("words", "digits")
        or base.low <= numeral.low
        or base.low > 10_000
        or is_date(pieces, base)
    ):
        return None
    plain = base.low in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000, 10_000)
    if not out_of and (not plain or unit_after(pieces, base) is not None):
        return None
    share = whole(100 * numeral.low / base.low)
    return Measured(
        replace(numeral, form="share"),
        numeral.first,
        base.stop,
        share,
        share,
        None,
        FigureKind.PERCENT,
        base.stop,
        note="fraction",
    )


def read_range(pieces: Pieces, one: Measured) -> Measured | None:
    """Join with a second number behind "to", a dash, "or", or "and" after "between"; None where there is no range."""
    if one.numeral.form in ("vague", "loose", "share") or one.note == "fraction":
        return None
    other = _second(pieces, one)
    if other is None:
        return None
    one, other = _shared(one, other)
    is_year = one.unit is None and one.numeral.form == "digits" and 1900 <= one.low <= 2100 and other.unit is not None
    if is_year and "," not in pieces.at(one.numeral.first).text and other.high > 10 * one.low:
        return None  # "from $300 million in 2014 to $500 million"
    if one.low >= other.high or (one.unit and other.unit and one.unit.key != other.unit.key):
        return None
    unit, kind = other.unit or one.unit, other.kind if other.unit else one.kind
    return replace(
        one,
        stop=other.stop,
        low=min(one.low, other.low),
        high=other.high,
        unit=unit,
        kind=kind,
        number_stop=other.number_stop,
        note="range",
    )


def _second(pieces: Pieces, one: Measured) -> Measured | None:
    at = one.stop
    hanging = pieces.word(at) in HYPHENS and pieces.touches(at) and not pieces.touches(at + 1)
    if hanging:
        at += 1
    joiner = pieces.word(at)
    if joiner in DASHES:
        joins = pieces.touches(at) == pieces.touches(at + 1)
    elif joiner == "and":
        joins = pieces.word(one.first - 1) == "between"
    else:
        joins = joiner == "to" and not (_is_change(pieces, one) or _is_step(pieces, one)) or (joiner == "or" and not hanging)
    if not joins or not pieces.follows(at):
        return None
    after = at + 1
    for _ in range(3):
        if pieces.at(after).kind == "c" or pieces.word(after) in words_of("before second"):
            after += 1
    numeral = read_numeral(pieces, after)
    if numeral is None or numeral.form in ("ordinal", "loose", "vague", "share") or not pieces.follows(after):
        return None
    other = measured(pieces, numeral)
    if (
        other.unit is None
        and one.unit is not None
        and (one.stop > one.number_stop or joiner not in DASHES)
        and not numeral.scaled
    ):
        return None
    near = other.first <= at + 2 or pieces.word(after - 1) in ("roughly", "about", "even")
    chained = joiner in HYPHENS and pieces.word(other.number_stop) in HYPHENS and pieces.at(other.number_stop + 1).kind == "n"
    is_or_far = joiner == "or" and (other.low < one.low or not near)
    return other if near and not chained and not is_or_far else None


def _shared(one: Measured, other: Measured) -> tuple[Measured, Measured]:
    """Give the first number the scale it shares with the second: "5-10 million", "four to five thousand"; not "750 to 1
    million"."""
    numeral = other.numeral
    if numeral.scaled and not one.numeral.scaled and one.numeral.low < numeral.mantissa and numeral.mantissa:
        factor = numeral.low / numeral.mantissa
        one = replace(one, low=whole(one.low * factor), high=whole(one.high * factor))
    return one, other


def _is_step(pieces: Pieces, one: Measured) -> bool:
    """Tell whether "rose 3% to 5%" says by how much and to where."""
    near = [pieces.word(at) for at in range(one.first - 3, one.first)]
    if one.unit is not None and one.stop > one.number_stop and "by" in near and {"further", "additional", "another"} & set(near):
        return True  # "widen it by a further 350 hectares to 7,400 hectares"
    return one.stop > one.number_stop and bool(find_trend(pieces, one.first, kind=one.kind))


def _is_change(pieces: Pieces, one: Measured) -> bool:
    """Tell whether "from X to Y" says that something changed: a verb of change stands shortly before "from"."""
    if pieces.word(one.first - 1) != "from":
        return False
    back = range(one.first - 2, max(-1, one.first - 2 - _CHANGE_REACH), -1)
    return any(pieces.word(at) in words_of("things that change") for at in back)
