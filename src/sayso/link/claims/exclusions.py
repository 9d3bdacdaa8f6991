"""Two tellings → words that exclude one another: rivals, opposites, all against a part, as before against a change, no against yes. By lexicons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...lexicons import entries
from .amounts import Amount, is_numeral
from .likeness import Likeness
from .telling import Telling, Word
from .words import are_opposites, has_phrase, phrase_of, stem


@cache
def _rivals() -> tuple[tuple[str, tuple[tuple[tuple[str, ...], ...], ...]], ...]:
    return tuple(
        (row["key"], tuple(tuple(phrase_of(word) or (stem(word),) for word in words) for words in row["sets"]))
        for row in entries("en/rivals")
    )


def rivals(one: Telling, other: Telling) -> Iterator[str]:
    """Name the parts of the happening that the two exchange for one another, by lexicons/en/rivals.yml."""
    for key, sets in _rivals():
        mine, theirs = (_sets_in(t, sets) for t in (one, other))
        if mine and theirs and not mine & theirs:
            yield key


def _sets_in(telling: Telling, sets: tuple[tuple[tuple[str, ...], ...], ...]) -> set[int]:
    return {at for at, phrases in enumerate(sets) if any(has_phrase(telling.stems, phrase) for phrase in phrases)}


Phrases = tuple[tuple[str, ...], ...]


@cache
def _opposites() -> tuple[tuple[str, Phrases, Phrases], ...]:
    return tuple((row["key"], _phrases(row["one"]), _phrases(row["other"])) for row in entries("en/opposites"))


def _phrases(words: list[str]) -> Phrases:
    return tuple(phrase_of(word) or (stem(word),) for word in words)


def opposites(one: Telling, other: Telling) -> Iterator[tuple[str, frozenset[int], frozenset[int]]]:
    """Name the pairs of opposites with one word in either telling, and the places of those words."""
    for key, yes, no in _opposites():
        for first, second in ((yes, no), (no, yes)):
            mine, theirs = _places(one, first), _places(other, second)
            if mine and theirs and not _places(one, second) and not _places(other, first):
                yield key, mine, theirs
    known = {phrase for _, sets in _rivals() for phrases in sets for phrase in phrases}
    for a in one.matter:
        for b in other.matter:
            if are_opposites(a.stem, b.stem) and not {(a.stem,), (b.stem,)} <= known:
                yield f"{a.stem}, {b.stem}", frozenset((a.at,)), frozenset((b.at,))


def _places(telling: Telling, phrases: tuple[tuple[str, ...], ...]) -> frozenset[int]:
    found = {w.at for w in telling.body if not w.name and (w.stem,) in phrases}
    held = telling.stems
    for phrase in phrases:
        if len(phrase) > 1 and has_phrase(held, phrase):
            found |= {w.at for w in telling.body if w.stem in phrase} or {0}
    return frozenset(found)


_WHOLE = frozenset(stem(w) for w in "all every entire whole everybody everyone both each".split())
_SOME = frozenset(
    stem(w) for w in "some several few most many half part partly certain only third quarter majority minority".split()
)
# How many words before a noun may say how much of it is meant ("all of the twelve hostages").
_SCOPE_REACH = 5


def scopes_apart(one: Telling, other: Telling, matter: Likeness) -> bool:
    """Tell whether one speaks of all of what the other speaks of a part of, or of two unlike parts."""
    for a, b in matter.pairs:
        mine, theirs = _scope(one, a), _scope(other, b)
        if mine != theirs and (mine and theirs or "all" not in (mine, theirs)):
            return True  # "some of our men looted", "our men looted": in doubt it is another scope
        for scope, telling, word in ((mine, other, b), (theirs, one, a)):
            if scope == "all" and any(_counts(amount, telling, word) for amount in telling.amounts):
                if telling is one and not theirs or telling is other and not mine:
                    continue
                if (mine if telling is one else theirs) != "all":
                    return True
    return False


def _counts(amount: Amount, telling: Telling, word: Word) -> bool:
    return word.stem in amount.of


def _scope(telling: Telling, word: Word) -> str:
    start = max(0, word.at - _SCOPE_REACH)
    near = telling.stems[start : word.at]
    for at in range(len(near) - 1, -1, -1):
        if near[at] in _WHOLE:
            return "all"
        if near[at] in _SOME and not (
            at + 1 < len(near) and near[at + 1] and is_numeral(near[at + 1])
        ):  # "some 5,000" is a number
            return near[at]
        if near[at] in (",", ";", "."):
            break
    return ""


_UNCHANGED = re.compile(
    r"\b(?:still|as usual|as ever|as always|remains?|remained|stays?|stayed|goes on|go on|going on|continu\w+|unchanged|as before|intact)\b"
)
_ALIBI = re.compile(
    r"\bwas (?:at|in|abroad|away|on|asleep|with|not (?:at|in))\b.*\b(?:when|on the (?:day|night|evening|morning)|at the time|during|that (?:day|night|evening|morning))\b", re.DOTALL
)  # fmt: skip


def unchanged(one: Telling, other: Telling) -> bool:
    """Tell whether one says that all is as before where the other tells of a change."""
    return bool(_UNCHANGED.search(one.text.lower())) != bool(_UNCHANGED.search(other.text.lower()))


_SWEEPING = re.compile(
    r"\b(?:any(?:thing|body|one|where)?|nobody|no one|nothing|never|none|not a (?:single|penny|cent|word|shot)|a (?:single|penny|cent)|ever|at all|whatsoever|of any kind)\b"
)
_NEGATES = re.compile(r"\b(?:not|never|no|nothing|nobody|none|neither|nor|without|cannot)\b|n't\b")


def sweeping(telling: Telling) -> bool:
    """Tell whether it says no to all of it, without the words of what it says no to ("never received a penny from anyone")."""
    low = telling.text.lower().replace("’", "'")
    return bool(_NEGATES.search(low) and _SWEEPING.search(low))


def negates(telling: Telling) -> bool:
    """Tell whether it has a word of negation at all."""
    return bool(_NEGATES.search(telling.text.lower().replace("’", "'")))


_LACKS = re.compile(
    r"\b(?:r[ua]n out of|running out|lack(?:s|ed|ing)?|cut(?: off)?|fail(?:s|ed|ing)?|short of|shortage|ban(?:s|ned)?|stop(?:s|ped)?|ended|block(?:s|ed)|refus(?:e|es|ed)|absent|absence|closed|shut|cancel\w*|halt\w*|"
    r"gone|lost|missing|used up|exhausted|empty|avoid\w*|prevent\w*|unable|spared|escaped|unhurt|unharmed|without)\b"
)  # fmt: skip


def lacks(telling: Telling) -> bool:
    """Tell whether it says by a verb or noun, and not by a negation, that something is not there or not done."""
    return bool(_LACKS.search(telling.text.lower())) and not negates(telling)


def alibi(one: Telling, other: Telling) -> bool:
    """Tell whether one says that somebody was elsewhere when it happened."""
    return bool(_ALIBI.search(one.text.lower()) or _ALIBI.search(other.text.lower()))
