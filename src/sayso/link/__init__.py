"""Across reports: what is a copy of what. Pure functions over reports; the ledger calls them and keeps what they give."""
