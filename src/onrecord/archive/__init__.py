"""An open record of many reports: the verbs of the program, for Python (``onrecord.open``)."""

from onrecord.archive.added import Added, Step
from onrecord.archive.archive import Archive
from onrecord.archive.retracting import Going, Retraction
from onrecord.archive.watched import Visited

__all__ = ["Added", "Archive", "Going", "Retraction", "Step", "Visited"]
