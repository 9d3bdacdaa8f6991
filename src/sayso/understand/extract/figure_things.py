"""What a quantity is of where no counted noun stands beside it, by the syntax: "revenue rose 12 %", "a loss of $2 million". A Doc in, spans out.

Empty rather than wrong: pronouns, names of days and other numbers are never what a quantity is of. Cases: tests/understand/extract/test_figure_things.py.
"""

from __future__ import annotations

import re

from ...findings.figure import FigureKind
from ...span import Span
from ..doc import Doc
from ..numbers.counted import is_plural
from ..numbers.quantities import Quantity
from ..numbers.units import currency_words
from ..numbers.word_lists import words_of
from ..reality.tree import tree_of
from .figure_earlier import Earlier, Numbers

# Governors of a number that are looked up to for a verb: "to $3 million from $2 million" hang one on the other.
_HIGHEST = 4
# Words between a number and the noun it belongs to.
_FURTHEST = 8
_ARE = frozenset({"are", "were"})
_PEOPLE_OF = re.compile(r"[A-Z][a-z]+ese|French|British|Irish|Dutch|Spanish|Turkish|Danish|Swedish|Finnish|Polish|Welsh|Swiss")
_LEVELS = (FigureKind.MONEY, FigureKind.PERCENT)


class Things:
    """Finds what the quantities of one report are of; asked in text order."""

    def __init__(self, doc: Doc) -> None:
        self._tree, self._doc, self._numbers = tree_of(doc), doc, Numbers(doc)
        self._share: Span | None = None  # what a candidate's percent was of, when it was last said

    def of(self, quantity: Quantity, earlier: Earlier | None) -> Span | None:
        """Give the words a quantity is of, None where neither syntax nor the number before it tells."""
        found = self._of(quantity, earlier)
        if found is not None and found.of(self._doc.text).lower() == "times":
            found = None  # "nine times higher"
        found = self._without_verb(found)
        if (
            found is not None
            and quantity.unit == "percent"
            and self._tree.low(self._doc.tokens_in(found).stop - 1) in words_of("shares of votes")
        ):
            self._share = found
        return found

    def _without_verb(self, found: Span | None) -> Span | None:
        """Leave out a verb that looks like a second plural: "three states lack it", "a one-day offensive ends"."""
        words = self._doc.tokens_in(found) if found is not None else range(0)
        if found is None or len(words) < 2 or self._tree.pos(words[-1]) not in ("VERB", "AUX"):
            return found
        is_verb = self._tree.low(words[-1]).endswith("s") and self._tree.pos(words[-2]) in ("NOUN", "PROPN")
        return Span(found.start, self._doc.tokens[words[-2]].end) if is_verb else found

    def _of(self, quantity: Quantity, earlier: Earlier | None) -> Span | None:
        if self._numbers.is_joined(quantity, earlier) and earlier is not None:
            return earlier.of
        if quantity.of is not None and self._numbers.is_of_others(quantity, earlier) and earlier is not None:
            return earlier.of
        if quantity.of is not None and not self._numbers.is_of_them(quantity, earlier):
            return quantity.of
        if self._numbers.takes_up(quantity, earlier) and earlier is not None:
            return earlier.of
        again = self._numbers.again(quantity, earlier)
        if again is not None or not self._doc.heads:
            return again
        inside = [i for i in self._doc.tokens_in(quantity.span) if self._doc.relations[i] != "goeswith"]
        top = next((i for i in inside if self._tree.head(i) not in inside), None)
        if top is None:
            return None
        found = self._counted(quantity, top, inside[-1])
        if found is None and quantity.kind is FigureKind.COUNT:
            found = (
                self._of_a_country(inside[-1])
                or self._of_whom(inside[0])
                or self._called(inside[-1])
                or self._counted_again(inside[0], earlier)
                or self._number_of(inside[0])
            )
        if found is None and quantity.kind is FigureKind.MONEY and self._tree.kind(top) == "appos":
            found = self._noun(self._tree.head(top))
        if found is None:
            found = self._before_of(quantity, inside[0]) or self._attributive(quantity, top, inside[-1])
        if found is None and quantity.kind in (*_LEVELS, FigureKind.DURATION, FigureKind.COUNT, FigureKind.MEASURE):
            found = self._of_verb(quantity, inside[0], top)
        return found if found is not None else self._of_share(quantity, top)

    def _of_share(self, quantity: Quantity, top: int) -> Span | None:
        """Give what a person's percent is of, as a percent before said it: "45 percent support … Rask fell to 27 percent"."""
        if quantity.unit not in ("point", "percent") or self._share is None:
            return None
        tree, verb = self._tree, self._verb(top)
        at = verb if verb is not None else top
        return self._share if any(tree.pos(i) in ("PROPN", "PRON") for i in tree.under(at, "nsubj") if i < top) else None

    def _of_a_country(self, last: int) -> Span | None:
        """Give the people of a state in "the fate of 700 Lebanese who vanished", whose plural has no s."""
        if last + 1 >= len(self._doc.tokens) or not _PEOPLE_OF.fullmatch(self._doc.word(last + 1)):
            return None
        is_noun_next = self._tree.pos(last + 2) in ("NOUN", "PROPN", "ADJ", "NUM") or self._tree.low(last + 2) in ("-", "’", "'")
        return None if is_noun_next else self._doc.tokens[last + 1]

    def _of_whom(self, first: int) -> Span | None:
        """Give the antecedent of "…, of whom there are now 290,000"."""
        tree = self._tree
        whom = next(
            (i for i in range(first - 1, max(0, first - 8), -1) if tree.low(i) in ("whom", "which") and tree.low(i - 1) == "of"),
            None,
        )
        if whom is None:
            return None
        nouns = (i for i in range(whom - 2, max(0, whom - 14), -1) if tree.pos(i) == "NOUN" and is_plural(tree.low(i)))
        noun = next(nouns, None)
        return self._noun(noun) if noun is not None else None

    def _counted(self, quantity: Quantity, top: int, last: int) -> Span | None:
        """Give the noun a count belongs to by the syntax: "200 uniformed and plainclothes officers"."""
        tree = self._tree
        noun = tree.head(top)
        if quantity.kind is not FigureKind.COUNT or tree.kind(top) != "nummod" or tree.low(last + 1) in _ARE:
            return None
        for _ in range(2):
            if noun <= last or noun - last > _FURTHEST:
                return None
            if any(tree.pos(i) == "NUM" for i in range(last + 1, noun)):
                return None  # "a lift made for 6 bore 11 men"
            if quantity.low == quantity.high == 1 or is_plural(tree.low(noun)):
                found = self._noun(noun, after=last)
                return Span(self._doc.tokens[last + 1].start, found.end) if found else None
            noun = tree.head(noun)
        return None

    def _counted_again(self, first: int, earlier: Earlier | None) -> Span | None:
        """Give what the number before is of, where the same verb counts again: "counted 123 victims … has counted 1,107"."""
        tree = self._tree
        if earlier is None or earlier.of is None or earlier.kind is not FigureKind.COUNT or tree.pos(first - 1) != "VERB":
            return None
        verb = tree.low(first - 1)
        before = {tree.low(i) for i in self._doc.tokens_in(Span(max(0, earlier.span.start - 40), earlier.span.start))}
        is_near = self._doc.sentence_number(self._doc.tokens[first].start) - self._doc.sentence_number(earlier.span.start) <= 1
        return earlier.of if is_near and verb in before else None

    def _number_of(self, first: int) -> Span | None:
        """Give what "the number of wrecks grew, with a total of 230 found" speaks of."""
        tree, floor = self._tree, self._doc.tokens_in(self._doc.sentence_at(self._doc.tokens[first].start)).start
        if tree.low(first - 1) not in ("with", "to", "at", "reaching", "of", "totalling", "totaling"):
            return None
        at = next((i for i in range(first - 1, floor - 1, -1) if tree.low(i) == "number" and tree.low(i + 1) == "of"), None)
        if at is None or any(
            tree.pos(i) == "NUM"
            and tree.kind(i) == "nummod"
            and is_plural(tree.low(tree.head(i)))
            and tree.low(tree.head(i)) not in words_of("time nouns")
            for i in range(at, first)
        ):
            return None
        return self._noun(at)

    def _called(self, last: int) -> Span | None:
        """Give what so many are, right behind the number: "six are Georgians", "fourteen were Indian citizens"."""
        tree = self._tree
        if tree.low(last + 1) not in _ARE:
            return None
        for noun in range(last + 2, min(last + 6, len(self._doc.tokens))):
            is_name = self._doc.tokens[noun].of(self._doc.text)[:1].isupper()
            if is_plural(tree.low(noun)) and (tree.pos(noun) in ("NOUN", "PROPN") or is_name):
                return Span(self._doc.tokens[last + 2].start, self._doc.tokens[noun].end)
            if tree.pos(noun) not in ("ADJ", "NOUN", "PROPN"):
                return None
        return None

    def _attributive(self, quantity: Quantity, top: int, last: int) -> Span | None:
        """Give the noun that a sum or a measure stands before: "$7 million report", "155 mm shells"."""
        tree = self._tree
        noun = tree.head(top)
        if quantity.kind not in (FigureKind.MONEY, FigureKind.MEASURE) or tree.kind(top) not in (
            "compound",
            "nummod",
            "nmod",
            "amod",
        ):
            return None
        between = range(last + 1, noun + 1)
        if not 0 < len(between) <= _FURTHEST // 2 or any(tree.pos(i) not in ("NOUN", "ADJ", "PROPN", "PUNCT") for i in between):
            return None
        if any(tree.low(i) in (",", "(", ")", "–", "—", ";") for i in between):
            return None
        return self._noun(noun, after=last)

    def _before_of(self, quantity: Quantity, first: int) -> Span | None:
        """Give the noun of "a loss of $2 million", "a pause of 60 days"."""
        tree = self._tree
        if first < 2 or tree.low(first - 1) != "of" or quantity.kind in (FigureKind.AGE, FigureKind.RANK, FigureKind.SCORE):
            return None
        noun = first - 2
        if tree.pos(noun) == "NOUN" and tree.pos(noun - 1) == "ADP" and tree.pos(noun - 2) == "NOUN":
            noun -= 2  # "assets under management of $3 million"
        if tree.pos(noun) != "NOUN" or tree.low(noun) in words_of("no thing"):
            return None
        return self._noun(noun)

    def _of_verb(self, quantity: Quantity, first: int, top: int) -> Span | None:
        """Give the subject of what rises, costs, lasts or is so much, or what is bought for a sum or a sum is spent on."""
        tree = self._tree
        if any(tree.under(i, "cop") for i in self._doc.tokens_in(quantity.span)) and tree.under(top, "nsubj"):
            return self._subject(top, quantity)
        priced = self._worth(first) or self._priced(quantity, first, top) or self._as_long(quantity)
        if priced is not None:
            return priced
        verb = self._verb(top)
        if verb is None or (tree.pos(verb) == "AUX" and verb != top):
            return None
        low = tree.low(verb)
        if quantity.kind is FigureKind.MONEY:
            spent = self._spent_on(verb, quantity)
            if spent is not None:
                return spent
            if tree.low(first - 1) == "," and tree.kind(top) == "obj":
                return self._object(verb, quantity)  # "owe the port money for fuel, $3 million"
            if tree.low(first - 1) == "for" and low in words_of("trade"):
                return self._object(verb, quantity) or (self._subject(verb, quantity) if tree.under(verb, "aux") else None)
        is_level = quantity.kind in (*_LEVELS, FigureKind.MEASURE) or (
            quantity.kind is FigureKind.COUNT and tree.low(first - 1) in ("by", "to", "from")
        )
        if is_level and low in words_of("move") and tree.low(first - 1) != "since":
            is_gap = tree.pos(first - 1) == "NOUN" and tree.pos(first - 2) in ("CCONJ", "PUNCT")
            return self._noun(first - 1) if is_gap else self._subject(verb, quantity)
        if (
            quantity.kind is FigureKind.PERCENT
            and low in ("lost", "lose", "loses", "shed", "sheds", "gained", "gains")
            and tree.head(top) == verb
        ):
            return self._subject(verb, quantity)
        if quantity.kind is FigureKind.PERCENT and low in words_of("poll") and verb < first:
            return self._subject(verb, quantity)  # "women preferred him 51 percent to 24"
        is_priced = low in words_of("priced") and "at" in (tree.low(first - 1), *tree.marks(top))
        if quantity.kind in (FigureKind.MONEY, FigureKind.COUNT, FigureKind.MEASURE) and is_priced:
            return self._subject(verb, quantity) if tree.under(verb, "aux") else self._object(verb, quantity)
        own = {FigureKind.MONEY: "cost", FigureKind.DURATION: "last"}.get(quantity.kind)
        return self._subject(verb, quantity) if own and low in words_of(own) and tree.head(top) == verb else None

    def _worth(self, first: int) -> Span | None:
        """Give "the loan is worth $3 million", "the contract, worth $3 million", "damage is estimated at $3 million"."""
        tree = self._tree
        word = next((i for i in (first - 1, first, first - 2) if tree.low(i) in ("worth", "estimated", "valued") and i > 0), None)
        if word is None or (tree.low(word) != "worth" and tree.low(word + 1) != "at"):
            return None
        subject = next((i for i in tree.under(word, "nsubj") if i < word), None)
        noun = subject if subject is not None else tree.head(word)
        if not 0 <= noun < word or tree.pos(noun) != "NOUN":
            noun = next((i for i in range(word - 1, max(0, word - 3), -1) if tree.pos(i) == "NOUN"), -1)
        return self._noun(noun) if noun >= 0 else None

    def _as_long(self, quantity: Quantity) -> Span | None:
        """Give what is 40 km long."""
        tree, after = self._tree, self._after(quantity)
        if quantity.kind is not FigureKind.MEASURE or after is None or tree.low(after) not in words_of("dimensions"):
            return None
        subject = next((i for i in tree.under(after, "nsubj") if i < after), None)
        noun = (
            tree.head(after) if subject is None and tree.kind(after) in ("amod", "advmod", "advcl", "acl", "xcomp") else subject
        )
        if noun is None or not 0 <= noun < after:
            return None
        if tree.pos(noun) == "VERB":  # "found a track about 3 km long", where the syntax hangs the length on the verb
            noun = next((i for i in tree.under(noun, "obj") if i < after), noun)
        if tree.kind(noun) == "obl":  # "a drag mark on the seabed 11 miles long"
            noun = next((i for i in tree.under(tree.head(noun), "obj") if i < noun), noun)
        if tree.kind(noun) == "nmod" and set(tree.marks(noun)) & {"on", "in", "along", "around", "across", "through", "near"}:
            noun = tree.head(noun) if tree.head(noun) >= 0 else noun
        return self._noun(noun)

    def _priced(self, quantity: Quantity, first: int, top: int) -> Span | None:
        """Give what is sold for a sum that the syntax hangs on its noun: "sell Peru 40 boats for $3 million"."""
        tree, noun = self._tree, self._tree.head(top)
        verbs = {"for": "trade", "at": "priced"}.get(tree.low(first - 1))
        if quantity.kind not in (FigureKind.MONEY, FigureKind.COUNT) or verbs is None or not 0 <= noun < first:
            return None
        is_sold = tree.kind(noun) == "obj" and tree.low(tree.head(noun)) in words_of(verbs)
        return self._noun(noun) if is_sold else None

    def _verb(self, top: int) -> int | None:
        """Give the verb a number hangs on, by way of other numbers and nouns of its phrase."""
        tree, at = self._tree, self._tree.head(top)
        for _ in range(_HIGHEST):
            if at < 0:
                return None
            if tree.pos(at) == "VERB":
                return at
            if tree.pos(at) not in ("NUM", "SYM") and not tree.low(at).startswith(("percent", "per")):
                return None
            at = tree.head(at)
        return None

    def _subject(self, verb: int, quantity: Quantity) -> Span | None:
        """Give the subject's noun; of a joined verb the first one's."""
        tree, at = self._tree, verb
        for _ in range(3):
            found = next((i for i in tree.under(at, "nsubj") if i < at and tree.doc.tokens[i].start < quantity.span.start), None)
            if found is not None:
                if tree.low(found) in ("which", "that") and tree.kind(at) == "acl" and 0 <= tree.head(at) < at:
                    found = tree.head(at)  # "a phone, which can cost $90"
                return self._noun(found) if tree.pos(found) == "NOUN" else None
            if (
                tree.kind(at) not in ("conj", "xcomp")
                and not (tree.kind(at) == "advcl" and tree.low(at).endswith("ing"))
                or tree.head(at) < 0
            ):
                break
            at = tree.head(at)
        above = tree.head(verb)
        if tree.kind(verb) == "acl" and 0 <= above < verb:
            return self._noun(above)
        if tree.kind(verb) == "xcomp" and (raised := [i for i in tree.under(above, "obj") if above < i < verb]):
            return self._noun(raised[-1])  # "expect crude to reach $95"
        return None

    def _object(self, verb: int, quantity: Quantity) -> Span | None:
        found = [i for i in self._tree.under(verb, "obj") if self._doc.tokens[i].end <= quantity.span.start]
        return self._noun(found[-1]) if found else None

    def _spent_on(self, verb: int, quantity: Quantity) -> Span | None:
        """Give what comes after "on" or "for" right behind a sum that is spent, given or raised."""
        tree = self._tree
        after = self._after(quantity)
        if after is not None and (tree.low(after), tree.low(after + 1)) in (("to", "date"), ("so", "far"), ("in", "total")):
            after += 2
        if (
            after is None
            or after >= len(self._doc.tokens)
            or tree.low(after) not in ("on", "for", "toward", "towards")
            or tree.low(verb) not in words_of("spend")
        ):
            return None
        noun = tree.head(after)
        if noun <= after or noun - after > 6 or tree.pos(noun) != "NOUN" or tree.low(noun) in words_of("time nouns"):
            return None
        return self._noun(noun, after=after)

    def _after(self, quantity: Quantity) -> int | None:
        inside = self._doc.tokens_in(quantity.span)
        return inside.stop if inside and inside.stop < len(self._doc.tokens) else None

    def _noun(self, noun: int, *, after: int = -1) -> Span | None:
        """Give the words of a noun with what stands before it, without article or number; None for pronouns and words of time."""
        tree = self._tree
        if tree.low(noun) in ("number", "share", "amount", "rate", "percentage", "proportion", "bulk", "remainder", "rest"):
            # "the number of visitors rose": the visitors
            noun = next((i for i in tree.under(noun, "nmod") if i > noun and "of" in tree.marks(i)), noun)
        if (
            tree.pos(noun) not in ("NOUN", "PROPN")
            or tree.low(noun) in words_of("time nouns") | currency_words()
            or any(c.isdigit() for c in tree.low(noun))
        ):
            return None
        first = max(after + 1, tree.start_of(noun))
        first = max([first, *(i + 1 for i in range(first, noun) if tree.pos(i) == "NUM")])
        while first < noun and (
            tree.pos(first) in ("DET", "PRON", "PUNCT", "ADV", "CCONJ") or tree.low(first) in _ARTICLES | {"percent", "%"}
        ):
            first += 1
        while (
            first > after + 2
            and tree.low(first - 1) == "-"
            and self._doc.tokens[first - 2].end == self._doc.tokens[first].start - 1
        ):
            first -= 2
        last = noun + 2 if (tree.low(noun), tree.low(noun + 1), tree.low(noun + 2)) in _TERMS else noun
        while last + 1 < len(self._doc.tokens) and self._doc.relations[last + 1] == "goeswith":
            last += 1
        return Span(self._doc.tokens[first].start, self._doc.tokens[last].end)


_TERMS = frozenset(
    {
        ("margin", "of", "error"),
        ("cost", "of", "living"),
        ("loss", "of", "life"),
        ("rate", "of", "inflation"),
        ("price", "of", "oil"),
    }
)
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "my", "your", "these", "those", "this", "that"})
