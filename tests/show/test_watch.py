"""`sayso diff` and `sayso watch`: what they write, and what their exit codes say."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.model

PAGES = (
    {"id": "1", "published": "2031-03-01", "outlet": "Gull", "url": "https://gull.example/1",
     "text": "Pelm's navy has seized two trawlers near Cape Vray, Orra's government said on Saturday."},
    {"id": "2", "published": "2031-03-04", "outlet": "Tern", "url": "https://tern.example/2",
     "text": "Pelm's defence ministry denied on Tuesday that its navy had seized two trawlers near Cape Vray."},
)  # fmt: skip
QUESTIONS = '[[question]]\nname = "Denials"\nclaim = "trawlers"\nstand = "denies"\n'


@pytest.fixture
def ledger(tmp_path: Path, say: Callable) -> Path:
    pages = tmp_path / "pages.jsonl"
    pages.write_text("".join(json.dumps(page) + "\n" for page in PAGES), encoding="utf8")
    path = tmp_path / "situation.db"
    assert say("read", str(pages), "--ledger", str(path)).exit_code == 0
    return path


def test_watch_tells_once_and_says_so_by_its_code(ledger: Path, tmp_path: Path, say: Callable) -> None:
    questions = tmp_path / "questions.toml"
    questions.write_text(QUESTIONS, encoding="utf8")
    first, second = (say("watch", str(questions), "--ledger", str(ledger)) for _ in range(2))
    every = say("watch", str(questions), "--all", "--format", "json", "--ledger", str(ledger))
    assert (first.exit_code, second.exit_code, every.exit_code) == (4, 0, 0)
    assert first.stdout.startswith("Denials\n") and "denies" in first.stdout
    assert second.stdout == "" and "nothing new" in second.stderr
    assert [hit["says"] for hit in json.loads(every.stdout)] == ["denies"]


def test_diff_tells_a_new_denial_with_its_place(ledger: Path, say: Callable) -> None:
    told = say("diff", "--since", "2031-03-02", "--ledger", str(ledger))
    assert told.exit_code == 0
    assert "## Newly denied" in told.stdout and "[1] Tern" in told.stdout
    kinds = {
        change["kind"]
        for change in json.loads(
            say("diff", "--between", "2031-03-02", "2031-03-09", "--format", "json", "--ledger", str(ledger)).stdout
        )["changes"]
    }
    assert "newly denied" in kinds


@pytest.mark.parametrize("asked", [(), ("--since", "2031-03-02", "--between", "2031-03-02", "2031-03-03"), ("--since", "soon")])
def test_diff_wants_one_question(ledger: Path, say: Callable, asked: tuple[str, ...]) -> None:
    refused = say("diff", *asked, "--ledger", str(ledger))
    assert refused.exit_code == 2
    assert refused.stdout == "" and refused.stderr.startswith("sayso: ")
