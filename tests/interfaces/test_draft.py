"""A file appears whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from onrecord.interfaces.draft import Draft


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "page.html"


def test_publishing_puts_the_content_in_place(target: Path) -> None:
    target.write_bytes(b"old")
    Draft(target).publish(b"new")
    assert target.read_bytes() == b"new"
    assert list(target.parent.iterdir()) == [target]


def test_until_then_the_old_content_is_there(target: Path) -> None:
    target.write_bytes(b"old")
    draft = Draft(target)
    assert target.read_bytes() == b"old"
    draft.discard()
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]


def test_discarding_after_publishing_changes_nothing(target: Path) -> None:
    draft = Draft(target)
    draft.publish(b"new")
    draft.discard()
    assert target.read_bytes() == b"new"


def test_a_link_stays_a_link(target: Path, tmp_path: Path) -> None:
    target.symlink_to(tmp_path / "real.html")
    Draft(target).publish(b"new")
    assert target.is_symlink()
    assert (tmp_path / "real.html").read_bytes() == b"new"


def test_others_may_read_it_as_any_new_file(target: Path) -> None:
    old = os.umask(0o022)
    try:
        Draft(target).publish(b"new")
    finally:
        os.umask(old)
    assert target.stat().st_mode & 0o777 == 0o644


def test_a_folder_a_device_and_a_missing_folder_are_refused(tmp_path: Path) -> None:
    for place in (tmp_path, Path("/dev/null"), tmp_path / "none" / "page.html"):
        with pytest.raises(OSError, match=r"folder|ordinary|No such file"):
            Draft(place)
    assert Path("/dev/null").is_char_device()
    assert list(tmp_path.iterdir()) == []
