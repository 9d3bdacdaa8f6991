"""Threats without a word of threat: what somebody will answer with or will not bear: "promised a reply in kind", "the seizure will not go unanswered", "would
be treated as an act of war", "those responsible will be brought to justice", "gave the council three days". A page and a word in, a finding out.

Of what is answered in a letter or on the telephone there is none. Cases: cases/watchpoints.yml.
"""

from __future__ import annotations

from ...findings.statement import Act
from ...findings.watchpoint import WatchpointKind
from ...span import Span
from ..reality.clause import aux_words, is_infinitive, negation
from ..reality.tree import Tree
from .clauses import clause_of, trimmed
from .deeds import act_share, is_deed_noun
from .found import Found
from .page import Page

WILL = frozenset({"will", "'ll", "wo", "would", "shall"})
VOWS = frozenset(
    "vow vows vowed vowing promise promises promised promising threaten threatens threatened threatening swore swear pledged".split()
)
# What one answers a deed with, and verbs by which it is said to come.
_ANSWERS = frozenset(
    "response responses reply replies answer retaliation countermeasures counter-measures measures steps action revenge consequences reprisals punishment".split()
)
_LETTERS = frozenset(
    {"letter", "letters", "question", "questions", "request", "requests", "call", "calls", "offer", "proposal", "inquiry"}
)
_COMES = frozenset(
    "come follow felt taken swift harsh painful proportionate sensitive severe immediate crushing devastating decisive symmetrical".split()
)
_UNPAID = frozenset({"unpunished", "unanswered", "unavenged", "unnoticed"})
_ANSWERING = frozenset({"respond", "retaliate", "reply", "pay", "regret", "answer"})
_IN_KIND = frozenset(
    {
        "kind",
        "accordingly",
        "appropriately",
        "proportionately",
        "symmetrically",
        "harshly",
        "force",
        "price",
        "dearly",
        "strength",
    }
)
# Deeds against somebody, of a vow: "vowed to prosecute them".
_AGAINST = frozenset(
    "prevent block hunt prosecute punish obstruct resist defy fight oust topple avenge sabotage disrupt thwart shut show treat stop hit respond retaliate paralyse paralyze veto sue "
    "carry intensify escalate march boycott".split()
)
_HELD = frozenset({"treated", "regarded", "considered", "seen", "viewed", "met", "answered", "treat", "regard", "consider"})
_AS = frozenset(
    "attack war aggression provocation target targets act force declaration enemy enemies hostile invaders fire arsonist traitor traitors".split()
)
_JUSTICE = frozenset({"brought", "held", "dealt", "punished", "prosecuted"})
DEALT = _HELD | _JUSTICE | _COMES | _UNPAID | _ANSWERING | {"go", "target", "targets"}
GIVES = frozenset({"give", "gives", "gave", "given", "giving"})
_OWN = frozenset({"its", "their", "his", "her", "our", "my"})
_FREE = frozenset({"off", "leave", "of", "away", "holiday"})
_LENGTHS = frozenset({"hours", "days", "weeks", "hour", "day", "week"})


def vowed(page: Page, index: int) -> Found | None:
    """Give "promised a reply in kind", "vowed to prosecute the marchers": what a vow is against somebody."""
    tree = page.tree
    if tree.low(index) not in VOWS or tree.pos(index) != "VERB" or negation(tree, index) is not None:
        return None
    subject, span = page.subject(index), clause_of(tree, index)
    if span is None or (subject is not None and tree.low(subject) in ("i", "you")):
        return None
    things = [i for i in tree.under(index, "obj") if i > index]
    deeds = [i for i in tree.under(index, "xcomp", "ccomp", "advcl") if i > index and is_infinitive(tree, i)]
    is_answer = any(tree.low(i) in _ANSWERS - {"measures", "steps", "action"} for i in things)
    if tree.low(index).startswith("threat"):
        things += [i for i in tree.under(index, "obl") if i > index and "with" in tree.marks(i)]
        is_answer = is_answer or any(_is_threatened(page, i) for i in things)
    is_against = any(
        tree.low(i) in _AGAINST
        or (tree.low(i) == "take" and _is_to_court(tree, i))
        or _is_to_suffer(tree, i)
        or _is_to_go_on(tree, i)
        for i in deeds
    ) and not tree.low(index).startswith("threat")
    if not (is_answer or is_against):
        return None
    span = trimmed(tree, tree.span(index).start, span.end)
    return Found(WatchpointKind.THREAT, index, span) if span is not None else None


_PAYS = frozenset(("pay", "suffer", "regret", "bleed"))
_RELENTS = frozenset("desist relent yield surrender disarm retreat budge".split())


def _is_to_suffer(tree: Tree, index: int) -> bool:
    """Tell "vowed to make them pay"."""
    return tree.low(index) == "make" and not _PAYS.isdisjoint(tree.lows[index + 1 : index + 6])


def _is_to_go_on(tree: Tree, index: int) -> bool:
    """Tell "vowed not to desist", "vowed never to disarm"."""
    return tree.low(index) in _RELENTS and negation(tree, index) is not None


