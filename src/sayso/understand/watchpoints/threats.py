"""Threats and ultimatums. A page and a word in, a finding out: what somebody threatens, by the operators of lexicons/en/modality.yml.

What a thing threatens to do is a possibility; what one warns that another will do is a forecast. Cases: cases/watchpoints.yml.
"""

from __future__ import annotations

from ...findings.event import Reality
from ...findings.statement import Act, Statement
from ...findings.watchpoint import WatchpointKind
from ...span import Span
from ..reality.clause import negation
from ..reality.embedding import decision_at
from ..reality.links import Link, link_of
from ..reality.operators import hostile_acts
from ..reality.shapes import Shape, shape
from ..reality.tree import Tree
from .clauses import clause_of, stretch, trimmed
from .found import Found, words_of
from .page import Page

# Hostile acts that are more often a programme: "pledged to ban plastic bags".
_POLICY = frozenset("ban bans banning eliminate eliminating crack cracking defeat defeating cut fight fighting end".split())
# Verbs whose object makes them hostile, and such objects.
_DEALS = frozenset({"use", "impose", "launch", "take", "declare", "order", "resume", "start", "begin"})
_FORCE = frozenset({"force", "sanctions", "tariffs", "retaliation", "countermeasures", "reprisals", "war"})
_DEEDS = frozenset(
    "investigation inquiry lawsuit action lawsuits walkout measures tariffs veto impeachment filibuster mutiny secession".split()
)
# What carries a threat that somebody makes.
_WRITTEN = frozenset(
    "message notice letter statement video note leaflet leaflets email emails caller tape post messages letters communique recording".split()
)
READY = frozenset({"ready", "prepared", "determined"})
WILL = frozenset({"will", "'ll", "would"})
RESERVES = frozenset({"reserve", "reserves", "reserved", "reserving"})
# Of the operators those by which somebody is given time.
TERMS = ("give", "hour")
_OWN = frozenset({"it", "he", "she", "they", "we", "i"})


def threat(page: Page, index: int) -> Found | None:
    """Give the threat whose act a word is, None where it is of none."""
    tree = page.tree
    if tree.kind(index) not in ("xcomp", "ccomp", "acl", "advcl", "obj", "obl", "conj") or tree.pos(index) not in (
        "VERB",
        "NOUN",
        "AUX",
    ):
        return None
    if tree.pos(index) == "NOUN" and (
        tree.kind(index) not in ("obj", "obl") or tree.low(index) not in hostile_acts() | words_of("happenings") | _DEEDS
    ):
        return None
    if tree.pos(index) != "NOUN" and shape(tree.low(index)) is Shape.PAST and not tree.under(index, "aux", "nsubj"):
        return None  # "the threat of a flood inspired …"
    if index + 1 >= len(tree.doc.tokens):
        return None  # a text that breaks off
    if tree.low(index + 1) == "-":
        return None  # "a threat to counter-terror work"
    link = link_of(tree, index)
    if link is not None and tree.pos(index) == "VERB" and "of" in link.slots and "ing" not in link.slots:
        return None
    if link is None or not _may_threaten(tree, link, index):
        return None
    governor = link.governor
    if link.operator.ahead is not None:
        return _warning(page, index, governor)
    if decision_at(tree, index).reality is not Reality.THREATENED:
        return None
    subject = _antecedent(page, governor)
    is_thing = (
        tree.pos(governor) == "VERB"
        and link.operator.word == "threaten"  # who vows is somebody
        and subject is not None
        and not (page.is_agent(subject) or tree.low(subject) in _WRITTEN)
        and tree.low(subject) not in ("it", "which")
    )
    kind = WatchpointKind.POSSIBILITY if is_thing else WatchpointKind.THREAT
    return _made(page, kind, index, governor)


def _antecedent(page: Page, governor: int) -> int | None:
    """Give who threatens, for "a gang that has threatened" the gang."""
    tree, subject = page.tree, page.subject(governor)
    above = tree.head(governor)
    if subject is None or tree.low(subject) not in ("that", "who") or tree.relation(governor) != "acl:relcl":
        return subject
    return above if 0 <= above < subject else subject


def _may_threaten(tree: Tree, link: Link, index: int) -> bool:
    operator = link.operator
    if operator.ahead is Reality.THREATENED or operator.then is Reality.THREATENED:
        return True
    return operator.hostile is Reality.THREATENED and tree.low(index) in hostile_acts() and tree.low(index) not in _POLICY


