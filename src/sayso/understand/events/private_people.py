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
_AFTER = re.compile(r", (?:\d\d\b|who\b)|[’']s (?:wife|husband|home|family|mother|father|death|lawyer)\b")
_TITLE, _GIVEN, _EDGE = re.compile(r"\b(?:Dr|Mr|Mrs|Ms)\.?\Z"), re.compile(r"[A-Z][\w.]+"), re.compile(r"\b")
_LONGEST_TITLE = 4


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
    at = text.find(word)
    while at >= 0:
        is_whole = at == 0 or not (text[at - 1].isalnum() or text[at - 1] == "_")
        if is_whole and _AFTER.match(text, at + len(word)):
            return True
        if _EDGE.match(text, at + len(word)) and _is_titled(text, at):
            return True
        at = text.find(word, at + 1)
    return False


def _is_titled(text: str, at: int) -> bool:
    """Tell whether "Mr" or its like stands before a place, a given name perhaps between."""
    if text[at - 1 : at] != " ":
        return False
    start = text.rfind(" ", 0, at - 1) + 1
    if _TITLE.search(text, max(start, at - 1 - _LONGEST_TITLE), at - 1):
        return True
    is_given = start > 0 and _GIVEN.fullmatch(text, start, at - 1) is not None
    return is_given and _TITLE.search(text, max(0, start - 1 - _LONGEST_TITLE), start - 1) is not None
