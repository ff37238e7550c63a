"""The endpoints of applications' files."""
