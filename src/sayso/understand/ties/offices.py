"""Offices of people → ties: what titles and appositions beside the name say, as found with the cast. Clauses are in `office_clauses`.

Only what the report says: an office that only the lexicon knows is none. An office without state or body in the report is none either, unless the
lexicon knows the person to hold it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ...findings.actor import ActorKind, Office
from ...findings.tie import Relation
from ...span import Span, hull
from ..doc import Doc
from ..extract.cast import Cast, Part
from ..known.offices import SpeaksFor, marks, office_word, office_words, role_keys
from ..known.words import key_of
from .bounds import Bounds, ended
from .clauses import NOT
from .found import KNOWN, TITLE, Found
from .lists import OWNS
from .owners import is_portfolio, owner_beside
from .whom import Whom

# An office of a state is one in its service.
IN_SERVICE = frozenset(("GOV", "MIL", "SPY", "COP", "LEG", "JUD"))
# Words of the offices' lexicon that say what somebody is, not what he holds.
_NO_OFFICES = frozenset(
    ("politician", "soldier", "veteran", "prisoner of war", "prisoner", "fighter", "mercenary", "peacekeeper", "spy", "student", "activist", "mother", "resident",
     "refugee", "defector", "lawyer", "first lady", "artist", "athlete", "scientist", "engineer", "doctor")
)  # fmt: skip
_NO_SECTORS = frozenset(("CVL", "REF"))
_HOLDS = frozenset("serves heads leads serving heading leading based".split())
# Of the offices' lexicon, but not held: who began a body or owns it.
_BEGAN = frozenset(("founder", "cofounder", "owner"))
_POSTS = frozenset(("bureau", "country", "regional"))
_FORMERLY = frozenset(("formerly", "previously"))
# After "not" these deny nothing: "not only the director".
_ALSO = frozenset(("only", "just", "merely", "simply"))
# Characters between a name and its office beside it.
REACH = 160
# How sure an owner that stands elsewhere is at most: less than one beside the office.
SURE_ELSEWHERE = 0.97
# Characters between an office and its owner elsewhere in the sentence that make one piece of evidence.
NEAR = 40


def office_ties(doc: Doc, cast: Cast, whom: Whom, bounds: Bounds) -> Iterator[Found]:
    """Give every office that the report says somebody holds or held."""
    for part in list(cast.parts.values()):
        if part.kind is ActorKind.PERSON:
            for office in part.offices:
                found = _beside(doc, cast, whom, bounds, part, office)
                if found is not None and not _is_of_next(doc, whom, found):
                    yield found


def _is_of_next(doc: Doc, whom: Whom, found: Found) -> bool:
    """Tell whether another name explains an office after a name: "after meeting NAME, the director of Norvik, NAME, said"."""
    end = max(e.end for e in found.evidence)
    at = doc.tokens_in(Span(found.evidence[0].start, end)).stop
    if found.anchor.end > end or at + 1 >= len(doc.tokens) or doc.word(at) != "," or found.anchor.start < found.evidence[0].start:
        return False
    named = whom.names.at(at + 1)
    if named is None or named.part.kind is not ActorKind.PERSON or named.part is found.subject or named.stop >= len(doc.tokens):
        return False
    holders = [o.span for o in named.part.offices]
    return found.anchor in holders and doc.word(named.stop) in (",", ".") and doc.text[end:].startswith(",")


def is_office(role: str, owner: Part) -> bool:
    """Tell whether a role is an office of its owner: of a state only what is in its service, and never what somebody merely is."""
    word = office_word(role) or office_word(role.split()[-1])
    if any(marks().get(key_of(piece)) == "next" for piece in re.split(r"[\s-]", role)):
        return False
    if word is None or _BEGAN & set(key_of(role).split()) or word.word in _NO_OFFICES or word.sector in _NO_SECTORS:
        return False
    if owner.kind is not ActorKind.COUNTRY:
        of_states = owner.sector == "IGO" and word.word in (
            "ambassador",
            "deputy ambassador",
        )  # "the UN ambassador" of some state
        return not of_states and not (word.word == "minister" and owner.sector is None)  # "Minister of Forests"
    return word.sector in IN_SERVICE or (word.sector is None and word.speaks_for is SpeaksFor.STATE)


def _beside(doc: Doc, cast: Cast, whom: Whom, bounds: Bounds, person: Part, office: Office) -> Found | None:
    """Give the tie of an office that the cast found beside a name."""
    span = office.span
    owner = cast.parts.get(office.of or _known_owner(person, office) or "")
    if office.source != "report" or span is None or owner is None or not is_office(office.role, owner):
        return None
    first = doc.tokens_in(span).start
    if owner.kind is not ActorKind.COUNTRY and is_portfolio(doc, first, first + 1):
        return None
    elsewhere = person.owners.get(span)
    name = min(person.naming, key=lambda m: max(m.start - span.end, span.start - m.end, 0), default=None)
    if name is None or not doc.sentence_at(span.start).covers(name):
        return None
    if not _stands_beside(doc, cast, name, span) and not (elsewhere is not None and is_plural(span.of(doc.text))):
        return None
    if elsewhere is None and _is_owned_by_other(doc, whom, span, owner):
        return None
    mark = marked_with(doc, span)
    owning = (
        (elsewhere.span,)
        if elsewhere is not None
        else owner_beside(doc, cast, whom, owner, span)
        if office.of is not None
        else ()
    )
    if mark == "next" or owning is None:
        return None
    whole = Span(min(name.start, span.start), max(name.end, span.end))
    reach = REACH if elsewhere is None else NEAR
    evidence = (hull((whole, *owning)),) if _is_near(doc, whole, owning, reach) else (*owning, whole)
    start, stop = bounds.around(evidence[-1] if elsewhere is None else whole)
    sure = TITLE * min(elsewhere.how, SURE_ELSEWHERE) if elsewhere is not None else TITLE if office.of is not None else KNOWN
    if office.of is not None and not owning:
        sure *= SURE_ELSEWHERE  # nobody names the owner here
    denied = _denial(doc, name, span)
    over = "no longer" if denied == "longer" else (mark or "former") if office.former else None
    return Found(
        person, Relation.HOLDS_OFFICE, owner, tuple(sorted(evidence)), span, round(sure, 3), role=office.role,
        start=start, until=stop or (ended(doc, over) if over is not None else None), presupposed=True, negated=denied == "not",
    )  # fmt: skip


def _denial(doc: Doc, name: Span, role: Span) -> str | None:
    """Give "not" or "longer" where an office after a name is said not to be its: "NAME, not the director of Norvik", "no longer the director"."""
    if name.end > role.start:
        return None
    between = range(doc.tokens_in(name).stop, doc.tokens_in(role).start)
    for at in reversed(between):
        if doc.low(at) in NOT:
            after = doc.low(at + 1)
            return "longer" if after == "longer" else None if after in _ALSO else "not"
        if doc.word(at) in (",", ";", ":") or doc.low(at) in ("and", "but"):
            return None
    return None


def _is_owned_by_other(doc: Doc, whom: Whom, role: Span, owner: Part) -> bool:
    """Tell whether another body owns an office of a state: "UNICEF's representative in Chad" is none of Chad's."""
    at = doc.tokens_in(role).start - 1
    if owner.kind is not ActorKind.COUNTRY or at < 1:
        return False
    is_post = doc.low(at) in _POSTS and whom.names.at(at) is None  # "the Norvik bureau chief in Chad"
    at -= is_post
    stop = doc.tokens_in(role).stop
    beside = whom.names.at(at) is not None and stop < len(doc.tokens) and doc.low(stop) == "in"  # "the Norvik spokesman in Chad"
    if not is_post and not beside and doc.word(at) not in OWNS:
        return False
    while at > 0 and doc.word(at) in OWNS:
        at -= 1
    named = whom.names.at(at)
    return named is not None and named.part is not owner and named.part.kind not in (ActorKind.PERSON, ActorKind.COUNTRY)


