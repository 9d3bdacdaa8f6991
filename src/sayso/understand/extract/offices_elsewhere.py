"""Offices whose owner does not stand in their phrase → the state or body they belong to, where the report says it elsewhere.

"President NAME of Peru", "the foreign ministers NAME of Peru and NAME of Chile", "Its foreign minister, NAME,", "Prime Minister NAME" in a report about one
state. What `states_meant` cannot tell stays without owner. Cases: cases/ties.yml, cases/speakers.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...findings.actor import ActorKind, Office
from ...span import Span
from ..doc import Doc
from ..known.offices import SpeaksFor, body_of, marks
from ..known.words import key_of
from .bosses import Unowned, at_seat, boss, called_by_kind, heard_before, ministry_before, told_before, voiced_for
from .cast import Cast, OwnerWords, Part
from .descriptions import Description, part_of, spoken_for
from .homes import Homes, Stand
from .states_meant import StateMeant, StatesMeant

# Offices that a state has and others seldom: what "Prime Minister NAME" and "the foreign minister, NAME," say without more.
_OF_STATES = re.compile(
    r"(?:(?:vice |deputy )?(?:president|prime minister)|(?:[\w ]* )?minister|king|queen|emperor|crown prince|supreme leader|paramount leader|junta leader|taoiseach|head of state|"
    r"governor general|chancellor|cabinet secretary|national security adviser|(?:foreign|home|defence|treasury|homeland security) secretary|secretary of state|chancellor of the exchequer|attorney general)"
)
# How likely a state must be (0..1) for a person to be of it, by what he is called; for a bare title, too, where the rules say the same. Of those given so, 88, 84
# and 85 of a hundred are right: benchmarks/marks/fit_homes.py --check.
LEAST = {Stand.STATE: 0.52, Stand.OTHER: 0.6, Stand.NONE: 0.8}
OF_RULED = 0.4
# Callings of people who need be of no state that a report is about.
_OUTSIDERS = frozenset(
    "pope analyst expert professor referee journalist reporter correspondent editor witness economist researcher fellow climber tourist historian lecturer lawyer author coach player".split()
)
_VISITING = re.compile(r"\bvisiting\b")
# Of these, words that clubs, firms and families have too: they must be written as a title.
_ALSO_OTHERS = frozenset("president king queen emperor minister chancellor".split()) | {
    "vice president",
    "deputy president",
    "attorney general",
}
_BEFORE_NAME = 0.95  # "President NAME of Peru"
_OF_AFTER = re.compile(r"\s+of\s+(?:the\s+)?")
# The same, and no other phrase between: not "the African Union and an envoy".
_OF_IT = re.compile(r"(?:’s|'s)?\s+(?:(?!(?:and|or|but|an?|the|to|in|for|with|from|as|by|on)\s)[\w-]+\s+){0,2}")
_PORTFOLIO = re.compile(r"(?:of|for) (?:the )?[A-Z]\w+(?:,? (?:(?:and|of|for|the) )*[A-Z]\w+)*(?=$| as | in | and | who )")
_HEAD_ENDS = re.compile(r"\s(?:of|to|for|at|in)\s")
_NEXT_IN_LIST = re.compile(r"(?:,|,?\s+and)\s+$")
_TIMES = frozenset("year month week day today yesterday monday tuesday wednesday thursday friday saturday sunday".split())
# Offices that may be of several states (a queen), or of a university: only their holder's own state tells.
_SEVERAL = frozenset(("king", "queen", "emperor", "chancellor"))
# Offices that one state has, in a report that names it: elsewhere they are called otherwise.
_OF_ONE = {
    "secretary of state": "USA",
    "homeland security secretary": "USA",
    "treasury secretary": "USA",
    "chancellor of the exchequer": "GBR",
}
# Offices of a person who holds one.
_OF_SOMEBODY = frozenset(("spokesperson", "press secretary", "deputy spokesperson", "presidential chief of staff"))
# Offices below a minister's, whose ministry has just spoken.
_UNDER = frozenset(("undersecretary", "under secretary of state"))
# Before whom one speaks to or against.
_TOWARD = frozenset(("with", "on", "upon", "against", "to"))
_RANKS = frozenset(("first", "second", "senior", "then"))
_ARTICLES = frozenset(("the", "a", "an"))


def find_owners(doc: Doc, cast: Cast, unowned: list[Unowned], meant: StatesMeant) -> None:
    """Give the offices the owners that the report names elsewhere, and their holders country and voice."""
    homes = Homes(doc, cast, meant)
    for one in unowned:
        if is_plural(one.office):
            for named in _listed(doc, cast, one):
                if (owner := _owner_after(doc, cast, named.name)) is not None:
                    _give(cast, named, owner)
            continue
        owner = _owner_after(doc, cast, one.name) if one.phrase.end <= one.name.start else None
        owner = owner or owner_of(doc, cast, meant, one) or _by_signs(doc, cast, homes, one)
        if owner is not None:
            _give(cast, one, owner)
    _find_countries(doc, cast, homes, unowned)


def _by_signs(doc: Doc, cast: Cast, homes: Homes, one: Unowned) -> StateMeant | None:
    """Give the state that all signs together say a bare title is of: "Prime Minister NAME" in a report about several states."""
    if stand_of(doc, cast, one) is not Stand.STATE or one.office.word in _SEVERAL or one.person.country is not None:
        return None
    by_rule = ruled_state(doc, homes.meant, one)
    ruled = by_rule.part.key if by_rule is not None else None
    home = homes.of(one.name, one.phrase, Stand.STATE, ruled)
    if home is None:
        return by_rule if ruled not in homes.ruled_out(one.name, one.phrase) else None  # somebody's a title is
    if home.how < (OF_RULED if home.key == ruled else LEAST[Stand.STATE]):
        return None
    state = cast.parts.get(home.key)
    if state is None or not state.naming or _is_held(cast, one, home.key):
        return None
    before = [m for m in state.naming if m.end <= one.phrase.start]
    return StateMeant(state, max(before, default=min(state.naming)), home.how)


def _is_held(cast: Cast, one: Unowned, state: str) -> bool:
    """Tell whether the report says of somebody else that he holds an office of which a state has one."""
    others = (p for p in cast.parts.values() if p is not one.person)
    role = one.office.role.lower()
    return any(
        o.of == state and o.role.lower() == role and o.source == "report" and not o.former for p in others for o in p.offices
    )


def _find_countries(doc: Doc, cast: Cast, homes: Homes, unowned: list[Unowned]) -> None:
    """Give people of whom no words beside their name tell the state the one that all signs together say."""
    called = {one.person.key: one for one in reversed(unowned)}
    for person in list(cast.parts.values()):
        if person.kind is ActorKind.PERSON and person.country is None and person.naming and not acts_for_body(person):
            one = called.get(person.key)
            stand = stand_of(doc, cast, one) if one is not None else Stand.NONE
            name, phrase = (one.name, one.phrase) if one is not None else (min(person.naming), min(person.naming))
            is_lone = stand is Stand.NONE and " " not in person.name  # hardly known to be a person
            if stand is Stand.STATE or is_lone or _is_outsider(doc, one, phrase):
                continue  # a bare title was asked before
            home = homes.of(name, phrase, stand, None)
            person.country = home.key if home is not None and home.how >= LEAST[stand] else None
            person.is_guessed = person.country is not None


def _is_outsider(doc: Doc, one: Unowned | None, phrase: Span) -> bool:
    """Tell whether somebody need be of no state that the report is about: "a visiting minister", "the analyst NAME"."""
    is_calling = one is not None and one.office.word in _OUTSIDERS
    return is_calling or _VISITING.search(doc.text, max(0, phrase.start - 10), phrase.end) is not None


def stand_of(doc: Doc, cast: Cast, one: Unowned) -> Stand:
    """Tell whether what somebody is called by is an office that states have, with no word beside it that may say of whom."""
    return Stand.STATE if is_of_state(one.office) and _is_bare(doc, cast, one) else Stand.OTHER


def acts_for_body(person: Part) -> bool:
    """Tell whether somebody holds an office of a body of no state: of which state he is a report seldom says."""
    return person.speaks_for is not None or any(office.of is not None for office in person.offices)


def is_plural(office: Description) -> bool:
    """Tell whether an office is told of several at once ("foreign ministers")."""
    head = _HEAD_ENDS.split(office.role.lower())[0].split()[-1]
    is_many = (head.endswith("s") and not head.endswith("ss")) or head.endswith(("men", "women", "people"))
    return is_many and head not in office.word.split()


def _listed(doc: Doc, cast: Cast, one: Unowned) -> Iterator[Unowned]:
    """Give each of several who hold one office, every one with his state: "the foreign ministers NAME of Peru and NAME of Chile"."""
    role = replace(one.office, role=one.office.role.removesuffix("s"))
    end = None
    for span, person in cast.named_in(Span(one.name.start, max(one.name.end, doc.sentence_at(one.name.start).end))):
        if person.kind is not ActorKind.PERSON or (end is not None and span.start < end):
            continue
        if end is not None and _NEXT_IN_LIST.fullmatch(doc.text[end : span.start]) is None:
            return
        owner = _owner_after(doc, cast, span)
        if owner is None:
            return
        end = owner.span.end
        yield Unowned(person, span, one.phrase, role)


def _owner_after(doc: Doc, cast: Cast, name: Span) -> StateMeant | None:
    """Give the state in "NAME of STATE"."""
    match = _OF_AFTER.match(doc.text, name.end)
    if match is None:
        return None
    here = [(m, p) for m, p in cast.named_in(Span(match.end(), match.end() + 60)) if m.start == match.end()]
    found = next(((m, p) for m, p in reversed(here) if p.kind is ActorKind.COUNTRY and m in p.naming), None)
    if found is None or re.match(r"(?:[’']s|-| [A-Z])", doc.text[found[0].end :][:3]):
        return None
    return StateMeant(found[1], found[0], _BEFORE_NAME)


def owner_of(doc: Doc, cast: Cast, meant: StatesMeant, one: Unowned) -> StateMeant | None:
    """Give the owner by the possessive of the phrase, else by the holder's state, else by what is around a title that only states have."""
    office, of_state = one.office, is_of_state(one.office)
    if (body := called_by_kind(cast, one)) is not None:
        return body
    if meant.has_possessive(one.phrase):
        is_sure = of_state and office.word not in _ALSO_OTHERS
        return meant.by_possessive(one.phrase, of_state=is_sure) if office.speaks_for is not SpeaksFor.NONE else None
    if office.word in _OF_SOMEBODY and office.body is None:
        return at_seat(doc, cast, one) or boss(cast, one) or voiced_for(doc, cast, one)
    if office.word in _UNDER and (heard := heard_before(doc, cast, one)) is not None and heard.part.country is not None:
        return heard
    if not of_state or not _is_bare(doc, cast, one):
        return None
    state = cast.parts.get(one.person.country or _OF_ONE.get(office.word, ""))
    if state is not None and state.naming:
        return StateMeant(state, min(state.naming), _BEFORE_NAME)
    if office.word in _SEVERAL:
        return None
    if (told := told_before(cast, one)) is not None:
        return told
    if (sent := meant.sent_here(office.span)) is not None:
        return sent
    is_minister = _is_the(doc, one) and office.word == "minister"
    return ministry_before(doc, cast, one) if is_minister else None


