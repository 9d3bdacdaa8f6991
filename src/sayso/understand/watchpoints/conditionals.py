"""Conditionals: what comes if something else does, condition and consequence apart. A page and a word in, a finding out.

Not conditions that were not met ("would have"), nor those of politeness or of the reader ("if you like"). Cases: cases/watchpoints.yml.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...findings.watchpoint import WatchpointKind
from ...span import Span
from ..reality.clause import aux_words, auxiliaries, negation
from ..reality.shapes import Shape, shape
from ..reality.tree import Tree
from .clauses import clause_of, is_end, subject_start, trimmed
from .found import Found
from .open_conditions import AHEAD, FORESEEN, GROUP, OUTCOMES, PROMISED, UNTIL, is_ahead, is_unreal
from .page import Page
from .threats import is_threatened, will_be_done

IF = frozenset(
    {"were", "until", "till", "before", "once", "if", "unless", "provided", "provided that", "as long as", "in case", "should"}
)
# All words at which a condition may be marked; the last four with others before them: "as long as", "in case", "only when", "in the event that".
MARKS = IF | {"as", "case", "when", "that"}
_BEFORE_IF = frozenset(
    {
        "as",
        "even",
        "what",
        "than",
        "if",
        "whether",
        "or",
        "not",
        "see",
        "whatever",
        "know",
        "knows",
        "wonder",
        "unclear",
        "doubt",
        "ask",
        "asked",
        "asking",
        "decide",
        "determine",
        "tell",
        "sure",
        "matter",
    }
)
_AS_NEEDED = frozenset({"needed", "required", "asked", "invited", "used", "compared", "given", "based"})
_IS = frozenset({"is", "are", "has", "have"})
# Verbs that "until" makes conditional: "will stay shut until they sign".
_STAYS = frozenset({"remain", "stay", "keep", "continue", "hold", "last", "withhold", "refuse"})
_READER = frozenset({"you", "i", "one", "me"})
_RELATIVE = frozenset({"that", "which", "who"})
_ASKING = frozenset({"how", "what", "who", "when", "where", "why", "which"})
# After "if": what opens no clause.
_SHORT = frozenset({",", "anything", "any", "not", "so", "necessary", "possible", "ever", "only"})
# Behind these "should" stands before its subject without any condition: "nor should the rebels", "only then should".
_TURNS = frozenset(("nor", "so", "neither", "only", "then", "than", "as", "much", "point"))
_SPEECH = frozenset(
    {
        "said",
        "says",
        "warned",
        "told",
        "added",
        "argued",
        "wrote",
        "predicted",
        "insisted",
        "asks",
        "asked",
        "believes",
        "think",
        "thinks",
    }
)


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition and what depends on it.

    Attributes:
        mark: index of "if", "unless" and their like; predicate, main: of the condition and of the consequence.
        condition: its words without the mark.
        start, end: characters of the mark and of the condition's end.
        head_start: character at which the consequence's predicate stands.
    """

    mark: int
    predicate: int
    main: int
    condition: Span
    start: int
    end: int
    head_start: int


def condition_at(page: Page, mark: int) -> Condition | None:
    """Give the condition that a word opens ("if", "unless", "should the talks fail"), None where it opens none."""
    tree = page.tree
    if not _is_mark(tree, mark):
        return None
    predicate = _predicate(tree, mark)
    if predicate is None or tree.kind(predicate) == "ccomp" and tree.low(mark) == "if" and tree.head(predicate) < mark:
        return None  # "asked if": whether
    main = _main(tree, mark, predicate)
    subject = next((i for i in tree.under(predicate, "nsubj", "expl", "csubj") if i > mark), None)
    if (
        main is None
        or (subject is not None and tree.low(subject) in _READER)
        or (subject is None and predicate - mark < 2 and not _is_elliptic_passive(tree, predicate, main))
    ):
        return None
    if tree.low(mark + 1) == "it" and tree.low(mark + 2) == "takes":
        return None  # "as long as it takes"
    if tree.low(mark + 1) in _READER | _SHORT or (tree.low(mark + 1) == "nothing" and tree.low(mark + 2) in (",", "else")):
        return None
    words = _condition_words(tree, mark, predicate, main)
    if any(is_end(tree, i) and tree.low(i) in ".?!" for i in range(min(mark, main), max(mark, main))):
        return None
    if words is None:
        return None
    start = tree.span(_first_of(tree, mark)).start
    return Condition(mark, predicate, main, words, start, words.end, tree.span(main).start)


