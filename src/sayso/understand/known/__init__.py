"""What sayso knows of actors by name: lookups over lexicons/actors, no text but a name or a phrase. Front door: `actors`."""
