"""Deeds that the head took for words: "Norland **summoned** the envoy" and "he **called** a meeting" are events, and nobody says anything in them.

The head learned from annotators who mark attitudes of every kind. What is left out here is a deed all the same: its cue is no verb of saying
that we know, but the trigger of an event or a verb of lexicons/en/deeds.yml, and what stands for its words is a bare phrase, without a clause and
without quotation marks. Nouns of saying without a speaker, before a bare phrase, are things: "tricky **questions** about their own policies".
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from ...lexicons import entries
from ...span import Span
from ..doc import Doc
from .attribution import Attribution
from .cues import inflections, verbs
from .documents import document_in
from .mending import is_known

_CALLS = frozenset("call calls called calling".split())
# What is called without a word about it: "called a meeting", "called an election".
_CALLED = frozenset(
    "meeting session summit election elections vote referendum conference strike halt truce ceasefire protest rally inquest inquiry".split()
)
_HAPPENS = frozenset(
    "rise rises increase increases fall falls drop drops decline surge spike growth wave waves violence fighting clashes protests unrest attacks turnout change changes".split()
)
_CLAUSES = ("nsubj", "csubj", "mark", "cop")
_ANSWERS = frozenset("responded responds respond responding replied reacted retaliated retaliates".split())
_BY_DOING = re.compile(r"by\s+\S*ing(?!\S)|\S*ing\s+\S")


def is_deed(doc: Doc, one: Attribution, triggers: Collection[int]) -> bool:
    """Tell whether an attribution is an event and no more. `triggers`: the words of the report that tell of one."""
    if not doc.heads or len(one.cue) != 1 or one.outer is not None or one.inner or one.is_imputed or len(one.content) != 1:
        return False
    content = one.content[0]
    if doc.quotation_at(content.start) is not None:
        return False
    words, cue = doc.tokens_in(content), doc.tokens_in(one.cue[0])
    is_new = not is_known(one.cue[0].of(doc.text))
    if (_tells_deed(doc, cue) and _is_phrase(doc, words)) or (is_new and _is_pronouns(doc, one, words)):
        return True
    if doc.quotations_in(content):
        return False
    if _is_happening(doc, one) or _is_inference(doc, one, cue) or _is_answer(doc, one, cue):
        return True
    if not words or any(doc.relations[i].startswith(_CLAUSES) for i in words) or doc.low(words.start) in ("to", "that"):
        return False
    if _is_seen(doc, cue, words) or _is_called(doc, cue, words) or _is_thing(doc, one, cue):
        return True
    return is_new and any(i in triggers for i in cue)


@cache
def _deeds() -> tuple[frozenset[str], frozenset[str]]:
    """Give the forms of verbs that tell a deed, and the words that may stand around them."""
    words = [word for row in entries("en/deeds") if row["kind"] == "verb" for word in row["words"]]
    forms = {form for word in words for form in inflections({"word": word, "kind": "verb"})}
    doubled = {f"{word}{word[-1]}{end}" for word in words for end in ("ing", "ed")}
    return frozenset(forms | doubled), _words_of("around them")


@cache
def _words_of(key: str) -> frozenset[str]:
    return frozenset(word for row in entries("en/deeds") if row["key"] == key for word in row["words"])


def _is_phrase(doc: Doc, words: range) -> bool:
    """Tell whether some words are a noun with what belongs to it, a clause about it among that: "a law that bans nets", "reforms expanding its powers"."""
    if not words:
        return False
    tops = [i for i in words if doc.heads[i] not in words and doc.pos[i] not in ("PUNCT", "ADP", "DET", "CCONJ")]
    if doc.pos[words.start] in ("NOUN", "PROPN", "DET", "ADJ", "NUM"):
        tops = [i for i in tops if not (doc.pos[i] == "VERB" and doc.word(i).endswith("ing"))] or [words.start]
    is_noun = bool(tops) and all(doc.pos[i] in ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ") for i in tops)
    return is_noun and not any(doc.relations[d].startswith(_CLAUSES) for i in tops for d in doc.dependents(i))


def _tells_deed(doc: Doc, cue: range) -> bool:
    """Tell whether all words of a cue are a verb of deeds and what may stand around one."""
    forms, around = _deeds()
    words = [doc.low(i) for i in cue if doc.pos[i] != "ADV"]
    verbs_of = [word for word in words if word not in around]
    return bool(verbs_of) and all(word in forms and word not in verbs() for word in verbs_of)


def _is_thing(doc: Doc, one: Attribution, cue: range) -> bool:
    """Tell whether a cue is a noun, nobody its speaker, and no verb stands by it."""
    if one.source or not any(doc.pos[i] == "NOUN" for i in cue):
        return False
    return not any(doc.pos[i] in ("VERB", "AUX") or (doc.low(i) in verbs() and doc.pos[i] != "NOUN") for i in cue)


def _is_happening(doc: Doc, one: Attribution) -> bool:
    """Tell whether the source is something that happens, which says nothing: "the election confirmed his role", "arrests suggest that"."""
    if len(one.source) != 1:
        return False
    tops = _tops(doc, one.source[0])
    return bool(tops) and all(doc.pos[i] == "NOUN" and doc.low(i) in _words_of("happenings") for i in tops)


def _is_inference(doc: Doc, one: Attribution, cue: range) -> bool:
    """Tell whether a thing that is no document bears something out, which is the writer's inference: "the use of dams suggests that", "the find may confirm that"."""
    if len(one.source) != 1 or not {doc.low(i) for i in cue} & _words_of("bearing out"):
        return False
    tops = _tops(doc, one.source[0])
    is_noun = len(tops) == 1 and doc.pos[tops[0]] == "NOUN" and doc.word(tops[0]).islower()
    noun = doc.low(tops[0]) if is_noun else ""
    return is_noun and document_in(noun) is None and (noun in _words_of("happenings") or noun in _words_of("things"))


