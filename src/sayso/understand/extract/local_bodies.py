"""Towns and regions that somebody in the report holds an office of ("Texas Senator NAME", "the mayor of Oslo, NAME") → bodies of the cast.

A place stays a place; only where an office stands by its name, and a named person in the same sentence, do these words name the body that governs it: an
organisation of sector GOV, of the state it lies in, called as the place is. Runs last before the cast is frozen, so that nobody is taken for a town who spoke
or acted. Needs names, offices and places; gives parts for ties and offices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...findings.actor import ActorKind, Office
from ...findings.mention import Label
from ...findings.place import Place
from ...span import Span, overlaps_any
from ..doc import Doc
from ..known.local_offices import local_offices, office_pattern
from ..known.named import named, states
from ..known.words import key_of
from ..places.candidates import candidates_of, capitals, is_state
from .cast import Cast, Part, slug

# How sure it is that a place with an officer is meant as a body, raw: no more than its office is.
SURE = 0.8
# Characters before "of PLACE" in which its office begins.
REACH = 90
_SURE_NAME = 0.5  # confidence of the entity head from which a place that no list knows is one
_BETWEEN = r"(?:(?-i:[a-z][a-z-]*|Republican|Democratic|Democrat|Labour|Conservative|Liberal|City|County|State|Municipal|Provincial|Regional|Town|Deputy|Acting)\s+){0,3}?"
_BEFORE = re.compile(
    rf"(?:[’']s?)?\s+{_BETWEEN}(?P<office>{office_pattern()})\b(?P<stop>\.?)(?![-–\w]|[’']s\s+(?:office|staff|race)\b)",
    re.IGNORECASE,
)
_KIND = r"(?:city|town|state|province|region|district|county|municipality|borough|village|oblast|department|governorate|prefecture|republic|parish|canton|emirate|island)"
_LINK = rf"\s+(?:of|for)\s+(?:the\s+)?(?:[a-z-]+\s+){{0,2}}?(?:{_KIND}\s+of\s+)?"
_AFTER = re.compile(rf"\b(?P<office>{office_pattern()})\b{_LINK}$", re.IGNORECASE)
_TITLED = re.compile(rf"\b(?P<office>{office_pattern()})(?P<many>s?)\b\.?\s+$", re.IGNORECASE)
# Words between a place and an office that part them.
_PARTING = ("VERB", "AUX", "ADP", "PRON", "CCONJ", "SCONJ", "DET")
# Words of time that may follow a place: "the mayor of Oslo last week".
_TIMES = ("last", "next", "late", "early", "earlier", "later", "today", "yesterday")
_OF_NAMED = re.compile(r"\s+of\s+(?:the\s+)?$")
_GOES_ON = re.compile(r"[’']s?\s|-\w|\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z]")
# "NAME (R-", "NAME, D-", "NAME, Democrat of": what follows is where the seat is.
PARTY_LETTER = re.compile(
    r"(?:,| \(| ?,? ?\[) ?(?:(?P<letter>[RDI])(?:[-–‐—]|, | - )|(?:(?:a|an|the) )?(?:[a-z-]+ )?(?P<party>Republican|Democrat|[Ii]ndependent) (?:of|from) )| \((?P<bare>)(?=[A-Z])"
)
_SEAT = re.compile(r"(?P<place>[A-Z][\w’'-]*\.?(?:[A-Z]\.)*(?: [A-Z][\w’'-]*\.?){0,2})(?=[),\].;]| |$)")
_MEMBER_FOR = re.compile(
    r"\b(?P<office>MP|MLA|MPP|MSP|MHA|MNA|[Mm]ember of [Pp]arliament) for (?:the )?(?P<seat>[A-Z][\w’']+(?:(?:[-–]| | and |-and-)[A-Z][\w’']+){0,3})"
)
_PARTIES = {
    "R": ("republican-party", "Republicans"),
    "D": ("democratic-party", "Democrats"),
}  # key, and what its people are called
_LEADERS = frozenset(("leader", "president", "premier", "prime minister"))  # of the house, not of the state
# The state whose reports write seats by a letter of the party, and whose regions share names with states ("Georgia").
_HOME = "USA"


@dataclass(frozen=True, slots=True)
class _Where:
    """A place by its words: its usual name, the state it lies in, and whether it is a region or a capital."""

    name: str
    country: str | None
    is_region: bool = False
    is_capital: bool = False


def name_local_bodies(doc: Doc, cast: Cast, places: tuple[Place, ...]) -> None:
    """Put the places that have an officer in the report into the cast, and give their officers the owner of the office."""
    if not any(part.kind is ActorKind.PERSON for part in cast.parts.values()):
        return
    for span, where in sorted(_places_in(doc, cast, places).items()):
        office = _office_beside(doc, cast, span, where)
        if office is not None and not overlaps_any(span, doc.report.furniture):
            _name(doc, cast, span, where, office)
    for span, where, office in (*_by_letters(doc, cast), *_constituencies(doc, cast)):
        _name(doc, cast, span, where, office)


def _places_in(doc: Doc, cast: Cast, places: tuple[Place, ...]) -> dict[Span, _Where]:
    """Give the names of places that are no state; of a state's name or capital only where it may be a region or a town as well."""
    found: dict[Span, _Where] = {}
    for name in doc.names:
        if name.label is Label.LOC and name.confidence >= _SURE_NAME and "\n" not in name.span.of(doc.text):
            words = name.span.of(doc.text)
            if not is_state(words) and cast.owner(name.span) is None:
                found[name.span] = _Where(re.sub(r"^[Tt]he\s+", "", words), None)
    for place in places:
        for span in place.mentions or (place.span,):
            if place.country is not None and not is_state(place.name):
                found[span] = _Where(place.name, place.country, place.precision == "region")
    for span, part in cast.named_in(Span(0, max(1, len(doc.text)))):
        if part.kind is ActorKind.COUNTRY and span in part.naming:
            words = span.of(doc.text)
            if (town := capitals().get(key_of(words))) is not None:
                found[span] = _Where(_entry_name(words, "town"), town, is_capital=True)
            elif any(e.precision == "region" and e.country == _HOME for e in candidates_of(words)) and is_state(words):
                found[span] = _Where(words, _HOME, is_region=True)
    return found


