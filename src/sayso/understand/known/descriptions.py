"""A description of somebody ("the former Brazilian deputy foreign minister") → its offices, of what, and whether still held.

Read from words alone: names and body nouns on the left ("Russian Foreign Ministry spokesperson"), "of", "for", "at" on the
right, the marks before ("retired", "acting", "then") and after ("-elect"). "to" names whom an envoy is sent to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ...findings.actor import ActorKind
from ...span import Span
from .named import Named, NameKind
from .names import Known, find_known
from .offices import BodyWord, OfficeWord, SpeaksFor, body_of, body_words, marks, office_words
from .words import Word, joins, words_of

_MAX_WORDS = 8  # longest office or body of the lexicons, in words
_OF = frozenset({"of", "for", "at", "with", "in"})
_NAMING = frozenset({"of", "for", "at"})
_NO_OWNERS = frozenset({NameKind.PERSON, NameKind.FAMILY, NameKind.OUTLET})
_ENVOYS = frozenset({"ambassador", "envoy", "consul", "charge d'affaires", "deputy ambassador", "military attache", "UN envoy"})
_DETERMINERS = frozenset({"the", "a", "an", "now", "his", "her", "their", "its", "currently", "who"})
# Office words that are adjectives before a noun in small letters ("a major offensive").
_ADJECTIVES = frozenset({"major", "general", "chief", "head", "deputy", "chair"})
_AFTER_NOUN = frozenset({"of", "for", "at", "to", "in", "on", "with", "and", "or", "who", "from", "under", "as", "said", "s"})
_BOUNDARY = re.compile(r"[,;:()“”\"—–]|\n")
_HYPHENATED = re.compile(r"[-‐‑][a-z]")
_GOVERNMENT = frozenset({"GOV", "MIL", "SPY", "COP"})


@dataclass(frozen=True, slots=True)
class OfficeFound:
    """An office in a description.

    Attributes:
        span: the office noun in the given text, with its rank, without state and body.
        role: the role in our words, rank before it ("deputy foreign minister").
        sector: PLOVER code of the office, else of the body; None where neither has one.
        speaks_for: whom the holder speaks for by office.
        of: the state or body it belongs to; None where the words name none that the lexicons know.
        body: the body noun where no state stands by it ("the ministry spokesman"): ask `body_of` when the state is known.
        to: whom an envoy is sent to.
        former: True where the words say it is held no longer.
        coming: True where the words say it is not yet held ("president-elect").
    """

    span: Span
    role: str
    sector: str | None
    speaks_for: SpeaksFor
    of: Named | None = None
    body: str | None = None
    to: Named | None = None
    former: bool = False
    coming: bool = False

    @property
    def voice(self) -> str | None:
        """Give the key of the state or body the holder speaks for now; None for former and coming offices, and where for none.

        The spokesperson of a ministry, an army or a seat of government speaks for the state; a governor, a judge or a director of
        no named body does not.
        """
        if self.former or self.coming or self.of is None or self.speaks_for is SpeaksFor.NONE:
            return None
        if self.of.kind is ActorKind.COUNTRY:
            return self.of.key if self.speaks_for is SpeaksFor.STATE else None
        is_state_body = self.of.kind is ActorKind.ORGANISATION and self.of.sector in _GOVERNMENT
        return self.of.country if is_state_body and self.of.country else self.of.key


class _Noun(NamedTuple):
    """Words from `start` up to `end` (indices of words) that name an office or a body."""

    start: int
    end: int
    office: OfficeWord | None
    body: BodyWord | None


class _Owner(NamedTuple):
    """The state or body some words name; a body noun alone where no state stands by it."""

    actor: Named | None = None
    body: BodyWord | None = None


@dataclass(frozen=True, slots=True)
class _Description:
    """A description with its words, known names and nouns of office and body found once."""

    text: str
    words: list[Word]
    known: list[Known]
    nouns: list[_Noun]

    def breaks(self, at: int) -> bool:
        """Tell whether punctuation parts the word at `at` from the one before."""
        return _BOUNDARY.search(self.text[self.words[at - 1].end : self.words[at].start]) is not None

    def left_edge(self, floor: int, at: int) -> int:
        """Give the first word that may still modify the noun at `at`: after the last boundary, office or "and"."""
        edge = at
        while edge > floor and self.words[edge - 1].key != "and" and (edge == at or not self.breaks(edge)):
            edge -= 1
        return edge if edge == at or not self.breaks(at) else at

    def owner(self, start: int, end: int) -> _Owner:
        """Give the state or body that words name; a state with a body noun beside it makes that body."""
        if start >= end:
            return _Owner()
        reach = Span(self.words[start].start, self.words[end - 1].end)
        names = [k.actor for k in self.known if reach.start <= k.span.start < reach.end and self._may_own(k)]
        body = next((noun.body for noun in self.nouns if noun.body and start <= noun.start and noun.end <= end), None)
        actor = next((name for name in names if name.kind is not ActorKind.COUNTRY), names[0] if names else None)
        if (own := self._body_of_state(reach)) is not None:
            return _Owner(own)
        if actor is not None and actor.kind is ActorKind.COUNTRY and body is not None:
            return _Owner(body_of(body.word, actor.key))
        return _Owner(actor) if actor else _Owner(None, body)

    def _may_own(self, known: Known) -> bool:
        """Tell whether a name may own an office: none of a person, and no piece of an adjective ("Quito-based", "Chad-led")."""
        return known.kind not in _NO_OWNERS and _HYPHENATED.match(self.text, known.span.end) is None

    def _body_of_state(self, reach: Span) -> Named | None:
        """Give the body of the state before it where the same words alone name another state's: "the Kenyan Senate"."""
        inside = [k for k in self.known if reach.start <= k.span.start < reach.end]
        for state, body in pairwise(inside):
            between = self.text[state.span.end : body.span.start]
            is_pair = state.actor.kind is ActorKind.COUNTRY and body.actor.kind is ActorKind.ORGANISATION
            if is_pair and between in (" ", "’s ", "'s ") and body.actor.country not in (None, state.actor.key):
                return body_of(self.text[body.span.start : body.span.end], state.actor.key)
        return None

    def phrase_owner(self, start: int, end: int) -> _Owner:
        """Give the owner a phrase names; none where its first name is one we do not know ("Kyiv University")."""
        first = next((word for word in self.words[start:end] if word.raw[:1].isupper()), None)
        if first is not None and not self._begins_name(first) and not any(self.words[n.start] is first for n in self.nouns):
            return _Owner()
        for known in self.known:
            last = next((at for at in range(start, end - 1) if self.words[at].end == known.span.end), None)
            if last is None or known.actor.kind is not ActorKind.COUNTRY:
                continue
            follows = self.words[last + 1]
            is_name = follows.raw[:1].isupper() and self.text[known.span.end : follows.start] == " "
            if is_name and not any(noun.start == last + 1 for noun in self.nouns) and not self._begins_name(follows):
                return _Owner()
        return self.owner(start, end)

    def _begins_name(self, word: Word) -> bool:
        return any(known.span.start == word.start for known in self.known)

    def within(self, noun: _Noun) -> tuple[Named | None, Named | None]:
        """Give the name that an office's own words begin with ("NATO chief"), and one later in them ("… to the UN")."""
        first, last = self.words[noun.start].start, self.words[noun.end - 1].end
        inside = [k for k in self.known if first <= k.span.start and k.span.end <= last and k.kind not in _NO_OWNERS]
        begins = next((k.actor for k in inside if k.span.start == first), None)
        return begins, next((k.actor for k in inside if k.span.start > first), None)

    def after(self, noun: _Noun) -> tuple[str, int]:
        """Give the preposition after an office and the word where its phrase ends; "" where none follows."""
        at = noun.end
        if at >= len(self.words) or self.text[self.words[at - 1].end : self.words[at].start].strip():
            return "", at
        link = self.words[at].key
        if link not in _OF and link != "to":
            return "", at
        offices = {other.start for other in self.nouns if other.office}
        end = at + 1
        while end < len(self.words) and not self.breaks(end) and self.words[end].key not in ("and", "who") and end not in offices:
            end += 1
        return link, end


