"""What a number counts: the noun phrase beside it, by closed word lists and no grammar. Empty rather than wrong.

Every search looks at most `_REACH` pieces to either side, within the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from .numerals import number_words, read_numeral
from .pieces import Pieces
from .word_lists import HYPHENS, words_of

_REACH = 40
_MOST_WORDS = 5
_DIRECTIONS = frozenset(["north", "south", "east", "west"])
_COUNTING = frozenset(["unit", "teen", "tens", "hundred", "scale", "vague"])
_POSSESSIVE = ("'s", "’s", "s'", "s’")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of pieces, half-open."""

    first: int
    stop: int


def _ends_phrase(pieces: Pieces, at: int) -> bool:
    piece = pieces.at(at)
    if piece.kind != "w" or not pieces.follows(at):
        return True
    word = piece.word
    if "’" in word or "'" in word:
        return word.partition("’")[0].partition("'")[0] in words_of("closed")
    if number_words().get(word, {}).get("role") in _COUNTING and pieces.word(at + 1) not in HYPHENS:
        return True
    if word == "us" and piece.text == "US" and not pieces.is_shouted:
        return False
    if word in _DIRECTIONS and piece.text[0].isupper():
        return pieces.at(at + 1).kind != "w" or not pieces.at(at + 1).text[0].isupper()
    if word == "worth" and pieces.word(at - 1) == "net":
        return False
    if word in words_of("nouns too") and pieces.word(at - 1).endswith(_POSSESSIVE):
        return False
    return (
        word in words_of("closed")
        or word in words_of("verbs")
        or (word in words_of("months") | words_of("weekdays") and piece.text[0].isupper())
    )


