"""Whose soldiers, ships or nationals a number counts: by the adjective of a state ("Russian soldiers"), by who sends them, else by the rest of the report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...findings.reading import Reading
from ...span import Span
from ..claims.words import groups_in, is_function, stem
from .given import Given, Stems
from .nouns import noun_of
from .peoples import owners_in, peoples_in
from .stages import EXPECTED, MOVED, TRAINING, is_stage_word

# What a state, an army or a company has and sends. Refugees are not of the state that sends them on.
_FORCES = frozenset(
    ("troop", "warship", "ship", "police", "mercenary", "missile", "drone", "tank", "aircraft", "warplane")
) | frozenset(
    stem(word)
    for word in "fighter brigade battalion regiment division squadron fleet tank jet plane helicopter bomber missile rocket drone gun howitzer shell "
    "vessel ship boat submarine carrier lorry truck vehicle engineer adviser advisor instructor observer peacekeeper medic nurse doctor".split()
)
# Between who sends and what is sent.
_SENDS = re.compile(
    r"^\s*(?:,[^,.;]{1,60},\s*)?(?:(?:has|have|had|is|are|was|were|will|would|may|might|could|can|also|already|now|since|then|to|been|be)\s+)*"
    r"(?:sen[dt]s?|sending|mov(?:e|es|ed|ing)|deploy(?:s|ed|ing)?|dispatch(?:es|ed|ing)?|redeploy(?:s|ed|ing)?|transfer(?:s|red|ring)?|ship(?:s|ped|ping)?"
    r"|flown|fl(?:y|ies|ew|ying)|gather(?:s|ed|ing)?|assembl(?:e|es|ed|ing)|amass(?:es|ed|ing)?|mass(?:es|ed|ing)?|muster(?:s|ed|ing)?"
    r"|concentrat(?:e|es|ed|ing)|station(?:s|ed|ing)?|prepar(?:e|es|ed|ing)|train(?:s|ed|ing)?|mobili[sz](?:e|es|ed|ing)|ma(?:de|kes?|king) ready|readied"
    r"|fir(?:e|es|ed|ing)|launch(?:es|ed|ing)?|los(?:t|es?|ing)|ha[sd]|have|keep(?:s|ing)?|kept"
    r"|withdr(?:aw|aws|ew|awn|awing)|pull(?:s|ed|ing)?)\b[^.;:,]{0,40}$",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"^[^.;]{0,40}?,\s+(?:[\w’'-]+ ){1,3}among (?:them|whom)\b|^[^.;]{0,40}?,\s+(?:including|among them) (?:[\w’'-]+ ?){1,3}"
)
_NAME = re.compile(
    r"\b[A-Z][\w’'-]+(?: (?:rebels|forces|troops|army|navy|government|military|insurgents|fighters|militants|militia|police|authorities)\b)?"
)
# Who else is among those counted, where only these are named. In capitals as the keys of states are.
OTHERS = "OTHERS"
# Names that begin with so many letters alike are of one people.
_ALIKE = 4
# Adjectives with a capital that name no people.
_CREEDS = frozenset(
    stem(word)
    for word in "islamist muslim sunni shia shiite christian catholic jewish communist maoist marxist western allied european african asian arab democratic "
    "republican national federal royal special northern southern eastern western central first second third".split()
)
# Of the killed and the captured no report says by "soldiers" whose they are.
_ON_THE_MOVE = MOVED | {EXPECTED, TRAINING, "prepared", "promised", "withdrawn"}
# A report mostly of one state's forces means these by "the soldiers".
_MOSTLY = 0.6


class Owners:
    """Whose are those counted, for the numbers of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.report.text
        countries = {
            actor.id: actor.country for actor in reading.actors if actor.country and actor.sector in ("GOV", "MIL", None)
        }
        self._actors = sorted((m, countries[a.id]) for a in reading.actors if a.id in countries for m in a.mentions)
        self._told = list(self._namings(reading))

    def of(self, of: str, sentence: Span, number: Span) -> Stems:
        """Give the states whose are counted, by the words beside the number; empty where these do not tell."""
        named = owners_in(of)
        if named:
            return named
        if not noun_of(of) & _FORCES:
            return frozenset()
        whose = self._sender(sentence, number) or _named_in(of)
        among = self._among(sentence, number)
        return frozenset((whose or OTHERS,)) | among if whose or among else frozenset()

    def meant(self, given: Sequence[Given]) -> Iterator[Given]:
        """Give the figures of the reading, "the soldiers" of one being those its report is mostly about."""
        told = [*self._told, *((noun_of(one.of), state) for one in given for state in one.owners)]
        for one in given:
            may = not one.owners and one.stages & _ON_THE_MOVE and _is_bare(one.of)
            yield replace(one, owners=_mostly(noun_of(one.of) & _FORCES, told)) if may else one

    def _sender(self, sentence: Span, number: Span) -> str | None:
        before = [(m, state) for m, state in self._actors if sentence.start <= m.start and m.end <= number.start]
        for mention, state in reversed(before):
            if _SENDS.match(self._text[mention.end : number.start]):
                return state
        for name in reversed(list(_NAME.finditer(self._text, sentence.start, number.start))):
            if _SENDS.match(self._text[name.end() : number.start]):
                return next((state for _, _, state in peoples_in(name.group())), stem(re.sub(r"['’]s?$", "", name.group())))
        return None

    def _among(self, sentence: Span, number: Span) -> Stems:
        """Others among them: "some 50,000 soldiers, Chadians among them"."""
        found = _AMONG.match(self._text[number.end : sentence.end])
        return owners_in(found.group()) if found else frozenset()

    def _namings(self, reading: Reading) -> Iterator[tuple[Stems, str]]:
        """Give noun and state of each "Korvian troops" of the report, its headline too."""
        title = reading.report.title or ""
        texts = [self._text] if self._text.startswith(title) else [title, self._text]
        for text in texts:
            for _, end, state in peoples_in(text):
                following = re.match(r"[\s-]+([\w-]+)(?:\s+([\w-]+))?", text[end : end + 40])
                for word in following.groups() if following else ():
                    noun = frozenset((stem(word),)).union(*groups_in([word])) if word else frozenset()
                    if noun & _FORCES:
                        yield noun, state
                        break


