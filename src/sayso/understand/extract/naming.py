"""Names in a Doc → the cast: states, bodies, organisations and outlets, each with all places that name it; people by `people`.

The lexicon is asked first; what it does not know comes from the entity head.
"""

from __future__ import annotations

import re
from datetime import date

from ...findings.actor import ActorKind
from ...findings.mention import Label
from ...span import Span, SpanSet, overlaps_any
from ..doc import Doc
from ..known.actors import Known, find_known
from ..known.named import NameKind, state_of, states
from ..known.offices import body_of, office_word
from ..known.words import key_of
from ..places.candidates import candidates_of
from .capitals import stands_for_state
from .cast import Cast, Part, slug
from .initials import as_meant_here, spelled_out
from .people import people_in

_BODIES = (NameKind.SEAT, NameKind.ORGANISATION, NameKind.GROUP, NameKind.AGENCY, NameKind.OUTLET)
_NOUN_IN = re.compile(r"\b[Tt]he (?P<noun>(?:[A-Za-z]+ ){0,3}[A-Za-z]+) (?:in|at) $")
# Sectors of bodies that parts of a state and towns have too.
_ORGANS = frozenset(("LEG", "JUD", "COP", "GOV", "MIL"))
# Bodies that a state has in the capitals of others.
_ABROAD = frozenset(("embassy", "consulate", "Embassy", "Consulate", "mission", "Mission"))
# What a report calls a body by its kind, once it has named it.
_BY_KIND = {"alliance": ("nato",), "bloc": ("eu", "brics", "asean", "ecowas")}
_KIND_BEFORE = re.compile(
    r"\b(?:[A-Z][\w-]+ ){1,2}(?:[a-z-]+ ){0,3}?(?:firm|company|pollster|newspaper|daily|weekly|magazine|broadcaster|bank|institute|charity|think tank|watchdog|"
    r"airline|retailer|lender|insurer|startup|start-up|manufacturer|conglomerate|publisher|outlet|website) $"
)
_NAME_GOES_ON = re.compile(
    r"(?:(?:, [A-Z]\w+)*,? (?:and|&) (?:[A-Z]\w+ ){1,3}?| )(?:[Cc]o(?:mmittee|mmission|uncil)|[Mm]inist(?:er|ry)|[Ss]ecretary|[Uu]nder-?[Ss]ecretary|[Dd]epartment|[Bb]ureau|"
    r"[Aa]dviser|[Aa]dvisor|[Pp]anel|[Oo]ffice|[Ss]pokes(?:man|woman|person)|[Oo]fficials?|[Cc]hief|[Dd]irector|[Uu]nit|[Ii]nstitute)\b"
)
_FRONT = re.compile(
    r"(?: [A-Z][a-z]+){0,2} (?:Front|Army|Party|Movement|Forces?|Brigades?|Alliance|Coalition|League|Battalion|Militia)\b"
)
_NAME_BEGAN = re.compile(
    r"\b(?:[Mm]inist(?:ry|er|ries|ers)|[Dd]epartment|[Bb]ureau|[Cc]o(?:mmittee|mmission|uncil)|[Ss]ecretar(?:y|iat)|[Ii]nstitute|[Oo]ffice|[Dd]irector(?:ate)?) (?:of|for|on) (?:the )?(?:[A-Z]\w+,? and )?$"
)
_OF_STATE = re.compile(
    r"\b(?P<noun>[A-Z][\w’-]*(?: (?:of|for|the|and|[A-Z][\w’-]*)){1,7}?) of (?:the )?"
    r"(?:(?:[A-Z][a-z]+ ){0,2}(?:Republic|Kingdom|State|Federation|Emirate|Sultanate|Principality) of (?:the )?)?$"
)
# "The embassy of Peru".
_NOUN_OF = re.compile(r"\b[Tt]he (?P<noun>(?:[A-Za-z]+ ){0,2}[A-Za-z]+) of (?:the )?$")
_BODY_WORD = re.compile(r"[A-Za-z][\w’'-]*")


