"""Turn labels written by people as words into the offsets that are kept.

    python -m training.relation_offsets FOLDER --data ../shared/data

FOLDER holds a JSON file a report: {"doc", "acts": {"A1": [act, target]}, "engagements": [{"kind",
"who", "place", "date", "status", "mentions": [[clause, head word]]}], "exchanges": [...]}; clauses
and questions are copied from the text to the letter. A name that does not stand in the text in
full is looked for by its last word; one that does not stand there at all is left out.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any

from training.corpora import text_of
from training.relation_labels import LABELS, digest

Pair = list[int]
TEXTS = "polnear/train/text"


def row_of(labels: dict[str, Any], data: Path) -> dict[str, Any]:
    """One report's labels as a line of the kept file."""
    path = f"{TEXTS}/{labels['doc']}.txt"
    text = text_of(data / path)
    published = re.search(r"\d{4}-\d\d-\d\d", labels["doc"])
    acts = [
        [int(key[1:]) - 1, act, target and place_of(target, text)]
        for key, (act, target) in labels["acts"].items()
    ]
    return {
        "text": path,
        "sha256": digest(text),
        "published": published.group() if published else None,
        "acts": sorted(acts),
        "engagements": [_engagement(one, text) for one in labels["engagements"]],
        "exchanges": [_exchange(one, text) for one in labels["exchanges"]],
    }


def place_of(name: str, text: str) -> Pair | None:
    """Where ``name`` stands, or else its last word with a capital; None where neither does."""
    words = [word for word in re.findall(r"[\w’'-]+", name) if word[0].isupper()]
    for form in (name, *words[-1:]):
        if found := re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            return list(found.span())
    return None


def _engagement(one: dict[str, Any], text: str) -> dict[str, Any]:
    place = one.get("place")
    return {
        "kind": one["kind"],
        "status": one["status"],
        "date": one["date"],
        "who": [at for name in one["who"] if (at := place_of(name, text))],
        "place": [
            at for part in (place or "").split(", ") if part and (at := place_of(part, text))
        ],
        "mentions": [_mention(clause, head, text) for clause, head in one["mentions"]],
    }


def _mention(clause: str, head: str, text: str) -> list[Pair]:
    start = _found(clause, text)
    whole = re.search(rf"(?<!\w){re.escape(head)}(?!\w)", clause)
    at = start + (whole.start() if whole else clause.index(head))
    return [[start, start + len(clause)], [at, at + len(head)]]


def _found(words: str, text: str) -> int:
    if (at := text.find(words)) < 0:
        raise ValueError(f"{words!r} does not stand in the text")
    return at


def _exchange(one: dict[str, Any], text: str) -> dict[str, Any]:
    start = _found(one["question"], text)
    return {
        "question": [start, start + len(one["question"])],
        "asked": one["asked"] and place_of(one["asked"], text),
        "asked_by": one["asked_by"] and place_of(one["asked_by"], text),
        "answers": [int(key[1:]) - 1 for key in one["answers"]],
        "response": one["response"],
    }


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("folder", type=Path)
    ap.add_argument("--data", type=Path, default=Path("../shared/data"))
    ap.add_argument("--out", type=Path, default=LABELS)
    args = ap.parse_args()
    rows = []
    for path in args.folder.glob("*.json"):
        try:
            rows.append(row_of(json.loads(path.read_text("utf-8")), args.data))
        except ValueError as error:
            print(f"{path.name} is left out: {error}")
    rows.sort(key=lambda row: str(row["text"]))
    with args.out.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    print(f"{args.out}: {len(rows)} reports")


if __name__ == "__main__":
    main()
