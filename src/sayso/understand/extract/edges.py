"""Edges of sources and contents that the tree of the sentence can mend: what was cut within a phrase, what was swallowed, what stands apart.

The head labels pieces of words; the tree says which words belong together. Each rule is one function and silent where there is no tree.
"""

from __future__ import annotations

import re

from ...span import Span
from ..doc import Doc
from .attribution import Attribution
from .content_ends import aside_after, called_after, deed_after, done_without, joined_before, run_on_clause, unsaid_noun
from .cues import verbs
from .subjects import phrase_of, subject_of_cue
from .wordings import (
    called_on,
    kept_from,
    only_that,
    parted_particle,
    parted_phrase,
    parted_preposition,
    ruled_out,
    said_without,
    self_named,
    shared_words,
)

# "A nurse at the camp, who would not be named, | said".
_RELATIVE = re.compile(r", (?:who|which|whose) [^.;:“”\"]{3,200},(?=\s$)")
_TIME = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"weeks?|months?|years?|days?|hours?|night|morning|afternoon|evening|\d{4})\b"
)
# What cannot stand last in a phrase: its noun is still to come.
_UNFINISHED = ("DET", "ADP", "ADJ", "NUM", "CCONJ")
# Where, when and in what something is said: no part of it.
_HOW_SAID = re.compile(
    r"(?:in|at|on|during|via|through|after|before|by|from|to) (?:(?:an?|the|his|her|its|their|this|last) )?(?:[\w’'-]+ ){0,3}?(?:address|speech|interview|statement|letter|tweet|post|message|"
    r"remarks|broadcast|conference|briefing|video|call|report|testimony|note|comments|email|release|communiqu[eé]|meeting|rally|debate|hearing|visit|Twitter|Facebook|television|TV|radio|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|week|month|year|yesterday|\d{4})\b",
    re.IGNORECASE,
)
# Relations of what belongs to a noun or verb before it without a comma.
_BELONGS = ("nmod", "acl", "obl", "obj", "flat", "compound", "conj", "xcomp", "ccomp")
_PRONOUN_LAST = re.compile(r",[”\"]? (?P<who>he|she|they|it|I|we)")
SHORTEST = 8  # characters that are left to a content
MOST_WORDS = 15  # of a subject before its cue
_NEAR = 3  # characters between pieces that stand side by side
_WIDEST = 200  # characters a content may grow by


def whole_word(doc: Doc, one: Attribution) -> None:
    """A cue ends with its word: "the women | chant | ed" is "chanted"."""
    last = doc.tokens_in(one.cue[-1])
    if last and (end := doc.tokens[last[-1]].end) > one.cue[-1].end and doc.word(last[-1]).isalpha():
        one.cue[-1] = Span(one.cue[-1].start, end)


def swallowed_subject(doc: Doc, one: Attribution) -> None:
    """A content that runs up to its cue holds the cue's subject: "A is so, | minister NAME | said" in place of "A is so, minister NAME"."""
    if one.source or not one.cue or not one.content:
        return
    piece, cue = one.content[-1], one.cue[0]
    if piece.end > cue.start or cue.start - piece.end > _NEAR or doc.quotation_at(piece.end - 1) is not None:
        return
    subject = subject_of_cue(doc, cue)
    if subject is None or not piece.covers(subject):
        return
    subject = Span(subject.start, piece.end)
    words = doc.text[piece.start : subject.start].rstrip()
    inside = doc.tokens_in(subject)
    if len(inside) > MOST_WORDS or any(doc.pos[i] in ("VERB", "AUX") for i in inside):
        return
    if len(words) > SHORTEST and words.endswith((",", "”", '"')):
        one.source = [subject]
        one.content[-1] = Span(piece.start, piece.start + len(words.rstrip(",")))


def shared_subject(doc: Doc, one: Attribution) -> None:
    """A finite cue without a source has the subject of the verb it is joined to: "it names the men **and claims** that A"."""
    if one.source or len(one.cue) != 1 or one.content[0].start < one.cue[0].end:
        return
    words = doc.tokens_in(one.cue[0])
    verb = next((i for i in words if doc.pos[i] == "VERB" and doc.low(i) in verbs()), None)
    if verb is None or doc.relations[verb] != "conj" or doc.low(verb).endswith("ing") or any(doc.pos[i] == "AUX" for i in words):
        return
    is_joined = doc.low(words.start - 1) in ("and", "but", ",") and doc.quotation_at(one.cue[0].start) is None
    subject = subject_of_cue(doc, one.cue[0]) if is_joined else None
    if subject is not None and subject.end < one.cue[0].start and not any(subject.overlaps(p) for p in one.content):
        one.source = [subject]