def name_actors(doc: Doc, cast: Cast, on: date | None) -> list[Known]:
    """Put everybody the report names into the cast; returns what the lexicon found, for rules that look at words around names."""
    known = [k for k in find_known(doc.text) if not overlaps_any(k.span, doc.report.furniture) and not _of_a_region(doc, k)]
    shortened = spelled_out(doc, known)
    known = [k for k in known if k.span not in shortened and not (k.kind is NameKind.OUTLET and _in_longer_name(doc, k))]
    states_in(doc, cast, known)
    bodies_in(doc, cast)
    _bodies_of_states(doc, cast)
    for one in as_meant_here(known):
        is_meant = not one.ambiguous or _head_agrees(doc, one.span) or _is_party_at_home(cast, one)
        if one.kind in _BODIES and is_meant and not _is_part(doc, cast, one.span):
            _from_lexicon(cast, one)
    for span, words in sorted(shortened.items()):
        part = cast.part(slug(_bare(words)), _bare(words), ActorKind.ORGANISATION)
        part.aliases.add(span.of(doc.text))
        cast.mention(part, span)
    _bodies_after_states(doc, cast)
    organisations_in(doc, cast, known)
    _bodies_by_kind(doc, cast)
    _bodies_in_capitals(doc, cast, known)
    _bodies_by_noun(doc, cast)
    people_in(doc, cast, known, on)
    return known


def _of_a_region(doc: Doc, one: Known) -> bool:
    """Tell whether a body of a state is one of a part of it, or of a town: "the North Carolina Senate" is not the Senate."""
    if (
        one.kind not in (NameKind.SEAT, NameKind.ORGANISATION)
        or one.actor.sector not in _ORGANS
        or state_of(one.span.of(doc.text).split()[0])
    ):
        return False
    place = next((n for n in doc.names_near(one.span) if n.label is Label.LOC and n.span.end == one.span.start - 1), None)
    if place is None:  # the entity head takes it for one name
        whole = next((n for n in doc.names_near(one.span) if n.span.covers(one.span) and n.span.start < one.span.start), None)
        words = doc.text[whole.span.start : one.span.start].strip() if whole is not None else ""
    else:
        words = place.span.of(doc.text)
    words = words.removeprefix("the ").removeprefix("The ")
    return words[:1].isupper() and state_of(words) is None and bool(candidates_of(words))


def _head_agrees(doc: Doc, span: Span) -> bool:
    return any(n.span.overlaps(span) and n.label in (Label.ORG, Label.MISC) for n in doc.names_near(span))


def _in_longer_name(doc: Doc, one: Known) -> bool:
    """Tell whether an outlet's words are a piece of a longer name of a body or office: "the Foreign Affairs Committee", "Dawn Liberation Front"."""
    span = one.span
    if _FRONT.match(doc.text, span.end):
        return True
    if not one.ambiguous:
        return False
    follows = _NAME_GOES_ON.match(doc.text, span.end)
    return follows is not None or _NAME_BEGAN.search(doc.text, max(0, span.start - 40), span.start) is not None


def _is_party_at_home(cast: Cast, one: Known) -> bool:
    """Tell whether a party of several people is named in a report that speaks of its state: "Republicans", in one about the United States."""
    return one.actor.sector == "PTY" and one.actor.country in cast.parts and one.span.of(cast.text).endswith("s")


def _is_part(doc: Doc, cast: Cast, span: Span) -> bool:
    """Tell whether the words are the end of another state's body: "Peru's Supreme Court" is not the Supreme Court."""
    return any(m.end == span.end and m.start < span.start for m, _ in cast.named_in(doc.sentence_at(span.start)))


