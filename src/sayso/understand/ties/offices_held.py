"""Offices whose owner no rule finds beside a name → ties, where the report as a whole tells whose they are (`offices_meant`).

In two steps: who is meant is asked before the cast is frozen and before the report's other bodies are given out, so that a body only called by its kind can become an
actor; the ties are made with the others, for people of whom no rule has said an office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...findings.actor import ActorKind
from ...findings.tie import Relation
from ...span import Span, hull
from ..doc import Doc
from ..extract.body_mentions import bare_words
from ..extract.cast import Cast, Part, slug
from ..extract.descriptions import part_of
from ..extract.naming import state_part
from ..known.offices import SpeaksFor, body_of, body_words, marks, office_word
from ..known.words import key_of
from .bounds import Bounds, ended
from .found import LISTED, Found
from .offices import IN_SERVICE, marked_with
from .offices_meant import Meant, OfficesMeant
from .roles import Role, is_person_noun

# How likely an owner must be (0..1): benchmarks/marks/fit_offices.py --check.
LEAST, WITHOUT_NOUN = 0.7, 0.75
# Sorts of bodies that somebody is a member of where no noun says his office.
_OF_MEMBERS = frozenset(("pty", "reb", "lab"))
# Relations that say what somebody is.
_OFFICES = (Relation.HOLDS_OFFICE, Relation.LEADS, Relation.MEMBER_OF)
# Offices that clubs and firms have too: of a state only as a title.
_ALSO_OTHERS = frozenset(("president", "vice president", "king", "queen", "chancellor"))
_UNDER = re.compile(r"\s+(?:of|to|for)\s+")
# A name in capitals that owns what follows, small words between: "Kurzeme's energy |".
_OWNER = re.compile(r"(?P<name>[A-Z][\w-]+)[’']s? (?:[a-z-]+ ){0,3}$")
_VISITING = re.compile(r"\bvisiting\b")
_CLOSES = re.compile(r"\s*(?:[,.;:?!()—–\"”\n]|$)")
# Offices of a state at another, and of towns: of which only words beside them tell.
_ENVOYS = frozenset(("ambassador", "envoy", "consul", "delegate", "representative", "councillor", "councilor", "mayor"))
# Bodies called so are the state itself.
_STATE = frozenset(("government", "administration", "authorities", "regime"))
_SHORTEST = 2  # words of a name by which a person is surely one


@dataclass(frozen=True, slots=True)
class Held:
    """An office that somebody holds, the part it is held of, the words for that, and how likely it is (0..1)."""

    person: Part
    role: Role
    owner: Part
    words: Span
    how: float
    is_member: bool = False


def offices_told(doc: Doc, cast: Cast) -> list[tuple[Part, Meant]]:
    """Give whose office each person holds of whom nothing beside his name tells it; a cast with its speakers and pronouns in."""
    meant = OfficesMeant(doc, cast)
    people = [part for part in cast.parts.values() if is_named(part)]
    found = ((person, meant.of(person)) for person in people)
    return [(person, one) for person, one in found if one is not None and _is_sure(doc, one)]


def _is_sure(doc: Doc, one: Meant) -> bool:
    """Tell whether an owner is likely enough; without a noun for what somebody is only of a body named right behind him."""
    if one.role.words is None and not one.role.leads:
        is_named_body = one.body is not None and any(m.of(doc.text)[:1].isupper() for m in one.body.named)
        return is_named_body and one.is_linked and one.how >= WITHOUT_NOUN
    return one.how >= LEAST and not _is_of_somebody(doc, one.role) and not _is_cut_off(doc, one.role)


def _is_of_somebody(doc: Doc, role: Role) -> bool:
    """Tell whether an office is held under a person: "an aide to a critic of the Chadian president"."""
    link = _UNDER.match(doc.text, role.words.end) if role.words is not None else None
    if link is None:
        return False
    first = doc.tokens_in(Span(link.end(), link.end() + 1)).start
    for at in range(first, min(first + 8, len(doc.tokens))):
        if doc.word(at) in (",", ".", ";") or doc.pos[at] in ("VERB", "AUX"):
            return False
        if is_person_noun(doc.word(at)):
            return True
    return False


def _is_cut_off(doc: Doc, role: Role) -> bool:
    """Tell whether an office and a comma before a name explain somebody else: "A former officer, NAME said, owned the bar"."""
    name = role.title.name
    if role.words is None or role.words.end > name.start or "," not in doc.text[role.words.end : name.start]:
        return False
    return _CLOSES.match(doc.text, name.end) is None


def _is_of_a_name(doc: Doc, cast: Cast, meant: Meant) -> bool:
    """Tell whether the name right before an office owns it, and is not the state's that is meant: "Kurzeme's energy minister, NAME"."""
    words = meant.role.words
    owner = _OWNER.search(doc.text, max(0, words.start - 60), words.start) if words is not None else None
    if owner is None:
        return False
    here = cast.named_in(Span(*owner.span("name")))
    return not any(meant.state in (part.key, part.country) for _, part in here)


def _may_be_of_state(noun: str) -> bool:
    """Tell whether an office may be one of a state: what the lexicon knows as another's, or as none's, is not ("the Burmese director, NAME")."""
    row = office_word(noun) or office_word(noun.split()[-1])
    if row is None or (noun[:1].islower() and row.word in _ALSO_OTHERS) or key_of(noun.split()[-1]) in _ENVOYS:
        return False
    return row.sector in IN_SERVICE or (row.sector is None and row.speaks_for is SpeaksFor.STATE)


