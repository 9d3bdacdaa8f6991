"""By which rules a ledger is linked: a digest of all that decides what reports share, so that other rules are told from these."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path

from ...lexicons import user_folder

# What the rules read of the lexicons: files with entries, which a user's own are laid over, and tables.
LEXICONS = (
    "actors/agencies", "actors/offices", "actors/outlets", "actors/states", "en/alike", "en/claim_stances", "en/claim_words", "en/figure_stages", "en/irregular_verbs", "en/nouns_of_people",
    "en/number_words", "en/opposites", "en/reporting_verbs", "en/rivals",
)  # fmt: skip
WORD_TABLES = ("en/kinds.tsv", "en/synonyms.tsv", "en/word_vectors.bin")
_RULES = (".py", ".json", ".tsv")


@cache
def rules() -> str:
    """Give the digest (12 hex digits): of the code and weights of sayso.link, of this package, and of the lexicons they read."""
    sha = hashlib.sha256()
    for name, path in _files():
        sha.update(name.encode() + b"\0" + path.read_bytes())
    return sha.hexdigest()[:12]


def _files() -> Iterator[tuple[str, Path]]:
    ours = Path(str(resources.files("sayso")))
    for folder in ("link", "record/linking"):
        found = (path for path in (ours / folder).rglob("*") if path.suffix in _RULES)
        yield from sorted((path.relative_to(ours).as_posix(), path) for path in found)
    own = user_folder()
    for name in LEXICONS:
        yield name, ours / "lexicons" / f"{name}.yml"
        if own and (theirs := own / f"{name}.yml").is_file():
            yield f"own {name}", theirs
    yield from ((name, ours / "lexicons" / name) for name in WORD_TABLES)
