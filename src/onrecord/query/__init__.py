"""Questions asked of records: pure functions from records to answers."""