def _entry_name(words: str, precision: str) -> str:
    return next((e.name for e in candidates_of(words) if e.precision == precision and e.usual), words)


def _office_beside(doc: Doc, cast: Cast, span: Span, where: _Where) -> Span | None:
    """Give the office of a place that stands right before or after its name, where the sentence names somebody."""
    sentence = doc.sentence_at(span.start)
    people = [m for m, p in cast.named_in(sentence) if p.kind is ActorKind.PERSON and m in p.naming and not m.overlaps(span)]
    if not people:
        return None
    after = _BEFORE.match(doc.text, span.end, sentence.end)
    follows = after is not None and any(0 <= m.start - after.end() <= 1 for m in people)
    if after is not None and not _parted(doc, span.end, after.start("office")) and _has(after["office"], where, named=follows):
        return Span(*after.span("office"))
    if _GOES_ON.match(doc.text, span.end) or _is_led_on(doc, span):
        return None
    floor = max(sentence.start, span.start - REACH)
    before = _AFTER.search(doc.text, floor, span.start)
    if before is not None and _has(before["office"], where):
        return Span(*before.span("office"))
    of = _OF_NAMED.search(doc.text, floor, span.start)
    named = next((m for m in people if of is not None and m.end == of.start()), None)
    title = _TITLED.search(doc.text, max(sentence.start, named.start - 40), named.start) if named is not None else None
    return Span(*title.span("office")) if title is not None and _has(title["office"], where, named=True) else None


def _is_led_on(doc: Doc, span: Span) -> bool:
    """Tell whether a noun follows that the place only describes: "the president of the Indiana firefighters union"."""
    at = doc.tokens_in(span).stop
    return at < len(doc.tokens) and doc.pos[at] in ("NOUN", "ADJ") and doc.low(at) not in _TIMES


