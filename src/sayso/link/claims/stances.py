"""A telling's words and the acts of its statements → what it does with its claim: asserts, confirms, denies, doubts, or takes no position."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from ...findings.statement import Act, Statement
from ...lexicons import entries
from ...span import Span, hull


class Stance(StrEnum):
    """What a telling does with its claim. `silent` holds refusals to say too: they take no position."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DOUBTS = "doubts"
    SILENT = "silent"


_OF_ACT = {
    Act.DENY: Stance.DENIES, Act.DOUBT: Stance.DOUBTS, Act.DECLINE: Stance.SILENT, Act.SILENT: Stance.SILENT, Act.CONFIRM: Stance.CONFIRMS,
}  # fmt: skip
# Which share of a telling a denied content must cover where the words of denial lie outside of the telling.
MIN_COVER = 0.6


@cache
def _patterns() -> tuple[tuple[Stance, re.Pattern[str]], ...]:
    return tuple((Stance(row["stance"]), re.compile(row["word"])) for row in entries("en/claim_stances"))


def smoothed(text: str) -> str:
    """Give the words as the patterns of claim_stances.yml see them."""
    return re.sub(r"\s+", " ", text.lower().replace("’", "'").replace("“", '"').replace("”", '"').replace("``", '"')).strip()


_DENIAL_VERB = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|(?:reject|dismiss|refut|rebut|contest|disput|repudiat)(?:s|es|ed|ing|e)?|denounced|called|describes?d?)\b",
    re.IGNORECASE,
)


def denial_verb(words: str) -> int | None:
    """Give where a verb of denial begins that has somebody before it ("Its director denied this"); None where there is none."""
    low = smoothed(words)
    if _by_words(low) is not Stance.DENIES:
        return None
    found = _DENIAL_VERB.search(words)
    return found.start() if found and found.start() else None


_FIRM = frozenset(("denies", "to deny", "rejects a claim", "rejects as"))


def is_firm(words: str) -> bool:
    """Tell whether a denial is by a verb of denial. "False" or "a lie" may stand in what is claimed, too."""
    low = smoothed(words)
    return any(row["key"] in _FIRM and re.search(row["word"], low) for row in entries("en/claim_stances"))


def stance_of(words: str, span: Span, statements: Iterable[Statement]) -> Stance:
    """Give the stance of the words of a span; denial and silence in its own words come before what a statement around it does."""
    low = smoothed(words)
    by_words = _by_words(low)
    if by_words in (Stance.DENIES, Stance.SILENT):
        return by_words
    for statement in statements:
        act = _OF_ACT.get(statement.act)
        if act is None or not _covered(span, statement) or _of_a_person(act, low):
            continue
        if act is Stance.SILENT and (statement.act is Act.SILENT or not any(cue.overlaps(span) for cue in statement.cue)):
            continue  # "has never promised" says that it has not; it keeps nothing back
        return act
    return by_words or Stance.ASSERTS


_OF_A_POST = re.compile(
    r"\b(?:dismiss(?:ed|es|ing)?|discharged?)\b (?:(?:from|as)\b|(?:\w+ ){0,4}?(?:chief|minister|head|director|aide|coach|manager|officer|commander|secretary|adviser|advisor|worker|employee|teacher|"
    r"judge|prosecutor|ambassador|staff|governor|mayor|general|cabinet|government|parliament)s?\b(?!'s? (?:claim|statement|remark|account|allegation|report)))"
)  # fmt: skip


_ASKED = re.compile(
    r"\b(?:was|were|been|be|being) questioned\b|\bquestioned (?:him|her|them|the \w+) (?:for|over|about|by|in|on|at)\b|\bdistrust"
)


def _of_a_person(act: Stance, low: str) -> bool:
    """Tell whether somebody is dismissed, and no claim; or questioned by those who ask him, and nothing is doubted."""
    if act is Stance.DENIES:
        return bool(_OF_A_POST.search(low))
    return act is Stance.DOUBTS and bool(_ASKED.search(low))


def _by_words(low: str) -> Stance | None:
    return next((stance for stance, pattern in _patterns() if pattern.search(low)), None)


def _covered(span: Span, statement: Statement) -> bool:
    if any(cue.overlaps(span) for cue in statement.cue) and any(content.overlaps(span) for content in statement.content):
        return hull(statement.content + statement.cue).start - span.start < 80
    inside = sum(min(c.end, span.end) - max(c.start, span.start) for c in statement.content if c.overlaps(span))
    return inside >= MIN_COVER * (span.end - span.start)
