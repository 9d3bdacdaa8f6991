"""Possibilities, forecasts and set days: what a clause says may come, is likely to come, or will come on a day. A page and a word in, a finding out.

"May" and "could" of what was or is, "can" of ability, courtesies and negations are none. Cases: cases/watchpoints.yml.
"""

from __future__ import annotations

from ...findings.statement import Act
from ...findings.watchpoint import WatchpointKind
from ...span import Span
from ..reality.clause import auxiliaries, negation
from ..reality.shapes import Shape, shape
from ..reality.tree import Tree
from .chances import is_happening
from .clauses import clause_of, is_of_anyone, subject_start, with_subject
from .deadlines import PUT_OFF, SET, TIMETABLE, set_day
from .deeds import act_share, ahead_share, is_deed_noun
from .found import Found, forms
from .of_now import is_of_now, is_so
from .page import FEWEST_WORDS, Page

_CHANCE = frozenset({"may", "might", "could"})
_FUTURE = frozenset({"will", "'ll", "wo"})
_PAST = frozenset({"was", "were", "had", "been"})
_SELF = frozenset({"i", "you", "one", "me", "we", "nobody", "no-one"})
_NEITHER = frozenset({"neither", "nor"})
_LIKELIHOOD = frozenset({"likelihood", "probability"})
_ASKING = frozenset({"what", "how", "why", "when", "where", "whatever", "whom"})
_DEGREE = frozenset(
    {"very", "highly", "more", "most", "almost", "increasingly", "less", "quite", "extremely", "widely", "still", "not"}
)
_RELATIVES = frozenset({"that", "which", "who"})
_TELLING = frozenset(
    "reason reasons suspicion suspicions speculation argument arguments prediction predictions message messages report reports signal signals warning warnings hint hints indication sign signs rumour rumours rumor rumors".split()
)
_NOT_A_MOVE = frozenset(
    "thing things way question one what something nothing anything everything those people anyone anybody someone".split()
)


def prospect(page: Page, index: int) -> Found | None:
    """Give what the clause of a predicate says may come."""
    tree = page.tree
    if tree.pos(index) not in ("VERB", "AUX", "ADJ", "NOUN", "PROPN"):
        return None
    words = {tree.low(i): i for i in auxiliaries(tree, index)}
    is_looking = tree.kind(index) == "xcomp" and tree.low(index) in forms("forecast")
    if (
        not words
        and not is_looking
        and (
            tree.pos(index) == "AUX"
            or (tree.low(index) not in forms("foresee") and tree.low(index) not in SET | TIMETABLE | PUT_OFF)
        )
    ):
        return None
    subject = page.subject(index)
    if (subject is not None and tree.low(subject) in ("you", "i")) or is_of_anyone(tree, index):
        return None
    if tree.low(index) in SET and not words.keys() & _CHANCE and (dated := set_day(page, index, words)) is not None:
        return dated  # "is set to open on Friday"
    return (
        _there_may(page, index, words)
        or _forecast(page, index, words)
        or set_day(page, index, words)
        or _possibility(page, index, words)
        or _possible_state(page, index, words)
    )


def _possibility(page: Page, index: int, words: dict[str, int]) -> Found | None:
    tree = page.tree
    if tree.pos(index) not in ("VERB", "AUX") or "have" in words or _is_denied(tree, index, words):
        return None
    modal = next((w for w in words if w in _CHANCE or w == "can"), None)
    if modal is None or tree.doc.tokens[words[modal]].of(tree.doc.text) == "May" and tree.pos(words[modal]) == "PROPN":
        return None
    if not _belongs(tree, words[modal], index) or _is_copular(tree, words[modal], index) or _is_asked_or_lacking(page, index):
        return None
    subject = page.subject(index)
    if subject is None and tree.pos(words[modal] - 1) in ("NOUN", "PROPN"):
        subject = words[modal] - 1  # where the syntax hangs it on another word
    low = tree.low(subject) if subject is not None else ""
    is_we = low == "we" and modal in ("may", "might")
    is_nobody = low in _SELF and not is_we and not (subject is not None and tree.low(subject + 1) == "of")  # "one of the dams"
    if subject is None or is_nobody or (tree.low(index) in forms("state") and not _is_move(page, index)):
        return None
    if (
        tree.low(index) == "have"
        and low in ("we", "they", "he", "she")
        and not any("to" in tree.marks(i) for i in tree.under(index, "xcomp", "ccomp", "advcl"))
    ):
        return None  # "we may have the harbour", which is granted
    if is_of_now(tree, index, modal):
        return None
    if modal == "can" and (page.is_agent(subject) or low in _NOT_A_MOVE or tree.low(index) not in forms("effect")):
        return None
    reaches = tree.low(index) == "reach" and any(tree.under(i, "nummod") for i in tree.under(index, "obj"))
    if modal == "could" and ((tree.low(index) in forms("sense") and not reaches) or _is_past_ability(page, index)):
        return None
    if modal == "may" and _is_granted(page, index):
        return None
    head = tree.head(index)
    if head >= 0 and tree.low(head) in ("wish", "wishes", "wished"):
        return None
    if modal == "may" and low in ("it", "that", "this", "there", "what") and tree.under(index, "ccomp"):
        return None
    return _of_clause(page, WatchpointKind.POSSIBILITY, index, likelihood=_chance_above(tree, index))


