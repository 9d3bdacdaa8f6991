"""A word at the head of a noun phrase → the parts it means: names, lists, "countries like Chad and Togo", "who", "we", "they", "each of them"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...findings.actor import ActorKind
from ...span import Span
from ..doc import Doc
from ..extract.cast import Cast, Part
from .lists import MEMBERS, OWNS, PLURALS, Named, Names, Plurals

if TYPE_CHECKING:
    from .title_words import Title

_EXAMPLES = ("like", "such", "including", "namely")
_EACH = ("each", "both", "all", "either")
_WE = ("we", "us", "our")
_WHO = ("who", "which", "that")
_THE = ("the", "these", "those", "both", "all")
_HE_OR_SHE = ("he", "she", "him", "her", "his")
_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_HYPHENS = ("-", "‐", "–")
_LED = ("led", "backed", "based", "sponsored", "brokered", "run", "dominated", "supported")
# Nouns for a body that its name may explain.
_KINDS = frozenset(
    "coalition alliance bloc group movement organisation organization party front umbrella federation union network conglomerate company".split()
)
# Steps from one word to another until somebody is named: further ones are guesses.
DEEPEST = 4
# Characters before a pronoun in which nobody else who may be meant is named.
NEAR = 800


@dataclass(frozen=True, slots=True)
class Meant:
    """A part, the words that mean it here, and the words that name it where these are others.

    Attributes:
        how: 1 for a name here; less for what was followed (a pronoun, a list in the sentence before).
    """

    part: Part
    span: Span
    named: Span | None = None
    how: float = 1.0

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Give the words here, and those that name it elsewhere."""
        return (self.span,) if self.named is None or self.named == self.span else (self.named, self.span)


