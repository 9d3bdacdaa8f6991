"""Somebody named by rank or title for whom no rule says whose he is → the state that he speaks for by office: "Colonel NAME", "Prosecutor NAME", "an envoy, NAME".

A choice among the states that the report names, his own, and nobody, by a weighed sum of signs: the words of his title, of which state he is, what he holds, who was
heard before. The weights (ranks.json) are fitted by benchmarks/marks/fit_ranks.py on reports of our own writing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ...findings.actor import ActorKind
from ...span import Span
from ..doc import Doc
from ..known.named import states
from ..known.offices import SpeaksFor, office_word
from ..known.words import key_of
from ..weighing import NOBODY, likeliest, weights_of
from .bodies_meant import BodiesMeant
from .cast import Cast, Part
from .homes import Home
from .titles_about import Title
from .voices_meant import VoicesMeant

# How likely a body must be by the weights of bodies for it to count as the one somebody is of: told in steps.
_LIKELY = (0.3, 0.5)
_PARTY = re.compile(
    r"\b(?:opposition|party|ruling|coalition|faction|caucus|candidate|rival|exiled|rebels?|democrat\w*|republican|socialist|conservative)\b"
)
_LOCAL = re.compile(r"\b(?:town|city|municipal|district|provincial|regional|county|village|local|deputy mayor|mayor)\b")


class RanksMeant:
    """Answers for one report; who is heard and the bodies of its people must be known."""

    def __init__(self, doc: Doc, cast: Cast, heard: Mapping[int, str], speakers: Mapping[int, str]) -> None:
        """Take for which state who was heard speaks, and of which he is, by where he is named as the source."""
        self.doc, self.cast = doc, cast
        self.voices = VoicesMeant(doc, cast, heard, speakers)
        self.bodies = BodiesMeant(doc, cast)

    def of(self, person: Part, title: Title) -> Home | None:
        """Give the state that somebody most likely speaks for; None where nobody is likelier."""
        top, how = likeliest(self.signs(person, title), weights_of(__package__, "ranks.json"))
        return Home(top, how) if top != NOBODY else None

    def signs(self, person: Part, title: Title) -> dict[str, dict[str, float]]:
        """Give the signs of every state that he may speak for, and of none."""
        table = self.voices.signs(_words(self.doc, title))
        for key in (NOBODY, *self.voices.homes.ruled_out(title.name, title.phrase)):
            table.pop(key, None)
        sort = title.sort or "no title"
        if person.country in states():
            own = table.setdefault(str(person.country), {})
            known = "guessed" if person.is_guessed else "known"
            own |= {"his": 1.0, f"his, {known}": 1.0, f"his, {known}, {sort}": 1.0}
        for office in person.offices:
            owner = self.cast.parts.get(office.of or "")
            state = owner.country if owner is not None and owner.kind is not ActorKind.COUNTRY else office.of
            if state in table:
                table[str(state)]["office there"] = 1.0
        signs = (*self._title(title, sort), *self._held(person), *self._body(person, title), *self._many(person, len(table)))
        table[NOBODY] = dict.fromkeys((f"nobody, {sign}" for sign in signs), 1.0)
        return table

    def _title(self, title: Title, sort: str) -> Iterator[str]:
        """Give what the words of a title tell, which stand beside his first naming."""
        lead = self.doc.text[title.phrase.start : title.name.start] if title.phrase.start < title.name.start else ""
        yield from ("", sort, f"{sort}, {title.article or title.owner or 'bare'}")
        yield f"before the name {bool(lead.strip())}"
        yield f"before the name {bool(lead.strip())}, {sort}"
        words = " ".join(title.nouns)
        yield from (f"noun {noun}" for noun in dict.fromkeys(title.nouns))
        if key_of(lead):
            yield from (f"last {key_of(lead).split()[-1]}", f"first {key_of(lead).split()[0]}")
        yield from (f"names {p.kind}, {p.sector}" for p in self._named_beside(title))
        yield from (f"in the head {p.sector}" for p in self._in_head() if p.sector == "IGO")
        yield from ["party"] * (_PARTY.search(words) is not None)
        yield from ["local"] * (_LOCAL.search(words) is not None)

    def _named_beside(self, title: Title) -> list[Part]:
        """Give the bodies and states named in the words of a title."""
        words = Span(title.start, max(title.end, title.start + 1))
        found = [p for _, p in self.cast.named_in(words) if p.kind is not ActorKind.PERSON]
        return list(dict.fromkeys(found))

    def _in_head(self) -> list[Part]:
        """Give the bodies named in the first paragraph."""
        head = self.doc.paragraphs[0] if self.doc.paragraphs else Span(0, 1)
        return list(dict.fromkeys(p for _, p in self.cast.named_in(head) if p.kind is ActorKind.ORGANISATION))

    def _held(self, person: Part) -> Iterator[str]:
        """Give what kind of office somebody holds by the lexicon, and whose it is."""
        yield f"sector {person.sector}"
        yield f"country {'none' if person.country is None else 'guessed' if person.is_guessed else 'known'}"
        told = [o for o in person.offices if o.source == "report"]
        for office in told:
            row = office_word(office.role)
            voice = row.speaks_for if row is not None else "of no kind"
            owner = self.cast.parts.get(office.of or "")
            yield f"office {voice}"
            yield f"office of {owner.kind if owner is not None else 'nobody'}"
            yield f"office {voice}, of {owner.kind if owner is not None else 'nobody'}"
            if owner is not None:
                yield f"office of {owner.sector}"
            yield f"office over {office.former}"
            if row is not None and row.speaks_for is not SpeaksFor.NONE:
                yield f"office in {row.sector}"
        if not told:
            yield "no office"

    def _body(self, person: Part, title: Title) -> Iterator[str]:
        """Give what sort of body he is likeliest of, where there is one."""
        choice = self.bodies.of(person, title)
        if choice is None:
            yield "no body"
            return
        how = sum(choice.how >= least for least in _LIKELY)
        part = choice.body.part
        is_state = part is not None and (part.kind is ActorKind.COUNTRY or part.country in states())
        yield from ("body", f"body {choice.body.sort}", f"body {how}", f"body of a state {is_state}, {how}")

    def _many(self, person: Part, number: int) -> Iterator[str]:
        yield f"{min(number, 3)} states"
        yield f"named {min(len(person.naming), 3)} times"


def _words(doc: Doc, title: Title) -> Span:
    """Give the words of a title before a name, without blanks at the end; the name where there are none."""
    if title.phrase.start >= title.name.start:
        return title.name
    words = doc.text[title.phrase.start : title.name.start].rstrip(" ,\n")
    return Span(title.phrase.start, title.phrase.start + max(1, len(words)))
