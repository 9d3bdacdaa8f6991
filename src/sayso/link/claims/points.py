"""A telling → the words that carry its point, those of its main clause, as far as marks and conjunctions show it; and what is told as to come.

No syntax is at hand where tellings are compared: a clause is what stands between two marks or conjunctions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ...span import Span
from .telling import Telling, Word, tokens_of
from .words import stem

# Words that begin a clause which is not the main one. Stems.
_BEGINS = frozenset(
    stem(w)
    for w in "who which that where when after before while as because since although though if whether whose despite amid following".split()
)
_CUTS = frozenset((",", ";", ":", "-", "–", "—", "(", ")", '"', "“", "”"))
# Weight of a word that can carry a point.
_SAYS = 0.3
# How many words of matter a sign of the future or of doubt reaches.
REACH = 3
_ENDS_REACH = frozenset((",", ";", "that", "who", "which", "after", "when"))


def point_of(telling: Telling) -> tuple[Word, ...]:
    """Give the words of the first clause that is no side clause and tells something; all words where there is none."""
    clauses = _clauses(telling)
    for least in (2, 1):
        for beside, words in clauses:
            if not beside and len(words) >= least and any(not w.name and w.weight >= _SAYS for w in words):
                return tuple(words)
    return telling.body


def _clauses(telling: Telling) -> list[tuple[bool, list[Word]]]:
    """Give the words of each clause and whether it is a side clause."""
    at = {word.at: word for word in telling.body}
    found: list[tuple[bool, list[Word]]] = [(False, [])]
    for place, token in enumerate(telling.stems):
        if token in _CUTS or token in _BEGINS or not token:
            found.append((token in _BEGINS, []))
        elif place in at:
            found[-1][1].append(at[place])
    return found


def in_reach(telling: Telling, signs: re.Pattern[str]) -> frozenset[int]:
    """Give the places of the words of the body that a sign reaches ("plans to cut 500 jobs"): itself and the next few."""
    spans = [(token.start, token.end) for token in _tokens(telling.text)]
    low = re.sub(r"\s", " ", telling.text.lower())
    places = [word.at for word in telling.body]
    found: set[int] = set()
    for sign in signs.finditer(low):
        found |= _reached(low, spans, places, sign.span())
    return frozenset(found)


def _reached(low: str, spans: Sequence[tuple[int, int]], places: Sequence[int], sign: tuple[int, int]) -> set[int]:
    found: set[int] = set()
    behind = 0
    for at, (start, end) in enumerate(spans):
        if end <= sign[0]:
            continue
        if start >= sign[1] and low[start:end] in _ENDS_REACH:
            break
        if at in places:
            found.add(at)
            behind += start >= sign[0]
            if behind >= REACH:
                break
    return found


@lru_cache(maxsize=4096)
def _tokens(text: str) -> tuple[Span, ...]:
    return tuple(tokens_of(text, Span(0, len(text)))) if text else ()