def office_in(description: str) -> OfficeFound | None:
    """Give the first office of a description, None where it names none."""
    return next(iter(offices_in(description)), None)


def offices_in(description: str) -> list[OfficeFound]:
    """Give every office of a description in text order.

    After a bare "and" an office without article shares mark and state of the one before: "former Russian president and premier".
    """
    return list(_offices_in(description))


@lru_cache(maxsize=256)  # the same description is read by several rules
def _offices_in(description: str) -> tuple[OfficeFound, ...]:
    words, known = words_of(description), find_known(description)
    given = _Description(description, words, known, _nouns(description, words, known))
    found: list[OfficeFound] = []
    floor, previous = 0, None
    for noun in given.nouns:
        if noun.office is None:
            continue
        left = given.left_edge(floor, noun.start)
        office = _office(given, noun, row=noun.office, left=left)
        if previous and given.after(previous)[1] == noun.start and given.after(previous)[0]:
            continue  # "adviser to the president": somebody else's office
        if found and _shares(words[floor:left], words[left : noun.start]):
            before = found[-1]
            office = replace(office, former=office.former or before.former, of=office.of or before.of)
        found.append(office)
        floor, previous = noun.end, noun
    return tuple(found)


def _nouns(text: str, words: list[Word], known: list[Known]) -> list[_Noun]:
    inside = [k.span for k in known if k.kind not in (NameKind.PERSON, NameKind.FAMILY)]
    begun = {span.start for span in inside}
    found: list[_Noun] = []
    at = 0
    while at < len(words):
        noun = _noun_at(text, words, at)
        if noun and noun.office and noun.office.word.endswith("spokesperson") and words[at].start in begun:
            noun = None  # "Kremlin spokesman": the seat is a name, the office begins after it
        if noun is None or _is_adjective(text, words, noun) or _is_hidden(words, noun, inside):
            at += 1
            continue
        found.append(noun)
        at = noun.end
    return found


