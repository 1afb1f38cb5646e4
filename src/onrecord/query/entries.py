"""One occasion as several reports tell of it: how it stands, how it came to, where they differ.

Nothing is averaged. How an occasion stands is what the report published last says, or a person who
corrected one; what the day of asking is plays no part, so that what was planned never ages into
what was held.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from onrecord.domain.days import Days, day_of_publication, days_of
from onrecord.domain.engagement import EngagementKind, Status
from onrecord.domain.kept import Correction, Identity, KeptEngagement
from onrecord.domain.span import NO_WORDS, Passage
from onrecord.domain.time import Time
from onrecord.join.names import name
from onrecord.query.attested import outlets_of
from onrecord.query.disagreements import Disagreement, disagreements, places_agree
from onrecord.query.latest import FAR, latest_first

Tellings = tuple[KeptEngagement, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """From ``day`` on, an ISO day of publication or None, reports had it so until the next step.

    ``told_by``: the reports that say so one after the other, the earliest first.
    """

    status: Status
    day: str | None
    told_by: Tellings


@dataclass(frozen=True, slots=True)
class Entry:
    """One occasion. ``tellings``: all that reports tell of it, the earliest report first.

    ``status``, ``when``, ``place``: what the latest report says that says anything, and of what
    agrees with it the most exact. ``decided``: by "status", "when", "place" the person's correction
    that it rests on instead. ``kinds``: what reports call it, what most independent ones do first.
    ``participants``: everybody whom a report names, whom most do first. ``probability``: that of
    the telling that is surest that there was, or is to be, such an occasion.
    """

    id: str
    tellings: Tellings
    kinds: tuple[EngagementKind, ...]
    participants: tuple[Identity, ...]
    status: Status
    when: Time | None
    place: Passage
    history: tuple[Step, ...]
    disagreements: tuple[Disagreement, ...]
    decided: Mapping[str, Correction]

    @property
    def kind(self) -> EngagementKind:
        """What most independent reports call it."""
        return self.kinds[0]

    @property
    def days(self) -> Days | None:
        """The days that ``when`` may mean."""
        return days_of(self.when.value) if self.when else None

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who tells of it, by name, the first first."""
        return outlets_of(one.report for one in self.tellings)

    @property
    def independent(self) -> int:
        """How many tell of it without copying one another: families of copies."""
        return len({one.family for one in self.tellings})

    @property
    def probability(self) -> float:
        """Of the surest telling."""
        return max(one.engagement.probability for one in self.tellings)


def entry_of(tellings: Sequence[KeptEngagement], corrections: Iterable[Correction] = ()) -> Entry:
    """The entry that ``tellings`` are of; ``corrections``: those made on them, in any order."""
    told = tuple(sorted(tellings, key=lambda one: (_published(one), one.report.id, one.id)))
    newest = latest_first(told)
    decided = _decided(corrections)
    by_id = {one.id: one for one in told}
    rests = {what: by_id[one.item] for what, one in decided.items() if one.item in by_id}
    return Entry(
        id=told[0].entry,
        tellings=told,
        kinds=_kinds(told),
        participants=_participants(told),
        status=(rests.get("status") or newest[0]).engagement.status,
        when=rests["when"].engagement.when if "when" in rests else _when(newest),
        place=rests["place"].engagement.place if "place" in rests else _place(newest),
        history=tuple(_history(told)),
        disagreements=disagreements(told),
        decided={what: decided[what] for what in sorted(rests)},
    )


def _published(one: KeptEngagement) -> tuple[bool, str]:
    """Earliest first, as views give them: what has no day last."""
    published = one.report.published
    return published is None, published or ""


def _decided(corrections: Iterable[Correction]) -> dict[str, Correction]:
    """For each field the correction that stands, of several the last."""
    standing = [one for one in corrections if one.undone_at is None]
    standing.sort(key=lambda one: (one.at, one.id))
    return {what: one for one in standing for what in one.after}


def _when(newest: Sequence[KeptEngagement]) -> Time | None:
    """The latest time that lies on the calendar, and the narrowest that lies in it."""
    times = [one.engagement.when for one in newest if one.engagement.when]
    dated = [(when, days) for when in times if (days := days_of(when.value))]
    if not dated:
        return times[0] if times else None
    _, latest = dated[0]
    within = [one for one in dated if latest.first <= one[1].first and one[1].last <= latest.last]
    # min() keeps the latest of equally narrow ones, and a clock tells more than none.
    when, _ = min(within, key=lambda one: (one[1].last - one[1].first, not one[0].clock))
    return when


def _place(newest: Sequence[KeptEngagement]) -> Passage:
    """The latest place, and of those that agree with it the one told most exactly."""
    told = [one.engagement.place for one in newest if one.engagement.place.pieces]
    if not told:
        return NO_WORDS
    agreeing = [one for one in told if places_agree(one, told[0])]
    return max(agreeing, key=lambda one: len(one.text.split()))


def _kinds(told: Tellings) -> tuple[EngagementKind, ...]:
    families: dict[EngagementKind, set[str]] = {}
    for one in told:
        families.setdefault(one.engagement.kind, set()).add(one.family)
    return tuple(sorted(families, key=lambda kind: -len(families[kind])))


def _participants(told: Tellings) -> tuple[Identity, ...]:
    known: dict[str, Identity] = {}
    reports: dict[str, set[str]] = {}
    same = _joined(one for each in told for one in each.participants)
    for each in told:
        for who in each.participants:
            known.setdefault(same[who.key].key, same[who.key])
            reports.setdefault(same[who.key].key, set()).add(each.report.id)
    return tuple(known[key] for key in sorted(known, key=lambda key: -len(reports[key])))


def _joined(people: Iterable[Identity]) -> dict[str, Identity]:
    """By key, who it is: somebody of a full name is the only one of it whom a register knows."""
    by_key = {one.key: one for one in people}
    registered: dict[tuple[str, ...], list[Identity]] = {}
    for one in by_key.values():
        if not one.key.startswith("person:"):
            registered.setdefault(name(one.name).words, []).append(one)
    found = dict(by_key)
    for key, one in by_key.items():
        if (
            key.startswith("person:")
            and len(known := registered.get(name(one.name).words, [])) == 1
        ):
            found[key] = known[0]
    return found


def _history(told: Tellings) -> Iterator[Step]:
    """What reports said of the status, one after the other; within a day the less far first."""
    dated = [(day_of_publication(one.report.published), one) for one in told]
    dated.sort(key=lambda one: (one[0] or "", FAR.index(one[1].engagement.status)))
    for status, steps in groupby(dated, key=lambda one: one[1].engagement.status):
        listed = list(steps)
        yield Step(status, listed[0][0], tuple(one for _, one in listed))
