"""Names of people in a Doc → the cast: one part per person, whatever form the name takes.

Full names first, then family names by the nearest full name before them, then the lexicon. Kinds of name words are rows of
lexicons/en/name_words.yml.
"""

from __future__ import annotations

import re
from datetime import date
from difflib import SequenceMatcher
from functools import cache, lru_cache

from ...findings.actor import ActorKind, Office
from ...findings.mention import Label
from ...lexicons import entries
from ...span import Span, SpanSet
from ..chains.words import gender_of_name
from ..doc import Doc
from ..known.actors import Known
from ..known.named import NameKind, named
from ..known.offices import SpeaksFor, office_word
from ..known.people import Person, people_with_family_name, person_named
from ..places.candidates import candidates_of
from .cast import Cast, Part, folded, slug

# Families looked through for a spelling variant of a new name.
RECENT_FAMILIES = 60
# Characters back in which a full name is right before a family name.
_NEAR = 250
# Letters that a family name inside a full name has more than: "Jr", "de la", middle initials are none.
_SHORTEST_INNER = 3


@cache
def words_of_kind(kind: str) -> frozenset[str]:
    """Give the name words of one kind ("title", "family first"), lower-cased."""
    return frozenset(word for row in entries("en/name_words") if row["key"] == kind for word in row["words"])


def titles() -> frozenset[str]:
    """Give ranks and forms of address that stand before names, without dots."""
    return words_of_kind("title")


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


@lru_cache(maxsize=20_000)
def _without_particles(words: str) -> str:
    """Drop what stands before a family name: "Van Harten" → "Harten", "al-Masri" → "Masri"."""
    return _PARTICLE.sub("", words, count=1) if _PARTICLE.match(words) else words


def _is_known_alone(words: str) -> bool:
    return person_named(words) is not None and not people_with_family_name(words)


def _person_spans(doc: Doc, cast: Cast, known: list[Known]) -> list[Span]:
    """Give names of people: the lexicon's full names, the head's, and the lexicon's lone family names the head agrees with."""
    heads = SpanSet(n.span for n in doc.names if n.label is Label.PER)
    towns = {n.of(doc.text).lower() for n in heads.all() if _is_town(doc, n)}
    found = SpanSet(k.span for k in known if k.kind is NameKind.PERSON and (not k.ambiguous or heads.touching(k.span)))
    others = SpanSet(k.span for k in known if k.kind not in (NameKind.PERSON, NameKind.FAMILY))
    for name in heads.all():
        owner = cast.owner(name)
        is_body = owner is not None and owner.kind is ActorKind.ORGANISATION
        if is_body or found.touching(name) or any(other.covers(name) for other in others.touching(name)):
            continue
        span = _name_only(doc, name)
        if span is not None and span.of(doc.text).lower() in towns:
            continue
        if span is not None and not found.touching(span):
            found.add(span)
    for one in known:
        if one.kind is NameKind.FAMILY and not one.ambiguous and not found.touching(one.span):
            found.add(one.span)
    return found.all()


# After a town in capitals that begins a paragraph, and before one that somebody governs.
_SENT_ON = re.compile(r"(?:, [A-Z][a-z]{2,8}\.? \d| \(|:? ?[—–]| - |: )")
_GOVERNS = re.compile(r"\b(?:[Gg]overnors?|[Mm]ayors?|[Pp]refect) of (?:the )?$")

_GOVERNED = re.compile(r"(?:[’']s)? (?:regional |provincial |acting |deputy )?(?:[Gg]overnor|[Mm]ayor) [A-Z]")


def _is_town(doc: Doc, span: Span) -> bool:
    """Tell whether what the head takes for a person is the town a report is sent from ("KHARKIV, Feb 11 -") or one that somebody governs."""
    words = span.of(doc.text)
    if not candidates_of(words.title() if words.isupper() else words):
        return False
    begins = doc.paragraph_at(span.start).start == span.start or doc.text[: span.start].endswith("\n")
    if words.isupper() and begins and _SENT_ON.match(doc.text, span.end):
        return True
    governed = _GOVERNS.search(doc.text, max(0, span.start - 20), span.start) or _GOVERNED.match(doc.text, span.end)
    return " " not in words and governed is not None


_GOES_ON = re.compile(r"(?:[-‐’'](?!s\b)[^\W\d_]+)+")
_NICKNAMED = re.compile(r"(?<=[“\"(]\w|\.\w|\w\w)[.\w]{0,12}[”\")]\s[A-Z][\w’'-]+")
_BEGAN = re.compile(r"[^\W\d_]+[-‐’']$")


