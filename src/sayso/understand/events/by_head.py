"""Acts that the encoder's heads tell, with the words of those who take part: beside what the lexicon's patterns find, and where these find nothing.

The heads learned from passages that were read whole (benchmarks/marks); the lexicon still says what mode an act has, and the rules who is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...span import Span
from ..doc import Doc
from .chunks import Chunk, Chunks
from .clauses import Clauses
from .happening import Happening
from .party import Party
from .triggers import Sense, noun_lemma, nouns, verb_forms, verbs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..acts import Acts
    from .parties import Parties

    # Of each token of a sentence, how likely it is of the actor, and of the recipient.
    Shares = list[NDArray[np.float32]]

# Least probability of an act that no pattern of the lexicon tells, that a pattern tells and the rules doubt, and that both tell
# (benchmarks/marks, the documents to tune on).
ALONE, DOUBTED, KEPT = 0.35, 0.2, 0.02
# Least probability of words as parts of an act; of a party that the rules found, below which it is left out.
PART, UNLIKELY = 0.5, 0.1
# Prepositions by which a phrase belongs to the one before it.
_OWN = frozenset(("of", "from", "in", "for", "at", "near", "with"))
_TAGS = frozenset(("VERB", "NOUN", "ADJ", "PROPN", "AUX"))
# Types whose actors do it together where only one side is told.
_TOGETHER = frozenset(("CONSULT", "AGREE", "COOPERATE"))


class ByHead:
    """Answers for one sentence."""

    def __init__(self, doc: Doc, acts: Acts, chunks: Chunks, clauses: Clauses, parties: Parties) -> None:
        self.doc, self.acts, self.chunks, self.clauses, self.parties = doc, acts, chunks, clauses, parties

    def complete(self, found: dict[int, Happening], taken: dict[int, Happening], sentence: Span) -> None:
        """Say of each happening that patterns found how likely the heads hold it to be one, and add what the heads alone tell."""
        for one in found.values():
            one.share = max(self.acts.share(i, one.sense.event or "") for i in self._tokens(one))
            self._mend(one)
        for one in self.told(sentence):
            chunk = self.chunks.at(one.token)
            teller = taken.get(chunk.first) if chunk is not None else None
            if one.token in found:
                found[one.token] = self._chosen(found[one.token], one)
            elif teller is None or teller.sense.event != one.sense.event:
                found[one.token] = one
                for own in one.chunks:
                    taken.setdefault(own.first, one)

    def _tokens(self, one: Happening) -> list[int]:
        """The words that may tell a happening: its trigger, what was merged into it, and the nouns that its verb governs."""
        return [one.token, *one.more, *(c.head for c in (one.frame.objects if one.frame is not None else ()))]

    def _chosen(self, by_pattern: Happening, by_head: Happening) -> Happening:
        """Give the pattern's reading where both are of one type, or its type is likely enough; else the heads'."""
        is_alike = by_pattern.sense.event == by_head.sense.event or (by_pattern.share or 0.0) >= DOUBTED
        return by_pattern if is_alike else by_head

    def _mend(self, one: Happening) -> None:
        """Leave out parties that the heads hold for unlikely, and add those whom they alone tell."""
        token = max(self._tokens(one), key=lambda i: self.acts.share(i, one.sense.event or ""))
        if self.acts.share(token, one.sense.event or "") < DOUBTED:
            return
        actors, recipients = self.sides(token, one.sense.event or "")
        if one.sense.reciprocal:
            return
        kept = []
        for side, given in (("actor", one.actors), ("recipient", one.recipients)):
            kept.append([p for p in given if self._share(token, p, side) >= UNLIKELY])
        known = [p.span for p in (*kept[0], *kept[1])]
        for own, told in zip(kept, (actors, recipients), strict=True):
            keys = {p.key for p in own if p.key}
            own += [p for p in told if not any(p.span.overlaps(k) for k in known) and (p.key is None or p.key not in keys)]
        one.actors, one.recipients = kept

    def _share(self, token: int, party: Party, side: str) -> float:
        """Give how likely the words of a party are of a side; those of another sentence are not asked."""
        words = [i for i in self.doc.tokens_in(party.span) if i in self.chunks.tokens]
        return float(self.acts.parts(token, words, side).max()) if words else 1.0

    def told(self, sentence: Span) -> Iterator[Happening]:
        """Give the acts that the head for acts tells, whether or not a pattern tells them, too."""
        for token in self.chunks.tokens:
            if self.acts.is_act(token) < ALONE or self.doc.pos[token] not in _TAGS:
                continue
            kind, share = self.acts.likeliest(token)
            if share < ALONE:
                continue
            is_verb = self.doc.pos[token] in ("VERB", "AUX") and self.chunks.at(token) is None
            sense = _sense(self.doc.word(token).lower(), kind, is_verb=is_verb)
            actors, recipients = self.sides(token, kind)
            frame = self.clauses.frame(token) if is_verb else None
            one = Happening(
                token,
                sense,
                actors,
                recipients,
                frame,
                sentence=sentence,
                word=_lemma(self.doc.word(token).lower(), is_verb=is_verb),
            )
            own = self.chunks.at(token)
            one.share, one.is_by_head = share, True
            one.chunks = (
                [*frame.objects, *(c for _, c in frame.phrases)] if frame is not None else [own] if own is not None else []
            )
            yield one

    def sides(self, token: int, kind: str) -> tuple[list[Party], list[Party]]:
        """Give the actors and the recipients of the act that a token tells, each resolved as far as the words go."""
        words = list(self.chunks.tokens)
        shares = [self.acts.parts(token, words, side) for side in ("actor", "recipient")]
        start = self.chunks.tokens.start
        found: tuple[list[Party], list[Party]] = ([], [])
        last: tuple[Chunk | None, int] = (None, -1)
        for chunk in self.chunks.all:
            if chunk.is_time:
                continue
            if chunk.first <= token <= chunk.last:
                self._own(chunk, token, start, shares, found)
                continue
            side = _side(shares, chunk.head - start)
            if side is None:
                continue
            follows = (
                last[0] is not None and last[1] == side and chunk.prep in _OWN and self.chunks.of(last[0], chunk.prep) is chunk
            )
            last = (chunk, side)
            if not follows:
                found[side].extend(self._parties(chunk))
        return _once(found[0]), [p for p in _once(found[1]) if p.span not in {a.span for a in found[0]}]

    def _own(self, chunk: Chunk, token: int, start: int, shares: Shares, found: tuple[list[Party], list[Party]]) -> None:
        """Take those who stand before a noun in its own chunk: "| Israeli | strikes", "Chad's | attack"."""
        for side in (0, 1):
            inside = [i for i in range(chunk.first, token) if _side(shares, i - start) == side]
            if not inside:
                continue
            before = Span(self.doc.tokens[inside[0]].start, self.doc.tokens[inside[-1]].end)
            owners = self.parties.owners(
                Span(self.doc.tokens[chunk.first].start, self.doc.tokens[token].start), self.chunks.span(chunk)
            )
            found[side].extend([p for p in owners if p.span.overlaps(before)] or owners or [Party(before)])

    def _parties(self, chunk: Chunk) -> list[Party]:
        return self.parties.of(self.chunks, chunk) or [Party(self.chunks.span(chunk))]


def _side(shares: Shares, at: int) -> int | None:
    actor, recipient = float(shares[0][at]), float(shares[1][at])
    if max(actor, recipient) < PART:
        return None
    return 0 if actor >= recipient else 1


def _once(parties: list[Party]) -> list[Party]:
    return list({party.key or party.span: party for party in reversed(parties)}.values())[::-1]


def _lemma(word: str, *, is_verb: bool) -> str:
    form = verb_forms().get(word)
    return (form.lemma if form is not None else word) if is_verb else noun_lemma(word)


def _sense(word: str, kind: str, *, is_verb: bool) -> Sense:
    """Give the sense of a word of this type that asks for the least, else a bare one."""
    lemma = _lemma(word, is_verb=is_verb)
    known = [s for s in (verbs() if is_verb else nouns()).get(lemma, ()) if s.event == kind]
    plain = [s for s in known if not s.objects and not s.subject and not s.phrases and not s.particles]
    chosen = (plain or known)[:1]
    return Sense(kind, chosen[0].modes if chosen and plain else ())
