"""People and their parties by the words beside a name ("NAME, a Republican", "Republican senator NAME", "Republican NAME", "Sen. NAME (R-Ohio)", "NAME of the Green Party") → memberships."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings.actor import ActorKind
from ...findings.tie import Relation
from ...span import Span
from ..doc import Doc
from ..extract.cast import Cast, Part
from ..known.words import key_of
from .bounds import ended
from .found import APPOSITION, BESIDE, LISTED, Found
from .lists import OWNS, Named
from .owners import is_portfolio
from .party_seats import is_seat
from .title_words import title_before
from .whom import Whom
from .words import is_party, mark_of

_PARTY = frozenset(("party", "the", "of"))
# Party letters beside members of the American Congress, and the key of the party.
_LETTERS = {"r": "republican-party", "d": "democratic-party"}
_LETTER = re.compile(r"(?:,| \(| ?,? ?\[) ?(?P<letter>[RD])(?:[-–‐. ]{1,2}[A-Z][A-Za-z.]+|\))")
_CLOSING = (",", ".", ";", ")", "—", "–", "from", "who", "representing", "and", "for")
_HYPHENS = ("-", "‐", "–")
_ALL = ("both", "all")
_ARTICLES = ("the", "his", "her", "own")
# Words before the name of a party that say what sort it is.
_LEADS = frozenset(
    "ruling governing opposition left-wing right-wing far-right far-left centre-right centre-left center-right center-left conservative liberal nationalist populist "
    "socialist communist islamist green small new main left right far centre center wing -".split()
)


def party_ties(doc: Doc, cast: Cast, whom: Whom) -> Iterator[Found]:
    """Give the memberships of parties that the words beside a name say; of parties the report names elsewhere in full."""
    adherents = _adherents(cast)
    yield from _his_party(doc, whom)
    for named in whom.names.ordered:
        if named.part.kind is ActorKind.PERSON:
            yield from _of_party(doc, whom, named)
            yield from _by_letter(doc, cast, named)
            if adherents:
                yield from _explained(doc, whom, named, adherents)
                yield from _titled(doc, whom, named, adherents)


def _adherents(cast: Cast) -> dict[str, Part]:
    """Give the words for an adherent of each party of the report ("Republican", "Republicans", "Democrat"), by key."""
    found: dict[str, Part] = {}
    for part in cast.parts.values():
        words = [w for w in key_of(part.name).split() if w not in _PARTY]
        if part.id and is_party(part) and len(words) == 1 and "party" in key_of(part.name).split():
            stems = {words[0], words[0].removesuffix("ic") if words[0].endswith("cratic") else words[0]}
            found.update({form: part for stem in stems for form in (stem, f"{stem}s")})
    return found


def _member(doc: Doc, named: Named, party: Part, where: Span, confidence: float) -> Found:
    """Give a membership; of "a former Republican" one that is over, of "the former Republican senator" the office may be what is over."""
    at = doc.tokens_in(where).start
    mark = doc.word(at - 1) if at and where.start > named.span.end and mark_of(doc.low(at - 1)) == "former" else None
    whole = Span(min(named.span.start, where.start), max(named.span.end, where.end))
    until = ended(doc, mark) if mark is not None else None
    return Found(named.part, Relation.MEMBER_OF, party, (whole,), where, confidence, until=until, presupposed=True)


def _of_party(doc: Doc, whom: Whom, named: Named) -> Iterator[Found]:
    """ "NAME of the Green Party", "NAME, of the Green Party," and "the Green Party's NAME"; "NAME's Green Party" and "the Green Party of NAME"."""
    at = named.stop
    party = whom.names.at(at + 1) if at + 2 < len(doc.tokens) and doc.word(at) == "(" else None
    if party is not None and party.first == at + 1 and is_party(party.part) and doc.word(party.stop) in (")", ","):
        yield _member(doc, named, party.part, party.span, APPOSITION)  # "NAME (Green Party)"
    at += at < len(doc.tokens) and doc.word(at) == ","
    if at + 1 < len(doc.tokens) and doc.low(at) in ("of", "from"):
        party = _party_from(doc, whom, at + 1)
        if party is not None:
            yield _member(doc, named, party.part, party.span, APPOSITION)
    if (party := _party_before(doc, whom, named)) is not None:
        yield _member(doc, named, party.part, party.span, BESIDE)
    if (party := _party_owned(doc, whom, named.stop)) is not None:
        yield _member(doc, named, party.part, party.span, BESIDE)


def _party_from(doc: Doc, whom: Whom, at: int) -> Named | None:
    """Give the party whose phrase is what begins at a token: "the GREEN PARTY", "the ruling HARBOUR party"."""
    while at + 1 < len(doc.tokens) and whom.names.at(at) is None and (doc.low(at) in _ARTICLES or doc.low(at) in _LEADS):
        at += 1
    party = whom.names.at(at)
    if party is None or party.first != at or party.part.kind not in (ActorKind.ORGANISATION, ActorKind.GROUP):
        return None
    is_called = party.stop < len(doc.tokens) and doc.low(party.stop) == "party" and doc.text[party.span.end :][:1] == " "
    return party if is_called or (is_party(party.part) and whom.names.ends_phrase(party)) else None


def _party_before(doc: Doc, whom: Whom, named: Named) -> Named | None:
    """Give the party in "the Green Party's NAME"."""
    at = named.first - 1
    while at > 0 and doc.word(at) in OWNS and named.first - at <= 2:
        at -= 1
    party = whom.names.at(at) if 0 <= at < named.first - 1 else None
    return party if party is not None and party.stop == at + 1 and is_party(party.part) else None


def _party_owned(doc: Doc, whom: Whom, at: int) -> Named | None:
    """Give the party in "NAME's Green Party"; none in "NAME's Green Party rivals"."""
    first = at
    while at < len(doc.tokens) and doc.word(at) in OWNS and at - first < 2:
        at += 1
    return _party_from(doc, whom, at) if at > first else None


def _his_party(doc: Doc, whom: Whom) -> Iterator[Found]:
    """ "His Harbour party": of whom "his" means."""
    for token, low in enumerate(doc.lows):
        if low not in ("his", "her"):
            continue
        party = _party_from(doc, whom, token + 1)
        for one in whom.meant(token) if party is not None and mark_of(doc.low(token + 1)) is None else ():
            if party is not None and one.part.kind is ActorKind.PERSON:
                whole = Span(doc.tokens[token].start, party.span.end)
                named = (one.named,) if one.named is not None else ()
                yield Found(
                    one.part, Relation.MEMBER_OF, party.part, (*named, whole), party.span, round(LISTED * one.how, 3), presupposed=True
                )  # fmt: skip


def _by_letter(doc: Doc, cast: Cast, named: Named) -> Iterator[Found]:
    """ "NAME (R-Ohio)" and "NAME, D-Va.,"."""
    match = _LETTER.match(doc.text, named.span.end)
    party = cast.parts.get(_LETTERS[match["letter"].lower()]) if match is not None else None
    if match is not None and party is not None and party.id:
        yield _member(doc, named, party, Span(match.start("letter"), match.end("letter")), BESIDE)


def _explained(doc: Doc, whom: Whom, named: Named, adherents: dict[str, Part]) -> Iterator[Found]:
    """ "NAME, a moderate Republican," and "NAME and NAME, both Republicans,"."""
    at = _past_home(doc, named.stop)
    if at + 2 >= len(doc.tokens) or doc.word(at) not in (",", "("):
        return
    several = doc.low(at + 1) in _ALL
    if not several and doc.low(at + 1) not in ("a", "an", "the"):
        return
    last = at + 2
    while last < min(at + 5, len(doc.tokens) - 1) and doc.pos[last] == "ADJ" and doc.word(last).islower():
        last += 1
    party = _adherent_at(doc, last, adherents)
    after = last + 1
    while after < min(last + 4, len(doc.tokens)) and doc.word(after).islower() and doc.pos[after] in ("NOUN", "ADJ"):
        after += 1
    if party is not None and after > last + 1 and (title := title_before(doc, whom, after)) and title.first <= last + 1:
        if after == len(doc.tokens) or doc.word(after) in _CLOSING:
            yield _member(doc, named, party, doc.tokens[last], APPOSITION)  # "NAME, the Republican governor,"
        return
    if party is None or doc.low(at + 1) == "the" or (last + 1 < len(doc.tokens) and doc.word(last + 1) not in _CLOSING):
        return
    people = [n for n in whom.names.list_of(named) if n.part.kind is ActorKind.PERSON] if several else [named]
    for one in people if len(people) > 1 or not several else _before(doc, whom, named):
        yield _member(doc, one, party, doc.tokens[last], APPOSITION)


def _past_home(doc: Doc, at: int) -> int:
    """Give the token after "of Ohio" behind a name; the same where no such words stand there."""
    after = at + 1
    if at + 1 >= len(doc.tokens) or doc.low(at) not in ("of", "from"):
        return at
    while after < min(at + 4, len(doc.tokens)) and doc.pos[after] == "PROPN":
        after += 1
    return after


def _before(doc: Doc, whom: Whom, named: Named) -> list[Named]:
    """Give the last two people of the sentence before "both", where no list of names alone stands there."""
    sentence = doc.sentence_at(named.span.start)
    people = [
        n for n in whom.names.ordered if n.part.kind is ActorKind.PERSON and sentence.start <= n.span.start <= named.span.start
    ]
    return people[-2:] if len(people) == 2 else []


def _adherent_at(doc: Doc, token: int, adherents: dict[str, Part]) -> Part | None:
    word = doc.word(token)
    return adherents.get(key_of(word)) if word[:1].isupper() else None


def _titled(doc: Doc, whom: Whom, named: Named, adherents: dict[str, Part]) -> Iterator[Found]:
    """ "Republican Sen. NAME", where the adjective alone names the party."""
    title = title_before(doc, whom, named.first)
    if title is None:
        party = _adherent_at(doc, named.first - 1, adherents) if named.first else None
        if party is not None and (named.first < 2 or doc.word(named.first - 2) not in _HYPHENS):
            yield _member(doc, named, party, doc.tokens[named.first - 1], LISTED)  # "Republican NAME"
        return
    for at in (title.first, title.first - 1):
        party = _adherent_at(doc, at, adherents) if at >= 0 and not is_portfolio(doc, at, at + 1) else None
        if party is None or (whom.names.at(at) is not None and whom.names.at(at) is not title.owner):
            continue
        before = doc.word(at - 1) if at else ""
        if before in _HYPHENS or not any(is_seat(r.of(doc.text)) for r in title.roles):
            return
        yield _member(doc, named, party, doc.tokens[at], LISTED)
        return
