"""Names in a Doc → the cast: states, bodies, organisations, outlets and people, each with all places that name it.

The lexicon is asked first; what it does not know comes from the entity head. What the report says of a person's office wins over the lexicon.
"""

from __future__ import annotations

import re
from datetime import date
from difflib import SequenceMatcher

from ...findings.actor import ActorKind, Office
from ...findings.mention import Label
from ...span import Span, overlaps_any
from ..doc import Doc
from ..known_actors import Known, find_known
from ..known_named import NameKind, states
from ..known_offices import SpeaksFor, body_of, office_word
from ..known_people import Person, people_with_family_name, person_named
from ..known_words import key_of
from .cast import Cast, Part, folded, slug

# Before a capital these make it a place ("in Seoul"); without them, a capital that acts or is addressed is its state.
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|from|to|of|outside|around|across|into|through|over|toward|towards|visit(?:ed|ing)?|left|reached|central|downtown)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_VOICE_BEFORE = re.compile(
    r"\b(?:message|signal|warning|pressure|support|aid|threats?|demands?|orders?|denials?|response|statement|criticism|relations|talks|ties)\s+"
    r"(?:from|of|to|with)\s+$",
    re.IGNORECASE,
)
_ACTOR_BEFORE = re.compile(
    r"\b(?:by|with|between|against|told|accused|warned|urged|asked|blamed|and|that|but|which|while|as|if|,)\s+$", re.IGNORECASE
)
_BODIES = (NameKind.SEAT, NameKind.ORGANISATION, NameKind.GROUP, NameKind.AGENCY, NameKind.OUTLET)
_NOUN_IN = re.compile(r"\b[Tt]he (?P<noun>(?:[A-Za-z]+ ){0,3}[A-Za-z]+) (?:in|at) $")
# What a report calls a body by its kind, once it has named it.
_BY_KIND = {"alliance": ("nato",), "bloc": ("eu", "brics", "asean", "ecowas")}
_BODY_WORD = re.compile(r"[A-Za-z][\w’'-]*")
# Family names of East Asia that stand first in full names; only used where the lexicon does not know the person.
_FAMILY_FIRST = frozenset(
    [
        "kim",
        "park",
        "lee",
        "choi",
        "jung",
        "jeong",
        "kang",
        "cho",
        "yoon",
        "yun",
        "jang",
        "lim",
        "han",
        "oh",
        "seo",
        "shin",
        "kwon",
        "hwang",
        "ahn",
        "an",
        "song",
        "yoo",
        "hong",
        "moon",
        "ri",
        "pak",
        "xi",
        "li",
        "wang",
        "zhang",
        "liu",
        "chen",
        "yang",
        "huang",
        "zhao",
        "wu",
        "zhou",
        "xu",
        "sun",
        "ma",
        "zhu",
        "hu",
        "guo",
        "he",
        "gao",
        "lin",
        "luo",
        "zheng",
        "liang",
        "xie",
        "tang",
        "deng",
        "feng",
        "nguyen",
        "tran",
        "le",
        "pham",
        "hoang",
        "vo",
        "dang",
        "bui",
        "do",
        "ho",
        "ngo",
    ]
)
# Families looked through for a spelling variant of a new name.
RECENT_FAMILIES = 60
TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gen",
        "lt",
        "col",
        "maj",
        "capt",
        "sgt",
        "adm",
        "sen",
        "rep",
        "gov",
        "president",
        "minister",
        "king",
        "queen",
        "prince",
        "pope",
        "sir",
        "lord",
        "lady",
        "sheikh",
        "imam",
    ]
)


def name_actors(doc: Doc, cast: Cast, on: date | None) -> list[Known]:
    """Put everybody the report names into the cast; returns what the lexicon found, for rules that look at words around names."""
    known = [k for k in find_known(doc.text) if not overlaps_any(k.span, doc.report.furniture)]
    states_in(doc, cast, known)
    bodies_in(doc, cast)
    for one in known:
        if one.kind in _BODIES and (not one.ambiguous or _head_agrees(doc, one.span)):
            _from_lexicon(cast, one)
    organisations_in(doc, cast, known)
    _bodies_in_capitals(doc, cast, known)
    _bodies_by_noun(doc, cast)
    people_in(doc, cast, known, on)
    return known


def _head_agrees(doc: Doc, span: Span) -> bool:
    return any(n.span.overlaps(span) and n.label in (Label.ORG, Label.MISC) for n in doc.names)


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
            is_state = _stands_for_state(doc, one.span)
        if is_state:
            part = state_part(cast, one.actor.key)
            if one.kind in (NameKind.STATE, NameKind.CAPITAL) and words != part.name:
                part.aliases.add(words)
            cast.mention(part, one.span)


def _is_place_name(doc: Doc, span: Span) -> bool:
    return any(n.span.overlaps(span) and n.label in (Label.LOC, Label.ORG, Label.NORP) for n in doc.names)


