"""Private people: one of a people, somebody's kin, a name that is a person's. No state's key stands for them."""

from __future__ import annotations

import re

from ...span import Span
from ..chains.words import nouns_of_people
from ..known.offices import sector_of
from ..places.candidates import candidates_of
from .triggers import words_of

_ONE = re.compile(r"\ban? $")
_COLLECTIVE = frozenset(("people", "youth", "population", "family", "personnel", "crew", "side", "household"))
_SOMEBODY = (
    r"\b(?:{0}, (?:\d\d\b|who\b)|{0}[’']s (?:wife|husband|home|family|mother|father|death|lawyer)\b"
    r"|(?:Dr|Mr|Mrs|Ms)\.? (?:[A-Z][\w.]+ )?{0}\b)"
)


def is_one(text: str, span: Span, noun: str) -> bool:
    """Tell whether words name one person of a people, or somebody's kin, who is nobody that a key stands for.

    Args:
        noun: the head of the words, in the singular.
    """
    if noun == "youth" and _ONE.search(text, max(0, span.start - 4), span.start):
        return True
    is_private = noun in nouns_of_people() and sector_of(noun) in (None, "CVL")
    is_person = is_private or noun in words_of("people")
    return is_person and noun not in _COLLECTIVE and noun in span.of(text).lower().split()


def is_another(text: str, span: Span, noun: str) -> bool:
    """Tell whether somebody called after a person is another: "a Diaz supporter", "the wife of Diaz"; who speaks for him is not."""
    return noun in words_of("people") or (noun not in words_of("agent") and is_one(text, span, noun))


def is_somebody(text: str, word: str) -> bool:
    """Tell whether a name that no gazetteer has is that of a person, as the report treats it: "Dr. Vik", "Vik, 52, was shot", "Vik's wife"."""
    if not word[:1].isupper() or candidates_of(word):
        return False
    return re.search(_SOMEBODY.format(re.escape(word)), text) is not None
