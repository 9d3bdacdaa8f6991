"""The words of one clause: from its predicate, without what is only joined to it. A word of a tree in, a span out.

Edges are mended by the text, since the syntax errs: a clause ends before a colon, semicolon or dash, and begins after "and" or "but".
"""

from __future__ import annotations

from itertools import pairwise

from ...span import Span
from ..reality.tree import Tree

_OWN_CLAUSE = ("parataxis",)
_ENDS = frozenset({":", ";", "—", "–", "--"})
_MARKS = " \t\n\xa0,.;:!?()–—-\"“”‘’'"
_OPENINGS = frozenset({"and", "but", "or", "yet", "so", "that", "then", "because", "also"})
_OPENERS = frozenset(
    {"because", "when", "if", "although", "though", "while", "unless", "whether", "said", "says", "“", "``", "''"}
)
_SUBORDINATE = frozenset({"if", "although", "though", "while", "unless"})
_RELATIVES = frozenset({"which", "who"})
_BREAKS = frozenset({"said", "says", "which", "who", "if", "unless"})
_LAST = frozenset({"in", "out", "up", "down", "off", "over", "through", "back", "away", "this", "that", "it"})
_ANYONE = frozenset({"you", "i", "one"})
_PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i", "you", "which", "who", "that", "this"})
_NO_PHRASE = frozenset({"PUNCT", "VERB"})
_NOMINAL = ("NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM")
_STOPS = frozenset(
    {",", ".", "!", "?", '"', "“", "”", "that", "which", "who", "whether", "this", "these", "the", "``", "''", "`", "'", *_ENDS}
)
# Words before a predicate among which its subject is looked for by its word alone.
_NEAR = 8
# Words of one clause; what is longer is a list or a wrong tree.
LONGEST = 60


def clause_of(tree: Tree, predicate: int, *, without: frozenset[int] = frozenset()) -> Span | None:
    """Give the words of the clause, trimmed; None where nothing but marks is left.

    Args:
        without: dependents of the predicate that are left out with all they govern (its condition).
    """
    if without:
        return _clause_of(tree, predicate, without)
    if predicate not in tree.clauses:
        tree.clauses[predicate] = _clause_of(tree, predicate, without)
    return tree.clauses[predicate]


def _clause_of(tree: Tree, predicate: int, without: frozenset[int]) -> Span | None:
    kept, cut = _gather(tree, predicate, without)
    low, high = min(kept), max(kept)
    for start, end in cut:
        if start > predicate:
            high = min(high, start - 1)
        elif end < predicate:
            low = max(low, end + 1)
    sentence = tree.doc.sentence_at(tree.doc.tokens[predicate].start)
    inside = tree.doc.tokens_in(sentence)
    low = _left(tree, max(low, inside.start), predicate)
    high = _right(tree, predicate, min(high, inside.stop - 1), inside.stop)
    return trimmed(tree, tree.doc.tokens[low].start, min(sentence.end, _end(tree, high)))


def _left(tree: Tree, low: int, predicate: int) -> int:
    """Give the first word: where the syntax begins the clause, or later, behind a mark or word that opens another; the subject is kept."""
    low = min(low, subject_start(tree, predicate, after=low - 1))
    subject = next((i for i in tree.under(predicate, "nsubj") if i < predicate and tree.pos(i) in ("NOUN", "PROPN")), predicate)
    for i in range(predicate - 1, low - 1, -1):
        word = tree.low(i)
        if word in _RELATIVES and subject < i:
            continue  # "the minister, who resigned in June, faces …"
        if is_end(tree, i) or word in _OPENERS or (word in _RELATIVES and i > low and tree.low(i - 1) == ","):
            comma = next((j for j in range(i + 1, predicate) if tree.low(j) == ","), i) if word in _SUBORDINATE else i
            low = i if word in _RELATIVES else comma + 1
            break
    if low > 1 and tree.pos(low) == "AUX" and tree.low(low - 1) == "that":
        low -= 1
    is_relative = low > 0 and (tree.low(low) in _RELATIVES or (tree.low(low) == "that" and tree.pos(low + 1) == "AUX"))
    if is_relative:
        low = _antecedent(tree, low)
    while low > 0 and tree.doc.relations[low] == "goeswith":
        low -= 1
    if low > 0 and tree.doc.text[tree.doc.tokens[low].start] in "'’" and tree.low(low - 1) in _PRONOUNS:
        low -= 1
    if is_relative:
        return low
    return next(
        (i for i in range(low, predicate) if tree.low(i) not in _OPENINGS and tree.pos(i) not in ("CCONJ", "PUNCT")), predicate
    )


