"""CAMEO rows: code, root, quad class and the two actors as CAMEO writes them, then all columns of the PLOVER rows.

CAMEO has no words for what did not happen or is only denied, so only what happened or goes on, by somebody's say-so, is written unless
other realities and statuses are asked for.
"""

from __future__ import annotations

from ...record.found import ActorCard
from .columns import Column, Export, Row
from .people import country, sector
from .plover import PLOVER

# First two digits of a code -> quad class: verbal and material cooperation, verbal and material conflict.
_QUADS = {1: range(1, 6), 2: range(6, 9), 3: range(9, 14), 4: range(14, 21)}


def _code(row: Row) -> str:
    return row.found.event.cameo or ""


def quad_class(code: str) -> int | None:
    """Give CAMEO's quad class of a code, 1 to 4."""
    return next((quad for quad, roots in _QUADS.items() if code[:2].isdigit() and int(code[:2]) in roots), None)


def actor_code(card: ActorCard) -> str:
    """Give an actor as CAMEO writes it: the state's code, and the sector's where it is not the state itself."""
    of, role = country(card) or "", sector(card) or ""
    return of if card.kind == "country" else f"{of}{role}"


CAMEO = Export(
    name="cameo",
    sentence="Events that have a CAMEO code, happened or go on, and are not only denied: code and actors as CAMEO writes them, then the columns of the PLOVER rows.",
    columns=(
        Column("CAMEO Code", "the code the table of PLOVER's manual leads to", _code),
        Column("CAMEO Root", "its first two digits", lambda r: _code(r)[:2]),
        Column(
            "CAMEO Quad Class",
            "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
            lambda r: quad_class(_code(r)),
        ),
        Column(
            "Actor1 Code",
            "state and sector of who did it (PRK, RUSGOV), a list, empty values where neither is known",
            lambda r: [actor_code(card) for card in r.found.actors],
        ),
        Column("Actor2 Code", "likewise, to whom", lambda r: [actor_code(card) for card in r.found.recipients]),
        *PLOVER.columns,
    ),
    realities=("happened", "ongoing"),
    statuses=("asserted", "contested"),
    takes=lambda found: found.event.cameo is not None,
)
