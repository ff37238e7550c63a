"""The management API of moving a site."""
