"""Doc, cast, statements and times → Tie findings. Front door: every rule's sayings of ties, joined where they say the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ...findings.actor import ActorKind
from ...findings.event import Status
from ...findings.place import Place
from ...findings.statement import Statement
from ...findings.tie import Relation, Tie
from ...span import Span, overlaps_any
from ..doc import Doc
from ..extract.cast import Cast, Part
from ..times import TimeWords
from .affiliations import affiliation_ties
from .aides import aide_ties
from .appointments import appointment_ties
from .bare_titles import bare_titles
from .beside_names import title_ties
from .bodies import body_ties
from .bounds import Bounds
from .counterparts import counterpart_ties
from .described import described_ties
from .envoys import Envoys
from .found import Found
from .hearsay import is_hearsay
from .his_officers import his_officers
from .nouns import noun_ties
from .office_clauses import office_clauses
from .offices import office_ties
from .offices_held import Held, held_ties, is_likelier
from .paired import paired_ties
from .parties import party_ties
from .party_seats import as_seat
from .put_out import with_end
from .relative_clauses import relative_ties
from .seats import seat_ties
from .title_words import is_mere_rank
from .verbs import verb_ties
from .voices import Voices
from .wars import war_ties
from .whom import Whom
from .words import SYMMETRIC, may_join

BY = "rule:ties/1"


@dataclass(frozen=True, slots=True)
class Told:
    """What is said in a report, and the offices whose owners the whole of it tells, for people of whom no rule says one."""

    statements: Sequence[Statement]
    held: Sequence[Held] = ()


def make_ties(
    doc: Doc,
    cast: Cast,
    told: Told,
    *,
    times: Sequence[TimeWords],
    places: Sequence[Place],
    calibrate: Callable[[str, float], float],
) -> tuple[Tie, ...]:
    """Give the ties that a report says, in the order of their words; the cast must be frozen."""
    voices, held = Voices(told.statements, cast), told.held
    groups: dict[tuple[object, ...], list[Found]] = {}
    ruled = [f for f in _all(doc, cast, voices, times, places) if _may_stand(doc, f) and not is_likelier(held, f)]
    found = (*ruled, *held_ties(doc, Bounds(doc, times), held, ruled))
    every = (with_end(doc, Bounds(doc, times), as_seat(one)) for one in found)
    for one in sorted(every, key=lambda f: (f.evidence[-1], f.anchor)):
        if _may_stand(doc, one):
            groups.setdefault(_key(one), []).append(one)
    made = (_tie(same, voices, calibrate) for same in _best_known(groups))
    return tuple(_numbered(tie, number) for number, tie in enumerate((t for t in made if t is not None), 1))


def _best_known(groups: dict[tuple[object, ...], list[Found]]) -> list[list[Found]]:
    """Give the groups without an office of one state that the report says more surely to be held of another ("Ukraine … the country's president NAME")."""
    sure: dict[tuple[object, ...], float] = {}
    for key, same in groups.items():
        if _is_of_state(same[0]):
            ends = (key[1], key[3:])
            sure[ends] = max(sure.get(ends, 0.0), *(f.confidence for f in same))
    return [
        same
        for key, same in groups.items()
        if not _is_of_state(same[0]) or any(f.until is not None or f.confidence >= sure[key[1], key[3:]] for f in same)
    ]


def _is_of_state(found: Found) -> bool:
    return found.relation is Relation.HOLDS_OFFICE and found.object.kind is ActorKind.COUNTRY


def _may_stand(doc: Doc, found: Found) -> bool:
    """Tell whether both sides are actors of the reading that the relation may join, outside furniture and told as more than hearsay."""
    are_actors = bool(found.subject.id and found.object.id) and may_join(found.subject, found.relation, found.object)
    return (
        are_actors
        and not is_hearsay(doc, found.anchor)
        and not any(overlaps_any(span, doc.report.furniture) for span in found.evidence)
    )


def _all(doc: Doc, cast: Cast, voices: Voices, times: Sequence[TimeWords], places: Sequence[Place]) -> Iterator[Found]:
    whom, bounds = Whom(doc, cast, voices.we), Bounds(doc, times)
    state_at = _states_of(cast, places)
    envoys = Envoys(doc, whom, state_at)
    said: dict[tuple[str, str], set[str]] = {}  # subject and object → words of the offices already said
    titles = tuple(title_ties(doc, whom, bounds))
    ranked = {(f.subject.key, f.object.key) for f in titles if f.role is not None and not is_mere_rank(f.role)}
    for found in office_ties(doc, cast, whom, bounds):
        if found.role is not None and is_mere_rank(found.role) and (found.subject.key, found.object.key) in ranked:
            continue  # "Norwegian army spokesman Lt. Col. NAME"
        said.setdefault((found.subject.key, found.object.key), set()).update((found.role or "").lower().split())
        yield envoys.accredited(found)
    beside = (*titles, *bare_titles(doc, whom, bounds))
    served = (*his_officers(doc, whom, bounds), *aide_ties(doc, whom, bounds))
    for found in (*beside, *served, *paired_ties(doc, whom, bounds)):
        if not set((found.role or "").lower().split()[-1:]) & said.get((found.subject.key, found.object.key), set()):
            yield envoys.accredited(found)
    for found in (*counterpart_ties(doc, whom, bounds), *described_ties(doc, cast, whom, bounds)):
        yield envoys.accredited(found)
    if doc.heads:
        for found in (*office_clauses(doc, cast, whom, bounds), *appointment_ties(doc, whom, bounds)):
            yield envoys.accredited(found)
        yield from noun_ties(doc, whom, bounds)
        yield from relative_ties(doc, whom, bounds)
        yield from affiliation_ties(doc, whom)
        yield from party_ties(doc, cast, whom)
        yield from body_ties(doc, whom, bounds)
        yield from war_ties(doc, whom, bounds)
        yield from seat_ties(doc, whom, bounds)
    yield from verb_ties(doc, whom, bounds, state_at)


def _states_of(cast: Cast, places: Sequence[Place]) -> Callable[[Span], Part | None]:
    """Give a function from words of a place to the state it lies in, where the report names that state."""
    countries = {span: place.country for place in places for span in (place.mentions or (place.span,)) if place.country}
    starts = {span.start: country for span, country in countries.items()}

    def state_at(span: Span) -> Part | None:
        part = cast.parts.get(starts.get(span.start) or "")
        return part if part is not None and part.id else None

    return state_at


def _key(found: Found) -> tuple[object, ...]:
    ends: tuple[object, ...] = (found.subject.key, found.object.key)
    if found.relation in SYMMETRIC:
        ends = tuple(sorted(str(end) for end in ends))
    role = (found.role or "").lower().split()[-1:] if found.relation not in SYMMETRIC else []
    return (found.relation, *ends, *role)


def _tie(same: list[Found], voices: Voices, calibrate: Callable[[str, float], float]) -> Tie | None:
    """Join what says the same tie; None where nothing says that it is so."""
    asserted, denied, kept = [], [], []
    for found in same:
        statement = voices.of(found.anchor)
        is_denied = found.negated or (voices.is_denial(statement) and not found.presupposed)
        if is_denied:
            denied += [statement.id] if statement is not None else []
        elif found.presupposed or not voices.is_open(statement):
            kept.append((found, statement))
            asserted += [statement.id] if statement is not None and not found.presupposed else []
    if not kept:
        return None
    first, statement = next(((f, s) for f, s in kept if s is None or f.presupposed), kept[0])
    fullest = max((f for f, _ in kept), key=lambda f: (f.accredited_to is not None, len(f.role or "")))
    holding = [f for f, _ in kept if f.until is None]
    evidence = tuple(sorted({span for f, _ in kept for span in f.evidence}))
    return Tie(
        "", first.subject.id, first.relation, first.object.id, fullest.role,
        fullest.accredited_to.id if fullest.accredited_to is not None else None,
        next((f.start for f, _ in kept if f.start is not None), None),
        None if holding else next(f.until for f, _ in kept),
        evidence, calibrate("tie", max(f.confidence for f, _ in kept)), BY,
        statement.id if statement is not None and not first.presupposed else None,
        tuple(dict.fromkeys(asserted)), tuple(dict.fromkeys(denied)), Status.CONTESTED if denied else Status.ASSERTED,
    )  # fmt: skip


def _numbered(tie: Tie, number: int) -> Tie:
    return replace(tie, id=f"r{number}")
