"""Doc and cast → the bodies that a report tells of, by name or by their kind alone ("the party", "the army's 18th Brigade"), and where each is meant.

A cast with its speakers and pronouns in; nothing is added to it. What is called by its kind joins the body named last that is of that kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from ...findings.actor import ActorKind
from ...span import Span
from ..chains.words import PRONOUNS, nouns_of_people, singular
from ..doc import Doc
from ..known.offices import office_word, sector_of
from ..known.words import key_of
from ..phrases import noun_phrase_before
from .cast import Cast, Part

BODIES = (ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.OUTLET)
# Nouns that call a body by its kind, by what sort of body it is.
_NOUNS = {
    "gov": "ministry department government administration presidency secretariat cabinet embassy authority authorities directorate treasury",
    "mil": "army navy force forces brigade battalion regiment command division unit military marines staff guard coastguard corps squadron carabineros garrison",
    "cop": "police prison gendarmerie customs",
    "leg": "parliament senate congress assembly chamber",
    "jud": "court tribunal prosecution",
    "pty": "party opposition faction bloc alliance coalition",
    "reb": "rebels separatists insurgents militia militias guerrillas movement front junta group gang cartel resistance tribe clan dissidents",
    "bus": "company firm business bank consultancy brokerage",
    "edu": "university school institute college academy centre center think-tank",
    "med": "newspaper paper daily weekly magazine station broadcaster channel website outlet agency",
    "lab": "union association federation confederation cooperative chamber herders farmers fishermen miners growers dockers traders students protesters",
    "ngo": "charity foundation watchdog network organisation organization society campaign collective ngo",
    "igo": "mission commission council committee delegation panel office bureau service",
    "rel": "church diocese monastery mosque parish",
    "spo": "club team side federation",
}
_SORTS = {noun: sort for sort, nouns in _NOUNS.items() for noun in nouns.split()}
_BY_SECTOR = {
    "GOV": "gov", "MIL": "mil", "SPY": "gov", "COP": "cop", "LEG": "leg", "JUD": "jud", "PTY": "pty", "OPP": "pty", "REB": "reb", "UAF": "reb", "CRM": "reb",
    "BUS": "bus", "EDU": "edu", "MED": "med", "LAB": "lab", "AGR": "lab", "SOC": "lab", "NGO": "ngo", "IGO": "igo", "REL": "rel",
}  # fmt: skip
# What staff is a body: other staff is people at work anywhere.
_STAFF = re.compile(r"(?:general|joint) staff$", re.IGNORECASE)
# Before a kind where it is nobody's in particular.
_ANY = re.compile(
    r"(?:any|every|each|no|some|many|several|other|which|what|such|all|both|two|three|four|five|his|her|my|our|your)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:the|an?|its|their|this|that|one)\s+", re.IGNORECASE)
_OWNER = re.compile(r"^(?:.*[’']s?)\s+")
_A = re.compile(r"an? ", re.IGNORECASE)
_HANGS = re.compile(
    r"\b(?:of|for|in|at|by|with|from|to|and|on|among|between|when|that|as|while|where|if|after|before|until|but|or|two|three|four|five|six|seven|eight|nine|ten)\s+"
)
_NO_WORD = re.compile(r"(?:[\W\d]|[’']s\b)+")
# What explains a kind right behind it: "his party, the PPRD", "the watchdog Norvik".
_EXPLAINED = re.compile(r",? (?:the |called |named )?[A-Z][\w-]+")
# How a name goes on behind its kind: "the University | of Oslo |".
_OF_NAME = re.compile(r" (?:of|for) (?:the )?[A-Z][\w’-]+(?: (?:and )?[A-Z][\w’-]+)*")
LONGEST = 60
# Sorts of bodies that a noun may call whose name does not tell it; characters that the name may lie back.
_ALIKE = frozenset(("bus", "ngo", "edu", "med", "reb"))
NEAR = 400


@dataclass(slots=True, eq=False)
class Body:
    """A body of the report: its part where it has one, and where it is meant.

    Attributes:
        words: the first words for it.
        sort: what sort of body it is ("gov", "pty", …), "" where nothing tells.
        named, pointed, called: where it is named, pointed to by a pronoun or noun of the cast, called by its kind without being in the cast.
        settled: these places once no more are added; None before.
    """

    part: Part | None
    words: Span
    sort: str
    named: list[Span] = field(default_factory=list)
    pointed: list[Span] = field(default_factory=list)
    called: list[Span] = field(default_factory=list)
    settled: list[Span] | None = None

    @property
    def places(self) -> list[Span]:
        """Where it is meant, in text order."""
        return self.settled if self.settled is not None else sorted((*self.named, *self.pointed, *self.called))


def bodies_in(doc: Doc, cast: Cast) -> list[Body]:
    """Give the bodies of a report, those of the cast first; what is called by its kind alone is the body named before that is of that kind."""
    parts = sorted((p for p in cast.parts.values() if p.kind in BODIES and _has_words(p)), key=lambda p: (_is_kind(p), p.first()))
    found: list[Body] = []
    for part in parts:
        body = _of_part(doc, part)
        same = _last_of_kind(doc, found, key_of(part.name), body.words.start) if _is_kind(part) else None
        if same is not None:
            same.pointed += body.places
        else:
            found.append(body)
    alone: dict[str, Body] = {}
    for span in _called(doc, cast):
        key = key_of(bare_words(span.of(doc.text)))
        is_known = span.of(doc.text).lower().startswith("the ") or _is_lead(doc, span)
        meant = _last_of_kind(doc, [*found, *alone.values()], key, span.start) if is_known else None
        if meant is None:
            sort = next(_SORTS[low] for i in reversed(doc.tokens_in(span)) if (low := doc.low(i)) in _SORTS)
            meant = alone.setdefault(key, Body(None, span, sort))
        meant.called.append(span)
    return [*found, *alone.values()]


def _is_lead(doc: Doc, span: Span) -> bool:
    """Tell whether a kind without article only says of what a title is: "| party | spokesman NAME"."""
    after = doc.tokens_in(span).stop
    return " " not in span.of(doc.text) and after < len(doc.tokens) and doc.pos[after] in ("NOUN", "PROPN")


def _is_kind(part: Part) -> bool:
    """Tell whether a body of the cast is only called by its kind: "company", "coast guard"."""
    return part.name.islower() and part.name.split()[-1] in _SORTS


def _has_words(part: Part) -> bool:
    """Tell whether a body is more than a pronoun: not the "we" and "they" that nobody is found for, nor people by their trade ("prosecutors")."""
    last = part.name.split()[-1].lower()
    is_people = (
        last not in _SORTS
        and part.kind is ActorKind.GROUP
        and (singular(last) in nouns_of_people() or office_word(last) is not None)
    )
    return bool(part.mentions or part.naming) and key_of(part.name) not in PRONOUNS and not is_people


def _of_part(doc: Doc, part: Part) -> Body:
    naming = sorted(set(part.naming))
    others = sorted(part.mentions - set(naming))
    first = min((*naming, *others))
    return Body(part, first, sort_of(part, first.of(doc.text)), naming, others)


def sort_of(part: Part, words: str) -> str:
    """Give the sort of a body of the cast by its sector, else by a noun of its name."""
    if part.kind is ActorKind.OUTLET:
        return "med"
    if part.sector in _BY_SECTOR:
        return _BY_SECTOR[str(part.sector)]
    told = [_SORTS[word] for name in (part.name, words) for word in reversed(key_of(name).split()) if word in _SORTS]
    return told[0] if told else _BY_SECTOR.get(sector_of(part.name) or "", "")


def _last_of_kind(doc: Doc, bodies: list[Body], kind: str, before: int) -> Body | None:
    """Give the body meant last before a place whose name ends with the words for a kind, else the last of its sort: "the Relief Party … the party", "Norvik … the company"."""
    best, place = None, (-1, -1)
    for body in bodies:
        names = [key_of(body.words.of(doc.text))] + ([key_of(body.part.name)] if body.part is not None else [])
        is_called = any(f" {name}".endswith(f" {kind}") or f"{name} ".startswith(f"{kind} of ") for name in names)
        is_called = is_called and not (body.sort == "igo" and kind == "union")
        is_alike = " " not in kind and bool(body.named) and _SORTS.get(kind) in _ALIKE and body.sort in ("", _SORTS.get(kind))
        last = max((m.start for m in body.places if m.start < before), default=-1)
        if last >= 0 and (is_called or (is_alike and before - last < NEAR)):
            best, place = (body, (int(is_called), last)) if (int(is_called), last) > place else (best, place)
    return best


def _called(doc: Doc, cast: Cast) -> list[Span]:
    """Give the noun phrases that call a body by its kind and that are no mention of the cast, in text order."""
    found = []
    for index, low in enumerate(doc.lows):
        if low not in _SORTS or doc.pos[index] not in ("NOUN", "PROPN", "ADJ"):
            continue
        token = doc.tokens[index]
        phrase = noun_phrase_before(doc, token.end, floor=doc.sentence_at(token.start).start)
        if phrase is None or phrase.end != token.end or phrase.end - phrase.start > LONGEST or "\n" in phrase.of(doc.text):
            continue
        if _ANY.match(phrase.of(doc.text)) or any(
            m.end >= token.end and m.start <= token.start and p.kind in BODIES
            for m, p in cast.named_in(Span(phrase.start, token.end + LONGEST))
        ):
            continue
        phrase = _own(doc, cast, phrase)
        if any(p.kind in BODIES and doc.text[m.end : m.end + 1] == " " for m, p in cast.named_in(phrase)):
            continue  # "the Hamas political bureau" is Hamas
        if (meant := cast.owner(phrase)) is not None and meant.kind is ActorKind.PERSON:
            continue  # "Norvik, | a bank |": what a name is explained by
        if low == "staff" and _STAFF.search(phrase.of(doc.text)) is None:
            continue
        if _A.match(phrase.of(doc.text)) and index + 1 < len(doc.tokens) and doc.pos[index + 1] in ("NOUN", "PROPN"):
            continue  # "a | party | official"
        if not _ANY.match(phrase.of(doc.text)) and _EXPLAINED.match(doc.text, phrase.end) is None:
            found.append(phrase)
    return found


def _own(doc: Doc, cast: Cast, phrase: Span) -> Span:
    """Give a phrase without what it hangs on and without people before it: "a spokesman for | the force |", "06:40 | Police |"."""
    inside = [m.end for m, p in cast.named_in(phrase) if p.kind is ActorKind.PERSON and m.end < phrase.end]
    inside += [phrase.start + m.end() for m in _HANGS.finditer(phrase.of(doc.text)) if phrase.start + m.end() < phrase.end]
    start = max((phrase.start, *inside))
    lead = _NO_WORD.match(doc.text, start, phrase.end)
    start = lead.end() if lead is not None and lead.end() < phrase.end else start
    goes_on = (
        _OF_NAME.match(doc.text, phrase.end)
        if doc.text[phrase.end - len(doc.word(doc.tokens_in(phrase)[-1]))].isupper()
        else None
    )
    return Span(start, goes_on.end() if goes_on is not None else phrase.end)


def bare_words(words: str) -> str:
    """Give the words for a body without article and owner: "the army's 18th Brigade" is "18th Brigade"."""
    return _OWNER.sub("", _LEAD.sub("", words))


@cache
def nouns() -> dict[str, str]:
    """Give the nouns for bodies, each with its sort."""
    return dict(_SORTS)
