"""A noun said of somebody ("Chad is a member", "they have long been allies", "one of the members is Chad") → whose predicate it is and how it is said.

The words right before the noun decide where they are plain: a name or pronoun, then forms of "be", "become" or "remain". Else the syntax does.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..doc import Doc
from .clauses import BE, LINKING, MODALS, NOT, SUPPOSEDLY, Said, clause_of_noun, is_past, is_question, said, subject_of
from .whom import Whom

# Words between a subject and the noun phrase: longer ones hold another clause.
LONGEST = 7
_BETWEEN = frozenset(
    (
        "have",
        "has",
        "had",
        "'ve",
        "’ve",
        "one",
        "of",
        "the",
        "among",
        "both",
        "all",
        "a",
        "an",
        "now",
        "still",
        "also",
        "long",
        "been",
        "be",
        "itself",
    )
)
_SUBJECTS = frozenset(
    (
        "they",
        "we",
        "he",
        "she",
        "it",
        "who",
        "which",
        "them",
        "both",
        "these",
        "those",
        "each",
        "all",
        "i",
        "countries",
        "states",
        "nations",
        "two",
        "three",
    )
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """A noun as the predicate of a clause.

    Attributes:
        subject: token of the subject.
        said: what the clause makes of it.
        past: True for "was" and "were".
        began: True for "became".
        perfect: True for "has been".
        left: the verb that says that it ended ("resigned as"), empty where none does.
    """

    subject: int
    said: Said
    past: bool = False
    began: bool = False
    perfect: bool = False
    left: str = ""


def predicate_of(doc: Doc, whom: Whom, noun: int, first: int) -> Predicate | None:
    """Give the predicate that the noun is, None where it is none.

    Args:
        first: token the noun's phrase begins with.
    """
    return _by_words(doc, whom, noun, first) or _by_syntax(doc, noun)


def _by_words(doc: Doc, whom: Whom, noun: int, first: int) -> Predicate | None:
    words: list[str] = []
    at = first - 1
    while at >= 0 and first - at <= LONGEST:
        low = doc.low(at)
        if (
            low not in BE
            and low not in LINKING
            and low not in MODALS
            and low not in NOT
            and low not in _BETWEEN
            and doc.pos[at] != "ADV"
        ):
            break
        if low in _SUBJECTS and low not in ("both", "all"):
            break
        words.append(low)
        at -= 1
    if at < 0 or not (set(words) & BE or set(words) & LINKING) or not _is_subject(doc, whom, at):
        return None
    found = set(words)
    if found & (MODALS | SUPPOSEDLY) or is_question(doc, noun):
        says = Said.OPEN
    elif "longer" in found:
        says = Said.NO_LONGER
    else:
        says = Said.NOT_SO if found & NOT else said(doc, noun)
    past = bool(found & {"was", "were"})
    return Predicate(
        at, says, past, began=bool(found & {"became", "become", "becomes"}), perfect=bool(found & {"has", "have", "'ve", "’ve"})
    )


def _is_subject(doc: Doc, whom: Whom, at: int) -> bool:
    """Tell whether a name or pronoun that ends here begins its phrase, so that it is the subject: not "the president of Chad is"."""
    named = whom.names.at(at)
    if named is None:
        return doc.low(at) in _SUBJECTS and (at == 0 or doc.low(at - 1) != "of")
    if named.stop != at + 1:
        return False
    before = whom.names.list_of(named)[0].first - 1
    while before >= 0 and doc.pos[before] in ("DET", "ADJ"):
        before -= 1
    return (
        before < 0 or doc.pos[before] not in ("ADP", "VERB", "CCONJ") and doc.low(before) not in ("of", "and", "with", "'s", "’s")
    )


def _by_syntax(doc: Doc, noun: int) -> Predicate | None:
    clause = clause_of_noun(doc, noun)
    subject = subject_of(doc, clause) if clause is not None else None
    if clause is None or subject is None:
        return None
    low = doc.low(clause)
    perfect = any(doc.low(i) in ("has", "have") for i in doc.dependents(clause))
    return Predicate(
        subject, said(doc, clause), is_past(doc, clause), began=low in ("became", "become", "becomes"), perfect=perfect
    )
