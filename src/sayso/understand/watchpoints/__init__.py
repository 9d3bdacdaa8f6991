"""What may come, as an analyst lists it: possibilities, conditionals, threats, open questions, forecasts, set days. Front door: `making.make_watchpoints`."""
