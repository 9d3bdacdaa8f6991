"""The index of names: an older ledger gets it filled; words, forms and words alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from made_readings import reading
from sayso.errors import WrongCall
from sayso.record.ledger import open_ledger
from sayso.record.migrations.names import names
from sayso.record.wordings import alike, forms_of


def test_an_older_ledger_gets_it_filled(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.add(reading(1))
        ledger.link()
        before = [row.key for row in ledger.view().search_linked("engineers")]
        with ledger._database.write() as connection:
            connection.exec_driver_sql("DROP TABLE names_index")
            names(connection)
        assert before and [row.key for row in ledger.view().search_linked("engineers")] == before


def test_what_is_typed_is_no_query(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.add(reading(1))
        ledger.link()
        for words in ('engineers" OR name:*', "engineers) AND (", "NEAR(engineers)", "engineers' --"):
            ledger.view().search_linked(words)
        assert ledger.view().search_linked('"least 4 engineers"') and not ledger.view().search_linked('"engineers least"')
        assert ledger.view().search_linked("engin*")
        with pytest.raises(WrongCall, match="expected words"):
            ledger.view().search_linked("…")


def test_forms_and_words_alike() -> None:
    assert {"sending", "sent", "send"} <= set(forms_of("sending"))
    assert forms_of("Lock") == ("lock",)
    assert "armistice" in alike("truces") and "truce" not in alike("truces")
    assert alike("zebra") == ()
