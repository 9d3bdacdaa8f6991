"""A telling in one report → from whom that report has it.

The innermost speaker is the source: who told an outlet, not the outlet that was told. People and media that nobody names leave the
outlet that heard them. A sentence that points back ("Tom Arrek said the same") adds its own source to the telling before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...findings.actor import ActorKind
from ...findings.mention import Entity, Label
from ...findings.reading import Reading
from ...findings.statement import Statement
from ...span import Span, hull
from .authors import Author
from .forms import (
    BEFORE_CUE,
    CHANNEL,
    COLON,
    CUT_SHORT,
    GAP,
    HEAD,
    NAME_FIRST,
    NAMELESS,
    OWN_MOUTH,
    PRONOUN,
    REACH,
    RELATIVE,
    REPORTS,
    SAME_WORDS,
    SOMEBODY,
    SOURCES,
    SPEAKING,
    THAT,
    TOLD,
    WRITER,
    WRITING,
    WRITTEN,
)
from .mastheads import Mastheads, Outlet
from .origin import Telling
from .passages import sayings, says, sentence_at, sentences_after
from .phrases import (
    ADDRESSEE,
    AGAINST,
    CITING,
    HEARSAY,
    JOURNALIST,
    JUDGED_FALSE,
    OFFICE,
    ON_BEHALF,
    OWN,
    POINTS_BACK,
    POST,
    POST_OF,
    SAME,
    SILENT,
    UNNAMED_MEDIA,
    UNNAMED_PEOPLE,
)
from .source import Source, SourceKind
from .stance import NO_SIDE
from .terms import is_person
from .voices import Voice, voice_of

# How many sentences after a telling that names nobody are asked whose post it is from.
_SENTENCES_AFTER = 2


class SourceFinder:
    """Finds the sources of tellings in one report."""

    def __init__(self, reading: Reading, author: Author, mastheads: Mastheads) -> None:
        self._reading = reading
        self._text = reading.report.text
        self._author = author
        self._mastheads = mastheads

    def sources(self, telling: Telling) -> tuple[Source, ...]:
        """Give from whom the report has a telling; never empty."""
        sentence = sentence_at(self._reading, telling.span)
        found = list(self._in_sentence(sentence, telling.span))
        for later in sentences_after(self._reading, sentence):
            added = list(self._pointing_back(later))
            if not added:
                break
            found += added
        found = found or self._written_after(sentence)
        if self._author.publisher:
            own = Source(SourceKind.VOICE, voice=self._author.publisher, words="its own publication")
            found = [own if source.kind is SourceKind.OWN else source for source in found] or [own]
        if found:
            return tuple(dict.fromkeys(found))
        return (Source(SourceKind.PLAIN, outlet=self._author.writer, confidence=0.6),)

    def _in_sentence(self, sentence: Span, span: Span) -> Iterator[Source]:
        over = [s for s in sayings(self._reading) if says(s, span)]
        over = [s for s in over if span == sentence or not (s.source and span.covers(hull(s.source)))]
        over = [s for s in over if not any(_has_as_part(other, s, span) for other in over if other is not s)]
        levels = {s.id: self._depth(s) for s in over}
        made = [source for s in sorted(over, key=lambda s: -levels[s.id]) for source in self._of_statement(s, sentence)]
        voices = [source for source in made if source.kind is SourceKind.VOICE]
        cited = [] if voices else list(self._cited(sentence, span))
        if voices or cited:
            yield from voices or cited
        elif made:
            outlets = [source for source in made if source.kind in (SourceKind.CITED, SourceKind.OWN)]
            yield from (*outlets, *self._own_besides(sentence, span)) if outlets else made
        else:
            yield from self._by_words(sentence, span)

    def _own_besides(self, sentence: Span, span: Span) -> Iterator[Source]:
        """Give the writer's own finding where it stands beside another's: "the Echo has learned, and the Post also writes"."""
        for rest in (Span(sentence.start, max(sentence.start, span.start)), Span(min(sentence.end, span.end), sentence.end)):
            words = rest.of(self._text)
            own = [
                each
                for each in self._mastheads.named_in(self._text, rest)
                if self._outlet(each.outlet, "").kind is SourceKind.OWN
            ]
            if (own and REPORTS.search(words)) or OWN.search(words):
                yield Source(SourceKind.OWN, outlet=self._author.writer, words=words.strip(" ,."))

    def _depth(self, statement: Statement) -> int:
        by_id = {s.id: s for s in self._reading.statements}
        depth = 0
        outer = statement.within
        while outer is not None and outer in by_id and depth < len(by_id):
            outer, depth = by_id[outer].within, depth + 1
        return depth

    def _of_statement(self, statement: Statement, sentence: Span) -> Iterator[Source]:
        phrase = self._phrase(statement, sentence)
        if phrase is not None:
            yield from self._of_phrase(phrase, statement, sentence)

    def _phrase(self, statement: Statement, sentence: Span) -> Span | None:
        """Give the words of the source with the names in apposition to it."""
        if not statement.source:
            if not statement.cue:
                return None
            before = BEFORE_CUE.search(self._text, sentence.start, max(sentence.start, statement.cue[0].start))
            return Span(*before.span("source")) if before else None
        phrase = self._with_noun(hull(statement.source), sentence)
        for entity in self._reading.entities:
            gap = self._text[entity.span.end : phrase.start] if entity.span.end <= phrase.start else None
            after = self._text[phrase.end : entity.span.start] if entity.span.start >= phrase.end else None
            is_name = entity.label is Label.PER and " " in entity.span.of(self._text) and sentence.covers(entity.span)
            if is_name and (gap in (", ", " ", "") or after == ", "):
                phrase = hull((phrase, entity.span))
        return phrase

    def _with_noun(self, phrase: Span, sentence: Span) -> Span:
        """Give a source that was cut short whole: "who know the plans" with the noun before it, "a report in" with the name after it."""
        if CUT_SHORT.search(phrase.of(self._text)):
            more = re.match(r"[^,.;:“”]*", self._text[phrase.end : sentence.end])
            phrase = Span(phrase.start, phrase.end + (more.end() if more else 0))
        if not RELATIVE.match(phrase.of(self._text)):
            return phrase
        before = self._text[sentence.start : phrase.start].rstrip(" ,")
        noun = re.search(r"(?:^|[,:;“”\"] *|\b(?:said|says|told|and|to|by) )(?P<noun>[^,:;“”\"]*)$", before)
        if not noun or not noun["noun"]:
            return phrase
        whole = Span(sentence.start + noun.start("noun"), phrase.end)
        writer = WRITER.match(whole.of(self._text))  # "The mayor has published a post in which she"
        return Span(whole.start, whole.start + writer.end("who")) if writer else whole

    def _of_phrase(self, phrase: Span, statement: Statement | None, sentence: Span) -> Iterator[Source]:
        words = phrase.of(self._text)
        bare = re.sub(r"^(?:an?|the) ", "", words.strip(" ,"), flags=re.IGNORECASE)
        named = self._mastheads.named_in(self._text, phrase) or self._whole_name(words)
        people = self._people(phrase, statement)
        is_bare = WRITING.fullmatch(words.strip(" ,")) or words.strip(" ,").casefold() in ("it", "this", "that")
        rest = self._text[phrase.start : sentence.end] if is_bare else words
        posted = self._posted(rest)
        if posted is None and is_bare and WRITTEN.search(self._text, max(0, sentence.start - REACH), phrase.end):
            posted = self._written_before(phrase)
        if posted is not None:
            yield posted
        elif named:
            yield from (self._outlet(outlet, words) for outlet in named)
        elif OWN.search(words) or (JOURNALIST.search(words) and not people):
            yield Source(SourceKind.OWN, outlet=self._author.writer, words=words)
        elif not people and self._is_nameless(phrase, bare, statement):
            yield from self._told(sentence, words)
        elif not people and UNNAMED_MEDIA.search(HEAD.split(words.strip(" ,"))[0]) and not OFFICE.search(words):
            yield Source(SourceKind.MEDIA, words=words, confidence=0.8)
        elif voice := self._voice(words, people, statement, sentence):
            yield Source(SourceKind.VOICE, voice=voice, words=words)

    def _posted(self, words: str) -> Source | None:
        """Give the writer of a post, letter or statement that some words name, unless an outlet is named as such."""
        found = POST_OF.search(words) or POST.search(words)
        if found is None or self._mastheads.is_masthead(found["who"]):
            return None
        who = found["who"]
        people = [name for name in self._mastheads.people if name in who] or NAME_FIRST.findall(who)
        voice = voice_of(who, people)
        return Source(SourceKind.VOICE, voice=voice, words=found[0]) if voice else None

    def _written_before(self, phrase: Span) -> Source | None:
        """Give who is named last before "the post" or "her message": it is his."""
        before = self._text[: phrase.start]
        names = {name: before.rfind(name) for name in self._mastheads.people if name in before}
        last = max(sorted(names), key=lambda name: names[name], default=None)
        words = phrase.of(self._text)
        return Source(SourceKind.VOICE, voice=voice_of(last, [last]), words=words, confidence=0.7) if last else None

    def _written_after(self, sentence: Span) -> list[Source]:
        """Give who wrote it where only the sentences after the telling say so: "… . Dora Wick published the news on her page." """
        for later in sentences_after(self._reading, sentence)[:_SENTENCES_AFTER]:
            words = later.of(self._text)
            if AGAINST.search(words) or JUDGED_FALSE.search(words) or SILENT.search(words):
                return []
            posted = self._posted(words)
            if found := [posted] if posted else self._writers(later, later):
                return found
        return []

    def _writers(self, sentence: Span, span: Span) -> list[Source]:
        """Give who is named beside what is told, where it is said to stand on a page or network; whatever the verb."""
        words = sentence.of(self._text)
        if span != sentence:
            words = f"{self._text[sentence.start : span.start]} | {self._text[span.end : sentence.end]}"
        inside = [name for name in sorted(self._mastheads.people) if name in words]
        named = [name for name in inside if not any(name != other and name in other for other in inside)]
        if len(named) != 1 or not (CHANNEL.search(words) or self._is_on_network(words)):
            return []
        return [Source(SourceKind.VOICE, voice=voice_of(named[0], named), words=named[0], confidence=0.5)]

    def _is_on_network(self, words: str) -> bool:
        """Tell whether words name a network that the reports at hand speak of: "let her followers on Chirper know"."""
        return any(re.search(rf"\b(?:on|via|through|to|used) {re.escape(name)}\b", words) for name in self._mastheads.networks)

    def _voice(self, words: str, people: Sequence[str], statement: Statement | None, sentence: Span) -> Voice | None:
        if PRONOUN.fullmatch(words.strip(" ,")) and not people:
            return self._resolved(statement)
        for name in self._mastheads.people:  # "Dora Wick used Chirper" to say it: the rest is no office
            if re.match(rf"{re.escape(name)} (?!of|from|for|at|and|in)[a-z]", words):
                words, people = name, [name]
        return voice_of(words, people, self._bodies(sentence)) or self._resolved(statement)

    def _is_nameless(self, phrase: Span, bare: str, statement: Statement | None) -> bool:
        """Tell whether a source is somebody whom nobody names; what stands between it and its cue may say so."""
        words = phrase.of(self._text).strip(" ,")
        gap = self._text[phrase.end : statement.cue[0].start] if statement and statement.cue else ""
        if re.search(r"\bwho$", words):  # the source was cut short
            gap = re.split(r"[,.;]", self._text[phrase.end :])[0]
        if len(gap) < GAP and re.search(r"\b(?:anonymity|named|unnamed|anonymous|identified|name|familiar)\b", gap):
            words = f"{words}{gap}"
        if UNNAMED_PEOPLE.search(words) and NAMELESS.search(words):
            return True  # "a minister who did not want to be named"
        if SOURCES.match(words):
            return True  # "sources in the government"
        if found := SOMEBODY.match(words):
            head = found["head"].split()[-1].casefold()
            return is_person(head) and not OFFICE.fullmatch(
                head
            )  # "an official of the ministry", but not "a spokesman of the ministry"
        return bool((UNNAMED_PEOPLE.search(words) or UNNAMED_PEOPLE.search(bare)) and not OFFICE.search(words))

    def _whole_name(self, words: str) -> list[Outlet]:
        found = self._mastheads.is_masthead(words)
        return [found] if found else []

    def _outlet(self, named: object, words: str) -> Source:
        outlet = named if isinstance(named, Outlet) else named.outlet  # type: ignore[attr-defined]
        is_own = outlet in (self._author.outlet, self._author.agency)
        return Source(SourceKind.OWN if is_own else SourceKind.CITED, outlet=outlet, words=words)

    def _told(self, sentence: Span, words: str) -> Iterator[Source]:
        """Give the outlet that heard people whom nobody names: the one that was told, else the writer."""
        heard = [each for each in self._mastheads.named_in(self._text, sentence)]
        if heard:
            yield from (self._outlet(each.outlet, words) for each in heard)
        else:
            yield Source(SourceKind.OWN, outlet=self._author.writer, words=words, confidence=0.8)

    def _people(self, phrase: Span, statement: Statement | None) -> list[str]:
        inside = [e.span.of(self._text) for e in self._reading.entities if self._is_person(e, phrase)]
        if inside:
            return inside
        actor = self._reading.actor(statement.speaker) if statement else None
        if actor and actor.kind is ActorKind.PERSON and NAME_FIRST.match(actor.name):
            return [actor.name]
        found = NAME_FIRST.match(phrase.of(self._text).strip(" ,."))
        return [found[0]] if found else []

    def _is_person(self, entity: Entity, phrase: Span) -> bool:
        """Tell whether a name in a source is the speaker's, not that of a place or owner in it ("Vadia's navy", "the mayor of Gorra")."""
        if entity.label is not Label.PER or not phrase.covers(entity.span) or not self._text[entity.span.start].isupper():
            return False
        before, after = self._text[phrase.start : entity.span.start], self._text[entity.span.end : entity.span.end + 2]
        is_owner = after.startswith(("'", "’")) or bool(re.search(r"\b(?:of|in|at|from|for|to|near) (?:the )?$", before))
        mouth = OWN_MOUTH.match(self._text, entity.span.end)
        return not is_owner or bool(mouth) or bool(re.search(r"\b(?:account|office|family|lawyers?) of $", before))

    def _resolved(self, statement: Statement | None) -> Voice | None:
        actor = self._reading.actor(statement.speaker) if statement else None
        if actor is None:
            return None
        return voice_of(actor.name, [actor.name] if actor.kind is ActorKind.PERSON and actor.name[:1].isupper() else ())

    def _bodies(self, sentence: Span) -> list[str]:
        return [found["body"] for found in ON_BEHALF.finditer(sentence.of(self._text))]

    def _cited(self, sentence: Span, span: Span) -> Iterator[Source]:
        """Give what follows "citing" and the like outside the words that are told."""
        for found in CITING.finditer(self._text, sentence.start, sentence.end):
            if span.start <= found.start() < span.end and span != sentence:
                continue
            stop = re.search(r",|\bthat\b|\bas\b|\bsa(?:ys|id|ying)\b|[.:;]\s|$", self._text[found.end() : sentence.end])
            phrase = Span(found.end(), found.end() + (stop.start() if stop else 0)) if stop and stop.start() else None
            if phrase is None or not phrase.of(self._text).strip():
                continue
            words = phrase.of(self._text).strip()
            named = self._mastheads.named_in(self._text, phrase)
            if (posted := self._posted(words)) is not None:
                yield posted
            elif named:
                yield from (self._outlet(each.outlet, f"{found[0]} {words}") for each in named)
            elif people := self._people(phrase, None):
                yield Source(SourceKind.VOICE, voice=voice_of(words, people), words=f"{found[0]} {words}")
            elif OFFICE.search(words) and (voice := voice_of(words)):
                yield Source(SourceKind.VOICE, voice=voice, words=f"{found[0]} {words}")

    def _by_words(self, sentence: Span, span: Span) -> Iterator[Source]:
        """Give the source of a sentence in which no statement was recognised."""
        words = sentence.of(self._text)
        if not any(each.search(words) for each in (REPORTS, POST, COLON, CHANNEL)) and not self._is_on_network(words):
            return
        if speakers := list(self._unrecognised(sentence, span)):
            yield from speakers
            return
        if (posted := self._posted(words)) is not None:
            yield posted
            return
        named = [each for each in self._mastheads.named_in(self._text, sentence) if not self._is_addressee(sentence, each.span)]
        told = [each for each in self._mastheads.named_in(self._text, sentence) if each not in named]
        if named or (told and TOLD.search(words)):
            yield from (self._outlet(each.outlet, each.span.of(self._text)) for each in named or told)
        elif found := OWN.search(words):
            yield Source(SourceKind.OWN, outlet=self._author.writer, words=found[0])
        elif writers := self._writers(sentence, span):
            yield from writers
        elif (found := HEARSAY.search(words)) or (
            (found := UNNAMED_MEDIA.search(words)) and not ADDRESSEE.search(words[: found.end()])
        ):
            yield Source(SourceKind.MEDIA, words=found[0], confidence=0.7)

    def _unrecognised(self, sentence: Span, span: Span) -> Iterator[Source]:
        """Give who speaks by the form of the sentence alone: "…, Ina Feld, the chief engineer of the water board, told reporters"."""
        if found := COLON.match(sentence.of(self._text)):
            yield Source(SourceKind.VOICE, voice=voice_of(found["source"], [found["who"]]), words=found["source"])
            return
        if found := THAT.match(sentence.of(self._text)):
            yield from self._of_phrase(Span(sentence.start, sentence.start + found.end("source")), None, sentence)
            return
        for found in SPEAKING.finditer(self._text, sentence.start, sentence.end):
            phrase = Span(*found.span("named" if found["named"] else "other"))
            if span != sentence and span.overlaps(phrase):
                continue
            yield from self._of_phrase(phrase, None, sentence)

    def _is_addressee(self, sentence: Span, name: Span) -> bool:
        return bool(ADDRESSEE.search(self._text[sentence.start : name.start]))

    def _pointing_back(self, sentence: Span) -> Iterator[Source]:
        words = sentence.of(self._text)
        if AGAINST.search(words) or JUDGED_FALSE.search(words) or SILENT.search(words):
            return
        made: list[Source] = []
        for statement in sayings(self._reading):
            content = [piece for piece in statement.content if sentence.covers(piece)]
            if content and _is_the_same(content, self._text) and not statement.negated and statement.act not in NO_SIDE:
                made += self._of_statement(statement, sentence)
        if made or POINTS_BACK.search(words):
            yield from made or self._by_words(sentence, sentence)
            yield from self._own_besides(sentence, Span(sentence.start, sentence.start))


def _has_as_part(outer: Statement, inner: Statement, span: Span) -> bool:
    """Tell whether the inner source is part of what is told: "Vadia called up reservists, the Gazette reports"."""
    return bool(inner.source) and span.covers(hull(inner.source)) and any(p.covers(hull(inner.source)) for p in outer.content)


def _is_the_same(content: Sequence[Span], text: str) -> bool:
    words = hull(content).of(text).strip(" .,")
    return len(words.split()) <= SAME_WORDS and bool(SAME.match(words))
