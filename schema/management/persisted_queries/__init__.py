"""The management API of registered queries."""
