"""What follows from events of transfers."""
