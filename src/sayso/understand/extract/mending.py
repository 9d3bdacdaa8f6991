"""Edges and slips of the head's attributions that grammar can mend: each rule one function, each right on any report.

Takes and gives attributions; the order of RULES is the order they run in.
"""

from __future__ import annotations

import re

from ...findings.mention import Label
from ...span import Span
from ..doc import Doc
from ..lowering import lowered
from ..phrases import noun_phrase_before, subject_of
from .attribution import Attribution
from .cues import nouns, phrase_in, phrases, verbs

_DAY = re.compile(
    r"(?:,? (?:on |late |early |late on |early on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight)"
    r"(?: (?:morning|afternoon|evening|night))?|,? (?:this|last) (?:week|month|year))$"
)
_WHETHER = re.compile(r"(?:Did|Does|Do|Is|Are|Was|Were|Will|Would|Can|Could|Should|Has|Have|Had|Might|May)\s+")
_MARKS = re.compile(r"[“”\"]")
_INTERROGATIVE = re.compile(r"(?:which|who|whose|what|how many|how much)\b", re.IGNORECASE)
# The last stretch of a content that is a bare quantity: ", at least 3,000" before "the U.S. says".
_QUANTITY = re.compile(
    r"(?:at least|at most|up to|more than|less than|fewer than|over|nearly|almost|about|around|roughly|some|approximately|as many as|an estimated)?\s*"
    r"(?:[$€£]?\d[\d,.]*%?|\b(?:dozens|hundreds|thousands|millions|tens|scores)\b(?: of \w+)?|(?:one|two|three|four|five|six|seven|eight|nine|ten|a dozen))"
    r"(?: (?:thousand|million|billion|trillion|percent|per cent))?(?: \w+){0,3}$",
    re.IGNORECASE,
)


def without_days(doc: Doc, one: Attribution) -> None:
    """The day is no part of the cue: "said Wednesday" → "said"."""
    for i, piece in enumerate(one.cue):
        match = _DAY.search(piece.of(doc.text))
        if match and match.start() > 0:
            one.cue[i] = Span(piece.start, piece.start + match.start())


def without_questions(doc: Doc, one: Attribution) -> None:
    """A question asserts nothing: "Which leaders might decide …" has no source, and "Which of them will the army obey?" no cue."""
    sentence = doc.sentence_at(one.anchor)
    if one.source and _INTERROGATIVE.match(one.source[0].of(doc.text)) and sentence.of(doc.text).rstrip("”\"' ").endswith("?"):
        one.content = []
    if one.cue and not any(doc.quotations_in(c) for c in one.content) and all(asks(doc, c) for c in one.cue):
        one.content = []


def asks(doc: Doc, cue: Span) -> bool:
    """Tell whether a cue is the verb of the writer's own question: "Which of them will the army | obey?", "Did the panel | find reasons …?"."""
    sentence = doc.sentence_at(cue.start)
    words = sentence.of(doc.text).lstrip("“\"' ")
    if not words.rstrip("”\"' ").endswith("?"):
        return False
    lead = doc.text[sentence.start : cue.start]
    if _WHETHER.match(lead) and "," not in lead and doc.quotation_at(cue.start) is None and not _MARKS.search(lead):
        return True
    return _INTERROGATIVE.match(words) is not None and not is_known(cue.of(doc.text))


def one_person(doc: Doc, one: Attribution) -> None:
    """A person is no appositive of another: of "NAME, the envoy of X NAME" only the part next to the cue is the source."""
    if len(one.source) != 1 or not one.cue:
        return
    source = one.source[0]
    people = [n.span for n in doc.names_near(source) if n.label is Label.PER and source.covers(n.span)]
    if len(people) < 2 or one.cue[0].start < source.end:
        return
    between = doc.text[people[0].end : people[1].start]
    is_other = re.search(r"\b(?:and|or|with)\b|\b(?:of|for|to|from|in)(?: the)? $", between)  # "NAME, the widow of NAME"
    if between.startswith(",") and not is_other and between.strip(", "):
        start = people[0].end + len(between) - len(between.lstrip(", "))
        one.source[0] = Span(start, source.end)


