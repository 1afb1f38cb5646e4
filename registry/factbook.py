"""Chiefs of state and heads of government of every country (The World Factbook, early 2026)."""

from __future__ import annotations

import csv
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from onrecord.domain.register import Origin, RegisteredPerson, Tenure
from onrecord.register.folding import folded
from onrecord.register.titles import title_key
from registry import origins

_HOLDER = re.compile(r"(?P<named>[^;]*?)\s*\(since (?P<since>[^)]+)\)")
_CALLED = re.compile(r"\((\w+)\)")
_SHOUTED = re.compile(r"[^\W\d_][^\W\d_'’-]*(?:[-'’][^\W\d_]+)*")
_ROMAN = re.compile(r"[IVX]+")


@dataclass(frozen=True)
class Wording:
    """Lists of factbook.yaml: titles as printed, and words before a name that are no part of it.

    ``territories``: codes of places whose head of state is another country's. ``not_called_by``:
    first names that stand before the one in use. ``corrected``: title and date by code and column.
    """

    titles: tuple[str, ...]
    ranks: frozenset[str]
    territories: frozenset[str]
    not_called_by: frozenset[str]
    corrected: dict[tuple[str, str], dict[str, str]]


def read(path: Path, countries: dict[str, str], wording: Wording) -> Iterator[RegisteredPerson]:
    """Everybody whose title and date the file states; ``countries``: names by the file's codes."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = [(row, column) for row in rows for column in ("chief_of_state", "head_of_government")]
    dates = (_date(found["since"]) for row, column in texts for found in _holders(row[column]))
    as_of = max(date for date in dates if date)
    for row, column in texts:
        origin = Origin(origins.FACTBOOK, origins.PUBLIC_DOMAIN, as_of, f"{row['gec']}, {column}")
        borrowed = column == "chief_of_state" and row["gec"] in wording.territories
        if (place := countries.get(row["gec"])) and not borrowed:
            for found in _holders(row[column]):
                right = wording.corrected.get((row["gec"], column), {})
                since = right.get("since", found["since"])
                yield from _person(found["named"], since, place, origin, wording)


def _holders(text: str) -> list[re.Match[str]]:
    return list(_HOLDER.finditer(html.unescape(text)))


def _person(
    named: str, since: str, place: str, origin: Origin, wording: Wording
) -> Iterator[RegisteredPerson]:
    """One person, or none when no title of the list stands before the name."""
    named = re.sub(r"^[,;\s]*(?:represented by )?", "", named)
    start = _date(since)
    title = next((one for one in wording.titles if named.startswith(one + " ")), None)
    if not title or not start:
        return
    rest, called = _CALLED.sub("", named[len(title) :]), _CALLED.findall(named[len(title) :])
    words = [word.rstrip(",") for word in rest.split() if word.strip(".") not in wording.ranks]
    if not words or words[0][0].islower():  # "of the Territorial Council": no name yet
        return
    full, short = _names(words, wording)
    also = [short, *(f"{nickname} {short.rpartition(' ')[2]}" for nickname in called)]
    tenure = Tenure(f"{title} of {place}", title_key(_plain(title)), place, start, None, origin)
    id_ = "name/" + folded(full).replace(" ", "-")
    aliases = tuple(name for name in dict.fromkeys(also) if name != full)
    yield RegisteredPerson(id_, full, aliases, None, None, None, None, (tenure,), origin)


def _plain(title: str) -> str:
    """ "Taoiseach (Prime Minister)" as "Taoiseach"."""
    return re.sub(r"\s*\(.*\)", "", title)


def _names(words: list[str], wording: Wording) -> tuple[str, str]:
    """The name as usually printed, and its first word with the surname, which is in capitals.

    From "Gustavo Francisco PETRO Urrego" both "Gustavo Francisco Petro Urrego" and "Gustavo
    Petro"; from "Muhammad Shehbaz SHARIF" "Shehbaz Sharif", as no one goes by his first name.
    """
    loud = [_is_loud(word) for word in words]
    shown = [_quiet(word, n, loud) for n, word in enumerate(words)]
    full = " ".join(shown)
    surname = [word for word, is_loud in zip(shown, loud, strict=True) if is_loud]
    if not surname or loud[0]:
        return full, full
    if shown[0] in wording.not_called_by:
        return full, " ".join(shown[1:]) if len(shown) > 2 else full
    return full, " ".join([shown[0], *surname])


def _is_loud(word: str) -> bool:
    letters = re.sub(r"^(?:el|al|Mc|Mac|d|O|D|bin|de|Al)[-'’]|^(?:Mc|Mac)", "", word)
    parts = letters.strip(".,").split("-")
    return any(len(p) > 1 and p.upper() == p and p.lower() != p for p in parts)


def _quiet(word: str, place: int, loud: list[bool]) -> str:
    """The word in ordinary capitals; a king's number stays."""
    number = place > 0 and _ROMAN.fullmatch(word)
    if not loud[place] or number:
        return word
    return _SHOUTED.sub(lambda found: "-".join(p.capitalize() for p in found[0].split("-")), word)


def _date(text: str) -> str | None:
    """ "12 December 2019" as an ISO date, "April 2018" and "1997" as far as they go."""
    for form, iso in (("%d %B %Y", "%Y-%m-%d"), ("%B %Y", "%Y-%m"), ("%Y", "%Y")):
        try:
            return datetime.strptime(text.strip(), form).strftime(iso)
        except ValueError:
            continue
    return None
