"""Whether words that the heads for acts hold for an act tell of something else all the same: an accident, a quarrel among private people, a rule,
a firm's business, thanks among neighbours. Asked only of what the rules on who takes part do not accept.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ...findings.actor import ActorKind
from ...findings.event import Reality
from ..chains.words import OWNERS, nouns_of_people, singular
from ..doc import Doc
from ..known.named import named
from ..known.offices import sector_of
from ..reality import reality_of
from .happening import Happening
from .party import By, Party
from .triggers import modes_of_means, words_of

# What is done in words, or by meeting: an event only where somebody takes part who is more than a private person or a firm.
_IN_WORDS = frozenset("SUPPORT REJECT ACCUSE REQUEST AGREE THREATEN CONSULT CONCEDE COOPERATE".split())
# Share of the heads below which a threat to nobody is none.
_FAINT = 0.05
_DEEDS = frozenset(("ASSAULT", "COERCE"))
_ARMED = frozenset("MIL REB COP UAF CRM SPY JUD".split())
_PRIVATE = frozenset(("CVL", "BUS", "HLH", "EDU"))
_MISHAPS = frozenset(
    "crashed crashing crashes collided colliding collision overturned capsized sank collapsed collapsing derailed derailment drowned drowning fell pileup".split()
)
# An explosion beside what bursts by itself is an accident, unless that is ruled out.
_BLASTS = frozenset("blast blasts explosion explosions exploded explode explodes exploding".split())
_BURSTING = frozenset("boiler furnace stove cooker leak leaking leaked faulty cylinder firework".split())
_OF_GAS = frozenset("bottle explosion blast canister pipe tank main".split())
_DENYING = frozenset("no not ruled denied n't n’t".split())
_VEHICLES = frozenset("helicopter helicopters plane planes aircraft jet jets ship tank submarine warship".split())
# Behind these "fire" is shooting.
_SHOOTING = frozenset("opened opening open opens under exchanged exchange returned return ceased".split())
_SHOT = frozenset(
    "shot shoot gunned stabbed bombed shelled fired ambushed attacked executed beheaded assassinated gunman gunmen sniper missile".split()
)
_CREATURES = frozenset(
    "snake shark crocodile bear lion tiger dog elephant bee wasp mosquito wolf hippo bull horse animal".split()
)
_MANY = frozenset("people crew family staff personnel police".split())
_WITHHOLDING = frozenset(
    "comment answer interview elaborate discuss name say identify disclose speak confirm respond specify give reveal talk provide available reply".split()
)
_REFUSING = frozenset(("decline", "refuse"))
_PERMITTING = frozenset(("allow", "permit", "let", "authorise", "authorize"))
_HIRING = frozenset("hired paid commissioned retained engaged appointed recruited contracted".split())
_FIRMS = frozenset("co inc ltd corp plc llc gmbh ag company airlines airline bank motors holdings exchange brewery".split())
_KINDS_OF_FIRMS = frozenset("firm company maker brewer carrier lender retailer insurer startup chain exchange".split())
_OFFICES_OF_FIRMS = frozenset(
    "chairman chairwoman chair chief executive officer director manager owner founder partner president ceo head".split()
)
# Bodies of private people.
_CLUBS = frozenset(
    "club team squad band orchestra choir studio label league shop store brewery restaurant hotel theatre theater".split()
)
# Those whose doings are of all, whatever their ending.
_PUBLIC_BY_TRADE = frozenset("elder mediator negotiator settler leader ruler commander defender".split())
_TITLES = frozenset(("mr", "mrs", "ms", "miss"))
_ADDED = re.compile(r",\s(?:an?|the)\s((?:[a-z-]+\s){0,2}[a-z-]+)")
_MEETING = frozenset(("meet", "discuss", "talk", "confer"))
# What rallies of prices are of.
_MARKETS = frozenset("market markets stock stocks share shares price prices bond bonds currency oil index".split())


# What the clergy hold for its own sake.
_WORSHIP = frozenset("vigil procession pilgrimage service mass prayer".split())
# Nouns of how two stand to each other, which are no act unless the heads are all but sure, and how sure that is.
_STANDING = frozenset(
    "cooperation relation relations tie ties contact contacts partnership friendship dialogue affair affairs rivalry dispute".split()
)
_SURELY = 0.9
# Belief from which on what is said in a report of a conflict is no private matter: of 28 so believed on passages to tune on, in whatever report, 25 were acts.
_PAST_PRIVATE = 0.9
# Words that armed conflict has, and crime, business and sport seldom.
_OF_CONFLICT = frozenset(
    "soldier army militia militiaman rebel insurgent militant jihadist guerrilla paramilitary ceasefire truce airstrike shelling artillery missile warplane separatist "
    "garrison battalion brigade frontline junta peacekeeper mortar rocket warship".split()
)
# The same of harm to a private person ("whose son was shot at a roadblock"): 19 of 19.
_PAST_QUARREL = 0.8


def is_doubted(one: Happening, doc: Doc) -> bool:
    """Tell whether what the heads hold for an act is none for one of the reasons above."""
    if one.frame is None and one.word in _STANDING and (one.belief or 0.0) < _SURELY:
        return True
    words = [doc.low(i) for i in doc.tokens_in(one.sentence)]
    if _is_accident(one, words) or _is_done_by_nature(one, doc) or _is_rule(one, doc):
        return True
    if one.sense.event in _DEEDS:
        return _is_quarrel(one, doc)
    if one.word in _WORSHIP and not one.recipients and all(p.sector == "REL" for p in one.actors):
        return True  # "the bishop leads the vigil"
    if one.word == "rally" and not one.parties() and _MARKETS & set(words):
        return True
    if one.sense.event == "THREATEN" and not one.recipients and one.inner is None and (one.share or 0.0) < _FAINT:
        return True  # "won by promising revenge"
    if one.sense.event not in _IN_WORDS:
        return False
    if _is_ruling(one) or _is_silence(one, doc) or _is_hired(one, doc):
        return True
    is_clear = (one.belief or 0.0) >= _PAST_PRIVATE and _is_of_conflict(doc)
    return not is_clear and (_is_private_matter(one, doc) or _is_alone(one, doc))


def _is_accident(one: Happening, words: list[str]) -> bool:
    """Tell whether the sentence tells of a mishap and of no attack: whoever is killed in it, whoever looks into it."""
    if one.sense.event != "ASSAULT" and one.sense.modes != ("investigate",):
        return False
    plain = {singular(w) for w in words} | set(words)
    mishaps = plain & (words_of("disaster") | _MISHAPS)
    if "fire" in mishaps and plain & _SHOOTING:
        mishaps -= {"fire"}
    blasts: frozenset[str] = frozenset()
    if _bursts_by_itself(words):
        blasts, mishaps = _BLASTS, mishaps | (plain & _BLASTS)
    told = words_of("attack") | words_of("weapon") | words_of("fighters") | _means() | _SHOT
    return bool(mishaps) and not (plain - _VEHICLES - blasts) & told


def _bursts_by_itself(words: list[str]) -> bool:
    """Tell whether a sentence has what bursts without anybody's doing: a boiler, a leak, "a gas bottle"; and does not deny it."""
    is_burst = bool(_BURSTING & {*words, *map(singular, words)}) or any(
        a == "gas" and singular(b) in _OF_GAS for a, b in zip(words, words[1:], strict=False)
    )
    return is_burst and bool(_BLASTS & set(words)) and not _DENYING & set(words)


