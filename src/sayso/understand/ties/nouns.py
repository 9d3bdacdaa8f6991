"""Nouns of relation ("member", "ally", "wing", "son") → ties of whoever the noun is said of with whoever stands on its other side.

Said of: the subject ("Chad is a member of the bloc"), what it explains ("Chad, a member of the bloc, …"), the name after it ("bloc member Chad"), its
examples ("members of the bloc such as Chad"), the subject of a clause it qualifies ("as a member of the bloc, Chad …"). Other side: after
"of", or the name or pronoun before the noun.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...findings.actor import ActorKind
from ...findings.tie import Relation
from ...span import Span
from ...when import When
from ..doc import Doc
from ..known.offices import office_word
from .behind_nouns import closes, past_calling, past_place, word_at
from .bounds import Bounds, ended
from .clauses import Said, subject_of
from .found import APPOSITION, BESIDE, CLAUSE, LISTED, Found
from .lists import OWNS, Named
from .predicates import Predicate, predicate_of
from .whom import Meant, Whom
from .words import TieWord, mark_of, may_back, may_join, tie_words

# Words between a noun and the name or article before it: longer phrases are misread.
LONGEST_LEAD = 7
_STATES = frozenset(("state", "states", "country", "countries", "nation", "nations"))
_EXAMPLES = (("such", "as"), ("like",), ("including",))
_COUNCILS = frozenset("bureau politburo leadership council committee board executive presidium secretariat".split())
_BACKERS = frozenset("proxy proxies backer backers patron sponsor sponsors".split())
_OF_BODIES = frozenset(("agency", "watchdog"))
_OWNERS = frozenset(("its", "his", "her", "their", "our"))


@dataclass(frozen=True, slots=True)
class _Noun:
    """A noun of relation in its phrase.

    Attributes:
        first: first token of what stands before it in the phrase.
        others: who stands on the other side.
        owned: True where they stand before the noun.
        end: token after the other side, or after the noun.
        until: when it ended, where a word before the noun says so ("former").
    """

    token: int
    word: TieWord
    first: int
    others: list[Meant]
    owned: bool
    end: int
    until: When | None


def noun_ties(doc: Doc, whom: Whom, bounds: Bounds) -> Iterator[Found]:
    """Give every tie that a noun of relation says."""
    known = tie_words()
    for token, low in enumerate(doc.lows):
        word = known.get(low)
        if word is None or word.kind in ("verb", "title") or doc.pos[token] not in ("NOUN", "PROPN"):
            continue
        noun = _phrase(doc, whom, token, word)
        if noun is not None:
            yield from _of_noun(doc, whom, bounds, noun)


def _phrase(doc: Doc, whom: Whom, token: int, word: TieWord) -> _Noun | None:
    """Read the words around the noun; None where they say that it is not, or not yet, so."""
    lead = _lead(doc, whom, token, word)
    if lead is None:
        return None
    at, owner, until = lead
    if owner and any(doc.low(i) in ("non", "no") for i in range(max(0, at - 1), at + 1)):
        return None
    if owner and at >= 0 and word.kind == "noun":
        mark = mark_of(doc.low(at))  # "alleged Norvik member", "former Norvik member"
        if mark in ("next", "open"):
            return None
        until = until or (ended(doc, doc.word(at)) if mark == "former" else None)
    possessive = bool(owner) and any(doc.word(i) in OWNS for i in range(max(0, at + 1), token))
    others, owned, end = owner or [], owner is not None, token + 1
    link = token + 1 + (word_at(doc, token + 1).lower() == "company")  # "the parent company of Norvik"
    after = word_at(doc, link).lower()
    if after in word.links and after:
        others, owned = whom.other_side(link + 1) or _council(doc, whom, link + 1, word), False
        end = max((doc.tokens_in(o.span).stop for o in others), default=link + 1)
    elif (not word.bare and not possessive) or after == "for":  # "the Federal Member for a district"
        others = []
    return _Noun(token, word, at + 1, others, owned, end, until)


def _lead(doc: Doc, whom: Whom, token: int, word: TieWord) -> tuple[int, list[Meant] | None, When | None] | None:
    """Read back from a noun: the token before its phrase, whose it is, when it ended; None where it is not, or not yet, so."""
    at, until = token - 1, None
    while at >= 0 and token - at <= LONGEST_LEAD:
        low = doc.low(at)
        named = whom.names.at(at)
        if named is not None and named.part.kind is ActorKind.COUNTRY and _is_owned(doc, word, named):
            at = named.first - 1  # "her Togolese husband", "Norvik's Togolese subsidiary"
            continue
        if named is not None and named.stop > token:
            return None  # the noun is a piece of the name
        if named is not None:
            return named.first - 1, [Meant(named.part, named.span)], until
        if low == "whose":
            before = whom.ends_before(at)
            return at, [Meant(before.part, before.span)] if before is not None else [], until
        if low in _OWNERS and doc.pos[at] in ("PRON", "DET"):
            return at - 1, whom.meant(at), until
        mark = mark_of(low)
        if mark in ("next", "open") or low in ("non", "no", "not"):
            return None
        if mark == "former" or (low == "once" and doc.low(at + 1) not in ("again", "more")):
            until = ended(doc, doc.word(at))
        if low in ("a", "an", "the", "one"):
            return at - 1, None, until
        is_plain = (
            doc.pos[at] in ("ADJ", "NUM", "ADV", "NOUN", "DET") or doc.relations[at] == "amod"
        )  # "a wholly OWNED subsidiary"
        if not is_plain and low not in (*OWNS, "ex") and not _is_hyphen(doc, at):
            break
        at -= 1
    return at, None, until


def _council(doc: Doc, whom: Whom, at: int, word: TieWord) -> list[Meant]:
    """Give the body whose leading piece somebody is a member of: "a member of the Renewal Front's political bureau" is one of the Front."""
    at += at < len(doc.tokens) and doc.low(at) == "the"
    named = whom.names.at(at) if at < len(doc.tokens) else None
    if (
        named is None
        or named.part.kind not in (ActorKind.ORGANISATION, ActorKind.GROUP)
        or word.relation is not Relation.MEMBER_OF
    ):
        return []
    last = named.stop
    while last < min(named.stop + 6, len(doc.tokens)) and (doc.word(last) in OWNS or doc.pos[last] in ("NOUN", "ADJ")):
        last += 1
    whole = Span(named.span.start, doc.tokens[last - 1].end)
    return [Meant(named.part, whole)] if doc.low(last - 1) in _COUNCILS else []


def _is_owned(doc: Doc, word: TieWord, state: Named) -> bool:
    """Tell whether a state before a noun only says where it is, and leaves room for an owner before it."""
    before = doc.word(state.first - 1) if state.first else ""
    owned = before in OWNS or before.lower() in _OWNERS
    if doc.word(state.stop) in OWNS:
        return False
    return owned or (word.kind == "kin" and doc.pos[state.stop - 1] == "ADJ")


def _is_hyphen(doc: Doc, token: int) -> bool:
    """Tell whether a mark joins two words ("half-brother"), not phrases."""
    joins = token > 0 and doc.tokens[token - 1].end == doc.tokens[token].start
    return joins and doc.word(token) in ("-", "–", "‐")


def _of_noun(doc: Doc, whom: Whom, bounds: Bounds, noun: _Noun) -> Iterator[Found]:
    predicate = predicate_of(doc, whom, noun.token, noun.first)
    if predicate is not None:
        yield from _predicate(doc, whom, bounds, noun, predicate)
        return
    if not noun.others:
        is_alone = noun.word.both and not _has_own_side(doc, noun)
        listed = (_explained(doc, whom, noun) or _following(doc, whom, noun)) if is_alone else []
        yield from _among(doc, noun, listed) if len(listed) > 1 else ()  # "Chad and Togo, long-time allies,"
        return
    ways = ((_explained, APPOSITION), (_beside, BESIDE), (_qualified, LISTED))
    for way, confidence in ways:
        if subjects := way(doc, whom, noun):
            yield from _pairs(doc, bounds, noun, subjects, confidence)
            return


def _predicate(doc: Doc, whom: Whom, bounds: Bounds, noun: _Noun, predicate: Predicate) -> Iterator[Found]:
    if predicate.said is Said.OPEN:
        return
    until = noun.until
    if predicate.said is Said.NO_LONGER:
        until = ended(doc, "no longer")
    elif until is None and predicate.past and noun.word.kind != "kin":
        until = ended(doc, "was")
    held = replace(noun, until=until)
    subjects = whom.meant(predicate.subject)
    if not noun.others:
        if noun.word.both and len(subjects) > 1 and not _has_own_side(doc, noun):
            yield from _among(doc, held, subjects)
        return
    for one in _pairs(doc, bounds, held, subjects, CLAUSE):
        start = one.start or (bounds.when(one.evidence[-1]) if predicate.began else None)
        yield replace(one, start=start, presupposed=False, negated=predicate.said is Said.NOT_SO)


def _has_own_side(doc: Doc, noun: _Noun) -> bool:
    """Tell whether the noun has another side that names nobody ("partners of other countries")."""
    return noun.owned or (noun.end > noun.token + 1)


def _among(doc: Doc, noun: _Noun, subjects: list[Meant]) -> Iterator[Found]:
    """ "Chad and Togo are allies": each with each."""
    for place, one in enumerate(subjects):
        for other in subjects[place + 1 :]:
            yield _found(doc, noun, one, other, CLAUSE)


def _following(doc: Doc, whom: Whom, noun: _Noun) -> list[Meant]:
    """Give the list right after the noun that it is said of: "two brothers, NAME and NAME,", and "Long-time allies, Chad and Togo …"."""
    at = noun.end
    if noun.first and doc.low(noun.first - 1) in ("with", "by"):
        return []
    comma = word_at(doc, at) in (",", "—", "–", ":")
    named = whom.names.at(at + comma) if at + comma < len(doc.tokens) else None
    if named is None or named.first != at + comma or not doc.low(noun.token).endswith("s"):
        return []
    is_person = named.part.kind is ActorKind.PERSON
    starts = doc.tokens_in(doc.sentence_at(doc.tokens[noun.token].start)).start
    begins = noun.first == starts or _is_counted(doc, noun)
    called = doc.word(noun.token)[0].isupper() and noun.token != starts  # "Sisters NAME and NAME", of nuns
    if is_person is not (noun.word.kind == "kin") or called or not begins or (not is_person and not comma):
        return []
    listed = [n for n in whom.names.list_of(named) if n.first >= named.first]
    return [Meant(n.part, n.span) for n in listed] if len(listed) == 2 or is_person else []


def _is_counted(doc: Doc, noun: _Noun) -> bool:
    """Tell whether the noun has its article or number: "two brothers", "the cousins"."""
    lead = [doc.low(i) for i in range(max(0, noun.first), noun.token + 1)]
    before = doc.low(noun.first - 1) if noun.first else "."
    return bool({"two", "three", "four", "the"} & {*lead, before}) or doc.pos[noun.first - 1] not in ("ADP", "DET", "PRON")


def _explained(doc: Doc, whom: Whom, noun: _Noun) -> list[Meant]:
    """Give whom the noun explains: "Chad, a member of the bloc" and "Chad and Togo, both members of the bloc"."""
    at = noun.first - 1
    while at >= 0 and (
        doc.low(at) in ("the", "of", "one", "both", "all", "each", "also", "two", "three")
        or _is_title(doc, at)
        or (noun.owned and (doc.low(at) in ("a", "an", "senior") or mark_of(doc.low(at)) == "former"))
    ):
        at -= 1
    if at < 1 or doc.word(at) not in (",", "(", "—", "–"):
        return []
    named = whom.names.at(at - 1)
    if named is None or named.stop != at:
        return []
    closes = doc.word(noun.end) if noun.end < len(doc.tokens) else "."
    if (
        noun.end < len(doc.tokens)
        and doc.pos[noun.end] != "PUNCT"
        and closes.lower() not in ("and", "who", "which", "that", "since", "in", "from", "until", "for")
    ):
        return []
    if closes.lower() == "and" and doc.relations[noun.token] == "conj":
        return []
    is_plural = doc.low(noun.token).endswith("s")
    listed = [Meant(n.part, n.span) for n in whom.names.list_of(named)]
    if is_plural and doc.low(noun.first) != "one":
        return listed if len(listed) > 1 or _are_several(listed[0]) else []
    return listed[-1:]


def _are_several(one: Meant) -> bool:
    """Tell whether a group has a plural for its name: "the Houthis, Togo's allies"."""
    return one.part.kind is ActorKind.GROUP and one.part.name.endswith("s")


def _is_title(doc: Doc, token: int) -> bool:
    """Tell whether a capitalised word is the office of the owner after it: "NAME, President NAME's wife"."""
    return doc.word(token)[:1].isupper() and office_word(doc.word(token)) is not None


def _beside(doc: Doc, whom: Whom, noun: _Noun) -> list[Meant]:
    """Give the names right after the noun whose other side stands before it: "bloc members Chad and Togo", "his wife, Ama Mensah"."""
    if not noun.owned:
        return _examples(doc, whom, noun)
    at = noun.token + 1
    if at < len(doc.tokens) and doc.low(at) in _STATES:
        at += 1
    if noun.word.kind != "kin":
        at = past_place(doc, at)
    comma = at < len(doc.tokens) and doc.word(at) == "," and (noun.word.kind == "kin" or doc.relations[noun.token] != "conj")
    if noun.word.kind == "kin" and (behind := past_calling(doc, whom, at, comma=comma)) is not None:
        return [Meant(behind.part, behind.span)]
    is_listed = word_at(doc, at) in ("-", "–", "—", ":") and doc.low(at - 1).endswith("s")
    first = at + (comma or is_listed)
    first += comma and first < len(doc.tokens) and doc.low(first) == "the"
    named = whom.names.at(first)
    if named is None or named.first != first:
        return _examples(doc, whom, noun)
    if comma and (doc.low(noun.token).endswith("s") or not closes(doc, named.stop)):
        return []
    listed = [n for n in whom.names.list_of(named) if n.first >= named.first]
    is_plural = doc.low(at - 1).endswith(("s", "ies"))
    return [Meant(n.part, n.span) for n in (listed if is_plural else listed[:1])]


def _examples(doc: Doc, whom: Whom, noun: _Noun) -> list[Meant]:
    """Give the examples after the phrase: "members of the bloc such as Chad and Togo"."""
    at = noun.end
    if at < len(doc.tokens) and doc.low(at) in _STATES:
        at += 1
    if at < len(doc.tokens) and doc.word(at) == ",":
        at += 1
    for lead in _EXAMPLES:
        if tuple(doc.low(i) for i in range(at, min(at + len(lead), len(doc.tokens)))) == lead:
            return whom.other_side(at + len(lead))
    return []


def _qualified(doc: Doc, whom: Whom, noun: _Noun) -> list[Meant]:
    """Give the subject of the clause that the noun qualifies: "as a member of the bloc, Chad …"."""
    if noun.first < 1 or doc.low(noun.first - 1) != "as":
        return []
    named = whom.names.at(noun.end + 1) if noun.end + 1 < len(doc.tokens) and doc.word(noun.end) == "," else None
    if named is not None and whom.names.ends_phrase(named):
        return [Meant(named.part, named.span)]
    verb = doc.heads[noun.token]
    if doc.relations[noun.token] not in ("obl", "advcl") or not 0 <= verb < noun.token:
        return []
    subject = subject_of(doc, verb)
    return whom.meant(subject) if subject is not None else []


def _pairs(doc: Doc, bounds: Bounds, noun: _Noun, subjects: list[Meant], confidence: float) -> Iterator[Found]:
    whole = Span(doc.tokens[noun.first].start, doc.tokens[noun.end - 1].end)
    start, until = bounds.around(whole)
    for subject in subjects:
        for other in noun.others:
            found = _found(doc, noun, subject, other, confidence)
            if noun.word.turned and other.part.kind is ActorKind.COUNTRY:
                continue  # a state has no subsidiaries
            if other.part.kind is ActorKind.COUNTRY and doc.low(noun.token) in _OF_BODIES:
                continue  # "the Togolese news agency NAME"
            if doc.low(noun.token) in _BACKERS and not may_back(subject.part, other.part):
                continue
            if may_join(found.subject, found.relation, found.object) and not _is_namesake(doc, subject, other, found):
                yield replace(found, start=start, until=noun.until or until)


def _is_namesake(doc: Doc, one: Meant, other: Meant, found: Found) -> bool:
    """Tell whether a relative named by a given name alone was taken for somebody of another family: "NAME and his son Tom"."""
    word = one.span.of(doc.text)
    families = [m.part.name.split()[-1] for m in (one, other)]
    is_given = " " not in word and word == one.part.name.split()[0] and " " in one.part.name
    return found.relation is Relation.RELATIVE_OF and is_given and families[0] != families[1]


def _found(doc: Doc, noun: _Noun, subject: Meant, other: Meant, confidence: float) -> Found:
    here = [doc.tokens[noun.token], *(s.span for s in (subject, other)), doc.tokens[noun.end - 1]]
    sentence = doc.sentence_at(here[0].start)
    near = [s for s in here if sentence.covers(s)]
    whole = Span(min(s.start for s in near), max(s.end for s in near))
    named = tuple(s.named for s in (subject, other) if s.named is not None and not whole.covers(s.named))
    one, two = (other.part, subject.part) if noun.word.turned else (subject.part, other.part)
    relation = noun.word.relation
    if relation is Relation.ALLY_OF and noun.owned and one.kind is ActorKind.COUNTRY and two.sector == "IGO":
        relation = Relation.MEMBER_OF  # "NATO ally Chad"
    role = doc.low(noun.token) if noun.word.relation is Relation.RELATIVE_OF else None
    role = role.removesuffix("s") if role is not None and noun.word.both else role
    return Found(
        one, relation, two, (*named, whole), doc.tokens[noun.token], round(confidence * min(subject.how, other.how), 3),
        role=role, until=noun.until, presupposed=True,
    )  # fmt: skip
