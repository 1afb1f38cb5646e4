"""What the shipped encoder makes of the labelled texts, kept so that training takes a minute.

    python -m training.name_states --data ../shared/data --out var/names

Silver names from ``training.silver_names`` must lie in ``--out``. The encoder that runs is the
int8 one that users run. Writes SET.npz: states and vectors (words, D) and spelling (words, F) in
half precision; paragraphs and forms (words,), no number for two reports; and tags.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.domain.tagging import NameKind
from onrecord.network.network import Network
from onrecord.network.spelling import forms, spelling
from onrecord.network.weights import SHIPPED, Weights
from onrecord.segment.article import segment
from training.corpora import text_of
from training.gum_names import HELD_OUT, gum_names
from training.name_labels import NamedSpan, NamedText, tags_of
from training.name_variation import Pool, pool, pool_of_today, varied_names
from training.silver_rules import Kinds, consistent, plausible


@dataclass(frozen=True)
class Words:
    """Labelled words with what the head is shown of them; see the module."""

    states: NDArray[np.float16]
    vectors: NDArray[np.float16]
    spelling: NDArray[np.float16]
    paragraphs: NDArray[np.int32]
    forms: NDArray[np.int32]
    tags: NDArray[np.int8]

    def rows(self) -> NDArray[np.float16]:
        """(words, 2 D + F), as ``name_head.rows_of``."""
        return np.concatenate([self.states, self.vectors, self.spelling], 1)

    @classmethod
    def load(cls, path: Path) -> Words:
        return cls(**np.load(path))

    def save(self, path: Path) -> None:
        np.savez(path, **vars(self))


def words_of(network: Network, texts: Iterator[NamedText]) -> Words:
    """The texts one after another, each encoded as when a user reads it."""
    parts: list[tuple[NDArray[Any], ...]] = []
    paragraph = form = 0
    for number, (text, names) in enumerate(texts, 1):
        article = segment(text)
        states = np.concatenate(list(network.states(article))).astype(np.float16)
        vectors = network.vectors(article).astype(np.float16)
        written = spelling(article).astype(np.float16)
        paragraphs = article.paragraphs + paragraph
        alike = np.where((found := forms(article)) < 0, -1, found + form)
        parts.append((states, vectors, written, paragraphs, alike, tags_of(article, names)))
        form = int(max(form, alike.max() + 1))
        paragraph += int(article.paragraphs[-1]) + 1
        print(f"  {number} texts", end="\r", flush=True)
    print()
    return Words(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def silver(data: Path, part: Path) -> Iterator[NamedText]:
    """The texts that a file of ``training.silver_names`` labels."""
    with part.open() as file:
        for row in map(json.loads, file):
            names = (NamedSpan(start, end, NameKind(kind)) for start, end, kind in row["names"])
            yield plausible(NamedText(text_of(data / row["text"]), tuple(names)))


def sets(data: Path, labels: Path, seed: int) -> Iterator[tuple[str, Iterator[NamedText]]]:
    """Every set's name and texts."""
    parts = ("newspaper", "newswire", "today", "dev")
    found = {part: list(silver(data, labels / f"{part}.jsonl")) for part in parts}
    kinds = Kinds.of([*found["newspaper"], *found["newswire"]])
    others = pool(data / "registry")
    gum = sorted((data / "gum").glob("*.conllu"))
    yield "dev", (consistent(one, kinds) for one in found["dev"])
    yield "gum-news", (gum_names(path) for path in gum if path.name.startswith(HELD_OUT))
    yield "gum", (gum_names(path) for path in gum if not path.name.startswith(HELD_OUT))
    today = random.Random(f"today {seed}"), pool_of_today(others)
    yield "today", (_of_today(consistent(one, kinds), *today) for one in found["today"])
    for part in parts[:2]:
        rng = random.Random(f"{part} {seed}")
        yield part, (varied_names(consistent(one, kinds), others, rng) for one in found[part])


def _of_today(named: NamedText, rng: random.Random, others: Pool) -> NamedText:
    return varied_names(named, others, rng, always=True)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=Path, default=Path("../shared/data"))
    ap.add_argument("--out", type=Path, default=Path("var/names"))
    ap.add_argument("--weights", type=Path, default=SHIPPED)
    ap.add_argument("--seed", type=int, default=1)
    args = ap.parse_args()
    network = Weights(args.weights).network()
    for name, texts in sets(args.data, args.out, args.seed):
        print(name)
        if not (args.out / f"{name}.npz").exists():
            words_of(network, texts).save(args.out / f"{name}.npz")


if __name__ == "__main__":
    main()