@cache
def _means() -> frozenset[str]:
    return frozenset(w for _, given in modes_of_means() for w in given)


def _is_done_by_nature(one: Happening, doc: Doc) -> bool:
    """Tell whether a storm, a beast or a writing is said to do it: "the storm threatened to", "killed by snakes"."""
    frame = one.frame
    if frame is None:
        return False
    doers = [frame.subject] if frame.subject is not None and not frame.is_passive else []
    doers += [c for prep, c in frame.phrases if prep in ("by", "from") and frame.is_passive]
    kinds = words_of("disaster") | _CREATURES | (words_of("writing") if one.sense.event in _IN_WORDS else frozenset())
    return any(singular(doc.low(c.head)) in kinds for c in doers) and not any(p.is_known for p in one.actors)


def _is_rule(one: Happening, doc: Doc) -> bool:
    """Tell whether what would be done is told of whoever may do it: "governments may reject", not "the talks would", "delegations from Oman may meet"."""
    if one.frame is None or one.recipients or not one.actors or not all(_are_any(p, doc) for p in one.actors):
        return False
    return reality_of(doc, doc.tokens[one.token]) is Reality.HYPOTHETICAL


def _are_any(party: Party, doc: Doc) -> bool:
    """Tell whether a bare plural alone names people: "governments", not "the governments", "two governments"."""
    inside = doc.tokens_in(party.span)
    is_alone = party.part is None and party.country is None and not party.pronoun and len(inside) == 1
    before = doc.pos[inside.start - 1] if inside.start else ""
    return is_alone and singular(doc.low(inside.start)) != doc.low(inside.start) and before not in ("DET", "NUM", "ADJ")


