"""Words that only point to an actor, added to its mentions once all actors are known: "who" and "which", "I" and "we", "he" of whom a report never names.

Nothing else asks these mentions: they say where an actor is spoken of, and decide nothing. Cases: cases/pointing.yml.
"""

from __future__ import annotations

from ...findings.actor import ActorKind
from ...span import Span
from ..doc import Doc
from .cast import Cast, Part
from .pronouns import FOLLOWED, described_parts
from .referents import Referents
from .voices import voice

_RELATIVES = frozenset(("who", "whom", "whose", "which", "that"))
_RELATIVE_CLAUSE = "acl:relcl"
_I = frozenset(("i", "me", "my", "mine", "myself"))
_WE = frozenset(("we", "us", "our", "ours", "ourselves"))
_PERSONAL = frozenset(("he", "she", "him", "her", "his", "hers", "himself", "herself"))
# Steps up the tree from a relative to the verb of its clause: "by whose order", "some of which".
_STEPS = 4


def follow_pointers(doc: Doc, cast: Cast, referents: Referents | None) -> None:
    """Add relatives, first persons and pronouns of the nameless to the mentions of whom they mean."""
    if referents is None:
        return
    _follow_described(cast, referents)
    for index, (word, span) in enumerate(zip(doc.lows, doc.tokens, strict=True)):
        if word in _RELATIVES and doc.heads:
            part = _before_clause(doc, cast, index)
        elif word in _I or (word in _WE and doc.word(index) != "US"):
            part = _of_voice(cast, referents, span, word)
        else:
            continue
        if part is not None and not cast.named_in(span):
            cast.mention(part, span, naming=False)


def _before_clause(doc: Doc, cast: Cast, index: int) -> Part | None:
    """Give the actor whose words a relative clause tells more of: "the | guards |, who …", "a | court | whose …"."""
    if doc.low(index) == "that" and doc.pos[index] != "PRON":
        return None
    verb = index
    for _ in range(_STEPS):
        if verb < 0 or doc.relations[verb] == _RELATIVE_CLAUSE:
            break
        verb = doc.heads[verb]
    if verb < 0 or doc.relations[verb] != _RELATIVE_CLAUSE or not 0 <= doc.heads[verb] < index:
        return None
    noun = doc.heads[verb]
    part = _named_at(doc, cast, noun)
    return _named_at(doc, cast, doc.heads[noun]) if part is None and doc.relations[noun] == "appos" else part


def _named_at(doc: Doc, cast: Cast, noun: int) -> Part | None:
    """Give the actor whose words have that noun for their head."""
    token = doc.tokens[noun]
    for mention, part in cast.named_in(doc.sentence_at(token.start)):
        if mention.covers(token) and all(not mention.covers(doc.tokens[h]) for h in (doc.heads[noun],) if h >= 0):
            return part
    return None


def _of_voice(cast: Cast, referents: Referents, span: Span, word: str) -> Part | None:
    """Give who says "I"; of "we" the state or body he speaks for, else himself where he is one or several."""
    found = referents.of(span)
    speaker = found.part if found is not None else None
    if speaker is None or (word in _I and speaker.kind is not ActorKind.PERSON):
        return None
    key = voice(cast, speaker) if word in _WE else None
    return (cast.parts.get(key) if key is not None else None) or speaker


def _follow_described(cast: Cast, referents: Referents) -> None:
    """Add pronouns and nouns to the mentions of those who have no name but their words ("the gunmen … they", "a monk … he"), where their chain is sure."""
    bodies = described_parts(cast)
    people = {m.end: p for p in cast.parts.values() if p.kind is ActorKind.PERSON and p.name[:1].islower() for m in p.naming}
    for span in referents.pointing():
        if span.end in bodies or span.end in people or cast.named_in(span):
            continue
        made = {**bodies, **people} if cast.text[span.start : span.end].lower() not in _PERSONAL else people
        part = next((p for noun in referents.described(span, FOLLOWED) if (p := made.get(noun.end)) is not None), None)
        if part is not None:
            cast.mention(part, span, naming=False)
