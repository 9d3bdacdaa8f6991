"""What an event's own clause says of it: auxiliaries, negation, adverbs, mood. A word of a tree in, a reality or nothing out.

A verb's auxiliaries are shared by the verbs joined to it ("will meet and sign"). Cases: cases/reality.yml.
"""

from __future__ import annotations

import re

from ...findings.event import Reality
from .decision import Decision
from .mood import is_command
from .operators import hostile_acts, operators
from .shapes import Shape, shape
from .tree import Tree

_NEGATIONS = frozenset({"not", "n't", "cannot", "never", "hardly", "scarcely", "nor", "neither"})
_NOT = frozenset({"not", "n't", "cannot", "never"})
_NOBODY = frozenset({"nobody", "none", "nothing", "neither", "no-one"})
_NOT_NEGATED = frozenset({"only", "just", "merely", "simply"})
_FUTURE = frozenset({"will", "shall", "'ll", "wo", "sha"})
_POSSIBLE = frozenset({"could", "may", "might", "can", "ca"})
_DUE = frozenset({"should", "must", "ought"})
_MODALS = _FUTURE | _POSSIBLE | _DUE | {"would"}
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_BEFORE_NOUNS = frozenset({"for", "of", "in", "during", "after", "over", "about", "amid", "into", "from"})
_BE = frozenset({"is", "are", "am", "was", "were", "be", "been", "being", "'s", "'re", "'m"})
_PRESENT_BE = frozenset({"is", "are", "am", "'s", "'re", "'m"})
_PRESENT = _PRESENT_BE | {"has", "have", "been", "being", "does", "do"}
_REMAINS = frozenset({"remain", "remains", "remained", "stay", "stays", "stayed"})
_NOT_BEFORE = re.compile(r"(?:^|; )(?:before|until|till) \w")
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tomorrow"})
_STOPS = (".", "!", "?", "”", '"', "'")
_MANY = frozenset({"dozens", "scores", "hundreds", "thousands", "tens", "millions", "number"})
_LATER = re.compile(
    r"\b(?:tomorrow|next (?:week|month|year|spring|summer|autumn|fall|winter|\w+day)|later (?:this|today|on|in)|in the coming|(?:on|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day|soon)\b"
)


_DAY_OF_SEVERAL = re.compile(
    r"\b(?:for|into) (?:a|the|its|their|his|her)?\s*(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+th)\b"
    r".*\b(?:day|night|week|month|year)\b"
)


def is_clausal(tree: Tree, index: int) -> bool:
    """Tell whether a word is the predicate of a clause: a verb, or a noun or adjective with a copula, an auxiliary or a subject."""
    if tree.under(index, "cop", "aux", "nsubj"):
        return True
    return tree.pos(index) in ("VERB", "AUX") and not is_noun_by_place(tree, index)


def is_noun_by_place(tree: Tree, index: int) -> bool:
    """Tell a noun taken for a verb: "simulated the *capture* of a bridge", "for *talks*", "denies *claims* that …", "began and *marches* will follow"."""
    if tree.pos(index) != "VERB" or shape(tree.low(index)) is Shape.PAST or tree.under(index, "obj", "nsubj", "aux"):
        return False
    is_phrase = tree.kind(index) in ("nmod", "obl") and tree.low(index - 1) in _BEFORE_NOUNS
    if is_phrase and shape(tree.low(index)) is Shape.THIRD:
        return True  # whatever the syntax calls the preposition
    if tree.under(index, "mark"):
        return False
    if shape(tree.low(index)) is Shape.THIRD and tree.kind(index) in ("obj", "xcomp"):
        return True
    has_article = tree.low(index - 1) in _ARTICLES and tree.low(index + 1) == "of"
    return has_article or (tree.pos(index - 1) == "CCONJ" and tree.pos(index + 1) == "AUX" and tree.low(index + 1) in _MODALS)


def is_infinitive(tree: Tree, index: int) -> bool:
    """Tell whether "to" stands right before a verb, adverbs aside, whatever the syntax hangs it on."""
    if tree.pos(index) != "VERB" or (shape(tree.low(index)) is not Shape.BASE and not tree.has(index, "aux", {"be"})):
        return False
    place = index - 1
    while place > 0 and (tree.pos(place) == "ADV" or tree.low(place) == "be"):
        place -= 1
    return place >= 0 and tree.low(place) == "to"