def _tops(doc: Doc, span: Span) -> list[int]:
    """Give the words of a phrase that hang on none of its others."""
    words = doc.tokens_in(span)
    return [i for i in words if doc.heads[i] not in words and doc.pos[i] not in ("PUNCT", "DET", "ADP")]


def _is_answer(doc: Doc, one: Attribution, cue: range) -> bool:
    """Tell whether somebody answers by a deed: "responded **by closing** the bridge"."""
    content = one.content[0]
    return doc.low(cue.stop - 1) in _ANSWERS and _BY_DOING.match(doc.text, content.start, content.end) is not None


def _is_pronouns(doc: Doc, one: Attribution, words: range) -> bool:
    """Tell whether what "it", "they", "you" or "which" does is no word that we know, and its object a bare phrase: "they escalate the crisis"."""
    source = one.source[0].of(doc.text).lower() if len(one.source) == 1 else ""
    return source in ("it", "they", "you", "which") and _is_phrase(doc, words)


def _is_seen(doc: Doc, cue: range, words: range) -> bool:
    """Tell whether something is seen that happens, and nothing thought of it: "the country has **seen** a rise in crime"."""
    seen = doc.low(cue.stop - 1) in ("see", "sees", "saw", "seen", "seeing")
    top = next((i for i in words if doc.heads[i] not in words and doc.pos[i] == "NOUN"), None)
    has_view = any(doc.low(i) in ("as", "to") for i in words)
    return seen and top is not None and doc.low(top) in _HAPPENS and not has_view


def _is_called(doc: Doc, cue: range, words: range) -> bool:
    """Tell whether something is called that is none of words: the object of the verb right before, of which nothing more is said."""
    verb = cue.stop - 1
    if doc.low(verb) not in _CALLS:
        return False
    called = next((i for i in words if doc.heads[i] == verb and doc.relations[i] == "obj"), None)
    if called is None or doc.low(called) not in _CALLED:
        return False
    return called + 1 not in words or doc.pos[called + 1] not in (
        "DET",
        "ADJ",
        "PROPN",
        "NOUN",
    )  # "called the meeting | a success"
