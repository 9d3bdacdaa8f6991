"""Paragraphs → sentences. A library splits; two small rules mend what it is known to get wrong, and long lines are cut into bearable ones."""

from __future__ import annotations

import re

from ..span import Span

# Longest stretch handed to the splitter at once, in characters; a longer line is cut at blanks. Real sentences are far shorter.
LONGEST = 20_000
# A sentence that ends in one of these goes on if the next begins so ("at 3 p.m. Friday", "the U.S. Navy").
_UNFINISHED = re.compile(
    r"(?:\b[ap]\.m\.|\bU\.[SNK]\.|\b(?:Gen|Lt|Col|Capt|Maj|Sgt|Adm|Sen|Rep|Gov|Dr|Mr|Mrs|Ms|Prof|St|No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)$"
)
# A title before a name ends nothing, and no full stop does within letters that stand together ("DPRK-U.S.").
_TITLE = re.compile(r"\b(?:Gen|Lt|Col|Capt|Maj|Sgt|Adm|Sen|Rep|Gov|Dr|Mr|Mrs|Ms|Mme|Prof|Cmdr|Brig|Rev|Hon)\.$")
_INITIAL = re.compile(r"(?<![a-z])[A-Z]\.$")
_GOES_ON = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[a-z]|E[SD]?T\b|GMT|\(")
# A mark that the splitter left at the end of a sentence, though it opens the next: "… said. “" "We saw …".
_LEFT_BEHIND = re.compile(r"\s([“‘\"«])$")
_QUOTE_BEGINS = re.compile(r"[.!?]\s+(?=[“\"‘][^\s])")


def sentences_of(text: str, paragraphs: tuple[Span, ...]) -> tuple[Span, ...]:
    """Give the sentences of the paragraphs, trimmed of blanks, in text order. A quotation of several sentences stays one."""
    found: list[Span] = []
    for paragraph in paragraphs:
        for part in _bearable(text, paragraph):
            found += _split(text, part)
    return tuple(found)


def _bearable(text: str, paragraph: Span) -> list[Span]:
    parts, start = [], paragraph.start
    while paragraph.end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        parts.append(Span(start, cut))
        start = cut
    parts.append(Span(start, paragraph.end))
    return parts


def _split(text: str, part: Span) -> list[Span]:
    import sentencex

    line = part.of(text)
    spans: list[Span] = []
    at = 0
    for sentence in sentencex.segment("en", line):
        begin = line.find(sentence, at)
        begin = at if begin < 0 else begin
        end = begin + len(sentence)
        if spans and _is_unfinished(spans[-1].of(text), sentence):
            spans[-1] = Span(spans[-1].start, part.start + end)
        else:
            spans += _at_quotes(line, begin, end, part.start)
        at = end
    _hand_on_marks(text, spans)
    return [trimmed for span in spans if (trimmed := _trim(text, span))]


def _is_unfinished(before: str, sentence: str) -> bool:
    """Tell whether what the splitter parted is one sentence."""
    end, begin = before.rstrip(), sentence.lstrip()
    if _UNFINISHED.search(end[-12:]) and _GOES_ON.match(begin):
        return True
    if _TITLE.search(end[-8:]) and begin[:1].isupper():
        return True
    return end == before and begin == sentence and begin[:1].isalnum() and _INITIAL.search(end[-3:]) is not None


def _hand_on_marks(text: str, spans: list[Span]) -> None:
    """Give a sentence the opening mark that the splitter left with the one before it."""
    for number, (one, following) in enumerate(zip(spans, spans[1:], strict=False)):
        match = _LEFT_BEHIND.search(text, max(one.start, one.end - 2), one.end)
        if match and following.start == one.end and match.start() > one.start and not text[one.end].isspace():
            spans[number] = Span(one.start, match.start())
            spans[number + 1] = Span(match.start(1), following.end)


def _at_quotes(line: str, begin: int, end: int, shift: int) -> list[Span]:
    """Split before a quotation that follows a full stop outside quotation marks."""
    sentence = line[begin:end]
    found, start = [], 0
    for match in _QUOTE_BEGINS.finditer(sentence):
        head = sentence[start : match.start() + 1]
        if head.count("“") <= head.count("”") and head.count('"') % 2 == 0:
            found.append(Span(shift + begin + start, shift + begin + match.start() + 1))
            start = match.end()
    found.append(Span(shift + begin + start, shift + end))
    return found


def _trim(text: str, span: Span) -> Span | None:
    words = span.of(text)
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    return Span(span.start + left, span.start + right) if right > left else None
