"""Words of a report → whose post, letter or message they speak of, where no statement says who speaks."""

from __future__ import annotations

import re

from ...findings.reading import Reading
from ...span import Span
from .forms import CHANNEL, NAME_FIRST
from .mastheads import Mastheads
from .passages import sentences_after
from .phrases import AGAINST, JUDGED_FALSE, POST, POST_OF, SILENT
from .source import Source, SourceKind
from .voices import voice_of

# How many sentences after a telling that names nobody are asked whose post it is from.
_SENTENCES_AFTER = 2


class Posts:
    """Finds the writers of posts in one report."""

    def __init__(self, reading: Reading, mastheads: Mastheads) -> None:
        self._reading = reading
        self._text = reading.report.text
        self._mastheads = mastheads

    def posted(self, words: str) -> Source | None:
        """Give the writer of a post, letter or statement that some words name, unless an outlet is named as such."""
        found = POST_OF.search(words) or POST.search(words)
        if found is None or self._mastheads.is_masthead(found["who"]):
            return None
        who = found["who"]
        people = [name for name in self._mastheads.people if name in who] or NAME_FIRST.findall(who)
        voice = voice_of(who, people)
        return Source(SourceKind.VOICE, voice=voice, words=found[0]) if voice else None

    def written_before(self, phrase: Span) -> Source | None:
        """Give who is named last before "the post" or "her message": it is his."""
        before = self._text[: phrase.start]
        names = {name: before.rfind(name) for name in self._mastheads.people if name in before}
        last = max(sorted(names), key=lambda name: names[name], default=None)
        words = phrase.of(self._text)
        return Source(SourceKind.VOICE, voice=voice_of(last, [last]), words=words, confidence=0.7) if last else None

    def written_after(self, sentence: Span) -> list[Source]:
        """Give who wrote it where only the sentences after the telling say so: "… . Dora Wick published the news on her page." """
        for later in sentences_after(self._reading, sentence)[:_SENTENCES_AFTER]:
            words = later.of(self._text)
            if AGAINST.search(words) or JUDGED_FALSE.search(words) or SILENT.search(words):
                return []
            posted = self.posted(words)
            if found := [posted] if posted else self.writers(later, later):
                return found
        return []

    def writers(self, sentence: Span, span: Span) -> list[Source]:
        """Give who is named beside what is told, where it is said to stand on a page or network; whatever the verb."""
        words = sentence.of(self._text)
        if span != sentence:
            words = f"{self._text[sentence.start : span.start]} | {self._text[span.end : sentence.end]}"
        inside = [name for name in sorted(self._mastheads.people) if name in words]
        named = [name for name in inside if not any(name != other and name in other for other in inside)]
        if len(named) != 1 or not (CHANNEL.search(words) or self.is_on_network(words)):
            return []
        return [Source(SourceKind.VOICE, voice=voice_of(named[0], named), words=named[0], confidence=0.5)]

    def is_on_network(self, words: str) -> bool:
        """Tell whether words name a network that the reports at hand speak of: "let her followers on Chirper know"."""
        return any(re.search(rf"\b(?:on|via|through|to|used) {re.escape(name)}\b", words) for name in self._mastheads.networks)
