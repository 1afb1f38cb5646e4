"""Draw docs/picture.svg from what is read: ``python docs/draw_picture.py`` in the project's folder.

The report is of our own words. What stands in the picture is the record that the program makes of
it; only where to put it is decided here. tests/docs/test_record_page.py compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

import onrecord
from onrecord import Record, Statement
from onrecord.interfaces.deeds import circumstances, deed_words, entities_of
from onrecord.interfaces.diary import Occasion, diary

TEXT = (
    "Ana Ruiz, the transport minister, said on Monday that night trains would “run again by May”. "
    "“We kept every carriage,” she told parliament. “Nothing was sold.” "
    "A union leader doubted that drivers could be found in time. "
    "Ms Ruiz will meet the unions in Malaga on Thursday."
)
PUBLISHED = "2024-09-24"

WIDTH, COLUMNS, LETTER, LINE = 1000, 53, 8.43, 30
LEFT, TOP, RIGHT = 36, 96, 580
INK = ("#0b6e4f", "#8a4b08", "#4b3fa0", "#9b1c4b", "#1d5b8f")
TINT = ("#d9f0e5", "#fbe8d0", "#e5e1fa", "#fae0e9", "#dcebf8")
STYLE = (
    'text{font-family:ui-sans-serif,system-ui,"Segoe UI",Helvetica,Arial,sans-serif;fill:#1d2733}'
    '.report,.words,.at{font-family:ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace}'
    ".report{font-size:14px}.words{font-size:12.5px}.at{font-size:11.5px;fill:#5b6773}"
    ".head{font-size:12px;letter-spacing:.09em;fill:#5b6773}.form{font-size:12px;font-weight:600}"
    ".key{font-size:12.5px;fill:#5b6773}.who{font-size:13px;font-weight:600}"
    ".deed{font-size:12px;font-weight:600}"
)
KEY = (
    "Numbers are offsets: the words of the record are cut out of",
    "the report at these places, never copied by a model. Who is",
    "meant, and when, is said only where the report settles it.",
)


def draw(record: Record) -> str:
    """The picture of one record as SVG."""
    right, below = _record_side(record)
    left, end = _report_side(record)
    height = max(below, end) + 24
    return "\n".join([*_frame(record, height), *left, *right, "</svg>"]) + "\n"


def _frame(record: Record, height: int) -> Iterator[str]:
    published = record.article.published or ""
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
        f'height="{height}" role="img" aria-labelledby="title text" data-published="{published}">'
    )
    yield '<title id="title">A paragraph of a report, and the record made of it</title>'
    yield f'<desc id="text">{escape(record.article.text, quote=False)}</desc>'
    yield f"<style>{STYLE}</style>"
    yield (
        f'<rect x="1" y="1" width="{WIDTH - 2}" height="{height - 2}" rx="14" fill="#ffffff" '
        'stroke="#d5dbe1"/>'
    )
    yield _text("head", LEFT, 48, f"THE REPORT, PUBLISHED {published}")
    yield _text("head", 566, 48, "ITS RECORD: WHO SAID WHAT, AND WHERE IT STANDS")
    yield f'<line x1="540" y1="30" x2="540" y2="{height - 30}" stroke="#e3e8ed"/>'


def _text(kind: str, x: float, y: int, words: str, **more: str) -> str:
    extra = "".join(f' {name.replace("_", "-")}="{escape(value)}"' for name, value in more.items())
    return f'<text class="{kind}" x="{x:g}" y="{y}"{extra}>{escape(words, quote=False)}</text>'


def _lines(text: str) -> list[tuple[int, int]]:
    """The report cut into rows of at most ``COLUMNS`` letters, as offsets."""
    rows = [(0, 0)]
    for found in re.finditer(r"\S+", text):
        start = rows[-1][0]
        if found.end() - start > COLUMNS:
            rows.append(found.span())
        else:
            rows[-1] = (start, found.end())
    return rows


def _report_side(record: Record) -> tuple[list[str], int]:
    drawn: list[str] = []
    y = TOP
    for start, end in _lines(record.article.text):
        for role, span, place in _marks(record):
            first, last = max(span[0], start), min(span[1], end)
            if first < last:
                x, width = LEFT + (first - start) * LETTER, (last - first) * LETTER
                drawn.append(_mark(role, x, y, width, place))
        words = record.article.text[start:end]
        length = f"{(end - start) * LETTER:.1f}"
        drawn.append(_text("report", LEFT, y, words, textLength=length, lengthAdjust="spacing"))
        y += LINE
    return [*drawn, *_legend(y + 34)], y + 120


def _marks(record: Record) -> Iterator[tuple[str, tuple[int, int], int]]:
    for place, one in enumerate(record.statements):
        for role, words in (("said", one.content), ("cue", one.cue), ("source", one.source.words)):
            for span in words.spans:
                yield role, span, place


def _mark(role: str, x: float, y: int, width: float, place: int) -> str:
    if role == "said":
        tint = TINT[place % len(TINT)]
        return (
            f'<rect x="{x - 2:.1f}" y="{y - 16}" width="{width + 4:.1f}" height="22" rx="4" '
            f'fill="{tint}"/>'
        )
    dashes = ' stroke-dasharray="2.5 2.5"' if role == "cue" else ""
    return (
        f'<line x1="{x:.1f}" y1="{y + 5}" x2="{x + width:.1f}" y2="{y + 5}" '
        f'stroke="{INK[place % len(INK)]}" stroke-width="2.2"{dashes}/>'
    )


def _legend(y: int) -> Iterator[str]:
    for x, dashes, words in ((LEFT, "", "source"), (150, ' stroke-dasharray="2.5 2.5"', "cue")):
        yield (
            f'<line x1="{x}" y1="{y - 4}" x2="{x + 30}" y2="{y - 4}" stroke="#5b6773" '
            f'stroke-width="2.2"{dashes}/>' + _text("key", x + 38, y, words)
        )
    yield f'<rect x="244" y="{y - 14}" width="30" height="19" rx="4" fill="#e6eaee"/>'
    yield _text("key", 282, y, "content: what was said")
    for row, words in enumerate(KEY):
        yield _text("key", LEFT, y + 28 + 19 * row, words)


def _record_side(record: Record) -> tuple[list[str], int]:
    drawn: list[str] = []
    y = 80
    for place, statement in enumerate(record.statements):
        rows, height = _statement(record, statement, y, INK[place % len(INK)])
        drawn.extend(rows)
        y += height
    for occasion in diary(record):
        drawn.extend(_occasion(occasion, y))
        y += 54
    return drawn, y


def _occasion(occasion: Occasion, y: int) -> Iterator[str]:
    engagement = occasion.engagement
    yield f'<rect x="562" y="{y - 14}" width="4" height="44" rx="2" fill="#1d2733"/>'
    title = f"{engagement.id} · {engagement.kind} · {occasion.status}"
    yield _text("form", RIGHT, y, title, data_engagement=engagement.id)
    parts = (occasion.when or "no date", ", ".join(occasion.who), occasion.place)
    yield _text("who", RIGHT, y + 24, " · ".join(part for part in parts if part))


def _statement(record: Record, statement: Statement, y: int, ink: str) -> tuple[list[str], int]:
    """Its rows, and their height."""
    told = (deed_words(statement.deed, entities_of(record)), circumstances(statement))
    deed = " · ".join(part for part in told if part)
    height = 44 + 24 * (len(statement.content.spans) + bool(deed))
    drawn = [f'<rect x="562" y="{y - 14}" width="4" height="{height}" rx="2" fill="{ink}"/>']
    drawn.append(_text("form", RIGHT, y, f"{statement.id} · {statement.form}", style=f"fill:{ink}"))
    for cue in statement.cue.spans[:1]:
        place = f"cue “{statement.cue.pieces[0]}” {cue.start}–{cue.end}"
        drawn.append(_text("at", 970, y, place, text_anchor="end"))
    drawn.extend(_source(record, statement, y + 24, ink))
    row = y + 24
    for span, piece in zip(statement.content.spans, statement.content.pieces, strict=True):
        row += 24
        drawn.extend(_words(span, piece, RIGHT + 14, row))
    if deed:
        drawn.append(_text("deed", RIGHT + 14, row + 24, deed, data_deed=statement.id))
    return drawn, height + 26


def _source(record: Record, statement: Statement, y: int, ink: str) -> Iterator[str]:
    source, known = statement.source, entities_of(record)
    x = float(RIGHT)
    for span, piece in zip(source.words.spans, source.words.pieces, strict=True):
        yield from _words(span, piece, x, y)
        x += len(piece) * 7.53 + 10
    entity = known.get(source.entity or "")
    if entity:
        yield _text("key", x, y, "→")
        yield _text("who", x + 19, y, entity.name, style=f"fill:{ink}", data_statement=statement.id)
    else:
        yield _text("key", x, y, "not named: stays words")


def _words(span: tuple[int, int], piece: str, x: float, y: int) -> Iterator[str]:
    start, end = span
    yield _text("words", x, y, piece, data_span=f"{start} {end}")
    yield _text("at", 970, y, f"{start}–{end}", text_anchor="end")


def read() -> Record:
    """The record that is drawn."""
    return onrecord.read(TEXT, published=PUBLISHED)


if __name__ == "__main__":
    Path(__file__).with_name("picture.svg").write_text(draw(read()), encoding="utf-8")
