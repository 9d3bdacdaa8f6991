"""Whether it is certain enough who stands on either side of a happening: what rests on a doubtful pronoun, a cut name or somebody's thing is not told."""

from __future__ import annotations

import re

from ...findings.actor import ActorKind
from ...findings.event import Reality
from ..doc import Doc
from ..extract.cast import Part
from ..known.named import named, state_of
from ..known.offices import sector_of
from ..known.words import key_of
from ..places.candidates import capitals
from ..reality import reality_of
from ..reality.shapes import Shape, shape
from .happening import Happening
from .party import By, Party
from .triggers import ADJECTIVES, verb_forms, words_of
from .unnamed import NOT_DOUBTED, is_surely_done

# One person, named before: these are mostly followed rightly; "they", "it" and "we" are not (benchmarks/events).
_FOLLOWED = frozenset(("he", "she", "him", "her", "his", "i"))
# Small words that names hold: "Doctors without Borders", "Ministry of Justice", "Ana de la Cruz".
_IN_NAMES = frozenset(
    "of the for and de la le du des di da al el bin ibn von van der den in on to without against with y e a an at & as s".split()
)
# What is done to a town, whosever it is: its state is not told of as who suffers it.
_AT_TOWNS = frozenset(("ASSAULT", "COERCE", "RETREAT", "MOBILIZE", "AID", "PROTEST", "THREATEN", "SANCTION"))
_POINTING = frozenset("the this that these those our my his her their its".split())
# Bodies that nobody is called by alone.
_BARE = frozenset(
    "house foundation department center centre institute committee pac board office bureau council commission".split()
)
# Sectors of offices that one person holds.
_HELD_BY_ONE = frozenset(("GOV", "LEG", "REL", "PTY", "MED", "BUS", "EDU", "LAB", "JUD"))
# Verbs that say what somebody thinks rather than what he did, unless they stand in the past.
_ATTITUDES = frozenset(("support", "back", "oppose", "opposed"))
_SEEMING = frozenset("seem seems seemed appear appears appeared whether more".split())
# "three of four | Americans", "two out of 20 | voters".
_OUT_OF = re.compile(r"\w+ (?:of|in|out of) (?:\d+|two|three|four|five|six|seven|eight|nine|ten) ")
_SO_MANY_OF = re.compile(
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine) (?:of|in|out of) (?:every )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten) "
    r"(?:\w+ )?(?:voters|people|adults|respondents|women|men|residents|citizens|(?-i:[A-Z])\w+s)\b",
    re.IGNORECASE,
)
# Shares of those who were asked: "57 percent to 22 percent", "(60 percent)", "by 5 points."; not "a 20 percent tax".
_SHARE = re.compile(
    r"\d\s?(?:percent|per cent|%|points)(?:\s*[.,;:)]|\s+to\s+\d|\s+of\s(?:\w+\s){0,3}?(?:voters|those|women|men|people|adults|respondents|[A-Z]\w+s)\b)"
)
# Who is asked in a poll, and whom a vote may be of.
_ASKED = re.compile(r"\b(?:surveyed|polled|interviewed|respondents?|poll|survey)\b", re.IGNORECASE)
_VOTING = (None, "CVL", "MIL", "PTY")
_ASKABLE = (*_VOTING, "AGR", "BUS", "EDU", "HLH", "LAB", "MED", "REL")
_FOR_ONE = frozenset("support back favor favour prefer approve approval backing".split())
# Parts of those who were asked in a poll.
_SHARES = frozenset("percent % per-cent percentage majority most half third quarter plurality".split())
_SPEAKING = frozenset("speak speaks spoke spoken speaking".split())
_WITH = frozenset(("with", "to", "by"))
_SAID = frozenset(("SUPPORT", "REJECT", "ACCUSE", "AGREE", "REQUEST", "THREATEN"))
# What is called so and so, and what is called for; tags before a noun; days between ("called | Friday | for").
_CALLING = frozenset(("call", "calls", "called", "calling"))
_QUOTING = frozenset("\"'“‘«")
_ASKING = frozenset(("for", "on", "upon", "to"))
_BEFORE_NOUNS = ("DET", "ADJ", "PART", "PRON", "VERB", "ADP", "NUM")
_DAYS = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday")
_SAID_ALONE = frozenset(("ACCUSE", "REQUEST", "THREATEN"))
_BE = frozenset("is are was were be been being 's ’s am".split())


