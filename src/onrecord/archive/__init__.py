"""An open record of many reports: the verbs of the program, for Python (``onrecord.open``)."""

from onrecord.archive.added import Added, Step, Visited
from onrecord.archive.archive import Archive
from onrecord.archive.retracting import Going, Retraction

__all__ = ["Added", "Archive", "Going", "Retraction", "Step", "Visited"]
