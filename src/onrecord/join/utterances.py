"""Which statements of different reports are one utterance: what somebody said at one time.

The same words are not enough. Two people may say them, and one person says some of them at every
rally. A statement with the same words joins two reports of one occasion, and never two occasions
that the reports themselves tell apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np

from onrecord.domain.days import Days
from onrecord.domain.kept import Identity
from onrecord.join import quotations
from onrecord.join.names import name
from onrecord.join.quotations import FEWEST, LONG, are_same, shared_words
from onrecord.join.wording import Hashes, runs, smallest, wording

FEWEST_IN_COPIES = 2
"""Words that are enough in copies, if they are all and are the same person's."""

DISTINCTIVE = 12
"""Words in a row that nobody says twice by chance: they are one utterance however late a report
repeats them. Fewer may be a slogan."""

AGAIN = 7
"""Days after which a report of fewer words is taken for one of another time."""

SLIP = 3
"""Days by which reports may be mistaken about when something was said."""

ABROAD = 1
"""Days by which a report seems older than what it reports, from another time zone."""

VAGUE = 31
"""Days that a time must not exceed to tell one occasion from another."""

_UNREGISTERED = ("person:", "body:", "law:", "local:", "in:")
"""How keys of ``join.identities`` begin that no register stands behind."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement as it is compared over reports.

    ``article``: the same for statements of one report, ``family``: for those of reports that are
    copies of one another. ``quoted``: its words are given as they were said. ``speaker``: None
    where it is not settled. ``said``: the days that the report gives for it, ``published``: its
    report's; None where they are not known.
    """

    article: str
    text: str
    quoted: bool
    speaker: Identity | None
    family: str
    said: Days | None
    published: date | None


def bands(telling: Telling) -> tuple[int, ...]:
    """Integers of 63 bits; two tellings that share none are taken for two utterances.

    Those of the quotation, if it is one, and one of all words, by which copies are found.
    """
    found = _worded(telling.text)
    words = quotations.said(found)
    quoted = quotations.bands_of(words) if telling.quoted else ()
    if quoted and words is found.words:
        return quoted  # the first of which is that of all words
    return tuple(dict.fromkeys((*quoted, *_of_all_words(telling, found.words))))


def one_utterance(one: Telling, other: Telling) -> bool:
    """Whether both tell of the same words, of one person and at one time, in whichever order.

    What is given in a reporter's own words is only joined where the report was copied.
    """
    if not may_be_one(one, other):
        return False
    if one.family == other.family:
        return _is_copied(one, other)
    found = shared_words(*(quotations.said(_worded(each.text)) for each in (one, other)))
    if not are_same(found):
        return False
    if found.longest < LONG and not _is_one_person(one.speaker, other.speaker):
        return False
    return _at_one_time(one, other, found.longest >= DISTINCTIVE)


def may_be_one(one: Telling, other: Telling) -> bool:
    """False where no words could make them one: ``text`` is not looked at, and may be missing."""
    if one.family == other.family:
        return True
    return one.quoted and other.quoted and not are_two_people(one.speaker, other.speaker)


def _of_all_words(telling: Telling, words: Hashes) -> tuple[int, ...]:
    """A few words are only a band together with who said them: alone they stand everywhere."""
    if len(words) >= FEWEST:
        return smallest(runs(words, FEWEST), 1)
    if telling.quoted and telling.speaker and len(words) >= FEWEST_IN_COPIES:
        key = wording(telling.speaker.key).words
        return smallest(runs(np.concatenate((words, key)), len(words) + len(key)), 1)
    return ()


def _is_copied(one: Telling, other: Telling) -> bool:
    """Whether one statement was printed in both reports, which are copies.

    Here all words count. Equal ones are one statement even where a reader took it for another
    person's, but not in one and the same report: that quotes people who quote others.
    """
    here, there = _worded(one.text).words, _worded(other.text).words
    one_report = one.article == other.article
    two_people = are_two_people(one.speaker, other.speaker)
    if np.array_equal(here, there):
        if len(here) < FEWEST:
            enough = len(here) >= FEWEST_IN_COPIES and one.quoted and other.quoted
            return enough and _is_one_person(one.speaker, other.speaker)
        return not (one_report and two_people)
    return not one_report and not two_people and are_same(shared_words(here, there))


def are_two_people(one: Identity | None, other: Identity | None) -> bool:
    """Whether they are known to be two: rows of a register, or of other last names.

    Reports call one person by the surname alone or by another first name, so that keys without a
    register behind them may differ for one person.
    """
    if one is None or other is None or one.key == other.key:
        return False
    if _is_nobody(one) or _is_nobody(other):
        return False
    if _is_registered(one) and _is_registered(other):
        return True
    return _last_word(one) != _last_word(other)


def _is_one_person(one: Identity | None, other: Identity | None) -> bool:
    return one is not None and other is not None and one.key == other.key


def _is_registered(one: Identity) -> bool:
    return not one.key.startswith(_UNREGISTERED)


def _is_nobody(one: Identity) -> bool:
    """Nobody in particular: "an aide" may well have a name elsewhere."""
    return one.key.startswith("in:")


def _last_word(one: Identity) -> str:
    words = name(one.name).words
    return words[-1] if words else ""


def _at_one_time(one: Telling, other: Telling, distinctive: bool) -> bool:
    """Nothing is settled by a day that is not known."""
    here, there = _exact(one.said), _exact(other.said)
    if here and there:
        return _gap(here, there) <= SLIP
    for said, teller in ((here, other), (there, one)):
        if said and teller.published and (said.first - teller.published).days > ABROAD:
            return False  # nobody reports what is still to be said
    told = [said or _day(each.published) for said, each in ((here, one), (there, other))]
    if distinctive or told[0] is None or told[1] is None:
        return True
    return _gap(told[0], told[1]) <= AGAIN


def _exact(days: Days | None) -> Days | None:
    return days if days and (days.last - days.first).days < VAGUE else None


def _day(day: date | None) -> Days | None:
    return Days(day, day) if day else None


def _gap(one: Days, other: Days) -> int:
    """Days between them, 0 where they share one."""
    return max(0, (one.first - other.last).days, (other.first - one.last).days)


_worded = lru_cache(maxsize=4096)(wording)
"""Those of a new statement are asked for often: for its bands and with each that shares one."""
