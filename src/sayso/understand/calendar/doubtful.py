"""Words that are a time in one place and none in another: "May" the month and the verb, "2014" the year and the count, "fall", "second"."""

from __future__ import annotations

from .kinds import letters
from .scene import Phrase

_BEFORE_MONTH = frozenset(
    "in of since by until till before after from to through during late early mid and or last this next between for on the around about "
    "every each through beginning end starting".split()
)
# Months that are names of people too.
_DOUBTFUL = frozenset("may march mar august april june jan jun dec sep".split())
_BEFORE_YEAR = frozenset(
    "in since of by from until till before after during late early mid the to and between for through around about circa ( – - , spring "
    "summer autumn fall winter year and or at on until pre post than season through than as fiscal".split()
)
# What a four-figure number counts where it follows: then it is no year.
_COUNTED_ENDS = (
    "s",
    "men",
    "women",
    "people",
    "children",
    "metres",
    "cattle",
    "troops",
    "police",
    "km",
    "kilometres",
    "miles",
    "percent",
    "feet",
)
_NOT_COUNTED = frozenset(
    "was is has as this does its thus versus olympics games elections election polls championships championship finals playoffs series crisis".split()
)


def is_month(phrase: Phrase, at: int, *, dated: bool) -> bool:
    """Tell whether a token is a month: with a day or year beside it (dated) a capital is enough; alone a doubtful one needs a preposition."""
    word = phrase.scene.tokens.word(at)
    small = word.lower().rstrip(".")
    if not word[0].isupper() and (len(small) < 4 or small in ("march", "august")):
        return False
    if dated:
        return True
    before, after = phrase.scene.tokens.word(at - 1).lower(), phrase.scene.tokens.word(at + 1)
    if len(small) < 4 and small != "may" and not word.endswith("."):
        return False
    if small in ("may", "march") and before not in _BEFORE_MONTH:
        return False
    if small == "may" and before in ("and", "or", "the", "this", "that"):
        return before == "this" or (before == "and" and not after.islower())
    if after[:1].isupper() and small in _DOUBTFUL and (before not in _BEFORE_MONTH or before in ("and", "or", "for", "to", "by")):
        return False  # "April Stone", "August Wilson"
    return not (before == "the" and small in ("march", "may"))


def _is_heading(phrase: Phrase) -> bool:
    """Tell whether a number stands alone in a line, or at its beginning before a colon: "2004: the talks fail"."""
    tokens = phrase.scene.tokens
    start, end = tokens.starts[phrase.first], tokens.ends[phrase.stop - 1]
    line = tokens.text[end : end + 4].lstrip(" ")
    return tokens.text[max(0, start - 1) : start] in ("", "\n") and (not line or line[0] in ":\n")


def is_year(phrase: Phrase, number: int) -> bool:
    """Tell whether a bare number of four figures is a year."""
    tokens = phrase.scene.tokens
    if tokens.kind(phrase.first - 1) == letters()["month"]:
        return False  # "31 February 2020"
    before, after = phrase.before(), tokens.word(phrase.stop)
    small = after.lower()
    if 1800 <= number <= 2050 and (_is_heading(phrase) or tokens.kind(phrase.stop) == letters()["possessive"]):
        return True
    counted = after.islower() and small.endswith(_COUNTED_ENDS) and small not in _NOT_COUNTED
    if tokens.word(phrase.first)[:1].isalpha():
        return not counted
    if before in ("no", "number", "flight", "some", "$", "#", "room", "highway", "at") or (
        tokens.is_joined(phrase.first) and before not in ("(", "-", "–", "[")
    ):
        return False
    if before in ("the", "in", "since", "during", "early", "late", "mid", "-", "–", "(", "fiscal") and 1400 <= number <= 2100:
        return not (counted and before in ("in",) and number < 1700)
    if counted:
        return False
    return 1700 <= number <= 2100 if before in _BEFORE_YEAR else 1900 <= number <= 2050
