"""Records to one HTML page: template, style and script are files beside this one."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from onrecord.domain.record import Record
from onrecord.interfaces.page.view import report_views

_UNWRITABLE = re.compile("[\0\ud800-\udfff]")
"""No HTML page can hold these; each is shown as U+FFFD, so that offsets stay true."""


def render(records: Sequence[Record]) -> str:
    """The page. Its text nodes under each ``.text`` join to ``article.text``, NUL and lone
    surrogates apart."""
    style = _file("page.css") + _file("who.css") + _file("diary.css")
    script = _file("page.js") + _file("who.js") + _file("diary.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    return _template().render(
        reports=report_views(records), style=Markup(style), script=Markup(script), policy=policy
    )


def exact(text: str) -> Markup:
    """``text`` escaped so that a browser's parser gives back every character of it.

    A carriage return must be written as a reference: parsers turn a bare one into a line feed
    (HTML standard, 13.2.3.5).
    """
    escaped = escape(_UNWRITABLE.sub("\ufffd", text))
    return Markup(str(escaped).replace("\r", "&#13;"))


def _template() -> Template:
    return _environment().get_template("page.html.j2")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_file),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["exact"] = exact
    return environment


def _file(name: str) -> str:
    return (resources.files(__package__) / name).read_text("utf-8")


def _digest(content: str) -> str:
    """What the page's policy names its own style and script by, so that no other is run."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
