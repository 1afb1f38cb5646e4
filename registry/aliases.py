"""More ways in which reports write a name: other transliterations, the family name elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from onrecord.domain.register import RegisteredPerson
from onrecord.register.folding import folded, name_key
from registry.congress import LOADER


@dataclass(frozen=True)
class Spellings:
    """The lists of spellings.yaml."""

    endings: tuple[tuple[str, ...], ...]
    first: dict[str, tuple[str, ...]]
    family_first: frozenset[str]

    @classmethod
    def load(cls, path: Path) -> Spellings:
        """Read the YAML file."""
        content = yaml.load(path.read_text("utf-8"), Loader=LOADER)
        first: dict[str, tuple[str, ...]] = {}
        for group in content["first"]:
            for name in group:
                first[name] = (*first.get(name, ()), *group)
        return cls(
            tuple(map(tuple, content["endings"])),
            first,
            frozenset(content["family_name_first"]),
        )

    def completed(self, person: RegisteredPerson) -> RegisteredPerson:
        """``person`` with every alias that the lists add; none that only repeats another."""
        known = dict.fromkeys((person.name, *person.aliases))
        if self.family_first & {term.place for term in person.tenures}:
            known |= dict.fromkeys(turned for name in list(known) if (turned := _turned(name)))
        known |= dict.fromkeys(other for name in list(known) for other in self._written(name))
        distinct = {name_key(name): name for name in reversed(known)}
        aliases = (name for name in reversed(distinct.values()) if name != person.name)
        return replace(person, aliases=tuple(aliases))

    def _written(self, name: str) -> Iterator[str]:
        """``name`` with other first names and endings of the same Cyrillic or Arabic letters."""
        first, _, rest = name.partition(" ")
        if not rest:
            return
        for start in (first, *self.first.get(first, ())):
            for end in (rest, *self._ends(rest)):
                yield f"{start} {end}"

    def _ends(self, rest: str) -> Iterator[str]:
        plain = folded(rest.rpartition(" ")[2])
        for group in self.endings:
            found = next((end for end in group[:-1] if plain.endswith(end)), None)
            if found and plain.endswith(found) and len(plain) > len(found) + 1:
                yield from (rest[: len(rest) - len(found)] + end for end in group)
                return


def _turned(name: str) -> str | None:
    """ "Xi Jinping" as "Jinping Xi"; None for a name of more or fewer words."""
    words = name.split()
    if len(words) == 2:
        return f"{words[1]} {words[0]}"
    if len(words) == 3 and all(len(word) < 7 for word in words):
        return f"{words[1]} {words[2]} {words[0]}"
    return None
