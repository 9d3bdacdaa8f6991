"""A person for whose body no word beside the name stands → the body that a reader takes him to speak for or to work for: "Its lawyer, NAME", "a party official, NAME".

A choice among the bodies that the report tells of and nobody, by a weighed sum of signs: how far off each is meant, how it hangs together with the title, whether
its sort fits the title, who was heard before. The weights (bodies.json) are fitted by benchmarks/marks/fit_bodies.py on reports of our own writing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import log

from ...findings.actor import ActorKind
from ...span import Span, SpanSet
from ..doc import Doc
from ..weighing import NOBODY, likeliest, weights_of
from .body_mentions import Body, bodies_in, nouns
from .cast import Cast, Part
from .cues import verbs
from .titles_about import Title, title_of

# Sentences looked back over one by one.
REACH = 3
# What a title of a kind seldom is without: sorts of bodies that have such people.
FITS = {
    "speak": "gov mil cop pty reb bus edu lab ngo igo rel leg jud med", "lead": "pty reb lab ngo igo bus edu rel mil cop", "rank": "mil cop reb igo",
    "official": "gov pty igo ngo lab mil", "law": "bus reb pty ngo med", "court": "jud", "mp": "leg pty", "scholar": "edu ngo bus", "press": "med",
    "firm": "bus med ngo edu", "sport": "spo", "minister": "gov", "local": "", "member": "pty reb igo lab ngo leg", "clergy": "rel", "": "",
}  # fmt: skip
_OWNS = re.compile(r"[’']s?\s+(?:[\w-]+\s+){0,5}?(?:[\w-]+,\s+)?(?:[A-Z][\w.-]*\.?\s+){0,3}")
_OWN = re.compile(r"\s+(?:own\s+)?(?:[\w-]+\s+){0,5}?(?:[\w-]+,\s+)?(?:[A-Z][\w.-]*\.?\s+){0,3}")
_BESIDE = re.compile(r"\s+(?:[a-z-]+\s+){0,3}?(?:[a-z-]+,\s+)?(?:in\s+[A-Z]\w+,\s+)?(?:[A-Z][\w.-]*\.?\s+){0,3}")
_LINKED = re.compile(
    r"(?:,?\s+(?:an?|the)\s+(?:[\w-]+\s+){1,4}?|,?\s+)(?P<link>of|for|from|at|with|in)\s+(?:(?:the|its|his|her|an?|their)\s+)?(?:[\w’'-]+\s+){0,4}?"
)
_WHO = re.compile(
    r",?\s+who\s+(?:(?P<leads>leads?|led|heads?|headed|commands?|commanded|chairs?|chaired|runs?|ran|directs?|speaks for|manages?|edits?|founded)"
    r"|(?P<works>studies|studied|teaches|taught|works?|worked|follows?|serves?|served|sits?|sat|researches)\b[^.;]{0,40}?\b(?:at|for|with|in|on))\s+(?:(?:the|its|an?)\s+)?(?:[\w’'-]+\s+){0,3}?"
)
_WHOSE = re.compile(r",?\s+whose\s+(?:[\w-]+\s+){0,2}?")
_ITS_NAME = re.compile(r",?\s+whose\s+(?:[\w-]+\s+){0,3}?(?:[\w-]+,\s+)?(?:[A-Z][\w.-]*\.?\s+){0,3}")
_TOLD = re.compile(r"\s+(?:told|to|tells|against|with|accused|blamed|urged|and)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?")
# Before a body that somebody is against.
_AGAINST = re.compile(
    r"\b(?:against|fighting|fights|fought|battling|attacking|critics? of|opposed to|opponents? of|rival of) (?:the )?$"
)
# Between a body and somebody apart from it: "the Norvik Group and director NAME".
_AND = re.compile(r",?\s+and\s+(?!(?:its|their|whose)\b)(?:[\w-]+\s+){0,3}")
# Behind a name, what he is of where the report has no such body: "Director NAME | of the regulator |", "| at Norvik |".
_OF_ANOTHER = re.compile(r",?\s+(?:of\s+(?:the|an?)\s+(?:[\w-]+)|(?:at|for)\s+(?:the\s+)?(?!\w+day\b)[A-Z][\w-]+)")
# Heads of firms and offices: no union's, unless words say so.
_HEADS = frozenset(("director", "manager", "owner", "executive"))


@dataclass(frozen=True, slots=True)
class Choice:
    """The body that somebody is taken to be of, its words, and how likely it is (0..1)."""

    body: Body
    span: Span
    how: float


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where words for a body stand: in which sentence, whether in a quotation, and as what of its clause."""

    mention: Span
    sentence: int
    is_quoted: bool
    role: str | None


