"""The head of a clause → whether it is said to be so, said not to be so or only supposed, its subject, and its tense."""

from __future__ import annotations

from enum import StrEnum

from ..doc import Doc

MODALS = frozenset(
    (
        "would",
        "could",
        "may",
        "might",
        "should",
        "will",
        "shall",
        "must",
        "can",
        "'ll",
        "’ll",
        "wo",
        "won",
        "ought",
        "couldn",
        "wouldn",
        "shouldn",
    )
)
NOT = frozenset(
    (
        "not",
        "n't",
        "n’t",
        "never",
        "no",
        "neither",
        "nor",
        "hardly",
        "isn",
        "aren",
        "wasn",
        "weren",
        "don",
        "doesn",
        "didn",
        "hasn",
        "haven",
        "hadn",
    )
)
_SUPPOSED = frozenset(("if", "unless", "whether", "lest", "until"))
# Verbs whose complement is not said to be so.
_UNSURE = frozenset(
    "want wants wanted hope hopes hoped wish wishes wished plan plans planned seek seeks sought try tries tried refuse refuses refused fail fails failed "
    "deny denies denied doubt doubts doubted ask asks asked urge urges urged aim aims aimed hopes decline declined offer offered threaten threatened "
    "propose proposed consider considered vow vowed agree agreed decide decided invite invited apply applied intend intends intended expect expected".split()
)
# Said of a verb or noun, these leave open whether it is so, or say that it only nearly was: hearsay without a name behind it is nobody's say-so.
SUPPOSEDLY = frozenset(
    "allegedly reportedly purportedly supposedly rumouredly presumably ostensibly apparently seemingly possibly perhaps maybe probably likely potentially "
    "nearly almost falsely".split()
)
# Nouns whose clause nobody says to be so: "rumours that Chad joined". A claim or a report is somebody's, and his statement tells whose.
_IDLE_TALK = frozenset(
    "rumour rumours rumor rumors gossip speculation suspicion suspicions hint hints possibility chance chances prospect likelihood hope hopes fear fears idea "
    "notion suggestion suggestions theory theories".split()
)
_UNTRUE = frozenset("untrue false incorrect wrong doubtful unlikely impossible inconceivable".split())
_FALSELY = frozenset(("falsely", "wrongly", "mistakenly", "wrongfully"))
_NOBODY = frozenset(("nobody", "none", "neither", "no-one"))
# The encoder's tokens leave "isn" of "isn't".
BE = frozenset(
    ("isn", "aren", "wasn", "weren", "is", "are", "was", "were", "be", "been", "'s", "’s", "'re", "’re", "'m", "’m", "am")
)
LINKING = frozenset("remain remains remained become becomes became stay stays stayed".split())
_DENIES = frozenset(("deny", "denies", "denied", "denying"))
# Days that stand right after a subject: "Chad and Togo Friday joined the bloc".
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow".split())
# Steps up the tree to a clause that makes this one supposed.
HIGHEST = 4


class Said(StrEnum):
    """What a clause makes of its tie."""

    SO = "so"
    NOT_SO = "not so"
    NO_LONGER = "no longer"
    OPEN = "open"  # planned, wished, supposed, asked


def said(doc: Doc, head: int) -> Said:
    """Tell what the clause of this head says of it."""
    if is_question(doc, head):
        return Said.OPEN
    before = {doc.low(i) for i in doc.dependents(head) if i < head}
    words = before | {doc.low(i) for i in doc.dependents(head) if doc.relations[i] == "advmod"}
    if words & (MODALS | _SUPPOSED) or before & SUPPOSEDLY or _is_bare_infinitive(doc, head) or _is_all_but(doc, head):
        return Said.OPEN
    above = _unsure_above(doc, head)
    if above is not None:
        kept = any(doc.low(i) in NOT | MODALS for i in doc.dependents(above))
        return Said.NOT_SO if doc.low(above) in _DENIES and not kept else Said.OPEN
    if "longer" in words:
        return Said.NO_LONGER
    is_nobody = any(doc.relations[i].startswith("nsubj") and doc.low(i) in _NOBODY for i in doc.dependents(head))
    return Said.NOT_SO if words & NOT or is_nobody else Said.SO


