"""The types of files and uploads."""
