"""Whether an event that happened is history: a year or more before the report, in a past era. A tree and a word in, a decision out.

Looks at the words of time of the sentence that belong to the event: they hang on it or on its clause, or no other verb stands between.
Cases: cases/reality.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...findings.event import Reality
from ...lexicons import entries
from ...span import Span
from ..lowering import lowered
from .decision import Decision
from .operators import blames
from .shapes import Shape, shape
from .tree import Tree

# Without a day of publication, a year before this one is history: reports on the web are later.
EARLIEST_REPORT = 2010
# Months between the middle of what the words name and the report from which on it is history (benchmarks/reality, guideline: a year).
MONTHS = 12
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = re.compile(
    rf"(?P<before>(?:\b(?:in|of|from|during|by|between|and|since|until|before|the|a|late|early|mid|back in|to|year|summer|spring|autumn|fall|winter)[ -]+)*)"
    rf"(?:(?P<month>{_MONTH})(?: \d\d?)? ?,? )?\b(?P<year>1[0-9]\d\d|20\d\d)(?P<decade>s)?\b(?![,.]?\d|%| ?percent)"
)
_NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|many|several|some|a few|hundreds of|thousands of)"
_AGO = re.compile(
    rf"\b(?:(?:a|one|half a|{_NUMBER}) )?(?:decades?|centur(?:y|ies)|generations?)(?: and a half)? (?:ago|earlier)\b"
    rf"|\b(?:{_NUMBER} years|(?:a|one|more than a|over a) year) (?:ago|earlier)\b|\blong ago\b|\byears ago\b|\bin (?:his|her|their) (?:youth|childhood)\b"
)
_SINCE = re.compile(
    rf"\b(?:(?:a|one|half a|{_NUMBER}) )?(?:decades?|centur(?:y|ies)|generations?) (?:since|after)\b|\b(?:{_NUMBER} years|a year) (?:since|after)\b"
)
_ONCE = re.compile(r"\bonce (?!again|more|in|the|they|he|she|it|we|you|and)(?=\w+(?:ed|t|n|w|e)\b)")
_IN_ERA = re.compile(r"\b(?:in|during|of|under|throughout|since|from|after)\b[ \w'-]{0,12}$")
_WORDS_OF_YEAR = frozenset({"in", "during", "back", "by", "between", "from"})
_STEPS = 3
_NEAR = 1500  # characters before a sentence in which words of a past time are in sight
_THESE_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today".split())
# Words from a day of the week to the year of its date: "Monday, the third of May, 1998".
_TO_YEAR = 9
# Steps from words of time up to the event.
_HIGHEST = 8


@cache
def _eras() -> re.Pattern[str]:
    words = sorted((row["word"] for row in entries("en/eras")), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b")


def as_history(tree: Tree, index: int) -> Decision | None:
    """Give the decision "historical" where the words about the event say so, None otherwise."""
    if _is_perfect(tree, index):
        return None
    sentence = tree.doc.clause_near(tree.doc.tokens[index].start)
    words = tree.sentence(index)
    for place in _places(tree, words, index, sentence):
        return Decision(Reality.HISTORICAL, "long ago", place, 0.85)
    return None


def is_past_in_sight(tree: Tree, index: int) -> bool:
    """Tell whether words of a past time stand near an event: in its sentence and not about something else in it, or not far before."""
    sentence, chain = tree.doc.clause_near(tree.doc.tokens[index].start), _above(tree, index)
    for match in _past_in(tree, tree.sentence(index)):
        inside = tree.doc.tokens_in(Span(match.start(), match.end()).shifted(sentence.start))
        if inside and not _is_about_another(tree, inside[-1], chain):
            return True
    before = tree.doc.text[max(0, sentence.start - _NEAR) : sentence.start]
    return next(_past_in(tree, lowered(before)), None) is not None


def is_of_these_days(tree: Tree, index: int) -> bool:
    """Tell whether a bare day of the week or "yesterday" dates the event itself, with no year behind it: "*resigned* on Monday"."""
    for i in tree.under(index, "obl", "nmod", "advmod", "compound"):
        if tree.low(i) not in _THESE_DAYS or any(tree.kind(j) not in ("case", "punct") for j in tree.under(i)):
            continue
        near = range(i + 1, min(i + _TO_YEAR, len(tree.doc.tokens)))
        before = "" if tree.kind(i) == "compound" else tree.determiner(i)
        is_old = any(_YEAR.fullmatch(tree.low(j)) and tree.pos(j + 1) not in ("NOUN", "ADJ") for j in near)
        if not before and not is_old:  # not "on Friday, May 3, 1998"; "on Friday in the 1995 raid"
            return True
    return False


def _past_in(tree: Tree, words: str) -> Iterator[re.Match[str]]:
    """Give where years before the report's and other words of a past time stand; without a day of publication any year counts."""
    published = tree.doc.report.published
    for match in _YEAR.finditer(words):
        if published is None or int(match["year"]) < published.year:
            yield match
    for pattern in (_AGO, _SINCE, _ONCE, _eras()):
        yield from pattern.finditer(words)


