"""Names joined in the text ("Chad, the UAE and Togo") → lists; and which list a plural pronoun goes back to.

A list is of names that end their phrases, parted by commas and closed by "and", "or" or their like; people are listed with people. A plural
pronoun goes back to the list named last in its own sentence or the one before, or to what the last plural pronoun there went back to.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from ...findings.actor import ActorKind
from ...span import Span
from ..doc import Doc
from ..extract.cast import Cast, Part, slug
from .clauses import DAYS

_CLOSING = ("and", "or", "&")
# Words that begin another phrase after a name whatever their tag: "Norvik last year".
_NO_PHRASE = ("such", "last", "next", "earlier", "early", "late", "later")
_TIMES = frozenset("years months weeks days decades hours year month week decade".split())
_PHRASE_GOES_ON = ("NOUN", "PROPN", "ADJ", "NUM")
_LINKS = ("of", "for", "in", "at", "to", "and", "the")
_FOREIGN = ("de", "del", "della", "di", "da", "do", "du", "la", "van", "von", "der", "y", "e")
# Tokens of a possessive; the encoder's tokens cut "'s" in two.
OWNS = ("'s", "’s", "’", "'", "s")
# Words between a name and the last mark before it, that are no part of the name ("and the UAE", "and neighbouring Togo").
_LED_BY = ("DET", "ADJ")
PLURALS = frozenset(("they", "them", "both", "these", "those", "theirs"))
# Nouns that stand for the members of a list when "the", "these" or "both" and perhaps a number stand before them.
MEMBERS = frozenset(
    ("countries", "states", "nations", "governments", "groups", "organisations", "organizations", "parties", "companies")
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name at its place: the words, whom they name, and the tokens they cover (half-open)."""

    span: Span
    part: Part
    first: int
    stop: int


class Names:
    """The names of a report by token, the longest where several cover one word; pronouns and descriptions left out."""

    def __init__(self, doc: Doc, cast: Cast) -> None:
        self.doc = doc
        self._at: dict[int, Named] = {}
        self.ordered: list[Named] = []
        mentions = cast.named_in(Span(0, max(1, len(doc.text))))
        end = 0
        inner = {span.end: span for span, part in mentions if span in part.naming}  # the shortest name that ends here comes last
        order = sorted(
            mentions, key=lambda pair: (pair[0].start, -pair[0].end, pair[1].kind is ActorKind.COUNTRY)
        )  # a town before its state
        for span, part in order:
            tokens = doc.tokens_in(span)
            if _describes(doc, span, part, inner.get(span.end)) or _is_pair(cast, span, part):
                continue
            if span.start < end or not len(tokens) or span not in part.naming or doc.pos[tokens[-1]] == "PRON":
                continue
            named = Named(span, part, tokens.start, tokens.stop)
            self.ordered.append(named)
            self._at.update(dict.fromkeys(tokens, named))
            end = span.end
        self._lists = _lists(doc, self)

    def at(self, token: int) -> Named | None:
        """Give the name that covers a token."""
        return self._at.get(token)

    def ends_phrase(self, named: Named) -> bool:
        """Tell whether the noun phrase ends with the name: "the port of Lagos", and not "Lagos port" or "Lagos's port"."""
        doc, after = self.doc, named.stop
        if after >= len(doc.tokens):
            return True
        word = doc.word(after)
        if word in OWNS or word in ("-", "‐", "–") and doc.tokens[after].start == named.span.end:
            return False
        return not (
            doc.pos[after] in _PHRASE_GOES_ON
            and word not in _NO_PHRASE
            and word.lower() not in DAYS
            and not _counts_time(doc, after)
            and doc.text[named.span.end : doc.tokens[after].start].isspace()
        )

    def list_of(self, named: Named) -> list[Named]:
        """Give the list the name stands in, in text order; the name alone where it stands in none."""
        return self._lists.get(named.first, [named])

    def last_list(self, span: Span) -> list[Named] | None:
        """Give the last list that lies in the span."""
        low = bisect_left(self.ordered, span.start, key=lambda n: n.span.start)
        high = bisect_left(self.ordered, span.end, key=lambda n: n.span.start)
        for named in reversed(self.ordered[low:high]):
            if len(found := self.list_of(named)) > 1:
                return found if found[-1].span.end <= span.end else None
        return None


def _counts_time(doc: Doc, at: int) -> bool:
    """Tell whether words begin to say how long ago: "left the bloc FIVE years ago"."""
    return doc.pos[at] == "NUM" and at + 1 < len(doc.tokens) and doc.low(at + 1) in _TIMES


