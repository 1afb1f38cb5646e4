"""Adding, killed at fifty places without a warning: nothing that was told is lost or half there.

Real processes, really killed (SIGKILL), with records as generated for the bench: reports that are
copies of one another, that share quotations and occasions. What is compared is all that a record
answers with. Nothing here waits for a clock: how far a process gets before it is killed
differs from run to run, what has to hold then does not.
"""

from __future__ import annotations

import multiprocessing

from onrecord.domain.kept import KeptEngagement, KeptStatement
from onrecord.domain.record import Record
from tests.evaluation.store_bench.conftest import examples

REPORTS = 60
DEATHS = 50

Answers = tuple[list[Record], list[KeptStatement], list[KeptEngagement]]

__all__ = ["examples"]

processes = multiprocessing.get_context("fork")