class BodiesMeant:
    """Answers for one report; its speakers and pronouns must be in the cast."""

    def __init__(self, doc: Doc, cast: Cast) -> None:
        self.doc, self.cast = doc, cast
        self._known: dict[Span, list[_Stand]] = {}

    @cached_property
    def bodies(self) -> dict[str, Body]:
        """The bodies of the report by a key of their own."""
        found = {
            body.part.key if body.part is not None else f"{body.words.start}": body for body in bodies_in(self.doc, self.cast)
        }
        for body in found.values():
            body.settled = body.places
        return found

    def of(self, person: Part, title: Title) -> Choice | None:
        """Give the body that a person is most likely of; None where nobody is likelier."""
        table = self.signs(person, title)
        top, how = likeliest(table, weights_of(__package__, "bodies.json"))
        if top == NOBODY:
            return None
        body = self.bodies[top]
        before = [m for m in body.places if m.end <= title.end]
        return Choice(body, max(before, default=body.words), how)

    def title(self, person: Part) -> Title:
        """Give what the report says of a person beside his name."""
        return title_of(self.doc, person)

    def signs(self, person: Part, title: Title) -> dict[str, dict[str, float]]:
        """Give the signs of every body of the report for a person, and of none of them."""
        table: dict[str, dict[str, float]] = {}
        here, start, own = self.doc.sentence_number(title.start), title.start, SpanSet(person.naming)
        for key, body in self.bodies.items():
            beside = [stand.mention for stand in self._stands(body) if stand.sentence == here]
            if any(_AND.fullmatch(self.doc.text, m.end, title.name.start) for m in beside):
                continue
            if title.is_named and any(own.touching(m) for m in body.places):
                continue
            if any(_AGAINST.search(self.doc.text, max(0, m.start - 30), m.start) for m in beside if m.start >= start):
                continue
            found = dict.fromkeys((*self._near(body, title), *self._linked(body, title)), 1.0)
            if any(sign.startswith("link ") and sign != "link told" for sign in found):
                found["linked"] = 1.0
            elif not title.owner and self._is_anothers(body, title):
                continue
            found.update(dict(self._itself(body, person, title)))
            found.update(dict.fromkeys(self._owned(body, title), 1.0))
            table[key] = found
        self._compare(table, title)
        for signs in table.values():
            for sign in [s for s in signs if s.startswith(("at ", "link", "heard", "nearest", "own"))]:
                signs[f"{sign}, {title.sort or 'no title'}"] = signs[sign]
                signs[f"{sign}, {title.owner or title.article or 'bare'}"] = signs[sign]
                signs[f"{sign}, fits {'fits' in signs}"] = signs[sign]
        table[NOBODY] = self._nobody(table, title)
        return table

    def _is_anothers(self, body: Body, title: Title) -> bool:
        """Tell whether words beside a name say that he is of something else than a body that hangs together with no word of them."""
        of_another = title.is_named and _OF_ANOTHER.match(self.doc.text, title.name.end) is not None
        return of_another or (body.sort == "lab" and title.sort in ("lead", "firm") and not _HEADS.isdisjoint(title.nouns))

    def _nobody(self, table: dict[str, dict[str, float]], title: Title) -> dict[str, float]:
        linked = any(sign.startswith("link ") for signs in table.values() for sign in signs)
        fitting = sum("fits" in signs for signs in table.values())
        return {
            "nobody": 1.0,
            f"nobody, {title.sort or 'no title'}": 1.0,
            f"nobody, {title.owner or title.article or 'bare'}": 1.0,
            f"nobody, linked {linked}": 1.0,
            f"nobody, {min(fitting, 2)} fit": 1.0,
            "nobody, many": log(1 + len(table)),
            f"nobody, a name {title.is_named}": 1.0,
            f"nobody, former {title.is_former}": 1.0,
            f"nobody, own by chain {any('own by chain' in signs for signs in table.values())}": float(bool(title.owner)),
            f"nobody, {title.sort or 'no title'}, linked {linked}": 1.0,
        }

    def _itself(self, body: Body, person: Part, title: Title) -> Iterator[tuple[str, float]]:
        """Give what is told of a body apart from where it stands."""
        text = self.doc.text
        yield f"sort {body.sort}, {title.sort or 'no title'}", 1.0
        yield f"sort {body.sort}", 1.0
        yield f"kind {body.part.kind if body.part is not None else 'none'}", 1.0
        if body.sort in FITS[title.sort].split():
            yield "fits", 1.0
        yield ("has a name" if body.named and body.words.of(text)[:1].isupper() else "has none"), 1.0
        yield "often", log(1 + len(body.places))
        if self._head.covers(body.places[0]):
            yield "in the head", 1.0
        state = body.part.country if body.part is not None else None
        if state is not None:
            told = "no state known" if person.country is None else "same state" if person.country == state else "another state"
            yield f"{told}{', guessed' * person.is_guessed}", 1.0
        else:
            yield "of no state", 1.0
            yield f"of no state, {title.sort or 'no title'}, {person.country is not None}", 1.0
        noun = next((w for w in title.nouns if w in nouns() and self._is_called(body, w)), None)
        if noun is not None:
            yield "noun of title", 1.0
            yield f"noun of title, {title.sort or 'no title'}", 1.0

    def _owned(self, body: Body, title: Title) -> Iterator[str]:
        """Give whether "its" or "their" before a title may mean a body, by number and by the chains of the report."""
        if title.owner not in ("its", "their"):
            return
        words = body.words.of(self.doc.text).split()[-1]
        is_many = (body.part is not None and body.part.kind is ActorKind.GROUP) or (words.endswith("s") and words.islower())
        yield "own agrees" if is_many == (title.owner == "their") else "own disagrees"
        match = re.compile(rf"\b{title.owner}\b", re.IGNORECASE).search(self.doc.text, title.start, title.end)
        meant = self.cast.owner(Span(*match.span())) if match is not None else None
        if meant is not None:
            yield "own by chain" if meant is body.part else "own of another"

    def _is_called(self, body: Body, noun: str) -> bool:
        text = self.doc.text
        if noun == "union" and body.sort == "igo":
            return False  # "the union" is the workers', not the European one
        words = [
            body.words.of(text),
            *(m.of(text) for m in body.called[:3]),
            *([body.part.name] if body.part is not None else []),
        ]
        return any(noun in name.lower().split() for name in words)

    @cached_property
    def _head(self) -> Span:
        return self.doc.sentences[0] if self.doc.sentences else Span(0, 1)

    def _near(self, body: Body, title: Title) -> Iterator[str]:
        """Give where a body is meant before and around a name."""
        doc, here = self.doc, self.doc.sentence_number(title.start)
        floor = doc.paragraph_at(title.start).start
        stands, start, end = self._stands(body), title.start, title.end
        back = {here - stand.sentence for stand in stands if stand.mention.end <= start}
        for distance in sorted(d for d in back if d <= REACH):
            if distance == 0:
                yield "at here"
                continue
            where = "before" if doc.sentences[here - distance].start >= floor else "above"
            yield f"at {where} {distance}"
        if back and min(back) > REACH:
            yield "at far"
        elif not back:
            yield "at later"
        if any(stand.mention.start >= end and stand.sentence == here for stand in stands):
            yield "at behind"
        if all(stand.is_quoted for stand in stands):
            yield "quoted"
        for stand in stands:
            distance = here - stand.sentence
            if stand.mention.end <= start and 0 <= distance <= REACH and stand.role is not None:
                yield f"heard {distance}" if stand.role == "says" else f"subject {distance}"

    def _stands(self, body: Body) -> list[_Stand]:
        """Give where a body is meant, reckoned once: every person is asked of every body."""
        found = self._known.get(body.words)
        if found is None:
            found = self._known[body.words] = [
                _Stand(m, self.doc.sentence_number(m.start), self.doc.quotation_at(m.start) is not None, self._part_in(m))
                for m in body.places
            ]
        return found

    def _part_in(self, mention: Span) -> str | None:
        """Tell whether a mention is the subject of its clause, and of a verb of saying."""
        doc, inside = self.doc, self.doc.tokens_in(mention)
        top = next((i for i in inside if doc.heads and doc.heads[i] not in inside), None)
        if top is None or not doc.relations[top].startswith("nsubj"):
            return None
        return "says" if doc.heads[top] >= 0 and doc.low(doc.heads[top]) in verbs() else "does"

    def _linked(self, body: Body, title: Title) -> Iterator[str]:
        """Give how the words for a body hang together with the title or name in their sentence."""
        text, here = self.doc.text, self.doc.sentence_number(title.start)
        for mention in (stand.mention for stand in self._stands(body) if stand.sentence == here):
            low = mention.of(text).lower()
            if title.phrase.covers(mention):
                before = re.search(
                    r"\b(of|for|from|at|with|in)\s+(?:the\s+|its\s+)?(?:[\w-]+\s+){0,2}$",
                    text[title.phrase.start : mention.start],
                )
                yield f"link {before[1]} within" if before is not None else "link in title"
            elif mention.end <= title.name.start:
                yield from self._before(mention, low, title)
            elif mention.start >= title.name.end:
                yield from self._behind(mention, title)

    def _before(self, mention: Span, low: str, title: Title) -> Iterator[str]:
        text, start = self.doc.text, title.name.start
        if low in ("its", "their", "his", "her"):
            if _OWN.fullmatch(text, mention.end, start):
                yield "link own"
        elif _OWNS.fullmatch(text, mention.end, start):
            yield "link owner"
        elif _ITS_NAME.fullmatch(text, mention.end, start):
            yield "link whose, before"
        elif _BESIDE.fullmatch(text, mention.end, start):
            yield "link beside"

    def _behind(self, mention: Span, title: Title) -> Iterator[str]:
        text, end = self.doc.text, title.name.end
        who = _WHO.fullmatch(text, end, mention.start)
        if (link := _LINKED.fullmatch(text, end, mention.start)) is not None:
            yield f"link {link['link']}"
        elif who is not None:
            yield "link leads" if who["leads"] else "link works"
        elif _WHOSE.fullmatch(text, end, mention.start):
            yield "link whose"
        elif _TOLD.fullmatch(text, end, mention.start):
            yield "link told"

    def _compare(self, table: dict[str, dict[str, float]], title: Title) -> None:
        """Note what a body is among all: the nearest, the only one that fits."""
        start = title.start
        last = {key: max((m.start for m in self.bodies[key].places if m.end <= start), default=-1) for key in table}
        fitting = [key for key in table if "fits" in table[key]]
        ranked = sorted((key for key in table if last[key] >= 0), key=lambda key: -last[key])
        for sign, keys in (
            ("nearest", ranked[:1]),
            ("nearest that fits", [k for k in ranked if k in fitting][:1]),
            ("second", ranked[1:2]),
        ):
            for key in keys:
                table[key][sign] = 1.0
        if len(fitting) == 1:
            table[fitting[0]]["only one that fits"] = 1.0
        if len(table) == 1:
            table[min(table)]["only one"] = 1.0
