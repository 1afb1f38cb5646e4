"""Windows are found wherever they stand, over the bounds of what is read at once, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.store.wiping.raw_search import found_in, sought


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    before=st.binary(max_size=100),
    window=st.binary(min_size=8, max_size=24),
    after=st.binary(max_size=100),
    others=st.lists(st.binary(min_size=8, max_size=24), max_size=5),
)
def test_what_stands_in_a_file_is_found_and_nothing_else(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    before: bytes,
    window: bytes,
    after: bytes,
    others: list[bytes],
) -> None:
    monkeypatch.setattr("onrecord.store.wiping.raw_search.CHUNK", 32)
    data = before + window + after
    path = tmp_path / "file"
    path.write_bytes(data)
    asked = [window, *others]
    found = found_in(path, [sought(one, "t_1") for one in asked], "t_1")
    assert found == {one for one in asked if one in data}


def test_a_file_that_is_not_there_has_nothing(tmp_path: Path) -> None:
    assert found_in(tmp_path / "none", [sought(b"12345678", "t")], "t") == set()


def test_a_digest_tells_no_word() -> None:
    found = sought(b"harbour wall", "t_1")
    assert "harbour" not in str(found)
    assert found.digest != sought(b"harbour wall", "t_2").digest
