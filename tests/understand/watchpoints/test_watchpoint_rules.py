"""Rules are asked at the words by which they can begin alone: asked at every word they find the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from sayso.findings.watchpoint import Watchpoint
from sayso.flow import read_text
from sayso.understand.encoder import model_folder
from sayso.understand.watchpoints import rules

CASES = Path(__file__).parents[3] / "cases" / "watchpoints.yml"
# One case of so many is read twice: all of them take half a minute.
ONE_OF = 6


def found_in(texts: list[str]) -> list[tuple[Watchpoint, ...]]:
    return [read_text(text, given={"published": "2024-10-24", "language": "en"}).watchpoints for text in texts]


@pytest.mark.model
def test_no_rule_finds_anything_where_it_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    if not (model_folder() / "encoder.onnx").is_file():
        pytest.skip("no shipped model: training/export.py makes it")
    texts = [case["text"] for case in yaml.safe_load(CASES.read_text(encoding="utf8"))][::ONE_OF]
    asked = found_in(texts)
    assert sum(map(len, asked)) > len(texts) / 4
    anywhere = tuple(
        replace(r, tags=(), words=frozenset(), kinds=(), classes=(), auxes=frozenset(), with_aux=False, near=None)
        for r in rules.RULES
    )
    monkeypatch.setattr(rules, "RULES", anywhere)
    for kept in (rules._index, rules._near):
        kept.cache_clear()
    try:
        assert found_in(texts) == asked
    finally:
        for kept in (rules._index, rules._near):
            kept.cache_clear()