def _is_perfect(tree: Tree, index: int) -> bool:
    """Tell whether a verb stands in the present perfect, which no past day goes with: "killed in 2012, *have sued*"."""
    return any(tree.low(i) in ("has", "have", "'ve") for i in tree.under(index, "aux")) and "to" not in tree.marks(index)


def _places(tree: Tree, words: str, index: int, sentence: Span) -> list[Span]:
    """Give where the sentence says that the event is long ago."""
    found = []
    for match in _YEAR.finditer(words):
        place = Span(match.start("month") if match["month"] else match.start("year"), match.end()).shifted(sentence.start)
        if _is_old(tree, match) and _is_of(tree, index, place, before=match["before"].split()):
            found.append(place)
    for pattern in (_AGO, _ONCE):
        for match in pattern.finditer(words):
            place = Span(match.start(), match.end()).shifted(sentence.start)
            if _belongs(tree, index, place):
                found.append(place)
    for match in _SINCE.finditer(words):
        place = Span(match.start(), match.end()).shifted(sentence.start)
        after = tree.doc.tokens_in(Span(place.end, tree.span(index).end)) if place.end < tree.span(index).end else range(0)
        if after and tree.pos(index) == "VERB" and tree.kind(index) not in ("advcl", "acl"):
            continue  # "years after the war he *left*"
        if after and not any(tree.pos(i) in ("VERB", "PUNCT") for i in after if i != index):
            found.append(place)
    for match in _eras().finditer(words):
        place = Span(match.start(), match.end()).shifted(sentence.start)
        if place.covers(tree.span(index)) or (_IN_ERA.search(words[: match.start()]) and _belongs(tree, index, place)):
            found.append(place)
    return found


def _is_old(tree: Tree, match: re.Match[str]) -> bool:
    published, year = tree.doc.report.published, int(match["year"]) + (9 if match["decade"] else 0)
    if published is None:
        return year < EARLIEST_REPORT
    month = _MONTHS.index(match["month"][:3]) + 1 if match["month"] else 6.5
    return (published.year - year) * 12 + published.month - month >= MONTHS


def _is_of(tree: Tree, index: int, place: Span, *, before: list[str]) -> bool:
    """Tell whether a year dates the event: "the 1985 killing", "killed in 1985", "the killing of May 1985"."""
    inside = tree.doc.tokens_in(place)
    if not inside:
        return False
    year = inside[-1] if tree.pos(inside[-1]) == "NUM" else inside[0]
    if tree.head(year) == index and tree.pos(index) == "NOUN":
        return True
    follows = inside[-1] + 1
    if tree.low(index) in blames() and follows < len(tree.doc.tokens) and tree.pos(follows) in ("NOUN", "ADJ"):
        return False  # "tried for the 1985 *killing*": the year is that of what he is tried for
    if set(before) & {"since", "until", "before"} or not set(before) & (_WORDS_OF_YEAR | {"of"}):
        return bool(re.match(r"[a-z]", place.of(tree.doc.text).lower())) and not before and _belongs(tree, index, place)
    if "of" in before and tree.pos(index) == "VERB" and _is_during(tree, index, year):
        return True
    if "of" in before and not set(before) & _WORDS_OF_YEAR:
        return index < year and not any(
            tree.pos(i) in ("NOUN", "PROPN", "VERB") for i in range(index + 1, year) if tree.low(i) not in _SEASONS
        )
    return _belongs(tree, index, place)


