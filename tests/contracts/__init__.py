"""What every implementation of a protocol has to do."""