def _noun_at(text: str, words: list[Word], at: int) -> _Noun | None:
    """Give the longest office or body from here; a spokesperson's body is a noun of its own and comes first."""
    office: _Noun | None = None
    body: _Noun | None = None
    key = ""
    for end in range(at + 1, min(at + _MAX_WORDS, len(words)) + 1):
        if end > at + 1 and not joins(text, words[end - 2], words[end - 1]):
            break
        key = f"{key} {words[end - 1].key}" if key else words[end - 1].key
        if (row := office_words().get(key)) is not None:
            office = _Noun(at, end, row, None)
        if (noun := body_words().get(key)) is not None:
            body = _Noun(at, end, None, noun)
    if office is None or body is None:
        return office or body
    if office.end > body.end and office.office is not None and office.office.word.endswith("spokesperson"):
        return body
    return office if office.end >= body.end else body


def _is_adjective(text: str, words: list[Word], noun: _Noun) -> bool:
    """Tell whether a single word only modifies a noun in small letters after it: "rebel group", "military administration"."""
    if noun.end - noun.start > 1 or noun.end >= len(words):
        return False
    if noun.office and noun.office.speaks_for is not SpeaksFor.NONE and words[noun.start].key not in _ADJECTIVES:
        return False
    after = words[noun.end]
    if not after.raw.islower() or after.key in _AFTER_NOUN or after.raw.endswith("ed") or after.key in office_words():
        return False
    follows = _noun_at(text, words, noun.end)
    modifies = follows is None or (noun.body is not None and follows.office is None)
    return modifies and text[words[noun.start].end : after.start] == " "


def _is_hidden(words: list[Word], noun: _Noun, inside: list[Span]) -> bool:
    """Tell whether the noun is a piece of a longer known name, as "general" of the General Assembly."""
    span = Span(words[noun.start].start, words[noun.end - 1].end)
    return any(name.covers(span) and name != span for name in inside)


def _shares(between: list[Word], own: list[Word]) -> bool:
    """Tell whether only "and" parts the office from the one before, without article or mark of its own."""
    keys = {word.key for word in own}
    return [word.key for word in between] == ["and"] and not keys & _DETERMINERS and not keys & set(marks())


def _office(given: _Description, noun: _Noun, *, row: OfficeWord, left: int) -> OfficeFound:
    said = {marks()[word.key]: place for place, word in enumerate(given.words[left : noun.start], left) if word.key in marks()}
    after = marks().get(given.words[noun.end].key) if noun.end < len(given.words) else None
    is_deputy = said.get("deputy") == noun.start - 1
    owner, envoy_to = _owner(given, noun, row=row, left=left)
    return OfficeFound(
        span=Span(given.words[noun.start - is_deputy].start, given.words[noun.end - 1].end),
        role=f"deputy {row.word}" if is_deputy else row.word,
        sector=_sector(row, owner),
        speaks_for=row.speaks_for,
        of=owner.actor,
        body=owner.body.word if owner.body else None,
        to=envoy_to,
        former="former" in said,
        coming="next" in said or after == "next",
    )


def _sector(row: OfficeWord, owner: _Owner) -> str | None:
    """Give the office's sector; the body's where it speaks for a body or the lexicon says no more than GOV."""
    body = owner.actor if owner.actor is not None and owner.actor.kind is not ActorKind.COUNTRY else owner.body
    if body is not None and body.sector and (row.sector in (None, "GOV") or row.speaks_for is SpeaksFor.BODY):
        return body.sector
    return row.sector or (owner.actor.sector if owner.actor else None)


def _owner(given: _Description, noun: _Noun, *, row: OfficeWord, left: int) -> tuple[_Owner, Named | None]:
    """Give the state or body of an office, and whom an envoy is sent to."""
    link, end = given.after(noun)
    before, after = given.owner(left, noun.start), given.phrase_owner(noun.end + 1, end)
    own, sent_to = given.within(noun)
    if row.word in _ENVOYS:
        return _Owner(own) if own else before, sent_to or (after.actor if link in ("to", "for") else None)
    is_where = link in ("for", "in") and after.actor is not None and after.actor.kind is ActorKind.COUNTRY
    if is_where and row.speaks_for is SpeaksFor.BODY and before.actor is not None and before.actor.kind is not ActorKind.COUNTRY:
        return before, None  # "UN humanitarian coordinator for Chad" is the UN's
    if link and after.actor is not None:
        return after, None
    if link and after.body is not None:
        state = before.actor.country if before.actor else None
        return (_Owner(body_of(after.body.word, state)) if state else after), None
    if link in _NAMING and any(word.raw[:1].isupper() for word in given.words[noun.end + 1 : end]):
        return _Owner(None, before.body), None  # of somebody the lexicons do not know
    return (_Owner(own or sent_to) if own or sent_to else before), None
