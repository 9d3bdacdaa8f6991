"""What kind of actor a common noun phrase means: one person, several, or a body; words in, kind out."""

from __future__ import annotations

import re

from ...findings.actor import ActorKind
from .holders import PREPOSITION

# Singular nouns that are bodies, not people.
BODY = re.compile(
    r"\b(?:group|ministry|compan(?:y|ies)|committee|agency|government|newspaper|paper|magazine|website|outlet|channel|broadcaster|station|network|"
    r"television|radio|party|coalition|court|council|embassy|commission|team|army|navy|office|body|union|organi[sz]ation|institute|cent(?:re|er)|"
    r"bank|firm|exchange|maker|giant|carrier|airline|retailer|lender|university|force|delegation|mission|alliance|board|panel|service|administration|regime|militia|parliament|department|bureau|"
    r"staff|command|brigade|unit|movement|front|authority|association|foundation|charity|bloc|state|country|side|camp|campaign|sector|industry|"
    r"world|community|nation|media|public|press|site|blog|account|desk|federation|secretariat|bench|gang|wing|opposition|forum|assembly|league|faction|consulate|coastguard|coast guard|syndicate|fleet|presidency|"
    r"treasury|diocese|archdiocese|conference|judiciary|prosecution|leadership|hospital|clinic|confederation|club|trust|society|network|collective|caucus|junta|cabinet|congress|senate|chamber|house|church|tribunal|watchdog|monitor)$",
    re.IGNORECASE,
)
ARTICLE = re.compile(
    r"(?:the|a|an|some|many|most|several|other|another|two|three|four|five|its|his|her|their|these|those|any|no|one|both)\s+",
    re.IGNORECASE,
)
# "Many in the south", "one of the officials": the number is the noun.
_MANY_OF = re.compile(
    r"(?:many|some|most|several|few|others|those|both|all|one|another|two|three|four|five|six)\s(?:of|in|at|from|on|within|inside|near|with|among|outside|across)\s",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"[’']s$|[’']$")
# What says more of somebody than his noun: "experts | who worked on the case".
_CLAUSE = re.compile(r" (?:who|whom|whose|which|that) ")
_QUANTITY = re.compile(
    r"(?:not (?:all|every\w*)|some|few|many|several|both|others|most|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands)\b(?!-)",
    re.IGNORECASE,
)
_PEOPLE = ("media", "police", "people", "press", "public", "staff", "troops", "forces", "family")


def kind_of(name: str, whole: str) -> ActorKind:
    """Give the kind of whom a phrase describes; `name` is the phrase or what of it is a name."""
    if is_plural(name):
        return ActorKind.GROUP
    is_body = BODY.search(_first_phrase(whole.removesuffix(name).strip() or name)) is not None
    return ActorKind.ORGANISATION if is_body else ActorKind.PERSON


def before_clause(words: str) -> str:
    """Give a phrase without the clause that says more of its noun."""
    return _CLAUSE.split(words)[0]


def bare(words: str) -> str:
    """Give a phrase without articles and possessive."""
    name = words
    if _MANY_OF.match(words):
        return _POSSESSIVE.sub("", words).strip(' ,.“”"')
    for _ in range(2):
        name = ARTICLE.sub("", name, count=1) if ARTICLE.match(name) and len(name.split()) > 1 else name
    return _POSSESSIVE.sub("", name).strip(' ,.“”"') or words


def _first_phrase(name: str) -> str:
    """Give a phrase up to its first preposition."""
    return PREPOSITION.split(" " + name + " ")[0].strip()


def is_plural(name: str) -> bool:
    """Tell whether a phrase means several people."""
    first = before_clause(_first_phrase(name))
    last = first.split()[-1].lower() if first.split() else name.lower()
    return (
        last.endswith("s")
        and not last.endswith("ss")
        or last.endswith("men")
        and last not in ("specimen", "regimen", "omen")
        or last in _PEOPLE
        or " and " in name
        or _QUANTITY.match(name) is not None
    )