def ruled_state(doc: Doc, meant: StatesMeant, one: Unowned) -> StateMeant | None:
    """Give the state that is around a bare title, by the order in which news leaves states out: one of the signs of a home."""
    office = one.office
    is_title = doc.text[office.span.start].isupper() and one.phrase.end <= one.name.start and bool(one.person.naming)
    by_title = is_title and not _is_the(doc, one)
    return meant.around(office.span, by_place=_is_the(doc, one)) or (meant.leading(office.span) if by_title else None)


def _is_the(doc: Doc, one: Unowned) -> bool:
    return doc.text[one.phrase.start : one.phrase.start + 4].lower() == "the "


def is_of_state(office: Description) -> bool:
    """Tell whether an office is one that states have and others seldom."""
    if office.body is not None:
        return office.speaks_for is not SpeaksFor.NONE
    return office.speaks_for is SpeaksFor.STATE and _OF_STATES.fullmatch(office.word) is not None


def _is_bare(doc: Doc, cast: Cast, one: Unowned) -> bool:
    """Tell whether a phrase holds nothing but article, mark and office, so that nobody else can be its owner."""
    office, text = one.office, doc.text
    role = office.span.of(text)
    is_title = role[:1].isupper()
    stands_first = one.phrase.end <= one.name.start
    is_definite = text[one.phrase.start : one.phrase.start + 4].lower() == "the "
    is_headline = doc.sentence_number(one.phrase.start) == 0 and one.phrase == office.span
    if office.word in _ALSO_OTHERS and not (is_title and stands_first) and not is_definite and not is_headline:
        return False
    tail = text[office.span.end : one.phrase.end].strip()
    body = key_of(office.body or "")
    area = one.phrase
    if tail and office.word.endswith("minister") and _PORTFOLIO.match(tail):
        tail, area = "", Span(one.phrase.start, office.span.end)  # "deputy minister of Prevention and Safety"
    if tail or any(p.kind is not ActorKind.PERSON and key_of(p.name) not in body for _, p in cast.named_in(area)):
        return False
    lead = text[one.phrase.start : office.span.start].split()
    if office.body is not None:
        lead = [word for word in lead if key_of(word) not in key_of(office.body).split()]
    times = [place for place, word in enumerate(lead, 1) if word.lower() in _TIMES]
    lead = lead[times[-1] :] if times else lead  # "The following year former prime minister NAME"
    return all(word.lower() in _ARTICLES | _RANKS or key_of(word) in marks() or _is_portfolio(office, word) for word in lead)


