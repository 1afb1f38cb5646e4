"""A user's own lists: imported whole or not at all, each into one file of the user's folder."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from onrecord.domain.register import Origin
from onrecord.errors import ListError, RegisterError
from onrecord.register.entries import Problems, iso_date
from onrecord.register.folding import folded
from onrecord.register.list_csv import read_csv
from onrecord.register.list_ftm import read_ftm
from onrecord.register.opened import OpenedRegister, opened
from onrecord.register.own_people import people_of
from onrecord.register.tables import packed

FOLDER = "ONRECORD_REGISTER"
"""Environment variable that names another folder for the lists."""

LARGEST = 64 * 1024 * 1024
"""Bytes of a list; a larger one is refused."""

_SUFFIX = ".register"


@dataclass(frozen=True, slots=True)
class OwnList:
    """One list of the user's: its name, its file, how many people and offices it has."""

    name: str
    path: Path
    people: int
    offices: int


def folder() -> Path:
    """Where the user's lists lie; it need not exist."""
    return Path(os.environ.get(FOLDER) or platformdirs.user_data_path("onrecord") / "register")


def add(path: Path, as_of: str, *, licence: str = "not stated", name: str | None = None) -> OwnList:
    """Import the list in ``path`` in place of an earlier one of its name.

    ``as_of``: ISO date until when offices without an end are known to run, unless their row says
    otherwise. ``name``: the file's own without its ending, if not given. Raises ListError, with
    every wrong row named, and RegisterError when the folder cannot be written.
    """
    name = _plain(name or path.stem)
    if iso_date(as_of) is None or not name:
        raise ListError(path.name, (f"'{as_of}' is no date, or the list has no name",))
    problems = Problems()
    read = read_ftm if path.suffix.lower() in (".json", ".jsonl", ".ijson", ".ftm") else read_csv
    origin = Origin(f"your list {path.name}", licence, as_of, "")
    people = people_of(read(_text(path), problems), origin, problems)
    if not people and not problems.count:
        problems.add(path.name, "there is nobody in it")
    if problems.count:
        raise ListError(path.name, problems.told())
    target = folder() / f"{name}{_SUFFIX}"
    _replace(target, packed(people))
    return OwnList(name, target, len(people), sum(len(one.tenures) for one in people))


def lists() -> Iterator[OwnList]:
    """The user's lists, by name."""
    for path, register in _opened():
        people = list(register)
        offices = sum(len(person.tenures) for person in people)
        yield OwnList(path.stem, path, len(people), offices)


def remove(name: str) -> bool:
    """Remove the list ``name``; whether there was one. Raises RegisterError when it stays."""
    path = folder() / f"{_plain(name)}{_SUFFIX}"
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise RegisterError(f"{path}: cannot be removed: {error.strerror}") from error
    return True


def own_registers() -> list[OpenedRegister]:
    """The user's lists, opened. Raises RegisterError when one was altered."""
    return [register for _, register in _opened()]


def _opened() -> Iterator[tuple[Path, OpenedRegister]]:
    for path in sorted(folder().glob(f"*{_SUFFIX}")):
        yield path, opened(path)


def _plain(name: str) -> str:
    return folded(name).replace(" ", "-")


def _text(path: Path) -> str:
    """The file's text. Raises ListError when it is none."""
    try:
        if path.stat().st_size > LARGEST:
            raise ListError(path.name, (f"larger than {LARGEST >> 20} MB; split it",))
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise ListError(path.name, (f"line {line}: not UTF-8; save the file as UTF-8",)) from None
    except OSError as error:
        raise ListError(str(path), (f"cannot be read: {error.strerror}",)) from None


def _replace(target: Path, content: bytes) -> None:
    """Write ``content`` beside ``target``, then put it there in one step."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent) as beside:
            written = Path(beside) / target.name
            written.write_bytes(content)
            written.replace(target)
    except OSError as error:
        raise RegisterError(f"{target}: cannot be written: {error.strerror}") from error
