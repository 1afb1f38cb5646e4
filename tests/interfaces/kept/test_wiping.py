"""The stages of wiping in words, on the bar of whatever command wipes."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.archive import Archive
from onrecord.domain.wiping import Stage, Wiping
from onrecord.interfaces.kept.wiping import show_wiping
from onrecord.interfaces.progress import Watch
from tests.interfaces.kept.conftest import Ask

WALL = "https://post.example/wall"


class Shown(Watch):
    """Notes what it is told to show."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, float | None]] = []

    def meanwhile(self, what: str, share: float | None = None) -> None:
        self.seen.append((what, share))


@pytest.fixture
def shown(tmp_path: Path) -> list[tuple[str, float | None]]:
    watch, archive = Shown(), Archive(tmp_path / "a.onrecord")
    show_wiping(archive, watch)
    for step in (
        Wiping(Stage.INDEX),
        Wiping(Stage.PAGES, earlier=True),
        Wiping(Stage.SEARCH, 3, 12),
        Wiping(Stage.ENDED),
    ):
        archive.on_wiping(step)
    return watch.seen


def test_each_stage_has_its_words_and_the_search_its_share(
    shown: list[tuple[str, float | None]],
) -> None:
    assert shown == [
        ("wiping the file: building the index anew", None),
        ("wiping what was retracted earlier: writing every page anew", None),
        ("wiping the file: searching all bytes", 0.25),
        ("", None),
    ]


def test_nothing_of_it_is_printed_where_nobody_watches(ask: Ask) -> None:
    assert ask("retract", WALL, "--yes").err == ""
