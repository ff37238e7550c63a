"""Persisted queries: documents that sites register, so that their pages ask by a hash."""
