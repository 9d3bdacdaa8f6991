"""People for whom no words beside their names tell a body → the body they are of, where the report as a whole tells: owners of their offices, and for whom they speak.

Runs last before the cast is frozen: who spoke, and whom pronouns mean, is known then. Who has an owner or a voice keeps it. Cases: cases/bodies.yml.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...findings.actor import ActorKind, Office
from ...span import Span
from ..doc import Doc
from ..known.named import states
from ..known.offices import SpeaksFor, body_of, body_words, marks
from ..known.words import key_of
from .bodies_meant import FITS, BodiesMeant, Choice
from .body_mentions import LONGEST, bare_words
from .cast import Cast, OwnerWords, Part, slug
from .descriptions import describe, part_of, spoken_for, voice_of
from .naming import state_part
from .source_kinds import is_plural
from .speakers_elsewhere import SpeakersElsewhere
from .titles_about import Title, sorts_of

# How likely a body must be (0..1). Of those given so, 88 of a hundred are right: benchmarks/marks/fit_bodies.py --check.
LEAST = 0.7
# Titles whose holders speak for their body, where the lexicon has no office of these words.
_VOICES = frozenset(("speak", "lead", "rank", "official"))
_RANKS = frozenset(("assistant", "associate", "senior", "junior", "vice"))
# Bodies called so are the state itself.
_STATE = frozenset(("government", "administration", "authorities", "regime"))


def is_open(person: Part) -> bool:
    """Tell whether nothing beside a person's name tells for whom he speaks or works, and he is meant at one place at least."""
    owned = any(o.of is not None and o.source == "report" for o in person.offices)
    is_person = person.kind is ActorKind.PERSON and bool(person.naming or person.mentions)
    return is_person and not owned and person.speaks_for is None and person.known_voice is None


def find_bodies(doc: Doc, cast: Cast, elsewhere: SpeakersElsewhere) -> list[Part]:
    """Give people the bodies that the report tells they are of; gives back whom."""
    meant, told = BodiesMeant(doc, cast), []
    for person in [part for part in cast.parts.values() if is_open(part)]:
        title = meant.title(person)
        if not title.is_named and (len(person.naming) > 1 or not title.sort):
            continue  # "a spokesman" here and "a spokesman" there; "the mission known as NAME"
        choice = meant.of(person, title)
        if choice is None or choice.how < LEAST:
            continue
        part = choice.body.part or _made(doc, cast, elsewhere, choice, person)
        if part is not None and not (
            _is_anothers(person, part) or _is_odd(person, choice, part) or _is_of_several(doc, cast, title)
        ):
            _give(doc, cast, person, title, choice, part)
            told.append(person)
    return told


def _is_anothers(person: Part, part: Part) -> bool:
    """Tell whether a body is another state's than the one a person is known to be of by words beside his name."""
    of = part.key if part.kind is ActorKind.COUNTRY else part.country
    is_known = person.country is not None and not person.is_guessed
    return is_known and of is not None and person.country != of and part.sector != "IGO"


def _is_odd(person: Part, choice: Choice, part: Part) -> bool:
    """Tell whether somebody is a minister and a body none that a state has, or of the police and a body is not: no minister is a party's."""
    roles = [o.role.lower() for o in person.offices if o.source == "report" and o.of is None]
    if any("police" in role.split() for role in roles) and part.kind is not ActorKind.COUNTRY:
        return choice.body.sort not in ("cop", "gov") and "police" not in key_of(part.name).split()
    is_minister = any(role.endswith("minister") for role in roles)
    return is_minister and part.kind is not ActorKind.COUNTRY and part.country is None