def _parted(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a verb or preposition stands between a place and an office: "Texas sued the governor"."""
    return any(doc.pos[i] in _PARTING for i in doc.tokens_in(Span(start, end)) if doc.tokens[i].start >= start)


def _has(words: str, where: _Where, *, named: bool = False) -> bool:
    """Tell whether a place of this sort has such an office; of a mere title ("Rep."), that a name follows."""
    office = local_offices()[key_of(words)]
    if office.titled and not (named and words[0].isupper()):
        return False
    return office.capital if where.is_capital else where.is_region or not office.of_region


def _by_letters(doc: Doc, cast: Cast) -> Iterator[tuple[Span, _Where, Span]]:
    """Give the places in "Sen. NAME (R-Ohio)", "Rep. NAME, D-Va.," and "Sens. NAME (R-Ohio) and NAME (D-Va.)", and the title before the name."""
    several: re.Match[str] | None = None
    everybody = cast.named_in(Span(0, max(1, len(doc.text))))
    people = [span for span, one in everybody if one.kind is ActorKind.PERSON and span in one.naming]
    if not any(PARTY_LETTER.match(doc.text, span.end) for span in people):
        return  # before the titles of all of them are looked for
    for span in people:
        sentence = doc.sentence_at(span.start)
        title = _TITLED.search(doc.text, max(sentence.start, span.start - 40), span.start)
        several = (
            title if title is not None and title["many"] else several if several and several.start() >= sentence.start else None
        )
        letter = PARTY_LETTER.match(doc.text, span.end)
        seat = _SEAT.match(doc.text, letter.end()) if letter is not None and (title or several) else None
        best = _seat(seat["place"]) if seat is not None else None
        office = title or several
        if letter is None or seat is None or best is None or office is None or key_of(office["office"]) in _LEADERS:
            continue
        if letter["bare"] is not None and not (best[1].is_region and doc.text[seat.end() : seat.end() + 1] == ")"):
            continue  # "Sen. NAME (Vt.)", and no other words in brackets
        group = "letter" if letter["letter"] else "party"
        if (letter[group] or "")[:1] in _PARTIES:
            _note_party(doc, cast, letter[group][0], Span(*letter.span(group)))
        yield Span(seat.start(), seat.start() + len(best[0])), best[1], Span(*office.span("office"))


def _constituencies(doc: Doc, cast: Cast) -> Iterator[tuple[Span, _Where, Span]]:
    """Give the seats in "the MP for Norvik North", "NAME, MLA for Norvik-Kelm", which no list of places holds."""
    for match in _MEMBER_FOR.finditer(doc.text):
        span, sentence = Span(*match.span("seat")), doc.sentence_at(match.start())
        people = any(p.kind is ActorKind.PERSON and m in p.naming for m, p in cast.named_in(sentence))
        if people and cast.owner(span) is None and sentence.covers(span):
            yield span, _Where(span.of(doc.text), None), Span(*match.span("office"))


def _seat(words: str) -> tuple[str, _Where] | None:
    """Give the words of a state of the federation or a town of it that a seat is of, the longest first."""
    pieces = words.split()
    for count in range(len(pieces), 0, -1):
        name = " ".join(pieces[:count])
        for form in (name, name.removesuffix(".")):
            known = [e for e in candidates_of(form) if e.country == _HOME]
            best = next((e for e in known if e.precision == "region"), known[0] if known else None)
            if best is not None:
                return form, _Where(best.name, _HOME, best.precision == "region")
    return None


def _note_party(doc: Doc, cast: Cast, party: str, letter: Span) -> None:
    """Let the letter beside a member of Congress name the party, and its people anywhere in the report."""
    key, people = _PARTIES[party]
    known = named(key)
    if known is None:
        return
    part = cast.part(known.key, known.name, known.kind)
    part.country, part.sector = known.country, known.sector
    cast.mention(part, letter)
    for match in re.finditer(rf"\b{people}\b", doc.text):
        span = Span(*match.span())
        if not any(m.overlaps(span) for m, _ in cast.named_in(doc.sentence_at(span.start))):
            cast.mention(part, span)


def _name(doc: Doc, cast: Cast, span: Span, where: _Where, office: Span) -> None:
    """Let the words of a place name its body, and note it as the owner of the offices of these words."""
    known = cast.parts.get(slug(where.name))
    if known is not None and known.kind is not ActorKind.ORGANISATION:
        return  # somebody is called like the town
    holders = [
        p
        for p in cast.parts.values()
        if p.kind is ActorKind.PERSON and any(o.span and o.span.overlaps(office) for o in p.offices)
    ]
    country = where.country or next((p.country for p in holders if p.country), None)
    part = known or cast.part(slug(where.name), where.name, ActorKind.ORGANISATION)
    if known is None:
        part.country, part.sector, part.confidence = country, "GOV", SURE
    if span.of(doc.text) != part.name:
        part.aliases.add(span.of(doc.text))
    cast.mention(part, span)
    for person in holders:
        wrong = {o.of for o in person.offices if o.of in states() and _owned(o, part, office) is not o}
        person.offices = [_owned(o, part, office) for o in person.offices]
        person.country = part.country if person.country is None or person.country in wrong else person.country


def _owned(office: Office, part: Part, words: Span) -> Office:
    """Give an office of these words with its owner, where it had none or the state that the place stands for elsewhere."""
    is_it = office.source == "report" and office.span is not None and office.span.overlaps(words)
    return replace(office, of=part.key) if is_it and (office.of is None or office.of in states()) else office
