"""Titles whose owner stands elsewhere ("Norvik closed it, spokesman NAME said", "the bank's director, NAME", "mother NAME") → the one owner there can be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings.actor import ActorKind
from ...findings.tie import Relation
from ...span import Span
from ..doc import Doc
from ..extract.cast import Part
from ..known.offices import marks
from ..known.words import key_of
from .bounds import Bounds, ended
from .clauses import is_question
from .found import BESIDE, LISTED, Found
from .lists import OWNS, Named
from .offices import marked_with
from .title_words import Title, addressed_from, may_hold, title_before
from .whom import Whom
from .words import is_band, mark_of, tie_words

_SPEAKS = frozenset("spokesman spokeswoman spokesperson".split())
_SAYS = frozenset("said says told added tells wrote explained confirmed".split())
_BODIES = (ActorKind.ORGANISATION, ActorKind.OUTLET, ActorKind.GROUP)
# Nouns that mean any one firm or band, and sentences back in which it must be the only one named.
_FIRMS = frozenset(("company", "firm", "group", "organisation", "organization", "carrier", "airline", "manufacturer", "retailer"))
_BANDS = frozenset(
    "group movement militia faction front organisation organization rebels insurgents guerrillas militants separatists fighters".split()
)
_ARMED_PEOPLE = frozenset("rebels insurgents guerrillas militants separatists fighters militia".split())
_ENVOYS = frozenset(
    ("ambassador", "envoy", "chargé d'affaires", "chargé d’affaires", "consul", "consul general", "high commissioner")
)
# Before the title these say that it is another's.
_NOT_THE = ("its", "his", "her", "their", "a", "an", "former", "new")
REACH = 2
# Sentences back to a relative of the same family name.
KIN_REACH = 40


def bare_titles(doc: Doc, whom: Whom, bounds: Bounds) -> Iterator[Found]:
    """Give the offices and relatives whose other side is named elsewhere, where only one can be meant."""
    people = [n for n in whom.names.ordered if n.part.kind is ActorKind.PERSON]
    for named in people:
        if is_question(doc, named.first):
            continue
        yield from _relative(doc, named, people)
        yield from _its_officer(doc, whom, bounds, named)
        for title in _titles(doc, whom, named):
            yield from _of_elsewhere(doc, whom, bounds, (named, title))


def _titles(doc: Doc, whom: Whom, named: Named) -> Iterator[Title]:
    """Give the titles without owner before a name, and before the ranks and the comma between: "the army chief, General NAME"."""
    stops = {named.first - (named.first > 1 and doc.word(named.first - 1) == ",")}
    ranks = addressed_from(doc, named)
    if 1 < ranks < named.first and doc.word(ranks - 1) == ",":
        stops.add(ranks - 1)
    for stop in sorted(stops):
        title = title_before(doc, whom, stop)
        if title is not None and title.owner is None:
            yield title


def _of_elsewhere(doc: Doc, whom: Whom, bounds: Bounds, held: tuple[Named, Title]) -> Iterator[Found]:
    """Give the offices of a title of somebody where only one owner can be meant."""
    named, title = held
    owner = _of_noun(doc, whom, title) or _of_its(doc, whom, title) or _of_subject(doc, whom, named, title)
    owner = owner or _of_same(doc, whom, named, title) or _of_envoy(doc, whom, title)
    for role in title.roles if owner is not None else ():
        mark = marked_with(doc, role)
        if owner is None or mark == "next" or not may_hold(role.of(doc.text), owner):
            continue
        whole = Span(role.start, named.span.end)
        evidence = (owner.span, whole) if owner.span.end <= whole.start else (whole, owner.span)
        start, until = bounds.around(whole)
        until = until or (ended(doc, mark) if mark is not None else None)
        yield Found(
            named.part, Relation.HOLDS_OFFICE, owner.part, evidence, role, LISTED,
            role=role.of(doc.text), start=start, until=until, presupposed=True,
        )  # fmt: skip


def _its_officer(doc: Doc, whom: Whom, bounds: Bounds, named: Named) -> Iterator[Found]:
    """ "The Norvik Group and NAME, its director,": of the body that "its" means."""
    at = named.stop
    if at + 2 >= len(doc.tokens) or doc.word(at) != "," or doc.low(at + 1) != "its":
        return
    for stop in range(at + 3, min(at + 8, len(doc.tokens))):
        title = title_before(doc, whom, stop)
        if title is None or title.owner is not None or title.first < at + 2 or doc.word(stop) not in (",", ".", ";"):
            continue
        owner = _of_its(doc, whom, title)
        role = title.roles[-1]
        if owner is not None and marked_with(doc, role) != "next" and may_hold(role.of(doc.text), owner):
            whole = Span(named.span.start, role.end)
            start, until = bounds.around(whole)
            mark = marked_with(doc, role)
            until = until or (ended(doc, mark) if mark is not None else None)
            yield Found(
                named.part, Relation.HOLDS_OFFICE, owner.part, (owner.span, whole), role, LISTED,
                role=role.of(doc.text), start=start, until=until, presupposed=True,
            )  # fmt: skip
        return


def _of_subject(doc: Doc, whom: Whom, named: Named, title: Title) -> Named | None:
    """Give the only body named in a sentence before "spokesman NAME said", where it is its subject."""
    sentence = doc.sentence_at(named.span.start)
    last = title.roles[-1].of(doc.text).lower().split()[-1]
    around = [doc.low(i) for i in (title.first - 1, named.stop) if 0 <= i < len(doc.tokens)]
    if last not in _SPEAKS or not _SAYS & set(around) or doc.word(title.first - 1) not in (",", "”", '"', "'", "''", *_SAYS):
        return None
    before = [
        n for n in whom.names.ordered if sentence.start <= n.span.start < named.span.start and n.part.kind is not ActorKind.PERSON
    ]
    bodies = {n.part.key: n for n in reversed(before)}
    if len(bodies) != 1:
        return None
    body = next(iter(bodies.values()))
    is_subject = any(doc.relations[i].startswith("nsubj") for i in range(body.first, body.stop)) if doc.heads else False
    return body if body.part.kind in _BODIES and is_subject else None


def _of_same(doc: Doc, whom: Whom, named: Named, title: Title) -> Named | None:
    """Give the one body with whom the office of "the envoy, NAME," stood before: "an envoy of the Harbour Union … the envoy, NAME, said"."""
    role = title.roles[-1].of(doc.text).lower()
    explains = doc.word(named.first - 1) == "," and doc.word(named.stop) in (",", ".") if named.stop < len(doc.tokens) else False
    if not explains or title.first < 1 or doc.low(title.first - 1) != "the" or len(title.roles) != 1:
        return None
    found = []
    for match in re.finditer(
        rf"\b[Aa]n? ((?:[a-z]+ ){{0,2}}){re.escape(role)} (?:of|from|for) (?:the )?", doc.text[: named.span.start]
    ):
        if any(mark_of(word) or marks().get(word) == "deputy" for word in match[1].split()):
            return None  # "a former envoy of the Harbour Union": of another time, rank or surety
        owner = next((n for n in whom.names.ordered if n.span.start <= match.end() <= n.span.end), None)
        if owner is None or owner.part.kind is ActorKind.PERSON or not whom.names.ends_phrase(owner):
            return None
        found.append(owner)
    return found[-1] if len({n.part.key for n in found}) == 1 else None


def _of_envoy(doc: Doc, whom: Whom, title: Title) -> Named | None:
    """Give the one state whose envoy of this rank stood before: "summoned Peru's ambassador … Ambassador NAME said"."""
    role = title.roles[-1].of(doc.text).lower()
    before = doc.low(title.first - 1) if title.first else ""
    if role not in _ENVOYS or len(title.roles) != 1 or before in (*OWNS, *_NOT_THE):
        return None
    last, found = doc.low(doc.tokens_in(title.roles[0])[-1]), []
    for token in range(1, title.first):
        if doc.low(token) != last:
            continue
        at = token - 1
        while (
            at > 0 and whom.names.at(at) is None and token - at <= 4 and (doc.pos[at] in ("ADJ", "NOUN") or doc.word(at) in OWNS)
        ):
            at -= 1
        owner = whom.names.at(at)
        if owner is None or owner.stop != at + 1 or owner.part.kind is not ActorKind.COUNTRY:
            if doc.low(at) not in ("the", ",", "."):
                return None  # "a former ambassador": perhaps of another state
            continue
        if any(mark_of(doc.low(i)) for i in range(owner.first - 1, token)):
            return None
        found.append(owner)
    return found[-1] if len({n.part.key for n in found}) == 1 else None


def _of_noun(doc: Doc, whom: Whom, title: Title) -> Named | None:
    """Give the body that "the bank's" or "the company's" before a title means: the only one so named, or the only one named lately."""
    at = title.first - 1
    while at > 0 and doc.word(at) in OWNS and title.first - at <= 2:
        at -= 1
    if at < 1 or at == title.first - 1 or doc.low(at - 1) != "the" or whom.names.at(at) is not None:
        return None
    noun, here = key_of(doc.word(at)), doc.tokens[at].start
    floor = doc.sentences[max(0, doc.sentence_number(here) - REACH)].start
    bodies = [n for n in whom.names.ordered if n.part.kind in _BODIES and n.span.start < here]
    lately = [n for n in bodies if n.span.start >= floor]
    bands = [n for n in lately if _is_band(n.part)] if noun in _BANDS else []
    if not bands and noun in _ARMED_PEOPLE:
        bands = [n for n in bodies if _is_band(n.part)]
    if bands:
        bodies = bands  # "the group's vice chairman", of rebels
    elif noun in _FIRMS:
        bodies = [n for n in lately if n.part.sector in (None, "BUS")]
    else:
        bodies = [n for n in bodies if key_of(n.part.name).split()[-1:] == [noun]]
    return bodies[-1] if len({n.part.key for n in bodies}) == 1 else None


def _is_band(part: Part) -> bool:
    return part.kind is ActorKind.GROUP or is_band(part)


def _of_its(doc: Doc, whom: Whom, title: Title) -> Named | None:
    """Give the body that "its" before a title means: the only one named in the sentence before it, else the subject of the sentence before."""
    at = title.first - 1
    while at > 0 and doc.pos[at] == "ADJ" and title.first - at <= 2:
        at -= 1
    if at < 1 or doc.low(at) != "its":
        return None
    here = doc.tokens[at].start
    number = doc.sentence_number(here)
    floors = [doc.sentences[number].start] + ([doc.sentences[number - 1].start] if number else [])
    for floor in floors:
        near = [n for n in whom.names.ordered if floor <= n.span.start < here and n.part.kind is not ActorKind.PERSON]
        if near:
            sole = len({n.part.key for n in near}) == 1 and near[0].part.kind in _BODIES
            return near[-1] if sole else None
    return None


def _relative(doc: Doc, named: Named, people: list[Named]) -> Iterator[Found]:
    """ "…, mother NAME told": of the only other person named with the same family name."""
    at = named.first - 1
    word = tie_words().get(doc.low(at)) if at >= 0 else None
    if word is None or word.kind != "kin" or doc.pos[at] not in ("NOUN", "PROPN") or doc.low(at).endswith("s"):
        return
    before = doc.low(at - 1) if at else "."
    if before not in (",", ".", "and", "”", '"', "his", "her") and at:
        return
    family = named.part.name.split()
    here = doc.sentence_number(named.span.start)
    others = {
        n.part.key: n
        for n in people
        if n.part is not named.part
        and n.span.start < named.span.start
        and n.part.name.split()[-1] == family[-1]
        and here - doc.sentence_number(n.span.start) <= KIN_REACH
    }
    if len(others) != 1 or len(family) < 2:
        return
    other = next(iter(others.values()))
    whole = Span(doc.tokens[at].start, named.span.end)
    yield Found(
        named.part, Relation.RELATIVE_OF, other.part, (other.span, whole), doc.tokens[at], round(BESIDE * 0.9, 3),
        role=doc.low(at), presupposed=True,
    )  # fmt: skip