def _describes(doc: Doc, span: Span, part: Part, inner: Span | None) -> bool:
    """Tell whether words are a description that ends with a name of its own ("ally Chad", "the Oslo-based Norvik"), which is meant instead."""
    if inner is None or inner.start <= span.start or part.key != slug(part.name):
        return False
    lead = doc.text[span.start : inner.start].split()
    return (
        any(word[0].islower() and word not in (*_LINKS, *_FOREIGN) for word in lead)
        or lead[0] in ("The", "A", "An")
        or "-" in lead[-1]
    )


def _is_pair(cast: Cast, span: Span, part: Part) -> bool:
    """Tell whether words taken for a group only join two names ("Chad and Togo"), which are meant one by one."""
    if part.kind is not ActorKind.GROUP or " and " not in span.of(cast.text):
        return False
    inside = {other.key for mention, other in cast.named_in(span) if other is not part and mention in other.naming}
    return len(inside) > 1


def _lists(doc: Doc, names: Names) -> dict[int, list[Named]]:
    found: dict[int, list[Named]] = {}
    run: list[Named] = []
    marks: list[str] = []
    for named in [*names.ordered, None]:
        mark = _mark_between(doc, run[-1], named) if run and named is not None else None
        if named is None or not run or mark is None or not names.ends_phrase(run[-1]) or not _alike(run[-1], named):
            _close(doc, names, run, marks, found)
            run, marks = ([named], []) if named is not None else ([], [])
            continue
        run.append(named)
        marks.append(mark)
    return found


def _alike(one: Named, other: Named) -> bool:
    return (one.part.kind is ActorKind.PERSON) == (other.part.kind is ActorKind.PERSON) and one.part is not other.part


def _mark_between(doc: Doc, one: Named, other: Named) -> str | None:
    """Give the closing word or comma that alone parts two names; None where anything else does."""
    between = range(one.stop, other.first)
    if not 1 <= len(between) <= 4:
        return None
    words = [doc.low(i) for i in between]
    while words and (doc.pos[between[len(words) - 1]] in _LED_BY or words[-1] == "the"):
        words.pop()
    if words in ([","], [";"]):
        return ","
    if words in ([w] for w in _CLOSING) or words in ([",", w] for w in _CLOSING):
        return words[-1]
    return None


def _close(doc: Doc, names: Names, run: list[Named], marks: list[str], found: dict[int, list[Named]]) -> None:
    """Note the run as a list up to its last closing word; a run of commas alone is none, nor is a last name that begins a clause."""
    closings = [place for place, mark in enumerate(marks) if mark in _CLOSING]
    if not closings:
        return
    kept = run[: closings[0] + 2]
    if len(kept) == 2 and "," in doc.text[kept[0].span.end : kept[1].span.start]:
        return  # "a unit of Norvik, and Harbour Foods": two names alone have no comma between them
    if not names.ends_phrase(kept[-1]) or _begins_clause(doc, kept):
        return
    found.update({named.first: kept for named in kept})


def _begins_clause(doc: Doc, kept: list[Named]) -> bool:
    """Tell whether the last name is the subject of a verb that the others are not: "… left Chad, and Togo followed"."""
    if not doc.heads:
        return False
    last, first = kept[-1], kept[0]

    def governs(named: Named) -> tuple[int, str]:
        top = next((i for i in range(named.first, named.stop) if not named.first <= doc.heads[i] < named.stop), named.first)
        return doc.heads[top], doc.relations[top]

    head, relation = governs(last)
    return relation.startswith("nsubj") and not governs(first)[1].startswith("nsubj") and head > last.first


class Plurals:
    """Answers, for one report, which list a plural pronoun goes back to."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self.doc, self.names = doc, names
        self._answered: dict[int, list[Named]] = {}  # sentence → what its last plural pronoun went back to

    def antecedent(self, token: int, *, count: int | None = None) -> list[Named] | None:
        """Give the list that "they", "both" or "these countries" at a token goes back to; None where none is near or it has not `count` names."""
        doc = self.doc
        here = doc.sentence_number(doc.tokens[token].start)
        before = Span(doc.sentences[here].start, doc.tokens[token].start) if doc.sentences else None
        if before is None or self._is_rivalled(doc.clause_near(doc.tokens[token].start), token):
            return None
        found = self.names.last_list(before) if before.start < before.end else None
        if found is None and here:
            found = self.names.last_list(doc.sentences[here - 1]) or self._answered.get(here - 1)
        if found is None or (count is not None and len(found) != count):
            return None
        self._answered[here] = found
        return found

    def _is_rivalled(self, sentence: Span, token: int) -> bool:
        """Tell whether another plural subject stands before the pronoun in its sentence."""
        return any(
            t < token and self._is_plural(t) and self.doc.relations[t].startswith("nsubj") for t in self.doc.tokens_in(sentence)
        )

    def _is_plural(self, token: int) -> bool:
        word = self.doc.low(token)
        return self.doc.pos[token] == "NOUN" and word.endswith("s") and not word.endswith("ss")
