"""When: time expressions, resolved against the day of publication."""