def swallowed_behind(doc: Doc, one: Attribution) -> None:
    """A content that begins right behind its cue with that's subject holds it: "A is so, | said | the deputy, “but B”" in place of "A is so, “but B”"."""
    if one.source or len(one.cue) != 1 or len(one.content) < 2 or not _is_near(one.cue[0], one.content[-1]):
        return
    cue, piece = doc.tokens_in(one.cue[0]), one.content[-1]
    subject = next((i for i in doc.tokens_in(piece) if doc.relations[i] == "nsubj" and doc.heads[i] in cue), None)
    whole = phrase_of(doc, subject) if subject is not None and doc.quotation_at(piece.start) is None else None
    if whole is None or whole.start != piece.start or one.content[-2].end > one.cue[0].start:
        return
    quotation = next((q.span for q in doc.quotations_in(piece) if doc.text[whole.end : q.span.start].strip() in ("", ",")), None)
    if quotation is not None:
        one.source, one.content[-1] = [whole], Span(quotation.start, max(piece.end, quotation.start + 1))
    elif not doc.quotations_in(piece) and not _has_verb_beside(doc, piece, subject):
        one.source, one.content = [Span(piece.start, piece.end)], one.content[:-1]


def _is_near(cue: Span, piece: Span) -> bool:
    return 0 < piece.start - cue.end <= _NEAR


def _has_verb_beside(doc: Doc, piece: Span, subject: int | None) -> bool:
    """Tell whether a piece holds a verb that says nothing of its subject."""
    return any(
        doc.pos[i] == "VERB" and not _hangs_on(doc, i, subject if subject is not None else -1) for i in doc.tokens_in(piece)
    )


def words_before_pronoun(doc: Doc, one: Attribution) -> None:
    """Who speaks is the pronoun next to the cue, and what a comma parts from it begins the words: "The dam, she | explained, | “held”"."""
    if len(one.source) != 1 or len(one.cue) != 1 or one.content[0].start < one.cue[0].end:
        return
    match = _PRONOUN_LAST.search(doc.text, one.source[0].start, one.source[0].end)
    if match is None or match.end() != one.source[0].end or not 0 < one.cue[0].start - match.end() <= _NEAR:
        return
    one.content = [Span(one.source[0].start, match.start()), *one.content]
    one.source = [Span(*match.span("who"))]


def whole_subject(doc: Doc, one: Attribution) -> None:
    """A source cut within its phrase takes the phrase: "A surgeon at the | camp", "a voice from | the film"; time and place before it are none of it."""
    if len(one.source) != 1 or not one.cue:
        return
    source = one.source[0]
    words = doc.tokens_in(source)
    if not words:
        return
    if doc.low(words.start) in ("who", "which") and (noun := _antecedent(doc, words)) is not None:
        one.source = [Span(noun.start, source.end)]
        return
    subject = subject_of_cue(doc, one.cue[0])
    if subject is None or subject.overlaps(one.cue[0]) or any(subject.overlaps(c) for c in one.content):
        return
    last = words.stop - 1
    if doc.relations[doc.tokens_in(subject).start] in ("case", "mark"):
        return
    follows = words.stop < len(doc.pos) and doc.pos[words.stop] == "ADP" and subject.end > source.end
    if subject.start == source.start and follows and not _TIME.search(doc.text, source.end, subject.end):
        clause = _RELATIVE.match(doc.text, subject.end, one.cue[0].start)
        one.source = [Span(subject.start, clause.end()) if clause else subject]
        return
    is_cut = (
        doc.pos[last] in _UNFINISHED[:4] and doc.heads[last] > last and subject.start == source.start and subject.end > source.end
    )
    is_part = (
        subject.covers(source) and subject.end == source.end and doc.relations[words.start - 1] == "case"
        if words.start
        else False
    )
    is_after_place = doc.pos[words.start] == "ADP" and (
        not source.overlaps(subject) or (source.covers(subject) and subject.start > source.start)
    )
    if is_cut or is_part or is_after_place:
        one.source = [subject]


def _antecedent(doc: Doc, words: range) -> Span | None:
    """Give the phrase that a relative clause taken for a source belongs to."""
    verb = next((i for i in words if doc.relations[i] == "acl:relcl" and 0 <= doc.heads[i] < words.start), None)
    if verb is None or not doc.relations[doc.heads[verb]].startswith("nsubj"):
        return None
    return phrase_of(doc, doc.heads[verb])


def inverted_cue(doc: Doc, one: Attribution) -> None:
    """A verb that precedes its subject ends where that begins: "“…,” | said | a letter read to them"."""
    if len(one.cue) != 1 or not one.content:
        return
    cue = one.cue[0]
    words = doc.tokens_in(cue)
    if one.source and one.source[0].end <= cue.start:
        return
    if (
        len(words) < 3
        or doc.low(words.start) not in verbs()
        or doc.pos[words.start + 1] != "DET"
        or one.content[-1].end > cue.start
    ):
        return
    if not any(doc.relations[i].startswith(("nsubj", "obj")) and doc.heads[i] == words.start for i in words):
        return
    end = max(cue.end, one.source[-1].end if one.source and one.source[-1].start >= cue.start else cue.end)
    one.source = [Span(doc.tokens[words.start + 1].start, end)]
    one.cue = [doc.tokens[words.start]]


