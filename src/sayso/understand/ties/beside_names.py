"""Titles beside names ("Norvik contributor NAME", "NAME, director of research at Norvik", "the head of Norvik, NAME,") → offices and memberships.

What the cast notes as an office is in `offices`; here is what the words right beside a name say besides: offices after a longer phrase, second ones joined
by "and", titles of several people after one owner ("Norvik director NAME and editor NAME"), bodies after the name ("Captain NAME of the harbour police").
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings.actor import ActorKind
from ...findings.tie import Relation
from ...span import Span
from ..doc import Doc
from ..extract.local_bodies import PARTY_LETTER
from ..known.offices import marks, office_word
from ..known.words import key_of
from .bounds import Bounds, ended
from .clauses import is_question
from .found import APPOSITION, BESIDE, LISTED, Found
from .fronted import is_fronted
from .lists import OWNS, Named
from .offices import is_plural, marked_with
from .owners import TOP
from .party_seats import is_seat
from .title_words import Title, addressed_from, is_role, may_hold, title_before
from .whom import Whom
from .words import is_party

_LINKS = ("of", "for", "at", "with", "in", "on", "from")
_ARTICLES = ("the", "a", "an", "its", "their", "our", "his", "her")
_CLOSING = (",", ".", ";", ")", "(", "—", "–", "”", '"', ":", "''", "…")
# Words that may follow an explanation without a mark, where its name is the object of what was said before.
_MAY_FOLLOW = ("and", "who", "but", "on", "in", "as", "to", "after", "during", "at", "when")
# Tokens between a name and the end of the office that explains it.
LONGEST = 14
_PLAIN = ("ADJ", "NOUN", "PROPN", "ADV", "NUM", "DET", "ADP", "CCONJ", "PART")
# A piece of a body, headed by somebody: "head of Norvik's sales department".
_PIECES = frozenset(
    "unit department division office section desk branch arm programme program team bureau centre center institute school faculty forces troops operations mission fleet staff wing".split()
)
_SERVICE = frozenset(("GOV", "MIL", "SPY", "LEG", "JUD"))


def title_ties(doc: Doc, whom: Whom, bounds: Bounds) -> Iterator[Found]:
    """Give the offices that the words beside a name say."""
    last: dict[int, Named] = {}  # token after a name → whose title stood before it
    for named in whom.names.ordered:
        if named.part.kind is not ActorKind.PERSON or is_question(doc, named.first):
            continue
        title = _past_ranks(doc, whom, named) or title_before(doc, whom, named.first)
        if title is not None:
            owner, confidence = title.owner, BESIDE
            if owner is None:
                owner = _carried(doc, title, last) or _after_name(doc, whom, named) or _by_letter(doc, whom, named, title)
                confidence = LISTED
            elif owner is not None:
                last[named.stop] = owner
            if owner is not None:
                roles = title.roles if title.owner is not None else tuple(_top(doc, r) for r in title.roles)
                yield from _found(doc, bounds, named, owner, roles, confidence)
        else:
            yield from _several(doc, whom, bounds, named)
            yield from _seat_of_several(doc, whom, bounds, named)
        for roles, owner in (*_explained_by(doc, whom, named), *_explains(doc, whom, named)):
            yield from _found(doc, bounds, named, owner, roles, APPOSITION)


def _past_ranks(doc: Doc, whom: Whom, named: Named) -> Title | None:
    """Give the title with its owner before the ranks of a name: "Norwegian army SPOKESMAN Lt. Col. NAME"; None where none stands there."""
    ranks = addressed_from(doc, named)
    title = title_before(doc, whom, ranks) if 0 < ranks < named.first else None
    return title if title is not None and title.owner is not None else None


def _several(doc: Doc, whom: Whom, bounds: Bounds, named: Named) -> Iterator[Found]:
    """ "Norvik directors NAME and NAME": each holds the office."""
    listed = whom.names.list_of(named)
    title = title_before(doc, whom, named.first, plural=True) if len(listed) > 1 and listed[0] is named else None
    if title is None or title.owner is None or len(title.roles) != 1:
        return
    for one in listed:
        yield from _found(doc, bounds, one, title.owner, title.roles, LISTED)


def _seat_of_several(doc: Doc, whom: Whom, bounds: Bounds, named: Named) -> Iterator[Found]:
    """ "Sens. NAME (R-Ohio) and NAME (D-Va.)": each has a seat of his own."""
    owner = _by_letter(doc, whom, named)
    if owner is None:
        return
    sentence = doc.sentence_at(named.span.start)
    before = [
        n for n in whom.names.ordered if sentence.start <= n.span.start <= named.span.start and n.part.kind is ActorKind.PERSON
    ]
    for one in reversed(before):
        title = title_before(doc, whom, one.first, plural=True)
        if title is not None and len(title.roles) == 1:
            yield from _found(doc, bounds, named, owner, title.roles, LISTED)
            return
        if title_before(doc, whom, one.first) is not None or _by_letter(doc, whom, one) is None:
            return


def singular(role: str) -> str:
    """Give a title of several people as one of them holds it: "foreign ministers"."""
    words = role.split()
    return " ".join([*words[:-1], words[-1].removesuffix("s")])


def _top(doc: Doc, role: Span) -> Span:
    """Give the last word alone of a title such as "rebel leader", whose first says what sort of body it is of."""
    last = doc.tokens[doc.tokens_in(role)[-1]]
    return last if key_of(last.of(doc.text)) in TOP else role


def _carried(doc: Doc, title: Title, last: dict[int, Named]) -> Named | None:
    """Give the owner of the title right before, which is neither a state's nor over: "Norvik director NAME and senior editor NAME"."""
    at = title.first - 1
    if at < 1 or doc.low(at) != "and" or any(_mark(doc, role) for role in title.roles):
        return None
    owner = last.get(at) or (last.get(at - 1) if doc.word(at - 1) == "," else None)
    of_state = any((word := office_word(role.of(doc.text))) is not None and word.sector in _SERVICE for role in title.roles)
    return None if owner is None or (of_state and owner.part.kind is not ActorKind.COUNTRY) else owner