def is_question(doc: Doc, head: int) -> bool:
    """Tell whether the sentence of a word is a question."""
    sentence = doc.sentence_at(doc.tokens[head].start)
    return doc.text[max(sentence.start, sentence.end - 8) : sentence.end].rstrip("”\"’' \n").endswith("?")


def _is_bare_infinitive(doc: Doc, head: int) -> bool:
    return any(doc.low(i) == "to" and doc.pos[i] == "PART" for i in doc.dependents(head) if i < head)


def _is_all_but(doc: Doc, head: int) -> bool:
    """ "All but named"."""
    return head > 1 and [doc.low(head - 2), doc.low(head - 1)] == ["all", "but"]


def _unsure_above(doc: Doc, head: int) -> int | None:
    """Give the verb, noun or clause above that leaves this clause open, None where none does."""
    at = head
    for _ in range(HIGHEST):
        above, relation = doc.heads[at], doc.relations[at]
        if above >= 0 and doc.low(above) in _IDLE_TALK and any(doc.low(i) == "that" and i < at for i in doc.dependents(at)):
            return above  # an "acl", though the syntax may call it an apposition
        mark = next((i for i in doc.dependents(at) if doc.low(i) == "that" and doc.relations[i] == "mark"), 0)
        if mark and doc.low(mark - 1) in _IDLE_TALK:
            return mark - 1  # the noun right before "that", wherever the syntax hangs the clause
        if above >= 0 and _is_called_untrue(doc, at, above):
            return above
        if above < 0 or relation not in ("ccomp", "xcomp", "conj", "advcl"):
            return None
        if relation != "conj" and doc.low(above) in _UNSURE:
            return above
        if relation in ("xcomp", "conj") and any(doc.low(i) in MODALS for i in doc.dependents(above) if i < above):
            return above
        at = above
    return None


def _is_called_untrue(doc: Doc, at: int, above: int) -> bool:
    """Tell "it is untrue that", "claims that … are false", "falsely said that", "wrongly accused of being"."""
    relation = doc.relations[at]
    is_accused = relation == "advcl" and any(doc.low(i) == "of" and i < at for i in doc.dependents(at))
    if relation not in ("ccomp", "csubj", "acl", "xcomp") and not is_accused:
        return False
    is_falsely = any(doc.low(i) in _FALSELY for i in doc.dependents(above))
    of_claim = doc.relations[above].startswith("nsubj") and doc.heads[above] >= 0 and doc.low(doc.heads[above]) in _UNTRUE
    return is_falsely or of_claim or (relation in ("ccomp", "csubj") and doc.low(above) in _UNTRUE)


def clause_of_noun(doc: Doc, noun: int) -> int | None:
    """Give the head of the clause whose predicate the noun is ("Chad is a MEMBER", "one of the MEMBERS", "remains a MEMBER"); None where it is none."""
    if any(_is_copula(doc, i) for i in doc.dependents(noun) if i < noun):
        return noun
    above, relation = doc.heads[noun], doc.relations[noun]
    if above < 0:
        return None
    if relation in ("xcomp", "obj") and doc.low(above) in LINKING and above < noun:
        return above
    cases = {doc.low(i) for i in doc.dependents(noun) if i < noun}
    if relation.startswith("nmod") and doc.low(above) == "one" and cases & {"of"}:
        return clause_of_noun(doc, above)
    return None


def subject_of(doc: Doc, head: int) -> int | None:
    """Give the subject of a clause, or that of the clause it is joined to where it has none of its own; None for expletives."""
    at = head
    for _ in range(3):
        kids = doc.dependents(at)
        if any(doc.relations[i] == "expl" for i in kids):
            return None
        found = [i for i in kids if doc.relations[i] in ("nsubj", "nsubj:pass") and doc.low(i) not in DAYS]
        if found:
            return next((i for i in reversed(found) if i < at and doc.pos[i] in ("NOUN", "PROPN", "PRON")), found[0])
        if doc.relations[at] not in ("conj", "xcomp", "advcl") or doc.heads[at] < 0:
            return None
        at = doc.heads[at]
    return None


def is_past(doc: Doc, head: int) -> bool:
    """Tell whether the copula of a predicate noun says that it was so."""
    return any(_is_copula(doc, i) and doc.low(i) in ("was", "were") for i in doc.dependents(head) if i < head)


def _is_copula(doc: Doc, token: int) -> bool:
    return doc.relations[token] == "cop" or (doc.pos[token] == "AUX" and doc.low(token) in BE)
