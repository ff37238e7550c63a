"""The management API of files and uploads."""
