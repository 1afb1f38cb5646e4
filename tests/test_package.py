"""The wheel holds all that reading needs: it is built, installed apart and read with."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
INSTALLED = ROOT / "src" / "onrecord"
SAID = "Parliament, Monday.\n\nThe minister said on Monday that the new road would be built.\n"

PIP = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("hatchling", reason="building the wheel needs hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    alone = ["--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*PIP, "wheel", *alone, "--wheel-dir", str(folder), str(ROOT)], check=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel in it; what it depends on is lent by this one."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=False)
    program = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    (packages,) = folder.rglob("site-packages")
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib"))
    target = ["--python", str(program), "install", "--no-deps", "--no-index"]
    subprocess.run([*PIP, *target, str(wheel)], check=True)
    return program


def test_it_holds_every_file_of_the_package_and_no_other(wheel: Path) -> None:
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    ours = {
        path.relative_to(INSTALLED.parent).as_posix()
        for path in INSTALLED.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert packed == ours


@pytest.mark.parametrize("part", ["resources/", "network/weights/", "py.typed"])
def test_it_holds_word_lists_weights_and_the_mark_of_typed_code(wheel: Path, part: str) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.startswith(f"onrecord/{part}") for name in names)


def test_the_weights_are_within_what_a_wheel_may_weigh(wheel: Path) -> None:
    entries = zipfile.ZipFile(wheel).infolist()
    weights = [one.file_size for one in entries if one.filename.startswith("onrecord/network/w")]
    assert 0 < sum(weights) <= 30 * 2**20


def test_the_installed_package_is_not_the_one_in_this_checkout(python: Path) -> None:
    asked = "import onrecord; print(onrecord.__file__)"
    told = subprocess.check_output([str(python), "-c", asked], cwd=python.parent, text=True)
    assert ROOT not in Path(told.strip()).resolve().parents


def test_the_installed_program_reads_a_report(python: Path, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(SAID, encoding="utf-8")
    command = [str(python.with_name("onrecord")), "read", "report.txt", "--json"]
    told = subprocess.check_output(command, cwd=tmp_path, text=True)
    record = json.loads(told)
    assert record["article"]["text"] == SAID
    assert record["statements"]
