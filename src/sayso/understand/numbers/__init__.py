"""Numbers in text → quantities: digits and words, bounds, units, what is counted. Front door: `quantities`."""
