"""Words → stems: what claims, figures, happenings and stories are compared by."""

from __future__ import annotations

import re
from functools import cache

from ..lexicons import entries

_FUNCTION = frozenset(
    "a an the this that these those i you he she it we they me him her us them my your his its our their hers ours theirs who whom whose which "
    "what where when why how and or but nor so yet if because as while than then though although of to in on at by for with from into onto upon "
    "over under about around after before between among through during against without within toward towards per via is are was were be been being am has have had having "
    "do does did doing will would shall should can could may might must not n't no never also too very just only even still already again "
    "there here up down out off back away 's ' s mr mrs ms dr such any some each every both either neither other another own same more most "
    "all many much few several least less quite rather nearly almost some thus hence however".split()
)
# Pasts of rare verbs that are base forms of common ones ("wind, wound").
_BASES_TOO = ("lay", "wound", "bound", "ground")


@cache
def irregular_forms() -> dict[str, str]:
    """Give the base form of every irregular past and participle."""
    made = {row[form]: row["word"] for row in entries("en/irregular_verbs") for form in ("past", "participle") if row.get(form)}
    for form in _BASES_TOO:
        made.pop(form, None)
    return made | {"men": "man", "women": "woman", "children": "child", "lives": "life", "thieves": "thief", "feet": "foot", "dying": "die", "lying": "lie", "dies": "die", "died": "die", "lies": "lie", "ties": "tie", "tied": "tie", "caught": "catch", "goes": "go", "does": "do", "frozen": "freeze"} | {
        "fought": "fight", "shut": "shut", "struck": "strike", "policemen": "policeman", "people": "person", "wives": "wife", "fishermen": "fisherman", "gunmen": "gunman",
        "hung": "hang", "hanged": "hang", "sank": "sink", "sunk": "sink", "shot": "shoot", "fell": "fall", "left": "leave", "lit": "light", "dead": "dead",
    }  # fmt: skip


@cache
def stem(word: str) -> str:
    """Give a word without the endings of number, tense and manner, in lower case; irregular verbs in their base form."""
    low = word.lower().replace("’", "'").removesuffix("'s").strip("'")
    low = irregular_forms().get(low, low)
    if len(low) <= 3 or not low.isalpha():
        return low
    return _cut(low)


def _cut(low: str) -> str:
    if low.endswith("ies"):
        low = low[:-3] + "y"
    elif re.search(r"(?:s|x|z|ch|sh)es$", low):
        low = low[:-2]
    elif low.endswith("s") and not low.endswith(("ss", "us", "is")):
        low = low[:-1]
    for ending in ("ingly", "edly", "ing", "ed", "ly"):
        base = low.removesuffix(ending)
        if base != low and len(base) >= 3 and re.search("[aeiouy]", base):
            low = base
            if len(low) > 3 and low[-1] == low[-2] and low[-1] not in "lsz":
                low = low[:-1]
            break
    if low.endswith("i"):
        low = low[:-1] + "y"
    if low.endswith("ll") and len(low) > 5:  # "expelled", "expel"; short ones keep theirs
        low = low[:-1]
    return low[:-1] if low.endswith("e") and len(low) > 3 else low


def is_function(word: str) -> bool:
    """Tell whether the word carries grammar and no matter."""
    return word.lower().replace("’", "'") in _FUNCTION or not any(c.isalnum() for c in word)
