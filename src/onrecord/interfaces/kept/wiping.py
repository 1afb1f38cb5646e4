"""How far the file is wiped, beside whatever else a command shows of its work."""

from __future__ import annotations

from onrecord.archive import Archive
from onrecord.domain.wiping import Stage, Wiping
from onrecord.interfaces.progress import Watch

_WORDS = {
    Stage.INDEX: "building the index anew",
    Stage.PAGES: "writing every page anew",
    Stage.LOG: "emptying the log",
    Stage.SEARCH: "searching all bytes",
}


def show_wiping(archive: Archive, watch: Watch) -> None:
    """From now on ``watch`` shows it whenever ``archive`` wipes its file."""

    def show(wiping: Wiping) -> None:
        watch.meanwhile(_words(wiping), wiping.share)

    archive.on_wiping = show


def _words(wiping: Wiping) -> str:
    """Empty where it has ended."""
    if wiping.stage is Stage.ENDED:
        return ""
    what = "wiping what was retracted earlier" if wiping.earlier else "wiping the file"
    return f"{what}: {_WORDS[wiping.stage]}"
