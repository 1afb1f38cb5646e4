"""Reading is dear: a report is read once, and what the network said can be kept."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import numpy as np

from evaluation.kept_readings import KeptReadings
from evaluation.readings import Readings
from onrecord.domain.article import Article
from onrecord.domain.record import Derivation, Record
from onrecord.domain.segmented import SegmentedArticle
from onrecord.domain.tagging import CueLinks, NameKind, Role, TaggedName, TaggedSpan, Tagging
from onrecord.pipeline import Reader
from onrecord.segment.article import segment

SHARES = np.array([0.5, 0.25], np.float32)
SAID = Tagging(
    (TaggedSpan(Role.CUE, 2, 3, 0.9),),
    (CueLinks(0, SHARES, SHARES),),
    (TaggedName(NameKind.PERSON, 0, 2, 0.8),),
)


class CountingNetwork:
    """Says the same of every text, and how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def read(self, article: SegmentedArticle) -> Tagging:
        self.asked += 1
        return SAID


class CountingReader:
    """Reads a record without anything in it."""

    def __init__(self) -> None:
        self.read_articles: list[Article] = []

    def read(self, article: Article) -> Record:
        self.read_articles.append(article)
        return Record(article, (), Derivation("fake", "0", "", ""))


def test_what_the_network_said_is_kept_over_runs(tmp_path: Path) -> None:
    network = CountingNetwork()
    words = segment("Ann Hill said so.")
    first = KeptReadings(network, "v1", tmp_path).read(words)
    again = KeptReadings(network, "v1", tmp_path).read(segment("Ann Hill said so."))
    assert network.asked == 1
    assert (again.spans, again.names) == (first.spans, first.names) == (SAID.spans, SAID.names)
    assert np.array_equal(again.links[0].source, SHARES)


def test_another_text_or_another_network_is_asked_anew(tmp_path: Path) -> None:
    network = CountingNetwork()
    KeptReadings(network, "v1", tmp_path).read(segment("Ann Hill said so."))
    KeptReadings(network, "v1", tmp_path).read(segment("Ann Hill said no."))
    KeptReadings(network, "v2", tmp_path).read(segment("Ann Hill said so."))
    assert network.asked == 3


def test_measures_that_share_a_report_share_its_record() -> None:
    reader = CountingReader()
    readings = Readings(cast(Reader, reader))
    first = readings("a", "Ann Hill said so.", "2016-09-01")
    assert readings("a", "Ann Hill said so.", "2016-09-01") is first
    assert len(reader.read_articles) == 1
    assert reader.read_articles[0].published == "2016-09-01"


def test_the_same_report_of_another_day_is_another_record() -> None:
    reader = CountingReader()
    readings = Readings(cast(Reader, reader))
    readings("a", "Ann Hill said so.", "2016-09-01")
    readings("a", "Ann Hill said so.", None)
    readings("a", "Ann Hill said so!", None)
    assert len(reader.read_articles) == 3
