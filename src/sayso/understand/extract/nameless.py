"""People who are spoken of again, several and bodies, without a name → actors of their own, with all that means them: "dockers … they … the men".

Asked last: nobody else's words change hands here, and what is said or done stays whose it is. Common nouns that stand beside a name, or mean somebody by whose they
are, become mentions of him. Cases: cases/nameless.yml.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain

from ...findings.actor import ActorKind
from ..chains.mention import Being, Form, Mention, Role
from ..chains.somebody import likely
from ..doc import Doc
from ..known.offices import sector_of
from .cast import Cast, Part
from .pronouns import pronoun_referent
from .referents import Referents
from .speakers import SpeakerFinder

# Least likelihood (0..1) that a chain is of somebody: of one spoken of again; of several or a body told of once, as a subject and otherwise. By
# `python benchmarks/marks/fit_somebody.py --check` 97.6, 97.2 and 92 % are right; re-run it before changing.
AGAIN, ONCE, ASIDE = 0.7, 0.8, 0.9
# Least probability of a link to a chain that has a name.
LINKED = 0.5
# Sectors that are not told of one chain together: those of a state, the armed against it, and trades, each by itself. Of 24,797 chains of our own reports with such
# nouns (benchmarks/marks/chains.jsonl) 82 have a state's with the armed's, 28 a trade's with one of these or another trade's.
_STATE, _ARMED = frozenset(("GOV", "MIL", "COP", "JUD", "LEG", "SPY")), frozenset(("REB", "UAF"))
_TRADES = frozenset(("EDU", "MED", "HLH", "REL", "BUS", "LAB", "AGR", "NGO"))


def add_nameless(doc: Doc, cast: Cast, finder: SpeakerFinder) -> None:
    """Add to the cast whom common nouns alone tell of, and give the words of all chains to those it has."""
    if finder.referents is None:
        return
    ends = {
        m.end: p for p in cast.parts.values() if p.kind is not ActorKind.COUNTRY for m in p.naming
    }  # sides of events are named without being looked up
    with cast.aside():
        for members in (some for told in finder.referents.nameless() for some in _by_sort(told)):
            nouns = [m for m in members if m.form is Form.NOUN]
            part = next((ends[m.span.end] for m in nouns if m.span.end in ends), None) or _called(
                doc, cast, finder, finder.referents, nouns
            )
            if part is None and _is_somebody(doc, members, nouns[0]):
                part = finder.described(nouns[0].span)
            if part is not None:
                _point(doc, cast, part, members)
        for noun in finder.referents.common():
            if not cast.named_in(noun.span) and (part := _beside(doc, cast, noun)) is not None:
                _point(doc, cast, part, [noun])
        for part, one in finder.referents.unplaced(LINKED):
            _point(doc, cast, part, [one])


def _by_sort(members: Sequence[Mention]) -> list[list[Mention]]:
    """Part a chain where its nouns cannot be the same: "troops" and "rebels"; pronouns stay with the last noun."""
    first: list[Mention] = []
    found: dict[str, list[Mention]] = {}
    last = first
    for one in members:
        if one.form is Form.NOUN:
            camp = _camp(one.head)
            last = found.setdefault(camp, [] if found else first) if camp else first
        last.append(one)
    rest = [some for some in found.values() if some is not first]
    return [some for some in (first, *rest) if any(m.form is Form.NOUN for m in some)]


@cache
def _camp(noun: str) -> str:
    sector = sector_of(noun) or ""
    return "state" if sector in _STATE else "armed" if sector in _ARMED else sector if sector in _TRADES else ""


def _called(doc: Doc, cast: Cast, finder: SpeakerFinder, referents: Referents, nouns: Sequence[Mention]) -> Part | None:
    """Give whom one of some nouns calls something, stands beside, or means by whose it is: "the harbour master, NAME", "the country"."""
    called = (referents.called_at(m.span) or _beside(doc, cast, m) for m in nouns)
    meant = (finder.elsewhere.of(m.span) for m in nouns if m.determiner in ("the", "my"))
    return next((one for one in chain(called, meant) if one is not None), None)


def _beside(doc: Doc, cast: Cast, noun: Mention) -> Part | None:
    """Give whose name stands in apposition to a noun, or the noun to it."""
    if noun.token is None or not doc.heads:
        return None
    names = [i for i in doc.dependents(noun.token) if doc.relations[i] == "appos"]
    if doc.relations[noun.token] == "appos":
        names.append(doc.heads[noun.token])
    for name in names:
        token = doc.tokens[name]
        near = cast.named_in(doc.sentence_at(token.start)) if doc.pos[name] == "PROPN" else []
        found = [p for m, p in near if m in p.naming and m.covers(token) and not m.overlaps(noun.span)]
        if found:
            return found[0]
    return None


def words_beside(doc: Doc, noun: Mention) -> tuple[str, str]:
    """Give the words right before and behind a noun in its sentence, in small letters; "" where there is none."""
    tokens, here = doc.tokens_in(noun.span), doc.tokens_in(doc.sentence_at(noun.span.start))
    before = doc.low(tokens.start - 1) if tokens.start > here.start else ""
    return before, doc.low(tokens.stop) if tokens.stop < here.stop else ""


def _is_somebody(doc: Doc, members: Sequence[Mention], first: Mention) -> bool:
    """Tell whether a chain is of people or a body: spoken of again, or several or a body."""
    how = likely(members, *words_beside(doc, first))
    if len(members) > 1:
        return how >= AGAIN
    least = ONCE if first.role is Role.SUBJECT else ASIDE
    return how >= least and (first.number == "p" or first.being is Being.BODY)


def _point(doc: Doc, cast: Cast, part: Part, members: Sequence[Mention]) -> None:
    """Add the words of a chain that are nobody's yet to the mentions of whom it means; "she" of a man means the last woman before it."""
    for one in members:
        is_he = bool(one.gender) and one.form is Form.PRONOUN
        if cast.named_in(one.span) or (is_he and part.kind is not ActorKind.PERSON):
            continue
        is_other = is_he and part.gender is not None and part.gender != one.gender
        meant = pronoun_referent(doc, cast, one.span, {}) if is_other else part
        if meant is not None:
            cast.mention(meant, one.span, naming=False)
