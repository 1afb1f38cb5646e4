"""Writes the file of today's version of the tables, beside this one."""

from __future__ import annotations

import tempfile
from pathlib import Path

from onrecord.store.opening import VERSION
from tests.store.versions.dump import dumped
from tests.store.versions.filled import fill


def main() -> None:
    """Write it over whatever is there: only for a version that is not released yet."""
    out = Path(__file__).parent / f"{VERSION:04}.sql"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.onrecord"
        fill(path)
        out.write_text(dumped(path), encoding="utf-8")
    print(out)


if __name__ == "__main__":
    main()
