"""A person of whom the words beside his name say what he is → the body or state that he is it of: "Its lawyer, NAME", "the columnist NAME", "Defence Minister NAME".

One choice among the bodies the report tells of, the states it names and none of them, by a weighed sum of signs: those by which bodies and homes are told elsewhere
(`bodies_meant`, `homes`), and what the noun of the office is. The weights (offices.json) are fitted by benchmarks/marks/fit_offices.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ...span import Span
from ..chains.words import singular
from ..doc import Doc
from ..extract.bodies_meant import FITS, BodiesMeant
from ..extract.body_mentions import Body
from ..extract.cast import Cast, Part
from ..extract.descriptions import describe
from ..extract.homes import Homes, Stand
from ..extract.offices_elsewhere import is_of_state
from ..extract.states_meant import StatesMeant
from ..known.named import states
from ..known.offices import office_word
from ..known.words import key_of
from ..weighing import NOBODY, shares, weights_of
from .roles import Role, is_person_noun, role_of

# Sorts of bodies that a state has: whoever is of one holds an office of the state as well.
OF_STATE = frozenset(("gov", "mil", "cop", "leg", "jud"))
# Signs by which a body follows a name: "NAME of the Harbour Union", "NAME, who teaches at".
_LINKS = frozenset(f"link {link}" for link in ("of", "for", "from", "at", "with", "works"))


@dataclass(frozen=True, slots=True)
class Meant:
    """The body that somebody is taken to hold an office of, or the state by its key, and how likely it is (0..1) that one of both is right.

    Attributes:
        is_linked: True where its words follow the name right behind a preposition or a verb of work.
    """

    role: Role
    body: Body | None
    state: str | None
    how: float
    is_linked: bool


class OfficesMeant:
    """Answers for one report; its speakers and pronouns must be in the cast."""

    def __init__(self, doc: Doc, cast: Cast) -> None:
        self.doc, self.cast = doc, cast
        self.bodies = BodiesMeant(doc, cast)
        self.homes = Homes(doc, cast, StatesMeant(doc, cast))

    def role(self, person: Part) -> Role:
        """Give what the words beside a person's name say he is."""
        return role_of(self.doc, self.cast, person)

    def of(self, person: Part) -> Meant | None:
        """Give what a person most likely holds an office of; a body and the state it belongs to count as one, the likelier of them is given."""
        role = self.role(person)
        table = self.signs(person, role)
        likely = shares(table, weights_of(__package__, "offices.json"))
        families = {key: [k for k in self.family(key) if k in likely] for key in likely if key != NOBODY}
        if not families:
            return None
        best = max(families, key=lambda key: (round(sum(likely[k] for k in families[key]), 6), likely[key], key))
        top = max(families[best], key=lambda key: (likely[key], key))
        how = sum(likely[key] for key in families[best])
        state = None if top in self.bodies.bodies else top
        return Meant(role, self.bodies.bodies.get(top), state, how, not _LINKS.isdisjoint(table[top]))

    def family(self, key: str) -> set[str]:
        """Give a body of a state and that state, or a state and its bodies; a body of none alone."""
        body = self.bodies.bodies.get(key)
        if body is not None:
            state = _state_of(body)
            return {key} if state is None else {key, state}
        return {key} | self._of_states.get(key, set())

    def signs(self, person: Part, role: Role) -> dict[str, dict[str, float]]:
        """Give the signs of every body and state of the report for a person, and of none of them."""
        nouns, sort, stand = self._nouns(role), role.title.sort or "no title", self.stand(role)
        table = {
            key: signs
            for key, signs in self.bodies.signs(person, role.title).items()
            if key == NOBODY or not self._are_people(self.bodies.bodies[key])
        }
        none = {**table.pop(NOBODY), **dict.fromkeys((f"none, {noun}" for noun in nouns), 1.0)}
        for key, signs in table.items():
            body = self.bodies.bodies[key]
            if self._is_piece(body, role):
                table[key] = signs = {sign: value for sign, value in signs.items() if not sign.startswith("link")}
            signs.update(dict.fromkeys(self._of_body(body, role, nouns), 1.0))
        homes = self.homes.signs(role.title.name, role.title.phrase, stand, None)
        none |= {f"state {sign}": value for sign, value in homes.pop(NOBODY).items()}
        none |= dict.fromkeys((f"none, words {role.words is not None}", f"none, {stand}, {sort}"), 1.0)
        for key, signs in homes.items():
            table[key] = {f"state {sign}": value for sign, value in signs.items()}
            table[key].update(dict.fromkeys(self._of_state(key, person, role, nouns), 1.0))
        table[NOBODY] = none
        return table

    def stand(self, role: Role) -> Stand:
        """Tell whether an office is one that states have."""
        if role.words is None:
            return Stand.NONE
        office = describe(self.cast, role.words)
        return Stand.STATE if office is not None and is_of_state(office) else Stand.OTHER

    def _are_people(self, body: Body) -> bool:
        """Tell whether what stands as a body is only people by what they are: "two former commanders"."""
        last = body.words.of(self.doc.text).split()[-1]
        return last.islower() and (is_person_noun(last) or is_person_noun(singular(last)))

    def _is_piece(self, body: Body, role: Role) -> bool:
        """Tell whether a body stands beside a name only in the words for another: "the | army |'s First Brigade"."""
        around = self._by_sentence.get(self.doc.sentence_number(role.title.start), [])
        here = [m for other, m in around if other is body]
        longer = [m for other, m in around if other is not body]
        return bool(here) and all(any(m != one and m.covers(one) for m in longer) for one in here)

    @cached_property
    def _by_sentence(self) -> dict[int, list[tuple[Body, Span]]]:
        """The bodies meant in each sentence, by its number, and where."""
        found: dict[int, list[tuple[Body, Span]]] = {}
        for body in self.bodies.bodies.values():
            for place in body.places:
                found.setdefault(self.doc.sentence_number(place.start), []).append((body, place))
        return found

    @cached_property
    def _of_states(self) -> dict[str, set[str]]:
        """The bodies of each state."""
        found: dict[str, set[str]] = {}
        for key, body in self.bodies.bodies.items():
            if (state := _state_of(body)) is not None:
                found.setdefault(state, set()).add(key)
        return found

    def _nouns(self, role: Role) -> tuple[str, ...]:
        """Give the last noun of the office, and its sector where the lexicon knows one."""
        if role.words is None:
            return ("leads",) if role.leads else ("no noun",)
        words = role.words.of(self.doc.text)
        last = key_of(words.split()[-1])
        row = office_word(words) or office_word(last)
        return (last, f"sector {row.sector if row is not None else 'unknown'}")

    def _of_body(self, body: Body, role: Role, nouns: tuple[str, ...]) -> Iterator[str]:
        yield "body"
        yield from (f"body, {noun}" for noun in nouns)
        yield f"body fits {body.sort in FITS[role.title.sort].split()}, words {role.words is not None}"
        yield from (f"body {link}" for link in self._hangs(body.places, role))

    def _of_state(self, key: str, person: Part, role: Role, nouns: tuple[str, ...]) -> Iterator[str]:
        sort, part = role.title.sort or "no title", self.cast.parts.get(key)
        yield from ("state", f"state, {sort}", f"state former {role.title.is_former}")
        yield from (f"state, {noun}" for noun in nouns)
        if person.country is not None:
            own = f"state {'own' if person.country == key else 'another'}{', guessed' * person.is_guessed}"
            yield from (own, f"{own}, {sort}")
        if part is not None:
            yield from (f"state {link}" for link in self._hangs(sorted(part.mentions), role))

    def _hangs(self, places: list[Span], role: Role) -> Iterator[str]:
        """Give how words hang on the noun of the office in the tree: by which relation and preposition."""
        doc = self.doc
        if role.words is None or not doc.heads:
            return
        head, around = doc.tokens_in(role.words)[-1], doc.sentence_at(role.words.start)
        for place in places:
            if not around.covers(place) or place.overlaps(role.words):
                continue
            inside = doc.tokens_in(place)
            top = next((i for i in inside if doc.heads[i] == head), None)
            if top is not None:
                yield f"hangs {doc.relations[top]}"
                cases = [doc.low(i) for i in doc.dependents(top) if doc.relations[i] == "case"]
                yield from (f"hangs {doc.relations[top]} {case}" for case in cases[:1])


def _state_of(body: Body) -> str | None:
    """Give the state that a body is one of, None for a body that states have not."""
    country = body.part.country if body.part is not None and body.sort in OF_STATE else None
    return country if country in states() else None
