"""The management API of items."""
