"""A chunk → the parties it names, as actors of the cast: names, offices, people of a nationality, things of a state, places of one.

"North Korean soldiers" are the armed forces of PRK, "the Russian ambassador" is RUS, "a clinic in Aleppo" is SYR. What says nothing of whose it is
("gunmen") names nobody, but may take the country where it happened.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from ...findings.actor import ActorKind
from ...span import Span, hull
from ..chains.words import OWNERS
from ..doc import Doc
from ..extract.cast import Cast, Part, slug
from ..extract.states_meant import StatesMeant
from ..known.named import demonym_of, named, state_of
from ..known.offices import office_word
from ..known.words import key_of
from ..places.candidates import candidates_of, capitals
from .at_home import at_home
from .chunks import Chunk, Chunks
from .holders import held_by
from .no_names import is_phrase
from .party import By, Party
from .private_people import is_another, is_one, is_somebody
from .sectors import sector_in
from .triggers import nouns, words_of

_WHERE = ("in", "from", "near", "at", "inside", "outside", "around", "across", "of")
# Sectors of those who may hold office in a part of a state alone.
_REGIONAL = frozenset(("GOV", "LEG", "JUD", "PTY", "OPP"))
_COUNTRIES = frozenset(("country", "nation", "state", "power", "republic", "neighbour", "neighbor", "member"))
# Offices whose field stands between them and the name: "Minister of Defence Ana Ruiz".
_WITH_FIELD = frozenset(("secretary", "minister", "chief", "director", "undersecretary", "speaker"))
_SUCH_AS = ("like", "including")
_DEPTH = 4
# After a state's name: what it does for them, or the tongue they speak, makes nobody its people ("Russian-backed rebels").
_JOINED = re.compile(r"[-‐–](?:(?!led\b)[a-z]+ed|held|built|born|made|language|speaking|style|era)\b")
# What is called after the person at its head and is the state.
_ABROAD = frozenset(("embassy", "consulate", "ambassador", "envoy", "diplomat"))
# Who stands so to a state or somebody is another: "a US ally".
_BESIDE = frozenset("ally partner rival foe enemy adversary".split())
_RULES = frozenset(("administration", "government", "cabinet", "regime", "junta"))
# Characters that a name may go on after the chunk it begins in.
_LONGEST_REST = 60


class Parties:
    """Answers for one report.

    Args:
        country_at: the country of the place that these words name, None where they name none.
    """

    def __init__(self, doc: Doc, cast: Cast, country_at: Callable[[Span], str | None]) -> None:
        self.doc, self.cast, self.country_at = doc, cast, country_at
        self._states = StatesMeant(doc, cast)
        self._chunks: Chunks | None = None
        self.readings = 0  # how often they were read anew: what others make of them holds as long as this stays the same
        self._forget()

    def _forget(self) -> None:
        """Read anew from here on: another sentence, or an actor that was not there before."""
        self.readings += 1
        self._known: dict[tuple[int, int], list[Party]] = {}
        self._named_in: dict[int, list[tuple[Span, Part]]] = {}
        self._sectors: dict[int, str | None] = {}

    def of(self, chunks: Chunks, chunk: Chunk, depth: int = 0) -> list[Party]:
        """Give the parties of one chunk, those of the phrases after it where it says nothing itself."""
        if chunk.is_time or depth > _DEPTH:
            return []
        self._turn_to(chunks)
        known, place = self._known, (chunk.first, depth)
        if place not in known:
            known[place] = self._read(chunks, chunk, depth)
        return list(known[place])

    def _turn_to(self, chunks: Chunks) -> None:
        if chunks is not self._chunks:
            self._chunks = chunks
            self._forget()

    def _read(self, chunks: Chunks, chunk: Chunk, depth: int) -> list[Party]:
        counted = chunks.counted(chunk)
        span = chunks.span(counted)
        mentions = self._mentions(chunks, counted)
        head = self.doc.tokens[counted.head]
        before = [
            (m, p) for m, p in mentions
            if m.end <= head.start and not is_phrase(self.doc.text, m, p) and not _JOINED.match(self.doc.text, m.end)
        ]  # fmt: skip
        covering = [(m, p) for m, p in mentions if m.start <= head.start < m.end and not is_phrase(self.doc.text, m, p)]
        covering = [pair for pair in covering if not self._is_town(*pair)]
        pronoun = self.doc.low(counted.head) if chunks.is_pronoun(counted) else ""
        if covering and not self._is_people(counted, covering):
            _, part = max(
                covering,
                key=lambda pair: (pair[1].kind is ActorKind.PERSON, named(pair[1].key) is not None, pair[0].end - pair[0].start),
            )
            return [replace(self._named(chunks, counted, part, before), pronoun=pronoun)]
        if pronoun:
            return [Party(span, pronoun=pronoun)]
        if self._is_ethnic(counted):
            before = [(m, p) for m, p in before if p.kind is not ActorKind.COUNTRY]
        if (held := held_by(chunks, counted, self._mentions)) is not None:
            return [self._party(*held)]
        found = self._by_noun(chunks, counted, before, depth)
        if self.names_people(chunks, counted) and (person := self._explained(chunks, counted, loose=not before)) is not None:
            country = person.country or next((p.country for p in found if p.country), None)
            return [replace(person, span=hull((span, person.span)), country=country)]
        way = By.NOUN if self._acts(chunks, counted) else By.OWNER
        return [replace(p, by=way) if p.by is By.NAME else p for p in found]

    def _named(self, chunks: Chunks, chunk: Chunk, part: Part, before: list[tuple[Span, Part]]) -> Party:
        """Give the party of a chunk whose noun is a name, which states before it may tell more of."""
        span = chunks.span(chunk)
        states_before = [p.key for _, p in before if p.kind is ActorKind.COUNTRY]
        if part.kind is ActorKind.COUNTRY:
            is_one_of_people = demonym_of(part.key) == self.doc.word(chunk.head) and self._is_counted(chunk)  # "an American"
            if is_one_of_people or self._is_ethnic(chunk):
                return Party(span, None, None, "CVL", "people")
        if part.kind is ActorKind.GROUP and part.country is None and states_before:  # "Iraqi Kurds"
            return self._people(span, states_before[0], part.sector or "CVL", chunks.head_word(chunk))
        party = self._party(span, part, states_before)
        is_office = part.kind is ActorKind.PERSON and party.sector is None and party.country is not None
        if is_office and self._sector(chunks, chunk, chunks.head_word(chunk)) == "GOV":  # "Chad's president", whoever he is
            return replace(party, sector="GOV")
        return party

    def _acts(self, chunks: Chunks, chunk: Chunk) -> bool:
        """Tell whether a noun names somebody or something that acts, and no mere thing of his: "the Chadian jets", not "Chad's hopes"."""
        noun = chunks.head_word(chunk)
        kinds = ("people", "troop", "weapon", "fighters", "agent", "attack", "official")
        head = self.doc.word(chunk.head)
        is_name = self.doc.pos[chunk.head] == "PROPN" and (state_of(head) is not None or head.isupper())
        return (
            is_name
            or self._sector(chunks, chunk, noun) is not None
            or noun in _COUNTRIES
            or any(noun in words_of(k) for k in kinds)
        )

    def _is_counted(self, chunk: Chunk) -> bool:
        """Tell whether an article or a number stands right before a chunk's words, so that one of a people is meant."""
        words = [self.doc.low(i) for i in range(chunk.first, chunk.head)]
        return bool(words) and words[0] in ("a", "an", "one", "another", "first", "last") or "first" in words

    def _is_ethnic(self, chunk: Chunk) -> bool:
        """Tell whether words name people by their descent, whose state is another: "ethnic Albanians"."""
        words = {self.doc.low(i) for i in range(max(0, chunk.first - 1), chunk.head)}
        return bool(words & {"ethnic", "ethnically"})

    def _is_people(self, chunk: Chunk, covering: list[tuple[Span, Part]]) -> bool:
        """Tell whether the word is one for a people, which the entity head took for some body: "Palestinians"."""
        unknown = all(p.country is None and named(p.key) is None for _, p in covering)
        return unknown and state_of(self.doc.word(chunk.head)) is not None

    def _is_town(self, mention: Span, part: Part) -> bool:
        """Tell whether what was taken for a body is a town or region on the map."""
        is_open = part.kind is ActorKind.ORGANISATION and part.country is None and named(part.key) is None
        return is_open and self.country_at(mention) is not None and bool(candidates_of(mention.of(self.doc.text)))

    def is_person(self, chunks: Chunks, chunk: Chunk) -> bool:
        """Tell whether a chunk names a person."""
        head = self.doc.tokens[chunk.head]
        return any(p.kind is ActorKind.PERSON and m.covers(head) for m, p in self._mentions(chunks, chunk))

    def names_people(self, chunks: Chunks, chunk: Chunk) -> bool:
        """Tell whether a chunk names a person, or people by what they are."""
        noun = chunks.head_word(chunk)
        return (
            self.is_person(chunks, chunk)
            or noun == "counterpart"
            or noun in words_of("people")
            or self._sector(chunks, chunk, noun) is not None
        )

    def is_place(self, chunks: Chunks, chunk: Chunk) -> bool:
        """Tell whether a chunk is the name of a place, or a noun of place."""
        return self.country_at(self.doc.tokens[chunk.head]) is not None or chunks.head_word(chunk) in words_of("place")

    def _mentions(self, chunks: Chunks, chunk: Chunk) -> list[tuple[Span, Part]]:
        """Give the names in a chunk, and those that begin in it and go on: "the Ministry | of Justice"."""
        self._turn_to(chunks)
        if chunk.first not in self._named_in:
            start, end = self.doc.tokens[chunk.first].start, self.doc.tokens[chunk.last].end
            head, text = self.doc.tokens[chunk.head], self.doc.text
            around = self.cast.named_in(Span(start, min(len(text), end + _LONGEST_REST)))
            found = [(m, p) for m, p in around if m.end <= end or (m.start < end and m.covers(head))]
            self._named_in[chunk.first] = [
                (m, p) for m, p in found if not text[max(0, m.start - 5) : m.start].lower().endswith("anti-")
            ]
        return self._named_in[chunk.first]

    def _party(self, span: Span, part: Part, states_before: Iterable[str] = ()) -> Party:
        country = part.key if part.kind is ActorKind.COUNTRY else part.country or next(iter(states_before), None)
        if part.kind is ActorKind.PERSON and country and part.sector and part.name.split()[-1].islower():
            return self._people(span, country, part.sector, part.name.split()[-1])  # "he" that is "a Chadian policeman"
        return Party(span, part, country, part.sector)

    def _by_noun(self, chunks: Chunks, chunk: Chunk, modifiers: list[tuple[Span, Part]], depth: int) -> list[Party]:
        span, noun = chunks.span(chunk), chunks.head_word(chunk)
        sector = self._sector(chunks, chunk, noun)
        if modifiers:
            owner = modifiers[-1][0].of(self.doc.text).lower()
            found = self._of_owners(span, noun, sector, modifiers)
            if found:
                return [replace(p, pronoun=owner) for p in found] if owner in OWNERS else found
        if (noun in _COUNTRIES or sector or noun in words_of("people")) and (listed := self._examples(chunks, chunk, depth)):
            return listed
        place = self._place(chunk, span)
        if place is not None:
            return self._of_place(chunk, span, noun, sector, place)
        if (
            self.doc.pos[chunk.head] == "PROPN"
            and key_of(self.doc.word(chunk.head)) not in capitals()
            and (state := state_of(self.doc.word(chunk.head))) is not None
            and not self._is_ethnic(chunk)
        ):
            is_state = self.doc.word(chunk.head) in (state.name, *state.aliases)
            return [Party(span, None, state.key, *(("GOV",) if is_state else ("CVL", "people")))]  # "168 Liberians"
        if noun in nouns() or noun in words_of("attack"):  # "of" leads to whom an act was done to
            after = chunks.of(chunk, "by")
            return self.of(chunks, after, depth + 1) if after is not None else []
        after = chunks.of(
            chunk, *_WHERE, *(("for", "to", "with", "by") if sector == "GOV" or noun in words_of("abstract of a state") else ())
        )
        is_home = chunk.owner is not None and noun in words_of("building")
        is_elsewhere = noun in _ABROAD | _BESIDE or is_one(self.doc.text, span, noun) or is_home
        if after is not None and after.prep in _WHERE[:-1] and is_elsewhere:
            after = None  # "the embassy in Oran", "a man in Oran", "the man's house in Oran"
        if after is not None and (sector or self.is_thing(noun) or after.prep in ("of", "by", "for")):
            owners = [p for one in chunks.listed(after) for p in self.of(chunks, one, depth + 1)]
            if found := self._as_of(span, noun, sector, owners, after.prep):
                return found
        return self._unowned(span, sector, noun)

    def _unowned(self, span: Span, sector: str | None, noun: str) -> list[Party]:
        """Give people of no stated state; police of a town that was named before are those ("Oran police")."""
        words = span.of(self.doc.text)
        force = self.cast.parts.get(slug(words)) if sector == "COP" and " " in words else None
        if force is not None:
            return [Party(span, force, force.country, sector, by=By.PLACE)]
        return [Party(span, None, None, sector, noun)] if sector and noun not in words_of("weapon") else []

    def _explained(self, chunks: Chunks, chunk: Chunk, *, loose: bool) -> Party | None:
        """Give the person that a comma or an office's field adds: "the envoy, Ana Ruiz, …", "the Secretary | of Defence Ana Ruiz".

        Args:
            loose: whether of an office a comma is enough, whatever the syntax says.
        """
        loose = loose and self._sector(chunks, chunk, chunks.head_word(chunk)) == "GOV"
        for following in chunks.after(chunk.last)[:1]:
            gap = [self.doc.word(i) for i in range(chunk.last + 1, following.first)]
            inside = range(following.first, following.last + 1)
            stands_beside = any(self.doc.relations[i] == "appos" and self.doc.heads[i] == chunk.head for i in inside)
            is_closed = self.doc.text[self.doc.tokens[following.last].end :][:1] == "," and (
                chunks.head_word(chunk) == "counterpart" or office_word(chunks.head_word(chunk)) is not None
            )
            is_added = gap == [","] and (loose or stands_beside or is_closed) and not following.prep
            end = self.doc.tokens[following.last].end
            for mention, part in self._mentions(chunks, following):
                is_last = (
                    gap == ["of"]
                    and chunks.head_word(chunk) in _WITH_FIELD
                    and mention.end >= end
                    and mention.start > self.doc.tokens[following.first].start
                )
                if part.kind is ActorKind.PERSON and (is_added or is_last):
                    return self._party(mention, part)
        return None

    def _place(self, chunk: Chunk, span: Span) -> str | None:
        """Give the country of the place that a chunk names; a common noun names none, whatever the gazetteer has of its name."""
        if not any(self.doc.word(i)[:1].isupper() for i in range(chunk.first, chunk.last + 1)):
            return None
        if is_somebody(self.doc.text, self.doc.word(chunk.head)):
            return None
        return self.country_at(self.doc.tokens[chunk.head]) or self.country_at(span)

    def _of_place(self, chunk: Chunk, span: Span, noun: str, sector: str | None, country: str) -> list[Party]:
        """Give a place, its people and buildings; a state has no part in who holds office in a region, nor in what else is called after it."""
        is_itself = self.country_at(self.doc.tokens[chunk.head]) is not None
        if not is_itself and sector == "COP" and (force := self._force_of(chunk, country)) is not None:
            return [Party(span, force, country, sector, by=By.PLACE)]
        if not is_itself and (sector in _REGIONAL or is_one(self.doc.text, span, noun)):
            return [Party(span, None, None, sector, noun)]  # "the Kano governor", "an Oran man"
        if not is_itself and sector is None and not self.is_thing(noun):
            return []
        return [replace(self._people(span, country, sector, noun), by=By.PLACE)]

    def _force_of(self, chunk: Chunk, country: str) -> Part | None:
        """Give the police of a town or region, whom its state's police are not: "Oran police officers"; None where a state stands before them."""
        names = [i for i in range(chunk.first, chunk.head) if self.doc.pos[i] == "PROPN"]
        words = [self.doc.word(i) for i in names]
        if not words or state_of(" ".join(words)) is not None:
            return None
        name = " ".join([*(word for word in words if word.lower() != "police"), "police"])
        part = self.cast.part(slug(name), name, ActorKind.ORGANISATION)
        part.country, part.sector = country, "COP"
        self._forget()
        self.cast.mention(part, Span(self.doc.tokens[names[0]].start, self.doc.tokens[chunk.head].end))
        return part

    def _examples(self, chunks: Chunks, chunk: Chunk, depth: int) -> list[Party]:
        """Give the members of "countries such as Chad, Niger and Mali"."""
        for following in chunks.after(chunk.last)[:1]:
            if following.prep in _SUCH_AS or (following.prep == "as" and self.doc.low(chunk.last + 1) == "such"):
                return [p for one in chunks.listed(following) for p in self.of(chunks, one, depth + 1)]
        return []

    def _sector(self, chunks: Chunks, chunk: Chunk, noun: str) -> str | None:
        self._turn_to(chunks)
        if chunk.first not in self._sectors:
            self._sectors[chunk.first] = sector_in(self.doc, chunk, noun)
        return self._sectors[chunk.first]

    def is_thing(self, noun: str) -> bool:
        """Tell whether a noun is of a building, a place, a property or what a state has: of its own it does nothing."""
        return any(noun in words_of(kind) for kind in ("building", "place", "property", "abstract of a state"))

    def _of_owners(self, span: Span, noun: str, sector: str | None, modifiers: list[tuple[Span, Part]]) -> list[Party]:
        """Give whose people or things they are by the names before the noun; the nearest body wins, states are all taken."""
        nearest = modifiers[-1][1]
        if noun in _BESIDE:
            return []
        if nearest.kind in (ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.OUTLET):
            return [self._party(span, nearest)]
        countries = [p for _, p in modifiers if p.kind is ActorKind.COUNTRY]
        if not countries and nearest.country and not _RULES.isdisjoint(span.of(self.doc.text).lower().split()):
            return [Party(span, None, nearest.country, "GOV")]  # "the Diaz administration", "Diaz cabinet officials"
        if countries and noun in words_of("agreement"):  # those of several: "the Oman truce"
            return []
        if not countries and nearest.kind is ActorKind.PERSON and is_another(self.doc.text, span, noun):
            return (
                []
                if nearest.country is None or is_one(self.doc.text, span, noun)
                else [self._people(span, nearest.country, "CVL", noun)]
            )
        if (
            not countries and nearest.kind is ActorKind.PERSON and sector and noun not in words_of("agent")
        ):  # his spokesman is another; his kin are nobody's people
            return [Party(span) if sector == "CVL" else Party(span, None, None, sector, noun)]
        if not countries and nearest.kind is ActorKind.PERSON:
            return (
                [self._party(span, nearest)]
                if sector in (None, "GOV") or nearest.country is None
                else [self._people(span, nearest.country, sector, noun)]
            )
        return [self._people(span, one.key, sector, noun) for one in dict.fromkeys(countries)]

    def owners(self, before: Span, words: Span) -> list[Party]:
        """Give whose act a noun is by the names before it: "Moscow's attack", "an Israeli air strike"."""
        mentions = self.cast.named_in(before)
        longest = [(m, p) for m, p in mentions if not any(o.covers(m) and o != m for o, _ in mentions)]
        return self._of_owners(words, "", None, longest) if longest else []

    def _people(self, span: Span, country: str, sector: str | None, noun: str) -> Party:
        return Party(span, None, country, "GOV") if sector in (None, "GOV") else Party(span, None, country, sector, noun)

    def _as_of(self, span: Span, noun: str, sector: str | None, owners: Iterable[Party], prep: str) -> list[Party]:
        found = []
        for owner in owners:
            if owner.part is not None and owner.part.kind is ActorKind.PERSON and is_another(self.doc.text, span, noun):
                found += (
                    [self._people(span, owner.country, "CVL", noun)]
                    if owner.country and not is_one(self.doc.text, span, noun)
                    else []
                )
                continue
            is_persons = owner.part is not None and owner.part.kind is ActorKind.PERSON
            if is_persons and prep == "of" and (sector or noun in words_of("people")) and owner.by is By.OWNER:
                continue  # "the nuns of Mother Ana's order"
            if noun in _RULES and owner.country is not None:  # "the government of President Diaz"
                found.append(Party(span, None, owner.country, "GOV"))
                continue
            is_state = owner.part is None or owner.part.kind is ActorKind.COUNTRY
            if owner.country is not None and is_state and owner.sector in (None, "GOV"):
                found.append(self._people(span, owner.country, sector, noun))
            elif owner.is_known or owner.part is not None:
                found.append(replace(owner, span=span) if prep == "of" else owner)
        return found

    def at_home(self, party: Party, others: set[str | None]) -> Party:
        """Give police and the like of no stated state that of the report; none of the states that the event names already."""
        return at_home(party, others, self._states, self.doc.text)

    def placed(self, party: Party, country: str) -> Party:
        """Give people of no stated nationality the country where it happened; soldiers and officials may be another's."""
        is_open = (
            party.country is None
            and party.part is None
            and party.sector not in (None, "GOV", "MIL")
            and not is_one(self.doc.text, party.span, party.noun)
        )
        return replace(party, country=country) if is_open else party