def _is_of_several(doc: Doc, cast: Cast, title: Title) -> bool:
    """Tell whether a title stood before it for bodies that differ, or was of another time or rank: "an envoy of NATO and an envoy of OPEC … the envoy, NAME"."""
    if title.article != "the" or title.phrase == title.name:
        return False
    words = doc.text[title.phrase.start + len("the ") : title.name.start].strip(" ,")
    bodies = set()
    for match in re.finditer(
        rf"\b(?P<before>[\w-]+) {re.escape(words)} (?:of|for) (?:the )?", doc.text[: title.start], re.IGNORECASE
    ):
        if key_of(match["before"]) in marks() or match["before"].lower() in _RANKS:
            return True
        bodies |= {p.key for m, p in cast.named_in(Span(match.end(), match.end() + LONGEST)) if m.start == match.end()}
    return len(bodies) > 1


def _made(doc: Doc, cast: Cast, elsewhere: SpeakersElsewhere, choice: Choice, person: Part) -> Part | None:
    """Give the part of a body that the report calls by its kind alone, made where the cast has none: of the state it is of, where that is known."""
    span = choice.span
    if (known := cast.owner(span) or elsewhere.of(span)) is not None and known.kind is not ActorKind.PERSON:
        cast.mention(known, span, naming=False)
        return known
    name = bare_words(span.of(doc.text))
    if name.lower() in _STATE:
        return cast.parts.get(person.country or "")
    organ = body_of(name, person.country) if person.country else None
    if organ is None and key_of(name) in body_words():
        return None  # "Foreign Ministry spokesman NAME", of no state that is known
    if organ is not None:
        part = part_of(cast, organ)
    else:
        part = cast.part(slug(name), name, ActorKind.GROUP if is_plural(name) else ActorKind.ORGANISATION)
    if part.kind is ActorKind.PERSON:
        return None
    cast.mention(part, Span(span.end - len(name), span.end), naming=name[:1].isupper())
    return part


def _give(doc: Doc, cast: Cast, person: Part, title: Title, choice: Choice, part: Part) -> None:
    """Write the body into a person's offices beside his name, and for whom he speaks."""
    voice, is_mute = None, False
    for place, office in _offices_of(person, choice):
        if office.span is None:
            continue
        description = describe(cast, office.span)
        span = _with_field(doc, office.span)
        person.offices[place] = Office(span.of(doc.text), part.key, office.former, "report", span)
        person.owners[span] = OwnerWords(choice.span, choice.how)
        if description is not None:
            is_mute = is_mute or description.speaks_for is SpeaksFor.NONE or office.former
            voice = voice or spoken_for(replace(description, of=part, former=office.former))
    if voice is None and not is_mute and not title.is_former and title.sort in _VOICES:
        voice = voice_of(part)
    home = part.key if part.kind is ActorKind.COUNTRY else part.country
    if person.country is None or (person.is_guessed and home in states()):
        person.country = home
    person.speaks_for = voice
    name_state(cast, voice, min(person.naming, default=title.name))


def _offices_of(person: Part, choice: Choice) -> list[tuple[int, Office]]:
    """Give the offices without an owner that a body of its sort has, each with its place; all where it has none of them: "Captain NAME, a pilot" is a captain of the army."""
    free = [(place, o) for place, o in enumerate(person.offices) if o.of is None and o.source == "report" and o.span is not None]
    fitting = [(place, o) for place, o in free if any(choice.body.sort in FITS[sort].split() for sort in sorts_of(o.role))]
    return fitting or free


def _with_field(doc: Doc, role: Span) -> Span:
    """Give an office with the nouns before it that say of what: "its | research director |"."""
    first = doc.tokens_in(role).start
    while first > 0 and doc.heads and doc.relations[first - 1] == "compound" and doc.word(first - 1).islower():
        first -= 1
    return Span(min(role.start, doc.tokens[first].start), role.end)


def name_state(cast: Cast, voice: str | None, at: Span) -> None:
    """Let a state for which somebody speaks be an actor, though nothing else names it."""
    if voice is None or voice not in states():
        return
    state = state_part(cast, voice)
    if not state.mentions and not state.naming:
        state.naming.append(at)
