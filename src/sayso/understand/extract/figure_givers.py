"""Who is made to answer for a number: the speaker of the innermost statement that carries it, or whose count it is called. Statements in, an id out.

The report's own voice has no giver; nor have numbers of a deed that the report tells ("approved a $2 million deal"), nor those only asked about.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ...findings.actor import ActorKind
from ...findings.statement import Act, Statement
from ...span import Span
from ..doc import Doc
from ..numbers.word_lists import words_of
from .cast import Cast

# Acts in whose words nobody gives a number: to deny that 500 died is not to say so.
_GIVERLESS = (Act.IMPUTED, Act.ASK, Act.SILENT, Act.DECLINE, Act.DENY, Act.DOUBT)
# Modal verbs of what is not, or not yet, said ("may say 500").
_UNSAID = {"may", "might", "could", "would", "should", "will", "shall"}
_TALLY = r"(?:count|figures?|tally|toll|estimates?|reckoning|account|numbers?)"
# Behind the number "by the rebels' count", before it "the ministry's figure is"; characters within which they stand.
_BY_COUNT = re.compile(
    rf"[^.;:\n]{{0,60}}?\b(?:by|on|according to) (?P<who>[^.;:,\n]{{2,60}}?)(?:'s|’s|'|’) (?:own |latest |official )*{_TALLY}\b"
)
_THEIR_FIGURE = re.compile(
    rf"(?:^|[.;]\s+|\b(?:but|and|while) )(?P<who>[^.;:,\n]{{2,60}}?)(?:'s|’s|'|’) (?:own |latest |official )*{_TALLY} (?:is|was|stands at|stood at|puts? it at) $",
    re.IGNORECASE,
)
# Right before the number: "…; the rebels say 400", and at the head of its sentence: "By the army's count, 300".
_JUST_SAID = re.compile(
    r"(?:[;,] (?:but |while |and )?)(?P<who>[^,;.]{2,40}) (?:say|says|said|claim|claims|claimed|put it at|puts it at) $"
)
_OPENED_BY = re.compile(rf"By (?P<who>[^.;:,\n]{{2,60}}?)(?:'s|’s|'|’) (?:own |latest |official )*{_TALLY}, (?:[a-z]+ ){{0,2}}")
# "Quist put the cargo at 300 tons": who reckons it.
_PUT_AT = re.compile(
    r"(?:^|, |; |\b(?:and|but|while|although|though) )(?P<who>[^,;:.\n]{2,80}?) (?:(?:has|have|had) )?puts? (?:the |its |their |his |her |this |that )?[\w -]{2,40}? (?:at )?$"
)
# "According to the Lantern, the ministry has estimated 300 tons": who reckons it, not who prints it.
_ESTIMATED = re.compile(
    r"(?:^|, |; |\b(?:and|but|while|that) )(?P<who>[^,;:.\n]{2,80}?) (?:has |have |had )?(?:estimated|estimates?|reckons?|calculated)(?: that)? $"
)
# "In the Lantern poll, 42 percent": whose poll tells it.
_IN_POLL = re.compile(
    r"\b(?:[Ii]n|[Aa]ccording to) (?:an?|the|its|their) (?:new |latest |recent |same )*(?P<who>[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,3}) (?:\w+ )?(?:poll|survey|census)\b"
)
_INSERTED = re.compile(r"\b(?:and|but|or), $")
_DOCUMENT = re.compile(
    r"(?:an?|the) (?P<who>[\w .-]{2,40}?)(?:'s|’s)? (?:statement|report|communique|communiqué|document|memo|bulletin|list|letter|tally|study|survey)",
    re.IGNORECASE,
)
_DATA = re.compile(
    r"(?:the |an? |its |their )?(?:[\w-]+ ){0,3}?(?:data|statistics|figures|documents?|numbers|records|reports?|papers|surveys?|polls?|census|estimates?)"
    r"(?: (?:released|published|issued|compiled|collected|gathered|provided|kept)[\w ]{0,20}? by | obtained [^.;]{0,60}?\bfrom | (?:by|from) )",
    re.IGNORECASE,
)
_BODIES = frozenset(
    {"police", "army", "navy", "prosecutors", "authorities", "officials", "rebels", "government", "ministry", "military"}
)
_ITS_DATA = re.compile(
    r"(?:the )?(?P<who>[^,;.]{2,60}?)(?:'s|’s|'|’) (?:own |latest |official |annual )*(?:data|statistics|figures|numbers|records)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r" \([A-Z][\w. -]*\)$")
_ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)
_REACH = 80


class Givers:
    """Finds who gives the numbers of one report."""

    def __init__(self, doc: Doc, cast: Cast, statements: Sequence[Statement]) -> None:
        self._doc, self._cast = doc, cast
        self._carriers = _Carriers(statements)
        self._cues = sorted(((cue, s) for s in statements for cue in s.cue), key=lambda pair: (pair[0].start, pair[1].id))

    def of(self, number: Span) -> tuple[str | None, Statement | None]:
        """Give the actor's id and the statement that carries a number, each None where there is none."""
        inserted = self._inserted(number)
        if inserted is not None:
            return inserted.speaker if _gives(self._doc, inserted) else None, inserted
        carrier = self._carriers.of(number)
        if carrier is not None and self._is_before_insertion(number, carrier):
            carrier = None
        if (said := self._just_said(number)) is not None:
            return self._actor(said), carrier if carrier is not None and said.start < carrier.content[0].start else None
        counted = self._counted_by(number) or (self._polled_by(number) if carrier is None else None)
        if counted is not None:
            return counted, carrier
        if carrier is None or not _gives(self._doc, carrier) or self._is_find(number, carrier):
            return None, carrier
        if (behind := self._behind_data(carrier)) is not None:
            return behind or None, carrier
        return carrier.speaker or self._behind_document(carrier), carrier

    def _is_find(self, number: Span, carrier: Statement) -> bool:
        """Tell "police discovered 500 rifles": what is found is a deed, where the number is all that the verb has for an object."""
        words = {word for cue in carrier.cue for word in cue.of(self._doc.text).lower().split()}
        content = carrier.content[0]
        if not words & words_of("finding") or not 0 <= number.start - content.start <= 8:
            return False
        inside = self._doc.tokens_in(content)
        return not any(self._doc.pos[i] in ("AUX", "VERB") and self._doc.relations[i] not in ("acl", "amod") for i in inside)

    def _behind_data(self, carrier: Statement) -> str | None:
        """Give whose data a number comes from: "according to documents obtained from the mint", "statistics released by the ministry"; "" where it is nobody named."""
        if len(carrier.source) != 1:
            return None
        words, start = carrier.source[0].of(self._doc.text), carrier.source[0].start
        if (owned := _ITS_DATA.fullmatch(words)) is not None:
            return self._actor(Span(start + owned.start("who"), start + owned.end("who")))
        found = _DATA.match(words)
        if found is None:
            return None
        start, end = carrier.source[0].start + found.end(), carrier.source[0].end
        opened = [(m, p) for m, p in self._cast.named_in(Span(start, end)) if m.start - start <= len("the ") and p.id]
        if not opened:
            return None
        last, part = max(opened, key=lambda pair: pair[0].end)
        is_state = part.kind is ActorKind.COUNTRY and last.end < end and self._doc.text[last.end] == " "
        if is_state and self._doc.text[last.end + 1 : last.end + 2].isalpha():  # "a survey by Norwegian newspaper The Lantern"
            named = [(m, p) for m, p in self._cast.named_in(Span(last.end, end)) if m.end == end and p.id]
            return max(named, key=lambda pair: pair[0].end - pair[0].start)[1].id if named else ""
        if self._doc.text.startswith(("’s ", "'s "), last.end):  # "Mexico's Human Rights Commission"
            inner = [(m, p) for m, p in self._cast.named_in(Span(last.end, end)) if m.start == last.end + 3 and p.id]
            last, part = max(inner, key=lambda pair: pair[0].end, default=(last, part))
        return part.id

    def _behind_document(self, carrier: Statement) -> str | None:
        """Give whose paper a number stands in: "according to a police statement", where the report tells of the border police."""
        if len(carrier.source) != 1:
            return None
        found = _DOCUMENT.fullmatch(carrier.source[0].of(self._doc.text))
        if found is None:
            return None
        start = carrier.source[0].start
        who = Span(start + found.start("who"), start + found.end("who"))
        if (actor := self._actor(who)) is not None:
            return actor
        last, text = f" {found['who'].lower().split()[-1]}", self._doc.text
        named = self._cast.named_in(Span(0, len(text)))
        same = {part.id for mention, part in named if part.id and f" {mention.of(text).lower()}".endswith(last)}
        return same.pop() if len(same) == 1 else None

    def _counted_by(self, number: Span) -> str | None:
        """Give whose count a number is called."""
        text, sentence = self._doc.text, self._doc.sentence_at(number.start)
        opened = _OPENED_BY.fullmatch(text[sentence.start : number.start])
        if opened is not None:
            return self._actor(Span(sentence.start + opened.start("who"), sentence.start + opened.end("who")))
        before = text[sentence.start : number.start]
        if number.of(text).startswith("estimated ") and before.endswith(("has ", "have ", "had ")):
            before += "estimated "  # the bound word of the number is the verb
        put = _PUT_AT.search(before) or _ESTIMATED.search(before)
        is_put = put is not None and (
            put[0].endswith("at ") or put.re is _ESTIMATED or text.startswith(("as high as", "as low as"), number.start)
        )
        if put is not None and is_put:
            actor = self._actor(Span(sentence.start + put.start("who"), sentence.start + put.end("who")))
            if actor is not None:
                return actor
        after = _BY_COUNT.match(text, number.end, max(number.end, min(sentence.end, number.end + 2 * _REACH)))
        theirs = _THEIR_FIGURE.search(text[max(sentence.start, number.start - _REACH) : number.start])
        if after is not None and not re.search(r"\d", after[0]):
            return self._actor(Span(after.start("who"), after.end("who")))
        if theirs is not None:
            start = max(sentence.start, number.start - _REACH)
            return self._actor(Span(start + theirs.start("who"), start + theirs.end("who")))
        return None

    def _polled_by(self, number: Span) -> str | None:
        """Give whose poll the sentence of a number names."""
        sentence = self._doc.sentence_at(number.start)
        found = [*_IN_POLL.finditer(sentence.of(self._doc.text))]
        if len(found) != 1:
            return None
        return self._actor(Span(sentence.start + found[0].start("who"), sentence.start + found[0].end("who")))

    def _just_said(self, number: Span) -> Span | None:
        """Give who says a number right before it, behind what another says: "…; the rebels say 400"."""
        start = max(self._doc.sentence_at(number.start).start, number.start - _REACH)
        found = _JUST_SAID.search(self._doc.text[start : number.start])
        return Span(start + found.start("who"), start + found.end("who")) if found is not None else None

    def _actor(self, who: Span) -> str | None:
        """Give the actor named last in the words of a possessor, or whom the same words name elsewhere ("the rebels")."""
        found = [part.id for mention, part in self._cast.named_in(who) if mention.end == who.end and part.id]
        if found:
            return found[-1]
        if (short := _IN_BRACKETS.search(who.of(self._doc.text))) is not None:
            return self._actor(Span(who.start, who.start + short.start()))
        words = _ARTICLE.sub("", who.of(self._doc.text)).lower()
        parts = [part for part in self._cast.parts.values() if part.id]
        whole = next((part.id for part in parts if part.name.lower() == words), None)
        return whole or next((part.id for part in parts if part.name.lower() == words.split()[-1] in _BODIES), None)

    def _inserted(self, number: Span) -> Statement | None:
        """Give the statement of "…, and, Oslo says, 40 ships": a cue between commas right before a number it belongs to."""
        cue = self._cue_before(number)
        if cue is None or self._doc.text[cue[0].end : number.start] != ", ":
            return None
        return cue[1] if self._opens_insertion(cue[1], cue[0]) else None

    def _cue_before(self, number: Span) -> tuple[Span, Statement] | None:
        at = bisect_left(self._cues, number.start, key=lambda pair: pair[0].start) - 1
        return self._cues[at] if at >= 0 else None

    def _opens_insertion(self, statement: Statement, cue: Span) -> bool:
        """Tell whether source and cue stand between commas behind "and" or "but"."""
        source = [piece for piece in statement.source if piece.end <= cue.start]
        start = source[-1].start if source else cue.start
        return bool(_INSERTED.search(self._doc.text[max(0, start - 8) : start]))

    def _is_before_insertion(self, number: Span, carrier: Statement) -> bool:
        """Tell whether a number stands before such an insertion, whose words begin only behind it."""
        return any(number.end <= cue.start and self._opens_insertion(carrier, cue) for cue in carrier.cue)


def _gives(doc: Doc, carrier: Statement) -> bool:
    """Tell whether a statement puts its numbers forward."""
    if carrier.act in _GIVERLESS or carrier.negated or carrier.modal in _UNSAID:
        return False
    words = {word for cue in carrier.cue for word in cue.of(doc.text).lower().split()}
    return not (words & words_of("deeds") and carrier.act is not Act.DEMAND)


class _Carriers:
    """Finds the innermost statement whose content holds a number; contents sorted, so a long report costs no more per number."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._pieces = sorted(((p, s) for s in statements for p in s.content), key=lambda pair: pair[0])
        self._longest = max((p.end - p.start for p, _ in self._pieces), default=0)

    def of(self, span: Span) -> Statement | None:
        low = bisect_left(self._pieces, span.start - self._longest, key=lambda pair: pair[0].start)
        high = bisect_left(self._pieces, span.start + 1, key=lambda pair: pair[0].start)
        around = [(p.end - p.start, s) for p, s in self._pieces[low:high] if p.overlaps(span)]
        return min(around, key=lambda pair: pair[0])[1] if around else None
