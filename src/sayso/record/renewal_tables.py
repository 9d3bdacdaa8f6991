"""The ledger's tables of the rules by which it is linked, and of the texts that still stand as older rules linked them."""

from __future__ import annotations

from sqlalchemy import Column, String, Table

from .tables import metadata

# One row: a digest of the rules (linking.rules); none in a ledger that was linked before they were noted.
link_rules = Table("link_rules", metadata, Column("digest", String(12), primary_key=True))

# Texts to be linked anew by these rules.
to_renew = Table("to_renew", metadata, Column("text_sha256", String(64), primary_key=True))

RENEWAL_TABLES = (link_rules, to_renew)
