"""What was read wrong, one line each, for those who mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evaluation.act_scoring import Done, aimed
from evaluation.diary_scoring import Entry, right_date, right_place
from evaluation.exchange_scoring import Asking
from evaluation.same_name import same_who


def misses(
    entries: Iterable[Entry], askings: Iterable[Asking], done: Iterable[Done]
) -> Iterator[str]:
    """Wrong, missed and made-up engagements, then exchanges, then acts and targets."""
    for entry in entries:
        yield from (f"{entry.stem} | {said}" for said in _entry(entry))
    for asking in askings:
        yield from (f"{asking.stem} | {said}" for said in _asking(asking))
    for one in done:
        yield from (f"{one.stem} {one.label.key} | {said}" for said in _done(one))


def _entry(entry: Entry) -> Iterator[str]:
    label, engagement = entry.label, entry.engagement
    when = engagement.when.value if engagement and engagement.when else None
    if label is None and engagement is not None:
        told = f"{engagement.kind} {list(entry.who)} {when} {engagement.status}"
        yield f"engagement made up: {told} {engagement.evidence.text!r}"
    elif label is not None and engagement is None:
        yield f"engagement missed: {label.kind} {list(label.who)} {label.date} {label.status}"
    elif label is not None and engagement is not None:
        who = f"{label.kind} {list(label.who)}"
        if label.status != engagement.status:
            yield f"status: {who} was {label.status}, got {engagement.status}"
        if label.date and not right_date(label, engagement):
            yield f"date: {who} was {label.date}, got {when}"
        if label.place and not right_place(label, engagement):
            yield f"place: {who} was {label.place!r}, got {engagement.place.text!r}"


def _asking(asking: Asking) -> Iterator[str]:
    label, exchange = asking.label, asking.exchange
    if label is None and exchange is not None:
        told = f"{asking.asked!r} {exchange.question.text!r} p {exchange.probability:.2f}"
        yield f"exchange made up: {told}"
    elif label is not None and exchange is None:
        yield f"exchange missed: {label.asked!r} at {label.question.start}, {label.response}"
    elif label is not None and exchange is not None:
        if label.response != exchange.response:
            yield f"response: {label.asked!r} was {label.response}, got {exchange.response}"
        if label.asked and not same_who(label.asked, asking.asked):
            yield f"asked: was {label.asked!r}, got {asking.asked!r}"


def _done(done: Done) -> Iterator[str]:
    label = done.label
    if done.statement is None:
        return
    if not done.right:
        yield f"act: was {label.act}, got {done.act}: {done.statement.content.text!r}"
    elif aimed(done) and not same_who(label.target, done.target):
        yield f"target: was {label.target!r}, got {done.target!r} ({label.act})"
