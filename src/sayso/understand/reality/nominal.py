"""What is said of an event named by a noun: its determiner, adjectives, preposition, the clause about it; else the clause it stands in.

A noun that is no complement of an operator is taken for a happening where it is definite or stands after "after", "over" and their like; in a clause
of what has not happened an indefinite one shares the clause's reality: "would face a boycott". Cases: cases/reality.yml.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ...findings.event import Reality
from .clause import decided, is_clausal, own_decision
from .decision import Decision
from .operators import blames, fitting, hostile_acts, occasions, operators
from .tree import Tree

_NO = frozenset({"no", "neither", "zero"})
_ANY = frozenset({"any", "whatever", "whichever"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your"})
_AFTERMATH = frozenset(
    {"after", "over", "since", "following", "despite", "because of", "due to", "amid", "in response to", "against", "about"}
)
_NOT_YET = frozenset({"will", "may", "might", "could", "would", "not", "if"})
_WAS, _POINTING = frozenset(("was", "were")), frozenset(("that", "which"))
_SET = frozenset("set due scheduled slated expected planned".split())
_FOR = frozenset("for on in at to next this".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday tomorrow next".split())
_SHIFTS = frozenset("move moves moved push pushes pushed shift shifts shifted bring brings brought".split())
_TO_A_DAY = re.compile(
    r"\b(?:to|until|till) (?:next |the |early |late |mid-)*(?:week|month|year|spring|summer|autumn|fall|winter|\w+day|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
_STAYS = frozenset("is are was were remain remains remained remaining stay stays stayed".split())
_UNDER = frozenset(
    "siege investigation negotiation negotiations talks attack fire blockade occupation bombardment shelling pressure".split()
)
_AHEAD = (Reality.PLANNED, Reality.HYPOTHETICAL)
_SPANS = frozenset({"day", "night", "week", "month", "year"})
_NTH = re.compile(r"\bin(?:to)? (?:its|their|a|the) (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+th)$")
_AMOUNTS = frozenset(
    "million millions billion billions euros dollars pounds worth tons tonnes percent yen francs kroner rounds round".split()
)
_MOVES = frozenset("offensive operation incursion invasion advance retreat evacuation withdrawal rescue".split())
# Words between a noun and the "under way" said of it.
_REACH = 12
_BE = frozenset({"is", "are", "was", "were", "be", "been", "'s", "'re"})
_PLAIN = Decision(Reality.HAPPENED, "plain", None, 0.9)
_TOLD = Decision(Reality.HAPPENED, "taken for granted", None, 0.9)
# What has been so: "not a party to past *truces*".
_BEEN = frozenset({"past", "previous", "prior"})


def own_nominal_decision(tree: Tree, index: int, *, joined: bool = False) -> Decision | None:
    """Give what the noun's own phrase says, None where it is plain.

    Args:
        joined: True where only what is shared with the nouns joined to it counts.
    """
    determiner = tree.determiner(index)
    if determiner in _NO or tree.has(index, "det", _NO):
        return decided(tree, Reality.NEGATED, "negation", tree.start_of(index))
    for i in tree.under(index, "advmod"):
        if tree.low(i) == "not":
            return decided(tree, Reality.NEGATED, "negation", i)
    for word in tree.marks(index):
        row = operators("preposition").get(word)
        if row and row[0].then is not None:
            return decided(tree, row[0].then, f"opened by {word}", index)
    if joined:
        return None
    way = _under_way(tree, index)
    if way is not None:
        return decided(tree, Reality.ONGOING, "under way", way)
    if any(_is_next(tree, i) for i in tree.under(index, "nmod", "obl", "advmod")):
        return decided(tree, Reality.PLANNED, "date to come", index)  # "the *visit* next week"
    if _is_set(tree, index):
        return decided(tree, Reality.PLANNED, "set for", index + 1)
    for i in tree.under(index, "amod", "compound"):
        plans = operators("verb").get(tree.low(i), ()) if tree.low(i).endswith("ing") else ()
        plan = next((row for row in plans if "object" in row.slots and row.particle is None and row.then in _AHEAD), None)
        if plan is not None and plan.then is not None:
            return decided(tree, plan.then, f"{plan.word} it", i)  # "suspected of planning *attacks*"
        row = operators("adjective").get(tree.low(i))
        if row and row[0].then is not None and not (tree.low(i) == "possible" and tree.low(i - 1).endswith("est")):
            return decided(tree, row[0].then, f"adjective: {row[0].word}", i)
    return _by_clause_about(tree, index)


def is_under_it(tree: Tree, index: int) -> bool:
    """Tell whether somebody is in the middle of it: "the town is under *siege*", "remains under *attack*", "the two sides are in *talks*"."""
    if (
        not (tree.pos(index) == "NOUN" or tree.under(index, "case"))
        or tree.determiner(index) in _DEFINITE
        or not set(tree.marks(index)) & {"in", "under"}
    ):
        return False
    stands = bool(tree.under(index, "cop")) or tree.low(tree.head(index)) in _STAYS
    is_act = tree.low(index) in occasions() or tree.low(index) in hostile_acts() or tree.low(index) in _UNDER
    return stands and is_act


def is_where_somebody_stands(tree: Tree, index: int) -> bool:
    """Tell whether a definite noun with a preposition is the predicate: "deny that they were behind the *attack*" does not deny the attack."""
    is_placed = tree.pos(index) == "NOUN" and bool(tree.under(index, "cop")) and bool(tree.under(index, "case"))
    return is_placed and tree.determiner(index) in _DEFINITE


def _is_set(tree: Tree, index: int) -> bool:
    """Tell whether a date for it follows in a headline: "*Talks* set for Monday", "*strike* due on Monday"."""
    is_for_a_day = tree.low(index + 1) == "for" and tree.low(index + 2) in _DAYS  # "called a *strike* for Friday"
    return is_for_a_day or (index + 2 < len(tree.doc.tokens) and tree.low(index + 1) in _SET and tree.low(index + 2) in _FOR)


def _is_next(tree: Tree, index: int) -> bool:
    """Tell whether a word names a day to come: "tomorrow", "next week"."""
    return tree.low(index) == "tomorrow" or (tree.low(index - 1) == "next" and tree.low(index) in _SPANS | {"summer", "spring"})


def amount_above(tree: Tree, index: int) -> int:
    """Give the amount of which an event is the kind ("40 million euros in *aid*"), the event itself where there is none."""
    head = tree.head(index)
    if tree.kind(index) == "nmod" and head >= 0 and tree.low(head) in _AMOUNTS and set(tree.marks(index)) & {"in", "of"}:
        return head
    return index


def for_the_sake_of(tree: Tree, index: int, above: Callable[[int], Decision]) -> Decision | None:
    """Give "planned" for what something is done for ("massed tanks for an *offensive*", "flew in for *talks*"), None otherwise.

    What one is blamed, thanked or held for has happened, and so has what is definite and no occasion; what one was somewhere for ("was in Oslo for *talks*")
    is taken for granted, and stands as the stay does where that is denied or supposed.

    Args:
        above: gives the decision of a word further up.
    """
    if "for" not in tree.marks(index) or tree.determiner(index) in _DEFINITE - {"its", "their"}:
        return None
    is_occasion = tree.low(index) in occasions()
    if not (is_occasion or tree.low(index) in hostile_acts() or tree.low(index) in _MOVES):
        return None
    at = tree.head(index)
    for _ in range(3):
        if at < 0 or tree.low(at) in blames():
            return None
        if is_clausal(tree, at):
            break
        at = tree.head(at)
    is_place = tree.pos(at) in ("PROPN", "NOUN")
    was_there = is_occasion and is_place and any(tree.low(i) in _WAS for i in tree.under(at, "cop"))
    if was_there:
        stay = above(at)
        return _TOLD if stay.is_factual else stay  # "denied that he was in Oslo for *talks*"
    return decided(tree, Reality.PLANNED, "purpose", index)


def _under_way(tree: Tree, index: int) -> int | None:
    """Give the "way" of "talks in the capital are under way", None where there is none or another verb comes first."""
    head = tree.head(index)
    if tree.kind(index) == "nmod" and any(row.then is Reality.PLANNED for row in operators("noun").get(tree.low(head), ())):
        return None  # "preparations for the *evacuation* are under way"
    for i in range(index + 1, min(index + _REACH, len(tree.doc.tokens))):
        low = tree.low(i)
        if low == "underway" or (low == "way" and tree.low(i - 1) == "under"):
            return i
        if low in _SPANS and _NTH.search(" ".join(tree.low(j) for j in range(max(index + 1, i - 3), i))):
            return i  # "the siege, now in its third week"
        if tree.pos(i) in ("VERB", "SCONJ") or low in _NOT_YET:
            return None
    return None


def _by_clause_about(tree: Tree, index: int) -> Decision | None:
    """Decide by a participle or relative clause that says so: "talks planned for May", "a visit that was cancelled"."""
    for i in tree.under(index, "acl"):
        if tree.pos(i) != "VERB" or "to" in tree.marks(i):
            continue
        is_relative = tree.relation(i) == "acl:relcl"
        if is_relative and (coming := _by_taking_place(tree, i)) is not None:
            return coming
        if is_relative and not (tree.under(i, "aux") and any(tree.relation(j) == "nsubj:pass" for j in tree.under(i))):
            continue
        if not is_relative and tree.low(i).endswith("ing"):
            continue
        particles = frozenset(tree.low(j) for j in tree.under(i, "compound", "advmod", "case"))
        row = fitting(operators("verb").get(tree.low(i), ()), ("object",), particles)
        if row is not None and row.then not in (None, Reality.HAPPENED, Reality.ONGOING):
            assert row.then is not None
            return decided(tree, row.then, f"said to be {row.word}", i)
    return None


def _by_taking_place(tree: Tree, verb: int) -> Decision | None:
    """Decide by a relative clause that says that it did not or may not take place: "*talks* that never took place", "a *strike* that will begin on Monday"."""
    if not any(tree.relation(i) == "nsubj" and tree.low(i) in _POINTING for i in tree.under(verb)):
        return None
    particles = frozenset(tree.low(i) for i in tree.under(verb, "compound", "advmod", "obj"))
    row = fitting(operators("verb").get(tree.low(verb), ()), ("subject",), particles)
    own = own_decision(tree, verb) if row is not None and row.then is None else None
    return own if own is not None and not own.is_factual else None


def without_operator(tree: Tree, index: int, above: Callable[[int], Decision]) -> Decision:
    """Decide a noun that no operator governs by the clause it stands in.

    Args:
        above: gives the decision of a word further up.
    """
    head, marks = tree.head(index), set(tree.marks(index))
    if tree.kind(index) == "nmod" and tree.determiner(index) in _ANY:
        return decided(tree, Reality.HYPOTHETICAL, "any", tree.start_of(index))
    if tree.kind(index) in ("nmod", "obl", "obj") and tree.has(index, "amod", _BEEN) and not tree.under(head, "expl"):
        if "of" in marks and tree.kind(index) == "nmod" and tree.determiner(head) in _NO:
            return _PLAIN  # "no record of past *raids*" takes nothing for granted
        return _TOLD
    if tree.kind(index) == "nmod" or not is_clausal(tree, head):
        return _inside_phrase(tree, head, above)
    decision = above(head)
    if (
        decision.is_factual
        and tree.low(index) in occasions()
        and tree.low(head) in _SHIFTS
        and _TO_A_DAY.search(tree.after(head))
    ):
        return decided(tree, Reality.PLANNED, "moved to", head)  # "moved the *vote* to next week"
    if tree.determiner(index) in _ANY and decision.reality is not Reality.NEGATED:
        return decided(tree, Reality.HYPOTHETICAL, "any", tree.start_of(index))
    if decision.is_factual or ("for" in marks and tree.low(head) in blames()):
        return _PLAIN
    if tree.low(head) in _BE and not tree.under(head, "cop") or tree.under(head, "expl"):
        return decision  # "there will be a truce"
    is_occasion = tree.low(index) in occasions()
    is_definite = tree.determiner(index) in _DEFINITE
    if decision.reality is Reality.NEGATED:
        if is_definite or marks:
            return _PLAIN if is_definite else Decision(Reality.HYPOTHETICAL, f"in a clause: {decision.rule}", decision.word, 0.6)
        return decision
    if is_occasion and (marks or tree.kind(index) == "nsubj"):
        return Decision(Reality.PLANNED, f"occasion in a clause: {decision.rule}", decision.word, 0.7)
    if is_definite or marks & _AFTERMATH:
        return _PLAIN
    return Decision(decision.reality, f"in a clause: {decision.rule}", decision.word, 0.7)


def _inside_phrase(tree: Tree, head: int, above: Callable[[int], Decision]) -> Decision:
    """Decide "the victims of the attack": as nothing speaks against it, it happened."""
    return _PLAIN
