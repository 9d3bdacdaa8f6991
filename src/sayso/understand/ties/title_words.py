"""The words of a title before a token ("Norvik Group's former general manager") → the role, or two of them, and whose name stands right before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ...findings.actor import ActorKind
from ...span import Span
from ..doc import Doc
from ..known.local_offices import local_offices
from ..known.offices import marks, office_word
from ..known.words import key_of
from .lists import OWNS, Named
from .offices import is_office, is_plural
from .owners import BODY_NOUNS, RANKS, TOP, is_portfolio
from .whom import Whom
from .words import tie_words

# Tokens of a title at most, without its owner's name.
LONGEST = 9
_MODIFIES = ("ADJ", "NOUN", "PROPN", "ADV", "NUM")
_HYPHENS = ("-", "‐", "–")
_LINKS = ("of", "for")
# Last words of what may look like a name before a title, but is a piece of it: "Public Relations Manager".
_FIELDS = frozenset("relations resources affairs communications marketing operations services sales".split())
# Nouns after the name of a body that leave it what it is, before a possessive.
_BRANCHES = frozenset(
    "academy group club team school bank company firm institute foundation museum campaign party movement union administration".split()
)
# Shortened ranks between an office and a name, no part of the office: "police chief Gen. NAME".
_BEFORE_NAMES = frozenset("gen col capt lt maj brig adm sgt cpl cmdr mr mrs ms dr sir prof sheikh mullah haji".split())
# The same and whole words, which stand between an office and a name as well: "the army chief, General NAME".
_ADDRESSES = _BEFORE_NAMES | frozenset(
    "general colonel captain lieutenant major admiral rear vice brigadier air marshal sergeant commodore superintendent inspector ambassador professor doctor judge "
    "justice prince princess baron baroness lord lady dame advocate barrister bishop father imam ayatollah engineer ing datuk haji retired retd".split()
)
# Bodies of a state whose noun also begins the word for who heads them: "Togo's ARMY chief".
_WITH_CHIEFS = frozenset(("MIL", "COP", "SPY", "GOV", "JUD", "LEG"))
_PORTFOLIO = r"[A-Z][a-z]+(?: [A-Z][a-z]+)?"
_PORTFOLIOS = re.compile(
    rf"\b(?:[Dd]eputy |[Vv]ice[ -])?(?:[Mm]inister|[Ss]ecretary) (?:of|for) (?:the )?{_PORTFOLIO}(?:, {_PORTFOLIO})*(?:,? and {_PORTFOLIO})?$"
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title in the text.

    Attributes:
        first: its first token, the owner's name and what stands before that left out.
        roles: the words of each office; two where "and" joins them.
        owner: the name right before it, None where there is none.
    """

    first: int
    roles: tuple[Span, ...]
    owner: Named | None = None


def title_before(doc: Doc, whom: Whom, stop: int, *, plural: bool = False) -> Title | None:
    """Read the title whose last word stands right before a token, one of several people where asked for; None where no office stands there."""
    if (stop, plural) not in whom.titles:  # several rules ask of the same name
        whom.titles[stop, plural] = _title_before(doc, whom, stop, plural=plural)
    return whom.titles[stop, plural]


def _title_before(doc: Doc, whom: Whom, stop: int, *, plural: bool) -> Title | None:
    if stop > 1 and doc.word(stop - 1) == "." and doc.tokens[stop - 2].end == doc.tokens[stop - 1].start and _goes_on(doc, stop):
        stop -= 1  # "Capt. NAME"
    if (portfolios := _portfolios(doc, whom, stop)) is not None:
        return portfolios
    ends = _role_ends(doc, stop, plural=plural)
    if ends is None or whom.names.at(stop - 1) is not None:
        return None
    first = stop - len(ends.split())
    body = whom.names.at(first)
    runs_in = body is not None and body.first < first and body.stop < stop and body.part.sector in _WITH_CHIEFS
    if body is not None and runs_in and is_role(_words(doc, body.stop, stop)):
        first, ends = body.stop, _words(doc, body.stop, stop)  # "Togo's army" of "Togo's army chief"
    cuts = []
    while first > 0 and stop - first < LONGEST and whom.names.at(first - 1) is None:
        word = doc.word(first - 1)
        if word.lower() == "and" and _role_ends(doc, first - 1) is not None:
            if doc.word(first)[0].isupper() and doc.word(first - 2)[0].islower():
                break  # "the premier and Foreign Minister NAME": two people
            cuts.append(first - 1)
        elif doc.word(stop - len(ends.split()))[0].isupper() and not _may_rank(doc, first - 1):
            break  # "rival Sen. NAME", "the campaign of Gov. NAME"
        elif not (doc.pos[first - 1] in _MODIFIES or word in _HYPHENS or word.lower() in _LINKS or is_rank(word)) or word in OWNS:
            break
        first -= 1
    if first == stop or doc.word(first) in (*_HYPHENS, *_LINKS):
        return None
    return Title(first, tuple(_roles(doc, first, stop, cuts)), _owner_before(doc, whom, first))


