"""Plain text to learn the language of news from, without labels. Never dev, never a test.

PolNeAR train, ECB+ and TimeBank (newswire), GUM (news, interviews, speeches, court, essays ...).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree


def plain_texts(data: Path) -> Iterator[str]:
    """Every text of the corpora under ``data``, in an order that is always the same."""
    for path in sorted((data / "polnear" / "train" / "text").glob("*.txt")):
        yield path.read_text("utf-8")
    for path in sorted((data / "ecbplus").glob("*/*.xml")):
        yield _ecb(path)
    for path in sorted((data / "timebank").glob("*/[!.]*.tml")):
        yield _timeml(path)
    for path in sorted((data / "gum").glob("*.conllu")):
        yield _conllu(path)


def _ecb(path: Path) -> str:
    sentences: dict[int, list[str]] = {}
    for token in ElementTree.parse(path).getroot().iter("token"):
        sentences.setdefault(int(token.get("sentence", "0")), []).append(token.text or "")
    return _tidy("\n".join(" ".join(words) for words in sentences.values()))


def _timeml(path: Path) -> str:
    text = re.search(r"<TEXT>(.*?)</TEXT>", path.read_text("utf-8"), re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", "", text.group(1))) if text else ""


def _conllu(path: Path) -> str:
    sentences: list[str] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# newpar") or not sentences:
            sentences.append("")
        if line.startswith("# text = "):
            sentences[-1] += line.removeprefix("# text = ") + " "
    return "\n".join(sentences)


def _tidy(text: str) -> str:
    """Undo the spaces that tokenising put before stops and clitics."""
    return re.sub(r" (?=[.,;:?!)]|n't\b|['’](?:s|re|ve|ll|d|m)\b)|(?<=[(]) ", "", text)
