"""A Doc's tags and relations → the same, without what the order of English words rules out.

In a text of one short sentence the heads take a noun in -s for a verb though it has an article ("the *talks* lasted"), a verb behind "to" for a noun
("to *host* a summit"), what describes a noun for an adverb, and a noun right beside its verb for something else than subject or object. Place and article are surer there: in the
sentences of 4 to 39 words of EWT dev and GUM dev, each read alone, 14 of 17 tags and relations so changed became right and 2 wrong; in the articles
of PolNeAR dev hardly anything found changes.
"""

from __future__ import annotations

from ..findings.mention import Label
from .doc import Doc

_OF_NOUNS = ("nsubj", "obj", "iobj", "obl", "nmod")
# What only a clause has.
_OF_CLAUSES = ("nsubj", "csubj", "aux", "cop", "mark", "expl", "obj")
# Labels of names, and tags that no name of one word has.
_PROPER = (Label.PER, Label.LOC, Label.ORG)
_NEVER_NAMES = ("ADV", "CCONJ", "ADP", "AUX")
# Tags of words, and relations, that the place beside a verb may tell more of.
_NOMINAL = ("NOUN", "PROPN", "PRON")
_MISPLACED = ("obl", "obj")
_BE = frozenset(("is", "are"))
_ARTICLES = frozenset("the a an this these those its their his her our my your".split())


def with_order(doc: Doc) -> Doc:
    """Give the Doc with tags and relations that the order of its words allows."""
    if not doc.heads:
        return doc
    doc = _under_their_verbs(doc)
    pos, relations = list(doc.pos), list(doc.relations)
    alone = (tokens[0] for n in doc.names if n.label in _PROPER and len(tokens := doc.tokens_in(n.span)) == 1)
    for index in alone:
        if pos[index] in _NEVER_NAMES and doc.word(index)[:1].isupper():
            pos[index] = "PROPN"
    for index in doc.firsts:
        if pos[index] == "VERB" and _is_noun(doc, index):
            pos[index] = "NOUN"
        elif pos[index] in ("NOUN", "ADJ", "PROPN") and _is_infinitive(doc, index):
            pos[index] = "VERB"
        elif pos[index] == "ADV" and doc.relations[index] == "amod" and index < doc.heads[index]:
            pos[index] = "ADJ"
    for index in doc.firsts:
        if pos[index] in _NOMINAL and relations[index] in _MISPLACED and (better := _place(doc, pos, index)) is not None:
            relations[index] = better
    return doc.mended(pos=tuple(pos), relations=tuple(relations))


def _under_their_verbs(doc: Doc) -> Doc:
    """Hang "are" in "the leaders *are* to meet" on its verb, with all that hung on it, as the rules for auxiliaries read it."""
    heads, relations, lows = list(doc.heads), list(doc.relations), doc.lows
    is_changed = False
    for be in doc.firsts:
        verb = be + 2
        if lows[be] not in _BE or verb >= len(heads) or doc.low(be + 1) != "to" or heads[be + 1] != verb:
            continue
        under = doc.dependents(be)
        if heads[verb] != be or relations[verb] != "xcomp" or not any(_kind(doc, i) == "nsubj" for i in under):
            continue
        is_changed = True
        heads[verb], relations[verb] = heads[be], relations[be]
        heads[be], relations[be] = verb, "cop"
        for i in under:
            if i != verb:
                heads[i] = verb
    return doc.mended(heads=tuple(heads), relations=tuple(relations)) if is_changed else doc


def _kind(doc: Doc, index: int) -> str:
    return doc.relations[index].partition(":")[0]


def _is_noun(doc: Doc, index: int) -> bool:
    """Tell a noun by its article or owner, or one in -s by its preposition or adjective: it stands where nouns do, and has nothing that only a clause has."""
    if _kind(doc, index) not in _OF_NOUNS:
        return False
    under = doc.dependents(index)
    if any(_kind(doc, i) in _OF_CLAUSES for i in under):
        return False
    before = [i for i in under if i < index]
    if doc.low(index).endswith("s") and any(_kind(doc, i) in ("case", "amod") for i in before):
        return True  # "a series of | bombings", "Turkish | strikes"
    return any(doc.relations[i] == "nmod:poss" or (doc.relations[i] == "det" and doc.low(i) in _ARTICLES) for i in before)


def _is_infinitive(doc: Doc, index: int) -> bool:
    """Tell a verb in small letters by the "to" right before it that marks it, where it has no article and no copula."""
    before = index - 1
    if before < 0 or doc.low(before) != "to" or doc.relations[before] != "mark" or doc.heads[before] != index:
        return False
    return doc.word(index).islower() and not any(_kind(doc, i) in ("det", "cop", "case") for i in doc.dependents(index))


def _place(doc: Doc, pos: list[str], index: int) -> str | None:
    """Give "nsubj" or "obj" for a bare noun phrase right before or behind its verb which has no other; None where it stays what it is."""
    verb = doc.heads[index]
    if verb < 0 or pos[verb] != "VERB":
        return None
    under = doc.dependents(index)
    if any(_kind(doc, i) in ("case", "mark", "nsubj") for i in under):
        return None
    kinds = {_kind(doc, i) for i in doc.dependents(verb) if i != index}
    is_passive = any(doc.relations[i] == "aux:pass" for i in doc.dependents(verb))
    if index < verb and not kinds & {"nsubj", "csubj", "expl", "mark"}:
        between = [i for i in range(index + 1, verb) if doc.relations[i] != "goeswith"]
        first = min([index, *(i for i in under if i < index)])
        opens = doc.sentence_at(doc.tokens[index].start).start == doc.tokens[first].start
        if opens and all(pos[i] in ("AUX", "ADV", "PART") for i in between):
            return "nsubj:pass" if is_passive else "nsubj"
    if index > verb and doc.relations[index] == "obl" and "obj" not in kinds and not is_passive:
        between = [i for i in range(verb + 1, index) if doc.heads[i] != index and doc.relations[i] != "goeswith"]
        if all(doc.heads[i] in under and pos[i] != "ADP" for i in between) and pos[index] != "PRON":
            return "obj"
    return None
