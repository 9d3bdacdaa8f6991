"""Other rules of linking: everything is linked anew once, in steps that may be cut off, and ends as if it had been linked so at first."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, select, update

from made_readings import reading
from sayso.link import kinds
from sayso.record.ledger import Ledger, open_ledger
from sayso.record.link_tables import LINK_TABLES, members
from sayso.record.linking import renewing, rules
from sayso.record.linking.shelf import pack
from sayso.record.renewal_tables import link_rules
from sayso.record.tables import migrations
from sayso.show.cli.running import renew_shown

SHARED = (1, 2, 31, 32, 4, 9)
LINK = Path(kinds.__file__).parent


def filled(path: Path) -> list[Any]:
    """Make a ledger and give what it holds linked."""
    with open_ledger(path) as ledger:
        for number in SHARED:
            ledger.add(reading(number))
        ledger.link()
        return rows(ledger)


def rows(ledger: Ledger) -> list[Any]:
    with ledger._database.read() as connection:
        found = [(table.name, tuple(row)) for table in LINK_TABLES for row in connection.execute(select(table))]
        names = connection.exec_driver_sql("SELECT kind, key, name FROM names_index").all()
    return sorted(found, key=repr) + sorted(map(tuple, names))


def test_the_same_rules_write_nothing(path: Path) -> None:
    filled(path)
    before = path.read_bytes()
    with open_ledger(path) as ledger:
        assert (ledger.view().outdated(), ledger.renew(), renew_shown(ledger)) == (0, 0, 0)
    assert path.read_bytes() == before


def test_other_rules_link_everything_anew_once(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = filled(path)
    monkeypatch.setattr(kinds, "TIED", 0.0)
    monkeypatch.setattr(renewing, "rules", lambda: "others")
    wanted = filled(tmp_path / "whole.db")
    assert wanted != before
    with open_ledger(path) as ledger:
        assert (ledger.link(), rows(ledger) == before, ledger.view().outdated()) == (0, True, len(SHARED))
        assert (ledger.renew(), ledger.view().outdated(), ledger.renew()) == (len(SHARED), 0, 0)
        assert rows(ledger) == wanted


def test_what_is_cut_off_goes_on_and_questions_are_answered(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = filled(path)
    monkeypatch.setattr(renewing, "rules", lambda: "others")
    monkeypatch.setattr(renewing, "BATCH", 2)

    def cut_off(done: int) -> None:
        raise KeyboardInterrupt

    with open_ledger(path) as ledger:
        claims = len(ledger.claims())
        with pytest.raises(KeyboardInterrupt):
            ledger.renew(tell=cut_off)
        assert (ledger.view().outdated(), ledger.view().waiting(), len(ledger.claims())) == (len(SHARED) - 2, 0, claims)
    with open_ledger(path) as ledger:
        assert renew_shown(ledger) == len(SHARED) - 2
        assert rows(ledger) == before
    assert "4 text(s) are linked anew" in capsys.readouterr().err


def test_what_is_kept_otherwise_is_made_as_if_it_were_new(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = filled(path)
    with open_ledger(path) as ledger:
        with ledger._database.write() as connection:
            connection.execute(update(members).where(members.c.kind == "claim"), {"body": pack({"words": "of another version"})})
        monkeypatch.setattr(renewing, "rules", lambda: "others")
        assert ledger.renew() == len(SHARED)
        assert (rows(ledger), ledger.view().outdated(), ledger.view().waiting()) == (before, 0, 0)


def test_a_ledger_from_before_is_linked_anew(path: Path) -> None:
    before = filled(path)
    with open_ledger(path) as ledger, ledger._database.write() as connection:
        connection.execute(delete(migrations).where(migrations.c.name == "0010-rules"))
        for table in (link_rules.name, "to_renew"):
            connection.exec_driver_sql(f"DROP TABLE {table}")
    with open_ledger(path) as ledger:
        assert ledger.view().outdated() == len(SHARED)
        assert ledger.renew() == len(SHARED)
        assert (rows(ledger), ledger.view().outdated()) == (before, 0)


def test_the_rules_hold_every_lexicon_that_links_read() -> None:
    words = "\n".join(path.read_text(encoding="utf8") for path in sorted(LINK.rglob("*.py")))
    read = set(re.findall(r'entries\("([^"]+)"\)', words)) | set(re.findall(r'"((?:actors|en)/\w+)"', words))
    assert read == set(rules.LEXICONS)
    assert set(re.findall(r'"(en/\w+\.\w+)"', words)) == set(rules.WORD_TABLES)


def test_a_users_own_words_are_other_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = rules.rules()
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "alike.yml").write_text("- {key: haul, words: [haul, lug]}\n", encoding="utf8")
    monkeypatch.setenv("SAYSO_LEXICONS", str(tmp_path))
    rules.rules.cache_clear()
    try:
        assert rules.rules() != ours
    finally:
        rules.rules.cache_clear()
