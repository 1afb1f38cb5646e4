"""How many people of a first name are women: the census of 1990, and the register's own people."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from onrecord.domain.register import RegisteredPerson
from onrecord.register.folding import folded

Counts = dict[str, tuple[int, int]]


def counted(census: Path, people: Iterable[RegisteredPerson]) -> Counts:
    """Women and everybody, by first name, folded. ``census``: per 100,000 women and men."""
    women: dict[str, int] = defaultdict(int)
    men: dict[str, int] = defaultdict(int)
    with census.open(encoding="utf-8") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            women[row["name"]] += int(row["women"])
            men[row["name"]] += int(row["men"])
    for person in people:
        counts = women if person.gender == "female" else men
        for name in {
            folded(name).split()[0] for name in (person.name, *person.aliases) if folded(name)
        }:
            if person.gender and len(name) > 1:
                counts[name] += 1
    return {name: (women[name], women[name] + men[name]) for name in women.keys() | men.keys()}
