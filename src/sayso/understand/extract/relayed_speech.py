"""Speech within reported speech: "X said that …, local media reported", "the paper reported that X said …". Both levels are statements.

The first head gives one level. The second comes from the head for inner attributions, and by rule where that is silent: from a cue left
without words next to words that another cue took, and from a reporting verb inside an indirect content.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from ...span import Span, hull
from ..doc import Doc, Role
from ..phrases import noun_phrase_before
from .attribution import Attribution
from .citing import citing
from .closing_marks import closed_by
from .cues import phrases, verbs
from .inner_speech import inner_attributions
from .noun_cues import mend_noun
from .passives import mend_charged, mend_faced, mend_passive, mend_question, mend_told
from .quoted_by import quoted_by
from .reported_last import reported_last
from .second_cues import second_cues_inside

BY = "rule:relayed_speech/1"
# Characters around a cue in which an attribution may begin that belongs with it.
NEAR = 1500
_AND = re.compile(r",? (?:and|but) $")
_JOINT = re.compile(r"[\s,]*(?:that\s)?[\s,]*")
_VERB = re.compile(r"\b[a-z]+\b")
# Verbs that relay words inside an indirect content; others there are read as deeds ("said it found mines").
_SAYING = {
    "said", "says", "told", "tells", "stated", "claimed", "claims", "denied", "denies", "warned", "warns", "announced", "confirmed", "confirms",
    "insisted", "insists", "argued", "argues", "alleged", "alleges", "added", "acknowledged", "admitted", "admits", "vowed", "pledged",
}  # fmt: skip
_RELAYING = _SAYING | {"reported", "reports", "cited", "citing", "quoted", "quoting", "wrote", "writes", "say", "to"}
_AFTER_CUE = re.compile(
    r"\s*(?:(?:on |late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+|yesterday,?\s+|earlier,?\s+)?(?:(?:(?:at|in|on|during|to)\s)?[^,.;:“”\"]{2,60}?\s)?(?P<that>that\s|[“\"])"
)


def nest(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Give the attributions with the second level of relayed speech added and tied to the first."""
    found = list(made)
    found += _left_open(doc, made)
    found += _trailing(doc, found)
    found += closed_by(doc, found)
    found = citing(doc, reported_last(doc, quoted_by(doc, found)))
    found += inner_attributions(doc, [a for a in found if not a.is_imputed])
    found += _inside(doc, found)
    found += second_cues_inside(doc, found)
    for one in found:
        mend_noun(doc, one)
        mend_question(doc, one)
        mend_told(doc, one)
        mend_faced(doc, one)
        mend_charged(doc, one)
        if one.outer is not None:
            mend_passive(doc, one)
    for one in found:
        _join(doc, one)
    _tie(found)
    for one in found:
        if one.outer is not None:
            one.content[0] = _bare(doc, one.content[0])
    return sorted(found, key=lambda a: (a.anchor, -(a.extent.end - a.extent.start)))


def _join(doc: Doc, one: Attribution) -> None:
    """Give a verb of saying after "and", nobody its speaker among the words, to the outer speaker: "said that A **and warned of** B"."""
    outer = one.outer
    if outer is None or one.source or not outer.source or not one.cue or doc.quotation_at(one.cue[0].start) is not None:
        return
    place = next((n for n, piece in enumerate(outer.content) if piece.covers(one.cue[0])), None)
    joint = _AND.search(doc.text, max(0, one.cue[0].start - 6), one.cue[0].start)
    first = one.cue[0].of(doc.text).split()[0].lower()
    if (
        place is None
        or joint is None
        or (first not in verbs() and not _is_phrase(one.cue[0].of(doc.text).lower()))
        or first.endswith("ing")
        or outer.content[place].start >= joint.start()
    ):
        return
    whole = outer.content[place]
    if any(whole.covers(piece) is False for piece in one.content) or doc.tokens_in(Span(joint.start(), whole.end)).stop == 0:
        return
    outer.content[place] = Span(whole.start, joint.start())
    one.source, one.outer = list(outer.source), outer.outer


def _is_phrase(cue: str) -> bool:
    return any(cue.startswith(form) for form, _ in phrases())


def _bare(doc: Doc, piece: Span) -> Span:
    """Leave a leading "that" to the outer statement, whose words join the two."""
    words = piece.of(doc.text)
    return Span(piece.start + 5, piece.end) if words.lower().startswith("that ") and len(words) > 5 else piece


