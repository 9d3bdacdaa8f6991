"""Nouns that name again what the report has named ("the kingdom", "the bloc", "the crown prince") → mentions of it.

A Doc and its cast in; the cast has more mentions afterwards. Only what one actor of the report can mean: the state of that form, the body of that kind, the
one holder of that office named so far. Cases: cases/speakers.yml, cases/ties.yml.
"""

from __future__ import annotations

import re
from functools import cache

from ...findings.actor import ActorKind
from ...lexicons import entries
from ...span import Span
from ..doc import Doc
from ..known.offices import office_word
from ..known.words import key_of
from .cast import Cast, Part
from .states_meant import StatesMeant

# Bodies of states that news calls a bloc, and the last words of names of others.
_BLOCS = frozenset(
    (
        "eu",
        "brics",
        "asean",
        "ecowas",
        "mercosur",
        "caricom",
        "african-union",
        "sadc",
        "eac",
        "g7",
        "g20",
        "gcc",
        "arab-league",
        "saarc",
    )
)
_BLOC_ENDINGS = frozenset(("community", "union", "market", "alliance", "association", "bloc"))
_ALLIANCES = frozenset(("nato",))
# Words between "the" and the noun ("the oil-rich desert kingdom").
_LEAD = r"\b[Tt]he (?P<lead>(?:[\w-]+ ){0,3}?)"
_OFFICES = (
    "crown prince", "president", "prime minister", "premier", "chancellor", "king", "queen", "emir", "sultan", "pope", "foreign minister", "defence minister",
    "defense minister", "interior minister", "foreign secretary", "secretary of state", "governor", "mayor", "ambassador", "general secretary",
)  # fmt: skip
_OFFICE = re.compile(
    rf"\b[Tt]he (?P<noun>{'|'.join(_OFFICES)})\b(?! of\b| (?:to|for|in)\b|-|,? [A-Z]|’s [a-z]+, [A-Z]|'s [a-z]+, [A-Z])"
)


_RELATIVE = re.compile(r",? (?P<who>who|whom|whose|which)\b")
_NEIGHBOUR = re.compile(r"\b[Ii]ts (?:[a-z-]+ )?neighbou?r\b(?!,? [A-Z]|-)")
_FIGHTERS = re.compile(
    r"\b[Tt]he (?:rebels|insurgents|guerrillas|separatists|militants|jihadists|jihadis|fighters|extremists|paramilitaries|(?P<body>group|movement|militia|faction))\b(?! of\b|,? [A-Z]|-)"
)
# Between a name and the one that tells more of it: "NAME, | NAME's branch", "NAME, a branch of | NAME".
_EXPLAINS = re.compile(r", (?:(?:the |an? )?(?:[a-z-]+ ){1,3}of )?(?:the )?")
_NEAR = 2  # sentences
_OF_STATES = frozenset(("GOV", "MIL", "COP", "SPY", "LEG", "JUD", "IGO", "MED"))
_ARMED = frozenset(("REB", "INS", "SEP", "UAF"))
_ARMED_ENDINGS = frozenset(("front", "movement", "militia", "brigade", "brigades", "resistance"))


@cache
def _forms() -> dict[str, frozenset[str]]:
    return {word: frozenset(row["states"]) for row in entries("actors/forms") for word in row["words"]}


@cache
def _natures() -> re.Pattern[str]:
    nouns = sorted((*_forms(), "bloc", "alliance"), key=lambda noun: (-len(noun), noun))
    return re.compile(_LEAD + rf"(?P<noun>{'|'.join(nouns)})\b(?! of\b| [A-Z]|-)")


def name_natures_again(doc: Doc, cast: Cast) -> None:
    """Give "the kingdom" to the last state named that is one, "the bloc" and "the alliance" to the last body named that is one."""
    for match in _natures().finditer(doc.text):
        span = Span(match.start("lead"), match.end("noun"))
        if cast.named_in(Span(match.start(), match.end())) or _names_another(match["lead"]):
            continue
        noun = match["noun"]
        part = _body(cast, noun, match.start()) if noun in ("bloc", "alliance") else _state(cast, noun, match.start())
        if part is not None:
            cast.mention(part, span, naming=part.kind is ActorKind.ORGANISATION)


def _names_another(lead: str) -> bool:
    """Tell whether a capital before the noun may be the name of another ("the Hashemite kingdom" is none, "the Zulu kingdom" may be one)."""
    return any(
        word[:1].isupper() and word not in ("Western", "Gulf", "Arab", "Hashemite", "Caribbean", "European", "North")
        for word in lead.split()
    )


