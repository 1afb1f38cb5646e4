from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from onrecord.archive.added import MOST_ERRORS, Added
from onrecord.archive.finding import Finding, listed_origins
from onrecord.domain.article import Article
from onrecord.errors import ArticleError, BadRow
from onrecord.watching import Fetches


def find(origin: str, **given: object) -> Iterator[Article | ArticleError]:
    yield Article(origin, origin)


def no_fetcher() -> Fetches:
    raise AssertionError("nothing is to be fetched")


def test_files_of_a_folder_stand_in_its_place_and_are_counted_as_origins(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.jpg"):
        (tmp_path / name).write_text("x")
    listing = listed_origins(["first.txt", str(tmp_path), "-"])
    assert listing.skipped == 1
    begun: list[tuple[str, int, int]] = []
    finding = Finding(find, no_fetcher, io.BytesIO())
    found = list(finding.found(listing, None, lambda *at: begun.append(at)))
    assert [one.origin for one in found] == [
        "first.txt",
        str(tmp_path / "a.txt"),
        str(tmp_path / "b.txt"),
        "-",
    ]
    assert [(number, of) for _, number, of in begun] == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_folder_that_cannot_be_listed_is_an_error_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    listing = listed_origins([str(tmp_path)])
    listing.origins.insert(0, BadRow("folder", "it cannot be listed"))
    found = list(Finding(find, no_fetcher, io.BytesIO()).found(listing, None, lambda *at: None))
    assert isinstance(found[0].item, ArticleError)
    assert isinstance(found[1].item, Article)


def test_a_path_that_no_system_takes_is_left_to_whoever_opens_it() -> None:
    assert listed_origins(["a\0b", "x" * 5_000]).origins == ["a\0b", "x" * 5_000]


def test_a_wrong_date_is_an_error_before_anything_is_fetched() -> None:
    finding = Finding(find, no_fetcher, io.BytesIO())
    listing = listed_origins(["https://post.example/a"])
    [found] = finding.found(listing, "3 May", lambda *at: None)
    assert isinstance(found.item, ArticleError)


def test_what_was_added_is_summed_and_errors_stay_bounded() -> None:
    error = BadRow("a", "b")
    one = Added(new=1, unreadable=1, skipped=2, errors=(error,))
    assert one + Added(new=2, same=3) == Added(
        new=3, same=3, unreadable=1, skipped=2, errors=(error,)
    )
    many = Added(errors=(error,) * MOST_ERRORS)
    assert len((many + many).errors) == MOST_ERRORS