def _from_lexicon(cast: Cast, one: Known) -> Part:
    actor = one.actor
    part = cast.part(actor.key, actor.name, actor.kind)
    part.country, part.sector = actor.country, actor.sector
    words = one.span.of(cast.text)
    if words != actor.name:
        part.aliases.add(words)
    cast.mention(part, one.span)
    return part


def state_part(cast: Cast, key: str) -> Part:
    """Give the part of a state, made without a mention where the report only implies it."""
    part = cast.part(key, states()[key].name, ActorKind.COUNTRY)
    part.country, part.sector, part.confidence = key, "GOV", 0.97
    return part


def states_in(doc: Doc, cast: Cast, known: list[Known]) -> None:
    """Note states by name, by demonym, by their people as a whole and by a capital that stands for its government."""
    for one in known:
        words = one.span.of(doc.text)
        is_state = one.kind in (NameKind.STATE, NameKind.DEMONYM)
        if one.ambiguous and one.kind is NameKind.STATE and not _is_place_name(doc, one.span):
            continue
        if one.kind is NameKind.PEOPLE:
            is_state = bool(re.search(r"\bthe\s+$", doc.text[max(0, one.span.start - 5) : one.span.start], re.IGNORECASE))
        if one.kind is NameKind.CAPITAL:
            is_state = stands_for_state(doc, one.span)
        if is_state:
            part = state_part(cast, one.actor.key)
            if one.kind in (NameKind.STATE, NameKind.CAPITAL) and words != part.name:
                part.aliases.add(words)
            cast.mention(part, one.span)


def _is_place_name(doc: Doc, span: Span) -> bool:
    return any(n.span.overlaps(span) and n.label in (Label.LOC, Label.ORG, Label.NORP) for n in doc.names_near(span))


def bodies_in(doc: Doc, cast: Cast) -> None:
    """Join a state and the noun of a body: "Russia's foreign ministry", "the South Korean defense ministry", "the Ministry of Defence of X"."""
    state_mentions = [
        (span, part) for span, part in cast.named_in(Span(0, max(1, len(doc.text)))) if part.kind is ActorKind.COUNTRY
    ]
    for span, state in state_mentions:
        start = span.end + (2 if doc.text[span.end : span.end + 2] in ("’s", "'s") else 0)
        words = list(_BODY_WORD.finditer(doc.text, start, min(len(doc.text), start + 60)))
        if not words or doc.text[start : words[0].start()].strip():
            continue
        for count in range(min(5, len(words)), 0, -1):
            phrase = Span(words[0].start(), words[count - 1].end())
            noun = phrase.of(doc.text).removesuffix("’s").removesuffix("'s")
            body = body_of(noun, state.key) if "\n" not in noun and not re.search(r"[.,;:]", noun) else None
            whole = Span(span.start, phrase.start + len(noun))
            if body is not None and body.kind is ActorKind.COUNTRY and key_of(noun).endswith("government"):  # is its state
                cast.mention(state, whole)
                break
            if body is not None and body.kind is not ActorKind.COUNTRY:
                part = cast.part(body.key, body.name, body.kind)
                part.country, part.sector, part.confidence = body.country, body.sector, 0.95
                if whole.of(doc.text) != part.name:
                    part.aliases.add(whole.of(doc.text))
                cast.mention(part, whole)
                break


def _bodies_of_states(doc: Doc, cast: Cast) -> None:
    """Join a body and the state after it: "the Ministry of Trade of the Republic of X"."""
    everywhere = Span(0, max(1, len(doc.text)))
    for span, state in [(m, p) for m, p in cast.named_in(everywhere) if p.kind is ActorKind.COUNTRY and m in p.naming]:
        match = _OF_STATE.search(doc.text, max(0, span.start - 90), span.start)
        plain = _NOUN_OF.search(doc.text, max(0, span.start - 60), span.start) if match is None else None
        match = match or plain
        words = match["noun"].split() if match is not None else []
        for first in range(len(words) - (plain is None)):
            noun = " ".join(words[first:])
            body = body_of(noun, state.key)
            if match is not None and body is not None and body.key == state.key and noun == match["noun"]:
                cast.mention(state, Span(match.end("noun") - len(noun), span.end))  # "the government of Peru"
                break
            if match is not None and body is not None and body.kind is ActorKind.ORGANISATION:
                part = cast.part(body.key, body.name, body.kind)
                part.country, part.sector, part.confidence = body.country, body.sector, 0.95
                whole = Span(match.end("noun") - len(noun), span.end)
                part.aliases.update((noun, whole.of(doc.text)))
                cast.mention(part, whole)
                break