def _after_name(doc: Doc, whom: Whom, named: Named) -> Named | None:
    """Give the body after a name with a title: "Captain NAME of the harbour police"."""
    at = named.stop
    if at + 1 >= len(doc.tokens) or doc.low(at) not in ("of", "from", "with", "at"):
        return None
    owner = name_at(doc, whom, at + 1)
    if owner is None or owner.part.kind in (ActorKind.COUNTRY, ActorKind.PERSON):
        return None
    return whole_body(doc, whom, owner)


def _by_letter(doc: Doc, whom: Whom, named: Named, title: Title | None = None) -> Named | None:
    """Give the state after a name and a letter of a party: "Sen. NAME (R-OHIO)"; none for a leader of the house."""
    if title is not None and key_of(doc.word(doc.tokens_in(title.roles[-1])[-1])) in TOP:
        return None
    match = PARTY_LETTER.match(doc.text, named.span.end)
    at = list(doc.tokens_in(Span(match.end(), match.end() + 1))) if match is not None else []
    return whom.names.at(at[0]) if at else None


def name_at(doc: Doc, whom: Whom, at: int) -> Named | None:
    """Give the name that begins at a token, an article aside."""
    if at < len(doc.tokens) and whom.names.at(at) is None and doc.low(at) == "the":
        at += 1
    named = whom.names.at(at) if at < len(doc.tokens) else None
    return named if named is not None and named.first == at else None


def whole_body(doc: Doc, whom: Whom, owner: Named) -> Named | None:
    """Give the owner where its phrase ends with it; of "Norvik's Harbour Institute" the institute, of "Norvik's sales department" Norvik."""
    if whom.names.ends_phrase(owner):
        return owner
    at = owner.stop
    while at < len(doc.tokens) and doc.word(at) in OWNS:
        at += 1
    again = whom.names.at(owner.stop) if owner.stop < len(doc.tokens) else None
    if again is not None and again.part is owner.part:
        return again  # "the UN refugee agency UNHCR"
    inner = whom.names.at(at) if at < len(doc.tokens) and at > owner.stop else None
    if inner is not None and inner.first == at:
        return inner if inner.part.kind not in (ActorKind.PERSON, ActorKind.COUNTRY) and whom.names.ends_phrase(inner) else None
    last = at
    while last < min(at + 5, len(doc.tokens)) and doc.pos[last] in ("ADJ", "NOUN") and doc.word(last).islower():
        last += 1
    is_piece = last > at and key_of(doc.word(last - 1)) in _PIECES and owner.part.kind is not ActorKind.COUNTRY
    return owner if is_piece else None


def _explained_by(doc: Doc, whom: Whom, named: Named) -> Iterator[tuple[tuple[Span, ...], Named]]:
    """ "NAME, former director of research at Norvik," and "NAME, the Norvik director,"."""
    at = named.stop
    if at + 1 >= len(doc.tokens) or doc.word(at) not in (",", "(", "—", "–"):
        return
    yield from _explained_from(doc, whom, at + 1)
    for start in range(at + 2, min(at + LONGEST, doc.tokens_in(doc.sentence_at(named.span.start)).stop - 1)):
        if doc.pos[start] in ("VERB", "AUX", "PRON") or doc.word(start) in (",", ";"):
            return
        if doc.low(start) == "and" and doc.low(start + 1) in ("a", "an", "the"):
            yield from _explained_from(doc, whom, start + 1)  # "NAME, a pilot and a former Norvik director,"