def _is_quarrel(one: Happening, doc: Doc) -> bool:
    """Tell whether one private person suffers it, from nobody or another like him, in a sentence that knows of nobody armed or in office.

    A clear act in a report of a conflict is none: "My son was shot on the way to the well".
    """
    sides = one.parties()
    if not sides or not all(_is_one_private(p, doc) for p in sides):
        return False
    if (one.belief or 0.0) >= _PAST_QUARREL and _is_of_conflict(doc):
        return False
    around = {singular(doc.low(i)) for i in doc.tokens_in(one.sentence) if i != one.token}
    is_public = any(sector_of(word) not in (None, *_PRIVATE) for word in around)
    return not is_public and not around & (words_of("fighters") | words_of("attack") | words_of("troop") | _means() | _SHOT)


@lru_cache(maxsize=1)  # asked of one report again and again
def _is_of_conflict(doc: Doc) -> bool:
    """Tell whether a report has words that only armed conflict has, two different ones at least."""
    return len({singular(word) for word in set(doc.lows)} & _OF_CONFLICT) > 1


def _is_one_private(party: Party, doc: Doc) -> bool:
    """Tell whether one person is meant whom only a plain word names: "a man", "the suspect"."""
    words = party.span.of(doc.text).lower().split()
    is_plain = party.part is None and party.country is None and party.sector in (None, "CVL") and not party.pronoun
    return is_plain and bool(words) and words[-1] not in _MANY and words[-1] in nouns_of_people() | words_of("people")


def _is_private_matter(one: Happening, doc: Doc) -> bool:
    """Tell whether firms and private people alone take part: what a pianist, a fan or a chairman thanks, blames or promises is no politics."""
    sides = one.parties()
    if one.sense.modes == ("visit",):
        return all(_is_private(p, doc) for p in one.actors) and (bool(one.actors) or not any(p.key for p in sides))
    if one.word == "seek" and not one.recipients and all(map(_is_person, one.actors)):
        return reality_of(doc, doc.tokens[one.token]) is not Reality.HAPPENED  # "he will seek help"
    if any(_is_of_firm(p, doc) for p in sides):
        return bool(one.actors) and all(_is_private(p, doc) or _is_open_body(p) for p in sides)
    is_private = bool(one.actors) and all(_is_private(p, doc) for p in one.actors)
    return is_private and all(
        _is_private(p, doc) or _is_unknown(p) or _are_helpers(p) or _is_club(p, doc) for p in one.recipients
    )


def _are_helpers(party: Party) -> bool:
    """Tell whether people are meant who help, whoever they are: "the volunteers"."""
    return party.part is None and party.country is None and party.sector == "NGO"


def _is_club(party: Party, doc: Doc) -> bool:
    """Tell whether a private body is meant by what it is, and no name: "the club", "her band"."""
    words = party.span.of(doc.text).lower().split()
    return party.part is None and party.country is None and bool(words) and singular(words[-1]) in _CLUBS


def _is_unknown(party: Party) -> bool:
    """Tell whether it is a person of whom nothing is known but the name."""
    return _is_person(party) and not party.is_known and not party.sector and not party.pronoun


def _is_of_firm(party: Party, doc: Doc) -> bool:
    """Tell whether it is a firm by its name, or holds an office of one."""
    if party.part is None or named(party.part.key) is not None:
        return False
    if party.part.kind is ActorKind.PERSON:
        return bool(party.part.offices) and _is_private(party, doc)
    if _KINDS_OF_FIRMS & set(party.span.of(doc.text).lower().split()):
        return True
    return party.sector == "BUS" or bool(set(party.part.name.lower().replace(".", "").split()) & _FIRMS)


def _is_open_body(party: Party) -> bool:
    """Tell whether it is a body of which nothing is known but its name and state: most likely a firm too, where it deals with one."""
    part = party.part
    if part is None or party.pronoun or part.kind is not ActorKind.ORGANISATION:
        return False
    return party.sector is None and named(part.key) is None and not party.is_called_body


