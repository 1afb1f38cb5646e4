"""What the attribution head is trained on: one loss for the tags, one for the links.

A task is a head, its examples and its loss; the trainer knows no more of it. Later heads (names,
acts, questions, engagements) are further tasks over the same encoder.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from evaluation.brat import LabelledReport
from onrecord.network.pieces import Vocabulary
from training.examples import Example, examples_of, prepare
from training.heads import AttributionHead

UNMARKED_WEIGHT = 0.3
"""Weight in the link loss of words that are nothing to the cue, which are nearly all."""
SMOOTHING = 0.05
UNNAMED_SHARE = 0.35
"""Share of windows whose annotator is not told: how the reading network must do without."""


class AttributionTask(nn.Module):
    """Head, examples and loss of attribution.

    Annotators differ in what they label, so each gets a bias on the words' states that is learned
    beside the network and left out when reading (the cheapest form of Davani et al. 2022).
    """

    name = "attribution"

    def __init__(
        self, width: int, reports: tuple[LabelledReport, ...], vocabulary: Vocabulary
    ) -> None:
        super().__init__()
        self.head = AttributionHead(width)
        self._reports = reports
        self._vocabulary = vocabulary
        names = sorted({name for report in reports for name in report.by_annotator})
        self._annotators = {name: code for code, name in enumerate(names, 1)}
        self.annotators = nn.Embedding(len(names) + 1, width)
        nn.init.zeros_(self.annotators.weight)

    def examples(self, rng: random.Random) -> Iterator[Example]:
        """One epoch: every report once for each annotator, in an order of its own."""
        labelled = [(report, name) for report in self._reports for name in report.by_annotator]
        rng.shuffle(labelled)
        for report, name in labelled:
            yield from self._windows(report, name, rng)

    def windows_an_epoch(self) -> int:
        """About how many examples an epoch has: as many a report as every tenth report has."""
        labelled = [(report, name) for report in self._reports for name in report.by_annotator]
        rng, sample = random.Random(0), labelled[::10]
        cut = sum(len(self._windows(report, name, rng)) for report, name in sample)
        return cut * len(labelled) // len(sample)

    def _windows(self, report: LabelledReport, name: str, rng: random.Random) -> list[Example]:
        labels, code = report.by_annotator[name], self._annotators[name]
        return examples_of(
            prepare(report.text, labels, code, self._vocabulary, rng), self._vocabulary, rng
        )

    def loss(self, states: Tensor, examples: list[Example]) -> tuple[Tensor, Tensor]:
        """states: (B, T, D) of the examples' pieces -> loss of the tags, loss of the links."""
        device = states.device
        windows = [
            states[row, torch.from_numpy(example.first).to(device)].float()
            for row, example in enumerate(examples)
        ]
        told = torch.tensor([example.annotator for example in examples])
        told = (told * (torch.rand(len(told)) >= UNNAMED_SHARE)).to(device)
        windows = [
            words + self.annotators.weight[code] * (code > 0)
            for words, code in zip(windows, told, strict=True)
        ]
        words = torch.cat(windows)
        tags = torch.cat([torch.from_numpy(example.tags) for example in examples]).to(device)
        tag_loss = F.cross_entropy(self.head.tags(words), tags, label_smoothing=SMOOTHING)
        return tag_loss, self._link_loss(windows, words, examples)

    def _link_loss(self, windows: list[Tensor], words: Tensor, examples: list[Example]) -> Tensor:
        sizes = [len(window) for window in windows]
        keys, biases = (part.split(sizes) for part in self.head.compared(words))
        total, count = words.new_zeros(()), 0.0
        for row, example in enumerate(examples):
            if not example.cues:
                continue
            bounds = torch.tensor(example.cues, device=words.device)
            asked = self.head.asked(windows[row][bounds[:, 0]], windows[row][bounds[:, 1] - 1])
            near, close, classes = (
                torch.from_numpy(array).to(words.device)
                for array in (example.near, example.close, example.classes)
            )
            scores = self.head.links(asked, (keys[row], biases[row]), near, close)
            weight = torch.where(classes > 0, 1.0, UNMARKED_WEIGHT)
            losses = F.cross_entropy(
                scores.reshape(-1, scores.shape[-1]), classes.reshape(-1), reduction="none"
            )
            total = total + (losses * weight.reshape(-1)).sum()
            count += float(weight.sum())
        return total / max(count, 1.0)