def _chance_above(tree: Tree, index: int) -> int | None:
    """Give the noun of chance or dread whose clause it is: "a fear in the town that the unrest can spread"."""
    above = tree.head(index)
    is_told = tree.kind(index) == "acl" and "that" in tree.marks(index) and 0 <= above < index
    return above if is_told and tree.low(above) in forms("chance") else None


def _there_may(page: Page, index: int, words: dict[str, int]) -> Found | None:
    """Give "there could be reprisals", whose noun must tell a happening: "there may be other reasons" is of now."""
    tree = page.tree
    noun = index
    if tree.low(index) == "be":  # where the syntax takes it for the predicate
        noun = tree.head(index) if tree.kind(index) == "cop" else max((*tree.under(index, "nsubj"), -1))
    is_noun = noun >= index and (tree.pos(noun) == "NOUN" or bool(tree.under(noun, "cop")))  # "more strikes", taken for a verb
    is_there = is_noun and any(tree.has(i, "expl", {"there"}) for i in (index, noun, *tree.under(noun, "cop")))
    if not is_there or not words.keys() & _CHANCE or "have" in words or tree.determiner(noun) == "no":
        return None
    if negation(tree, index) is not None or negation(tree, noun) is not None:
        return None
    if not (is_deed_noun(page, noun) or act_share(page, noun) >= _ACT or ahead_share(page, noun) >= _ACT):
        return None
    return _of_clause(page, WatchpointKind.POSSIBILITY, index if tree.kind(index) != "cop" else noun)


# Share of the heads for acts and for what may come from which a noun tells a happening.
_ACT = 0.3


def _belongs(tree: Tree, modal: int, index: int) -> bool:
    """Tell whether nothing but adverbs stands between a modal verb and the verb that the syntax hangs it on."""
    between = range(modal + 1, index)
    is_one_day = [tree.low(i) for i in between] == ["one", "day"]
    return is_one_day or all(
        tree.pos(i) in ("ADV", "AUX", "PART", "PUNCT") and tree.low(i) not in ("have", "'ve") for i in between
    )


def _is_move(page: Page, index: int) -> bool:
    """Tell "might need to join", "might call a referendum", whose verbs are else of being and thinking."""
    tree = page.tree
    needs_to = tree.low(index) == "need" and any("to" in tree.marks(i) for i in tree.under(index, "xcomp", "ccomp"))
    return needs_to or any(is_deed_noun(page, i) for i in tree.under(index, "obj"))


# Verbs of whom what may not come is dreaded: "fear that they may not be let in".
_FEARS = frozenset("fear fears feared worry worries worried dread dreads dreaded".split())


def _is_denied(tree: Tree, index: int, words: dict[str, int]) -> bool:
    """Tell "could not sleep", "neither could be reached" from "may not survive", which is open."""
    denied = negation(tree, index)
    start = subject_start(tree, index, after=-1)
    if not _NEITHER.isdisjoint(tree.lows[max(0, start - 3) : index]):
        return True
    if denied is None or (tree.head(index) >= 0 and tree.low(tree.head(index)) in _FEARS):
        return False
    is_open = denied < index and any(words.get(word) == denied - 1 for word in ("might", "may"))
    is_until = any(tree.low(i) in ("until", "till", "before") for i in range(index + 1, min(index + 4, len(tree.doc.tokens))))
    return not is_open or (not is_until and any(tree.low(i) == "be" for i in range(denied, index)))  # "may not be copied" forbids


