"""What follows from events of applications."""
