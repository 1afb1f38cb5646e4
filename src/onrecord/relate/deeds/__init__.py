"""What statements do by being said, and to whom."""
