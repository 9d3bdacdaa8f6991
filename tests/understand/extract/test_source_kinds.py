"""What kind of actor a common noun phrase means."""

from __future__ import annotations

import pytest

from sayso.findings.actor import ActorKind
from sayso.understand.extract.source_kinds import kind_of


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("harbour pilot", ActorKind.PERSON),
        ("pilot who flew with two clerks", ActorKind.PERSON),
        ("two-star general", ActorKind.PERSON),
        ("one of the clerks", ActorKind.PERSON),
        ("clerks who were there", ActorKind.GROUP),
        ("not everyone in the north", ActorKind.GROUP),
        ("Two", ActorKind.GROUP),
        ("Some in the capital", ActorKind.GROUP),
        ("family", ActorKind.GROUP),
        ("labour federation", ActorKind.ORGANISATION),
        ("coastguard", ActorKind.ORGANISATION),
        ("opposition", ActorKind.ORGANISATION),
        ("opposition leader", ActorKind.PERSON),
    ],
)
def test_a_phrase_means_one_person_several_or_a_body(phrase: str, kind: ActorKind) -> None:
    assert kind_of(phrase, phrase) is kind
