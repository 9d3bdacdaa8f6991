"""Time expressions of English news: words → kinds of words → phrases by a grammar over the kinds → TIMEX3 values and days. Front: reading.py."""
