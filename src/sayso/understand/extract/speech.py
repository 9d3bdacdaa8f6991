"""All attributions of a Doc: the head's, mended, and what rules add. Front door of the files that find speech."""

from __future__ import annotations

import re

from ...span import Span
from ..doc import Doc
from .asides import asides
from .asked import asked
from .attribution import Attribution
from .block_quotations import blocks
from .edges import with_whole_edges
from .headlines import headlines
from .imputed_speech import imputed
from .joined_speakers import joined_speakers
from .left_open import left_open
from .mending import mended
from .page_marks import without_page_marks
from .plain_clauses import plain_clauses
from .posts import posts
from .quotation_homes import quotation_homes
from .reckoned import reckoned
from .relayed_speech import nest
from .reported_speech import assemble
from .second_cues import second_cues
from .sentence_bounds import sentence_bounds
from .set_phrases import set_phrases
from .transcripts import transcripts
from .unanswered import unanswered
from .whole_clauses import whole_clauses
from .withheld_speech import withheld

# "No group has admitted the attack": what nobody owns to is not said.
_NOBODY = re.compile(r"(?:no (?:\w+ ){0,2}\w+|nobody|no one|none(?: of .*)?)$", re.IGNORECASE)
# What opens a clause and says nothing itself.
_POINTERS = frozenset(("who", "whom", "which", "that", "what"))
_DECIDES = re.compile(r"\bdecid(?:e|es|ed|ing)$", re.IGNORECASE)
_A_THING = re.compile(r"(?:the|a|an|this|these|its|his|her|their) (?!fact\b)", re.IGNORECASE)
# "Told | their stories in the square" says nothing of what was told.
_TELLS = re.compile(r"\b(?:tell|tells|told|telling|recount|recounts|recounted|recounting)$", re.IGNORECASE)
_TALE = re.compile(
    r"(?:(?:a|the|his|her|their|its|our|my|such|many|some|these|those|few) )?(?:[a-z-]+ ){0,2}?(?:stor(?:y|ies)|tales?|jokes?|lies?|secrets?|anecdotes?|truth|experiences?|ordeals?)"
    r"(?: (?:in(?! which)|at|to|on|before|by|with|during|around|until|after|when|while|as|all|again|last|this)\b[^,;:“”\"]*)?",
    re.IGNORECASE,
)
# "You do not slam the door and ask": what anybody does.
_ANYBODY = re.compile(r"(?:you|one)", re.IGNORECASE)
_USUALLY = re.compile(r"(?:do not|don[’']t|never|cannot|can ?not|can[’']t|can|must|should|have to|would)\b", re.IGNORECASE)
_OWNING = re.compile(r"\b(?:admitted|admits|claimed|claims|confirmed|acknowledged|taken|accepted)\b", re.IGNORECASE)


def attributions_of(doc: Doc) -> list[Attribution]:
    """Give every attribution of the report in text order, both levels of nested ones."""
    made = imputed(doc, quotation_homes(doc, sentence_bounds(doc, assemble(doc))))
    made = second_cues(doc, joined_speakers(doc, without_page_marks(doc, mended(doc, with_whole_edges(doc, made)))))
    made = plain_clauses(doc, set_phrases(doc, asides(doc, reckoned(doc, unanswered(doc, left_open(doc, withheld(doc, made)))))))
    made = whole_clauses(doc, asked(doc, posts(doc, headlines(doc, made))))
    return [
        _without_pointer(doc, one)
        for one in nest(doc, transcripts(doc, blocks(doc, made)))
        if not any(rule(doc, one) for rule in (_is_nobodys, _is_settled, _is_tale, _is_anybodys))
    ]


def _without_pointer(doc: Doc, one: Attribution) -> Attribution:
    """Take "who" and "which" out of a content of several pieces: the clause they open says of whom, not what ("who | is said | to have fled")."""
    kept = [piece for piece in one.content if piece.of(doc.text).lower() not in _POINTERS]
    if 0 < len(kept) < len(one.content):
        one.content = kept
    return one


def _is_settled(doc: Doc, one: Attribution) -> bool:
    """Tell whether a thing is only settled, by whom or what it may be: "Rain will not decide the match", "the bench decided the case"."""
    if len(one.cue) != 1 or len(one.content) != 1 or one.outer is not None or one.inner:
        return False
    start = one.content[0].start
    is_near = 0 < start - one.cue[0].end <= 1 and doc.quotation_at(start) is None
    is_thing = _A_THING.match(doc.text, start) is not None and not _is_clause(doc, one.content[0])
    return is_near and is_thing and _DECIDES.search(one.cue[0].of(doc.text)) is not None


def _is_tale(doc: Doc, one: Attribution) -> bool:
    """Tell whether only that somebody told something is said, and not what: "the women told their stories", "told jokes all night"."""
    if len(one.cue) != 1 or len(one.content) != 1 or one.inner or not _TELLS.search(one.cue[0].of(doc.text)):
        return False
    words = one.content[0]
    is_after = 0 < words.start - one.cue[0].end <= 1 and doc.quotation_at(words.start) is None
    return is_after and _TALE.fullmatch(words.of(doc.text).rstrip(" .,")) is not None


def _is_clause(doc: Doc, piece: Span) -> bool:
    """Tell whether words without "that" are a clause: "the court decided **the case should be heard again**"."""
    words = doc.tokens_in(piece) if doc.heads else range(0)
    tops = [i for i in words if doc.heads[i] not in words]
    return any(doc.relations[i].startswith(("nsubj", "csubj", "expl")) for top in tops for i in doc.dependents(top))


def _is_anybodys(doc: Doc, one: Attribution) -> bool:
    """Tell whether somebody says in his words what one does or not: "You do not ask the fox to count the hens", he said."""
    if one.outer is None or len(one.source) != 1 or not one.cue or one.inner:
        return False
    is_you = _ANYBODY.fullmatch(one.source[0].of(doc.text)) is not None
    return is_you and _USUALLY.match(doc.text, one.source[0].end + 1) is not None


def _is_nobodys(doc: Doc, one: Attribution) -> bool:
    """Tell whether nobody says the words: who is said to own to them is "no group", "nobody"."""
    if len(one.source) != 1 or not one.cue or one.outer is not None or one.inner:
        return False
    return _NOBODY.match(one.source[0].of(doc.text)) is not None and _OWNING.search(one.cue[0].of(doc.text)) is not None
