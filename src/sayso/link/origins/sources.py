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
    NO_NETWORKS,
    OWN_MOUTH,
    PRONOUN,
    REACH,
    RELATIVE,
    REPORTS,
    SAME_WORDS,
    SOME_OF_THEM,
    SOMEBODY,
    SOURCES,
    SPEAKING,
    THAT,
    TOLD,
    WRITER,
    WRITING,
    WRITTEN,
)
from .mastheads import Mastheads, Named, Outlet
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
    SAME,
    SILENT,
    UNNAMED_MEDIA,
    UNNAMED_PEOPLE,
)
from .posts import Posts
from .source import Source, SourceKind
from .speakers import has_name, speaker_of
from .stance import NO_SIDE
from .terms import is_person
from .voices import Voice, voice_known, voice_of


class SourceFinder:
    """Finds the sources of tellings in one report."""

    def __init__(self, reading: Reading, author: Author, mastheads: Mastheads) -> None:
        self._reading = reading
        self._text = reading.report.text
        self._author = author
        self._mastheads = mastheads
        self._posts = Posts(reading, mastheads)
        self._sayings = sayings(reading)

    def sources(self, telling: Telling) -> tuple[Source, ...]:
        """Give from whom the report has a telling; never empty."""
        sentence = sentence_at(self._reading, telling.span)
        span = sentence if _is_all(telling.span, sentence, self._text) else telling.span
        known = list(self._of_telling(telling))
        found = (
            [each for each in known if each.kind is SourceKind.VOICE]
            or list(self._in_sentence(sentence, span, telling.statement))
            or known
        )
        for later in sentences_after(self._reading, sentence):
            added = list(self._pointing_back(later))
            if not added:
                break
            found += added
        found = found or self._posts.written_after(sentence)
        if self._author.publisher:
            own = Source(SourceKind.VOICE, voice=self._author.publisher, words="its own publication")
            found = [own if source.kind is SourceKind.OWN else source for source in found] or [own]
        if found:
            return tuple(dict.fromkeys(found))
        return (Source(SourceKind.PLAIN, outlet=self._author.writer, confidence=0.6),)

    def _of_telling(self, telling: Telling) -> Iterator[Source]:
        """Give who speaks in the statement that a telling is known to be."""
        for statement in self._reading.statements:
            if statement.id == telling.statement and any(piece.overlaps(telling.span) for piece in statement.evidence):
                sentence = sentence_at(self._reading, hull((*statement.source, *statement.cue, *statement.content[:1])))
                yield from self._of_statement(statement, sentence)

    def _in_sentence(self, sentence: Span, span: Span, given: str | None) -> Iterator[Source]:
        over = [s for s in self._sayings if s.id == given or says(s, span)]
        over = [s for s in over if s.id == given or span == sentence or not (s.source and span.covers(hull(s.source)))]
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
        named = self._outlets_in(phrase) or self._whole_name(words)
        people = self._people(phrase, statement)
        is_bare = WRITING.fullmatch(words.strip(" ,")) or words.strip(" ,").casefold() in ("it", "this", "that")
        rest = self._text[phrase.start : sentence.end] if is_bare else words
        posted = self._posts.posted(rest)
        if posted is None and is_bare and WRITTEN.search(self._text, max(0, sentence.start - REACH), phrase.end):
            posted = self._posts.written_before(phrase)
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

    def _voice(self, words: str, people: Sequence[str], statement: Statement | None, sentence: Span) -> Voice | None:
        speaker = speaker_of(self._reading, statement)
        if PRONOUN.fullmatch(words.strip(" ,")) and not people:
            return voice_known(speaker) if speaker else None
        for name in self._mastheads.people:  # "Dora Wick used Chirper" to say it: the rest is no office
            if re.match(rf"{re.escape(name)} (?!of|from|for|at|and|in)[a-z]", words):
                words, people = name, [name]
        voice = voice_of(words, people, self._bodies(sentence))
        if speaker is None:
            return voice
        return voice_known(speaker, voice) if voice else voice_known(speaker)

    def _is_nameless(self, phrase: Span, bare: str, statement: Statement | None) -> bool:
        """Tell whether a source is somebody whom nobody names; what stands between it and its cue may say so."""
        words = phrase.of(self._text).strip(" ,")
        if PRONOUN.fullmatch(words) and (speaker := speaker_of(self._reading, statement)) and not (speaker.key or speaker.of):
            words = bare = f"a {speaker.name}"  # "he" is "a retired admiral"
        gap = self._text[phrase.end : statement.cue[0].start] if statement and statement.cue else ""
        if re.search(r"\bwho$", words):  # the source was cut short
            gap = re.split(r"[,.;]", self._text[phrase.end :])[0]
        if len(gap) < GAP and re.search(r"\b(?:anonymity|named|unnamed|anonymous|identified|name|familiar)\b", gap):
            words = f"{words}{gap}"
        if UNNAMED_PEOPLE.search(words) and NAMELESS.search(words):
            return True  # "a minister who did not want to be named"
        if SOURCES.match(words):
            return True  # "sources in the government"
        if SOME_OF_THEM.match(words) or self._is_somebody(words, statement):
            return True
        if found := SOMEBODY.match(words):
            head = found["head"].split()[-1].casefold()
            # "an official of the ministry", but not "a spokesman of the ministry"
            return is_person(head) and not OFFICE.fullmatch(head)
        return bool((UNNAMED_PEOPLE.search(words) or UNNAMED_PEOPLE.search(bare)) and not OFFICE.search(words))

    def _is_somebody(self, words: str, statement: Statement | None) -> bool:
        """Tell whether the reading has a person there of whom it knows neither name nor office: "a firefighter"."""
        speaker = speaker_of(self._reading, statement)
        is_unknown = speaker is not None and speaker.kind is ActorKind.PERSON and not speaker.key and not speaker.of
        return is_unknown and bool(re.match(r"(?:an?|one|another) ", words, re.IGNORECASE)) and not OFFICE.search(words)

    def _outlets_in(self, phrase: Span) -> list[Named]:
        """Give the outlets that a source names; "National" in "the National Intelligence Service" is none."""
        found = self._mastheads.named_in(self._text, phrase)
        longer = [e.span for e in self._reading.entities if e.label is not Label.MISC] if found else []
        found = [each for each in found if not any(self._is_part(each.span, over) for over in longer)]
        return [each for each in found if not self._goes_on(each.span)]

    def _goes_on(self, name: Span) -> bool:
        """Tell whether a name of one word is followed by more of a longer one, a day aside: "National Fire Service", "Reuters Institute"."""
        word = name.of(self._text).removeprefix("The ").removeprefix("the ")
        more = re.match(r" (?P<word>[A-Z][a-z]+)", self._text[name.end : name.end + GAP])
        return more is not None and more["word"] not in NO_NETWORKS and " " not in word and not word.isupper()

    def _is_part(self, name: Span, of: Span) -> bool:
        """Tell whether a name is the beginning or the end of a longer one, articles and "News" aside."""
        bare = Span(name.start + (4 if name.of(self._text)[:4] in ("The ", "the ") else 0), name.end)
        words = [word for word in of.of(self._text).split() if word[0].isupper() and word not in ("The", "News")]
        return of.covers(bare) and len(words) > len(bare.of(self._text).split())

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
        if actor and actor.kind is not ActorKind.PERSON and has_name(actor):
            return []
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
            if (posted := self._posts.posted(words)) is not None:
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
        if not any(each.search(words) for each in (REPORTS, POST, COLON, CHANNEL)) and not self._posts.is_on_network(words):
            return
        if speakers := list(self._unrecognised(sentence, span)):
            yield from speakers
            return
        if (posted := self._posts.posted(words)) is not None:
            yield posted
            return
        named = [each for each in self._mastheads.named_in(self._text, sentence) if not self._is_addressee(sentence, each.span)]
        told = [each for each in self._mastheads.named_in(self._text, sentence) if each not in named]
        if named or (told and TOLD.search(words)):
            yield from (self._outlet(each.outlet, each.span.of(self._text)) for each in named or told)
        elif found := OWN.search(words):
            yield Source(SourceKind.OWN, outlet=self._author.writer, words=found[0])
        elif writers := self._posts.writers(sentence, span):
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
        for statement in self._sayings:
            content = [piece for piece in statement.content if sentence.covers(piece)]
            if content and _is_the_same(content, self._text) and not statement.negated and statement.act not in NO_SIDE:
                made += self._of_statement(statement, sentence)
        if made or POINTS_BACK.search(words):
            yield from made or self._by_words(sentence, sentence)
            yield from self._own_besides(sentence, Span(sentence.start, sentence.start))


def _has_as_part(outer: Statement, inner: Statement, span: Span) -> bool:
    """Tell whether the inner source is part of what is told: "Vadia called up reservists, the Gazette reports"."""
    return bool(inner.source) and span.covers(hull(inner.source)) and any(p.covers(hull(inner.source)) for p in outer.content)


def _is_all(span: Span, sentence: Span, text: str) -> bool:
    """Tell whether a span is a whole sentence but for marks at its edges."""
    return sentence.covers(span) and not re.search(r"\w", text[sentence.start : span.start] + text[span.end : sentence.end])


def _is_the_same(content: Sequence[Span], text: str) -> bool:
    words = hull(content).of(text).strip(" .,")
    return len(words.split()) <= SAME_WORDS and bool(SAME.match(words))
