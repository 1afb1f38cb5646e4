"""What ingest does to reports whose statements people have labelled."""

from __future__ import annotations

from pathlib import Path

from evaluation.brat import labelled_reports
from onrecord.ingest import article_from_text


def test_no_labelled_statement_is_hidden_by_a_notice_or_a_byline(polnear_dev: Path) -> None:
    for report in labelled_reports(polnear_dev):
        article = article_from_text(report.text)
        hidden = [*article.notices, *(span for author in article.byline for span in author.spans)]
        for label in (each for labels in report.by_annotator.values() for each in labels):
            for span in label.content:
                assert not any(s < span.end and span.start < e for s, e in hidden), report.stem


def test_every_labelled_report_is_in_english(polnear_dev: Path) -> None:
    reports = labelled_reports(polnear_dev)
    assert {article_from_text(report.text).language for report in reports} == {"en"}
