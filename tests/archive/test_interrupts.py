"""Ctrl-C waits for a transaction to end, and comes then."""

from __future__ import annotations

import signal
import threading

import pytest

from onrecord.archive.interrupts import held_back


def test_an_interrupt_comes_when_what_must_not_be_cut_is_done() -> None:
    done = []
    with pytest.raises(KeyboardInterrupt), held_back():  # noqa: PT012
        signal.raise_signal(signal.SIGINT)
        done.append("all of it")
    assert done == ["all of it"]


def test_without_an_interrupt_nothing_is_raised_and_the_handler_is_as_before() -> None:
    before = signal.getsignal(signal.SIGINT)
    with held_back():
        pass
    assert signal.getsignal(signal.SIGINT) is before


def test_an_error_inside_comes_out_and_the_handler_is_as_before() -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(ZeroDivisionError), held_back():
        raise ZeroDivisionError
    assert signal.getsignal(signal.SIGINT) is before


def test_another_thread_may_use_it() -> None:
    done = []

    def work() -> None:
        with held_back():
            done.append("worked")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == ["worked"]