def is_beside(tree: Tree, index: int) -> bool:
    """Tell whether a participle stands after a comma, adverbs aside: what somebody does besides."""
    place = index - 1
    while place > 0 and tree.pos(place) == "ADV":
        place -= 1
    return shape(tree.low(index)) is Shape.ING and place >= 0 and tree.low(place) == ","


def is_present(tree: Tree, index: int) -> bool:
    """Tell whether a clause is told in the present or perfect: "they *leave*", "they are *expelled*", "they have *left*"."""
    auxes = aux_words(tree, index)
    if auxes:
        return auxes <= _PRESENT
    return tree.pos(index) == "VERB" and shape(tree.low(index)) in (Shape.THIRD, Shape.BASE) and bool(tree.under(index, "nsubj"))


def auxiliaries(tree: Tree, index: int) -> list[int]:
    """Give the auxiliaries and copulas of a predicate, its own or those it shares with the one it is joined to; not to be changed."""
    if index not in tree.auxiliaries:
        tree.auxiliaries[index] = _auxiliaries(tree, index)
    return tree.auxiliaries[index]


def aux_words(tree: Tree, index: int) -> frozenset[str]:
    """Give the auxiliaries and copulas of a predicate in small letters."""
    known = tree.aux_words.get(index)
    if known is None:
        known = tree.aux_words[index] = frozenset([tree.lows[i] for i in auxiliaries(tree, index)])
    return known


def _auxiliaries(tree: Tree, index: int) -> list[int]:
    found = tree.under(index, "aux", "cop")
    if tree.pos(index) == "VERB":
        pos = tree.doc.pos
        near = [i for i in group_before(tree, index) if pos[i] == "AUX"]
        found = sorted({*found, *near}) if near else found
    if found or tree.relation(index) != "conj" or tree.under(index, "nsubj", "mark"):
        return found
    first = tree.head(index)
    return auxiliaries(tree, first) if _same_shape(tree, first, index) else []


def group_before(tree: Tree, index: int) -> list[int]:
    """Give the auxiliaries, adverbs and negations right before a verb: by their place, since the syntax may have hung them elsewhere."""
    found, place, relations = [], index - 1, tree.doc.relations
    while place >= 0 and (tree.doc.pos[place] in ("AUX", "ADV") or tree.lows[place] in _NOT or relations[place] == "goeswith"):
        if relations[place] != "goeswith":
            found.append(place)
        place -= 1
    return found


def _same_shape(tree: Tree, first: int, second: int) -> bool:
    return shape(tree.low(first)) is shape(tree.low(second))


def negation(tree: Tree, index: int) -> int | None:
    """Give the word that negates a predicate, None where none does."""
    if index not in tree.negations:
        tree.negations[index] = _negation(tree, index)
    return tree.negations[index]


def _negation(tree: Tree, index: int) -> int | None:
    near = [i for i in group_before(tree, index) if tree.low(i) in _NOT] if tree.pos(index) == "VERB" else []
    for i in (*tree.under(index, "advmod", "cc", "det", "aux"), *near):
        if tree.low(i) in _NEGATIONS and not _is_no_negation(tree, i):
            return i
        if tree.low(i) == "longer" and i and tree.low(i - 1) == "no":
            return i
    for i in tree.under(index, "nsubj", "obj"):
        if tree.low(i) == "matter":  # "no matter who is to blame"
            continue
        is_none = tree.has(i, "det", {"no", "neither"}) or tree.has(i, "cc", {"neither"}) or tree.determiner(i) == "no"
        if tree.low(i) in _NOBODY or is_none:
            return i
    if tree.pos(index) == "NOUN" and (tree.determiner(index) == "no" or tree.has(index, "det", {"no", "neither"})):
        return index  # "there have been no *arrests*"
    if tree.relation(index) == "conj" and not tree.under(index, "nsubj", "aux"):
        first = tree.head(index)
        joined = {tree.low(i) for i in tree.under(index, "cc")}
        if "but" not in joined and _same_shape(tree, first, index) and tree.pos(first) == tree.pos(index):
            return negation(tree, first)
    return None


def _is_no_negation(tree: Tree, index: int) -> bool:
    near = [tree.low(i) for i in (index + 1, index + 2) if i < len(tree.doc.tokens)]
    return bool(set(near[:1]) & _NOT_NEGATED) or any(tree.low(i) in _NOT_NEGATED for i in tree.under(index))


