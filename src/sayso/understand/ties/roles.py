"""A person of the cast → the words that say what he is, wherever they stand beside his name: "Its lawyer, NAME", "Communications Adviser NAME", "NAME, the paper's columnist,".

No list of offices decides: any noun for one person counts, and in such a place any word that ends like one. Which body or state it is held in is chosen in `offices_meant`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ...span import Span
from ..chains.words import nouns_of_people
from ..doc import Doc
from ..extract.body_mentions import nouns as nouns_of_bodies
from ..extract.cast import Cast, Part
from ..extract.titles_about import Title, title_of
from ..known.named import state_of
from ..known.offices import marks, office_word
from ..known.words import key_of
from .clauses import Said, said
from .title_words import is_mere_rank
from .words import tie_words

# Namings of a person looked at for words beside them: what he is stands by the first ones.
NAMINGS = 3
# Tokens after a name in which the noun that explains it stands.
LONGEST = 12
_LIKE_PEOPLE = re.compile(r"(?:man|woman|person|ist|eer|ian|ster|(?:[^aeiou]|[aeiou]t|[uai]s)er|[cstd]or|[st]ary)$")
# Words that end so, or stand in the lexicons of people, and say no office: forms of address, what somebody is like, days.
_NO_PEOPLE = frozenset(
    "number paper newspaper power order quarter summer winter river border sector corridor error centre center water weather letter chapter theater matter manner corner former upper "
    "october september november december humanitarian civilian egyptian patient major-general mr mrs ms miss dr sir madam lady mister".split()
)
_OPENS = re.compile(r"\s*[,(—–]\s*(?:\d{1,3},\s+)?")
_LEADS = re.compile(
    r",?\s+who\s+(?:has\s+|now\s+)?(?:leads?|led|heads?|headed|commands?|commanded|chairs?|chaired|runs?|ran|directs?|managed?|manages)\s"
)
_PARTS = ("compound", "amod", "flat", "nmod")
_STOPS = ("VERB", "AUX", "PRON", "SCONJ")


@dataclass(frozen=True, slots=True)
class Role:
    """What is told of somebody beside one naming.

    Attributes:
        title: the words around the name, and of what sort they are.
        words: the words of the office; None where no noun says one ("NAME of the Harbour Union").
        leads: True where the words say that he leads what they name next ("who commands").
    """

    title: Title
    words: Span | None
    leads: bool = False


def role_of(doc: Doc, cast: Cast, person: Part) -> Role:
    """Give what the words beside a person's first namings say he is; with the first that say anything."""
    first: Role | None = None
    for name in sorted(person.naming)[:NAMINGS]:
        title = title_of(doc, replace(person, naming=[name], mentions=set()))
        words = _before(doc, cast, title) or _after(doc, cast, name) or _told(doc, cast, name)
        role = Role(title, words, _LEADS.match(doc.text, name.end) is not None)
        if words is not None or role.leads:
            return role
        first = first or role
    return first or Role(title_of(doc, person), None)


def is_person_noun(word: str) -> bool:
    """Tell whether a word may say what one person is."""
    low = word.lower().strip(".")
    if low in nouns_of_bodies() or low in _NO_PEOPLE or len(low) < 2 or not low[0].isalpha():
        return False
    row = tie_words().get(low)
    if (row is not None and row.kind == "kin") or state_of(word) is not None:
        return False
    known = low in nouns_of_people() or office_word(low) is not None or (row is not None and row.kind == "title")
    return known or (len(low) > 4 and _LIKE_PEOPLE.search(low) is not None)


def _before(doc: Doc, cast: Cast, title: Title) -> Span | None:
    """Give the noun before a name that says what he is, a rank only where there is nothing else: "a | spokeswoman |, Captain NAME"."""
    if not title.is_named or title.phrase.start >= title.name.start:
        return None
    lead = range(doc.tokens_in(title.phrase).start, doc.tokens_in(title.name).start)
    found = [i for i in lead if _is_role(doc, i) and not _hangs(doc, i, lead)]
    offices = [i for i in found if not is_mere_rank(doc.word(i))]
    return _whole(doc, cast, (offices or found)[-1]) if found else None


