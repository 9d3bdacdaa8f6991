"""Text → every name of the lexicons in it, the longest first.

The words are walked once through a tree of names, built on first use from lexicons/actors. What is found says what the words may
name, not what they do: "Georgia" and "Jordan" come marked ambiguous, and a capital may be a place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from ...span import Span
from .named import Named, NameKind, Naming, blocked_names, namings
from .people import people_namings
from .words import Word, cased_like, in_capitals, joins, words_of


@dataclass(frozen=True, slots=True)
class Known:
    """Words of a text that the lexicon knows as a name.

    Attributes:
        span: the name, without article and possessive 's.
        kind: what sort of name it is.
        actor: whom it may name; a Person for names of people.
        ambiguous: True where the words are as likely something else, or several actors bear the name.
        also: the other actors of the same name, in the order of NameKind.
    """

    span: Span
    kind: NameKind
    actor: Named
    ambiguous: bool = False
    also: tuple[Named, ...] = ()


class _End(NamedTuple):
    """A name that ends at a node: its words as written, whether "the" must stand before it, and what it names."""

    words: tuple[str, ...]
    needs_article: bool
    naming: Naming | None


@dataclass(slots=True)
class _Node:
    """One word further into the tree of names: where it leads, and the names that end here; None is a name that finds nothing."""

    next: dict[str, _Node] = field(default_factory=dict)
    ends: list[_End] = field(default_factory=list)


# Longest word in capitals that is taken for initials rather than for a family name in a headline.
_MAX_ACRONYM = 4
_ORDER = {kind: place for place, kind in enumerate(NameKind)}


@cache
def _tree() -> _Node:
    root = _Node()
    for naming in chain(namings(), people_namings()):
        _plant(root, naming.words, naming)
    for words in blocked_names():
        _plant(root, words, None)
    return root


def _plant(root: _Node, name: str, naming: Naming | None) -> None:
    words = words_of(name)
    needs_article = len(words) > 1 and words[0].key == "the"
    words = words[1:] if needs_article else words
    node = root
    for word in words:
        node = node.next.setdefault(word.key, _Node())
    node.ends.append(_End(tuple(word.raw.replace(".", "") for word in words), needs_article, naming))


def find_known(text: str) -> list[Known]:
    """Give every known name of a text in order, the longest where several begin together; none overlap."""
    return list(_known_in(text))


@lru_cache(maxsize=256)  # a report's text is asked for by several, and so are the phrases in it
def _known_in(text: str) -> tuple[Known, ...]:
    words, root = words_of(text), _tree()
    found: list[Known] = []
    at = 0
    while at < len(words):
        node = root.next.get(words[at].key)
        length, namings_here = _longest(text, words, at, node) if node else (0, [])
        if length and namings_here:
            found.append(_known(Span(words[at].start, words[at + length - 1].end), namings_here))
        at += length or 1
    return tuple(found)


def _longest(text: str, words: list[Word], at: int, node: _Node | None) -> tuple[int, list[Naming]]:
    """Give how many words the longest name from here has, and its namings: none where the longest is one that finds nothing."""
    best: tuple[int, list[Naming]] = (0, [])
    end = at + 1
    while node is not None:
        if node.ends:
            fitting = [end_here for end_here in node.ends if _fits(text, words, at, end=end, name=end_here)]
            if fitting:
                best = (end - at, [e.naming for e in fitting if e.naming is not None])
        if end >= len(words) or not joins(text, words[end - 1], words[end]):
            break
        node = node.next.get(words[end].key)
        end += 1
    return best


# Kinds whose bare name may be another's where that other's follows.
_BODIES = (NameKind.SEAT, NameKind.ORGANISATION)
_OF_ANOTHER = re.compile(r" of (?:the (?!United States|US\b|U\.S\.))?(?!the )[A-Z][a-z]")


def _fits(text: str, words: list[Word], at: int, *, end: int, name: _End) -> bool:
    """Tell whether the words from `at` up to `end` are written as the name is, with its article where it needs one."""
    if not cased_like(text, words[at:end], name.words):
        return False
    if name.needs_article and (at == 0 or words[at - 1].key != "the"):
        return False
    if name.naming is None or end - at > 1:
        return True
    if (
        name.naming.ambiguous and name.naming.kind in _BODIES and _OF_ANOTHER.match(text, words[at].end)
    ):  # "the Senate | of Chile"
        return False
    if name.naming.kind is NameKind.FAMILY:  # "FICO" is no Fico, but in a line of capitals
        return not (words[at].raw.isupper() and len(words[at].raw) <= _MAX_ACRONYM and not in_capitals(text, words[at]))
    # "the National Guard" is no newspaper
    goes_on = end < len(words) and words[end].raw[:1].isupper() and text[words[at].end : words[end].start] == " "
    return not (name.needs_article and name.naming.kind is NameKind.OUTLET and goes_on)


def _known(span: Span, found: list[Naming]) -> Known:
    found = sorted(found, key=lambda naming: (naming.ambiguous, _ORDER[naming.kind]))
    first = found[0]
    actors = {naming.actor.key: naming.actor for naming in found}
    also = tuple(actor for key, actor in actors.items() if key != first.actor.key)
    rivals = any(naming.kind == first.kind and naming.actor.key != first.actor.key for naming in found)
    return Known(span, first.kind, first.actor, first.ambiguous or rivals, also)