def _name_only(doc: Doc, span: Span) -> Span | None:
    """Give the name without titles and possessive, with the whole of a hyphenated word the head cut."""
    cut = span.end - (doc.text[span.end - 1] in "-‐")  # "Ada Berg-" of "Ada Berg-Lund"
    more = _NICKNAMED.match(doc.text, span.end) or _GOES_ON.match(doc.text, cut)
    began = _BEGAN.search(doc.text, max(0, span.start - 20), span.start)
    start, end = began.start() if began else span.start, more.end() if more else span.end
    trimmed = re.sub(r"(?:’s|'s|’|')$", "", doc.text[start:end]).rstrip(' ,.;:“”"')
    first = trimmed.split(None, 1)
    while len(first) == 2 and _is_title(first[0]):
        start += len(trimmed) - len(first[1])
        trimmed = first[1]
        first = trimmed.split(None, 1)
    bare = re.sub(r"^(?:the|a|an)\s+", "", trimmed, flags=re.IGNORECASE)
    if office_word(bare) is not None or (bare[:1].islower() and office_word(bare.partition(" of ")[0]) is not None):
        return None  # "minister of Ghana" is a description
    if len(trimmed) < 2 or (trimmed.islower() and len(trimmed) < 4) or (" " not in trimmed and _is_title(trimmed)):
        return None
    return Span(start, start + len(trimmed))


def _is_title(word: str) -> bool:
    """Tell whether a word before (or instead of) a name is a rank or office."""
    return word.strip(".").lower() in titles() or (word[0].isupper() and office_word(word.strip(".")) is not None)


_MIDDLE = re.compile(r"(?<=\w)\s+[A-Z]\.?\s+(?=[A-Z])")
_NICKNAME = re.compile(r"\s*[“\"(][^“”\"()]*[”\")]\s*")


def _full_name(doc: Doc, cast: Cast, span: Span, on: date | None) -> None:
    words = _NICKNAME.sub(" ", span.of(doc.text))
    person = person_named(words, on) or person_named(_MIDDLE.sub(" ", words), on)
    part = _from_person(cast, person, on) if person is not None else _of_tail(cast, words) or _spelled_alike(cast, words)
    part = part or _new_person(cast, words)
    if words != part.name:
        part.aliases.add(words)
    part.gender = part.gender or gender_of_name(tuple(words.lower().split()[:-1])) or None
    cast.know_family(part)
    _know_as_written(cast, part, words)
    cast.mention(part, span)


def _know_as_written(cast: Cast, part: Part, words: str) -> None:
    """Let the last word of a name as the report spells it find a person whom the lexicon spells otherwise."""
    last = folded(words.split()[-1])
    people = cast.families.setdefault(last, [])
    if last != part.family and len(last) > _SHORTEST_INNER and part not in people:
        people.append(part)


def _from_person(cast: Cast, person: Person, on: date | None) -> Part:
    part = cast.part(person.key, person.name, ActorKind.PERSON)
    part.country, part.sector = part.country or person.country, part.sector or person.sector
    part.family = folded(person.family or person.name.split()[-1])
    part.given = folded(person.name.replace(person.family or "", "", 1))
    held = person.held(on) if on is not None else tuple(term for term in person.offices if term.over is None)
    for term in held:
        if not any(o.role == term.role and o.of == term.of for o in part.offices):
            part.offices.append(Office(term.role, term.of, False, person.source))
    part.known_voice = next((key for term in held if (key := _voice(term.role, term.of)) is not None), None)
    return part


def _voice(role: str, of: str) -> str | None:
    """Give for whom the holder of an office speaks: the state, where the office is the state's or one of its organs'."""
    office, owner = office_word(role), named(of)
    if office is None or office.speaks_for is SpeaksFor.NONE or owner is None:
        return None
    if owner.kind is ActorKind.COUNTRY:
        return owner.key if office.speaks_for is SpeaksFor.STATE else None
    is_organ = owner.country and owner.sector in ("GOV", "MIL", "SPY") and owner.kind is not ActorKind.GROUP
    return owner.country if is_organ else owner.key


def _new_person(cast: Cast, words: str) -> Part:
    part = cast.part(slug(words), words, ActorKind.PERSON)
    part.confidence = 0.8
    parts = words.replace(".", ". ").split()
    east = folded(parts[0]) in words_of_kind("family first") and (len(parts) >= 3 or "-" in words)
    family = parts[0] if east else next((p for p in reversed(parts) if folded(p) not in ("jr", "sr", "ii", "iii")), parts[-1])
    part.family = folded(family)
    part.given = folded("".join(p for p in parts if p != family))
    return part


