"""Two tellings of one thing → the parts of it they tell otherwise: figure, day, length, cause, reality, names. Each is a reason in words."""

from __future__ import annotations

import re
from functools import cache

from ...findings.timex import Timex
from ...span import Span
from .amounts import Amount, are_near, is_comparable, is_equal
from .likeness import Likeness, likeness
from .points import in_reach
from .telling import Telling, Word, tokens_of
from .words import irregular_forms, is_one_name, listed, stem

_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTHS = "january february march april may june july august september october november december".split()


def amounts_told(one: Telling, other: Telling) -> tuple[list[tuple[Amount, Amount]], list[tuple[Amount, Amount]]]:
    """Give the pairs of comparable amounts that are equal, and those where neither side has an equal one."""
    equal, apart = [], []
    met = {(a.span, b.span) for a in one.amounts for b in other.amounts if is_comparable(a, b) and is_equal(a, b)}
    for a in one.amounts:
        for b in other.amounts:
            if not is_comparable(a, b):
                continue
            if (a.span, b.span) in met:
                equal.append((a, b))
            elif not any(a.span == x or b.span == y for x, y in met):
                apart.append((a, b))
    return equal, apart


def same_number_of_other_things(one: Telling, other: Telling) -> bool:
    """Tell whether both give one number, above a dozen, of what is not the same."""
    return any(
        a.value == b.value > 12 and a.kind is b.kind and a.dimension == b.dimension and not is_comparable(a, b) and not are_near(a, b)
        for a in one.amounts for b in other.amounts
    )  # fmt: skip


def small_numbers_apart(one: Telling, other: Telling, matter: Likeness) -> bool:
    """Tell whether two numbers up to a dozen stand before what is counted in both ("two leaders", "six leaders")."""
    for a, b in matter.pairs:
        mine, theirs = _small_before(one, a), _small_before(other, b)
        if mine and theirs and not mine & theirs:
            return True
    return False


def _small_before(telling: Telling, word: Word) -> frozenset[int]:
    near = telling.stems[max(0, word.at - 2) : word.at]
    found = [int(token) if token.isdecimal() and len(token) <= 2 else _small_numbers().get(token, 0) for token in near]
    return frozenset(number for number in found if 2 <= number <= 12)


@cache
def _small_numbers() -> dict[str, int]:
    """Give the numbers up to a dozen by the stems of their words, as a telling has them."""
    return {stem(word): number for number, word in enumerate(_NUMBERS, start=2)}


def days_apart(one: Telling, other: Telling) -> bool | None:
    """Tell whether the days exclude one another; None where they cannot be compared."""
    verdicts = [v for a in one.times for b in other.times if (v := _apart(a, b)) is not None]
    if not verdicts:
        return None
    return all(verdicts)


def _apart(one: Timex, other: Timex) -> bool | None:
    if "DURATION" in (one.type, other.type) or "SET" in (one.type, other.type):
        return None
    if one.start and one.end and other.start and other.end:
        return one.end <= other.start or other.end <= one.start
    for find in (_weekday, _day_of_month, _month, _year, _hour, _beside_now):
        a, b = find(one), find(other)
        if a and b:
            if a == b and find in (_month, _year):
                continue
            return a != b
    return None


def _weekday(time: Timex) -> str | None:
    return next((day for day in _WEEKDAYS if day in time.words.lower()), None)


def _month(time: Timex) -> str | None:
    low = time.words.lower()
    return next((month for month in _MONTHS if re.search(rf"\b{month}\b|\b{month[:3]}\b\.?", low)), None)


def _day_of_month(time: Timex) -> str | None:
    month = _month(time)
    day = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", time.words)
    return f"{month} {int(day[1])}" if month and day else None


def _year(time: Timex) -> str | None:
    found = re.search(r"\b(1[5-9]\d\d|20\d\d)\b", time.words)
    return found[1] if found else None


def _hour(time: Timex) -> str | None:
    found = re.search(r"T(\d\d):(\d\d)", time.value or "")
    return found[1] if found else None


def _beside_now(time: Timex) -> str | None:
    found = re.search(
        r"\b(?:last|this|next|past) (?:week|month|year|spring|summer|autumn|winter|century|decade)\b", time.words.lower()
    )
    return found[0] if found else None


_NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
_OFTEN = re.compile(
    rf"\b(?:(once|twice|thrice)(?! (?:more|again|a|the|was|were|known|home))|(\d+|{'|'.join(_NUMBERS)}|several|many|countless|dozens of) (?:times|occasions))\b"
)
_NTH = re.compile(
    r"\b(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:straight |consecutive )?(day|week|month|year)\b"
)
_FOR = re.compile(rf"\b(\d+|{'|'.join(_NUMBERS)}) (day|week|month|year)s\b")


def counts_apart(one: Telling, other: Telling) -> bool:
    """Tell whether both say how often ("twice", "on five occasions"), or for how long it has gone on ("its third week", "six weeks"), and not the same."""
    often = [{_often(found) for found in _OFTEN.finditer(telling.text.lower())} for telling in (one, other)]
    if all(often) and not often[0] & often[1]:
        return True
    for a, b in ((one, other), (other, one)):
        nth, lasts = _NTH.search(a.text.lower()), _FOR.search(b.text.lower())
        if nth and lasts and nth[2] == lasts[2]:
            return _number(lasts[1]) not in (_ORDINALS.index(nth[1]) + 1, _ORDINALS.index(nth[1]) + 2)
    return False


_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth".split()
_ONCE = ("once", "twice", "thrice")


def _often(found: re.Match[str]) -> int:
    """Give how often; 0 for an open number."""
    return _ONCE.index(found[1]) + 1 if found[1] else _number(found[2])


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.index(word) + 2 if word in _NUMBERS else 0


_LENGTH = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$")


def lengths_apart(one: Telling, other: Telling) -> bool:
    """Tell whether each gives one length of time, and not the same one ("a week", "three months")."""
    mine, theirs = ([days for t in telling.times if t.type == "DURATION" and (days := _days(t))] for telling in (one, other))
    return len(mine) == len(theirs) == 1 and abs(mine[0] - theirs[0]) > 0.04 * max(mine[0], theirs[0])


def _days(time: Timex) -> float:
    found = _LENGTH.match(time.value or "")
    if not found:
        return 0.0
    return sum(
        int(n) * days for n, days in zip(found.groups(default="0"), (365.25, 30.44, 7.0, 1.0, 1 / 24, 1 / 1440), strict=True)
    )


_SINCE = re.compile(
    rf"\bsince (?:last |early |late |the )*({'|'.join(_WEEKDAYS + _MONTHS)}|spring|summer|autumn|winter|yesterday|\d+)\b"
)


def since_apart(one: Telling, other: Telling) -> bool:
    """Tell whether both name a beginning ("since Tuesday") in words that are not the same."""
    a, b = (_SINCE.search(t.text.lower()) for t in (one, other))
    return bool(a and b and a[1] != b[1])


_SPACE = re.compile(
    r"\b(minute|hour|day|week|month|year|decade)s? (after|before|later|earlier|ahead of|prior to|following|into)\b"
)
_AFTER = frozenset(("after", "later", "following", "into"))


def spaces_apart(one: Telling, other: Telling) -> bool:
    """Tell whether both say how long after something ("hours after the truce"), and not in the same unit, or one says before it."""
    mine, theirs = (_SPACE.search(telling.text.lower()) for telling in (one, other))
    if not mine or not theirs:
        return False
    return (mine[2] in _AFTER) != (theirs[2] in _AFTER) or (mine[1] != theirs[1] and not (one.amounts or other.amounts))


_CAUSE = re.compile(
    r"\b(?:because of|because|due to|owing to|caused by|the cause (?:was|is)|a result of|blamed on|brought (?:on|about) by|brought down by|killed by|set off by|triggered by|sparked by|started by|put down to|attributed to|"
    r"died (?:\w+ )?(?:of|from)|dies (?:of|from)|died after|after suffering|dead (?:of|from)|related to|driven to \w+ because|driven (?:to \w+ )?by|thanks to|stemmed from|over)\b(?P<cause>.*)",
    re.IGNORECASE | re.DOTALL,
)  # fmt: skip


def causes_apart(one: Telling, other: Telling) -> bool:
    """Tell whether both give a cause, and none of its words are the other's."""
    mine, theirs = _cause(one), _cause(other)
    return bool(mine and theirs) and not likeness(mine, theirs).pairs


def _cause(telling: Telling) -> list[Word]:
    found = _CAUSE.search(telling.text)
    if not found:
        return []
    words = {stem(w) for w in re.findall(r"\w+", found["cause"].split(",")[0])}
    return [word for word in telling.body if word.stem in words]