def _is_during(tree: Tree, index: int, year: int) -> bool:
    """Tell whether an event is told of a time that has the year: "was *shelled* during the war of 1985"."""
    at = year
    for _ in range(_STEPS):
        at = tree.head(at)
        if at < 0:
            return False
        if "during" in tree.marks(at):
            return tree.head(at) == index
    return False


_SEASONS = frozenset({"summer", "spring", "autumn", "fall", "winter", "year", *_MONTHS})


def _belongs(tree: Tree, index: int, place: Span) -> bool:
    """Tell whether words of time hang on the event or its clause, or stand beside it with no other verb between."""
    inside = tree.doc.tokens_in(place)
    if not inside:
        return False
    chain = _above(tree, index)
    if _is_about_another(tree, inside[0], chain):
        return False
    for i in inside:
        head = tree.head(i)
        for _ in range(2):
            if head in chain:
                return True
            head = tree.head(head) if head >= 0 and head in inside else -1
    if any(tree.head(i) in _when(tree, index) for i in inside):
        return True
    low, high = (inside[-1] + 1, index) if inside[-1] < index else (index + 1, inside[0])
    return not any(
        tree.pos(i) in ("VERB", "SCONJ") and i not in chain and tree.kind(i) != "case" and not _is_inside(tree, i, index)
        or tree.low(i) in (";", ":")
        for i in range(low, high)
    )  # fmt: skip


def _is_inside(tree: Tree, verb: int, index: int) -> bool:
    """Tell whether a verb is the act inside the event: "agreed to *sell* it in 2010"."""
    return tree.head(verb) == index and tree.kind(verb) == "xcomp" and "to" in tree.marks(verb)


def _when(tree: Tree, index: int) -> set[int]:
    """Give the verbs of clauses of the same time: "they *asked* for it when it was passed in 2003", "*fought* on, winning in 1959"."""
    same = (i for i in tree.under(index, "advcl") if "when" in tree.marks(i) or tree.has(i, "advmod", {"when"}))
    return {*same, *(i for i in tree.under(index, "advcl") if shape(tree.low(i)) is Shape.ING and not tree.marks(i))}


def _is_about_another(tree: Tree, place: int, chain: set[int]) -> bool:
    """Tell whether words of time stand in what is added about a noun: "Lund, envoy from 2007 to 2013, *said*", "the deal signed in 2015 was *praised*"."""
    at, is_added = place, False
    for _ in range(_HIGHEST):
        if at in chain:
            return is_added
        is_added = is_added or tree.kind(at) == "acl" or _is_behind_a_noun(tree, at) or _is_told(tree, at)
        is_added = is_added or (
            tree.kind(at) == "appos" and tree.low(tree.head(at)) not in _THESE_DAYS
        )  # "on Friday, May 3, 1998"
        at = tree.head(at)
        if at < 0:
            break
    return False


def _is_behind_a_noun(tree: Tree, index: int) -> bool:
    """Tell a participle right behind a noun, which tells of it whatever the syntax hangs on what: "burned a church *built* in 1974"."""
    if shape(tree.low(index)) is not Shape.PAST or tree.kind(index) != "advcl" or not 0 <= tree.head(index) < index - 1:
        return False
    if tree.pos(index - 1) not in ("NOUN", "PROPN") or tree.under(index, "mark", "aux", "cop", "cc"):
        return False
    return all(i == index - 1 for i in tree.under(index, "nsubj"))  # no clause beside another begins without a mark


def _is_told(tree: Tree, index: int) -> bool:
    """Tell a clause with a subject of its own below another: "*said* the bridge opened in 1962"."""
    return tree.kind(index) == "ccomp" and bool(tree.under(index, "nsubj"))


def _above(tree: Tree, index: int) -> set[int]:
    """Give the event, and for a noun the words above it up to its clause's verb."""
    chain, at = {index}, index
    for _ in range(_STEPS):
        if tree.pos(at) in ("VERB", "AUX") or tree.head(at) < 0:
            break
        at = tree.head(at)
        chain.add(at)
    if tree.pos(index) == "VERB" and tree.kind(index) == "advcl" and "when" in tree.marks(index) and tree.head(index) >= 0:
        chain.add(tree.head(index))  # "in 1968, when troops entered"
    return chain