def _bodies_in_capitals(doc: Doc, cast: Cast, known: list[Known]) -> None:
    """Join a body and a capital: "the foreign ministry in Kyiv"; "the government in Lima" is the state."""
    for one in known:
        if one.kind is not NameKind.CAPITAL:
            continue
        match = _NOUN_IN.search(doc.text, max(0, one.span.start - 60), one.span.start)
        if match is None:
            continue
        words = match.group("noun").split()
        for first in range(len(words)):
            noun = " ".join(words[first:])
            body = body_of(noun, one.actor.key) if words[-1] not in _ABROAD else None
            if body is not None and body.kind is ActorKind.COUNTRY and first > 0:
                break  # "the exiled government in Vilnius", "the Syrian government in Ankara" are another's
            if body is not None:
                part = state_part(cast, body.key) if body.kind is ActorKind.COUNTRY else cast.part(body.key, body.name, body.kind)
                part.country, part.sector = body.country or body.key, body.sector or part.sector
                cast.mention(part, Span(match.end("noun") - len(noun), one.span.end))
                break


def _bodies_by_noun(doc: Doc, cast: Cast) -> None:
    """Give "the ministry" and "the foreign ministry" to the last body before it whose noun ends so."""
    for match in re.finditer(
        r"\b[Tt]he ((?:[a-zA-Z]+ ){0,2}(?:[Mm]inistry|[Dd]epartment|[Aa]rmy|[Mm]ilitary|[Pp]arliament|[Nn]avy|[Cc]ouncil|[Aa]gency|[Pp]olice|[Aa]lliance|[Bb]loc|[Gg]overnment))\b(?! of\b)",
        doc.text,
    ):
        span = Span(match.start(1), match.end(1))
        if cast.named_in(Span(match.start(), match.end())):
            continue
        noun = key_of(match.group(1))
        if noun == "government":
            state = _governing(doc, cast, match.start())
            if state is not None:
                cast.mention(state, span, naming=False)
            continue
        for _, part in cast.before(match.start(), (ActorKind.ORGANISATION,)):
            if (
                part.key in _BY_KIND.get(noun, ())
                or key_of(part.name).endswith(noun)
                or any(key_of(a).endswith(noun) for a in part.aliases)
            ):
                cast.mention(part, span, naming=False)
                break


def _governing(doc: Doc, cast: Cast, offset: int) -> Part | None:
    """Give the state whose government was named before: in the paragraph so far or the sentence before, else the one most often named so."""
    named = [(m, p) for m, p in cast.before(offset, (ActorKind.COUNTRY,)) if m.of(doc.text).endswith("government")]
    here = doc.sentence_number(offset)
    floor = min(doc.paragraph_at(offset).start, doc.sentences[max(0, here - 1)].start)
    if not named or named[0][0].start >= floor:
        return named[0][1] if named else None
    return max((p for _, p in named), key=lambda part: sum(p is part for _, p in named))


