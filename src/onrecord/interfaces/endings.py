"""How a run ends when it does not end well: one line for people and an exit code, no traceback."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from onrecord.errors import RunError
from onrecord.interfaces.inert import one_line

CANNOT_GO_ON = 1
INTERRUPTED = 130
PIPE_CLOSED = 141
"""What a shell reports for a program that SIGPIPE ended, as it does when ``head`` has enough."""

DEBUG = "ONRECORD_DEBUG"


@contextmanager
def plain_endings() -> Iterator[None]:
    """Turn every error but wrong usage into one line on stderr and ``typer.Exit``."""
    try:
        yield
    except (typer.Exit, typer.Abort, typer.BadParameter):
        raise
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        _stop_writing()
        raise typer.Exit(PIPE_CLOSED) from None
    except Exception as error:
        if os.environ.get(DEBUG):
            traceback.print_exc()
        print(f"onrecord: {one_line(_explained(error), 1000)}", file=sys.stderr)
        if isinstance(error, OSError):
            _stop_writing()
        raise typer.Exit(CANNOT_GO_ON) from None


def _explained(error: Exception) -> str:
    if isinstance(error, RunError):
        return str(error)
    if isinstance(error, OSError):
        place = f" ({error.filename})" if error.filename else ""
        return f"cannot go on: {error.strerror or error}{place}"
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(last.filename).name}, line {last.lineno}"
    return (
        f"this is a defect of On Record: {type(error).__name__} in {where}: {error}. "
        f"Please report it: run the same command again with {DEBUG}=1 and send what it prints, "
        "with the file that it stopped at if you may share it, to the project's issue tracker."
    )


def _stop_writing() -> None:
    """Keep the interpreter from trying, and failing, to flush standard output at its end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
