"""Titles and appositives → the offices and countries of people: "Brazilian Foreign Minister NAME", "NAME, a retired U.S. Navy admiral and …"."""

from __future__ import annotations

import re
from dataclasses import replace

from ...findings.actor import ActorKind, Office
from ...span import Span
from ..doc import Doc
from ..known.descriptions import offices_in as offices_of
from ..known.offices import SpeaksFor, marks, sector_of
from ..known.words import key_of
from ..phrases import noun_phrase_before
from .bosses import Unowned
from .cast import Cast, Part
from .descriptions import Description, describe, spoken_for, voice_of
from .named_again import name_natures_again, name_offices_again, name_relatives, name_sides_again
from .offices_elsewhere import earlier_owner, find_owners, is_plural
from .states_meant import StatesMeant

_APPOSITIVE = re.compile(
    r",\s+(?:\d{1,3},\s+)?(?P<words>(?:a|an|the|who (?:is|was|serves as|heads|leads)|[A-Z’'\w-]+)(?:[^.;:!?“”\"()\n]|\.(?=[\w,])|(?<=\b[A-Z])\.){2,140})"
)
# What says where somebody is of, and no deed.
_LIVES = frozenset(("lives", "living", "born", "resides", "residing"))
_WHO_IS = re.compile(r"who (?:is|was|serves as|heads|leads)\s+")
_RANK = re.compile(
    r"\b(?:(?:(?:[Ll]ieutenant|[Ll]t|[Mm]ajor|[Mm]aj|[Bb]rigadier|[Bb]rig|[Rr]ear|[Vv]ice|[Aa]ir)\.?[ -]?)?"
    r"(?:[Gg]eneral|Gen|Gral|Gén|[Cc]olonel|Col|[Cc]aptain|Capt|[Aa]dmiral|Adm|[Cc]ommodore|[Bb]rigadier|[Mm]arshal|[Mm]ajor|Maj|Cmdr|Lt)\.?"
    r"(?: \((?:[Rr]et|[Rr]etd|[Rr]|[Rr]es|[Rr]etired)\.?\)|,? retd?\.)?|Advocate|Attorney|Barrister|Adv\.|Engr?\.|Ing\.|Maître|Justice|Hajji?|Ustaz|Ambassador) $"
)
# Between an office and a name.
_STYLE = re.compile(
    r"(?<=[a-z])(?<![Cc]rown) (?:Prince|Princess|Sheikh|Shaikh|Sayyid|Sir|Dame|Lord|Lady|Baroness|Dr|Mr|Ms|Mrs)\.?$"
)
# No one office: "every president, NAME said".
_ANY = frozenset(("every", "any", "each", "no", "some"))
_LEADS = re.compile(r",? who (?:leads|heads|commands|chairs|runs|directs|presides over) ")
# Before a name: it is who said the quotation that opens the sentence.
_SAYS = re.compile(r"\b(?:said|says|added|asked|replied|answered|wrote|declared|warned|insisted) $")
# Between "leads" and the name of a body: what kind of body it is, and nothing else; behind the name nothing of the phrase goes on.
_KIND = re.compile(
    r"(?:(?:the|an?|its|their) )?(?:[\w-]+ ){0,3}?(?:body|group|party|union|agency|charity|movement|militia|front|coalition|alliance|network|institute|foundation|"
    r"association|organi[sz]ation|committee|commission|council|company|firm|think tank|watchdog|NGO) |(?:(?:the|its) )?"
)
_ENDS = re.compile(r"[.,;”\"]|$| (?:in|and|said|told)\b")
# A sentence that only says in what tone somebody speaks.
_TONE = re.compile(
    r"(?P<who>The [\w’' -]{4,60}?) (?:was|is|sounded|seemed|remained) (?:(?:even|far|much|rather|more|less|no less|equally|as) )*(?:blunt(?:er)?|clear(?:er)?|defiant|firm(?:er)?|unmoved"
    r"|unrepentant|unequivocal|cautious|hopeful|optimistic|pessimistic|sceptical|skeptical|scathing|angr(?:y|ier)|furious|categorical|unimpressed|adamant|dismissive|confident|direct|frank|upbeat"
    r"|gloom(?:y|ier)|conciliatory|combative|outspoken|guarded|unapologetic|sharp(?:er)?|harsh(?:er)?|terse|reticent|evasive)\b[^,;:]{0,30}\.\s*$"
)
_STOP = re.compile(r",|\b(?:said|says|told|tells|has|had|was|were|is|are|will|would|who|which|whose|warned|added|wrote)\b")


def offices_in(doc: Doc, cast: Cast) -> None:
    """Read what the report says of each named person's office, before and after the name."""
    name_natures_again(doc, cast)
    unowned = unowned_in(doc, cast)
    meant = StatesMeant(doc, cast)
    find_owners(doc, cast, unowned, meant)
    name_offices_again(doc, cast)
    name_sides_again(doc, cast, meant)
    name_relatives(doc, cast)


