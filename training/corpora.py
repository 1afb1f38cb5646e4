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
    yield from map(text_of, newspaper_paths(data))
    yield from map(text_of, newswire_paths(data))
    yield from map(text_of, sorted((data / "gum").glob("*.conllu")))


def newspaper_paths(data: Path) -> list[Path]:
    """PolNeAR's reports for training."""
    return sorted((data / "polnear" / "train" / "text").glob("*.txt"))


def newswire_paths(data: Path) -> list[Path]:
    """ECB+ and TimeBank."""
    ecb = sorted((data / "ecbplus").glob("*/*.xml"))
    return ecb + sorted((data / "timebank").glob("*/[!.]*.tml"))


def text_of(path: Path) -> str:
    """The plain text of one file of any of the corpora."""
    return _READERS[path.suffix](path)


def _plain(path: Path) -> str:
    return path.read_text("utf-8")


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


_READERS = {".txt": _plain, ".xml": _ecb, ".tml": _timeml, ".conllu": _conllu}
