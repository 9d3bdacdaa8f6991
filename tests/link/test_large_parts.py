"""What keeps figures apart is asked in connected parts of very many members too: within what the bonds alone would make one group."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sayso.findings.figure import FigureKind
from sayso.link import kinds
from sayso.link.joining import Rulings
from sayso.link.kinds import SERIES, Bond
from sayso.link.series import Given
from sayso.span import Span


def count(report: str, stage: str) -> Given:
    return Given(
        report=report, figure="f1", span=Span(0, 2), words="40", published=date(2031, 6, 1), as_of=None, start=None, end=None, kind=FigureKind.COUNT, unit=None,
        dimension=None, factor=1.0, low=40.0, high=40.0, approximate=False, of="miners", things=frozenset(("miner",)), part=False, stages=frozenset((stage,)),
        done=stage, spots=(), joint=False, whose=None, giver=None, giver_name=None, voice=report, statement=None, event=None, happening=frozenset(),
        setting=frozenset(), names=frozenset(), cast=frozenset(), matter=frozenset(),
    )  # fmt: skip


def test_two_that_exclude_one_another_stay_apart_in_a_large_part(monkeypatch: pytest.MonkeyPatch) -> None:
    killed, open_to_both, hurt = (count(f"r{at}", stage) for at, stage in enumerate(("killed", "x", "wounded")))
    bonds = {(one.key, other.key): Bond("same", 0.9, ()) for one, other in ((killed, open_to_both), (open_to_both, hurt))}
    alone = replace(count("r9", "killed"), of="trawlers", things=frozenset(("trawler",)))
    for most, asked in ((300, True), (3, True), (2, False)):
        monkeypatch.setattr(kinds, "MOST_JUDGED", most)
        groups = list(SERIES.group([hurt, open_to_both, killed, alone], bonds, Rulings()))
        together = [group for group in groups if {killed.key, hurt.key} <= set(group.members)]
        assert bool(together) is not asked, most
