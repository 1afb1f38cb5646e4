"""Where somebody said otherwise than before: two utterances, neither of them explained away.

Nothing is said of what they meant. A change is told where an earlier and a later act are contrary
(``query.contrary``), towards the same target or on the topic that was asked for, and where the days
tell which came first. Of several such pairs the one in which it changed is told: the last before
and the first after.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.domain.days import Days
from onrecord.domain.statement import Act
from onrecord.query.contrary import answers, contrary_to
from onrecord.query.standpoints import Standpoint

FLOOR = 0.7
"""Two positions of at least this are, taken together, about as likely right as not (.49)."""

LEAST = 0.5
"""What is less likely right than wrong is compared with nothing."""


@dataclass(frozen=True, slots=True)
class Change:
    """``towards``: the key of the target, "" for the topic that was asked for.

    ``perhaps``: one of the two is less likely than ``FLOOR``, reports do not agree on whose it is
    or what it does, or no report's own words say when the later one was said. ``one_day``: both
    were said within one day, and which came first is not known: then it is no change, and
    ``earlier`` and ``later`` are in the order of their ids.
    """

    earlier: Standpoint
    later: Standpoint
    towards: str
    perhaps: bool
    one_day: bool = False

    @property
    def answers(self) -> bool:
        """Whether they only say what they would not say before."""
        return answers(self.earlier.act, self.later.act)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A standpoint towards one thing on known days. ``sure``: it is above the floor."""

    standpoint: Standpoint
    days: Days
    sure: bool

    @property
    def act(self) -> Act:
        return self.standpoint.act


def changes(standpoints: Iterable[Standpoint]) -> tuple[Change, ...]:
    """The changes among ``standpoints`` of one person, the latest first, and what was said both
    ways on one day.

    Those above the floor are compared by themselves first, so that nothing that is doubtful stands
    between them; then all are. Of what somebody came to say, and of what they came from, one change
    is told, whatever it is towards; a sure one rather than another.
    """
    by_target = sorted(_by_target(standpoints).items())
    sure = [(towards, [one for one in dated if one.sure]) for towards, dated in by_target]
    found: list[Change] = []
    told: set[tuple[str, ...]] = set()
    for towards, dated in (*sure, *by_target):
        for change in _found(towards, dated):
            names = _names(change)
            if told.isdisjoint(names):
                told |= names
                found.append(change)
    return tuple(sorted(found, key=_latest))


def _names(change: Change) -> set[tuple[str, ...]]:
    """What no other change that is told may share with it."""
    earlier, later = change.earlier.id, change.later.id
    return {(earlier, later)} if change.one_day else {("from", earlier), ("to", later)}


def _latest(change: Change) -> tuple[int, str, str]:
    days = change.later.days
    return -days.last.toordinal() if days else 0, change.later.id, change.earlier.id


def _by_target(standpoints: Iterable[Standpoint]) -> dict[str, list[_Dated]]:
    found: defaultdict[str, list[_Dated]] = defaultdict(list)
    for one in standpoints:
        for towards, probability in one.towards if one.days else ():
            if probability >= LEAST and one.days:
                sure = probability >= FLOOR and one.settled
                found[towards].append(_Dated(one, one.days, sure))
    return found


def _found(towards: str, dated: Sequence[_Dated]) -> Iterator[Change]:
    """In one pass by day: each against the last of every act that is certainly before it."""
    both_ways = list(_on_one_day(towards, dated))
    yield from both_ways
    mixed = {one.id for change in both_ways for one in (change.earlier, change.later)}
    by_first = sorted(dated, key=_first_and_surest)
    by_last = sorted(dated, key=lambda one: (one.days.last, one.standpoint.id))
    before: dict[Act, _Dated] = {}
    seen = 0
    for later in by_first:
        while by_last[seen].days.last < later.days.first:
            before[by_last[seen].act] = by_last[seen]
            seen += 1
        earlier = _turned_from(later, before)
        if earlier and later.standpoint.id not in mixed:
            yield _change(earlier, later, towards)


def _first_and_surest(one: _Dated) -> tuple[date, float, str]:
    return one.days.first, -one.standpoint.probability, one.standpoint.id


def _turned_from(later: _Dated, before: Mapping[Act, _Dated]) -> _Dated | None:
    """The last contrary one before ``later``, unless they had said otherwise by then or on its day
    already: whoever says both every week has not changed every week."""
    contrary = [before[act] for act in contrary_to(later.act) if act in before]
    if not contrary:
        return None
    earlier = max(contrary, key=lambda one: (one.days.last, one.standpoint.id))
    turned = any(
        between.days.last >= earlier.days.first
        for act, between in before.items()
        if earlier.act in contrary_to(act)
    )
    return None if turned else earlier


def _on_one_day(towards: str, dated: Sequence[_Dated]) -> Iterator[Change]:
    """The first of each act on a day, with the first contrary one of that day."""
    days: defaultdict[Days, dict[Act, _Dated]] = defaultdict(dict)
    for one in sorted(dated, key=lambda one: one.standpoint.id):
        if one.days.first == one.days.last:
            days[one.days].setdefault(one.act, one)
    for acts in days.values():
        told = list(acts.values())
        for number, one in enumerate(told):
            for other in told[number + 1 :]:
                if other.act in contrary_to(one.act) or one.act in contrary_to(other.act):
                    yield _change(one, other, towards, one_day=True)


def _change(earlier: _Dated, later: _Dated, towards: str, one_day: bool = False) -> Change:
    # What is only reported on a day was said by then; a report may repeat what is older.
    order_known = one_day or not later.standpoint.reported
    perhaps = not (earlier.sure and later.sure and order_known)
    return Change(earlier.standpoint, later.standpoint, towards, perhaps, one_day)