def is_plural(word: str) -> bool:
    """Tell a plural by its letters or by the list."""
    return (
        word in words_of("plurals")
        or _is_people(word)
        or (len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s")))
    )


def _is_people(word: str) -> bool:
    """Tell "boatmen", "townspeople", "schoolchildren": plurals without an s that any word may make."""
    return (word.endswith("men") and len(word) > 5 and word not in words_of("no men")) or word.endswith(("speople", "children"))


def _is_past(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed") and not word.endswith(("eed", "red")) or word.endswith("rred")


def noun_phrase(pieces: Pieces, at: int, *, singular: bool = False) -> Phrase | None:
    """Give the noun phrase that starts at this piece: modifiers up to the first plural noun, or up to what cannot belong to
    it."""
    first = at
    plural_seen = False
    while at - first < 2 * _MOST_WORDS:
        piece = pieces.at(at)
        joined = _past_hyphen(pieces, at) if at > first else at
        if joined > at:
            ending = pieces.word(joined - 1)
            plural_seen = plural_seen or (
                not singular and pieces.touches(joined - 1) and is_plural(ending) and ending not in words_of("plurals")
            )
            at = joined
            continue
        if _ends_phrase(pieces, at) and not (at == first and _is_modifier(pieces, at)):
            break
        if singular and at > first and piece.word.endswith("ing") and not _ends_phrase(pieces, at + 1):
            break
        if (
            plural_seen
            and (piece.word not in words_of("participles") or piece.word in ("fired", "launched", "shot"))
            and not _joins_plural(pieces, at)
        ):
            break
        if plural_seen and piece.word in words_of("participles"):
            at += _is_passive(pieces, at)
            break
        if at > first and _is_past(piece.word) and not pieces.is_capital(at) and not _goes_on(pieces, at):
            break
        plural_seen = plural_seen or (not singular and is_plural(piece.word))
        at += 1
    while at > first and (_is_adverb(pieces.word(at - 1)) or pieces.word(at - 1) in HYPHENS):
        at -= 1
    return Phrase(first, at) if at > first else None


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word not in words_of("ly nouns")


def _is_passive(pieces: Pieces, at: int) -> bool:
    """Tell "people killed in the raid" from "strikes destroyed three bridges": nothing that could be an object follows."""
    after = pieces.at(at + 1)
    return after.kind in ("", "s") or (
        after.word in words_of("closed") and after.word not in words_of("determiners") | {"some", "several", "every", "each"}
    )


def _past_hyphen(pieces: Pieces, at: int) -> int:
    """Give where a hyphen leads that joins words ("gas-fired") or hangs ("coal- and gas-fired"), or a stroke; `at` itself where none does."""
    if pieces.word(at) == "/" and pieces.touches(at) and pieces.touches(at + 1) and pieces.at(at + 1).kind == "w":
        return at + 2
    if pieces.word(at) not in HYPHENS or not pieces.touches(at):
        return at
    if pieces.touches(at + 1) and pieces.at(at + 1).kind in "wn" and pieces.at(at + 1).kind:
        return at + 2
    return at + 3 if pieces.word(at + 1) in ("and", "or", "to") and pieces.at(at + 2).kind == "w" else at


def _is_modifier(pieces: Pieces, at: int) -> bool:
    """Tell "two live rounds", "20 lost years" from a verb: a plural follows at once."""
    return pieces.word(at) in words_of("verbs") and pieces.at(at + 1).kind == "w" and is_plural(pieces.word(at + 1))


def _joins_plural(pieces: Pieces, at: int) -> bool:
    """Tell whether a second plural goes with the first: "women soldiers", "arms dealers", "militia personnel"."""
    word = pieces.word(at)
    if word in words_of("participles") or not is_plural(word) or not is_plural(pieces.word(at - 1)):
        return False
    if pieces.is_capital(at) and not pieces.is_capital(at - 1):
        return False
    return word in words_of("plurals") or _ends_phrase(pieces, at + 1)


def _goes_on(pieces: Pieces, at: int) -> bool:
    """Tell whether a word in -ed stands before the noun it belongs to ("10 armed men")."""
    return not _ends_phrase(pieces, at + 1)


def counted_after(pieces: Pieces, stop: int, *, singular: bool = False) -> Phrase | None:
    """Give what is counted where it follows: "300 residents", "3,000 of the soldiers", "a 10,000-strong force", "60GB of
    storage"."""
    at = stop
    if (
        pieces.word(at) in HYPHENS
        and pieces.touches(at)
        and pieces.touches(at + 1)
        and pieces.word(at + 1) not in ("strong", "plus", "odd", "ish")
    ):
        return Phrase(at + 1, at + 2) if not _ends_phrase(pieces, at + 1) else None
    for _ in range(4):
        word = pieces.word(at)
        if (
            word in HYPHENS
            and pieces.touches(at)
            and pieces.touches(at + 1)
            or (word in words_of("skipped") and pieces.follows(at))
        ):
            at += 1
        else:
            break
    if pieces.word(at) in ("still", "now", "already") and pieces.word(at + 1) in words_of("participles"):
        at = stop = at + 1
    if pieces.word(at) == "of" and pieces.follows(at):
        return after_of(pieces, at + 1)
    if not pieces.follows(at):
        return None
    if at == stop and pieces.word(at) in words_of("participles") and _ends_phrase(pieces, at + 1):
        return Phrase(at, at + 1)
    return noun_phrase(pieces, at, singular=singular)


def attributive(pieces: Pieces, first: int, phrase: Phrase | None) -> Phrase | None:
    """Give what a sum or measure stands before ("a $150,000 contract", "its huge 40-km front"): a determiner must open the
    phrase."""
    opened = pieces.word(first - 1) in words_of("determiners") or (
        pieces.word(first - 2) in words_of("determiners") and pieces.at(first - 1).kind == "w"
    )
    return phrase if opened and pieces.word(first - 1) not in words_of("closed") - words_of("determiners") else None


def not_long_ago(pieces: Pieces, phrase: Phrase | None) -> Phrase | None:
    """Turn down "several years" in "35 percent several years ago"."""
    return None if phrase is not None and pieces.word(phrase.stop) in ("ago", "earlier", "later") else phrase


def what_changes(pieces: Pieces, phrase: Phrase | None) -> Phrase | None:
    """Read on in "a 75 percent reduction in thefts": the thefts."""
    if phrase is None or pieces.word(phrase.stop - 1) not in words_of("changes") or pieces.word(phrase.stop) != "in":
        return phrase
    at = phrase.stop + 1
    while pieces.word(at) in words_of("determiners"):
        at += 1
    if pieces.word(at) in ("number", "rate", "level", "amount", "value", "volume") and pieces.word(at + 1) == "of":
        at += 2
    changes = after_of(pieces, at)
    is_time = changes is None or any(
        pieces.word(i) in words_of("time nouns") | {"half"} for i in range(changes.first, changes.stop)
    )
    return phrase if is_time else changes


def past_brackets(pieces: Pieces, stop: int) -> int:
    """Step over the same in another unit: "1,300 pounds (600 kg) of explosives"."""
    if pieces.word(stop) != "(":
        return stop
    close = next((at for at in range(stop + 2, stop + 7) if pieces.word(at) == ")"), stop)
    return close + 1 if close > stop and pieces.word(close + 1) in ("of", "in", "worth", "a", "each", "per", "every") else stop


def with_plural_head(pieces: Pieces, phrase: Phrase | None) -> Phrase | None:
    """Give the phrase up to its plural noun; None without one, as more than one of it cannot be counted ("people under 30
    engage")."""
    if phrase is None or pieces.word(phrase.first - 1) in HYPHENS | words_of("determiners") | {"of", "strong"}:
        return phrase
    for at in range(phrase.stop - 1, phrase.first - 1, -1):
        if is_plural(pieces.word(at)) or pieces.word(at) in words_of("participles"):
            return Phrase(phrase.first, at + 1)
    return None


def after_of(pieces: Pieces, at: int) -> Phrase | None:
    """Read "of the world's population", "of its gross domestic product": a determiner stays only with a possessor's name after
    it."""
    begin = at
    while pieces.word(at) in words_of("determiners") and at < begin + 2:
        at += 1
    while pieces.word(at) in words_of("hedges") and at < begin + 4:
        at += 1
    inner = read_numeral(pieces, at)
    if inner is not None and inner.form in ("digits", "words"):
        at = inner.stop
    phrase = noun_phrase(pieces, at)
    if phrase is None and at > begin and pieces.word(at) in words_of("nouns too"):
        phrase = Phrase(at, at + 1)
    if phrase is None or pieces.word(phrase.stop - 1).endswith(_POSSESSIVE):
        return None
    phrase = listed(pieces, phrase)
    owned = any(pieces.word(place).endswith(_POSSESSIVE) for place in range(phrase.first, phrase.stop))
    return Phrase(begin, phrase.stop) if owned and pieces.word(begin) == "the" else phrase


def listed(pieces: Pieces, phrase: Phrase) -> Phrase:
    """Read on in "hectares of wheat, barley and clover crops": to the noun that all of them belong to."""
    at = phrase.stop
    if is_plural(pieces.word(at - 1)) or phrase.stop - phrase.first > 1:
        return phrase
    while pieces.word(at) == "," and pieces.at(at + 1).kind == "w" and pieces.word(at + 2) in (",", "and", "or"):
        at += 2
    if pieces.word(at) not in ("and", "or"):
        return phrase
    last = noun_phrase(pieces, at + 1)
    is_shared = last is not None and last.stop - last.first > 1 and is_plural(pieces.word(last.stop - 1))
    return Phrase(phrase.first, last.stop) if last is not None and is_shared else phrase


def counted_elsewhere(pieces: Pieces, first: int, stop: int) -> Phrase | None:
    """Give what is counted where no noun follows the number, whose phrase is pieces `first` to `stop`."""
    return (
        _even_more(pieces, stop)
        or _collective_before(pieces, first)
        or _victims_of_verb(pieces, first)
        or _passive_ahead(pieces, stop)
        or _toll_before(pieces, first)
        or _subject_before(pieces, first)
        or _apposed_to(pieces, first, stop)
    )


def _apposed_to(pieces: Pieces, first: int, stop: int) -> Phrase | None:
    """Read "the observers, 14 in all", "the town's last inhabitants, perhaps 70,000,": the plural before the comma."""
    noun = first - 2
    in_all = (
        pieces.word(stop) in ("in", "all")
        and pieces.word(stop + 1) in ("all", "total", "told")
        or pieces.word(stop) == "altogether"
    )
    is_hedged = first >= 0 and pieces.at(first).kind != "n" and pieces.word(stop) in (",", ")")
    if pieces.word(first - 1) != "," or pieces.at(noun).kind != "w" or not (in_all or is_hedged):
        return None
    if not is_plural(pieces.word(noun)) or pieces.word(noun) in words_of("time nouns") | words_of("closed"):
        return None
    start = noun
    while (
        start > noun - 3
        and pieces.at(start - 1).kind == "w"
        and pieces.word(start - 1) not in words_of("closed") | words_of("determiners")
    ):
        if pieces.word(start - 1).endswith(("'s", "’s", "s’", "s'")) or not pieces.follows(start):
            break
        start -= 1
    return Phrase(start, noun + 1)


def _even_more(pieces: Pieces, stop: int) -> Phrase | None:
    """Read "dozens, if not hundreds, of buildings": what the larger number counts."""
    at = stop + 1 if pieces.word(stop) == "," else stop
    if (pieces.word(at), pieces.word(at + 1)) not in (("if", "not"), ("or", "even"), ("or", "perhaps")):
        return None
    larger = read_numeral(pieces, at + 2)
    if larger is None:
        return None
    after = larger.stop + 1 if pieces.word(larger.stop) == "," else larger.stop
    return counted_after(pieces, after)


def _collective_before(pieces: Pieces, first: int) -> Phrase | None:
    """Read "a crew of 180", "a crowd of about 5,000"."""
    found = pieces.word(first - 1) == "of" and pieces.word(first - 2) in words_of("collectives") and pieces.follows(first)
    return Phrase(first - 2, first - 1) if found else None


def _victims_of_verb(pieces: Pieces, first: int) -> Phrase | None:
    """Read "killing 12", "wounded at least 40"."""
    word = pieces.word(first - 1)
    return Phrase(first - 1, first) if word in words_of("harming") and pieces.follows(first) else None


def _passive_ahead(pieces: Pieces, stop: int) -> Phrase | None:
    """Read "hundreds of thousands the West estimates have been killed", "12 were wounded"."""
    for at in range(stop, stop + 9):
        piece = pieces.at(at)
        if piece.kind != "w" or (at > stop and not pieces.follows(at)):
            return None
        if piece.word in words_of("passive"):
            after = at + 1
            while (
                pieces.word(after) in words_of("passive")
                or pieces.word(after).endswith("ly")
                or pieces.word(after) in ("also", "still", "already", "not")
            ):
                after += 1
                if after > at + 5:
                    return None
            return Phrase(after, after + 1) if pieces.word(after) in words_of("participles") else None
    return None


def _toll_before(pieces: Pieces, first: int) -> Phrase | None:
    """Read "the death toll rose to 45", "the number of prisoners stands at 300", "put the dead at 18"."""
    is_of_those = pieces.word(first - 2) in words_of("participles") and pieces.word(first - 4) in words_of("reckoning")
    if is_of_those and pieces.word(first - 1) == "at" and pieces.word(first - 3) == "the":
        return Phrase(first - 2, first - 1)
    if pieces.word(first - 1) not in words_of("before toll number"):
        return None
    start = pieces.sentence_start(first, reach=14)
    for at in range(first - 1, start - 1, -1):
        word = pieces.word(at)
        if pieces.at(at).kind == "n" or word in (",", ";", "and", "but", "while"):
            return None
        if word in words_of("tolls"):
            return (
                Phrase(at - 1, at + 1)
                if pieces.at(at - 1).kind == "w" and pieces.word(at - 1) not in words_of("closed")
                else Phrase(at, at + 1)
            )
        if word == "number" and pieces.word(at + 1) == "of":
            return (
                noun_phrase(pieces, at + 2) if pieces.word(at + 2) not in words_of("determiners") else noun_phrase(pieces, at + 3)
            )
    return None


def _subject_before(pieces: Pieces, first: int) -> Phrase | None:
    """Read "The northern brigades are a modest force, at least 2,000": the subject of the copula, where no other noun takes the
    number."""
    start = pieces.sentence_start(first, reach=_REACH)
    if (
        start == first
        or pieces.word(first - 1) not in (",", "at", "to", "–", "—", ":", "(")
        and pieces.word(first - 1) not in words_of("be")
    ):
        return None
    opener = start
    while pieces.word(opener) in words_of("determiners") | {"and", "but", "“", '"'} and opener < start + 3:
        opener += 1
    phrase = noun_phrase(pieces, opener)
    if (
        phrase is None
        or pieces.word(phrase.stop) not in words_of("be")
        or phrase.stop >= first
        or not is_plural(pieces.word(phrase.stop - 1))
    ):
        return None
    between = range(phrase.stop, first)
    return (
        None if any(pieces.at(at).kind == "n" or pieces.word(at) in (";", "who", "which", "that") for at in between) else phrase
    )
