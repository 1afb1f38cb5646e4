"""Builds the register of people and offices from files with origins; not part of the wheel."""
