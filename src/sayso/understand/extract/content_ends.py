"""Words that run on into what the writer tells: "voiced a wish **to talk**, but it is not the time", "told the king he was glad **and left the hall**".

Each rule takes one attribution and cuts its content where the tree of the sentence hangs the rest on the cue itself, not on what is said. Silent where there
is no tree, and inside quotation marks. Cases: cases/statements.yml.
"""

from __future__ import annotations

import re

from ...span import Span
from ..doc import Doc
from .attribution import Attribution
from .cues import nouns, verbs

SHORTEST = 4  # characters that are left to a content
_JOINTS = frozenset(("but", "and", "yet", "although", "though", "while", "as", "so"))
# What the writer says that words do.
_MAKING_OF = frozenset(
    "signaling signalling marking prompting fueling fuelling sparking reigniting underscoring underlining highlighting illustrating contradicting echoing".split()
)
# What the writer calls the words: ", **a claim** which Lima disputes".
_CALLED = re.compile(
    r", an? (?:\w+ ){0,2}?(?:claim|charge|allegation|accusation|assertion|contention|suggestion|assessment|figure|estimate|version|account|view|position|threat|promise|"
    r"pledge|denial|explanation|comparison|remark|statement)(?= (?:which|that|whose|[A-Z]\w+|he|she|it|they|the|his|her|its|their|denied|disputed|rejected|dismissed|echoed|shared|repeated)\b)"
)
_CLAUSES = ("nsubj", "csubj", "expl")
# Nouns of thought and demand that many news texts leave without a speaker: as subjects they are the cue.
_UNSAID = frozenset(("worry", "worries", "speculation", "suspicion", "suspicions", "doubts", "rumours", "rumors", "calls"))


def run_on_clause(doc: Doc, one: Attribution) -> None:
    """A phrase that is wished, asked or feared ends before a clause of the writer's: "a wish to talk | , but it is not the time"."""
    if (behind := _behind_cue(doc, one)) is None:
        return
    piece, _, words = behind
    if not _is_phrase(doc, words):
        return
    for index in words[2:]:
        joint = index
        while joint - 1 > words.start and not (doc.low(joint) in _JOINTS and doc.word(joint - 1) == ","):
            joint -= 1
            if index - joint > 8:
                break
        is_clause = any(doc.relations[i].startswith(_CLAUSES) and i > joint for i in doc.dependents(index))
        if (
            is_clause
            and doc.low(joint) in _JOINTS
            and doc.word(joint - 1) == ","
            and doc.heads[index] not in range(joint, words.stop)
        ):
            _cut(doc, one, piece, joint)
            return


def deed_after(doc: Doc, one: Attribution) -> None:
    """A second verb of the speaker's that says nothing ends the words: "told them he was glad | and left the hall"."""
    if not one.source or (behind := _behind_cue(doc, one)) is None:
        return
    piece, cue, words = behind
    for index in words[2:]:
        is_beside = doc.heads[index] in cue or is_no_gerund(doc, index, cue)
        if doc.relations[index] != "conj" or not is_beside or doc.pos[index] != "VERB" or doc.low(index) in verbs():
            continue
        beside = [i for i in doc.dependents(index) if words.start < i < index]
        if any(doc.relations[i].startswith((*_CLAUSES, "aux", "mark")) for i in beside) or doc.low(index).endswith("ing"):
            continue
        joint = next((i for i in beside if doc.relations[i] == "cc"), None)
        if joint is not None:
            _cut(doc, one, piece, joint)
            return


def is_no_gerund(doc: Doc, index: int, cue: range) -> bool:
    """Tell whether a verb that the tree joins to a gerund goes with the cue, as its form says: "accuses Lima of cheating **and leaves** the talks"."""
    above = doc.heads[index]
    gerund, finite = doc.low(above) if above >= 0 else "", doc.low(index)
    heads = [i for i in cue if doc.pos[i] == "VERB"]
    if not gerund.endswith("ing") or finite.endswith("ing") or not heads or doc.low(heads[-1]).endswith("ing"):
        return False
    return any(finite.endswith(ending) and doc.low(heads[-1]).endswith(ending) for ending in ("ed", "s"))


