"""Offices of people → ties: what titles and appositions beside the name say (found with the cast), and clauses: "X is president of Y", "served as".

Only what the report says: an office that only the lexicon knows is none. An office without state or body in the report is none either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ...findings.actor import ActorKind, Office
from ...findings.tie import Relation
from ...span import Span, hull
from ...when import When
from ..doc import Doc
from ..extract.cast import Cast, Part
from ..extract.descriptions import describe
from ..known.offices import SpeaksFor, marks, office_word, office_words
from ..known.words import key_of
from .bounds import Bounds, ended
from .clauses import Said, clause_of_noun, is_past, said, subject_of
from .found import CLAUSE, TITLE, Found
from .owners import owner_beside
from .whom import Whom

# An office of a state is one in its service.
_IN_SERVICE = frozenset(("GOV", "MIL", "SPY", "COP", "LEG", "JUD"))
# Words of the offices' lexicon that say what somebody is, not what he holds.
_NO_OFFICES = frozenset(
    ("politician", "soldier", "veteran", "prisoner of war", "prisoner", "fighter", "mercenary", "peacekeeper", "spy", "student", "activist", "mother", "resident",
     "refugee", "defector", "lawyer", "first lady", "artist", "athlete", "scientist", "engineer", "doctor")
)  # fmt: skip
_NO_SECTORS = frozenset(("CVL", "REF"))
_TAKES = frozenset("appointed named elected re-elected reelected made chosen sworn installed appoint elect".split())
_SERVES = frozenset("served serves serve serving worked works acted acts".split())
_HOLDS = frozenset("serves heads leads serving heading leading based".split())
# Of the offices' lexicon, but not held: who began a body or owns it.
_BEGAN = frozenset(("founder", "co-founder", "cofounder", "owner"))
_BECOMES = frozenset("became become becomes".split())
# Characters between a name and its office beside it.
REACH = 160


def office_ties(doc: Doc, cast: Cast, whom: Whom, bounds: Bounds) -> Iterator[Found]:
    """Give every office that the report says somebody holds or held."""
    for part in list(cast.parts.values()):
        if part.kind is ActorKind.PERSON:
            for office in part.offices:
                found = _beside(doc, cast, whom, bounds, part, office)
                if found is not None:
                    yield found
    if doc.heads:
        yield from _clauses(doc, cast, whom, bounds)


def is_office(role: str, owner: Part) -> bool:
    """Tell whether a role is an office of its owner: of a state only what is in its service, and never what somebody merely is."""
    word = office_word(role) or office_word(role.split()[-1])
    if any(marks().get(key_of(piece)) == "next" for piece in re.split(r"[\s-]", role)):
        return False
    if word is None or key_of(role.split()[-1]) in _BEGAN or word.word in _NO_OFFICES or word.sector in _NO_SECTORS:
        return False
    if owner.kind is not ActorKind.COUNTRY:
        of_states = owner.sector == "IGO" and word.word in (
            "ambassador",
            "deputy ambassador",
        )  # "the UN ambassador" of some state
        return not of_states and not (word.word == "minister" and owner.sector is None)  # "Minister of Forests"
    return word.sector in _IN_SERVICE or (word.sector is None and word.speaks_for is SpeaksFor.STATE)


def _beside(doc: Doc, cast: Cast, whom: Whom, bounds: Bounds, person: Part, office: Office) -> Found | None:
    """Give the tie of an office that the cast found beside a name."""
    owner, span = cast.parts.get(office.of or ""), office.span
    if office.source != "report" or span is None or owner is None or not is_office(office.role, owner):
        return None
    name = min(person.naming, key=lambda m: max(m.start - span.end, span.start - m.end, 0), default=None)
    if name is None or not doc.sentence_at(span.start).covers(name) or not _stands_beside(doc, cast, name, span):
        return None
    mark, owning = _marked(doc, span), owner_beside(doc, cast, whom, owner, span)
    if mark == "next" or owning is None:
        return None
    whole = Span(min(name.start, span.start), max(name.end, span.end))
    evidence = (hull((whole, *owning)),) if all(doc.sentence_at(whole.start).covers(o) for o in owning) else (*owning, whole)
    until = ended(doc, mark or "former") if office.former else None
    start, stop = bounds.around(evidence[-1])
    return Found(
        person,
        Relation.HOLDS_OFFICE,
        owner,
        evidence,
        span,
        TITLE,
        role=office.role,
        start=start,
        until=stop or until,
        presupposed=True,
    )


def _stands_beside(doc: Doc, cast: Cast, name: Span, role: Span) -> bool:
    """Tell whether nobody else and no other doing stands between a name and a role, and that the role is one person's."""
    if is_plural(role.of(doc.text)):
        return False
    between = Span(min(name.end, role.end), max(name.start, role.start))
    if between.end - between.start > REACH or between.start >= between.end:
        return between.end - between.start <= REACH
    if any(part.kind is ActorKind.PERSON for _, part in cast.named_in(between)):
        return False
    words = [i for i in doc.tokens_in(between) if doc.pos[i] == "VERB"]
    return all(doc.word(i).lower() in _HOLDS or marks().get(key_of(doc.word(i))) or _is_modifier(doc, i) for i in words)


def _is_modifier(doc: Doc, token: int) -> bool:
    return not doc.heads or doc.relations[token] in ("amod", "compound")


