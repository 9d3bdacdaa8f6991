"""The happenings of one sentence → each once: acts inside the words that promise, threaten, demand or refuse them; what is told twice as one."""

from __future__ import annotations

from .chunks import Chunk
from .clauses import Clauses
from .happening import Happening
from .triggers import nouns, words_of

# Relations by which a deed is the subject of the verb that says what came of it; "mark" where the syntax takes its noun for no noun.
_SUBJECTS = ("nsubj", "csubj", "mark")
# Relations by which a verb tells more of the one above it: "shelled the port, killing six".
_TELLS_MORE = ("advcl", "conj", "acl", "acl:relcl", "parataxis", "xcomp")
# What becomes of those who are hit, and how they are: an attack is told on by these and no other is begun ("shelled the port, killing six", "attacked the
# port, firing on a customs house").
_COMES_OF_IT = frozenset(
    "kill wound injure hurt maim die destroy damage wreck ruin flatten level sink hit strike cripple burn claim leave cause slay slaughter massacre murder target fire launch use hurl".split()
)


def joined(found: dict[int, Happening], taken: dict[int, Happening], clauses: Clauses) -> list[Happening]:
    """Give the happenings in text order.

    Args:
        found: happenings by their trigger; changed here.
        taken: happenings by the first token of the chunks around their verbs.
    """
    joining = _Joining(found, taken, clauses)
    joining.keep_inside()
    joining.merge()
    return [found[token] for token in sorted(found)]


class _Joining:
    def __init__(self, found: dict[int, Happening], taken: dict[int, Happening], clauses: Clauses) -> None:
        self.found, self.taken, self.clauses = found, taken, clauses

    def keep_inside(self) -> None:
        """Put acts that are promised, threatened, demanded or refused into the words that do so."""
        for token in sorted(self.found):
            outer = self.found.get(token)
            if outer is None or outer.sense.act is None or outer.frame is None:
                continue
            inner = self._act_of(outer)
            if inner is not None:
                del self.found[inner.token]
                outer.inner = inner
                if not any(p.part or p.country for p in inner.actors):  # who is asked is to act, who promises or threatens will
                    inner.actors = list(outer.recipients if outer.sense.act == "demanded" else outer.actors)

    def _act_of(self, outer: Happening) -> Happening | None:
        frame = outer.frame
        if frame is not None and frame.complement is not None and frame.complement.kind != "ing":
            verb: int | None = frame.complement.verb
            for _ in range(3):
                if verb is None or verb in self.found:
                    break
                deeper = self.clauses.frame(verb).complement
                nominal = next((self.found[c.head] for c in self.clauses.frame(verb).objects if c.head in self.found), None)
                if nominal is not None:
                    return nominal
                verb = deeper.verb if deeper is not None else None
            if verb is not None and verb in self.found and verb != outer.token:
                return self.found[verb]
        named = (
            [*frame.objects, *(c for prep, c in frame.phrases if prep in ("for", "to", "of", "on"))] if frame is not None else []
        )
        return next((self.found[c.head] for c in named if c.head in self.found and c.head != outer.token), None)

    def merge(self) -> None:
        """Let what one sentence tells twice of one happening be one: the attack that kills, killing and wounding."""
        for token in sorted(self.found):
            later = self.found[token]
            earlier = self._told_before(later)
            if earlier is None:
                continue
            earlier.more.extend([token, *later.more])
            earlier.chunks.extend(later.chunks)
            if not any(p.is_known for p in earlier.actors):
                earlier.actors = later.actors or earlier.actors
            if any(p.is_known for p in later.recipients) and not any(p.is_known for p in earlier.recipients):
                earlier.recipients = later.recipients
            elif not any(p.is_known for p in earlier.recipients):  # "seven people killed and 12 injured"
                earlier.recipients = [*earlier.recipients, *(p for p in later.recipients if p not in earlier.recipients)]
            del self.found[token]

    def _told_before(self, later: Happening) -> Happening | None:
        if later.frame is None:
            return None
        above = self.clauses.doc.heads[later.token]
        linked = self.found.get(above)
        if (
            linked is not None
            and linked.token < later.token
            and not linked.token < (later.frame.subject.first if later.frame.subject is not None else 0) < later.token
            and self._same(linked, later)
            and self.clauses.doc.relations[later.token] in _TELLS_MORE
            and not _is_another(later, self.clauses)
        ):
            return linked
        subject, doc = later.frame.subject, self.clauses.doc
        for token, one in self.found.items():  # whatever the words are taken for: "their | raid | on the port killed six"
            relation = doc.relations[token].partition(":")[0]
            is_noun = (
                relation == "advcl" and token > 0 and doc.pos[token - 1] == "DET"
            )  # "the | shelling | of the port killed six"
            is_subject = doc.heads[token] == later.token and (relation in _SUBJECTS or is_noun)
            if token < later.token and is_subject and self._same(one, later):
                return one
        if subject is not None:
            teller = self.taken.get(subject.first)
            if (
                teller is not None
                and teller is not later
                and teller.token in self.found
                and teller.token < later.token
                and self._same(teller, later)
                and not _is_another(later, self.clauses)
            ):
                return teller
            noun = self.found.get(subject.head)
            if noun is not None and noun is not later and noun.sense.event == later.sense.event:
                return noun
        return None

    def _same(self, one: Happening, other: Happening) -> bool:
        if one.sense.event != other.sense.event or self._turns(one, other):
            return False
        mine, theirs = {p.key for p in one.actors if p.key}, {p.key for p in other.actors if p.key}
        return not theirs or not mine or mine == theirs

    def _turns(self, one: Happening, other: Happening) -> bool:
        """Tell whether who suffers one acts in the other: "was killed by a mine while fighting rebels"."""
        return any(
            {p.span for p in mine.recipients} & {p.span for p in theirs.actors} for mine, theirs in ((one, other), (other, one))
        )


def _is_another(later: Happening, clauses: Clauses) -> bool:
    """Tell whether a verb behind another tells a deed of its own: of a thing or somebody of its own, and no outcome: "raided the store, | arresting a clerk".

    The deed's own noun ("held talks"), a weapon and a pronoun are nothing of its own.
    """
    frame = later.frame
    if frame is None or later.word in _COMES_OF_IT:
        return False
    own = [*frame.objects, *([frame.subject] if frame.is_passive and frame.subject is not None else [])]
    return any(not _is_of_deed(chunk, later, clauses) for chunk in own)


def _is_of_deed(chunk: Chunk, later: Happening, clauses: Clauses) -> bool:
    """Tell whether what a verb is told of is part of its deed: the deed's own noun, a weapon, a pronoun."""
    noun = clauses.chunks.head_word(chunk)
    is_same = any(sense.event == later.sense.event for sense in nouns().get(noun, ()))
    return is_same or noun in words_of("weapon") or clauses.chunks.is_pronoun(chunk)