def without_unread(one: Happening, doc: Doc) -> Happening:
    """Give a happening without those whose name is cut or doubtful, where somebody certain beside them does it, or says it to or of them."""
    if not one.sense.reciprocal and len(one.actors) > 1:  # "the union and its lawyers"
        one.actors = [p for p in one.actors if _is_read(p, doc) and _may_act(p, one)] or one.actors
    if one.sense.event in _SAID_ALONE and not one.sense.needs and any(p.is_known for p in one.actors):
        one.recipients = [p for p in one.recipients if _is_read(p, doc) and (not _is_town(p) or _is_seat(p, one, doc))]
    return one


def is_certain(one: Happening, doc: Doc) -> bool:
    """Tell whether everybody on either side is there by words that can be trusted, and the trigger tells of an act."""
    if one.is_unread or is_no_act(one, doc) or any(map(_is_pointed_to, one.recipients)):
        return False
    if (
        one.sense.event not in _AT_TOWNS
        and one.sense.modes != ("visit",)
        and any(_is_town(p) and not _is_seat(p, one, doc) for p in one.parties())
    ):
        return False
    if one.sense.reciprocal and any(p.by is By.OWNER for p in one.parties()) and one.frame is not None:
        return False
    if one.sense.event == "CONSULT" and any(p.by is By.OWNER and _is_private(p) for p in one.recipients):  # "Ruiz Tower"
        return False
    if not is_surely_done(one, doc):
        return False
    are_read = all(_is_read(p, doc) or _may_be_place(p, one) or _says_it_now(p, one, doc) for p in one.parties())
    return are_read and all(_may_act(p, one) for p in one.actors)


def is_no_act(one: Happening, doc: Doc) -> bool:
    """Tell whether words only name an act, or say where somebody stands: an attitude, a share in a poll, what may be done by nobody told."""
    if _is_attitude(one, doc) or _is_readiness(one, doc) or _is_named_only(one, doc):
        return True
    if one.sense.event == "REQUEST" and _is_calling_so(one, doc):
        return True
    if one.sense.event in ("REQUEST", "ACCUSE") and _is_naming(one, doc):
        return True
    if one.sense.event == "CONSULT" and _is_mere_speaking(one, doc):
        return True
    if one.sense.event in _SAID and (any(_is_share(p, doc) for p in one.actors) or _is_said_by_share(one, doc)):
        return True
    if one.sense.event == "SUPPORT" and (_is_polled(one, doc) or any(_votes(p, doc) for p in one.actors)):
        return True
    return one.word == NOT_DOUBTED and reality_of(doc, doc.tokens[one.token]) is not Reality.NEGATED


def _is_calling_so(one: Happening, doc: Doc) -> bool:
    """Tell whether "call" only says what something is called: it asks with "for", "on", "upon" or an infinitive alone; a noun may do without."""
    at = one.token
    is_noun = one.frame is None and at > 0 and doc.pos[at - 1] in _BEFORE_NOUNS
    if doc.low(at) not in _CALLING or is_noun:
        return False
    behind = range(at + 1, doc.tokens_in(one.sentence).stop)
    beside = next((i for i in behind if doc.pos[i] not in ("ADV", "PUNCT", "CCONJ") and not _DAYS.fullmatch(doc.low(i))), at)
    if doc.low(beside) in (*_ASKING, "by", "from"):
        return False
    is_asking = any(doc.low(i) in _ASKING and doc.heads[i] >= 0 and doc.heads[doc.heads[i]] == at for i in behind)
    return not is_asking and not any(doc.low(i) == "to" and i + 1 in behind and doc.pos[i + 1] in ("VERB", "AUX") for i in behind)


def _is_naming(one: Happening, doc: Doc) -> bool:
    """Tell whether somebody only says by what name a thing goes: "calls the ship “Pearl”"; a name given to somebody known is none."""
    at = one.token
    if doc.low(at) not in _CALLING or any(p.is_known for p in one.recipients):
        return False
    behind = range(at + 2, doc.tokens_in(one.sentence).stop)
    return any(doc.heads[i] == at and doc.pos[i] == "PROPN" and doc.word(i - 1) in _QUOTING for i in behind)