# Share of the head for acts from which what somebody threatens is a deed.
_ACT = 0.3
_COURTS = frozenset({"court", "arbitration", "tribunal", "courts", "judges"})


def _is_threatened(page: Page, index: int) -> bool:
    """Tell "threatened a slowdown", "a motion", from somebody who is threatened."""
    statement, tree = page.statement_at(index), page.tree
    is_deed = is_deed_noun(page, index) or act_share(page, index) >= _ACT
    is_said = statement is not None and statement.act is Act.THREATEN and tree.determiner(index) in ("a", "an", "further", "new")
    return tree.pos(index) == "NOUN" and not page.is_agent(index) and (is_deed or is_said)


def _is_to_court(tree: Tree, index: int) -> bool:
    """Tell "vowed to take it to court"."""
    return any(tree.low(i) in _COURTS for i in tree.under(index, "obl"))


def dealt_with(page: Page, index: int) -> Found | None:
    """Give "will not go unpunished", "would be regarded as an attack", "countermeasures will follow", "will respond in kind"."""
    tree, low = page.tree, page.tree.low(index)
    auxes = aux_words(tree, index)
    subject = page.subject(index)
    if (
        low not in DEALT
        or tree.pos(index) not in ("VERB", "ADJ", "NOUN")
        or not auxes & WILL
        or "have" in auxes
        or subject is None
        or tree.low(subject) in ("i", "you")
    ):
        return None
    denied = negation(tree, index) is not None
    if not (_is_paid(tree, index) if denied else (_is_taken_for(tree, index) or _is_answered(page, index, subject))):
        return None
    span = clause_of(tree, index)
    if span is None:
        return None
    time = page.time_in(span, index)
    return Found(WatchpointKind.THREAT, index, span, time=time.span if time is not None else None)


def _is_paid(tree: Tree, index: int) -> bool:
    """Tell "will not go unpunished"."""
    return tree.low(index) in _UNPAID or (tree.low(index) in ("go", "remain") and tree.low(index + 1) in _UNPAID)


def _is_taken_for(tree: Tree, index: int) -> bool:
    """Tell "would be treated as an act of war", "will be a legitimate target", "will be held to account"."""
    low, after = tree.low(index), tree.lows[index + 1 : index + 9]
    if low in _HELD:
        return ("as" in after or "with" in after) and not _AS.isdisjoint(after)
    if low in ("target", "targets"):
        return bool(tree.under(index, "cop")) and bool(tree.under(index, "amod", "case") or tree.determiner(index))
    is_to = {"justice", "account", "severely", "harshly", "law"} & set(after[:5])
    return low in _JUSTICE and bool(is_to) and "be" in aux_words(tree, index)


def _is_answered(page: Page, index: int, subject: int) -> bool:
    """Tell "the reply will be painful", "Norland will respond in kind", "those who fired will pay"."""
    tree, low = page.tree, page.tree.low(index)
    said = page.statement_at(index)
    is_vowed = said is not None and said.act in (Act.WARN, Act.THREATEN, Act.PROMISE)
    if low in _COMES and tree.low(subject) in _ANSWERS and (is_vowed or tree.low(subject) not in ("action", "steps", "answer")):
        return True
    if low not in _ANSWERING or any(tree.low(i) in _LETTERS for i in tree.under(index, "obl", "obj")):
        return False
    is_harsh = (
        not _IN_KIND.isdisjoint(tree.lows[index + 1 : index + 6]) or low == "retaliate" or (low == "regret" and said is not None)
    )
    return is_harsh or (is_vowed and page.is_agent(subject) and low in ("respond", "pay"))


def given_time(page: Page, index: int) -> Found | None:
    """Give "gave the council three days", "give government troops until dusk": an ultimatum that does not tell what must be done, or not near."""
    tree = page.tree
    if tree.low(index) not in GIVES or tree.pos(index) != "VERB" or negation(tree, index) is not None:
        return None
    objects = [i for i in tree.under(index, "obj", "iobj", "obl") if i > index]
    length = next(
        (i for i in objects if tree.low(i) in _LENGTHS and tree.under(i, "nummod") and tree.low(i + 1) not in _FREE), None
    )
    whom = next((i for i in objects if i != length and page.is_agent(i) and tree.kind(i) != "obl"), None)
    span = clause_of(tree, index)
    if whom is not None and (tree.low(whom).endswith(("self", "selves")) or tree.has(whom, "nmod", _OWN)):
        return None  # a term, and nobody's ultimatum
    if span is None or whom is None or page.is_short(span):
        return None
    inside = tree.doc.tokens_in(span)
    until = next((i for i in inside if i > whom and tree.low(i) == "until"), None)
    day = page.day_in(Span(tree.span(until).end, span.end)) if until is not None else None
    if (length is None or length < whom) and day is None:
        return None
    return Found(WatchpointKind.THREAT, index, span, time=day.span if day is not None else None)