def unowned_in(doc: Doc, cast: Cast) -> list[Unowned]:
    """Note the offices that stand beside the names of people; gives those whose owner does not stand there."""
    unowned: list[Unowned] = []
    for span, person in list(cast.named_in(Span(0, max(1, len(doc.text))))):
        if person.kind is ActorKind.PERSON:
            _note_leading(doc, cast, person, span)
            phrases = _phrases_about(doc, cast, span)
            if not phrases and (told := _characterised_before(doc, cast, person, span)) is not None:
                phrases = [told]
                cast.mention(person, told, naming=False)
            for phrase in phrases:
                if (office := _note(cast, person, span, phrase)) is not None:
                    unowned.append(Unowned(person, span, phrase, office))
    return unowned


def _note_leading(doc: Doc, cast: Cast, person: Part, name: Span) -> None:
    """Note for whom somebody speaks by what he leads: "NAME, who heads the aid group | BODY |"; no office is said."""
    sentence = doc.sentence_at(name.start)
    match = _LEADS.match(doc.text, name.end, sentence.end)
    if match is None or person.speaks_for is not None:
        return
    for mention, body in cast.named_in(Span(match.end(), max(match.end() + 1, sentence.end))):
        is_body = body.kind in (ActorKind.ORGANISATION, ActorKind.GROUP) and mention in body.naming
        if is_body and _KIND.fullmatch(doc.text, match.end(), mention.start) and _ENDS.match(doc.text, mention.end):
            person.speaks_for = voice_of(body)
            return


def _characterised_before(doc: Doc, cast: Cast, person: Part, name: Span) -> Span | None:
    """Give the office whose holder the sentence before says the tone of, and who then speaks by name: "The defence minister was blunt. “Never,” said | NAME |."."""
    sentence, paragraph = doc.sentence_at(name.start), doc.paragraph_at(name.start)
    number = doc.sentence_number(name.start)
    is_first = min(person.naming, default=name) == name and not person.offices and person.country is None
    if not is_first or not number or doc.sentences[number - 1].start < paragraph.start:
        return None
    is_said = doc.quotation_at(sentence.start) is not None and _SAYS.search(doc.text, sentence.start, name.start) is not None
    told = _TONE.match(doc.text, *doc.sentences[number - 1])
    if not is_said or doc.text[name.end : name.end + 1] != "." or told is None:
        return None
    phrase = Span(*told.span("who"))
    office = describe(cast, phrase)
    is_office = office is not None and office.span.end == phrase.end and not office.former and not is_plural(office)
    is_voice = office is not None and office.speaks_for is not SpeaksFor.NONE
    others = [p for _, p in cast.named_in(Span(paragraph.start, name.start)) if p.kind is ActorKind.PERSON]
    return phrase if is_office and is_voice and not others else None


def _phrases_about(doc: Doc, cast: Cast, span: Span) -> list[Span]:
    sentence = doc.sentence_at(span.start)
    found = []
    before = _title_before(doc, cast, span.start, floor=sentence.start)
    if before is not None and not doc.text[before.end : span.start].strip():
        before = _without_style(doc, _own_title(doc, cast, before))
        found.append(before)
        if (first := _first_of_two(doc, cast, before, floor=sentence.start)) is not None:
            found.append(first)
    if before is None and (several := _several_before(doc, cast, span.start, floor=sentence.start)) is not None:
        found.append(several)
    start = before.start if before is not None and found else _past_rank(doc, span.start)
    if start < span.start and not found and (own := noun_phrase_before(doc, start, floor=sentence.start)) is not None:
        found.append(own)  # "Defence Secretary Gen. (ret.) NAME"
    if doc.text[max(0, start - 2) : start] == ", " and (title := _title_before(doc, cast, start - 2, floor=sentence.start)):
        # "the ambassador, NAME": the name explains the phrase before it
        after = doc.text[span.end : span.end + 1]
        # "UN envoy for Chad, NAME described it as", the second comma left out
        opens = title.start == sentence.start and _does(doc, span.end) and doc.low(doc.tokens_in(title).start) not in _ANY
        if (after in (",", ".", ";", "”") or opens) and (
            describe(cast, title) is not None or title.of(doc.text).endswith(" counterpart")
        ):
            found.append(title)
    match = _APPOSITIVE.match(doc.text, span.end, sentence.end)
    if match:
        words = match.group("words")
        lead = _WHO_IS.match(words)
        stop = _STOP.search(words, lead.end() if lead else 0)
        end = match.start("words") + (stop.start() if stop else len(words))
        start = match.start("words")
        end = _up_to_verb(doc, Span(start + (lead.end() if lead else 0), max(end, start + 1)))
        if lead is None and _says_else(doc, Span(start, max(end, start + 1))):
            end = start
        for part in _parts(doc.text[start:end]):
            at = doc.text.index(part, start)
            found.append(Span(at, at + len(part.rstrip())))
            start = at + len(part)
    return [f for f in found if f.start < f.end and not _is_of_another(cast, f, span)]