class Whom:
    """Answers for one report.

    Args:
        speaker_of: gives the part on whose behalf "we" stands at a character, None where nobody knows.
    """

    def __init__(self, doc: Doc, cast: Cast, speaker_of: Callable[[Span], Part | None]) -> None:
        self.doc, self.cast, self.speaker_of = doc, cast, speaker_of
        self.names = Names(doc, cast)
        self.plurals = Plurals(doc, self.names)
        self.titles: dict[tuple[int, bool], Title | None] = {}  # kept by `title_before`

    def meant(self, token: int, depth: int = 0) -> list[Meant]:
        """Give whom the noun phrase with this head means, members of a list one by one; nobody where that is not sure."""
        if depth > DEEPEST or token < 0:
            return []
        named = self.names.at(token)
        if named is not None:
            return [Meant(n.part, n.span) for n in self.names.list_of(named)] if self.names.ends_phrase(named) else []
        word = self.doc.low(token)
        if word in _WHO and self.doc.pos[token] in ("PRON", "DET", "SCONJ"):
            return self._followed_by_who(token, depth)
        if word in _HE_OR_SHE or word in ("it", "its"):
            return self._pronoun(token)
        if word in _WE:
            part = self.speaker_of(self.doc.tokens[token])
            return [Meant(part, self.doc.tokens[token], how=0.9)] if part is not None else []
        if word in ("they", "them", "their"):
            return self._plural(token)
        if word in _EACH or word in PLURALS:
            inner = [i for i in self.doc.dependents(token) if i > token and self.doc.relations[i].startswith("nmod")]
            return self.meant(inner[0], depth + 1) if inner else self._plural(token)
        if word in MEMBERS and (found := self._the_members(token)):
            return found
        if word in _COUNTS and token and self.doc.low(token - 1) == "the":
            return self._plural(token, _COUNTS[word])  # "the two are allies"
        return self._examples(token, depth)

    def _followed_by_who(self, token: int, depth: int) -> list[Meant]:
        """Give whom the noun before "who" means."""
        verb = self.doc.heads[token]
        while verb >= 0 and not self.doc.relations[verb].startswith("acl"):
            verb = self.doc.heads[verb] if self.doc.relations[verb] in ("conj", "xcomp", "cop") else -1
        above = self.doc.heads[verb] if verb >= 0 else -1
        while 0 <= above < token:
            if found := self.meant(above, depth + 1):
                return found
            above = self.doc.heads[above] if self.doc.relations[above] == "appos" else -1  # "NAME, the affiliate that …"
        before = self.ends_before(token)
        return [Meant(before.part, before.span)] if before is not None else []

    def ends_before(self, token: int) -> Named | None:
        """Give the name that ends right before a word, a comma aside."""
        at = token - 1
        if at > 0 and self.doc.word(at) == ",":
            at -= 1
        return self.names.at(at) if at >= 0 else None

    def _pronoun(self, token: int) -> list[Meant]:
        """Give whom the rules of the cast think a pronoun means."""
        span, word = self.doc.tokens[token], self.doc.low(token)
        beside = self.names.at(token - 2) if token > 1 and self.doc.low(token - 1) in ("and", "with") else None
        if beside is not None and beside.part.kind is ActorKind.PERSON and word in ("his", "her"):
            return [Meant(beside.part, beside.span)]  # "NAME and his wife"
        part = self.cast.owner(span)
        if part is None or part.name.lower() in _HE_OR_SHE or (part.kind is ActorKind.PERSON) != (word in _HE_OR_SHE):
            return []
        earlier = [m for m in part.naming if m.end <= span.start]
        if not earlier or (word in _HE_OR_SHE and not self._is_only_person(part, span)):
            return []
        return [Meant(part, span, max(earlier), 0.8)]

    def _is_only_person(self, part: Part, span: Span) -> bool:
        """Tell whether nobody else who may be meant is named in the sentence of a pronoun before it, or in the one before that."""
        here = self.doc.sentence_number(span.start)
        area = Span(max(self.doc.sentences[max(0, here - 1)].start, span.start - NEAR), span.start)
        people = [p for m, p in self.cast.named_in(area) if p.kind is ActorKind.PERSON and m in p.naming]
        return part in people and all(p is part or (part.gender and p.gender and p.gender != part.gender) for p in people)

    def _plural(self, token: int, count: int | None = None) -> list[Meant]:
        found = self.plurals.antecedent(token, count=count) or []
        return [Meant(n.part, self.doc.tokens[token], n.span, 0.85) for n in found]

    def _the_members(self, token: int) -> list[Meant]:
        """Give the list that "the two countries" or "these states" goes back to."""
        led = [self.doc.low(i) for i in self.doc.dependents(token) if i < token]
        count = next((_COUNTS[w] for w in led if w in _COUNTS), None)
        if not any(w in _THE for w in led) or any(w not in _THE and w not in _COUNTS for w in led):
            return []
        if (
            count is None
            and "the" in led
            or any(i > token and self.doc.relations[i] == "nmod" for i in self.doc.dependents(token))
        ):
            return []
        return self._plural(token, count)

    def _examples(self, token: int, depth: int) -> list[Meant]:
        """Give the names that a common noun is exemplified or explained by: "countries like Chad", "the bloc, ECOWAS"."""
        for index in self.doc.dependents(token):
            if index < token or self.names.at(index) is None:
                continue
            cases = {self.doc.low(i) for i in self.doc.dependents(index) if i < index}
            if cases & set(_EXAMPLES) or (self.doc.relations[index] == "appos" and self.doc.low(token) in MEMBERS):
                return self.meant(index, depth + 1)
        return []

    def _is_led(self, at: int) -> bool:
        """Tell whether a name is the first half of an adjective: "the Norwegian-led bloc"."""
        doc = self.doc
        return at + 1 < len(doc.tokens) and doc.word(at) in _HYPHENS and doc.low(at + 1) in _LED

    def other_side(self, start: int, *, reach: int = 12) -> list[Meant]:
        """Give whom the noun phrase from this token on names: "the group known as BRICS", "Chad and Togo"; nobody where it only holds a name."""
        doc, at = self.doc, start
        while at < min(start + reach, len(doc.tokens)):
            named = self.names.at(at)
            if named is not None:
                if self._is_called(named):
                    return [Meant(named.part, named.span)]
                if self.names.ends_phrase(named):
                    return [Meant(n.part, n.span) for n in self.names.list_of(named) if n.first >= start]
                at = named.stop + 2 if self._is_led(named.stop) else named.stop
                continue
            word = doc.low(at)
            if word in _WE and at == start:
                return self.meant(at)
            goes_on = doc.pos[at] in ("DET", "ADJ", "NOUN", "PROPN", "NUM") or word in (
                "known",
                "as",
                "called",
                "so",
                "-",
                "“",
                '"',
            )
            goes_on = goes_on or self._is_participle(at) or (word == "," and self._is_explained(start, at))
            if not goes_on or (word == "as" and doc.low(at - 1) != "known"):
                return []
            at += 1
        return []

    def _is_called(self, named: Named) -> bool:
        """Tell whether what kind of body it is stands behind its name: "the Renewal Front PARTY", and nothing more."""
        doc, at = self.doc, named.stop
        if at >= len(doc.tokens) or doc.low(at) not in _KINDS or named.part.kind not in (ActorKind.ORGANISATION, ActorKind.GROUP):
            return False
        after = at + 1
        goes_on = after < len(doc.tokens) and (doc.word(after) in (*OWNS, *_HYPHENS) or doc.pos[after] in ("NOUN", "PROPN"))
        return not goes_on and doc.low(after if after < len(doc.tokens) else at) not in ("and", "or")

    def _is_participle(self, at: int) -> bool:
        """Tell whether a participle only describes the noun after it: "the SLAIN opposition leader NAME", "JAILED politician NAME"."""
        doc = self.doc
        return (
            doc.pos[at] == "VERB"
            and at + 1 < len(doc.tokens)
            and doc.pos[at + 1] in ("NOUN", "ADJ", "PROPN")
            and (doc.relations[at] == "amod" or doc.low(at).endswith(("ed", "en", "ain")))
        )

    def _is_explained(self, start: int, at: int) -> bool:
        """Tell whether a comma parts a noun for a body from its name: "a wider coalition, the Harbour Alliance"."""
        doc = self.doc
        if at == start or doc.low(at - 1) not in _KINDS or doc.low(start) not in ("a", "an") or at + 2 >= len(doc.tokens):
            return False
        named = self.names.at(at + 1 + (doc.low(at + 1) == "the"))
        return named is not None and named.part.kind in (ActorKind.ORGANISATION, ActorKind.GROUP)
