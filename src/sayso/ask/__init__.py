"""Questions over a View; nothing here writes. Front door: `questions`."""
