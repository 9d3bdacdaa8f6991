"""From the event up its sentence: its own clause, then the operators that govern it, until one decides. A Doc and a trigger in, a decision out.

Each operator is asked what the event is where it holds and where it is negated, and whether it holds is found in the same way, one step up.
At most HIGHEST steps, so the cost of an event does not grow with its sentence. Cases: cases/reality.yml.
"""

from __future__ import annotations

import re

from ...findings.event import Reality
from ...span import Span
from ..doc import Doc
from .clause import decided, is_beside, is_clausal, is_infinitive, is_present, own_decision
from .decision import Decision
from .history import as_history
from .links import Link, is_state, is_that_of_a_noun, link_of
from .mood import asks_whether, is_asked, is_inverted, is_presumed
from .nominal import amount_above, for_the_sake_of, is_under_it, is_where_somebody_stands, own_nominal_decision, without_operator
from .operators import SAME, blames, hostile_acts, occasions, operators, sayings
from .shapes import Shape, shape
from .stage import on_stage
from .tree import Tree, tree_of
from .weighed import by_head

# Steps up the tree from the event: what stands higher says nothing of it any more.
HIGHEST = 12
PLAIN = Decision(Reality.HAPPENED, "plain", None, 0.9)
TOLD = Decision(Reality.HAPPENED, "taken for granted", None, 0.9)  # not plain: words in sight say so
OPEN = (PLAIN.rule, TOLD.rule)  # what the head may still date
_TIMES = frozenset({"when", "once", "after", "before", "while", "as", "as soon as", "until", "till", "by", "whenever"})
_DONE_MARKS = frozenset({"after", "because", "since", "for", "despite", "over", "although", "though", "than"})
_UNREAL = (Reality.PLANNED, Reality.HYPOTHETICAL, Reality.DEMANDED, Reality.THREATENED, Reality.PROMISED)
_ANYBODY = frozenset({"those", "anyone", "anybody", "whoever", "everyone", "people"})
_ABOUT = frozenset({"of", "in", "at", "about", "on", "toward", "towards"})
_ADDED = frozenset({"addition", "prior", "due", "response", "witness"})
_NOT_YET = frozenset({"before", "until", "till", "by the time", "as soon as"})
# Of several, this one did: "the only senator to *object*".
_FIRST_TO = re.compile(
    r"\bthe (?:only|first|last|latest|second|third|fourth|fifth|largest|biggest|smallest|youngest|oldest)(?: [a-z'-]+){1,6} to(?: \w+ly)?$"
)
_NTH_REACH = 10
_TELLING = frozenset(
    "calling saying adding accusing citing arguing insisting describing praising denouncing criticising criticizing blaming warning urging noting".split()
)
_INCLUDING = frozenset("include includes included including range ranges ranged".split())
_SEEN = frozenset("see seen hear heard watch watched".split())
_NTH = frozenset("only first second third fourth fifth sixth last latest youngest oldest".split())
# What is the act inside a demand, threat or promise stays so: the nearest of them decides (benchmarks/reality, guideline).
_ACTS = (Reality.DEMANDED, Reality.THREATENED, Reality.PROMISED)


def reality_of(doc: Doc, trigger: Span) -> Reality:
    """Give what the words make of the event that the trigger names."""
    return decision_of(doc, trigger).reality


def decision_of(doc: Doc, trigger: Span) -> Decision:
    """Give the reality of an event with what decided it; plain "happened" where the Doc has no syntax."""
    tree = tree_of(doc)
    top = tree.top_of(trigger)
    if top is None:
        return Decision(Reality.HAPPENED, "no syntax", None, 0.5)
    return decision_at(tree, top)


def decision_at(tree: Tree, index: int) -> Decision:
    """Give the reality of the event that a word names: by the rules, and where no operator is in sight by the encoder's head."""
    if index not in tree.decisions:  # asked of one word by events and watchpoints
        tree.decisions[index] = _decision_at(tree, index)
    return tree.decisions[index]


def _decision_at(tree: Tree, index: int) -> Decision:
    made = by_rules(tree, index)
    if made.rule not in OPEN:
        return made
    return by_head(tree, index, is_told=made.rule == TOLD.rule) or made