def _antecedent(tree: Tree, relative: int) -> int:
    """Give the first word of the noun phrase before a relative pronoun, the pronoun itself where none stands right before."""
    before = relative - 1
    if before < 0 or tree.pos(before) not in ("NOUN", "PROPN"):
        return relative
    return tree.start_of(before)


def _right(tree: Tree, predicate: int, high: int, stop: int) -> int:
    """Give the last word: no further than a mark that ends a clause, and on to the next mark where the syntax breaks off before it."""
    for i in range(predicate + 1, high + 1):
        if is_end(tree, i):
            return _before_absolute(tree, predicate, i - 1)
    while high + 1 < stop:
        if _is_hyphen(tree, high + 1):
            high += 1  # "no more semi-official talks"
        elif tree.pos(high + 1) in ("PUNCT", "SCONJ", "CCONJ") or tree.low(high + 1) in _BREAKS:
            break
        high += 1
    high = min(high, stop - 1)
    while high > predicate and tree.pos(high) in ("SCONJ", "CCONJ", "DET", "ADP") and tree.low(high) not in _LAST:
        high -= 1
    return high


def _before_absolute(tree: Tree, predicate: int, high: int) -> int:
    if tree.low(high) != "being":  # "…, the message being: …"
        return high
    return next((i - 1 for i in range(high, predicate, -1) if tree.low(i) == ","), high)


def is_end(tree: Tree, index: int) -> bool:
    """Tell a mark that ends a clause from a hyphen, and a full stop from that of an abbreviation."""
    word = tree.low(index)
    if word in (".", "?", "!"):
        return (
            tree.relation(index) != "goeswith"
            and tree.doc.tokens[index].end < len(tree.doc.text)
            and tree.doc.text[tree.doc.tokens[index].end] in " \n”\"'"
        )
    return word in _ENDS and not _is_hyphen(tree, index)


def _gather(tree: Tree, predicate: int, without: frozenset[int]) -> tuple[list[int], list[tuple[int, int]]]:
    """Give the words the predicate governs, and the stretches of clauses that are only joined to it."""
    kept, waiting, cut = [predicate], [predicate], []
    while waiting and len(kept) < LONGEST:
        here = waiting.pop()
        for i in tree.under(here):
            kind = tree.kind(i)
            is_joined = kind == "conj" and tree.pos(i) in ("VERB", "AUX") and bool(tree.under(i, "nsubj", "aux", "csubj"))
            if i in without or kind in _OWN_CLAUSE or (is_joined and here == predicate):
                cut.append(stretch(tree, i))
            else:
                kept.append(i)
                waiting.append(i)
    return kept, cut


def stretch(tree: Tree, index: int) -> tuple[int, int]:
    """Give the first and the last word that a word governs, itself among them."""
    kept, waiting = [index], [index]
    while waiting and len(kept) < LONGEST:
        more = tree.under(waiting.pop())
        kept += more
        waiting += more
    return min(kept), max(kept)


def objects_of(tree: Tree, verb: int) -> list[int]:
    """Give what stands behind a verb as its object; also a bare noun that the syntax takes for its complement."""
    near = tree.under(verb, "obj", "xcomp", "ccomp")
    return [
        i
        for i in near
        if i > verb and (tree.kind(i) == "obj" or (tree.pos(i) == "NOUN" and not tree.under(i, "cop", "mark", "nsubj", "aux")))
    ]


