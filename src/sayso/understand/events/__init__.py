"""Events: who did what to whom, in PLOVER 0.8. Front door: `assembly.find_happenings`, then `assembly.make_events`."""