def _is_portfolio(office: Description, word: str) -> bool:
    """Tell whether a word before "minister" may say of what: "the Africa minister", and not "the visiting minister"."""
    return office.word == "minister" and word[:1].isupper() and not word.endswith(("an", "ish", "ese", "i"))


def _give(cast: Cast, one: Unowned, owner: StateMeant) -> None:
    """Write the owner into the office, and what follows for its holder: country, voice."""
    person, office = one.person, one.office
    part = owner.part
    if office.body is not None and part.kind is ActorKind.COUNTRY:
        body = body_of(office.body, part.key)
        part = part_of(cast, body) if body is not None else part
        words = re.compile(r"(?:[Tt]he |[Aa]n? )?(?P<body>\S.*\S)\s").match(cast.text, one.phrase.start, office.span.start)
        if words is not None and cast.owner(Span(*words.span("body"))) is None:
            cast.mention(part, Span(*words.span("body")))
    noted = next((o for o in person.offices if o.span == office.span and o.of is None), None)
    if noted is not None:
        person.offices.remove(noted)
    if any(o.role == office.role and o.of == part.key and o.source == "report" for o in person.offices):
        return
    person.offices.append(Office(office.role, part.key, office.former, "report", office.span))
    person.owners[office.span] = OwnerWords(owner.span, owner.how)
    person.country = person.country or part.country
    voice = spoken_for(replace(office, of=part))
    if voice is not None and person.speaks_for is None:
        person.speaks_for = voice


def earlier_owner(cast: Cast, description: Description, phrase: Span) -> Part | None:
    """ "the ambassador" after "the Russian ambassador" is that state's: look for the same role with an owner before."""
    return next(owners_before(cast, description.role.split()[-1], phrase), None)


def owners_before(cast: Cast, noun: str, phrase: Span) -> Iterator[Part]:
    """Give the states and bodies by which a noun of office stands before some words, in text order."""
    for match in re.finditer(rf"\b{re.escape(noun)}\b", cast.text[: phrase.start], re.IGNORECASE):
        near = [
            (m, p) for m, p in cast.named_in(Span(max(0, match.start() - 40), match.start())) if p.kind is not ActorKind.PERSON
        ]
        for mention, part in reversed(near):
            if _OF_IT.fullmatch(cast.text[mention.end : match.start()]):
                yield part
                break