def subject_start(tree: Tree, predicate: int, *, after: int) -> int:
    """Give the first word of a clause by its verb group and the noun phrase right before it; the syntax may have hung either elsewhere."""
    first, pos, relations = predicate, tree.doc.pos, tree.doc.relations
    while first - 1 > after and (pos[first - 1] in ("AUX", "ADV", "PART") or relations[first - 1] == "goeswith"):
        first -= 1
    subjects = [i for i in tree.under(predicate, "nsubj", "expl") if after < i < first]
    place = max(subjects) if subjects and _NO_PHRASE.isdisjoint(pos[max(subjects) : first]) else first
    if (
        place < first
        and tree.low(place) in _PRONOUNS
        or (place == first and place - 1 > after and tree.low(place - 1) in _PRONOUNS)
    ):
        return place if place < first else place - 1
    while place - 1 > after and (pos[place - 1] in _NOMINAL or relations[place - 1] == "goeswith"):
        place -= 1
    return place


def is_of_anyone(tree: Tree, predicate: int) -> bool:
    """Tell a clause that has words of the reader, the writer or anybody before its predicate: "you", "one", not "one of" or "one day"."""
    first = max(0, predicate - _NEAR)
    if _ANYONE.isdisjoint(tree.lows[first:predicate]):
        return False
    lows = tree.lows[max(subject_start(tree, predicate, after=-1), first) : predicate + 1]
    return any(low != "one" or following not in ("of", "day") for low, following in pairwise(lows) if low in _ANYONE)


def with_subject(tree: Tree, span: Span) -> Span:
    """Give a clause that begins with its modal verb the noun phrase right before it, which the syntax hangs on another word."""
    first = next(iter(tree.doc.tokens_in(span)), 0)
    if first == 0 or tree.pos(first) != "AUX" or tree.pos(first - 1) not in ("NOUN", "PROPN"):
        return span
    start = first - 1
    while (
        start > 0
        and (tree.pos(start - 1) in (*_NOMINAL, "ADV", "PUNCT") or tree.low(start - 1) == "of")
        and tree.low(start - 1) not in _STOPS
    ):
        if tree.doc.tokens[start - 1].start < tree.doc.sentence_at(span.start).start:
            break
        start -= 1
    return Span(tree.doc.tokens[start].start, span.end)


def trimmed(tree: Tree, start: int, end: int) -> Span | None:
    """Give the words of a stretch of text without blanks and marks around; quotation marks stay where the other one is inside."""
    text = tree.doc.text
    while start < end and text[start] in _MARKS and not _is_paired(text, start, end):
        start += 1
    while end > start and text[end - 1] in _MARKS and not _is_paired(text, start, end, last=True):
        end -= 1
    return Span(start, end) if start < end else None


def _is_paired(text: str, start: int, end: int, *, last: bool = False) -> bool:
    """Tell whether the mark at an edge opens or closes a quotation within the words."""
    mark = text[end - 1] if last else text[start]
    if mark not in '“”"':
        return False
    inside = text[start : end - 1] if last else text[start + 1 : end]
    return ("“" if mark == "”" else "”" if mark == "“" else '"') in inside


def _is_hyphen(tree: Tree, index: int) -> bool:
    """Tell a hyphen within a word from a dash."""
    tokens = tree.doc.tokens
    return (
        0 < index < len(tokens) - 1
        and tokens[index - 1].end == tokens[index].start
        and tokens[index].end == tokens[index + 1].start
    )


def _end(tree: Tree, index: int) -> int:
    """Give the end of a word, parts of it that are further tokens included."""
    tokens = tree.doc.tokens
    while index + 1 < len(tokens) and tree.doc.relations[index + 1] == "goeswith":
        index += 1
    return tokens[index].end
