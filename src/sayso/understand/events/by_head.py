"""Acts that the encoder's heads tell, with the words of those who take part: beside what the lexicon's patterns find, and where these find nothing.

The heads learned from passages that were read whole (benchmarks/marks); the lexicon still says what mode an act has, and the rules who is meant.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ...span import Span
from .belief import belief, belief_at_most, signs_of, usual_of
from .by_patterns import Patterns
from .certainty import is_certain
from .chunks import Chunk
from .fitting import fits
from .ground import loser
from .happening import Happening
from .party import Party
from .sides import LIKELY, SPOKEN, Sides, once
from .slots import Slots
from .spoken_of import are_meant
from .triggers import Sense, lemma_of, nouns, types_of, verbs

if TYPE_CHECKING:
    from ..acts import Acts
    from .senses import Senses

# Of a word that is weighed at all: least probability of an act, and of its likeliest type.
FAINT_ACT, FAINT_TYPE = 0.06, 0.02
# What is usual of a word counts so much beside the heads in choosing a type; least share for its logarithm.
USUAL, _LEAST = 0.7, 1e-4
# Least belief in an act to show it, near what precision and recall together ask for (benchmarks/marks, the documents to tune on).
SHOWN = 0.42
# Least belief in a pattern's reading to prefer it to the heads', and to hold it for sure.
PREFERRED, SURE = 0.3, 0.5
# How much surer the heads must be of their own type to be preferred to such a reading.
_SURER = 0.4
# Least probability of a type from which on the heads' view of who takes part is heard.
HEARD = 0.1
# Least probability of a type from which on those are heard, too, who are not likely enough to take part, where nobody else does.
CLEARLY = 0.6
_TAGS = frozenset(("VERB", "NOUN", "ADJ"))
# What these do with an act is no telling of the act: sanctions lifted, an offer refused; unless they keep it inside.
ENDS = frozenset(("RETREAT", "CONCEDE", "SANCTION"))


class ByHead:
    """Answers for one sentence."""

    def __init__(self, acts: Acts, senses: Senses) -> None:
        self.acts, self.senses = acts, senses
        self.doc, self.chunks, self.clauses, self.parties = senses.doc, senses.chunks, senses.clauses, senses.parties
        self.sides = Sides(acts, senses)
        self.slots = Slots(self.doc, self.chunks, self.clauses)

    def complete(self, found: dict[int, Happening], taken: dict[int, Happening], sentence: Span) -> None:
        """Say of each happening that patterns found how likely the heads hold it to be one, and add what the heads alone tell."""
        self.sides.tellers, self.sides.patterns = taken, Patterns(found, taken)
        for one in found.values():
            one.share = max(self.acts.share(i, one.sense.event or "") for i in one.tellers())
        for one in self.told(sentence, SHOWN, found):
            chunk = self.chunks.at(one.token)
            teller = taken.get(chunk.first) if chunk is not None else None
            teller = found.get(teller.token, teller) if teller is not None else None  # another reading of it may have been chosen
            if self.belief(one) < SHOWN or self._is_setting(one, found):
                continue
            if one.token in found:
                found[one.token] = self._chosen(found[one.token], one)
            elif teller is None or not _is_told_by(one, teller):
                found[one.token] = one
                for own in one.chunks:
                    taken.setdefault(own.first, one)
            elif one.token not in teller.tellers():
                teller.more.append(one.token)  # "suffered a series of | bombings"
        for token in [i for i, one in found.items() if self._is_setting(one, found)]:
            del found[token]

    def _chosen(self, by_pattern: Happening, by_head: Happening) -> Happening:
        """Give the pattern's reading where both are of one type, its type is likely enough, or the rules accept it and it is likely then or told by its object; else the heads'."""
        if by_pattern.sense.event == by_head.sense.event or self.belief(by_pattern) >= max(
            PREFERRED, self.belief(by_head) - _SURER
        ):
            return by_pattern
        is_accepted = fits(by_pattern) and is_certain(by_pattern, self.doc)
        is_surer = self.belief(by_pattern, is_accepted=is_accepted) >= SURE
        return by_pattern if is_surer or (is_accepted and _is_told_by_things(by_pattern)) else by_head

    def belief(self, one: Happening, *, is_accepted: bool = False) -> float:
        """Give the probability that a happening is an act of its type."""
        return belief(signs_of(one, self.doc, self.acts, is_accepted=is_accepted))

    def mend(self, one: Happening, *, is_accepted: bool) -> None:
        """Say anew who takes part in what a pattern tells: its sides are signs of them, the heads and the words the others."""
        kind = one.sense.event or ""
        token = max(one.tellers(), key=lambda i: self.acts.share(i, kind))
        is_together = one.sense.reciprocal and (is_accepted or len(one.parties()) > 1)
        if one.is_by_head or is_together or self.acts.share(token, kind) < HEARD:
            return
        told = self.sides.of(one.token, kind, given=one)
        if token != one.token:
            more = self.sides.of(token, kind, given=one)
            if _are_as(more, one):
                return  # "suffered | raids | at the hands of Chad"
            taken = [p.span for side in told for p in side]
            for side, (own, added) in enumerate(zip(told, more, strict=True)):
                if not own or (side and token in one.more):  # "the raid | on the port | killed six"
                    own += [p for p in added if not any(p.span.overlaps(s) for s in taken)]
        one.actors, one.recipients = once(told[0]), once(told[1])

    def told(self, sentence: Span, least: float = 0.0, found: Mapping[int, Happening] | None = None) -> Iterator[Happening]:
        """Give the acts that the head for acts tells, whether or not a pattern tells them, too; those that cannot reach the least belief need not be given.

        Args:
            found: by token what patterns tell, of which an act of the same type is not given once more.
        """
        for token in self.chunks.tokens:
            if self.acts.is_act(token) < FAINT_ACT or self.doc.pos[token] not in _TAGS or token in self.doc.in_names:
                continue
            own = self.chunks.at(token)
            is_verb = self.doc.pos[token] == "VERB" and own is None
            kind = self._kind(token)
            if self.acts.share(token, kind) < FAINT_TYPE:
                continue
            if own is not None and own.head == token and self.parties.names_people(self.chunks, own):
                continue
            if found and token in found and found[token].sense.event == kind:
                continue
            frame = self.clauses.frame(token) if is_verb else None
            if frame is not None and self.senses.is_ruled_out(token, frame):
                continue
            sense, lemma = _sense(self.doc.low(token), kind, is_verb=is_verb), lemma_of(self.doc.low(token), is_verb=is_verb)
            one = Happening(token, sense, [], [], frame, sentence=sentence, word=lemma)
            one.share, one.is_by_head = self.acts.share(token, kind), True
            if not least or belief_at_most(one, self.doc, self.acts) >= least:
                yield self._with_sides(one, kind)

    def _kind(self, token: int) -> str:
        """Give the likeliest type of an act by the heads and by what is usual of the word."""
        known = usual_of(self.doc, token, self.acts).type_odds
        kinds, shares = self.acts.types[1:], self.acts.shares(token)[1:]
        odds = [math.log(max(share, _LEAST)) + USUAL * known[kind] for kind, share in zip(kinds, shares, strict=True)]
        return kinds[odds.index(max(odds))]

    def _with_sides(self, one: Happening, kind: str) -> Happening:
        """Say who takes part in an act of the heads."""
        token, frame = one.token, one.frame
        one.actors, recipients = self.sides.of(token, kind)
        if not one.actors and not recipients and self.acts.share(token, kind) >= CLEARLY:
            # A clear act is likelier of somebody than of nobody.
            one.actors, recipients = self.sides.of(token, kind, least=LIKELY)
        one.recipients = are_meant(recipients, frame, (kind, None), self.clauses)
        if frame is not None and kind in SPOKEN and not one.recipients:
            one.recipients = self._met(token, one.actors)
        if kind == "REQUEST" and not one.recipients:
            one.recipients = self._asked(token, one.actors)
        one.recipients = loser(one, self.clauses, self._of_all)
        own = self.chunks.at(token)
        one.chunks = [*frame.objects, *(c for _, c in frame.phrases)] if frame is not None else [own] if own is not None else []
        return one

    def _of_all(self, chunks: list[Chunk]) -> list[Party]:
        return [p for chunk in chunks for p in self.parties.of(self.chunks, chunk)]

    def _met(self, token: int, actors: list[Party]) -> list[Party]:
        """Give whom somebody met as he said it: "in a meeting with | the envoy |, the minister warned"."""
        keys = {p.key for p in actors}
        met = [p for chunks in self.slots.met(token) for c in chunks for p in self.parties.of(self.chunks, c)]
        return [replace(p, is_met=True) for p in met if p.is_known and p.key not in keys]

    def _asked(self, token: int, actors: list[Party]) -> list[Party]:
        """Give of whom it is asked that he do something: "demanded that | the government | end curbs"."""
        following = next(iter(self.chunks.after(token)), None)
        if following is None or [self.doc.low(i) for i in range(token + 1, following.first)] != ["that"]:
            return []
        keys = {p.key for p in actors}
        return [p for p in self.parties.of(self.chunks, following) if p.is_known and not p.pronoun and p.key not in keys]

    def _is_setting(self, one: Happening, found: dict[int, Happening]) -> bool:
        """Tell whether a meeting is only where something was said, by which it is coded: "in a meeting with the envoy, the minister warned"."""
        chunk = self.chunks.at(one.token)
        if one.sense.event != "CONSULT" or chunk is None or chunk.prep not in ("in", "at", "during"):
            return False
        keys = {p.key for p in one.parties() if p.key}
        return any(other.sense.event in SPOKEN and keys & {p.key for p in other.recipients} for other in found.values())


def _is_told_by(one: Happening, teller: Happening) -> bool:
    """Tell whether a noun is of its verb's act: of the same type, or it may be and is its object ("began a strike")."""
    if teller.sense.event == one.sense.event:
        return True
    is_object = teller.frame is not None and any(c.head == one.token for c in teller.frame.objects)
    if is_object and teller.sense.event in ENDS:
        return True
    is_joint = (teller.sense.event, one.sense.event) == ("COOPERATE", "CONSULT")  # "held a joint exercise"
    return is_object and (is_joint or any(sense.event == teller.sense.event for sense in nouns().get(one.word, ())))


def _is_told_by_things(one: Happening) -> bool:
    """Tell whether the lexicon says what a verb does with just such things, or such things do: "freed | the town", not "freed | the pilots"; "rockets landed"."""
    told = (*one.sense.objects, one.sense.subject)
    return one.sense.event in types_of(one.word) and any(word.isalpha() for words in told for word in words)


def _sense(word: str, kind: str, *, is_verb: bool) -> Sense:
    """Give the sense of a word of this type that asks for the least, else a bare one."""
    lemma = lemma_of(word, is_verb=is_verb)
    known = [s for s in (verbs() if is_verb else nouns()).get(lemma, ()) if s.event == kind]
    plain = [s for s in known if not s.objects and not s.subject and not s.phrases and not s.particles]
    modes = {s.modes for s in plain[:1] or known}
    return Sense(kind, modes.pop() if len(modes) == 1 else ())


def _are_as(told: tuple[list[Party], list[Party]], one: Happening) -> bool:
    """Tell whether both sides are filled, and with whom a pattern fills them."""
    return all(
        given and {p.span for p in side} == {p.span for p in given}
        for side, given in zip(told, (one.actors, one.recipients), strict=True)
    )