def _possible_state(page: Page, index: int, words: dict[str, int]) -> Found | None:
    """Give "may be forced to leave", "could be the first to go", "could be devastating"."""
    tree = page.tree
    modal = next((words[w] for w in words if w in _CHANCE), None)
    if modal is None or "have" in words or tree.low(modal + 1) == "have" or negation(tree, index) is not None:
        return None
    if not any(tree.low(i) == "be" for i in range(modal + 1, index)) or _is_asked_or_lacking(page, index):
        return None
    subject = page.subject(index)
    if subject is None or tree.low(subject) in _SELF or (tree.low(modal) == "may" and _is_granted(page, index)):
        return None
    open_to = any("to" in tree.marks(i) for i in tree.under(index, "xcomp", "advcl", "acl", "ccomp") if i > index)
    low = tree.low(index)
    if not (low in forms("outcome") or (open_to and low in forms("open"))):
        return None
    return _of_clause(page, WatchpointKind.POSSIBILITY, index)


def _is_copular(tree: Tree, modal: int, index: int) -> bool:
    """Tell "may be to wait", "may be considering" (of now) from "may be felt"."""
    for i in range(modal + 1, min(modal + 5, len(tree.doc.tokens))):
        if tree.low(i) == "be":
            after = next((j for j in range(i + 1, min(i + 4, len(tree.doc.tokens))) if tree.pos(j) != "ADV"), i)
            return tree.pos(after) != "VERB" or shape(tree.low(after)) not in (Shape.PAST, Shape.BASE)
        if tree.pos(i) not in ("ADV", "PART"):
            return False
    return False


def _is_asked_or_lacking(page: Page, index: int) -> bool:
    """Tell an embedded question ("what it could do") and the object of a relative clause ("a step the state could take")."""
    tree = page.tree
    if any(tree.low(i) in _ASKING and i < index for i in tree.under(index, "obj", "obl", "advmod", "mark", "xcomp", "ccomp")):
        return True
    start = subject_start(tree, index, after=-1)
    if tree.low(start) in _RELATIVES and start > 0 and tree.low(start - 1) in _NOT_A_MOVE:
        return True  # "those who might", "things that could be done"
    is_bare = start > 1 and tree.pos(start) == "PRON" and tree.pos(start - 1) == "NOUN" and tree.low(start) not in _RELATIVES
    if is_bare and (tree.kind(index) == "acl" or tree.head(index) == start - 1) and tree.low(start - 1) not in forms("told"):
        return True  # "the effect it might have"
    is_of_noun = tree.pos(start - 2) in ("NOUN", "PROPN") and not (tree.kind(start - 2) == "obl" and tree.kind(index) == "ccomp")
    if start > 2 and tree.low(start - 1) == "that" and is_of_noun and tree.pos(start) != "AUX":
        if tree.relation(index) == "ccomp" and tree.low(tree.start_of(start - 2) - 1) in forms("tell"):
            return False  # "warning citizens that the exiles could …"
        above = tree.head(index) if tree.relation(index) == "acl" else start - 2  # "a message from Karel that he might …"
        return not {tree.low(start - 2), tree.low(above)} & (
            forms("told") | _TELLING
        )  # "investors that the state could press", not "fears that it could"
    if tree.relation(index) != "acl:relcl":
        return False
    subject = next((i for i in tree.under(index, "nsubj") if i < index), None)
    return subject is None or tree.low(subject) not in _RELATIVES


def _is_granted(page: Page, index: int) -> bool:
    """Tell "it may rain often, but nobody minds", "so that they may not enter": what is granted to be so, or forbidden."""
    if page.tree.kind(index) == "advcl" and {"so", "so that"} & set(page.tree.marks(index)):
        return True
    span = clause_of(page.tree, index)
    if span is None:
        return False
    rest = page.doc.text[page.tree.span(index).end : span.end]
    return ", but" in rest or page.doc.text[span.end : span.end + 6].lstrip(" ,—–-").startswith("but")


