"""The endpoints of files and uploads."""
