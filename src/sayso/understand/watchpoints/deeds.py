"""Which words tell a deed of politics or conflict: what an analyst waits for, unlike a wedding or a sale. A page and a word in, yes or no out.

By lists of our own and by the head for acts where the model has one. Cases: cases/watchpoints.yml.
"""

from __future__ import annotations

from functools import cache

from ..extract.cues import inflections
from ..reality.operators import hostile_acts
from .chances import is_happening
from .page import Page

# Share of the head for acts from which a word is a deed. On the passages to tune on 0.2 to 0.6 find the same (benchmarks/marks/watchpoints.py).
_LEAST = 0.35
# Verbs that tell nothing by themselves: the deed is their object.
_LIGHT = frozenset(
    "hold make take give have conduct carry stage launch open begin start resume reach sign issue impose put place bring".split()
)
_DEEDS = frozenset(
    "meet visit host travel attend address testify negotiate discuss sign ratify vote veto approve adopt pass reject endorse oppose back resign step withdraw "
    "pull deploy send arrest detain charge prosecute indict extradite deport expel release free investigate probe question sue appeal petition rule sentence try "
    "impose lift ease tighten ban suspend cancel postpone recognise recognize join leave quit dissolve appoint nominate replace impeach declare proclaim announce "
    "propose introduce submit file seek demand protest march rally strike boycott blockade seize capture storm invade attack bomb shell retaliate respond disarm "
    "surrender evacuate close shut reopen cut raise increase reduce expand extend enforce implement nationalise nationalize privatise privatize recall summon "
    "convene debate decide legalise legalize decriminalise decriminalize criminalise criminalize regulate amend repeal revoke overhaul restore abolish "
    "relocate redeploy besiege liberate nominate oust topple overthrow sack dismiss fire audit inspect monitor begin resume mediate intervene apologise apologize arm train dismantle disband run campaign challenge contest compete concede".split()
)
DEED_NOUNS = frozenset(
    "meeting meetings summit visit vote referendum election elections primary runoff debate hearing trial inquiry investigation session conference negotiations "
    "march rally demonstration protest protests walkout lockout curfew siege mission campaign operation exercises drills exercise resumption signing accord treaty pact "
    "settlement resolution reform reforms impeachment prosecution extradition deportation release merger sale transfer deployment inauguration concession concessions endorsement "
    "nomination appointment resignation showdown crackdown ban tariffs embargo resettlement closure handover ruling verdict decision appearance congress "
    "convention launch test launches tests reshuffle coalition alliance restrictions limits curbs controls pressure "
    "legalisation legalization decriminalisation decriminalization nationalisation nationalization privatisation privatization expansion removal abolition "
    "ratification purchase litigation lawsuit lawsuits suspension expulsion mediation normalisation normalization recognition overhaul repeal relocation".split()
)


_PRIVATE = frozenset(
    "mother father wife husband family parents parent son daughter children friends friend girlfriend boyfriend".split()
)


@cache
def _verbs() -> frozenset[str]:
    return frozenset(form for word in _DEEDS for form in inflections({"word": word, "kind": "verb"}))


@cache
def _light() -> frozenset[str]:
    return frozenset(form for word in _LIGHT for form in inflections({"word": word, "kind": "verb"}))


def tells_deed(page: Page, index: int) -> bool:
    """Tell a verb or noun of a deed; of a light verb its object counts too."""
    tree = page.tree
    low = tree.low(index)
    if any(tree.low(i) in _PRIVATE for i in tree.under(index, "obj", "obl")):
        return False
    if low in _verbs() or is_deed_noun(page, index) or low in hostile_acts():
        return True
    if act_share(page, index) >= _LEAST:
        return True
    objects = [i for i in tree.under(index, "obj") if i > index]
    return low in _light() and any(is_deed_noun(page, i) or tree.low(i) == "place" for i in objects)


def act_share(page: Page, index: int) -> float:
    """Give how likely the head for acts finds a word to tell one; 0 where the model has no such head."""
    acts = page.doc.acts
    return acts.is_act(index) if acts is not None else 0.0


def ahead_share(page: Page, index: int) -> float:
    """Give how likely the head for what may come finds a word to carry it; 0 where the model has no such head."""
    acts = page.doc.acts
    return 1 - float(acts.may[index, 0]) if acts is not None else 0.0


def is_deed_noun(page: Page, index: int) -> bool:
    """Tell a noun of a happening or a deed: "summit", "ceasefire"."""
    low = page.tree.low(index)
    return low in DEED_NOUNS or is_happening(low)