def organisations_in(doc: Doc, cast: Cast, known: list[Known]) -> None:
    """Add organisations only the entity head found; a short form in brackets is their alias."""
    spans = SpanSet(k.span for k in known)
    for name in doc.names:
        span = _abroad(doc, cast, name.span) or name.span
        if name.label is not Label.ORG or name.confidence < 0.5 or spans.touching(span):
            continue
        if cast.named_in(span) or overlaps_any(span, (m for m, _ in cast.named_in(doc.sentence_at(span.start)))):
            continue
        words = _bare(span.of(doc.text))
        following = re.compile(r"\s+(\w+)").match(doc.text, span.end)
        if following and office_word(f"{words} {following.group(1)}") is not None:
            continue
        if len(words) < 3 or not words[0].isupper():
            continue
        part = cast.called.get(words)
        if part is None:
            part = cast.part(slug(words), words, ActorKind.ORGANISATION)
            part.confidence = 0.6 * name.confidence + 0.2
        cast.mention(part, span)
        short = re.compile(r"\s\(([A-Z][A-Za-z]{1,9})\)").match(doc.text, name.span.end)
        if short:
            part.aliases.add(short.group(1))
            cast.mention(part, Span(short.start(1), short.end(1)))


def _abroad(doc: Doc, cast: Cast, name: Span) -> Span | None:
    """Give the name of a body before "in" and the state that ends it: "Harbour Watch in Peru"; None where it does not end so."""
    inside = cast.named_in(name)
    if len(inside) != 1 or inside[0][1].kind is not ActorKind.COUNTRY or inside[0][0].end != name.end:
        return None
    words = doc.text[name.start : inside[0][0].start]
    own = words.removesuffix(" in ")
    is_named = own != words and len(own.split()) > 1 and own.split()[-1] not in _ABROAD
    return Span(name.start, name.start + len(own)) if is_named else None


def _bodies_by_kind(doc: Doc, cast: Cast) -> None:
    """Take a name right behind the kind of its body for one, whatever the entity head calls it: "the Danish firm Gallux"."""
    for name in doc.names:
        if name.label is Label.ORG or name.confidence < 0.5 or cast.named_in(name.span):
            continue
        words = name.span.of(doc.text)
        led = _KIND_BEFORE.search(doc.text, max(0, name.span.start - 60), name.span.start)
        states_before = [p for _, p in cast.named_in(Span(led.start(), led.end()))] if led is not None else []
        if not states_before or not words[0].isupper() or (name.label is Label.LOC and candidates_of(words)):
            continue
        if any(n.span.end - n.span.start > len(words) and n.span.of(doc.text).endswith(f" {words}") for n in doc.names):
            continue  # "the Danish firm Dahl bought", of Ole Dahl
        part = cast.called.get(words) or cast.part(slug(words), words, ActorKind.ORGANISATION)
        part.confidence = 0.6
        cast.mention(part, name.span)


def _bodies_after_states(doc: Doc, cast: Cast) -> None:
    """Add bodies whose name begins with their state: "U.S. Office of Naval Maps", which may be called the Office of Naval Maps later."""
    for name in doc.names:
        inside = cast.named_in(name.span)
        if (
            name.label is not Label.ORG
            or name.confidence < 0.5
            or not inside
            or any(p.kind is not ActorKind.COUNTRY for _, p in inside)
        ):
            continue
        state, words = inside[0][1], doc.text[inside[0][0].end : name.span.end].strip()
        is_name = inside[-1][0].end == inside[0][0].end and name.span.of(doc.text).startswith(inside[0][0].of(doc.text))
        if (
            not is_name
            or not words[:1].isupper()
            or len(_BODY_WORD.findall(words)) < 2
            or office_word(words.split()[-1]) is not None
        ):
            continue
        whole = _bare(name.span.of(doc.text))
        part = cast.called.get(words) or cast.part(slug(whole), whole, ActorKind.ORGANISATION)
        part.country, part.confidence = part.country or state.key, 0.6 * name.confidence + 0.2
        part.aliases.add(words)
        cast.called.setdefault(words, part)
        cast.mention(part, name.span)


def _bare(words: str) -> str:
    return re.sub(r"(?:’s|'s|’|')$", "", re.sub(r"^(?:the|The)\s+", "", words)).strip(' .,“”"')
