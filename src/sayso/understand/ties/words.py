"""The words of lexicons/en/tie_words.yml by form, and which kinds of actors a relation may join."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ...findings.actor import ActorKind
from ...findings.tie import Relation
from ...lexicons import entries
from ..extract.body_mentions import nouns
from ..extract.cast import Part, slug
from ..known.named import named
from ..known.offices import marks
from ..known.words import key_of

_BODIES = (ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.OUTLET)
_SIDES = (ActorKind.COUNTRY, ActorKind.ORGANISATION, ActorKind.GROUP)
_ANY = (*_SIDES, ActorKind.PERSON)
_KINDS = {
    Relation.MEMBER_OF: (_ANY, (ActorKind.ORGANISATION, ActorKind.GROUP)),
    Relation.PARTNER_OF: (_ANY, _ANY),
    Relation.ALLY_OF: (_ANY, _ANY),
    Relation.AT_WAR_WITH: (_SIDES, _SIDES),
    Relation.HOLDS_OFFICE: ((ActorKind.PERSON,), (ActorKind.COUNTRY, *_BODIES)),
    Relation.PART_OF: ((ActorKind.COUNTRY, *_BODIES), (ActorKind.COUNTRY, *_BODIES)),
    Relation.LOCATED_IN: (_BODIES, (ActorKind.COUNTRY,)),
    Relation.RELATIVE_OF: ((ActorKind.PERSON,), (ActorKind.PERSON,)),
    Relation.OWNS: ((ActorKind.PERSON, ActorKind.COUNTRY, *_BODIES), (ActorKind.ORGANISATION, ActorKind.OUTLET)),
    Relation.LEADS: ((ActorKind.PERSON, ActorKind.COUNTRY), (ActorKind.COUNTRY, *_BODIES)),
}
# What may join somebody named to a body that is only called by its kind: "the party's chairman, NAME".
_OF_CALLED = (Relation.HOLDS_OFFICE, Relation.LEADS)
SYMMETRIC = frozenset((Relation.PARTNER_OF, Relation.ALLY_OF, Relation.AT_WAR_WITH, Relation.RELATIVE_OF))
# Last words of the names of bands, and sectors of armed people.
_BAND_NAMES = [[w] for w in "front movement army forces brigade brigades militia rebels resistance".split()]
_ARMED = frozenset(("REB", "INS", "UAF", "SEP", "CRM"))
# Words before a noun that tell it as hearsay, and all that leave open whether it is so.
ALLEGED = frozenset("alleged purported supposed suspected rumoured rumored putative reputed presumed probable ostensible".split())
_WOULD_BE = ALLEGED | frozenset(
    "potential possible prospective aspiring would-be likely future candidate hopeful self-styled non unlikely hypothetical".split()
)


@dataclass(frozen=True, slots=True)
class TieWord:
    """One row; fields as the head of the lexicon says."""

    kind: str
    relation: Relation
    links: tuple[str, ...]
    turned: bool = False
    both: bool = False
    begins: bool = False
    ends: bool = False
    passive: bool = False
    bare: bool = True


@cache
def tie_words() -> dict[str, TieWord]:
    """Give the rows by every form of their word, small letters."""
    found: dict[str, TieWord] = {}
    for row in entries("en/tie_words"):
        flags = {name: row[name] for name in ("turned", "both", "begins", "ends", "passive", "bare") if name in row}
        word = TieWord(row["as"], Relation(row["relation"]), tuple(row["links"]), **flags)
        found.update(dict.fromkeys(row["words"], word))
    return found


def may_join(subject: Part, relation: Relation, other: Part) -> bool:
    """Tell whether a relation may stand between two actors, by what sort of actors they are."""
    subjects, objects = _KINDS[relation]
    if not _is_name(subject) or not (_is_name(other) or (relation in _OF_CALLED and other.name.split()[-1] in nouns())):
        return False
    if subject is other or subject.kind not in subjects or other.kind not in objects:
        return False
    if relation is Relation.MEMBER_OF and subject.kind is ActorKind.COUNTRY:
        return other.country is None
    if relation is Relation.PART_OF and subject.kind is ActorKind.COUNTRY:
        return other.kind is ActorKind.COUNTRY or other.country is None
    if relation in (Relation.PARTNER_OF, Relation.ALLY_OF):
        return not (relation is Relation.PARTNER_OF and subject.kind is other.kind is ActorKind.PERSON)
    return True


def _is_name(part: Part) -> bool:
    """Tell whether an actor is named, not only described ("two aides")."""
    return part.name[:1].isupper() or part.name[:1].isdigit() or part.key != slug(part.name) or named(part.key) is not None


def mark_of(word: str) -> str | None:
    """Give what a word before a noun says of it: "former", "next" (not yet so) or "open" (perhaps not so); None where nothing."""
    if word in _WOULD_BE:
        return "open"
    found = marks().get(word)
    return found if found in ("former", "next") else None


def is_band(part: Part) -> bool:
    """Tell whether a body is one of armed people, by what the lexicon knows or by the last word of its name."""
    return part.sector in _ARMED or (part.sector is None and key_of(part.name).split()[-1:] in _BAND_NAMES)


def may_back(one: Part, other: Part) -> bool:
    """Tell whether one of two backs the other for good: a state an armed band, and not a plan or a candidate."""
    kinds = {one.kind, other.kind}
    return ActorKind.COUNTRY in kinds and any(is_band(p) for p in (one, other) if p.kind is not ActorKind.COUNTRY)


def is_party(part: Part) -> bool:
    """Tell whether a part is a political party, by its sector or its name."""
    return part.sector == "PTY" or bool({"party", "parti", "partido", "partei"} & set(key_of(part.name).split()))
