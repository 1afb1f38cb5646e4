"""A document of GUM with its labelled names, the names read from it, and which are the same."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from evaluation.gum import GumReport
from evaluation.name_mentions import LabelledName, ReadName, aligned, labelled_names, read_names
from onrecord.domain.record import Record
from onrecord.domain.span import Span


@dataclass(frozen=True, slots=True)
class NamedReport:
    """A document's labelled names, the names read from it, and which are the same."""

    report: GumReport
    gold: tuple[LabelledName, ...]
    read: tuple[ReadName, ...]
    pairs: dict[int, int]

    @classmethod
    def of(cls, report: GumReport, record: Record) -> NamedReport:
        """What ``record`` has of the names in ``report``."""
        gold, read = labelled_names(report), read_names(record)
        return cls(report, gold, read, aligned(gold, read))

    def labelled_chains(self) -> Iterator[tuple[Hashable, Hashable]]:
        """Every labelled mention with its chain."""
        for number, one in enumerate(self.gold):
            yield (self.report.stem, number), (self.report.stem, one.entity)

    def read_chains(self) -> Iterator[tuple[Hashable, Hashable]]:
        """Every mention read with its chain; those that are labelled under the label's key."""
        key = {j: i for i, j in self.pairs.items()}
        for j, one in enumerate(self.read):
            mention = (self.report.stem, key.get(j, f"made up {j}"))
            yield mention, (self.report.stem, one.entity)


def misses(one: NamedReport) -> Iterator[str]:
    """What is wrong with the names of a document, a line each."""
    text, stem = one.report.text, one.report.stem
    for number, label in enumerate(one.gold):
        if number not in one.pairs:
            yield f"not found | {stem} | {_cut(text, label.name)} | entity {label.entity}"
    for number in sorted(set(range(len(one.read))) - set(one.pairs.values())):
        read = one.read[number]
        yield f"made up | {stem} | {_cut(text, read.span)} | rule {read.rule}"
    for word, chains in (("split", _by_label(one)), ("merged", _by_reading(one))):
        for names in chains.values():
            if len({chain for chain, _ in names}) > 1:
                yield f"{word} | {stem} | " + ", ".join(
                    sorted({f"{name} ({chain})" for chain, name in names})
                )


def _by_label(one: NamedReport) -> dict[str, list[tuple[str, str]]]:
    """For each labelled person, the chains read and the names in them."""
    found: dict[str, list[tuple[str, str]]] = {}
    for i, j in one.pairs.items():
        name = _cut(one.report.text, one.gold[i].name)
        found.setdefault(one.gold[i].entity, []).append((one.read[j].entity, name))
    return found


def _by_reading(one: NamedReport) -> dict[str, list[tuple[str, str]]]:
    """For each person read, the labelled chains and the names in them."""
    found: dict[str, list[tuple[str, str]]] = {}
    for i, j in one.pairs.items():
        name = _cut(one.report.text, one.gold[i].name)
        found.setdefault(one.read[j].entity, []).append((one.gold[i].entity, name))
    return found


def _cut(text: str, span: Span) -> str:
    return text[span.start : span.end]