def _words(doc: Doc, first: int, stop: int) -> str:
    return doc.text[doc.tokens[first].start : doc.tokens[stop - 1].end]


def addressed_from(doc: Doc, named: Named) -> int:
    """Give the first token of a name with the ranks and forms of address right before it: "Rear Admiral NAME", "Dr. NAME"."""
    at = named.first
    while at > 0 and (
        key_of(doc.word(at - 1)) in _ADDRESSES or (doc.word(at - 1) == "." and key_of(doc.word(at - 2)) in _ADDRESSES)
    ):
        at -= 1
    return at


def _goes_on(doc: Doc, stop: int) -> bool:
    """Tell whether a stop ends no sentence: "Capt. NAME", not "needs its director. NAME left"."""
    return stop < len(doc.tokens) and doc.sentence_number(doc.tokens[stop].start) == doc.sentence_number(
        doc.tokens[stop - 2].start
    )


def _may_rank(doc: Doc, token: int) -> bool:
    """Tell whether a word before a title in capitals may belong to it: in capitals too, a rank or a mark."""
    word = doc.word(token)
    if word.lower() in _LINKS:
        return token > 0 and doc.word(token - 1)[0].isupper()
    return not word[0].islower() or word in _HYPHENS or is_rank(word) or word == "and"


def is_mere_rank(role: str) -> bool:
    """Tell whether a role is no more than the rank before a name: "Lt. Col."."""
    return all(key_of(w) in _ADDRESSES for w in role.replace(".", " ").split())


def is_rank(word: str) -> bool:
    """Tell whether a word before an office says its rank or whether it is held, whatever its tag."""
    return key_of(word) in marks() or key_of(word) in RANKS


def _portfolios(doc: Doc, whom: Whom, stop: int) -> Title | None:
    """Read "Minister of the Sea, Trade and Crafts" before a token."""
    start = doc.tokens[max(0, stop - LONGEST - 6)].start
    words = doc.text[start : doc.tokens[stop - 1].end] if stop else ""
    has_word = "inister" in words or "ecretary" in words
    match = _PORTFOLIOS.search(doc.text, start, doc.tokens[stop - 1].end) if has_word else None
    if match is None:
        return None
    role = Span(match.start(), match.end())
    first = doc.tokens_in(role).start
    return Title(first, (role,), _owner_before(doc, whom, first))


def _roles(doc: Doc, first: int, stop: int, cuts: list[int]) -> list[Span]:
    """Give the words of each office between two tokens, without the marks that say whether it is held ("former")."""
    bounds = [first, *sorted(c + 1 for c in cuts), stop]
    found = []
    for low, high in zip(bounds, bounds[1:], strict=False):
        last = high - 1 if high == stop else high - 2
        at = low
        while at < last and (marks().get(key_of(doc.word(at))) in ("former", "held", "next", "none") or doc.word(at) in _HYPHENS):
            at += 1
        if last > at and key_of(doc.word(last)) in _BEFORE_NAMES and _role_ends(doc, last) is not None:
            last -= 1  # "police chief Gen. NAME"
        found.append(Span(doc.tokens[at].start, doc.tokens[last].end))
    return found


