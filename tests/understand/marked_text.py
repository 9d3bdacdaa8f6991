"""Marked-up sentences → Docs made by hand, as the encoder would give them: tests of the understand stage load no model.

Marks: `[S:…]` a source, `[Q:…]` a cue, `[C:…]` a content, `{PER:…}` (ORG, LOC, NORP, MISC) a name, which may stand inside a role. A number
ties a source or content to the cue of that number: `[S1:The mayor] [Q1:said] [C1:…]`; without one it is tied to the only cue there is,
or evenly to all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from sayso.findings.actor import Actor
from sayso.findings.figure import Figure
from sayso.findings.mention import Label
from sayso.findings.reading import Reading
from sayso.findings.statement import Statement
from sayso.report import PublishedFrom, Report
from sayso.span import Span
from sayso.understand.analysis import read_doc
from sayso.understand.doc import Doc, Name, Role
from sayso.understand.quotation_marks import paragraphs_of, quotations
from sayso.understand.sentences import sentences_of

PUBLISHED = date(2024, 10, 24)  # a Thursday
_MARK = re.compile(r"\[(?P<role>[SQC])(?P<tie>\d*):|\{(?P<label>PER|ORG|LOC|NORP|MISC):|[\]}]")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_ROLES = {"S": "source", "Q": "cue", "C": "content"}
_CLOSED = {
    "DET": "the a an this these those each every some any no",
    "PRON": "i you he she it we they him her them us me who which what its his their our himself",
    "ADP": "of in on at by for from with about after before over under between against during into near through since until as despite",
    "AUX": "is are was were be been being has have had do does did will would can could may might must shall should",
    "CCONJ": "and or but nor",
    "SCONJ": "that if because while whether although though when where how why",
    "PART": "to not",
    "ADV": "also yet now never still again there here then only once too very later earlier far so",
    "NUM": "one two three four five six seven eight nine ten hundred thousand million billion",
    "ADJ": "former new local foreign many more several other last next first retired senior deputy public northern southern ordinary",
    "VERB": "say says said tell tells told deny denies denied report reports reported write wrote read hold held put met meet left fell rose "
    "make made take took seek sought think thinks thought know knew hope hopes see saw find found give gave leave stay comment respond "
    "estimates estimate believes believe claims close go come came went keep kept began begin send sent refuse return shot struck hit",
}  # fmt: skip
_TAGS = {word: tag for tag, words in _CLOSED.items() for word in words.split()}


@dataclass(slots=True)
class _Marks:
    text: str = ""
    roles: list[tuple[str, str, int, int]] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)


def _unmarked(marked: str) -> _Marks:
    made = _Marks()
    opened: list[tuple[re.Match[str], int]] = []
    at = 0
    for mark in _MARK.finditer(marked):
        made.text += marked[at : mark.start()]
        at = mark.end()
        if mark.group() not in "]}":
            opened.append((mark, len(made.text)))
            continue
        begun, start = opened.pop()
        if label := begun.group("label"):
            made.names.append(Name(Span(start, len(made.text)), Label(label), 0.95))
        else:
            made.roles.append((begun.group("role"), begun.group("tie"), start, len(made.text)))
    made.text += marked[at:]
    return made


def _tag(word: str, *, begins: bool, named: bool) -> str:
    low = word.lower()
    if named:
        return "PROPN"
    if not any(c.isalnum() for c in word):
        return "PUNCT"
    if low in _TAGS and (word == low or begins or low in ("i",)):
        return _TAGS[low]
    if word[0].isdigit():
        return "NUM"
    if word[0].isupper() and not begins:
        return "PROPN"
    if low.endswith("ly"):
        return "ADV"
    return "VERB" if low.endswith(("ed", "ing")) else "NOUN"


def doc_of(
    marked: str, *, published: date | None = PUBLISHED, pos: dict[str, str] | None = None, furniture: str | None = None
) -> Doc:
    """Give the Doc of a marked-up text; `pos` overrides the tag of a word, `furniture` names words that are the site's."""
    marks = _unmarked(marked)
    text = marks.text
    hidden = (Span(text.index(furniture), text.index(furniture) + len(furniture)),) if furniture else ()
    report = Report(text, published=published, published_from=PublishedFrom.GIVEN, furniture=hidden)
    paragraphs = tuple(p for p in paragraphs_of(text) if not any(h.covers(p) for h in hidden))
    sentences = sentences_of(text, paragraphs)
    tokens = tuple(Span(m.start() + p.start, m.end() + p.start) for p in paragraphs for m in _TOKEN.finditer(p.of(text)))
    begins = {s.start for s in sentences} | {s.start + 1 for s in sentences}
    named = {at for name in marks.names for at in range(name.span.start, name.span.end)}
    tags = tuple(
        (pos or {}).get(t.of(text)) or _tag(t.of(text), begins=t.start in begins, named=t.start in named) for t in tokens
    )
    by_place = sorted(marks.roles, key=lambda r: r[2])
    cues = [r for r in by_place if r[0] == "Q"]
    roles = {kind: tuple(_role(r, cues) for r in by_place if r[0] == kind) for kind in "SQC"}
    names = tuple(sorted(marks.names, key=lambda n: n.span))
    return Doc(
        report, paragraphs, sentences, tokens, tags, tuple(quotations(text, list(paragraphs))), names,
        roles["S"], roles["Q"], roles["C"], len(tokens),
    )  # fmt: skip