def _after(doc: Doc, cast: Cast, name: Span) -> Span | None:
    """Give the noun that explains a name behind it: "NAME, a | manager | from the charity"."""
    opening = _OPENS.match(doc.text, name.end)
    if opening is None:
        return None
    first = doc.tokens_in(Span(opening.end(), opening.end() + 1)).start
    last = min(first + LONGEST, doc.tokens_in(doc.sentence_at(name.start)).stop)
    for at in range(first, last):
        if doc.pos[at] in _STOPS and doc.low(at) not in ("its", "their", "our", "his", "her"):
            return None
        if doc.word(at) in (",", ";", ")", "—", "–"):
            return None
        if _is_role(doc, at) and not _is_owner(doc, at):
            return _whole(doc, cast, at)
    return None


def _told(doc: Doc, cast: Cast, name: Span) -> Span | None:
    """Give the noun of which a name is the subject: "NAME is the party's | treasurer |"."""
    inside = doc.tokens_in(name)
    for at in inside:
        head = doc.heads[at] if doc.heads else -1
        if head < inside.stop or not doc.relations[at].startswith("nsubj") or not _is_role(doc, head):
            continue
        if any(doc.relations[k] == "cop" for k in doc.dependents(head)) and said(doc, head) is Said.SO:
            return _whole(doc, cast, head)
    return None


def _is_role(doc: Doc, at: int) -> bool:
    return doc.pos[at] in ("NOUN", "PROPN") and is_person_noun(doc.word(at))


def _is_owner(doc: Doc, at: int) -> bool:
    """Tell whether a noun only owns the next: "the | president | 's spokesman", "| party leader | Ole Dahl's aide"."""
    after = doc.word(at + 1) if at + 1 < len(doc.tokens) else ""
    return after in ("'s", "’s", "'", "’") or (
        bool(doc.heads) and doc.heads[at] == at + 1 and doc.relations[at] == "compound" and _is_role(doc, at + 1)
    )


def _hangs(doc: Doc, at: int, lead: range) -> bool:
    """Tell whether a noun only says of whom another one before the name is: "spokesman for the | president |, NAME"."""
    if _is_owner(doc, at):
        return True
    head = doc.heads[at] if doc.heads else -1
    return head in lead and doc.relations[at].startswith("nmod") and _is_role(doc, head)


def _whole(doc: Doc, cast: Cast, head: int) -> Span:
    """Give a noun with the words right before it that say what sort of office it is, without marks, owners and bodies."""
    first = head
    while first > 0 and head - first < 4:
        at = first - 1
        if doc.word(at) == "-" and doc.tokens[at].end == doc.tokens[first].start:
            first -= 1
            continue
        word = doc.word(at)
        is_part = bool(doc.heads) and doc.heads[at] in range(first, head + 1) and doc.relations[at] in _PARTS
        is_part = is_part or _is_one_office(doc, at, first)
        is_part = is_part or (doc.pos[at] == "PROPN" and word[0].isupper() and doc.word(head)[0].isupper())
        if not is_part or doc.pos[at] not in ("NOUN", "PROPN", "ADJ") or not word[0].isalpha():
            break
        if key_of(word) in marks() or word.lower() in nouns_of_bodies() or _is_named(doc, cast, at):
            break
        first -= 1
    while first < head and not doc.word(first)[0].isalpha():
        first += 1
    return Span(doc.tokens[first].start, doc.tokens[head].end)


def _is_one_office(doc: Doc, at: int, first: int) -> bool:
    """Tell whether a word and the next name one office together, whatever the tree says: "| Prime | Minister"."""
    known = office_word(f"{doc.low(at)} {doc.low(first)}")
    return known is not None and " " in known.word


def _is_named(doc: Doc, cast: Cast, at: int) -> bool:
    token = doc.tokens[at]
    return any(m.overlaps(token) for m, _ in cast.named_in(Span(max(0, token.start - 60), token.end + 60)))
