"""Words that name a place → what they mean on the map, from a gazetteer inside the package."""
