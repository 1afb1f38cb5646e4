"""Pages and feeds of strangers, fetched politely and within bounds."""
