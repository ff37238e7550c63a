"""The types of items."""