def _does(doc: Doc, offset: int) -> bool:
    """Tell whether a verb stands right behind a character, and no comma behind that: "NAME described it", not "NAME said, is ill"."""
    following = doc.tokens_in(Span(offset, min(len(doc.text), offset + 2)))
    at = following.stop - 1 if len(following) else -1
    is_verb = at >= 0 and doc.tokens[at].start == offset + 1 and doc.pos[at] in ("VERB", "AUX")
    return is_verb and doc.text[doc.tokens[at].end : doc.tokens[at].end + 1] != ","


def _past_rank(doc: Doc, start: int) -> int:
    """Give where the rank or form of address right before a name begins: "General (ret.) NAME", "Advocate NAME"; the same where none stands there."""
    match = _RANK.search(doc.text, max(0, start - 40), start)
    return match.start() if match is not None else start


def _parts(words: str) -> list[str]:
    """Give what "and" joins in an explanation, each with an office of its own: "a pilot and minister", and not "head of sport and culture"."""
    parts: list[str] = []
    for part in re.split(r"(\s+and\s+)", words):
        if parts and (part.strip() == "and" or not offices_of(part)):
            parts[-1] += part
        elif part.strip():
            parts.append(re.sub(r"^\s+and\s+", "", part))
    return [re.sub(r"\s+and\s*$", "", part) for part in parts if part.strip()]


def _own_title(doc: Doc, cast: Cast, phrase: Span) -> Span:
    """Give what titles the name after it: of "troops of President NAME" only the president."""
    names = [m for m, _ in cast.named_in(phrase)]
    links = [
        link
        for link in re.finditer(r"\b(?:of|for|to|with|by|under|from|at|in)\s+(?:the\s+)?", phrase.of(doc.text))
        if not any(
            name.covers(Span(phrase.start + link.start(), phrase.start + link.end())) for name in names
        )  # "Bank of Ghana governor"
    ]
    if not links:
        return phrase
    tail = Span(phrase.start + links[-1].end(), phrase.end)
    offices = offices_of(tail.of(doc.text)) if tail.start < tail.end else []
    whole = offices_of(phrase.of(doc.text))
    is_one = bool(whole) and whole[-1].span.start + phrase.start < tail.start and whole[-1].span.end + phrase.start == phrase.end
    return tail if offices and not is_one and offices[-1].span.end == tail.end - tail.start else phrase


def _without_style(doc: Doc, phrase: Span) -> Span:
    """Give an office without the form of address between it and the name: "Foreign Minister | Prince NAME"."""
    match = _STYLE.search(phrase.of(doc.text))
    return Span(phrase.start, phrase.start + match.start()) if match is not None else phrase


def _first_of_two(doc: Doc, cast: Cast, second: Span, *, floor: int) -> Span | None:
    """Give the first of two offices before one name, neither with an article: "Togolese Premier and Defence Minister NAME"."""
    if doc.text[max(floor, second.start - 5) : second.start] != " and " or not offices_of(second.of(doc.text)):
        return None
    first = noun_phrase_before(doc, second.start - 5, floor=floor)
    office = describe(cast, first) if first is not None else None
    has_article = first is None or first.of(doc.text).lower().startswith(("the ", "a ", "an "))
    return first if office is not None and first is not None and not has_article and office.span.end == first.end else None


def _several_before(doc: Doc, cast: Cast, end: int, *, floor: int) -> Span | None:
    """Give the office that several hold before their names: "the three ministers of NAME of Chad and NAME of Togo"."""
    if not doc.text[floor:end].endswith(" of "):
        return None
    phrase = noun_phrase_before(doc, end - 4, floor=floor)
    office = describe(cast, phrase) if phrase is not None else None
    return phrase if office is not None and is_plural(office) else None


def _title_before(doc: Doc, cast: Cast, end: int, *, floor: int) -> Span | None:
    """Give the phrase before a comma that may title the name after it, an envoy's host with it: "its ambassador to Chad, NAME"."""
    phrase = noun_phrase_before(doc, end, floor=floor)
    if phrase is None or describe(cast, phrase) is not None:
        return phrase
    link = re.compile(r"\s(?:to|in|at)\s$").search(doc.text, max(floor, phrase.start - 4), phrase.start)
    head = noun_phrase_before(doc, link.start(), floor=floor) if link else None
    office = describe(cast, head) if head is not None else None
    if head is None or office is None or office.speaks_for is SpeaksFor.NONE:
        return phrase
    return Span(head.start, phrase.end)


