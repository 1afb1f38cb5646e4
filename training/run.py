"""From ../shared/data/polnear to the weights in the wheel, by the run sheet.

    python -m training.run --data ../shared/data/polnear

Each step is a process of its own that shows its progress and resumes where it was stopped.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

NO_DATA = ("training.export", "training.soup")
RUNSHEET = Path(__file__).parent / "runsheet.yaml"


def command(step: dict[str, Any], data: Path) -> list[str]:
    """The step as a command line; averaging and exporting read no data."""
    words = [sys.executable, "-u", "-m", step["module"]]
    for option, value in step["options"].items():
        values = value if isinstance(value, list) else [value]
        words += [f"--{option}", *map(str, values)]
    return words if step["module"] in NO_DATA else [*words, "--data", str(data)]


def is_done(step: dict[str, Any]) -> bool:
    """Whether the step's output lies there; files are made anew, folders always written."""
    out = Path(step["options"].get("out", ""))
    return out.suffix == ".pt" and out.exists()


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=Path, default=Path("../shared/data/polnear"))
    args = ap.parse_args()
    steps = yaml.safe_load(RUNSHEET.read_text("utf-8"))["steps"]
    for number, step in enumerate(steps, 1):
        print(f"[{number}/{len(steps)}] {step['name']}", flush=True)
        if is_done(step):
            print(f"    done before: {step['options']['out']}")
            continue
        subprocess.run(command(step, args.data.parent), check=True)


if __name__ == "__main__":
    main()