def decided(tree: Tree, reality: Reality, rule: str, at: int, *, denied: bool = False) -> Decision:
    """Make a decision by a word."""
    return Decision(reality, rule, tree.span(at), 0.9, denied)


def own_decision(tree: Tree, index: int) -> Decision | None:
    """Give what the predicate's own clause says, None where it is plain."""
    auxes = auxiliaries(tree, index)
    words = {tree.low(i): i for i in auxes}
    no = negation(tree, index)
    if no is not None:
        doubtful = next((words[w] for w in ("may", "might") if w in words), None)
        if doubtful is not None:
            return decided(tree, Reality.HYPOTHETICAL, "modal", doubtful)
        if words.keys() & _FUTURE and _NOT_BEFORE.search(_clause_words(tree, index)):
            return decided(tree, Reality.PLANNED, "not before", no)
        return decided(tree, Reality.NEGATED, "negation", no)
    if any(tree.low(i) == "still" for i in tree.under(index, "advmod")) and not words and tree.pos(index) == "VERB":
        return decided(tree, Reality.ONGOING, "still", index)
    for i in tree.under(index, "advmod", "amod"):
        row = operators("adverb").get(tree.low(i))
        if row and row[0].then is not None and row[0].then is not Reality.ONGOING:
            return decided(tree, row[0].then, "adverb", i)
    if words.keys() == {"being"} and tree.kind(index) == "acl" and not tree.marks(index):
        return decided(tree, Reality.ONGOING, "progressive", index)  # "miners being *held*"
    if not auxes and _is_headline(tree, index):
        return decided(tree, Reality.ONGOING, "headline", index)
    if is_command(tree, index, has_auxiliary=bool(auxes)):
        return decided(tree, Reality.DEMANDED, "command", index)
    return _by_auxiliary(tree, index, words)


def _by_auxiliary(tree: Tree, index: int, words: dict[str, int]) -> Decision | None:
    is_ultimatum = bool(words.keys() & (_FUTURE | {"would"})) and any(
        "unless" in tree.marks(i) for i in tree.under(index, "advcl")
    )
    for names, reality in ((_POSSIBLE, Reality.HYPOTHETICAL), (_FUTURE, Reality.PLANNED), (_DUE, Reality.DEMANDED)):
        at = next((words[w] for w in words if w in names), None)
        if at is not None and is_ultimatum and "have" not in words:
            return decided(tree, Reality.THREATENED, "unless", at)
        if at is not None and "before" in tree.marks(index) and reality is Reality.HYPOTHETICAL:
            return decided(tree, Reality.NEGATED, "before it could", at)
        if at is not None and reality is Reality.PLANNED and _is_own_threat(tree, index):
            return decided(tree, Reality.THREATENED, "own hostile act", at)
        if at is not None:
            has_perfect = "have" in words and reality is Reality.DEMANDED
            return decided(tree, Reality.HYPOTHETICAL if has_perfect else reality, "modal", at)
    would = words.get("would", words.get("'d") if shape(tree.low(index)) is Shape.BASE else None)
    if would is not None:
        said = _is_future_in_past(tree, index, words)
        plain = Reality.PLANNED if said else Reality.HYPOTHETICAL
        return decided(tree, Reality.THREATENED if is_ultimatum and "have" not in words else plain, "would", would)
    be = next((words[w] for w in words if w in _BE), None)
    to = tree.introduced_by(index)
    if (
        to is not None
        and tree.low(to) == "to"
        and (be is not None and be < to or (tree.under(index, "nsubj") and tree.relation(index) in ("root", "parataxis")))
    ):
        return decided(tree, Reality.PLANNED, "is to", to)
    if words.keys() == {"be"} and tree.under(index, "nsubj") and not is_infinitive(tree, index):
        return decided(tree, Reality.DEMANDED, "that it be", words["be"])
    return _by_aspect(tree, index, words, be)


def _is_headline(tree: Tree, index: int) -> bool:
    """Tell a progressive without its auxiliary: "Gangs *stealing* gold in the north"."""
    is_alone = tree.relation(index) == "root" and shape(tree.low(index)) is Shape.ING and tree.pos(index) == "VERB"
    if not is_alone or not tree.under(index, "nsubj") or tree.sentence(index).rstrip().endswith(_STOPS):
        return False
    others = tree.doc.tokens_in(tree.doc.clause_near(tree.doc.tokens[index].start))
    return not any(tree.pos(i) in ("VERB", "AUX") for i in others if i != index)


