"""What is the same over reports: groups found when one is added, parted when one goes."""
