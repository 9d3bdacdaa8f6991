"""Which names are taken for cut or for mere descriptions: nobody is told of by them."""

from __future__ import annotations

import pytest

from sayso.findings.actor import ActorKind
from sayso.understand.events.certainty import is_cut
from sayso.understand.extract.cast import Part, slug


def part(name: str, kind: ActorKind) -> Part:
    return Part(slug(name), name, kind)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("for the Southern Valleys", ActorKind.ORGANISATION),
        ("This Famous Senator", ActorKind.PERSON),
        ("candidate of the harbour party", ActorKind.PERSON),
        ("Amina", ActorKind.PERSON),
        ("Foundation", ActorKind.ORGANISATION),
    ],
)
def test_descriptions_and_pieces_of_names_are_cut(name: str, kind: ActorKind) -> None:
    assert is_cut(part(name, kind), None)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Amina Diallo", ActorKind.PERSON),
        ("Kim Hong-kyun", ActorKind.PERSON),
        ("Salim al-Haddad", ActorKind.PERSON),
        ("Front for the Liberation of the Valleys", ActorKind.ORGANISATION),
    ],
)
def test_whole_names_are_not_cut(name: str, kind: ActorKind) -> None:
    assert not is_cut(part(name, kind), None)


def test_what_is_called_after_its_state_may_be_a_description() -> None:
    assert not is_cut(part("Chadian fishermen", ActorKind.ORGANISATION), "TCD")
