"""Adding: nothing is read twice, nothing that was told is lost, one bad report stops nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

import pytest

from onrecord.archive.added import Added, Step
from onrecord.archive.adding import LOOKED_UP, TOGETHER, Adding, Found
from onrecord.domain.article import Article
from onrecord.domain.kept import Standing
from onrecord.errors import ArticleError, BadRow, DiskFull, StoreError, WeightsError
from tests.archive.fake_store import NEWER, OLDER, FakeReader, FakeStore


def found(*items: Article | ArticleError | str) -> Iterator[Found]:
    for item in items:
        yield Found("feed", 1, 1, Article(item, item) if isinstance(item, str) else item)


def add(
    store: FakeStore,
    items: Iterable[Found],
    reader: FakeReader | None = None,
    steps: list[Step] | None = None,
    seconds: Iterator[float] | None = None,
) -> Added:
    clock = seconds or iter(lambda: 0.0, 1.0)
    told = [] if steps is None else steps
    adding = Adding(store, reader or FakeReader(), "Ann", told.append, lambda: next(clock))
    return adding.run(items)


def test_what_is_new_is_read_and_kept() -> None:
    store = FakeStore()
    assert add(store, found("a", "b")) == Added(new=2)
    assert list(store.records) == ["a", "b"]


def test_what_is_there_is_not_read_again() -> None:
    store, reader = FakeStore(), FakeReader()
    add(store, found("a", "b"))
    assert add(store, found("a", "c", "b"), reader) == Added(new=1, same=2)
    assert reader.read_ids == ["c"]


def test_what_would_be_read_otherwise_today_is_read_again() -> None:
    store = FakeStore()
    add(store, found("a"), FakeReader(OLDER))
    assert add(store, found("a"), FakeReader(NEWER)) == Added(reread=1)
    assert store.records["a"].derivation == NEWER


def test_what_was_retracted_is_neither_read_nor_kept() -> None:
    store, reader = FakeStore(), FakeReader()
    store.retracted = {"a"}
    assert add(store, found("a"), reader) == Added(retracted=1)
    assert (reader.read_ids, store.records) == ([], {})


def test_the_same_report_twice_in_one_run_is_read_once() -> None:
    reader = FakeReader()
    assert add(FakeStore(), found("a", "b", "a"), reader) == Added(new=2, same=1)
    assert reader.read_ids == ["a", "b"]


def test_a_report_that_cannot_be_read_stops_nothing() -> None:
    bad, defect = BadRow("feed, line 2", "it has no text"), ZeroDivisionError("a sum")
    store, reader = FakeStore(), FakeReader(misbehaves={"b": defect})
    added = add(store, found("a", bad, "b", "c"), reader)
    assert (added.new, added.unreadable) == (2, 2)
    assert list(store.records) == ["a", "c"]
    assert added.errors[0] is bad
    assert str(added.errors[1]).startswith("b: reading it failed (ZeroDivisionError: a sum)")


def test_another_language_is_kept_and_counted() -> None:
    store = FakeStore()
    added = add(store, found(Article("f", "Bonjour", language="fr"), "e"))
    assert (added.new, added.foreign) == (2, 1)
    assert "f" in store.records


def test_transactions_are_short() -> None:
    store = FakeStore()
    add(store, found(*map(str, range(2 * TOGETHER + 1))))
    assert [len(one) for one in store.transactions] == [TOGETHER, TOGETHER, 1]


def test_slow_reading_is_kept_at_once() -> None:
    store = FakeStore()
    add(store, found("a", "b", "c"), seconds=iter(count(0.0, 60.0)))
    assert store.transactions == [["a"], ["b"], ["c"]]


def test_reports_are_looked_up_together() -> None:
    store = FakeStore()
    add(store, found(*map(str, range(2 * LOOKED_UP))))
    assert store.views == 2


def test_what_is_told_to_be_done_is_kept() -> None:
    store = FakeStore()
    unkept = []

    class Watching(list[Step]):
        def append(self, step: Step) -> None:
            if step.article and step.article.id not in store.records:
                unkept.append(step.article.id)
            super().append(step)

    steps = Watching()
    add(store, found(*map(str, range(40))), steps=steps)
    assert unkept == []
    assert [step.added.new for step in steps] == list(range(1, 41))
    assert {step.standing for step in steps} == {Standing.NEW}


@pytest.mark.parametrize("error", [KeyboardInterrupt(), WeightsError("damaged"), MemoryError()])
def test_what_was_read_before_the_run_ended_early_is_kept(error: BaseException) -> None:
    store, reader = FakeStore(), FakeReader(misbehaves={"c": error})
    with pytest.raises(type(error)):
        add(store, found("a", "b", "c", "d"), reader)
    assert list(store.records) == ["a", "b"]
    assert add(store, found("a", "b", "c", "d")) == Added(new=2, same=2)


def test_an_interrupt_while_reports_are_looked_for_keeps_what_was_read() -> None:
    def stopped() -> Iterator[Found]:
        yield from found("a")
        raise KeyboardInterrupt

    store = FakeStore()
    with pytest.raises(KeyboardInterrupt):
        add(store, stopped(), seconds=iter(count(0.0, 60.0)))
    assert list(store.records) == ["a"]


def test_a_full_disk_ends_the_run_and_keeps_the_transactions_before() -> None:
    full: StoreError = DiskFull("record", "there is no room")
    store = FakeStore(fails_after=1, error=full)
    with pytest.raises(DiskFull):
        add(store, found(*map(str, range(TOGETHER + 1))))
    assert len(store.records) == TOGETHER
