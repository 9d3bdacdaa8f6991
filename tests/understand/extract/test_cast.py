"""Cast: what is mentioned aside is not looked up afterwards, however it ends."""

from __future__ import annotations

import pytest

from sayso.findings.actor import ActorKind
from sayso.span import Span
from sayso.understand.extract.cast import Cast


def test_what_is_mentioned_aside_stays_out_though_it_breaks_off() -> None:
    cast = Cast("Ilka Dorn spoke. The bargee slept.")
    part = cast.part("ilka-dorn", "Ilka Dorn", ActorKind.PERSON)
    cast.mention(part, Span(0, 9))
    with pytest.raises(ValueError, match="broke"), cast.aside():
        cast.mention(part, Span(17, 27), naming=False)
        raise ValueError("broke")
    assert cast.owner(Span(0, 9)) is part
    assert cast.owner(Span(17, 27)) is None
