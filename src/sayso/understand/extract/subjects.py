"""Who does what a cue says, by the syntax of its sentence: the subject of the verb, or that of the clause it depends on.

"Vidal spoke for an hour, **adding** that …" and "the minister had **to admit** that …" have their source in the clause above. Silent where the model
has no syntax, in the passive, and where the subject is not a noun phrase of the same sentence.
"""

from __future__ import annotations

from ...span import Span
from ..doc import Doc

# Relations by which a clause shares the subject of the one above it.
_SHARES = ("xcomp", "advcl", "conj")
# Steps up the tree: further ones are other people's clauses.
HIGHEST = 3
_SUBJECTS = ("nsubj", "csubj")
# What hangs on a subject and is no part of its name.
_LOOSE = ("acl:relcl", "parataxis", "punct", "cc", "conj", "discourse", "advcl")


def subject_of_cue(doc: Doc, cue: Span) -> Span | None:
    """Give the noun phrase that is the subject of a cue, None where there is none or the syntax does not say."""
    verb = _verb(doc, cue)
    for _ in range(HIGHEST):
        if verb is None:
            return None
        if any(doc.relations[i] in ("nsubj:pass", "aux:pass", "expl") for i in doc.dependents(verb)):
            return None
        subject = next((i for i in doc.dependents(verb) if doc.relations[i] in _SUBJECTS), None)
        if subject is not None:
            return phrase_of(doc, subject)
        above = doc.heads[verb]
        if doc.relations[verb] == "conj" and (own := _misread_subject(doc, above, verb)) is not None:
            return own
        verb = (
            above if above >= 0 and doc.relations[verb] in _SHARES and doc.pos[above] in ("VERB", "AUX", "ADJ", "NOUN") else None
        )
    return None


def _misread_subject(doc: Doc, above: int, verb: int) -> Span | None:
    """Give the noun that the tree joins to the verb above, though it stands right before this one: "it sank, but the owner | said …"."""
    nouns = [
        i for i in doc.dependents(above) if above < i < verb and doc.relations[i] == "conj" and doc.pos[i] in ("NOUN", "PROPN")
    ]
    nouns = nouns or _free_nouns(doc, above, verb)
    if not nouns:
        return None
    phrase = phrase_of(doc, nouns[-1])
    article = next((i for i in doc.dependents(nouns[-1]) if doc.relations[i] == "det" and i < nouns[-1]), None)
    return Span(doc.tokens[article].start, phrase.end) if phrase is not None and article is not None else phrase


def _free_nouns(doc: Doc, above: int, verb: int) -> list[int]:
    """Give the noun with an article and without a preposition that follows the time of a joined clause: "but on May 2 the clinic | said"."""
    joint = next((i for i in doc.dependents(verb) if above < i < verb and doc.relations[i] == "cc"), None)
    times = [i for i in doc.dependents(verb) if joint is not None and joint < i < verb and doc.relations[i].startswith("obl")]
    under = [i for time in times for i in doc.dependents(time) if time < i < verb and doc.relations[i].startswith("nmod")]
    return [i for i in under if {"det"} <= {doc.relations[d] for d in doc.dependents(i)} and not _has_case(doc, i)][:1]


def _has_case(doc: Doc, index: int) -> bool:
    return any(doc.relations[d] == "case" for d in doc.dependents(index))


def _verb(doc: Doc, cue: Span) -> int | None:
    """Give the word of the cue that governs its others."""
    if not doc.heads:
        return None
    inside = doc.tokens_in(cue)
    top = [i for i in inside if doc.heads[i] not in inside and doc.pos[i] in ("VERB", "AUX")]
    return top[0] if top else None


def phrase_of(doc: Doc, subject: int) -> Span | None:
    """Give the words of a noun phrase that stand together around its head."""
    if doc.pos[subject] not in ("NOUN", "PROPN", "PRON", "NUM"):
        return None
    words, waiting = {subject}, [subject]
    while waiting:
        here = waiting.pop()
        for index in doc.dependents(here):
            if not (here == subject and doc.relations[index] in _LOOSE):
                words.add(index)
                waiting.append(index)
    last = subject
    while last + 1 < len(doc.tokens) and (
        last + 1 in words or (doc.relations[last + 1] == "goeswith" and doc.heads[last + 1] in words)
    ):
        last += 1
    first = subject
    while first - 1 in words:
        first -= 1
    return Span(doc.tokens[first].start, doc.tokens[last].end)
