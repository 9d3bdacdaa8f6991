"""One phrase's words → what it says of itself: number, gender, kind of being. Lexicons only, no context."""

from __future__ import annotations

from functools import cache, lru_cache

from ...findings.mention import Label
from ...lexicons import entries
from ..known.offices import office_word
from .mention import Being

# word → (person, number, gender, being)
_HE, _SHE = (3, "s", "m", Being.PERSON), (3, "s", "f", Being.PERSON)
_IT, _THEY = (3, "s", "", Being.THING), (3, "p", "", Being.UNKNOWN)
_I, _WE, _YOU = (1, "s", "", Being.PERSON), (1, "p", "", Being.UNKNOWN), (2, "", "", Being.PERSON)
PRONOUNS: dict[str, tuple[int, str, str, Being]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), _HE),
    **dict.fromkeys(("she", "her", "hers", "herself"), _SHE),
    **dict.fromkeys(("it", "its", "itself"), _IT),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves", "themself", "'em"), _THEY),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), _I),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), _WE),
    **dict.fromkeys(("you", "your", "yours", "yourself", "yourselves", "ya"), _YOU),
}
OWNERS = frozenset("his her its their my our your".split())
REFLEXIVES = frozenset("himself herself itself themselves themself myself ourselves yourself yourselves".split())
_BEINGS = {Label.PER: Being.PERSON, Label.ORG: Being.BODY, Label.LOC: Being.PLACE, Label.NORP: Being.BODY}


@cache
def _given(key: str) -> frozenset[str]:
    return frozenset(word.lower() for row in entries("en/given_names") if row["key"] == key for word in row["words"])


@cache
def _nouns(key: str) -> frozenset[str]:
    return frozenset(word for row in entries("en/nouns_of_people") if row["key"] == key for word in row["words"])


@cache
def nouns_of_people() -> frozenset[str]:
    """Give the nouns for one person, in the singular and small letters: widow, envoy, farmer."""
    return _nouns("person") | _nouns("feminine") | _nouns("masculine")


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """Give the singular of a regular plural ("agencies" → "agency"), the word itself where it is none."""
    if word.endswith("women") or word.endswith("men"):
        return word[:-2] + "an"
    if word == "children":
        return "child"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def number_of(head: str, words: tuple[str, ...]) -> str:
    """Give "p" for a plural noun or two joined by "and", "s" for any other; "" where both are usual ("police")."""
    if "and" in words or head in _nouns("people without s"):
        return "" if head in ("media", "police", "staff") else "p"
    if words and words[0] in ("two", "three", "four", "five", "six", "several", "many", "both", "these", "those", "few"):
        return "p"
    return "p" if singular(head) != head else "s"


def being_of(head: str) -> Being:
    """Give what sort of being a noun is said of."""
    one = singular(head)
    if one in _nouns("person") or one in _nouns("feminine") or one in _nouns("masculine"):
        return Being.PERSON
    if one in _nouns("body") or head in _nouns("body"):
        return Being.BODY
    if head in _nouns("people without s"):
        return Being.PERSON
    if office_word(head) is not None or one.endswith(("woman", "man", "person")):
        return Being.PERSON
    if one.endswith(("ologist", "grapher", "ician", "onomist", "ivist")):
        return Being.PERSON
    return Being.THING


def gender_of(words: tuple[str, ...], head: str) -> str:
    """Give the gender that nouns and titles of the phrase tell ("Mrs", "King", "mother"), "" where none does."""
    for word in (head, *words):
        one = singular(word.strip("."))
        if one in _nouns("feminine") or one.endswith("woman"):
            return "f"
        if one in _nouns("masculine") or one.endswith(("sman", "iceman", "nobleman")):
            return "m"
    return ""


def gender_of_name(words: tuple[str, ...]) -> str:
    """Give the gender that a title or the first known given name tells."""
    for word in words[:-1]:
        bare = word.strip(".")
        if bare in _nouns("feminine"):
            return "f"
        if bare in _nouns("masculine"):
            return "m"
    for word in words:
        bare = word.strip(".").split("-")[0]
        if bare in _given("feminine"):
            return "f"
        if bare in _given("masculine"):
            return "m"
    return ""


def being_of_label(label: Label | None) -> Being:
    """Give what sort of being a name of this label names."""
    return _BEINGS.get(label, Being.UNKNOWN) if label is not None else Being.UNKNOWN
