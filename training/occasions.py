"""Train what keeps the diary: the occasion head and its scorers, with one command.

    python -m training.occasions --data ../shared/data

Trained on our own labels of PolNeAR's training reports; the encoder is frozen. Everything is
cross-fitted: each fifth of the reports is judged by parts fitted on the rest, and from these
answers come the next part, the calibration and the thresholds. Dev is not touched. Writes
var/occasions.npz and .json, which ``training.add_head --head occasions`` puts into the weights.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch

from evaluation.diary_scoring import right_date, right_place
from onrecord.network.weights import SHIPPED
from onrecord.relate.engagements.entries import Entry
from training.occasion_examples import Example, Row, labels_of, matched
from training.occasion_folds import (
    ALL,
    ENTRY,
    FOLDS,
    Fitted,
    entry_rows,
    fit_links,
    fit_same,
    fold_heads,
    made,
    shares,
    tagged,
)
from training.occasion_reports import reports
from training.relation_labels import LABELS

LEAST = (0.35, 0.3, 0.3, 0.3, 0.0)
"""Of ``Scorers.least``: who, where, when, same; the last, for an entry, is chosen."""
NOISE = 0.004
"""F1 that differs by less is the same."""
TRIED = tuple(round(0.2 + 0.02 * step, 2) for step in range(20))


def judged(
    examples: Sequence[Example], entries: Sequence[list[Entry]], fits: Fitted, scored: list[float]
) -> Iterator[tuple[float, str]]:
    """Of each threshold, F1 and the other figures told in a line."""
    several = [made(one, found, fits) for one, found in zip(examples, entries, strict=True)]
    for least in TRIED:
        at = right = read = labels = 0
        status: list[bool] = []
        date: list[bool] = []
        place: list[bool] = []
        for example, found in zip(examples, several, strict=True):
            kept = [one for n, one in enumerate(found, at) if scored[n] >= least]
            at += len(found)
            pairs, gold = matched(example.report, kept), labels_of(example.report)
            right, read, labels = right + len(pairs), read + len(kept), labels + len(gold)
            both = [(gold[i], kept[j]) for i, j in pairs.items()]
            status += [a.status == b.status for a, b in both]
            date += [right_date(a, b) for a, b in both if a.date]
            place += [right_place(a, b) for a, b in both if a.place]
        yield (
            2 * right / (read + labels),
            (
                f"{least:.2f}: P {right / max(1, read):.3f} R {right / labels:.3f} "
                f"F1 {2 * right / (read + labels):.3f} status {np.mean(status):.3f} "
                f"date {np.mean(date):.3f} place {np.mean(place):.3f}"
            ),
        )


def chosen(f1: dict[float, float]) -> float:
    """The lowest threshold of those that are as good as the best: a diary misses more than it
    makes up, and our labels leave out some of what a careful reader would enter."""
    best = max(f1.values())
    return min(least for least, value in f1.items() if value >= best - NOISE)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=Path, default=Path("../shared/data"))
    ap.add_argument("--labels", type=Path, default=LABELS)
    ap.add_argument("--weights", type=Path, default=SHIPPED)
    ap.add_argument("--kept", type=Path, default=Path("var/occasions"), help="readings, by weights")
    ap.add_argument("--out", type=Path, default=Path("var/occasions.npz"))
    ap.add_argument("--seeds", type=int, default=3, help="heads that are joined into one")
    args = ap.parse_args()
    torch.set_num_threads(1)
    several = list(reports(args.data, args.labels, args.weights, args.kept))
    print(f"{len(several)} reports", flush=True)
    heads = fold_heads(several, args.seeds)
    examples = [Example(one, tagged(one, heads[one.number % FOLDS])) for one in several]
    fits = Fitted(np.array(LEAST, np.float32))
    found = fit_links(examples, fits)
    entries = fit_same(examples, found, fits)
    rows: list[Row] = entry_rows(examples, entries, fits)
    fits.fit("entry", rows, ENTRY)
    figures = dict(zip(TRIED, judged(examples, entries, fits, shares(rows, fits)), strict=True))
    print(*(line for _, line in figures.values()), sep="\n")
    fits.least[-1] = chosen({least: f1 for least, (f1, _) in figures.items()})
    np.savez(args.out, **heads[ALL], **fits.arrays(ALL))
    about = {"reports": len(several), "engagements": sum(len(one.engagements) for one in several)}
    args.out.with_suffix(".json").write_text(json.dumps(about) + "\n", "utf-8")
    print(f"{args.out}: least {fits.least[-1]:.2f}")


if __name__ == "__main__":
    main()
