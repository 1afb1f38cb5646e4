"""Every command and every piece of code that the pages mark with ``<!-- run -->`` runs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
MARKED = re.compile(r"<!-- run -->\n```(bash|python)\n(.*?)```", re.DOTALL)


class Block(NamedTuple):
    page: Path
    number: int
    language: str
    code: str

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}-{self.number}-{self.language}"


BLOCKS = [
    Block(page, number, *match.groups())
    for page in PAGES
    for number, match in enumerate(MARKED.finditer(page.read_text(encoding="utf-8")), 1)
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder with the example reports in it, as a reader of the pages would have them."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    return tmp_path


@pytest.mark.parametrize("block", BLOCKS, ids=str)
def test_what_the_pages_show_runs(block: Block, folder: Path) -> None:
    programs = {"bash": ["bash", "-euo", "pipefail", "-c"], "python": [sys.executable, "-c"]}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [*programs[block.language], block.code],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


def test_the_pages_have_commands_and_code_to_run() -> None:
    assert {block.language for block in BLOCKS} == {"bash", "python"}