def loose_fragment(doc: Doc, one: Attribution) -> None:
    """A piece apart from its attribution is none of it: words before a source that leads, with other words between."""
    if len(one.content) < 2 or not one.cue:
        return
    lead = min(s.start for s in (*one.source, *one.cue))
    first, second = one.content[0], one.content[1]
    if (
        first.end > lead
        or second.start < one.cue[-1].end
        or doc.quotations_in(first)
        or doc.quotation_at(first.start) is not None
    ):
        return
    if _passive(doc, one):
        return
    if re.search(r"\w", doc.text[first.end : lead]) and not _is_joined(doc, first, second):
        one.content = one.content[1:]


def _is_joined(doc: Doc, first: Span, second: Span) -> bool:
    """Tell whether a word of one piece hangs on a word of the other."""
    left, right = doc.tokens_in(first), doc.tokens_in(second)
    return any(doc.heads[i] in right for i in left) or any(doc.heads[i] in left for i in right)


def _passive(doc: Doc, one: Attribution) -> bool:
    return any(doc.relations[i] in ("aux:pass", "cop") for cue in one.cue for i in doc.tokens_in(cue)) or not one.source


def whole_content(doc: Doc, one: Attribution) -> None:
    """A content cut within a phrase goes on to its end: "killing nine | soldiers and wounding 30", "bears the marks of the | group"."""
    if not one.content or not one.cue or not doc.heads:
        return
    piece = one.content[-1]
    words = doc.tokens_in(piece)
    if not words or piece.start < one.cue[-1].end or doc.quotation_at(piece.end - 1) is not None or doc.quotations_in(piece):
        return
    sentence = doc.sentence_at(piece.start)
    last = words.stop - 1
    head = doc.heads[last]
    is_cut = doc.pos[last] in _UNFINISHED and head > last and doc.tokens[head].end <= sentence.end
    if not is_cut and not _goes_on(doc, words, sentence):
        return
    end = _end_of_clause(doc, words, head if is_cut else last, sentence)
    limit = min([s.start for s in (*one.source, *one.cue) if s.start >= piece.end], default=sentence.end)
    if doc.text.count("(", piece.start, end) > doc.text.count(")", piece.start, end) and doc.text[end : end + 1] == ")":
        end += 1
    if piece.end < end <= limit and end - piece.end <= _WIDEST:
        one.content[-1] = Span(piece.start, end)


def _goes_on(doc: Doc, words: range, sentence: Span) -> bool:
    """Tell whether the next word begins what belongs to a word of the content: "a siege on two towns | in the north", "a man | guarding a shed"."""
    after = words.stop
    if after >= len(doc.tokens) or doc.tokens[after].start >= sentence.end or doc.pos[after] in ("PUNCT", "CCONJ"):
        return False
    if doc.text[doc.tokens[after - 1].end : doc.tokens[after].start] != " ":
        return False
    if _HOW_SAID.match(doc.text, doc.tokens[after].start, sentence.end):
        return False
    top = after
    while doc.heads[top] > after and doc.heads[top] - after < 8:
        top = doc.heads[top]
    return doc.heads[top] in words and doc.relations[top].startswith(_BELONGS)


def _end_of_clause(doc: Doc, words: range, head: int, sentence: Span) -> int:
    """Give where the clause ends in which a content was cut: the last word that hangs on it without a break."""
    root = head
    while doc.heads[root] in words:
        root = doc.heads[root]
    last = head
    for index in range(words.stop, doc.tokens_in(sentence).stop):
        if not _hangs_on(doc, index, root):
            break
        last = index if doc.pos[index] != "PUNCT" else last
    return doc.tokens[last].end


def _hangs_on(doc: Doc, index: int, root: int) -> bool:
    steps = 0
    while index >= 0 and steps < 40:
        if index == root:
            return True
        index, steps = doc.heads[index], steps + 1
    return False


def joined_pieces(doc: Doc, one: Attribution) -> None:
    """Pieces that nothing of a speaker parts are one: "the blast in Kars | , a quiet town, | was the work of rebels"."""
    for place in range(len(one.content) - 1, 0, -1):
        first, second = one.content[place - 1], one.content[place]
        gap = Span(first.end, second.start)
        if (
            first.start < one.cue[-1].end
            or second.start - first.end > _WIDEST
            or doc.sentence_at(first.start) != doc.sentence_at(second.start)
        ):
            continue
        if any(gap.overlaps(s.span) for s in (*doc.cues, *doc.sources)) or doc.quotations_in(Span(first.start, second.end)):
            continue
        one.content[place - 1 : place + 1] = [Span(first.start, second.end)]


RULES = (
    whole_word,
    ruled_out,
    parted_phrase,
    parted_particle,
    parted_preposition,
    shared_words,
    called_on,
    said_without,
    kept_from,
    only_that,
    self_named,
    inverted_cue,
    swallowed_subject,
    swallowed_behind,
    shared_subject,
    words_before_pronoun,
    whole_subject,
    loose_fragment,
    joined_pieces,
    whole_content,
    unsaid_noun,
    joined_before,
    run_on_clause,
    deed_after,
    aside_after,
    called_after,
    done_without,
)


def with_whole_edges(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Run every rule over every attribution that the head found."""
    if doc.heads:
        for one in made:
            for rule in RULES:
                if one.content and one.cue and not one.is_imputed:
                    rule(doc, one)
    return made