def _is_past_ability(page: Page, index: int) -> bool:
    """Tell "so that they could sleep", "where he could see": what somebody was able to do."""
    tree, marks = page.tree, set(page.tree.marks(index))
    if tree.kind(index) == "advcl" and marks & {"so", "so that", "where", "as", "before", "until", "when", "because"}:
        head = tree.head(index)
        return head >= 0 and shape(tree.low(head)) is Shape.PAST
    before = subject_start(tree, index, after=-1) - 1
    if before >= 0 and tree.low(before) in ("so", "that") and tree.low(before - (tree.low(before) == "that")) == "so":
        return True
    return any(i < index and tree.low(i) in ("only", "barely", "hardly", "no", "as") for i in tree.under(index, "advmod"))


def _forecast(page: Page, index: int, words: dict[str, int]) -> Found | None:
    """Give what an adverb, "likely" and its like, or a verb of foreseeing says will come."""
    tree, low = page.tree, page.tree.low(index)
    adverb = next((i for i in tree.under(index, "advmod") if tree.low(i) in forms("adverb")), None) or _in_likelihood(tree, index)
    is_sure = adverb is not None and bool(words.keys() & (_FUTURE | {"would"})) and "have" not in words
    if not is_sure and low not in forms("forecast") and low not in forms("foresee"):
        return None
    if low not in forms("foresee") and low not in ("likely", "expected") and negation(tree, index) is not None:
        return None
    if is_sure:
        return _of_clause(page, WatchpointKind.FORECAST, index, likelihood=adverb)
    if low in forms("forecast") and (not words.keys() & _PAST or _is_still_expected(page, index, words)):
        looks = tree.kind(index) == "xcomp" and tree.low(tree.head(index)) in _LOOKS
        complement = _complement(tree, index)
        if complement is None and low in _BARE:
            return _bare(page, index, words)
        if complement is not None and (words or looks) and (found := _likely(page, index, complement, words)) is not None:
            return found
        if words:
            return None
    return _foreseen(page, index, words)


def _is_still_expected(page: Page, index: int, words: dict[str, int]) -> bool:
    """Tell "the envoys were expected to meet on Friday" of a day to come, or as somebody says, from what was expected and did not come."""
    tree, span = page.tree, clause_of(page.tree, index)
    if words.keys() & {"had", "been"} or span is None or tree.low(index) not in ("expected", "likely", "projected", "forecast"):
        return False
    sentence = page.doc.sentence_at(span.start)
    rest = page.doc.text[span.start : sentence.end].lower()
    is_undone = any(word in rest for word in (", but", " instead", " had ", "until "))
    return not is_undone and page.doc.report.published is not None and page.day_in(span) is not None


def _in_likelihood(tree: Tree, index: int) -> int | None:
    """Give the noun of "will, in all likelihood, be disappointed"."""
    near = range(max(2, index - 12), min(index + 8, len(tree.doc.tokens)))
    if _LIKELIHOOD.isdisjoint(tree.lows[near.start : near.stop]):
        return None
    return next(
        (
            i
            for i in near
            if tree.low(i) in _LIKELIHOOD and (tree.low(i - 2), tree.low(i - 1)) == ("in", "all") and tree.head(i) == index
        ),
        None,
    )


_LOOKS = frozenset({"looks", "look", "seems", "seem", "appears", "appear"})
_BARE = frozenset({"expected", "possible", "likely", "unlikely", "inevitable", "imminent"})


def _complement(tree: Tree, index: int) -> int | None:
    """Give the clause that "likely" or its like has: "to fail", "that it fails"."""
    for i in tree.under(index, "xcomp", "ccomp", "csubj", "advcl"):
        is_that = tree.kind(i) == "ccomp" or (tree.kind(i) == "csubj" and tree.low(index) == "possible")
        if i > index and ("to" in tree.marks(i) or is_that):
            return i
    return None


def _likely(page: Page, index: int, complement: int, words: dict[str, int]) -> Found | None:
    tree, low = page.tree, page.tree.low(index)
    if low == "set" and tree.has(index, "nsubj", {"stage"}):
        return None
    if (low in ("sure", "certain") and "to" not in tree.marks(complement)) or _is_asked_or_lacking(page, index):
        return None
    if low == "possible":
        return _of_clause(page, WatchpointKind.POSSIBILITY, complement) if _is_ahead_of(tree, complement) else None
    if tree.has(complement, "aux", {"have"}) or is_so(tree, complement):
        return None
    return _of_clause(page, WatchpointKind.FORECAST, index if words else tree.head(index), likelihood=index)