def bare_quantity(doc: Doc, one: Attribution) -> None:
    """A number right before its giver, no comma between, is all that is given: "…, at least 3,000 the mission says"."""
    if not one.source or not one.cue or not one.content:
        return
    content, source = one.content[-1], one.source[0]
    gap = doc.text[content.end : source.start]
    if gap.strip() or one.cue[0].start < source.end or doc.text[source.end : one.cue[0].start].strip():
        return
    words = content.of(doc.text)
    if len(one.content) > 1:  # the head has cut the number off already
        before = doc.text[one.content[-2].end : content.start]
        if before.strip() in (",", "—", "–") and _QUANTITY.fullmatch(words.strip()):
            one.content = [content]
        return
    comma = max(words.rfind(", "), words.rfind("— "), words.rfind("– "))
    if comma > 0 and _QUANTITY.fullmatch(words[comma + 2 :].strip()):
        start = content.start + comma + 2
        one.content[0] = Span(start + len(words[comma + 2 :]) - len(words[comma + 2 :].lstrip()), content.end)


def participle_cue(doc: Doc, one: Attribution) -> None:
    """A content without a cue of its own sentence takes the verb right before it: "…, seeking the release of X"."""
    first = one.content[0]
    sentence = doc.sentence_at(first.start)
    if any(sentence.start <= c.start < sentence.end and is_known(c.of(doc.text)) for c in one.cue) or len(one.content) > 1:
        return
    before = lowered(doc.text[sentence.start : first.start].rstrip())
    last = before.rsplit(None, 1)[-1].strip(",") if before else ""
    phrase = next((form for form, _ in phrases() if before.endswith(" " + form)), None)
    word = phrase or (last if last in verbs() else None)
    if word is None:
        return
    end = sentence.start + len(before.rstrip(","))
    cue = Span(end - len(word), end)
    if phrase is None and doc.pos[doc.tokens_in(cue).start] not in ("VERB", "AUX"):
        return  # "faces charges, a report that …"
    subject = subject_of(doc, sentence, before=cue.start)
    one.cue = [cue]
    one.source = [subject] if subject is not None else []
    one.by = "rule:participle_cue/1"


def participle_source(doc: Doc, one: Attribution) -> None:
    """A participle after a comma has the subject of its sentence: "SUBJECT recalled its envoy, citing threats"."""
    if one.source or not one.cue or not re.fullmatch(r"\w+ing", one.cue[0].of(doc.text)):
        return
    sentence = doc.sentence_at(one.cue[0].start)
    before = doc.text[sentence.start : one.cue[0].start].rstrip()
    if before.endswith((",", "—", "–")) and (subject := subject_of(doc, sentence, before=one.cue[0].start)) is not None:
        one.source = [subject]


def is_known(cue: str) -> bool:
    """Tell whether a cue has a word that the lexicon knows for saying or thinking."""
    words = re.findall(r"[^\W_]+", cue.lower())
    return any(w in verbs() or w in nouns() for w in words) or phrase_in(words) is not None


def whole_source(doc: Doc, one: Attribution) -> None:
    """A source the head cut short: before "for X" its office, after a description its name, after a nickname the rest of the name."""
    if len(one.source) != 1:
        return
    source = one.source[0]
    if re.search(r"\b(?:of|for) (?:the )?$", doc.text[max(0, source.start - 8) : source.start]):
        phrase = noun_phrase_before(doc, source.end, floor=doc.sentence_at(source.start).start)
        if phrase is not None and phrase.start < source.start:
            source = Span(phrase.start, source.end)
    people = [n.span for n in doc.names_near(source) if n.label is Label.PER]
    before = next((p for p in people if p.end == source.start - 2 and doc.text[p.end : source.start] == ", "), None)
    is_pronoun = doc.pos[doc.tokens_in(source).start] == "PRON"  # "The Rook, she explained, …"
    if (
        before is not None
        and not is_pronoun
        and before.start == doc.sentence_at(source.start).start
        and source.start not in {p.start for p in people}
    ):
        source = Span(before.start, source.end)
    after = next(
        (p for p in people if doc.text[source.end : p.start] in (", ", " ") and doc.text[p.end : p.end + 1] == ","), None
    )
    if after is not None and source.end < after.start and not any(source.covers(p) for p in people):
        source = Span(source.start, after.end)
    if rest := _REST_OF_NAME.match(doc.text, source.end - 1):
        source = Span(source.start, rest.end())
    if source != one.source[0]:
        one.source[0] = source
        one.content = [c for c in one.content if not source.covers(c)] or one.content


