"""Two tellings → words that exclude one another: rivals, opposites, all against a part, as before against a change, no against yes. By lexicons."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from ...lexicons import entries
from .amounts import Amount, is_numeral
from .likeness import Likeness
from .telling import Telling, Word
from .words import opposites_of, phrase_of, stem

Phrase = tuple[str, ...]
# By the first stem of a phrase: the phrase, the key of its row, and which of the row's sets of words it is in.
Index = dict[str, tuple[tuple[Phrase, str, int], ...]]
# For each key of a row, the numbers of its sets that a telling has words of, with the places of those words.
Found = dict[str, dict[int, frozenset[int]]]


def _indexed(rows: Iterable[tuple[str, Sequence[Sequence[str]]]]) -> Index:
    made: dict[str, list[tuple[Phrase, str, int]]] = {}
    for key, sets in rows:
        for at, words in enumerate(sets):
            for word in words:
                phrase = phrase_of(word) or (stem(word),)
                made.setdefault(phrase[0], []).append((phrase, key, at))
    return {first: tuple(found) for first, found in made.items()}


@cache
def _rivals() -> Index:
    return _indexed((row["key"], row["sets"]) for row in entries("en/rivals"))


@cache
def _opposites() -> Index:
    return _indexed((row["key"], (row["one"], row["other"])) for row in entries("en/opposites"))


# "Takes place" takes nothing, and what is handed over is in nobody's hand.
_TAKES = {stem("take"): (stem("place"),), stem("hand"): ("over",)}


def _found(stems: Sequence[str], index: Index, singly: Collection[int] | None = None) -> Found:
    """Give what stands where; phrases of one word only at the places `singly`, where these are given."""
    found: Found = {}
    for at, word in enumerate(stems):
        for phrase, key, number in index.get(word, ()):
            if len(phrase) > 1 and not _stands(stems, at, phrase):
                continue
            if len(phrase) == 1 and (_TAKES.get(word) == stems[at + 1 : at + 2] or (singly is not None and at not in singly)):
                continue
            places = found.setdefault(key, {})
            places[number] = places.get(number, frozenset()) | frozenset(range(at, at + len(phrase)))
    return found


# What "go on" goes with where nothing goes on.
_ON_WHAT = frozenset(map(stem, "strike trial sale show air leave holiday hunger display record".split()))
_PARTS = frozenset(("back", "out", "away", "down"))
# Within how many words a particle may follow its verb ("send 500 refugees back").
_PART_REACH = 4


def _stands(stems: Sequence[str], at: int, phrase: Phrase) -> bool:
    """Tell whether a phrase stands at a place: its words side by side, or a particle a few words behind its verb."""
    if tuple(stems[at : at + len(phrase)]) == phrase:
        return phrase[1] != "on" or not _ON_WHAT & set(stems[at + 2 : at + 4])
    parted = len(phrase) == 2 and phrase[1] in _PARTS
    return parted and phrase[1] in stems[at + 2 : at + 2 + _PART_REACH]


def rivals(one: Telling, other: Telling) -> Iterator[str]:
    """Name the parts of the happening that the two exchange for one another, by lexicons/en/rivals.yml."""
    theirs = _found(other.stems, _rivals())
    for key, mine in _found(one.stems, _rivals()).items():
        if key in theirs and not mine.keys() & theirs[key].keys():
            yield key


def opposites(one: Telling, other: Telling) -> Iterator[tuple[str, frozenset[int], frozenset[int]]]:
    """Name the pairs of opposites with one word in either telling, and the places of those words."""
    mine, theirs = (_found(t.stems, _opposites(), {w.at for w in t.body if not w.name}) for t in (one, other))
    for key in (key for key in mine if key in theirs):
        if len(mine[key]) == len(theirs[key]) == 1 and mine[key].keys() != theirs[key].keys():
            yield key, next(iter(mine[key].values())), next(iter(theirs[key].values()))
    known = _rivals()
    for a in one.matter:
        against = opposites_of(a.stem)
        for b in other.matter if against else ():
            if b.stem in against and not (_alone(a.stem, known) and _alone(b.stem, known)):
                yield f"{a.stem}, {b.stem}", frozenset((a.at,)), frozenset((b.at,))


def _alone(word: str, index: Index) -> bool:
    return any(len(phrase) == 1 for phrase, _, _ in index.get(word, ()))


_WHOLE = frozenset(stem(w) for w in "all every entire whole everybody everyone both each".split())
_SOME = frozenset(
    stem(w) for w in "some several few most many half part partly certain only third quarter majority minority".split()
)
_EVERYBODY = frozenset(stem(w) for w in "everyone everybody all every entire whole".split())
# How many words before a noun may say how much of it is meant ("all of the twelve hostages").
_SCOPE_REACH = 5


def scopes_apart(one: Telling, other: Telling, matter: Likeness) -> bool:
    """Tell whether one speaks of all of what the other speaks of a part of, or of two unlike parts."""
    if any(_EVERYBODY & set(a.stems) and "only" in b.stems and "only" not in a.stems for a, b in ((one, other), (other, one))):
        return True
    for a, b in matter.pairs:
        mine, theirs = _scope(one, a), _scope(other, b)
        if (mine == "all" and _is_one_of(other, b)) or (theirs == "all" and _is_one_of(one, a)):
            return True
        if (mine and mine in other.stems) or (theirs and theirs in one.stems):
            continue  # "most of the delta's routes", wherever it stands
        if mine != theirs and (mine and theirs or "all" not in (mine, theirs)):
            return True  # "some of our men looted", "our men looted": in doubt it is another scope
        for scope, telling, word in ((mine, other, b), (theirs, one, a)):
            if scope == "all" and any(
                _counts(amount, telling, word) and not _in_both(amount, one, other) for amount in telling.amounts
            ):
                if telling is one and not theirs or telling is other and not mine:
                    continue
                if (mine if telling is one else theirs) != "all":
                    return True
    return False


def _in_both(amount: Amount, one: Telling, other: Telling) -> bool:
    return all(any(a.value == amount.value for a in telling.amounts) for telling in (one, other))


def _counts(amount: Amount, telling: Telling, word: Word) -> bool:
    return word.stem in amount.of


def _is_one_of(telling: Telling, word: Word) -> bool:
    """Tell whether the word is what one of is meant ("one of the plane's engines")."""
    near = telling.stems[max(0, word.at - _SCOPE_REACH) : word.at]
    return any(near[at : at + 2] == ("one", "of") for at in range(len(near)))


def _scope(telling: Telling, word: Word) -> str:
    start = max(0, word.at - _SCOPE_REACH)
    near = telling.stems[start : word.at]
    for at in range(len(near) - 1, -1, -1):
        if near[at] in _WHOLE:
            return "all"
        if near[at] == "part" and near[at + 1 : at + 2] != ("of",):
            continue  # "a second part"
        if near[at] in _SOME and not (
            at + 1 < len(near) and near[at + 1] and is_numeral(near[at + 1])
        ):  # "some 5,000" is a number
            return near[at]
        if near[at] in (",", ";", "."):
            break
    return ""


_MORE, _LESS = (
    re.compile(r"\bmore\b(?! than [\d\w]*\d)(?! than (?:a|one|two|three|half|twice)\b)"),
    re.compile(r"\b(?:fewer|less)\b(?! than [\d\w]*\d)"),
)


def more_and_less(one: Telling, other: Telling) -> bool:
    """Tell whether one says that it is more, and the other that it is less ("fewer tourists came than last year")."""
    ways = [(bool(_MORE.search(low)), bool(_LESS.search(low))) for low in (t.text.lower() for t in (one, other))]
    return sorted(ways) == [(False, True), (True, False)]


_UNCHANGED = re.compile(
    r"\b(?:still|as usual|as ever|as always|remains?|remained|stays|stayed|currently|goes on|go on|going on|continu\w+|unchanged|as before|intact|kept|keeps|steady)\b"
)
_ALIBI = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|[A-Z]\w+) (?:was|were) (?:at|in|abroad|away|on|asleep|with|not (?:at|in))\b.*\b(?:when|on the (?:day|night|evening|morning)|at the time|during|that (?:day|night|evening|morning))\b", re.DOTALL
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
    r"\b(?:r[ua]n out of|running out|lack(?:s|ed|ing)?|cut(?: off)?|short of|shortage|ban(?:s|ned)?|stop(?:s|ped)?|ended|block(?:s|ed)|absent|absence|closed|shut|cancel\w*|halt\w*|"
    r"gone|grounded|suspend\w*|lost|missing|used up|exhausted|empty|avoid\w*|prevent\w*|unable|spared|escaped|unhurt|unharmed|without)\b"
)  # fmt: skip


def lacks(telling: Telling, other: Telling) -> bool:
    """Tell whether it says by a verb or noun that the other has not, and not by a negation, that something is not there or not done."""
    found = _LACKS.search(telling.text.lower())
    return found is not None and stem(found[0].split()[0]) not in other.stems and not negates(telling)


def alibi(one: Telling, other: Telling) -> bool:
    """Tell whether one says that somebody was elsewhere when it happened."""
    return bool(_ALIBI.search(one.text) or _ALIBI.search(other.text))
