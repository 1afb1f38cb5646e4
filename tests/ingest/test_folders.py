from __future__ import annotations

import os
from pathlib import Path

import pytest

from onrecord.errors import TooLarge, UnreadableInput
from onrecord.ingest import folders
from onrecord.ingest.folders import MAX_DEPTH, listed


def made(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")
    return folder


def names(folder: Path, found: folders.Folder) -> list[str]:
    return [str(Path(one).relative_to(folder)) for one in found.origins]


def test_files_come_in_one_order_folder_after_folder(tmp_path: Path) -> None:
    made(tmp_path, "b.txt", "a/z.html", "a/é.txt", "a/Z.jsonl.gz", "c.xml", "a.txt")
    assert names(tmp_path, listed(str(tmp_path))) == [
        "a/Z.jsonl.gz",
        "a/z.html",
        "a/é.txt",
        "a.txt",
        "b.txt",
        "c.xml",
    ]


def test_hidden_and_unknown_files_are_left_alone_and_counted(tmp_path: Path) -> None:
    made(tmp_path, "a.txt", ".hidden.txt", "photo.jpg", "README", ".git/config.txt", "x.gz")
    found = listed(str(tmp_path))
    assert (names(tmp_path, found), found.skipped) == (["a.txt"], 5)


def test_links_are_not_followed_out_of_the_folder_or_round_in_it(tmp_path: Path) -> None:
    inside = made(tmp_path / "in", "a.txt")
    made(tmp_path, "secret.txt")
    (inside / "out").symlink_to(tmp_path, target_is_directory=True)
    (inside / "round").symlink_to(inside, target_is_directory=True)
    (inside / "b.txt").symlink_to(tmp_path / "secret.txt")
    found = listed(str(inside))
    assert (names(inside, found), found.skipped) == (["a.txt"], 3)


def test_what_is_no_file_is_left_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert listed(str(tmp_path)).origins == []


def test_folders_are_followed_only_so_deep(tmp_path: Path) -> None:
    deep = Path(*["d"] * (MAX_DEPTH - 1))
    made(tmp_path, str(deep / "a.txt"), str(deep / "d" / "b.txt"))
    found = listed(str(tmp_path))
    assert names(tmp_path, found) == [str(deep / "a.txt")]
    assert isinstance(found.errors[0], UnreadableInput)
    assert "40 folders deep" in str(found.errors[0])


def test_only_so_many_files_are_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "MAX_FILES", 2)
    found = listed(str(made(tmp_path, "a.txt", "b.txt", "c.txt")))
    assert names(tmp_path, found) == ["a.txt", "b.txt"]
    assert isinstance(found.errors[0], TooLarge)


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    found = listed(str(tmp_path / "none"))
    assert found.origins == []
    assert "cannot be listed" in str(found.errors[0])
