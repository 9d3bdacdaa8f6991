"""Who takes part in an act that the encoder's heads tell: each phrase of the sentence weighed for actor and recipient, and what its words make of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ...span import Span
from .borrowed import is_mere_weapon
from .by_patterns import Patterns
from .chunks import Chunk
from .happening import Happening
from .parts import Marks, chances
from .party import Party

if TYPE_CHECKING:
    from ..acts import Acts
    from .senses import Senses

# Least probability of words as parts of an act.
PART = 0.5
# Of somebody known to whom something is said, where nobody else is likelier.
LIKELY = 0.3
# Of somebody whom a pattern names, where nobody is likelier.
KEPT = 0.1
# Tokens from an act beyond which nobody is asked: texts without full stops.
_REACH = 150
# Prepositions by which a phrase belongs to the one before it.
_OWN = frozenset(("of", "from", "in", "for", "at", "near", "with"))
# Deeds that others speak of, and what they do in speaking of them.
_DEEDS = frozenset("ASSAULT COERCE SANCTION PROTEST MOBILIZE".split())
SPOKEN = frozenset("ACCUSE SUPPORT REJECT REQUEST THREATEN".split())
_BORDERS = frozenset(("border", "frontier"))
# What somebody has in another: "confidence | in Oman".
_HELD_IN = frozenset("confidence trust faith belief".split())
# Prepositions of a place where something happened, and types whose recipient is who it is said to.
_PLACES = frozenset("in at near inside outside".split())
_SAID_TO = frozenset("ACCUSE SUPPORT REJECT REQUEST THREATEN AGREE".split())


class Sides:
    """Answers for one sentence.

    Attributes:
        tellers: happenings by the first token of the chunks around their verbs.
        patterns: what the lexicon's patterns tell of the sentence.
    """

    def __init__(self, acts: Acts, senses: Senses) -> None:
        self.acts, self.doc, self.chunks = acts, senses.doc, senses.chunks
        self.clauses, self.parties = senses.clauses, senses.parties
        self.tellers: dict[int, Happening] = {}
        self.patterns = Patterns()
        self._known: dict[tuple[int, str, int], list[tuple[Chunk, tuple[float, float]]]] = {}

    @cached_property
    def _beyond(self) -> list[Chunk | None]:
        """The states on the other side of a border, which have no part in an act."""
        return [self.chunks.of(c, "with") for c in self.chunks.all if self.chunks.head_word(c) in _BORDERS]

    def asked(self, token: int) -> list[Chunk]:
        """Give each phrase that may have part in an act."""
        return [
            c
            for c in self.chunks.all
            if not (c.is_time or any(c is b for b in self._beyond) or (c.first == token and c.last >= token))
            and abs(c.head - token) <= _REACH
        ]

    def marks(self, token: int, kind: str) -> Marks:
        """Give what weighs the phrases around an act."""
        return Marks(token, kind, self.clauses, self.acts, self.parties, self.patterns)

    def of(self, token: int, kind: str, least: float = PART, given: Happening | None = None) -> tuple[list[Party], list[Party]]:
        """Give actors and recipients of the act that a token tells, as far as the words go.

        Args:
            least: probability (0..1) from which on a phrase takes part.
            given: what a pattern tells of the act; of a phrase that it names, its reading is taken.
        """
        sides, likely = self._chosen(token, kind, least)
        found = self._parties(token, sides, given)
        if given is not None and _are_turned(found, given):
            return list(given.actors), list(given.recipients)
        if given is not None:
            self._keep(found, given, self._chances(token, kind))
        if likely is not None and not found[1]:
            own = {p.country for p in found[0]}
            found[1].extend(p for p in self.parties.of(self.chunks, likely) if p.is_known and p.country not in own)
        for first, side in list(sides.items()):
            found[side].extend(self._listed(first, token, sides))
        others = self._speakers(token, kind)
        actors = [
            p for p in found[0] if not is_mere_weapon(p, p.span.of(self.doc.text)) and not any(p.span.overlaps(o) for o in others)
        ]
        states = {p.country for p in (*found[0], *found[1])}
        actors, found[1][:] = ([self.parties.at_home(p, states) for p in side] for side in (actors, found[1]))
        return once(actors), [p for p in once(found[1]) if p.span not in {a.span for a in actors}]

    def _chosen(self, token: int, kind: str, least: float) -> tuple[dict[int, int], Chunk | None]:
        """Give the side (0 actor, 1 recipient) of each phrase that takes part, by its first token, and to whom it may be said where nobody is likely enough."""
        sides: dict[int, int] = {}
        before: Chunk | None = None
        second: tuple[float, Chunk | None] = (0.0, None)
        for chunk, (actor, recipient) in self._chances(token, kind):
            before, behind = chunk, before
            if recipient > actor and self._is_where(chunk, behind, kind):
                continue
            if max(actor, recipient) >= least:
                sides[chunk.first] = 0 if actor >= recipient else 1
            elif recipient > max(actor, second[0]):
                second = (recipient, chunk)
        return sides, second[1] if kind in _SAID_TO and second[0] >= LIKELY else None

    def _parties(self, token: int, sides: dict[int, int], given: Happening | None) -> tuple[list[Party], list[Party]]:
        """Give who is meant by the phrases on either side; what belongs to the phrase before it on its side is not told once more."""
        found: tuple[list[Party], list[Party]] = ([], [])
        last: Chunk | None = None
        for first, side in sides.items():
            chunk = self.chunks.at(first)
            if chunk is None:
                continue
            words = self.chunks.span(chunk)
            if known := [p for p in given.parties() if p.span.overlaps(words)] if given is not None else []:
                found[side].extend(known)
            elif chunk.first <= token <= chunk.last:
                found[side].extend(self._whom_it_describes(chunk, token) if side else self._owners(chunk, token))
                continue
            elif (
                last is None
                or sides[last.first] != side
                or chunk.prep not in _OWN
                or self.chunks.of(last, chunk.prep) is not chunk
            ):
                found[side].extend(self.parties.of(self.chunks, chunk) or [Party(words)])
            last = chunk
        return found

    def _keep(
        self, found: tuple[list[Party], list[Party]], given: Happening, phrases: list[tuple[Chunk, tuple[float, float]]]
    ) -> None:
        """Leave on their side those of whom a pattern tells and no phrase was asked, and where it would be empty those whose phrase is likely enough.

        To whom it was said in meeting him is not asked (PLOVER's manual, under CONSULT and ACCUSE): "in a meeting with | the envoy |, the minister warned".
        """
        if met := [p for p in given.recipients if p.is_met]:
            found[0][:] = [p for p in found[0] if not any(p.span.overlaps(o.span) for o in met)]
            found[1][:] = met
        asked = [(self.chunks.span(chunk), both) for chunk, both in phrases]
        for side, own in enumerate((given.actors, given.recipients)):
            likely = [(p, max((both[side] for words, both in asked if words.overlaps(p.span)), default=1.0)) for p in own]
            kept = [p for p, chance in likely if chance >= (1.0 if found[side] else KEPT)]
            found[side].extend(p for p in kept if not any(p.span.overlaps(o.span) for o in (*found[0], *found[1])))

    def _is_where(self, chunk: Chunk, before: Chunk | None, kind: str) -> bool:
        """Tell whether a phrase only says where: "condemned the bombings | in Kenya", "outside the mission | in Kenya"."""
        if chunk.prep not in _PLACES or before is None or self.chunks.of(before, chunk.prep) is not chunk:
            return False  # "lashed out | at Oman" hangs on the act itself
        if before.prep in _PLACES or self.parties.is_thing(self.chunks.head_word(before)):
            return True
        return kind in _SAID_TO and chunk.prep != "at" and self.chunks.head_word(before) not in _HELD_IN

    def _beside(self, chunk: Chunk, token: int) -> list[Chunk]:
        return [*self.chunks.listed(chunk, verb=token), *self.chunks.listed(chunk, verb=token, backward=True)]

    def _listed(self, first: int, token: int, sides: dict[int, int]) -> list[Party]:
        """Give those who stand in one list with a party, on neither side as yet: "from Chad | and Niger"; those only who are known."""
        chunk = self.chunks.at(first)
        found: list[Party] = []
        for other in self._beside(chunk, token) if chunk is not None else []:
            if other.first not in sides and not other.is_time and not other.first <= token <= other.last:
                sides[other.first] = sides[first]
                found += [p for p in self.parties.of(self.chunks, other) if p.is_known and not p.pronoun]
        return found

    def _speakers(self, token: int, kind: str) -> list[Span]:
        """Give those who only speak of the deed that a noun tells: "| Chad | condemned the bombings"."""
        chunk = self.chunks.at(token)
        teller = self.tellers.get(chunk.first) if chunk is not None else None
        if kind not in _DEEDS or teller is None or teller.frame is None or teller.sense.event not in SPOKEN:
            return []
        subject = teller.frame.subject
        return [self.chunks.span(c) for c in self.chunks.listed(subject, verb=teller.token, backward=True)] if subject else []

    def _chances(self, token: int, kind: str) -> list[tuple[Chunk, tuple[float, float]]]:
        """Give each phrase that may have part in an act with its chances, reckoned once: the same act is asked of several times."""
        place = (token, kind, self.parties.readings)
        if place not in self._known:
            phrases = self.asked(token)
            self._known[place] = list(zip(phrases, chances(self.marks(token, kind).of_all(phrases)), strict=True))
        return self._known[place]

    def _whom_it_describes(self, chunk: Chunk, token: int) -> list[Party]:
        """Give those whom a participle in their own phrase tells of: "all the abducted | girls |"; those before it where it is the noun itself."""
        if token >= chunk.head:
            return self._owners(chunk, token)
        known = [p for p in self.parties.of(self.chunks, chunk) if p.span.end >= self.doc.tokens[chunk.head].end]
        return known or [Party(Span(self.doc.tokens[token + 1].start, self.doc.tokens[chunk.head].end))]

    def _owners(self, chunk: Chunk, token: int) -> list[Party]:
        """Give those who stand before a noun in its own phrase: "| Israeli | strikes", "Chad's | attack"."""
        before = Span(self.doc.tokens[chunk.first].start, self.doc.tokens[token].start)
        owners = self.parties.owners(before, self.chunks.span(chunk))
        is_somebody = any(self.doc.pos[i] in ("NOUN", "PROPN", "PRON", "ADJ") for i in range(chunk.first, token))
        return owners or ([Party(Span(before.start, self.doc.tokens[token - 1].end))] if is_somebody else [])


def once(parties: list[Party]) -> list[Party]:
    return list({party.key or party.span: party for party in reversed(parties)}.values())[::-1]


def _are_turned(found: tuple[list[Party], list[Party]], given: Happening) -> bool:
    """Tell whether both sides stand just the other way round in what a pattern tells: "suffered raids at the hands of Chad"."""
    actors, recipients = ({p.span for p in side} for side in found)
    return bool(actors and recipients) and (
        actors == {p.span for p in given.recipients} and recipients == {p.span for p in given.actors}
    )
