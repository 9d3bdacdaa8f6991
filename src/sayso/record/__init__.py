"""Reading → Ledger: what the reports say, kept so that reading twice changes nothing. Front door: `ledger`."""
