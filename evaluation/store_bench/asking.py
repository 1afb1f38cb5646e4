"""Questions as people ask a record: by words, by speaker, by act and day, of the diary."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import Any

from evaluation.store_bench.known import Known
from evaluation.store_bench.timing import Question
from onrecord.archive import Archive
from onrecord.domain.engagement import EngagementKind, Status
from onrecord.domain.statement import Act

EACH = 12
"""Questions of each kind."""

SINCE, UNTIL = "2019-06-01", "2020-06-30"

_ACTS = (Act.OPPOSES, Act.SUPPORTS, Act.DENIES, Act.WARNS, Act.DEMANDS, Act.ADMITS)
_STATUSES = (Status.PLANNED, Status.HELD, Status.CANCELLED, Status.DECLINED)


def questions_of_said(archive: Archive, known: Known) -> Iterator[Question]:
    """What was said: words alone, people alone, and both with acts, days, targets, outlets."""
    common, rare, people = known.common, known.rare, known.speakers
    pairs = [f"{one} {two}" for one, two in zip(common[::2], common[1::2], strict=False)]
    heavy, light = people.heavy, people.light
    acts = [_ACTS[number % len(_ACTS)] for number in range(EACH)]
    said = archive.said
    yield from _asked("a common word", said, words=common)
    yield from _asked("a rare word", said, words=rare)
    yield from _asked("two common words", said, words=pairs)
    yield from _asked("by who says most", said, by=heavy)
    yield from _asked("by who says little", said, by=light)
    yield from _asked("a common word by who says most", said, words=common[::-1], by=heavy)
    yield from _asked("a rare word by who says most", said, words=rare[::-1], by=heavy)
    yield from _asked("a common word by who says little", said, words=common, by=light)
    yield from _asked("a word, an act, since a day", said, words=common, acts=acts, since=SINCE)
    yield from _asked("by somebody, an act, since", said, by=heavy, acts=acts, since=SINCE)
    yield from _asked("a rare word and an act", said, words=rare, acts=acts)
    yield from _asked("a word within a year", said, words=common, since=SINCE, until=UNTIL)
    yield from _asked("to somebody", said, to=known.targets.heavy)
    yield from _asked("by one to another", said, by=heavy, to=known.targets.heavy[::-1])
    yield from _asked("a word in an outlet", said, words=common, outlet=known.outlets)


def questions_of_diary(archive: Archive, known: Known) -> Iterator[Question]:
    """Who met whom, how it stands, when."""
    heavy, light = known.participants.heavy, known.participants.light
    statuses = [_STATUSES[number % len(_STATUSES)] for number in range(EACH)]
    kinds = list(islice(EngagementKind, EACH))
    diary = archive.diary
    yield from _asked("who is in most", diary, who=heavy)
    yield from _asked("who is in few", diary, who=light)
    yield from _asked("two who are in most", diary, who=heavy, beside=heavy[1:] + heavy[:1])
    yield from _asked("one of most, one of few", diary, who=heavy, beside=light)
    yield from _asked("somebody, a status", diary, who=heavy, statuses=statuses)
    yield from _asked("a status within a year", diary, statuses=statuses, since=SINCE, until=UNTIL)
    yield from _asked("a kind", diary, kinds=kinds)


def _asked(kind: str, ask: Callable[..., Any], **given: Any) -> Iterator[Question]:
    """``EACH`` questions; of what is given in a list, each takes the next."""
    for number in range(EACH):
        told = {name: _of(name, one, number) for name, one in given.items()}
        yield Question(f"{ask.__name__}: {kind}", partial(ask, **told))


def _of(name: str, one: Any, number: int) -> Any:
    if isinstance(one, str):
        return one
    chosen = one[number % len(one)]
    return (chosen,) if name in ("acts", "statuses", "kinds") else chosen
