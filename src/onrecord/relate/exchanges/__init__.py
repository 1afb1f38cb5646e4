"""Questions put to somebody, who answered them and how."""
