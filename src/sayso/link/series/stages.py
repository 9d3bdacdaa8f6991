"""The words beside a number → what became of those counted: killed, wounded, sent, being prepared, promised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ...lexicons import entries
from ..claims.words import is_function, stem

_NOTHING: frozenset[str] = frozenset()
# What is to come is not done: beside a verb of one of the stages on the left, these words make it "promised".
_TO_COME = frozenset("will would could may might shall should".split())
_WISHES = frozenset(stem(word) for word in "want hope aim seek ask request demand ready agree".split())
_TURNED = frozenset(("sent", "given", "withdrawn", "freed", "sold", "bought", "displaced", "dismissed", "expelled", "produced"))
# Where soldiers, ships or people are, and how they came there: "sent to Orm", "are in Orm", "massed near Orm" may be of one number.
MOVED = frozenset(("sent", "present", "gathered"))
PRESENT, TRAINING, EXPECTED = "present", "training", "expected"
# Who is one of these is not there, or not counted as being there.
_NOT_THERE = frozenset("killed wounded missing prepared promised withdrawn freed expelled dismissed expected training".split())
_IS_THERE = re.compile(
    r"^(?:\W*(?!(?:that|to|of|in|and|or|but|by|at)\b)[\w’'-]+){0,4}?\W+(?:is|are|was|were|be|been|being|stand|stands|stood|remain|remains|remained|serve|serves|served)\s+"
    r"(?:(?:now|already|still|currently|also|all|thought to be|believed to be|stationed|based|posted|camped|massed|held in reserve|fighting|operating)\s+)*"
    r"(?:in|at|near|inside|on|off|along|around|across|within|close to)\s+(?:the\s+)?"
    r"(?:(?:[a-z]+\s+){0,3}(?:region|area|country|province|city|town|village|island|border|front|front line|frontline|coast|capital)\b|(?:(?!hospital|custody|prison|jail)[a-z]+\s+)?[A-Z])"
)
_STANDS = re.compile(
    r"^(?:\s+[\w’'-]+){1,3}?\s+(?i:in|at|near|inside|off|along|across|on)\s+(?:(?i:the)\s+)?"
    r"(?:(?i:border|borders|front|frontier|coast|soil|edge|outskirts)\b|(?:[a-z]+\s+)?[A-Z])"
)
_WILL_BE = re.compile(
    r"\b(?:will|would|could|may|might)\s+(?:(?:soon|then|eventually|ultimately|yet|still|also)\s+)?"
    r"(?:have|reach|total|number|(?:rise|grow|climb|swell|increase) to)\b[^.;,]{0,25}$"
)
_PRICES = re.compile(r"\b(?:costs?|prices?|bills?|budget|fees?)\b")
# How many words before a verb are asked whether it is to come.
_REACH = 4
_CLAUSE_END = re.compile(r"[,;.]| and | but | while ")
_SENTENCE_LIKE = re.compile(r"[;.]\s")


@dataclass(frozen=True, slots=True)
class Stage:
    """Keys of the stages some words tell, and the words."""

    keys: frozenset[str] = _NOTHING
    words: str = ""


@cache
def _lexicon(field: str) -> dict[tuple[str, ...], frozenset[str]]:
    found: dict[tuple[str, ...], set[str]] = {}
    for row in entries("en/figure_stages"):
        for words in row.get(field, ()):
            found.setdefault(tuple(stem(word) for word in words.split()), set()).add(row["key"])
    return {phrase: frozenset(keys) for phrase, keys in found.items()}


def stages_in(words: str) -> frozenset[str]:
    """Give the stages that any of the words tell."""
    return frozenset(key for _, keys in _found(re.findall(r"\w+", words), "words") for key in keys)


def stages_told(name: str) -> frozenset[str]:
    """Give the stages that the name of a series tells."""
    return frozenset(row["key"] for row in entries("en/figure_stages") if f" {row['key']} " in f" {name} ")


def is_stage_word(word: str) -> bool:
    """Tell whether the word by itself tells a stage."""
    return (stem(word),) in _lexicon("words")


def stage_of(of: str, text: str, sentence: tuple[int, int], number: tuple[int, int]) -> Stage:
    """Give the stage of a number: by what is counted, by its own clause after it and before it, then by the rest of the sentence."""
    told = stages_in(of)
    after, before = text[number[1] : sentence[1]], text[sentence[0] : number[0]]
    if _WILL_BE.search(before) and not _PRICES.search(before):
        return Stage(told | {EXPECTED}, of)
    if told:
        return Stage(told, of)
    near = (_CLAUSE_END.split(after, maxsplit=1)[0], False), (_CLAUSE_END.split(before)[-1], True)
    far = (_SENTENCE_LIKE.split(before)[-1], True), (_SENTENCE_LIKE.split(after, maxsplit=1)[0], False)
    if _IS_THERE.match(after) and not _nearest(before[-40:], "words", last=True).keys & _NOT_THERE:
        return Stage(frozenset((PRESENT,)), "are")
    for field, places in (("words", near), ("weak", ((of, False),)), ("foreseen", near), ("words", far), ("weak", near)):
        for words, last in places:
            found = _nearest(words, "weak" if field == "foreseen" else field, last=last)
            if found.keys and (field != "foreseen" or EXPECTED in found.keys):
                return found
    return Stage()


def stands_somewhere(after: str) -> bool:
    """Tell whether the words after a number say where those counted are, without a verb: "700 soldiers in Selt"."""
    return bool(_STANDS.match(after))


def are_two_stages(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether a number of the one is none of the other: the killed and the wounded, the sent and the prepared; who was sent is there."""
    if not one or not other or one & other:
        return False
    if one & MOVED and other & MOVED:
        return False
    if one <= {PRESENT} or other <= {PRESENT}:
        return bool((one | other) & _NOT_THERE)
    return True


def _nearest(words: str, field: str, *, last: bool) -> Stage:
    written = re.findall(r"\w+", words)
    found = list(_found(written, field))
    if not found:
        return Stage()
    at, keys = found[-1] if last else found[0]
    leading = written[max(0, at - _REACH) : at]
    if keys & _TURNED and _is_to_come(leading):
        return Stage(frozenset(("promised",)), written[at])
    return Stage(keys, written[at])


def _is_to_come(leading: Sequence[str]) -> bool:
    low = [word.lower() for word in leading]
    promised = _lexicon("words")
    wished = "to" in low and any(stem(word) in _WISHES for word in low)
    return wished or bool(_TO_COME & set(low)) or any("promised" in promised.get((stem(word),), ()) for word in low)


def _found(written: Sequence[str], field: str) -> Iterator[tuple[int, frozenset[str]]]:
    """Give the place and the stages of each word or phrase; small words may stand within a phrase."""
    known = _lexicon(field)
    counted = [
        (at, stem(word))
        for at, word in enumerate(written)
        if not is_function(word) or word.lower() in ("down", "out", "off", "up", "back", "from")
    ]
    skip = -1
    for first, (at, _) in enumerate(counted):
        if at <= skip:
            continue
        for length in (3, 2, 1):
            piece = counted[first : first + length]
            keys = known.get(tuple(part for _, part in piece)) if len(piece) == length else None
            if keys and piece[-1][0] - at <= length + 1:
                skip = piece[-1][0]
                yield at, keys
                break
