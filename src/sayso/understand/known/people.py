"""People of the lexicon by name, by family name and by office, each asked for a day.

Dates are as exact as the lexicon's: where two readings of a bare year overlap, who surely holds the office comes first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from ...findings.actor import ActorKind
from ...lexicons import Row, entries
from .days import Term, term_of
from .named import Named, NameKind, Naming, named, states
from .offices import office_word, role_keys
from .words import key_of, skeleton

_MIN_BARE_FAMILY = 5  # letters a family name has left without its article before it may stand alone: "Burhan", not "Hadi"


_HEADS = frozenset({"president", "prime minister", "supreme leader", "king", "emperor", "junta leader"})


@dataclass(frozen=True, slots=True)
class Person(Named):
    """Somebody the lexicon knows.

    Attributes:
        family: the name the press uses alone, None where it uses none.
        alone: True where the family name in a text can hardly mean anybody else, False where it often does.
        offices: terms of office in the lexicon's order.
    """

    family: str | None = None
    alone: bool = False
    offices: tuple[Term, ...] = ()

    def held(self, on: date) -> tuple[Term, ...]:
        """Give the offices that may be held on that day."""
        return tuple(term for term in self.offices if term.may_hold(on))


def _person(row: Row) -> Person:
    offices = tuple(term_of(office["role"], office["of"], office) for office in row.get("offices", ()))
    return Person(
        key=row["key"], name=row["name"], kind=ActorKind.PERSON, country=row.get("country"), sector=_sector(offices),
        aliases=tuple(row.get("aliases", ())), source=row["source"], family=row.get("family"), alone=row.get("alone") is True,
        offices=offices,
    )  # fmt: skip


def _sector(offices: tuple[Term, ...]) -> str | None:
    if not offices:
        return None
    last = offices[-1]
    body, office = named(last.of), office_word(last.role)
    if body is not None and body.kind is not ActorKind.COUNTRY:
        return body.sector
    return (office.sector if office else None) or "GOV"


@cache
def people() -> dict[str, Person]:
    """Give every person by key."""
    return {row["key"]: _person(row) for row in entries("actors/people")}


@cache
def _by_name() -> tuple[dict[str, tuple[Person, ...]], dict[str, tuple[Person, ...]]]:
    exact: dict[str, list[Person]] = defaultdict(list)
    loose: dict[str, list[Person]] = defaultdict(list)
    for person in people().values():
        for words in (person.name, *person.aliases):
            exact[key_of(words)].append(person)
            loose[skeleton(words)].append(person)
    return _distinct(exact), _distinct(loose)


@cache
def _by_family() -> tuple[dict[str, tuple[Person, ...]], dict[str, tuple[Person, ...]]]:
    exact: dict[str, list[Person]] = defaultdict(list)
    loose: dict[str, list[Person]] = defaultdict(list)
    for person in people().values():
        for words in _family_names(person):
            exact[key_of(words)].append(person)
            loose[skeleton(words)].append(person)
    return _distinct(exact), _distinct(loose)


def _distinct(table: dict[str, list[Person]]) -> dict[str, tuple[Person, ...]]:
    return {words: tuple({person.key: person for person in found}.values()) for words, found in table.items()}


def _family_names(person: Person) -> list[str]:
    """Give the family name, the same without its article, and its spellings in the aliases ("Zelensky" beside "Zelenskyy")."""
    if person.family is None:
        return []
    names = [person.family]
    head, _, rest = person.family.partition("-")
    if head.casefold() in ("al", "el") and len(rest) >= _MIN_BARE_FAMILY:
        names.append(rest)
    length = len(person.family.split())
    wanted = skeleton(person.family)
    for alias in person.aliases:
        last = " ".join(alias.split()[-length:])
        if last not in names and last != alias and skeleton(last) == wanted:
            names.append(last)
    return names


def person_named(name: str, on: date | None = None) -> Person | None:
    """Give the person of that full name or alias; spelling variants count where exactly one person has one.

    Where several share it, the one in office on the day wins; None where that leaves no one or several.
    """
    exact, loose = _by_name()
    if found := exact.get(key_of(name)):
        return _sole(found, on)
    found = loose.get(skeleton(name), ()) if " " in name.strip() else ()
    return found[0] if len(found) == 1 else None


def people_with_family_name(name: str, on: date | None = None) -> tuple[Person, ...]:
    """Give everybody of that family name: in office on the day first, then who is known by it alone, heads of state, the latest.

    A person whose every office begins later than the day comes last: the report cannot mean him by it.
    """
    exact, loose = _by_family()
    found = exact.get(key_of(name)) or loose.get(skeleton(name), ())
    return tuple(sorted(found, key=lambda person: _rank(person, on)))


def _rank(person: Person, on: date | None) -> tuple[int, bool, bool, int]:
    begins = [term.first for term in person.offices if term.first and (on is None or term.first <= on)]
    latest = max((day.toordinal() for day in begins), default=0)
    heads = any(_is_head(term) for term in (person.held(on) if on else person.offices))
    if on is None or not person.offices:
        return 1, not person.alone, not heads, -latest
    if person.held(on):
        return 0, not person.alone, not heads, -latest
    yet_to_come = all(term.first is not None and term.first > on for term in person.offices)
    return (2 if yet_to_come else 1), not person.alone, not heads, -latest


def _is_head(term: Term) -> bool:
    """Tell whether the term is that of a head of state or government."""
    return bool(_HEADS.intersection(role_keys(term.role))) and term.of in states()


def _sole(found: tuple[Person, ...], on: date | None) -> Person | None:
    if len(found) == 1:
        return found[0]
    holding = [person for person in found if on is not None and person.held(on)]
    return holding[0] if len(holding) == 1 else None


@cache
def _by_office() -> dict[tuple[str, str], tuple[tuple[Term, Person], ...]]:
    table: dict[tuple[str, str], list[tuple[Term, Person]]] = defaultdict(list)
    for person in people().values():
        for term in person.offices:
            for role in role_keys(term.role):
                table[role, term.of].append((term, person))
    return {office: tuple(rows) for office, rows in table.items()}


def office_holders(role: str, of: str, on: date) -> tuple[Person, ...]:
    """Give everybody who may hold that office of that state or body on that day; who surely does comes first.

    "foreign minister" finds a secretary of state or foreign secretary too, "prime minister" a chancellor.
    """
    rows = [row for key in role_keys(role)[:1] for row in _by_office().get((key, of), ()) if row[0].may_hold(on)]
    rows.sort(key=lambda row: not row[0].surely_holds(on))
    return tuple({person.key: person for _, person in rows}.values())


def office_holder(role: str, of: str, on: date) -> Person | None:
    """Give who held that office on that day: the only one who may have, or the only one who surely did; None otherwise."""
    rows = [row for key in role_keys(role)[:1] for row in _by_office().get((key, of), ()) if row[0].may_hold(on)]
    sure = {person.key: person for term, person in rows if term.surely_holds(on)}
    holders = sure or {person.key: person for _, person in rows}
    return next(iter(holders.values())) if len(holders) == 1 else None


def people_namings() -> Iterator[Naming]:
    """Give every full name and alias, and the family names that may stand alone; those that are common words are left out."""
    never = {row["key"] for row in entries("actors/people") if row.get("alone") == "never"}
    for person in people().values():
        for words in (person.name, *person.aliases):
            yield Naming(words, NameKind.PERSON, person, " " not in words and not person.alone)
        if person.key not in never:
            for words in _family_names(person):
                yield Naming(words, NameKind.FAMILY, person, not person.alone)
