"""An open record of many reports: the verbs of the program, for Python (``onrecord.open``)."""
