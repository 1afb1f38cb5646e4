"""What the package offers is what it says it offers."""

import inspect
import subprocess
import sys

import pytest

import onrecord
from onrecord.domain import article, entity, record, span, statement


def test_every_name_in_all_is_there() -> None:
    assert [name for name in onrecord.__all__ if not hasattr(onrecord, name)] == []


def test_all_is_sorted_and_has_no_name_twice() -> None:
    assert onrecord.__all__ == sorted(set(onrecord.__all__))


def test_every_type_that_a_record_is_made_of_is_offered() -> None:
    modules = (article, entity, record, span, statement)
    types = {
        name
        for module in modules
        for name, one in inspect.getmembers(module, inspect.isclass)
        if one.__module__ == module.__name__
    }
    # What the network finds becomes a statement; nobody outside meets it.
    assert types - {"Attribution"} <= set(onrecord.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = onrecord.nonsense


def test_importing_the_package_does_not_load_the_network() -> None:
    code = (
        "import sys, onrecord; print('onnxruntime' in sys.modules or 'trafilatura' in sys.modules)"
    )
    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert printed.stdout.strip() == "False"
