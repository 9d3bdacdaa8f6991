"""Whose votes, seats or share of them a number is: "Marn won 41 percent", "33 percent back Tarr"."""

from __future__ import annotations

import re

from ...findings.figure import Figure, FigureKind
from ...span import Span
from ..claims.words import is_function, stem

_VOTES = re.compile(r"\b(?:votes?|ballots?|seats?|delegates?|voters?|mandates?|electors?)\b", re.IGNORECASE)
_HAS = re.compile(
    r"([\w’'.-]+(?: [\w’'.-]+){0,4}?)\s+(?:(?:has|have|had|will|would|also|now|already)\s+)*"
    r"(?:won|wins?|winning|got|gets?|took|taken|takes?|receiv(?:ed|es)|earn(?:ed|s)|secur(?:ed|es)|garner(?:ed|s)|gain(?:ed|s)|collect(?:ed|s)|poll(?:ed|s)|has|had|have"
    r"|holds?|held|captur(?:ed|es)|leads? with|led with|drew|draws?)\s+(?:(?:only|just|about|some|nearly|almost|over|at least|more than)\s+)*$"
)
_OF = re.compile(
    r"([\w’'.-]+)\s+(?:is|was|were|are) (?:chosen|backed|supported|favou?red|preferred|picked) by\s+(?:\w+\s+){0,2}$"
)
_FOR = re.compile(
    r"^[^.;,]{0,40}?\b(?:back(?:s|ed|ing)?|support(?:s|ed|ing)?|prefer(?:s|red)?|favou?r(?:s|ed|ing)?|chose|chosen?|(?:would )?votes? for|voted for|for)\s+"
    r"((?:(?:the|a|his|her|its) )?(?:[A-Z][\w’'.-]+ ?){1,4}|(?:the|his|her|its) [\w-]+)"
)


def holder_of(figure: Figure, of: str, text: str, sentence: Span) -> str | None:
    """Give the stem of the name or word for who has what is counted, None where it is no votes or nobody is told."""
    after = text[figure.span.end : sentence.end]
    if not _VOTES.search(of) and not (figure.kind is FigureKind.PERCENT and _VOTES.search(after[:60])):
        return None
    leading = text[sentence.start : figure.span.start]
    before = _HAS.search(leading) or _OF.search(leading)
    found = before[1] if before else following[1] if (following := _FOR.match(after)) else ""
    words = [word for word in re.findall(r"\w+", found) if word.lower() != "s"]
    return stem(words[-1]) if words and not is_function(words[-1]) else None