def are_two_owners(one: Stems, other: Stems) -> bool:
    """Tell whether two numbers are of two states' people; of names no lexicon has, "Pelm" and "Pelmish" are one, and one may be a state's by another name."""
    if not one or not other or one == other:
        return False
    if all(name.isupper() for name in one | other):
        return True
    if any(name.isupper() for name in one | other) and len(one) == len(other) == 1:
        return False
    return len(one) != len(other) or not any(a[:_ALIKE] == b[:_ALIKE] for a in one for b in other)


def _named_in(of: str) -> str | None:
    """Give the stem of an adjective with a capital before a noun without: "Pelmish soldiers"."""
    words = re.findall(r"\w+", of)
    named = [word for word in words[:-1] if word[:1].isupper() and not is_function(word) and stem(word) not in _CREEDS]
    return stem(named[0]) if named and words[-1].islower() else None


def _mostly(noun: Stems, told: Iterable[tuple[Stems, str]]) -> Stems:
    counted = Counter(state for named, state in told if named & noun)
    if not counted:
        return frozenset()
    state, times = min(counted.items(), key=lambda item: (-item[1], item[0]))
    return frozenset((state,)) if times >= _MOSTLY * counted.total() else frozenset()


def _is_bare(of: str) -> bool:
    """Tell whether nothing but the noun is told: "enemy soldiers" are others than those the report is about."""
    return len([word for word in re.findall(r"\w+", of) if not is_function(word) and not is_stage_word(word)]) == 1
