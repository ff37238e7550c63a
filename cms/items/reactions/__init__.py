"""What follows from events of items."""
