"""A Doc's syntax, asked by whole words: which word governs which, by what relation, in small letters. A Doc in, words out."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ...span import Span
from ..doc import Doc
from ..lowering import lowered
from .operators import operators

if TYPE_CHECKING:
    from .decision import Decision

_CASES = ("case", "mark")
_NONE: frozenset[str] = frozenset()
# What may stand between "to" or a preposition and its verb.
_INSIDE_VERB = frozenset({"not", "be", "have", "having", "being", "been"})
# Told by their letters too, where the tagger errs.
_PREPOSITIONS = frozenset(
    {"to", "of", "for", "from", "with", "against", "about", "at", "into", "without", "during", "amid", "by"}
)
_BEFORE_TO = frozenset("according due owing thanks prior contrary compared addition response".split())
_DETERMINERS = frozenset(
    "the a an this that these those its his her their our my your no any some each every another both all several many few such more".split()
)


@cache
def _joining_words() -> dict[str, frozenset[str]]:
    """Give the prepositions and conjunctions of several words by their last."""
    found: dict[str, set[str]] = {}
    for words in (*operators("preposition"), *operators("conjunction")):
        if " " in words:
            found.setdefault(words.rpartition(" ")[2], set()).add(words)
    return {last: frozenset(several) for last, several in found.items()}


@lru_cache(maxsize=1)
def tree_of(doc: Doc) -> Tree:
    """Give the tree of a Doc, the same one to all who ask for it while that Doc is read."""
    return Tree(doc)


class Tree:
    """The words of a Doc by the index of their first token."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        text = lowered(doc.text)
        self.lows = [text[start:end] for start, end in doc.tokens]  # every word, as `low` gives it
        for first, (start, end) in zip(reversed(doc.firsts), reversed(doc.words), strict=True):
            self.lows[first] = text[start:end]
        self._kinds = tuple(relation.partition(":")[0] for relation in doc.relations)
        self._governed = doc.governed
        self._marks: dict[int, tuple[str, ...]] = {}
        self._starts: dict[int, int] = {}
        # Kept by `clause`, `embedding` and the watchpoints' `clauses`, of which many rules ask the same.
        self.decisions: dict[int, Decision] = {}
        self.auxiliaries: dict[int, list[int]] = {}
        self.aux_words: dict[int, frozenset[str]] = {}
        self.negations: dict[int, int | None] = {}
        self.clauses: dict[int, Span | None] = {}

    def span(self, index: int) -> Span:
        """Give the whole word that begins with the token ("n't", where the tokens are finer)."""
        place = bisect_left(self.doc.firsts, index)
        if place < len(self.doc.firsts) and self.doc.firsts[place] == index:
            return self.doc.words[place]
        return self.doc.tokens[index]

    def low(self, index: int) -> str:
        """Give the word in small letters with straight apostrophes."""
        return self.lows[index] if 0 <= index < len(self.lows) else ""

    def pos(self, index: int) -> str:
        """Give the part of speech, "" beyond either end of the text."""
        return self.doc.pos[index] if 0 <= index < len(self.doc.pos) else ""

    def relation(self, index: int) -> str:
        """Give the relation to the governing word, with its subtype."""
        return self.doc.relations[index]

    def kind(self, index: int) -> str:
        """Give the relation without its subtype."""
        return self._kinds[index]

    def head(self, index: int) -> int:
        """Give the governing word, -1 for a root."""
        return self.doc.heads[index]

    def under(self, index: int, *kinds: str) -> list[int]:
        """Give the dependents, those of some relations where any are named (without subtypes)."""
        found = self._governed.get(index, ())
        if not found or not kinds:
            return list(found)
        all_kinds = self._kinds
        return [i for i in found if all_kinds[i] in kinds]

    def has(self, index: int, relation: str, words: frozenset[str] | set[str]) -> bool:
        """Tell whether a dependent by that relation is one of the words."""
        lows, kinds = self.lows, self._kinds
        return any(kinds[i] == relation and lows[i] in words for i in self._governed.get(index, ()))

    def marks(self, index: int) -> tuple[str, ...]:
        """Give what introduces a word's phrase or clause, prepositions and conjunctions, fixed ones joined ("ahead of", "in case").

        Those that the syntax hangs on the word, and the one that stands right before its phrase, which the syntax may have hung elsewhere.
        """
        if index not in self._marks:
            self._marks[index] = self._marked(index)
        return self._marks[index]

    def _marked(self, index: int) -> tuple[str, ...]:
        found: list[str] = []
        last = -2
        for i in self.under(index, *_CASES):
            fixed = [j for j in self.under(i, "fixed") if self.low(j) not in ("or", "not")]  # "whether or not"
            word = " ".join([self.low(i), *(self.low(j) for j in fixed)]) if fixed or i == last + 1 else self._joined(i)
            if i == last + 1 and found:
                word = f"{found.pop()} {word}"
            found.append(word)
            last = i + len(fixed)
        near = self.introduced_by(index)
        if near is not None:
            joined = self._joined(near)
            found = [w for w in found if w not in joined] + [joined]
        return tuple(dict.fromkeys([*found, *self._opening(index)]))

    def _opening(self, index: int) -> list[str]:
        """Give a conjunction of several words right before the subject of a clause: "in case", "on condition that"."""
        subjects = [i for i in self.under(index, "nsubj") if i < index]
        place = self.start_of(subjects[0]) - 1 if subjects else -1
        joined = self._joined(place) if place > 0 else ""
        return [joined] if " " in joined and joined in operators("conjunction") else []

    def start_of(self, index: int) -> int:
        """Give the first word of the phrase that ends in a noun, or of the words that belong to a verb, by what stands before it."""
        if index not in self._starts:
            place = index
            while place > 0 and self._may_skip(place - 1, index):
                place -= 1
            self._starts[index] = place
        return self._starts[index]

    def introduced_by(self, index: int) -> int | None:
        """Give the preposition or "to" right before the phrase of a word, None where another word stands there."""
        place = self.start_of(index) - 1
        if place < 0:
            return None
        return place if self.pos(place) in ("ADP", "SCONJ") or self.low(place) in _PREPOSITIONS else None

    def determiner(self, index: int) -> str:
        """Give the article or its like before a noun, "" where there is none: by its place, which is surer than the syntax."""
        for place in range(index - 1, self.start_of(index) - 1, -1):
            if self.low(place) in _DETERMINERS:
                return self.low(place)
            if self.low(place) in ("'s", "'"):
                return "its"
        return ""

    def _may_skip(self, place: int, index: int) -> bool:
        pos, low = self.doc.pos[place], self.lows[place]
        if self.doc.relations[place] == "goeswith" or (low in _DETERMINERS and pos != "SCONJ"):
            return True
        if low in _PREPOSITIONS or pos in ("ADP", "SCONJ", "VERB", "AUX", "CCONJ", "PUNCT"):
            return low in _INSIDE_VERB and self.pos(index) in ("VERB", "AUX")
        if self.pos(index) in ("VERB", "AUX"):
            return pos == "ADV" or low in _INSIDE_VERB or (pos in ("ADJ", "DET") and low != "to")
        return pos in ("DET", "ADJ", "NUM", "PART", "PRON") or place < self.head(place) <= index

    def _joined(self, place: int) -> str:
        """Give a preposition with the words before it, where together they are one of the lexicon."""
        if self.low(place) == "to" and self.low(place - 1) in _BEFORE_TO and self.pos(place + 1) not in ("VERB", "AUX"):
            return f"{self.low(place - 1)} to"  # "due to the *siege*"
        known = _joining_words().get(self.low(place), _NONE)
        for more in (3, 2, 1) if known else ():
            if place >= more and (words := " ".join(self.lows[place - more : place + 1])) in known:
                return words
        return self.low(place)

    def sentence(self, index: int) -> str:
        """Give the sentence that holds a word, in small letters, at most 600 characters to either side."""
        return lowered(self.doc.clause_near(self.doc.tokens[index].start).of(self.doc.text))

    def after(self, index: int) -> str:
        """Give the words after a word in its sentence, in small letters."""
        return lowered(self.doc.clause_near(self.doc.tokens[index].start).of(self.doc.text))[
            max(0, self.span(index).end - self.doc.clause_near(self.doc.tokens[index].start).start) :
        ]

    def top_of(self, span: Span) -> int | None:
        """Give the word of a span that governs its others, None where the span has no word or the Doc no syntax."""
        if not self.doc.heads:
            return None
        inside = [i for i in self.doc.tokens_in(span) if self.doc.relations[i] != "goeswith"]
        tops = [i for i in inside if self.doc.heads[i] not in inside]
        content = [i for i in tops if self.doc.pos[i] in ("VERB", "NOUN", "PROPN", "ADJ")]
        return next(iter(content or tops), None)