def _says_else(doc: Doc, phrase: Span) -> bool:
    """Tell whether words after a name and a comma say where he is, or are the subject of a clause: "To NAME, the minister said …"."""
    inside = doc.tokens_in(phrase)
    if not len(inside):
        return False
    if doc.pos[inside[0]] in ("SCONJ", "CCONJ") or doc.low(inside[0]) in ("that", "which"):
        return True
    if doc.pos[inside[0]] == "ADP" and doc.low(inside[0]) not in ("of", "from"):
        return True
    follows = inside.stop < len(doc.tokens) and doc.pos[inside.stop] in ("VERB", "AUX")
    is_subject = bool(doc.heads) and any(doc.relations[i] == "nsubj" and doc.heads[i] >= inside.stop for i in inside)
    return follows and (is_subject or doc.low(inside[0]) == "the")


def _up_to_verb(doc: Doc, span: Span) -> int:
    """Give where an explanation after a name ends: before its first verb that is no attribute ("a retired captain")."""
    for index in doc.tokens_in(span):
        if doc.pos[index] not in ("VERB", "AUX") or key_of(doc.word(index)) in marks() or doc.low(index) in _LIVES:
            continue
        if not doc.heads or doc.relations[index] not in ("amod", "compound"):
            return doc.tokens[index].start
    return span.end


_LINK = re.compile(r"\b(?:of|for|to|with|by|under|from|at|in)\b", re.IGNORECASE)


def _is_of_another(cast: Cast, phrase: Span, name: Span) -> bool:
    """Tell whether a phrase after a comma titles another name in it: "NAME, Togo's minister OTHER said"."""
    if phrase.start < name.end:
        return False
    people = [m for m, p in cast.named_in(phrase) if p.kind is ActorKind.PERSON and m.start > phrase.start]
    ends = (m for m in people if cast.text[m.end : m.end + 2] not in ("’s", "'s"))
    return any(not _LINK.search(cast.text, phrase.start, m.start) for m in ends)


def _note(cast: Cast, person: Part, name: Span, phrase: Span) -> Description | None:
    """Note the office of a phrase; gives it back where the phrase does not say whose it is."""
    description = describe(cast, phrase)
    if description is None:
        _origin(cast, person, name, phrase)
        return None
    if is_plural(description) and phrase.start >= name.end:
        return None  # "NAME, to American officials": nobody holds an office of several
    definite = cast.text[phrase.start : phrase.start + 4].lower() == "the "
    owner = description.of or (earlier_owner(cast, description, phrase) if definite else None)
    key = owner.key if owner is not None else None
    office = Office(description.role, key, description.former, "report", description.span)
    same = next((o for o in person.offices if o.role == office.role and o.of == office.of), None)
    if same is None:
        person.offices.append(office)
    elif same.source != "report":  # the lexicon's word is the report's now
        person.offices[person.offices.index(same)] = office
    if owner is not None and owner.country and (person.country is None or not person.offices[:-1]):
        person.country = owner.country
    if gendered := re.search(
        r"(wom[ae]n|queen|princess|duchess|lady|empress)|(?:spokes|chair|business|congress|police)m[ae]n|\bking\b|\bprince\b",
        description.role,
        re.IGNORECASE,
    ):
        person.gender = person.gender or ("f" if gendered.group(1) else "m")
    if person.sector is None or not description.former:
        person.sector = (
            description.sector or (owner.sector if owner is not None else None) or sector_of(description.role) or person.sector
        )
    voice = spoken_for(replace(description, of=owner))
    if voice is not None and person.speaks_for is None:
        person.speaks_for = voice
    return description if owner is None else None


def _origin(cast: Cast, person: Part, name: Span, phrase: Span) -> None:
    """A state in the phrase is the person's country even without an office ("Ghanaian novelist NAME")."""
    states = [p for _, p in cast.named_in(phrase) if p.kind is ActorKind.COUNTRY]
    if states and person.country is None:
        person.country = states[0 if phrase.start >= name.end else -1].key
    if len(states) == 1 and phrase.of(cast.text).endswith(" counterpart"):
        _note_counterpart(cast, person, phrase, states[0].key)


def _note_counterpart(cast: Cast, person: Part, phrase: Span, state: str) -> None:
    """Give a counterpart the office of whoever is named last before him and holds one of a state: "Her Austrian counterpart, NAME"."""
    for _, other in cast.before(phrase.start, (ActorKind.PERSON,)):
        held = next((o for o in other.offices if o.source == "report" and not o.former and o.of == other.country), None)
        if other is person or held is None:
            continue
        is_former = any(marks().get(key_of(word)) == "former" for word in phrase.of(cast.text).split())
        person.offices.append(Office(held.role, state, former=is_former, source="report", span=phrase))
        if other.speaks_for == held.of and not is_former:
            person.speaks_for = person.speaks_for or state
        return