def _state(cast: Cast, noun: str, offset: int) -> Part | None:
    states = _forms()[noun]
    return next((p for m, p in cast.before(offset, (ActorKind.COUNTRY,)) if p.key in states and m in p.naming), None)


def _body(cast: Cast, noun: str, offset: int) -> Part | None:
    for mention, part in cast.before(offset, (ActorKind.ORGANISATION,)):
        if mention not in part.naming or part.country is not None or not part.name[:1].isupper():
            continue
        last = key_of(part.name).rsplit(" ", 1)[-1]
        is_bloc = part.key in _BLOCS or (last in _BLOC_ENDINGS and part.sector in ("IGO", None))
        if part.key in _ALLIANCES or last == "alliance" if noun == "alliance" else is_bloc:
            return part
    return None


def name_relatives(doc: Doc, cast: Cast) -> None:
    """Give "who", "whose" and "which" right behind a name to whom it names: "Chad, | which | had asked"."""
    for mention, part in list(cast.named_in(Span(0, max(1, len(doc.text))))):
        match = _RELATIVE.match(doc.text, mention.end) if mention in part.naming else None
        if match is not None and (match["who"] == "whose" or (match["who"] == "which") != (part.kind is ActorKind.PERSON)):
            span = Span(match.start("who"), match.end("who"))
            if not cast.named_in(span):
                cast.mention(part, span, naming=False)


def name_offices_again(doc: Doc, cast: Cast) -> None:
    """Give "the crown prince" to the one person named before who holds that office."""
    for match in _OFFICE.finditer(doc.text):
        span = Span(match.start(), match.end())
        if cast.named_in(span):
            continue
        word = office_word(match["noun"])
        holders = {
            p.key: p for _, p in cast.before(match.start(), (ActorKind.PERSON,)) if word is not None and _holds(p, word.word)
        }
        if len(holders) == 1:
            cast.mention(next(iter(holders.values())), span, naming=False)


def _holds(person: Part, word: str) -> bool:
    offices = (office_word(o.role) for o in person.offices if not o.former)
    return any(found is not None and found.word == word for found in offices)


def name_sides_again(doc: Doc, cast: Cast, meant: StatesMeant) -> None:
    """Give "its neighbour" to the other of the two states a report is about, "the rebels" and "the group" to the armed group it names most."""
    pair = meant.of_two() or ()
    for match in _NEIGHBOUR.finditer(doc.text) if pair else ():
        owner = meant.by_possessive(Span(match.start(), match.end()))
        other = [part for part in pair if owner is not None and part is not owner.part]
        if len(other) == 1:
            cast.mention(other[0], Span(match.start(), match.end()), naming=False)
    armed = [p for p in cast.parts.values() if p.naming and _is_armed_group(p)]
    for match in _FIGHTERS.finditer(doc.text):
        span = Span(match.start(), match.end())
        meant_here = _armed_before(doc, armed, span.start)
        is_open = match["body"] is not None and _is_other_body_near(doc, cast, span.start)
        if meant_here is not None and not is_open and not cast.named_in(span):
            cast.mention(meant_here, span, naming=False)


def _is_other_body_near(doc: Doc, cast: Cast, offset: int) -> bool:
    """Tell whether a body that is no state's and bears no arms is named near, which "the group" may as well mean: "the Harbour Watch accused the rebels. The group …"."""
    floor = doc.sentences[max(0, doc.sentence_number(offset) - _NEAR)].start if doc.sentences else 0
    near = cast.before(offset, (ActorKind.ORGANISATION, ActorKind.GROUP), floor=floor)
    return any(m in p.naming and p.name[:1].isupper() and p.sector not in _OF_STATES and not _is_armed_group(p) for m, p in near)


def _armed_before(doc: Doc, armed: list[Part], offset: int) -> Part | None:
    """Give the armed group named most before a character, of two named alike the one that the other explains: "NAME, NAME's branch in the south,"."""
    counts = {p.key: sum(m.start < offset for m in p.naming) for p in armed}
    most = [p for p in armed if counts[p.key] and counts[p.key] == max(counts.values())]
    if not most:
        return None
    first, *others = sorted(most, key=lambda p: min(p.naming))
    between = (doc.text[min(first.naming).end : min(p.naming).start] for p in others)
    return first if all(_EXPLAINS.fullmatch(words) for words in between) else None


def _is_armed_group(part: Part) -> bool:
    if part.kind not in (ActorKind.GROUP, ActorKind.ORGANISATION) or not part.name[:1].isupper():
        return False
    return part.sector in _ARMED or (part.sector is None and key_of(part.name).rsplit(" ", 1)[-1] in _ARMED_ENDINGS)
