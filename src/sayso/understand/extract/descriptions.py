"""A noun phrase that describes somebody → the office in it and whose it is, among the parts of the cast.

`known.descriptions` reads the words; here what it finds is tied to the report: bodies only the report names, states it has named before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...findings.actor import ActorKind
from ...span import Span
from ..known.descriptions import offices_in
from ..known.named import Named
from ..known.offices import SpeaksFor, body_words, sector_of
from ..known.words import key_of
from .cast import Cast, Part, slug

# Sectors of offices that are of a body of the state where the words name the state alone: "Chad's police chief".
_ORGANS = frozenset(("COP", "MIL", "SPY"))
_KIND = (
    r"(?:Foundation|Institute|Cent(?:er|re)|Council|Association|Committee|Group|Fund|Federation|Network|Movement|Front|Alliance|Society|Commission|"
    r"Organi[sz]ation|Watch|Observatory|Initiative|Coalition|Trust|Campaign|League|Union|Forum|Project)"
)
_BODY_AFTER = re.compile(
    rf"\s+(?:of|for|at|with)\s+(?:the\s+)?(?P<body>(?:[A-Z][\w.’'-]*\s+(?:(?:of|for|and|on)\s+)?){{1,5}}?{_KIND}(?![-\w])(?:\s+(?:of|for|on|and|in)(?:\s+the)?(?:\s+[A-Z][\w-]*)+)*)"
)
_BODY_BEFORE = re.compile(rf"\b(?P<body>(?:[A-Z][\w.’-]*\s+){{1,4}}?(?:{_KIND}|[Cc]ampaign))\s+(?:(?:chief|senior|deputy)\s+)?")
_SIDE = r"(?P<side>(?:rebel|militia|guerrilla|separatist|insurgent|militant|resistance)s?)"
_SIDE_BEFORE = re.compile(rf"\b{_SIDE}(?:[’']s?)? $", re.IGNORECASE)
_SIDE_AFTER = re.compile(rf"\s+(?:for|of)\s+(?:the\s+)?{_SIDE}(?![\w-])(?! [a-z])", re.IGNORECASE)
_REPRESENTS = re.compile(r" (?:of|for) (?P<state>(?:the )?)")
# "A retired | Polish general": said right before a phrase that begins with the state.
_LAID_DOWN = re.compile(r"\b(?:retired|former|ex) $", re.IGNORECASE)
_OF_A_SIDE = (
    "spokes",
    "press officer",
    "chief negotiator",
    "negotiator",
    "coordinator",
    "leader",
    "political leader",
    "commander",
)
_BODIES = (ActorKind.ORGANISATION, ActorKind.OUTLET, ActorKind.GROUP)


@dataclass(frozen=True, slots=True)
class Description:
    """What a phrase says of somebody's office.

    Attributes:
        role: the office in the report's words, rank words included ("deputy foreign minister").
        span: where the role stands.
        of: the state or body it belongs to, None where the phrase names none.
        sector: PLOVER code, None where neither office nor body has one.
        speaks_for: whom its holder speaks for.
        former: True where the phrase says so.
        word: the office in our words; body: the body noun where no state stands by it ("Foreign Ministry spokesman").
    """

    role: str
    span: Span
    of: Part | None
    sector: str | None
    speaks_for: SpeaksFor
    former: bool
    word: str = ""
    body: str | None = None


def describe(cast: Cast, span: Span) -> Description | None:
    """Read the last office of a phrase; None where it holds none."""
    found = offices_in(span.of(cast.text))
    if not found:
        return None
    last = found[-1]
    role = last.span.shifted(span.start)
    owner = _otherwise_named(cast, span, last.of) or part_of(cast, last.of) if last.of is not None else _owner(cast, span, role)
    owner = owner or _side(cast, span, role)
    if owner is not None and last.body and key_of(owner.name) in key_of(last.body):
        owner = None  # "Ministry" of "Foreign Ministry spokesman" is nobody's name
    laid_down = _LAID_DOWN.search(cast.text, max(0, span.start - 16), span.start) is not None
    voice = SpeaksFor.STATE if _is_of_state(cast, span, role) else last.speaks_for
    return Description(
        role.of(cast.text), role, owner, last.sector, voice, last.former or last.coming or laid_down, last.role, last.body
    )


def _is_of_state(cast: Cast, span: Span, role: Span) -> bool:
    """Tell "the representative of Chad", who speaks for a state at a meeting, from one of its farmers or of a constituency."""
    found = _REPRESENTS.match(cast.text, role.end, span.end) if role.of(cast.text).lower() == "representative" else None
    if found is None:
        return False
    return any(
        p.kind is ActorKind.COUNTRY and m.start in (found.start("state"), found.end()) and m.end == span.end
        for m, p in cast.named_in(Span(found.start("state"), span.end))
    )


def _otherwise_named(cast: Cast, span: Span, actor: Named) -> Part | None:
    """Give the body that the report calls by words which the lexicon knows as another's: initials that the report spells out."""
    if actor.kind not in _BODIES:
        return None
    named = [p for _, p in cast.named_in(span) if p.kind in _BODIES]
    others = [p for p in named if any(words in p.aliases for words in (actor.name, *actor.aliases))]
    return others[0] if others and all(p.key != actor.key for p in named) else None