def is_plural(role: str) -> bool:
    """Tell whether a role is of several people ("officers")."""
    last = key_of(role.split()[-1])
    return last.endswith("s") and not last.endswith("ss") and last[:-1] in _last_words()


def _marked(doc: Doc, span: Span) -> str | None:
    """Give "next" for an office not yet held ("president-elect"), the word that says it is held no longer, or None."""
    tokens = doc.tokens_in(span)
    after = [doc.word(i).lower() for i in range(tokens.stop, min(tokens.stop + 2, len(doc.tokens)))]
    if after[:1] in (["elect"], ["designate"]) or after in (["-", "elect"], ["-", "designate"]):
        return "next"
    for at in range(tokens.start - 1, max(-1, tokens.start - 9), -1):
        if doc.word(at) in (",", ";", ":"):
            break
        mark = marks().get(key_of(doc.word(at)))
        if mark == "next":
            return "next"
        if mark == "former":
            return doc.word(at)
    return None


@cache
def _last_words() -> frozenset[str]:
    return frozenset(key.split()[-1] for key in office_words())


def _clauses(doc: Doc, cast: Cast, whom: Whom, bounds: Bounds) -> Iterator[Found]:
    """Give offices that a clause says: "is president of", "served as ambassador to", "was named foreign minister of"."""
    for token in range(len(doc.tokens)):
        if doc.pos[token] not in ("NOUN", "PROPN") or doc.word(token).lower() not in _last_words():
            continue
        clause = _clause_of(doc, token)
        subject = subject_of(doc, clause) if clause is not None else None
        if clause is None or subject is None or (says := said(doc, clause)) is Said.OPEN:
            continue
        phrase = _phrase(doc, token)
        description = describe(cast, phrase)
        if description is None or not description.span.covers(doc.tokens[token]) or description.of is None:
            continue
        if not description.of.id or not is_office(description.role, description.of) or _marked(doc, description.span) == "next":
            continue
        if owner_beside(doc, cast, whom, description.of, description.span) is None:
            continue
        for person in whom.meant(subject)[:1]:
            if person.part.kind is not ActorKind.PERSON:
                continue
            whole = Span(min(person.span.start, phrase.start), max(person.span.end, phrase.end))
            start, until = _days(doc, bounds, token, clause, whole)
            if says is Said.NO_LONGER:
                until = until or ended(doc, "no longer")
            if description.former:
                until = until or ended(doc, _marked(doc, description.span) or "former")
            named = (person.named,) if person.named is not None else ()
            yield Found(
                person.part, Relation.HOLDS_OFFICE, description.of, (*named, whole), doc.tokens[token], round(CLAUSE * person.how, 3),
                role=description.role, start=start, until=until, negated=says is Said.NOT_SO,
            )  # fmt: skip


def _clause_of(doc: Doc, token: int) -> int | None:
    """Give the head of the clause that says of its subject that he holds the office."""
    clause = clause_of_noun(doc, token)
    if clause is not None:
        return clause
    verb, relation = doc.heads[token], doc.relations[token]
    if verb < 0 or verb > token:
        return None
    low = doc.word(verb).lower()
    passive = any(doc.relations[i] == "aux:pass" for i in doc.dependents(verb))
    cases = {doc.word(i).lower() for i in doc.dependents(token) if i < token and doc.relations[i] == "case"}
    if low in _BECOMES or (low in _SERVES and "as" in cases and not passive):
        return verb
    return verb if low in _TAKES and passive and (relation in ("xcomp", "obj") or "as" in cases or not cases) else None


def _phrase(doc: Doc, token: int) -> Span:
    """Give the noun phrase around the office: its words before, and what follows with "of" or "to", up to the next mark."""
    first = token
    while (
        first > 0
        and token - first < 8
        and (doc.pos[first - 1] in ("ADJ", "NOUN", "PROPN", "NUM", "DET", "PART") or doc.word(first - 1) in ("-", "'s", "’s"))
    ):
        first -= 1
    last = token
    while last + 1 < len(doc.tokens) and last - token < 10:
        word, tag = doc.word(last + 1).lower(), doc.pos[last + 1]
        if not (tag in ("ADJ", "NOUN", "PROPN", "DET", "NUM") or word in ("of", "for", "at", "to", "'s", "’s", "-")):
            break
        last += 1
    return Span(doc.tokens[first].start, doc.tokens[last].end)


def _days(doc: Doc, bounds: Bounds, token: int, clause: int, whole: Span) -> tuple[When | None, When | None]:
    """Give when an office began and ended: a verb of taking it dates the beginning, a past copula or "served" ends it."""
    start, until = bounds.around(whole)
    low = doc.word(clause).lower()
    perfect = any(doc.word(i).lower() in ("has", "have") for i in doc.dependents(clause))
    if low in _TAKES or low in _BECOMES:
        return start or bounds.when(whole), until
    if (is_past(doc, token) or low in ("served", "worked", "acted")) and not perfect and until is None:
        until = ended(doc, "was" if is_past(doc, token) else doc.word(clause))
    return start, until


def with_host(found: Found, host: Part | None, span: Span | None) -> Found:
    """Give an envoy's office with the state it is accredited to, and the words that say so."""
    if host is None or host is found.object:
        return found
    extra = () if span is None or any(e.covers(span) for e in found.evidence) else (span,)
    return replace(found, accredited_to=host, evidence=tuple(sorted((*found.evidence, *extra))))