def by_rules(tree: Tree, index: int) -> Decision:
    """Give the reality of the event that a word names by the words around it alone."""
    made = _Climb(tree).of(index)
    if made.is_factual:
        return on_stage(tree, index) or as_history(tree, index) or made
    return made


class _Climb:
    """One event's way up its sentence."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._steps = 0

    def of(self, index: int, *, presumed: bool = False) -> Decision:
        """Give the reality of a word that stands for an event or for an operator.

        Args:
            presumed: True for a noun that is itself an operator: it exists where nothing says otherwise ("did not publish the plan to …").
        """
        self._steps += 1
        if self._steps > HIGHEST:
            return PLAIN
        if is_clausal(self.tree, index):
            return self._clause(index)
        return self._noun(index, presumed=presumed)

    def _clause(self, index: int) -> Decision:
        tree = self.tree
        own = own_decision(tree, index)
        base = self._base(index)
        if own is None and is_under_it(tree, index):
            return decided(tree, Reality.ONGOING, "under it", index)
        if own is None and (is_presumed(tree, base) or is_where_somebody_stands(tree, index)):
            return TOLD
        if is_asked(tree, index) or is_inverted(tree, index):
            return decided(tree, Reality.HYPOTHETICAL, "question", index)
        if own is not None and own.rule == "progressive" and (aim := self._by_subject(index, own_progressive=True)) is not None:
            return aim  # "the aim is *ending* the siege"
        to = tree.introduced_by(base)
        if to is not None and tree.low(to) == "to" and tree.low(to - 1) == "yet":
            return decided(tree, Reality.NEGATED, "yet to", to - 1)
        opened = self._by_conjunction(base) or (self._by_conjunction(index) if index != base else None)
        if opened is not None:
            is_open = opened.reality is Reality.HYPOTHETICAL  # "if she is not *freed*"
            return own if own is not None and own.reality is Reality.NEGATED and not is_open else opened
        link = link_of(tree, index, base=base)
        if link is not None:
            return self._under(link, own, index)
        return self._by_subject(index) or self._unlinked(index, base, own)

    def _by_subject(self, index: int, *, own_progressive: bool = False) -> Decision | None:
        """Decide a predicate by an operator that is its subject: "one option is a *blockade*", "the plan is to *sell* the mill"."""
        tree = self.tree
        is_it = tree.under(index, "cop") or own_progressive
        among = [i for i in tree.under(index, "obl") if "among" in tree.marks(i)] if not tree.under(index, "nsubj") else []
        for i in (*tree.under(index, "nsubj"), *among) if is_it else ():
            row = next(iter(operators("noun").get(tree.low(i), ())), None)
            if row is not None and row.then in _UNREAL and tree.low(i) not in occasions():
                assert row.then is not None
                return decided(tree, row.then, f"subject: {row.word}", i)
        return None

    def _base(self, index: int) -> int:
        """Give the word whose place in the tree counts: the first of those joined, where they share their form."""
        tree = self.tree
        while tree.relation(index) == "conj" and tree.head(index) >= 0 and not is_that_of_a_noun(tree, index):
            first = tree.head(index)
            marks = tree.marks(first)
            is_alike = shape(tree.low(index)) is shape(tree.low(first))  # "look forward to answering and *receiving*"
            is_other = shape(tree.low(index)) in (Shape.PAST, Shape.ING) and not is_alike
            if "to" in marks and (tree.under(index, "nsubj") or is_other):
                break
            if tree.has(index, "aux", {"be"}):  # "to change or be moved"
                index = first
                continue
            if tree.under(index, "nsubj") and not tree.under(index, "cc"):
                break
            if shape(tree.low(first)) is Shape.ING and shape(tree.low(index)) is not Shape.ING and not tree.under(first, "aux"):
                break
            index = first
        return index

    def _by_conjunction(self, index: int) -> Decision | None:
        tree = self.tree
        for word in tree.marks(index):
            row = operators("conjunction").get(word) or operators("conjunction").get(
                "whether" if word.endswith(" whether") else ""
            )
            if row is None and shape(tree.low(index)) in (Shape.ING, Shape.BASE) and not tree.under(index, "nsubj"):
                row = operators("preposition").get(word)
            if row and row[0].then is not None:
                return decided(tree, row[0].then, f"opened by {word}", index)
        return None

    def _under(self, link: Link, own: Decision | None, index: int, *, presumed: bool = False) -> Decision:
        above = self.of(link.governor, presumed=True)
        rule, at, operator = f"under {link.operator.word}", link.governor, link.operator
        if operator.told is not None and not presumed and self.tree.pos(index) == "NOUN" and self.tree.low(index) in sayings():
            is_said = operator.told != SAME or above.is_factual
            return TOLD if is_said else above  # "rejected the *appeal*", "faces *charges*"
        if operator.meanwhile is not None and above.rule == "progressive":
            return decided(self.tree, operator.meanwhile, rule, at)
        if (
            operator.ahead is not None
            and own is not None
            and (own.reality is Reality.PLANNED or own.rule == "would")
            and above.is_factual
        ):
            return decided(self.tree, operator.ahead, rule, at)
        if operator.fixed and operator.then is not None:
            if operator.otherwise is Reality.ONGOING and not above.is_factual:  # "have not stopped the siege"
                return decided(self.tree, Reality.ONGOING, rule, at)
            return own if own is not None and own.reality is Reality.NEGATED else decided(self.tree, operator.then, rule, at)
        if operator.then is None:
            return self._same(link, above, own)
        if above.reality is Reality.NEGATED:
            if operator.otherwise is Reality.HAPPENED and own is not None and "that" in link.slots:
                return own  # "did not know that they will *leave*"
            return decided(self.tree, operator.otherwise, f"{rule}, negated", at)
        if own is not None and own.reality is Reality.NEGATED:
            twice = operator.then is Reality.NEGATED
            return decided(self.tree, Reality.HYPOTHETICAL, rule, at) if twice else own
        if operator.word == "able" and above.is_factual and not is_present(self.tree, at):
            return above  # "was able to *visit* the town"
        if operator.then is Reality.HAPPENED or operator.then is Reality.ONGOING:
            if own is not None and "that" in link.slots:
                return own
            return above if above.reality in _UNREAL else decided(self.tree, operator.then, rule, at)
        if operator.hostile is not None and self.tree.low(index) in hostile_acts():
            return decided(self.tree, operator.hostile, rule, at)
        if above.reality in (Reality.HYPOTHETICAL, Reality.DEMANDED) and operator.then not in _ACTS and above.rule != "command":
            return above
        return decided(self.tree, operator.then, rule, at, denied=operator.denies)

    def _same(self, link: Link, above: Decision, own: Decision | None) -> Decision:
        """What is said stands by its own words; what is carried out stands as the carrying out does."""
        if "that" in link.slots:
            is_sayable = above.rule == "modal" and above.word is not None and above.word.of(self.tree.doc.text).lower() == "can"
            if above.is_factual or is_sayable or above.reality in (Reality.PLANNED, Reality.PROMISED):
                return own or PLAIN  # "I can confirm that he was *killed*"
            if above.reality is Reality.NEGATED and above.denied:
                return above  # "deny claims that they *shelled* the town"
            return decided(self.tree, link.operator.otherwise, f"under {link.operator.word}, not said", link.governor)
        if own is not None and above.reality is not Reality.NEGATED:  # "do not seem to be *shelling*"
            return own
        if above.reality is Reality.NEGATED:
            return decided(self.tree, link.operator.otherwise, above.rule, link.governor)
        return TOLD if above.rule == PLAIN.rule else above  # "held *talks*"

    def _unlinked(self, index: int, base: int, own: Decision | None) -> Decision:
        """Decide a clause that no operator governs: by itself, else by the clause it hangs on."""
        tree = self.tree
        if own is not None:
            return own
        head, kind, to = tree.head(base), tree.kind(base), tree.introduced_by(base)
        marks = (*tree.marks(base), *(tree.low(i) for i in tree.under(base, "advmod") if tree.low(i) in _TIMES))
        if to is not None and tree.low(to) == "to" and tree.low(to - 1) == "only" and tree.pos(index) == "VERB":
            return TOLD  # "left, only to *return* in May"
        if is_infinitive(tree, index) and not tree.has(index, "aux", {"have", "having"}):
            return self._infinitive(base)
        if set(marks) & _NOT_YET and is_present(tree, index):
            return decided(tree, Reality.PLANNED, "not yet", base)
        if head < 0 and asks_whether(tree, base):
            return decided(tree, Reality.HYPOTHETICAL, "question", base)
        if kind in ("acl", "advcl", "ccomp", "xcomp") and self._is_general(index, base):
            return decided(tree, Reality.HYPOTHETICAL, "in general", base)
        if tree.relation(base) == "acl:relcl" and tree.low(head) in ("moment", "minute", "instant") and is_present(tree, index):
            return decided(tree, Reality.HYPOTHETICAL, "the moment", head)  # "the minute you *leave*"
        if head < 0 or tree.relation(base) == "acl:relcl" or kind in ("parataxis", "appos", "conj", "root"):
            return PLAIN
        if "to" in marks and shape(tree.low(base)) is Shape.BASE and not tree.has(index, "aux", {"have", "having"}):
            return decided(tree, Reality.PLANNED, "purpose", base)
        is_ahead = "after" in marks and is_present(tree, index)  # "will lay down arms after it is *signed*"
        if kind == "advcl" and (is_ahead or not set(marks) & _DONE_MARKS):
            return self._beside(index, head, marks)
        if kind in ("ccomp", "xcomp", "csubj") and tree.pos(head) != "AUX":
            return self._below(index, head, kind)
        return PLAIN

    def _beside(self, index: int, head: int, marks: tuple[str, ...]) -> Decision:
        """Decide a clause beside the one above by that one, unless it tells what was done anyway."""
        tree, above = self.tree, self.of(head)
        if above.reality is Reality.NEGATED and not marks and tree.pos(index) == "VERB" and is_beside(tree, index):
            return TOLD  # "did not stop there, also *accusing* the envoy"
        is_past = shape(tree.low(index)) is Shape.PAST and not tree.under(index, "aux") and bool(tree.under(index, "nsubj"))
        is_perfect = not marks and tree.has(index, "aux", {"having"})  # "having *left* in May, he will return"
        is_told = is_beside(tree, index) and above.reality in _ACTS and tree.low(index) in _TELLING
        is_then = is_past and bool({word for mark in marks for word in (mark, *mark.split())} & _TIMES)
        if above.is_factual or is_perfect or is_told or is_then:
            return PLAIN
        reality = above.reality if not marks or above.reality is not Reality.NEGATED else Reality.HYPOTHETICAL
        return Decision(reality, f"with the clause above: {above.rule}", above.word, 0.7)

    def _below(self, index: int, head: int, kind: str) -> Decision:
        """Decide a clause that is part of another's predicate by that one."""
        tree, above = self.tree, self.of(head)
        if kind == "xcomp" and is_state(tree, index):
            return above  # "nobody was held *accountable*"
        if above.reality is Reality.NEGATED and kind == "xcomp" and is_beside(tree, index):
            return TOLD  # as in `_beside`, whatever the syntax calls it
        is_seen = shape(tree.low(index)) is Shape.ING and tree.low(head) in _SEEN and above.rule == "modal"
        if above.is_factual:
            return PLAIN
        if is_seen:
            return TOLD  # "can be seen *throwing* stones"
        return Decision(Reality.HYPOTHETICAL, f"below {above.rule}", above.word, 0.7)

    def _infinitive(self, base: int) -> Decision:
        """Decide "to *leave*" that no operator governs: a purpose; "the only envoy to *leave*" did, where the clause is of what is."""
        tree, head = self.tree, self.tree.head(base)
        if _FIRST_TO.search(" ".join(tree.low(i) for i in range(max(0, base - _NTH_REACH), base))):
            while head >= 0 and tree.kind(head) in ("nmod", "obl") and tree.head(head) >= 0:
                head = tree.head(head)
            return self.of(head) if head >= 0 and not self.of(head).is_factual else TOLD
        if head >= 0 and tree.has(head, "advmod", {"too"}) and tree.pos(head) in ("ADJ", "ADV"):
            return decided(tree, Reality.NEGATED, "too", head)  # "too weak to *attack*"
        if tree.kind(base) == "acl" and head >= 0 and tree.has(head, "amod", _NTH):
            above = self.of(head)
            return TOLD if above.is_factual else above
        if tree.sentence(base).lstrip("“\"'").startswith("were "):
            return decided(tree, Reality.HYPOTHETICAL, "inverted", base)  # "were the army to *attack*"
        above = self.of(head) if head >= 0 else PLAIN
        if head >= 0 and tree.low(head) == "going" and not above.is_factual:
            return above  # "are not going to *pay*"
        if above.reality is Reality.NEGATED and above.rule.startswith("under"):
            return above  # "a plot to *bomb* the mill was foiled"
        if above.reality in (Reality.HYPOTHETICAL, Reality.NEGATED):
            return Decision(Reality.HYPOTHETICAL, f"purpose below {above.rule}", above.word, 0.7)
        return decided(tree, Reality.PLANNED, "purpose", base)

    def _is_general(self, index: int, base: int) -> bool:
        """Tell "those who *leave* will be fined", "a deal that *holds*" in a plan, "an interest in *meeting*" from what was done."""
        tree, head = self.tree, self.tree.head(base)
        rows = operators("noun").get(tree.low(head), ())
        if any(row.then is Reality.HYPOTHETICAL for row in rows) and shape(tree.low(index)) is not Shape.PAST:
            return True  # "a scenario in which pirates seize a ferry"
        if tree.relation(base) == "acl:relcl":
            if shape(tree.low(index)) is Shape.PAST or tree.under(index, "aux") and not tree.has(index, "aux", {"is", "are"}):
                return False
            if tree.low(head) in _ANYBODY or tree.determiner(head) == "any":
                return True
            is_any = tree.determiner(head) in ("a", "an") or (not tree.determiner(head) and is_present(tree, index))
            return is_any and tree.pos(head) == "NOUN" and not self.of(head).is_factual
        is_ing = shape(tree.low(index)) is Shape.ING and tree.pos(head) in ("NOUN", "ADJ", "ADV")
        if is_ing and "to" in tree.marks(base):
            return tree.low(head) not in _ADDED  # "closer to *ending* the war", "an obstacle to *signing*"
        if is_ing and "for" in tree.marks(base):
            is_blamed = tree.low(head) in blames() or set(tree.marks(head)) & {"on", "against"}
            return not is_blamed  # "an argument for *ending* the siege"; not "sanctions on Kenya for *ending* it"
        if "of" in tree.marks(base) and not tree.under(index, "obj", "xcomp", "advmod"):
            return False  # "an escalation of *fighting*"
        return is_ing and bool(set(tree.marks(base)) & _ABOUT)

    def _noun(self, index: int, *, presumed: bool) -> Decision:
        tree = self.tree
        own = own_nominal_decision(tree, index)
        if own is None and is_under_it(tree, index) and self.of(tree.head(index)).is_factual:
            return decided(tree, Reality.ONGOING, "under it", index)
        if own is not None:
            return self._unless_undone(own, index)
        base = amount_above(tree, index)
        while tree.relation(base) == "conj" and tree.head(base) >= 0 and not is_clausal(tree, tree.head(base)):
            base = tree.head(base)
            own = own_nominal_decision(tree, base, joined=True)
            if own is not None:
                return own
        link = link_of(tree, index, base=base)
        if link is not None:
            return self._under(link, None, index, presumed=presumed)
        if presumed or tree.head(base) < 0:
            return PLAIN
        one_of = self._by_subject(tree.head(base), own_progressive=True) if tree.low(tree.head(base)) in _INCLUDING else None
        if one_of is not None:
            return one_of  # "the options include a *blockade*"
        purpose = for_the_sake_of(tree, base, self.of)
        if purpose is not None:
            return purpose
        return without_operator(tree, base, self.of)

    def _unless_undone(self, own: Decision, index: int) -> Decision:
        """What was planned, and then called off or never came, is negated: "a planned *march* was cancelled", "never took place"."""
        if own.reality not in _UNREAL:
            return own
        link = link_of(self.tree, index)
        if link is None or link.operator.then not in (Reality.NEGATED, None):
            return own
        under = self._under(link, None, index)
        return under if under.reality is Reality.NEGATED else own
