"""A capital → its government or the town: "Lima denied it", "an ally of Lima", and "in Lima" or "LIMA (Agency) -"."""

from __future__ import annotations

import re

from ...span import Span
from ..doc import Doc
from .cues import verbs

# Before a capital these make it a place ("in Seoul"); without them, a capital that acts or is addressed is its state.
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|from|to|of|outside|around|across|into|through|over|toward|towards|visit(?:ed|ing)?|left|reached|central|downtown)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_VOICE_BEFORE = re.compile(
    r"\b(?:message|signal|warning|pressure|support|aid|threats?|demands?|orders?|denials?|response|statement|criticism|relations|talks|ties|comments?|reaction|reply|confirmation|word)\s+"
    r"(?:from|of|to|with)\s+$",
    re.IGNORECASE,
)
_ACTOR_BEFORE = re.compile(
    r"\b(?:by|with|between|against|and|that|but|which|while|as|if|,|told|tells?|(?:accus|warn|urg|ask|blam|press|pressur|implor|begg|exhort|invit|thank|prais|condemn|criticis|criticiz|denounc"
    r"|rebuk|hail|lobbi|anger|reassur|persuad|commend|congratulat)(?:ed|ing|es|s)|(?:call|appeal)(?:s|ed|ing)? (?:up)?(?:on|to))\s+$",
    re.IGNORECASE,
)
_SIDE_BEFORE = re.compile(
    r"\b(?:all(?:y|ies)|partners?|rivals?|enem(?:y|ies)|friends?|opponents?|critics?|patrons?|backers?|adversar(?:y|ies)|foes?) of\s+$",
    re.IGNORECASE,
)
# Behind a capital: what it does in words.
_WHICH = re.compile(r",? which (?:\w+ly )?(?:has |have |had )?(?:\w+ly )?(?P<verb>\w+)")
_SIDES = frozenset("ally allies partner partners rival rivals enemy foe adversary patron backer neighbour neighbor".split())


def stands_for_state(doc: Doc, span: Span) -> bool:
    before = doc.text[max(0, span.start - 24) : span.start]
    if (
        _VOICE_BEFORE.search(before) or _SIDE_BEFORE.search(before) or before.endswith(("’s ", "'s "))
    ):  # "the president's Washington"
        return True
    if _PLACE_BEFORE.search(before):
        return False
    if (told := _WHICH.match(doc.text, span.end)) is not None and told["verb"].lower() in verbs():
        return True  # "there was no sign of it from Lomé, which denies"
    tokens = doc.tokens_in(span)
    follows = doc.pos[tokens.stop] if tokens.stop < len(doc.pos) else ""
    possessive = doc.text[span.end : span.end + 2] in ("’s", "'s")
    acts = follows in ("VERB", "AUX") or (
        follows == "ADV" and tokens.stop + 1 < len(doc.pos) and doc.pos[tokens.stop + 1] in ("VERB", "AUX")
    )
    begins = not before.strip() or before.rstrip().endswith((".", "”", '"', "\n", ","))
    dateline = doc.text[span.end : span.end + 3].startswith((",", " (", " —", " –", " -"))
    stands = acts or possessive or bool(_ACTOR_BEFORE.search(before)) or begins
    return stands and not (dateline and begins) or (begins and _says(doc, tokens)) or _is_side(doc, tokens)


def _is_side(doc: Doc, words: range) -> bool:
    """Tell whether a name is explained as somebody's ally or rival, as only a state is: "Lima, a close partner of Togo, …"."""
    heads = [i for i in words if doc.heads and doc.heads[i] not in words]
    return any(doc.relations[k] == "appos" and doc.low(k) in _SIDES for i in heads for k in doc.dependents(i))


def _says(doc: Doc, words: range) -> bool:
    """Tell whether a name is the subject of a verb of saying further on: "Lima, where the row began, denied it"."""
    heads = [i for i in words if doc.heads and doc.heads[i] not in words and doc.relations[i] == "nsubj"]
    return any(doc.low(doc.heads[i]) in verbs() and doc.pos[doc.heads[i]] == "VERB" for i in heads)
