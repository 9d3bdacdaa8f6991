"""What a cue does: act, negation, modality, tense, and what is kept back. Words of the verb group in, one reading of the cue out.

Facts are rows of lexicons/en/reporting_verbs.yml; the most specific act that fits wins (design, "Acts").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ...findings.statement import Act, Withholds
from ...lexicons import Row, entries

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*", re.UNICODE)
_NEGATIONS = {"not", "never", "neither", "nor", "no", "without", "cannot"}
# Words of negation that negate nothing: "not only said", "no doubt said".
_NO_NEGATION = re.compile(r"\bnot (?:only|just|merely|simply)\b|\bno (?:doubt|longer|sooner|less)\b")
# Acts done by speaking: negated, they were not done. A thought or wish negated is still one, of the opposite.
_DONE_IN_WORDS = {Act.ASSERT, Act.CONFIRM, Act.ACCUSE, Act.PROMISE, Act.THREATEN, Act.WARN, Act.DEMAND, Act.ASK, Act.PRAISE}
_MODALS = {w: w for w in ("may", "might", "could", "would", "will", "shall", "should", "must", "can")} | {
    "wo": "will",
    "ca": "can",
}
# Words that refuse: of words they withhold something, of deeds they are no silence.
_REFUSING = ("decline", "refuse", "refusal")
# Verbs that leave the act to their noun: "expressed hope", "issued a warning", "made a pledge".
_LIGHT = {"express", "issue", "convey", "voice", "say", "put", "see", "feel"}
_PAST = {"was", "were", "had", "did", "been"}
_SPEECH = re.compile(
    r"\b(comment|say|answer|speak|confirm|deny|discuss|elaborate|respond|reply|specify|disclose|identify|name|provide|give|"
    r"explain|talk|clarify|reveal|speculate|(?:go|get) into (?:it|that|this|details?|specifics|the (?:details?|matter|specifics|subject|question|reasons?))|take questions|be (?:interviewed|named|identified|quoted|drawn))\b"
)


@dataclass(frozen=True, slots=True)
class CueReading:
    """What a cue does with the words.

    Attributes:
        act: the act by the lexicon and the cue's negation.
        withholds: what is kept back, for decline and silent.
        word: the lexicon's word it was read by, "" where none was known.
        negated: True where the cue is negated ("did not say").
        modal: the modal verb, None where there is none.
        tense: "past", "present" or "future".
        is_relaying: True for verbs that media use of others' words.
    """

    act: Act
    withholds: Withholds | None
    word: str
    negated: bool
    modal: str | None
    tense: str
    is_relaying: bool


def inflections(row: Row) -> tuple[str, ...]:
    """Give every form a row's word takes in text; regular forms by rule."""
    word = row["word"]
    if row["kind"] == "noun":
        plural = word[:-1] + "ies" if re.search(r"[^aeiou]y$", word) else word + "s"
        return (word, plural)
    if row["kind"] == "phrase" or " " in word:
        return (word, *row.get("forms", ()))
    if row.get("forms"):
        return (word, *row["forms"])
    if word.endswith("e"):
        return (word, word + "s", word + "d", word[:-1] + "ing")
    if re.search(r"[^aeiou]y$", word):
        return (word, word[:-1] + "ies", word[:-1] + "ied", word + "ing")
    third = word + ("es" if word.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return (word, third, word + "ed", word + "ing")


@cache
def verbs() -> dict[str, Row]:
    """Give verb form → row."""
    return {form: row for row in entries("en/reporting_verbs") if row["kind"] == "verb" for form in inflections(row)}


@cache
def nouns() -> dict[str, Row]:
    """Give noun form → row."""
    return {form: row for row in entries("en/reporting_verbs") if row["kind"] == "noun" for form in inflections(row)}


@cache
def phrases() -> tuple[tuple[str, Row], ...]:
    """Give (phrase form, row), longest first."""
    found = [(form, row) for row in entries("en/reporting_verbs") if row["kind"] == "phrase" for form in inflections(row)]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@cache
def _phrases_by_word() -> dict[str, list[tuple[int, str, Row]]]:
    """Give the phrases by their first word, each with its place among all: few of them can stand in given words."""
    found: dict[str, list[tuple[int, str, Row]]] = {}
    for place, (form, row) in enumerate(phrases()):
        found.setdefault(form.split(" ", 1)[0], []).append((place, f" {form} ", row))
    return found


def phrase_in(words: Sequence[str]) -> Row | None:
    """Give the row of the longest phrase that stands in the words, None where none does."""
    by_word, flat = _phrases_by_word(), f" {' '.join(words)} "
    begun = [one for word in set(words) & by_word.keys() for one in by_word[word] if one[1] in flat]
    return min(begun, key=lambda one: one[0])[2] if begun else None


def phrase_begun(text: str) -> tuple[str, Row] | None:
    """Give the longest phrase that a text begins with, and its row: "lashed out at" of "lashed out at the board"."""
    words = text.lower()
    near = _phrases_by_word().get(words.split(" ", 1)[0], ())
    return next(
        ((form, row) for _, form, row in ((p, f.strip(), r) for p, f, r in near) if f"{words} ".startswith(f"{form} ")), None
    )


def _row_of(words: list[str]) -> Row | None:
    if (row := phrase_in(words)) is not None:
        return row
    heads = [verbs()[w] for w in words if w in verbs()]
    strong = [row for row in heads if row["act"] != Act.ASSERT]
    if strong:
        return strong[0] if strong[0]["act"] == Act.DECLINE else strong[-1]
    named = next((nouns()[w] for w in reversed(words) if w in nouns()), None)
    if heads and heads[-1]["word"] in _LIGHT and named:
        return named
    return heads[-1] if heads else named


def _withheld(words: str) -> Withholds:
    if re.search(r"\bconfirm", words):
        return Withholds.CONFIRMATION
    return Withholds.DENIAL if re.search(r"\bdeny|\bdenied|\bdenying", words) else Withholds.COMMENT


def read_cue(cue: str, *, before: str = "", after: str = "") -> CueReading:
    """Read a cue with the words right before it in its verb group and right after it (its object or complement).

    Args:
        cue: the cue's words.
        before: auxiliaries and adverbs the cue lacks ("has not" for the cue "denied"); "" where it has them.
        after: the beginning of the content, which tells "declined to confirm" from "declined to comment".
    """
    flat = _NO_NEGATION.sub(" ", f"{before} {cue}".lower().replace("’", "'"))
    words = _WORD.findall(flat)
    tokens = {w for w in words} | {"not" for w in words if w.endswith("n't")}
    negated = bool(tokens & _NEGATIONS) or "yet to" in flat
    modal = next((_MODALS[w.removesuffix("n't")] for w in words if w.removesuffix("n't") in _MODALS), None)
    row = _row_of(words)
    tense = "future" if modal in ("will", "shall") else "past" if _is_past(words) else "present"
    word = row["word"] if row else ""
    act = Act(row["act"]) if row else Act.ASSERT
    tail = f"{flat} {after.lower()}"
    withholds: Withholds | None = None
    if act is Act.DECLINE:
        act, withholds = _declined(word, tail)
    elif act is Act.SILENT:
        withholds = Withholds((row or {}).get("withholds", "comment"))
    elif negated and row and row.get("negated"):
        act = Act(row["negated"])
    elif negated and row and (kept := row.get("withholds")):
        act, withholds = (Act.DECLINE if modal in ("would", "will") else Act.SILENT), Withholds(kept)
        if {"neither", "nor"} & tokens and re.search(r"confirm\w* n?or den", tail):
            act, withholds = Act.DECLINE, Withholds.CONFIRMATION
    elif negated and row and act in _DONE_IN_WORDS:
        act, withholds = Act.SILENT, Withholds.COMMENT  # "never claimed", "did not promise": words that were not said
    return CueReading(act, withholds, word, negated, modal, tense, bool(row and row.get("outlet")))


def _declined(word: str, tail: str) -> tuple[Act, Withholds | None]:
    """Tell keeping silent from refusing a deed: "refused to say" withholds, "refused to leave" does not."""
    if word in _REFUSING and " to " in f"{tail} ":
        complement = tail.split(" to ", 1)[1][:60] if " to " in tail else ""
        if not _SPEECH.match(complement):
            return Act.ASSERT, None
        return Act.DECLINE, _withheld(complement)
    if word in _REFUSING and not re.search(r"comment|interview|request|question|answer", tail):
        return Act.ASSERT, None
    return Act.DECLINE, _withheld(tail)


def _is_past(words: list[str]) -> bool:
    if set(words) & _PAST:
        return True
    return any(
        w in verbs()
        and (w.endswith("ed") or w in ("said", "told", "wrote", "sought", "swore", "foresaw", "thought", "felt", "knew", "saw"))
        for w in words
    )
