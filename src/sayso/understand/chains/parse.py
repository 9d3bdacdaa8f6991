"""Doc → who governs whom: the head word of a phrase and what it does in its clause, from the parse where the Doc has one, else from parts of speech."""

from __future__ import annotations

from dataclasses import dataclass

from ..doc import Doc
from ..extract.cues import verbs
from .mention import Role
from .words import OWNERS

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_ENDS_PHRASE = frozenset(("ADP", "SCONJ", "VERB", "AUX", "CCONJ"))
_RELATIVES = frozenset(("who", "which", "that", "whom", "whose", "where", "when"))
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl", "nsubjpass")
_OBJECTS = ("obj", "iobj", "dobj")
# Words between a subject and its verb, or a verb and its object, that are looked over without a parse.
REACH = 4


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as tokens.

    Attributes:
        first, end: its tokens, end exclusive.
        head: its head word's token.
        core: where what the head governs before its first comma, preposition or relative clause ends, exclusive.
    """

    first: int
    end: int
    head: int
    core: int


class Parse:
    """Questions about the grammar of one Doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.heads: tuple[int, ...] = getattr(doc, "heads", ())
        self.relations: tuple[str, ...] = getattr(doc, "relations", ())
        self.words = doc.lows

    def phrase(self, tokens: range) -> Phrase:
        """Find the head of a phrase of one token or more."""
        core = self._core(tokens)
        head = self._governor(tokens) if self.heads else None
        if head is None or (self.doc.pos[head] not in _NOMINAL and len(tokens) > 1):
            nominal = [i for i in range(tokens.start, core) if self.doc.pos[i] in _NOMINAL and not self._is_mark(i)]
            head = nominal[-1] if nominal else max(tokens.start, core - 1)
        return Phrase(tokens.start, tokens.stop, head, max(core, head + 1))

    def _governor(self, tokens: range) -> int | None:
        """Give the token that no other of the phrase governs; later parts of a word are no tokens of their own."""
        return next((i for i in tokens if self.heads[i] not in tokens and self.relations[i] != "goeswith"), None)

    def _is_mark(self, index: int) -> bool:
        return self.words[index] in ("'s", "’s", "s", "'", "’")

    def _core(self, tokens: range) -> int:
        has_head = False
        for i in tokens:
            tag, word = self.doc.pos[i], self.words[i]
            if has_head and (tag in _ENDS_PHRASE or word in _RELATIVES or word in (",", ":", ";", "(", "—", "–")):
                if tag == "CCONJ" or word == ",":
                    return i if not self._goes_on(i, tokens) else tokens.stop
                return i
            has_head = has_head or (tag in _NOMINAL and not self._is_mark(i))
        end = tokens.stop
        while end > tokens.start + 1 and self._is_mark(end - 1):
            end -= 1
        return end

    def _goes_on(self, index: int, tokens: range) -> bool:
        """Tell "the trade and industry ministry" from "the ministry and …": nothing but one word and a noun is left."""
        rest = [i for i in range(index + 1, tokens.stop)]
        return self.doc.pos[index] == "CCONJ" and len(rest) == 2 and all(self.doc.pos[i] in ("NOUN", "PROPN") for i in rest)

    def follows_noun(self, phrase: Phrase) -> bool:
        """Tell whether a noun, or a noun and a comma, stands right before."""
        at = phrase.first - 1
        if at > 0 and self.words[at] == ",":
            at -= 1
        return at >= 0 and self.doc.pos[at] in ("NOUN", "PROPN") and not self._is_mark(at)

    def is_predicate(self, phrase: Phrase) -> bool:
        """Tell whether "is", "was" or "became" stands right before."""
        return phrase.first > 0 and self.words[phrase.first - 1] in ("is", "was", "are", "were", "became", "becomes")

    def role(self, phrase: Phrase) -> Role:
        """Tell what a phrase does in its clause."""
        if self.relations:
            relation = self.relations[phrase.head]
            if relation in _SUBJECTS:
                return Role.SUBJECT
            if relation in _OBJECTS:
                return Role.OBJECT
            return Role.OWNER if relation == "nmod:poss" else Role.OTHER
        return self._role_by_order(phrase)

    def _role_by_order(self, phrase: Phrase) -> Role:
        pos, words = self.doc.pos, self.words
        if phrase.first == phrase.head and words[phrase.head] in OWNERS and words[phrase.head] != "her":
            return Role.OWNER
        if words[phrase.head] == "her" and phrase.end < len(pos) and pos[phrase.end] in ("NOUN", "ADJ", "PROPN", "NUM"):
            return Role.OWNER
        last = phrase.end - 1
        if self._is_mark(last) or (phrase.end < len(pos) and self._is_mark(phrase.end)):
            return Role.OWNER
        before = pos[phrase.first - 1] if phrase.first else ""
        if before != "ADP" and self.verb_after(phrase) is not None:
            return Role.SUBJECT
        if self._is_inverted(phrase):
            return Role.SUBJECT
        return Role.OBJECT if before in ("VERB", "AUX") else Role.OTHER

    def verb_after(self, phrase: Phrase) -> int | None:
        """Give the verb or auxiliary that follows a phrase at once, adverbs aside; after a comma only where one opened an aside."""
        for i in range(phrase.end, min(len(self.doc.pos), phrase.end + REACH)):
            if self.doc.pos[i] in ("VERB", "AUX"):
                return i
            if self.doc.pos[i] not in ("ADV", "PART"):
                return None
        return None

    def speaks(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is subject of a reporting verb: "the minister had said", "…, said the minister"."""
        if self.relations:
            verb = self.heads[phrase.head]
            return self.relations[phrase.head] in _SUBJECTS and verb >= 0 and self.words[verb] in verbs()
        at = self.verb_after(phrase)
        while at is not None and at < min(len(self.doc.pos), phrase.end + 2 * REACH):
            if self.words[at] in verbs() and self.doc.pos[at] == "VERB":
                return True
            if self.doc.pos[at] not in ("AUX", "ADV", "PART"):
                break
            at += 1
        return self._is_inverted(phrase)

    def _is_inverted(self, phrase: Phrase) -> bool:
        """Tell whether a reporting verb stands right before, with a mark or nothing before it: "…," said the minister."""
        at = phrase.first - 1
        if at < 1 or self.words[at] not in verbs() or self.doc.pos[at] != "VERB":
            return False
        follows = self.words[phrase.end] if phrase.end < len(self.words) else "."
        return self.doc.pos[at - 1] == "PUNCT" and not follows[0].isalpha() or self.words[at - 1] in ("”", '"', "’", "''")
