"""Names of actors, folded for looking up: case, accents and marks do not tell two names apart."""

from __future__ import annotations

import unicodedata

from sqlalchemy import Connection, literal, or_, select

from .tables import actor_names, actors


def fold(name: str) -> str:
    """Give the name in lower case without accents, its words parted by single spaces ("Cho Tae-yul" → "cho tae yul")."""
    bare = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in "".join(bare).casefold()).split())


def keys_of(connection: Connection, words: str) -> tuple[str, ...]:
    """Give the keys of the actors the words may mean, in order; empty where the ledger knows none.

    The first that gives any wins: the key itself (any case), a whole name or alias, words within a name ("zakharova").
    """
    key = words.strip()
    exact = connection.scalars(
        select(actors.c.key).where(or_(actors.c.key == key, actors.c.key == key.upper(), actors.c.key == key.lower()))
    )
    found = tuple(sorted(exact))
    folded = fold(words)
    if found or not folded:
        return found
    whole = select(actor_names.c.actor_key).where(actor_names.c.folded == folded).distinct()
    found = tuple(sorted(connection.scalars(whole)))
    if found:
        return found
    padded = literal(" ") + actor_names.c.folded + literal(" ")  # folded words hold no % or _
    return tuple(sorted(connection.scalars(select(actor_names.c.actor_key).where(padded.like(f"% {folded} %")).distinct())))