def subject_source(doc: Doc, one: Attribution) -> None:
    """A finite cue without a source has the name or pronoun right before it, a word of time between aside: "NAME last week warned"."""
    if one.source or not one.cue:
        return
    cue = one.cue[0]
    first = cue.of(doc.text).lower().split()[:1]
    if (
        not first
        or first[0] not in verbs()
        or first[0].endswith("ing")
        or doc.pos[doc.tokens_in(cue).start] not in ("VERB", "AUX")
    ):
        return
    floor = doc.sentence_at(cue.start).start
    end = floor + len(_TIME_BETWEEN.sub("", doc.text[max(floor, cue.start - 120) : cue.start])) + max(0, cue.start - 120 - floor)
    name = next((n.span for n in doc.names_near(Span(end, end + 1)) if n.label is Label.PER and 0 <= end - n.span.end <= 2), None)
    if name is not None:
        title = noun_phrase_before(doc, name.start - 2, floor=floor) if doc.text[name.start - 2 : name.start] == ", " else None
        before = title or noun_phrase_before(doc, name.end, floor=floor) or name
        phrase: Span | None = Span(min(before.start, name.start), name.end)
    else:
        phrase = noun_phrase_before(doc, end, floor=floor)
        if phrase is None or doc.text[phrase.end : end].strip():
            return
        last = doc.tokens_in(phrase).stop - 1
        if doc.pos[last] != "PROPN" and phrase.of(doc.text).lower() not in ("he", "she", "they"):
            return
    if phrase is not None and not any(phrase.overlaps(c) for c in one.content):
        one.source = [phrase]


def swapped_source(doc: Doc, one: Attribution) -> None:
    """A bare phrase right before a cue without a source is the source, not a piece of what is said."""
    if one.source or not one.cue or len(one.content) < 2:
        return
    first = one.content[0]
    gap = doc.text[first.end : one.cue[0].start]
    words = doc.tokens_in(first)
    is_bare = len(words) <= 8 and not any(doc.pos[i] in ("VERB", "AUX") for i in words) and doc.quotation_at(first.start) is None
    if _PASSIVE.search(one.cue[0].of(doc.text)):
        return  # "NAME was expected to come": what is expected stands on both sides
    if 0 < len(gap) < 3 and not gap.strip() and is_bare and one.content[1].start >= one.cue[0].end:
        one.source, one.content = [first], one.content[1:]


def without_leading_day(doc: Doc, one: Attribution) -> None:
    """A day between cue and "that" is when it was said: "said the same day that …"."""
    first = one.content[0]
    match = _LEADING_DAY.match(doc.text, first.start, first.end)
    if match and one.cue and one.cue[-1].end <= first.start:
        one.content[0] = Span(match.end(), first.end)


def without_anybody(doc: Doc, one: Attribution) -> None:
    """Words with no source and no cue that speaks are nobody's: the head took a copula or a preposition for one, or what a thing is meant for."""
    if one.source or not one.cue:
        return
    cue = " ".join(c.of(doc.text) for c in one.cue)
    is_verdict = _FOUND.fullmatch(cue) is not None and _GUILTY.match(doc.text, one.cue[-1].end) is not None
    if not is_known(cue) or _MEANT_FOR.match(cue) or is_verdict:
        one.content = []