def aside_after(doc: Doc, one: Attribution) -> None:
    """What the writer makes of it ends the words: "said growth would follow | , signalling a shift"."""
    if (behind := _behind_cue(doc, one)) is None:
        return
    piece, cue, words = behind
    for index in words[3:]:
        if (
            doc.low(index) in _MAKING_OF
            and doc.word(index - 1) == ","
            and doc.relations[index] == "advcl"
            and doc.heads[index] in (*cue, *words)
        ):
            _cut(doc, one, piece, index)
            return


def called_after(doc: Doc, one: Attribution) -> None:
    """What the writer calls the words ends them: "said the gauges were right | , a claim which Lima disputes"."""
    piece = one.content[-1]
    match = _CALLED.search(doc.text, piece.start, min(piece.end + 20, len(doc.text)))
    is_told = match is not None and doc.quotation_at(match.start() + 2) is None and match.start() < piece.end
    if match is not None and is_told and match.start() - piece.start >= SHORTEST and piece.start >= one.cue[-1].end:
        one.content[-1] = Span(piece.start, match.start())


def done_without(doc: Doc, one: Attribution) -> None:
    """How a thing was said is none of it: "voiced concern about the pick | without naming the man"."""
    if (behind := _behind_cue(doc, one)) is None:
        return
    piece, _, words = behind
    if not _is_phrase(doc, words):
        return
    for index in words[1:-1]:
        if doc.low(index) == "without" and doc.low(index + 1).endswith("ing"):
            _cut(doc, one, piece, index)
            return


def joined_before(doc: Doc, one: Attribution) -> None:
    """A clause that "and" joins to "according to" is the writer's: "The Chads hold the chair | , and according to aides, they will use it"."""
    if len(one.content) < 2 or not one.cue or one.cue[0].of(doc.text).lower() != "according to":
        return
    first = one.content[0]
    between = doc.text[first.end : one.cue[0].start]
    if first.end <= one.cue[0].start <= one.content[1].start and re.fullmatch(r"[,;]\s*(?:and|but)\s+", between):
        one.content = one.content[1:]


def unsaid_noun(doc: Doc, one: Attribution) -> None:
    """A noun of thought or demand is no speaker: "Fears are that", "Concerns have grown that": nobody is named."""
    if len(one.source) != 1 or len(one.cue) != 1:
        return
    source, cue = one.source[0], one.cue[0]
    words = [doc.low(i) for i in doc.tokens_in(source)]
    if not words or len(words) > 3 or any(doc.pos[i] in ("PROPN", "PRON") for i in doc.tokens_in(source)):
        return
    row = nouns().get(words[-1])
    if words[-1] not in _UNSAID and (row is None or row["act"] not in ("think", "demand", "doubt", "warn", "accuse")):
        return
    gap = doc.text[source.end : cue.start] if source.end <= cue.start else ""
    if source.start <= cue.start and not gap.strip():
        one.source, one.cue = [], [Span(source.start, cue.end)]


def _behind_cue(doc: Doc, one: Attribution) -> tuple[Span, range, range] | None:
    """Give the last piece of a content, the tokens of its cue and its own, where it follows the cue without quotation marks."""
    if not one.content or len(one.cue) != 1 or not doc.heads:
        return None
    piece = one.content[-1]
    if piece.start < one.cue[0].end or doc.quotations_in(piece) or doc.quotation_at(piece.start) is not None:
        return None
    return piece, doc.tokens_in(one.cue[0]), doc.tokens_in(piece)


def _is_phrase(doc: Doc, words: range) -> bool:
    """Tell whether what is said begins with a noun phrase or "to", and no clause: its first word that hangs on none of the others is no verb with a subject."""
    if not words or doc.low(words.start) in ("that", "whether", "if", "how", "why", "what", "who", "where", "when"):
        return False
    top = next((i for i in words if doc.heads[i] not in words), None)
    if top is None or doc.pos[words.start] == "PRON":
        return False
    if doc.low(words.start) == "to":
        return True
    return doc.pos[top] in ("NOUN", "PROPN") and not any(
        doc.relations[i].startswith((*_CLAUSES, "cop")) for i in doc.dependents(top)
    )


def _cut(doc: Doc, one: Attribution, piece: Span, index: int) -> None:
    """End the last piece before a word, marks aside."""
    words = doc.text[piece.start : doc.tokens[index].start].rstrip(" ,;–—-")
    if len(words) >= SHORTEST:
        one.content[-1] = Span(piece.start, piece.start + len(words))
