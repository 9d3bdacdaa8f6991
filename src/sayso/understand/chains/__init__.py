"""Coreference: which mentions of a report are about one and the same. `resolver.resolve` is the front door; nothing here reads a model."""
