"""The triggers of a report with who stands where, acts promised, threatened or demanded kept inside the words that do so.

Verbs by `senses`, nouns here. What one sentence tells twice ("an attack … killed") is one happening.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from ...findings.actor import ActorKind
from ...span import Span
from ..chains.words import singular
from ..doc import Doc
from ..name_heads import IN_NAME
from .borrowed import attack_around, author_of, is_mere_weapon, people_in, whoever
from .by_head import ENDS, FAINT_ACT, ByHead
from .chunks import Chunk, Chunks
from .clauses import Clauses, Frame
from .ground import loser
from .happening import Happening
from .joining import joined
from .parties import Parties
from .party import By, Party
from .sayers import as_meant, sayer_of
from .senses import Senses
from .slots import Slots
from .told import are_enough, is_done, meets_of, takes_place
from .triggers import ADJECTIVES, Sense, modes_of_means, noun_lemma, nouns, third_person, verb_forms, words_of

_FOLLOWED = tuple("in during after by with from on against to into at near between of across over".split())
# Types that are said to somebody, who may stand in a phrase of meeting.
_SAID_TO = frozenset(("THREATEN", "REQUEST", "ACCUSE", "REJECT", "AGREE", "SUPPORT"))
_ALWAYS_ARMED = frozenset(
    "bomb shell bombard strafe kill murder massacre slaughter behead lynch wound injure stab execute assassinate ambush".split()
)
_ABROAD = frozenset("embassy consulate mission base".split())
_OWNERS = frozenset("the a an his her its their our my your this".split())
# Steps from a description to the name that it stands behind.
_DESCRIBING = 3
_ANY_ONE = re.compile(r"\b(?:a|an|another)\s$", re.IGNORECASE)
_ASKED = frozenset(("obj", "comp", "from", "for", "of"))


@cache
def _means() -> frozenset[str]:
    return frozenset(w for _, given in modes_of_means() for w in given)


class Finder:
    """Finds the happenings of one sentence."""

    def __init__(self, doc: Doc, sentence: Span, times: list[Span], parties: Parties) -> None:
        self.doc, self.sentence, self.parties, self.country_at = doc, sentence, parties, parties.country_at
        self.chunks = Chunks(doc, sentence, times)
        self.clauses = Clauses(doc, self.chunks)
        self.slots = Slots(doc, self.chunks, self.clauses)
        self.senses = Senses(doc, self.chunks, self.clauses, parties)
        self.by_head = ByHead(doc.acts, self.senses) if doc.acts is not None else None
        self.found: dict[int, Happening] = {}
        self.taken: dict[int, Happening] = {}  # first token of a chunk whose noun is told by a verb

    def happenings(self) -> list[Happening]:
        """Give the happenings in text order."""
        for token in self.chunks.tokens:
            if self._is_verb(token):
                self._verb(token)
        for chunk in self.chunks.all:
            self._noun(chunk)
        if self.by_head is not None:
            self.by_head.complete(self.found, self.taken, self.sentence)
        return joined(self.found, self.taken, self.clauses)

    def _is_verb(self, token: int) -> bool:
        doc = self.doc
        word = doc.lows[token]
        form = verb_forms().get(word)
        if form is None or token in self.chunks.infinitives:
            return form is not None
        if doc.lows[token - 1] == "to" and word == third_person(form.lemma):
            return False  # "drew thousands to | rallies"
        if doc.relations[token] in ("goeswith", "amod", "compound", IN_NAME, "case") and self.chunks.at(token) is not None:
            return False
        if form.lemma in ("be", "have") and doc.pos[token] == "AUX":
            return form.lemma == "be" and doc.relations[token] == "cop"
        if form.lemma in ADJECTIVES:
            return doc.pos[token] in ("ADJ", "VERB")
        if doc.pos[token] == "VERB" and self.chunks.at(token) is None:
            return doc.low(token - 1) not in _OWNERS if token > self.chunks.tokens.start else True
        return doc.pos[token] in ("NOUN", "PROPN") and form.is_ing and self.chunks.at(token) is None

    def _verb(self, token: int) -> None:
        frame = self.clauses.frame(token)
        sense = self.senses.of(token, frame)
        is_standing = (
            sense is not None
            and (sense.event in ("SUPPORT", "AID") or sense.modes == ("seize",))
            and frame.is_passive
            and self.doc.relations[token] == "acl"
        )
        if sense is None or is_standing or self._is_nominal(token):  # "troops backed by" tells of no happening
            return
        actors = self._subject(frame, sense, token)
        if self._is_himself(actors, frame):
            return
        actors, recipients = self._placed(sense.event, frame, actors, self._recipients(frame, sense, actors))
        recipients = recipients or people_in(sense.event, frame.objects, self.chunks, is_crowd=False)
        if "subj" in sense.actor and frame.subject is not None:
            actors = actors or people_in(sense.event, [frame.subject], self.chunks, is_crowd=False)
        if sense.event == "CONSULT" and not sense.modes and not recipients and actors and all(p.sector == "IGO" for p in actors):
            sense = replace(sense, modes=("multilateral",))  # a body that meets is a meeting of its members
        recipients = [p for p in recipients if sense.reciprocal or p.span not in {actor.span for actor in actors}]
        happening = Happening(
            token, sense, actors, recipients, frame, sentence=self.sentence, word=verb_forms()[self.doc.low(token)].lemma
        )
        happening.recipients = loser(happening, self.clauses, self._parties)
        happening.is_unread = not actors and "subj" in sense.actor and self._is_somebody(frame.subject)
        if self.doc.relations[token] == "cop":  # what is told is told by the phrase: "on the stage with"
            happening.more.append(self.doc.heads[token])
            happening.token = next(
                (c.head for p, c in frame.phrases for q, words in sense.phrases if p == q and self.chunks.words(c) & words), token
            )
        happening.chunks = [*frame.objects, *(c for _, c in frame.phrases), *([frame.subject] if frame.subject else [])]
        happening.has_means = self._has_means(happening)
        self.found[happening.token] = happening
        for chunk in happening.chunks:
            self.taken.setdefault(chunk.first, happening)

    def _is_himself(self, actors: list[Party], frame: Frame) -> bool:
        """Tell whether a pronoun was taken for somebody whom it cannot be: "him" for who accuses him, "he" for whom he warned."""
        pointed = {p.key for p in actors if p.pronoun and p.key}
        objects = {p.key for c in frame.objects if pointed for p in self.parties.of(self.chunks, c) if p.by is By.NAME}
        accused = {p.key for p in actors if p.pronoun in ("him", "her", "them") and p.key}
        return bool(pointed & objects) or any(accused & {p.key for p in one.actors} for one in self.found.values())

    def _is_nominal(self, token: int) -> bool:
        """Tell whether an -ing form stands as a noun with "of": "their retaking of the port"."""
        after = token + 1
        return self.doc.low(token).endswith("ing") and after in self.chunks.tokens and self.doc.low(after) == "of"

    def _subject(self, frame: Frame, sense: Sense, token: int) -> list[Party]:
        if "none" in sense.actor:
            return []
        if "subj" not in sense.actor:
            return self._recipients(frame, replace(sense, recipient=sense.actor), [])
        if frame.subject is None:
            attack = attack_around(frame, self.chunks) if sense.event == "ASSAULT" else None
            if attack is not None and (noun := nouns().get(self.chunks.head_word(attack))):
                return self._noun_actor(attack, noun[0], self._phrases(attack))
            return self._recipients(frame, replace(sense, recipient=sense.actor[1:]), []) if len(sense.actor) > 1 else []
        author = author_of(frame, self.chunks, self.clauses)
        subject = author or self._described(frame.subject, token)
        found = self._parties(self.chunks.listed(subject, verb=token, backward=not frame.is_passive))
        if not self._is_somebody(frame.subject):
            found = [p for p in found if not is_mere_weapon(p, self.chunks.span(frame.subject).of(self.doc.text))]
        return whoever(sense.event, subject, found, self.chunks)

    def _described(self, chunk: Chunk, verb: int) -> Chunk:
        """Give whom words behind a name only describe: "Ana Ruiz, head of the union, | who criticised …", "the union, | which …"."""
        if self.doc.relations[verb].startswith("acl") and (counted := self.chunks.counted(chunk)) is not chunk:
            return counted  # "Ana Ruiz, a member of the | commission | investigating …"
        at = verb - 1
        while at > chunk.last and self.doc.pos[at] in ("AUX", "ADV", "PART"):
            at -= 1
        relative = self.doc.low(at) if at > chunk.last else ""
        if relative == "which" and self.parties.names_people(self.chunks, chunk):
            return next(
                (c for c in self.chunks.before(verb) if c.first > chunk.first and not c.is_time and c.first != c.last), chunk
            )
        for _ in range(_DESCRIBING):
            upper = self.chunks.at(self.doc.heads[chunk.head])
            if upper is None or upper.first >= chunk.first or self.parties.is_person(self.chunks, chunk):
                break
            relation = self.doc.relations[chunk.head]
            is_name = relation == "appos" and self.parties.is_person(self.chunks, upper)
            if not is_name and not (relative == "who" and relation == "nmod"):
                break
            chunk = upper
        return chunk

    def _is_somebody(self, chunk: Chunk | None) -> bool:
        """Tell whether a subject may be somebody: no weapon, attack or force of nature."""
        if chunk is None or chunk.is_time:
            return False
        words = self.chunks.words(chunk)
        return not words & (_means() | words_of("weapon") | words_of("attack") | words_of("disaster"))

    def _parties(self, chunks: list[Chunk]) -> list[Party]:
        found: dict[object, Party] = {}
        for chunk in chunks:
            if chunk is not chunks[0] and self._describes(chunk):
                continue
            sayer = sayer_of(chunk, self.chunks, self.clauses)
            given = self.parties.of(self.chunks, chunk) if sayer is None else self._parties(sayer)
            for party in given if sayer is None else as_meant(chunk, given, self.chunks):
                found.setdefault(party.key or party.span, party)
        return list(found.values())

    def _describes(self, chunk: Chunk) -> bool:
        """Tell whether words in a list only say more of the person before them: "Ana Ruiz, a former judge and a general"."""
        head = chunk.head
        if self.doc.relations[head] == "conj" and self.doc.heads[head] >= 0:
            head = self.doc.heads[head]
        upper = self.chunks.at(self.doc.heads[head]) if self.doc.relations[head] == "appos" else None
        return upper is not None and upper.first < chunk.first and self.parties.is_person(self.chunks, upper)

    def _recipients(self, frame: Frame, sense: Sense, actors: list[Party]) -> list[Party]:
        mine = {p.key for p in actors if p.key}
        loose: list[Party] = []
        for slot in self.slots.asked(frame, sense.recipient):
            for chunks in self.slots.of(frame, slot):
                parties = [p for p in self._parties(chunks) if p.key is None or p.key not in mine]
                if sense.event == "REQUEST":
                    parties = [p for p in parties if self._may_be_asked(p, frame, slot)]
                elif sense.act == "promised":  # to close somebody's mines is promised to others
                    parties = [p for p in parties if p.by is not By.OWNER]
                is_named = slot == "obj" and any(p.part is not None and p.by is By.NAME for p in parties)
                if (is_named or any(p.is_known for p in parties)) and not sense.reciprocal:
                    return parties
                loose = loose or parties
        if sense.reciprocal and (everyone := self._every(frame, sense, mine)):
            return everyone
        if not loose and (chunk := self.slots.whoever(frame, sense)) is not None:
            return [Party(self.chunks.span(chunk))]
        if not loose and sense.event in _SAID_TO:
            return [replace(p, is_met=True) for c in self.slots.met(frame.verb) for p in self._parties(c) if p.key not in mine]
        return loose

    def _may_be_asked(self, party: Party, frame: Frame, slot: str) -> bool:
        """Tell whether something may be asked of a party: not of a thing of his, of a newspaper, nor of those whom "called for X to be freed" is about."""
        if (slot not in _ASKED and party.by in (By.OWNER, By.PLACE)) or (slot == "comp" and party.pronoun):
            return False
        if slot == "of" and party.by is By.NOUN and party.sector == "CVL":
            return False  # "demanded the release of | two pilots"
        if (
            slot == "for"
            and party.by is By.NOUN
            and party.span.start > 2
            and _ANY_ONE.search(self.doc.text[max(0, party.span.start - 10) : party.span.start])
        ):
            return False  # "called for | a prosecutor | to look at it": there is none yet
        inner = self.slots.inner(frame) if slot == "for" else None
        return (party.part is None or party.part.kind is not ActorKind.OUTLET) and (inner is None or not inner.is_passive)

    def _every(self, frame: Frame, sense: Sense, mine: set[str]) -> list[Party]:
        """Give the parties of all slots, where one is known: what is done together is done with everybody named."""
        found: dict[object, Party] = {}
        for slot in sense.recipient:
            for chunks in self.slots.of(frame, slot):
                given = [p for p in self._parties(chunks) if p.key not in mine]
                if any(p.is_known for p in given):
                    found |= {p.key or p.span: p for p in given if p.key and (p.key or p.span) not in found}
            if found and slot != "obj":
                break
        return list(found.values())

    def _where(self, chunk: Chunk) -> str | None:
        """Give the country that a phrase of place names: a state's name in it before what the gazetteer makes of the rest; none at an embassy."""
        if self.chunks.head_word(chunk) in _ABROAD:
            return None
        named = [p.country for p in self.parties.of(self.chunks, chunk) if p.country]
        return named[0] if named else self.country_at(self.chunks.span(chunk))

    def _only_country(self) -> str | None:
        """Give the country of the sentence where it names only one: protesters are its people."""
        named = {p.country for c in self.chunks.all for p in self.parties.of(self.chunks, c) if p.country}
        return named.pop() if len(named) == 1 else None

    def _placed(
        self, event: str | None, frame: Frame, actors: list[Party], recipients: list[Party]
    ) -> tuple[list[Party], list[Party]]:
        """Give people without a nationality the country of the place in the clause, else that of the other side where both are people of one."""
        inner = self.slots.inner(frame)
        phrases = [*frame.phrases, *(inner.phrases if inner is not None else [])]
        prepositions = ("in", "near", "at", "outside", "inside", "across")
        where = next((c for prep, chunk in phrases if prep in prepositions and (c := self._where(chunk))), None)
        if where is None and event == "PROTEST":
            where = self._only_country()
        if where is not None:
            actors, recipients = ([self.parties.placed(p, where) for p in side] for side in (actors, recipients))
        others = {p.country for p in (*actors, *recipients) if p.sector in (None, "GOV", "MIL")}
        at_home = [[self.parties.at_home(p, others) for p in side] for side in (actors, recipients)]
        return at_home[0], at_home[1]

    def _noun(self, chunk: Chunk) -> None:
        if chunk.is_time or self.doc.pos[chunk.head] not in ("NOUN", "PROPN"):
            return
        word = noun_lemma(self.doc.word(chunk.head))
        before = self.doc.low(chunk.head - 1) if chunk.head > chunk.first else ""
        for sense in nouns().get(word, ()):
            if before in sense.not_after or (sense.only_after and before not in sense.only_after):
                continue
            teller = self.taken.get(chunk.first)
            if teller is not None and teller.sense.event in ENDS and teller.frame is not None and chunk in teller.frame.objects:
                continue
            if (
                teller is not None
                and teller.sense.event == sense.event
                and chunk is not (teller.frame.subject if teller.frame else None)
            ):
                continue
            phrases = self._phrases(chunk)
            actors = self._noun_actor(chunk, sense, phrases)
            mine: set[str | None] = {p.key for p in actors if p.key}
            recipients = self._by_prep(sense.recipient, phrases, mine)
            actors = actors or self._who_met(chunk, sense, recipients) or self._crowd(chunk, sense)
            if sense.event == "RETREAT" and {p.country for p in actors} & {p.country for p in recipients if p.country}:
                actors = self._of_verb(chunk)  # "speeded up the withdrawal of forces | from Chad", which are not Chad's
            both = any(p.is_known for p in actors) and any(p.is_known for p in recipients)
            is_asked = (
                teller is not None and teller.sense.act is not None and teller.frame is not None and chunk in teller.frame.objects
            )
            is_of_one = is_done(sense, word, chunk, self.chunks)
            if not both and not is_asked and not (is_of_one and are_enough(sense.event, actors, recipients)):
                continue
            happening = Happening(chunk.head, sense, actors, recipients, sentence=self.sentence, word=word)
            happening.chunks = [chunk, *(c for _, c in phrases)]
            happening.has_means = self._has_means(happening)
            self.found[chunk.head] = happening
            return

    def _who_met(self, chunk: Chunk, sense: Sense, recipients: list[Party]) -> list[Party]:
        """Give the subject of the clause around "after a meeting with the premier", who met him."""
        if sense.event != "CONSULT" or not sense.reciprocal or not any(p.is_known for p in recipients):
            return []
        verb = meets_of(chunk, self.chunks)
        subject = self.clauses.frame(verb).subject if verb is not None else None
        return self._parties(self.chunks.listed(subject, verb=verb, backward=True)) if subject is not None else []

    def _of_verb(self, chunk: Chunk) -> list[Party]:
        """Give the subject of the verb that a noun is the object of."""
        verb = self.doc.heads[chunk.head]
        is_object = verb in self.chunks.tokens and self.doc.pos[verb] == "VERB" and self.chunks.at(verb) is None
        subject = self.clauses.frame(verb).subject if is_object else None
        return self._parties(self.chunks.listed(subject, verb=verb, backward=True)) if subject is not None else []

    def _crowd(self, chunk: Chunk, sense: Sense) -> list[Party]:
        """Give those who protest where nobody is told, of no state that the words tell: "protests spread to Chad", "there were riots in Oran"."""
        is_held = sense.event == "PROTEST" and takes_place(chunk, self.chunks)
        return [Party(self.chunks.span(chunk), None, None, "CVL", "people")] if is_held else []

    def _has_means(self, happening: Happening) -> bool:
        named = {w for c in happening.chunks for w in self.chunks.words(c)} | {noun_lemma(self.doc.word(happening.token))}
        form = verb_forms().get(self.doc.low(happening.token))
        return bool(named & (_means() | words_of("weapon"))) or (form is not None and form.lemma in _ALWAYS_ARMED)

    def _phrases(self, chunk: Chunk) -> list[tuple[str, Chunk]]:
        found, here = [], chunk
        for _ in range(4):
            after = self.chunks.of(here, *_FOLLOWED)
            if after is None:
                break
            found.append((after.prep, after))
            here = self.chunks.listed(after)[-1]
        return found

    def _noun_actor(self, chunk: Chunk, sense: Sense, phrases: list[tuple[str, Chunk]]) -> list[Party]:
        for slot in sense.actor:
            if slot == "owner":
                before = Span(self.doc.tokens[chunk.first].start, self.doc.tokens[chunk.head].start)
                found = self.parties.owners(before, self.chunks.span(chunk)) if chunk.head > chunk.first else []
            else:
                found = self._by_prep((slot,), phrases, set())
            if found:
                return found
        return []

    def _by_prep(self, preps: tuple[str, ...], phrases: list[tuple[str, Chunk]], mine: set[str | None]) -> list[Party]:
        loose: list[Party] = []
        for prep in preps:
            for word, chunk in phrases:
                if word == prep and self.chunks.head_word(chunk) not in ("border", "frontier"):
                    parties = [p for p in self._parties(self.chunks.listed(chunk)) if p.key is None or p.key not in mine]
                    if any(p.is_known for p in parties):
                        return parties
                    loose = loose or parties
        return loose


def has_trigger(doc: Doc, sentence: Span) -> bool:
    """Tell whether a sentence holds a word that could trigger an event, so that others need no chunks."""
    inside = doc.tokens_in(sentence)
    if doc.acts is not None and any(doc.acts.is_act(i) >= FAINT_ACT for i in inside):
        return True
    forms, things = verb_forms(), nouns()
    for index in inside:
        word = doc.low(index)
        if doc.pos[index] in ("VERB", "NOUN", "PROPN", "ADJ", "AUX") and (
            word in forms or word in things or singular(word) in things
        ):
            return True
    return False
