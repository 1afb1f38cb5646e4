"""What is the same over reports: people, copies, quotations, occasions. Pure: no store, no SQL."""