NOT_YET = re.compile(
    r"\b(?:will|won't|would|shall|plan(?:s|ned|ning)?|intend\w*|(?:is|are|was|were) (?:to (?!blame)|set to|about to|due to|ready to|expected|scheduled|going to|preparing|considering)|prepar\w+ (?:to|for)|about to|expected to|"
    r"expects? to|scheduled (?:to|for)|going to|ready to|consider(?:s|ed|ing)? \w+ing|mull\w*|want(?:s|ed)?(?: \w+){0,4} to|seeks? to|aims? to|hopes? to|propos\w+|promis\w+|threaten\w* to|agreed to|vow\w*|pledg\w*|offer(?:s|ed)? to|considering|demand\w*|urg(?:e|es|ed|ing)|call(?:s|ed)? (?:for|on)|"
    r"(?:is|are|was|were) (?:now |very |said to be )?(?:close to|nearing|near to|on the verge of|on the brink of|poised to|thinking (?:of|about))|(?:get|gets|getting|got) ready to|(?:has|have|had) yet to|"
    r"in talks (?:to|on|over|about)|negotiati(?:ng|ons?)(?: \w+)? to|talks (?:on|about) \w+ing|tr(?:y|ies|ied|ying) to|attempt(?:s|ed|ing)? to|attempted|ask(?:s|ed|ing)?(?: \w+){0,4} for|appl(?:y|ies|ied|ying) for|request(?:s|ed|ing)?|should|must(?! pay)|next (?:week|month|year|spring|summer|autumn|winter|\w+day)|tomorrow|soon|to be \w+ed|weigh(?:s|ed|ing)|stud(?:y|ies|ied|ying) \w+ing)\b"
)  # fmt: skip
MAY_BE = re.compile(
    r"\b(?:may|might|could|possibl[ey]|perhaps|probably|likely|apparently|appear(?:s|ed)? to|seem(?:s|ed)? to|feared|suspected of|believed to|thought to|if)\b"
)


def realities_apart(one: Telling, other: Telling) -> str | None:
    """Tell where one tells as done what the other tells as planned, wanted or only possible."""
    lows = [" ".join(t.text.lower().split()) for t in (one, other)]
    for pattern, reason in (
        (NOT_YET, "one tells as to come or wanted what the other tells as so"),
        (MAY_BE, "one tells as possible what the other tells as so"),
    ):
        here = [bool(pattern.search(low)) for low in lows]
        if here[0] != here[1] and not any(p.search(lows[here.index(False)]) for p in (NOT_YET, MAY_BE)):
            return reason
    return None


_BASE = re.compile(r"\w*[a-z](?<!ed)(?<!s)")


def done_and_to_come(one: Telling, other: Telling, matter: Likeness) -> bool:
    """Tell whether a verb that a sign of the future or of doubt reaches in the one stands in the other as a past that no sign reaches."""
    told, others = (_tokens(telling.text) for telling in (one, other))
    for signs in (NOT_YET, MAY_BE):
        reached = in_reach(one, signs), in_reach(other, signs)
        if bool(reached[0]) == bool(reached[1]):
            continue
        for a, b in matter.pairs:
            to_come, done = (told[a.at], others[b.at]) if reached[0] else (others[b.at], told[a.at])
            if (
                (a.at in reached[0] or b.at in reached[1])
                and min(a.weight, b.weight) >= 1.0
                and _is_past(done)
                and _BASE.fullmatch(to_come)
            ):
                return True
    return False


def _tokens(text: str) -> list[str]:
    return [token.of(text).lower() for token in tokens_of(text, Span(0, len(text)))]


def _is_past(word: str) -> bool:
    return (word.endswith("ed") and len(word) > 4) or irregular_forms().get(word, word) != word


def names_shared(one: Telling, other: Telling) -> frozenset[str]:
    """Give the names of the one that the other has too, as they are or as a people's name ("Iran", "Iranian")."""
    return frozenset(a for a in one.names if any(is_one_name(a, b) for b in other.names))


def names_left(one: Telling, other: Telling) -> frozenset[str]:
    """Give the names of the one that stand nowhere in the other, nor right before it."""
    elsewhere = {w.stem for w in (*other.body, *other.asides, *other.voices, *other.around)}
    return frozenset(
        a for a in one.names - listed("titles") if a not in elsewhere and not any(is_one_name(a, b) for b in elsewhere)
    )


def names_unheard(names: frozenset[str], other: Telling) -> int:
    """Count the names that stand nowhere in the other's whole report."""
    return sum(a not in other.cast and not any(is_one_name(a, b) for b in other.cast) for a in names)