def _first_of(tree: Tree, mark: int) -> int:
    """Give the first word of what opens a condition: of "as long as", "in case", "in the unlikely event that"."""
    if tree.low(mark) == "that" and tree.low(mark - 1) == "condition":
        return mark - 2
    if tree.low(mark) == "that":
        return next((i for i in range(mark - 1, max(-1, mark - _GROUP_OF_EVENT), -1) if tree.low(i) == "in"), mark)
    return mark - {"as": 2, "case": 1}.get(tree.low(mark), 0)


# Words of "in the very unlikely event that".
_GROUP_OF_EVENT = 7


def _is_mark(tree: Tree, mark: int) -> bool:
    """Tell a word that opens a condition from the same word elsewhere: "once", "until dawn", "only when", "as long as"."""
    low, before = tree.low(mark), tree.low(mark - 1) if mark > 0 else ""
    as_long = low == "as" and mark > 1 and before in ("long", "soon") and tree.low(mark - 2) == "as"
    only_when = low == "when" and before == "only"
    in_case = (
        low == "case"
        and before == "in"
        and mark + 1 < len(tree.doc.tokens)
        and tree.pos(mark + 1) in ("DET", "PRON", "NOUN", "PROPN")
    )
    if (in_case and tree.low(mark + 1) != "that") or (low == "that" and (before == "event" or _is_term(tree, mark))):
        return True
    even_if = low == "if" and before == "even" and _opens(tree, mark - 1)
    even_if = even_if and any(low in ("will", "'ll", "wo", "could", "might") for low in tree.lows[mark : mark + _REACH])
    if not (as_long or only_when or even_if) and (low not in IF or before in _BEFORE_IF):
        return False
    if not only_when and tree.pos(mark) not in ("SCONJ", "AUX") and tree.relation(mark) != "mark":
        return False
    if (low in UNTIL | {"once"} or (as_long and before == "soon")) and not _holds_on(tree, mark):
        return False
    if low == "were" and not any(tree.low(i) == "to" for i in range(mark + 2, min(mark + 8, len(tree.doc.tokens)))):
        return False
    follows = tree.pos(mark + 1) if mark + 1 < len(tree.doc.tokens) else ""
    before_it = {tree.low(i) for i in range(max(0, mark - 3), mark)}
    is_within = (
        low == "should" and follows in ("DET", "PROPN") and before_it.isdisjoint(_ASKING | _TURNS)
    )  # "would hit back should a shell fall"
    is_inverted = is_within or (_opens(tree, mark) and follows in ("DET", "PROPN", "NOUN", "PRON"))
    return low not in ("should", "were") or is_inverted


def _is_term(tree: Tree, mark: int) -> bool:
    """Tell "on condition that the gunners go" from "on condition that she not be named"."""
    after = tree.lows[mark : mark + _REACH]
    return [tree.low(mark - 2), tree.low(mark - 1)] == ["on", "condition"] and _UNNAMED.isdisjoint(after)


_UNNAMED = frozenset({"named", "identified", "quoted", "name", "anonymous", "anonymity", "identity"})


def _is_elliptic_passive(tree: Tree, predicate: int, main: int) -> bool:
    """Tell "if elected, she would …" from "if needed", "if any"."""
    low = tree.low(predicate)
    return shape(low) is Shape.PAST and low not in _AS_NEEDED and (_has_modal(tree, main) or tree.low(main) in ("faces", "face"))


def _holds_on(tree: Tree, mark: int) -> bool:
    """Tell "will not lift it until they sign", "once they sign, it will open" from "until dawn", "once it was open"."""
    if tree.pos(mark) != "SCONJ" and tree.relation(mark) != "mark":
        return False
    predicate = _predicate(tree, mark)
    main = _hung_on(tree, mark, predicate) if predicate is not None else -1
    is_elliptic = (
        predicate is not None and predicate == mark + 1 and _is_elliptic_passive(tree, predicate, main)
    )  # "once approved by the senate"
    if predicate is None or main < 0 or not (is_elliptic or _has_subject(tree, mark, predicate)):
        return False
    if tree.kind(main) == "xcomp" and not _has_modal(tree, main):
        main = tree.head(main)  # "will not let the convoy go until …"
    auxes = aux_words(tree, main)
    is_present = is_elliptic or shape(tree.low(predicate)) is not Shape.PAST or bool(aux_words(tree, predicate) & _IS)
    if "would" in auxes and tree.low(mark) in UNTIL and "have" not in auxes:
        return negation(tree, main) is not None  # "would not leave until they had assurances"
    if tree.low(mark) in ("once", "as") and auxes & _LIKELY and "have" not in auxes:
        return is_present or tree.kind(main) == "ccomp"  # "said it would open once it had been mended"
    if not is_present or not auxes & {"will", "'ll", "wo"}:
        return False
    return (
        tree.low(mark) in ("once", "as")
        or (tree.low(main) in _STAYS and tree.low(mark) != "before")
        or negation(tree, main) is not None
    )


