"""One record a line, nothing else."""

from __future__ import annotations

import io
import json

from onrecord.domain.article import Article
from onrecord.domain.record import Record
from onrecord.interfaces.json_lines import JsonLines
from tests.interfaces.fakes import record_of


def test_each_record_is_one_line_of_its_own_json(record: Record) -> None:
    stream = io.BytesIO()
    output = JsonLines(stream)
    output.write(record)
    output.write(record)
    output.finish()
    lines = stream.getvalue().decode("utf-8").split("\n")
    assert [json.loads(line) for line in lines[:2]] == [record.to_dict()] * 2
    assert lines[2:] == [""]


def test_text_that_is_no_unicode_is_still_json() -> None:
    stream = io.BytesIO()
    JsonLines(stream).write(record_of(Article(id="a", text="half \ud83d\u2028 é\r\n")))
    line = stream.getvalue().decode("utf-8")
    assert line.count("\n") == 1
    assert json.loads(line)["article"]["text"] == "half \ud83d\u2028 é\r\n"


class Counting(io.BytesIO):
    flushed = 0

    def flush(self) -> None:
        self.flushed += 1


def test_each_record_is_out_before_the_next_is_read(record: Record) -> None:
    stream = Counting()
    output = JsonLines(stream)
    output.write(record)
    assert stream.flushed == 1