def _owner_before(doc: Doc, whom: Whom, first: int) -> Named | None:
    """Give the name that ends right before a token, a possessive aside; none where the name is only the end of a longer one."""
    at = first - 1
    while at > 0 and doc.word(at) in OWNS and first - at <= 2:
        at -= 1
    if at < first - 1 and at > 0 and key_of(doc.word(at)) in _BRANCHES and whom.names.at(at) is None:
        at -= 1  # "the Norvik academy's director"
    named = whom.names.at(at) if at >= 0 else None
    named = _owner_of_post(doc, whom, named) or named
    at = named.stop - 1 if named is not None else at
    if named is None or named.stop != at + 1 or named.part.kind is ActorKind.PERSON or is_portfolio(doc, at, first):
        return None
    before = named.first - 1
    runs_on = before >= 0 and doc.pos[before] == "PROPN" and doc.word(before)[:1].isupper() and whom.names.at(before) is None
    joined = before >= 0 and doc.word(before) in _HYPHENS and doc.low(before - 1) != "ex"
    return None if joined or (runs_on and doc.tokens[before].end + 1 >= named.span.start) else named


def _owner_of_post(doc: Doc, whom: Whom, post: Named | None) -> Named | None:
    """Give the body before the place of a post: "NORVIK's Oslo bureau chief"; None where no place or no body stands there."""
    if post is None or post.part.kind is not ActorKind.COUNTRY or doc.word(post.stop) in OWNS:
        return None
    at = post.first - 1
    while at > 0 and doc.word(at) in OWNS and post.first - at <= 2:
        at -= 1
    named = whom.names.at(at) if 0 <= at < post.first - 1 else None
    is_body = named is not None and named.stop == at + 1 and named.part.kind in (ActorKind.ORGANISATION, ActorKind.OUTLET)
    return named if is_body else None


def _role_ends(doc: Doc, stop: int, *, plural: bool = False) -> str | None:
    """Give the longest office that ends right before a token, as written; None where none does, or one of several people."""
    for length in (4, 3, 2, 1):
        if stop - length < 0 or not all(doc.word(i)[0].isalnum() for i in (stop - length, stop - 1)):
            continue
        words = doc.text[doc.tokens[stop - length].start : doc.tokens[stop - 1].end]
        found = office_word(words) is not None and is_plural(words) if plural else is_role(words)
        if found and len(words.split()) == length:
            return words
    return None


def is_role(words: str) -> bool:
    """Tell whether words name an office of one person, by the lexicon of offices or that of titles."""
    if key_of(words) in _titles() or _PORTFOLIOS.fullmatch(words):
        return True
    return office_word(words) is not None and not is_plural(words)


@cache
def _titles() -> frozenset[str]:
    """Give the words of titles that the lexicon of offices has not ("contributor")."""
    return frozenset(key_of(word) for word, row in tie_words().items() if row.kind == "title")


def may_hold(role: str, owner: Named) -> bool:
    """Tell whether a title is one of this owner: of a state an office of state and nothing more, of a body no head of something smaller."""
    plain = role.replace("-", " ").split()
    words = [w for w in plain[:-1] if key_of(w) not in marks() and key_of(w) not in RANKS] + plain[-1:]
    last = owner.part.name.split()[-1]
    if not words or is_plural(last) or (owner.part.sector is None and key_of(last) in _FIELDS):
        return False
    if owner.part.kind is ActorKind.COUNTRY:
        if _PORTFOLIOS.fullmatch(role):
            return True
        return any(office_word(w) is not None for w in (role, " ".join(words))) and is_office(role, owner.part)
    if owner.part.sector == "GOV" and key_of(" ".join(words)) in local_offices():
        return key_of(words[-1]) in _titles() or is_office(role, owner.part)  # "the Oslo police chief"
    if key_of(" ".join(role.split()[-2:])) in _titles():
        return True  # "bureau chief": the last word is a rank in other titles
    if key_of(words[-1]) in TOP and {key_of(w) for w in words[:-1]} & BODY_NOUNS:
        return False
    return key_of(words[-1]) in _titles() or key_of(" ".join(words[-2:])) in _titles() or is_office(" ".join(words), owner.part)
