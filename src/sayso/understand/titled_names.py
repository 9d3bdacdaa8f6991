"""Names that hold more than the name: "Peruvian President Ada Lund" is a demonym, an office and a name, "president of Ghana" no name.

A Doc in, its names out. The entity head may take a title, a state, a common noun or a weekday for parts of the name beside them; the tables are surer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from ..findings.mention import Label
from ..span import Span
from .chains.words import nouns_of_people
from .doc import Doc, Name
from .known.named import NameKind
from .known.names import Known, find_known
from .known.offices import body_words, marks, office_word
from .known.words import key_of

# Days that stand in names: "Good Friday", "Bloody Sunday".
_WEEKDAY = re.compile(
    r"(?<!\bBlack)(?<!\bGood)(?<!\bBloody)(?<!\bSuper)(?<!\bAsh)(?<!\bPalm)(?<!\bHoly)(?<!\bEaster)\s+(?:on )?"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$"
)
# Roles beside a person that are nobody's family name.
_ROLES = frozenset(
    "aide adviser advisor spokesman spokeswoman candidate nominee widow donor supporter opponent critic lawmaker envoy".split()
)
# Most words before the noun of a body: "National Security Council".
_LONGEST_BODY = 3
_WORD_BEFORE = re.compile(r"(?<![\w-])[A-Z][\w-]* $")
_LABELS = {NameKind.STATE: Label.LOC, NameKind.DEMONYM: Label.NORP}
# Most words of an office between a demonym and a name: "Peruvian Deputy Foreign Minister Ada Lund".
_LONGEST_OFFICE = 4
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)


def without_titles(doc: Doc) -> Doc:
    """Give the Doc with names of people cut to the name; of a description only the state in it is one."""
    return doc.mended(names=tuple(cut for name in doc.names for cut in _cut(doc, name)))


def _cut(doc: Doc, name: Name) -> Iterator[Name]:
    name = _whole_body(doc, _without_day(doc, name))
    words = name.span.of(doc.text)
    if name.label is Label.LOC or " " not in words:
        yield name
        return
    states = [k for k in find_known(words) if k.kind in _LABELS]
    if _is_of_a_state(words, states):
        yield _of_state(name, states[0])
        return
    if (own := _after_common_nouns(words, states)) is not None:
        yield _of_state(name, states[0])
        yield replace(name, span=Span(name.span.start + own, name.span.end))
        return
    if name.label is not Label.PER:
        yield name
        return
    office = _office_after(words, states)
    if _is_description(words, states):
        yield from (_of_state(name, k) for k in states)
    elif office is not None:
        yield _of_state(name, states[0])
        yield replace(name, span=Span(name.span.start + office, name.span.end))
    elif (end := _before_a_role(words)) is not None:
        yield replace(name, span=Span(name.span.start, name.span.start + end))
    elif (after := _person_noun(words)) is not None:
        yield replace(name, span=Span(name.span.start + after, name.span.end))
    else:
        yield name


def _whole_body(doc: Doc, name: Name) -> Name:
    """Give a body the words before its noun that the tables know it by: of "Foreign Ministry" the head may take only the last."""
    best, start, ministry = name, name.span.start, key_of(name.span.of(doc.text))
    if name.label is not Label.ORG or " " in ministry or ministry not in _last_of_bodies():
        return name
    floor = doc.sentence_at(start).start
    for _ in range(_LONGEST_BODY):
        before = _WORD_BEFORE.search(doc.text, floor, start)
        if before is None:
            break
        start = before.start()
        if key_of(doc.text[start : name.span.end]) in body_words():
            best = replace(name, span=Span(start, name.span.end))
    return best


@cache
def _last_of_bodies() -> frozenset[str]:
    return frozenset(key.split()[-1] for key in body_words() if " " in key)


def without_weekday(words: str) -> str:
    """Cut off a weekday that only follows a name: "the Bank of Ghana Friday"."""
    day = _WEEKDAY.search(words)
    return words[: day.start()] if day and day.start() else words


def _without_day(doc: Doc, name: Name) -> Name:
    words = name.span.of(doc.text)
    kept = without_weekday(words)
    return (
        name
        if name.label is Label.LOC or kept == words
        else replace(name, span=Span(name.span.start, name.span.start + len(kept)))
    )


def _is_of_a_state(words: str, states: list[Known]) -> bool:
    """Tell whether the words are a demonym and common nouns: "a Peruvian policeman", "Ghanaian trade officials"."""
    if not states or states[0].kind is not NameKind.DEMONYM or _bare(words[: states[0].span.end]) != states[0].span.of(words):
        return False
    rest = words[states[0].span.end :]
    return rest.startswith(" ") and rest.islower()


_OWNED = re.compile(r"[’']s\s(?=[A-Z])")
_THEN_A_NAME = re.compile(r"\s(?:(?!of\b|for\b|and\b|de\b|the\b)[a-z][\w-]*\s)+(?=[A-Z])")


def own_name(words: str) -> str:
    """Give the name at the end of a description ("Peruvian copper firm Cobreval"), the words themselves where it is none."""
    start = _after_common_nouns(words, [k for k in find_known(words) if k.kind in _LABELS])
    return words[start:] if start else words


def _after_common_nouns(words: str, states: list[Known]) -> int | None:
    """Give where the name begins after a demonym and common nouns, or whose it is: "Peruvian copper firm Cobreval", "Peru's Cobreval"."""
    if not states or states[0].span.start:
        return None
    if (owned := _OWNED.match(words, states[0].span.end)) is not None:
        return owned.end()
    if states[0].kind is not NameKind.DEMONYM:
        return None
    match = _THEN_A_NAME.match(words, states[0].span.end)
    return match.end() if match else None


def _before_a_role(words: str) -> int | None:
    """Give where the name ends before what stands to its bearer, as headlines write it: "Okwu Aide"; None where nothing does."""
    first, _, last = words.rpartition(" ")
    return len(first) if first and last.lower() in _ROLES and last[:1].isupper() else None


def _person_noun(words: str) -> int | None:
    """Give where the name begins after a noun for people in capitals, as headlines write it: "Harbour Widow Ada Lund"; None where there is none."""
    places = [match.start() for match in re.finditer(r"\S+", words)]
    for before, start in reversed(list(pairwise(places[:-1]))):
        noun = words[before:start].strip().lower()
        if noun in nouns_of_people() and words[start].isupper() and before > 0:
            return start
    return None


def _of_state(name: Name, known: Known) -> Name:
    at = name.span.start
    return replace(name, span=Span(at + known.span.start, at + known.span.end), label=_LABELS[known.kind])


def _is_description(words: str, states: list[Known]) -> bool:
    """Tell whether the words are an office and whose it is: "the defence minister of Ghana", "President of Ghana"."""
    if is_office_phrase(words):
        return True
    office, of, owner = _bare(words).partition(" of ")
    return bool(of) and office_word(office) is not None and any(k.span.of(words) == owner for k in states)


def is_office_phrase(words: str) -> bool:
    """Tell whether words name somebody by an office in small letters alone: "the defence minister of Ghana"."""
    office, of, _ = _bare(words).partition(" of ")
    return bool(of) and office.islower() and office_word(office.split()[-1]) is not None


def _bare(words: str) -> str:
    article = _ARTICLE.match(words)
    return words[article.end() :] if article else words


def _office_after(words: str, states: list[Known]) -> int | None:
    """Give where the name begins after a state and an office, "former" and its like aside: None where none is first or nothing follows."""
    if not states or not all(key_of(word) in marks() for word in words[: states[0].span.start].split()):
        return None
    starts = [match.start() for match in re.finditer(r"\S+", words) if match.start() > states[0].span.end]
    for start in reversed(starts[1 : _LONGEST_OFFICE + 1]):
        if office_word(words[starts[0] : start].strip()) is not None and words[start].isupper():
            return start
    return None