def _made(page: Page, kind: WatchpointKind, index: int, governor: int) -> Found | None:
    """Give the words from "threatened" to the end of what is threatened."""
    tree = page.tree
    whole = clause_of(tree, index) if tree.pos(index) != "NOUN" else None
    end = whole.end if whole is not None else tree.doc.tokens[stretch(tree, index)[1]].end
    start = tree.span(governor).start
    if kind is WatchpointKind.POSSIBILITY and (around := clause_of(tree, governor)) is not None:
        start = around.start
    span = trimmed(tree, min(start, tree.span(index).start), max(end, tree.span(governor).end))
    if span is None:
        return None
    time = page.time_in(span, index)
    return Found(kind, index, span, time=time.span if time is not None else None)


def _warning(page: Page, index: int, governor: int) -> Found | None:
    """Give "warned that it will strike" as a threat where one's own side will act, else as a forecast."""
    tree = page.tree
    auxes = {tree.low(i) for i in tree.under(index, "aux")}
    if not auxes & WILL or "have" in auxes:
        return None
    span = clause_of(tree, index)
    subject = page.subject(index)
    if span is None or subject is None:
        return None
    is_own = tree.low(subject) in _OWN - {"it", "they"} or (
        tree.has(subject, "nmod", {"his", "her", "its", "their"}) and _is_hostile(tree, index)
    )
    is_own = is_own or _is_own_side(page, index, subject, page.subject(governor))
    kind = WatchpointKind.THREAT if is_own else WatchpointKind.FORECAST
    time = page.time_in(span, index)
    words = None if is_own else tree.span(governor).of(tree.doc.text)
    return Found(kind, index, span, words=words, time=time.span if time is not None else None)


def _is_own_side(page: Page, index: int, subject: int, warner: int | None) -> bool:
    """Tell whether the subject is the speaker, or the state or body one speaks for."""
    statement = page.statement_at(index)
    actors = {part.id for _, part in page.cast.named_in(page.tree.span(subject))}
    if statement is not None and {statement.speaker, statement.speaks_for} & actors:
        return True
    if statement is not None and statement.speaks_for is not None and actors:
        keys = {part.key for part in page.cast.parts.values() if part.id == statement.speaks_for}
        return any(part.country in keys for part in page.cast.parts.values() if part.id in actors)
    return page.tree.low(subject) in ("it", "they") and warner is not None


def is_threatened(page: Page, index: int) -> bool:
    """Tell whether one's own side says that it would do a hostile act: "Farah said his country would strike back"; of a conditional."""
    tree = page.tree
    if tree.low(index) == "hesitate" and tree.has(index, "advmod", {"not", "n't"}):
        acts = tree.under(index, "xcomp", "ccomp", "advcl")
        return any(_is_hostile(tree, i) for i in acts)
    subject = page.subject(index)
    if subject is None or page.statement_at(index) is None or not _is_hostile(tree, index):
        return False
    is_quoted = tree.doc.quotation_at(tree.span(index).start) is not None
    low = tree.low(subject)
    own = low in ("we", "i") if is_quoted else low in ("it", "they", "he", "she")
    own = own or tree.has(subject, "nmod", {"our", "my"} if is_quoted else {"his", "her", "its", "their"})
    return own or (not is_quoted and _is_own_side(page, index, subject, None))


def will_be_done(page: Page, index: int) -> bool:
    """Tell "warned that ferries would be attacked if …": a hostile act that a threat or warning leaves without its doer."""
    statement, tree = page.statement_at(index), page.tree
    if statement is None or statement.act not in (Act.THREATEN, Act.WARN) or statement.negated:
        return False
    auxes = {tree.low(i) for i in tree.under(index, "aux")}
    is_passive = "be" in auxes and bool(auxes & {"will", "would", "'ll"}) and shape(tree.low(index)) is Shape.PAST
    return is_passive and (tree.low(index) in hostile_acts() or tree.low(index) in _PUNISHED) and not tree.under(index, "obl")


def _is_hostile(tree: Tree, index: int) -> bool:
    """Tell a hostile act: "strike back", "impose sanctions", "use force"."""
    if tree.low(index) in hostile_acts() - _POLICY:
        return True
    return tree.low(index) in _DEALS and any(
        tree.low(i) in (hostile_acts() | words_of("happenings") | _FORCE) - _PEACEFUL for i in tree.under(index, "obj", "obl")
    )


# Happenings that nobody is threatened with.
_PEACEFUL = frozenset("ceasefire truce deal agreement talks elections election vote votes recount victory accord".split())


_ANYBODY = frozenset({"anyone", "anybody", "whoever", "those"})
_PUNISHED = frozenset(
    "shot killed punished arrested prosecuted hanged executed fired expelled detained jailed fined destroyed".split()
)
# "the right to further measures".
_STEPS = frozenset({"measures", "steps", "response", "action", "retaliation", "countermeasures"})
_ANSWERED = frozenset("met answered punished considered treated regarded seen viewed".split())


