"""Write into a folder of weights so that it fits together again."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.network.weights import FILES

Arrays = dict[str, NDArray[Any]]


def save_arrays(path: Path, arrays: Arrays) -> None:
    """As ``np.savez``, whose files differ from run to run by the time in them, but for that."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, array in sorted(arrays.items()):
            with archive.open(zipfile.ZipInfo(f"{name}.npy"), "w", force_zip64=True) as file:
                np.lib.format.write_array(file, np.ascontiguousarray(array), allow_pickle=False)


def write_manifest(folder: Path, manifest: dict[str, Any]) -> None:
    """Write the manifest with the digests of the files as they lie in ``folder``."""
    digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
    text = json.dumps({**manifest, "sha256": digests}, indent=1, sort_keys=True)
    (folder / "manifest.json").write_text(text + "\n", "utf-8")
