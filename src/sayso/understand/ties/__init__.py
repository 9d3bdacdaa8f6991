"""Standing relations between the actors of a report, by the words and the syntax that say them. Front door: `making.make_ties`."""
