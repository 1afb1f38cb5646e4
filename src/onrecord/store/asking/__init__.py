"""Views: which items are asked for, loaded again without loss."""
