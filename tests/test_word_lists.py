"""Every word list says where it is from, and holds words: YAML reads a bare ``on`` as a truth."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

LISTS = sorted((Path(__file__).parent.parent / "src/onrecord/resources").rglob("*.yaml"))
SWITCHES = {"caseless", "speech"}
"""Keys whose values are meant to be true or false."""


def words_of(content: Any) -> Iterator[Any]:
    """All keys and values, however deep, but for those of switches."""
    if isinstance(content, dict):
        for key, value in content.items():
            yield key
            if key not in SWITCHES:
                yield from words_of(value)
    elif isinstance(content, list):
        for value in content:
            yield from words_of(value)
    else:
        yield content


@pytest.mark.parametrize("path", LISTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_word_list_names_its_origin_and_licence_and_holds_no_truth_values(path: Path) -> None:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert content["origin"]
    assert content["licence"]
    assert not [word for word in words_of(content) if isinstance(word, bool)]
