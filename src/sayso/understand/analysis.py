"""Report → Reading: encode once, then run the extractors in order. Front door of the stage.

Order: speech (who is quoted) → names → offices → speakers → pronouns → statements → times and places → figures. Each needs what those
before it give; nothing here reads the text a second time with a model.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ..findings.actor import ActorKind
from ..findings.mention import Entity
from ..findings.reading import Reading, Token
from ..report import Report
from ..span import overlaps_any
from .doc import Doc
from .events.assembly import Happenings, find_happenings, make_events
from .events.meant import Meant, Said
from .extract.attribution import Attribution
from .extract.bare_bodies import name_bare_bodies
from .extract.cast import Cast, Part
from .extract.cut_bodies import name_cut_bodies
from .extract.deeds import is_deed
from .extract.figures import make_figures
from .extract.find_bodies import find_bodies
from .extract.find_ranks import find_ranks
from .extract.find_voices import find_voices
from .extract.local_bodies import name_local_bodies
from .extract.named_later import named_later
from .extract.nameless import add_nameless
from .extract.naming import name_actors, state_part
from .extract.places import PlaceFinder
from .extract.pointing import follow_pointers
from .extract.pronouns import follow_nouns, follow_pronouns
from .extract.speakers import SpeakerFinder
from .extract.speech import attributions_of
from .extract.statements import Spoken, make_statements
from .extract.timexes import make_times, times_of
from .extract.titles import offices_in
from .extract.voices import voice
from .known.named import states
from .name_heads import on_first
from .ties.making import Told, make_ties
from .ties.offices_held import offices_held, offices_told
from .times import TimeWords
from .watchpoints.making import make_watchpoints

if TYPE_CHECKING:
    from .encoder import Encoder

VERSION = "reading/1"


@cache
def encoder(folder: Path | None = None) -> Encoder:
    """Load the shipped model once per process."""
    from .encoder import Encoder

    return Encoder(folder)


def calibrated(curves: dict[str, list[list[float]]], kind: str, raw: float) -> float:
    """Turn a raw confidence into a probability by the curve of its kind (piecewise linear); as it is where there is no curve."""
    curve = curves.get(kind)
    value = float(np.interp(raw, curve[0], curve[1])) if curve else raw
    return round(min(1.0, max(0.0, value)), 3)


def understand(report: Report, *, ident: str, model: Path | None = None, tokens: bool = True) -> Reading:
    """Give the reading of a report, with its tokens where they are wanted. What is not English is kept and not analysed."""
    from ..lexicons import digest

    if report.language != "en" or not report.text.strip():
        return Reading(ident, report, by=f"{VERSION} unread")
    engine = encoder(model)
    from .first_pass import make_doc

    doc = make_doc(report, engine)
    by = f"{VERSION} model:{engine.manifest.digest} lexicons:{digest()}"
    return read_doc(doc, ident=ident, by=by, curves=engine.manifest.calibration, tokens=tokens)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a report's people before its findings are made: the cast, who speaks where, what happens, when and where."""

    cast: Cast
    finder: SpeakerFinder
    spoken: list[Spoken]
    happenings: Happenings
    times: list[TimeWords]
    places: PlaceFinder


def known_of(doc: Doc) -> Known:
    """Run the extractors over a Doc up to whom its people speak for by what stands beside their names."""
    on = doc.report.published
    cast = Cast(doc.text)
    made = attributions_of(doc)
    name_actors(doc, cast, on)
    name_bare_bodies(doc, cast)
    offices_in(doc, cast)
    finder = SpeakerFinder(doc, cast, on)
    spoken = _spoken(cast, made, finder)
    finder_contents = [(c, s.speaker) for s in spoken if s.speaker for c in s.attribution.content]
    follow_pronouns(
        doc, cast, {s.attribution.source[0].end: s.speaker for s in spoken if s.speaker and s.attribution.source}, finder_contents,
        finder.referents,
    )  # fmt: skip
    if finder.referents is not None:
        follow_nouns(cast, finder.referents)
    times = times_of(doc, on)
    places = PlaceFinder(doc, cast)
    happenings = find_happenings(doc, cast, places, times, Meant(doc, cast, finder, [Said(*pair) for pair in finder_contents]))
    spoken = [s for s in spoken if not is_deed(doc, s.attribution, happenings.triggers)]
    name_cut_bodies(doc, cast)
    name_local_bodies(doc, cast, places.places())
    follow_pointers(doc, cast, finder.referents)
    return Known(cast, finder, spoken, happenings, times, places)