def _stands_for_state(doc: Doc, span: Span) -> bool:
    before = doc.text[max(0, span.start - 24) : span.start]
    if _VOICE_BEFORE.search(before):
        return True
    if _PLACE_BEFORE.search(before):
        return False
    tokens = doc.tokens_in(span)
    follows = doc.pos[tokens.stop] if tokens.stop < len(doc.pos) else ""
    possessive = doc.text[span.end : span.end + 2] in ("’s", "'s")
    acts = follows in ("VERB", "AUX") or (
        follows == "ADV" and tokens.stop + 1 < len(doc.pos) and doc.pos[tokens.stop + 1] in ("VERB", "AUX")
    )
    begins = not before.strip() or before.rstrip().endswith((".", "”", '"', "\n", ","))
    dateline = doc.text[span.end : span.end + 3].startswith((",", " (", " —", " –", " -"))
    return (acts or possessive or bool(_ACTOR_BEFORE.search(before)) or begins) and not (dateline and begins)


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


def _bodies_in_capitals(doc: Doc, cast: Cast, known: list[Known]) -> None:
    """Join a body and a capital: "the foreign ministry in Kyiv"."""
    for one in known:
        if one.kind is not NameKind.CAPITAL:
            continue
        match = _NOUN_IN.search(doc.text, max(0, one.span.start - 60), one.span.start)
        if match is None:
            continue
        words = match.group("noun").split()
        for first in range(len(words)):
            noun = " ".join(words[first:])
            body = body_of(noun, one.actor.key)
            if body is not None and body.kind is not ActorKind.COUNTRY:
                part = cast.part(body.key, body.name, body.kind)
                part.country, part.sector = body.country, body.sector
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
            states_named = cast.before(match.start(), (ActorKind.COUNTRY,))
            state = next((p for m, p in states_named if m.of(doc.text).endswith("government")), None)
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


def organisations_in(doc: Doc, cast: Cast, known: list[Known]) -> None:
    """Add organisations only the entity head found; a short form in brackets is their alias."""
    spans = [k.span for k in known]
    for name in doc.names:
        if name.label is not Label.ORG or name.confidence < 0.5 or overlaps_any(name.span, spans):
            continue
        if cast.named_in(name.span) or overlaps_any(name.span, (m for m, _ in cast.named_in(doc.sentence_at(name.span.start)))):
            continue
        words = _bare(name.span.of(doc.text))
        following = re.compile(r"\s+(\w+)").match(doc.text, name.span.end)
        if following and office_word(f"{words} {following.group(1)}") is not None:
            continue
        if len(words) < 3 or not words[0].isupper():
            continue
        part = cast.called.get(words)
        if part is None:
            part = cast.part(slug(words), words, ActorKind.ORGANISATION)
            part.confidence = 0.6 * name.confidence + 0.2
        cast.mention(part, name.span)
        short = re.compile(r"\s\(([A-Z][A-Za-z]{1,9})\)").match(doc.text, name.span.end)
        if short:
            part.aliases.add(short.group(1))
            cast.mention(part, Span(short.start(1), short.end(1)))


def _bare(words: str) -> str:
    return re.sub(r"(?:’s|'s|’|')$", "", re.sub(r"^(?:the|The)\s+", "", words)).strip(' .,“”"')


def people_in(doc: Doc, cast: Cast, known: list[Known], on: date | None) -> None:
    """Cluster names of people: full names first, then family names by the nearest full name before, then the lexicon."""
    spans = _person_spans(doc, cast, known)
    later: list[Span] = []
    for span in spans:
        words = _without_particles(span.of(doc.text))
        if len(words.split()) >= 2 or _is_known_alone(words):
            _full_name(doc, cast, span, on)
        else:
            later.append(span)
    for span in later:
        _single_name(doc, cast, span, on)


_PARTICLE = re.compile(r"(?:(?:van|von|de|der|den|ter|la|le|di|da|dos|del|bin|ben|ibn|abu|al|el)[\s-]+)+", re.IGNORECASE)


def _without_particles(words: str) -> str:
    """Drop what stands before a family name: "Van Harten" → "Harten", "al-Masri" → "Masri"."""
    return _PARTICLE.sub("", words, count=1) if _PARTICLE.match(words) else words


def _is_known_alone(words: str) -> bool:
    return person_named(words) is not None and not people_with_family_name(words)


def _person_spans(doc: Doc, cast: Cast, known: list[Known]) -> list[Span]:
    """Give names of people: the lexicon's full names, the head's, and the lexicon's lone family names the head agrees with."""
    found = [k.span for k in known if k.kind is NameKind.PERSON and (not k.ambiguous or _is_person(doc, k.span))]
    others = [k.span for k in known if k.kind not in (NameKind.PERSON, NameKind.FAMILY)]
    for name in doc.names:
        if name.label is not Label.PER or overlaps_any(name.span, found):
            continue
        if any(o.covers(name.span) or o == name.span for o in others):
            continue
        span = _name_only(doc, name.span)
        if span is not None and not overlaps_any(span, found[-3:]):
            found.append(span)
    for one in known:
        if one.kind is NameKind.FAMILY and not one.ambiguous and not overlaps_any(one.span, found):
            found.append(one.span)
    return sorted(found)


def _is_person(doc: Doc, span: Span) -> bool:
    return any(n.span.overlaps(span) and n.label is Label.PER for n in doc.names)