_LIKELY = frozenset({"would", "could", "may", "might", "can"})


def _has_subject(tree: Tree, mark: int, predicate: int) -> bool:
    """Tell whether a clause has a subject; joined to the verb above, the syntax may have hung it there."""
    is_taken_for_object = any(mark < i < predicate for i in tree.under(predicate, "obj"))  # "until the body is returned"
    return bool(is_taken_for_object or tree.under(predicate, "nsubj", "expl")) or (
        tree.kind(predicate) == "conj" and any(tree.pos(i) in ("NOUN", "PROPN", "PRON") for i in range(mark + 1, predicate))
    )


def _hung_on(tree: Tree, mark: int, predicate: int) -> int:
    """Give the predicate above a condition, -1 where there is none: also where the syntax joins "until they sign" or hangs "if" on an object."""
    head, kind = tree.head(predicate), tree.kind(predicate)
    is_object = kind in ("acl", "advcl") and head >= 0 and tree.kind(head) == "obj" and tree.low(tree.head(head)) in PROMISED
    if is_object and (kind == "acl" or tree.pos(head) == "NOUN"):
        return tree.head(head)  # "vowed a strike if they fail"
    is_joined = kind == "conj" and head < mark and tree.low(mark) in UNTIL and mark in tree.under(predicate, "mark")
    return head if kind == "advcl" or is_joined else -1


def _opens(tree: Tree, mark: int) -> bool:
    sentence = tree.doc.sentence_at(tree.doc.tokens[mark].start)
    return tree.doc.tokens[mark].start == sentence.start or tree.low(mark - 1) in ("“", '"', ",", "and", "but")


def _predicate(tree: Tree, mark: int) -> int | None:
    """Give the predicate of the clause a word opens: what the syntax hangs it on, else the first verb after it."""
    sentence = tree.doc.sentence_at(tree.doc.tokens[mark].start)
    head = tree.head(mark)
    inside = tree.doc.tokens_in(Span(tree.doc.tokens[mark].end, max(sentence.end, tree.doc.tokens[mark].end + 1)))
    stop = next((i for i in inside if tree.low(i) in (",", *_ASKING) or (tree.low(i) in AHEAD and i > mark + 1)), inside.stop)
    verbs = [i for i in inside if i < stop and (tree.pos(i) == "VERB" or tree.under(i, "cop"))]
    if tree.low(mark) == "were":  # "were the dam to burst"
        return next((i for i in verbs if tree.low(i - 1) == "to"), None)
    if head in verbs or (not verbs and head > mark and tree.pos(head) in ("VERB", "AUX", "ADJ", "NOUN")):
        return head
    return verbs[0] if verbs else None


def _main(tree: Tree, mark: int, predicate: int) -> int | None:
    """Give the predicate of the consequence: by the syntax where it has a modal verb, else that of the nearest modal verb."""
    sentence = tree.doc.sentence_at(tree.doc.tokens[mark].start)
    above = _hung_on(tree, mark, predicate)
    if above >= 0 and tree.kind(above) == "xcomp" and tree.low(tree.head(above)) in OUTCOMES:
        above = tree.head(above)  # "is willing to sell if …"
    if above >= 0 and tree.kind(above) == "xcomp" and not _has_modal(tree, above) and _has_modal(tree, tree.head(above)):
        above = tree.head(above)  # "will not let the convoy go until …"
    if above >= 0 and tree.low(above) in _SPEECH:
        said = [
            i for i in tree.under(above, "ccomp", "parataxis") if i != predicate and tree.pos(i) in ("VERB", "AUX", "ADJ", "NOUN")
        ]
        above = min(said, key=lambda i: abs(i - predicate)) if said else -1
    if above >= 0 and not mark < above < predicate and (_has_modal(tree, above) or tree.low(above) in FORESEEN):
        return above
    inside = tree.doc.tokens_in(sentence)
    modals = [
        i for i in inside if tree.low(i) in AHEAD and tree.pos(i) in ("AUX", "VERB") and not _is_embedded(tree, i, predicate)
    ]
    after = [i for i in modals if i > predicate]
    before = [i for i in modals if i < mark]
    chosen = after[:1] if _opens(tree, mark) or not before else before[-1:]
    if not chosen:
        return above if above >= 0 and not mark < above <= predicate else None
    return _verb_of(tree, chosen[0], inside.stop)


def _is_embedded(tree: Tree, modal: int, predicate: int) -> bool:
    """Tell a modal verb in a clause with "that" or "which" after the condition: "on the ground that there may be …"."""
    for i in range(modal - 1, max(predicate, modal - 12), -1):
        if tree.low(i) == ",":
            return False
        if tree.low(i) in _RELATIVE:
            return True
    return False


