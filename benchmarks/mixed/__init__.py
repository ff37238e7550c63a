"""Visitors and editors at once for a quarter of an hour: without an error, and with memory that stays as it is."""