def read_doc(
    doc: Doc, *, ident: str, by: str, curves: dict[str, list[list[float]]] | None = None, tokens: bool = True
) -> Reading:
    """Run the extractors over a Doc."""
    known = known_of(doc)
    cast, times, places = known.cast, known.times, known.places
    offices = offices_told(doc, cast)
    told = find_bodies(doc, cast, known.finder.elsewhere)
    spoken = [replace(s, speaks_for=voice(cast, s.speaker)) if s.speaker in told and s.speaker else s for s in known.spoken]
    spoken = find_ranks(doc, cast, find_voices(doc, cast, spoken))
    add_nameless(doc, cast, known.finder)
    held = offices_held(doc, cast, offices)
    actors = cast.freeze()

    def calibrate(kind: str, raw: float) -> float:
        return calibrated(curves or {}, kind, raw)

    statements = make_statements(doc, cast, spoken, times=times, calibrate=calibrate)
    figures = make_figures(doc, cast, statements, places.near, calibrate)
    events = make_events(known.happenings, statements, figures, calibrate)
    ties = make_ties(doc, cast, Told(statements, held), times=times, places=places.places(), calibrate=calibrate)
    return Reading(
        ident, doc.report, doc.sentences, _entities(doc, cast), actors, statements, figures, events, ties,
        make_watchpoints(doc, cast, statements, times=times, calibrate=calibrate), make_times(doc, times), places.places(), _written(doc) if tokens else (), by,
    )  # fmt: skip


def _written(doc: Doc) -> tuple[Token, ...]:
    """Give the syntactic words with part of speech, head and relation; heads count in the same list."""
    if not doc.heads:
        return tuple(Token(span, pos) for span, pos in zip(doc.tokens, doc.pos, strict=True))
    place = {first: index for index, first in enumerate(doc.firsts)}
    heads, relations = on_first(doc.heads, doc.relations)
    return tuple(
        Token(span, doc.pos[first], place.get(heads[first], -1), relations[first])
        for span, first in zip(doc.words, doc.firsts, strict=True)
    )


def _spoken(cast: Cast, made: list[Attribution], finder: SpeakerFinder) -> list[Spoken]:
    """Find every speaker, outer statements before inner ones, and what they speak for; states implied by an office join the cast."""
    speakers: dict[int, Part | None] = {}
    finder.learn_genders(made)
    for one in sorted(made, key=lambda a: (a.outer is not None, a.anchor)):
        outer = speakers.get(id(one.outer)) if one.outer is not None else None
        speakers[id(one)] = _named_elsewhere(cast, one) or finder.speaker_of(one, outer)
        if speakers[id(one)] is None and one.carried_from is not None:
            speakers[id(one)] = speakers.get(id(one.carried_from))
    named = named_later(finder.doc, cast, [part for part in speakers.values() if part is not None])
    speakers = {one: named.get(part.key, part) if part is not None else None for one, part in speakers.items()}
    finder.spoken = {end: named.get(part.key, part) for end, part in finder.spoken.items()}
    _imply_states(cast, [part for part in speakers.values() if part is not None])
    found = []
    for one in made:
        part = speakers[id(one)]
        found.append(Spoken(one, part, voice(cast, part) if part is not None else None))
    return found


def _named_elsewhere(cast: Cast, one: Attribution) -> Part | None:
    """Give whom the text names as the speaker in another place than the source, which then means him too."""
    if one.named_at is None:
        return None
    part = next((p for _, p in cast.named_in(one.named_at) if p.kind is ActorKind.PERSON), None)
    if part is not None and one.source and not one.source[0].covers(one.named_at):
        cast.mention(part, one.source[0], naming=False)
    return part


def _imply_states(cast: Cast, speakers: list[Part]) -> None:
    """A state or body for which somebody speaks, or whose leader is named, is an actor: its evidence is that person's mention."""
    spoken = {id(part) for part in speakers}
    for part in list(cast.parts.values()):
        for key in (voice(cast, part) if id(part) in spoken else part.speaks_for, part.known_voice):
            if key is None or not part.naming:
                continue
            owner = state_part(cast, key) if key in states() else cast.parts.get(key)
            if owner is not None and not owner.mentions and not owner.naming:
                owner.naming.append(min(part.naming))


def _entities(doc: Doc, cast: Cast) -> tuple[Entity, ...]:
    found = []
    for name in doc.names:
        if overlaps_any(name.span, doc.report.furniture):
            continue
        owner = cast.owner(name.span) or next(
            (p for m, p in cast.named_in(doc.sentence_at(name.span.start)) if m.overlaps(name.span)), None
        )
        found.append(Entity(name.span, name.label, owner.id or None if owner is not None else None))
    return tuple(found)
