"""The kind of machine that a speed was measured on: what speeds depend on, and nothing else."""

from __future__ import annotations

import platform
from importlib.metadata import version
from pathlib import Path

# Instructions that decide how fast an int8 network runs.
_TELLING = ("avx2", "avx512f", "avx512_vnni", "avx_vnni", "amx_int8", "asimddp", "i8mm")
_CPUINFO = Path("/proc/cpuinfo")


def machine_kind() -> dict[str, object]:
    """Processor, the instructions it offers that matter here, Python and ONNX Runtime."""
    model, flags = _processor()
    return {
        "processor": model,
        "instructions": [flag for flag in _TELLING if flag in flags],
        "python": platform.python_version(),
        "onnxruntime": version("onnxruntime"),
    }


def _processor() -> tuple[str, set[str]]:
    if not _CPUINFO.exists():
        return platform.processor() or platform.machine(), set()
    model, flags = platform.machine(), set[str]()
    for line in _CPUINFO.read_text().splitlines():
        name, _, value = line.partition(":")
        if name.strip() == "model name":
            model = value.strip()
        elif name.strip() in {"flags", "Features"}:
            flags = set(value.split())
    return model, flags