def blanket_threat(page: Page, index: int) -> Found | None:
    """Give "anyone who crosses the line will be shot", "any attack will be met with force", "reserved the right to respond"."""
    tree = page.tree
    if tree.low(index) in RESERVES and negation(tree, index) is None:
        right = next((i for i in tree.under(index, "obj") if tree.low(i) == "right"), None)
        to = right is not None and any(
            "to" in tree.marks(i) for i in (*tree.under(right, "acl"), *tree.under(index, "xcomp", "advcl"))
        )
        to = to or (right is not None and any(tree.low(i) in _STEPS for i in tree.under(right, "nmod")))
        span = clause_of(tree, index) if to else None
        return Found(WatchpointKind.THREAT, index, span) if span is not None else None
    subject = page.subject(index)
    auxes = {tree.low(i) for i in tree.under(index, "aux")}
    if subject is None or not auxes & WILL or "be" not in auxes or "have" in auxes or negation(tree, index) is not None:
        return None
    is_anybody = tree.low(subject) in _ANYBODY and tree.low(index) in _PUNISHED
    told_of = hostile_acts() | words_of("happenings")
    is_any = tree.determiner(subject) in ("any", "every", "another", "further") and tree.low(subject) in told_of
    if not is_anybody and not (is_any and tree.low(index) in _ANSWERED):
        return None
    span = clause_of(tree, index)
    return Found(WatchpointKind.THREAT, index, span) if span is not None else None


def own_threat(page: Page, index: int) -> Found | None:
    """Give what one's own side says that it will do: "we will strike their ports", "said it would expel the envoys"."""
    tree = page.tree
    if tree.kind(index) == "xcomp" and tree.low(tree.head(index)) in READY and page.statement_at(index) is not None:
        span = (
            clause_of(tree, tree.head(index)) if is_threatened(page, index) and negation(tree, tree.head(index)) is None else None
        )
        return Found(WatchpointKind.THREAT, index, span) if span is not None else None
    if tree.pos(index) != "VERB" or tree.kind(index) in ("acl", "advcl"):
        return None
    auxes = {tree.low(i) for i in tree.under(index, "aux")}
    if (
        not auxes & WILL
        or "have" in auxes
        or tree.has(index, "advmod", {"not", "n't", "never"}) != (tree.low(index) == "hesitate")
    ):
        return None
    statement = page.statement_at(index)
    if statement is None or statement.act in (Act.DEMAND, Act.ASK, Act.PREDICT, Act.WANT) or not is_threatened(page, index):
        return None
    span = clause_of(tree, index)
    if span is None:
        return None
    time = page.time_in(span, index)
    return Found(WatchpointKind.THREAT, index, span, time=time.span if time is not None else None)


def ultimatum(page: Page, index: int) -> Found | None:
    """Give "gave the governor until dawn to leave"; None where a word is no such deed."""
    tree = page.tree
    if tree.pos(index) != "VERB" or "to" not in tree.marks(index):
        return None
    link = link_of(tree, index)
    if link is None or link.operator.word not in TERMS:
        return None
    decision = decision_at(tree, index)
    if decision.rule not in ("under give", "under hour") or decision.reality is not Reality.DEMANDED:
        return None
    governor = tree.head(index)
    while governor >= 0 and tree.pos(governor) != "VERB":
        governor = tree.head(governor)
    if governor >= 0 and (
        tree.low(governor) in ("has", "have") or any(tree.low(i).endswith(("self", "selves")) for i in tree.under(governor))
    ):
        return None  # a term, and nobody's ultimatum
    span = clause_of(tree, governor) if governor >= 0 else None
    return Found(WatchpointKind.THREAT, index, span) if span is not None else None


def threat_said(tree: Tree, statement: Statement) -> Found | None:
    """Give the words of a statement that threatens, where the rules found no act in them."""
    if statement.act is not Act.THREATEN or statement.negated or len(statement.content) != 1:
        return None
    content = statement.content[0]
    inside = tree.doc.tokens_in(content)
    verb = next((i for i in inside if tree.pos(i) == "VERB" and tree.head(i) not in inside), None)
    span = trimmed(tree, content.start, content.end)
    if verb is None or span is None or span.end - span.start > LONGEST:
        return None
    return Found(WatchpointKind.THREAT, verb, Span(span.start, span.end))


# Characters of a threat in somebody's words: a longer content is a speech.
LONGEST = 300
