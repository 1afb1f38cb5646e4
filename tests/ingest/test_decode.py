from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import NotText
from onrecord.ingest.decode import decode

SAID = "“We’ll see,” he said – at a café.\r\n"


@pytest.mark.parametrize(
    ("written", "encoding"),
    [
        (SAID.encode(), "utf-8"),
        (codecs.BOM_UTF8 + SAID.encode(), "utf-8-sig"),
        (SAID.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + SAID.encode("utf-16-be"), "utf-16"),
        (SAID.encode("utf-32"), "utf-32"),
        (SAID.encode("utf-16-le"), "utf-16-le"),
        (SAID.encode("utf-16-be"), "utf-16-be"),
        (SAID.encode("cp1252"), "cp1252"),
    ],
)
def test_text_is_read_in_the_encoding_it_was_written_in(written: bytes, encoding: str) -> None:
    assert decode(written, "a.txt") == (SAID, encoding)


def test_utf8_is_believed_over_what_a_page_declares() -> None:
    assert decode(SAID.encode(), "a.html", "iso-8859-1").encoding == "utf-8"


def test_the_declared_encoding_is_used_where_it_fits() -> None:
    assert decode("Оттава".encode("koi8-r"), "a.html", "koi8-r") == ("Оттава", "koi8-r")


def test_a_page_that_declares_latin_1_means_cp1252_as_in_browsers() -> None:
    assert decode("“No”".encode("cp1252"), "a.html", "ISO-8859-1") == ("“No”", "cp1252")


@pytest.mark.parametrize("nonsense", ["no-such-encoding", "hex", "\0", "undefined"])
def test_an_encoding_that_is_none_is_passed_over(nonsense: str) -> None:
    assert decode("“No”, he said".encode("cp1252"), "a.html", nonsense).encoding == "cp1252"


def test_text_in_another_script_is_guessed_by_its_look() -> None:
    text = "Премьер-министр заявил в понедельник, что переговоры будут продолжены. " * 20
    assert decode(text.encode("cp1251"), "a.txt").text == text


def test_a_few_broken_bytes_do_not_turn_utf8_into_something_else() -> None:
    broken = ("“Yes,” he said. " * 20).encode()[:-15] + b"\xe2\x80"
    text, encoding = decode(broken, "a.txt")
    assert encoding == "utf-8:replace"
    assert text.startswith("“Yes,” he said.")


@pytest.mark.parametrize(
    "binary",
    [
        b"%PDF-1.7\n",
        b"PK\x03\x04word/document.xml",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"{\\rtf1 Hello}",
        bytes(range(256)),
        b"\x7fELF" + b"\0" * 60,
        b"said \x01\x02\x03\x04",
        b"\xff\xfeodd",
    ],
)
def test_what_is_no_text_is_refused_by_name(binary: bytes) -> None:
    with pytest.raises(NotText, match=r"^report\.bin: "):
        decode(binary, "report.bin")


def test_a_known_format_is_called_by_its_name() -> None:
    with pytest.raises(NotText, match="a PDF file; save its text first"):
        decode(b"%PDF-1.4", "a.pdf")


@given(st.binary(max_size=300))
def test_what_is_decoded_is_what_was_written(data: bytes) -> None:
    try:
        text, encoding = decode(data, "a")
    except NotText:
        return
    assert encoding == "utf-8:replace" or data.decode(encoding) == text
