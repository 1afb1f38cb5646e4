"""What is noted of a feed from one visit to the next: no word of it, only marks and digests."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from onrecord.ingest.feed import Item
from onrecord.watching.bounds import GONE_SECONDS, MAX_TTL_MINUTES, back_off

_BEGINNING = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Later:
    """A page that could not be had: how often it was tried, and from when on it is again."""

    tries: int
    until: datetime


@dataclass(frozen=True, slots=True)
class FeedState:
    """One feed between two visits.

    ``etag``, ``modified``: what the server calls what was read whole. ``moved_to``: where it is
    now. ``failures``: one after the other. ``rests_until``: before then it is not asked; ``fresh``:
    before then nothing new is to be expected. ``gone``: taken away for good. ``done``: digests of
    its items that need no second look; ``later``: of those that could not be had yet.
    """

    etag: str | None = None
    modified: str | None = None
    moved_to: str | None = None
    failures: int = 0
    rests_until: datetime = _BEGINNING
    fresh: datetime = _BEGINNING
    gone: bool = False
    done: frozenset[str] = frozenset()
    later: Mapping[str, Later] = field(default_factory=dict)

    @classmethod
    def read(cls, noted: Mapping[str, Any]) -> FeedState:
        """The state that ``noted`` is; the inverse of ``to_note``."""
        return cls(
            etag=noted.get("etag"),
            modified=noted.get("modified"),
            moved_to=noted.get("moved_to"),
            failures=noted.get("failures", 0),
            rests_until=_moment(noted.get("rests_until")),
            fresh=_moment(noted.get("fresh")),
            gone=noted.get("gone", False),
            done=frozenset(noted.get("done", ())),
            later={
                key: Later(tries, _moment(until))
                for key, (tries, until) in noted.get("later", {}).items()
            },
        )

    def to_note(self) -> dict[str, Any]:
        """As JSON can hold it; what is as at the beginning is left out."""
        whole = {
            "etag": self.etag,
            "modified": self.modified,
            "moved_to": self.moved_to,
            "failures": self.failures,
            "rests_until": _written(self.rests_until),
            "fresh": _written(self.fresh),
            "gone": self.gone,
            "done": sorted(self.done),
            "later": {key: [one.tries, _written(one.until)] for key, one in self.later.items()},
        }
        return {name: value for name, value in whole.items() if value}

    def failed(self, now: datetime, *, gone: bool, lasting: bool, after: float | None) -> FeedState:
        """After a visit that came to nothing; ``lasting``: for a reason that will not pass.

        A feed that moved and is not where it moved to is looked for at its old address again.
        """
        failures = self.failures + 1
        rest = GONE_SECONDS if gone else back_off(failures, after)
        return replace(
            self,
            failures=failures,
            rests_until=now + timedelta(seconds=rest),
            gone=gone,
            moved_to=None if lasting else self.moved_to,
        )

    def visited(self, now: datetime, moved_to: str | None, ttl: int | None) -> FeedState:
        """After a visit that went well."""
        minutes = min(ttl or 0, MAX_TTL_MINUTES)
        return replace(
            self,
            moved_to=moved_to or self.moved_to,
            failures=0,
            rests_until=_BEGINNING,
            fresh=now + timedelta(minutes=minutes) if minutes else _BEGINNING,
            gone=False,
        )


def digest_of(item: Item) -> str:
    """What an item is known by: its address, else its words."""
    words = item.url or "\0".join([item.title or "", *(one.source for one in item.contents)])
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def _moment(written: str | None) -> datetime:
    return datetime.fromisoformat(written) if written else _BEGINNING


def _written(moment: datetime) -> str | None:
    return None if moment == _BEGINNING else moment.isoformat(timespec="seconds")
