"""A sentence's tokens → its noun chunks: "the Syrian army's third brigade", with head, owner, preposition before it, and lists of them.

Parts of speech decide, not the tree: the words that stand together are right where the parser errs on which depends on which.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from ...span import Span
from ..chains.words import PRONOUNS, singular
from ..doc import Doc
from .triggers import verb_forms

_NOMINAL = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM", "SYM", "X"))
_TALKS, _HELD = frozenset(("negotiations", "consultations")), frozenset(("talks", "negotiations", "consultations"))
_NO_NAMES = frozenset(("SCONJ", "INTJ"))
_HEADS = frozenset(("NOUN", "PROPN", "NUM", "PRON", "SYM", "X"))
_QUOTES = frozenset("“”\"‘’'`")
_SIGNS = frozenset("$£€¥₹")
_CLITICS, _BEFORE = frozenset(("'s", "’s", "'", "’", "s")), frozenset("the a an who whom which".split())
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_LIKE_PREPOSITIONS = frozenset(("including", "following", "regarding", "concerning", "involving"))
_AUXILIARIES = frozenset("has have had having is are was were be been".split())
_ADDING = frozenset(("as well as", "along with", "together with"))
_LISTING = _ADDING | {"and", ", and", "and then", ", and then", "and later", "and also", "or", "&", ", or"}
_NEVER_PARTICLES = frozenset(("to", "from", "with", "of", "for", "at", "against", "into"))
# After these "to" leads somewhere.
_MOTIONS = frozenset("go return head travel fly move send rush come march lead sentence bring".split())
# Nouns of amount, behind which "of" leads to what is meant.
AMOUNTS = frozenset(
    "group number dozen hundred thousand million score handful majority member team delegation series wave ton tonne kilogram kg "
    "dollar euro pound yen crowd part most some many several all half lot total shipment rest column third batch coalition "
    "alliance pair couple faction wing billion barrel bag sort kind family hands clique band bunch trio".split()
)
# Letters of a word that a point may shorten ("Sen.", "Gen.", "Prof.").
LONGEST_SHORT_FORM = 4
# A list of more members than this is no list of parties.
LONGEST_LIST = 12


class Chunk(NamedTuple):
    """A noun chunk; places are indices of tokens of the Doc. A tuple, because hundreds are made of a report and few are asked for much.

    Attributes:
        first, last: its first and last token.
        head: the noun that it is about.
        owner: last token of the possessor inside it ("Moscow" of "Moscow's attack"), None without one.
        prep: the preposition right before it, lower case; "" where there is none.
        is_time: whether it is a time expression.
    """

    first: int
    last: int
    head: int
    owner: int | None
    prep: str
    is_time: bool = False


def is_infinitive(doc: Doc, index: int) -> bool:
    """Tell whether a word after "to" is a verb that the lexicon knows, whatever the tagger takes it for: "agreed to | resign"."""
    if index < 2 or doc.low(index - 1) != "to":
        return False
    word = doc.low(index)
    form = verb_forms().get(word)
    if form is None or form.lemma != word:
        return False
    if doc.pos[index - 1] == "PART" or doc.pos[index] == "VERB":
        return True
    above = verb_forms().get(doc.low(index - 2))
    return above is not None and above.lemma not in _MOTIONS  # "should go to | jail"


class Chunks:
    """The chunks of one sentence, in text order."""

    def __init__(self, doc: Doc, sentence: Span, times: Sequence[Span]) -> None:
        self.doc = doc
        self.tokens = doc.tokens_in(sentence)
        self.infinitives = {i for i in self.tokens if doc.lows[i - 1] == "to" and is_infinitive(doc, i)}
        self._time_tokens = {i for time in times for i in doc.tokens_in(time)}
        self._slips = {i for i in self.tokens if doc.pos[i] in _NO_NAMES and self._is_in_name(i)}
        self.all = self._made()
        self._firsts = [chunk.first for chunk in self.all]
        self._holding = {token: chunk for chunk in self.all for token in range(chunk.first, chunk.last + 1)}
        self._words: dict[int, frozenset[str]] = {}
        self._adjectives: dict[int, frozenset[str]] = {}
        self._head_words: dict[int, str] = {}

    def at(self, token: int) -> Chunk | None:
        """Give the chunk that holds the token."""
        return self._holding.get(token)

    def after(self, token: int) -> list[Chunk]:
        """Give the chunks that begin after the token."""
        return self.all[bisect_right(self._firsts, token) :]

    def before(self, token: int) -> list[Chunk]:
        """Give the chunks that end before the token, nearest first."""
        return [chunk for chunk in reversed(self.all) if chunk.last < token]

    def span(self, chunk: Chunk) -> Span:
        """Give the words of a chunk, without an article at its head and a possessive at its end."""
        first, last = chunk.first, chunk.last
        while first < last and (self.doc.pos[first] == "DET" or self.doc.low(first) in _BEFORE):
            first += 1
        while last > first and self.doc.low(last) in _CLITICS:
            last -= 1
        return Span(self.doc.tokens[first].start, self.doc.tokens[last].end)

    def nouns(self, chunk: Chunk) -> frozenset[str]:
        """Give the nouns of a chunk in the singular, lower case, those of a possessor left out."""
        return self.words(chunk) - self._adjectives[chunk.first]

    def words(self, chunk: Chunk) -> frozenset[str]:
        """Give the words of a chunk in the singular, lower case, those of a possessor left out."""
        if chunk.first not in self._words:
            start = chunk.first if chunk.owner is None else chunk.owner + 1
            found = {
                self.doc.low(i)
                for i in range(start, chunk.last + 1)
                if self.doc.pos[i] in ("NOUN", "PROPN", "ADJ", "NUM", "PRON", "VERB") and self.doc.word(i) != "March"
            }
            tokens = range(start, chunk.last + 1)
            described = {self.doc.low(i) for i in tokens if self._describes(i) and i != chunk.head}
            named = {self.doc.low(i) for i in tokens if self.doc.pos[i] in ("NOUN", "PROPN", "NUM")}
            self._adjectives[chunk.first] = frozenset(w for word in described - named for w in (word, singular(word)))
            if any(not _SIGNS.isdisjoint(self.doc.word(i)) for i in tokens):
                found.add("money")
            self._words[chunk.first] = frozenset(found | {singular(word) for word in found})
        return self._words[chunk.first]

    def _describes(self, token: int) -> bool:
        return self.doc.pos[token] in ("ADJ", "VERB") and self.doc.relations[token] != "compound"

    def is_pronoun(self, chunk: Chunk) -> bool:
        """Tell whether a chunk is a personal pronoun; "US" is none."""
        word = self.doc.word(chunk.head)
        return word.lower() in PRONOUNS and not (len(word) > 1 and word.isupper())

    def head_word(self, chunk: Chunk) -> str:
        """Give the head in the singular, lower case."""
        if chunk.first not in self._head_words:
            self._head_words[chunk.first] = singular(self.doc.low(chunk.head))
        return self._head_words[chunk.first]

    def of(self, chunk: Chunk, *preps: str) -> Chunk | None:
        """Give the chunk that follows this one over one of the prepositions: "the shelling | of | the port"."""
        following = self.all[bisect_right(self._firsts, chunk.first) :][:1]
        if not following or following[0].prep not in preps:
            return None
        gap = range(chunk.last + 1, following[0].first)
        return following[0] if sum(self.doc.pos[i] not in ("PUNCT", "ADV") for i in gap) == 1 else None

    def counted(self, chunk: Chunk) -> Chunk:
        """Give what a noun of amount counts: "dozens of miners" → "miners"; the chunk itself where it is none."""
        for _ in range(3):
            is_amount = (
                self.head_word(chunk) in AMOUNTS or self.doc.lows[chunk.head] in AMOUNTS or self.doc.pos[chunk.head] == "NUM"
            )
            after = self.of(chunk, "of") if is_amount else None
            if after is None:
                break
            chunk = after
        return chunk

    def listed(self, chunk: Chunk, *, verb: int | None = None, backward: bool = False) -> list[Chunk]:
        """Give the chunks that are listed with this one ("Chad, Niger and Mali"), itself included, in text order.

        Args:
            verb: the verb they go with; a chunk right before another verb begins a clause of its own.
            backward: look also before the chunk, where no preposition leads in.
        """
        place = bisect_left(self._firsts, chunk.first)
        found, waiting = [chunk], []
        for nearer, further in zip(self.all[place:], self.all[place + 1 :], strict=False):
            link = self._link(nearer, further)
            is_joined = link is not None and (not further.prep or self._is_added(nearer, further))
            if not is_joined or self._begins_clause(further, nearer, verb) or len(found) > LONGEST_LIST:
                break
            waiting.append(further)
            if link == "and":
                found, waiting = found + waiting, []
        if not backward:
            return found
        joined = len(found) > 1
        ahead: list[Chunk] = []
        for further, nearer in zip(reversed(self.all[:place]), reversed(self.all[1 : place + 1]), strict=True):
            link = self._link(further, nearer)
            is_free = not nearer.prep or self._is_added(further, nearer)
            if link is None or not is_free or further.prep or (link == "," and not joined) or len(ahead) > LONGEST_LIST:
                break
            joined = True
            ahead.append(further)
        return [*reversed(ahead), *found]

    def _link(self, left: Chunk, right: Chunk) -> str | None:
        if left.is_time or right.is_time:
            return None
        between = self._between(left, right)
        return "and" if between in _LISTING else "," if between == "," else None

    def _between(self, left: Chunk, right: Chunk) -> str:
        return " ".join(self.doc.lows[left.last + 1 : right.first])

    def _is_added(self, left: Chunk, right: Chunk) -> bool:
        """Tell whether a chunk is listed by words that end in a preposition: "as well as", "together with"."""
        return self._between(left, right) in _ADDING

    def _begins_clause(self, chunk: Chunk, before: Chunk, verb: int | None) -> bool:
        """Tell whether a chunk is the subject of a verb after it; one that the tree lists with a phrase before it is none."""
        if before.prep and self.doc.relations[chunk.head] == "conj" and self.doc.heads[chunk.head] == before.head:
            return False
        after, passed = chunk.last + 1, ("ADV",) if verb is None or verb < chunk.last else ("ADV", "AUX")
        while after in self.tokens and self.doc.pos[after] in passed:
            after += 1
        return after in self.tokens and after != verb and self.doc.pos[after] in ("VERB", "AUX") and not self._is_noun_like(after)

    def _is_noun_like(self, token: int) -> bool:
        form = verb_forms().get(self.doc.low(token))
        return self.doc.relations[token] in ("acl", "amod") or (form is not None and form.is_ing)

    def _made(self) -> list[Chunk]:
        found: list[Chunk] = []
        first: int | None = None
        end = self.tokens.stop
        for index in range(self.tokens.start, end + 1):
            starts, continues = (False, False) if index == end else self._steps(index, first)
            if first is not None and (starts or not continues):
                self._close(found, first, index - 1)
                first = None
            if first is None and starts:
                first = index
        return found

    def _steps(self, index: int, first: int | None) -> tuple[bool, bool]:
        """Tell whether a chunk begins at the token, and whether the open one goes on over it."""
        doc = self.doc
        if first is not None and doc.relations[index] == "goeswith":
            return False, True
        word = doc.lows[index]
        tag = "NOUN" if word in _HELD and self._is_talks(index) else doc.pos[index]
        tag = "PROPN" if index in self._slips else tag
        before = doc.pos[index - 1] if first is not None else ""
        if first is not None and (index in self._time_tokens) != (first in self._time_tokens):
            return tag in _NOMINAL or tag == "PRON", False
        if tag == "PRON":
            return True, first is not None and before == "DET"
        if index in self.infinitives or self._acts(index):
            return False, False
        if tag in _NOMINAL or (tag == "VERB" and self._modifies(index, first)):
            if first is None:
                return True, False
            splits = (tag == "DET" and before != "DET") or (tag == "NUM" and before in ("PROPN", "NOUN") and word != "one")
            return (True, False) if splits else (False, True)
        if first is None:
            return False, False
        if word in _CLITICS and tag == "PART" and before in _HEADS | {"ADJ", "X"}:
            return False, True
        if word in ("-", "–", "/", "&", ".") and doc.tokens[index].start == doc.tokens[index - 1].end:
            is_stop = word == "." and len(doc.word(index - 1)) > LONGEST_SHORT_FORM  # "on | Bedford Drive. | Police arrived"
            return False, not is_stop and self._noun_follows(index) or (word == "." and not is_stop) or self.doc.pos[
                min(index + 1, self.tokens.stop - 1)
            ] == "VERB"
        if word in _QUOTES:
            return False, self._noun_follows(index)
        if tag == "CCONJ" and before == "ADJ" and doc.pos[index - 1 : index + 3][0] == "ADJ":
            following = doc.pos[index + 1 : index + 4]
            return False, len(following) > 1 and following[0] == "ADJ" and following[1] in ("NOUN", "PROPN", "ADJ")
        if tag == "CCONJ" and doc.relations[index - 1] == "compound" and doc.heads[index - 1] > index:
            return False, self._noun_follows(index)  # "air and artillery strikes"
        if tag == "ADV":
            return False, index + 1 in self.tokens and doc.pos[index + 1] in ("ADJ", "NUM")
        return False, False

    def _is_in_name(self, index: int) -> bool:
        """Tell whether a word with a capital stands inside a name and not at its end, whatever it is tagged as."""
        token, is_capital = self.doc.tokens[index], self.doc.word(index)[:1].isupper()
        return is_capital and any(n.span.covers(token) and token.end < n.span.end for n in self.doc.names)

    def _is_talks(self, index: int) -> bool:
        """Tell whether "talks", tagged as a verb, is what is held: after a verb, or before those between whom they are."""
        word = self.doc.low(index)
        if word != "talks" or self.doc.pos[index] != "VERB":
            return word in _TALKS and self.doc.pos[index] == "VERB"  # "negotiations" is never a verb
        after = self.doc.low(index + 1) if index + 1 in self.tokens else ""
        before = self.doc.pos[index - 1] if index > self.tokens.start else ""
        return (
            before in ("VERB", "ADJ", "NUM", "DET")
            or after in ("between", "aimed")
            or (before in ("", "NOUN") and after == "with")
        )

    def _noun_follows(self, index: int) -> bool:
        return index + 1 in self.tokens and self.doc.pos[index + 1] in ("NOUN", "PROPN", "ADJ", "NUM")

    def _bound_before(self, first: int) -> int | None:
        """Give the first token of the words of bound before a number: "at least", "more than", "up to", "as many as"."""
        is_number = self.doc.pos[first] == "NUM"
        if not is_number and self.doc.lows[first] not in ("least", "most"):
            return None
        words = [self.doc.low(i) for i in range(max(self.tokens.start, first - 3), first + 1)]
        if words[-2:] in (["at", "least"], ["at", "most"]):
            return first - 1
        if not is_number:
            return None
        for back, bound in (
            (2, ["at", "least"]),
            (2, ["at", "most"]),
            (2, ["more", "than"]),
            (2, ["less", "than"]),
            (2, ["fewer", "than"]),
            (2, ["up", "to"]),
            (3, ["as", "many", "as"]),
        ):
            if words[:-1][-back:] == bound:
                return first - back
        return None

    def _modifies(self, index: int, first: int | None) -> bool:
        """Tell whether a participle belongs to the noun after it: "the besieged town", "Kenya's visiting minister"."""
        if not self._noun_follows(index):
            return False
        if index > self.tokens.start and self.doc.low(index - 1) in _AUXILIARIES:
            return False
        if first is not None and self.doc.pos[index - 1] == "PROPN" and self.doc.low(index) in verb_forms():
            return False  # "Panama | lifted sanctions"
        if self.doc.relations[index] == "amod":
            return True
        if (
            self.doc.relations[index] == "root"
        ):  # "an air strike | killed thirty civilians", whatever the words before it are taken for
            return False
        if first is None:  # "reject | proposed changes"
            is_after_verb = (
                index > self.tokens.start and self.doc.pos[index - 1] == "VERB" and self.doc.low(index - 1) in verb_forms()
            )
            return is_after_verb and self.doc.word(index).endswith("ed") and self.doc.pos[index + 1] == "ADJ"
        is_owned = self.doc.low(index - 1) == "s" and self.doc.relations[index - 1] == "goeswith"
        return first is not None and (is_owned or self.doc.pos[index - 1] in ("DET", "PART", "PUNCT", "NUM"))

    def _acts(self, index: int) -> bool:
        """Tell whether a word tagged as a noun is a verb after its subject: "Ghana sending nurses"."""
        pos = self.doc.pos
        if index == self.tokens.start or pos[index - 1] != "PROPN" or pos[index] not in ("NOUN", "PROPN", "ADJ"):
            return False
        form = verb_forms().get(self.doc.low(index))
        if form is None or not form.is_ing:
            return False
        after = index + 1
        follows = (
            after in self.tokens
            and self.doc.pos[after] in ("DET", "PROPN", "NUM")
            or (after in self.tokens and self.doc.word(after).endswith("s") and self.doc.pos[after] == "NOUN")
        )
        return follows and self.doc.word(index).islower()

    def _close(self, found: list[Chunk], first: int, last: int) -> None:
        pos, relations, lows = self.doc.pos, self.doc.relations, self.doc.lows
        while last > first and (pos[last] in ("PUNCT", "CCONJ", "ADV") and relations[last] != "goeswith"):
            last -= 1
        backward = range(last, first - 1, -1)
        head = next((i for i in backward if (pos[i] in _HEADS or self._is_talks(i)) and relations[i] != "goeswith"), None)
        if head is None:
            head = next((i for i in backward if pos[i] in ("ADJ", "DET")), None)
        if head is None:
            return
        marks = range(min(head, last) - 1, first, -1) if "PART" in pos[first:last] else ()
        owner = next((i - 1 for i in marks if pos[i] == "PART" and lows[i] in _POSSESSIVES), None)
        found.append(Chunk(first, last, head, owner, self._prep(first), first in self._time_tokens))

    def _prep(self, first: int) -> str:
        before = first - 1 if (bound := self._bound_before(first)) is None else bound - 1
        while before in self.tokens and (
            self.doc.word(before) in _QUOTES or self.doc.pos[before] == "ADV" or self.doc.low(before) in ("both", "either")
        ):
            before -= 1
        if before in self.tokens and self.doc.relations[before] == "case" and self.doc.low(before) in _LIKE_PREPOSITIONS:
            return self.doc.low(before)
        if before not in self.tokens or self.doc.pos[before] not in ("ADP", "PART", "SCONJ"):
            return ""
        word = self.doc.low(before)
        is_particle = self.doc.relations[before] == "advmod" and before > self.tokens.start and self.doc.pos[before - 1] == "VERB"
        if (
            (self.doc.relations[before] == "compound:prt" and word not in _NEVER_PARTICLES)
            or is_particle
            or (word == "s" and self.doc.pos[before] == "PART")
        ):
            return ""
        return word if self.doc.pos[before] == "ADP" or word in ("to", "like") else ""
