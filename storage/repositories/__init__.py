"""The editing world's reads and writes, a small class per kind of document. Every write takes part in a transaction."""
