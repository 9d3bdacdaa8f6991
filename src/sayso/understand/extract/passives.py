"""Passive cues → the source they have: "the guards **had been warned by the mayor** that …" is the mayor's warning, and without "by" nobody's.

The head tends to take the subject, to whom or of whom the words are said, for the source. What follows without a subject of its own ("was accused of
smuggling", "is believed to hold trucks") is said of the subject, which then belongs to the words.
"""

from __future__ import annotations

import re

from ...span import Span
from ..doc import Doc
from ..phrases import noun_phrase_after
from .attribution import Attribution
from .cues import verbs
from .subjects import phrase_of

# Passives whose subject does speak: "was quoted as saying", "was heard to say".
_SPEAKING = frozenset(("quoted", "cited", "heard", "recorded", "overheard"))
# Passives with which words are addressed to the subject, and none are said of it, where a clause follows.
_BE = frozenset("be been being is are was were am ’s 's ’re 're".split())
_TOLD = frozenset("told asked warned informed reminded assured advised notified promised".split())

# Who hears words about himself: "faced calls to resign", "came under criticism for".
_FACED = re.compile(
    r"(?:[\w’']+ ){0,3}?(?:fac(?:e|es|ed|ing)|dr(?:aw|aws|ew|awn|awing)|(?:come|comes|came|coming) under|is under|are under|was under|were under|me[et]t? with|"
    r"(?:was|were|been) (?:hit|dogged|plagued) by)(?: [\w-]+){0,3}? (?:accusations?|allegations?|criticisms?|charges|calls|demands|complaints|questions|claims|pressure)\b",
    re.IGNORECASE,
)
# "faced accusations of": what follows without a subject of its own is said of who faces them.
_CHARGE = ("accusations", "allegations", "charges", "claims")
_CHARGES = re.compile(rf"(?:{'|'.join(_CHARGE)})(?P<of> of)?$", re.IGNORECASE)
_OF = re.compile(r"of (?=\w)")
_FACING = re.compile(r"fac(?:e|es|ed|ing)|dr(?:aw|aws|ew|awn|awing)")
_FROM = re.compile(r"from (?:the )?(?=\w)")

# Participles that leave the subject to hear what follows, whoever says it.
_HEARING = frozenset(("told", "informed", "notified", "briefed", "assured", "reminded"))

# Participles that put a question to the subject of the sentence they open.
_QUESTIONED = frozenset("asked pressed questioned quizzed challenged".split())


def mend_passive(doc: Doc, one: Attribution) -> None:
    """Take the subject of a passive cue from its sources, and give it the words of whom "by" names."""
    verb = _passive_verb(doc, one)
    if verb is None or doc.low(verb) in _SPEAKING:
        return
    subject = next((i for i in doc.dependents(verb) if doc.relations[i] in ("nsubj:pass", "nsubj")), None)
    agent = _agent(doc, verb)
    is_taken = subject is not None and any(s.covers(doc.tokens[subject]) for s in one.source)
    if not is_taken and (one.source or agent is None):
        return
    is_of_it = doc.low(verb) not in _TOLD or _is_infinitive(doc, one)
    if is_taken and is_of_it and not _has_subject(doc, one):
        one.content = sorted([*one.source, *one.content])
    one.source = [agent] if agent is not None and not any(agent.overlaps(p) for p in (*one.content, *one.cue)) else []


def mend_told(doc: Doc, one: Attribution) -> None:
    """Take from its sources who only hears it: "**lawmakers** were told that", "the crew was assured that"."""
    verb = _passive_verb(doc, one)
    if verb is not None and doc.low(verb) in _HEARING:
        mend_passive(doc, one)
    elif verb is None and _is_joined_passive(doc, one):
        one.source = []


def _is_joined_passive(doc: Doc, one: Attribution) -> bool:
    """Tell whether a participle shares the passive of the verb it is joined to: "the envoy was called in **and informed** that"."""
    words = doc.tokens_in(one.cue[0]) if doc.heads and len(one.cue) == 1 else range(0)
    verb = next((i for i in words if doc.low(i) in _HEARING and doc.relations[i] == "conj"), None)
    if verb is None or any(doc.relations[i].startswith(("nsubj", "aux", "obj")) for i in doc.dependents(verb)):
        return False
    return any(doc.relations[i] == "aux:pass" for i in doc.dependents(doc.heads[verb]))


def mend_faced(doc: Doc, one: Attribution) -> None:
    """Take from its sources who only hears the words ("he **faced accusations of** fraud"), and give them whom "from" names."""
    if (
        len(one.cue) != 1
        or len(one.source) != 1
        or _FACED.match(one.cue[0].of(doc.text)) is None
        or one.content[0].start < one.cue[0].end
    ):
        return
    one.source = []
    first = one.content[0]
    if match := _FROM.match(doc.text, first.start, first.end):
        phrase = noun_phrase_after(doc, match.end(), ceiling=first.end)
        if phrase is not None and phrase.start == match.end():
            rest = doc.text[phrase.end : first.end]
            one.source = [phrase]
            one.content[0] = Span(phrase.end + len(rest) - len(rest.lstrip(" ,")), first.end) if rest.strip() else first


