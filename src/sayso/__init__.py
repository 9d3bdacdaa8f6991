"""sayso: reads news reports and keeps a situation ledger — who said what, how many, on whose say-so."""