def _left_open(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Read cues of the head that got no content but stand right before words another attribution took."""
    used = {piece.start for one in made for piece in one.cue}
    ordered = sorted(made, key=lambda a: a.extent.start)
    starts = [a.extent.start for a in ordered]
    added = []
    for number, cue in enumerate(doc.cues):
        if cue.span.start in used:
            continue
        near = ordered[bisect_left(starts, cue.span.start - NEAR) : bisect_left(starts, cue.span.end + NEAR)]
        if any(cue.span.overlaps(p) for one in near for p in one.cue):
            continue
        source = _own_source(doc, number, cue.span)
        inner = next((a for a in near if _begins_after(doc, cue.span, a.content[0])), None)
        if inner is not None and source is not None and inner.source and inner.source[0].start > inner.content[-1].start:
            # "SOURCE said WORDS, OUTER reported": the head gave the words to OUTER
            words = list(inner.content)
            inner.content = [Span(min(source.start, words[0].start), _closed(doc, words[-1]))]
            added.append(Attribution([source], [_trimmed_cue(doc, cue.span)], words, inner.confidence, BY, outer=inner))
        elif source is not None and (told := _told_before(doc, source, cue.span, near)) is not None:
            # "SOURCE said WORDS, OUTER reported": the head gave the words to SOURCE
            whole = Span(told.extent.start, _closed(doc, told.content[-1]))
            outer = Attribution([source], [_trimmed_cue(doc, cue.span)], [whole], told.confidence, BY)
            told.outer = outer
            added.append(outer)
        elif source is not None and (follower := _outer_of(doc, cue.span, near)) is not None:
            # "OUTER reported that SOURCE said WORDS": the head gave nothing to OUTER
            outer = Attribution(
                [source], [_trimmed_cue(doc, cue.span)], [_after(doc, cue.span, follower)], follower.confidence, BY
            )
            follower.outer = outer
            added.append(outer)
    return added


def _told_before(doc: Doc, source: Span, cue: Span, made: list[Attribution]) -> Attribution | None:
    """Find the attribution whose source and cue precede its content, which this source and cue close after a comma."""
    if cue.start < source.end:
        return None
    for one in made:
        last = one.content[-1]
        fronted = one.source and one.cue and one.source[0].start < last.start and one.cue[0].start < last.start
        if one.outer is None and fronted and last.end <= source.start and _is_comma(doc, last.end, source.start):
            return one
    return None


_TRAIL = re.compile(
    r"(?P<gap>,?[”\"’]?\s|[”\"’]\s)(?P<who>[^,;:.!?“”\"]{3,60}?) (?P<cue>reported|reports|said|says|quoted (?:him|her|them|officials) as saying|wrote)"
    r"(?: (?:on |late |early )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today))?(?=[.,;]|$)"
)


def _trailing(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Read ", OUTER reported" at the end of a clause whose words already have a source before them; the head passed it over."""
    added = []
    cues = {c.start for a in made for c in a.cue}
    for one in made:
        last = one.content[-1]
        if one.outer is not None or one.is_imputed or not one.source or not one.cue:
            continue
        if one.source[0].start > last.start:  # "WORDS, SOURCE said, OUTER reported"
            last = max(*one.cue, *one.source)
        if doc.quotation_at(one.cue[0].start) is not None:
            continue
        match = _TRAIL.match(doc.text, last.end - 1 if doc.text[last.end - 1] in '”"' else last.end)
        if not match or "," not in doc.text[last.end - 2 : match.start("who")]:
            continue
        cue = Span(match.start("cue"), match.end("cue"))
        source = noun_phrase_before(doc, cue.start, floor=match.start("who"))
        if source is None or source.start != match.start("who") or cue.start in cues:
            continue
        sentence = doc.sentence_at(one.source[0].start)
        begin = one.extent.start if one.extent.start >= sentence.start else one.source[0].start
        outer = Attribution([source], [cue], [Span(begin, _closed(doc, last))], 0.8 * one.confidence, BY)
        one.outer = outer
        added.append(outer)
    return added


def _is_comma(doc: Doc, end: int, start: int) -> bool:
    """Tell whether only a comma, with closing marks, stands between the words and the next source."""
    gap = doc.text[max(0, end - 2) : start]
    return start - end <= 4 and "," in gap and not doc.text[end:start].strip(' ,”"’')


def _own_source(doc: Doc, number: int, cue: Span) -> Span | None:
    sentence = doc.sentence_at(cue.start)
    here = near_in(doc.sources, sentence)
    best = [s.span for s in here if s.links and max(s.links, key=lambda link: link[1])[0] == number]
    if best:
        return min(best, key=lambda s: abs(s.end - cue.start))
    beside = [s.span for s in here if s.span.end <= cue.start and not doc.text[s.span.end : cue.start].strip(" ,")]
    if beside:
        return beside[-1]
    return noun_phrase_before(doc, cue.start, floor=doc.sentence_at(cue.start).start)


def near_in(roles: tuple[Role, ...], area: Span) -> tuple[Role, ...]:
    """Give the roles that begin in the area; roles are in text order."""
    low = bisect_left(roles, area.start, key=lambda r: r.span.start)
    return roles[low : bisect_left(roles, area.end, key=lambda r: r.span.start)]


def _begins_after(doc: Doc, cue: Span, content: Span) -> bool:
    return cue.end <= content.start <= cue.end + 40 and not _JOINT.sub("", doc.text[cue.end : content.start], count=1).strip(
        " ,:"
    )


def _trimmed_cue(doc: Doc, cue: Span) -> Span:
    words = cue.of(doc.text)
    match = re.search(r",? (?:on |late |early )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today)$", words)
    return Span(cue.start, cue.start + match.start()) if match and match.start() else cue


def _closed(doc: Doc, piece: Span) -> int:
    """Give the end of the piece with a comma and a closing mark that follow it."""
    match = re.compile(r"[,.]?[”\"]?").match(doc.text, piece.end)
    return match.end() if match else piece.end


def _outer_of(doc: Doc, cue: Span, made: list[Attribution]) -> Attribution | None:
    for one in made:
        if (
            one.outer is None
            and one.source
            and one.cue
            and one.source[0].start >= cue.end
            and one.extent.start == one.source[0].start
        ):
            between = doc.text[cue.end : one.extent.start]
            if re.fullmatch(r"\s(?:that\s)?", between) and set(re.findall(r"[a-z]+", cue.of(doc.text).lower())) & _RELAYING:
                return one
    return None


def _after(doc: Doc, cue: Span, inner: Attribution) -> Span:
    match = re.compile(r"\s*").match(doc.text, cue.end)
    start = match.end() if match else cue.end
    return Span(start, hull([*inner.source, *inner.cue, *inner.content]).end)


def _inside(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Find "SOURCE said that …" within one indirect content that holds no attribution yet."""
    added = []
    cues = sorted(c.start for one in made for c in one.cue)
    for outer in made:
        if outer.is_imputed:
            continue
        for piece in outer.content:
            if bisect_left(cues, piece.start) < bisect_left(cues, piece.end):
                continue
            inner = _speech_in(doc, piece, outer)
            if inner is not None:
                added.append(inner)
    return added


def _speech_in(doc: Doc, piece: Span, outer: Attribution) -> Attribution | None:
    words = piece.of(doc.text)
    for match in _VERB.finditer(words):
        if match.group() not in _SAYING or match.group() not in verbs():
            continue
        start = piece.start + match.start()
        if doc.quotation_at(start) is not None:
            continue
        source = noun_phrase_before(doc, _without_auxiliary(doc.text, start), floor=piece.start)
        tail = _AFTER_CUE.match(doc.text, piece.start + match.end())
        if tail is None and source is not None and source.start == piece.start and not doc.text[source.end : start].strip():
            tail = _bare_clause(doc, piece, start, piece.start + match.end())
        if not tail or tail.end() >= piece.end:
            continue
        if source is None or source.of(doc.text).lower() in ("it", "i", "we", "that", "which", "who"):
            continue
        content = Span(tail.start("that"), piece.end)
        return Attribution([source], [Span(start, piece.start + match.end())], [content], 0.7 * outer.confidence, BY, outer=outer)
    return None


def _bare_clause(doc: Doc, piece: Span, start: int, end: int) -> re.Match[str] | None:
    """Read "SOURCE said words" at the beginning of a content without "that": the verb must be one, and a clause must follow."""
    rest = doc.tokens_in(Span(end, piece.end)) if end < piece.end else range(0)
    is_verb = doc.pos[doc.tokens_in(Span(start, end)).start] == "VERB"
    has_clause = len(rest) >= 3 and any(doc.pos[i] in ("VERB", "AUX") for i in rest)
    return re.compile(r"\s+(?P<that>)").match(doc.text, end) if is_verb and has_clause else None


def _without_auxiliary(text: str, start: int) -> int:
    """Give where the verb group begins: "had said" begins at "had"."""
    match = re.compile(r"(?:had|has|have|also|later|then)\s$").search(text, max(0, start - 6), start)
    return match.start() if match else start


def _tie(found: list[Attribution]) -> None:
    """Tie every attribution that stands whole within a content of another to the smallest such."""
    ordered = sorted((a for a in found if not a.is_imputed), key=lambda a: a.extent.start)
    starts = [a.extent.start for a in ordered]
    around: dict[int, tuple[int, Attribution]] = {}
    for other in ordered:
        for piece in other.content:
            for one in ordered[bisect_left(starts, piece.start) : bisect_left(starts, piece.end)]:
                inside = one is not other and other.outer is not one and one.extent != piece and piece.covers(one.extent)
                if inside and (id(one) not in around or piece.end - piece.start < around[id(one)][0]):
                    around[id(one)] = (piece.end - piece.start, other)
    for one in ordered:
        if one.outer is None and id(one) in around:
            one.outer = around[id(one)][1]