def _of_tail(cast: Cast, words: str) -> Part | None:
    """Find the one person whose longer name ends with two family names: "Rojas Quiroga" of "Luis Rojas Quiroga"."""
    if len(words.split()) != 2:
        return None
    people = dict.fromkeys(p for several in cast.families.values() for p in several)
    bearers = [p for p in people if len(p.name.split()) > 2 and folded(p.name).endswith(folded(words))]
    return bearers[0] if len(bearers) == 1 else None


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
    one, other = part.family, probe.family
    least = 0.8 if part.given == probe.given and min(len(one), len(other)) >= 5 else 0.9
    shared = min(sum(letter in other for letter in one), sum(letter in one for letter in other))
    # No more than the letters they share can match; to match them takes forty times as long as to count them.
    return 2.0 * shared / (len(one) + len(other)) >= least and SequenceMatcher(None, one, other).ratio() >= least


def _alike(one: str, other: str) -> bool:
    if one == other or one.startswith(other) or other.startswith(one):
        return True
    return one[0] == other[0] and SequenceMatcher(None, one, other).ratio() >= 0.8


def _single_name(doc: Doc, cast: Cast, span: Span, on: date | None) -> None:
    """Give a lone name to somebody the text names in full who bears it, else to the lexicon, else to a later full name."""
    words = span.of(doc.text)
    part = _of_family(cast, span, _gender_before(doc, span)) or cast.called.get(words)
    if part is None:
        part = _known_by_family(doc, cast, span, on)
    if part is None:
        part = _of_given_name(cast, words) or _of_inner_name(cast, words)
    if part is None:
        part = _new_person(cast, words)
        part.confidence = 0.6
    if words != part.name:
        part.aliases.add(words)
    cast.mention(part, span)


def _known_by_family(doc: Doc, cast: Cast, span: Span, on: date | None) -> Part | None:
    """Find somebody the lexicon knows by the family name alone: hardly anybody else bears it, or he alone holds an office on the day and the
    report names his state; and never a man by "Ms" or a woman by "Mr"."""
    gender = _gender_before(doc, span)
    fitting = [p for p in people_with_family_name(span.of(doc.text), on) if _may_be(p, gender)]
    held = [p for p in fitting if on is None or p.held(on)]
    if not fitting or not (fitting[0].alone or (len(held) == 1 and _names_state(cast, held[0].country))):
        return None
    return _from_person(cast, (held or fitting)[0], on)


def _may_be(person: Person, gender: str | None) -> bool:
    told = gender_of_name((*person.name.lower().split(), ""))
    return gender is None or not told or told == gender


def _names_state(cast: Cast, country: str | None) -> bool:
    state = cast.parts.get(country or "")
    return country is None or (state is not None and bool(state.naming))


def _of_family(cast: Cast, span: Span, gender: str | None) -> Part | None:
    """Find who bears a family name: of several in one report whom a form of address fits, and of these the one it names in full most often.

    Who stands first in a report is called by the family name alone, kin by their full names; where that does not tell, whoever was named in full
    right before it, or else first.
    """
    name = folded(_without_particles(span.of(cast.text)))
    before = [
        p
        for p in dict.fromkeys(p for _, p in cast.before(span.start, (ActorKind.PERSON,)))
        if name in (p.family, folded(p.name.split()[-1]), folded(_without_particles(p.name.split()[-1])))
    ]
    found = list(dict.fromkeys([*before, *cast.families.get(name, ())]))
    fitting = [p for p in found if gender and p.gender == gender] or [p for p in found if not (gender and p.gender)] or found
    named = [p for p in fitting if p in before] or fitting
    often = {p.key: sum(" " in m.of(cast.text) for m in p.naming) for p in named}
    most = [p for p in named if often[p.key] == max(often.values())]
    near = [p for p in most if any(span.start - _NEAR < m.end <= span.start for m in p.naming)]
    return next(iter(near), None) or min(most, key=lambda p: min(p.naming), default=None)


_ADDRESS = re.compile(r"\b(?:(?P<f>Mrs|Ms|Miss|Madam|Lady|Dame)|(?P<m>Mr|Sir|Lord))\.? $")


def _gender_before(doc: Doc, span: Span) -> str | None:
    """Give the gender that a form of address right before a name tells."""
    match = _ADDRESS.search(doc.text, max(0, span.start - 8), span.start)
    return match.lastgroup if match else None


def _of_inner_name(cast: Cast, words: str) -> Part | None:
    """Find the one person of the report with that word inside the full name: "Paredes" of "Luis Paredes Quiroga", who bears two family names."""
    name = folded(words)
    people = dict.fromkeys(p for several in cast.families.values() for p in several)
    bearers = [p for p in people if name in [folded(word) for word in p.name.split()[1:-1]] and len(name) > _SHORTEST_INNER]
    return bearers[0] if len(bearers) == 1 else None


def _of_given_name(cast: Cast, words: str) -> Part | None:
    """Find the one person of the report whose given name it is: "Viktor" where there is a "Viktor Lund"."""
    bearers = [p for people in cast.families.values() for p in people if p.given and p.given == folded(words)]
    return bearers[0] if len(bearers) == 1 else None