def part_of(cast: Cast, actor: Named) -> Part:
    """Give the part of an actor the lexicon knows, made where the cast has none yet."""
    part = cast.part(actor.key, actor.name, actor.kind)
    part.country, part.sector = (
        part.country or actor.country or (actor.key if actor.kind is ActorKind.COUNTRY else None),
        part.sector or actor.sector,
    )
    return part


def _owner(cast: Cast, span: Span, role: Span) -> Part | None:
    """Give a body only the report names: what follows "of" or "for" first, else the nearest before the role."""
    after = re.compile(r"\s+(?:of|for|at|from)\s+(?:the\s+)?").match(cast.text, role.end, span.end)
    if (body := _spelt_body(cast, span, role)) is not None:
        return body
    if after:
        following = [
            (m, p)
            for m, p in cast.named_in(Span(after.end(), span.end))
            if p.kind is not ActorKind.PERSON and cast.text[m.end : m.end + 1] != "-"  # "the Quito-based charity NAME"
        ]
        if role.of(cast.text).lower().endswith(("minister", "ministers")):
            following = [
                (m, p) for m, p in following if p.kind is ActorKind.COUNTRY or p.country
            ]  # "minister of Trade and Crafts"
        if following:
            nearest = min(m.start for m, _ in following)
            found = max(((m, p) for m, p in following if m.start == nearest), key=lambda pair: pair[0].end)[1]
            return _state_before(cast, span, role) or found if found.country is None else found
    within = [
        (m, p) for m, p in cast.named_in(Span(span.start, role.end)) if p.kind is not ActorKind.PERSON and m.start < role.start
    ]
    if not within:
        return None
    bodies = [(m, p) for m, p in within if p.kind in _BODIES]
    return max(bodies or within, key=lambda pair: (pair[0].end, pair[0].end - pair[0].start))[1]


def _state_before(cast: Cast, span: Span, role: Span) -> Part | None:
    """Give the state right before an office whose field follows it: "Chad's Secretary of National Defence"."""
    owned = [(m, p) for m, p in cast.named_in(Span(span.start, role.start)) if p.kind is ActorKind.COUNTRY]
    near = [p for m, p in owned if re.fullmatch(r"(?:[’']s)? (?:[a-z]+ ){0,2}", cast.text[m.end : role.start])]
    return near[-1] if near else None


def _side(cast: Cast, span: Span, role: Span) -> Part | None:
    """Give the side without a name whose spokesman somebody is: "a rebel spokesman", "a spokeswoman for the separatists"."""
    if not role.of(cast.text).lower().startswith(_OF_A_SIDE):
        return None
    after = _SIDE_AFTER.match(cast.text, role.end, span.end)
    before = _SIDE_BEFORE.search(cast.text, span.start, role.start)
    found = after or before
    if found is None:
        return None
    noun = found["side"].lower()
    plural = noun if noun == "resistance" or noun.endswith("s") else f"{noun}s"
    known = cast.called.get(f"the {plural}") or cast.called.get(f"The {plural}") or cast.parts.get(plural)
    part = known if known is not None and known.kind in _BODIES else cast.part(plural, plural, ActorKind.GROUP)
    part.sector = part.sector or sector_of(noun)
    cast.mention(part, Span(*found.span("side")), naming=False)
    return part


def _spelt_body(cast: Cast, span: Span, role: Span) -> Part | None:
    """Give the body whose kind the phrase spells out, where no name of the cast is as long: "director of the Chad Helsinki Foundation", "Rook campaign spokesman"."""
    after = _BODY_AFTER.match(cast.text, role.end, span.end)
    before = next((m for m in _BODY_BEFORE.finditer(cast.text, span.start, role.start) if m.end() == role.start), None)
    words = Span(*after.span("body")) if after else Span(*before.span("body")) if before else None
    if words is None or any(m.start <= words.start and m.end >= words.end for m, _ in cast.named_in(Span(span.start, span.end))):
        return None
    name = words.of(cast.text)
    if key_of(name) in body_words() or any(p.country and p.kind is ActorKind.ORGANISATION for _, p in cast.named_in(words)):
        return None
    known = next((p for p in cast.parts.values() if p.kind in _BODIES and key_of(p.name) == key_of(name)), None)
    part = known or cast.part(slug(name), name, ActorKind.ORGANISATION)
    if part.kind in _BODIES:
        cast.mention(part, words)
    return part if part.kind in _BODIES else None


def spoken_for(description: Description) -> str | None:
    """Give the key of the state or body its holder speaks for by office, None where the office speaks for nobody."""
    if description.former or description.speaks_for is SpeaksFor.NONE or description.of is None:
        return None
    if description.word == "diplomat" and description.of.kind is not ActorKind.COUNTRY:
        return None  # "a diplomat in Brussels" is of some state
    if description.of.kind is ActorKind.COUNTRY:
        is_organ = description.speaks_for is SpeaksFor.BODY and description.sector in _ORGANS
        return description.of.key if description.speaks_for is SpeaksFor.STATE or is_organ else None
    return voice_of(description.of)


def voice_of(owner: Part) -> str | None:
    """Give for whom a state or body speaks: a state and its organs for the state, another body and a group that rules for itself."""
    if owner.kind is ActorKind.COUNTRY:
        return owner.key
    if owner.country and owner.sector in ("GOV", "MIL", "SPY", "COP", "LEG", "JUD") and owner.kind is not ActorKind.GROUP:
        return owner.country
    return owner.key if owner.kind in (ActorKind.ORGANISATION, ActorKind.GROUP) else None
