"""The gazetteer's file: places and the names that lead to them, as arrays that are mapped into memory, not read.

After a magic line and a line of JSON (what stands where, the countries) the arrays follow. A name is looked up by a hash of its key
(`known.words.key_of`) of 64 bits: among half a million names the chance that another word meets one is below one in 10^13.
A name's slot holds one naming (place number, doubled, plus 1 where it is the usual name), or, with the top bit set, where in `more`
their count and they stand, most people first. Written by tools/compile_places.py.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import numpy as np

MAGIC = b"sayso places 1\n"
COUNTRY, CONTINENT, REGION, TOWN = range(4)
NO_POINT = 999.0
MANY = 1 << 31
DEGREES = 10_000  # a point is kept to a ten-thousandth of a degree, some ten metres


class Placed(Protocol):
    """What the file keeps of a place; `ident` is 0 and a point NO_POINT where unknown, `region` counts from 1 or is 0."""

    ident: int
    name: str
    kind: int
    country: str
    region: int
    lat: float
    lon: float
    population: int


def hash_of(key: str) -> int:
    """Give the hash a name's key is looked up by."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "little")


def packed(
    rows: Sequence[Placed], countries: list[list[Any]], names: Mapping[str, list[tuple[int, bool]]], *, note: str
) -> bytes:
    """Give the whole file. `countries` are [alpha-2, alpha-3, GeoNames id, name, neighbours]; `rows` stand by kind, then people."""
    number = {country[0]: index for index, country in enumerate(countries, 1)}
    texts = [row.name.encode() for row in rows]
    arrays = {
        **_name_arrays(names),
        "idents": np.array([row.ident for row in rows], np.uint32),
        "lats": np.array([round(row.lat * DEGREES) for row in rows], np.int32),
        "lons": np.array([round(row.lon * DEGREES) for row in rows], np.int32),
        "people": np.array([row.population for row in rows], np.uint32),
        "texts_at": np.cumsum([0, *map(len, texts)]).astype(np.uint32),
        "regions": np.array([row.region for row in rows], np.uint16),
        "countries": np.array([number.get(row.country, 0) for row in rows], np.uint8),
        "texts": np.frombuffer(b"".join(texts), np.uint8),
    }
    kinds = [next((i for i, row in enumerate(rows) if row.kind >= kind), len(rows)) for kind in range(TOWN + 1)]
    head: dict[str, Any] = {"note": note, "countries": countries, "kinds": kinds, "arrays": {}}
    at = 0
    for name, array in arrays.items():
        head["arrays"][name] = [at, array.dtype.str, len(array)]
        at += array.nbytes + -array.nbytes % 8
    line = json.dumps(head, ensure_ascii=False).encode()
    line += b" " * (-(len(MAGIC) + len(line) + 1) % 8) + b"\n"
    return MAGIC + line + b"".join(array.tobytes() + b"\0" * (-array.nbytes % 8) for array in arrays.values())


def _name_arrays(names: Mapping[str, list[tuple[int, bool]]]) -> dict[str, Any]:
    slots: dict[int, int] = {}
    more: list[int] = []
    for key, namings in sorted(names.items()):
        entries = [place * 2 + usual for place, usual in sorted(namings)]
        if len(entries) > 1:
            slots[hash_of(key)] = MANY | len(more)
            more += [len(entries), *entries]
        else:
            slots[hash_of(key)] = entries[0]
    ordered = sorted(slots)
    return {
        "keys": np.array(ordered, np.uint64),
        "slots": np.array([slots[h] for h in ordered], np.uint32),
        "more": np.array(more, np.uint32),
    }