_GOES_ON = re.compile(r"(?:[-‐’'](?!s\b)[^\W\d_]+)+")
_BEGAN = re.compile(r"[^\W\d_]+[-‐’']$")


def _name_only(doc: Doc, span: Span) -> Span | None:
    """Give the name without titles and possessive, with the whole of a hyphenated word the head cut."""
    more = _GOES_ON.match(doc.text, span.end)
    began = _BEGAN.search(doc.text, max(0, span.start - 20), span.start)
    start, end = began.start() if began else span.start, more.end() if more else span.end
    trimmed = re.sub(r"(?:’s|'s|’|')$", "", doc.text[start:end]).rstrip(' ,.;:“”"')
    first = trimmed.split(None, 1)
    while len(first) == 2 and _is_title(first[0]):
        start += len(trimmed) - len(first[1])
        trimmed = first[1]
        first = trimmed.split(None, 1)
    if len(trimmed) < 2 or (trimmed.islower() and len(trimmed) < 4) or (" " not in trimmed and _is_title(trimmed)):
        return None
    return Span(start, start + len(trimmed))


def _is_title(word: str) -> bool:
    """Tell whether a word before (or instead of) a name is a rank or office."""
    return word.strip(".").lower() in TITLES or (word[0].isupper() and office_word(word.strip(".")) is not None)


def _full_name(doc: Doc, cast: Cast, span: Span, on: date | None) -> None:
    words = span.of(doc.text)
    person = person_named(words, on)
    part = _from_person(cast, person, on) if person is not None else _spelled_alike(cast, words) or _new_person(cast, words)
    if words != part.name:
        part.aliases.add(words)
    cast.know_family(part)
    cast.mention(part, span)


def _from_person(cast: Cast, person: Person, on: date | None) -> Part:
    part = cast.part(person.key, person.name, ActorKind.PERSON)
    part.country, part.sector = part.country or person.country, part.sector or person.sector
    part.family = folded(person.family or person.name.split()[-1])
    part.given = folded(person.name.replace(person.family or "", "", 1))
    held = person.held(on) if on is not None else person.offices[-1:]
    for term in held:
        if not any(o.role == term.role and o.of == term.of for o in part.offices):
            part.offices.append(Office(term.role, term.of, False, person.source))
    part.leads = any(
        t.of == person.country and (o := office_word(t.role)) is not None and o.speaks_for is SpeaksFor.STATE for t in held
    )
    return part


def _new_person(cast: Cast, words: str) -> Part:
    part = cast.part(slug(words), words, ActorKind.PERSON)
    part.confidence = 0.8
    parts = words.replace(".", ". ").split()
    east = folded(parts[0]) in _FAMILY_FIRST and (len(parts) >= 3 or "-" in words)
    family = parts[0] if east else next((p for p in reversed(parts) if folded(p) not in ("jr", "sr", "ii", "iii")), parts[-1])
    part.family = folded(family)
    part.given = folded("".join(p for p in parts if p != family))
    return part


def _spelled_alike(cast: Cast, words: str) -> Part | None:
    """Find a person already named whose name is a spelling variant: one family name, given names that differ little or add a middle one."""
    probe = _new_person(Cast(""), words)
    alike = cast.families.get(probe.family) or [p for people in list(cast.families.values())[-RECENT_FAMILIES:] for p in people]
    for part in alike:
        if not part.given:
            continue
        same_family = part.family == probe.family or _is_variant(part, probe)
        if same_family and probe.given and _alike(part.given, probe.given):
            return part
    return None


def _is_variant(part: Part, probe: Part) -> bool:
    """Family names that differ by a letter: nearly equal ones always, less equal ones only with one and the same given name."""
    ratio = SequenceMatcher(None, part.family, probe.family).ratio()
    return ratio >= 0.9 or (ratio >= 0.8 and part.given == probe.given and min(len(part.family), len(probe.family)) >= 5)


def _alike(one: str, other: str) -> bool:
    if one == other or one.startswith(other) or other.startswith(one):
        return True
    return one[0] == other[0] and SequenceMatcher(None, one, other).ratio() >= 0.8


def _single_name(doc: Doc, cast: Cast, span: Span, on: date | None) -> None:
    """Give a lone name to the nearest full name before it that ends (or begins) so, else to the lexicon, else to a later full name."""
    name = folded(_without_particles(span.of(doc.text)))
    part = next(
        (p for _, p in cast.before(span.start, (ActorKind.PERSON,)) if name in (p.family, folded(p.name.split()[-1]))), None
    )
    if part is None:
        part = next(iter(cast.families.get(name, ())), None) or cast.called.get(span.of(doc.text))
    if part is None:
        candidates = people_with_family_name(span.of(doc.text), on)
        held = [p for p in candidates if on is None or p.held(on)]
        if candidates and (candidates[0].alone or len(held) == 1):
            part = _from_person(cast, (held or list(candidates))[0], on)
    if part is None:
        part = _new_person(cast, span.of(doc.text))
        part.confidence = 0.6
    if span.of(doc.text) != part.name:
        part.aliases.add(span.of(doc.text))
    cast.mention(part, span)
