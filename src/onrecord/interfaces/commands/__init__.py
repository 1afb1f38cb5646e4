"""The commands of ``onrecord``: arguments and help; what they do is imported when they run."""
