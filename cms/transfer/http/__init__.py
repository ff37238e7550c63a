"""The endpoints of transfers."""