def _is_near(doc: Doc, whole: Span, owning: tuple[Span, ...], reach: int) -> bool:
    """Tell whether the words for the owner stand in the sentence of an office and not far from it."""
    sentence = doc.sentence_at(whole.start)
    return all(sentence.covers(o) and max(o.start - whole.end, whole.start - o.end) <= reach for o in owning)


def _known_owner(person: Part, office: Office) -> str | None:
    """Give whose office a bare title is ("President NAME"): the report says the office, the lexicon of whom the holder holds it."""
    if office.of is not None or office.former:
        return None
    keys = set(role_keys(office.role))
    known = [o for o in person.offices if o.source != "report" and o.of is not None and keys & set(role_keys(o.role))]
    return known[0].of if len({o.of for o in known}) == 1 else None


def _stands_beside(doc: Doc, cast: Cast, name: Span, role: Span) -> bool:
    """Tell whether nobody else and no other doing stands between a name and a role, and that the role is one person's."""
    if is_plural(role.of(doc.text)):
        return False
    between = Span(min(name.end, role.end), max(name.start, role.start))
    if between.end - between.start > REACH or between.start >= between.end:
        return between.end - between.start <= REACH
    if any(part.kind is ActorKind.PERSON for _, part in cast.named_in(between)):
        return False
    if name.end <= role.start and _is_of_whom(doc, between):
        return False
    words = [i for i in doc.tokens_in(between) if doc.pos[i] == "VERB"]
    return all(doc.low(i) in _HOLDS or marks().get(key_of(doc.word(i))) or _is_modifier(doc, i) for i in words)


