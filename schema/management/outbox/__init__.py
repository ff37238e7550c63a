"""The management API of events."""