# "a show **meant to highlight** the arts", "three men **were found** guilty of arson".
_MEANT_FOR = re.compile(r"(?:meant|designed|intended|aimed|supposed) (?:to|at)\b", re.IGNORECASE)
_FOUND = re.compile(r"(?:(?:is|are|was|were|be|been|being|has|have|had|to) )*found", re.IGNORECASE)
_GUILTY = re.compile(
    r"\s(?:(?:not|mentally|jointly|criminally) )?(?:guilty|innocent|dead|alive|liable|responsible|hanged|shot|unconscious|wounded|hidden|unfit)\b"
)
_NAMING = re.compile(
    r"\b(?:known as|known to \w+ as|called|dubbed|nicknamed|named|titled|entitled|so-called|codenamed|code-named)\W*$",
    re.IGNORECASE,
)
_SO_NAMED = re.compile(r"\b(?:so (?:named|called)|named for|named after)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b", re.IGNORECASE)
_TIME_BETWEEN = re.compile(
    r"(?:,?\s(?:(?:last|this|earlier this) (?:week|month|year)|yesterday|earlier|later|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))?,?\s$"
)
_LEADING_DAY = re.compile(
    r"(?:the (?:same|next|following|previous) day|(?:on |late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|(?:last|this) week|earlier)\s+(?=that\b)",
    re.IGNORECASE,
)
# What follows a nickname: "Col. Ann “Red” MILLER".
_REST_OF_NAME = re.compile(r"[”\"]\s[A-Z][\w’'-]+")
_OWN_VOICE = re.compile(
    r"(?:it(?:’s|'s| is| was| seems| remains)|there(?:’s|'s| is| was| remains| are)) (?:still |also )?(?:little |no |some |much )?(?:doubt(?:ful)?|question|reason|evidence|likely|unlikely|possible)\b",
    re.IGNORECASE,
)
_LOOKS = re.compile(
    r"(?:(?:has|have|had|is|are|was|were|also|still|being|been|to) )*(?:appear|seem|look|prov|remain|becom|turn)(?:s|ed|ing|e|es|ing|en)?(?: out)?|became",
    re.IGNORECASE,
)
_TO_BE = re.compile(r"to (?:be|have been) ")
_NOT_KNOWN = re.compile(
    r"(?:is|was|remains|remained)(?: still| as yet)? (?:not (?:yet |immediately )?known|unknown)", re.IGNORECASE
)
# "it also **cannot be ruled out** that", "if so, it **would confirm** these fears": the writer's own reasoning.
_OPEN = re.compile(
    r"(?:can ?not|can[’']t|could not|couldn[’']t) (?:yet |also |entirely )?be (?:ruled out|excluded)|(?:would|could|might|may) (?:also |only |then )?(?:confirm|prove|show|suggest|indicate|reveal)",
    re.IGNORECASE,
)
_HARD = re.compile(
    r"\b(?:impossible|hard|difficult|too early|too soon|not possible)(?: for \w+)? to (?:know|say|tell|judge|predict|verify|determine|ascertain|establish|gauge)$",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"[,.]?[’'”\"`]{1,2},? (?=\w)")
_BUT_THAT = re.compile(r"(?:but|and) [^,“”]{2,40}, (?=that\b)", re.IGNORECASE)


def without_nicknames(doc: Doc, one: Attribution) -> None:
    """A name in quotation marks is said by nobody: "known as “the Professor”"."""
    if not one.cue:
        return
    cue = one.cue[-1].of(doc.text)
    if _SO_NAMED.search(cue) or (not one.source and _NAMING.search(cue)):
        one.content = []


def own_clause(doc: Doc, one: Attribution) -> None:
    """A parenthesis between verb and "that" is the writer's: "believe, but cannot prove, that …"."""
    first = one.content[0]
    match = _BUT_THAT.match(doc.text, first.start, first.end)
    if match and one.cue and one.cue[-1].end <= first.start:
        one.content[0] = Span(match.end(), first.end)


def same_paragraph(doc: Doc, one: Attribution) -> None:
    """Indirect words end with the paragraph of their cue; only quotations and blocks go on."""
    if not one.cue or one.cue[-1].of(doc.text).rstrip().endswith(":"):
        return
    home = doc.paragraph_number(one.cue[0].start)
    kept = [c for c in one.content if doc.paragraph_number(c.start) == home or _is_quoted(doc, c)]
    if kept or abs(doc.paragraph_number(one.content[0].start) - home) > 1:
        one.content = kept