def _is_own_threat(tree: Tree, index: int) -> bool:
    """Tell "we will burn your fields" from "they will burn the straw"."""
    return tree.low(index) in hostile_acts() and any(tree.low(i) in ("we", "i") for i in tree.under(index, "nsubj"))


def _is_future_in_past(tree: Tree, index: int, words: dict[str, int]) -> bool:
    """Tell "said it would open" from "would open": what was said to come, where no condition is set."""
    if "have" in words or any("if" in tree.marks(i) for i in tree.under(index, "advcl")):
        return False
    if any(tree.determiner(i) in ("a", "an", "any") for i in tree.under(index, "nsubj")):
        return False  # "a war would ruin both, he said"
    head = tree.head(index)
    if tree.relation(index) == "acl" and "that" in tree.marks(index):
        return True  # "the announcement that he would leave"
    return head >= 0 and (tree.kind(index) == "ccomp" or (tree.kind(index) == "conj" and tree.kind(head) == "ccomp"))


def _by_aspect(tree: Tree, index: int, words: dict[str, int], be: int | None) -> Decision | None:
    low, times = tree.low(index), _clause_words(tree, index)
    is_to_come = _LATER.search(times) is not None
    is_verb = tree.pos(index) in ("VERB", "AUX")
    is_passive = "being" in words and len(words) > 1  # "is being searched"
    if low == "going" and be is not None and is_infinitive(tree, min(index + 2, len(tree.doc.tokens) - 1)):
        return decided(tree, Reality.PLANNED, "going to", be)
    if be is not None and is_verb and (is_passive or shape(low) is Shape.ING):
        if is_to_come and words.keys() & _PRESENT_BE:
            return decided(tree, Reality.PLANNED, "date to come", be)
        return decided(tree, Reality.ONGOING, "progressive", be)
    remains = next((words[w] for w in words if w in _REMAINS), None)
    is_so = remains is not None or (tree.kind(index) == "xcomp" and tree.low(tree.head(index)) in _REMAINS)
    if is_so and shape(low) is Shape.PAST and "to" not in tree.marks(index):  # not "remains to be *seen*"
        return decided(tree, Reality.ONGOING, "remains so", index if remains is None else remains)
    if _DAY_OF_SEVERAL.search(times):
        return decided(tree, Reality.ONGOING, "for a third day", index)
    if words.keys() & {"has", "have", "'ve"} and re.search(r"(?:^|; )since \w", times) and not _is_counted(tree, index):
        return decided(tree, Reality.ONGOING, "since", index)
    if is_to_come and not words and shape(low) in (Shape.THIRD, Shape.BASE) and is_verb and tree.under(index, "nsubj"):
        return decided(tree, Reality.PLANNED, "date to come", index)
    return None


def _is_counted(tree: Tree, index: int) -> bool:
    """Tell whether so many were done since ("have killed 40 since May"), rather than it goes on."""
    near = range(index + 1, min(index + 6, len(tree.doc.tokens)))
    things = [*tree.under(index, "obj", "nsubj"), *near]
    return any(tree.pos(i) == "NUM" or tree.low(i) in _MANY or tree.under(i, "nummod") for i in things)


def _clause_words(tree: Tree, index: int) -> str:
    """Give the words of time that hang on the predicate itself, in small letters."""
    found = []
    for i in tree.under(index, "advcl", "obl", "xcomp"):
        first = tree.introduced_by(i - 1) if tree.low(i) == "running" else None
        if first is not None:  # "for the fifth day running", whatever the syntax makes of it
            found.append(" ".join(tree.low(j) for j in range(first, i)))
    own = tree.under(index, "obl", "advmod")
    places = [j for i in (*own, *tree.under(index, "obj")) for j in (i, *tree.under(i, "nmod"))]
    days = [j for i in places for j in tree.under(i, "nmod") if tree.low(j) in _DAYS]  # "visits the king of Kelm | on Sunday"
    for i in (*own, *days):
        found.append(" ".join([*tree.marks(i), *(tree.low(j) for j in tree.under(i, "det", "amod")), tree.low(i)]))
    return " ; ".join(found)