def _is_mere_speaking(one: Happening, doc: Doc) -> bool:
    """Tell whether somebody only speaks somewhere, with nobody: "the secretary, speaking in Rome, said"."""
    if one.frame is None or doc.low(one.token) not in _SPEAKING or len(one.actors) > 1:
        return False
    is_alone = all(p.part is not None and p.part.kind is ActorKind.PERSON for p in one.actors)
    return is_alone and not any(prep in _WITH for prep, _ in one.frame.phrases)


def _says_it_now(party: Party, one: Happening, doc: Doc) -> bool:
    """Tell whether a state or body does by its own words what they say: "we urge", "we condemn" in its statement."""
    return (
        party.pronoun == "we"
        and party in one.actors
        and party.is_known
        and one.sense.event in _SAID
        and doc.low(one.token) == one.word
    )


def _is_pointed_to(party: Party) -> bool:
    """Tell whether only a pronoun tells of somebody, unless it is one for a man or woman whom it follows."""
    return bool(party.pronoun) and (party.pronoun not in ("him", "her") or party.part is None or party.by is By.OWNER)


def _is_read(party: Party, doc: Doc) -> bool:
    if party.pronoun and (party.pronoun not in _FOLLOWED or party.part is None or party.by is By.OWNER):
        return False
    if party.part is None:
        return not _is_some_official(party, doc)
    return not is_cut(party.part, party.country) and not _is_of_other_gender(party.part, party.span.of(doc.text))


def _may_be_place(party: Party, one: Happening) -> bool:
    """Tell whether a name that no lexicon or gazetteer has may be that of a place under attack."""
    return (
        one.sense.event in ("ASSAULT", "COERCE")
        and party in one.recipients
        and not party.pronoun
        and " " not in (party.part.name if party.part else " ")
    )


def _is_some_official(party: Party, doc: Doc) -> bool:
    """Tell whether words point to one office holder named elsewhere: "the senator"; "the Omani minister" stands for his state."""
    before = doc.text[: party.span.start].rsplit(maxsplit=1)[-1:]
    is_pointed_to = bool(before) and before[0].lower() in _POINTING and party.noun in party.span.of(doc.text).lower().split()
    is_open = party.country is None or party.sector not in (None, "GOV")
    return (
        party.by is By.NOUN
        and is_pointed_to
        and is_open
        and party.sector in _HELD_BY_ONE
        and party.noun not in words_of("agent") | words_of("building")
    )


def _is_share(party: Party, doc: Doc) -> bool:
    """Tell whether words name a part of a people: what "40 percent of Chadians" think is a poll's share and no act."""
    before = doc.text[max(0, party.span.start - 24) : party.span.start].lower()
    words = party.span.of(doc.text).lower().split()
    is_part = _OUT_OF.search(f"{before}{' '.join(words)}") is not None
    return party.sector == "CVL" and (is_part or bool(_SHARES & {*words, *before.split()[-2:]}))


def _is_said_by_share(one: Happening, doc: Doc) -> bool:
    """Tell whether the subject is so many out of so many of a people: "three of four Americans condemned"."""
    subject = one.frame.subject if one.frame is not None and not any(p.is_known for p in one.actors) else None
    before = doc.text[doc.tokens[subject.first].start : doc.tokens[one.token].start] if subject is not None else ""
    return _SO_MANY_OF.match(before) is not None


def _is_polled(one: Happening, doc: Doc) -> bool:
    """Tell whether a share stands beside the support of many: "soldiers backed her 57 percent to 22 percent" is a poll or a vote."""
    if one.word not in _FOR_ONE or not _SHARE.search(one.sentence.of(doc.text)):
        return False
    may_be_asked = _ASKABLE if _ASKED.search(one.sentence.of(doc.text)) else _VOTING
    return not any(
        p.pronoun
        or (p.part is not None and p.part.kind in (ActorKind.PERSON, ActorKind.COUNTRY))
        or p.sector not in may_be_asked
        or (p.country is not None and p.sector is None)
        for p in one.actors
    )


def _votes(party: Party, doc: Doc) -> bool:
    """Tell whether a counted part of a people is meant, whose support is its votes: "34,000 people supported"."""
    return party.sector == "CVL" and party.span.of(doc.text)[0].isdigit()


def _is_of_other_gender(part: Part, words: str) -> bool:
    title = words.split()[0].rstrip(".").lower()
    return (title in ("mrs", "ms", "miss") and part.gender == "m") or (title == "mr" and part.gender == "f")