def _explained_from(doc: Doc, whom: Whom, start: int) -> Iterator[tuple[tuple[Span, ...], Named]]:
    for link in range(start + 1, min(start + LONGEST, len(doc.tokens))):
        before = link - 1
        if whom.names.at(before) is not None and whom.names.at(before).part.kind is ActorKind.PERSON:  # type: ignore[union-attr]
            return
        stops = doc.pos[before] in ("VERB", "AUX", "PRON", "SCONJ", "PUNCT")
        if stops and doc.word(before) not in ("-", ".", *OWNS):
            return
        title = title_before(doc, whom, link) or (title_before(doc, whom, link, plural=True) if _is_one_of(doc, start) else None)
        if title is None or title.first < start or not _begins(doc, title, start):
            continue
        if doc.low(link) in _LINKS:
            owner = _linked(doc, whom, link)
            if owner is not None and owner.part.kind is ActorKind.COUNTRY and doc.low(link) == "from":
                owner = None  # "a minister from Togo"
            of_nobody = title.owner is None or title.owner.part.kind is ActorKind.COUNTRY  # "a Togo specialist at Norvik"
            if owner is not None and of_nobody and _closes(doc, whom, owner.stop):
                yield title.roles, owner
                return
            if title.owner is not None and not of_nobody and doc.low(link) == "in" and title.owner.first >= start:
                yield title.roles, title.owner  # "NAME, the Norvik bureau chief in Chad,"
                return
        elif title.owner is not None and title.owner.first >= start and _closes(doc, whom, link):
            yield _with_second(doc, whom, title, link).roles, title.owner
            return


def _with_second(doc: Doc, whom: Whom, title: Title, link: int) -> Title:
    """Give a title with a second office after "and": "NAME, the Norvik director and coach,"."""
    if link < len(doc.tokens) and doc.low(link) == "and":
        for stop in range(link + 2, min(link + 5, len(doc.tokens))):
            longer = title_before(doc, whom, stop)
            if (
                longer is not None
                and longer.first == title.first
                and len(longer.roles) > len(title.roles)
                and _closes(doc, whom, stop)
            ):
                return longer
    return title


def _is_one_of(doc: Doc, start: int) -> bool:
    return start + 1 < len(doc.tokens) and [doc.low(i) for i in (start, start + 1)] == ["one", "of"]


def _begins(doc: Doc, title: Title, start: int) -> bool:
    """Tell whether nothing but articles, marks and the owner stands between the start of an explanation and its title."""
    first = title.owner.first if title.owner is not None else title.first
    words = [doc.low(i) for i in range(start, first)]
    return all(w in (*_ARTICLES, "one", "of", "now", "currently", "also") or key_of(w) in marks() for w in words)


def _linked(doc: Doc, whom: Whom, link: int) -> Named | None:
    """Give the name after "of", or after further plain words ("director OF research at NORVIK"); a state only right after it."""
    at = link + 1
    while at < min(link + 10, len(doc.tokens)):
        named = whom.names.at(at)
        if named is not None and named.first == at and _is_based(doc, named.stop):
            at = named.stop + 2  # "at the Chad-based Norvik"
            continue
        if named is not None and not named.span.of(doc.text).islower():
            near = at - link <= 2 and all(doc.low(i) == "the" for i in range(link + 1, at))
            if named.first != at or named.part.kind is ActorKind.PERSON or (named.part.kind is ActorKind.COUNTRY and not near):
                return None
            return whole_body(doc, whom, named)
        word = doc.word(at)
        if _is_based(doc, at + 1):
            at += 3
            continue
        if (
            not (doc.pos[at] in _PLAIN or word in ("ruling", "governing", "leading", "-"))
            or word.lower() in ("a", "an", "another")
            or not (word[0].islower() or word in ("The", "-"))
        ):
            return None
        at += 1
    return None


def _is_based(doc: Doc, at: int) -> bool:
    """Tell whether a token begins what makes a place the seat of the body after it: "Oslo-BASED"."""
    return at + 1 < len(doc.tokens) and doc.word(at) in ("-", "‐", "–") and doc.low(at + 1) in ("based", "headquartered")


def _closes(doc: Doc, whom: Whom, at: int) -> bool:
    """Tell whether an explanation ends before a token, and that what follows is not the person it is of ("…, the director of X, NAME")."""
    while at < len(doc.tokens) and (doc.word(at) in OWNS or doc.pos[at] in ("NOUN", "ADJ") and doc.word(at).islower()):
        at += 1
    if at >= len(doc.tokens):
        return True
    word = doc.word(at)
    if word.lower() in _MAY_FOLLOW:
        return True
    follows = whom.names.at(at + 1) if word in (",", ".") and at + 1 < len(doc.tokens) else None
    return word in _CLOSING and (follows is None or follows.part.kind is not ActorKind.PERSON)