def looks(cue: str) -> bool:
    """Tell whether a cue says how something looks or turns out."""
    return _LOOKS.fullmatch(cue) is not None


def is_idle(doc: Doc, cue: Span) -> bool:
    """Tell whether a cue without words is to stay so: the verb of the writer's question, and how something looks."""
    return asks(doc, cue) or looks(cue.of(doc.text)) or is_open(doc, cue)


def is_open(doc: Doc, cue: Span) -> bool:
    """Tell whether a cue after "it" is the writer's reasoning: "it cannot be ruled out", "it would confirm"."""
    before = doc.text[max(0, cue.start - 20) : cue.start]
    return _OPEN.fullmatch(cue.of(doc.text)) is not None and re.search(r"\bit(?: \w+)?\s$", before, re.IGNORECASE) is not None


def own_voice(doc: Doc, one: Attribution) -> None:
    """What is likely or doubtful without anybody who thinks so is the writer's own word: "there is little doubt that", "it's doubtful"."""
    if (
        not one.source
        and len(one.cue) == 1
        and _OWN_VOICE.match(doc.text, one.cue[0].start)
        and doc.quotation_at(one.cue[0].start) is None
    ):
        one.content = []


def without_looks(doc: Doc, one: Attribution) -> None:
    """How something looks or turns out is said by nobody: "the hostages **appeared** pale", "they **are proving** unable to"."""
    if len(one.cue) != 1 or not looks(one.cue[0].of(doc.text)) or one.content[0].start < one.cue[0].end:
        return
    words = doc.tokens_in(one.content[0])
    tops = [i for i in words if doc.heads and doc.heads[i] not in words and doc.pos[i] != "PUNCT"]
    is_being = _TO_BE.match(doc.text, one.content[0].start) is not None and not any(doc.pos[i] == "VERB" for i in tops)
    is_look = bool(tops) and (is_being or all(doc.pos[i] == "ADJ" for i in tops))
    if is_look and doc.quotation_at(one.content[0].start) is None:
        one.content = []


def without_unknown(doc: Doc, one: Attribution) -> None:
    """What cannot be known is known to nobody: "it is hard **to say** whether", "it **is not known** why"."""
    if len(one.cue) != 1 or any(s.of(doc.text).lower() != "it" for s in one.source):
        return
    cue = one.cue[0]
    before = doc.text[max(0, cue.start - 40) : cue.start]
    if (
        is_open(doc, cue)
        or _NOT_KNOWN.fullmatch(cue.of(doc.text))
        or (_HARD.search(before + cue.of(doc.text)) and re.search(r"\bit\b", before + cue.of(doc.text), re.IGNORECASE))
    ):
        one.content = []


def _is_quoted(doc: Doc, words: Span) -> bool:
    """Tell whether most of some words stand in quotation marks: a word alone in marks makes none of them anybody's."""
    marked = sum(min(q.span.end, words.end) - max(q.span.start, words.start) for q in doc.quotations_in(words))
    return doc.quotation_at(words.start) is not None or 2 * marked > words.end - words.start


def without_marks(doc: Doc, one: Attribution) -> None:
    """A mark that closes what stands before is no part of the source: "’’ NAME, head of"."""
    if len(one.source) == 1 and (match := _CLOSED.match(doc.text, one.source[0].start, one.source[0].end)) is not None:
        one.source[0] = Span(match.end(), one.source[0].end)


RULES = (
    without_marks,
    own_voice,
    without_looks,
    without_unknown,
    without_questions,
    without_anybody,
    without_nicknames,
    same_paragraph,
    own_clause,
    whole_source,
    swapped_source,
    subject_source,
    without_leading_day,
    without_days,
    one_person,
    bare_quantity,
    participle_cue,
    participle_source,
)


def mended(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Run every rule over every attribution; one left without content is dropped."""
    for one in made:
        for rule in RULES:
            if one.content and not one.is_imputed:
                rule(doc, one)
    return [one for one in made if one.content]