def _may_act(party: Party, one: Happening) -> bool:
    """Tell whether words name somebody who acts: nothing is done by somebody's judgment, nor by a town."""
    return one.frame is None or (party.by is not By.OWNER and not _is_town(party))


def _is_town(party: Party) -> bool:
    return party.by is By.PLACE and party.sector in (None, "GOV")


def _is_seat(party: Party, one: Happening, doc: Doc) -> bool:
    """Tell whether who is spoken to is a capital, by which its government is called: "leaned on Honiara"; not one's own capital, nor a town of the same name."""
    state = capitals().get(key_of(party.span.of(doc.text)))
    is_said = one.sense.event in _SAID_ALONE and party in one.recipients
    return is_said and state is not None and state == party.country and all(p.country != state for p in one.actors)


def is_cut(part: Part, country: str | None) -> bool:
    """Tell whether what is taken for a name is a description or a piece of a name: "the party's new candidate", "for the South", "Foundation"."""
    is_person = part.kind is ActorKind.PERSON
    if named(part.key) is not None or part.kind is ActorKind.COUNTRY or (country is not None and part.kind is ActorKind.GROUP):
        return False
    words = _fullest(part).split() if is_person else part.name.split()
    if not words or words[0].lower() in _IN_NAMES | _POINTING:
        return True
    is_of_state = country is not None and (not is_person or state_of(words[0]) is not None)
    if not is_of_state and any(word.islower() and word not in _IN_NAMES for word in words):
        return True
    if len(words) > 1:
        return False
    if is_person:  # a given name alone, or a family name that was not joined with the full one
        return country is None and not part.offices
    return words[0].lower() in _BARE or (
        country is None and (sector_of(words[0]) is not None or words[0].lower() in words_of("agent"))
    )


def _fullest(part: Part) -> str:
    """Give the name of a person whom a headline calls by the family name alone as the report has it in full."""
    full = [name for name in sorted(part.aliases) if name.endswith(f" {part.name}") and name.replace(" ", "").isalpha()]
    return full[0] if " " not in part.name and full else part.name


def _is_private(party: Party) -> bool:
    if party.by is By.NOUN and party.sector not in (None, "GOV", "MIL", "REB"):  # "justices who are opposed"
        return True
    return party.sector == "CVL" or (party.part is not None and party.part.kind is ActorKind.PERSON)


def _is_named_only(one: Happening, doc: Doc) -> bool:
    """Tell whether an -ing form only says what something is about ("resistance to welcoming refugees"), or "opposed" sets apart ("as opposed to")."""
    at, word = one.token - 1, doc.low(one.token)
    if one.frame is None or at < 1:
        return False
    before = doc.low(at)
    if (before, word) == ("to", "blame"):  # "he is entirely to | blame"
        return any(doc.low(i) in _BE for i in range(max(0, at - 3), at))
    return (
        (before, word) == ("as", "opposed")
        or (before == "including" and word.endswith("ing"))
        or (before == "to" and word.endswith("ing") and doc.pos[at - 1] == "NOUN")
    )


def _is_readiness(one: Happening, doc: Doc) -> bool:
    """Tell whether readiness is only supposed, denied or one person's: that a state is ready to, as it says, is an offer."""
    if one.frame is None or one.word not in ADJECTIVES or one.sense.event != "AGREE":
        return False
    before = {doc.low(i) for i in range(max(doc.tokens_in(one.sentence).start, one.token - 4), one.token)}
    is_one = any(p.part is not None and p.part.kind is ActorKind.PERSON for p in one.actors)
    return is_one or bool(before & _SEEMING) or reality_of(doc, doc.tokens[one.token]) is not Reality.HAPPENED


def _is_attitude(one: Happening, doc: Doc) -> bool:
    """Tell whether a verb only says where somebody stands: "voters who back her", "a union opposing the plan"."""
    form = verb_forms().get(doc.low(one.token))
    if one.frame is None or form is None or form.lemma not in _ATTITUDES or one.frame.is_passive:
        return False
    if form.lemma in ("oppose", "opposed") and any(_is_private(p) for p in one.actors):
        return True
    before = [doc.low(i) for i in range(max(0, one.token - 3), one.token)]
    if form.is_ing:
        return not set(before) & _BE
    return shape(doc.low(one.token)) is not Shape.PAST and not any(doc.relations[i] == "aux" for i in doc.dependents(one.token))
