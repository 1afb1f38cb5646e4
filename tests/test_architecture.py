"""The rules of the house that no linter checks (docs/architecture.md)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
INSTALLED = ROOT / "src" / "onrecord"
OURS = [INSTALLED, ROOT / "evaluation", ROOT / "registry", ROOT / "training"]
FILES = sorted(path for folder in OURS for path in folder.rglob("*.py"))
WORD_LISTS = sorted((INSTALLED / "resources").rglob("*.yaml"))

LONGEST_FILE = 300
LONGEST_FUNCTION = 40  # lines, docstring included
LONGEST_SCRIPT = 80
SCRIPTS = [ROOT / "training", INSTALLED / "store" / "migrations"]  # read from top to bottom, once
NAMELESS = {"utils", "util", "helpers", "helper", "common", "misc", "base", "manager"}


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imported(path: Path) -> set[str]:
    """The top-level names of everything that ``path`` imports, inside functions too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_file_can_be_read_in_one_sitting(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST_FILE
    script = any(path.is_relative_to(folder) for folder in SCRIPTS)
    longest = LONGEST_SCRIPT if script else LONGEST_FUNCTION
    assert [one for one in functions(path) if one[1] > longest] == []


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_file_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert path.stem not in NAMELESS


@pytest.mark.parametrize(
    ("packages", "allowed"),
    [
        ({"torch", "safetensors", "onnx"}, (ROOT / "training",)),
        ({"spacy", "textacy"}, (ROOT / "evaluation" / "peers", ROOT / "training")),
        # The bench of the store asks SQLite by itself, too, to compare.
        (
            {"sqlite3", "sqlalchemy", "psycopg"},
            (INSTALLED / "store", ROOT / "evaluation" / "store_bench"),
        ),
        ({"typer", "rich", "jinja2"}, (INSTALLED / "interfaces",)),
    ],
)
def test_a_package_is_used_in_its_folder_alone(
    packages: set[str], allowed: tuple[Path, ...]
) -> None:
    searched = [path for path in FILES if not any(path.is_relative_to(one) for one in allowed)]
    if "rich" in packages:  # evaluation and training show their progress with it
        searched = [path for path in searched if path.is_relative_to(INSTALLED)]
    assert [name(path) for path in searched if imported(path) & packages] == []


def test_what_is_installed_imports_nothing_that_is_not() -> None:
    ours = {"evaluation", "registry", "training"}
    guilty = [path for path in FILES if path.is_relative_to(INSTALLED)]
    assert [name(path) for path in guilty if imported(path) & ours] == []


@pytest.mark.parametrize("path", WORD_LISTS, ids=name)
def test_a_word_list_says_where_it_comes_from(path: Path) -> None:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert content["origin"]
    assert content["licence"]