def _role(made: tuple[str, str, int, int], cues: list[tuple[str, str, int, int]]) -> Role:
    kind, tie, start, end = made
    links: tuple[tuple[int, float], ...] = ()
    if kind != "Q" and cues:
        own = [cue[1] == tie for cue in cues]
        shares = [0.97 if mine else 0.03 / len(cues) for mine in own] if tie and any(own) else [1 / len(cues)] * len(cues)
        links = tuple(enumerate(shares))
    return Role(_ROLES[kind], Span(start, end), 0.9, links)


@dataclass(frozen=True, slots=True)
class Read:
    """A reading that can be asked in words."""

    doc: Doc
    reading: Reading

    @property
    def text(self) -> str:
        return self.doc.text

    @property
    def statements(self) -> tuple[Statement, ...]:
        return self.reading.statements

    def said(self, words: str) -> Statement:
        """Give the statement whose content, taken together, holds the words; the innermost of several."""
        fitting = [s for s in self.statements if words in " … ".join(c.of(self.text) for c in s.content)]
        assert fitting, f"no statement with {words!r} among {[self.content(s) for s in self.statements]}"
        return min(fitting, key=lambda s: sum(c.end - c.start for c in s.content))

    def content(self, statement: Statement) -> list[str]:
        return [c.of(self.text) for c in statement.content]

    def source(self, statement: Statement) -> list[str]:
        return [c.of(self.text) for c in statement.source]

    def actor(self, key: str) -> Actor:
        fitting = [a for a in self.reading.actors if a.key == key]
        assert len(fitting) == 1, f"not one actor {key!r} among {self.actor_keys()}"
        return fitting[0]

    def actor_keys(self) -> list[str]:
        return [a.key for a in self.reading.actors]

    def key(self, ident: str | None) -> str | None:
        """Give the key of the actor with that id, None for none."""
        return next((a.key for a in self.reading.actors if a.id == ident), None)

    def speaker(self, words: str) -> str | None:
        return self.key(self.said(words).speaker)

    def mentions(self, key: str) -> list[str]:
        return [m.of(self.text) for m in self.actor(key).mentions]

    def figure(self, words: str) -> Figure:
        fitting = [f for f in self.reading.figures if f.span.of(self.text) == words]
        assert len(fitting) == 1, f"not one figure {words!r} among {[f.span.of(self.text) for f in self.reading.figures]}"
        return fitting[0]


def read(
    marked: str, *, published: date | None = PUBLISHED, pos: dict[str, str] | None = None, furniture: str | None = None
) -> Read:
    """Read a marked-up text with every extractor."""
    doc = doc_of(marked, published=published, pos=pos, furniture=furniture)
    return Read(doc, read_doc(doc, ident="t", by="test"))