def _was_anothers(doc: Doc, one: Held) -> bool:
    """Tell whether an office was told before as one that is over: "a former envoy of NATO … the envoy, NAME"."""
    if one.role.words is None:
        return False
    noun = re.escape(one.role.words.of(doc.text))
    before = re.finditer(rf"\b(?P<mark>[\w-]+) {noun} (?:of|for|from)\b", doc.text[: one.role.title.start], re.IGNORECASE)
    return any(marks().get(key_of(match["mark"])) for match in before)


def is_named(part: Part) -> bool:
    """Tell whether somebody is named in full, and not only described ("the Togolese premier"): ties are of people with names."""
    words = part.name.split()
    is_full = part.kind is ActorKind.PERSON and bool(part.naming) and len(words) >= _SHORTEST
    return is_full and words[0][:1].isupper() and words[-1][:1].isupper() and not is_person_noun(words[-1])


def offices_held(doc: Doc, cast: Cast, told: Sequence[tuple[Part, Meant]]) -> list[Held]:
    """Give the offices with their owners, which become actors where they are none yet."""
    found = []
    for person, meant in told:
        before = meant.role.title.end
        noun = meant.role.words.of(doc.text) if meant.role.words is not None else ""
        is_guest = _VISITING.search(doc.text[meant.role.title.start : meant.role.title.name.start]) is not None
        is_anothers = is_guest or _is_of_a_name(doc, cast, meant)
        if meant.state is not None and (not noun or is_anothers or not _may_be_of_state(noun)):
            continue
        if meant.state is not None:
            owner = state_part(cast, meant.state)
            if not owner.mentions and not owner.naming:
                owner.naming.append(meant.role.title.name)
            words = _nearest(sorted(owner.naming or owner.mentions), before)
            found.append(Held(person, meant.role, owner, words, meant.how))
        elif meant.body is not None:
            words = _nearest(meant.body.places, before)
            part = meant.body.part or _made(cast, words, person)
            is_member = meant.body.sort in _OF_MEMBERS
            found += [Held(person, meant.role, part, words, meant.how, is_member)] if part is not None else []
    return found


def _nearest(places: Sequence[Span], before: int) -> Span:
    """Give the last words before a character, else the first of all."""
    return max((m for m in places if m.end <= before), default=places[0])


def _made(cast: Cast, words: Span, person: Part) -> Part | None:
    """Give the part of a body that the report calls by its kind alone; of the person's state where its kind is one that states have."""
    known = cast.owner(words)
    if known is not None:
        return known if known.kind is not ActorKind.PERSON else None
    name = bare_words(words.of(cast.text))
    if name.lower() in _STATE:
        return cast.parts.get(person.country or "")
    organ = body_of(name, person.country) if person.country else None
    if organ is None and key_of(name) in body_words():
        return None  # "Foreign Ministry spokesman NAME", of no state that is known
    part = part_of(cast, organ) if organ is not None else cast.part(slug(name), name, ActorKind.ORGANISATION)
    if part.kind is ActorKind.PERSON:
        return None
    cast.mention(part, Span(words.end - len(name), words.end), naming=name[:1].isupper())
    return part


def is_likelier(held: Sequence[Held], found: Found) -> bool:
    """Tell whether the whole report tells another owner of an office than the one that was found elsewhere in it, and more surely."""
    elsewhere = found.subject.owners.get(found.anchor)
    other = next((one for one in held if one.person is found.subject), None)
    if elsewhere is None or other is None or other.owner is found.object:
        return False
    return found.object.kind is not ActorKind.COUNTRY and other.how > elsewhere.how and found.object.key != other.owner.key


def held_ties(doc: Doc, bounds: Bounds, held: Sequence[Held], ruled: Sequence[Found]) -> Iterator[Found]:
    """Give the ties of people of whom no rule has said one.

    Args:
        ruled: what rules have found.
    """
    offices = [found for found in ruled if found.relation in _OFFICES]
    known = {found.subject.key for found in offices}
    for one in held:
        if one.person.key in known or _was_anothers(doc, one) or any(_is_taken(doc, one, found) for found in offices):
            continue
        role, name = one.role, one.role.title.name
        anchor = role.words or name
        mark = marked_with(doc, anchor)
        if mark == "next":
            continue
        whole = hull((anchor, name))
        start, until = bounds.around(whole)
        if until is None and (mark is not None or role.title.is_former):
            until = ended(doc, mark or "former")
        evidence = tuple(sorted({one.words, whole})) if not whole.overlaps(one.words) else (hull((whole, one.words)),)
        noun = role.words.of(doc.text) if role.words is not None else None
        yield Found(
            one.person, _relation(one, noun), one.owner, evidence, anchor, round(LISTED * one.how, 3), role=noun,
            start=start, until=until, presupposed=True,
        )  # fmt: skip


def _is_taken(doc: Doc, one: Held, found: Found) -> bool:
    """Tell whether a rule gives the same words, or an office that a state has one of, to somebody else."""
    words = one.role.words
    if words is None:
        return False
    is_same = found.object is one.owner and (found.role or "").lower() == words.of(doc.text).lower() and found.until is None
    return found.anchor.overlaps(words) or (is_same and one.owner.kind is ActorKind.COUNTRY)


def _relation(one: Held, noun: str | None) -> Relation:
    if noun is None and one.role.leads:
        return Relation.LEADS
    is_member = one.is_member if noun is None else key_of(noun.split()[-1]) == "member"
    return Relation.MEMBER_OF if is_member else Relation.HOLDS_OFFICE