def _foreseen(page: Page, index: int, words: dict[str, int]) -> Found | None:
    """Give "analysts expect the bank to cut rates", "the bank predicts growth next year"."""
    tree, low = page.tree, page.tree.low(index)
    if low not in forms("foresee") or words.keys() & (_PAST | _CHANCE | {"would", "can", "should"}) or tree.pos(index) != "VERB":
        return None
    objects = tree.under(index, "obj")
    under = [
        *tree.under(index, "ccomp", "xcomp"),
        *(i for o in objects for i in tree.under(o, "acl") if "to" in tree.marks(i)),
    ]
    complement = next((i for i in under if i > index and tree.pos(i) == "VERB"), None)
    subject = page.subject(index)
    if subject is None or tree.low(subject) in ("i", "you", "we"):
        return None
    is_past = shape(low) is Shape.PAST and not words
    if complement is None:
        sentence = page.doc.sentence_at(tree.span(index).start)
        if not objects or words or is_past or page.time_in(sentence, index) is None:
            return None
    if is_past and page.statement_at(index) is None:
        return None  # what was expected once; in somebody's words it is still to come
    return _of_clause(page, WatchpointKind.FORECAST, index, likelihood=index)


def _bare(page: Page, index: int, words: dict[str, int]) -> Found | None:
    """Give "a recession is possible", "no breakthrough is expected", "a decision is expected next week"."""
    tree, subject = page.tree, page.subject(index)
    if subject is not None and tree.low(subject) == "which" and tree.relation(index) == "acl:relcl":
        subject = tree.head(index)  # "a ruling, which is expected next month"
    if not words.keys() & {"is", "are"} or subject is None or tree.pos(subject) != "NOUN" or page.is_agent(subject):
        return None
    span = clause_of(tree, index)
    if span is None or page.is_short(span):
        return None
    if tree.head(index) == subject:
        span = Span(tree.doc.tokens[tree.start_of(subject)].start, span.end)
    is_dated = page.time_in(span, index) is not None
    if not is_dated and not (is_happening(tree.low(subject)) or tree.low(subject) in forms("turn")):
        return None
    kind = WatchpointKind.POSSIBILITY if tree.low(index) == "possible" else WatchpointKind.FORECAST
    time = page.time_in(span, index)
    return Found(kind, index, span, words=tree.span(index).of(tree.doc.text), time=time.span if time is not None else None)


def _is_ahead_of(tree: Tree, complement: int) -> bool:
    return any(tree.low(i) in _CHANCE | _FUTURE | {"would"} for i in tree.under(complement, "aux"))


def _of_clause(page: Page, kind: WatchpointKind, index: int, *, likelihood: int | None = None) -> Found | None:
    tree = page.tree
    span = clause_of(tree, index)
    if span is not None and tree.kind(index) == "conj" and (subject := page.subject(index)) is not None:
        is_short = page.is_short(span) and tree.span(subject).start < span.start
        span = Span(tree.span(tree.start_of(subject)).start, span.end) if is_short else span  # "talks go on and could collapse"
    statement = page.statement_at(index)
    subject = page.subject(index) if kind is WatchpointKind.POSSIBILITY else None
    is_named = subject is not None and tree.pos(subject) == "PROPN"  # "Norland may follow"
    fewest = FEWEST_WORDS - (
        is_named or (statement is not None and statement.act in (Act.WARN, Act.PREDICT))
    )  # "warned that banks could fail"
    if span is None or page.is_short(span, fewest=fewest):
        return None
    span = with_subject(tree, span)
    if span.of(page.doc.text).lower().startswith(("nothing that", "anything that", "something that", "that would")):
        return None
    words = None
    if likelihood is not None:
        first = likelihood
        while first > 0 and tree.low(first - 1) in _DEGREE:
            first -= 1
        first -= 2 if tree.low(first) in ("likelihood", "probability") else 0
        words = Span(tree.doc.tokens[first].start, tree.span(likelihood).end).of(tree.doc.text)
        if tree.span(likelihood).end >= span.end - 1:
            return None
    time = page.time_in(span, index)
    return Found(kind, index, span, words=words, time=time.span if time is not None else None)