# Words behind "even if" within which it is told what will be.
_REACH = 25


def _verb_of(tree: Tree, modal: int, stop: int) -> int | None:
    """Give the predicate of a modal verb: the first verb after it, which is surer than the syntax; without one, what the syntax says."""
    for i in range(modal + 1, min(modal + GROUP, stop)):
        if tree.pos(i) == "VERB":
            return i
        if tree.pos(i) in ("PUNCT", "SCONJ", "ADP"):
            break
    return tree.head(modal) if tree.head(modal) > modal else None


def _has_modal(tree: Tree, index: int) -> bool:
    return any(tree.low(i) in AHEAD for i in auxiliaries(tree, index))


def _condition_words(tree: Tree, mark: int, predicate: int, main: int) -> Span | None:
    """Give the words of the condition: up to the comma or the consequence's subject where it comes first, else to the end of its clause."""
    if mark < main:
        last = min(subject_start(tree, main, after=predicate), main) - 1
        asking = next((i for i in range(predicate + 1, main) if tree.low(i) in _ASKING), None)
        comma = next(
            (i for i in range(predicate + 1, last + 1) if tree.low(i) == "," and not _is_inner(tree, i, predicate)), None
        )
        last = min(x for x in (last, asking - 1 if asking else last, comma - 1 if comma else last))
    else:
        last = _last_of(tree, predicate)
    return trimmed(tree, tree.span(mark).end, tree.doc.tokens[last].end) if last > mark else None


def _last_of(tree: Tree, predicate: int) -> int:
    """Give the last word of a condition that ends its sentence or clause."""
    whole = clause_of(tree, predicate)
    last = predicate if whole is None else max(predicate, tree.doc.tokens_in(whole)[-1])
    comma = next((i for i in range(predicate + 1, last) if tree.low(i) == "," and not _is_inner(tree, i, predicate)), None)
    return last if comma is None or tree.low(comma + 1) in ("and", "or", "who", "which") else comma - 1


def _is_inner(tree: Tree, comma: int, index: int) -> bool:
    """Tell a comma between joined words of the condition from that at its end."""
    return any(
        tree.kind(i) == "conj" and i > comma and tree.head(i) > index - 1 and tree.head(i) < comma
        for i in (comma + 1, comma + 2)
        if i < len(tree.doc.tokens)
    )


def conditional(page: Page, index: int) -> Found | None:
    """Give the conditional that a word opens, None where it says nothing of what may come."""
    condition = condition_at(page, index)
    if condition is None or not is_ahead(page.tree, condition.mark, condition.predicate, condition.main):
        return None
    tree, main = page.tree, condition.main
    subject = page.subject(main)
    is_unmet = tree.low(index) != "once" and is_unreal(tree, condition.predicate, condition.main)
    if (subject is not None and tree.low(subject) in ("i", "you")) or is_unmet:
        return None
    if condition.mark < main:
        start = tree.doc.tokens[min(subject_start(tree, main, after=condition.predicate), main)].start
        start = max(start, condition.end)
        whole = clause_of(tree, main, without=frozenset({condition.predicate}))
        if whole is not None and condition.end < whole.start < start:
            start = whole.start
        asking = (
            next((i for i in tree.doc.tokens_in(Span(condition.end, start)) if tree.low(i) in _ASKING), None)
            if start > condition.end
            else None
        )
        start = tree.doc.tokens[asking].start if asking is not None else start
        consequence = trimmed(tree, start, whole.end) if whole is not None and whole.end > start else None
        end = consequence.end if consequence else condition.end
        span = trimmed(tree, condition.start, end)
    else:
        whole = clause_of(tree, main, without=frozenset({condition.predicate}))
        consequence = (
            trimmed(tree, whole.start, min(whole.end, condition.start)) if whole and whole.start < condition.start else None
        )
        span = trimmed(tree, consequence.start if consequence else condition.start, condition.end)
    if span is None or consequence is None or _is_elliptic(tree, consequence):
        return None
    if condition.mark > main and consequence.of(page.doc.text).split()[0].lower() in _ASKING:
        return None
    kind = WatchpointKind.THREAT if is_threatened(page, main) or will_be_done(page, main) else WatchpointKind.CONDITIONAL
    return Found(kind, main, span, condition.condition, consequence)


def _is_elliptic(tree: Tree, consequence: Span) -> bool:
    """Tell a consequence that breaks off: "…, this one may"."""
    inside = tree.doc.tokens_in(consequence)
    return not inside or tree.pos(inside[-1]) == "AUX"
