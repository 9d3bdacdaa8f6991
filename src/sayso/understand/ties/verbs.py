"""Verbs of relation ("joined", "heads", "is owned by", "is based in", "London-based") → ties of their subject and object."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...findings.actor import ActorKind
from ...findings.tie import Relation
from ...span import Span
from ...when import When
from ..doc import Doc
from ..extract.cast import Part
from .beside_names import name_at, whole_body
from .bounds import Bounds, ended
from .clauses import Said, said, subject_of
from .found import BESIDE, CLAUSE, Found
from .whom import Meant, Whom
from .words import TieWord, is_party, may_back, may_join, tie_words

_PARTIES = ("PTY", "REB", "OPP", "UAF", "SEP", "CRM", "INS")
_PAST = frozenset(("led", "headed", "chaired", "commanded", "owned", "belonged", "ruled", "governed"))
# Of people over states alone, and of what stands as their object: "the judge ruled Norvik …" and "ruled Togo had …" say no office.
_RULES = frozenset("rule rules ruled govern governs governed".split())
# Past doings whose purpose, to join somebody, was reached.
_GONE = frozenset(
    "left quit crossed defected travelled traveled went resigned fled flew moved returned split broke deserted".split()
)
_BACKED = frozenset(
    "backed sponsored aligned supported funded armed financed trained backs supports sponsors arms funds finances".split()
)
_BUYS = frozenset("bought buys acquired acquires".split())
_PEOPLE = frozenset(
    "fighters rebels militants gunmen insurgents forces movement group militia militiamen separatists guerrillas".split()
)
_FORMALLY = frozenset(("formally", "officially", "finally"))
_HYPHENS = ("-", "‐", "–")


@dataclass(frozen=True, slots=True)
class _Clause:
    """A verb of relation with whom it joins.

    Attributes:
        is_active: True where the subjects do it; False for "led by".
    """

    token: int
    word: TieWord
    says: Said
    subjects: list[Meant]
    others: list[Meant]
    is_active: bool = True


def verb_ties(doc: Doc, whom: Whom, bounds: Bounds, state_at: Callable[[Span], Part | None]) -> Iterator[Found]:
    """Give every tie that a verb of relation says.

    Args:
        state_at: gives the state that the words of a place stand in, None where they name none.
    """
    known = tie_words()
    for token, low in enumerate(doc.lows):
        word = known.get(low)
        if word is None or word.kind != "verb" or doc.pos[token] not in ("VERB", "ADJ"):
            continue
        if token > 1 and doc.word(token - 1) in _HYPHENS and doc.tokens[token - 1].end == doc.tokens[token].start:
            yield from _compound(doc, whom, token, word, state_at)
        elif doc.heads:
            clause = _clause(doc, whom, token, word, state_at)
            if clause is not None and not _does_together(doc, token, clause.others):
                yield from _pairs(doc, bounds, clause)


def _compound(doc: Doc, whom: Whom, token: int, word: TieWord, state_at: Callable[[Span], Part | None]) -> Iterator[Found]:
    """ "London-based X", "Norvik-owned X", "Togo-led X"."""
    others = whom.other_side(token + 1, reach=6) or _people_of(doc, whom, token + 1)
    named = whom.names.at(token - 2)
    lead = named.span if named is not None else doc.tokens[token - 2]
    part = named.part if named is not None else None
    of_state = word.relation is Relation.LOCATED_IN or doc.low(token) in _BACKED
    if of_state and (part is None or (part.kind is not ActorKind.COUNTRY and word.relation is Relation.LOCATED_IN)):
        part = state_at(lead)
    if part is None or not others or (token + 1 < len(doc.pos) and doc.pos[token + 1] == "PUNCT"):
        return
    for other in others[:1]:
        one, two = (other.part, part) if word.relation in (Relation.LOCATED_IN, Relation.ALLY_OF) else (part, other.part)
        if may_join(one, word.relation, two) and (doc.low(token) not in _BACKED or may_back(one, two)):
            whole = Span(min(lead.start, other.span.start), max(lead.end, other.span.end))
            yield Found(one, word.relation, two, (whole,), doc.tokens[token], BESIDE, presupposed=True)


def _people_of(doc: Doc, whom: Whom, at: int) -> list[Meant]:
    """Give the band whose people are named: "the Norway-aligned RENEWAL FRONT fighters"."""
    named = name_at(doc, whom, at)
    is_band_people = named is not None and named.stop < len(doc.tokens) and doc.low(named.stop) in _PEOPLE
    return [Meant(named.part, named.span)] if named is not None and is_band_people else []


def _clause(doc: Doc, whom: Whom, token: int, word: TieWord, state_at: Callable[[Span], Part | None]) -> _Clause | None:
    """Read a verb with its sides; None where it is not said to be so or has another construction."""
    gone = _goes_to(doc, token, word)
    says = Said.SO if gone is not None else said(doc, token)
    if says is Said.OPEN:
        return None
    after = _link(doc, token, word)
    passive = gone is None and _is_passive(doc, whom, token)
    if word.passive and after == "by" and (passive or doc.low(token) in _PAST):
        return _Clause(token, word, says, whom.other_side(token + 2), _undergoes(doc, whom, token), is_active=False)
    if passive and (after in word.links and after):
        return _Clause(token, word, says, _undergoes(doc, whom, token), _linked(whom, token, after, word, state_at))
    subject = subject_of(doc, gone if gone is not None else token)
    if gone is None and after in ("itself", "themselves") and word.relation is Relation.ALLY_OF and subject is not None:
        link = doc.low(token + 2) if token + 2 < len(doc.tokens) else ""
        return _Clause(token, word, says, whom.meant(subject), _linked(whom, token + 1, link, word, state_at))
    if passive or subject is None:
        return None
    return _Clause(token, word, says, whom.meant(subject), _linked(whom, token, after, word, state_at))


def _link(doc: Doc, token: int, word: TieWord) -> str:
    """Give the preposition after a verb, where the row has one of several words all of it ("walked OUT OF"); else the word after it."""
    rest = [doc.low(i) for i in range(token + 1, min(token + 3, len(doc.tokens)))]
    whole = " ".join(rest)
    return whole if len(rest) > 1 and whole in word.links else rest[0] if rest else ""


def _goes_to(doc: Doc, token: int, word: TieWord) -> int | None:
    """Give the past verb whose purpose a verb of joining is ("LEFT the party to join another", "who TRAVELLED there to join"); None where there is none."""
    above = doc.heads[token]
    if not word.begins or token < 1 or doc.low(token - 1) != "to" or not 0 <= above < token:
        return None
    if doc.relations[token] == "acl" and doc.relations[above] == "obj" and 0 <= doc.heads[above] < above:
        above = doc.heads[above]  # "crossed the floor to join"
        return above if doc.low(above) in _GONE and said(doc, above) is Said.SO else None
    purpose = doc.relations[token] in ("advcl", "xcomp") and doc.low(above) in _GONE
    return above if purpose and said(doc, above) is Said.SO else None


def _is_passive(doc: Doc, whom: Whom, token: int) -> bool:
    kids = doc.dependents(token)
    if token > 1 and doc.word(token - 1) == "," and whom.names.at(token - 2) is not None:
        return not any(doc.relations[i] == "nsubj" for i in kids)  # "Norvik, based in Oslo, …"
    if any(doc.relations[i] in ("aux:pass", "cop") for i in kids):
        return True
    return doc.relations[token] in ("acl", "amod") and not any(doc.relations[i] == "nsubj" for i in kids)


def _undergoes(doc: Doc, whom: Whom, token: int) -> list[Meant]:
    """Give the subject of a passive, or the noun that the participle explains."""
    if any(doc.relations[i].startswith("nsubj") for i in doc.dependents(token)):
        subject = subject_of(doc, token)
        return whom.meant(subject) if subject is not None else []
    at = token - 1
    if at > 0 and doc.word(at) == ",":
        at -= 1
    named = whom.names.at(at) if at >= 0 else None
    if named is not None and named.stop == at + 1:
        return [Meant(named.part, named.span)]
    return whom.meant(doc.heads[token]) if doc.relations[token] == "acl" and 0 <= doc.heads[token] < token else []


def _linked(whom: Whom, token: int, after: str, word: TieWord, state_at: Callable[[Span], Part | None]) -> list[Meant]:
    at = token + 1 + len(after.split()) if after in word.links and after else token + 1 if "" in word.links else -1
    if at < 0:
        return []
    if word.relation is Relation.OWNS:
        at = _past_share(whom.doc, at)
    found = whom.other_side(at)
    if word.relation is Relation.LEADS and not found:
        named = name_at(whom.doc, whom, at)
        body = whole_body(whom.doc, whom, named) if named is not None else None
        return [Meant(body.part, body.span)] if body is not None else []  # "headed Norvik's mission in Chad"
    if (
        word.relation is Relation.LOCATED_IN
        and not any(m.part.kind is ActorKind.COUNTRY for m in found)
        and at < len(whom.doc.tokens)
    ):
        place = whom.doc.tokens[at]
        state = state_at(place)
        return [Meant(state, place)] if state is not None else []
    return found


def _past_share(doc: Doc, at: int) -> int:
    """Give the token after "40 percent of" and "a majority of"; the same where no share is told."""
    for of in range(at + 1, min(at + 5, len(doc.tokens) - 1)):
        before = doc.low(of - 1)
        if doc.low(of) == "of" and (before in ("percent", "%", "cent", "half", "majority", "third", "quarter", "all")):
            return of + 1
    return at


def _does_together(doc: Doc, token: int, others: list[Meant]) -> bool:
    """Tell whether somebody only joins others in doing something: "Chad joined the bloc in condemning it"."""
    if not others:
        return True
    at = doc.tokens_in(others[-1].span).stop
    if at + 1 >= len(doc.tokens) or any(doc.low(i) in _FORMALLY for i in doc.dependents(token)):
        return False
    lead = doc.low(at)
    goes_on = ("in", "for") if doc.low(token) in _GONE else ("in", "to", "for")
    return (
        lead in goes_on
        and doc.pos[at + 1] in ("VERB", "AUX")
        or lead in ("for", "at")
        and doc.low(token).startswith(("join", "le"))
    )


def _pairs(doc: Doc, bounds: Bounds, clause: _Clause) -> Iterator[Found]:
    word, token = clause.word, clause.token
    for subject in clause.subjects:
        for other in clause.others:
            enters = (word.begins or word.ends) and word.relation is Relation.MEMBER_OF
            if not may_join(subject.part, word.relation, other.part) or (enters and not _may_enter(subject.part, other.part)):
                continue
            if doc.low(token) in _BACKED and not may_back(subject.part, other.part):
                continue
            if doc.low(token) in _RULES and not _may_rule(doc, clause, subject, other):
                continue
            if doc.low(token) in _BUYS and (subject.part.kind is ActorKind.COUNTRY or not _is_object(doc, clause, other)):
                continue
            sentence = doc.sentence_at(doc.tokens[token].start)
            near = [s for s in (subject.span, other.span, doc.tokens[token]) if sentence.covers(s)]
            whole = Span(min(s.start for s in near), max(s.end for s in near))
            start, until = _days(doc, bounds, clause, whole)
            named = tuple(s.named for s in (subject, other) if s.named is not None and not whole.covers(s.named))
            relation = word.relation
            if doc.low(token).startswith("belong") and _is_piece_of(subject.part, other.part):
                relation = Relation.PART_OF  # "Harbour Foods belongs to Norvik"
            yield Found(
                subject.part, relation, other.part, (*named, whole), doc.tokens[token],
                round(CLAUSE * min(subject.how, other.how), 3), start=start, until=until, negated=clause.says is Said.NOT_SO,
            )  # fmt: skip


def _days(doc: Doc, bounds: Bounds, clause: _Clause, whole: Span) -> tuple[When | None, When | None]:
    """Give when it began and ended: "joined" begins and "left" ends on the day told; a past "led" is over."""
    start, until = bounds.around(whole)
    verb = doc.word(clause.token)
    if clause.word.begins:
        start = start or bounds.when(whole)
    if clause.word.ends or clause.says is Said.NO_LONGER:
        until = until or bounds.when(whole) or ended(doc, verb)
    elif until is None and _is_over(doc, clause.token):
        until = ended(doc, "used to")
    elif clause.is_active and until is None and verb.lower() in _PAST and not _is_perfect(doc, clause.token):
        until = ended(doc, verb)
    return start, until


def _may_rule(doc: Doc, clause: _Clause, subject: Meant, other: Meant) -> bool:
    """Tell whether a verb of ruling is of a person over a state: "NAME ruled Togo", not "the judge ruled Togo had to pay"."""
    if subject.part.kind is not ActorKind.PERSON or other.part.kind is not ActorKind.COUNTRY:
        return False
    behind = doc.tokens_in(other.span).stop
    is_out = behind < len(doc.tokens) and doc.low(behind) in ("out", "in", "ineligible", "guilty")  # "ruled Russia out"
    return not clause.is_active or (_is_object(doc, clause, other) and not is_out)


def _is_object(doc: Doc, clause: _Clause, other: Meant) -> bool:
    """Tell whether words are the object of the verb, and no subject of a clause after it."""
    return any(doc.relations[i] == "obj" for i in doc.tokens_in(other.span) if doc.heads[i] == clause.token)


def _is_over(doc: Doc, token: int) -> bool:
    """Tell whether "used to" stands before a verb."""
    return token > 1 and [doc.low(i) for i in (token - 2, token - 1)] == ["used", "to"]


def _may_enter(subject: Part, other: Part) -> bool:
    """Tell whether joining or leaving is of members: states and bodies enter bodies of states and groups, people parties and armed groups."""
    if subject.kind is ActorKind.PERSON:
        return other.kind is ActorKind.GROUP or other.sector in _PARTIES or is_party(other)
    return other.kind is ActorKind.GROUP or (
        other.kind is ActorKind.ORGANISATION and other.country is None and other.sector is not None
    )


def _is_piece_of(subject: Part, other: Part) -> bool:
    """Tell whether what belongs to a body is a piece of it and no member: firms and their like."""
    bodies = (ActorKind.ORGANISATION, ActorKind.OUTLET)
    return subject.kind in bodies and other.kind in bodies and other.sector not in ("IGO", *_PARTIES)


def _is_perfect(doc: Doc, token: int) -> bool:
    return any(doc.low(i) in ("has", "have", "'ve", "’ve") for i in doc.dependents(token))