def _explains(doc: Doc, whom: Whom, named: Named) -> Iterator[tuple[tuple[Span, ...], Named]]:
    """ "the head of Norvik, NAME," and "the Norvik director, NAME,"."""
    comma = addressed_from(doc, named) - 1
    if comma < 2 or doc.word(comma) not in (",", "—", "–"):
        return
    if not _stands_alone(doc, whom, named.stop) and not is_fronted(doc, comma, named):
        return
    title = title_before(doc, whom, comma)
    if title is not None and title.owner is not None and _is_definite(doc, title.owner.first, title.first):
        yield title.roles, title.owner
        return
    owner = _body_before(doc, whom, comma)
    if owner is None or owner.part.kind is ActorKind.PERSON:
        return
    link = owner.first - 1
    link -= link > 0 and doc.low(link) == "the"
    title = title_before(doc, whom, link) if link > 0 else None
    if title is not None and title.owner is not None and owner.part.kind is ActorKind.COUNTRY:
        if doc.low(link) in ("in", "for", "to", "on"):
            yield title.roles, title.owner  # "UNICEF's representative in Chad, NAME,"
        return
    if title is None or doc.low(link) not in ("of", "for", "at"):
        return
    leads = doc.low(title.first - 1) in ("a", "an") or key_of(doc.word(title.first - 1)) in marks() if title.first else True
    if title.owner is None and (_is_definite(doc, title.first, title.first) or leads):
        yield title.roles, owner


def _body_before(doc: Doc, whom: Whom, comma: int) -> Named | None:
    """Give the name whose phrase ends at a comma: "the head of NORVIK,", "the head of NORVIK's sales department,"."""
    at = comma - 1
    while at > 0 and whom.names.at(at) is None and comma - at <= 4 and (doc.word(at).islower() or doc.word(at) in OWNS):
        if doc.pos[at] in ("VERB", "AUX", "PRON", "ADP") and doc.word(at) not in OWNS:
            return None  # "the president of CHAD fired his minister, NAME"
        at -= 1
    owner = whom.names.at(at)
    if owner is None or owner.stop != at + 1:
        return None
    return owner if owner.stop == comma or whole_body(doc, whom, owner) is owner else None


def _stands_alone(doc: Doc, whom: Whom, at: int) -> bool:
    """Tell whether a mark follows, and not a further name of a list."""
    if at >= len(doc.tokens):
        return True
    follows = whom.names.at(at + 1) if at + 1 < len(doc.tokens) else None
    return doc.word(at) in (",", ".", ";", ")", "—", "–", ":") and (follows is None or doc.word(at) != ",")


def _is_definite(doc: Doc, first: int, role: int) -> bool:
    """Tell whether a phrase is of one known person: an article, a possessive or a name in front."""
    before = doc.low(first - 1) if first else ""
    return before in ("the", "its", "their", "our", "as") or first < role


def _found(doc: Doc, bounds: Bounds, named: Named, owner: Named, roles: tuple[Span, ...], confidence: float) -> Iterator[Found]:
    """Give an office for each role, or membership where the title is a seat and the owner a party."""
    sentence = doc.sentence_at(named.span.start)
    if not sentence.covers(owner.span) or owner.part is named.part:
        return
    held = [r for r in roles if _is_of(r.of(doc.text), owner)]
    for role in held:
        mark = _mark(doc, roles[0]) or _mark(doc, role)
        if mark == "next":
            continue
        spans = (named.span, owner.span, role)
        whole = Span(min(s.start for s in spans), max(s.end for s in spans))
        start, until = bounds.around(whole)
        words = role.of(doc.text)
        if until is None and mark is not None:
            until = ended(doc, mark)
        yield Found(
            named.part, Relation.HOLDS_OFFICE, owner.part, (whole,), role, confidence,
            role=singular(words) if is_plural(words) else words, start=start, until=until, presupposed=True,
        )  # fmt: skip


def _is_of(role: str, owner: Named) -> bool:
    return may_hold(role, owner) or (is_party(owner.part) and is_seat(role))


def _last(doc: Doc, role: Span) -> str:
    if is_role(role.of(doc.text)):
        return role.of(doc.text)
    words = role.of(doc.text).replace("-", " ").split()
    return next((" ".join(words[-n:]) for n in (4, 3, 2, 1) if len(words) >= n and is_role(" ".join(words[-n:]))), words[-1])


def _mark(doc: Doc, role: Span) -> str | None:
    """Give "next", or the word that says an office is held no longer, in the role or before it."""
    inside = next((w for w in role.of(doc.text).split() if marks().get(key_of(w)) in ("former", "next")), None)
    if inside is not None:
        return "next" if marks()[key_of(inside)] == "next" else inside
    return marked_with(doc, role)
