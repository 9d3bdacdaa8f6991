"""Words → terms: what is left of a telling when grammar, case, number words and the language of reporting are taken away.

"Nineteen miners are trapped, the Gazette reports" and "19 trapped miners" have the terms "#19", "miner" and "trap".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import cache

from ...lexicons import entries

_WORD = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)?")
_GRAMMAR = frozenset(
    """a an the this that these those it its he she they them his her their we our us you your i my me who whom which what whose there
    here and or but nor so as if then than when while where how in on at of to from by with for into onto over under up down off about after
    before since until between among through during against without within along across near is are was were be been being am has have had
    having do does did doing will would shall should can could may might must not no any some such very more most much many also too only
    just still already now again yet both all each every other another same own out one""".split()
)
_REPORTING = frozenset(
    """say said says tell told report reports reported reporting write writes wrote written according accord accordingly announce announced
    confirm confirmed correspondent correspondents reporter reporters established establish learned learnt cite cites citing cited source sources
    press media newspaper newspapers paper radio television channel agency briefing remarks statement interview spokesman spokeswoman
    spokesperson quote quoted quotes staff post posted""".split()
)
_ENDINGS = ("ingly", "edly", "ing", "ed", "ies", "es", "s", "ly")
_STEM_LETTERS = 3


def terms_of(words: str) -> frozenset[str]:
    """Give the terms of some words; numbers as "#" and their value."""
    return frozenset(_terms(words))


def numbers_in(terms: frozenset[str]) -> frozenset[str]:
    """Give those of the terms that are numbers."""
    return frozenset(term for term in terms if term.startswith("#"))


def sequence_of(words: str) -> tuple[str, ...]:
    """Give the words in lower case in their order, to be compared word for word."""
    return tuple(found[0].casefold().replace("’", "'") for found in _WORD.finditer(words))


def _terms(words: str) -> Iterator[str]:
    pending: list[str] = []
    for found in _WORD.finditer(words):
        word = found[0].casefold().replace("’", "'").removesuffix("'s")
        if word in _values() or (word == "one" and pending) or (word[0].isdigit() and not pending):
            pending.append(word)
            continue
        if word == "and" and pending:
            continue
        if pending:
            yield f"#{_value(pending)}"
            pending = []
        if word[0].isdigit():
            pending = [word]
        elif word not in _GRAMMAR and word not in _REPORTING:
            yield stem(word)
    if pending:
        yield f"#{_value(pending)}"


def stem(word: str) -> str:
    """Take common endings off a word in lower case, so that "trapped" and "traps" are one; irregular forms by the lexicon."""
    word = _irregular().get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM_LETTERS and not word.endswith("ss"):
            bare = word.removesuffix(ending) + ("y" if ending == "ies" else "")
            doubled = len(bare) > _STEM_LETTERS and bare[-1] == bare[-2] and bare[-1] not in "aeiouls"
            return (bare[:-1] if doubled else bare).removesuffix("e")
    return word.removesuffix("e") if len(word) > _STEM_LETTERS else word


def _value(words: list[str]) -> str:
    """Give what numbers in a row are worth: "four hundred and six thousand" is 406000, and so is "406 thousand"."""
    total = current = Decimal(0)
    for word in words:
        value, role = _values().get(word, (Decimal(0), ""))
        value = value if role else _digits(word)
        if role == "hundred":
            current = max(Decimal(1), current) * value
        elif role == "scale":
            total, current = total + max(Decimal(1), current) * value, Decimal(0)
        else:
            current += value
    return f"{(total + current).normalize():f}"


def _digits(word: str) -> Decimal:
    try:
        return Decimal(word.replace(",", "").rstrip("."))
    except InvalidOperation:  # "24.10.2024"; and "one" after another number word
        return Decimal(1 if word == "one" else int(re.sub(r"\D", "", word) or 0))


@cache
def _values() -> dict[str, tuple[Decimal, str]]:
    """Map number words to value and role; "one" is left out, as it is a pronoun as often."""
    rows = entries("en/number_words")
    roles = {"unit", "teen", "tens", "hundred", "scale"}
    return {
        str(row["word"]): (Decimal(str(row["value"])), str(row["role"]))
        for row in rows
        if row.get("role") in roles and row["word"] != "one"
    }


@cache
def _irregular() -> dict[str, str]:
    """Map irregular past forms to their verbs."""
    return {
        str(row[form]): str(row["word"])
        for row in entries("en/irregular_verbs")
        for form in ("past", "participle")
        if row.get(form)
    }


@cache
def _cues() -> frozenset[str]:
    rows = entries("en/reporting_verbs")
    return frozenset(stem(word) for row in rows for form in (row["word"], *row.get("forms", ())) for word in str(form).split())


def is_reporting(words: str) -> bool:
    """Tell whether there is a verb or noun of reporting among some words."""
    return any(stem(word) in _cues() for word in sequence_of(words) if len(word) > 2)


@cache
def _people() -> frozenset[str]:
    rows = entries("en/nouns_of_people")
    kinds = {"feminine", "masculine", "person"}
    more = [
        "source",
        "insider",
        "informant",
        "guard",
        "driver",
        "clerk",
        "worker",
        "employee",
        "someone",
        "somebody",
        "man",
        "woman",
        "villager",
    ]
    return frozenset(
        [
            *(str(word).casefold() for row in rows if row["key"] in kinds for word in row.get("words", ())),
            *more,
            "people",
            "men",
            "women",
        ]
    )


def is_person(noun: str) -> bool:
    """Tell whether a noun in lower case, singular or plural, is one of people ("official", "diplomats")."""
    return noun in _people() or noun.removesuffix("s") in _people()