def mend_charged(doc: Doc, one: Attribution) -> None:
    """Put whom the words are said of among them, nobody their source: "**the mayor** faced accusations of **theft**"."""
    cue = one.cue[0] if len(one.cue) == 1 and doc.heads else None
    if cue is None or one.content[0].start < cue.end and len(one.content) == 1:
        return
    charges, said = _CHARGES.search(cue.of(doc.text)), one.content[-1]
    of = _OF.match(doc.text, said.start, said.end) if said.start == cue.end + 1 else None
    if charges is None or (charges["of"] is None and of is None):
        return
    noun = next((i for i in doc.tokens_in(cue) if doc.low(i) in _CHARGE), None)
    verb = doc.heads[noun] if noun is not None and doc.relations[noun] == "obj" else -1
    subject = next((i for i in doc.dependents(verb) if doc.relations[i] == "nsubj"), None) if verb >= 0 else None
    whole = phrase_of(doc, subject) if subject is not None and _FACING.fullmatch(doc.low(verb)) else None
    if whole is None or whole.end > cue.start or doc.pos[subject or 0] == "PRON":
        return
    one.source = [s for s in one.source if not s.overlaps(whole)]
    if charges["of"] is None and of is not None:
        one.cue, one.content[-1] = [Span(cue.start, of.end() - 1)], Span(of.end(), said.end)
    if not any(piece.overlaps(whole) for piece in one.content):
        one.content = sorted([whole, *one.content])


def mend_question(doc: Doc, one: Attribution) -> None:
    """Take from its sources whom a question is put to: "**Asked** whether …, she said", "he was **pressed** about"; give it whom "by" names."""
    asked = _passive_verb(doc, one)
    if asked is None:
        asked = _participle(doc, one)
    if asked is None or doc.low(asked) not in _QUESTIONED:
        return
    agent = _agent(doc, asked)
    one.source = [agent] if agent is not None and not any(agent.overlaps(p) for p in (*one.content, *one.cue)) else []


def _passive_verb(doc: Doc, one: Attribution) -> int | None:
    """Give the participle of a cue in the passive, a form of "be" before it; None where the cue is no such."""
    if not doc.heads or len(one.cue) != 1:
        return None
    only = doc.tokens_in(one.cue[0])
    if one.outer is not None and len(only) == 1 and _is_attribute(doc, only[0], one):
        return only[0]
    is_passive = False
    for index in doc.tokens_in(one.cue[0]):
        word = doc.low(index)
        if is_passive and word in verbs():
            return None if word.endswith("ing") else index
        is_passive = word in _BE or (is_passive and doc.pos[index] == "ADV")
    return None


def _is_attribute(doc: Doc, verb: int, one: Attribution) -> bool:
    """Tell whether a cue is a participle that says something of its source: "officials **deemed** responsible"."""
    hangs = doc.relations[verb] == "acl" and any(
        s.covers(doc.tokens[doc.heads[verb]]) for s in one.source if doc.heads[verb] >= 0
    )
    return hangs and doc.low(verb) in (
        "deemed",
        "considered",
        "believed",
        "thought",
        "said",
        "accused",
        "alleged",
        "seen",
        "judged",
        "declared",
    )


def _participle(doc: Doc, one: Attribution) -> int | None:
    """Give the participle of a cue that has neither subject nor auxiliary, its clause hanging on the sentence's verb."""
    if not doc.heads or len(one.cue) != 1:
        return None
    at = next((i for i in doc.tokens_in(one.cue[0]) if doc.low(i) in _QUESTIONED), None)
    if at is None or doc.pos[at] != "VERB":
        return None
    if doc.relations[at] not in ("advcl", "acl") and not _is_inserted(doc, at, one):
        return None
    return None if {doc.relations[i] for i in doc.dependents(at)} & {"nsubj", "nsubj:pass", "aux"} else at


def _is_inserted(doc: Doc, verb: int, one: Attribution) -> bool:
    """Tell whether a question stands between commas before another verb of who it is put to: "The envoy, **asked whether** A, replied"."""
    if doc.word(verb - 1) != "," or doc.relations[verb] not in ("root", "parataxis", "conj"):
        return False
    after = one.content[-1].end
    index = doc.tokens_in(Span(after, after + 1)).start if after < len(doc.text) else len(doc.tokens)
    said = next((i for i in range(index, min(index + 4, len(doc.tokens))) if doc.low(i) in verbs()), None)
    return doc.text[after : after + 1] == "," and said is not None and doc.heads[said] in (verb, doc.heads[verb])


def _agent(doc: Doc, verb: int) -> Span | None:
    """Give whom "by" names as the one who does what a passive verb says; the words without "by"."""
    for index in doc.dependents(verb):
        marks = [d for d in doc.dependents(index) if doc.relations[d] == "case"]
        if doc.relations[index].startswith("obl") and index > verb and any(doc.low(d) == "by" for d in marks):
            whole = phrase_of(doc, index)
            by = next(d for d in marks if doc.low(d) == "by")
            if whole is None or doc.tokens[by].end >= whole.end:
                return None
            return Span(doc.tokens[by + 1].start, whole.end) if whole.start <= doc.tokens[by].start else whole
    return None


def _has_subject(doc: Doc, one: Attribution) -> bool:
    """Tell whether the words are a clause with a subject of its own."""
    return any(doc.relations[i].startswith(("nsubj", "csubj", "expl")) for i in doc.tokens_in(one.content[0]))


def _is_infinitive(doc: Doc, one: Attribution) -> bool:
    return doc.low(doc.tokens_in(one.content[0]).start) == "to"
