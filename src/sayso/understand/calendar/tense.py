"""Whether the words about a time expression speak of what has been or of what is to come."""

from __future__ import annotations

import re
from enum import StrEnum

_REACH = 90
_SAYING = r"\b(?:said|says|told|announced|reported)\b"
# A dot ends a clause where it is none of a number ("1.2%"), of an initial, of "a.m." or of a short word ("Nov. 3", "Corp.").
_DOT = r"(?<!\b[A-Za-z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z][a-z])(?<!\b(?:Sept|Corp))\.(?!\w)"
_CUT = re.compile(rf"({_DOT}|[;:!?”\"\n]|``|''|\baccording\b|\bthat\b|{_SAYING})")
_FUTURE = re.compile(
    r"\b(?:will|would|shall|due|scheduled|expected|expects? to|plans? to|planned|planning to|set (?:to|for)|going to|to be|intends? to|payable|"
    r"effective|hopes? to|is to|are to|agree(?:d|s|ment) to|upcoming|won['’]t|['’]ll|takes? effect|expires?|ends|closes|begins?|starts?|(?<!more )(?<!\bthe )(?<!\ban )opens?|resumes?|"
    r"meets?|arrives?|as soon as|as early as|deadline|supposed to)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|has|have|been|canceled|cancelled|fell|rose|met|went|came|took|made|gave|began|won|lost|held|left|led|told|got|found|broke|sent|saw|"
    r"struck|hit|shot|killed|(?!(?:suc|pro|ex)ceed|need|indeed|hundred)\w{3,}ed|since|ago)\b",
    re.IGNORECASE,
)


# What goes on until a day named lies ahead of it ("has until 9 a.m. Tuesday"), unless it began only then ("did not hear until Friday").
_UNTIL = re.compile(r"\b(?:until|till|no later than)(?: [\w:.]+){0,3} $", re.IGNORECASE)
_BEGAN = re.compile(r"\b(?:was|were|had|did|didn['’]t|wasn['’]t|weren['’]t|hadn['’]t|waited|stayed)\b", re.IGNORECASE)

# What was to be and is over or has changed: "for the year ended 31 May", "had been due to expire Friday", "as planned on Friday".
_OVER = re.compile(
    r" ended $|\bhad (?:\w+ )?been (?:due|scheduled|planned|expected|set|slated)\b|\bas (?:\w+ )?(?:planned|scheduled)\b",
    re.IGNORECASE,
)


class Tense(StrEnum):
    """What the clause says: past, future, or nothing either way."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


def tense_at(text: str, start: int, end: int) -> Tense:
    """Tell the tense of the clause in which text[start:end] stands, by the words before it, then by those after it.

    The words before count from the last mark or verb of saying, so that "said on Friday that they will meet" leaves Friday in the past.
    """
    pieces = _CUT.split(text[max(0, start - _REACH) : start])
    before = pieces[-1]
    after = _CUT.split(text[end : end + _REACH], maxsplit=1)[0]
    if _OVER.search(before):
        return Tense.PAST
    until = _UNTIL.search(before)
    is_first = until is not None and not before[: until.start()].strip(" ,").removesuffix("Up")
    if until is not None and not _BEGAN.search(after if is_first else before):
        return Tense.FUTURE
    if len(pieces) > 1 and re.fullmatch(_SAYING, pieces[-2]) and not _FUTURE.search(before):
        return Tense.PAST
    for clause in (before, after):
        future = [match.start() for match in _FUTURE.finditer(clause)]
        past = [match.start() for match in _PAST.finditer(clause)]
        if not future and not past:
            continue
        nearest = max if clause is before else min
        near_future = bool(future) and (not past or nearest(future) == nearest(future + past))
        if clause is before and future and past and not near_future:
            near_future = _governs(clause, future[-1])
        return Tense.FUTURE if near_future else Tense.PAST
    return Tense.OPEN


_GOVERNING = re.compile(
    r"to be \w|(?:\w+['’]ll|will|would|shall|is to|are to|due|expected|scheduled|set|going|planned|effective|payable|agreed|agreement)"
    r"(?: to)?(?: (?:\w+ ){0,2}(?:be|have)\b| in\b| on\b| for\b|$)",
    re.IGNORECASE,
)


def _governs(clause: str, at: int) -> bool:
    """Tell whether a word of the future governs the participle after it: "will be released Monday"."""
    return _GOVERNING.match(clause, at) is not None