def _is_private(party: Party, doc: Doc) -> bool:
    words = party.span.of(doc.text).lower().replace(".", "").split()
    if (party.pronoun and party.pronoun not in OWNERS) or not words:
        return False
    part = party.part
    if part is None:
        is_plain = party.country is None and party.by in (By.NOUN, By.NAME) and party.sector in _PRIVATE | {None}
        is_public = singular(words[-1]) in _PUBLIC_BY_TRADE
        return is_plain and not is_public and (party.sector in _PRIVATE or _is_by_trade(words[-1]))
    if named(part.key) is not None or party.sector not in _PRIVATE | {None} or part.kind is ActorKind.COUNTRY:
        return False
    if part.kind in (ActorKind.ORGANISATION, ActorKind.GROUP) and _is_common(party, doc):
        return True
    if part.kind is ActorKind.PERSON:
        roles = {w for o in part.offices for w in o.role.lower().split()}
        if roles and all(_is_by_trade(role, lone=True) for role in roles):
            return True  # "the Irish pianist"
        return (bool(roles) and roles <= _OFFICES_OF_FIRMS) or _is_described(party, words, doc.text)
    return bool(set(words) & _FIRMS) or party.sector == "BUS"


def _is_by_trade(word: str, *, lone: bool = False) -> bool:
    """Tell whether a plain word names private people by what they do: "hikers", "fans".

    Args:
        lone: whether one of them may be meant: "the pianist".
    """
    one = singular(word)
    if sector_of(one) not in (None, *_PRIVATE) or one in _PUBLIC_BY_TRADE:
        return False
    return one in nouns_of_people() or one.endswith("ist") or (not lone and one != word and one.endswith(("er", "or")))


def _is_described(party: Party, words: list[str], text: str) -> bool:
    """Tell whether the words around a person's name say that he is a private one: "the pianist Ana Ruiz", "Ana Ruiz, a pianist", "Ms Ruiz" alone."""
    plain = [w for w in party.span.of(text).split() if w.islower()]
    added = _ADDED.match(text, party.span.end)
    plain += added.group(1).split() if added is not None else []
    is_titled = len(words) == 2 and words[0] in _TITLES and party.part is not None and " " not in party.part.name
    return is_titled or any(_is_by_trade(w, lone=True) for w in plain)


def _is_common(party: Party, doc: Doc) -> bool:
    """Tell whether what was taken for a name is a common noun that begins its sentence: "Rangers urged …"."""
    tokens = doc.tokens_in(party.span)
    return len(tokens) == 1 and doc.pos[tokens.start] == "NOUN" and _is_by_trade(doc.low(tokens.start))


def _is_silence(one: Happening, doc: Doc) -> bool:
    """Tell whether words are refused and nothing else: "declined to comment", "to make him available for an interview"."""
    if one.word not in _REFUSING or one.frame is None or one.frame.complement is None:
        return False
    verb = one.frame.complement.verb
    return bool(_WITHHOLDING & {doc.low(i) for i in (verb, *range(verb + 1, min(verb + 5, len(doc.tokens))))})


def _is_ruling(one: Happening) -> bool:
    """Tell whether judges permit something, who decide a case by it and concede nothing: "the judge permitted the firm to sell"."""
    is_permission = one.sense.event == "CONCEDE" and one.word in _PERMITTING
    return is_permission and bool(one.actors) and all(p.sector == "JUD" for p in one.actors)


def _is_hired(one: Happening, doc: Doc) -> bool:
    """Tell whether who is paid for it does it, not who pays: "hired to investigate"."""
    at = one.token - 1
    return at > 0 and doc.low(at) == "to" and doc.low(at - 1) in _HIRING


def _is_alone(one: Happening, doc: Doc) -> bool:
    """Tell whether one meets or discusses and nobody stands on the other side: "the minister meets regularly"."""
    if one.sense.event != "CONSULT" or one.frame is None or len(one.parties()) != 1:
        return False
    party = one.parties()[0]
    is_open = party.part is None and party.country is None
    if is_open or party.pronoun or (party.part is not None and party.part.kind not in (ActorKind.COUNTRY, ActorKind.PERSON)):
        return False
    words = party.span.of(doc.text).lower().split()
    is_many = bool(words) and words[-1].endswith("s") and singular(words[-1]) != words[-1]
    return one.word in _MEETING and not is_many and one.sense.modes != ("multilateral",)


def _is_person(party: Party) -> bool:
    return party.part is not None and party.part.kind is ActorKind.PERSON