def _is_of_whom(doc: Doc, between: Span) -> bool:
    """Tell whether the words before an office make it another's: "NAME, a critic of the Norvik director"."""
    tokens = [i for i in doc.tokens_in(between) if doc.tokens[i].start >= between.start]
    joined = max((i for i in tokens if doc.low(i) in (",", "and", ";")), default=-1)
    nouns = [i for i in tokens if i > joined and doc.pos[i] == "NOUN" and i + 1 in tokens]
    return any(doc.low(i + 1) in ("of", "to") and doc.word(i).islower() for i in nouns)


def _is_modifier(doc: Doc, token: int) -> bool:
    return not doc.heads or doc.relations[token] in ("amod", "compound")


def is_plural(role: str) -> bool:
    """Tell whether a role is of several people ("officers")."""
    last = key_of(role.split()[-1])
    return last.endswith("s") and not last.endswith("ss") and last[:-1] in last_words()


def marked_with(doc: Doc, span: Span) -> str | None:
    """Give "next" for an office not yet held ("president-elect"), the word that says it is held no longer, or None."""
    tokens = doc.tokens_in(span)
    after = [doc.low(i) for i in range(tokens.stop, min(tokens.stop + 2, len(doc.tokens)))]
    if after[:1] in (["elect"], ["designate"]) or after in (["-", "elect"], ["-", "designate"]):
        return "next"
    first = doc.tokens_in(doc.sentence_at(span.start)).start
    for at in range(tokens.start - 1, max(first - 1, tokens.start - 9), -1):
        if doc.word(at) in (",", ";", ":") or _joins_names(doc, at):
            break
        mark = marks().get(key_of(doc.word(at)))
        if mark == "next":
            return "next"
        if mark == "former" or doc.low(at) in _FORMERLY:
            return doc.word(at)
    return None


def _joins_names(doc: Doc, at: int) -> bool:
    """Tell whether "and" follows a name, so that what stands before it is of another: "former minister NAME and senator NAME"."""
    before = doc.word(at - 1) if at else ""
    return doc.low(at) == "and" and doc.pos[at - 1] == "PROPN" and key_of(before) not in last_words()


@cache
def last_words() -> frozenset[str]:
    return frozenset(key.split()[-1] for key in office_words())


def with_host(found: Found, host: Part | None, span: Span | None) -> Found:
    """Give an envoy's office with the state it is accredited to, and the words that say so."""
    if host is None or host is found.object:
        return found
    extra = () if span is None or any(e.covers(span) for e in found.evidence) else (span,)
    return replace(found, accredited_to=host, evidence=tuple(sorted((*found.evidence, *extra))))
