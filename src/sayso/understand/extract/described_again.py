"""A speaker called by a description right after he was named: "NAME told the radio … the Texas Republican added" → that person.

Two ways: a verb that goes on ("added") is of who spoke last; and nouns that news uses for a person just named ("the tycoon") are of the one person who spoke
in the sentences before. Nobody is meant where a state in the description is another than the person's. Cases: cases/speakers.yml.
"""

from __future__ import annotations

import re
from functools import cache

from ...findings.actor import ActorKind
from ...lexicons import entries
from ...span import Span
from ..chains.words import nouns_of_people
from ..doc import Doc
from .cast import Cast, Part

# Sentences looked back over for who spoke last, quotations among them.
REACH = 5
_GOES_ON = re.compile(r"\b(?:added|adds|continued|went on|concluded)\b")
# "the former agent" after "NAME, a former head of the guild".
_FORMER = re.compile(r"the (?:former|ex-|retired|onetime|one-time) ?", re.IGNORECASE)
_CALLED_FORMER = re.compile(r",? (?:an? |the )?(?:former|retired|onetime|one-time|ex-)", re.IGNORECASE)
_APPOSITIVE = re.compile(r", (?:an? |the )?[^,;:.“”\"]{2,90}")
_NAME_OF_KIND = re.compile(
    r"(?:(?!(?:with|of|for|from|at|in|by|to)\b)[A-Z]?[a-z-]+ ){0,4}(?:outlet|website|site|newspaper|magazine|station|channel|broadcaster|think tank|charity|watchdog|group|organi[sz]ation|NGO|monitor|institute|firm) "
    r"(?P<name>[A-Z][\w.’'&-]*(?: (?:[A-Z][\w.’'&-]*|the|of|for|and|de|la|el))*)"
)
_MEMBER = re.compile(r"(?:[\w’'-]+ )*?(?P<noun>[\w-]+) (?:with|of|for|from|at|in|by) (?:the |an? )?[\w’' -]+")
_AGE = re.compile(r"-year-old$")
_WOMAN = re.compile(r"(?:woman|mother|sister|widow|wife|daughter|actress)$", re.IGNORECASE)
_MAN = re.compile(r"(?:man|father|brother|widower|husband|son)$", re.IGNORECASE)


@cache
def _called_again() -> frozenset[str]:
    return frozenset(word for row in entries("en/nouns_of_people") if row["key"] == "called again" for word in row["words"])


def described_again(doc: Doc, cast: Cast, head: Span, cue: str, spoken: dict[int, Part]) -> Part | None:
    """Give the person who spoke last before some words that describe him; None where they may be of another.

    Args:
        head: the words of the source before its first comma.
        spoken: part by the end of its source, for all who have spoken.
    """
    words = head.of(doc.text)
    noun = words.rstrip(".”\"’'").rsplit(" ", 1)[-1].lower()
    has_name = any(p.kind is ActorKind.PERSON for _, p in cast.named_in(head))
    if words[:4].lower() != "the " or " of " in words or has_name:
        return None
    is_known = noun in _called_again() or _AGE.search(noun) is not None
    if _FORMER.match(words) and noun in nouns_of_people():
        last = _last_speaker(doc, head, spoken)
        is_known = last is not None and any(_CALLED_FORMER.match(doc.text, mention.end) for mention in last.naming)
    if not is_known and not (_GOES_ON.search(cue) and noun in nouns_of_people()):
        return None
    last = _last_speaker(doc, head, spoken)
    if last is None or not _fits(cast, head, noun, last):
        return None
    cast.mention(last, head, naming=False)
    return last


def _last_speaker(doc: Doc, head: Span, spoken: dict[int, Part]) -> Part | None:
    """Give who spoke last before some words, where it is a person with a name and near."""
    end = max((place for place in spoken if place <= head.start), default=None)
    if end is None:
        return None
    part = spoken[end]
    near = doc.sentence_number(head.start) - doc.sentence_number(max(0, end - 1)) <= REACH
    return part if near and part.kind is ActorKind.PERSON and part.naming and part.name[:1].isupper() else None


def _fits(cast: Cast, head: Span, noun: str, person: Part) -> bool:
    """Tell whether no word of a description speaks against a person: another state, another gender."""
    states = {p.country or p.key for _, p in cast.named_in(head) if p.kind is ActorKind.COUNTRY}
    if states and person.country not in states:
        return False
    if person.gender == "m" and _WOMAN.search(noun):
        return False
    return not (person.gender == "f" and _MAN.search(noun) and not _WOMAN.search(noun))


def person_of_appositive(doc: Doc, cast: Cast, offset: int) -> Part | None:
    """Give the person whom "who" after a body means: "NAME, a former pilot for the guild, who said"."""
    end = len(doc.text[:offset].rstrip(" ,"))
    floor = doc.sentence_at(offset).start
    for mention, part in cast.before(offset, (ActorKind.PERSON,), floor=floor):
        if mention in part.naming and _APPOSITIVE.fullmatch(doc.text, mention.end, end) is not None:
            return part
    return None


def is_member(lead: str) -> bool:
    """Tell "volunteer with the group" before a name, who is a person of it, from "group" or "mining firm", which is the body itself."""
    found = _MEMBER.fullmatch(lead)
    return found is not None and found["noun"].lower() in nouns_of_people()


def named_by_kind(words: str) -> str | None:
    """Give the name behind the kind of body it is: "media outlet El Faro", "the defence monitoring website Watch It"."""
    found = _NAME_OF_KIND.fullmatch(words)
    return found["name"] if found is not None else None
