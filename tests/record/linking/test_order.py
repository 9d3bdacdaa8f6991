"""What reports share is the same in whatever order they are read and however many at a time they are linked."""

from __future__ import annotations

from pathlib import Path

import pytest

import order
from made_readings import reading
from varied_readings import Models, Planned


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[order.Order], list[str]]:
    """Give the orders, and the rows that the first of them leaves."""
    models = Models([[reading(number) for number in range(start, start + 3)] for start in (0, 20)])
    varied = [models.make(Planned(story, place)) for story in range(3) for place in range(3)]
    orders = list(order.orders_of([*(reading(number) for number in range(8)), *varied], [reading(40), reading(41)], 4))
    return orders, order.rows_after(orders[0], tmp_path_factory.mktemp("first"))


@pytest.mark.parametrize("number", [1, 2, 3])
def test_another_order_leaves_the_same_rows(first: tuple[list[order.Order], list[str]], number: int, tmp_path: Path) -> None:
    orders, rows = first
    assert any('["linkages"' in row and '"kind": "series"' in row for row in rows)
    assert order.rows_after(orders[number], tmp_path) == rows
