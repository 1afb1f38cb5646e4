"""Where a record is kept, and in whose name it is written to."""

from __future__ import annotations

import getpass
import os
from pathlib import Path

from onrecord.errors import NoRecord

RECORD = "ONRECORD_RECORD"
"""Environment variable that names the record's file."""

WHO = "ONRECORD_WHO"
"""Environment variable that says who adds, corrects and retracts."""

SUFFIX = ".onrecord"


def record_path(asked: str | os.PathLike[str] | None = None) -> Path:
    """The file that is asked for, else the environment's, else the one of the user's data folder.

    Nothing is created.
    """
    named = asked or os.environ.get(RECORD)
    if named:
        return Path(named).expanduser()
    import platformdirs

    return Path(platformdirs.user_data_path("onrecord")) / f"record{SUFFIX}"


def who_acts() -> str:
    """Who is written into the log: the environment's name, else that of the login."""
    if named := " ".join(os.environ.get(WHO, "").split()):
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container's user may have no name
        return "somebody"


def make_room(path: Path) -> None:
    """The folder of a record that is to be made. Raises NoRecord where it cannot be made."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NoRecord(
            str(path), f"its folder cannot be made: {error.strerror or error}; name another"
        ) from error
